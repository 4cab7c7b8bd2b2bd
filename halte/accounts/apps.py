from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "halte.accounts"
    label = "accounts"

    def ready(self) -> None:
        """Sites stand below accounts and cannot ask who may come in: accounts brings them the guard.

        Allauth says by signals alone that a key came or went, and that somebody showed once more who they are.
        """
        from allauth.account.signals import authentication_step_completed
        from allauth.mfa import signals

        from halte.accounts import proof, second_factor
        from halte.accounts.doors import needs
        from halte.accounts.roles import Role
        from halte.sites import doors

        doors.bring_guard(lambda roles: needs(Role(role) for role in roles))
        for changed in (signals.authenticator_added, signals.authenticator_removed, signals.authenticator_reset):
            changed.connect(second_factor.end_other_sign_ins, dispatch_uid="halte.accounts.keys")
        authentication_step_completed.connect(proof.go_on_in_a_new_session, dispatch_uid="halte.accounts.proof")
