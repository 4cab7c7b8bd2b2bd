"""Halte's settings. Defaults run one centre on one encrypted SQLite file; the environment changes them."""

import os
import secrets
from pathlib import Path
from typing import Any

from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _

from halte.common import environment, keys, languages

PACKAGE = Path(__file__).resolve().parent.parent

# Where this centre's data lives: the database, files, kept heads. Never inside the package.
DATA = environment.path("HALTE_DATA", Path("data"))
# Where the house makes a backup of itself every night, and how many days each is kept: `halte serve --backups`.
BACKUPS = environment.path("HALTE_BACKUPS", Path()) if environment.text("HALTE_BACKUPS") else None
BACKUP_DAYS = environment.number("HALTE_BACKUP_DAYS", 30)
# The demo's shortcuts (printed passwords, no second factor) exist only on the demo's own data.
DEMO = environment.flag("HALTE_DEMO")

DEBUG = False
ALLOWED_HOSTS = environment.words("HALTE_HOSTS", "localhost,127.0.0.1,[::1]")
SECURE = environment.flag("HALTE_SECURE", default=not DEMO)

try:
    # From the data key itself: when it is changed, every session and every signed link ends.
    SECRET_KEY = keys.derived("django", keys.data_key()).hex()
except keys.KeyMissing:
    # Tools such as the type checker load these settings without a key; every connection to data still asks for one.
    SECRET_KEY = secrets.token_hex()

DATABASES: dict[str, dict[str, Any]] = {
    "default": environment.postgresql("HALTE_DATABASE")
    or {
        "ENGINE": "halte.common.sqlcipher",
        "NAME": DATA / "halte.db",
        "OPTIONS": {
            "timeout": 20,
            "transaction_mode": "IMMEDIATE",
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON;"
            "PRAGMA cache_size=-16000",
        },
    }
}
# An hour: a new connection knows how large the tables have grown, see config.sizes.
DATABASES["default"]["CONN_MAX_AGE"] = 3600
# Tests run on a real file, as a centre does; Django would take memory.
DATABASES["default"]["TEST"] = {"NAME": "halte_tests" if "HALTE_DATABASE" in os.environ else DATA / "tests.db"}
DATABASES["default"]["CONN_HEALTH_CHECKS"] = "postgresql" in DATABASES["default"]["ENGINE"]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    "halte.desk",
    "halte.mycard",
    "halte.sync",
    "halte.funding",
    "halte.governance",
    "halte.reports",
    "halte.paper",
    "halte.nights",
    "halte.goods",
    "halte.advice",
    "halte.outreach",
    "halte.rights",
    "halte.tracing",
    "halte.complaints",
    "halte.emergency",
    "halte.visits",
    "halte.guests",
    "halte.accounts",
    "halte.sites",
    "halte.journal",
    "halte.web",
    "halte.common",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "axes",
    "csp",
    "django_htmx",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.messages",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "halte.web.middleware.headers",
    "csp.middleware.CSPMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "halte.web.middleware.no_nul",
    "halte.desk.kiosk.doors.only_kiosk",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "halte.web.middleware.StaffLanguages",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "halte.accounts.sessions.limits",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "axes.middleware.AxesMiddleware",
    "halte.guests.looking.Noting",
    "halte.guests.acquaintances.Answering",
]

ROOT_URLCONF = "halte.config.urls"
WSGI_APPLICATION = "halte.config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "builtins": ["halte.web.templatetags.halte", "django.templatetags.i18n", "django.templatetags.static"],
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.messages.context_processors.messages",
                "halte.web.context.rain",
                "halte.accounts.context.actor",
                "halte.sites.context.cold",
                "halte.desk.navigation.navigation",
                "halte.emergency.context.at_hand",
                "halte.guests.context.look_alarms",
            ],
        },
    }
]

