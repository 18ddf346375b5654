"""What people wondered about: kept to themselves, shared with the room, ended in an agreement or a wait, and one hold."""

from typing import Any
from uuid import uuid4

from vejviser.agreements.actions import finish_agreement
from vejviser.concern.actions import agree, close_note, note_talk, share_note, wait, write_note
from vejviser.concern.models import Note
from vejviser.concern.rules import Words
from vejviser.demo.history_town import Town


def write(town: Town) -> None:
    """Autumn to the day before."""
    _alma_before_the_log(town)
    _of_mette(town)
    _of_colleagues(town)
    _at_school(town)
    _karla(town)


def _note(town: Town, by: str, child: str, words: Words, **more: Any) -> Note:
    return write_note(by=town.person(by), ref=uuid4(), words=words, child=town.child(child), **more)


def _alma_before_the_log(town: Town) -> None:
    """The concern that led to the log: shared, talked about, and settled when the log was opened."""
    mette = town.person("mette")
    words = Words(
        "Alma blev stående ved lågen i 20 minutter efter aflevering tre dage i denne uge.", 2, "Det er nyt siden jul.",
        since="Siden januar", how_often="3-4 dage om ugen", place="Ved lågen om morgenen", helped="At jeg satte mig hos hende.",
    )  # fmt: skip
    with town.on("2026-01-22", "13:05"):
        note = _note(town, "mette", "alma", words)
        share_note(by=mette, note=note)
    with town.on("2026-01-26", "16:10") as today:
        said = "Camilla var indlagt i december. Hun tænker, at det fylder."
        note_talk(by=mette, note=note, day=today, parents_words=said, child_words="Mor skal ikke gå.")
        agreement = agree(
            by=mette, note=note, what="Mødes med Camilla og Rasmus om morgenerne", who=mette, due=town.at("2026-02-10")
        )
    with town.on("2026-02-10", "16:30"):
        close_note(by=mette, note=note, words="Vi åbnede loggen sammen i dag.")
        finish_agreement(by=mette, agreement=agreement, outcome="Vi mødtes og blev enige om at åbne loggen.")


def _of_mette(town: Town) -> None:
    """Two of her own, one that waits, one about the room, and one about a child who does well."""
    mette = town.person("mette")
    with town.on("2026-02-26", "12:50"):
        circle = Words("Omar fortalte hele historien om bussen i samlingen, og de andre lyttede.", 1, place="Samling")
        _note(town, "mette", "omar", circle)
    with town.on("2026-03-03", "13:15"):
        nap = Words("Ingrid sover en time længere end før og er gået fra gyngen.", 2, since="Siden uge 8")
        waiting = _note(town, "mette", "ingrid", nap)
        wait(by=mette, note=waiting, why="Hun har haft influenza. Jeg ser det an.", until=town.at("2026-03-17"))
    with town.on("2026-03-04", "09:20"):
        noisy = Words("Der er mest uro fra kl. 8.30 til 9, når alle rum er åbne på én gang.", place="Fællesrummet")
        room = write_note(by=mette, ref=uuid4(), words=noisy, about="environment", group=town.group("solsikkerne"))
        share_note(by=mette, note=room)
    with town.on("2026-03-09", "13:40"):
        wardrobe = Words(
            "Konrad sad i garderoben under samlingen, til Jens satte sig ved ham.", 2, "Små tegn, vi justerer hverdagen.",
            how_often="To gange i denne uge", place="Garderoben", helped="At Jens satte sig ved ham og ventede.",
        )  # fmt: skip
        _note(town, "mette", "konrad", wardrobe)


def _of_colleagues(town: Town) -> None:
    with town.on("2026-03-05", "13:30"):
        words = Words("Viggo legede i sandkassen med tre andre hele formiddagen.", 1, helped="Han havde sovet.")
        share_note(by=town.person("jens"), note=_note(town, "jens", "viggo", words))
    with town.on("2026-03-06", "12:10"):
        loud = Words("Der bliver råbt meget ved vaskene før frokost.", place="Badeværelset")
        write_note(by=town.person("nadia"), ref=uuid4(), words=loud, about="group", group=town.group("kloeverne"))


def _at_school(town: Town) -> None:
    jonas = town.person("jonas")
    with town.on("2026-02-25", "14:20"):
        words = Words(
            "Filippa afleverede blankt tre gange og sad alene i to frikvarterer.", 3, since="Siden vinterferien",
            how_often="De fleste dage", helped="At sidde ved Asta.",
        )  # fmt: skip
        note = _note(town, "jonas", "filippa", words)
        share_note(by=jonas, note=note)
    with town.on("2026-03-02", "15:30") as today:
        said = "Trine ser det også. Mads synes, hun er som hun plejer hos ham."
        note_talk(by=jonas, note=note, day=today, parents_words=said, child_words="Jeg kan ikke nå det.")


def _karla(town: Town) -> None:
    """Nothing new reaches her family, and nobody is asked to talk with them."""
    words = Words(
        "Karla havde et blåt mærke på overarmen og sagde, at hun ikke måtte fortælle det.", 4, place="Omklædning",
        why_not_told="Mistanke om vold. Forældrene får ikke besked fra os.",
    )  # fmt: skip
    with town.on("2026-03-09", "13:10"):
        _note(town, "pia", "karla", words, violence=True)
