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
            if figure and typed in numbers:
                self.waits = any(n != typed and n.startswith(typed) for n in numbers)
                self.typed = typed if self.waits else ""
                return typed
        self.typed = ""
        return None
