"""The yardstick of the screens: a Typer command that loads the bank and shows one text area."""

import sys
from pathlib import Path

import typer
from textual.app import App, ComposeResult
from textual.widgets import Static, TextArea

from sendwizard.store.bank_files import default_folder, load_bank

READY = "What a good answer covers"
"""The words to wait for: the same as on the question's page."""


class Bare(App[None]):
    """One text area, and a line that says that it is there."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self._text = text

    def compose(self) -> ComposeResult:
        """The field, and the words that are waited for."""
        yield TextArea(self._text, soft_wrap=True)
        yield Static(READY)


def main(file: Path) -> None:
    """Show the text of a file."""
    load_bank(default_folder("questions"))
    Bare(file.read_text(encoding="utf-8")).run()


if __name__ == "__main__":
    typer.run(main)
    sys.exit()
