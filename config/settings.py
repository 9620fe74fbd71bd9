"""Settings of the archive; what differs between two archives is read from the environment (environment.py)."""

import datetime

import dj_database_url
from csp.constants import NONE, SELF

from config.environment import (
    ENGINES,
    ROOT,
    env,
    read_data_dir,
    read_engine,
    read_hosts,
    read_past_searches,
    read_proxies,
    read_secret_key,
)

DATA_DIR = read_data_dir()
SECRET_KEY = read_secret_key(DATA_DIR)
DEBUG = env.bool("DEBUG", False)
ALLOWED_HOSTS = read_hosts()
CSRF_TRUSTED_ORIGINS: list[str] = env.list("CSRF_TRUSTED_ORIGINS", [])

# False asks every reader for a login.
ARCHIVE_IS_OPEN = env.bool("ARCHIVE_IS_OPEN", True)

# False asks for a second person: nobody publishes what they wrote, or changes the text of a published article.
AUTHOR_MAY_PUBLISH = env.bool("AUTHOR_MAY_PUBLISH", True)

# False counts no queries for administrators to see, and takes popular ones from the suggestions.
QUERY_LOG = env.bool("QUERY_LOG", True)

# How many of their own past searches readers find again; 0 keeps none.
PAST_SEARCHES = read_past_searches()

# How many web servers of the operator's own stand before this one, each of which says whom it heard from.
PROXIES = read_proxies()

INSTALLED_APPS = [
    "config",
    "search",  # before haystack: its rebuild_index never empties what is being searched
    "archive",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "axes",
    "csp",
    "django_htmx",
    "django_q",
    "haystack",
    "simple_history",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "config.language.ChosenLanguageMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "simple_history.middleware.HistoryRequestMiddleware",
    "archive.desk.trouble.TroubleMiddleware",
    "axes.middleware.AxesMiddleware",
]
if not ARCHIVE_IS_OPEN:
    MIDDLEWARE.append("django.contrib.auth.middleware.LoginRequiredMiddleware")

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"
ASGI_APPLICATION = "config.asgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [ROOT / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
            "builtins": ["django.templatetags.i18n", "django.templatetags.static"],
        },
    },
]

DATABASES = {
    "default": dj_database_url.parse(
        env.str("DATABASE_URL", f"sqlite:///{DATA_DIR / 'archive.sqlite3'}"), conn_max_age=600
    )
}
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    # Rollback journal: SQLite below 3.51.3 can corrupt a database in WAL mode.
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 30,
        "init_command": "PRAGMA journal_mode=DELETE; PRAGMA synchronous=FULL; PRAGMA cache_size=-32000;",
    }
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",  # first: where it refuses, no password is looked at
    "django.contrib.auth.backends.ModelBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in ("UserAttributeSimilarityValidator", "MinimumLengthValidator", "CommonPasswordValidator")
]
CSRF_FAILURE_VIEW = "archive.desk.access.refuse_forged"
LOGIN_URL = "login"
LOGIN_REDIRECT_URL = "home"
LOGOUT_REDIRECT_URL = "home"

# After so many wrong passwords for one name from one address its logins are refused for so long (login_lock.py).
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = datetime.timedelta(minutes=15)
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_RESET_ON_SUCCESS = True
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False  # the time that was told stays true
AXES_LOCKOUT_CALLABLE = "config.login_lock.refuse_login"
AXES_CLIENT_IP_CALLABLE = "config.client_address.read_client_address"
AXES_DISABLE_ACCESS_LOG = True  # when people come and go is noted nowhere
AXES_ENABLE_ADMIN = False  # its lists know no Chinese; a lock is lifted in the list of accounts
AXES_VERBOSE = False

LANGUAGE_CODE = "zh-hans"
LANGUAGES = [("zh-hans", "简体中文"), ("en", "English")]
LOCALE_PATHS = [ROOT / "locale"]
TIME_ZONE = "Asia/Shanghai"
USE_TZ = True
USE_THOUSAND_SEPARATOR = False

STATIC_URL = "static/"
STATICFILES_DIRS = [ROOT / "static"]
STATIC_ROOT = DATA_DIR / "static"
MEDIA_ROOT = DATA_DIR / "uploads"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    # What editors hand in, until a job has read it; no address leads here.
    "private": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": DATA_DIR / "handed-in", "base_url": None},
    },
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
FILE_UPLOAD_PERMISSIONS = 0o600
FILE_UPLOAD_HANDLERS = ["archive.desk.uploading.choose_handler"]
DATA_UPLOAD_MAX_NUMBER_FILES = 300
# An article with hundreds of people has two fields for each, and a page is ticked line by line without scripts.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000
# The text of a long page takes 2 MB, and three times as much as a form may encode it.
DATA_UPLOAD_MAX_MEMORY_SIZE = 8 * 1024 * 1024

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "img-src": [SELF, "data:"],
        "object-src": [NONE],
        "base-uri": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    }
}
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"

SEARCH_ENGINES = ENGINES
SEARCH_ENGINE = read_engine()
SEARCH_INDEX_DIR = DATA_DIR / "index"
HAYSTACK_CONNECTIONS = {
    name: {"ENGINE": f"search.engines.{name}.{name.capitalize()}Engine", "PATH": SEARCH_INDEX_DIR / name}
    for name in ENGINES
}
HAYSTACK_CONNECTIONS["default"] = HAYSTACK_CONNECTIONS[SEARCH_ENGINE]

# Killed in the middle of a job, the worker runs it again: jobs must be safe to repeat.
Q_CLUSTER = {
    "name": "archive",
    "orm": "default",
    "workers": 1,
    "timeout": 3600,
    "retry": 4000,
    "max_attempts": 3,
    "catch_up": False,
    "label": "后台任务",
}

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {
        "console": {"class": "logging.StreamHandler", "formatter": "line"},
        "file": {
            "class": "config.log_file.LogFile",
            "filename": DATA_DIR / "archive.log",
            "formatter": "line",
            "delay": True,
        },
    },
    "root": {"handlers": ["console", "file"], "level": "WARNING"},
}
