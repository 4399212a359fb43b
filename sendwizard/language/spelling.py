"""SPELL: British spelling, looked at only when asked for, since a dictionary has to be loaded.

The words are asked of a speller that is handed in. Names, addresses, short forms and whatever holds
a figure are never asked for: better to miss a slip than to call a child's name one.
"""

import re
import unicodedata
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cached_property, lru_cache

from sendwizard.core.bank import Kind
from sendwizard.core.checks import Entry
from sendwizard.core.findings import Finding, Rule, Severity
from sendwizard.language.phrases import phrases
from sendwizard.language.said import Known, Said

Spelled = Callable[[Sequence[str]], Collection[str]]
"""Takes words, gives those of them that it does not know."""

LEAST_LETTERS = 3
"""What is shorter is left alone."""
MOST_SUGGESTED = 5

_UNKNOWN = Rule(
    "SPELL001",
    Severity.TIP,
    "The dictionary does not know this word",
    "The word is neither in the dictionary of British English nor among the words of special "
    "needs that this program knows. It may be a slip, or a good word that few people use. Look at "
    "it again: mend it, or leave it as it is.",
    by_word=True,
)
_SLIP = Rule(
    "SPELL002",
    Severity.WARN,
    "A slip of spelling",
    "This is a slip that many people make, and the right spelling is known. Families notice such "
    "slips in a report. Write the word as it is suggested.",
    by_word=True,
)
_AMERICAN = Rule(
    "SPELL003",
    Severity.TIP,
    "Not the usual spelling in a British school",
    "The word is spelled as in American English, or with -ize, which is correct but is not what "
    "most British schools teach. Write it in the British way, so that the report agrees with "
    "what children learn.",
    by_word=True,
)
RULES = (_UNKNOWN, _SLIP, _AMERICAN)

_READ = frozenset({Kind.LINE, Kind.PASSAGE})
_CHUNK = re.compile(r"\S+")
_NOT_WORDS = re.compile(r"[\d@&\\\u00ad\u200b-\u200d\u2060\ufeff]|://|\w[._]\w")
"""What makes an address, a code, a file's name or a broken word of what stands between spaces."""
_WORD = re.compile(r"[^\W\d_]+(?:['’‐‑-][^\W\d_]+)*")
_PART = re.compile(r"[^‐‑-]+")
_ENDS = re.compile(r"[.!?…][\"'”’)]*\s+[\"'“‘(]*$")
"""What stands between one sentence and the next."""
_PARAGRAPH = re.compile(r"\n[ \t\r]*\n")
_OPENING = frozenset("\"'“‘(")
_IZE = re.compile(r"(?<=[iy])z(?=[a-z]{1,8}$)")


@dataclass(frozen=True)
class _Word:
    """A word, or a part of one with hyphens, where it stands."""

    start: int
    text: str
    is_name: bool
    """Whether it has a capital that no sentence gives it."""
    joined: str
    """The whole without its hyphens; "" where it has none."""

    @cached_property
    def plain(self) -> str:
        """As a dictionary has it."""
        return _plain(self.text)

    @cached_property
    def is_spelled(self) -> bool:
        """Whether a dictionary may know it: no name, no short form, in letters from a to z."""
        inside = self.plain[1:]
        is_word = len(inside) >= LEAST_LETTERS - 1 and inside == inside.lower()
        return is_word and self.plain.isascii() and not self.is_name

    @property
    def end(self) -> int:
        """Where it ends, the ’s that it may have left out."""
        return self.start + len(self.text.removesuffix("’s").removesuffix("'s"))


def misspelt(known: Known, speller: Spelled, question_id: str | None = None) -> tuple[Finding, ...]:
    """What is spelled wrongly in the answers, or in one of them; the speller is asked once."""
    everything = _everything(known)
    read = [each for each in everything if question_id in (None, each[0].question.id)]
    left_alone = _names(everything) | _ours(known)
    asked = {
        form
        for _, words in read
        for word in words
        if word.is_spelled
        for form in (word.plain, word.joined, _with_s(word.plain))
        if form and form not in left_alone and form.lower() not in left_alone
    }
    unknown = frozenset(speller(sorted(asked)) if asked else ())
    return tuple(
        finding for said, words in read for finding in _in_text(said, words, known, unknown)
    )


def suggestions(
    known: Known, word: str, suggest: Callable[[str], Sequence[str]]
) -> tuple[str, ...]:
    """What may be meant by a word: what we know it to be, else words that are near it."""
    plain, data = _plain(word), known.data("spelling")
    for match in phrases(data).find(plain):
        if (match.start, match.end) == (0, len(plain)):
            return (_instead(match.entry, plain),)
    near = get_close_matches(plain.lower(), data.lists.get("known", ()), n=2, cutoff=0.85)
    return tuple(dict.fromkeys((*near, *suggest(plain))))[:MOST_SUGGESTED]


def _in_text(
    said: Said, words: Sequence[_Word], known: Known, unknown: Collection[str]
) -> Iterator[Finding]:
    """What we know to be wrong wherever it stands, and each word that nobody knows once."""
    told = dict(_told(said, words, known))
    end, seen = 0, set()
    for word in words:
        british = _with_s(word.plain)
        if word.start < end:
            continue
        if word.start in told:
            yield told[word.start]
            end = word.start + len(told[word.start].words)
        elif not word.is_spelled or word.plain not in unknown or word.plain in seen:
            continue
        elif british and british not in unknown:
            yield _american(said, word.start, word.end, british)
        elif not word.joined or word.joined in unknown:
            seen.add(word.plain)
            yield _unknown(said, word.start, word.end)


