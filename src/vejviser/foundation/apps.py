"""The base of every package: what a package offers is imported when the house starts."""

from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules

OFFERS = ("texts", "sections", "jobs", "tasks")


class Package(AppConfig):
    """A package of the house; its texts, sections, jobs and task kinds register themselves when imported."""

    default_auto_field = "django.db.models.BigAutoField"
    default = False


class Foundation(Package):
    name = "vejviser.foundation"
    label = "foundation"
    default = True

    def ready(self) -> None:
        autodiscover_modules(*OFFERS)
