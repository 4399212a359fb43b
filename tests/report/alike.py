"""Whether the formats that are text say one and the same, word for word."""

from sendwizard.report.model import Report
from sendwizard.report.render import Format, Templates, render
from tests.report.making import TEMPLATES
from tests.report.reading import read_html, read_markdown, said_in_sections, stripped
from tests.report.said import bare_words


def texts_of(report: Report) -> dict[str, str]:
    """What each of the three is, as it stands in its file."""
    ours = Templates(TEMPLATES)
    return {
        "html": render(report, Format.HTML, ours).data.decode(),
        "fragment": render(report, Format.HTML, ours, fragment=True).data.decode(),
        "markdown": render(report, Format.MARKDOWN, ours).data.decode(),
    }


def assert_all_say_the_same(report: Report) -> None:
    """Each says what the report holds, in its order, and nothing else."""
    wanted = said_in_sections(report)
    texts = texts_of(report)
    assert bare_words(read_html(texts["html"]).text) == wanted
    assert bare_words(read_html(texts["fragment"]).text) == wanted
    assert bare_words(read_html(stripped(texts["fragment"])).text) == wanted
    assert bare_words(read_markdown(texts["markdown"]).text) == wanted
