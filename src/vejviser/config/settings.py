"""Every setting of an installation, read from typed environment values. What a municipality decides is [cfg] data instead."""

import base64
import hashlib
from datetime import timedelta
from pathlib import Path

from csp.constants import NONE, SELF

from . import environment as env

BASE_DIR = Path(__file__).resolve().parents[3]
DATA_DIR = env.folder("DATA_DIR", BASE_DIR / "var")
MODE = env.choice("MODE", "demo", "production")
DEMO_MODE = MODE == "demo"
DEMO_DAY = env.demo_day(DATA_DIR / "demo-day") if DEMO_MODE else None
DEMO_SHIFT = timedelta()  # moved by the journeys, to see what half an hour does


def _demo_key(name: str) -> str:
    return base64.b64encode(hashlib.sha256(f"vejviser demo {name}".encode()).digest()).decode()


SECRET_KEY = env.secret("SECRET_KEY", _demo_key("secret"), MODE)
FIELD_KEYS = env.secret("FIELD_KEYS", _demo_key("field"), MODE).split(",")
CPR_KEY = env.secret("CPR_KEY", _demo_key("cpr"), MODE)
CHECKPOINT_DIRS = [Path(p) for p in env.words("CHECKPOINT_DIRS", f"{DATA_DIR}/checkpoints-1,{DATA_DIR}/checkpoints-2")]

MUNICIPALITY = env.text("MUNICIPALITY", "Fjordlund Kommune" if DEMO_MODE else "")
ALLOWED_HOSTS = env.words("HOSTS", "localhost,127.0.0.1,[::1]")
CSRF_TRUSTED_ORIGINS = [] if DEMO_MODE else [f"https://{host}" for host in ALLOWED_HOSTS]
DEBUG = False

PACKAGES = (
    "foundation", "ui", "accounts", "drafts", "audit", "worklist", "organisation", "children", "access", "agreements",
    "guide", "concern", "relaylog", "screening", "referral", "desk", "exchange", "demo",
)  # fmt: skip
INSTALLED_APPS = [
    *(f"vejviser.{name}" for name in PACKAGES),
    "django_cotton.apps.SimpleAppConfig",
    "csp",
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "vejviser.foundation.middleware.RequestIdMiddleware",
    "vejviser.audit.middleware.LooksMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "vejviser.ui.middleware.LanguageMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "vejviser.accounts.middleware.IdleMiddleware",
    "vejviser.organisation.middleware.SettingsMiddleware",
    "vejviser.ui.middleware.AnswersMiddleware",
    "vejviser.foundation.middleware.DeclaredMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]

ROOT_URLCONF = "vejviser.config.urls"
WSGI_APPLICATION = "vejviser.config.wsgi.application"
FORM_RENDERER = "vejviser.ui.forms.DkfdsRenderer"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "OPTIONS": {
            "loaders": [
                (
                    "django.template.loaders.cached.Loader",
                    ["django_cotton.cotton_loader.Loader", "django.template.loaders.app_directories.Loader"],
                )
            ],
            "builtins": ["django_cotton.templatetags.cotton"],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "vejviser.ui.context_processors.furniture",
            ],
        },
    }
]

DATABASES = {"default": env.database(env.text("DATABASE_URL", f"sqlite:///{DATA_DIR}/vejviser.sqlite3"))}
OWNER_DATABASE_URL = env.text("OWNER_DATABASE_URL")
ATOMIC_REQUESTS = False
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "accounts.Person"
AUTHENTICATION_BACKENDS = ["vejviser.accounts.backends.StepInBackend"]
LOGIN_URL = "/log-ind/"
LOGIN_REDIRECT_URL = "/overblik/"
SESSION_COOKIE_AGE = 10 * 60 * 60
SESSION_SERIALIZER = "django.contrib.sessions.serializers.JSONSerializer"
SESSION_COOKIE_SAMESITE = "Lax"

LANGUAGE_CODE = "da"
LANGUAGES = [("da", "Dansk"), ("en", "English")]
LANGUAGE_COOKIE_NAME = "vejviser_language"
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Europe/Copenhagen"

STATIC_URL = "/static/"
STATIC_ROOT = DATA_DIR / "static"
ASSETS_DIR = DATA_DIR / "assets"
STATICFILES_DIRS = [ASSETS_DIR] if ASSETS_DIR.is_dir() else []
WHITENOISE_MAX_AGE = 3600
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = False

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
    }
}
# "no-referrer" would make browsers post forms with "Origin: null", which the form token check refuses
SECURE_REFERRER_POLICY = "same-origin"
CSRF_FAILURE_VIEW = "vejviser.ui.views.form_expired"
X_FRAME_OPTIONS = "DENY"
SECURE_SSL_REDIRECT = SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = not DEMO_MODE
SECURE_HSTS_SECONDS = 0 if DEMO_MODE else 31_536_000
SECURE_PROXY_SSL_HEADER = None if DEMO_MODE else ("HTTP_X_FORWARDED_PROTO", "https")
DATA_UPLOAD_MAX_MEMORY_SIZE = 2_621_440

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "filters": {"no_addresses": {"()": "vejviser.foundation.middleware.WithoutQuery"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line", "filters": ["no_addresses"]}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
}
