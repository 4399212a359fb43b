"""The one table of the words of plain mode. Help, the README and the tests are readers of it."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from sendwizard.plain import (
    answering,
    earlier,
    finding,
    last_year,
    looking,
    reports,
    rows,
    walking,
    year,
    years,
)
from sendwizard.plain.session import Session
from sendwizard.plain.talk import ABOUT
from sendwizard.plain.values import about


@dataclass(frozen=True)
class Word:
    """One word, which commands as the whole first line at a prompt."""

    name: str
    explanation: str
    """One sentence for the help and the README."""
    do: Callable[[Session], None]
    others: tuple[str, ...] = ()
    """Other words for the same."""
    looks_only: bool = False
    """Whether it is there, too, where the answers can only be looked at."""


def _look(name: str, explanation: str, do: Callable[[Session], None], *others: str) -> Word:
    return Word(name, explanation, do, others, looks_only=True)


def help_(session: Session) -> None:
    """How to answer here, and all words; after `help`, what one of them does, or `all`."""
    if session.behind == "all":
        for group, these in WORDS.items():
            session.say(f"{group}:")
            for word in these:
                session.say(f"{word.name}: {word.explanation}")
        return
    if session.behind:
        word = BY_NAME[session.behind]
        others = f" Also: {', '.join(word.others)}." if word.others else ""
        session.say(f"{word.name}: {word.explanation}{others}")
        return
    if not (session.at_end or session.sitting.read_only):
        session.say(about(session.wizard.question))
    for group, these in WORDS.items():
        session.say(f"{group}: {', '.join(word.name for word in these)}.")
    session.say("Type help and a word, such as help keep, to hear what it does; help all says all.")
    session.say(
        "A word counts only as a whole line. An answer that is itself one of the words stands in "
        "quotation marks."
    )
    session.say(f"Where you are asked for something else: {ABOUT[0].lower()}{ABOUT[1:]}")


WORDS: dict[str, tuple[Word, ...]] = {
    "Moving": (
        _look("next", "Goes to the next question.", walking.next_),
        _look("back", "Goes to the question before; never refused.", walking.back),
        _look("skip", "Leaves the question for now and goes on.", walking.next_),
        _look("where", "Reads the open question again from its beginning.", walking.where),
        _look("next for me", "Goes to the next question that needs you.", walking.next_for_me),
        _look("only mine", "Going on passes by all that is done.", walking.only_mine),
        _look("no extras", "Going on passes by what no law asks.", walking.no_extras),
        _look("everything", "Going on stops at every question again.", walking.everything),
        _look("leave", "Saves and leaves; you come back to this place.", walking.leave, "quit"),
    ),
    "What to write": (
        _look("guidance", "Says what a good answer covers.", looking.guidance),
        _look("example", "Reads a good answer of a made-up school.", looking.example),
        _look("law", "Says what asks for the answer.", looking.law),
        _look("words", "Explains the terms and short forms of SEN.", looking.terms, "glossary"),
        _look("help", "Says how to answer, and all the words.", help_, "?"),
    ),
    "The answer": (
        Word("add", "Adds to a long answer, or adds rows.", answering.add),
        Word("correct", "Changes a few words of an answer.", answering.correct),
        Word("change", "Changes one row: change 2.", rows.change_row),
        Word("remove", "Takes one row out: remove 2.", rows.remove_row),
        Word("move", "Moves one row: move 2 up.", rows.move_row),
        Word("take out", "Takes the answer out; the history keeps it.", answering.take_out),
        Word("undo", "Takes the last change back.", walking.undo),
        Word("does not apply", "Sets the question aside, with a reason.", answering.not_applicable),
        _look("found", "Says what was found in the answer, to set it aside.", finding.found),
        Word("note", "Writes a reminder to yourself, never printed.", answering.note),
    ),
    "Last year": (
        Word("keep", "Keeps last year’s answer: it is still true.", last_year.keep),
        Word("how", "Says how you know that it is; governors see that.", last_year.how),
        Word("look again", "Makes a kept answer last year’s again.", last_year.look_again),
        _look("last year", "Says last year’s answer and what is different.", last_year.last_year),
        _look("old report", "Searches last year’s report, to copy from.", last_year.old_report),
        Word("beside", "Puts last year’s report beside the questions.", years.beside),
    ),
    "Lists": (
        _look("contents", "Lists every section and question.", walking.contents),
        _look("sections", "Lists the sections alone, with the time left.", walking.sections),
        Word("finished", "Says that you have finished this section.", walking.finished),
        _look("review", "Lists what is missing.", looking.review),
        _look("answers", "Reads all your answers, to change one.", looking.check_answers,
              "check answers"),
        _look("spelling", "Looks up every word of your answers.", finding.spelling),
        _look("find", "Finds words in questions, guidance and answers.", looking.find, "search"),
        _look("reminders", "Lists your reminders.", looking.reminders),
    ),
    "The report": (
        _look("preview", "Reads the report as it stands.", reports.preview),
        Word("report", "Builds the report and says where it is.", reports.report),
        Word("layouts", "Builds it in its other layouts as well.", reports.layouts),
        Word("approve", "Locks the report that governors approved.", year.approval),
        Word("something has changed", "Puts an approved report right.", year.small_change),
        Word("published", "Says where the report is on the website.", year.publication),
    ),
    "The year": (
        _look("home", "Says how each year stands, and where the folder is.", year.home),
        _look("changes", "Says what changed since last year.", earlier.changes),
        _look("history", "Lists earlier saves and texts, to bring one back.", earlier.history),
        _look("years", "Opens another year, or begins one.", years.years),
        Word("new questions", "Says what newer questions mean, and takes them.",
             earlier.new_questions),
    ),
}  # fmt: skip
"""Every word, under the headings of the help."""

BY_NAME = {
    name: word for these in WORDS.values() for word in these for name in (word.name, *word.others)
}
_OF_A_ROW = re.compile(r"(change|remove|move) (\d{1,3})( up| down)?")


def word_for(session: Session, typed: str) -> Word | None:
    """The word that a whole line is; None where it is none. What stands behind it is kept."""
    line = " ".join(typed.split()).casefold()
    session.behind = ""
    first, _, behind = line.partition(" ")
    if line in BY_NAME:
        return BY_NAME[line]
    if first == "help" and (behind in BY_NAME or behind == "all"):
        session.behind = behind
        return BY_NAME["help"]
    found = _OF_A_ROW.fullmatch(line) if session.wizard.question.columns else None
    if found is None:
        return None
    session.behind = f"{found[2]}{found[3] or ''}"
    return BY_NAME[found[1]]
