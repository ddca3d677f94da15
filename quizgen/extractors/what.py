"""What did it, and what was done: things as subject, object and complement."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from spacy.tokens import Token

from quizgen.extractors._asking import fact, of_one, question, subject_question
from quizgen.extractors._branches import flat
from quizgen.extractors._clauses import Clause, clauses
from quizgen.extractors._naming import ask_with
from quizgen.extractors._objects import CALLING, EMPTY, agent_of, done_to, prepositional, reachable
from quizgen.extractors._phrases import Unclear, subtree
from quizgen.extractors._wording import wording
from quizgen.lexicon import SAYING, noun_class
from quizgen.model import Fact, Sentence

#: Verbs whose object is what happened: what was found, made, taken, harmed, decided on or carried away.
TELLING = frozenset(
    # finding out
    "discover find detect identify uncover reveal unveil spot recover locate unearth test study examine investigate "
    "inspect photograph film "
    # making and giving out
    "invent develop build design produce manufacture publish release launch introduce open found "
    # harming and taking
    "destroy damage demolish ruin wreck flood burn bomb attack hit strike invade occupy capture storm seize confiscate steal loot rob "
    "smuggle hijack sink block cut break "
    # deciding
    "ban abolish outlaw legalize legalise prohibit approve reject veto oppose cancel postpone suspend delay halt stop scrap abandon "
    "withdraw recall lift impose repeal overturn uphold ratify sign demand request propose recommend promise plan threaten order "
    "adopt pass deny allege violate breach breach admit ignore defy "
    # buying and bringing
    "buy purchase acquire sell replace restore repair rebuild donate deliver drop fire plant hide carry transport contain collect gather "
    "export import lose win "
    # causing
    "cause trigger spark prompt provoke avert prevent end threaten treat cure spread transmit eat hunt wear".split()
)
#: The same of two words.
PHRASAL = frozenset(
    "shoot down|tear down|turn down|vote down|close down|shut down|burn down|knock down|call off|blow up|dig up|give up|break up|"
    "take over|hand over|rule out|phase out|wipe out|find out|pull out|throw out|set up|bring down|cut off|turn off|switch off".split(
        "|"
    )
)
#: Verbs that say what brought something about.
CAUSING = frozenset(
    "cause trigger spark prompt provoke ignite destroy damage kill injure wound hit strike force delay prevent disrupt flood bury "
    "sink crush replace power drive fuel halt stop block threaten endanger ruin wreck shut ground topple devastate cripple".split()
)


#: Letters by which two forms of a word are the same.
STEM = 4
#: What is given out or signed: the question would be what is in it.
PAPERS = frozenset(
    "information detail data statement report photo photograph image footage video picture comment remark agreement deal contract plan "
    "document letter law bill list way thing something".split()
)
AMOUNTS = frozenset(
    "trace evidence sign proof quantity amount number lot level range variety volume supply".split()
)


def extract(sentence: Sentence) -> Iterator[Fact]:
    """Objects ("What does virtual fencing use ...?"), then subjects of verbs that cause or change."""
    for clause in clauses(sentence):
        yield from _object(clause)
        yield from _subject(clause)
        yield from prepositional(clause, "what")
        yield from agent_of(clause, "what")
        yield from done_to(clause)
        yield from _consequence(clause)


def _consequence(clause: Clause) -> Iterator[Fact]:
    """ "If the animal moves closer, it receives a shock": what happens then, where the sentence opens with the condition."""
    condition = clause.child("advcl")
    if (
        condition is None
        or clause.shape != "main"
        or clause.verb.dep_ != "ROOT"
        or condition.left_edge.lower_ not in {"if", "when"}
        or condition.left_edge.i > clause.sentence.span.start + 3
        or (condition.tag_ != "VBZ" and not any(c.tag_ in {"VBZ", "VBP"} for c in condition.children))
        or not (
            clause.verb.tag_ in {"VBZ", "VBP"}
            or any(a.tag_ in {"VBZ", "VBP"} or a.lower_ == "will" for a in clause.auxiliaries)
        )
        or clause.negation is not None
        or clause.verb.lemma_ in SAYING  # "then the government says": somebody's reproach
    ):
        return
    end = clause.sentence.span.end - 1
    tokens = list(clause.doc[condition.right_edge.i + 1 : end + 1])
    while tokens and tokens[0].is_punct:
        tokens.pop(0)
    while tokens and tokens[-1].is_punct:
        tokens.pop()
    if (
        not 3 <= len(tokens) <= 12
        or tokens[0].i > clause.subject.i
        or any(t.lower_ in {"you", "we", "i", "your", "our"} for t in tokens)
    ):
        return
    if clause.subject.pos_ == "PRON" and clause.subject.lower_ not in {"it", "they", "he", "she"}:
        return

    def build() -> tuple[dict[str, str], float]:
        told = wording(flat(condition), clause.sentence)
        if len(told.text.split()) > 16:
            raise Unclear("the condition is too long")
        slots = {"verb": "happens", "rest": told.text[:1].lower() + told.text[1:], "according": ""}
        return {"ask": "What", **slots}, 0.4 * told.doubt + 0.03

    yield fact("what", "consequence", clause.sentence, tokens, build)


#: Prepositions that hang on nouns, whatever the parse says.
OF_NOUNS = frozenset("between among of over about regarding concerning".split())


def tells(verb: Token) -> bool:
    """Whether what a verb is done to is worth asking: what was found, not what was had; what is used for something."""
    particle = next((c.lower_ for c in verb.children if c.dep_ == "prt"), "")
    if particle:
        return f"{verb.lemma_} {particle}" in PHRASAL
    purpose = any(
        c.dep_ in {"xcomp", "advcl"} and any(g.tag_ == "TO" for g in c.children) for c in verb.children
    )
    return verb.lemma_ in TELLING or (verb.lemma_ == "use" and purpose)


def specific(noun: Token) -> bool:
    """Whether a noun phrase says more than its bare noun."""
    return any(
        c.dep_ in {"amod", "compound", "nummod", "prep", "poss", "nmod", "acl", "relcl"}
        for c in noun.children
    )


def _object(clause: Clause) -> Iterator[Fact]:
    for obj, deeper in reachable(clause):
        if not tells(obj.head) or obj.head.dep_ == "pcomp":
            continue  # "evaluating the benefits of purchasing bonds" leaves "purchasing" stranded
        if obj.lemma_ in AMOUNTS:  # "purchase large quantities of debt"
            of = next((c for c in obj.children if c.dep_ == "prep" and c.lower_ == "of"), None)
            measured = next((c for c in of.children if c.dep_ == "pobj"), None) if of is not None else None
            if measured is None:
                continue
            obj = measured
        if not _askable(obj):
            continue
        try:
            word, tokens, doubt = ask_with(obj, clause.sentence)
        except Unclear:
            continue
        tokens = _before_aside(tokens, obj)
        if word != "What" or len(tokens) > 9 or _in_headline(tokens, clause) or _in_name(tokens, clause):
            continue
        yield fact("what", "object", clause.sentence, tokens, partial(_asked, clause, obj, doubt + deeper))


def _in_headline(tokens: list[Token], clause: Clause) -> bool:
    """Whether the headline has each word of an answer, in whatever form ("Virtual fences", "virtual fencing")."""
    stems = {w.lower()[:STEM] for w in clause.sentence.article.title.split()}
    words = [t.lower_ for t in tokens if t.pos_ in {"NOUN", "PROPN", "ADJ", "VERB"}]
    if tokens[-1].pos_ == "PROPN" and tokens[-1].lower_[:STEM] in stems:
        return True  # "the commonwealth of Puerto Rico", under a headline that names Puerto Rico
    return bool(words) and all(w[:STEM] in stems for w in words)


def _in_name(tokens: list[Token], clause: Clause) -> bool:
    """Whether the name of the one who did it tells what it was ("The Book Fund collects donations of books")."""
    names = {t.lower_[:STEM] for t in clause.subject.subtree if t.pos_ == "PROPN"}
    return any(t.pos_ == "NOUN" and len(t) >= STEM and t.lower_[:STEM] in names for t in tokens)


def _before_aside(tokens: list[Token], obj: Token) -> list[Token]:
    """An answer without a clause that only adds to it ("a petition which now has 11,000 signatures")."""
    aside = next(
        (
            c
            for c in obj.children
            if c.dep_ == "relcl" and c.left_edge.lower_ == "which" and c.left_edge in tokens
        ),
        None,
    )
    return tokens if aside is None else [t for t in tokens if t.i < aside.left_edge.i and not t.is_punct]


def _askable(obj: Token) -> bool:
    """Whether an object says enough to be asked for, and is no number and no time."""
    return (
        obj.pos_ == "NOUN"
        and obj.lemma_ not in PAPERS
        and noun_class(obj.lemma_) not in {"time", "quantity"}
        and obj.ent_type_ not in {"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "CARDINAL"}
        and not any(c.dep_ == "nummod" for c in obj.children)
        and specific(obj)
        and (
            not any(c.tag_ == "PRP$" for c in obj.children)
            or any(c.dep_ in {"amod", "compound"} for c in obj.children)
        )
    )


def _asked(clause: Clause, obj: Token, doubt: float) -> tuple[dict[str, str], float]:
    slots, more = question(clause, subtree(obj))
    if any(p.dep_ == "prep" and p.lower_ in OF_NOUNS and p.i == obj.i + 1 for p in clause.parts):
        raise Unclear("what stands behind the noun is its own")  # "the crash | between a truck and a train"
    return {"ask": "What", **slots}, more + doubt


def _has_caused(clause: Clause) -> bool:
    """ "is believed to have caused"."""
    deed = clause.child("xcomp")
    return deed is not None and deed.lemma_ in CAUSING and clause.passive


def _subject(clause: Clause) -> Iterator[Fact]:
    if clause.subject.ent_type_ in {"DATE", "TIME"}:
        return
    noun = clause.subject
    if clause.shape == "participle" or noun.pos_ != "NOUN" or clause.links or not specific(noun):
        return
    if any(
        t.ent_type_ in {"MONEY", "PERCENT"}
        for p in clause.parts
        if p.i > clause.verb.i
        for t in (p, *p.children)
    ):
        return  # the figure is asked, not what it is the figure of
    if clause.verb.lemma_ in CALLING and clause.passive:
        return  # the name is asked, not what bears it
    if noun.lemma_ == "name" or noun.lemma_ in EMPTY:
        return
    if clause.child("agent") is not None:
        return  # "What was owned by ...?" is asked from the wrong end
    if clause.verb.lemma_ == "result" and any(p.lower_ == "from" for p in clause.parts):
        return  # so is "What results from ...?"
    led = clause.verb.lemma_ in {"lead", "result", "contribute"} and not clause.passive
    causes = clause.verb.lemma_ in CAUSING and not clause.passive
    undergoes = clause.passive and tells(clause.verb)
    if noun_class(noun.lemma_) in {"time", "quantity"} or not (
        led or causes or undergoes or _has_caused(clause)
    ):
        return
    try:
        word, tokens, doubt = ask_with(noun, clause.sentence)
    except Unclear:
        return
    if word != "What" or len(tokens) > 8 or (causes and _in_headline([noun], clause)):
        return

    def build() -> tuple[dict[str, str], float]:
        slots, more = subject_question(clause)
        return {"ask": word, **of_one(slots, clause)}, more + doubt + (0.08 if undergoes else 0.0)

    yield fact("what", "subject", clause.sentence, tokens, build)
