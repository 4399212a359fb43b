"""Writes the reports of fifty schools in one process, and prints what it took, as JSON.

Each school has words of its own, so that nothing kept from one serves the next.
"""

import json
import os
import resource
import sys
import time
from collections.abc import Callable

from sendwizard.report.render import Format
from sendwizard.store.answers_file import read_answers
from tests.bench.measuring import MEGABYTE
from tests.bench.reports import DEMO, report_of, the_bank, with_more, written

SCHOOLS = 50
FIRST = 5
"""Schools after which memory is looked at for the first time."""


def peak() -> float:
    """The most memory held at once so far, in megabytes."""
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most * (1 if sys.platform == "darwin" else 1024) / MEGABYTE


def words_of_school(number: int) -> Callable[[str], str]:
    """What stands at the end of each of its passages."""
    return lambda _: f"These are the words of school number {number}."


def main() -> None:
    """Print the figures: time is that of the processor, on one core where the system allows."""
    if sys.platform == "linux":
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    bank, demo = the_bank(), read_answers(DEMO)
    spent = dict.fromkeys(["build", *(form.value for form in Format)], 0.0)
    words, after_first = 0, 0.0
    for number in range(1, SCHOOLS + 1):
        answers = with_more(bank, demo, words_of_school(number))
        mark = time.process_time()
        report = report_of(bank, answers)
        spent["build"] += time.process_time() - mark
        for form in Format:
            mark = time.process_time()
            data = written(report, form)
            spent[form.value] += time.process_time() - mark
            if form is Format.MARKDOWN:
                words += len(data.split())
        if number == FIRST:
            after_first = peak()
    thousands = words / 1000
    found = {
        "ms_per_1000_words": sum(spent.values()) * 1000 / thousands,
        "ms_by_format": {name: each * 1000 / thousands for name, each in spent.items()},
        "peak_after_5": after_first,
        "peak_after_50": peak(),
    }
    print(json.dumps(found))


if __name__ == "__main__":
    main()
