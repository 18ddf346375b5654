"""The sealer: puts a link of the chain on every row of the record that has none. Readers never wait for it."""

import os
from collections import defaultdict
from dataclasses import asdict
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models import Exists, Max, Model, OuterRef

from vejviser.audit.checkpoint_rules import Checkpoint, signed_line
from vejviser.audit.models import Change, Look, LookChild, Seal
from vejviser.audit.rules import CHANGE, CHILD_COLUMNS, COLUMNS, LOOK, START, Link, payload_hash, spoken
from vejviser.foundation import clock

BATCH = 1000
# Row numbers may be committed out of order, by a long transaction even far behind; the daily full pass takes those.
BEHIND = 50_000
MODELS: dict[str, type[Model]] = {LOOK: Look, CHANGE: Change}
Values = dict[str, Any]


def seal_all(*, everywhere: bool = False) -> int:
    """Seal until nothing waits; returns how many rows. Looks only `BEHIND` row numbers back unless `everywhere`."""
    total = 0
    while sealed := _seal_batch(everywhere):
        total += sealed
    return total


def export_checkpoint() -> Checkpoint | None:
    """Append a signed line about the chain's last link to the day's file in every checkpoint folder; None if no link.

    Raises OSError when a folder cannot be written; the other folders have got the line.
    """
    last = Seal.objects.order_by("-seq").first()
    if last is None:
        return None
    checkpoint = Checkpoint(spoken(clock.now()), last.seq, last.hash)
    problems = [problem for folder in settings.CHECKPOINT_DIRS if (problem := _append(folder, checkpoint))]
    if problems:
        raise problems[0]
    return checkpoint


@transaction.atomic
def _seal_batch(everywhere: bool) -> int:
    last = Seal.objects.order_by("-seq").first()
    seq, previous, now = (last.seq, last.hash, clock.now()) if last else (0, START, clock.now())
    seals = []
    for source, row, payload in _oldest_first(everywhere):
        seq += 1
        link = Link(seq, source, row, now, payload, previous)
        seals.append(Seal(**asdict(link), hash=link.hash))
        previous = link.hash
    Seal.objects.bulk_create(seals)
    return len(seals)


def _oldest_first(everywhere: bool) -> list[tuple[str, int, str]]:
    """(source, id, payload hash) of rows without a seal, by the moment they tell of."""
    looks, changes = _unsealed(LOOK, everywhere), _unsealed(CHANGE, everywhere)
    children = _children([look["id"] for look in looks])
    found = [(look["at"], LOOK, look["id"], payload_hash(look, children[look["id"]])) for look in looks]
    found += [(change["at"], CHANGE, change["id"], payload_hash(change)) for change in changes]
    return [(source, row, payload) for _, source, row, payload in sorted(found)]


def _unsealed(source: str, everywhere: bool) -> list[Values]:
    sealed = Seal.objects.filter(source=source)
    newest = sealed.aggregate(row=Max("row"))["row"] or 0
    after = 0 if everywhere else newest - BEHIND
    rows = MODELS[source]._default_manager.filter(~Exists(sealed.filter(row=OuterRef("pk"))), pk__gt=after)
    return list(rows.order_by("pk").values(*COLUMNS[source])[:BATCH])


def _children(looks: list[int]) -> defaultdict[int, list[Values]]:
    children: defaultdict[int, list[Values]] = defaultdict(list)
    for row in LookChild.objects.filter(look__in=looks).order_by("pk").values("look_id", *CHILD_COLUMNS):
        children[row.pop("look_id")].append(row)
    return children


def _append(folder: Path, checkpoint: Checkpoint) -> OSError | None:
    line = signed_line(checkpoint, settings.SECRET_KEY)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with (folder / f"{checkpoint.at[:10]}.jsonl").open("a", encoding="utf-8") as file:
            file.write(line + "\n")
            file.flush()
            os.fsync(file.fileno())
    except OSError as problem:
        return problem
    return None
