"""What was shown is what is recorded, and what cannot be recorded is not shown."""

import uuid

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from vejviser.audit.models import Look, LookChild
from vejviser.audit.queries import looks_at
from vejviser.audit.tests.conftest import Look as Ask
from vejviser.audit.tests.conftest import Sql


@pytest.mark.django_db
def test_the_set_of_shown_is_the_set_of_recorded(look: Ask) -> None:
    children = {uuid.uuid4() for _ in range(25)}
    assert look(*children).status_code == 200
    assert set(LookChild.objects.values_list("child", flat=True)) == children
    assert set(LookChild.objects.values_list("data_classes", "relation", "basis", "purpose")) == {
        ("D1 D3", "INST", "own_task", "arbejde")
    }


@pytest.mark.django_db
def test_a_page_without_children_leaves_no_look(look: Ask) -> None:
    look()
    assert not Look.objects.exists()


@pytest.mark.django_db
def test_a_refused_try_is_recorded_without_a_child(look: Ask) -> None:
    look(refused=True)
    assert Look.objects.get().refused
    assert not LookChild.objects.exists()


@pytest.mark.django_db
def test_a_list_of_a_thousand_children_is_two_statements(look: Ask) -> None:
    with CaptureQueriesContext(connection) as queries:
        look(*(uuid.uuid4() for _ in range(1000)))
    assert sum(query["sql"].startswith("INSERT") for query in queries) == 2
    assert LookChild.objects.count() == 1000


@pytest.mark.commits
def test_nothing_is_shown_while_looks_cannot_be_recorded(look: Ask, as_owner: Sql, caplog: pytest.LogCaptureFixture) -> None:
    child = uuid.uuid4()
    assert look(child).content == b"1 children"
    as_owner("ALTER TABLE audit_look RENAME TO audit_look_away")
    answer = look(child)
    assert answer.status_code == 503
    assert b"1 children" not in answer.content
    assert str(child) not in caplog.text
    as_owner("ALTER TABLE audit_look_away RENAME TO audit_look")
    assert look(child).status_code == 200


@pytest.mark.django_db
def test_looks_at_a_child_are_read_newest_first_a_page_at_a_time(look: Ask) -> None:
    alma, viggo = uuid.uuid4(), uuid.uuid4()
    for child in (alma, viggo, alma, alma):
        look(child)
    newest, older = looks_at(alma, limit=2)
    assert newest.pk > older.pk
    assert [row.child for row in looks_at(alma, before=older.pk)] == [alma]
    assert looks_at(alma, person=uuid.uuid4()) == []
