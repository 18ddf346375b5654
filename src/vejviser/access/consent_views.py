"""The pages of consent: what a family has been asked, what each has answered, and asking anew."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext, override

from vejviser.access.consent_actions import (
    ask_consent,
    change_question,
    note_answer,
    take_back_question,
)
from vejviser.access.consent_family import languages
from vejviser.access.consent_forms import AnswerForm, QuestionForm
from vejviser.access.consent_queries import Standing, consent, consents
from vejviser.access.consent_texts import FAMILY_QUESTIONS
from vejviser.access.models import ConsentSigner
from vejviser.access.permissions import ChildSight, consent_ask, consent_page
from vejviser.accounts.requests import StaffRequest
from vejviser.foundation import clock
from vejviser.foundation.child_url import child_url
from vejviser.foundation.http import needs, page_or_part, reads, writes
from vejviser.foundation.results import NotVisible
from vejviser.ui.dates import full
from vejviser.ui.saving import saved

SHOWN = ("D1", "D11")


@needs(consent_page, ref="ref")
@reads
def consent_list(request: StaffRequest, sight: ChildSight) -> HttpResponse:
    """Every question the family has been asked about the child."""
    rows = consents(sight)
    context = {
        "sight": sight,
        "current": [row for row in rows if row.may_change],
        "ended": [row for row in rows if not row.may_change],
        "waiting": next((row for row in rows if row.is_open and row.waiting), None),
        "may_ask": sight.may("D11", "W"),
    }
    return page_or_part(request, "access/consents.html", context, shows=[sight.shown(*SHOWN)])


@needs(consent_ask, ref="ref")
@writes
def ask(request: StaffRequest, sight: ChildSight) -> HttpResponse:
    """A new question to the family."""
    form = QuestionForm(sight.child, request.POST or None)
    if request.method == "POST" and saved(form, lambda: _ask(request, sight, form)):
        return redirect(child_url(sight.child.ref, "samtykke"))
    context = {"sight": sight, "form": form}
    return page_or_part(request, "access/ask.html", context, shows=[sight.shown(*SHOWN)], status=_status(form))


@needs(consent_page, ref="ref")
@writes
def one_consent(request: StaffRequest, sight: ChildSight, one: UUID) -> HttpResponse:
    """One question: who must say yes, what it says, and how the family sees it. Posting asks a changed question."""
    row = consent(sight, one)
    form = QuestionForm(sight.child, request.POST or None, consent=row.consent)
    if request.method == "POST" and saved(form, lambda: _change(request, row, form)):
        return redirect(child_url(sight.child.ref, "samtykke"))
    context = {"sight": sight, "row": row, "form": form, "may_ask": sight.may("D11", "W"), **_around(row)}
    return page_or_part(request, "access/consent.html", context, shows=[sight.shown(*SHOWN)], status=_status(form))


@needs(consent_ask, ref="ref")
@writes
def answer(request: StaffRequest, sight: ChildSight, one: UUID, signer: UUID) -> HttpResponse:
    """Note what one of those who must sign has said."""
    row = consent(sight, one)
    who = _signer(row, signer)
    form = AnswerForm(request.POST or None, initial={"version": who.version, "day": clock.today()})
    if request.method == "POST" and saved(form, lambda: _note(request, who, form)):
        return redirect(child_url(sight.child.ref, f"samtykke/{one}"))
    context = {"sight": sight, "row": row, "signer": who, "form": form}
    return page_or_part(request, "access/answer.html", context, shows=[sight.shown(*SHOWN)], status=_status(form))


@needs(consent_ask, ref="ref")
@writes
def take_back(request: StaffRequest, sight: ChildSight, one: UUID) -> HttpResponse:
    """Stop asking: its own page, so that nothing happens by a mere tap."""
    row = consent(sight, one)
    if request.method == "POST":
        take_back_question(by=request.user, consent=row.consent, seen=int(request.POST.get("version", 0)))
        return redirect(child_url(sight.child.ref, "samtykke"))
    context = {"sight": sight, "row": row}
    return page_or_part(request, "access/take_back.html", context, shows=[sight.shown(*SHOWN)])


def _ask(request: StaffRequest, sight: ChildSight, form: QuestionForm) -> None:
    ask_consent(by=request.user, child=sight.child, question=form.question())


def _change(request: StaffRequest, row: Standing, form: QuestionForm) -> None:
    seen = form.cleaned_data["version"] or 0
    change_question(by=request.user, consent=row.consent, seen=seen, question=form.question())


def _note(request: StaffRequest, signer: ConsentSigner, form: AnswerForm) -> None:
    note_answer(by=request.user, signer=signer, seen=form.cleaned_data["version"], answer=form.said())


def _signer(row: Standing, ref: UUID) -> ConsentSigner:
    found = next((signer for signer in row.signers if signer.ref == ref), None)
    if found is None:
        raise NotVisible("signer")
    return found


def _around(row: Standing) -> dict[str, object]:
    """The family's own version beside it, in Danish or English, with the fixed sentences in the language they read."""
    words = languages()[row.consent.language]
    with override("en" if words.code == "en" else "da"):
        question = str(FAMILY_QUESTIONS[row.consent.purpose]) % {"receiver": row.receiver}
        sees = row.data_words
        until = gettext("Until %(day)s") % {"day": full(row.consent.closes)}
    young = any(signer.guardian is None for signer in row.signers)
    return {
        "words": words,
        "family": {"question": question, "sees": sees, "until": until, "signs": words.young if young else words.both},
    }


def _status(form: QuestionForm | AnswerForm) -> int:
    return 422 if form.is_bound else 200
