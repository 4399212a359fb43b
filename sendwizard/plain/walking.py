"""The words that lead from question to question. Decides nothing: each is a move of the wizard."""

from collections.abc import Iterator, Sequence

from sendwizard.core.bank import Question
from sendwizard.core.findings import Severity
from sendwizard.core.route import Status
from sendwizard.core.sections import SectionStanding, mark_finished, standing_of, standings
from sendwizard.core.time_left import minutes_left, say_minutes
from sendwizard.core.wizard import Wizard
from sendwizard.core.words import STATUS, count
from sendwizard.plain.session import Session
from sendwizard.plain.speech import sentence
from sendwizard.plain.talk import LeaveError, Said

GO_TO = "Number to go to"


def next_(session: Session) -> None:
    """The next question; behind the last one, what can be done there."""
    if _back_to_list(session):
        return
    wizard = session.wizard
    if wizard.is_last and wizard.starting:
        _started(session)
    elif wizard.is_last:
        session.at_end = True
        session.say()
        session.say(f"That was the last question. {_left(session)}")
    else:
        session.go(wizard.forward())


def _back_to_list(session: Session) -> bool:
    """Go back to the list that led to the open question; whether one did."""
    after, session.after = session.after, None
    if after is not None:
        after(session)
    return after is not None


def _left(session: Session) -> str:
    found = [each.severity for each in session.checked().findings]
    stops, tips = found.count(Severity.STOP), found.count(Severity.TIP)
    more = f", {count(tips, 'tip')}" if tips else ""
    if not found:
        return "Nothing is missing."
    return f"{stops} to fix before approval, {found.count(Severity.WARN)} to look at again{more}."


def _started(session: Session) -> None:
    """What decides the others is answered, or left: how much this school is asked."""
    wizard = session.wizard
    needed = sum(question.required for question in wizard.route)
    session.say()
    session.say(
        f"Your school is asked {count(len(wizard.route), 'question')}, {needed} of them needed. "
        f"That is {say_minutes(minutes_left(wizard))}, in as many sittings as you like."
    )
    session.go(wizard.started())
    session.heard = ""


def back(session: Session) -> None:
    """The question before; never refused."""
    if session.at_end:
        session.at_end, session.heard = False, ""
    elif not _back_to_list(session):
        before = session.wizard
        session.go(before.back())
        if session.wizard.at == before.at:
            session.say("This is the first question.")


def where(session: Session) -> None:
    """The open question once more, from its beginning."""
    session.at_end, session.heard = False, ""


def next_for_me(session: Session) -> None:
    """The next question that is to do or not checked yet, round the end."""
    wizard = session.wizard
    order = [question.id for question in wizard.in_order]
    place = order.index(wizard.at) + 1
    ahead = (wizard.bank.by_id[each] for each in (*order[place:], *order[:place]))
    target = next(filter(wizard.needs_me, ahead), None)
    if target is None:
        session.say("No question needs you.")
    else:
        session.jump(target.id)


def only_mine(session: Session) -> None:
    """Stop only at what is to do or not checked yet."""
    session.go(session.wizard.narrow(only_mine=True))
    session.say("Going on now stops only at what needs you. The word everything brings all back.")


def everything(session: Session) -> None:
    """Stop at every question again."""
    session.go(session.wizard.narrow(only_mine=False).bring_back_extras())
    session.say("Going on stops at every question.")


def no_extras(session: Session) -> None:
    """Pass by the extra questions, which no law asks."""
    session.go(session.wizard.leave_out_extras())
    session.say("Extra questions are left out. The word everything brings them back.")


# -- lists ------------------------------------------------------------------------------


def contents(session: Session) -> None:
    """Every section and question; a number goes there."""
    wizard = session.wizard
    shown = standings(wizard)
    session.say(
        f"{count(len(wizard.route), 'question')} in {count(len(shown), 'section')}. "
        f"{_time_left(wizard)}"
    )
    lines = [
        Said(f"{session.prompt(question)} {_standing(wizard, question)}.", heading)
        for question, heading in _with_headings(wizard, shown)
    ]
    go_to(session, lines, wizard.route)


def _time_left(wizard: Wizard) -> str:
    minutes = minutes_left(wizard)
    return f"Time left: {say_minutes(minutes)}." if minutes else "Nothing is left to write."


def _with_headings(
    wizard: Wizard, shown: Sequence[SectionStanding]
) -> Iterator[tuple[Question, str]]:
    by_section = {each.section.id: each for each in shown}
    section = ""
    for question in wizard.route:
        heading = ""
        if question.section != section:
            section = question.section
            heading = f"Section: {_of_section(by_section[section])}"
        yield question, heading


def _of_section(each: SectionStanding) -> str:
    state = each.state.value.capitalize()
    return f"{sentence(each.section.title)} {state}, {each.done} of {each.asked} done."


def _standing(wizard: Wizard, question: Question) -> str:
    status = wizard.statuses[question.id]
    needed = question.required or question.begun_year or status is not Status.UNANSWERED
    return f"{STATUS[status]}{'' if needed else ', extra' if question.extra else ', optional'}"


def go_to(session: Session, lines: Sequence[Said], questions: Sequence[Question]) -> None:
    """Say a list of questions and open the one that is picked from it."""
    picked = session.pick(lines, GO_TO) if lines else None
    if picked is not None:
        session.jump(questions[picked].id)


def sections(session: Session) -> None:
    """The sections alone; a number goes to what is left in one."""
    wizard = session.wizard
    shown = standings(wizard)
    session.say(f"{count(len(shown), 'section')}. {_time_left(wizard)}")
    picked = session.pick([Said(_of_section(each)) for each in shown], GO_TO)
    if picked is None:
        return
    inside = [q for q in wizard.route if q.section == shown[picked].section.id]
    left = [q for q in inside if wizard.needs_me(q)]
    session.jump((left or inside)[0].id)


def finished(session: Session) -> None:
    """The section of the open question is finished; once more takes that back."""
    was = standing_of(session.wizard)
    session.go(mark_finished(session.wizard, was.section.id, finished=not was.marked), "")
    now = standing_of(session.wizard)
    if now.marked == was.marked:
        return
    said = "is finished" if now.marked else "is open again"
    left = (
        f" {count(now.needed, 'needed answer')} in it still to do or to check."
        if now.marked and now.needed
        else ""
    )
    session.say(f"“{now.section.title}” {said}.{left}")


def undo(session: Session) -> None:
    """What the last change replaced comes back; once more takes that back."""
    last = session.last
    if last is None:
        session.say("There is nothing to take back. The word history has everything earlier.")
        return
    session.go(session.wizard.over(last.answers), "")
    session.jump(last.at)
    prompt = session.prompt(session.wizard.question)
    session.say(f"Taken back, at “{prompt}” Undo once more brings the change back.")


def leave(session: Session) -> None:
    """Leave; everything is saved. Raises LeaveError."""
    session.ended = True
    raise LeaveError
