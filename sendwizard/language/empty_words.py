"""What the bank knows of empty words: what a sentence of such words does.

A sentence counts as empty only where each of its words is known to say nothing, so that a strange
word makes it an answer.
"""

import re
from enum import Enum
from functools import lru_cache

from sendwizard.core.checks import CheckData
from sendwizard.language.plain_words import WordPhrases, Words, plain_words, telling_words

LINK = "<link>"
"""What stands for a link among the words of a sentence."""
_PERSON, _QUOTED = "<person>", "<quoted>"
_MARKS = frozenset({LINK, _PERSON, "<mail>", "<phone>"})

_LONGEST = 40
"""Words of the longest sentence that may be empty."""
_OTHERS = 4
"""Words that may stand beside a placeholder: The name of our governor is TBC."""
_BETWEEN = 7
"""Words from “see” to where it points."""
_WAITED = 11
"""Words on when or from whom an answer comes: once the new SENCO is in post."""
_NAME = 2
"""Words of the name of a council before its local offer."""
_SHORT = 80
"""Characters of the longest placeholder."""
_AND, _IF = frozenset({"and", "or"}), frozenset({"if", "should"})
_CROSSES = "xx"
"""How a word that only holds the place begins and goes on: xxxx."""

_GAP = re.compile(r"\s*(?:\[[^\[\]]*\]|<[^<>@/:]*>|\{[^{}]*\}|\{\{[^{}]*\}\})\.?\s*")
"""Words in brackets, where nothing stands around them."""


class Says(Enum):
    """What a sentence does for the person who reads it."""

    OWN = "own"
    """It tells something."""
    FILLER = "filler"
    """A word or two that neither tell nor point: Yes. Thank you."""
    HOLDS = "holds"
    """It holds the place: TBC."""
    WAITS = "waits"
    """It says that the answer is still to come: This will be added soon."""
    POINTS = "points"
    """It points elsewhere: See above."""
    ASKS = "asks"
    """It sends people to ask: Contact the school for details."""
    LINKS = "links"
    """It is a link, with no more than a name for it."""


_SENDS = frozenset({Says.POINTS, Says.ASKS, Says.LINKS})


