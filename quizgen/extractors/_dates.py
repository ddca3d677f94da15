"""The words of a date or a time, and how one asks for them."""

from __future__ import annotations

import re

from spacy.tokens import Token

from quizgen.extractors._branches import is_time
from quizgen.extractors._clauses import Clause
from quizgen.extractors._phrases import noun_phrase
from quizgen.lexicon import MONTHS, WEEKDAYS

YEAR = re.compile(r"\b(1[0-9]{3}|20[0-9]{2})\b")
CLOCK = re.compile(
    r"\b\d{1,2}([:.]\d\d)?\s*(a\.?m\.?|p\.?m\.?)(?:\W|$)|\b\d{1,2}:\d\d\b|\b(noon|midday|midnight)\b", re.I
)
MONTH = re.compile(r"\b(" + "|".join([*MONTHS, *(m[:3] for m in MONTHS), "Sept"]) + r")\b\.?")
TO_THE_MINUTE = re.compile(r"\d[:.](?!00)\d\d")
DAY = re.compile(r"\b([0-3]?\d)(st|nd|rd|th)?\b")
_VAGUE = re.compile(
    r"\b(next|last|this|coming|past|previous|recent|later|earlier|ago|today|yesterday|tomorrow|early|late|mid)\b",
    re.I,
)  #: A range that lost its dash ("16 18 December").
_BROKEN = re.compile(r"\b\d{1,2} \d{1,2} [A-Z]")


def date_words(prep: Token | None, head: Token) -> tuple[list[Token], str]:
    """The words of a date or a time, and how one asks for them ("" if one does not)."""
    words = noun_phrase(head)
    if not words:
        return [], ""  # "mid-December": two words without one that holds the other
    ends = [
        c.left_edge.i
        for c in head.rights
        if c.dep_ in {"relcl", "acl"} or (c.dep_ == "prep" and c.lower_ != "of")
    ]
    tokens = whole_date([t for t in words if t.i < min(ends, default=words[-1].i + 1)])
    if tokens[0].lower_ in {"last", "this"} and len(tokens) == 2 and tokens[1].text in MONTHS:
        tokens = tokens[1:]  # "last November" tells the month
    part = _part_of(tokens[0])
    if part:
        return [*part, *tokens], "When" if prep is None or prep.lower_ == "in" else ""
    text = "".join(t.text_with_ws for t in tokens).strip()
    if prep is not None and prep.lower_ in {"after", "before"} and CLOCK.match(text):
        adverb = [c for c in prep.lefts if c.dep_ == "advmod" and c.i == prep.i - 1]
        return [*adverb, prep, *tokens], asked_date(text, "at")  # "soon after midday"
    return tokens, asked_date(text, prep.lower_ if prep is not None else "")


def _part_of(first: Token) -> list[Token]:
    """ "mid-" of "mid-December"."""
    if first.i < 2 or first.nbor(-1).text not in {"-", "‑", "–"}:
        return []
    part = first.nbor(-2)
    return [part, first.nbor(-1)] if part.lower_ in {"mid", "early", "late"} else []


def with_day(clause: Clause, tokens: list[Token], ask: str) -> tuple[list[Token], str]:
    """A clock time, and the day of the week that the question tells ("At what time on Sunday")."""
    doc, last = clause.doc, tokens[-1].i
    if last + 1 < len(doc) and doc[last + 1].text in WEEKDAYS and ask == "At what time":
        return tokens, f"{ask} on {doc[last + 1].text}"
    near = {t.text for p in clause.parts if is_time(list(p.subtree)) for t in p.subtree} & set(WEEKDAYS)
    return tokens, f"{ask} on {near.pop()}" if len(near) == 1 else ask


def of_year(clause: Clause, tokens: list[Token]) -> str:
    """ " of 2018" for "last November" in a text of August 2019; "" where the year is not certain."""
    day = clause.sentence.article.published
    if day is None or not past_told(clause) or YEAR.search(clause.sentence.paragraph.text):
        return ""
    month = MONTHS.index(tokens[-1].text) + 1
    last = clause.doc[tokens[0].i - 1].lower_ == "last"
    if last:
        return f" of {day.year - 1}" if month > day.month else ""
    return f" of {day.year if month <= day.month else day.year - 1}"