# Sign-in: a name and a password here, passkey or one-time code by allauth.mfa; wrong tries are counted by axes.
AUTH_USER_MODEL = "accounts.Staff"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "halte.accounts.passwords.OtherWords"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
ACCOUNT_ADAPTER = "halte.accounts.adapters.StaffAdapter"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_USER_MODEL_USERNAME_FIELD = "sign_in_name"
ACCOUNT_USER_MODEL_EMAIL_FIELD = None
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_PRESERVE_USERNAME_CASING = False
ACCOUNT_FORMS = {
    "login": "halte.accounts.sign_in.SignIn",
    "reauthenticate": "halte.accounts.sign_in.SignInAgain",
    "change_password": "halte.accounts.sign_in.ChangePassword",
}
# Before numbers leave the house and before keys change: who one is, shown again within five minutes.
ACCOUNT_REAUTHENTICATION_TIMEOUT = 5 * 60
# Wrong passwords are counted by axes (below), wrong codes here: both by account, never by address.
ACCOUNT_RATE_LIMITS = {"login": None, "login_failed": "10/900s/key"}
MFA_ADAPTER = "halte.accounts.adapters.SecondFactorAdapter"
MFA_FORMS = {
    "authenticate": "halte.accounts.sign_in.SecondKey",
    "reauthenticate": "halte.accounts.sign_in.SecondKeyAgain",
    "activate_totp": "halte.accounts.sign_in.StartCodes",
    "add_webauthn": "halte.accounts.sign_in.AddPasskey",
}
MFA_RATE_LIMITS = {"webauthn_login": None}
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
# A passkey is more than a thing one holds: the device asks for a finger, a face or a code, every time.
MFA_WEBAUTHN_USER_VERIFICATION = "required"
MFA_TOTP_ISSUER = "Halte"
AXES_LOCKOUT_PARAMETERS = ["username"]
AXES_FAILURE_LIMIT = 8
AXES_COOLOFF_TIME = 0.25  # hours
AXES_RESET_ON_SUCCESS = True
AXES_DISABLE_ACCESS_LOG = True
AXES_USERNAME_FORM_FIELD = "username"
AXES_USERNAME_CALLABLE = "halte.accounts.doors.counted_name"
AXES_LOCKOUT_CALLABLE = "halte.accounts.doors.locked_out"
AXES_CLIENT_IP_CALLABLE = "halte.accounts.doors.no_address"
AXES_VERBOSE = False
# Axes asks to count by address as well: one volunteer would then lock out a whole centre.
SILENCED_SYSTEM_CHECKS = ["axes.W006"]

SESSION_ENGINE = "django.contrib.sessions.backends.db"
# A sign-in ends after 12 hours in any case, and earlier when nobody does anything: see accounts.sessions.
SESSION_COOKIE_AGE = 12 * 60 * 60
IDLE_MINUTES = environment.number("HALTE_IDLE_MINUTES", 30)
# A tablet of the house that nobody touches locks much sooner: see accounts.sessions.
LOCK_MINUTES = environment.number("HALTE_LOCK_MINUTES", 3)
# A name that begins so is taken by browsers over TLS alone, for this host and all of it: no neighbour sets our cookies.
COOKIE_PREFIX = "__Host-" if SECURE else ""
SESSION_COOKIE_NAME = f"{COOKIE_PREFIX}halte_session"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = SECURE
CSRF_COOKIE_NAME = f"{COOKIE_PREFIX}halte_csrf"
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_SECURE = SECURE
CSRF_FAILURE_VIEW = "halte.web.views.csrf_failure"
LANGUAGE_COOKIE_NAME = f"{COOKIE_PREFIX}halte_language"
LANGUAGE_COOKIE_SAMESITE = "Lax"
LANGUAGE_COOKIE_SECURE = SECURE
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"

CACHES = {"default": {"BACKEND": "halte.common.cache.Rows"}}

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "font-src": [SELF],
        "media-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "worker-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
        "require-trusted-types-for": ["'script'"],
        "trusted-types": ["default"],
    }
}
SECURE_CONTENT_TYPE_NOSNIFF = True
# docs/decisions/0005: with no-referrer a browser hides the origin of our own forms from us.
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_SSL_REDIRECT = False
SECURE_HSTS_SECONDS = 31_536_000 if SECURE else 0
X_FRAME_OPTIONS = "DENY"

# Uploads stay in memory and are capped: Django would write larger ones to a temporary file in the clear.
FILE_UPLOAD_HANDLERS = ["django.core.files.uploadhandler.MemoryFileUploadHandler"]
FILE_UPLOAD_MAX_MEMORY_SIZE = 2_000_000
DATA_UPLOAD_MAX_MEMORY_SIZE = 2_000_000
DATA_UPLOAD_MAX_NUMBER_FIELDS = 500

LANGUAGE_CODE = "en"
LANGUAGES_BIDI = [language.code for language in languages.ALL if language.right_to_left]
LANGUAGES = [("en", _("English")), ("fr", _("French")), *languages.GUEST_ONLY]
LOCALE_PATHS = [PACKAGE / "locale"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Europe/Paris"

STATIC_URL = "/static/"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = False
WHITENOISE_ROOT = None

# A card's address is never written to a log, nor is any other address: paths can name a guest.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"no_addresses": {"()": "halte.web.logs.NoAddresses"}},
    "formatters": {"line": {"format": "{asctime} {levelname} {name} {message}", "style": "{"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line", "filters": ["no_addresses"]}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    "loggers": {
        "django": {"handlers": ["stderr"], "level": "WARNING", "propagate": False},
        "django.request": {"level": "ERROR"},
        "axes": {"level": "ERROR"},
    },
}

NINJA_PAGINATION_MAX_LIMIT = 200
TEST_RUNNER = "django.test.runner.DiscoverRunner"
