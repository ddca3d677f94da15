"""Quantities of a parsed sentence: the whole phrase, its number, unit and hedge, and what it counts.

`quizgen.measures` finds numbers and units in the text (why neither quantulum3 nor pint does, stands
there); the parse then tells what is counted and drops what only looks like a quantity: years, names
that hold a number ("Falcon 9", "Type 2 diabetes"), list markers, "one" as a pronoun.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from quizgen import measures
from quizgen.measures import Form, Measure
from quizgen.numerals import ORDINALS
from quizgen.units import Dimension, period

if TYPE_CHECKING:
    from spacy.tokens import Span, Token


@dataclass(frozen=True, slots=True)
class Quantity:
    """A quantity in a sentence; places are indices of tokens in the document, ends exclusive.

    Attributes:
        start, end: with hedge and unit ("more than 400 miles").
        core_start, core_end: without hedge ("400 miles").
        hedge: "more than", "about", "or more", ...; "" if there is none.
        values: one number, both ends of a range, or a compound's total in its smallest unit; a share
            ("a third of") is a fraction of one.
        unit: canonical name as in `quizgen.units.UNITS`, "fraction" for a share, "" for a count.
        noun: the word that is counted or measured ("people" of "36 people", "oxygen" of "six minutes
            of oxygen", "tusk" of "a five-foot narwhal tusk"), None if the sentence does not say.
        per: what the quantity is for each of ("per astronaut", "each year", "apiece"), None if nothing.
        article: the number is only "a" or "an" ("a year").
        vague: an order of magnitude ("dozens", "thousands").
    """

    start: int
    end: int
    core_start: int
    core_end: int
    hedge: str
    values: tuple[float, ...]
    unit: str
    dimension: Dimension
    noun: int | None
    form: Form
    per: Span | None = None
    article: bool = False
    vague: bool = False


# Nouns whose number is a name: "type 2 diabetes", "launch complex 40", "day 3".
_LABELS = frozenset(
    "type phase stage category level grade group tier day week chapter section article title part step room gate "
    "terminal platform flight route highway interstate complex page line unit block pier game season episode "
    "version form clause paragraph figure table volume issue act scene channel lane exit zone area district ward "
    "model class pump reactor engine squadron division battalion resolution proposition amendment rule schedule "
    "discussion watch warning advisory mission apollo falcon line lot item row size round leg lap under".split()
)
_NAMES = frozenset({"PRODUCT", "WORK_OF_ART", "LAW", "EVENT", "FAC", "ORG"})
_DYING = frozenset({"die", "retire", "marry", "debut", "graduate", "pass"})
_TOPIC = frozenset(
    "talk speak know write tell learn hear complain care worry think ask say read argue lie inform brief warn".split()
)
_COUNTED_BY_HYPHEN = frozenset(
    {"strong", "member", "person", "man", "woman", "seat", "seater", "bed", "vote", "point"}
)
_EACH = frozenset({"per", "apiece", "each", "every", "a", "an"})


def quantities(span: Span) -> list[Quantity]:
    """Every quantity of a sentence, in order.

    Dates, years, decades, clock times, telephone numbers, scores and numbers in names are none; ordinals
    are (dimension "ordinal").
    """
    text, starts = span.text, [token.idx - span.start_char for token in span]
    found = [q for measure in measures.find(text) if (q := _place(measure, span, text, starts))]
    found += _ordinals(span)
    return sorted(found, key=lambda quantity: quantity.start)


def _place(measure: Measure, span: Span, text: str, starts: list[int]) -> Quantity | None:
    """The measure on the tokens of the sentence, None if the parse tells that it is none.

    `text` is the sentence and `starts` where in it its tokens begin.
    """
    doc = span.doc

    def token_at(char: int) -> int:
        return span.start + bisect_right(starts, char) - 1

    start, core_start = token_at(measure.start), token_at(measure.core_start)
    core_end, end = token_at(measure.core_end - 1) + 1, token_at(measure.end - 1) + 1
    head = text[doc[core_start].idx - span.start_char : measure.core_start]
    tail = text[measure.end : doc[end - 1].idx + len(doc[end - 1]) - span.start_char]
    if re.search(r"\w", head + tail):
        return None
    number = doc[
        (core_end if measure.unit_start >= measure.core_end else token_at(measure.unit_start - 1) + 1) - 1
    ]
    if number.is_punct and number.i > core_start:
        number = number.nbor(-1)
    hedge = measure.hedge
    if start < core_start and _no_hedge(doc[start]):
        start, hedge = core_start, ""
    dimension, unit = measure.dimension, measure.unit
    noun = _counted(number, core_start, core_end, span, bare=not unit or measure.unit == "fraction")
    if not unit and measure.form == "single" and not measure.vague:
        if _is_age(number, core_start, measure.values[0], span):
            dimension, unit, noun = "age", "year", None
        elif _is_no_count(number, core_start, measure.values[0], hedge, noun, span):
            return None
    if measure.article and not hedge and doc[max(core_start - 1, span.start)].lower_ not in _LASTING:
        return None
    if unit == "times" and not _multiplies(core_end, span):
        dimension, unit, noun, core_end, end = "count", "", core_end - 1, core_end - 1, end - 1
    per = _per(end, span)
    if per is not None and [t.lower_ for t in doc[per.end : per.end + 2]] == ["or", "more"]:
        end, hedge, per = (
            per.end + 2,
            "or more",
            None,
        )  # "$50 a year or more": the hedge is no one's but the number's
    return Quantity(
        start, end, core_start, core_end, hedge, measure.values, unit, dimension, noun, measure.form,
        per, measure.article, measure.vague,
    )  # fmt: skip


_LASTING = frozenset(
    "for within last lasted lasts take took takes taken spend spent after half every".split()
)


def _multiplies(end: int, span: Span) -> bool:
    """ "20 times heavier", "three times as many", "five times the size": not "25 times in a year"."""
    if end >= span.end:
        return False
    follower = span.doc[end]
    return follower.lower_ in {"as", "more", "less", "the", "that"} or follower.tag_ in {"JJR", "RBR"}


def _no_hedge(token: Token) -> bool:
    """The word is a particle or a real preposition ("takes over two stores", "talks about 20 people")."""
    if token.dep_ == "prt":
        return True
    if token.lower_ in {"about", "around", "over"} and token.dep_ == "prep":
        return (token.head.pos_ == "NOUN" and token.head.i < token.i) or token.head.lemma_ in _TOPIC
    return False


def _counted(number: Token, start: int, end: int, span: Span, *, bare: bool) -> int | None:
    """The noun that is counted or measured."""
    doc = span.doc
    behind = doc[end] if end < span.end else None
    if behind is not None and behind.lower_ == "of":
        objects = [child.i for child in behind.children if child.dep_ in {"pobj", "pcomp"}]
        return objects[0] if objects and doc[objects[0]].lower_ != "other" else None
    if not bare:
        return _modified(doc[end - 1], end, span) or _modified(doc[end - 1].head, end, span)
    if behind is None or behind.lower_ == "strong":
        return None
    return _modified(number, end, span) or _modified(number.head, end, span) or _phrase_head(end, span)


def _modified(token: Token, end: int, span: Span) -> int | None:
    """The noun behind the quantity that a word of it modifies."""
    noun = token.head
    if token.i >= end or token.dep_ not in {"nummod", "amod", "compound", "nmod", "quantmod", "det"}:
        return None
    return noun.i if end <= noun.i < span.end and noun.pos_ in {"NOUN", "PROPN", "PRON"} else None


def _phrase_head(end: int, span: Span) -> int | None:
    """The plural noun that ends the phrase right behind the quantity, whatever the parse made of it."""
    last = None
    for token in span.doc[end : span.end]:
        if token.pos_ not in {"ADJ", "NOUN", "PROPN"} and not (token.text == "-" and not token.whitespace_):
            break
        last = token
    return last.i if last is not None and last.tag_ == "NNS" else None


def _is_age(number: Token, start: int, value: float, span: Span) -> bool:
    """ "aged 42", "at age 12", "James Ford, 42, a convict", "dies at 97"."""
    if not 0 < value <= 125 or start == span.start:
        return False
    doc, before = span.doc, span.doc[start - 1]
    if before.lower_ in {"aged", "age"} or (
        before.lower_ == "of" and start - 2 >= span.start and doc[start - 2].lower_ == "age"
    ):
        return True
    behind = doc[number.i + 1] if number.i + 1 < span.end else None
    closed = behind is None or behind.text in {",", ".", ")", ";"}
    if before.text in {",", "("} and closed and start - 2 >= span.start and value == int(value):
        name = doc[start - 2]
        return name.ent_type_ == "PERSON" or (name.pos_ == "PROPN" and not name.ent_type_)
    return before.lower_ == "at" and closed and before.head.lemma_ in _DYING


def _is_no_count(number: Token, start: int, value: float, hedge: str, noun: int | None, span: Span) -> bool:
    doc = span.doc
    before = doc[start - 1] if start > span.start else None
    behind = doc[number.i + 1] if number.i + 1 < span.end else None
    counted = doc[noun] if noun is not None else None
    plural = counted is not None and (counted.tag_ in {"NNS", "NNPS"} or counted.lower_ in _PEOPLE)
    if (
        before is not None
        and before.lower_ in {"no", "any", "this", "that"}
        and number.lower_ in {"one", "two"}
    ):
        return True
    if start == span.start and behind is not None and behind.text in {".", ")"} and number.is_digit:
        return True
    if behind is not None and behind.text == "-" and not behind.whitespace_ and not number.whitespace_:
        follower = doc[behind.i + 1] if behind.i + 1 < span.end else None
        return follower is None or follower.lower_ not in _COUNTED_BY_HYPHEN
    if number.lower_ == "one" and start == number.i:
        named = number.text[0].isupper() and number.i > span.start and not number.is_sent_start
        return named or number.dep_ != "nummod" or counted is None or counted.pos_ != "NOUN"
    if _is_year(number, value, hedge, counted):
        return True
    if hedge:
        return False
    if before is not None and before.lower_ in _LABELS and not plural:
        return True
    if before is not None and _capital_noun(before) and (not plural or number.ent_type_ in _NAMES):
        return True
    if before is not None and before.lower_ in _LABELS and before.text[0].isupper():
        return True
    if counted is not None and counted.tag_ == "NNP" and value != 1:
        return all(token.pos_ == "PROPN" for token in doc[number.i + 1 : counted.i])  # "10 Downing Street"
    return number.ent_type_ in _NAMES and not plural


def _capital_noun(token: Token) -> bool:
    return token.pos_ == "PROPN" or (token.pos_ == "NOUN" and token.text[0].isupper())


_PEOPLE = frozenset(
    {
        "people",
        "police",
        "staff",
        "species",
        "aircraft",
        "spacecraft",
        "personnel",
        "others",
        "sheep",
        "deer",
        "fish",
    }
)


def _is_year(number: Token, value: float, hedge: str, counted: Token | None) -> bool:
    if not (1000 <= value <= 2100 and re.fullmatch(r"\d{4}", number.text)):
        return False
    plain = counted is not None and (counted.tag_ == "NNS" or counted.lower_ in _PEOPLE)
    if number.ent_type_ in {"CARDINAL", "QUANTITY"} and hedge and hedge not in {"about", "around", "circa"}:
        return False
    return not plain or (not hedge and number.ent_type_ in {"DATE", "EVENT"} and value >= 1800)


def _per(end: int, span: Span) -> Span | None:
    """The words behind a quantity that tell what it is for each of."""
    doc = span.doc
    if end >= span.end or doc[end].lower_ not in _EACH:
        return None
    first = doc[end]
    if first.lower_ == "apiece":
        return doc[end : end + 1]
    if first.lower_ == "per":
        ends = [child.right_edge.i + 1 for child in first.children if child.dep_ == "pobj" and child.i > end]
        return doc[end : min(min(ends, default=end + 2), end + 3, span.end)]
    if end + 1 < span.end and period(doc[end + 1].lower_):
        return doc[end : end + 2]
    return doc[end : end + 1] if first.lower_ == "each" else None


def _ordinals(span: Span) -> Iterator[Quantity]:
    """ "the fourth person", "its 72nd flight"; not days of a month, centuries or "second" as a time."""
    for token in span:
        lower = token.lower_
        match = re.fullmatch(r"(\d{1,3}(?:,\d{3})*)(?:st|nd|rd|th)", lower) if lower[0].isdigit() else None
        value = ORDINALS.get(lower) or (match and int(match[1].replace(",", "")))
        if (
            not value
            or token.ent_type_ in {"DATE", "TIME"}
            or (token.dep_ not in {"amod", "nummod"} and not match)
        ):
            continue
        noun = token.head
        counts = (
            token.dep_ in {"amod", "nummod", "compound"} and noun.i > token.i and noun.lower_ != "century"
        )
        if match and not counts:
            continue
        yield Quantity(
            token.i, token.i + 1, token.i, token.i + 1, "", (float(value),), "", "ordinal",
            noun.i if counts else None, "single",
        )  # fmt: skip