def past_told(clause: Clause) -> bool:
    """Whether the clause tells what was done ("wrote", "was arrested", "the singer, arrested in May")."""
    first = (clause.auxiliaries or [clause.verb])[0]
    return first.tag_ == "VBD" or (clause.shape == "participle" and clause.passive)


def a_year_ago(clause: Clause, tokens: list[Token]) -> int:
    """The year of a date that comes later in the year than the day of writing, and is past; 0 for other dates."""
    day = clause.sentence.article.published
    words = [t.text.rstrip(".") for t in tokens]
    month = next((k for k, m in enumerate(MONTHS, 1) for w in words if len(w) > 2 and m.startswith(w)), 0)
    number = next((int(w) for w in words if w.isdigit() and int(w) < 32), 0)
    if (
        day is None
        or not month
        or not number
        or any(YEAR.fullmatch(w) for w in words)
        or not past_told(clause)
    ):
        return 0
    return day.year - 1 if (month, number) > (day.month, day.day) and (month > day.month) else 0


def clock_last(time: tuple[Token | None, Token]) -> bool:
    """Whether a time is none of a dated day: where both stand, the day says more ("at midnight on June 30, 1997")."""
    words = [t.text for t in time[1].subtree]
    return not any(w in MONTHS or YEAR.fullmatch(w) for w in words)


def asked_date(text: str, prep: str) -> str:
    if _VAGUE.search(text) or _BROKEN.search(text) or len(text.split()) > 7:
        return ""
    if prep in {"before", "after", "from"}:
        return ""
    lead = {"by": "By when", "until": "Until when", "since": "Since when"}
    year, month, clock = YEAR.search(text), MONTH.search(text), CLOCK.search(text)
    if prep == "since" and not year:
        return ""
    if clock and not year:
        return {"by": "By what time", "until": "Until what time", "around": "Around what time"}.get(
            prep, "At what time"
        )
    if year and YEAR.fullmatch(text.strip()):
        return {"by": "By which year", "until": "Until which year", "since": "Since which year"}.get(
            prep, "In which year"
        )
    if month and (year or DAY.search(text.replace(month.group(), ""))):
        return lead.get(prep, "When")
    if month and text.strip() in MONTHS:
        return {"by": "By which month", "until": "Until which month"}.get(prep, "In which month")
    if month and prep in {"by", "until"}:
        return lead[prep]
    if year:
        return lead.get(prep, "When")
    return ""


_ZONES = frozenset("EST EDT UTC GMT CDT CST PST PDT BST CET CEST AM PM".split())


def whole_date(tokens: list[Token]) -> list[Token]:
    """A date with the year, and a time with the zone, that stand behind it; without the day of the week."""
    doc = tokens[0].doc
    last = tokens[-1].i
    while last + 1 < len(doc):
        here, next_ = doc[last + 1], doc[last + 2] if last + 2 < len(doc) else None
        if (
            here.text == ","
            and next_ is not None
            and (YEAR.fullmatch(next_.text) or (doc[last].text in WEEKDAYS and next_.text in MONTHS))
        ):
            last += 2
        elif (
            YEAR.fullmatch(here.text)
            or here.text in _ZONES
            or here.lower_ in {"a.m.", "p.m.", "am", "pm"}
            or (doc[last].text in MONTHS and DAY.fullmatch(here.text))
        ):
            last += 1
        elif here.lower_ == "local" and next_ is not None and next_.lower_ == "time":
            last += 2
        else:
            break
    while last > tokens[0].i and doc[last].text in WEEKDAYS:
        last -= 1
    first = tokens[0].i
    if doc[first].text in WEEKDAYS and last > first:
        first += 2 if doc[first + 1].text == "," else 1
    return list(doc[first : last + 1])
