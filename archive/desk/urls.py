"""The addresses of the desk. A form is sent to the address it stands at, so that what was entered finds back to it."""

from django.urls import path

from archive.desk.views.add_pages import add_pages
from archive.desk.views.bulk_change import bulk_change
from archive.desk.views.bulk_changes import bulk_changes
from archive.desk.views.choices import choices
from archive.desk.views.dictionary import dictionary
from archive.desk.views.duplicate import duplicate
from archive.desk.views.edit import edit
from archive.desk.views.error_report import error_report
from archive.desk.views.history import history
from archive.desk.views.hold import hold
from archive.desk.views.import_articles import import_articles, import_problems, import_template
from archive.desk.views.job import job, job_report
from archive.desk.views.jobs import jobs
from archive.desk.views.programme_words import add_programme, programme_words
from archive.desk.views.remove_programme import remove_programme
from archive.desk.views.review import review
from archive.desk.views.split import split
from archive.desk.views.version import version
from archive.desk.views.vocabulary import vocabulary
from archive.desk.views.work_list import work_list

urlpatterns = [
    path("", work_list, name="desk"),
    path("hold/", hold, name="hold"),
    path("choices/", choices, name="choices"),
    path("articles/<int:pk>/", edit, name="edit"),
    path("articles/<int:pk>/duplicates/<int:other_pk>/", duplicate, name="duplicate"),
    path("articles/<int:pk>/review/", review, name="review"),
    path("articles/<int:pk>/history/", history, name="history"),
    path("articles/<int:pk>/history/<int:key>/", version, name="version"),
    path("error-reports/<int:pk>/", error_report, name="error_report"),
    path("pages/<int:pk>/split/", split, name="split"),
    path("pages/add/", add_pages, name="add_pages"),
    path("import/", import_articles, name="import_articles"),
    path("import/<str:key>/problems.csv", import_problems, name="import_problems"),
    path("import/articles.<str:form>", import_template, name="import_template"),
    path("change/", bulk_change, name="bulk_change"),
    path("changes/", bulk_changes, name="bulk_changes"),
    path("jobs/", jobs, name="jobs"),
    path("jobs/<int:pk>/", job, name="job"),
    path("jobs/<int:pk>/report.csv", job_report, name="job_report"),
    path("vocabulary/", vocabulary, name="vocabulary"),
    path("vocabulary/programmes/add/", add_programme, name="add_programme"),
    path("vocabulary/programmes/<int:pk>/", programme_words, name="programme_words"),
    path("vocabulary/programmes/<int:pk>/remove/", remove_programme, name="remove_programme"),
    path("vocabulary/words/", dictionary, name="dictionary"),
]
