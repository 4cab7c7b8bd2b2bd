"""What the tables of libraries know. Their fields cannot carry `knows(...)`, so it is said here, field by field."""

from collections.abc import Mapping

from halte.common.fields import Keep, Knowledge, Sensitivity

EMPTY = "Never written by Halte."


def _unused(*names: str) -> dict[str, Knowledge]:
    return {name: Knowledge(EMPTY, Sensitivity.NONE, Keep.ALWAYS) for name in names}


def _plain(**purposes: str) -> dict[str, Knowledge]:
    return {name: Knowledge(purpose, Sensitivity.NONE, Keep.ALWAYS) for name, purpose in purposes.items()}


def _key(purpose: str, sensitivity: Sensitivity = Sensitivity.NONE) -> Knowledge:
    return Knowledge(purpose, sensitivity, Keep.STAFF)


def _try(purpose: str, sensitivity: Sensitivity = Sensitivity.NONE) -> Knowledge:
    return Knowledge(purpose, sensitivity, Keep.WRONG_TRY)


THIRD_PARTY: Mapping[str, Mapping[str, Knowledge]] = {
    "sessions.Session": {
        "session_key": Knowledge("Names a signed-in browser.", Sensitivity.SECRET, Keep.SESSION),
        "session_data": Knowledge(
            "Who is signed in, at which site, since when, with which keys.", Sensitivity.PSEUDONYM, Keep.SESSION
        ),
        "expire_date": Knowledge("When it ends in any case.", Sensitivity.NONE, Keep.SESSION),
    },
    "mfa.Authenticator": {
        "id": _key("Numbers the key."),
        "user": _key("Whose key it is.", Sensitivity.PSEUDONYM),
        "type": _key("Passkey, codes on a phone, or codes on paper."),
        "data": _key(
            "The public part of a passkey with the name its owner gave it; the secret of codes, encrypted with a key "
            "that lies outside the database.",
            Sensitivity.SECRET,
        ),
        "created_at": _key("When it was set up."),
        "last_used_at": _key("When it last opened the account.", Sensitivity.PERSONAL),
    },
    "axes.AccessAttempt": {
        "id": _try("Numbers the account that was tried."),
        "username": _try("The sign-in name that was tried.", Sensitivity.PERSONAL),
        "failures_since_start": _try("How many wrong tries in a row."),
        "attempt_time": _try("When the last one was."),
        "user_agent": _try("Which browser tried.", Sensitivity.PERSONAL),
        "ip_address": _try("Always 0.0.0.0: no address is looked at."),
        "http_accept": _try("What that browser accepts."),
        "path_info": _try("The address of the sign-in page."),
        "get_data": _try("What stood behind that address."),
        "post_data": _try("The form that was sent, the password hidden.", Sensitivity.PERSONAL),
    },
    "axes.AccessAttemptExpiration": _unused("access_attempt", "expires_at"),
    "axes.AccessFailureLog": _unused(
        "id",
        "user_agent",
        "ip_address",
        "username",
        "http_accept",
        "path_info",
        "attempt_time",
        "locked_out",
    ),
    "axes.AccessLog": _unused(
        "id",
        "user_agent",
        "ip_address",
        "username",
        "http_accept",
        "path_info",
        "attempt_time",
        "logout_time",
        "session_hash",
    ),
    "account.EmailAddress": _unused("id", "user", "email", "verified", "primary"),
    "account.EmailConfirmation": _unused("id", "email_address", "created", "sent", "key"),
    "auth.Permission": _plain(
        id="Numbers a permission of Django, which Halte does not use.",
        name="Its name.",
        content_type="Its table.",
        codename="Its code.",
    ),
    "auth.Group": _unused("id", "name", "permissions"),
    "auth.Group_permissions": _unused("id", "group", "permission"),
    "contenttypes.ContentType": _plain(
        id="Numbers a table.", app_label="Which part of the program it belongs to.", model="What it holds."
    ),
}

LINKS: Mapping[str, str] = {
    "sites.Room_neighbours": "Which rooms are next door to each other.",
    "nights.PlaceProposal_rooms": "Which rooms a proposal names.",
}
"""Tables that Django makes for a many-to-many field, whose purpose the field itself says."""

WITHOUT_MODEL: Mapping[str, Knowledge] = {
    "django_migrations": Knowledge("Which changes of the tables were made.", Sensitivity.NONE, Keep.ALWAYS),
}
"""Tables that no model describes."""
