"""Reads a report back as a person would: the words of its HTML or its Markdown."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from html import escape
from html.parser import HTMLParser

from markdown_it import MarkdownIt

from sendwizard.report.model import Item, Part, Report, Sheet
from tests.report.said import said

INLINE = frozenset({"a", "em", "strong", "span", "wbr"})
VOID = frozenset({"meta", "br", "wbr", "link", "hr", "img"})
SILENT = frozenset({"style", "title", "nav", "footer", "svg"})
"""What no format has in common with the others: the contents, the foot, a drawing."""


@dataclass
class Page(HTMLParser):
    """What a browser would make of a page; a tag left open or closed twice is a fault."""

    tags: list[tuple[str, dict[str, str | None]]] = field(default_factory=list)
    text: str = ""
    _open: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_startendtag(tag, attrs)
        if tag not in VOID:
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in INLINE:
            self.text += "\n"

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag
        if tag == "dt":
            self.text += ":"  # as Markdown has it, which knows no lists of terms
        if tag not in INLINE:
            self.text += "\n"

    def handle_data(self, data: str) -> None:
        skips = self._open[-1:] == ["a"] and self.tags[-1][1].get("class") == "skip"
        if not (skips or SILENT & set(self._open)):
            self.text += data

    def every(self, tag: str) -> list[dict[str, str | None]]:
        """The attributes of each tag of that name."""
        return [attrs for name, attrs in self.tags if name == tag]

    @property
    def levels(self) -> list[int]:
        """The level of each heading, in order."""
        return [int(tag[1]) for tag, _ in self.tags if len(tag) == 2 and tag[1].isdigit()]


def read_html(html: str) -> Page:
    """The page, read to its end."""
    page = Page()
    page.feed(html)
    page.close()
    assert page._open == []
    return page


def read_markdown(markdown: str) -> Page:
    """The same for Markdown, as a site with raw HTML switched on would show it."""
    return read_html(MarkdownIt("commonmark", {"html": True}).enable("table").render(markdown))


def main_words(html: str) -> list[str]:
    """The words of an HTML report's main part, without its head, contents and foot."""
    inner = html.partition("<main")[2].partition("</main>")[0]
    return read_html(f"<main{inner}</main>").text.split()


def markdown_words(markdown: str) -> list[str]:
    """The same words from Markdown: all from the first part's heading on."""
    heading, mark, rest = markdown.partition("\n## ")
    assert heading
    return read_markdown(f"{mark}{rest}").text.split()


class _Stripping(HTMLParser):
    """Writes a page again without any attribute but `href`."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.left = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        href = dict(attrs).get("href")
        self.left += f"<{tag}>" if href is None else f'<{tag} href="{escape(href)}">'

    def handle_endtag(self, tag: str) -> None:
        self.left += f"</{tag}>"

    def handle_data(self, data: str) -> None:
        self.left += escape(data)


def stripped(html: str) -> str:
    """The page as a website's editor leaves it that takes away every attribute but `href`."""
    reader = _Stripping()
    reader.feed(html)
    reader.close()
    return reader.left


def said_in_sections(report: Report) -> list[str]:
    """What a report says where the council's form is no table: a section for each row.

    The heading of each column stands in each section, and not once above them all.
    """
    return said(replace(report, parts=tuple(map(_part_in_sections, report.parts))))


def _part_in_sections(part: Part) -> Part:
    return replace(part, items=tuple(_in_sections(part.items)))


def _in_sections(items: Iterable[Item]) -> Iterable[Item]:
    for item in items:
        match item:
            case Part():
                yield _part_in_sections(item)
            case Sheet(header=header, rows=rows):
                for row in rows:
                    columns = zip(header, row.cells, strict=True)
                    yield Part(row.id, row.title, tuple(Part("", *each) for each in columns))
            case _:
                yield item
