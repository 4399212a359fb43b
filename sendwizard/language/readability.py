"""Flesch reading ease: how easy a text is to read, counted by ourselves.

Judges nothing and needs no corpus. 206.835 - 1.015 x words a sentence - 84.6 x syllables a word:
60 to 70 is plain English, and higher is easier. As Rudolf Flesch advised for text with many of
them, figures are left out of the reckoning, and so are addresses: a phone number is no long word.
"""

import re

from sendwizard.language.syllables import syllables

NO_WORDS = 100.0
"""The reading ease of a text without words: nothing there is hard to read."""

_LINK = re.compile(r"!?\[([^\[\]]*)\]\([^()\s]*(?:\s[^()]*)?\)")
"""A Markdown link: its words are read, its address is not."""

_ITEM = re.compile(r"\s*(?:[-*+•]|\d{1,9}[.)]|\(?[a-z]\))\s+")
"""The mark of an item of a list."""

_OWN_LINE = re.compile(r"\s*(?:#{1,6}\s|\|)")
"""A heading or the row of a table: a sentence by itself, whatever stands around it."""

_END = re.compile(r"[.!?…]+[\"'”’»)\]*_]*$")
"""A word that may end a sentence."""

_NOT_THE_END = {
    "e.g",
    "i.e",
    "mr",
    "mrs",
    "ms",
    "mx",
    "dr",
    "st",
    "rev",
    "para",
    "paras",
    "no",
    "vs",
}
"""Short forms whose full stop never ends a sentence."""

_WORD = re.compile(r"[^\W\d_]+(?:['’‐‑-][^\W\d_]+)*")
"""Letters, with an apostrophe or a hyphen inside: self-esteem is one word, and/or are two."""


def flesch(text: str) -> float:
    """The reading ease of a text; NO_WORDS where it has none."""
    sentences = [words for sentence in _sentences(text) if (words := _words_said(sentence))]
    words = [word for sentence in sentences for word in sentence]
    if not words:
        return NO_WORDS
    sentence_length = len(words) / len(sentences)
    word_length = sum(map(syllables, words)) / len(words)
    return 206.835 - 1.015 * sentence_length - 84.6 * word_length


def word_count(text: str) -> int:
    """The words of a text as a person counts them: a figure or an address is one."""
    return sum(
        1 if _is_figure_or_address(token) else len(_WORD.findall(token))
        for block in _blocks(text)
        for token in block.split()
    )


def _blocks(text: str) -> list[str]:
    """Paragraphs, headings and items of lists, without the marks of Markdown before them."""
    blocks: list[str] = []
    open_block = False
    for line in _LINK.sub(r"\1", text).splitlines():
        line_of_words = line.strip().lstrip(">")
        if not any(character.isalnum() for character in line_of_words):
            open_block = False
            continue
        item = _ITEM.match(line_of_words)
        own_line = _OWN_LINE.match(line_of_words) is not None
        if open_block and item is None and not own_line:
            blocks[-1] += f" {line_of_words}"
        else:
            blocks.append(line_of_words[item.end() :] if item else line_of_words)
        open_block = not own_line
    return blocks


def _sentences(text: str) -> list[list[str]]:
    """The sentences, each as what stands between its spaces."""
    sentences: list[list[str]] = []
    for block in _blocks(text):
        tokens = block.split()
        current: list[str] = []
        for token, following in zip(tokens, [*tokens[1:], ""], strict=True):
            current.append(token)
            if _ends_sentence(token, following):
                sentences.append(current)
                current = []
        sentences.append(current)
    return sentences


def _ends_sentence(token: str, following: str) -> bool:
    """Whether a sentence ends here: not after "e.g." or an initial, nor before a small letter."""
    end = _END.search(token)
    if end is None:
        return False
    if "!" in end[0] or "?" in end[0]:
        return True
    before = token[: end.start()].lstrip("(\"'“‘[*_").lower()
    initial = len(before) == 1 and before.isalpha() and before != "i"
    return not (before in _NOT_THE_END or initial or following[:1].islower())


def _words_said(sentence: list[str]) -> list[str]:
    """The words of a sentence that count for reading; one in capitals throughout is not spelled."""
    words = [
        word
        for token in sentence
        if not _is_figure_or_address(token)
        for word in _WORD.findall(token)
    ]
    shouted = len(words) > 1 and all(word.isupper() for word in words)
    return [word.lower() for word in words] if shouted else words


def _is_figure_or_address(token: str) -> bool:
    """2026-27, KS2, office@school.example, www.school.example, https://school.example/."""
    return (
        any(character.isdigit() for character in token)
        or ("@" in token and any(character.isalnum() for character in token))
        or "://" in token
        or token.lower().lstrip("(<").startswith("www.")
    )
