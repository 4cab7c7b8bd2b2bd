"""How allauth signs people in here: nobody signs up without an invitation, and no address is asked."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class StaffAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    """Accounts come from invitations only."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Never: see `accounts.actions.accept_invitation`."""
        return False

    def get_client_ip(self, request: HttpRequest) -> str:
        """No address is looked at or kept."""
        return "0.0.0.0"  # noqa: S104

    def send_mail(self, template_prefix: str, email: str, context: Any) -> None:
        """No mail is ever sent."""
