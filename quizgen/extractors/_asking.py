"""A clause turned into the pieces of a question: auxiliary, subject, verb and the rest.

The pieces are slots; how they are put together is said in `templates/questions/`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from spacy.tokens import Span, Token

from quizgen.extractors._attribution import attribution
from quizgen.extractors._branches import is_place, is_time
from quizgen.extractors._clauses import Clause, is_plural
from quizgen.extractors._evidence import evidence_from, evidence_of
from quizgen.extractors._naming import in_full
from quizgen.extractors._phrases import SUBJECTS, Phrase, Unclear, noun_phrase
from quizgen.extractors._pronominal import agrees
from quizgen.extractors._rest import is_adverbial, part_tokens, rest_of
from quizgen.extractors._subjects import (
    DASH,
    SIDES,
    anybody,
    bare_subject,
    behind_others,
    disagrees,
    is_expletive,
    is_somebody,
    mixed,
    of_several,
    subject_phrase,
)
from quizgen.extractors._verbs import DO, base, finite, inverted, participle, singular, written_out
from quizgen.extractors._wording import TIES, wording
from quizgen.lexicon import AGENTIVE, RELATIVE_TIME, SAYING, noun_class
from quizgen.model import Evidence, Fact, Sentence
from quizgen.plaintext import places
from quizgen.references import FEMALE, HONORIFICS, ITS, MALE, THEIRS, is_title_word

#: Words in a question, at most: longer ones are not read to the end (Heilman and Smith punish 28 tokens).
LONGEST = 24
#: Verbs that say enough without anything behind them.
COMPLETE = frozenset(
    "bear die retire found establish launch build open begin end start arrive land collapse crash marry introduce discover publish invent "
    "create complete win last spread cost weigh live happen occur divorce resign appear become form destroy adopt sign explode finish "
    "sink erupt vanish disappear close graduate debut premiere reopen".split()
)
#: Words that set off the answer and go with it.
FOCUS = frozenset(
    "only just even some roughly about around nearly almost approximately as at least most up to".split()
)
#: What ends in a full stop of its own.
_ABBREVIATED = re.compile(r"\w\.\w+\.$|\b(?:Inc|Jr|Sr|Co|Ltd|Corp|St|No|Dr|[A-Z])\.$")
#: Adverbs by which a text does not vouch for what it tells.
HEARSAY = frozenset("reportedly allegedly apparently supposedly purportedly".split())
#: Verbs that say nothing without "as ...".
AS = frozenset("describe characterise characterize portray regard depict".split())


def question(
    clause: Clause,
    answer: Sequence[Token],
    *,
    also_drop: Iterable[Token] = (),
    timeless: bool = False,
    placeless: bool = False,
) -> tuple[dict[str, str], float]:
    """The pieces of a question that asks for a part of the clause other than its subject.

    Args:
        answer: the tokens that the question asks for, with the preposition it does without.
        also_drop: branches that would give the answer away or do not matter.
        timeless: leave out other phrases of time (the question asks when).
        placeless: leave out other phrases of place.

    Returns:
        Slots `aux`, `subject`, `verb`, `rest` and `according` (attribution with its comma, or ""), and the doubt.

    Raises:
        Unclear: a piece can't stand alone, or the verb would be left without what it needs.
    """
    gone = {t.i for t in answer} | {t.i for branch in also_drop for t in branch.subtree}
    gone |= {t.i for a in answer for t in a.children if t.lower_ in FOCUS and t.i < a.i}
    gone -= {t.i for p in clause.parts if p.dep_ == "prep" and p.head in answer for t in p.subtree}
    if clause.subject.i in gone:
        raise Unclear("the answer holds the subject")
    if any(c.dep_ == "conj" and c.i not in gone for t in answer if t.dep_ == "prep" for c in t.children):
        raise Unclear("the answer is one of several")  # "first on the radio and then in clubs"
    if _wanting(clause):
        raise Unclear(f"what '{clause.verb.text}' wants to be told is not said")
    if disagrees(clause):
        raise Unclear("subject and verb do not agree in number")
    if _objectless(clause):
        raise Unclear("the verb lacks its object")
    if any(c.lower_ == "no" for c in clause.subject.lefts):
        raise Unclear("it is said of none")
    if clause.subject.text in SIDES and [c.lower_ for c in clause.subject.children] == ["the"]:
        raise Unclear(f"which part of which country 'the {clause.subject.text}' is, is not said")
    if behind_others(clause):
        raise Unclear("what the participle is said of is not certain")
    # "stabbed reportedly several people": before the verb it reads as meant
    hearsay = _hearsay(clause)
    gone |= {t.i for t in hearsay}
    subject_tokens = subject_phrase(clause)
    if of_several(clause, subject_tokens):
        raise Unclear("the subject is one of several")
    in_subject = {t.i for t in subject_tokens}
    subject = wording([t for t in subject_tokens if t.i not in gone], clause.sentence)
    if DASH.search(subject.text):
        raise Unclear("what a dash sets off is not all gone")
    if clause.subject.pos_ == "PRON" and clause.subject.lower_ in {"it", "they"} and is_expletive(clause):
        raise Unclear("'it' stands for nothing")
    vague = 0.1 if anybody(clause.subject, clause) else 0.0
    aux, verb = inverted(clause)
    if mixed(clause, subject_tokens):
        raise Unclear("the subject goes on behind a comma")
    if aux in {"are", "were", "have", "do"} and subject.text in clause.sentence.references.persons:
        raise Unclear("subject and verb do not agree in number")
    rest = rest_of(
        clause, gone, timeless=timeless, placeless=placeless, owner=clause.subject, said=subject.text
    )
    before = " ".join(
        " ".join(w.text for w in t.subtree)
        for t in clause.parts
        if is_adverbial(t)
        and ((clause.auxiliaries and clause.auxiliaries[0].i < t.i) or clause.subject.i < t.i)
        and t.i < clause.verb.i
        and t.lower_ not in TIES
        and t.i not in gone
        and t.tag_ != "WRB"
        and t.lower_ not in RELATIVE_TIME
        and t.i not in in_subject
    )
    before = " ".join([*(t.text for t in hearsay), *([before] if before else [])])
    negation = (
        "not"
        if clause.negation is not None and clause.negation.lower_ in {"not", "n't", "n’t"}
        else (clause.negation.text if clause.negation is not None else "")
    )
    according = attribution(clause, said=subject.text)
    if according.text == f", according to {subject.text}":
        according = Phrase("")  # "According to police, they received a call": they speak of themselves
    slots = {
        "aux": aux,
        "subject": subject.text,
        "verb": " ".join(p for p in (negation, before, verb) if p),
        "rest": rest.text,
        "according": according.text,
    }
    if (done := _done(clause, subject_tokens, gone)) is not None:
        rest = rest_of(clause, gone | {t.i for t in done}, timeless=timeless, placeless=placeless)
        subject = wording(done, clause.sentence)
        slots |= {
            "aux": "were" if is_plural(done[-1]) else "was",
            "subject": subject.text,
            "verb": re.sub(rf"\b{base(clause.verb)}\b", participle(base(clause.verb)), slots["verb"]),
            "rest": rest.text,
        }
    if according.text and _spoken_of(according.text, f"{slots['subject']} {slots['rest']}"):
        raise Unclear("the one who says so is spoken of")
    words = sum(len(slot.split()) for slot in slots.values())
    if words > LONGEST and (head := bare_subject(clause.subject, subject_tokens)):
        subject = wording(head, clause.sentence)
        slots["subject"] = subject.text  # what else the sentence says of it need not be repeated
        words = sum(len(slot.split()) for slot in slots.values())
    if words > LONGEST:
        raise Unclear("the question is too long")
    if not rest.text and not clause.links and clause.verb.lemma_ not in COMPLETE:
        vague += 0.12  # "When was he released?": from what
    doubt = clause.doubt + subject.doubt + rest.doubt + according.doubt + modality(clause) + vague
    return slots, doubt + 0.012 * max(0, words - 14)


#: Verbs that nobody uses without an object: where they have none, the parse took a participle for a past.
TRANSITIVE = frozenset(
    "award buy purchase create imprison jail sentence arrest detain approve introduce establish elect appoint replace remove destroy "
    "damage injure discover invent describe name".split()
)


def _objectless(clause: Clause) -> bool:
    """Whether an active verb has no object ("the festival, held every August", "smuggled out and sold to collectors")."""
    if clause.passive or any(
        p.dep_ in {"dobj", "ccomp", "xcomp", "oprd", "attr", "prt"} and not is_time([p]) for p in clause.parts
    ):
        return False
    lemma = clause.verb.lemma_
    thing = not is_somebody(clause.subject, clause) and clause.subject.pos_ == "NOUN"
    to = any(p.dep_ in {"prep", "dative"} and p.lower_ == "to" for p in clause.parts)
    event = lemma == "hold" and noun_class(clause.subject.lemma_) in {"event", "act", "group", "time"}
    return (lemma in TRANSITIVE and clause.tail is None) or (thing and ((lemma == "sell" and to) or event))


#: Verbs that leave one asking "from what?", "to what?", "for what?" where nothing behind them tells.
WANTING = frozenset(
    "release invite select choose pick appoint nominate elect admit accept transfer assign promote remove exclude ban qualify apply".split()
)
#: Words from which on a subject without a name is better left out than told before what it did.
LONG = 6


def _done(clause: Clause, subject: list[Token], gone: set[int]) -> list[Token] | None:
    """What was done, where it is told in fewer words than who did it, and nobody in particular did.

    "Two astronauts from a capsule in orbit carried out the first private spacewalk": "was the first private
    spacewalk carried out".
    """
    doer, thing = clause.subject, clause.child("dobj")
    if (
        thing is None
        or clause.passive
        or clause.added
        or clause.auxiliaries
        or clause.negation is not None
        or clause.verb.tag_ != "VBD"
        or thing.i in gone
        or doer.pos_ != "NOUN"
        or len(subject) < LONG
        or any(c.dep_ == "poss" or c.lower_ in {"the", "this", "these"} for c in doer.children)
        or clause.child("xcomp", "oprd", "dative", "ccomp") is not None
    ):
        return None
    tokens = noun_phrase(thing)
    definite = thing.pos_ == "PROPN" or any(c.dep_ == "poss" or c.lower_ == "the" for c in thing.children)
    pronoun = any(t.tag_ in {"PRP", "PRP$"} for t in tokens)
    return tokens if definite and not pronoun and len(tokens) < len(subject) else None


def _wanting(clause: Clause) -> bool:
    """Whether the clause lacks what its verb wants ("was released in 2018": from what?)."""
    if clause.verb.lemma_ not in WANTING:
        return False
    for part in clause.parts:
        if part.i > clause.verb.i and (
            part.dep_ in {"xcomp", "oprd", "dative", "ccomp"} or (part.dep_ == "advcl" and part.tag_ == "VB")
        ):
            return False
        if part.dep_ == "prep" and part.lower_ not in {"because", "according", "despite", "by"}:
            tokens = part_tokens(part, set())
            if not is_time(tokens) and (part.lower_ in {"from", "to", "into"} or not is_place(tokens)):
                return False
    objects = [p for p in clause.parts if p.dep_ == "dobj"]
    # "released a report", "chose the second way": things want nothing more
    return (clause.passive and is_somebody(clause.subject, clause)) or any(
        is_somebody(p, clause) for p in objects
    )


def _hearsay(clause: Clause) -> list[Token]:
    """The "reportedly" that stands between verb and object."""
    objects = [p for p in clause.parts if p.dep_ == "dobj"]
    return [t for p in objects for t in clause.doc[p.left_edge.i : p.i] if t.lower_ in HEARSAY]


def _spoken_of(according: str, words: str) -> bool:
    """Whether the one who says so is named in the question itself, other than as an owner."""
    source = according.removeprefix(", according to ")
    return any(
        words[start + len(source) : start + len(source) + 1] not in {"'", "’"}
        for start in places(source, words)
    )


def subject_question(clause: Clause, *, also_drop: Iterable[Token] = ()) -> tuple[dict[str, str], float]:
    """The pieces of a question that asks for the subject: `verb` (with auxiliaries), `rest`, `according`.

    Raises:
        Unclear: as for `question`.
    """
    hearsay = _hearsay(clause)
    gone = {t.i for branch in also_drop for t in branch.subtree} | {t.i for t in hearsay}
    rest = rest_of(clause, gone, owner=clause.subject, asked_owner=True)
    if _wanting(clause):
        raise Unclear(f"what '{clause.verb.text}' wants to be told is not said")
    if disagrees(clause):
        raise Unclear("subject and verb do not agree in number")
    words = [written_out(a, clause) for a in clause.auxiliaries]
    if clause.added and clause.added not in DO:
        words.insert(0, clause.added)
    if clause.negation is not None:
        words.insert(
            1 if words else 0,
            "not" if clause.negation.lower_ in {"n't", "n’t", "not"} else clause.negation.text,
        )
        if (
            not clause.auxiliaries
            and clause.negation.lower_ in {"n't", "n’t", "not"}
            and clause.verb.lemma_ != "be"
        ):
            raise Unclear("negation without an auxiliary")
    if (
        clause.verb.lemma_ in SAYING
        and not clause.passive
        and not any(
            p.dep_ in {"ccomp", "dobj", "xcomp", "prep", "acomp", "attr"}
            and p.i > clause.verb.i
            and p.lower_ not in {"at", "in", "on", "during"}
            for p in clause.parts
        )
    ):
        raise Unclear("what was said is not in the clause")
    adverbs = [
        " ".join(w.text for w in t.subtree)
        for t in clause.parts
        if is_adverbial(t)
        and clause.subject.i < t.i < clause.verb.i
        and t.lower_ not in TIES
        and t.i not in gone
    ]
    if clause.verb.lemma_ in AS and " as " not in f" {rest.text} ":
        raise Unclear("what it was described as is not in the clause")
    main = finite(clause)
    verb = " ".join([*words, *(t.text for t in hearsay), *adverbs, main])
    according = attribution(clause)
    slots = {"verb": verb, "rest": rest.text, "according": according.text}
    said = [
        p for p in clause.parts if p.dep_ not in {"prt", "advmod", "npadvmod"} and p.lower_ != "according"
    ]
    if not said and not clause.passive and clause.negation is None:
        raise Unclear("the verb alone asks for nothing")
    if according.text and according.text.removeprefix(", according to ") in slots["rest"]:
        raise Unclear("the one who says so is spoken of")
    if sum(len(s.split()) for s in slots.values()) > LONGEST:
        raise Unclear("the question is too long")
    return slots, clause.doubt + rest.doubt + according.doubt + modality(clause)


def of_one(slots: dict[str, str], clause: Clause) -> dict[str, str]:
    """A question for the subject with its verb in the singular, as "who" and "what" take it ("What has declined?")."""
    if clause.links and any(p.dep_ == "attr" and p.tag_ in {"NNS", "NNPS"} for p in clause.parts):
        return slots  # "Who were the first two civilians?"
    words = slots["verb"].split()
    place = 0 if clause.auxiliaries or clause.added or clause.verb.lemma_ == "be" else len(words) - 1
    if words[place] in SINGULAR:
        words[place] = SINGULAR[words[place]]
    elif clause.verb.tag_ == "VBP" and not clause.auxiliaries and words[place] == clause.verb.text:
        if not is_plural(clause.subject) and noun_class(clause.subject.lemma_) != "group":
            raise Unclear("the verb does not agree with its subject")
        words[place] = singular(clause.verb.lemma_.lower())
    return {**slots, "verb": " ".join(words)}


SINGULAR = {"are": "is", "were": "was", "have": "has", "do": "does"}


def modality(clause: Clause) -> float:
    """Doubt for what only might be so."""
    words = {a.lower_ for a in clause.auxiliaries}
    return 0.12 if words & {"would", "might", "may", "could", "should", "must"} else 0.0


def fact(
    kind: str,
    rule: str,
    sentence: Sentence,
    answer: Span | Sequence[Token],
    build: Callable[[], tuple[dict[str, str], float]],
    evidence: Evidence | None = None,
) -> Fact:
    """A fact, or the reason why it can't be asked."""
    span = answer if isinstance(answer, Span) else None
    try:
        if span is None:
            from quizgen.extractors._phrases import contiguous

            span = contiguous(list(answer))
        _check_whole(span)
        named = sentence
        if evidence is None:
            span, named = in_full(span, sentence)
        slots, doubt = build()
    except Unclear as why:
        text = " ".join(t.text for t in answer)
        return Fact(kind, text, {}, evidence_of(sentence), rule, refused=str(why))
    text = " ".join(span.text.split())
    if (
        named is sentence
        and span.end == sentence.span.end
        and text.endswith(".")
        and not _ABBREVIATED.search(text)
    ):
        text = text[:-1]  # the last unit took the full stop: "300 km/h."
    return Fact(
        kind,
        text,
        slots,
        evidence or evidence_from(named, sentence),
        rule,
        doubt=round(doubt, 3),
    )


