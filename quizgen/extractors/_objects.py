"""Objects of prepositions that are neither place nor time: "sold to Tesco", "relied on a robotic arm"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache, partial

from lemminflect import getAllLemmas
from spacy.tokens import Token

from quizgen.extractors._asking import fact, question
from quizgen.extractors._attribution import PASSING
from quizgen.extractors._branches import flat, is_place, is_time
from quizgen.extractors._clauses import Clause
from quizgen.extractors._naming import ask_with
from quizgen.extractors._phrases import Unclear, noun_phrase, subtree
from quizgen.extractors._rest import whose_purpose
from quizgen.extractors._verbs import past, singular
from quizgen.extractors._wording import wording
from quizgen.lexicon import noun_class
from quizgen.model import Fact

ASKABLE = frozenset(
    "with by to from for on into against via aboard under about through opposite among between".split()
)
#: Prepositions that stay with their verb in a question ("Which college did she give it to?").
BEHIND = frozenset("to for with from on about against into of through".split())
#: Prepositions whose noun says how or when rather than what.
VAGUE = frozenset(
    "basis way manner part time end term addition order case fact result account behalf favour favor terms effect need use side mind place thing things aid help hand foot heart care charge view light turn".split()
)
#: Nouns that say nothing of what happened.
EMPTY = frozenset("event thing factor issue matter development circumstance problem situation".split())
#: Verbs that give a name: what is called so is asked by `meaning`.
CALLING = frozenset("call name rename nickname dub title entitle codename term know bear".split())
WHOM = {"Who": "whom"}


def prepositional(clause: Clause, kind: str) -> Iterator[Fact]:
    """Facts of one kind ("who", "which" or "what") behind a preposition of the clause."""
    if clause.verb.lemma_ in CALLING:
        return
    for prep, obj in clause.prepositions():
        if (
            prep.lower_ not in ASKABLE
            or (prep.lower_ == "to" and only_a_verb(obj.left_edge.lower_))
            or any(p.dep_ == "ccomp" and p.i > prep.i for p in clause.parts)
            or clause.doc[prep.i - 1].is_punct
            or (prep.lower_ == "from" and any(t.lower_ == "to" for t in obj.subtree))
            or prep.dep_ == "agent"
            or (prep.lower_ == "to" and prep.head.lemma_ in PASSING)  # "describe it to the BBC"
            or prep.head.lemma_ in {"work", "live", "stay", "cooperate", "head"}
            or any(c.dep_ in {"cc", "conj"} for c in prep.children)
            or prep.i < clause.verb.i
            or obj.lemma_.lower() in VAGUE
            or any(t.ent_type_ in {"MONEY", "PERCENT"} for t in obj.subtree)
        ):
            continue
        tokens = noun_phrase(obj)
        if (
            (is_time(tokens) and (obj.ent_type_ in {"DATE", "TIME"} or is_time([obj])))
            or (obj.pos_ == "PROPN" and is_place([prep, *tokens]))
            or noun_class(obj.lemma_) in {"time", "quantity"}
        ):
            continue
        if prep.head.i not in {clause.verb.i} and prep.head.dep_ not in {"xcomp"}:
            continue
        try:
            word, answer, doubt = ask_with(
                obj,
                clause.sentence,
                agent=prep.lower_ in {"to", "by", "with", "against", "from"} and obj.pos_ == "PROPN",
            )
        except Unclear:
            continue
        found = "who" if word == "Who" else "which" if word.startswith("Which") else "what"
        if found != kind or (found == "what" and not _asks_one_thing(prep)):
            continue
        if clause.verb.lemma_ == "be" and clause.child("attr", "acomp") is None:
            continue  # "Under which system are the taxes?"
        if kind == "what" and clause.subject.lemma_ in EMPTY:
            continue  # "What did events lead to?"
        it = clause.child("dobj")
        if clause.shape == "relative" and it is not None and it.lower_ in {"it", "them"}:
            continue  # "a network, which delivers it to a centre": of something in a clause above
        if clause.child("prt") is not None and clause.passive:
            continue  # "Whom was he put through to?"
        yield fact(
            kind,
            "preposition",
            clause.sentence,
            answer,
            partial(_build, clause, prep, obj, word, doubt),
        )


@lru_cache(maxsize=4096)
def only_a_verb(word: str) -> bool:
    """Whether a word is a verb and nothing else: behind "to" it is an infinitive, whatever the parse says."""
    return set(getAllLemmas(word)) == {"VERB"}


#: Verbs whose object is asked with the verb that governs it, however deep.
CHAINED = frozenset({"xcomp", "acl", "pcomp"})


#: Nouns that say what something belongs to.
PARTS = frozenset("part member agency unit branch division subsidiary department arm".split())


def belonging(clause: Clause) -> Iterator[Fact]:
    """ "The research was part of the oVert project": which project it was part of."""
    attr = clause.child("attr")
    if attr is None or attr.lemma_ not in PARTS or not clause.links:
        return
    prep = next((c for c in attr.children if c.dep_ == "prep" and c.lower_ == "of"), None)
    obj = next((c for c in prep.children if c.dep_ == "pobj"), None) if prep is not None else None
    if prep is None or obj is None:
        return
    try:
        word, tokens, doubt = ask_with(obj, clause.sentence)
    except Unclear:
        return
    if word.startswith("Which"):
        yield fact("which", "belonging", clause.sentence, tokens, lambda: _whole(clause, obj, word, doubt))


def _whole(clause: Clause, obj: Token, word: str, doubt: float) -> tuple[dict[str, str], float]:
    slots, more = question(clause, subtree(obj))
    if not slots["rest"].endswith(" of"):
        raise Unclear("the preposition was lost")
    return {"ask": word, **slots}, more + doubt + 0.04


def reachable(clause: Clause) -> Iterator[tuple[Token, float]]:
    """Objects of the clause's verb and of the verbs chained to it, with the doubt of each step.

    "evaluating the benefits of purchasing securities", "likely to warrant low levels", "announced his
    intent to nominate Su": the last object is still asked of the first subject.
    """
    if clause.verb.lemma_ in CALLING:
        return
    stack: list[tuple[Token, float]] = [(part, 0.0) for part in clause.parts if part.i > clause.verb.i]
    while stack:
        part, doubt = stack.pop(0)
        if (
            part.dep_ in {"dobj", "oprd"}
            and part.pos_ in {"NOUN", "PROPN"}
            and part.head.lemma_ not in {"include", "feature", "comprise"}  # one of a list
            and not (
                clause.passive
                and part in clause.parts
                and part.dep_ == "dobj"
                and clause.verb.lemma_ not in {"award", "give", "offer", "pay", "grant", "send"}
            )
        ):
            yield part, doubt
        for child in part.children:
            if child.i < part.i:
                continue
            if (
                part.dep_ in {"dobj", "acomp", "attr"}
                and child.dep_ in {"acl", "xcomp"}
                and any(c.tag_ == "TO" for c in child.children)
            ):
                # "stated its intention to leave" is told better than asked
                own = part.dep_ == "dobj" and any(c.tag_ == "PRP$" for c in part.lefts)
                stack.append((child, doubt + (0.16 if own else 0.04)))
            elif (
                part.dep_ in {"dobj", "acomp"}
                and child.dep_ == "prep"
                and child.lower_ in {"of", "for", "in"}
            ):
                stack.extend(
                    (c, doubt + 0.03) for c in child.children if c.dep_ == "pcomp" and c.tag_ == "VBG"
                )
            elif part.pos_ in {"VERB", "AUX"} and part.dep_ in CHAINED and child.dep_ in {"dobj", "xcomp"}:
                stack.append((child, doubt + 0.02))


#: What a source publishes.
REPORTS = frozenset("report study survey analysis statement article investigation review poll".split())


def source_of(clause: Clause, kind: str) -> Iterator[Fact]:
    """ "According to a report by UpGuard, a cybersecurity firm, ...": who reported what the sentence says."""
    first = clause.sentence.span[0]
    if first.lower_ != "according" or clause.verb.dep_ != "ROOT" or first.head != clause.verb:
        return
    to = next((c for c in first.children if c.lower_ == "to"), None)
    source = next((c for c in to.children if c.dep_ == "pobj"), None) if to is not None else None
    if source is not None and source.lemma_ in REPORTS:
        by = next(
            (
                c
                for c in source.subtree
                if c.dep_ == "prep" and c.lower_ in {"by", "from"} and c.i < clause.subject.i
            ),
            None,
        )
        source = next((c for c in by.children if c.dep_ == "pobj"), None) if by is not None else None
    if source is None or source.pos_ != "PROPN" or clause.subject.pos_ == "PRON":
        return
    try:
        word, tokens, doubt = ask_with(source, clause.sentence, agent=True)
    except Unclear:
        return
    if ("who" if word == "Who" else "which") == kind:
        yield fact(kind, "source", clause.sentence, tokens, partial(_reported, clause, word, doubt))


def _reported(clause: Clause, word: str, doubt: float) -> tuple[dict[str, str], float]:
    start, end = clause.subject.left_edge.i, clause.sentence.span.end
    told = [t for t in clause.doc[start:end] if not (t.is_punct and t.i == end - 1)]
    if len(told) > 24 or any(t.text in {"“", "”", '"', ";"} for t in told):
        raise Unclear("what is reported is too long to repeat")
    said = wording(told, clause.sentence)
    return {
        "ask": word,
        "verb": "reported that",
        "rest": said.text,
        "according": "",
    }, doubt + said.doubt + 0.03


def cut_short(clause: Clause) -> bool:
    """Whether a range goes on behind its beginning, or a distance behind brackets ("from May 3 | to 7", "two miles | (3 km) west")."""
    doc = clause.doc
    for part in clause.parts:
        end = part.right_edge.i + 1
        behind = doc[end].lower_ if end < len(doc) else ""
        dated = any(t.ent_type_ == "DATE" for t in part.subtree)
        if part.lower_ == "from" and dated and behind in {"to", "until", "till", "through"}:
            return True
    return any(
        t.i + 1 < len(doc)
        and t.nbor(1).text == "("
        and noun_class(t.lemma_) == "quantity"
        and any(c.dep_ == "nummod" for c in t.children)
        for t in clause.verb.subtree
        if t.i > clause.verb.i
    )


#: What makes a noun one certain thing.
TELLING = frozenset("prep relcl acl poss nummod nmod appos".split())


def some_thing(clause: Clause, thing: Token | None) -> bool:
    """Whether all that is told is done to some thing or things that nothing sets apart ("released a new study on Monday")."""
    if (
        thing is None
        or thing.pos_ != "NOUN"
        or thing.lemma_.lower() in clause.sentence.references.title_words
    ):
        return False
    marks = [c for c in thing.lefts if c.dep_ in {"det", "poss"} or c.tag_ == "PRP$"]
    vague = all(c.lower_ in {"a", "an"} for c in marks) and (marks or thing.tag_ == "NNS")
    if any(c.dep_ == "compound" and c.pos_ == "PROPN" for c in thing.children):
        return False
    if not vague or any(c.dep_ in TELLING and c != clause.verb for c in thing.children):
        return False
    others = (
        p for p in clause.parts if p not in {thing, clause.child("agent")} and p.dep_ not in {"advmod", "prt"}
    )
    return all(is_time(list(p.subtree)) for p in others)


#: Words of a question that a reader takes in at once.
CONCISE = 15


def concise(clause: Clause, answer: list[Token]) -> tuple[dict[str, str], float]:
    """The pieces of a question, without when and where it was if they make it long."""
    slots, doubt = question(clause, answer)
    if sum(len(slot.split()) for slot in slots.values()) <= CONCISE:
        return slots, doubt
    try:
        return question(clause, answer, timeless=True, placeless=True)
    except Unclear:
        return slots, doubt


def agent_of(clause: Clause, kind: str) -> Iterator[Fact]:
    """Facts of one kind ("who", "which" or "what") for the agent of a passive, asked in the active."""
    agent = clause.child("agent")
    obj = next((c for c in agent.children if c.dep_ == "pobj"), None) if agent is not None else None
    if not clause.passive or agent is None or obj is None or clause.verb.tag_ != "VBN":
        return
    try:
        word, tokens, doubt = ask_with(obj, clause.sentence, agent=True)
    except Unclear:
        return
    if ("who" if word == "Who" else "which" if word.startswith("Which") else "what") == kind:
        yield fact(kind, "agent", clause.sentence, tokens, partial(_active, clause, agent, obj, word, doubt))


def _active(
    clause: Clause, agent: Token, obj: Token, word: str, doubt: float
) -> tuple[dict[str, str], float]:
    """ "The suit was designed by X" → "Who designed the suit?", "will be led by X" → "Who will lead"; else the passive stays."""
    if some_thing(clause, clause.subject):
        raise Unclear("which one it is, is not said")
    behind: list[Token] = []
    if (
        clause.shape == "participle"
    ):  # what follows belongs to the clause around: "work for the club led by Lee for years"
        behind = [
            p
            for p in clause.parts
            if p.i > agent.i and not any(t.ent_type_ == "DATE" and t.like_num for t in p.subtree)
        ]
    slots, more = question(clause, [agent, *subtree(obj)], also_drop=behind)
    lemma = clause.verb.lemma_.lower()
    words = slots["verb"].split()
    adverb = " ".join(words[:-1])
    simple = words[-1:] == [clause.verb.text] and all(w.endswith("ly") for w in words[:-1])
    if simple and any(p.lower_ in {"now", "currently", "still"} for p in clause.parts):
        verb = singular(lemma)
    elif simple and (clause.added or slots["aux"] in {"was", "were"}):
        verb = past(lemma)
    elif simple and slots["aux"] in {"is", "are"}:
        verb = singular(lemma)
    elif words[:1] == ["be"] and slots["aux"] in {"will", "would", "can", "could", "must", "should"}:
        adverb, verb = " ".join([slots["aux"], *words[1:-1]]), lemma  # "will be led by X"
    else:
        return {"ask": f"By {WHOM.get(word, word[:1].lower() + word[1:])}", **slots}, more + doubt + 0.12
    if clause.shape == "participle" and any(c.lower_ in {"a", "an"} for c in clause.subject.lefts):
        doubt += 0.15  # "a delegation led by X": one of many
    elif clause.shape == "participle" and any(c.pos_ == "PROPN" for c in clause.subject.children):
        doubt -= min(more, 0.1)  # "the Oslo line, built by X": no less certain for being a participle's
    active = {"ask": word, "aux": "", "subject": adverb, "verb": f"{verb} {slots['subject']}"}
    return {**slots, **active}, more + doubt + 0.02


def done_to(clause: Clause) -> Iterator[Fact]:
    """ "accused of illegally crossing the border": what somebody was accused of."""
    for part in clause.parts:
        if part.dep_ != "prep" or part.lower_ not in {"of", "for"} or part.i < clause.verb.i:
            continue
        deed = next((c for c in part.children if c.dep_ == "pcomp" and c.tag_ == "VBG"), None)
        if deed is None or clause.verb.lemma_ not in {
            "accuse",
            "convict",
            "suspect",
            "charge",
            "praise",
            "criticize",
            "criticise",
            "fine",
            "blame",
            "acquit",
            "arrest",
            "jail",
        }:
            continue
        tokens = flat(deed)
        if 2 <= len(tokens) <= 12:
            yield fact("what", "deed", clause.sentence, tokens, partial(_deed, clause, part, deed))


def _deed(clause: Clause, prep: Token, deed: Token) -> tuple[dict[str, str], float]:
    slots, doubt = question(clause, [prep, *deed.subtree])
    slots["rest"] = f"{slots['rest']} {prep.text}".strip()
    return {"ask": "What", **slots}, doubt


#: Prepositions that a verb asks for just one thing with: "lead to", "accuse of", "crack down on".
PAIRS = {
    **dict.fromkeys("ascribe attribute link lead contribute amount".split(), "to"),
    **dict.fromkeys("blame fine arrest jail imprison apologise apologize apply campaign".split(), "for over"),
    **dict.fromkeys("compare collide spray arm fill replace infect treat cover equip threaten charge diagnose".split(), "with to"),
    **dict.fromkeys("convict accuse suspect acquit consist warn die".split(), "of from"),
    **dict.fromkeys("suffer recover withdraw ban exclude resign make".split(), "from"),
    **dict.fromkeys("crack rely depend run focus".split(), "on"),
    **dict.fromkeys("turn convert transform crash".split(), "into"),
    **dict.fromkeys("protest vote appeal".split(), "against"),
    **dict.fromkeys("result specialize specialise".split(), "in"),
}  # fmt: skip


def _asks_one_thing(prep: Token) -> bool:
    return prep.lower_ in PAIRS.get(prep.head.lemma_.lower(), "").split()


def _build(clause: Clause, prep: Token, obj: Token, word: str, doubt: float) -> tuple[dict[str, str], float]:
    deep = 0.0 if prep.head.i == clause.verb.i else 0.06
    if word == "What":
        # "What was he flown to Moscow for?": the preposition stays where it stands
        # "pays for spacecraft to carry people": what they are to do goes with them
        purpose = [p for p in clause.parts if p.dep_ == "advcl" and whose_purpose(p)]
        slots, more = question(clause, subtree(obj), also_drop=purpose)
        if prep.head.i == clause.verb.i and prep.text not in slots["rest"].split():
            raise Unclear("the preposition was lost")
        if len(slots["rest"].split()) > 11:
            raise Unclear("too much stands around the preposition")
        own = 0.06 if any(t.tag_ == "PRP$" for t in obj.lefts) else 0.0
        return {"ask": word, **slots}, more + doubt + deep + own
    if prep.lower_ in BEHIND:
        slots, more = concise(clause, subtree(obj))
        if f" {prep.text} on " in f" {slots['rest']}" or f" {prep.text} in " in f" {slots['rest']}":
            slots, more = question(
                clause, subtree(obj), timeless=True, placeless=True
            )  # "dock with on Sunday"
        words = slots["rest"].split()
        if prep.text not in words or words.count(prep.text) > 1:
            raise Unclear("the preposition was lost, or comes twice")
        after = words[words.index(prep.text) + 1 :]
        if after and after[0] in BEHIND:
            raise Unclear("two prepositions meet")  # "travel from to the islands"
        if len(words) - words.index(prep.text) > 6 or len(words) > 11:
            raise Unclear("too much stands around the preposition")
        return {"ask": "Whom" if word == "Who" else word, **slots}, more + doubt + 0.04 + deep
    slots, more = concise(clause, [prep, *subtree(obj)])
    if prep.lower_ in {"for", "with", "by", "from"} and prep.lower_ in slots["rest"].split()[:1]:
        raise Unclear("the preposition comes twice")  # "nominated for the Oscar for the film"
    asked = WHOM.get(word, word[:1].lower() + word[1:])
    return {"ask": f"{prep.text.capitalize()} {asked}", **slots}, more + doubt + 0.04 + deep
