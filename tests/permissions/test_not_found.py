"""Unknown, foreign and forbidden children answer alike: status, body and headers."""

from uuid import uuid4

import pytest
from django.test import Client
from django.urls import get_resolver

from tests.architecture.test_house import _views
from tests.permissions.walk import signed_in
from vejviser.access.models import Sight
from vejviser.accounts.models import Person
from vejviser.children.models import Child

MAY_DIFFER = {"Date", "Set-Cookie", "X-Request-Id"}
CHILD_PATHS = sorted(
    str(pattern.pattern)
    for pattern in _views(get_resolver().url_patterns)
    if str(pattern.pattern).startswith("boern/<uuid:ref>/") and str(pattern.pattern).count("<") == 1
)


def _answer(client: Client, path: str) -> tuple[int, bytes, dict[str, str]]:
    response = client.get(path)
    return response.status_code, response.content, {k: v for k, v in response.items() if k not in MAY_DIFFER}


@pytest.mark.parametrize("pattern", CHILD_PATHS)
@pytest.mark.parametrize("key", ["nadia", "ole", "ulla", "aase", "lone", "poul", "ib"])
def test_a_forbidden_child_is_as_unknown(key: str, pattern: str, town_to_read: str) -> None:
    person = Person.objects.get(source_id=f"emp-{key}")
    alma = Child.objects.get(source_id="child-alma")
    assert not Sight.objects.filter(person=person, child=alma).open().exists()
    client = signed_in(person)
    address = "/" + pattern.replace("<uuid:ref>", "{}")
    forbidden, unknown = _answer(client, address.format(alma.ref)), _answer(client, address.format(uuid4()))
    assert forbidden[0] == 404
    assert forbidden == unknown
