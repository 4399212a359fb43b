"""The words for years: open another, begin one, stand last year's report beside the questions."""

from pathlib import Path

from sendwizard.core.years import year_after
from sendwizard.errors import UnreadableError, UsageError
from sendwizard.office import asking, telling
from sendwizard.office.acts import all_status
from sendwizard.office.at_home import say_state
from sendwizard.office.beginning import begin, stand_beside
from sendwizard.office.sitting import open_year
from sendwizard.office.starting import BrokenYearError, Start, start_of
from sendwizard.plain import forms
from sendwizard.plain.opening import say_opening
from sendwizard.plain.session import Session
from sendwizard.plain.talk import Said


def years(session: Session) -> None:
    """The years, to open one; and those that can be begun."""
    sitting = session.sitting
    good, _ = all_status(sitting.school)
    known = {each.year: say_state(each) for each in good}
    there = sitting.school.years()[::-1]
    session.say(f"{count_of(there)}. This one is saved first, and stays as it is.")
    lines = [
        Said(f"{year}: {known.get(year, 'cannot be read')}{_open_now(session, year)}.")
        for year in there
    ]
    new = year_after(max([sitting.year, *there]))
    lines += [Said(f"Begin {new}."), Said("Begin another year.")]
    picked = session.pick(lines, "Number")
    if picked is None:
        return
    if picked < len(there):
        _open(session, there[picked])
    elif picked == len(there):
        _begin(session, new)
    else:
        session.say(asking.HOW_A_YEAR_IS_WRITTEN)
        filled = forms.fill_in(session, "year", (asking.YEAR_BOX,), {})
        forms.given(session, "year")
        _begin(session, filled.text("year"))


def count_of(there: tuple[str, ...]) -> str:
    """How many years have answers."""
    return f"{len(there)} year{'' if len(there) == 1 else 's'}"


def _open_now(session: Session, year: str) -> str:
    return ", open now" if year == session.sitting.year else ""


def _open(session: Session, year: str, told: tuple[str, ...] = ()) -> None:
    now = session.sitting
    if year == now.year:
        session.say(f"{year} is the year that is open now.")
        return
    session.move_to(open_year(now.school, year, clock=now.clock))
    say_opening(session, told)


def _begin(session: Session, year: str, source: str | None = None) -> None:
    """Say what the year would begin with, and begin it after a yes."""
    if year == session.sitting.year:
        raise UsageError(f"{year} is the year that is open now.")
    school, bank = session.sitting.school, session.wizard.bank
    session.save()
    try:
        own = None if source is None else True
        start = start_of(school, bank, year, source=source, own=own)
    except BrokenYearError as error:
        session.say(str(error))
        if error.save is not None and session.confirm("Begin with its last good save?"):
            _begin(session, year, str(error.save))
        return
    _offer(session, year, start)


def _offer(session: Session, year: str, start: Start) -> None:
    for line in "\n".join(telling.what_begins(start)).splitlines():
        if line.strip():
            session.say(line)
    if not session.confirm(f"Begin {year}?"):
        session.say("Nothing has changed.")
        return
    begun = begin(session.sitting.school, year, session.sitting.clock, start=start)
    _open(session, year, begun.told)


def beside(session: Session) -> None:
    """Last year's report beside the questions, to copy from."""
    sitting = session.sitting
    session.say(asking.WHAT_STANDS_BESIDE)
    session.save()
    after = None
    while after is None:
        typed = forms.fill_in(session, "path", (asking.path_box(session.sitting.school),), {}).text(
            "path"
        )
        forms.given(session, "path")
        path = Path(typed)
        try:
            after = stand_beside(sitting.school, sitting.year, session.wizard.answers, path)
        except (UsageError, UnreadableError) as error:
            session.say(str(error))
            session.read_back(typed)
    name = after.began.document if after.began else ""
    session.take(
        after, f"The words of {name} are here. The word old report searches them, at any question."
    )
