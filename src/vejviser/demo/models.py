"""Whether the town has been written to the end."""

from django.db import models

from vejviser.foundation import clock
from vejviser.foundation.models import Declared


class Written(Declared):
    """The demo's history was written whole, for this day. The only row is the last thing the set-up writes."""

    data_class = "-"

    day = models.DateField()
    at = models.DateTimeField(default=clock.now)
