"""The addresses of allauth that Halte uses, each with its door. No sign-up, no mail, no social accounts."""

from allauth.account import views as account
from allauth.mfa.base import views as second
from allauth.mfa.recovery_codes import views as paper
from allauth.mfa.totp import views as codes
from allauth.mfa.webauthn import views as passkeys
from django.urls import path

from halte.accounts.doors import needs_signing_in, open_to_all

passkey_again = passkeys.reauthenticate_webauthn

# Allauth names these itself, so they stand outside the namespace of `accounts`.
urlpatterns = [
    path("login/", open_to_all(account.login), name="account_login"),
    path("logout/", open_to_all(account.logout), name="account_logout"),
    path("inactive/", open_to_all(account.account_inactive), name="account_inactive"),
    path("again/", needs_signing_in(account.reauthenticate), name="account_reauthenticate"),
    path("password/", needs_signing_in(account.password_change), name="account_change_password"),
    path("keys/", needs_signing_in(second.index), name="mfa_index"),
    path("keys/ask/", open_to_all(second.authenticate), name="mfa_authenticate"),
    path("keys/again/", needs_signing_in(second.reauthenticate), name="mfa_reauthenticate"),
    path("keys/codes/start/", needs_signing_in(codes.activate_totp), name="mfa_activate_totp"),
    path("keys/codes/stop/", needs_signing_in(codes.deactivate_totp), name="mfa_deactivate_totp"),
    path("keys/paper/", needs_signing_in(paper.view_recovery_codes), name="mfa_view_recovery_codes"),
    path("keys/paper/new/", needs_signing_in(paper.generate_recovery_codes), name="mfa_generate_recovery_codes"),
    path("keys/passkeys/", needs_signing_in(passkeys.list_webauthn), name="mfa_list_webauthn"),
    path("keys/passkeys/add/", needs_signing_in(passkeys.add_webauthn), name="mfa_add_webauthn"),
    path("keys/passkey-again/", needs_signing_in(passkeys.reauthenticate_webauthn), name="mfa_reauthenticate_webauthn"),
    path("keys/passkeys/sign-in/", open_to_all(passkeys.login_webauthn), name="mfa_login_webauthn"),
    path("keys/passkeys/<int:pk>/remove/", needs_signing_in(passkeys.remove_webauthn), name="mfa_remove_webauthn"),
    path("keys/passkeys/<int:pk>/edit/", needs_signing_in(passkeys.edit_webauthn), name="mfa_edit_webauthn"),
]
