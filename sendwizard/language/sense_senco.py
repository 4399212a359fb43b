"""The SENCO against the type of school and against the head."""

import re
from collections.abc import Iterator, Mapping

from sendwizard.core.checks import CheckData
from sendwizard.core.findings import Finding, Rule, Severity
from sendwizard.core.route import applies, school_type
from sendwizard.language.dates_senco import is_exempt, training
from sendwizard.language.phrases import listed, phrases
from sendwizard.language.readability import sentences
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
_GOES_ON = r"(?=[,.;:!)]|[ ](?:and|as|but|here|so|too|who|of)\b|$)"
_APART = (
    r"(?=[,.;:!)]|[ ]and[ ](?:the[ ]|our[ ])?SEND?CO\b|$)"
    r"(?!,[ ](?:and|or|an?|the|our|your?|parents|staff|class|teachers?|mr|mrs|ms|miss|dr)\b)"
)
"""What follows a name beside a head, where it is the head's and not the next of a list."""
_FEWEST_LETTERS = 3
_SENCO_WORD = re.compile(r"sen(?:d)?co", re.IGNORECASE)
_HAS_SENCO = re.compile(
    r"(?<!\w)(?:have|has|having|appoint(?:ed|s)?|designate[ds]?|employ(?:ed|s)?|name[ds]?)[ ]"
    r"(?:(?:an?|its|our|their|one|to|be|act|as|the|qualified|trained|named|experienced|designated"
    r"|teacher|person|member|of|staff|time|full)[ -]){0,7}SEND?CO(?!\w)(?![’'])",
    re.IGNORECASE,
)
_MUST = re.compile(
    r"(?:must|(?:has|have|need|needs|duty|required(?:[ ]by[ ]law)?)[ ]to)[ ]$", re.IGNORECASE
)
_LONGEST_MUST, _LONGEST_SENTENCE = 24, 1_000


def in_text(said: Said, known: Known) -> Iterator[Finding]:
    """A special school that writes of a duty to have a SENCO."""
    data = known.data("sense")
    if school_type(known.answers) not in data.lists.get("special_types", ()):
        return
    for start, end in _duties(said.read, data):
        quoted = " ".join(said.read[start:end].split())
        yield said.finding(
            SPECIAL,
            start,
            end,
            f"“{quoted}” is not true of a special school: the law requires this of mainstream "
            "schools and maintained nursery schools.",
            "Say who leads on special needs, without saying that the law requires it.",
        )


def _duties(text: str, data: CheckData) -> Iterator[tuple[int, int]]:
    """Where a sentence says that the school must have a SENCO, or has one since the law says so."""
    for sentence in sentences(text) if _SENCO_WORD.search(text) else ():
        words = text[sentence.start : sentence.end]
        if len(words) > _LONGEST_SENTENCE or any(listed(data, "no_duty").find(words)):
            continue
        found = next(phrases(data, SPECIAL.code).find(words), None)
        span = (found.start, found.end) if found else None
        for has in _HAS_SENCO.finditer(words):
            if _is_by_law(words, has, data):
                span = (0, len(words))
            elif _MUST.search(words, max(0, has.start() - _LONGEST_MUST), has.start()):
                span = span or has.span()
        if span:
            yield sentence.start + span[0], sentence.start + span[1]


def _is_by_law(sentence: str, has: re.Match[str], data: CheckData) -> bool:
    """Whether the law is named in the same clause."""
    for law in listed(data, "by_law").find(sentence):
        between = sentence[min(law.end, has.end()) : max(law.start, has.start())]
        if "and" not in between.casefold().split():
            return True
    return False


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
    name = _name(known)
    beside = _name_beside_head(name)
    surname = _NAME.findall(name)[-1].casefold() if beside else ""
    for said in known.texts:
        if next(said_so.find(said.read), None) is not None:
            return True
        if beside and surname in said.read.casefold() and beside.search(said.read):
            return True
    return False


def _name_beside_head(name: str) -> re.Pattern[str] | None:
    """The SENCO's name with “our head” or “the head” beside it; None where no name is known."""
    words = _NAME.findall(name)
    parts = [part for part in words if part.casefold() not in _TITLES]
    if not parts or len(parts[-1]) < _FEWEST_LETTERS:
        return None
    titles = [word for word in words if word.casefold() in _TITLES] or sorted(_TITLES)
    first = "".join(rf"(?:{re.escape(part)}[ ])?" for part in parts[:-1])
    another = "".join(rf"(?<!{title}[ ])" for title in sorted(_TITLES))
    titled = rf"{another}(?:(?:{'|'.join(titles)})\.?[ ])?{first}{re.escape(parts[-1])}(?![\w’'-])"
    head = rf"{_KINDS}{_HEAD_WORDS}(?![\w’'-])(?![ ](?:at|from|of[ ](?!school\b)))"
    ways = (
        rf"{titled}(?:,[ ]|[ ]\(|,?(?:[ ]who)?[ ]is[ ])(?:also[ ])?our[ ]{head}",
        rf"{titled},?(?:[ ]who)?[ ]is[ ](?:also[ ])?the[ ]{head}{_GOES_ON}",
        rf"{titled}(?:,[ ]|[ ]\()(?:also[ ])?(?:the[ ])?{head}{_APART}",
        rf"(?:our[ ]{head},?|the[ ]{head})[ ]{titled}",
        rf"the[ ]{head}(?:,[ ]|[ ]\(){titled}{_APART}",
    )
    return re.compile(rf"(?<!\w)(?:{'|'.join(ways)})", re.IGNORECASE)
