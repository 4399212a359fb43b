"""Which signs the PDF's font has, and what stands in print for one that it lacks.

PDF/UA takes no sign that its font cannot draw, so no such sign gets past here. Changes nothing
that the font has.
"""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

UPRIGHT = ("SourceSansPro-Regular.ttf", "SourceSansPro-Bold.ttf")
SLANTED = ("SourceSansPro-It.ttf", "SourceSansPro-BoldIt.ttf")

_LOOKS_LIKE = {
    "•": "●○◦▪▫◾◽◼◻▸►‣⁃⬤⚫⚪➢➤❖✦✱\uf0a7\uf0a8\uf0b7\uf0d8\uf076\uf06f\uf06e",
    "✓": "✔✅\uf0fc",
    "×": "✕✖✗✘❌❎\uf0fb",
    "→": "⇒⟶➔➜➝➞➡➙\uf0e0\uf0e8",
    "←": "⇐⟵⬅\uf0df",
    "-": "‐‑",
    "‘": "‛",
    "“": "‟",
}
"""Signs, and the ones that they stand for. From U+F000 on are Word's own, of its picture fonts."""
_EQUAL = {sign: plain for plain, signs in _LOOKS_LIKE.items() for sign in signs}
_UNSEEN = frozenset(
    "\u034f\u20e3\u3164\uffa0"  # joins letters; makes a key of a digit; blanks of Hangul
    + "".join(map(chr, (*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0))))  # choose a drawing
    + "".join(map(chr, range(0x1F3FB, 0x1F400)))  # the skin of the emoji before
)
"""Signs that only change how the one before is drawn."""
_FLAGS = {"regional indicator symbol": "Flag"}
"""Two of these letters make the flag of a country."""
_NEW_LINES = frozenset("\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029")


@dataclass(frozen=True)
class Fitted:
    """A text that the font can draw."""

    text: str
    replaced: tuple[tuple[str, str], ...] = ()
    """What was typed and what stands there, where somebody would see the difference."""


@cache
def upright() -> frozenset[str]:
    """The signs that the regular and the bold face have, and that can be seen, with line ends."""
    return _signs_of(UPRIGHT) | {"\n"}


@cache
def slanted() -> frozenset[str]:
    """The same for both italic faces, which have no Greek and no Cyrillic."""
    return _signs_of(SLANTED) | {"\n"}


def font_folder() -> Path:
    """Where the font's files lie."""
    return Path(str(files("font_source_sans_pro") / "files"))


def _signs_of(names: tuple[str, ...]) -> frozenset[str]:
    # The import takes 40 ms, which HTML, whose charts are drawn beside this, need not wait for.
    from fontTools.ttLib import TTFont  # type: ignore[import-untyped]  # noqa: PLC0415 - see above

    tables = []
    for name in names:
        with TTFont(font_folder() / name, lazy=True) as font:
            tables.append(set(font.getBestCmap()))
    signs = map(chr, set.intersection(*tables))
    return frozenset(sign for sign in signs if unicodedata.category(sign) not in ("Cc", "Cf"))


def fitted(text: str) -> Fitted:
    """The text with every sign that the font lacks replaced by one like it, or by its name."""
    text = unicodedata.normalize("NFC", text)
    if upright().issuperset(text):
        return Fitted(text)
    pieces: list[str] = []
    replaced: dict[str, str] = {}
    for nameless, run in groupby(_steps(text), lambda step: step.stands is None):
        if nameless:
            signs = "".join(step.sign for step in run)
            pieces.append(_named(signs))
            replaced[signs] = pieces[-1]
            continue
        for step in run:
            pieces.append(step.stands or "")
            if step.seen:
                replaced[step.sign] = pieces[-1]
    return Fitted("".join(pieces), tuple(replaced.items()))


class _Step(NamedTuple):
    sign: str
    stands: str | None
    """What stands for it; None where only its name can."""

    @property
    def seen(self) -> bool:
        """Whether somebody would see that it was replaced."""
        if self.stands in (None, " ", "-", "\n"):
            return False
        return unicodedata.normalize("NFC", self.stands) != self.sign


def _steps(text: str) -> Iterator[_Step]:
    """Each sign with what stands for it; what cannot be seen goes, so that it parts no names."""
    known = upright()
    steps = (_Step(sign, sign if sign in known else _plain(sign)) for sign in text)
    return (step for step in steps if step.stands != "")


def _plain(sign: str) -> str | None:
    """What can stand for a sign that the font lacks; None where nothing can."""
    if sign in _EQUAL:
        return _EQUAL[sign]
    if sign in _NEW_LINES:
        return "\n"
    if sign == "\t":
        return " "
    category = unicodedata.category(sign)
    if category in ("Cc", "Cf") or sign in _UNSEEN:
        return ""
    if category in ("Cn", "Co", "Cs"):
        return None
    if category == "Zs":
        return " "
    for form in ("NFKC", "NFKD"):
        same = unicodedata.normalize(form, sign)
        if upright().issuperset(same):
            return same
    base = unicodedata.normalize("NFKD", sign)[0]
    return base if base in upright() and base.isalpha() else None


def _named(signs: str) -> str:
    """The signs' names in brackets; letters of one script that stand together share a pair."""
    pieces: list[str] = []
    for script, run in groupby(map(_name, signs), lambda name: name[0]):
        names = [name for _, name in run]
        if script:
            word = "letter" if len(names) == 1 else "letters"
            pieces.append(f"[{script} {word} {', '.join(names)}]")
        else:
            pieces.extend(f"[{name}]" for name in names)
    return "".join(pieces)


def _name(sign: str) -> tuple[str, str]:
    """The script and the letter; "" and the whole name for a sign that is no letter."""
    name = unicodedata.name(sign, "").lower()
    if not name:
        return "", f"sign U+{ord(sign):04X}"
    script, letter, rest = name.partition(" letter ")
    if not letter:
        return "", name
    return _FLAGS.get(script, script.capitalize()), rest
