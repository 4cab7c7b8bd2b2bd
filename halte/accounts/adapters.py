"""How allauth signs people in here: nobody signs up without an invitation, and no address is asked."""

from typing import Any

import segno
from allauth.account.adapter import DefaultAccountAdapter
from allauth.core import context
from allauth.mfa.adapter import DefaultMFAAdapter
from cryptography.hazmat.primitives.ciphers.aead import AESSIV
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext

from halte.accounts import actions, sessions
from halte.accounts.asking import BADGE_KEY, actor_of
from halte.accounts.sessions import LOCKED
from halte.common import keys


class StaffAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    """Accounts come from invitations only."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Never: see `accounts.actions.accept_invitation`."""
        return False

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """Nothing: axes counts wrong passwords.

        Allauth would count tries under way as well, behind a lock that a power cut leaves closed for ten seconds.
        """

    def login(self, request: HttpRequest, user: Any) -> None:
        """An account takes the screen over from the badge that held or locked it: one session, one person."""
        request.session.pop(BADGE_KEY, None)
        request.session.pop(LOCKED, None)
        super().login(request, user)

    def set_password(self, user: Any, password: str) -> None:
        """A new password ends every other sign-in of theirs, and the badges that stand for their account."""
        actions.end_own_badges(staff=user, at=timezone.now())
        super().set_password(user, password)
        sessions.end_all(user.pk, but=context.request.session.session_key)

    def get_client_ip(self, request: HttpRequest) -> str:
        """No address is looked at or kept."""
        return "0.0.0.0"  # noqa: S104

    def get_http_user_agent(self, request: HttpRequest) -> str:
        """Nor which browser."""
        return ""

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        """To the first page; without any role to one's own account, which says so."""
        home: str = super().get_login_redirect_url(request)
        return home if actor_of(request) else reverse("accounts:me")

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        """Back to one's own account."""
        return reverse("accounts:me")

    def add_message(self, *args: Any, **kwargs: Any) -> None:
        """Allauth's own messages are in other words than ours; the pages say what happened."""

    def send_mail(self, template_prefix: str, email: str, context: Any) -> None:
        """No mail is ever sent."""


class SecondFactorAdapter(DefaultMFAAdapter):  # type: ignore[misc]
    """Secrets of second factors are encrypted with a key that lies outside the database."""

    def encrypt(self, text: str) -> str:
        """AES-SIV (RFC 5297) with a key made from the data key."""
        return _box().encrypt(text.encode(), None).hex()

    def decrypt(self, encrypted_text: str) -> str:
        """What `encrypt` was given."""
        return _box().decrypt(bytes.fromhex(encrypted_text), None).decode()

    def build_totp_svg(self, url: str) -> str:
        """The QR code as one SVG element without styles, which the security policy lets into a page."""
        return segno.make(url, error="m").svg_inline(omitsize=True, border=4, svgclass="qr", light="#fff")

    def get_totp_issuer(self) -> str:
        """What the phone shows above the code."""
        return "Halte"

    def send_notification_mail(self, *args: Any, **kwargs: Any) -> None:
        """No mail is ever sent."""

    def generate_authenticator_name(self, user: Any, type: Any) -> str:
        """A name to start with, where somebody gives none."""
        number = user.authenticator_set.filter(type=type).count() + 1
        return gettext("My passkey") if number == 1 else gettext("Passkey %(number)d") % {"number": number}


def _box() -> AESSIV:
    return AESSIV(keys.derived("second-factor"))
