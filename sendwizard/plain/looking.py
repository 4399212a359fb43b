"""The words that only look: guidance, example, the law, what is missing, words found, terms."""

from collections.abc import Iterator
from functools import partial
from textwrap import shorten

from sendwizard.core.bank import Question
from sendwizard.core.findings import Severity, in_full
from sendwizard.core.fit import fits
from sendwizard.core.glossary import glossary
from sendwizard.core.kinds import say, say_any
from sendwizard.core.route import Status
from sendwizard.core.search import reminders as reminders_of
from sendwizard.core.search import search
from sendwizard.core.text import flowing, paragraphs
from sendwizard.core.what_asks import what_asks
from sendwizard.core.wizard import Wizard
from sendwizard.core.words import NOT_A_JUDGEMENT, SEVERITY, STATUS, count
from sendwizard.plain.session import Session
from sendwizard.plain.speech import sentence
from sendwizard.plain.talk import Said
from sendwizard.plain.walking import go_to

MOST_SHOWN = 140
"""Letters of an answer that a line of a list says; the question says it whole."""
_MOST_READ = 2_000
"""Letters of a long answer that are looked at to find those."""
_WHERE = {
    "question": "In the question",
    "answer": "In your answer",
    "reminder": "In your reminder",
    "guidance": "In the guidance",
    "example": "In the example",
}


def guidance(session: Session) -> None:
    """What a good answer covers."""
    question = session.wizard.question
    for text in paragraphs(question.guidance) or ("Nothing more to say here.",):
        session.say(session.words(text))
    example = (
        "The word example reads a good answer, and law" if question.example else "The word law"
    )
    session.say(f"{example} says what asks for this.")


def example(session: Session) -> None:
    """A good answer of a made-up school."""
    question = session.wizard.question
    if not question.example:
        session.say("There is no example for this question.")
        return
    session.say("An example, not your school:")
    for text in flowing(question.example).splitlines():
        if text:
            session.say(session.words(text))


def law(session: Session) -> None:
    """What asks for an answer, and what is known of your council."""
    for line in what_asks(session.wizard):
        session.say(line)


# -- lists ------------------------------------------------------------------------------


def review(session: Session) -> None:
    """What is missing, worst first; a number goes there."""
    wizard = session.wizard
    checked = session.checked()
    found = [each for each in checked.findings if each.question not in session.unread()]
    typed = [question for question in wizard.route if question.id in session.unread()]
    session.say(f"{count(len(found) + len(typed), 'thing')} to look at.")
    questions = list(typed)
    lines = [
        Said(session.prompt(question), "" if n else "What you typed, and cannot be taken yet:")
        for n, question in enumerate(typed)
    ]
    for severity in Severity:
        these = [each for each in found if each.severity is severity]
        heading = f"{SEVERITY[severity].capitalize()}, {len(these)}:"
        for n, each in enumerate(these):
            said = session.words(in_full(wizard.bank, each))
            lines.append(Said(said, "" if n else heading))
            questions.append(wizard.bank.by_id[each.question])
    for n, left in enumerate(checked.set_aside):
        prompt = session.prompt(wizard.bank.by_id[left.finding.question])
        lines.append(Said(f"{prompt} {session.words(left.beside)}", "" if n else "Set aside:"))
        questions.append(wizard.bank.by_id[left.finding.question])
    if not lines:
        session.say(f"The word report builds the report. {NOT_A_JUDGEMENT}")
    go_to(session, lines, questions)


def find(session: Session) -> None:
    """Words in the questions, guidance, answers and reminders; a number goes there."""
    wanted = session.ask("Words to find").strip()
    if not wanted:
        return
    hits = search(session.wizard, wanted)
    session.say(f"{count(len(hits), 'question')} with “{wanted}”." if hits else "Nothing found.")
    questions = [session.wizard.bank.by_id[hit.question] for hit in hits]
    lines = [
        Said(f"{session.prompt(question)} {_WHERE.get(hit.where, hit.where)}: {hit.excerpt}")
        for question, hit in zip(questions, hits, strict=True)
    ]
    go_to(session, lines, questions)


def reminders(session: Session) -> None:
    """The reminders to oneself; a number goes there."""
    questions = reminders_of(session.wizard)
    if not questions:
        session.say("You have no reminders. At any question, the word note writes one.")
        return
    session.say(f"{count(len(questions), 'reminder')}. Only you see them.")
    answers = session.wizard.answers
    lines = [Said(f"{answers.get(q.id).note.rstrip('.')}. {session.prompt(q)}") for q in questions]
    go_to(session, lines, questions)


def terms(session: Session) -> None:
    """What a word or a short form means."""
    wanted = session.ask("Word to explain, or an empty line for all").strip().casefold()
    pairs = [pair for pair in glossary(session.wizard.bank) if wanted in " ".join(pair).casefold()]
    pairs.sort(key=lambda pair: not pair[0].casefold().startswith(wanted))
    session.say(f"{count(len(pairs), 'word')}." if pairs else "That is not among the words.")
    session.read_out([f"{word}: {session.words(meaning)}" for word, meaning in pairs])


# -- check your answers -----------------------------------------------------------------


def check_answers(session: Session) -> None:
    """Every question with its answer; a number changes one, and leads back to the list."""
    wizard = session.wizard
    empty = sum(wizard.statuses[q.id] is Status.UNANSWERED for q in wizard.route)
    session.say(f"{count(len(wizard.route), 'question')}, {empty} of them not written yet.")
    _answers(session, 0, session.wizard.at)


def _answers(session: Session, start: int, came_from: str) -> None:
    """The list from one place on; an empty line goes to the question one came from."""
    route = session.wizard.route
    start = min(start, len(route) - 1)
    at_end = session.at_end
    picked = session.pick(list(_answer_lines(session)), "Number to change", start)
    if picked is None:
        back = came_from if any(question.id == came_from for question in route) else ""
        if back and back != session.wizard.at:
            session.jump(back)
        session.at_end = at_end
        return
    session.jump(route[picked].id)
    session.after = partial(_back_again, place=picked, came_from=came_from, at_end=at_end)
    session.say("After your answer you are back in the list of answers.")


def _back_again(session: Session, place: int, came_from: str, *, at_end: bool) -> None:
    session.say("Back in the list of answers.")
    session.at_end = at_end
    _answers(session, place, came_from)


def _answer_lines(session: Session) -> Iterator[Said]:
    wizard, section = session.wizard, ""
    for question in wizard.route:
        heading = ""
        if question.section != section:
            section = question.section
            heading = f"Section: {sentence(wizard.bank.section_of(question).title)}"
        yield Said(f"{session.prompt(question)} {answer_line(wizard, question)}", heading)


def answer_line(wizard: Wizard, question: Question) -> str:
    """What is answered, shortened to a line; that nothing is, in plain words."""
    answer = wizard.answers.get(question.id)
    status = wizard.statuses[question.id]
    if answer.value is None and answer.not_applicable:
        return f"Does not apply: {answer.not_applicable}"
    if answer.value is None:
        needed = question.required or question.begun_year
        return f"Not written yet{'' if needed else ', extra' if question.extra else ', optional'}."
    fit = fits(question, answer.value)
    whole = say(question, answer.value) if fit else say_any(answer.value)
    if isinstance(answer.value, tuple):
        whole = "; ".join(whole.splitlines())
    start = "Answer" if status is not Status.CARRIED else STATUS[status].capitalize()
    return f"{start}: {shorten(whole[:_MOST_READ], MOST_SHOWN, placeholder=' …')}"
