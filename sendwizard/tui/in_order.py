"""Keys are taken one after the other, however fast the line brings them. Knows no question.

Textual puts each key into the queue of whatever has the focus when it arrives, and acts on some of
them (Enter in a line) only after they have gone up to the app. On a line that brings keys in
bursts a letter would overtake Enter or F8 and land in the box, or the question, before.
"""

import asyncio
import contextlib
from collections import deque
from collections.abc import Callable

from textual import events
from textual.app import App
from textual.dom import DOMNode
from textual.driver import Driver
from textual.message import Message

LONGEST_WAIT = 5.0
"""Seconds that a key waits for the one before it; reached only if something hangs."""


class KeysInOrder(App[None]):
    """An app in which a key waits until the one before it has been dealt with."""

    class Afterwards(Message):
        """Something is to be done when the keys before it have been dealt with."""

        def __init__(self, then: Callable[[], None]) -> None:
            super().__init__()
            self.then = then

    def __init__(self, driver: type[Driver] | None = None) -> None:
        super().__init__(driver_class=driver)
        self._waiting: deque[events.Key | events.Paste | KeysInOrder.Afterwards] = deque()
        self._settling: asyncio.Task[None] | None = None

    async def on_event(self, event: events.Event) -> None:
        """Deal with a key now, or after those that came before it."""
        if not isinstance(event, events.Key | events.Paste) or event.is_forwarded:
            await super().on_event(event)
        elif self._settling is not None:
            self._waiting.append(event)
        else:
            await self._pass_on(event)

    def after_keys(self, then: Callable[[], None]) -> None:
        """Do this once every key that has come by now is dealt with."""
        self.post_message(self.Afterwards(then))

    def on_keys_in_order_afterwards(self, event: Afterwards) -> None:
        """Do it now, or after the keys that came before it."""
        if self._settling is None:
            event.then()
        else:
            self._waiting.append(event)

    async def _pass_on(self, event: events.Event) -> None:
        path = [] if self.focused is None else [self.focused, *self.focused.ancestors]
        self._settling = asyncio.create_task(self._settle(path))
        self._settling.add_done_callback(self._settled)
        await super().on_event(event)

    def _settled(self, task: asyncio.Task[None]) -> None:
        """What went wrong with a key that had to wait is the app's as well; asyncio is silent."""
        error = None if task.cancelled() else task.exception()
        if error is not None:
            self.call_later(_raise, error)

    async def _settle(self, path: list[DOMNode]) -> None:
        """Wait for the widgets, for the app, and for the widgets again; then take the next key."""
        await asyncio.sleep(0)
        for node in (*path, self, *path):
            await _dealt_with(node)
        self._settling = None
        while self._waiting and self.is_running and self._settling is None:
            event = self._waiting.popleft()
            if isinstance(event, KeysInOrder.Afterwards):
                event.then()
            else:
                await self._pass_on(event)


async def _dealt_with(node: DOMNode) -> None:
    """Wait until a widget has dealt with all that is in its queue, but not for ever."""
    done = asyncio.Event()
    if node.is_running and node.call_later(done.set):
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(done.wait(), LONGEST_WAIT)


def _raise(error: BaseException) -> None:
    raise error
