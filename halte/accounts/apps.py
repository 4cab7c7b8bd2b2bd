from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "halte.accounts"
    label = "accounts"

    def ready(self) -> None:
        """Sites stand below accounts and cannot ask who may come in: accounts brings them the guard.

        Allauth says by signals alone that a key came or went.
        """
        from allauth.mfa import signals

        from halte.accounts import second_factor
        from halte.accounts.doors import needs
        from halte.accounts.roles import Role
        from halte.sites import doors

        doors.bring_guard(lambda roles: needs(Role(role) for role in roles))
        for changed in (signals.authenticator_added, signals.authenticator_removed, signals.authenticator_reset):
            changed.connect(second_factor.end_other_sign_ins, dispatch_uid="halte.accounts.keys")
