"""`applies_when`: data, not code. A condition is true, false or unknown (None).

Unknown means that the question it asks about has no answer yet. Deciding what unknown does to the
route is not done here but once, in `on_route`.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True)
class OneOf:
    """True where the question's answer is (or, for `choices`, holds) one of the options."""

    question: str
    options: tuple[str, ...]


@dataclass(frozen=True)
class AtLeast:
    """True where the question's number is this large or larger; no number yet is too small."""

    question: str
    number: int


@dataclass(frozen=True)
class AllOf:
    """True where each is true."""

    conditions: tuple["Condition", ...]


@dataclass(frozen=True)
class AnyOf:
    """True where at least one is true."""

    conditions: tuple["Condition", ...]


@dataclass(frozen=True)
class Not:
    """True where the other is false."""

    condition: "Condition"


Leaf = OneOf | AtLeast
Condition = Leaf | AllOf | AnyOf | Not
Test = Callable[[Leaf], bool | None]
"""Says whether one `Leaf` is true, false or (None) unknown."""


def evaluate(condition: Condition, test: Test) -> bool | None:
    """True, false or unknown, in the logic of three values (Kleene's)."""
    match condition:
        case OneOf() | AtLeast():
            return test(condition)
        case Not(inner):
            value = evaluate(inner, test)
            return None if value is None else not value
        case AllOf(conditions):
            values = [evaluate(each, test) for each in conditions]
            return False if False in values else None if None in values else True
        case AnyOf(conditions):
            values = [evaluate(each, test) for each in conditions]
            return True if True in values else None if None in values else False


def on_route(condition: Condition | None, test: Test) -> bool:
    """Whether a question is on the route: unknown asks it rather than leaving a duty out."""
    return condition is None or evaluate(condition, test) is not False


def leaves(condition: Condition | None) -> Iterator[Leaf]:
    """Each `Leaf` in the condition, from left to right."""
    match condition:
        case None:
            return
        case OneOf() | AtLeast():
            yield condition
        case Not(inner):
            yield from leaves(inner)
        case AllOf(conditions) | AnyOf(conditions):
            for each in conditions:
                yield from leaves(each)
