"""Why: causes and purposes that the text states as such."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lemminflect import getAllLemmas
from spacy.tokens import Token

from quizgen.extractors._asides import chained_places, dated_asides
from quizgen.extractors._asking import anchored, fact, question, subject_question
from quizgen.extractors._branches import flat
from quizgen.extractors._causes import LONGEST_ANSWER, causes
from quizgen.extractors._clauses import Clause, clauses
from quizgen.extractors._intended import intended
from quizgen.extractors._phrases import Unclear, noun_phrase
from quizgen.lexicon import noun_class
from quizgen.model import Fact, Sentence

#: Verbs after which "to ..." says what is done, not what for.
CONTROL = frozenset(
    "want seek try decide plan expect need begin start continue agree hope refuse fail manage intend have use go appear seem like attempt "
    "be schedule allow able likely set due get tend include contain comprise have lead cause persuade convince inspire motivate encourage drive push teach invite remind warn beg ask tell urge order force require permit enable help come train learn prepare propose vow pledge promise aim fight struggle strive battle campaign lobby vote opt choose elect threaten offer conspire plot resolve undertake volunteer dare prefer hesitate neglect race rush hurry wait".split()
)


def extract(sentence: Sentence) -> Iterator[Fact]:
    """ "because ...", "due to ...", "for his part in ...", "to ...", "so that ..." and "... caused ..."."""
    for clause in clauses(sentence):
        yield from _because(clause)
        yield from _aim(clause)
        yield from _due_to(clause)
        yield from _deserved(clause)
        yield from causes(clause)
        yield from _purpose(clause)
    yield from intended(sentence)


#: What is done to somebody for a reason that stands behind "for" ("fin" is what the parser reads in "fined").
DESERVED = frozenset(
    "convict arrest jail imprison fine sentence punish suspend ban sack dismiss sue criticize criticise condemn praise honor honour "
    "commend execute fin disqualify reprimand penalize penalise expel detain prosecute resign quit apologize apologise recall award".split()
)


def _deserved(clause: Clause) -> Iterator[Fact]:
    """ "was convicted for his part in the plot", "resigned over the scandal": what for."""
    if clause.verb.lemma_ not in DESERVED:
        return
    hung = [
        c for p in clause.parts if p.dep_ == "dobj" for c in p.children
    ]  # "fined Google 2 billion euros for ..."
    for prep in [*clause.parts, *hung]:
        if prep.dep_ != "prep" or prep.lower_ not in {"for", "over"} or prep.i < clause.verb.i:
            continue
        inner = next((c for c in prep.children if c.dep_ in {"pobj", "pcomp"}), None)
        if inner is None or inner.ent_type_ in {"DATE", "TIME", "MONEY"}:
            continue
        if inner.dep_ == "pobj" and noun_class(inner.lemma_) in {"time", "person", "group", "location"}:
            continue
        if clause.verb.lemma_ == "award" and not any(c.dep_ == "poss" for c in inner.children):
            continue  # "awarded a contract for two ships": what it is for, not why
        tokens = noun_phrase(inner) if inner.dep_ == "pobj" else flat(inner)
        yield from _answered(clause, "for", prep, tokens)


def _because(clause: Clause) -> Iterator[Fact]:
    for part in clause.parts:
        if part.dep_ != "advcl":
            continue
        mark = next((c for c in part.children if c.dep_ == "mark" and c.lower_ == "because"), None)
        if mark is None:
            mark = _as_or_so(clause, part)
        if mark is None:
            continue
        start = mark.i if mark.lower_ == "so" else mark.i + 1  # "so that it could hire more"
        tokens = [t for t in flat(part) if t.i >= start]
        hedge = clause.doc[mark.i - 1]
        if mark.lower_ == "because" and hedge.lower_ in PRESUMED:
            tokens = [hedge, mark, *tokens]  # "apparently because the country was unhappy"
        yield from _answered(clause, "because" if mark.lower_ == "because" else mark.lower_, part, tokens)


#: Said of a reason that the text does not vouch for.
PRESUMED = frozenset("apparently reportedly allegedly probably possibly perhaps presumably likely".split())


def _as_or_so(clause: Clause, part: Token) -> Token | None:
    """ "as", "since" and "so (that)" where they give a reason and no time: behind a comma, with a state or a result."""
    mark = next(
        (
            c
            for c in part.children
            if c.lower_ in {"as", "since", "so"} and c.dep_ in {"mark", "advmod"} and c.i < part.i
        ),
        None,
    )
    if (
        mark is None
        or mark.i < clause.verb.i
        or not any(c.dep_ in {"nsubj", "nsubjpass"} for c in part.children)
    ):
        return None
    if mark.lower_ in {"as", "since"}:
        state = part.lemma_ in {"be", "have"} or any(
            c.lemma_ == "have" for c in part.children if c.dep_ == "aux"
        )
        return mark if state and clause.doc[mark.i - 1].text == "," else None
    return (
        mark
        if any(c.lower_ in {"would", "could", "can", "will"} for c in part.children if c.dep_ == "aux")
        else None
    )


#: Nouns whose complement is a purpose.
AIMS = frozenset("goal aim purpose objective intention intent ambition mission hope plan focus".split())


def _aim(clause: Clause) -> Iterator[Fact]:
    """ "The goal of the programme is to ...": what the goal is."""
    if not clause.links or clause.subject.lemma_ not in AIMS:
        return
    if not any(c.dep_ in {"prep", "poss", "relcl", "acl"} for c in clause.subject.children):
        return  # whose aim it is, is not said
    part = next(
        (
            p
            for p in clause.parts
            if p.dep_ in {"xcomp", "advcl", "attr", "ccomp"} and p.pos_ == "VERB" and p.i > clause.verb.i
        ),
        None,
    )
    if part is None or not any(c.tag_ == "TO" for c in part.children):
        return
    tokens = flat(part)
    if len(tokens) > LONGEST_ANSWER:
        tokens = _shortened(tokens)

    def build() -> tuple[dict[str, str], float]:
        if len(tokens) > LONGEST_ANSWER:
            raise Unclear("the aim is too long for an answer")
        ahead = [t for t in clause.subject.subtree if t.lower_ == "going" and t.nbor(1).lower_ == "forward"]
        slots, doubt = question(clause, list(part.subtree), also_drop=ahead)
        if slots["verb"] == "be":  # "What will be the focus of the policy?"
            slots["aux"], slots["verb"] = f"{slots['aux']} be", ""
        return {"ask": "What", **slots}, doubt

    yield fact("why", "aim", clause.sentence, tokens, build)


#: "In light of", "in view of", "on account of", "on grounds of".
GROUNDS = frozenset(
    {("in", "light"), ("in", "view"), ("on", "account"), ("on", "grounds"), ("for", "lack"), ("by", "virtue")}
)


def _due_to(clause: Clause) -> Iterator[Fact]:
    """ "due to the weather", "because of snow", "in light of the declines", "for safety reasons", "in order to save fuel"."""
    for part in clause.parts:
        if part.dep_ not in {"prep", "acomp", "advmod"}:
            continue
        inner = next((c for c in part.children if c.dep_ == "pobj"), None)
        if part.lower_ in {"due", "owing", "because", "thanks"}:
            small = next((c for c in part.children if c.lower_ in {"to", "of"}), part)
            inner = inner or next((c for c in small.children if c.dep_ == "pobj"), None)
            if inner is not None and (small != part or part.lower_ == "because"):
                yield from _answered(clause, "due_to", part, noun_phrase(inner))
        elif inner is None:
            continue
        elif (part.lower_, inner.lower_) in GROUNDS:
            of = next((c for c in inner.children if c.lower_ == "of"), None)
            ground = next((c for c in of.children if c.dep_ == "pobj"), None) if of is not None else None
            if ground is not None:
                yield from _answered(clause, "due_to", part, noun_phrase(ground))
        elif part.lower_ == "for" and inner.lower_ == "reasons":
            tokens = noun_phrase(inner)
            if len(tokens) > 1 and tokens[0].dep_ in {"compound", "amod"}:
                yield from _answered(clause, "reasons", part, tokens)
        elif part.lower_ == "in" and inner.lower_ == "order" and _deliberate(clause):
            act = next(
                (c for c in inner.children if c.dep_ == "acl" and any(t.tag_ == "TO" for t in c.children)),
                None,
            )
            if act is not None:
                yield from _answered(clause, "purpose", part, flat(act))


#: Infinitives that tell what came of it, not what for ("expanded to include", "woke to find").
OUTCOMES = frozenset("include be become find cover comprise make total reach discover learn see".split())
#: Infinitives that say little with one word behind them ("to be safe").
BARE = frozenset("be survive live help do".split())
#: Deeds of a contest: "beat them to win the cup" tells what came of it.
CONTEST = frozenset(
    "beat defeat score win edge thrash overcome outplay rally recover fight battle finish rise fall climb drop".split()
)
#: Verbs whose object is what has the purpose, not the telling of it.
TELLING = frozenset("announce reveal unveil disclose describe discuss debate consider mention note".split())
#: Nouns of what can act for a purpose: people, bodies of people, and what they steer.
ACTORS = frozenset({"person", "group", "artifact", "animal", ""})


def _deliberate(clause: Clause) -> bool:
    """Whether somebody acts: a passive, or a subject that can have a purpose."""
    if clause.passive:
        return True
    noun = clause.subject
    if noun.pos_ == "NOUN":
        return noun_class(noun.lemma_) in ACTORS or any(c.ent_type_ == "ORG" for c in noun.children)
    return True


#: Nouns that an infinitive goes with: "the deadline to comply" says what for, not why it was extended.
TAKING_TO = frozenset(
    "ability agreement ambition appeal application attempt authority ban bid call campaign capacity chance choice claim commitment deadline "
    "deal decision desire determination duty effort failure freedom incentive inability intention invitation mandate mission motion move need "
    "obligation offer opportunity option order permission permit plan pledge power pressure promise proposal push readiness refusal reason "
    "procedure process programme program project race request requirement resolution right struggle tendency threat time urge vow way willingness wish work".split()
)


def _infinitive(act: Token, to: Token) -> bool:
    """Whether "to" goes with a verb ("lost out to luxury firm X" does not), and with the clause's own."""
    if act.tag_ != "VB" or "VERB" not in getAllLemmas(act.text):
        return False
    before = to.nbor(-1)
    while before.i > act.head.i and (
        before.ent_type_ in {"DATE", "TIME"} or before.nbor(1).ent_type_ in {"DATE", "TIME"}
    ):
        before = before.nbor(-1)  # "the start of a process [on Tuesday] to ..."
    timed = to.nbor(-1).pos_ == "NOUN" and noun_class(to.nbor(-1).lemma_) == "time"
    return not timed and not (before.pos_ == "NOUN" and before.lemma_ in TAKING_TO)


