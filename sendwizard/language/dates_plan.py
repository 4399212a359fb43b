"""An accessibility plan that has run out.

It is for three years: Equality Act 2010, Schedule 10, paragraph 3.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sendwizard.core.bank import Kind
from sendwizard.core.findings import Finding, Rule, Severity
from sendwizard.core.kinds import say_date
from sendwizard.language.dates_around import Around, Vocabulary, Word, around, vocabulary
from sendwizard.language.dates_said import Named, Time, times
from sendwizard.language.phrases import phrases
from sendwizard.language.said import Known, Said

OLD_PLAN = Rule(
    "DATE007",
    Severity.WARN,
    "An accessibility plan that is older than three years",
    "An accessibility plan is written for three years (Equality Act 2010, Schedule 10, paragraph "
    "3). The years beside it here have ended, or it was written more than three years ago. Name "
    "the plan that runs now, or say when the new one is due.",
)
RULES: tuple[Rule, ...] = (OLD_PLAN,)

_READ = frozenset({Kind.LINE, Kind.PASSAGE})
_PLAN = "accessibility"
_FURTHEST = 8
"""Words that may stand between the plan and its year."""
_POLICIES, _NAME, _DATE = "related-policies", "name", "date"


@dataclass(frozen=True)
class _Run:
    """Until when a plan runs, by one time that the text names."""

    start: int
    end: int
    until: date


def in_all(known: Known) -> Iterator[Finding]:
    """Each text that names a plan which has run out, and no later one."""
    words = vocabulary(known.data("dates"))
    for said in known.texts:
        is_about = words.has("plan_questions", said.question.id)
        if said.kind not in _READ or not (is_about or _PLAN in said.read.casefold()):
            continue
        runs = _runs(said, known, words)
        if runs and all(run.until < known.today for run in runs):
            last = max(runs, key=lambda run: run.until)
            quoted = " ".join(said.read[last.start : last.end].split())
            yield said.finding(
                OLD_PLAN,
                last.start,
                last.end,
                f"The accessibility plan dated “{quoted}” has ended: such a plan runs for three "
                f"years, and this one ran until {say_date(last.until)} at the latest.",
                "Name the plan that runs now, or say when the new one is due.",
            )
    yield from _dated_in_list(known, words)


def _runs(said: Said, known: Known, words: Vocabulary) -> list[_Run]:
    found = []
    wanted = phrases(known.data("dates"), OLD_PLAN.code)
    for named in times(said.read):
        at = around(said.read, named, wanted)
        until = _until(said, at, words, known)
        if until is None and named.time is Time.YEARS and named.last >= known.today:
            until = named.last  # years that run now are taken for the plan’s; one is a job in it
        if until is not None:
            found.append(_Run(named.start, named.end, until))
    return found


def _until(said: Said, at: Around, words: Vocabulary, known: Known) -> date | None:
    """The day on which the plan runs out, where the time is one of the plan."""
    is_about = words.has("plan_questions", said.question.id)
    link = _link(at.before, words, is_about=is_about)
    is_range = at.named.time in (Time.YEARS, Time.SCHOOL_YEAR)
    if link is None:
        follows = any(each.text == _PLAN for each in at.after[:1]) or (
            is_about and words.any_of("plan_words", at.after[:1])
        )
        if not (is_range and follows) or words.any_of("old_plan", at.before[-2:]):
            return None
        return at.named.last
    if link and words.has("plan_deadlines", link[-1].text):
        return None
    if is_range or (link and words.has("plan_ends", link[-1].text)):
        return at.named.last
    return _years_on(at.named, known.data("dates").numbers.get("plan_years", 3))


def _link(before: tuple[Word, ...], words: Vocabulary, *, is_about: bool) -> list[Word] | None:
    """The words from the plan to its time, where nothing else stands there; None if it has none."""
    link: list[Word] = []
    for place in range(len(before) - 1, max(-1, len(before) - 2 - _FURTHEST), -1):
        word = before[place]
        if words.has("plan_words", word.text):
            ahead = before[max(0, place - 3) : place]
            named = is_about or any(each.text == _PLAN for each in ahead)
            return link if named and not words.any_of("old_plan", ahead) else None
        is_year = word.text.isdigit()
        if not (is_year or words.has("plan_links", word.text)):
            return None
        link.insert(0, word)
    return None


def _years_on(named: Named, years: int) -> date:
    day = named.last
    return date(day.year + years, day.month, min(day.day, 28))


def _dated_in_list(known: Known, words: Vocabulary) -> Iterator[Finding]:
    """The plan in the list of policies, by the date beside it."""
    rows = known.answers.value(_POLICIES)
    for said in known.texts_at(_POLICIES):
        if said.column != _NAME or _PLAN not in said.read.casefold() or said.row is None:
            continue
        row = rows[said.row] if isinstance(rows, tuple) else {}
        day = row.get(_DATE) if not isinstance(row, str) else None
        if not isinstance(day, date) or _runs(said, known, words):
            continue
        named = Named(0, 0, Time.DAY, day, day.year)
        until = _years_on(named, known.data("dates").numbers.get("plan_years", 3))
        if until < known.today:
            message = (
                f"The accessibility plan is dated {say_date(day)}, and such a plan runs for three "
                "years."
            )
            yield Finding(
                OLD_PLAN,
                _POLICIES,
                message,
                short=message,
                suggestion="Name the plan that runs now, or give its new date.",
                words=say_date(day),
                row=said.row,
                column=_DATE,
            )
