"""What a question says besides its subject and verb: the phrases behind the verb."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from quizgen.extractors._attribution import by_report
from quizgen.extractors._branches import flat, is_place, is_time, trimmed
from quizgen.extractors._clauses import Clause
from quizgen.extractors._phrases import SUBJECTS, Phrase, Unclear, is_relative_time, noun_phrase
from quizgen.extractors._speech import spoken
from quizgen.extractors._wording import TIES, wording
from quizgen.lexicon import MONTHS, SAYING, WEEKDAYS

#: Marks that open a quotation.
QUOTES = frozenset('"“”‘')
#: "in addition", "in fact", "for example", "as a result": they tie sentences and say nothing.
EMPTY = frozenset(
    "addition fact example instance particular result turn course contrast general return part effect response".split()
)
#: Verbs that take one object, or a list of them.
LISTING = frozenset("include contain feature comprise have cover involve see use".split())
CONDITIONS = frozenset("if unless when whenever once until before after while as".split())


@dataclass(frozen=True, slots=True)
class Rest:
    """What a question says behind the verb."""

    text: str
    doubt: float


def is_adverbial(part: Token) -> bool:
    """Whether a part is an adverb, alone or with adverbs of its own ("no longer"), that stands with the verb."""
    return part.dep_ == "advmod" and all(t.dep_ in {"advmod", "neg", "det"} for t in part.children)


def rest_of(
    clause: Clause,
    gone: set[int],
    *,
    timeless: bool = False,
    placeless: bool = False,
    owner: Token | None = None,
    asked_owner: bool = False,
    said: str = "",
) -> Rest:
    """What stands behind the verb in the question."""
    behind: list[list[Token]] = []
    fronted: list[list[Token]] = []
    last: list[list[Token]] = []
    doubt = 0.0
    length = 0
    times = 0
    subject_index = clause.subject.i if clause.shape not in {"relative", "participle"} else clause.verb.i
    for part in sorted(clause.parts, key=lambda t: t.i):
        dep = part.dep_
        if part.i in gone and dep not in {"prep", "xcomp", "agent"}:
            if not any(t.i in gone for t in [part]):
                continue
            continue
        tokens = part_tokens(part, gone)
        if not tokens:
            continue
        is_front = part.i < subject_index and clause.shape not in {"relative"}
        if (
            is_front
            and clause.saying is not None
            and clause.saying.i < part.i
            and part.nbor(-1) == clause.saying
        ):
            continue  # "said on Monday it would open a shop": when it was said
        if dep == "advmod":
            if part.lower_ == "there" and part.i > clause.verb.i and part.head.i == clause.verb.i:
                raise Unclear("where 'there' is, the sentence before tells")
            if part.lower_ in TIES or is_relative_time(tokens) or part.tag_ == "WRB":
                continue
            if any(t.text == "," for t in clause.doc[clause.verb.i : max(part.i, clause.verb.i)]):
                continue  # so far behind it belongs to something else
            if clause.subject.i < part.i < clause.verb.i or is_front:
                if not is_front and is_adverbial(part):
                    continue  # stands with the verb
                if is_front:
                    continue
            behind.append(tokens)
            continue
        if dep == "npadvmod":
            if is_relative_time(tokens):
                doubt += 0.02
                continue
            if timeless and is_time(tokens):
                continue
            if part.i > clause.verb.i and _loose_noun(part):
                break  # with all that follows it
            if part.i > clause.verb.i and _of_next(part):
                continue
            if is_front and not is_time(tokens):
                continue  # "The prototype, Ship Endeavour was moved": another name of the subject
            times += is_time(tokens)
            (fronted if is_front else behind).append(tokens)
            continue
        if clause.verb.lemma_ == "bear" and clause.passive and dep in {"oprd", "attr", "dobj", "dep"}:
            if any(c.dep_ == "prep" and c.i not in gone for c in part.children):
                behind += [t for c in part.children if c.dep_ == "prep" if (t := part_tokens(c, gone))]
            continue  # "was born Doris Kappelhoff in Cincinnati"
        if dep == "advcl":
            mark = next((c.lower_ for c in part.children if c.dep_ == "mark" or c.tag_ == "WRB"), "")
            if mark in CONDITIONS - {"while", "as", "after"} and clause.verb.tag_ != "VBD":
                if len(tokens) > 13:
                    raise Unclear("a condition too long to repeat")
                last.append(tokens)
            elif whose_purpose(part) or _what_is_done(part, clause):
                behind.append(trimmed([t for t in tokens if t.i < _first_comma(tokens)]))
            continue
        if dep in {"prep", "agent", "dative"}:
            if by_report(part) or [t.lower_ for t in tokens] == ["at", "the", "time"]:
                continue
            if clause.subject.i < part.i < clause.verb.i and part.doc[part.left_edge.i - 1].text == ",":
                continue  # an aside between subject and verb
            if part.i > clause.verb.i and part.doc[part.left_edge.i - 1].dep_ == "cc":
                continue  # "advisories on one storm, and on another": it goes on with a phrase left behind
            if part.i > clause.verb.i and part.nbor(-1).lower_ == "then":
                raise Unclear("it goes on to more than that")  # "to 51 degrees, then to 48"
            if any(t.lower_ in EMPTY for t in part.children) and len(tokens) <= 3:
                continue
            if (
                is_front
                and any(t.lower_ in {"related", "separate", "similar"} for t in tokens)
                and len(tokens) <= 4
            ):
                continue  # "In a related action"
            if part.lower_ in {"after", "before"} and any(
                c.dep_ == "pcomp" and any(s.dep_ in SUBJECTS for s in c.children) for c in part.children
            ):
                doubt += 0.02
                continue  # "evacuated 80 people after one shell landed near the area": another event
            if is_relative_time(tokens):
                if part.lower_ in {"until", "since", "before", "after", "by"}:
                    doubt += 0.05
                continue
            if (
                part.lower_
                in {"according", "despite", "like", "unlike", "including", "such", "besides", "except"}
                and dep == "prep"
            ):
                continue
            if is_time(tokens):
                if timeless or times:
                    continue
                times += 1
            elif placeless and is_place(tokens):
                continue
            if (
                part.i > clause.verb.i
                and part.doc[part.left_edge.i - 1].text in {",", "-", "–", "—"}
                and len(tokens) > 4
                and not (part.lower_ in {"for", "to"} and _behind_comment(part, clause))
            ):
                continue
            if is_front:
                if (len(tokens) <= 8 and (is_time(tokens) or is_place(tokens))) or (
                    part.lower_ in {"in", "for", "at", "during", "before", "after", "since", "until"}
                    and len(tokens) <= 8
                ):
                    fronted.append(tokens)
                continue
            if length + len(tokens) > 18:
                doubt += 0.05
                continue
        elif dep in {"ccomp", "pcomp"}:
            if part.i < clause.verb.i:
                if clause.verb.lemma_ not in SAYING:
                    continue
                raise Unclear("what is said stands before the verb")
            if sum(t.i in spoken(clause.sentence) for t in tokens) > 4 or any(
                t.text in QUOTES for t in tokens[:1]
            ):
                raise Unclear("direct speech is asked by 'who said'")
            if (
                part.tag_ == "VBN"
                and clause.verb.tag_ == "VBN"
                and not any(c.dep_ in {*SUBJECTS, "mark"} for c in part.children)
            ):
                continue  # "have taken the quiz and been directed": a second verb, whatever the parse says
            if len(tokens) > 14:
                dropped = {
                    t.i
                    for r in part.subtree
                    if r.dep_ in {"relcl", "advcl"} and r.i > part.i
                    for t in r.subtree
                }
                tokens = trimmed([t for t in tokens if t.i not in dropped])
            if len(tokens) > 16:
                raise Unclear("the clause behind the verb is too long")
        elif part.i < clause.verb.i and dep not in {"dobj", "attr", "acomp", "oprd"}:
            continue
        if (
            dep in {"dobj", "oprd"}
            and clause.verb.lemma_ in LISTING
            and any(
                t.i in gone for p in clause.parts if p.i != part.i and p.dep_ in {"dobj", "oprd"} for t in [p]
            )
        ):
            raise Unclear("the answer is one of a list")
        if dep in {"dobj", "attr"} and part.i > clause.verb.i and behind and _loose_noun(part):
            continue  # "will visit Iraq in March, his first trip abroad": a comment on all of it
        if dep in {"dobj", "attr"} and part.pos_ == "NUM" and len(tokens) == 1:
            raise Unclear("a number of what is not said")
        behind.append(tokens)
        length += len(tokens)
    behind = _in_order(behind)
    pieces = [
        wording(tokens, clause.sentence, owner=owner, asked_owner=asked_owner, said=said) for tokens in behind
    ]
    place = _room(behind) if fronted else None
    for tokens in fronted:
        if place is None:
            doubt += LEFT_OUT
            continue
        piece = wording(tokens, clause.sentence, owner=owner, asked_owner=asked_owner, said=said)
        text = (
            piece.text
            if piece.text.split()[0] in MONTHS + WEEKDAYS or tokens[0].pos_ == "PROPN"
            else piece.text[:1].lower() + piece.text[1:]
        )
        pieces.insert(place, Phrase(text, piece.doubt + 0.01))
        place += 1
    for tokens in last:
        piece = wording(tokens, clause.sentence, owner=owner, asked_owner=asked_owner, said=said)
        pieces.append(Phrase(piece.text[:1].lower() + piece.text[1:], piece.doubt))
    if (
        clause.tail is not None
        and not (placeless and is_place([clause.tail[1]]))
        and clause.tail[1].i not in gone
    ):
        noun = wording(
            [t for t in noun_phrase(clause.tail[1]) if t.i < clause.verb.left_edge.i], clause.sentence
        )
        pieces.append(Phrase(f"{clause.tail[0]} {noun.text}", noun.doubt))
    doubt += sum(p.doubt for p in pieces)
    return Rest(" ".join(p.text for p in pieces if p.text), doubt)


def _in_order(parts: Sequence[list[Token]]) -> list[list[Token]]:
    """The parts, with one that stands in the midst of another put back there: "a letter [Friday] asking for help"."""
    ordered: list[list[Token]] = []
    for tokens in parts:
        if ordered and ordered[-1][0].i < tokens[0].i < ordered[-1][-1].i:
            ordered[-1] = sorted([*ordered[-1], *tokens], key=lambda t: t.i)
        else:
            ordered.append(tokens)
    return ordered


#: Words at most over which one still reads on to a time or place of the verb: in its object, in what follows that.
OBJECT, PHRASE = 12, 6
#: The doubt about a question that does not tell the time or place which opens its sentence.
LEFT_OUT = 0.08


def _room(behind: Sequence[Sequence[Token]]) -> int | None:
    """Before which phrase behind the verb a fronted time or place reads right; None if before none.

    "flown [on Tuesday] for treatment of injuries including frostbite", but nowhere in "announced a trial
    was stopped": behind a clause it would be said of that clause's verb.
    """
    for place, tokens in enumerate(behind):
        most = PHRASE if place else OBJECT
        ranked = any(
            t.dep_ == "attr" for t in tokens
        )  # "the first to sight it [in 1642]": the time is of both
        heavy = (len(tokens) > most and not ranked) or any(
            t.pos_ == "VERB" and t.dep_ != "amod" and not (ranked and t.tag_ == "VB") for t in tokens
        )
        if heavy:
            return place if place or tokens[0].lower_ in {"for", "after", "during", "because"} else None
    return len(behind)


#: Verbs that say nothing without the infinitive behind them, which the parse may take for a purpose.
DECIDING = frozenset("vote opt agree decide choose threaten offer vow pledge promise refuse plan".split())


def _what_is_done(part: Token, clause: Clause) -> bool:
    """ "voted in June to ban the export": what was voted, wherever the time stands."""
    to = part.left_edge
    return clause.verb.lemma_ in DECIDING and part.tag_ == "VB" and to.tag_ == "TO" and to.i > clause.verb.i


def whose_purpose(part: Token) -> bool:
    """ "pays for spacecraft to carry people": who is to do it stands right before, behind "for"."""
    before = part.doc[part.left_edge.i - 1]
    return (
        part.tag_ == "VB"
        and part.left_edge.lower_ == "to"
        and before.dep_ == "pobj"
        and before.head.lower_ == "for"
        and before.head.head.i == part.head.i
    )


def _first_comma(tokens: list[Token]) -> int:
    return next((t.i for t in tokens if t.text == ","), tokens[-1].i + 1)


def _of_next(part: Token) -> bool:
    """ "and, over 18 months, intends to": what stands between commas behind "and" belongs to the verb that follows."""
    edge = part.left_edge.i
    return edge > 1 and part.doc[edge - 1].text == "," and part.doc[edge - 2].dep_ == "cc"


def _behind_comment(part: Token, clause: Clause) -> bool:
    """Whether the comma before a phrase ends a comment on the object ("selected two men, X and Y, for a mission")."""
    return any(
        c.dep_ in {"appos", "acl", "relcl"} and p.i < c.i < part.i and p.doc[c.left_edge.i - 1].text == ","
        for p in clause.parts
        if p.dep_ in {"dobj", "nsubjpass"}
        for c in p.children
    )


def _loose_noun(part: Token) -> bool:
    """ "a champion five times, an All-Star twice": a noun behind a comma that the parse found no place for."""
    return (
        part.pos_ in {"NOUN", "PROPN"}
        and part.doc[part.left_edge.i - 1].text == ","
        and not is_time(list(part.subtree))
    )


def part_tokens(part: Token, gone: set[int]) -> list[Token]:
    """A part of the clause as a question keeps it."""
    if part.pos_ in {"NOUN", "PROPN", "PRON", "NUM"} and part.dep_ not in {"prep"}:
        tokens = noun_phrase(part)
    elif part.dep_ in {"prep", "agent", "dative"}:
        tokens = [part]
        for child in part.children:
            if child.dep_ == "pobj":
                tokens += noun_phrase(child)
            elif child.dep_ in {"pcomp", "prep", "advmod", "amod", "quantmod", "npadvmod"}:
                tokens += flat(child)
            elif child.dep_ in {"cc"}:
                continue
        tokens.sort(key=lambda t: t.i)
    else:
        tokens = flat(part)
    kept = [t for t in tokens if t.i not in gone]
    if len(kept) < len(tokens) and all(
        (t.dep_ in {"prep", "agent", "det", "punct", "cc", "aux", "advmod"} and t.i != part.i)
        or t.dep_ == "prep"
        for t in kept
    ):
        if (
            any(t.dep_ == "prep" for t in kept)
            and part.dep_ == "prep"
            and part.i not in gone
            and all(t.i in gone for t in tokens if t.i != part.i)
        ):
            return [part]  # a preposition left behind on purpose
        return [t for t in kept if t.dep_ not in {"det", "punct", "cc"}] if part.dep_ == "xcomp" else []
    return trimmed(kept)
