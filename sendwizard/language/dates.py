"""Time: years and dates gone by that a text still speaks of as now or to come.

The rules that need more than the text in front of them, on reviews, plans, training and the
SENCO's award, stand in modules of their own and are gathered here.
"""

from collections.abc import Callable, Iterator

from sendwizard.core.bank import Kind
from sendwizard.core.findings import Finding, Rule
from sendwizard.language import dates_answers, dates_plan, dates_senco
from sendwizard.language.dates_around import (
    Around,
    ToCome,
    Vocabulary,
    around,
    is_over,
    led_to,
    to_come,
    vocabulary,
)
from sendwizard.language.dates_done import has_lasted, is_done, is_looked_back_on
from sendwizard.language.dates_report import long_ago, old_title
from sendwizard.language.dates_rules import DEADLINE, LONG_AGO, OLD_NOW, OLD_YEAR, PAST_DATE, about
from sendwizard.language.dates_said import Time, is_older, school_year_began, times
from sendwizard.language.phrases import phrases
from sendwizard.language.said import Known, Said

RULES: tuple[Rule, ...] = (
    OLD_YEAR,
    PAST_DATE,
    OLD_NOW,
    LONG_AGO,
    DEADLINE,
    *dates_answers.RULES,
    *dates_plan.RULES,
    *dates_senco.RULES,
)

_READ = frozenset({Kind.LINE, Kind.PASSAGE})
_CALLED = {
    Time.DAY: "day",
    Time.MONTH: "month",
    Time.TERM: "time",  # Easter is no term
    Time.SCHOOL_YEAR: "year",
    Time.YEARS: "time",
    Time.YEAR: "year",
}
_MONTHS_OF_A_YEAR = 12
_NEAR_WORDS = 14
_AFTER_DEADLINE = 4
_BEFORE_AWARD = 8
_BEFORE_PHRASE, _BEFORE_UNTIL, _BEFORE_CLAUSE = 2, 4, 5
_FIRST_WORDS = 5

_Look = Callable[[Said, Known, Around, Vocabulary], Finding | None]


def in_text(said: Said, known: Known) -> Iterator[Finding]:
    """What is said of times gone by in one text; each time has one finding at most."""
    if said.kind not in _READ:
        return
    data = known.data("dates")
    words, wanted = vocabulary(data), phrases(data, PAST_DATE.code, OLD_NOW.code, LONG_AGO.code)
    text, end = said.read, 0
    for named in times(text):
        if named.last >= known.today or named.start < end:
            continue
        at = around(text, named, wanted)
        looked = (look(said, known, at, words) for look in _LOOKS)
        finding = next((each for each in looked if each), None)
        if finding is not None:
            end = finding.span[1] if finding.span else end
            yield finding


def in_all(known: Known) -> Iterator[Finding]:
    """What the answers say together of reviews, training, plans and the SENCO's award."""
    yield from dates_answers.in_all(known)
    yield from dates_plan.in_all(known)
    yield from dates_senco.in_all(known)


def _old_now(said: Said, known: Known, at: Around, words: Vocabulary) -> Finding | None:
    """Such as: this year (2021); we currently have 12 pupils on our register (2021)."""
    if at.named.last >= school_year_began(known.today):
        return None
    led = led_to(at, words, OLD_NOW.code, "between_now")
    phrase = said.read[led.start : led.end].casefold().split() if led else ()
    if phrase and words.has("since_words", phrase[-1]) and not _is_count(known, at, words):
        return None
    start = led.start if led else _start_of_count(at, words)
    if start is None or words.any_of("named_by_year", at.before[-_NEAR_WORDS:]):
        return None
    return about(
        said,
        OLD_NOW,
        (start, at.named.end),
        "“{}” puts a word for now beside a year that has ended.",
        "See whether it is still true, and write the year that you mean.",
    )


def _is_count(known: Known, at: Around, words: Vocabulary) -> bool:
    """Whether a count of long ago follows: as of January 2022 we have ten helpers; not what came
    to be then and has stayed so.
    """
    first = [word for word in at.after if word.text != ","][:_FIRST_WORDS]
    opening = " ".join(word.text for word in first[:2])
    is_counted = opening[:1].isdigit() or words.has("of_us", opening)
    is_now = is_counted and not any(words.is_past(word.text) for word in first)
    return is_now and is_older(at.named, known.today, _months(known))


def _months(known: Known) -> int:
    return known.data("dates").numbers.get("report_months", _MONTHS_OF_A_YEAR)


def _start_of_count(at: Around, words: Vocabulary) -> int | None:
    """Where the word for now stands before a count with its year in brackets."""
    now = at.led_by
    if now is None or now.entry.code != OLD_NOW.code or not at.before or at.before[-1].text != "(":
        return None
    between = [word for word in at.before[:-1] if word.start >= now.end]
    counted = words.any_of("counted", between) and len(between) <= _NEAR_WORDS
    blocked = words.any_of("not_to_come", between) or any(words.is_past(w.text) for w in between)
    return now.start if counted and not blocked else None


