"""What plain mode does when others write, or nothing can be written: it says so, and asks.

Only a person is asked: a script would take the question for the next of its own lines. What is kept
then, and where, is said.
"""

from contextlib import suppress

from sendwizard.core.answers import Answers
from sendwizard.core.merge import Choice, choose
from sendwizard.errors import SendwizardError, UnwritableError
from sendwizard.office.on_disk import ChangedError
from sendwizard.office.together import (
    CHOICES,
    WHOSE,
    Version,
    changed_version,
    choices_of,
    leave_for_good,
    put_away,
    put_mine_by,
    save_elsewhere,
    say_brought,
    say_clash,
    say_elsewhere,
    versions,
)
from sendwizard.plain.session import Session
from sendwizard.plain.talk import BackError, LeaveError, Said

LATER = "Both versions are kept. You are asked again."
FREE = "The year is free: you can write now."
_AGAIN, _ELSEWHERE, _LOSE = (
    "Try again, and leave.",
    "Save my words in another folder.",
    "Leave all the same, and lose what is not saved.",
)


def before_prompt(session: Session) -> None:
    """What is due before the next question: one's turn to write, or words that are not saved yet.

    Raises LeaveError, where nothing more is heard.
    """
    if session.sitting.waits:
        _look_again(session)
    elif session.unsaved:
        _try_again(session)


def bring_versions(session: Session) -> None:
    """Bring in what could not be saved last time, and what lies beside the answers."""
    for version in versions(session.sitting):
        merged = version.with_mine(session.wizard.answers)
        if merged.clashes and not session.typed.isatty():
            session.say(f"{version.said} A person is asked which of them stands.")
            continue
        answers = _choose(session, version) if merged.clashes else merged.answers
        if answers is None:
            continue
        session.take(answers, "")
        put_away(session.sitting, version, answers)
        if said := say_brought(merged, version):
            session.say(said)


def _look_again(session: Session) -> None:
    sitting = session.sitting
    if not sitting.look_again():
        return
    session.wizard = session.wizard.over(sitting.saved)
    session.heard = ""  # the question is read anew: its answer may be another
    if not (sitting.waits or sitting.read_only):
        session.say(sitting.lock.told or FREE)


def _try_again(session: Session) -> None:
    try:
        session.save_or_raise()
    except ChangedError as changed:
        if session.typed.isatty():
            _others_wrote(session, changed)
    except UnwritableError:
        return  # said when it happened, and again with the next answer
    else:
        session.unsaved = ""
        session.say("Saved.")


def _others_wrote(session: Session, changed: ChangedError) -> None:
    """Bring in what somebody else wrote meanwhile; where both changed an answer, ask."""
    sitting = session.sitting
    version = changed_version(sitting, changed)
    merged = version.with_mine(session.wizard.answers)
    answers: Answers | None = merged.answers
    if merged.clashes:
        try:
            put_mine_by(sitting, session.wizard.answers)
        except UnwritableError as error:
            session.say(str(error))
        answers = _choose(session, version)
    if answers is None:
        return
    sitting.accept(changed)
    session.unsaved = ""
    session.take(answers, "")
    if said := say_brought(merged, version):
        session.say(said)


def _choose(session: Session, version: Version) -> Answers | None:
    """The answers as the person chooses them; None where they want to wait.

    Raises LeaveError, where nothing more is heard.
    """
    merged = version.with_mine(session.wizard.answers)
    answers = merged.answers
    session.say(f"{version.said} {WHOSE}")
    for number, clash in enumerate(merged.clashes, 1):
        prompt, mine, theirs = say_clash(session.sitting, clash, answers)
        choices = choices_of(session.sitting, clash)
        session.say(f"Two versions of an answer, {number} of {len(merged.clashes)}: {prompt}")
        session.say(f"Mine: {mine}")
        session.say(f"Theirs: {theirs}")
        picked = _pick(session, [CHOICES[each] for each in choices])
        if picked is None:
            session.say(LATER)
            return None
        answers = choose(answers, clash, Choice(choices[picked]))
    return answers


def _pick(session: Session, lines: list[str]) -> int | None:
    """The line that was picked; None for later. Raises LeaveError, where nothing more is heard."""
    try:
        return session.pick([Said(f"{each.rstrip('.')}.") for each in lines], "Number")
    except BackError:
        return None


# -- leaving ----------------------------------------------------------------------------


def leave(session: Session, *, asks: bool) -> None:
    """Save for good. Where that does not work a person is asked, unless the line has dropped.

    Raises UnwritableError, which says where a copy lies, where there is one.
    """
    copies = session.typed.isatty()
    if copies and asks and not session.interrupted:
        session.ended = False  # it was the word for leaving, and they are still there
        copies = not _gives_up(session)
    wizard, revision = session.wizard, session.revision
    told = leave_for_good(session.sitting, wizard.answers, revision, None, copies=copies)
    session.wizard = wizard.over(session.sitting.saved)  # with what somebody else wrote
    session.save_or_raise()  # the place, too
    if told:
        session.say(told)


def _gives_up(session: Session) -> bool:
    """Try to save, and ask until it is done or nothing is heard; whether the person gives it up."""
    while not session.ended:
        try:
            session.save_or_raise()
        except ChangedError as changed:
            with suppress(LeaveError):
                _others_wrote(session, changed)
        except UnwritableError as error:
            with suppress(LeaveError, BackError):
                if _is_let_go_of(session, error):
                    return True
        else:
            return False
    return False


def _is_let_go_of(session: Session, error: UnwritableError) -> bool:
    """Ask what to do about words that cannot be saved. Raises LeaveError and BackError."""
    session.say(f"Not saved: {error} Your words are still here.")
    lines = [_AGAIN, _ELSEWHERE, _LOSE]
    if session.sitting.school.shut_in:
        lines.remove(_ELSEWHERE)
    picked = _pick(session, lines)
    if picked is None or lines[picked] == _AGAIN:
        return False
    return lines[picked] == _LOSE or _save_elsewhere(session)


def _save_elsewhere(session: Session) -> bool:
    """Whether all is saved in another folder. Raises LeaveError and BackError."""
    while folder := session.ask("Folder").strip():
        try:
            path = save_elsewhere(session.sitting, session.wizard.answers, folder)
        except SendwizardError as error:
            session.say(str(error))
        else:
            session.say(say_elsewhere(session.sitting, path))
            return True
    return False
