"""Saves in the background, one after the other, and never on the event loop.

One thread does all the writing, so that an older save cannot come after a newer one.
"""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

from sendwizard.core.answers import Answers
from sendwizard.errors import UnwritableError
from sendwizard.office.sitting import Sitting
from sendwizard.store.resume import Resume

Result = TypeVar("Result")
Told = Callable[[str], None]
"""Takes "" when all is saved, or the sentence that says why not; called from the thread."""


class Saver:
    """Hands answers to the sitting from a thread of its own."""

    def __init__(self, sitting: Sitting, told: Told) -> None:
        self._sitting = sitting
        self._told = told
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="save")

    def save(self, answers: Answers, revision: int, resume: Resume) -> None:
        """Save as it is being typed."""
        self._do(lambda: self._sitting.save(answers, revision), resume)

    def leave(self, answers: Answers, revision: int, resume: Resume) -> None:
        """Save because a question is left."""
        self._do(lambda: self._sitting.leave(answers, revision), resume)

    def _do(self, write: Callable[[], object], resume: Resume) -> None:
        def work() -> None:
            try:
                write()
                self._sitting.remember(resume)
            except UnwritableError as error:
                self._told(str(error))
            else:
                self._told("")

        self._thread.submit(work)

    def then(self, act: Callable[[], Result]) -> Future[Result]:
        """Do something else in its turn: after all that was handed over, before what comes."""
        return self._thread.submit(act)

    def finish(self) -> None:
        """Wait until all is written."""
        self._thread.shutdown(wait=True)
