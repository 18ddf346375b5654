"""The guide's pages. They are open without login, keep nothing about the visitor and read their answers from the address."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from vejviser.foundation.http import page_or_part, public, reads
from vejviser.guide import queries
from vejviser.guide.rules.answer import names
from vejviser.guide.rules.choices import by_dimension, first_asked
from vejviser.guide.rules.search import Entry
from vejviser.guide.texts import KINDS

LONGEST_QUESTION = 120
LAW_OF_NOTIFYING = ("bl_133", "bl_135", "bl_136_137_24t", "bl_136_137_kvittering")


@dataclass(frozen=True)
class Hit:
    """A line of the search: what kind of thing, its title, where it is, and what narrows it."""

    kind: Any
    title: str
    address: str
    band: str
    level: int


@public
@reads
def guide(request: HttpRequest) -> HttpResponse:
    """Three questions with the answer beside them."""
    return page_or_part(request, "guide/guide.html", _sheet(request), part="guide/_guide.html")


@public
@reads
def printed(request: HttpRequest) -> HttpResponse:
    """The answer as a sheet to print, with everything open."""
    return render(request, "guide/print.html", _sheet(request) | {"open": True})


@public
@reads
def signs(request: HttpRequest) -> HttpResponse:
    """Every sign of an age, with how often, with what and for how long to look."""
    known = queries.content().guide
    band = _band(request) or known.age_bands[0].key
    context = {"guide": known, "band": band, "dimensions": by_dimension(known, band)}
    return render(request, "guide/signs.html", context)


@public
@reads
def lineal(request: HttpRequest) -> HttpResponse:
    """The five levels as they can look at an age, and what protects or calls for attention."""
    known = queries.content().guide
    band = _band(request) or known.age_bands[0].key
    pictures = [(level, level.bands[band]) for level in known.lineal.levels]
    context = {"guide": known, "band": band, "pictures": pictures, "factors": known.lineal.factors.get(band)}
    return render(request, "guide/lineal.html", context)


@public
@reads
def talks(request: HttpRequest) -> HttpResponse:
    """The talk guides."""
    return render(request, "guide/talks.html", {"guide": queries.content().guide})


@public
@reads
def talk(request: HttpRequest, key: str) -> HttpResponse:
    """One talk guide."""
    found = queries.talk_guide(key)
    if found is None:
        raise Http404
    by_age = [(band, one.text) for band in queries.content().guide.age_bands for one in found.by_age if one.band == band.key]
    return render(request, "guide/talk.html", {"guide": queries.content().guide, "talk": found, "by_age": by_age})


@public
@reads
def sharing(request: HttpRequest) -> HttpResponse:
    """What one may share with whom: an answer, and the law behind it."""
    known = queries.content().guide
    law = {row.key: row for row in queries.law(key for answer in known.sharing.answers for key in answer.law)}
    answers = [(answer, [law[key] for key in answer.law if key in law]) for answer in known.sharing.answers]
    return render(request, "guide/sharing.html", {"guide": known, "answers": answers})


@public
@reads
def abuse(request: HttpRequest) -> HttpResponse:
    """Suspicion of violence or abuse, step by step. The parents are not told first."""
    box = queries.act_today()
    law = queries.law(key for step in box.abuse.steps for key in step.law)
    return render(request, "guide/abuse.html", {"guide": queries.content().guide, "box": box, "law": law})


@public
@reads
def notify(request: HttpRequest) -> HttpResponse:
    """How to notify: the duty, whom to call, how to tell the parents and what happens then."""
    known = queries.content().guide
    answers = [answer for answer in known.sharing.answers if set(LAW_OF_NOTIFYING) & set(answer.law)]
    context = {"guide": known, "act_today": queries.act_today(), "answers": answers, "law": queries.law(LAW_OF_NOTIFYING)}
    return render(request, "guide/notify.html", context)


@public
@reads
def course(request: HttpRequest) -> HttpResponse:
    """The standard course from wondering to help, and whom to ask first about what."""
    now = queries.content()
    steps = [(step, names(now.guide, step.actors)) for step in now.frame.standard_course.steps]
    asked = [(sector, first_asked(now.guide, now.frame, sector.key)) for sector in now.guide.sectors]
    context = {"guide": now.guide, "course": now.frame.standard_course, "steps": steps, "asked": asked}
    return render(request, "guide/course.html", context)


@public
@reads
def tracks(request: HttpRequest) -> HttpResponse:
    """The values and the shared approach, each with questions for a team to talk about."""
    now = queries.content()
    return render(request, "guide/tracks.html", {"guide": now.guide, "tracks": now.frame.tracks})


@public
@reads
def search(request: HttpRequest) -> HttpResponse:
    """What fits a question in everyday words. The question is read here and kept nowhere."""
    question = request.GET.get("q", "").strip()[:LONGEST_QUESTION]
    band = _band(request) or ""
    hits = [_hit(entry) for entry in queries.search(question, band)] if question else []
    context = {"guide": queries.content().guide, "question": question, "band": band, "hits": hits}
    return render(request, "guide/search.html", context)


def _sheet(request: HttpRequest) -> dict[str, Any]:
    given = request.GET
    sheet = queries.sheet(
        request.user,
        band=given.get("alder", ""),
        signs=given.getlist("tegn"),
        level=given.get("niveau", ""),
        sector=given.get("sted", ""),
    )
    return {"sheet": sheet, "guide": sheet.content.guide, "answer": sheet.answer}


def _band(request: HttpRequest) -> str | None:
    """The age band of the address, if the guide knows it."""
    asked = request.GET.get("alder", "")
    return asked if asked in queries.content().guide.signs else None


def _hit(entry: Entry) -> Hit:
    return Hit(KINDS[entry.kind], entry.title, _address(entry), entry.band, entry.level)


def _address(entry: Entry) -> str:
    """Where the thing that was found is read."""
    pages: dict[str, tuple[str, dict[str, str | int], str]] = {
        "sign": ("guide_signs", {"alder": entry.band}, entry.key),
        "share": ("guide_sharing", {}, entry.key),
        "abuse": ("guide_abuse", {}, ""),
        "notify": ("guide_notify", {}, ""),
        "level": ("guide_lineal", {}, entry.key),
        "course": ("guide_course", {}, ""),
        "route": ("guide_course", {}, "hvem-foerst"),
        "track": ("guide_tracks", {}, entry.key),
        "step": ("guide", {"niveau": entry.level, "sted": entry.sector}, ""),
    }
    if entry.kind == "talk":
        return reverse("guide_talk", kwargs={"key": entry.key})
    name, codes, place = pages[entry.kind]
    return reverse(name) + (f"?{urlencode(codes)}" if codes else "") + (f"#{place}" if place else "")
