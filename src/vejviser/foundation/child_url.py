"""The address of a child's pages: a path that packages may link to before the page's own package exists."""

from uuid import UUID


def child_url(child: UUID, page: str = "") -> str:
    """`/boern/<ref>/` or `/boern/<ref>/<page>/`; the ref is random and says nothing about the child."""
    return f"/boern/{child}/{page}/" if page else f"/boern/{child}/"
