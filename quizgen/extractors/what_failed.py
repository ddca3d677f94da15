"""What failed: what broke, was called off or went wrong, and what was done instead."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Token

from quizgen.extractors._asking import fact, of_one, question, subject_question
from quizgen.extractors._branches import flat
from quizgen.extractors._clauses import Clause, clauses
from quizgen.extractors._naming import ask_with
from quizgen.extractors._phrases import Phrase, Unclear, noun_phrase
from quizgen.extractors._speech import speeches, spoken
from quizgen.extractors._wording import wording
from quizgen.lexicon import CALLED_OFF, FAILING
from quizgen.model import Fact, Sentence

#: What things do when nothing is wrong with them.
WORKING = frozenset("work function start open close respond operate fire deploy launch run".split())
#: What something is when something is wrong with it.
FAULTY = frozenset(
    "unsuccessful faulty defective inoperative inoperable offline unresponsive unusable unavailable".split()
)
#: What is lost when something goes wrong.
LOST = frozenset(
    "power contact control signal pressure communication communications altitude balance".split()
)


def extract(sentence: Sentence) -> Iterator[Fact]:
    """Subjects of failing, of being called off, of not working; then the remedy behind "so"."""
    found = clauses(sentence)
    said_aloud = spoken(sentence)
    if said_aloud and not any(s.speaker is not None for s in speeches(sentence)):
        found = [c for c in found if c.verb.i not in said_aloud]  # nobody vouches for it here
    for clause in found:
        if _fails(clause):
            yield from _failed(clause, found)
    for clause in found:
        if _troubled(clause):
            yield from _remedy(clause, found)


def _troubled(clause: Clause) -> bool:
    return (clause.negation is not None and clause.verb.lemma_ in WORKING) or (clause.verb.lemma_ in FAILING)


def _fails(clause: Clause) -> bool:
    verb, obj = clause.verb, clause.child("dobj")
    if clause.negation is not None:
        return verb.lemma_ in WORKING
    if clause.passive:
        return verb.lemma_ in CALLED_OFF
    habit = verb.tag_ in {"VBZ", "VBP"} and not clause.auxiliaries
    if clause.links:
        state = clause.child("acomp")
        return state is not None and state.lemma_.lower() in FAULTY
    if verb.lemma_ == "lose":
        return obj is not None and obj.lemma_ in LOST and not habit
    return verb.lemma_ in FAILING and obj is None and not habit


def _failed(clause: Clause, found: list[Clause]) -> Iterator[Fact]:
    noun = clause.subject
    if noun.pos_ not in {"NOUN", "PROPN"} or clause.shape == "participle":
        return
    try:
        word, tokens, doubt = ask_with(noun, clause.sentence)
    except Unclear:
        return
    if word.startswith("Which") and any(c.dep_ == "prep" and c.i > noun.i for c in noun.children):
        tokens = noun_phrase(noun)  # "the pass on April 22", not the one after
    if word.startswith("Who"):
        yield from _undone(clause)
        return

    def build() -> tuple[dict[str, str], float]:
        if all(
            t.lemma_.lower() in clause.sentence.references.title_words
            for t in tokens
            if t.pos_ in {"NOUN", "PROPN", "ADJ"}
        ):
            raise Unclear("the headline tells it")
        bare = len(tokens) == 2 and tokens[0].lower_ in {"the", "a", "an"} and tokens[1].pos_ == "NOUN"
        if bare and not _bare(clause):
            raise Unclear(f"'{tokens[0].text} {tokens[1].text}' needs the sentence before")
        slots, more = subject_question(clause)
        source = _voice(clause)
        if source is not None and not slots["according"]:
            slots["according"] = f", according to {source.text}"
            more += source.doubt
        if clause.verb.lemma_ == "fail" and _shared(clause):
            raise Unclear("others had none of it either")
        if _bare(clause):
            slots["rest"] += _consequence(clause, found)
            slots["according"] = ""
        if not slots["rest"] and not slots["according"]:
            raise Unclear("the verb alone asks for nothing")
        return {"ask": word, **(of_one(slots, clause) if word == "What" else slots)}, more + doubt

    yield fact("what_failed", "called_off" if clause.passive else "failed", clause.sentence, tokens, build)


def _shared(clause: Clause) -> bool:
    """Whether the coverage tells of others that have none of what was failed to get ("any seats")."""
    act = clause.child("xcomp")
    things = [c for c in act.children if c.dep_ == "dobj"] if act is not None else []
    nouns = [t.lemma_ for t in things if any(c.lower_ in {"any", "a", "a single"} for c in t.lefts)]
    own = clause.sentence.span.text
    texts = [p.text.replace(own, "") for p in clause.sentence.article.paragraphs if p.role == "text"]
    return any(
        re.search(rf"\b(?:no|none|neither|without|lost (?:all|every))\b[^.]*\b{re.escape(n)}", t, re.I)
        for n in nouns
        for t in texts
    )


def _bare(clause: Clause) -> bool:
    """Whether nothing but an adverb stands behind the verb ("was not working properly")."""
    return clause.negation is not None and all(
        p.dep_ == "advmod" for p in clause.parts if p.i > clause.verb.i
    )


def _consequence(trouble: Clause, found: list[Clause]) -> str:
    """ ", so that the crew had to go for a manual opening": tells which trouble is meant.

    Raises:
        Unclear: nothing tells it.
    """
    for clause, tokens in _forced(trouble, found):
        done = wording(tokens, trouble.sentence, owner=clause.subject)
        return f", so that {_who(clause).text} had to {done.text}"
    noun = trouble.subject
    if noun.pos_ == "NOUN" and not any(
        c.pos_ == "PROPN" or c.dep_ in {"poss", "prep"} for c in noun.children
    ):
        raise Unclear("where and when it failed is not said")
    return ""


def _voice(clause: Clause) -> Phrase | None:
    """Who says so, where the clause stands in direct speech.

    Raises:
        Unclear: the speaker is not certain.
    """
    place = clause.sentence.offset + clause.verb.idx
    for speech in speeches(clause.sentence):
        if speech.start <= place < speech.end and speech.speaker is not None:
            return wording(noun_phrase(speech.speaker), clause.sentence)
    return None


def _undone(clause: Clause) -> Iterator[Fact]:
    """ "The ministry failed to warn the villagers": what it failed to do."""
    act = clause.child("xcomp")
    if clause.verb.lemma_ != "fail" or act is None or act.i < clause.verb.i:
        return
    tokens = [t for t in flat(act) if t.tag_ != "TO" or t.i > act.i]

    def build() -> tuple[dict[str, str], float]:
        if not 2 <= len(tokens) <= 12:
            raise Unclear("what was not done takes too few or too many words")
        slots, doubt = question(clause, list(act.subtree))
        wording(tokens, clause.sentence, owner=clause.subject)
        slots["verb"] = f"{slots['aux']} {slots['subject']} {slots['verb']}"
        slots["rest"] += " to do"
        return {"ask": "What", **slots}, doubt

    yield fact("what_failed", "undone", clause.sentence, tokens, build)


#: Bodies of people that "they" stands for under a headline that names one of them.
COLLECTIVE = frozenset("crew team staff police".split())


def _who(clause: Clause) -> Phrase:
    """Who had to do it; "they" is the crew of the headline.

    Raises:
        Unclear: it is not certain who.
    """
    try:
        return wording(noun_phrase(clause.subject), clause.sentence)
    except Unclear:
        told = COLLECTIVE & clause.sentence.references.title_words
        if clause.subject.lower_ != "they" or len(told) != 1:
            raise
        return Phrase(f"the {next(iter(told))}", 0.05)


def _forced(trouble: Clause, found: list[Clause]) -> Iterator[tuple[Clause, list[Token]]]:
    """Clauses that tell what had to be done about it, with the words of the deed."""
    doc = trouble.doc
    for clause in found:
        if clause.verb.i <= trouble.verb.i or clause.verb.lower_ != "had":
            continue
        between = {t.lower_ for t in doc[trouble.verb.i : clause.subject.i]}
        chained = clause.child("xcomp")
        if "so" not in between or chained is None:
            continue
        tokens = [t for t in flat(chained) if t.tag_ != "TO" or t.i > chained.i]
        if 2 <= len(tokens) <= 10:
            yield clause, tokens


def _remedy(trouble: Clause, found: list[Clause]) -> Iterator[Fact]:
    """ "X wasn't working, so they had to Y": what had to be done."""
    for clause, tokens in _forced(trouble, found):

        def build(clause: Clause = clause) -> tuple[dict[str, str], float]:
            slots, more = subject_question(trouble)
            thing, who = wording(noun_phrase(trouble.subject), trouble.sentence), _who(clause)
            return {
                "ask": "What",
                "thing": thing.text,
                "who": who.text,
                "verb": slots["verb"],
                "rest": slots["rest"],
                "according": "",
            }, more + thing.doubt + who.doubt + 0.05

        yield fact("what_failed", "remedy", trouble.sentence, tokens, build)
