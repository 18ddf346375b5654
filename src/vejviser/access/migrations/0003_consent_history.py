"""A question knows what replaced it and when it ended; a new custody holder who has not said yes stops the sharing at once."""

from importlib import import_module

import django.db.models.deletion
from django.db import migrations, models

sight = import_module("vejviser.access.migrations.0002_sight")

# As ConsentRows.sharing(): a consent that custody holders sign holds only while each of them has said yes.
UNSIGNED = """
    EXISTS (
        SELECT 1 FROM access_consentsigner s
        WHERE s.consent_id = c.id AND s.guardian_id IS NOT NULL AND s.required
    ) AND EXISTS (
        SELECT 1 FROM children_custody k JOIN children_guardian g ON g.id = k.guardian_id
        WHERE k.child_id = r.child_id AND k.kind IN ('faelles', 'ene') AND k.closes IS NULL AND NOT g.dead
        AND NOT EXISTS (
            SELECT 1 FROM access_consentsigner s WHERE s.consent_id = c.id AND s.guardian_id = g.id AND s.answer = 'yes'
        )
    )
"""
BEFORE = "c.state IN ('active', 'expiring')"
AFTER = f"(c.state IN ('active', 'expiring') AND NOT ({UNSIGNED}))"


def _view() -> str:
    return sight._view().replace(BEFORE, AFTER)


class Migration(migrations.Migration):
    dependencies = [("access", "0002_sight")]
    operations = [
        migrations.RunSQL("DROP VIEW access_sight", sight._view()),
        migrations.AddField("consent", "ended_at", models.DateTimeField(blank=True, null=True)),
        migrations.AddField(
            "consent",
            "replaced_by",
            models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="replaces",
                to="access.consent",
            ),
        ),
        migrations.AddField("consentsigner", "withdrawn_at", models.DateTimeField(blank=True, null=True)),
        migrations.RunSQL(_view(), "DROP VIEW access_sight"),
    ]
