"""What a kind says to a value that it cannot take."""

from sendwizard.errors import UsageError


class KindError(UsageError):
    """A value that its kind refuses; the sentence says what would be taken."""
