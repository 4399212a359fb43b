"""What there is to say of last year's answer to the open question, for every face."""

from sendwizard.core.answers import Answer, Answers
from sendwizard.core.bank import Kind, Question
from sendwizard.core.carry import RUNNING, old_answer, years_unchanged
from sendwizard.core.fit import fits
from sendwizard.core.kinds import say, say_any
from sendwizard.core.wizard import Wizard
from sendwizard.core.words import for_school


def old_of(wizard: Wizard, before: Answers | None) -> Answer | None:
    """What was answered to the open question in the year before; None where nothing was."""
    if before is None or wizard.question.begun_year:
        return None
    old = old_answer(wizard.question, before)
    return old if old is not None and old.says_something else None


def said(question: Question, answer: Answer) -> str:
    """An answer in words, also one that its question no longer takes."""
    if answer.value is None:
        return f"Does not apply: {answer.not_applicable}"
    return say(question, answer.value) if fits(question, answer.value) else say_any(answer.value)


def running(wizard: Wizard) -> str:
    """That the open passage is in the same words for years; "" where it is not."""
    years = years_unchanged(wizard.answers, wizard.at)
    if wizard.question.kind is not Kind.PASSAGE or years < RUNNING:
        return ""
    return f"The same words for {years} years running."


def why_read_first(wizard: Wizard, asks: Question) -> str:
    """Why the open answer is to be read before it is kept."""
    prompt = for_school(wizard.bank, wizard.answers, asks.prompt)
    said_yes = wizard.answers.value(asks.id) is True
    why = f"You said yes to “{prompt}”." if said_yes else f"“{prompt}” has no answer yet."
    return f"{why} Read this answer to its end"
