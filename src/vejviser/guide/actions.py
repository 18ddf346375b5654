"""Taking content in as an edition. A repeat changes nothing, and content with a fault is refused as a whole."""

import hashlib
import json
from pathlib import Path
from typing import Any

import yaml
from django.core.serializers.json import DjangoJSONEncoder
from django.db import transaction
from django.db.models import Max

from vejviser.accounts.models import Person
from vejviser.audit.actions import record_change
from vejviser.foundation import clock
from vejviser.foundation.results import RuleBroken
from vejviser.guide.models import Edition, LawRow
from vejviser.guide.rules.check import Source, law_entries, problems
from vejviser.guide.rules.content import Tree
from vejviser.guide.rules.frame import Amount, LawEntry

Amounts = tuple[Amount, ...]
FILES = {"guide": "guide.yaml", "frame": "guide_frame.yaml", "law": "law.yaml"}


@transaction.atomic
def import_content(folder: Path, *, by: Person | None = None, why: str = "") -> Edition:
    """Publish the content of a folder as the next edition and bring the law table up to it.

    Content that was taken in before is left alone, with everything the municipality has changed since. Raises
    RuleBroken("guide_content_refused", problems=…) with one line per fault; nothing is written then.
    """
    source = read(folder)
    digest = _digest(source)
    known = Edition.objects.filter(digest=digest).first()
    if known is not None:
        return known
    _take_law(source.law)
    edition = _publish({"guide": source.guide, "frame": source.frame}, digest=digest, by=by, why=why)
    record_change(by=by, action="guide.publish", row=edition, facts={"number": edition.number})
    return edition


def read(folder: Path) -> Source:
    """The content of a folder, without fault. Raises RuleBroken("guide_content_refused")."""
    source = Source(**{name: _load(folder / file) for name, file in FILES.items()})
    faults = problems(source)
    if faults:
        raise _refused(*faults)
    return source


def _load(path: Path) -> Tree:
    try:
        return yaml.safe_load(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise _refused(f"{path.name}: {error.strerror if isinstance(error, OSError) else error}") from error
    except yaml.YAMLError as error:
        raise _refused(f"{path.name}: {error}") from error


def _refused(*faults: str) -> RuleBroken:
    return RuleBroken("guide_content_refused", problems="\n".join(faults))


def _digest(source: Source) -> str:
    plain = json.dumps(vars(source), cls=DjangoJSONEncoder, sort_keys=True)
    return hashlib.sha256(plain.encode()).hexdigest()


def _publish(content: dict[str, Any], *, digest: str, by: Person | None, why: str) -> Edition:
    Edition.objects.filter(state="published").update(state="retired")
    newest = Edition.objects.aggregate(newest=Max("number"))["newest"] or 0
    return Edition.objects.create(
        number=newest + 1,
        state="published",
        content=content,
        digest=digest,
        why=why,
        published_at=clock.now(),
        published_by=by.ref if by else None,
    )


def _take_law(law: Tree) -> None:
    """A row that the municipality's lawyer has approved stands as it is."""
    for danish, english in zip(law_entries(law, "da"), law_entries(law, "en"), strict=True):
        held = LawRow.objects.filter(key=danish.key, valid_from=danish.valid_from)
        if not held.exclude(legal_review="").exists():
            LawRow.objects.update_or_create(key=danish.key, valid_from=danish.valid_from, defaults=_law_values(danish, english))


def _law_values(danish: LawEntry, english: LawEntry) -> dict[str, Any]:
    return {
        "act": danish.new.act,
        "paragraph": danish.new.paragraph or "",
        "plain_da": danish.plain,
        "plain_en": english.plain,
        "note_da": danish.note,
        "note_en": english.note,
        "old": danish.old.model_dump(mode="json") if danish.old else None,
        "deadlines": _amounts(danish.deadlines, english.deadlines),
        "limits": _amounts(danish.limits, english.limits),
        "valid_to": danish.valid_to,
        "who_must_check": danish.who_must_check,
        "checked": danish.checked,
        "legal_review": danish.legal_review or "",
        "source": danish.source,
    }


def _amounts(danish: Amounts, english: Amounts) -> list[dict[str, Any]]:
    """Deadlines or limits with the text of both languages."""
    both = zip(danish, english, strict=True)
    return [{**da.model_dump(), "text": {"da": da.text, "en": en.text}} for da, en in both]
