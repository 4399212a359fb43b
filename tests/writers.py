"""A writer that stands in for those of every format, for tests of what is done with them."""

from dataclasses import dataclass, field

from sendwizard.errors import UnreadableError
from sendwizard.office.reporting import Format, Report
from sendwizard.report.render import Letterhead, Rendered, Templates


@dataclass
class Writers:
    """Stand in for those of every format, and remember what they were given."""

    given: list[tuple[Report, Format, Templates, bool, Letterhead | None]] = field(
        default_factory=list
    )
    tells: dict[Format, tuple[str, ...]] = field(default_factory=dict)
    """What a format has to tell."""
    fails: Format | None = None
    """The format that cannot be written."""

    def __call__(
        self,
        report: Report,
        form: Format,
        templates: Templates,
        *,
        fragment: bool = False,
        letterhead: Letterhead | None = None,
    ) -> Rendered:
        self.given.append((report, form, templates, fragment, letterhead))
        if form is self.fails:
            raise UnreadableError(f"There is something wrong with {form.value}.")
        return Rendered(f"{form.value} of {report.layout.value}".encode(), self.tells.get(form, ()))

    @property
    def reports(self) -> list[Report]:
        """The report of each time."""
        return [each[0] for each in self.given]

    @property
    def fragments(self) -> list[bool]:
        """Whether a fragment was wanted, each time."""
        return [each[3] for each in self.given]

    @property
    def letterheads(self) -> list[Letterhead | None]:
        """The letterhead of each time."""
        return [each[-1] for each in self.given]
