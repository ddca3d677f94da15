"""When it happened: dates and times that do not depend on the day of writing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Token

from quizgen.extractors._asking import fact, question
from quizgen.extractors._clauses import Clause, clauses
from quizgen.extractors._phrases import Unclear, noun_phrase, subtree
from quizgen.lexicon import MONTHS, WEEKDAYS
from quizgen.model import Fact, Sentence

_YEAR = re.compile(r"\b(1[0-9]{3}|20[0-9]{2})\b")
_CLOCK = re.compile(
    r"\b\d{1,2}([:.]\d\d)?\s*(a\.?m\.?|p\.?m\.?)(\W|$)|\b\d{1,2}:\d\d\b|\b(noon|midnight)\b", re.I
)
_MONTH = re.compile(r"\b(" + "|".join([*MONTHS, *(m[:3] for m in MONTHS), "Sept"]) + r")\b\.?")
_DAY = re.compile(r"\b([0-3]?\d)(st|nd|rd|th)?\b")
_VAGUE = re.compile(
    r"\b(next|last|this|coming|past|previous|recent|later|earlier|ago|today|yesterday|tomorrow|early|late|mid)\b",
    re.I,
)


def extract(sentence: Sentence) -> Iterator[Fact]:
    """A date or a clock time that goes with the verb."""
    yield from _lives(sentence)
    for clause in clauses(sentence):
        for prep, head in _times(clause):
            tokens = _whole(noun_phrase(head))
            text = "".join(t.text_with_ws for t in tokens).strip()
            if tokens[0].lower_ in {"last", "this"} and len(tokens) == 2 and tokens[1].text in MONTHS:
                tokens, text = tokens[1:], tokens[1].text  # "last November" tells the month
            ask = _ask(text, prep.lower_ if prep is not None else "")
            if not ask:
                continue
            gone = [*([prep] if prep is not None else []), *subtree(head), *tokens]
            yield fact("when", "date", sentence, tokens, lambda gone=gone, ask=ask: _build(clause, gone, ask))  # type: ignore[misc]
            break


_DATE = r"(?:\d{1,2} )?[A-Z][a-z]+\.? (?:\d{1,2}, )?\d{4}|\d{4}"
_LIFE = re.compile(rf"\((?:[^()]*?[;,] ?)?(?:born |b\. )?(?P<born>{_DATE})(?: ?[–—-] ?(?P<died>{_DATE}))?\)")


def _lives(sentence: Sentence) -> Iterator[Fact]:
    """"Zaha Hadid (31 October 1950 – 31 March 2016)": birth and death behind a name, as encyclopaedias have them."""
    refs = sentence.references
    text, doc = sentence.span.text, sentence.span.doc
    for found in _LIFE.finditer(text):
        before = [e for e in sentence.span.ents if e.label_ == "PERSON" and e.end_char - sentence.span.start_char <= found.start()]
        near = [e for e in before if found.start() - (e.end_char - sentence.span.start_char) <= 12 and refs.is_person(e)]
        name = refs.full_name(near[-1]) if near else (refs.article.title if refs.article.title in refs.attested and sentence.index < 3 else "")
        if not name or (found["died"] is None and "born" not in found.group() and "b." not in found.group()):
            continue
        for which, aux, verb in (("born", "was", "born"), ("died", "did", "die")):
            if found[which] and name:
                start = sentence.span.start_char + found.start(which)
                span = doc.char_span(start, start + len(found[which]), alignment_mode="expand")
                if span is not None:
                    ask = "In which year" if found[which].isdigit() else "When"
                    slots = {"ask": ask, "aux": aux, "subject": name, "verb": verb, "rest": "", "according": ""}
                    yield fact("when", which, sentence, span, lambda s=slots: (s, 0.03))  # type: ignore[misc]


def _build(clause: Clause, gone: list[Token], ask: str) -> tuple[dict[str, str], float]:
    slots, doubt = question(clause, gone, timeless=True)
    if clause.links and not slots["rest"]:
        raise Unclear("nothing is left to ask about")
    return {"ask": ask, **slots}, doubt


def _times(clause: Clause) -> Iterator[tuple[Token | None, Token]]:
    for part in clause.everything():
        if part.dep_ == "npadvmod" and part.ent_type_ in {"DATE", "TIME"}:
            yield None, part
    for prep, obj in clause.prepositions():
        if prep.lower_ in {
            "in",
            "on",
            "at",
            "by",
            "until",
            "since",
            "around",
            "before",
            "after",
            "from",
        } and (obj.ent_type_ in {"DATE", "TIME"} or _YEAR.fullmatch(obj.text)):
            yield prep, obj


def _ask(text: str, prep: str) -> str:
    if _VAGUE.search(text) or len(text.split()) > 7:
        return ""
    if prep in {"before", "after", "from"}:
        return ""
    lead = {"by": "By when", "until": "Until when", "since": "Since when"}
    year, month, clock = _YEAR.search(text), _MONTH.search(text), _CLOCK.search(text)
    if prep == "since" and not year:
        return ""
    if clock and not year:
        return {"by": "By what time", "until": "Until what time", "around": "Around what time"}.get(
            prep, "At what time"
        )
    if year and _YEAR.fullmatch(text.strip()):
        return {"by": "By which year", "until": "Until which year", "since": "Since which year"}.get(
            prep, "In which year"
        )
    if month and (year or _DAY.search(text.replace(month.group(), ""))):
        return lead.get(prep, "When")
    if month and text.strip() in MONTHS:
        return {"by": "By which month", "until": "Until which month"}.get(prep, "In which month")
    if month and prep in {"by", "until"}:
        return lead[prep]
    if year:
        return lead.get(prep, "When")
    return ""


def _whole(tokens: list[Token]) -> list[Token]:
    """A date with the year, and a time with the zone, that stand behind it."""
    doc = tokens[0].doc
    last = tokens[-1].i
    while last + 1 < len(doc):
        here = doc[last + 1]
        if here.text == "," and last + 2 < len(doc) and _YEAR.fullmatch(doc[last + 2].text):
            last += 2
        elif (
            _YEAR.fullmatch(here.text)
            or here.text in {"EST", "EDT", "UTC", "GMT", "CDT", "PST", "BST", "AM", "PM"}
            or here.lower_ in {"a.m.", "p.m.", "am", "pm"}
        ):
            last += 1
        else:
            break
    first = tokens[0].i
    while tokens[0].text in WEEKDAYS and len(tokens) > 2 and tokens[1].text == ",":
        tokens = tokens[2:]
        first = tokens[0].i
    return list(doc[first : last + 1])
