"""The view that joins every way from a person to a child; one SQL text for both databases."""

from django.db import migrations

# Nobody sees a child of their own family through their work.
NOT_OWN_FAMILY = """
    NOT EXISTS (
        SELECT 1 FROM children_custody k JOIN children_guardian g ON g.id = k.guardian_id
        JOIN accounts_person p ON p.cpr_hash = g.cpr_hash
        WHERE k.child_id = {child} AND p.id = {person} AND g.cpr_hash <> ''
    )
"""
ROLE_RELATION = """
    CASE WHEN e.role IN ('sundhedsplejerske', 'tandplejer') THEN 'HV'
         WHEN e.role IN ('ppr_psykolog', 'logopaed', 'fys_ergo') THEN 'PPR' ELSE 'INST' END
"""
# An adviser of another authority has no basis of their own and needs a granted relation.
ROLE_BASIS = """
    CASE WHEN e.role NOT IN ('ppr_psykolog', 'logopaed', 'fys_ergo') THEN 'own_task'
         WHEN own.authority = place.authority THEN 'same_authority' ELSE 'none' END
"""
ASSIGNED = """
    SELECT '{prefix}' || a.id || '-' || n.id AS id, e.person_id, n.child_id, {relation} AS relation, e.role, {basis} AS basis,
           e.role || ':' || {relation} || ':' || {basis} AS way,
           CASE WHEN f.id IS NULL THEN '' ELSE 'primary' END AS capacity, n.unit_id, n.group_id,
           e.opens AS work_opens, e.closes AS work_closes, a.opens_at AS tie_opens, a.closes_at AS tie_closes,
           n.opens AS place_opens, n.closes AS place_closes
    FROM organisation_assignment a
    JOIN organisation_employment e ON e.id = a.employment_id
    JOIN children_enrolment n ON {join}
    JOIN children_child c ON c.id = n.child_id
    JOIN organisation_unit own ON own.id = e.unit_id
    JOIN organisation_unit place ON place.id = n.unit_id
    LEFT JOIN organisation_primary f ON f.assignment_id = a.id AND f.child = c.ref
    WHERE {not_own_family}
"""
LEADS = """
    SELECT 'l' || e.id || '-' || n.id AS id, e.person_id, n.child_id, 'LEAD' AS relation, e.role, 'own_task' AS basis,
           e.role || ':LEAD:own_task' AS way, '' AS capacity, n.unit_id, n.group_id, e.opens AS work_opens, e.closes AS work_closes,
           '2000-01-01 00:00:00+00:00' AS tie_opens, NULL AS tie_closes, n.opens AS place_opens, n.closes AS place_closes
    FROM organisation_employment e JOIN children_enrolment n ON n.unit_id = e.unit_id
    WHERE e.role IN ('leder', 'omraadeleder') AND {not_own_family}
"""
# The basis, and the consent it may rest on, are joined when it is read: withdrawal bites at once.
GRANTED = """
    SELECT 'r' || r.id AS id, r.person_id, r.child_id, r.kind AS relation, e.role, b.kind AS basis,
           e.role || ':' || r.kind || ':' || b.kind AS way, r.capacity,
           e.unit_id, NULL AS group_id, e.opens AS work_opens, e.closes AS work_closes,
           r.opens_at AS tie_opens, r.closes_at AS tie_closes, b.opens AS place_opens,
           CASE WHEN c.closes IS NULL THEN b.closes
                WHEN b.closes IS NULL OR c.closes < b.closes THEN c.closes ELSE b.closes END AS place_closes
    FROM access_relation r
    JOIN organisation_employment e ON e.id = r.employment_id
    JOIN access_sharingbasis b ON b.id = r.basis_id
    LEFT JOIN access_consent c ON c.id = b.consent_id
    WHERE (b.consent_id IS NULL OR c.state IN ('active', 'expiring')) AND {not_own_family}
"""


def _view() -> str:
    assigned = {"relation": ROLE_RELATION, "basis": ROLE_BASIS}
    mine = NOT_OWN_FAMILY.format(child="n.child_id", person="e.person_id")
    parts = (
        ASSIGNED.format(prefix="g", join="n.group_id = a.group_id", not_own_family=mine, **assigned),
        ASSIGNED.format(prefix="u", join="a.group_id IS NULL AND n.unit_id = a.unit_id", not_own_family=mine, **assigned),
        LEADS.format(not_own_family=mine),
        GRANTED.format(not_own_family=NOT_OWN_FAMILY.format(child="r.child_id", person="r.person_id")),
    )
    return "CREATE VIEW access_sight AS " + " UNION ALL ".join(parts)


class Migration(migrations.Migration):
    dependencies = [
        ("access", "0001_initial"),
        ("children", "0001_initial"),
        ("organisation", "0001_initial"),
        ("accounts", "0001_initial"),
    ]
    operations = [migrations.RunSQL(_view(), "DROP VIEW access_sight")]
