"""The ages that the school has, against what it says of moving on and of classes of its own.

Source in the law: SI 2014/1530, Schedule 1, paragraph 12, which names the moves between phases and
preparing for adult life.
"""

import re
from collections.abc import Iterator

from sendwizard.core.bank import SCHOOL_NAME
from sendwizard.core.checks import CheckData
from sendwizard.core.findings import Finding, Rule, Severity
from sendwizard.core.route import school_type
from sendwizard.language.phrases import Phrases, listed, phrases
from sendwizard.language.readability import word_count
from sendwizard.language.said import Known, Said
from sendwizard.language.sense_years import not_its_own

NEXT_SCHOOL = Rule(
    "SENSE003",
    Severity.WARN,
    "Moving on, without the next school",
    "The law asks how pupils are helped to move between phases: from nursery to school, from "
    "infant to junior school, from primary to secondary school. The answer tells of other moves, "
    "and not of the one that all pupils of this school make. Add what you do for it.",
)
SIXTH_FORM = Rule(
    "SENSE004",
    Severity.WARN,
    "A sixth form without preparing for adult life",
    "The answers speak of a sixth form of the school’s own, but “Sixth form” is not ticked, so "
    "there is no question on preparing for adult life, which the law asks for (Schedule 1, "
    "paragraph 12). Tick it if the school has one, and answer what is asked then.",
)
OTHER_AGES = Rule(
    "SENSE008",
    Severity.WARN,
    "A class of an age that the school does not have",
    "The answer speaks of classes of the school’s own which do not go with the ages that are "
    "ticked. Often the words came from another school’s report. Take them out, or change the "
    "ticks.",
)
RULES: tuple[Rule, ...] = (NEXT_SCHOOL, SIXTH_FORM, OTHER_AGES)

_HAS, _MOVING_ON, _TO_JUNIOR = "school-has", "moving-on", "infant-to-junior"
_OLDER = frozenset({"secondary", "sixth-form"})
_NAME_WORD = re.compile(r"[a-z]+")
_YOUNGER = frozenset({"nursery", "infant", "primary"})


def _ages(known: Known) -> frozenset[str]:
    value = known.answers.value(_HAS)
    ticked = value if isinstance(value, tuple) else ()
    return frozenset(each for each in ticked if isinstance(each, str))


def in_text(said: Said, known: Known) -> Iterator[Finding]:
    """Words of a sixth form, of years, GCSEs or a Reception class that the school has not."""
    ages, data = _ages(known) - {"unit"}, known.data("sense")
    if not ages:
        return
    if not ages & _OLDER:
        yield from _found(said, listed(data, "of_secondary"), OTHER_AGES, _NOT_ITS_AGES)
    if not ages & _YOUNGER:
        yield from _found(said, listed(data, "of_early"), OTHER_AGES, _NOT_ITS_AGES)
    if "sixth-form" not in ages:
        rule = OTHER_AGES if "secondary" in ages else SIXTH_FORM
        message = _NOT_ITS_AGES if rule is OTHER_AGES else _NO_ADULTHOOD
        yield from _found(said, phrases(data, SIXTH_FORM.code), rule, message)
    for found in not_its_own(said, ages, data):
        yield _of(said, *found.span(), OTHER_AGES, _NOT_ITS_AGES)


_NOT_ITS_AGES = "“{}” does not go with the ages that are ticked for this school."
_NO_ADULTHOOD = (
    "“{}” mentions a sixth form, but “Sixth form” is not ticked, so preparing for adult life is "
    "not asked about."
)


def _found(said: Said, wanted: Phrases, rule: Rule, message: str) -> Iterator[Finding]:
    for match in wanted.find(said.read):
        yield _of(said, match.start, match.end, rule, message)


def _of(said: Said, start: int, end: int, rule: Rule, message: str) -> Finding:
    quoted = " ".join(said.read[start:end].split())
    suggestion = "Change the words, or the ages that are ticked for the school."
    return said.finding(rule, start, end, message.format(quoted), suggestion)


def in_all(known: Known) -> Iterator[Finding]:
    """An answer on moving on that leaves out the next school."""
    ages, data = _ages(known), known.data("sense")
    said = _long_enough(known, _MOVING_ON, data.numbers.get("fewest_words", 0))
    if said is not None and _holds(said, data, "moves"):
        for name, where in _next_schools(known, ages):
            if not _holds(said, data, name):
                yield _without(said, "tells of moving on", where)
    said = _long_enough(known, _TO_JUNIOR, data.numbers.get("fewest_words_to_junior", 0))
    if said is None or not _holds(said, data, "class_above"):
        return
    if not (_holds(said, data, "to_junior") or _holds(said, data, "of_junior")):
        yield _without(said, "tells of the next class", "junior school")


def _long_enough(known: Known, question: str, fewest: int) -> Said | None:
    """The answer to a question, if it has so many words."""
    texts = [said for said in known.texts_at(question) if not said.is_reason]
    return texts[0] if len(texts) == 1 and word_count(texts[0].read) >= fewest else None


def _without(said: Said, tells: str, where: str) -> Finding:
    message = f"The answer {tells}, and does not mention the move to {where}."
    return said.whole(NEXT_SCHOOL, message, f"Say what you do for the move to {where}.")


def _next_schools(known: Known, ages: frozenset[str]) -> Iterator[tuple[str, str]]:
    """The list of words that tell of each move which all pupils make, and how to call it."""
    name = known.answers.value(SCHOOL_NAME)
    words = set(_NAME_WORD.findall(name.casefold())) if isinstance(name, str) else set()
    if "infant" in ages:
        return  # that move has a question of its own
    if words & {"infant", "infants"} and not words & {"junior", "juniors"} and "junior" not in ages:
        yield "to_junior", "junior school"
    elif ages & {"junior", "primary"} and not ages & _OLDER:
        yield "to_secondary", "secondary school"
    elif ages == {"nursery"} or school_type(known.answers) == "maintained-nursery":
        yield "to_school", "school"


def _holds(said: Said, data: CheckData, name: str) -> bool:
    return next(listed(data, name).find(said.read), None) is not None
