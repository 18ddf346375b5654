"""Alma's log: mornings are hard, people see it differently, and what they agreed is on its way."""

from vejviser.access.models import Consent
from vejviser.agreements.goal_actions import rate, set_goal
from vejviser.agreements.models import Goal
from vejviser.agreements.rules import Answer
from vejviser.children.actions import keep_words
from vejviser.demo.history_consents import to_take_part, yes_to
from vejviser.demo.history_log_book import CHILD, LogBook
from vejviser.demo.history_town import Town
from vejviser.relaylog.actions import agree, set_next
from vejviser.relaylog.participant_actions import add_network_person, add_participant
from vejviser.relaylog.voice_actions import agree_level

WHY = "Vi vil gerne samle, hvad vi ved og aftaler om Almas morgener, ét sted, hvor I læser med og selv kan skrive."
PARTNERS = {
    "karin": "Karin kender Alma fra besøgene derhjemme og kan hjælpe os med søvn og morgener.",
    "line": "Line kan se Alma i stuen og give os gode råd om at komme i gang med leg.",
    "sara": "Sara kan fortælle, hvilken hjælp I kan få derhjemme.",
}
OUT = "2026-08-10"


def write(town: Town) -> None:
    """From the first strength that was written down to the follow-up that is due on the day."""
    _who_alma_is(town)
    with town.on("2026-02-10", "15:40"):
        book = LogBook.opened(town, "mette", "alma", WHY, "2026-02-24", "Første opfølgning: gode morgener")
        consents = {
            key: yes_to(town, "mette", "alma", to_take_part(town, key, why, town.at(OUT))) for key, why in PARTNERS.items()
        }
        _let_in(town, book, consents)
        goals = _goals(town)
        _first_day(town, book)
    _february(town, book, goals)
    _march(town, book, goals)


def _who_alma_is(town: Town) -> None:
    alma, mette = town.child("alma"), town.person("mette")
    for day, kind, text in (
        ("2025-11-24", "strength", "Bygger huse og fortæller historier om dem."),
        ("2026-01-15", "strength", "Hjælper de små med flyverdragten."),
        ("2026-02-20", "strength", "Kan alle dyr i skoven."),
        ("2026-02-24", "said", "Det er dejligt, når Mette venter ved lågen. Så er det ikke så tomt."),
    ):
        with town.on(day, "14:30") as today:
            keep_words(by=mette, child=alma, kind=kind, text=text, day=today)


def _let_in(town: Town, book: LogBook, consents: dict[str, Consent]) -> None:
    mette, log = town.person("mette"), book.log
    add_participant(by=mette, log=log, employment=town.work("jens"), basis="own_task")
    for key, consent in consents.items():
        add_participant(by=mette, log=log, employment=town.work(key), basis="consent", consent=consent)
    add_network_person(by=mette, log=log, name="Birthe", role="mormor")


def _goals(town: Town) -> tuple[Goal, Goal]:
    alma, mette = town.child("alma"), town.person("mette")
    mornings = "Gode morgener. Alma siger farvel uden at være ked af det de fleste dage."
    friend = "En god ven at lege med. Jeg vil gerne bygge med Ingrid."
    return (
        set_goal(by=mette, child=alma, words=mornings, said_by="Camilla og Rasmus", aim=8),
        set_goal(by=mette, child=alma, words=friend, said_by="Alma, med sin tegning"),
    )


def _first_day(town: Town, book: LogBook) -> None:
    mette = town.person("mette")
    crying = "Alma græder ved aflevering 3-4 dage om ugen og er længe om at komme i gang med leg."
    book.says("mette", "worry", crying)
    book.worries("mette", 3, "Leger ofte alene den første time.")
    book.worries("Camilla", 2, "Hun er glad derhjemme. Morgenerne er hårde.", by="mette")
    reason = "Forældre og børnehus så det samme, da de talte sammen."
    agree_level(by=mette, log=book.log, level=3, reason=reason, names="Camilla, Rasmus, Mette")
    until = town.at("2026-03-31")
    agree(by=mette, log=book.log, what="Vente ved lågen kl. 7.45", who=mette, due=until)
    agree(by=mette, log=book.log, what="Vinke-ritual og fast farvel", who="Camilla og Rasmus", due=until)


def _february(town: Town, book: LogBook, goals: tuple[Goal, Goal]) -> None:
    mette = town.person("mette")
    with town.on("2026-02-11", "07:50"):
        book.says("Camilla", "worry", "Hun tror, jeg bliver syg igen, når jeg går.", by="mette")
    with town.on("2026-02-17", "11:15"):
        book.worries("karin", 2, "Sover og spiser godt.")
        book.worries("Rasmus", 2, "Jeg ser det mest om søndagen.", by="mette")
    with town.on("2026-02-24", "15:50"):
        book.says("Rasmus", "worry", "Skolestart kan blive et stort skift.", by="mette")
        book.says("Camilla", "works", "Mormor henter hver torsdag. Det glæder hun sig til.", by="mette")
        book.worries("Rasmus", 3, "Hun spørger om aftenen, om mor bliver syg igen.", by="mette")
        book.worries("mette", 3, "Leger ofte alene den første time.")
        book.worries(CHILD, None, "Det er svært, når mor går. Bagefter er det fint.", by="mette", picture="cloud_sun")
        _rate(town, goals, {"Camilla, mor": 4, "Rasmus, far": 3})
        agree(by=mette, log=book.log, what="Spørge skolen om en besøgsdag", who=mette, due=town.at("2026-03-06"))
        follow_up = "Opfølgning med Camilla og Rasmus: Hvordan går det med gode morgener?"
        log = book.fresh()
        set_next(by=mette, log=log, seen=log.version, next_on=town.day, next_what=follow_up)
    with town.on("2026-02-26", "12:40"):
        book.says("line", "works", "Ingrid og Alma bygger sammen, når de er få.")
        book.worries("line", 4, "Holder meget tilbage i den store gruppe, to observationer.")


def _march(town: Town, book: LogBook, goals: tuple[Goal, Goal]) -> None:
    with town.on("2026-03-02", "13:10"):
        gate = "Når jeg venter ved lågen, og Alma får lov at vælge morgenens bog, er hun med efter 10 minutter."
        book.says("mette", "works", gate)
        book.worries("mette", 3, "Hun kommer i gang, når nogen venter på hende. Alene er det stadig svært.")
        book.worries("Camilla", 2, "Hun er glad derhjemme. To gode morgener i denne uge.", by="mette")
        _rate(town, goals, {"Camilla, mor": 6, "Rasmus, far": 5})
        rate(by=town.person("mette"), goal=goals[1], answer=Answer("word", words="Lidt."), name="Alma", child_itself=True)


def _rate(town: Town, goals: tuple[Goal, Goal], parents: dict[str, int]) -> None:
    mette = town.person("mette")
    for name, number in parents.items():
        rate(by=mette, goal=goals[0], answer=Answer("number", number), name=name)
    rate(by=mette, goal=goals[0], answer=Answer("number", 5), person=mette)
