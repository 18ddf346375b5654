"""What happens to agreements as days pass: the task changes, nothing else."""

from datetime import timedelta

from vejviser.agreements.actions import ask_for_new_date
from vejviser.agreements.queries import overdue
from vejviser.foundation.schedule import job


@job("agreements.overdue", every=timedelta(hours=24))
def ask_for_new_dates() -> str:
    """The day after its last day, an open agreement asks for a new date."""
    late = list(overdue())
    for agreement in late:
        ask_for_new_date(agreement)
    return f"{len(late)} overdue"