class Grammar:
    """What the bank knows of empty words, ready for use."""

    def __init__(self, data: CheckData) -> None:
        def of(*names: str) -> WordPhrases:
            return WordPhrases(text for name in names for text in data.lists.get(name, ()))

        held = data.entries_of("VAGUE001")
        self._held_first = of("placeholder-first")
        self._holding = WordPhrases(text for entry in held for text in entry.find)
        self._not_holding = WordPhrases(text for entry in held for text in entry.unless)
        self._tells_holding = telling_words(data, "VAGUE001")
        self._of_letters = of("of-letters")
        self._line = of("placeholder-line")
        self._whole = of("placeholder-whole")
        self._waiting, self._waiting_for = of("waiting"), of("waiting-for")
        self._waiting_who = of("waiting-who", "topics").words
        self._pointing, self._standing = of("pointing"), of("standing")
        self._openers, self._doers = of("openers").words, of("doers", "speakers").words
        self._leading, self._speakers = of("leading").words, of("speakers").words
        self._only_points = of("pointing-whole")
        self._policies, self._having = of("policies"), of("having")
        self._telling = of("telling").words
        self._elsewhere, self._after_see = of("elsewhere"), of("elsewhere", "after-see")
        self._named = of("elsewhere-named")
        self._asking, self._people = of("asking"), of("people")
        self._calling_in = of("calling-in")
        self.fillers = of("fillers").words
        places = self._elsewhere.words | _MARKS - {_PERSON}
        self._tail = self.fillers | places | self._after_see.words | of("topics").words | {_QUOTED}
        self._around_link = self._tail | self._pointing.words | self._standing.words
        told = (phrase[0] for phrase in self._standing.all if len(phrase) == 1)
        self._turning = self._pointing.first_words.union(told)
        self._told_little = self._tail | of("says-little").words
        subjects = self._doers.union(*(whom for whom in self._people.all if len(whom) == 1))
        self._asked = (self._tail | of("invitation").words) - subjects
        self._invited = self._tail | of("invitation").words | self._people.words | _MARKS
        self._promises = of("contact-promises").words

    def holds_all(self, text: str) -> bool:
        """Whether all that is written is a placeholder, such as n/a or a lone sign."""
        if len(text) > _SHORT:
            return False
        words = plain_words(text)
        is_known = words in self._whole.all or self._is_held(words)
        return is_known or not words or bool(_GAP.fullmatch(text))

    def holds_line(self, text: str) -> bool:
        """Whether that is a placeholder where it follows “Name:”."""
        if len(text) > _SHORT:
            return False
        return self._is_held(plain_words(text))

    def _is_held(self, words: Words) -> bool:
        is_known = words in self._line.all or words in self._holding.all
        return is_known or (bool(words) and all(map(_is_crosses, words)))

    def says(self, words: Words) -> Says:
        """What a sentence of these words does."""
        if len(words) > _LONGEST:
            return Says.OWN
        if words in self._line.all or self._holds(words):
            return Says.HOLDS
        if self._waits(words):
            return Says.WAITS
        if LINK in words and self._around_link.issuperset(words):
            return Says.LINKS
        if self.sends(words) or self._stands(words) or self._is_policy(words):
            return Says.LINKS if LINK in words else Says.POINTS
        if self._asks(words) or self._is_on_request(words):
            return Says.ASKS
        if self.fillers.issuperset(words):
            return Says.FILLER
        return self._both(words) or Says.OWN

    def _both(self, words: Words) -> Says | None:
        """What it does where it sends the reader to two places: See our policy, or ask us."""
        for place in range(1, len(words) - 1):
            if words[place] in _AND and self._turns(words, place + 1):
                first = self.says(words[:place])
                if first in _SENDS and self.says(words[place + 1 :]) in _SENDS:
                    return first
                return None
        return None

    def _turns(self, words: Words, place: int) -> bool:
        """Whether an order to look or to ask begins there."""
        return bool(self._pointing.at(words, place) or self._asking.at(words, place))

    def promises(self, words: Words) -> bool:
        """Whether it says that there are details to be had."""
        return not self._promises.isdisjoint(words)

    def _holds(self, words: Words) -> bool:
        """Whether it is a placeholder with little beside it, or begins with one."""
        if self._held_first.at(words, 0):
            return not self.is_of_letters(words)
        others = len(words) - sum(map(_is_crosses, words))
        if others == len(words) and self._tells_holding.isdisjoint(words):
            return False
        for place in range(len(words)):
            length = self._holding.at(words, place)
            if length and not self._not_holding.at(words, place):
                others -= length
                break
        is_little = others <= _OTHERS and others < len(words) and _MARKS.isdisjoint(words)
        return is_little and not self.is_of_letters(words)

    def is_of_letters(self, words: Words) -> bool:
        """Whether it tells of the letters themselves: TBC stands for “to be checked”."""
        return any(self._of_letters.at(words, place) for place in range(len(words)))

    def _waits(self, words: Words) -> bool:
        """Whether it says that the answer comes later, and no more than when or from whom."""
        for place, word in enumerate(words):
            length = self._waiting.at(words, place)
            if length:
                return self._is_till_when(words[place + length :])
            if word not in self._waiting_who:
                return False
        return False

    def _is_till_when(self, words: Words) -> bool:
        """Whether it is when or from whom an answer comes, and not who does what."""
        is_short = len(words) <= _WAITED and self._doers.isdisjoint(words[2:])
        return not words or (is_short and bool(self._waiting_for.at(words, 0)))

    def sends(self, words: Words) -> bool:
        """Whether it tells the reader to look elsewhere: Please see our policy."""
        return words in self._only_points.all or self._is_under(words) or self._looks(words)

    def _looks(self, words: Words) -> bool:
        if self._pointing.first_words.isdisjoint(words):
            return False
        is_opened = words[0] in self._openers
        for place, word in enumerate(words):
            length = self._pointing.at(words, place)
            is_act = length and place and words[place - 1] in self._doers
            if length and not is_act and self._leads(words, place + length, is_sent=True):
                return True
            if not is_opened and word not in self._tail:
                return False
        return False

    def _stands(self, words: Words) -> bool:
        """Whether it says where something stands: Details can be found on our website."""
        if words[0] in self._doers or self._standing.first_words.isdisjoint(words):
            return False
        return any(
            length and self._leads(words, place + length, is_sent=False)
            for place in range(len(words))
            if (length := self._standing.at(words, place))
        )

    def _is_under(self, words: Words) -> bool:
        """Whether it names a heading to look under: See the list under specialists."""
        place = words.index("under") if "under" in words else 0
        told, rest = words[:place], words[place + 1 :]
        return (
            self._around_link.issuperset(told)
            and not self._turning.isdisjoint(told)
            and 0 < len(rest) <= _BETWEEN
            and self._speakers.isdisjoint(rest)
        )

    def _is_policy(self, words: Words) -> bool:
        """Whether it only names a policy, or that there is one: We follow our SEN policy."""
        if self._policies.words.isdisjoint(words) or "no" in words:
            return False
        start = self._having.at(words, 0)
        end = next((at for at, word in enumerate(words) if word in self._telling), len(words))
        named = words[start:end]
        return (
            any(self._policies.at(named, place) for place in range(len(named)))
            and self._is_tail(named)
            and self._told_little.issuperset(words[end + 1 :])
        )

    def _leads(self, words: Words, start: int, *, is_sent: bool) -> bool:
        """Whether the words from there name a place elsewhere, and then nothing of their own.

        Who is sent there may be told more freely what to look for.
        """
        places = self._after_see if is_sent else self._elsewhere
        strange = 0
        for place in range(start, min(len(words), start + _BETWEEN)):
            length = 1 if words[place] == LINK else places.at(words, place)
            if length and strange:
                length = self._named.at(words, place)
            if length:
                rest = words[place + length :]
                return self._is_tail(rest) or (is_sent and self._is_topic(rest))
            if not is_sent and words[place] not in self._tail:
                strange += 1
                if strange > _NAME:
                    return False
        return False

    def _is_tail(self, words: Words) -> bool:
        return all(word in self._tail or _is_number(word) for word in words)

    def _is_topic(self, words: Words) -> bool:
        """Whether it is what the place is about: on children with asthma."""
        is_short = len(words) <= _BETWEEN and words[0] in self._leading
        return is_short and self._speakers.isdisjoint(words)

    def _asks(self, words: Words) -> bool:
        """Whether it sends the reader to ask, and tells no more: Please contact the office."""
        if self._asking.first_words.isdisjoint(words):
            return False
        is_opened = words[0] in self._openers
        may_stand = self._invited if words[0] in _IF else self._asked
        for place, word in enumerate(words):
            length = self._asking.at(words, place)
            if length and self._names_whom(words, place + length):
                told = words[:place]
                if self._calling_in.at(words, place) and not self.promises(words):
                    return False
                return may_stand.issuperset(told) or self.promises(words[place:])
            if not is_opened and word not in may_stand:
                return False
        return False

    def _is_on_request(self, words: Words) -> bool:
        """Whether there is something to be had by asking: Details are available on request."""
        place = words.index("request") if "request" in words else 0
        may_follow = self._invited.issuperset(words[place + 1 :])
        return place > 0 and may_follow and self._is_tail(words[:place])

    def _names_whom(self, words: Words, start: int) -> bool:
        for place in range(start, len(words)):
            if words[place] == _PERSON or self._people.at(words, place):
                rest = words[place + 1 :]
                return all(word in self._invited or _is_number(word) for word in rest)
            if words[place] not in self._invited:
                return False
        return False


@lru_cache(maxsize=8)
def grammar(data: CheckData) -> Grammar:
    """What one file of the bank knows of empty words."""
    return Grammar(data)


def _is_crosses(word: str) -> bool:
    return word.startswith(_CROSSES) and not word.strip(_CROSSES)


def _is_number(word: str) -> bool:
    """Whether it is a figure or a letter, as in appendix B."""
    return len(word) == 1 or word.isdigit()
