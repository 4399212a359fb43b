"""The words for what was: what changed, earlier saves and texts, and newer questions."""

from sendwizard.core.answers import Answers
from sendwizard.core.bank import Question
from sendwizard.core.compare import Change, in_groups
from sendwizard.core.editions import is_newer
from sendwizard.core.kinds import say_date
from sendwizard.core.words import count
from sendwizard.errors import UsageError
from sendwizard.office import telling
from sendwizard.office.changing import Comparison, compare_open, write_changes
from sendwizard.office.earlier import Earlier, differences, restored
from sendwizard.office.earlier import earlier as earlier_of
from sendwizard.office.migrating import accept, undo
from sendwizard.plain.session import Session
from sendwizard.plain.talk import Said

_PARENTS = "Write it as a page for parents."
_GOVERNORS = "Write it as a page for governors, with every duty."


# -- what changed -----------------------------------------------------------------------


def changes(session: Session) -> None:
    """What is new, reworded and taken out, since last year or since the approval."""
    since: str | None = "year"
    while since is not None:
        since = _changes(session, since)


def _changes(session: Session, since: str) -> str | None:
    """One comparison; what to compare with next, None for nothing more."""
    sitting, bank, answers = session.sitting, session.wizard.bank, session.wizard.answers
    found = compare_open(sitting.school, bank, answers, since)
    for line in telling.what_changed(found).splitlines():
        session.say(line)
    actions = [Said(_PARENTS, "What can be done:"), Said(_GOVERNORS)]
    if sitting.read_only:
        actions = []
    other = telling.other_comparison(found, since, answers)
    if other:
        actions.append(Said(f"{telling.LOOKS[other]}."))
    questions: list[Question] = []
    lines: list[Said] = []
    for title, these in in_groups(found.changes):
        for n, each in enumerate(these):
            lines.append(
                Said(session.prompt(each.question), "" if n else f"{title}, {len(these)}:")
            )
            questions.append(each.question)
    picked = session.pick([*actions, *lines], "Number")
    if picked is None:
        return None
    if picked >= len(actions):
        _open(session, questions[picked - len(actions)])
    elif actions[picked].text == _PARENTS:
        _write(session, found, governors=False)
    elif actions[picked].text == _GOVERNORS:
        _write(session, found, governors=True)
    else:
        return other
    return None


def _open(session: Session, question: Question) -> None:
    if question.id not in session.wizard.bank.by_id:
        raise UsageError("Nobody asks this question any more.")
    session.jump(question.id)


def _write(session: Session, found: Comparison, *, governors: bool) -> None:
    school, bank = session.sitting.school, session.wizard.bank
    session.say(f"The page is here: {write_changes(school, bank, found, governors=governors)}")


# -- earlier saves ----------------------------------------------------------------------


def history(session: Session) -> None:
    """Earlier saves and replaced texts, the newest first; one is brought back after a yes."""
    session.save()
    found = earlier_of(session.sitting.school, session.sitting.year)
    if not found:
        session.say(telling.NO_SAVES)
        return
    saves = sum(each.kind == "save" for each in found)
    said = f"{count(saves, 'save')} and {count(len(found) - saves, 'replaced text')}"
    session.say(f"{said}, the newest first; {telling.HOW_HISTORY_WORKS}")
    lines = [Said(_line(session, each)) for each in found]
    picked = session.pick(lines, "Number to compare with now")
    if picked is not None:
        _offer(session, found[picked])


def _line(session: Session, each: Earlier) -> str:
    what, words = telling.earlier_line(session.wizard.bank, session.wizard.answers, each)
    when = telling.local(each.at)
    return f"{say_date(when.date())}, {when:%H:%M}. {what} {words}".rstrip()


def _offer(session: Session, each: Earlier) -> None:
    sitting, bank, answers = session.sitting, session.wizard.bank, session.wizard.answers
    where = (sitting.school, bank, sitting.year, each.id, answers)
    found = differences(*where)
    after = restored(*where, session.today)
    if not found and after == answers:
        session.say("It is the same as what stands now.")
        return
    session.say(f"{count(len(found), 'answer')} would change.")
    session.read_out(list(_differences(session, found)))
    if sitting.read_only:
        session.say(sitting.read_only)
    elif session.confirm("Bring it back?"):
        session.settled()
        session.take(after, telling.BROUGHT_BACK)
    else:
        session.say("Everything is left as it is.")


def _differences(session: Session, found: tuple[Change, ...]) -> list[str]:
    lines = []
    for each in found:
        lines.append(session.prompt(each.question))
        lines += f"Now: {each.after or 'nothing'}".splitlines()
        lines += f"Then: {each.before or 'nothing'}".splitlines()
    return lines


# -- newer questions --------------------------------------------------------------------


def new_questions(session: Session) -> None:
    """What newer questions mean, then taking them or going back."""
    bank, answers = session.wizard.bank, session.wizard.answers
    if is_newer(bank, answers):
        session.read_out([line for line in telling.newer_questions(bank, answers) if line])
        if session.confirm("Take the newer questions?"):
            session.take(accept(session.sitting, answers), telling.TAKEN)
        else:
            session.say("Nothing has changed.")
    elif answers.migrated is not None:
        session.say(telling.CAN_GO_BACK)
        if session.confirm("Go back to the questions before?"):
            session.take(_undone(session, answers), telling.GONE_BACK)
        else:
            session.say("Nothing has changed.")
    else:
        session.say(telling.NEWEST)


def _undone(session: Session, answers: Answers) -> Answers:
    session.save()
    return undo(session.sitting, answers)