#: Names of which no part is a name of the same thing; a body's may well be ("United States National Institute").
_WHOLE = frozenset({"PERSON", "EVENT", "PRODUCT", "FAC", "WORK_OF_ART"})


def _check_whole(span: Span) -> None:
    """Raise `Unclear` where the parse cut a name ("Bowl") or took the next clause's subject for a second answer.

    "They are headed to Los Angeles and the Chargers have an option": no verb follows on what belongs together.
    """
    doc = span.doc
    first, before = span[0], doc[span.start - 1] if span.start else None
    if (
        before is not None
        and first.ent_iob_ == "I"
        and first.ent_type_ in _WHOLE
        and before.pos_ == "PROPN"
        and not is_title_word(before.text)
        and before.text not in HONORIFICS
    ):
        raise Unclear(f"'{span.text}' is cut off '{before.text}'")
    if before is not None and before.is_digit and first.pos_ == "PROPN" and first.ent_type_ != "DATE":
        raise Unclear(f"'{span.text}' is cut off '{before.text}'")  # "51 Pegasi b"
    behind = doc[span.end] if span.end < len(doc) else None
    if (
        behind is not None
        and behind.tag_ in {"VBZ", "VBP", "VBD", "MD"}
        and any(t.dep_ == "cc" for t in span)
        and not any(span.start <= c.i < span.end for verb in (behind, behind.head) for c in verb.children)
    ):
        raise Unclear(f"'{behind.text}' goes on with the last of them")


def anchored(answer: Sequence[Token], clause: Clause) -> bool:
    """Whether each pronoun of an answer has a noun before it, in its own clause, that it can stand for."""
    start = min(clause.subject.left_edge.i, clause.verb.i)
    for token in answer:
        if token.tag_ != "PRP" or token.lower_ not in MALE | FEMALE | ITS | THEIRS:
            continue
        before = [
            t for t in clause.doc[start : token.i] if t.pos_ in {"NOUN", "PROPN"} or t.i == clause.subject.i
        ]
        fills = (
            token.dep_ in SUBJECTS
            and token.head.dep_ != "relcl"
            and any(c.dep_ in {"xcomp", "ccomp"} for c in token.head.children)
        )
        if token.lower_ == "it" and fills:
            continue  # "it was hard to see"
        if not any(agrees(token.lower_, noun, clause.sentence) for noun in before):
            return False
    return True


def agentive(clause: Clause) -> bool:
    """Whether the verb's subject is somebody, or a body of people."""
    return clause.verb.lemma_ in AGENTIVE and not clause.passive
