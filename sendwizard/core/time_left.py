"""How long the rest takes, from the lengths to aim at. An estimate, told as one."""

from sendwizard.core.bank import Kind, Question
from sendwizard.core.kinds import say_any
from sendwizard.core.route import Status
from sendwizard.core.wizard import Wizard

WRITING = 20
"""Words a minute that a person writes who knows what to say: slower than typing."""
READING = 180
"""Words a minute that a person reads who asks at each sentence whether it is still true."""
THINKING = 1.0
"""Minutes to read a question and its guidance, before a passage is begun."""
CHECKING = 0.5
"""Minutes to decide on last year's answer, beside the reading of it."""
SHORT = 1.0
"""Minutes for a choice, a number, a date or a line; some have to be looked up."""
ROWS = 4.0
"""Minutes for a small table, whose names and numbers mostly have to be looked up."""
PASSAGE = 60
"""Words to write where a passage has no length to aim at."""
HOUR, STEP, HALF_HOUR = 60, 10, 30
"""Minutes: from an hour on they are told in half hours, before that in tens."""


def minutes_left(wizard: Wizard) -> int:
    """Minutes for all that needs the person on the whole route; 0 where nothing does.

    Extra questions that are left out take no time.
    """
    needing = [
        question
        for question in wizard.route
        if wizard.needs_me(question) and (wizard.with_extras or not question.extra)
    ]
    return max(1, round(sum(_minutes(wizard, each) for each in needing))) if needing else 0


def _minutes(wizard: Wizard, question: Question) -> float:
    if wizard.statuses[question.id] is Status.CARRIED:
        answer = wizard.answers.get(question.id)
        said = answer.not_applicable if answer.value is None else say_any(answer.value)
        return CHECKING + len(said.split()) / READING
    if question.kind is Kind.ROWS:
        return ROWS
    if question.kind is Kind.PASSAGE:
        least = question.words[0] if question.words else PASSAGE
        return THINKING + least / WRITING
    return SHORT


def say_minutes(minutes: int) -> str:
    """`about 2 hours 30 minutes`, `about 10 minutes`, `a few minutes`; `no time` for none."""
    if minutes <= 0:
        return "no time"
    if minutes < STEP:
        return "a few minutes"
    tens = round(minutes / STEP) * STEP
    if tens < HOUR:
        return f"about {tens} minutes"
    hours, rest = divmod(round(minutes / HALF_HOUR) * HALF_HOUR, HOUR)
    said = f"about {hours} hour{'' if hours == 1 else 's'}"
    return f"{said} {rest} minutes" if rest else said
