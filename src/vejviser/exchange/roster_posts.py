"""Which of a person's employments an assignment rests on: the files name the person and the place of work only."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from vejviser.exchange.roster_rows import Key
from vejviser.organisation.rules import RELATION_OF_ROLE

Link = int | Key
"""A row of another table: its primary key, or its key in the files while it is still to be made."""

VISITING = tuple(role for role, relation in RELATION_OF_ROLE.items() if relation != "INST")
"""Roles that work at other units than their own."""


class Post(NamedTuple):
    """One employment; the fields after `link` are the columns of the employments' target."""

    link: Link
    person: Link
    unit: Link
    role: str
    opens: date
    closes: date | None


class Posts:
    """Every employment that the files and the database know, by person."""

    def __init__(self, posts: Iterable[Post]) -> None:
        self.by_person: dict[Link, list[Post]] = {}
        self.person_of: dict[Link, Link] = {}
        for post in posts:
            self.by_person.setdefault(post.person, []).append(post)
            self.person_of[post.link] = post.person

    def pick(self, person: Link | None, unit: Link | None, day: date) -> Link | None:
        """One that holds on the day, at the unit itself, of a role that visits: in this order. None when there is none."""

        def distance(post: Post) -> tuple[bool, bool, bool, date]:
            holds = post.opens <= day and (post.closes is None or post.closes >= day)
            return not holds, post.unit != unit, post.role not in VISITING, post.opens

        posts = self.by_person.get(person, []) if person is not None else []
        return min(posts, key=distance).link if posts else None
