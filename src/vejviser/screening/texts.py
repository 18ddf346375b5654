"""The words of this package's rules and codes."""

from django.utils.translation import gettext_lazy as _

from vejviser.screening.rules import DISAGREE
from vejviser.ui.scales import POSITIONS
from vejviser.ui.texts import offer

JOINT = {code: position.word for code, position in POSITIONS.items()} | {DISAGREE: _("Still disagreeing")}
FOCUS = {code: JOINT[code] for code in ("opmaerksom", "bekymret")}
NOT_ASSESSED = {
    "nyt_barn": _("New child"),
    "fravaer": _("Absent in the period"),
    "kender_ikke_nok": _("I do not know the child enough"),
    "flytter": _("Moving"),
    "indsigelse": _("Objection under review"),
    "andet": _("Other (write)"),
}
STATES = {
    "planned": _("Planned"),
    "open": _("Open"),
    "reflecting": _("Talking together"),
    "closed": _("Finished"),
    "cancelled": _("Cancelled"),
}
NEXT_STEPS = {
    "cover_and_name": _("Give the parents notice and name the assessors"),
    "assess_every_child": _("Assess every child"),
    "agree_on_every_child_in_focus": _("Talk together and agree on a next step for every child you are attentive to"),
    "keep_the_agreements": _("Keep the agreements"),
    "wait_for_the_next_round": _("Nothing now. The next round follows the plan"),
    "leader_decides": _("The leader decides the objection"),
    "child_is_left_out": _("The child is left out of the rounds"),
    "family_is_told_why": _("The family is told why"),
    "child_takes_part": _("The child takes part"),
}

CHANNELS = {"besked": _("Message"), "papir": _("Paper"), "samtale": _("Talk")}
LANGUAGES = {
    "da": _("Danish"),
    "en": _("English"),
    "ar": _("Arabic"),
    "uk": _("Ukrainian"),
    "tr": _("Turkish"),
    "pl": _("Polish"),
}
WAITS = {
    "no_children": _("no children"),
    "notice_missing": _("notice to the parents"),
    "assessors_missing": _("the leader names assessors"),
    "window_not_begun": _("the first day"),
}
GAPS = {
    "joint_needs_outcome": _("joint assessment"),
    "joint_needs_people": _("who took part"),
    "joint_needs_reason": _("why"),
    "step_needs_words": _("next step"),
    "step_needs_owner": _("who does it"),
    "step_needs_date": _("the last day"),
    "change_needs_words": _("one change for the group"),
    "change_needs_owner": _("who does it"),
    "change_needs_date": _("until when"),
}

offer(
    {
        "no_children": _("There are no children in the group."),
        "notice_missing": _("%(covered)s of %(children)s children are covered by a notice to the parents."),
        "assessors_missing": _("The leader names who assesses before the group opens."),
        "window_not_begun": _("The round begins on %(starts)s."),
        "window_ends_before_it_begins": _("The round ends after it begins. Write a day after %(starts)s."),
        "round_without_groups": _("Choose at least one kind of unit with groups."),
        "notice_needs_channel": _("Choose how the parents were told."),
        "notice_needs_language": _("Choose the languages of the text."),
        "notice_in_the_future": _("Write the day on which the notice was sent, not %(day)s."),
        "no_form_for_age": _("There is no form for the child's age."),
        "question_of_another_form": _("The question is not in the form of the child's age."),
        "position_first": _("Choose a position first."),
        "some_not_assessed": _("Missing: %(count)s children."),
        "not_of_the_group": _("Choose somebody who is named for the group."),
        "too_late_to_object": _("An objection belongs to a round that is still running."),
        "talk_after_the_round": _("Talk with the parents when you have ended the talk about the group."),
        "talk_needs_view": _("Write what the parents said."),
        "round_is_not_open": _("You cannot assess in this round now."),
        "notice_before_position": _("The parents have not had the notice yet. Choose a reason why the child is not assessed."),
        "objection_before_position": _("The parents have objected. Choose “Objection under review”."),
        "position_or_reason": _("Choose a position, or a reason why the child is not assessed."),
        "unknown_position": _("Choose thriving, attentive or concerned."),
        "unknown_reason": _("Choose a reason from the list."),
        "other_reason_needs_words": _("Write the reason."),
        "statements_only_in_focus": _("Statements belong to attentive and concerned."),
        "statement_of_another_form": _("The statement is not in the form of the child's age."),
        "not_all_have_assessed": _("The talk begins when everybody has assessed every child."),
        "reveal_only_after_due": _("Wait until the round's last day, %(due)s, has passed."),
        "reveal_needs_reason": _("Write why you begin before everybody has assessed."),
        "assessment_is_closed": _("The assessment can no longer be changed."),
        "new_version_needs_reason": _("Write why you see it differently now."),
        "joint_needs_outcome": _("Choose the joint assessment, or “Still disagreeing”."),
        "step_needs_words": _("Write the next step, or why you wait."),
        "step_needs_owner": _("Choose who does it."),
        "step_needs_date": _("Write the last day."),
        "joint_missing": _("Missing: the joint assessment of %(count)s children."),
        "step_missing": _("Missing: the next step for %(count)s children."),
        "group_change_missing": _("Missing: one thing you change for the whole group, who and until when."),
        "objection_needs_reason": _("Write what the parents said."),
        "decision_needs_reason": _("Write the reason for the decision."),
    }
)
