"""The rows of a large year: 300 questions, and an answer of 10,000 words.

The same keys in the same program, over the usual year and over the large one: whatever grows with
the questions, or with the words, shows in the ratio.
"""

import shutil
from datetime import date
from pathlib import Path

from sendwizard.core.answers import Answer, Answers
from sendwizard.store.answers_file import write_answers
from tests.bench.measuring import ROOT, ratio
from tests.bench.screens import seconds_for

MANY = 300
WORDS = "\n".join(["Words that a school wrote about what it does each day."] * 1_000)
"""10,000 words in lines."""
QUESTION = "adapt-curriculum"
F7, F8, F4, ESCAPE = "\x1b[18~", "\x1b[19~", "\x1bOS", "\x1b"


def many_questions(folder: Path) -> Path:
    """The bank with so many questions more that a school is asked 300."""
    bank = folder / "questions"
    shutil.copytree(ROOT / "questions", bank)
    sections = sorted(bank.glob("[0-9]*.toml"))[1:]
    for number in range(MANY - 59):
        path = sections[number % len(sections)]
        question = (
            f'\n[[questions]]\nid = "more-{number}"\nkind = "passage"\n'
            f'prompt = "What more is there to say, number {number}?"\n'
            'guidance = """\nA few words more.\n"""\n'
        )
        path.write_text(path.read_text(encoding="utf-8") + question, encoding="utf-8")
    return bank


def main(folder: Path) -> None:
    """Print the rows."""
    usual, large = folder / "usual", folder / "large"
    bank = many_questions(folder)
    empty = Answers("2026-27", "england", "2026.11")
    for school, text in ((usual, "Words."), (large, WORDS)):
        said = empty.with_answer(QUESTION, Answer(text, on=date(2026, 11, 23)))
        write_answers(school / "2026-27" / "answers.toml", said)
    start = ["-m", "sendwizard", "fill", "--at", QUESTION, "--folder"]
    small_one = [*start, str(usual)]
    large_one = [*start, str(large), "--questions", str(bank)]
    for what, keys, budget in (
        ("a letter", ("e",), 3.0),
        ("next and back", (F8, F7), 3.0),
        ("contents and back", (F4, ESCAPE), 3.0),
    ):
        found = seconds_for(large_one, keys)
        yardstick = seconds_for(small_one, keys)
        name = "59 questions, one word"
        ratio(f"{what}, 300 questions", found, yardstick, name, budget)
