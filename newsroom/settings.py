"""Settings of the newsroom, all from the environment (12-factor); a value that makes no sense is refused by name.

Every variable read here has its line in `docs/operations.md`, and `tests/test_docs.py` says so. Each secret may also be
given as a file, `NAME_FILE`.
"""

import ipaddress
import re
import secrets
from pathlib import Path
from urllib.parse import urlsplit

import environ
from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import gettext_lazy as _

BASE_DIR = Path(__file__).resolve().parent.parent
env = environ.FileAwareEnv()


def _switch(name: str, default: bool) -> bool:
    """`name` as a boolean; anything but a plain yes or no is refused."""
    raw = env.str(name, default="").strip().lower()
    if raw in {"", "1", "true", "yes", "on", "0", "false", "no", "off"}:
        return raw in {"1", "true", "yes", "on"} if raw else default
    raise ImproperlyConfigured(f"{name} must be on or off, not {raw!r}.")


def _site_url() -> str:
    raw = env.str("SITE_URL", default="").rstrip("/")
    if not raw:
        host, port = env.str("HOST", default="127.0.0.1"), env.str("PORT", default="8000")
        if not (port.isascii() and port.isdigit() and 0 < int(port) < 65536):
            raise ImproperlyConfigured(f"PORT must be a number from 1 to 65535, not {port!r}.")
        return f"http://{'127.0.0.1' if host in {'0.0.0.0', '::'} else host}:{port}"  # noqa: S104 - compared, not bound
    if not re.fullmatch(r"https?://([a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?|\[[0-9a-f:]{2,39}\])(:[0-9]{1,5})?", raw):
        raise ImproperlyConfigured(f"SITE_URL must be like https://news.example.cn, in small letters, not {raw!r}.")
    return raw


def _is_loopback(url: str) -> bool:
    host = urlsplit(url).hostname or ""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _secret_key() -> str:
    """The operator's key, or on a loopback site one made once and kept in VAR_DIR, readable by its owner alone."""
    if given := env.str("SECRET_KEY", default=""):
        if len(given) < 50 or len(set(given)) < 10:
            raise ImproperlyConfigured("SECRET_KEY must be at least 50 characters long and random.")
        return given
    if not SITE_IS_LOOPBACK:
        raise ImproperlyConfigured(
            "SECRET_KEY must be set once SITE_URL is not loopback. Make one with: "
            "python3 -c 'import secrets; print(secrets.token_urlsafe(64))'"
        )
    kept = VAR_DIR / "secret-key"
    try:
        with open(kept, "x", opener=_private_opener) as file:
            file.write(secrets.token_urlsafe(64))
    except FileExistsError:
        pass
    return kept.read_text().strip()


def _private_opener(path: str, flags: int) -> int:
    import os

    return os.open(path, flags, 0o600)


def _trusted_proxies() -> list[ipaddress.IPv4Network | ipaddress.IPv6Network]:
    try:
        networks = [ipaddress.ip_network(item.strip()) for item in env.list("TRUSTED_PROXIES", default=[])]
    except ValueError as error:
        raise ImproperlyConfigured(f"TRUSTED_PROXIES must be a comma list of networks (CIDR): {error}.") from error
    if any(network.prefixlen == 0 for network in networks):
        raise ImproperlyConfigured("TRUSTED_PROXIES must not hold the whole internet: anyone could forge an address.")
    return networks


def _allowed_hosts() -> list[str]:
    """Host names, without scheme, port or path; on a loopback site the names of this machine as well."""
    hosts = [host.strip() for host in env.list("ALLOWED_HOSTS", default=[]) if host.strip()]
    if "*" in hosts:
        raise ImproperlyConfigured("ALLOWED_HOSTS must name its hosts; * would let anyone's host name into our links.")
    for host in hosts:
        if not re.fullmatch(r"\.?[A-Za-z0-9][A-Za-z0-9.-]{0,252}|\[[0-9a-f:]{2,39}\]", host):
            raise ImproperlyConfigured(f"ALLOWED_HOSTS must be a comma list of host names, not {host!r}.")
    own = [urlsplit(SITE_URL).hostname or "", *(["127.0.0.1", "localhost", "[::1]"] if SITE_IS_LOOPBACK else [])]
    return list(dict.fromkeys([*hosts, *own]))


def _email() -> dict:
    try:
        found = env.email_url("EMAIL_URL", default="consolemail://")
    except (KeyError, ValueError, ImproperlyConfigured) as error:
        raise ImproperlyConfigured("EMAIL_URL must be like smtp+tls://user:password@mail.example.cn:587.") from error
    sender = env.str("DEFAULT_FROM_EMAIL", default="newsroom@localhost")
    if "@" not in sender or not sender.isprintable():
        raise ImproperlyConfigured(f"DEFAULT_FROM_EMAIL must be an e-mail address, not {sender!r}.")
    return {**found, "EMAIL_TIMEOUT": 10, "DEFAULT_FROM_EMAIL": sender, "SERVER_EMAIL": sender}


