"""The forms of signing in, in our words; what they check is allauth's."""

from datetime import timedelta
from typing import Any

from allauth.account import forms as account_forms
from allauth.mfa.base import forms as second_forms
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.webauthn.forms import AddWebAuthnForm
from django.core.exceptions import ValidationError
from django.forms import Form
from django.utils.translation import gettext_lazy as _

from halte.accounts.asking import tablet_of
from halte.common.tries import Limit

AT_A_TABLET = Limit("sign_in", at_most=20, within=timedelta(minutes=15))
"""Wrong passwords at one tablet of the house, whichever accounts they were tried for; axes counts each account."""


def _said(form: Form, **labels: Any) -> None:
    """Name the fields in our words, and drop placeholders: they vanish while one types."""
    for name, field in form.fields.items():
        field.label = labels.get(name, field.label)
        field.widget.attrs.pop("placeholder", None)
        if name == "code":
            field.widget.attrs |= {"inputmode": "numeric", "autofocus": True}


class SignIn(account_forms.LoginForm):  # type: ignore[misc]
    """A name and a password."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _said(self, login=_("Your sign-in name"), password=_("Your password"))
        self.fields["login"].widget.attrs |= {"autocapitalize": "none", "spellcheck": "false", "autofocus": True}

    def clean(self) -> Any:
        """Whoever tries one account after the other at a tablet of the house waits a quarter of an hour."""
        tablet = tablet_of(self.request)
        device = tablet.id if tablet else None
        if AT_A_TABLET.is_over(device):
            raise ValidationError(_("Too many wrong tries at this tablet. It opens again in a quarter of an hour."))
        try:
            return super().clean()
        except ValidationError:
            AT_A_TABLET.note(device)
            raise


class SignInAgain(account_forms.ReauthenticateForm):  # type: ignore[misc]
    """The password once more, before something that opens the account."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _said(self, password=_("Your password"))


class ChangePassword(account_forms.ChangePasswordForm):  # type: ignore[misc]
    """A new password."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _said(
            self,
            oldpassword=_("Your password until now"),
            password1=_("New password"),
            password2=_("New password once more"),
        )
        self.fields["password1"].help_text = PASSWORD_HINT


class SecondKey(second_forms.AuthenticateForm):  # type: ignore[misc]
    """A one-time code, or one of the codes on paper."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _said(self, code=_("Code from your phone or your paper"))


class SecondKeyAgain(second_forms.ReauthenticateForm):  # type: ignore[misc]
    """The same, before something that opens the account."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _said(self, code=_("Code from your phone or your paper"))


class StartCodes(ActivateTOTPForm):  # type: ignore[misc]
    """The first code that the phone shows."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _said(self, code=_("The six digits that your phone shows now"))


class AddPasskey(AddWebAuthnForm):  # type: ignore[misc]
    """What to call this passkey, and whether it opens without a password."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _said(self, name=_("Call it"), passwordless=_("Open Halte with this alone, without a password"))
        self.fields["name"].widget.attrs["maxlength"] = 40
        if "passwordless" in self.fields:
            self.fields["passwordless"].help_text = ""
            self.fields["passwordless"].initial = True


PASSWORD_HINT = _("At least 12 characters. Four words that do not belong together are good.")
