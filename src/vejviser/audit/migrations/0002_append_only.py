"""The record can be added to and read, by anybody; changed and emptied by nobody, the tables' owner included."""

from django.db import migrations

TABLES = ("audit_look", "audit_lookchild", "audit_change", "audit_seal")
SQLITE = """
    CREATE TRIGGER {table}_no_{verb} BEFORE {verb} ON {table}
    BEGIN SELECT RAISE(ABORT, '{table} can only be added to'); END
"""
FUNCTION = """
    CREATE FUNCTION audit_add_only() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN RAISE EXCEPTION '% can only be added to', TG_TABLE_NAME; END $$
"""
POSTGRESQL = """
    CREATE TRIGGER {table}_add_only BEFORE UPDATE OR DELETE OR TRUNCATE ON {table}
    FOR EACH STATEMENT EXECUTE FUNCTION audit_add_only()
"""


def close(apps, schema_editor):
    for sql in _closing(schema_editor.connection.vendor):
        schema_editor.execute(sql, params=None)


def reopen(apps, schema_editor):
    for sql in _reopening(schema_editor.connection.vendor):
        schema_editor.execute(sql, params=None)


def _closing(vendor):
    if vendor == "postgresql":
        return [FUNCTION, *(POSTGRESQL.format(table=table) for table in TABLES)]
    return [SQLITE.format(table=table, verb=verb) for table in TABLES for verb in ("update", "delete")]


def _reopening(vendor):
    if vendor == "postgresql":
        return [*(f"DROP TRIGGER {table}_add_only ON {table}" for table in TABLES), "DROP FUNCTION audit_add_only()"]
    return [f"DROP TRIGGER {table}_no_{verb}" for table in TABLES for verb in ("update", "delete")]


class Migration(migrations.Migration):
    dependencies = [("audit", "0001_initial")]
    operations = [migrations.RunPython(close, reopen)]
