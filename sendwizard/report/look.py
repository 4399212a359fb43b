"""How the report looks: a colour that can be read on white, and the school's sign."""

import re
from dataclasses import dataclass

from sendwizard.core.answers import Answers
from sendwizard.core.bank import COLOUR, LOGO_WORDS, OWN_COLOUR, Bank
from sendwizard.core.route import Status, statuses
from sendwizard.errors import UnreadableError
from sendwizard.report.model import Logo, Look
from sendwizard.report.pictures import picture_of

LEAST_CONTRAST = 4.5
"""WCAG 2.2, 1.4.3: the contrast of text with its background, at least."""
MOST_LOGO_BYTES = 5 * 1024 * 1024
MOST_LOGO_DOTS = 50_000_000
"""A small file can hold a picture of many dots, which takes memory wherever it is shown."""
_STEP = 0.97
"""A colour that is too light is darkened by this factor until it is dark enough."""
_HEX = re.compile(r"#[0-9a-f]{6}")


@dataclass(frozen=True)
class LogoFile:
    """A picture as it lies in the school's folder."""

    name: str
    data: bytes


def look_of(bank: Bank, answers: Answers, file: LogoFile | None) -> tuple[Look, tuple[str, ...]]:
    """The report's look, and what the person should be told about it.

    Raises UnreadableError for a file that is no picture, or too large.
    """
    standing = statuses(bank, answers)

    def value(question_id: str) -> str:
        found = answers.value(question_id)
        counts = standing.get(question_id) is Status.ANSWERED
        return found if counts and isinstance(found, str) else ""

    wanted = value(OWN_COLOUR) or _colour_of(bank, value(COLOUR)) or Look().colour
    colour, told = _readable(wanted)
    logo = None if file is None else Logo(file.data, media_type(file), value(LOGO_WORDS))
    return Look(colour, logo), told


def _readable(wanted: str) -> tuple[str, tuple[str, ...]]:
    """The colour to use, and what to tell where it is another than was wanted."""
    plain = f"#{wanted.lower().removeprefix('#')}"
    if not _HEX.fullmatch(plain):  # a bank of somebody's own may give its options any value
        colour = Look().colour
        return colour, (f"“{wanted}” is no colour such as {colour}, so {colour} is used.",)
    colour = darkened(plain)
    if colour == plain:
        return colour, ()
    return colour, (f"The colour {plain} is too light to be read on white, so {colour} is used.",)


def _colour_of(bank: Bank, option_id: str) -> str:
    question = bank.by_id.get(COLOUR)
    options = question.options if question else ()
    return next((each.value for each in options if each.id == option_id), "")


def media_type(file: LogoFile) -> str:
    """What sort of picture it is. Raises UnreadableError for anything else."""
    if len(file.data) > MOST_LOGO_BYTES:
        raise UnreadableError(
            f"{file.name} is larger than 5 MB. Save a smaller picture of the school’s sign."
        )
    picture = picture_of(file.data)
    if picture is None:
        raise UnreadableError(
            f"{file.name} is no picture, or only a part of one. "
            "Save the school’s sign again as PNG, JPG or SVG."
        )
    if picture.dots > MOST_LOGO_DOTS:
        raise UnreadableError(
            f"{file.name} is far too wide or high for a page. Save a smaller picture of the "
            "school’s sign."
        )
    return picture.media_type


def darkened(colour: str) -> str:
    """The colour, or a darker one of its kind that can just be read on white."""
    red, green, blue = (int(colour[place : place + 2], 16) for place in (1, 3, 5))
    channels = [float(red), float(green), float(blue)]
    while contrast_with_white(_hex(channels)) < LEAST_CONTRAST:
        channels = [channel * _STEP for channel in channels]
    return _hex(channels)


def _hex(channels: list[float]) -> str:
    return "#" + "".join(f"{round(channel):02x}" for channel in channels)


def contrast_with_white(colour: str) -> float:
    """The contrast of a colour with white, from 1 to 21, as WCAG works it out."""
    parts = []
    for place in (1, 3, 5):
        share = int(colour[place : place + 2], 16) / 255
        parts.append(share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4)  # noqa: PLR2004 - sRGB's own figures
    luminance = 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
    return 1.05 / (luminance + 0.05)