def _one_of_more(tokens: list[Token]) -> bool:
    """Whether another infinitive follows ("to suggest designs, and determine which is best")."""
    doc, place = tokens[-1].doc, tokens[-1].i + 1
    while place < len(doc) and doc[place].text == ",":
        place += 1
    if place + 1 >= len(doc) or doc[place].lower_ not in {"and", "or"}:
        return False
    verb = doc[place + 1]
    return verb.tag_ in {"VB", "TO"} or (
        verb.pos_ == "ADV" and doc[min(place + 2, len(doc) - 1)].tag_ == "VB"
    )


def _measured(clause: Clause, to: Token) -> bool:
    """Whether the infinitive belongs to "enough", "too" or "for": "enough species to double the number"."""
    doc = clause.doc
    between = doc[clause.verb.i : to.i]
    if any(t.lower_ in {"enough", "too", "sufficient", "sufficiently"} for t in between):
        return True
    noun = doc[to.i - 1]
    return noun.dep_ == "pobj" and noun.head.lower_ == "for" and noun.head.head == clause.verb


def _purpose(clause: Clause) -> Iterator[Fact]:
    chained = clause.child("xcomp")
    if (
        chained is not None
        and chained.pos_ == "VERB"
        and clause.verb.lemma_ in {"have", "need", "be"}
        and chained.lemma_ not in CONTROL
    ):
        for part in chained.children:  # "had to wear the suit to stay alive"
            to = next((c for c in part.children if c.dep_ == "aux" and c.tag_ == "TO"), None)
            if part.dep_ == "advcl" and to is not None and part.i > chained.i:
                yield from _answered(clause, "purpose", part, [t for t in flat(part) if t.i >= to.i])
    if clause.verb.lemma_ in CONTROL | CONTEST | TELLING or clause.links or not _deliberate(clause):
        return
    for part in clause.parts:
        if part.dep_ not in {"advcl", "xcomp"} or part.i < clause.verb.i or part.pos_ != "VERB":
            continue
        to = next((c for c in part.children if c.dep_ == "aux" and c.tag_ == "TO"), None)
        if to is None or (part.dep_ == "xcomp" and (clause.passive or clause.child("dobj") is None)):
            continue
        if part.lemma_ in OUTCOMES or any(c.dep_ == "mark" for c in part.children) or _measured(clause, to):
            continue
        if not _infinitive(part, to):
            continue
        yield from _answered(clause, "purpose", part, [t for t in flat(part) if t.i >= to.i])


