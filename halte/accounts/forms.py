"""What staff fill in about accounts and devices."""

from datetime import datetime, timedelta
from typing import Any

from django import forms
from django.contrib.auth import password_validation
from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _

from halte.accounts.actions import LASTS_AT_MOST
from halte.accounts.models import DeviceKind, Staff
from halte.accounts.roles import DESK, Role
from halte.accounts.sign_in import PASSWORD_HINT
from halte.common.retry import RetryKey
from halte.common.text import PlainText
from halte.sites import queries as site_queries
from halte.sites.models import Site
from halte.web.forms import ActForm, body_hash

LANGUAGES = [("fr", "Français"), ("en", "English")]


class ChooseLanguage(ActForm):
    """The language of the screens."""

    language = forms.ChoiceField(label=_("Language of the screens"), choices=LANGUAGES, widget=forms.RadioSelect)


class Invite(ActForm):
    """Who is invited, and for how long."""

    role = forms.ChoiceField(label=_("What they will do"))
    lasts = forms.ChoiceField(
        label=_("For how long"),
        choices=[("90", _("90 days, as every volunteer")), ("", _("No end, for employed staff"))],
        required=False,
        initial="90",
        widget=forms.RadioSelect,
    )

    def __init__(self, *args: Any, may_give: frozenset[Role], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["role"].choices = [(role.value, role.label) for role in Role if role in may_give]  # type: ignore[attr-defined]

    @property
    def days(self) -> int | None:
        """How many days the role lasts; None has no end."""
        return int(self.cleaned_data["lasts"]) if self.cleaned_data["lasts"] else None


class Accept(ActForm):
    """Names of one's own choice, and a password."""

    called = PlainText(
        label=_("What shall colleagues call you?"),
        max_length=40,
        help_text=_("Any name you like. It stands at the top of your screen."),
        widget=forms.TextInput(attrs={"autocomplete": "nickname"}),
    )
    sign_in_name = PlainText(
        label=_("A name to sign in with"),
        min_length=3,
        max_length=40,
        help_text=_("Small letters, digits, dot and dash."),
        validators=[RegexValidator(r"^[a-zA-Z0-9][a-zA-Z0-9.-]*\Z", _("Use letters a to z, digits, dot and dash."))],
        widget=forms.TextInput(attrs={"autocomplete": "username", "autocapitalize": "none", "spellcheck": "false"}),
    )
    password = forms.CharField(
        label=_("A password"),
        max_length=200,
        strip=False,
        help_text=PASSWORD_HINT,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )
    language = forms.ChoiceField(label=_("Language of the screens"), choices=LANGUAGES, widget=forms.RadioSelect)

    def clean(self) -> dict[str, Any]:
        """The password is held against what Django knows of weak ones."""
        given = super().clean() or self.cleaned_data
        if password := given.get("password"):
            person = Staff(sign_in_name=given.get("sign_in_name", ""), called=given.get("called", ""))
            try:
                password_validation.validate_password(password, person)
            except forms.ValidationError as error:
                self.add_error("password", error)
        return given

    @property
    def retry_key(self) -> RetryKey:
        """As every form's, but without the password: a quick hash of it would give it away."""
        said = {name: value for name, value in self.data.items() if name != "password"}
        return RetryKey(value=self.cleaned_data["key"], body=body_hash(said))


class RegisterDevice(ActForm):
    """A tablet or program that gets a token."""

    label = PlainText(label=_("What is written on it"), max_length=40, help_text=_("For example: tablet 3, door."))
    kind = forms.ChoiceField(
        label=_("What it is"),
        choices=[choice for choice in DeviceKind.choices if choice[0] != DeviceKind.KIOSK],
        widget=forms.RadioSelect,
    )
    roles = forms.MultipleChoiceField(label=_("What it may do"), widget=forms.CheckboxSelectMultiple)

    def __init__(self, *args: Any, may_give: frozenset[Role], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["roles"].choices = [  # type: ignore[attr-defined]
            (role.value, role.label) for role in Role if role in may_give & DESK
        ]


class OpenTablet(ActForm):
    """The tablet that is held in the hand becomes one of the house."""

    label = PlainText(label=_("What is written on it"), max_length=40, help_text=_("For example: tablet 3, door."))
    lasts = forms.ChoiceField(
        label=_("For how long"),
        choices=[("0", _("Until we close today")), ("7", _("7 days")), ("30", _("30 days"))],
        initial="0",
        widget=forms.RadioSelect,
    )

    def until(self, site: Site, at: datetime) -> datetime:
        """When it closes by itself."""
        days = int(self.cleaned_data["lasts"])
        twelve_hours = at + LASTS_AT_MOST
        return at + timedelta(days=days) if days else site_queries.closes_at(site, at) or twelve_hours


class NewBadge(ActForm):
    """For a colleague with an account, or for a volunteer of the day."""

    staff = forms.UUIDField(required=False, widget=forms.HiddenInput)


class Scanned(forms.Form):
    """A badge was scanned."""

    code = PlainText(max_length=200)


class Digits(forms.Form):
    """Four digits that were told."""

    digits = forms.RegexField(r"^[0-9]{4}\Z", error_messages={"invalid": _("These are four digits.")})


class OpenAgain(forms.Form):
    """What opens a locked screen again: the digits of a badge, or the password of an account."""

    digits = forms.RegexField(r"^[0-9]{4}\Z", required=False)
    password = forms.CharField(max_length=200, strip=False, required=False)
