"""Numbers of more than one figure, typed without a clock. Knows no widget."""

from collections.abc import Collection


class Figures:
    """Takes figures one by one, until they can only be one number of a list.

    Where `1` could also become `12`, it waits: the person presses Enter, or the second figure.
    """

    def __init__(self) -> None:
        self.typed = ""
        """What has been typed of a number that could still become longer."""
        self.waits = False
        """Whether the number that was taken last could still become a longer one."""

    def take(self, character: str, numbers: Collection[str]) -> str | None:
        """The number that stands there after this key; None where the key made none."""
        self.waits = False
        figure = character if character.isascii() and character.isdigit() else ""
        for typed in (self.typed + figure, figure):
            longer = any(each != typed and each.startswith(typed) for each in numbers)
            if figure and (longer or typed in numbers):
                self.typed = typed if longer else ""
                self.waits = longer and typed in numbers
                return typed if typed in numbers else None
        self.typed = ""
        return None