#: Adverbs before a reason that is not the only one.
PARTLY = frozenset("partly partially largely mainly mostly also chiefly primarily part simply".split())


def _shortened(tokens: list[Token]) -> list[Token]:
    """A long reason without the clause that describes its last noun, or the second thing done inside it.

    The second of two reasons stays: half of them is not the answer.
    """
    tokens = _without_means(tokens)
    if len(tokens) <= LONGEST_ANSWER:
        return tokens
    top = next((t for t in tokens if t.head.i not in {u.i for u in tokens}), tokens[0])
    for token in tokens:
        if token.i <= tokens[0].i:
            continue
        second = token.dep_ == "conj" and token.pos_ in {"VERB", "AUX"} and token.head.i > top.i
        if second or token.dep_ == "relcl":
            cut = [t for t in tokens if t.i < token.left_edge.i]
            while cut and (cut[-1].dep_ in {"cc", "mark"} or cut[-1].is_punct):
                cut.pop()
            if 3 <= len(cut) <= LONGEST_ANSWER:
                return cut
    return tokens


def _without_means(tokens: list[Token]) -> list[Token]:
    """Several things done, without how the last of them is done."""
    inside = {t.i for t in tokens}
    for prep in tokens:
        if (
            prep.lower_ in {"through", "by", "via", "using"}
            and prep.head.dep_ == "conj"
            and prep.head.pos_ == "VERB"
            and prep.head.i in inside
            and any(c.dep_ == "dobj" and c.i < prep.i for c in prep.head.children)
        ):
            cut = [t for t in tokens if t.i < prep.i]
            if len(cut) <= LONGEST_ANSWER:
                return cut
    return tokens


