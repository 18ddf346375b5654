"""The other logs of Solsikkerne: Konrad's, Viggo's with a baton that wanders, and Agnes', which ended well."""

from vejviser.agreements.goal_actions import set_goal
from vejviser.demo.history_log_book import CHILD, LogBook
from vejviser.demo.history_town import Town
from vejviser.relaylog.actions import Ending, Looked, agree, close_log, look_back, set_next
from vejviser.relaylog.baton_actions import answer_baton, offer_baton
from vejviser.relaylog.participant_actions import add_participant
from vejviser.relaylog.voice_actions import agree_level

WHY = "Vi vil gerne skrive det, vi aftaler, ét sted, hvor I kan læse med."


def write(town: Town) -> None:
    """Each from its opening to where it stands on the day."""
    _konrad(town)
    _viggo(town)
    _agnes(town)


def _konrad(town: Town) -> None:
    mette = town.person("mette")
    with town.on("2026-01-06", "15:00"):
        book = LogBook.opened(town, "mette", "konrad", WHY, "2026-02-10", "Rolige hentetider: første opfølgning")
        add_participant(by=mette, log=book.log, employment=town.work("jens"), basis="own_task")
        set_goal(by=mette, child=book.log.child, words="Rolige hentetider", said_by="Liv og Thomas", aim=8)
        book.says("mette", "worry", "Konrad går i stå i garderoben, når dagen skifter, og finder ikke ordene.")
        book.worries("mette", 2, "Han er med, når en voksen sætter ord på.")
        book.worries("Liv", 2, "Derhjemme peger han, når han bliver træt.", by="mette")
        reason = "Vi ser det samme og begynder i det små."
        agree_level(by=mette, log=book.log, level=2, reason=reason, names="Liv, Thomas, Mette")
    with town.on("2026-02-10", "14:45"):
        book.worries("Thomas", 3, "Fredage er stadig svære.", by="mette")
        book.says("jens", "works", "En stille plads i garderoben og en fast voksen.")
        games = "Sprogleg i lille gruppe to gange om ugen"
        agree(by=mette, log=book.log, what=games, who=town.person("jens"), due=town.at("2026-03-27"))
        agree(by=mette, log=book.log, what="Ringe til Konrads far om sprogleg derhjemme", who=mette, due=town.at("2026-03-13"))
        _next(town, book, "mette", "2026-03-24", "Sprogleg i lille gruppe: hvad hjælper?")
    with town.on("2026-03-03", "12:20"):
        book.says("Liv", "works", "Han fortalte selv om samlingen i bilen.", by="mette")


def _viggo(town: Town) -> None:
    """Ole hands the baton to Mette before he leaves; Mette has offered it to Karin, who has not answered."""
    with town.on("2026-01-12", "15:15"):
        book = LogBook.opened(town, "ole", "viggo", WHY, "2026-02-23", "Overgangen fra vuggestuen: hvordan går det?")
        add_participant(by=town.person("ole"), log=book.log, employment=town.work("mette"), basis="own_task")
        book.says("ole", "worry", "Viggo vågner tit om natten og falder i søvn ved bordet.")
        book.worries("ole", 3, "Han er træt det meste af formiddagen.")
        book.worries("Sanne", 2, "Det er blevet bedre, siden han fik sin egen pude med.", by="ole")
        reason = "Søvnen er i bedring, men vi følger den sammen."
        agree_level(by=town.person("ole"), log=book.log, level=2, reason=reason, names="Sanne, Kasper, Ole")
    with town.on("2026-02-20", "13:00"):
        offer = offer_baton(by=town.person("ole"), log=book.fresh(), receiver=town.work("mette"))
    with town.on("2026-02-23", "08:30"):
        answer_baton(by=town.person("mette"), handover=offer, seen=offer.version, event="accept")
        _next(town, book, "mette", "2026-03-31", "Afsluttende samtale med Viggos forældre")
        book.worries("mette", 2, "Han sover nu middagslur og leger længe.")
        book.says("Kasper", "works", "Samme godnatsang hver aften.", by="mette")
    with town.on("2026-03-02", "10:20"):
        offer_baton(by=town.person("mette"), log=book.fresh(), receiver=town.work("karin"))


def _agnes(town: Town) -> None:
    jens = town.person("jens")
    with town.on("2025-12-08", "15:30"):
        book = LogBook.opened(town, "jens", "agnes", WHY, "2026-01-19", "Aflevering og leg: hvordan går det?")
        add_participant(by=jens, log=book.log, employment=town.work("mette"), basis="own_task")
        book.says("jens", "worry", "Agnes er stille efter aflevering og siger nej til at være med.")
        book.worries("jens", 3, "Hun står for sig selv en stor del af dagen.")
        book.worries("Marie", 3, "Hun vil ikke i børnehave om morgenen.", by="jens")
        agree_level(by=jens, log=book.log, level=3, reason="Vi er enige om at gøre noget nu.", names="Marie, Jeppe, Jens")
    with town.on("2026-01-19", "15:30"):
        book.says("jens", "works", "Hun begynder dagen ved vinduet sammen med Vilma.")
        _next(town, book, "jens", "2026-03-04", "Er målet nået?")
    with town.on("2026-03-04", "15:20"):
        _agnes_ends(town, book)


def _agnes_ends(town: Town, book: LogBook) -> None:
    jens = town.person("jens")
    book.worries("jens", 1, "Hun er med fra morgenstunden.")
    book.worries("Marie", 1, "Hun glæder sig til børnehave nu.", by="jens")
    for voice, said in (
        (CHILD, Looked(picture="sun", helped="Vilma og mig bygger.")),
        ("Marie", Looked(helped="At I ringede den første uge.", goes_on="Aftalen om vinduet.")),
        ("Jeppe", Looked(helped="Den faste plads om morgenen.")),
        ("jens", Looked(helped="Én ven og et fast sted.", goes_on="Vi begynder dagen i små grupper.")),
    ):
        look_back(by=jens, log=book.log, voice=book.voice(voice).ref, said=said)
    text = "Agnes er gået fra at stå alene til at lege fra morgenstunden. Den faste plads ved vinduet bliver."
    log = book.fresh()
    close_log(by=jens, log=log, seen=log.version, ending=Ending("maal_naaet", text, text_seen=True))


def _next(town: Town, book: LogBook, by: str, next_on: str, what: str) -> None:
    log = book.fresh()
    set_next(by=town.person(by), log=log, seen=log.version, next_on=town.at(next_on), next_what=what)