def _told(said: Said, words: Sequence[_Word], known: Known) -> Iterator[tuple[int, Finding]]:
    """Where each slip and each American spelling of our own lists begins."""
    by_start = {word.start: word for word in words}
    for match in phrases(known.data("spelling")).find(said.read):
        word = by_start.get(match.start)
        is_american = match.entry.code == _AMERICAN.code
        if word is None or (word.is_name and (is_american or not said.is_prose)):
            continue
        found = said.text[match.start : match.end]
        right = _instead(match.entry, found)
        if is_american:
            yield match.start, _american(said, match.start, match.end, right)
        else:
            message = f"“{found}” looks like a slip of spelling."
            suggestion = f"Write “{right}”."
            yield match.start, said.finding(_SLIP, match.start, match.end, message, suggestion)


def _american(said: Said, start: int, end: int, right: str) -> Finding:
    message = f"“{said.text[start:end]}” is not how most British schools spell it."
    return said.finding(_AMERICAN, start, end, message, f"Write “{right}”.")


def _unknown(said: Said, start: int, end: int) -> Finding:
    message = (
        f"“{said.text[start:end]}” is not in the dictionary. "
        "It may be a slip, or a good word that few people use."
    )
    return said.finding(_UNKNOWN, start, end, message)


def _instead(entry: Entry, words: str) -> str:
    """The right spelling, with the ending and the capitals of the words found."""
    right = entry.instead
    if right.endswith("*"):
        stems = (each.rstrip("*") for each in entry.find)
        stem = next((each for each in stems if words.lower().startswith(each)), words)
        right = right.rstrip("*") + words[len(stem) :].lower()
    if words.isupper():
        return right.upper()
    return right[:1].upper() + right[1:] if words[:1].isupper() else right


def _with_s(word: str) -> str:
    """With -ise and -yse for -ize and -yze; "" for a word that has neither."""
    found = _IZE.search(word) if "z" in word else None
    return f"{word[: found.start()]}s{word[found.end() :]}" if found else ""


def _plain(word: str) -> str:
    """Without accents, which the dictionary leaves out, and without the ’s at its end."""
    if not word.isascii():
        letters = unicodedata.normalize("NFD", word.replace("’", "'"))
        word = "".join(each for each in letters if not unicodedata.combining(each))
    return word.removesuffix("'s")


def _ours(known: Known) -> frozenset[str]:
    """Words that need no dictionary, in small letters: the trade's, names of councils, prefixes."""
    lists, councils, bank = known.data("spelling").lists, known.data("link-councils"), known.bank
    trade = [each for acronym in bank.acronyms for each in (acronym.short, acronym.long)]
    trade.extend(term.word for term in bank.terms)
    places = [*councils.lists, *(name for entry in councils.entries for name in entry.find)]
    words = (word[0].lower() for text in (*trade, *places) for word in _WORD.finditer(text))
    return frozenset((*words, *lists.get("known", ()), *lists.get("prefixes", ())))


@lru_cache(maxsize=2)
def _everything(known: Known) -> tuple[tuple[Said, tuple[_Word, ...]], ...]:
    """Each text that is read, with its words."""
    short = frozenset(known.data("spelling").lists.get("short", ()))
    return tuple((said, tuple(_words(said, short))) for said in known.texts if said.kind in _READ)


def _names(everything: Sequence[tuple[Said, Sequence[_Word]]]) -> frozenset[str]:
    """Words that have a capital somewhere inside a sentence, for where they begin one."""
    return frozenset(word.plain for _, words in everything for word in words if word.is_name)


def _words(said: Said, short: Collection[str]) -> Iterator[_Word]:
    """The words of a text, without addresses, codes and what else is no word."""
    end, last = 0, ""
    for chunk in _CHUNK.finditer(said.read):
        if _NOT_WORDS.search(chunk[0]):
            end, last = chunk.end(), chunk[0]
            continue
        for word in _WORD.finditer(said.read, chunk.start(), chunk.end()):
            gap = said.text[end : word.start()]
            is_capital = word[0][0].isupper() and said.is_prose
            is_first = is_capital and _begins_sentence(gap, last, short)
            end, last = word.end(), word[0].lower()
            parts = list(_PART.finditer(word[0]))
            joined = _plain("".join(part[0] for part in parts)) if len(parts) > 1 else ""
            for part in parts:
                is_name = part[0][0].isupper() and not (is_first and part is parts[0])
                yield _Word(word.start() + part.start(), part[0], is_name, joined)


def _begins_sentence(gap: str, last: str, short: Collection[str]) -> bool:
    """Whether a sentence of running text begins after what stands between two words.

    Not the item of a list, nor a heading: those often begin with the name of a programme.
    """
    if _PARAGRAPH.search(gap) or not last:
        return _OPENING.issuperset(gap.rpartition("\n")[2].strip())
    is_initial = len(last) == 1 and last != "i"
    return _ENDS.search(gap) is not None and last not in short and not is_initial
