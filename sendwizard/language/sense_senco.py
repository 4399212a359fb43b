"""The SENCO against the type of school and against the head."""

import re
from collections.abc import Iterator, Mapping

from sendwizard.core.findings import Finding, Rule, Severity
from sendwizard.core.route import applies, school_type
from sendwizard.language.dates_senco import is_exempt, training
from sendwizard.language.phrases import phrases
from sendwizard.language.said import Known, Said

SPECIAL = Rule(
    "SENSE002",
    Severity.WARN,
    "A special school that says the law requires it to have a SENCO",
    "Section 67 of the Children and Families Act 2014 asks mainstream schools and maintained "
    "nursery schools to have a SENCO, and special schools are not among them. A special school may "
    "have one all the same. Say that you have a SENCO, and leave out that the law asks for it.",
)
HEAD = Rule(
    "SENSE005",
    Severity.TIP,
    "The head is the SENCO",
    "A head may be the SENCO (regulation 49 of the Special Educational Needs and Disability "
    "Regulations 2014). The rule on the award applies to a head too, if they became SENCO after 1 "
    "September 2009 and had not been one for more than twelve months before. Write the dates down "
    "under the question on the course; they are never printed.",
)
RULES: tuple[Rule, ...] = (SPECIAL, HEAD)

_SENCO = "senco"
_TITLES = frozenset({"mr", "mrs", "ms", "miss", "mx", "dr", "prof", "rev", "sir"})
_NAME = re.compile(r"[^\W\d_][\w’'-]*")
_HEAD_WORDS = r"(?:head(?:[ ]?teacher)?|principal|head[ ]of[ ]school)"
_KINDS = r"(?:(?:acting|interim|executive|associate)[ ])?"
_IS_HEAD = re.compile(
    rf"(?<![\w-])(?<!deputy )(?<!assistant )(?<!vice )(?<!vice-)(?<!deputy-){_HEAD_WORDS}(?![\w-])"
    r"(?![ ]of[ ](?!school\b))",
    re.IGNORECASE,
)
_FEWEST_LETTERS = 3


def in_text(said: Said, known: Known) -> Iterator[Finding]:
    """A special school that writes of a duty to have a SENCO."""
    data = known.data("sense")
    if school_type(known.answers) not in data.lists.get("special_types", ()):
        return
    for match in phrases(data, SPECIAL.code).find(said.read):
        quoted = " ".join(said.read[match.start : match.end].split())
        yield said.finding(
            SPECIAL,
            match.start,
            match.end,
            f"“{quoted}” is not true of a special school: the law requires this of mainstream "
            "schools and maintained nursery schools.",
            "Say who leads on special needs, without saying that the law requires it.",
        )


def in_all(known: Known) -> Iterator[Finding]:
    """A head who is the SENCO, said once, at the SENCO’s name."""
    question = known.bank.by_id.get(_SENCO)
    if question is None or not applies(known.bank, known.answers, question):
        return
    one = training(known)
    if one is not None and (is_exempt(one, known.data("dates")) or one.is_finished(known.today)):
        return
    if _is_in_name(known) or _is_in_texts(known):
        message = (
            "The head is the SENCO. That is allowed, and the rule on the award applies to a head "
            "too, if they became SENCO after 1 September 2009."
        )
        yield Finding(
            HEAD,
            _SENCO,
            message,
            short=message,
            suggestion="Write down when they began as SENCO and which course they took.",
        )


def _name(known: Known) -> str:
    value = known.answers.value(_SENCO)
    row = value[0] if isinstance(value, tuple) and value else None
    name = row.get("name") if isinstance(row, Mapping) else None
    return name if isinstance(name, str) else ""


def _is_in_name(known: Known) -> bool:
    return _IS_HEAD.search(_name(known)) is not None


def _is_in_texts(known: Known) -> bool:
    said_so = phrases(known.data("sense"), HEAD.code)
    beside = _name_beside_head(_name(known))
    for said in known.texts:
        if next(said_so.find(said.read), None) is not None:
            return True
        if beside is not None and beside.search(said.read):
            return True
    return False


def _name_beside_head(name: str) -> re.Pattern[str] | None:
    """The SENCO's name with “our head” at its side; None where no name is known."""
    parts = [part for part in _NAME.findall(name) if part.casefold() not in _TITLES]
    if not parts or len(parts[-1]) < _FEWEST_LETTERS:
        return None
    last, first = re.escape(parts[-1]), "".join(rf"(?:{re.escape(p)}[ ])?" for p in parts[:-1])
    titled = rf"(?:(?:{'|'.join(sorted(_TITLES))})\.?[ ])?{first}{last}"
    return re.compile(
        rf"(?<!\w){titled}(?:,[ ]|[ ]\(|[ ]is[ ]|,?[ ]who[ ]is[ ])"
        rf"(?:our|also[ ](?:our|the))[ ]{_KINDS}{_HEAD_WORDS}(?![\w-])(?![ ]of[ ](?!school\b))"
        rf"|(?<!\w)our[ ]{_KINDS}{_HEAD_WORDS},?[ ]{titled}(?!\w)",
        re.IGNORECASE,
    )