def _asides(clause: Clause, branch: Token) -> list[Token]:
    """What the question does without; the reason itself is asked for."""
    own = {t.i for t in branch.subtree}
    return [t for t in [*dated_asides(clause), *chained_places(clause)] if t.i not in own]


def _answered(clause: Clause, rule: str, branch: Token, tokens: list[Token]) -> Iterator[Fact]:
    if len(tokens) > LONGEST_ANSWER:
        tokens = _shortened(tokens)

    def build() -> tuple[dict[str, str], float]:
        if rule == "purpose" and (len(tokens) < 3 or (branch.lemma_ in BARE and len(tokens) < 5)):
            raise Unclear("the purpose says too little")
        if len(tokens) > LONGEST_ANSWER:
            raise Unclear("the reason is too long for an answer")
        if rule == "purpose" and _one_of_more(tokens):
            raise Unclear("one purpose of several")
        if len(tokens) == 2 and tokens[0].lower_ == "the" and tokens[1].pos_ == "NOUN":
            raise Unclear(f"'the {tokens[1].text}' needs the sentence before")
        if any(
            t.lower_ in {"i", "we", "my", "our", "you", "this", "that"}
            and t.dep_ in {"nsubj", "nsubjpass", "poss", "det"}
            and t.tag_ != "WDT"
            for t in tokens
        ):
            raise Unclear("the reason points elsewhere")
        if (
            any(c.lower_ in PARTLY for c in branch.lefts)
            or clause.doc[branch.left_edge.i - 1].lower_ in PARTLY
        ):
            raise Unclear("one reason of several")
        if not anchored(tokens, clause):
            raise Unclear("a pronoun of the reason stands for nothing in the question")
        slots, doubt = question(clause, list(branch.subtree), also_drop=_asides(clause, branch))
        if clause.links and not any(p.dep_ in {"attr", "acomp"} and p.i != branch.i for p in clause.parts):
            if clause.subject.lemma_ == "part":
                raise Unclear("one reason of several")
            if branch.lower_ != "due":
                raise Unclear("the verb says nothing without the reason")
            return {"ask": "What", **slots, "rest": "due to"}, doubt  # "The delay was due to bad weather."
        if rule != "purpose" and _added_to(clause):
            return {**_one_reason(clause, branch, slots), "ask": "What is one reason why"}, doubt + 0.05
        return slots, doubt + (0.1 if rule == "purpose" else 0.0)

    yield fact("why", rule, clause.sentence, tokens, build)


#: What is said of a second cause.
_ALSO = re.compile(
    r"\b(?:also|further|additionally)\s+(?:\w+ed to )?(?:hurt|harm\w*|hit|weigh\w*|contribut\w+|caus\w+|played a (?:part|role)|damag\w+|affect\w+"
    r"|blam\w+|led to|help\w+|push\w+|drove)|\banother (?:reason|cause|factor)\b|\b(?:partly|in part|other reasons?|other factors?)\b",
    re.I,
)


def _added_to(clause: Clause) -> bool:
    """Whether the paragraph goes on with a second cause ("The ban also hurt sales")."""
    text, quote = clause.sentence.paragraph.text, clause.sentence.span.text
    place = text.find(quote)
    return bool(_ALSO.search(text[place + len(quote) :][:250])) if place >= 0 else False


def _one_reason(clause: Clause, branch: Token, slots: dict[str, str]) -> dict[str, str]:
    """The question as a statement: "one reason why the firm has suffered losses"."""
    told, _ = subject_question(clause, also_drop=[branch])
    return {
        **slots,
        "aux": slots["subject"],
        "subject": "",
        "verb": told["verb"],
        "rest": told["rest"],
        "according": slots["according"],
    }
