"""Time: years and dates gone by that a text still speaks of as now or to come.

The rules that need more than the text in front of them, on reviews, plans, training and the
SENCO's award, stand in modules of their own and are gathered here.
"""

from collections.abc import Callable, Iterator
from datetime import date

from sendwizard.core.bank import Kind
from sendwizard.core.findings import Finding, Rule, Severity
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
from sendwizard.language.dates_said import Named, Time, school_year_began, times
from sendwizard.language.phrases import phrases
from sendwizard.language.said import Known, Said

OLD_YEAR = Rule(
    "DATE001",
    Severity.WARN,
    "A past year, spoken of as now or to come",
    "A family reads of a year that has ended as if it were still ahead, and thinks that the whole "
    "report is old. Say what was done in that year, or write the plan for the year that you are "
    "in. A year of something that happened, such as 2014 in “open since 2014”, is left alone.",
)
PAST_DATE = dates_answers.PAST_DATE
OLD_NOW = Rule(
    "DATE003",
    Severity.WARN,
    "“This year” or “currently” beside an old year",
    "Words such as “this year” slip out of date without a sign, and an old year beside them shows "
    "it. Look at whether the sentence is still true, then write the year that you mean.",
)
LONG_AGO = Rule(
    "DATE005",
    Severity.WARN,
    "The text says that it is more than a year old",
    "The SEND Code of Practice, paragraph 6.79, says that the report should be brought up to date "
    "each year. A line that says when it was last looked at, and that was more than a year ago, "
    "tells families that this was not done. The date of approval is printed for you, so such a "
    "line can go.",
)
DEADLINE = Rule(
    "DATE011",
    Severity.TIP,
    "A deadline that has passed",
    "The text gives a date by which something is to happen, and that date has passed. Say "
    "whether it was done, or give the new date.",
)
RULES: tuple[Rule, ...] = (
    OLD_YEAR,
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
_OLD_TITLE = "“{}” gives this report an old year."
_NEW_TITLE = "Take the year out, or write the school year that the report is for."
_MONTHS_OF_A_YEAR = 12
_NEAR_WORDS = 14
_REPORT_NEAR = 8
_AFTER_DEADLINE = 4

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
    start = led.start if led else _start_of_count(at, words)
    if start is None or words.any_of("named_by_year", at.before[-_NEAR_WORDS:]):
        return None
    return _of(
        said,
        OLD_NOW,
        (start, at.named.end),
        "“{}” puts a word for now beside a year that has ended.",
        "See whether it is still true, and write the year that you mean.",
    )


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
    ahead = [word for word in at.before if word.end <= led.start][-2:]
    if words.any_of("perfect", ahead) or words.any_of("not_to_come", ahead[-1:]):
        return None
    return _past_date(said, at, led.start, at.named.end)


def _past_date(said: Said, at: Around, start: int, end: int) -> Finding:
    return _of(
        said,
        PAST_DATE,
        (start, end),
        f"“{{}}” speaks of a time to come, but that {_CALLED[at.named.time]} has passed.",
        "Say what was done, or give the new date.",
    )


def _to_come(said: Said, known: Known, at: Around, words: Vocabulary) -> Finding | None:
    """From September 2022 we will; we will move by Easter 2024."""
    found = to_come(at, words)
    if found is None:
        return None
    is_from = words.has("from_words", found.preposition)
    if is_from and at.named.last >= school_year_began(known.today):
        return None  # what began this school year goes on
    if not is_from and (at.named.is_exact or words.has("by_words", found.preposition)):
        return _past_date(said, at, found.start, found.end)
    return _old_year(said, found)


def _old_year(said: Said, found: ToCome) -> Finding:
    return _of(
        said,
        OLD_YEAR,
        (found.start, found.end),
        "“{}” speaks of a year that has ended as if it were still to come.",
        "Say what was done, or write what you plan for this year.",
    )


def _priorities(said: Said, _known: Known, at: Around, words: Vocabulary) -> Finding | None:
    """Our priorities for 2023/24 are."""
    after = at.after[:3]
    before = [word for word in at.before if not words.has("fillers", word.text)][-2:]
    linked = [word for word in before if words.has("priorities", word.text)]
    is_before = bool(linked) and words.has("prepositions", before[-1].text) and bool(after)
    is_heading = bool(linked) and before[-1] is linked[-1] and after[:1] and after[0].text == ":"
    if is_heading or (is_before and words.has("verbs_of_priorities", after[0].text)):
        return _old_year(said, ToCome(linked[0].start, after[0].end, ""))
    led = len(after) > 1 and words.has("priorities", after[0].text)
    if led and words.has("verbs_of_priorities", after[1].text):
        return _old_year(said, ToCome(at.named.start, after[1].end, ""))
    return None


def _old_title(said: Said, known: Known, at: Around, words: Vocabulary) -> Finding | None:
    """SEN information report 2021; academic year 2021-22, alone on its line."""
    if at.named.last >= school_year_began(known.today):
        return None
    if at.named.time is Time.SCHOOL_YEAR and _is_heading(at, words, "year_heads"):
        start = at.before[0].start
        return _of(said, OLD_YEAR, (start, at.named.end), _OLD_TITLE, _NEW_TITLE)
    before = [word for word in at.before if not words.has("report_links", word.text)]
    if len(before) < len(("SEN", "report")) or before[-1].text != "report":
        return None
    if not words.has("report_words", before[-2].text):
        return None
    if words.any_of("earlier", before[-_REPORT_NEAR:]):
        return None
    return _of(
        said,
        OLD_YEAR,
        (before[-2].start, at.named.end),
        _OLD_TITLE,
        _NEW_TITLE,
    )


def _is_heading(at: Around, words: Vocabulary, heads: str) -> bool:
    """Whether nothing but such words and the time stand in its sentence."""
    is_led = at.is_whole and bool(at.before) and not at.after
    return is_led and all(words.has(heads, word.text) for word in at.before)


def _long_ago(said: Said, known: Known, at: Around, words: Vocabulary) -> Finding | None:
    """Last updated: September 2021."""
    months = known.data("dates").numbers.get("report_months", _MONTHS_OF_A_YEAR)
    if words.has("of_other_papers", said.question.id) or not _is_older(at.named, known, months):
        return None
    led = led_to(at, words, LONG_AGO.code, "between_review")
    start = led.start if led else _start_of_line(at, words)
    if start is None or words.any_of("other_papers", at.before):
        return None
    return _of(
        said,
        LONG_AGO,
        (start, at.named.end),
        "“{}” tells families that nobody has looked at this for more than a year.",
        "Look at it again and take the line out: the day of approval is printed for you.",
    )


def _start_of_line(at: Around, words: Vocabulary) -> int | None:
    """Where a line begins that only tells a time: Reviewed: July 2023."""
    links = at.before[1:]
    is_told = at.is_whole and bool(at.before) and words.has("report_heads", at.before[0].text)
    is_all = not at.after and all(words.has("head_links", word.text) for word in links)
    return at.before[0].start if is_told and is_all else None


def _is_older(named: Named, known: Known, months: int) -> bool:
    """Whether it was over more than so many months ago."""
    years, left = divmod(known.today.month - 1 - months, _MONTHS_OF_A_YEAR)
    return named.last < date(known.today.year + years, left + 1, 1)


def _deadline(said: Said, _known: Known, at: Around, words: Vocabulary) -> Finding | None:
    """We build a ramp by August 2024."""
    head = [word for word in at.before if not words.has("fillers", word.text)]
    if not head or not words.has("by_words", head[-1].text):
        return None
    near = (*at.before, *at.after[:_AFTER_DEADLINE])
    if any(words.is_past(word.text) for word in near) or words.any_of("named_by_year", at.before):
        return None
    return _of(
        said,
        DEADLINE,
        (head[-1].start, at.named.end),
        "“{}” has passed.",
        "Say whether it was done, or give the new date.",
    )


def _of(said: Said, rule: Rule, span: tuple[int, int], message: str, suggestion: str) -> Finding:
    start, end = span
    if "(" in said.read[start:end] and said.read[end : end + 1] == ")":
        end += 1
    quoted = " ".join(said.read[start:end].split())
    return said.finding(rule, start, end, message.format(quoted), suggestion)


_LOOKS: tuple[_Look, ...] = (
    _old_now,
    _review_gone,
    _to_come,
    _priorities,
    _old_title,
    _long_ago,
    _deadline,
)
