from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "halte.accounts"
    label = "accounts"

    def ready(self) -> None:
        """Sites stand below accounts and cannot ask who may come in: accounts brings them the guard."""
        from halte.accounts.doors import needs
        from halte.accounts.roles import Role
        from halte.sites import doors

        doors.bring_guard(lambda roles: needs(Role(role) for role in roles))
