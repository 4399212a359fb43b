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
Told = Callable[[UnwritableError | None], None]
"""Takes None when all is saved, or why it is not; called from the thread."""


class Saver:
    """Hands answers to the sitting from a thread of its own."""

    def __init__(self, sitting: Sitting, told: Told) -> None:
        self._sitting = sitting
        self._told = told
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="save")
        self._act: Future[object] | None = None

    def save(self, answers: Answers, revision: int, resume: Resume) -> None:
        """Save as it is being typed."""
        self._do(lambda: self._sitting.save(answers, revision), resume, self._told)

    def leave(
        self, answers: Answers, revision: int, resume: Resume, told: Told | None = None
    ) -> None:
        """Save because a question is left; `told` is told in place of the usual one."""
        self._do(lambda: self._sitting.leave(answers, revision), resume, told or self._told)

    def _do(self, write: Callable[[], object], resume: Resume, told: Told) -> None:
        def work() -> None:
            try:
                write()
                self._sitting.remember(resume)
            except UnwritableError as error:
                told(error)
            else:
                told(None)

        self._thread.submit(work)

    def then(self, act: Callable[[], Result]) -> Future[Result]:
        """Do something else in its turn: after all that was handed over, before what comes."""
        future = self._thread.submit(act)
        self._act = future  # type: ignore[assignment]  # only whether it is done is asked
        return future

    @property
    def is_acting(self) -> bool:
        """Whether something else than a save is under way: then nobody waits for an answer."""
        return self._act is not None and not self._act.done()

    def finish(self) -> None:
        """Wait until all is written."""
        self._thread.shutdown(wait=True)
