"""Reads a report back as a person would: the words of its HTML or its Markdown."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

from markdown_it import MarkdownIt

INLINE = frozenset({"a", "em", "strong", "span"})
VOID = frozenset({"meta", "br", "link", "hr", "img"})


@dataclass
class Page(HTMLParser):
    """What a browser would make of a page; a tag left open or closed twice is a fault."""

    tags: list[tuple[str, dict[str, str | None]]] = field(default_factory=list)
    text: str = ""
    _open: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self._open.append(tag)
        if tag not in INLINE:
            self.text += "\n"

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag
        if tag == "dt":
            self.text += ":"  # as Markdown has it, which knows no lists of terms
        if tag not in INLINE:
            self.text += "\n"

    def handle_data(self, data: str) -> None:
        if "style" not in self._open:
            self.text += data

    def every(self, tag: str) -> list[dict[str, str | None]]:
        """The attributes of each tag of that name."""
        return [attrs for name, attrs in self.tags if name == tag]


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
