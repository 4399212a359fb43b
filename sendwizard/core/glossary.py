"""The words of the trade in plain ones, for the person who writes."""

from sendwizard.core.bank import Bank


def glossary(bank: Bank) -> tuple[tuple[str, str], ...]:
    """Each short form and each word with what it means, in the order of the alphabet.

    Short forms that differ only in small and capital letters, and mean the same, share a line.
    """
    meanings: dict[str, tuple[str, str]] = {
        term.word: (term.word, term.meaning) for term in bank.terms
    }
    for each in bank.acronyms:
        long = each.long[:1].upper() + each.long[1:]
        meaning = f"{long}. {each.meaning}" if each.meaning else f"{long}."
        meanings.setdefault(f"{each.short.casefold()}\n{meaning}", (each.short, meaning))
    return tuple(sorted(meanings.values(), key=lambda pair: pair[0].casefold()))
