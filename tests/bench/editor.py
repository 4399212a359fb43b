"""The rows of the editor: 9,000 words looked at, and one answer of the same report."""

import subprocess
import sys
from datetime import date

from sendwizard.core.answers import Answers
from sendwizard.core.bank import Bank
from sendwizard.office.checking import check_answers, check_question
from tests.bench.measuring import absolute, seconds_of
from tests.bench.reports import WORDS, long_answers, the_bank

DAY = date(2025, 11, 24)
BUDGET = 500
"""Milliseconds for 9,000 words, spelling apart."""
ONE_ANSWER = 50
"""Milliseconds for an answer, which is looked at while somebody may begin to type again."""
COLD = (
    "from tests.bench import editor as e; from time import perf_counter as now; b = e.the_bank(); "
    "a = e.long_answers(b); t = now(); e.check_answers(b, a, e.DAY); print(now() - t)"
)
"""The same in a process that has looked at nothing yet."""


def main() -> None:
    """Print the rows."""
    bank = the_bank()
    answers = long_answers(bank)
    cold = float(subprocess.check_output([sys.executable, "-c", COLD], text=True)) * 1000
    absolute(f"check of {WORDS:,} words, the first", cold, "ms", BUDGET)
    again = seconds_of(lambda: check_answers(bank, answers, DAY), 5) * 1000
    absolute(f"check of {WORDS:,} words, again", again, "ms", BUDGET)
    longest = _longest(bank, answers)
    one = seconds_of(lambda: check_question(bank, answers, longest, DAY), 5) * 1000
    absolute("one answer of them", one, "ms", ONE_ANSWER)


def _longest(bank: Bank, answers: Answers) -> str:
    sizes = {each.id: len(str(answers.value(each.id) or "")) for each in bank.questions}
    return max(sizes, key=lambda each: sizes[each])


if __name__ == "__main__":
    main()
