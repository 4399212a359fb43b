"""Tells a place in the answers which of them say nothing of their own; the core reads no text."""

from dataclasses import replace

from sendwizard.core.wizard import Wizard
from sendwizard.language.reader import hollow_only


def read_over(wizard: Wizard) -> Wizard:
    """The same place, knowing which of its answers leave a question open all the same."""
    hollow = hollow_only(wizard.bank, wizard.answers).hollow
    return wizard if hollow == wizard.hollow else replace(wizard, hollow=hollow)
