"""What a request has shown of whom. Views say it here; audit writes it before the answer leaves."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from uuid import UUID

from django.http import HttpRequest


@dataclass(frozen=True)
class Shown:
    """One child shown: which data classes, by which relation, on which basis, for which purpose (codes)."""

    child: UUID
    data_classes: tuple[str, ...]
    relation: str
    basis: str
    purpose: str = "arbejde"


@dataclass
class Seen:
    """Everything one request has shown. `criterion` is the kind of search, never the words searched for."""

    shown: dict[UUID, Shown] = field(default_factory=dict)
    action: str = "view"
    criterion: str = ""
    refused: bool = False


def seen(request: HttpRequest) -> Seen:
    """The request's own collection, made when first asked for."""
    if not hasattr(request, "_vejviser_seen"):
        request._vejviser_seen = Seen()  # type: ignore[attr-defined]
    collected: Seen = request._vejviser_seen  # type: ignore[attr-defined]
    return collected


def show(request: HttpRequest, shows: Iterable[Shown]) -> None:
    """Add children to what the request shows; data classes of the same child are joined."""
    shown = seen(request).shown
    for one in shows:
        before = shown.get(one.child)
        classes = one.data_classes if before is None else tuple(sorted({*before.data_classes, *one.data_classes}))
        shown[one.child] = Shown(one.child, classes, one.relation, one.basis, one.purpose)
