"""What was said: what somebody is reported to say, urge or promise, asked with its attribution."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from spacy.tokens import Token

from quizgen.extractors._asking import fact, question, subject_question
from quizgen.extractors._branches import flat
from quizgen.extractors._clauses import Clause, clauses
from quizgen.extractors._phrases import Unclear, noun_phrase, subtree
from quizgen.extractors._pronominal import agrees
from quizgen.extractors._speech import spoken
from quizgen.extractors._wording import wording
from quizgen.extractors.what import tells
from quizgen.lexicon import noun_class
from quizgen.model import Fact, Sentence

LONGEST_ANSWER = 12
#: What is looked for, and by which one tells that there was none.
TRACES = frozenset("trace evidence sign proof indication".split())
QUOTES = frozenset("\"“”'‘’")
#: Verbs that say what somebody or something is like, before "as".
DESCRIBING = frozenset(
    "describe characterize characterise label brand hail denounce criticize criticise praise regard".split()
)
#: Verbs that give somebody or something a name.
CALLING = frozenset("call dub label brand nickname".split())
#: Verbs that want somebody to do something.
URGING = frozenset("urge ask order tell advise warn request instruct encourage invite".split())
#: Verbs that bind the one who says so.
PROMISING = frozenset("promise vow pledge threaten offer agree refuse".split())
#: What is refused to reporters is no news.
SPEAKING = frozenset("comment say speak answer discuss elaborate respond talk".split())
#: Verbs that read well with what was said behind them ("What did she say she had found?").
PLAIN = frozenset("say announce claim admit insist warn confirm reveal believe think argue".split())


def extract(sentence: Sentence) -> Iterator[Fact]:
    """ "Musk said the suit will have its own jetpack": asked with the attribution kept."""
    found = clauses(sentence)
    said_aloud = spoken(sentence)
    for clause in found:
        if clause.verb.i in said_aloud:
            continue  # direct speech: `who_said` asks for its speaker
        yield from _described(clause)
        yield from _called(clause)
        yield from _urged(clause)
        yield from _promised(clause)
        if clause.speaker is not None and not clause.links and not clause.passive:
            yield from _reported(clause, found)


def _reported(clause: Clause, found: list[Clause]) -> Iterator[Fact]:
    """The object of a reported clause."""
    obj = clause.child("dobj")
    if (
        obj is None
        or obj.pos_ != "NOUN"
        or (noun_class(obj.lemma_) in {"quantity", "time", "person"} and obj.left_edge.lower_ != "no")
    ):
        return
    if clause.subject.left_edge.i and clause.doc[clause.subject.left_edge.i - 1].text in QUOTES:
        return  # a quotation of a few words
    of = next((c for c in obj.children if c.lower_ == "of"), None)
    lacked = next((c for c in of.children if c.dep_ == "pobj"), None) if of is not None else None
    if lacked is not None and obj.lemma_ in TRACES and obj.left_edge.lower_ == "no":
        obj = lacked  # "no trace of explosives": what there was no trace of
    tokens = _unquoted(noun_phrase(obj))
    if not (1 if obj is lacked else 2) <= len(tokens) <= 10 or any(t.pos_ == "NUM" for t in tokens):
        return
    own = _of_themselves(clause, found)
    if not tells(clause.verb):
        return
    if own is not None:
        yield fact("what_said", "self", clause.sentence, tokens, partial(_self, clause, own, obj))
    else:
        yield fact("what_said", "object", clause.sentence, tokens, partial(_object, clause, obj))


def _of_themselves(clause: Clause, found: list[Clause]) -> Clause | None:
    """The clause of saying, if its subject speaks of themselves ("The committee says it has found ...")."""
    saying, speaker = clause.saying, clause.speaker
    if saying is None or speaker is None or saying.lemma_ not in PLAIN or clause.subject.pos_ != "PRON":
        return None
    if speaker.pos_ == "PRON" or not agrees(clause.subject.lower_, speaker, clause.sentence):
        return None
    return next((c for c in found if c.verb == saying), None)


def _object(clause: Clause, obj: Token) -> tuple[dict[str, str], float]:
    slots, doubt = question(clause, subtree(obj))
    if not slots["according"]:
        raise Unclear("who says so is the one it is said of")
    return {"ask": "What", **slots}, doubt + 0.06


def _self(clause: Clause, saying: Clause, obj: Token) -> tuple[dict[str, str], float]:
    """ "What does the committee say it has found?"."""
    slots, doubt = question(saying, list(clause.verb.subtree))
    said, more = subject_question(clause, also_drop=[obj])
    slots["rest"] = " ".join([slots["rest"], clause.subject.lower_, said["verb"], said["rest"]])
    return {"ask": "What", **slots}, doubt + more


def _unquoted(tokens: list[Token]) -> list[Token]:
    """Tokens without quotation marks around the whole, and without half a pair of them."""
    while tokens and tokens[0].text in QUOTES:
        tokens = tokens[1:]
    marks = [t for t in tokens if t.text in QUOTES]
    while tokens and tokens[-1].text in QUOTES and len(marks) % 2:
        tokens, marks = tokens[:-1], marks[:-1]
    if len(marks) == 1:
        after = tokens[-1].i + 1
        doc = tokens[-1].doc
        if after < len(doc) and doc[after].text in QUOTES:
            return [*tokens, doc[after]]  # a "historic mandate"
        if all(t.pos_ == "DET" for t in tokens if t.i < marks[0].i):
            return [t for t in tokens if t.i > marks[0].i]  # a “major accomplishment.”
    return tokens


def _described(clause: Clause) -> Iterator[Fact]:
    """ "was described by The Guardian as the 'Queen of the curve'": how it was described."""
    if clause.verb.lemma_ not in DESCRIBING:
        return
    for prep in clause.everything():
        if prep.dep_ != "prep" or prep.lower_ != "as" or prep.i < clause.verb.i:
            continue
        tokens = _unquoted([t for t in flat(prep) if t.i > prep.i])
        if 2 <= len(tokens) <= LONGEST_ANSWER and not _goes_on(tokens[-1]):
            yield fact("what_said", "described", clause.sentence, tokens, partial(_how, clause, prep))


def _goes_on(last: Token) -> bool:
    """Whether a description goes on behind its comma ("as a man, "facing ruin""), or with a clause that tells which."""
    doc, behind = last.doc, last.i + 1
    while behind < len(doc) and doc[behind].text in QUOTES:
        behind += 1
    if behind + 1 >= len(doc) or doc[behind].sent != last.sent:
        return False
    if doc[behind].lower_ in {"who", "which", "that", "whose"}:
        return True
    return doc[behind].text == "," and doc[behind + 1].text in QUOTES


def _how(clause: Clause, prep: Token) -> tuple[dict[str, str], float]:
    agent = clause.child("agent")
    by = next((c for c in agent.children if c.dep_ == "pobj"), None) if agent is not None else None
    if not clause.passive or by is None:
        slots, doubt = question(clause, list(prep.subtree))
        return {"ask": "How", **slots}, doubt + (0.15 if clause.passive else 0.0)
    slots, doubt = question(clause, list(prep.subtree), also_drop=[agent] if agent is not None else [])
    if slots["aux"] not in {"was", "were"} or slots["verb"] != clause.verb.text:
        raise Unclear("the passive is not simple")
    active = {"aux": "did", "subject": wording(noun_phrase(by), clause.sentence).text}
    rest = f"{slots['subject']} {slots['rest']}"
    return {"ask": "How", **slots, **active, "verb": clause.verb.lemma_.lower(), "rest": rest}, doubt


def _called(clause: Clause) -> Iterator[Fact]:
    """ "The president called the vote "a disgrace"": what he called it."""
    name, thing = clause.child("oprd"), clause.child("dobj")
    if clause.verb.lemma_ not in CALLING or name is None or name.i < clause.verb.i:
        return
    if (thing is None) if not clause.passive else (clause.child("agent") is None):
        return
    tokens = _unquoted(flat(name))
    if not 1 <= len(tokens) <= LONGEST_ANSWER:
        return

    def build() -> tuple[dict[str, str], float]:
        slots, doubt = question(clause, list(name.subtree))
        slots["rest"] = slots["rest"].strip(" \"“‘'")
        return {"ask": "What", **slots}, doubt + 0.04

    yield fact("what_said", "called", clause.sentence, tokens, build)


def _urged(clause: Clause) -> Iterator[Fact]:
    """ "The mayor urged residents to leave": what he urged them to do."""
    called_on = clause.verb.lemma_ == "call" and any(
        p.dep_ == "prep" and p.lower_ == "on" for p in clause.parts
    )
    if clause.verb.lemma_ not in URGING and not called_on:
        return
    act = next((p for p in clause.parts if p.dep_ in {"xcomp", "ccomp"} and _to(p) is not None), None)
    if act is None:
        return
    if clause.passive and clause.child("agent") is None:
        return  # by whom?
    addressed = next((c for c in act.children if c.dep_ == "nsubj"), None)
    if not clause.passive and not called_on and addressed is None and clause.child("dobj") is None:
        return
    yield from _to_do(clause, "urged", act, addressed)


def _promised(clause: Clause) -> Iterator[Fact]:
    """ "The company promised to refund its customers": what it promised to do."""
    if clause.verb.lemma_ not in PROMISING or clause.passive:
        return
    act = next((p for p in clause.parts if p.dep_ == "xcomp" and _to(p) is not None), None)
    if act is not None and act.i > clause.verb.i and act.lemma_ not in SPEAKING:
        yield from _to_do(clause, "promised", act, None)


def _to(verb: Token) -> Token | None:
    return next((c for c in verb.children if c.tag_ == "TO" and c.dep_ == "aux"), None)


def _to_do(clause: Clause, rule: str, act: Token, addressed: Token | None) -> Iterator[Fact]:
    to = _to(act)
    tokens = [t for t in flat(act) if to is not None and t.i > to.i]
    dash = next(
        (k for k, t in enumerate(tokens) if t.text in {"-", "–", "—"} and tokens[k - 1].whitespace_), None
    )
    tokens = tokens[:dash]

    def build() -> tuple[dict[str, str], float]:
        if not 2 <= len(tokens) <= LONGEST_ANSWER:
            raise Unclear("what is to be done takes too few or too many words")
        if clause.negation is not None or any(c.dep_ == "neg" for c in act.children):
            raise Unclear("it is not to be done")
        slots, doubt = question(clause, list(act.subtree), timeless=True)
        who = wording(noun_phrase(addressed), clause.sentence) if addressed is not None else None
        slots["rest"] = " ".join([slots["rest"], who.text if who else "", "to do"])
        wording(tokens, clause.sentence, owner=addressed or clause.child("dobj") or clause.subject)
        return {"ask": "What", **slots}, doubt + (who.doubt if who else 0.0)

    yield fact("what_said", rule, clause.sentence, tokens, build)