def _review_gone(said: Said, _known: Known, at: Around, words: Vocabulary) -> Finding | None:
    """Next review: July 2022."""
    led = led_to(at, words, PAST_DATE.code, "between_review")
    if led is None or is_over(at, words):
        return None
    phrase = said.read[led.start : led.end].casefold().split()
    if any(words.has("planned", word) for word in phrase) and is_done(at, words):
        return None
    is_until = words.has("until_words", phrase[-1])
    all_ahead = [word for word in at.before if word.end <= led.start]
    ahead = all_ahead[-(_BEFORE_UNTIL if is_until else _BEFORE_PHRASE) :]
    is_aside = is_until and bool(ahead) and ahead[-1].text == ","
    if is_aside or words.any_of("clauses", all_ahead[-_BEFORE_CLAUSE:]):
        return None
    if words.any_of("perfect", ahead):
        is_open = not at.after and any(words.has("planned", word) for word in phrase)
        return _overdue(said, (led.start, at.named.end)) if is_open else None
    if words.has("planned", phrase[0]) and words.any_of("planners", ahead[-1:]):
        return None
    was = bool(ahead) and ahead[-1].text != "and" and any(words.is_past(w.text) for w in ahead)
    if was or words.any_of("not_to_come", ahead[-1:]):
        return None
    return _past_date(said, at, led.start, at.named.end)


def _past_date(said: Said, at: Around, start: int, end: int) -> Finding:
    return about(
        said,
        PAST_DATE,
        (start, end),
        f"“{{}}” speaks of a time to come, but that {_CALLED[at.named.time]} has passed.",
        "Say what was done, or give the new date.",
    )


def _to_come(said: Said, known: Known, at: Around, words: Vocabulary) -> Finding | None:
    """From September 2022 we will; we will move by Easter 2024."""
    found = to_come(at, words)
    if found is None or is_done(at, words) or has_lasted(at):
        return None
    if found.is_now and not is_older(at.named, known.today, _months(known)):
        return None  # last year is often told of in this way
    is_from = words.has("from_words", found.preposition)
    if is_from and at.named.last >= school_year_began(known.today):
        return None  # what began this school year goes on
    if not is_from and (at.named.is_exact or words.has("by_words", found.preposition)):
        return _past_date(said, at, found.start, found.end)
    return _old_year(said, found)


def _old_year(said: Said, found: ToCome) -> Finding:
    return about(
        said,
        OLD_YEAR,
        (found.start, found.end),
        "“{}” speaks of a year that has ended as if it were still to come.",
        "Say what was done, or write what you plan for this year.",
    )


def _priorities(said: Said, _known: Known, at: Around, words: Vocabulary) -> Finding | None:
    """Our priorities for 2023/24 are."""
    after = at.after[:3]
    if is_looked_back_on(at, words):
        return None
    is_meant = [word.text for word in after[:2]] in (["is", "to"], ["are", "to"])
    before = [word for word in at.before if not words.has("fillers", word.text)][-2:]
    linked = [
        word
        for word in before
        if words.has("priorities", word.text) or (is_meant and words.has("plan_words", word.text))
    ]
    is_before = bool(linked) and words.has("prepositions", before[-1].text) and bool(after)
    is_heading = bool(linked) and before[-1] is linked[-1] and after[:1] and after[0].text == ":"
    if is_heading or (is_before and words.has("verbs_of_priorities", after[0].text)):
        return _old_year(said, ToCome(linked[0].start, after[0].end, ""))
    led = len(after) > 1 and words.has("priorities", after[0].text)
    if led and words.has("verbs_of_priorities", after[1].text):
        return _old_year(said, ToCome(at.named.start, after[1].end, ""))
    return None


def _deadline(said: Said, _known: Known, at: Around, words: Vocabulary) -> Finding | None:
    """We build a ramp by August 2024."""
    head = [word for word in at.before if not words.has("fillers", word.text)]
    if not head or not words.has("by_words", head[-1].text):
        return None
    near = (*at.before, *at.after[:_AFTER_DEADLINE])
    if any(words.is_past(word.text) for word in near) or words.any_of("named_by_year", at.before):
        return None
    if is_looked_back_on(at, words) or has_lasted(at):
        return None
    return _overdue(said, (head[-1].start, at.named.end))


def _overdue(said: Said, span: tuple[int, int]) -> Finding:
    instead = "Say whether it was done, or give the new date."
    return about(said, DEADLINE, span, "“{}” has passed.", instead)


def _award(said: Said, _known: Known, at: Around, words: Vocabulary) -> Finding | None:
    """We hold the Inclusion Quality Mark (2021-2024)."""
    near = at.before[-_BEFORE_AWARD:]
    marks = [word for word in near[-2:] if words.has("awards", word.text)]
    held = [word for word in near if words.has("holds", word.text)]
    is_range = at.named.time in (Time.YEARS, Time.SCHOOL_YEAR)
    if not (is_range and marks and held) or any(words.is_past(w.text) for w in near):
        return None
    return about(
        said,
        OLD_YEAR,
        (held[0].start, at.named.end),
        "“{}” speaks of an award as yours today, but its years have ended.",
        "Say until when it was yours, or give the years of the new one.",
    )


_LOOKS: tuple[_Look, ...] = (
    _old_now,
    _review_gone,
    _to_come,
    _priorities,
    old_title,
    long_ago,
    _deadline,
    _award,
)