def _var_dir() -> Path:
    """VAR_DIR, made where it is missing, with the directory for uploads under way in it."""
    directory = Path(env.str("VAR_DIR", default="") or BASE_DIR / "var").resolve()
    try:
        directory.mkdir(mode=0o750, parents=True, exist_ok=True)
        (directory / "uploads").mkdir(mode=0o700, exist_ok=True)
    except OSError as error:
        raise ImproperlyConfigured(f"VAR_DIR must be a directory that can be written: {error}.") from error
    return directory


def _database() -> dict:
    """The database of DATABASE_URL; SQLite gets the options without which writers fail under load (design, rule 12)."""
    url = env.str("DATABASE_URL", default="") or f"sqlite:///{VAR_DIR / 'newsroom.sqlite3'}"
    if not url.startswith(("sqlite:", "postgres:", "postgresql:", "pgsql:")):
        raise ImproperlyConfigured("DATABASE_URL must begin with sqlite:// or postgresql://.")
    database = env.db_url_config(url)
    if database["ENGINE"].endswith("sqlite3"):
        database["OPTIONS"] = {
            "timeout": 20,
            "transaction_mode": "IMMEDIATE",
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;",
        }
    else:
        database.update(CONN_MAX_AGE=60, CONN_HEALTH_CHECKS=True)
        database.setdefault("OPTIONS", {}).setdefault("connect_timeout", 5)
    return database


def _cache() -> dict:
    url = env.str("CACHE_URL", default="")
    if not url:
        return {"BACKEND": "newsroom.caches.ForgivingFileCache", "LOCATION": VAR_DIR / "cache"}
    if not url.startswith(("redis://", "rediss://", "filecache://", "locmemcache://")):
        raise ImproperlyConfigured("CACHE_URL must begin with redis:// or filecache://.")
    cache = env.cache_url_config(url)
    if url.startswith("redis"):
        cache["BACKEND"] = "newsroom.caches.ForgivingRedisCache"
        cache["OPTIONS"] = {"socket_connect_timeout": 1, "socket_timeout": 1}
    elif url.startswith("filecache"):
        cache["BACKEND"] = "newsroom.caches.ForgivingFileCache"
    return cache


DEBUG = _switch("DEBUG", False)
VAR_DIR = _var_dir()
SITE_URL = _site_url()
SITE_IS_LOOPBACK = _is_loopback(SITE_URL)
SITE_IS_HTTPS = SITE_URL.startswith("https://")
SECRET_KEY = _secret_key()
ALLOWED_HOSTS = _allowed_hosts()
TRUSTED_PROXIES = _trusted_proxies()

DEMO = _switch("DEMO", True)
DEMO_PASSWORD = env.str("DEMO_PASSWORD", default="")
REQUIRE_2FA = _switch("REQUIRE_2FA", not (SITE_IS_LOOPBACK and (VAR_DIR / "demo-password").exists()))
MANUSCRIPT_CONVERTER = env.str("MANUSCRIPT_CONVERTER", default="")

INSTALLED_APPS = [
    "newsroom.apps.NewsroomConfig",
    "articles",
    "comments",
    "newsroom.apps.NewsroomAdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "taggit",
    "django_prose_editor",
    "django_tasks",
    "django_tasks_db",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
]

MIDDLEWARE = [
    "newsroom.proxies.TrustedProxyMiddleware",
    "newsroom.request_facts.RequestFactsMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "newsroom.headers.SecurityHeadersMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "newsroom.public_pages.PublicPagesMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "newsroom.sessions.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "allauth.usersessions.middleware.UserSessionsMiddleware",
    "newsroom.account_pages.AccountPagesMiddleware",
    "newsroom.limits.LimitMiddleware",
    "newsroom.second_factor.SecondFactorMiddleware",
]

ROOT_URLCONF = "newsroom.urls"
WSGI_APPLICATION = "newsroom.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "articles.site_context.site",
            ]
        },
    }
]

DATABASES = {"default": _database()}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
CACHES = {"default": _cache()}
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

