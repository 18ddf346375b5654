"""What the cast saw and chose in last year's rounds, child by child; whoever is not named thrives in everybody's eyes."""

from vejviser.demo.history_story import THRIVES, ChildStory, Days, Decided, RoundStory, Seen
from vejviser.demo.history_town import Town

ALONE = Seen("opmaerksom", ("social.opmaerksom.1",))
STARTING = Seen("opmaerksom", ("kognitiv.opmaerksom.1",))
MORNING = Seen(
    "opmaerksom", ("social.opmaerksom.1", "psykisk_emotionel.opmaerksom.1"), "Leg i lille gruppe, en fast voksen ved lågen."
)
Stories = dict[str, dict[str, ChildStory]]

SPRING: Stories = {
    "solsikkerne": {
        "omar": ChildStory(
            (Seen("opmaerksom", ("kognitiv.opmaerksom.2",)), Seen("opmaerksom", ("kognitiv.opmaerksom.2",))),
            Decided("opmaerksom", "De andre misforstår ham, når han fortæller.", "Fortælle sammen med en makker", 1,
                    parents="Han taler meget derhjemme, på begge sprog.", came="Han fortæller nu i samlingen."),
        ),
        "agnes": ChildStory(
            (Seen("opmaerksom", ("psykisk_emotionel.opmaerksom.2",)), THRIVES),
            Decided("trives", "Hun er lige begyndt og finder til rette dag for dag."),
        ),
    },
    "2b": {
        "amira": ChildStory(
            (ALONE, ALONE),
            Decided("opmaerksom", "Hun finder sjældent nogen i frikvarteret.", "Makker i frikvarteret", 1,
                    parents="Hun leger mest med sin fætter.", came="Hun har to at gå ud med."),
        ),
        "yasmin": ChildStory(
            (Seen("opmaerksom", ("psykisk_emotionel.opmaerksom.1",)), THRIVES),
            Decided("opmaerksom", "Hun har ondt i maven om mandagen.", "Rolig start mandag", 0,
                    parents="Vi ser det også søndag aften.", came="Mandage går bedre."),
        ),
    },
}  # fmt: skip
AUTUMN: Stories = {
    "solsikkerne": {
        "alma": ChildStory(
            (MORNING, MORNING),
            Decided("opmaerksom", "Morgenerne er svære, og hun går længe fra leg til leg.", "En fast voksen ved lågen", 1,
                    parents="Hun er glad derhjemme, men morgenerne er hårde.",
                    came="Hun er med efter ti minutter, når Mette er der."),
        ),
        "konrad": ChildStory(
            (Seen("opmaerksom", ("kognitiv.opmaerksom.2",)), Seen("opmaerksom", ("kognitiv.opmaerksom.2",))),
            Decided("opmaerksom", "Han mangler ord, når han bliver træt.", "Sprogleg i lille gruppe", 0,
                    parents="Derhjemme peger han, når han er træt.", came="Det gik bedst før frokost."),
        ),
        "agnes": ChildStory(
            (Seen("bekymret", ("social.bekymret.1",)), Seen("opmaerksom", ("social.opmaerksom.1",))),
            Decided("opmaerksom", "Hun står uden for leg det meste af formiddagen. Mette ser hende med, når de er få.",
                    "Begynde dagen ved vinduet med Vilma", 0, parents="Hun vil ikke i børnehave om morgenen.",
                    came="De to finder hinanden hver morgen."),
        ),
        "viggo": ChildStory(
            (THRIVES, Seen("opmaerksom", ("fysisk_sansemotorisk.opmaerksom.1",))),
            Decided("opmaerksom", "Han falder i søvn ved bordet flere dage om ugen.", "Middagslur efter frokost", 1,
                    parents="Nætterne er urolige.", came="Han sover tre kvarter og er frisk bagefter."),
        ),
    },
    "2b": {
        "amira": ChildStory(
            (ALONE, ALONE),
            Decided("opmaerksom", "Hun kommer sent i gang efter frikvarteret.", "Fast makker på vej ind", 0,
                    parents="Hun siger, at der er larm.", came="Det hjalp, men ikke hver dag."),
        ),
        "filippa": ChildStory(
            (Seen("opmaerksom", ("kognitiv.opmaerksom.3",)), THRIVES),
            Decided("opmaerksom", "Jonas ser hende trække sig i dansk. Pia ser det ikke om eftermiddagen.",
                    "Læse for Pia i SFO", 1, parents="Hun læser højt hos far.", came="Hun læser for de små."),
        ),
        "karla": ChildStory(
            (ALONE, THRIVES),
            Decided("opmaerksom", "Vi ser hende forskelligt og følger hende begge.", "Fast leg i frikvarteret", 1,
                    parents="Hun er bare genert.", came="Hun er med i legen de fleste dage."),
        ),
        "viktor": ChildStory(
            (STARTING, STARTING),
            Decided("opmaerksom", "Han venter på hjælp, før han begynder.", "Tjekliste på bordet", 0,
                    parents="Tilde hjælper ham derhjemme.", came="Han begynder selv på to af tre opgaver."),
        ),
        "yasmin": ChildStory(
            (Seen("opmaerksom", ("psykisk_emotionel.opmaerksom.3",)), Seen("opmaerksom", ("psykisk_emotionel.opmaerksom.3",))),
            Decided("opmaerksom", "Hun tror ikke, at hun kan.", "Hun er lige faldet til. Vi ser tiden an.", 0, waits=True,
                    parents="Hun er ved at falde til.",
                    came="Vi ser på det igen i foråret."),
        ),
    },
}  # fmt: skip
CHANGES = {
    ("Forår 2025", "solsikkerne"): "Vi deler stuen i to små grupper om formiddagen.",
    ("Forår 2025", "2b"): "Faste lege med en voksen i det store frikvarter.",
    ("Efterår 2025", "solsikkerne"): "Fast voksen ved lågen kl. 7.30-8.15",
    ("Efterår 2025", "2b"): "Vi viser dagen på tavlen og siger til før skift.",
}
ROUNDS = {"Forår 2025": SPRING, "Efterår 2025": AUTUMN}


def stories(town: Town, name: str, days: Days) -> dict[str, RoundStory]:
    """By group of the cast, its story in the round of this name."""
    told = ROUNDS[name]
    return {
        group: RoundStory(days, CHANGES[name, group], {town.child(key).pk: one for key, one in children.items()})
        for group, children in told.items()
    }
