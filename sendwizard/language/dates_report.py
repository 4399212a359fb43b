"""When the report itself was written or looked at, by its title and its own lines."""

from sendwizard.core.findings import Finding
from sendwizard.language.dates_around import Around, Vocabulary, led_to
from sendwizard.language.dates_rules import LONG_AGO, OLD_YEAR, about
from sendwizard.language.dates_said import Time, is_older, school_year_began
from sendwizard.language.said import Known, Said

_OLD_TITLE = "“{}” gives this report an old year."
_NEW_TITLE = "Take the year out, or write the school year that the report is for."
_MONTHS_OF_A_YEAR = 12
_REPORT_NEAR = 8


def old_title(said: Said, known: Known, at: Around, words: Vocabulary) -> Finding | None:
    """SEN information report 2021; academic year 2021-22, alone on its line."""
    if at.named.last >= school_year_began(known.today):
        return None
    if at.named.time is Time.SCHOOL_YEAR and _is_heading(at, words, "year_heads"):
        start = at.before[0].start
        return about(said, OLD_YEAR, (start, at.named.end), _OLD_TITLE, _NEW_TITLE)
    before = [word for word in at.before if not words.has("report_links", word.text)]
    if len(before) < len(("SEN", "report")) or before[-1].text != "report":
        return None
    if not words.has("report_words", before[-2].text):
        return None
    if words.any_of("earlier", before[-_REPORT_NEAR:]):
        return None
    return about(
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


def long_ago(said: Said, known: Known, at: Around, words: Vocabulary) -> Finding | None:
    """Last updated: September 2021."""
    months = known.data("dates").numbers.get("report_months", _MONTHS_OF_A_YEAR)
    if not is_older(at.named, known.today, months):
        return None
    if words.has("of_other_papers", said.question.id):
        return None
    led = led_to(at, words, LONG_AGO.code, "between_review")
    start = led.start if led else _start_of_line(at, words)
    if start is None or _is_of_another(at, words, said.question.id):
        return None
    return about(
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


def _is_of_another(at: Around, words: Vocabulary, question: str) -> bool:
    """Whether a plan or policy was looked at that need not be brought up to date each year."""
    for place, word in enumerate(at.before):
        if words.has("other_papers", word.text):
            ahead = at.before[place - 1].text if place else ""
            is_report = ahead == "this" and words.has("of_this_report", question)
            if not (is_report or (word.text == "policy" and words.has("report_words", ahead))):
                return True
    return False
