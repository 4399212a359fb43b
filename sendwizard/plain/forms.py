"""Asks for the boxes of a form, one after the other. Knows no act."""

from collections.abc import Mapping, Sequence

from sendwizard.errors import UsageError
from sendwizard.office.boxes import Box, Check, Filled, Parsed, nothing_wrong
from sendwizard.plain.session import Session
from sendwizard.plain.talk import EMPTY_IT, BackError

_ABOUT = (
    "Type what is asked for on one line. An empty line leaves what stands there; take out empties "
    "it; back goes to the one before, and from the first back to the question; leave saves and "
    "leaves."
)


def fill_in(
    session: Session,
    name: str,
    boxes: Sequence[Box],
    first: Mapping[str, str],
    check: Check = nothing_wrong,
) -> Filled:
    """What is filled in; what was typed stays for the next time, until `given` is called.

    `first` stands in the boxes before anybody types. Raises BackError from the first box, and
    LeaveError where nothing more is heard.
    """
    texts = session.texts[name]
    for box_name, text in first.items():
        texts.setdefault(box_name, text)
    values: dict[str, Parsed] = {}
    place = 0
    while place < len(boxes):
        box = boxes[place]
        try:
            values[box.name] = _hear(session, box, texts)
        except BackError:
            if not place:
                raise
            place -= 1
            continue
        place += 1
        if place == len(boxes) and (wrong := check(Filled(values))):
            place = min(n for n, each in enumerate(boxes) if each.name in wrong)
            session.say(wrong[boxes[place].name])
    return Filled(values)


def given(session: Session, *names: str) -> None:
    """What stands in these forms has been given for good."""
    for name in names:
        session.texts.pop(name, None)


def _hear(session: Session, box: Box, texts: dict[str, str]) -> Parsed:
    """One box, asked until it can be taken."""
    while True:
        now = texts.get(box.name, "")
        hint = f", {box.hint}" if box.hint and not now else ""
        typed = session.ask(f"{box.label}{f', now {now}' if now else hint}", _ABOUT).strip()
        texts[box.name] = "" if typed.casefold() == EMPTY_IT else typed or now
        try:
            return box.read(texts[box.name])
        except UsageError as error:
            session.say(str(error))
            if texts[box.name]:
                session.read_back(texts[box.name])
            texts[box.name] = now if typed else ""
