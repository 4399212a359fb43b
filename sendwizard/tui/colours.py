"""What a look has to say, and how it becomes a theme of Textual's. Knows no look."""

from dataclasses import dataclass

from textual.theme import Theme


@dataclass(frozen=True)
class Colours:
    """What a look has to say; everything else follows."""

    ink: str
    """Text."""
    paper: str
    """What the text stands on."""
    quiet: str
    """Text that helps, beside what matters."""
    accent: str
    """What has the focus, and the names of keys; nothing else."""
    frame: str
    """Around what has no focus."""
    box: str
    """Behind a line to type in."""
    foot: str
    """Behind the keys."""
    bar: str
    """Behind the title of a page."""
    bar_ink: str
    """The title itself."""
    chosen: str
    """Behind the line of a list that Enter takes."""
    chosen_ink: str
    """That line itself."""
    selected: str
    """Behind letters that were selected."""
    good: str
    """What is saved, or new."""
    warn: str
    """What is to be looked at."""
    wrong: str
    """What is not saved, or gone."""


@dataclass(frozen=True)
class Strokes:
    """How frames and emphasis are drawn; a look without colours says with them what colours say."""

    line: str = "round"
    """The kind of a frame."""
    line_focus: str = "round"
    """The kind of a frame that has the focus."""
    bar: str = "bold"
    """The style of a page's title."""
    chosen: str = "bold"
    """The style of the line that Enter takes."""
    cursor: str = "none"
    """The style of the sign under the cursor; where it is none, its colours change places."""
    selected: str = "none"
    """The style of letters that were selected."""
    box: str = "none"
    """The style of the letters in a line to type in."""


def theme_of(
    name: str,
    colours: Colours,
    strokes: Strokes | None = None,
    *,
    dark: bool = True,
    ansi: bool = False,
) -> Theme:
    """The theme of a look; `ansi` where its colours are the terminal's own sixteen."""
    return Theme(
        name=f"sendwizard-{name}",
        primary=colours.accent,
        secondary=colours.accent,
        accent=colours.accent,
        warning=colours.warn,
        error=colours.wrong,
        success=colours.good,
        foreground=colours.ink,
        background=colours.paper,
        surface=colours.box,
        panel=colours.foot,
        boost=colours.box,
        dark=dark,
        ansi=ansi,
        variables={**_own(colours, strokes or Strokes()), **_textuals(colours)},
    )


def _own(colours: Colours, strokes: Strokes) -> dict[str, str]:
    """Our variables."""
    return {
        "ink": colours.ink,
        "paper": colours.paper,
        "quiet": colours.quiet,
        "key": colours.accent,
        "frame": f"{strokes.line} {colours.frame}",
        "frame-focus": f"{strokes.line_focus} {colours.accent}",
        "frame-above": f"solid {colours.frame}",
        "box": colours.box,
        "box-style": strokes.box,
        "foot": colours.foot,
        "bar": colours.bar,
        "bar-ink": colours.bar_ink,
        "bar-style": strokes.bar,
        "chosen": colours.chosen,
        "chosen-ink": colours.chosen_ink,
        "chosen-style": strokes.chosen,
        "selected": colours.selected,
        "selected-style": strokes.selected,
        **_cursor(colours, strokes.cursor),
    }


def _cursor(colours: Colours, style: str) -> dict[str, str]:
    """The sign under the cursor: the other way round, by its colours or by its style."""
    ink, back = colours.ink, colours.paper
    if style == "none":
        ink, back = back, ink
    return {
        "cursor-style": style,
        "input-cursor-text-style": style,
        "input-cursor-foreground": ink,
        "input-cursor-background": back,
    }


def _textuals(colours: Colours) -> dict[str, str]:
    """Textual's variables: what its own styles, and ours, take from a theme."""
    return {
        "ansi-background": "transparent",  # Textual leaves these two out of such a theme
        "ansi-foreground": "transparent",
        "surface": colours.box,  # that of sixteen colours makes these see-through
        "panel": colours.foot,
        "boost": colours.box,
        "text": colours.ink,
        "text-muted": colours.quiet,
        "text-disabled": colours.quiet,
        "foreground-muted": colours.quiet,
        "foreground-disabled": colours.quiet,
        "text-primary": colours.accent,
        "text-secondary": colours.accent,
        "text-accent": colours.accent,
        "text-warning": colours.warn,
        "text-error": colours.wrong,
        "text-success": colours.good,
        "border": colours.accent,
        "border-blurred": colours.frame,
        "surface-active": colours.box,
        "block-cursor-foreground": colours.chosen_ink,
        "block-cursor-background": colours.chosen,
        "block-cursor-blurred-foreground": colours.chosen_ink,
        "block-cursor-blurred-background": colours.chosen,
        "block-hover-background": colours.box,
        "input-selection-foreground": colours.ink,
        "input-selection-background": colours.selected,
        "screen-selection-foreground": colours.ink,
        "screen-selection-background": colours.selected,
        "link-color": colours.accent,
        "link-color-hover": colours.accent,
        "link-background-hover": colours.paper,
        "scrollbar": colours.frame,
        "scrollbar-hover": colours.frame,
        "scrollbar-active": colours.accent,
        "scrollbar-background": colours.paper,
        "scrollbar-background-hover": colours.paper,
        "scrollbar-background-active": colours.paper,
        "scrollbar-corner-color": colours.paper,
    }
