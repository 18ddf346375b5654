"""What imports have been run: which files, and how many rows of each kind they changed. Never what was in the rows."""

from django.db import models

from vejviser.foundation.models import Row


class ImportRun(Row):
    """One set of roster files that was applied. `counts`: kind → new, changed, unchanged, drops."""

    data_class = "-"

    files = models.JSONField()
    counts = models.JSONField()
    held = models.PositiveIntegerField(default=0)
    by = models.UUIDField(null=True)