AUTH_USER_MODEL = "newsroom.Account"
AUTHENTICATION_BACKENDS = ["newsroom.backends.AccountBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
PASSWORD_RESET_TIMEOUT = 24 * 3600
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "after_login"
LOGOUT_REDIRECT_URL = "front"
ACCOUNT_ADAPTER = "newsroom.adapters.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"username", "email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "username*", "password1*", "password2*"]
ACCOUNT_PREVENT_ENUMERATION = "strict"
ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE = False
ACCOUNT_FORMS = {
    "login": "newsroom.account_forms.LoginForm",
    "reset_password": "newsroom.account_forms.ResetPasswordForm",
}
# Tries of passwords, codes and resets are counted by newsroom.limits; what allauth counts beside them stays.
ACCOUNT_RATE_LIMITS = {"login": "60/m/ip", "login_failed": None, "reset_password": None}
ACCOUNT_CHANGE_EMAIL = True
ACCOUNT_REAUTHENTICATION_REQUIRED = True
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_DEFAULT_HTTP_PROTOCOL = "https" if SITE_IS_HTTPS else "http"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_ADAPTER = "newsroom.adapters.MFAAdapter"
MFA_FORMS = {
    "authenticate": "newsroom.account_forms.AuthenticateForm",
    "reauthenticate": "newsroom.account_forms.ReauthenticateForm",
    "activate_totp": "newsroom.account_forms.ActivateTOTPForm",
}
MFA_TOTP_ISSUER = urlsplit(SITE_URL).hostname
MFA_TOTP_TOLERANCE = 1
MFA_PASSKEY_LOGIN_ENABLED = True
# Accounts are made by the desk, so an address nobody proved keeps nobody out; a desk without mail can use factors too.
MFA_ALLOW_UNVERIFIED_EMAIL = True
SECOND_FACTOR_PERMISSION = "articles.publish_article"
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = SITE_IS_LOOPBACK
USERSESSIONS_TRACK_ACTIVITY = False  # a write for every page seen; newsroom.sessions notes it now and then

MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"  # no cookie of its own
SESSION_COOKIE_AGE = 7 * 24 * 3600
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "newsroom.errors.csrf_failure"
if SITE_IS_HTTPS:
    SECURE_SSL_REDIRECT = True
    SECURE_REDIRECT_EXEMPT = [r"^healthz$"]  # the machine in front asks over plain http
    SECURE_HSTS_SECONDS = 365 * 24 * 3600
    SECURE_HSTS_INCLUDE_SUBDOMAINS = True
    SECURE_HSTS_PRELOAD = True
    SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = True
    SESSION_COOKIE_NAME, CSRF_COOKIE_NAME = "__Host-sessionid", "__Host-csrftoken"
    LANGUAGE_COOKIE_SECURE = True
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_CONTENT_TYPE_NOSNIFF = True
X_FRAME_OPTIONS = "DENY"
CSRF_TRUSTED_ORIGINS = [SITE_URL]
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
        "object-src": [NONE],
    }
}

LANGUAGE_CODE = "zh-hans"
LANGUAGES = [("zh-hans", _("Simplified Chinese"))]
LOCALE_PATHS = [BASE_DIR / app / "locale" for app in ("newsroom", "articles", "comments")]
TIME_ZONE = "Asia/Shanghai"
USE_I18N = USE_TZ = True
FORMAT_MODULE_PATH = ["newsroom.formats"]

STATIC_URL = "static/"
STATIC_ROOT = VAR_DIR / "static"
MEDIA_URL = "/media/"
MEDIA_ROOT = Path(env.str("MEDIA_ROOT", default="") or VAR_DIR / "media").resolve()
WHITENOISE_KEEP_ONLY_HASHED_FILES = True
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
if bucket := env.str("AWS_STORAGE_BUCKET_NAME", default=""):
    STORAGES["default"] = {
        "BACKEND": "storages.backends.s3.S3Storage",
        "OPTIONS": {
            "bucket_name": bucket,
            "endpoint_url": env.str("AWS_S3_ENDPOINT_URL", default="") or None,
            "region_name": env.str("AWS_S3_REGION_NAME", default="") or None,
            "access_key": env.str("AWS_S3_ACCESS_KEY_ID", default="") or None,
            "secret_key": env.str("AWS_S3_SECRET_ACCESS_KEY", default="") or None,
            "default_acl": None,
            "file_overwrite": False,
        },
    }
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 4000
FILE_UPLOAD_TEMP_DIR = VAR_DIR / "uploads"
FILE_UPLOAD_PERMISSIONS = 0o640

vars().update(_email())

TAGGIT_CASE_INSENSITIVE = True
TAGGIT_STRIP_UNICODE_WHEN_SLUGIFYING = False
TAGGIT_TAGS_FROM_STRING = "articles.tagging.parse_tags"

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"json": {"()": "newsroom.logs.JSONFormatter"}},
    "handlers": {
        "console": {"class": "logging.StreamHandler", "formatter": "json"},
        "security": {
            "class": "logging.handlers.WatchedFileHandler",
            "formatter": "json",
            "delay": True,
            "filename": VAR_DIR / "security.log",
        },
    },
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {
        "django.server": {"handlers": ["console"], "level": "WARNING", "propagate": False},
        "newsroom.security": {"handlers": ["security"], "level": "INFO", "propagate": False},
    },
}
