"""The main job from end to end: Freja in Solsikkerne, from the round's notice to an agreement that became late."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from playwright.sync_api import Locator, expect

from tests.journeys.people import MORNING, Site, Someone
from vejviser.accounts.models import Person
from vejviser.agreements.models import Agreement
from vejviser.children.models import Child
from vejviser.concern.models import Note
from vejviser.foundation import clock
from vejviser.foundation.schedule import run_due
from vejviser.screening.models import GroupRound

ROUND = "Marts i Mælkebøtten"
STEP = "Jens er fast makker for Freja i garderoben"
LAST_DAY = date(2026, 3, 17)
LATE = "Aftal en ny dato"
LANGUAGES = ("da", "en", "ar", "uk", "tr", "pl")
KEYS = {"trives": "1", "opmaerksom": "2", "bekymret": "3"}


@dataclass
class Story:
    """Who is at the browser, and what it is about."""

    site: Site
    mette: Someone
    jens: Someone
    henrik: Someone

    @property
    def freja(self) -> Child:
        return Child.objects.get(source_id="child-freja")

    @property
    def group_round(self) -> GroupRound:
        return GroupRound.objects.get(round__name=ROUND, group__source_id="group-solsikkerne")

    @property
    def round_path(self) -> str:
        return f"/runder/{self.group_round.ref}/"

    @property
    def child_path(self) -> str:
        return f"/boern/{self.freja.ref}/"


def test_from_the_notice_to_a_late_agreement(site: Site) -> None:
    story = Story(site, site.as_("mette"), site.as_("jens"), site.as_("henrik"))
    _a_round_is_planned_and_opens_with_the_notice(story)
    _two_assess_without_seeing_each_other(story)
    _they_talk_and_agree(story)
    _a_concern_leads_to_the_guide(story)
    _the_log_waits_for_both_parents(story)
    _the_log_opens_and_the_baton_changes_hands(story)
    _nobody_met_an_error(story)
    _what_was_agreed_becomes_late(story)


def _a_round_is_planned_and_opens_with_the_notice(story: Story) -> None:
    henrik = story.henrik
    henrik.goes_to("/runder/ny/")
    henrik.fills("Navn", ROUND)
    henrik.page.locator("[name=starts]").fill("10. marts 2026")
    henrik.page.locator("[name=due]").fill("20. marts 2026")
    henrik.chooses("kinds", "boernehave")
    henrik.pushes("Planlæg runden")
    henrik.follows("Børnehuset Mælkebøtten, Solsikkerne")
    henrik.reads("Mangler:")
    story.mette.goes_to(story.round_path)
    story.mette.reads("Runden er ikke åbnet endnu")
    henrik.follows("Notér et varsel til forældrene")
    henrik.chooses("channel", "besked")
    henrik.page.locator("[name=sent_on]").fill("10. marts 2026")
    for language in LANGUAGES:
        henrik.chooses("languages", language)
    henrik.pushes("Notér varslet")
    henrik.reads("22 af 22", "Vurdér hvert barn")
    assert story.group_round.state == "open"


def _two_assess_without_seeing_each_other(story: Story) -> None:
    _assesses(story, story.mette, "bekymret")
    story.mette.reads("Vent på de andre", "Jens Holt")
    _assesses(story, story.jens, "opmaerksom")
    for someone in (story.mette, story.jens):
        someone.goes_to(f"{story.round_path}refleksion/")
        expect(someone.page).to_have_url(re.compile("/faerdig/$"))


def _assesses(story: Story, someone: Someone, freja: str) -> None:
    """Everybody thrives but Freja; nothing is filled in beforehand, whatever the other one chose."""
    someone.goes_to(story.round_path)
    rows = someone.page.locator("[data-row]")
    assert someone.page.locator("[data-answered]").count() == 0
    someone.page.locator("[data-next]").focus()
    someone.presses("Enter")
    for name in rows.locator("[data-name]").all_inner_texts():
        someone.presses(KEYS[freja if name.startswith("Freja") else "trives"])
    someone.presses("Enter")
    someone.page.wait_for_url("**/faerdig/")


def _they_talk_and_agree(story: Story) -> None:
    jens = story.jens
    jens.goes_to(f"{story.round_path}faerdig/")
    jens.pushes("Se vurderingerne side om side")
    card = jens.page.locator("article.vj-card")
    expect(card).to_have_count(1)
    for words in ("Freja", "Mette: Bekymret", "Jens: Opmærksom", "I ser det forskelligt"):
        expect(card).to_contain_text(words)
    _write_of_the_group(jens)
    _write_of_freja(jens, card)
    jens.pushes("Afslut runden")
    jens.reads("Afsluttet", STEP)
    made = Agreement.objects.get(what=STEP)
    assert (made.child, made.owner, made.by_when) == (story.freja, Person.objects.get(source_id="emp-jens"), LAST_DAY)


def _write_of_the_group(someone: Someone) -> None:
    form = someone.page.locator("form[action$='/refleksion/gruppe/']")
    form.locator("[name=change]").fill("To voksne i garderoben efter samlingen")
    form.locator("[name=owner]").select_option(label="Mette")
    form.locator("[name=until]").fill("17. april 2026")
    _leaves(someone, form)


def _write_of_freja(someone: Someone, card: Locator) -> None:
    for name, text in (("reason", "Hun er tit alene, men finder ro ved Jens."), ("step", STEP), ("by", "17. marts 2026")):
        card.locator(f"[name={name}]").fill(text)
    card.locator("[name=owner]").select_option(label="Jens")
    card.locator("label", has_text="Opmærksom").click()
    for person in ("Mette", "Jens"):
        card.locator("fieldset label", has_text=person).click()
    _leaves(someone, card.locator("form"))


def _leaves(someone: Someone, form: Locator) -> None:
    """Out of the last field; what was written is kept by itself."""
    someone.presses("Tab")
    expect(form.locator("[data-joint-state]")).to_contain_text("Gemt kl.")
    expect(form.locator("[data-joint-state]")).not_to_contain_text("Mangler")


def _a_concern_leads_to_the_guide(story: Story) -> None:
    mette = story.mette
    mette.goes_to(f"/noter/ny/?barn={story.freja.ref}")
    mette.page.locator("[name=facts]").fill("Freja sad alene i garderoben i ti minutter og græd.")
    mette.clicks(mette.page.locator(".vj-ruler label.vj-n3"))
    mette.reads("Næste skridt ved niveau 3:")
    mette.pushes("Gem, kun til mig")
    note = Note.objects.latest("pk")
    assert (note.child, note.level, note.shared_at) == (story.freja, 3, None)
    assert story.jens.is_refused(note.address())
    mette.follows("Se hele handleguiden")
    expect(mette.page).to_have_url(re.compile("alder=3-5.*niveau=3"))
    expect(mette.page.locator("#svar")).to_contain_text("Så skal du underrette")


def _the_log_waits_for_both_parents(story: Story) -> None:
    mette, log = story.mette, f"{story.child_path}stafetlog/"
    mette.goes_to(f"{log}aabn/")
    mette.reads("Spørg familien først")
    mette.follows("Bed om samtykke")
    mette.page.locator("[name=purpose]").select_option("log")
    mette.page.locator("[name=why]").fill("Vi vil gerne skrive det, vi aftaler, ét sted, hvor I kan læse med.")
    mette.page.locator("[name=receiver]").select_option(label="Børnehuset Mælkebøtten")
    mette.pushes("Spørg familien")
    _notes_a_yes(mette)
    mette.reads("1 af 2")
    for key in ("line", "nadia", "sara"):
        outsider = story.site.as_(key)
        assert outsider.is_refused(story.child_path)
        assert outsider.is_refused(f"{log}aabn/")
    assert story.henrik.is_refused(log)
    assert story.jens.is_refused(log)
    mette.goes_to(f"{log}aabn/")
    mette.reads("Spørg familien først")
    mette.goes_to(f"{story.child_path}samtykke/")
    _notes_a_yes(mette)
    mette.reads("2 af 2")


def _notes_a_yes(someone: Someone) -> None:
    """From the list of consents, the next parent in turn."""
    someone.follows("Notér et svar")
    someone.chooses("answer", "yes")
    someone.chooses("form", "spoken")
    someone.page.locator("[name=note]").fill("Læste spørgsmålet sammen med mig og sagde ja.")
    someone.pushes("Gem svaret")


def _the_log_opens_and_the_baton_changes_hands(story: Story) -> None:
    mette, jens, log = story.mette, story.jens, f"{story.child_path}stafetlog/"
    mette.goes_to(f"{log}aabn/")
    mette.page.locator("[name=next_on]").fill("24. marts 2026")
    mette.page.locator("[name=next_what]").fill("Hvordan går det i garderoben?")
    mette.pushes("Åbn loggen")
    mette.reads("Mette Lindqvist har stafetten")
    assert jens.is_refused(log)
    _offers_it(mette)
    jens.goes_to("/overblik/")
    jens.follows("Vis alle")
    jens.reads("Du er spurgt, om du vil tage stafetten")
    jens.goes_to(log)
    jens.reads("Mette Lindqvist har stafetten")
    jens.follows("Se tilbuddet")
    jens.pushes("Ja, jeg tager den")
    jens.reads("Jens Holt har stafetten")
    story.henrik.goes_to(log)
    story.henrik.reads("Jens Holt")
    expect(story.henrik.page.locator("main form")).to_have_count(0)


def _offers_it(someone: Someone) -> None:
    """Only somebody who reads the log can be asked."""
    someone.follows("Tilføj deltager")
    someone.clicks(someone.page.locator("label", has_text="Jens Holt"))
    someone.pushes("Lad dem være med")
    someone.follows("Giv stafetten videre")
    someone.clicks(someone.page.locator("label", has_text="Jens Holt"))
    someone.pushes("Spørg")
    someone.reads("Jens Holt blev spurgt")


def _what_was_agreed_becomes_late(story: Story) -> None:
    story.jens.goes_to("/overblik/")
    expect(story.jens.page.locator("main")).not_to_contain_text(LATE)
    story.site.moves_the_clock(days=8)
    with clock.frozen(MORNING + timedelta(days=8)):
        assert all(job.last_ok for job in run_due())
    jens = story.site.as_("jens")
    jens.reads(LATE)
    jens.goes_to(Agreement.objects.get(what=STEP).address())
    jens.reads(LATE, STEP)
    jens.follows("Vælg en dato")
    jens.fills("Ny sidste dag", "25. marts 2026")
    jens.fills("Hvorfor flyttes den?", "Jens var syg i tre dage")
    jens.pushes("Gem")
    jens.goes_to("/overblik/")
    expect(jens.page.locator("main")).not_to_contain_text(LATE)


def _nobody_met_an_error(story: Story) -> None:
    assert [one.complaints for one in (story.mette, story.jens, story.henrik)] == [[], [], []]
