"""A clause turned into the pieces of a question: auxiliary, subject, verb and the rest.

The pieces are slots; how they are put together is said in `templates/questions/`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from lemminflect import getInflection
from spacy.tokens import Span, Token

from quizgen.extractors._clauses import BE, Clause, is_plural
from quizgen.extractors._naming import answer_name
from quizgen.extractors._phrases import (
    SUBJECTS,
    TIES,
    Phrase,
    Unclear,
    agrees,
    evidence_of,
    is_relative_time,
    noun_phrase,
    other_name,
    wording,
)
from quizgen.extractors._speech import spoken
from quizgen.lexicon import (
    AGENTIVE,
    MONTHS,
    RELATIVE_TIME,
    SAYING,
    WEEKDAYS,
    is_person_noun,
    noun_class,
)
from quizgen.model import Evidence, Fact, Sentence
from quizgen.plaintext import places
from quizgen.references import FEMALE, ITS, MALE, THEIRS, name_span

#: Words in a question, at most: longer ones are not read to the end (Heilman and Smith punish 28 tokens).
LONGEST = 24
CONTRACTED = {
    "'re": "are",
    "’re": "are",
    "'ve": "have",
    "’ve": "have",
    "'ll": "will",
    "’ll": "will",
    "ca": "can",
    "wo": "will",
    "sha": "shall",
    "'m": "am",
    "’m": "am",
}
QUOTES = frozenset('"“”‘')
#: "in addition", "in fact", "for example", "as a result": they tie sentences and say nothing.
EMPTY = frozenset(
    "addition fact example instance particular result turn course contrast general return part effect response".split()
)
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
#: Verbs that take one object, or a list of them.
LISTING = frozenset("include contain feature comprise have cover involve see use".split())
CONDITIONS = frozenset("if unless when whenever once until before after while as".split())


@dataclass(frozen=True, slots=True)
class _Rest:
    """What a question says besides subject and verb: behind the verb, and before all else (`front`)."""

    text: str
    doubt: float
    front: str = ""


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
        Slots `aux`, `subject`, `verb`, `rest`, `according` (attribution with its comma, or "") and `front`
        (what opens the question, before its comma, or ""), and the doubt.

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
    if _disagrees(clause):
        raise Unclear("subject and verb do not agree in number")
    if any(c.lower_ == "no" for c in clause.subject.lefts):
        raise Unclear("it is said of none")
    # "stabbed reportedly several people": before the verb it reads as meant
    hearsay = _hearsay(clause)
    gone |= {t.i for t in hearsay}
    subject_tokens = subject_phrase(clause)
    in_subject = {t.i for t in subject_tokens}
    subject = wording([t for t in subject_tokens if t.i not in gone], clause.sentence)
    if clause.subject.pos_ == "PRON" and clause.subject.lower_ in {"it", "they"} and _is_expletive(clause):
        raise Unclear("'it' stands for nothing")
    vague = 0.1 if _anybody(clause.subject, clause) else 0.0
    aux, verb = _inverted(clause)
    rest = _rest(
        clause, gone, timeless=timeless, placeless=placeless, owner=clause.subject, said=subject.text
    )
    before = " ".join(
        " ".join(w.text for w in t.subtree)
        for t in clause.parts
        if _adverbial(t)
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
    according = attribution(clause)
    if according.text == f", according to {subject.text}":
        according = Phrase("")  # "According to police, they received a call": they speak of themselves
    slots = {
        "aux": aux,
        "subject": subject.text,
        "verb": " ".join(p for p in (negation, before, verb) if p),
        "rest": rest.text,
        "according": according.text,
        "front": rest.front,
    }
    if according.text and _spoken_of(according.text, f"{slots['subject']} {slots['rest']}"):
        raise Unclear("the one who says so is spoken of")
    words = sum(len(slot.split()) for slot in slots.values())
    if words > LONGEST and (head := _bare(clause.subject, subject_tokens)):
        subject = wording(head, clause.sentence)
        slots["subject"] = subject.text  # what else the sentence says of it need not be repeated
        words = sum(len(slot.split()) for slot in slots.values())
    if words > LONGEST:
        raise Unclear("the question is too long")
    if not rest.text and not clause.links and clause.verb.lemma_ not in COMPLETE:
        vague += 0.12  # "When was he released?": from what
    doubt = clause.doubt + subject.doubt + rest.doubt + according.doubt + modality(clause) + vague
    return slots, doubt + 0.012 * max(0, words - 14)


def _bare(subject: Token, tokens: list[Token]) -> list[Token]:
    """A long subject up to its noun, where what stands before it tells enough ("NASA's satellite mission to ...")."""
    if not any(c.dep_ == "poss" and c.pos_ == "PROPN" for c in subject.lefts):
        return []
    return [t for t in tokens if t.i <= subject.i] if tokens[-1].i > subject.i else []


#: Verbs that leave one asking "from what?", "to what?", "for what?" where nothing behind them tells.
WANTING = frozenset(
    "release invite select choose pick appoint nominate elect admit accept transfer assign promote remove exclude ban qualify apply".split()
)


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
            tokens = _part_tokens(part, set())
            if not is_time(tokens) and (part.lower_ in {"from", "to", "into"} or not is_place(tokens)):
                return False
    objects = [p for p in clause.parts if p.dep_ == "dobj"]
    # "released a report", "chose the second way": things want nothing more
    return (clause.passive and is_somebody(clause.subject, clause)) or any(
        is_somebody(p, clause) for p in objects
    )


def _disagrees(clause: Clause) -> bool:
    """Whether a plural subject has a singular verb: a slip of the text, or of the parse."""
    subject, first = clause.subject, (clause.auxiliaries or [clause.verb])[0]
    return (
        clause.shape == "main"
        and not clause.added
        and first.lower_ in {"has", "is", "was", "does"}
        and (subject.tag_ == "NNS" or subject.lower_ in {"people", "police"})
        and (subject.lemma_ != subject.lower_ or subject.lower_ in {"people", "police"})
        and noun_class(subject.lemma_) not in {"time", "quantity"}
        and not any(c.pos_ in {"SYM", "PROPN"} or c.dep_ == "appos" for c in subject.children)
    )


def is_somebody(noun: Token, clause: Clause) -> bool:
    """Whether a noun or name is a person."""
    if noun.pos_ == "PRON":
        return noun.lower_ in {"he", "she", "him", "her"}
    return is_person_noun(noun.lemma_) or bool(clause.sentence.references.person_at(noun))


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
    rest = _rest(clause, gone, owner=clause.subject, asked_owner=True)
    if _wanting(clause):
        raise Unclear(f"what '{clause.verb.text}' wants to be told is not said")
    if _disagrees(clause):
        raise Unclear("subject and verb do not agree in number")
    words = [_plain(a, clause) for a in clause.auxiliaries]
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
        if _adverbial(t)
        and clause.subject.i < t.i < clause.verb.i
        and t.lower_ not in TIES
        and t.i not in gone
    ]
    if clause.verb.lemma_ in AS and " as " not in f" {rest.text} ":
        raise Unclear("what it was described as is not in the clause")
    main = _finite(clause)
    verb = " ".join([*words, *(t.text for t in hearsay), *adverbs, main])
    according = attribution(clause)
    slots = {"verb": verb, "rest": rest.text, "according": according.text, "front": rest.front}
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


def _adverbial(part: Token) -> bool:
    """Whether a part is an adverb, alone or with adverbs of its own ("no longer"), that stands with the verb."""
    return part.dep_ == "advmod" and all(t.dep_ in {"advmod", "neg", "det"} for t in part.children)


SINGULAR = {"are": "is", "were": "was", "have": "has", "do": "does"}


def subject_phrase(clause: Clause) -> list[Token]:
    """The subject's noun phrase, without what hangs behind the verb."""
    subject = clause.subject
    tokens = noun_phrase(subject)
    limit = (
        min([clause.verb.i, *(a.i for a in clause.auxiliaries)])
        if clause.shape not in {"relative", "participle"}
        else None
    )
    lost = [c for c in clause.verb.children if c.dep_ in SUBJECTS and subject.i < c.i < clause.verb.i]
    if limit is not None and lost:
        tokens = list(
            clause.doc[subject.left_edge.i : limit]
        )  # "the procedures ... to finish it safely lasted"
    elif limit is not None:
        tokens = [t for t in tokens if t.i < limit] if subject.i < limit else tokens
    else:
        own = {t.i for t in clause.verb.subtree}
        tokens = [
            t
            for t in tokens
            if t.i not in own and (t.i < clause.verb.left_edge.i or clause.verb.i < subject.i)
        ]
        while tokens and (tokens[-1].is_punct or tokens[-1].dep_ in {"cc", "mark"}):
            tokens.pop()
    while len(tokens) > 1 and tokens[0].lower_ in SINGLED_OUT:
        tokens = tokens[1:]
    comma = next((k for k, t in enumerate(tokens) if t.text == "," and t.i > subject.i), None)
    if (
        comma is not None
        and tokens[comma + 1].pos_ == "ADP"
        and not any(t.dep_ in {"cc", "conj", "relcl"} or t.text == "," for t in tokens[comma + 1 :])
    ):
        tokens = tokens[:comma]  # a comment whose second comma the verb took
    if not tokens:
        raise Unclear("no subject")
    if tokens[0].pos_ == "ADP" and tokens[0].i != subject.i:
        raise Unclear("the subject begins with a preposition")
    if subject.pos_ == "NUM" and not any(c.dep_ == "prep" for c in subject.children):
        raise Unclear("a number of what is not said")
    if tokens[0].lower_ in {"only", "even", "just"}:
        if limit is not None and tokens[0].lower_ != "even":
            raise Unclear("what holds for these alone is asked of them")
        tokens = tokens[1:]
    named = next(
        (c for c in subject.children if c.dep_ == "appos" and c.pos_ == "PROPN" and c in tokens), None
    )
    if (
        named is not None
        and any(t.text == "," for t in tokens)
        and clause.sentence.references.person_at(named)
    ):
        tokens = list(name_span(named))  # "US singer, actor, and advocate Doris Day"
    if clipped(subject):
        raise Unclear("an article is missing")
    if (
        subject.pos_ == "PROPN"
        and subject.i == tokens[-1].i
        and len(tokens) > 5
        and clause.sentence.references.person_at(subject)
    ):
        tokens = answer_name(name_span(subject), tokens, clause.sentence)
    if any(t.text == "," for t in tokens) and clause.sentence.references.person_at(tokens[-1]):
        tokens = list(name_span(tokens[-1]))  # "singer, actor, and advocate Doris Day"
    return tokens


#: Words that single out a subject against what was expected, and say nothing of it.
SINGLED_OUT = frozenset("even especially notably particularly".split())


def clipped(noun: Token) -> bool:
    """Whether a single person is named without an article, as radio talk and notes do ("Pilot reports")."""
    return (
        noun.tag_ == "NN"
        and noun.lower_ not in {"police", "parliament", "staff", "crew", "congress"}
        and is_person_noun(noun.lemma_)
        and not any(
            c.dep_ in {"det", "poss", "nummod", "predet", "compound", "amod"} or c.tag_ in {"DT", "PRP$"}
            for c in noun.lefts
        )
    )


def _anybody(subject: Token, clause: Clause) -> bool:
    """Whether the subject is one of many that nothing sets apart ("one storm", "a man")."""
    if subject.pos_ != "NOUN" or subject.lemma_.lower() in clause.sentence.references.title_words:
        return False
    marks = [c for c in subject.children if c.i < subject.i]
    if not list(subject.children) and subject.lower_ in {
        "people",
        "officials",
        "experts",
        "critics",
        "sources",
        "observers",
    }:
        return True
    if not any(c.lower_ in {"a", "an", "one", "some", "several", "many"} for c in marks):
        return False
    return not any(
        c.pos_ == "PROPN" or c.dep_ in {"compound", "relcl", "acl", "prep"} for c in subject.children
    )


def _is_expletive(clause: Clause) -> bool:
    return clause.verb.lemma_ in {"take", "seem", "appear", "rain", "snow", "turn"} or any(
        p.dep_ in {"ccomp", "acomp"} for p in clause.parts if clause.links
    )


def modality(clause: Clause) -> float:
    """Doubt for what only might be so."""
    words = {a.lower_ for a in clause.auxiliaries}
    return 0.12 if words & {"would", "might", "may", "could", "should", "must"} else 0.0


def _plain(token: Token, clause: Clause) -> str:
    """An auxiliary or verb written out ("'s" → "is")."""
    text = token.text
    if token.lower_ in {"'s", "’s"}:
        follows = clause.verb if token.i != clause.verb.i else None
        return "has" if follows is not None and follows.tag_ == "VBN" and not clause.passive else "is"
    if token.lower_ in {"'d", "’d"}:
        raise Unclear("'d' may be had or would")
    return CONTRACTED.get(
        token.lower_, text.lower() if token.is_title and token.dep_ in {"aux", "auxpass"} else text
    )


def _inverted(clause: Clause) -> tuple[str, str]:
    """The auxiliary that goes before the subject, and the verb group that stays behind it."""
    verb = clause.verb
    if clause.added in DO or clause.lent:
        return clause.added, verb.lemma_.lower()
    if clause.added:
        return clause.added, verb.text
    if clause.auxiliaries:
        first, *others = clause.auxiliaries
        return _plain(first, clause), " ".join([*(_plain(a, clause) for a in others), verb.text])
    if verb.lemma_ == "be" or verb.lower_ in BE:
        return _plain(verb, clause), ""
    if verb.tag_ == "VBD":
        return "did", base(verb)
    if verb.tag_ == "VBZ":
        return "does", base(verb)
    if verb.tag_ == "VBP":
        return "do", base(verb)
    raise Unclear(f"the form of '{verb.text}' is not certain")


def _finite(clause: Clause) -> str:
    """The verb of a question that asks for its subject."""
    lemma = clause.verb.lemma_.lower()
    if clause.added == "did":
        return past(lemma)
    if clause.added in {"do", "does"}:
        return str(getInflection(lemma, tag="VBZ" if clause.added == "does" else "VBP")[0])
    return lemma if clause.lent else _plain(clause.verb, clause)


DO = frozenset({"do", "does", "did"})


def base(verb: Token) -> str:
    """The base form of a finite verb."""
    lemma = verb.lemma_.lower()
    if lemma == verb.lower_ and verb.tag_ in {"VBD", "VBZ"} and not _same_past(lemma):
        raise Unclear(f"the base form of '{verb.text}' is not known")
    return lemma


@lru_cache(maxsize=4096)
def _same_past(lemma: str) -> bool:
    return lemma in getInflection(lemma, tag="VBD")


@lru_cache(maxsize=4096)
def past(lemma: str) -> str:
    """The simple past of a verb ("write" → "wrote")."""
    forms = getInflection(lemma, tag="VBD")
    if not forms:
        raise Unclear(f"the past of '{lemma}' is not known")
    return str(forms[0])


def singular(lemma: str) -> str:
    """The third person of a verb ("manage" → "manages")."""
    return str(getInflection(lemma, tag="VBZ")[0])


def _rest(
    clause: Clause,
    gone: set[int],
    *,
    timeless: bool = False,
    placeless: bool = False,
    owner: Token | None = None,
    asked_owner: bool = False,
    said: str = "",
) -> _Rest:
    """What stands behind the verb in the question, or before all of it."""
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
        tokens = _part_tokens(part, gone)
        if not tokens:
            continue
        is_front = part.i < subject_index and clause.shape not in {"relative"}
        if dep == "advmod":
            if part.lower_ in TIES or is_relative_time(tokens) or part.tag_ == "WRB":
                continue
            if any(t.text == "," for t in clause.doc[clause.verb.i : max(part.i, clause.verb.i)]):
                continue  # so far behind it belongs to something else
            if clause.subject.i < part.i < clause.verb.i or is_front:
                if not is_front and _adverbial(part):
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
            times += is_time(tokens)
            (fronted if is_front else behind).append(tokens)
            continue
        if clause.verb.lemma_ == "bear" and dep in {"oprd", "attr"}:
            continue  # "was born Doris Kappelhoff in Cincinnati"
        if dep == "advcl":
            mark = next((c.lower_ for c in part.children if c.dep_ == "mark" or c.tag_ == "WRB"), "")
            if mark in CONDITIONS - {"while", "as", "after"} and clause.verb.tag_ != "VBD":
                if len(tokens) > 13:
                    raise Unclear("a condition too long to repeat")
                last.append(tokens)
            elif whose_purpose(part):
                behind.append(_trimmed([t for t in tokens if t.i < _first_comma(tokens)]))
            continue
        if dep in {"prep", "agent", "dative"}:
            if _by_report(part) or [t.lower_ for t in tokens] == ["at", "the", "time"]:
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
                tokens = _trimmed([t for t in tokens if t.i not in dropped])
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
        if dep in {"dobj", "attr"} and part.pos_ == "NUM" and len(tokens) == 1:
            raise Unclear("a number of what is not said")
        behind.append(tokens)
        length += len(tokens)
    pieces = [
        wording(tokens, clause.sentence, owner=owner, asked_owner=asked_owner, said=said) for tokens in behind
    ]
    place = _room(behind) if fronted else None
    front: list[Phrase] = []
    for tokens in fronted:
        piece = wording(tokens, clause.sentence, owner=owner, asked_owner=asked_owner, said=said)
        text = (
            piece.text
            if piece.text.split()[0] in MONTHS + WEEKDAYS or tokens[0].pos_ == "PROPN"
            else piece.text[:1].lower() + piece.text[1:]
        )
        if place is None:
            front.append(Phrase(text, piece.doubt + 0.01))
        else:
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
    doubt += sum(p.doubt for p in [*pieces, *front])
    return _Rest(" ".join(p.text for p in pieces if p.text), doubt, ", ".join(p.text for p in front))


#: Words at most over which one still reads on to a time or place of the verb: in its object, in what follows that.
OBJECT, PHRASE = 12, 6


def _room(behind: Sequence[Sequence[Token]]) -> int | None:
    """Before which phrase behind the verb a fronted time or place reads right; None if only at the front.

    "flown [on Tuesday] for treatment of injuries including frostbite", but "on Monday, who announced a
    trial was stopped": behind a clause it would be said of that clause's verb.
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


def _part_tokens(part: Token, gone: set[int]) -> list[Token]:
    """A part of the clause as a question keeps it."""
    if part.pos_ in {"NOUN", "PROPN", "PRON", "NUM"} and part.dep_ not in {"prep"}:
        tokens = noun_phrase(part)
    elif part.dep_ in {"prep", "agent", "dative"}:
        tokens = [part]
        for child in part.children:
            if child.dep_ == "pobj":
                tokens += noun_phrase(child)
            elif child.dep_ in {"pcomp", "prep", "advmod", "amod", "quantmod", "npadvmod"}:
                tokens += _flat(child)
            elif child.dep_ in {"cc"}:
                continue
        tokens.sort(key=lambda t: t.i)
    else:
        tokens = _flat(part)
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
    return _trimmed(kept)


def _flat(head: Token) -> list[Token]:
    """A branch without comments, bracketed words and what stands behind a comma at its end."""
    dropped: set[int] = set()
    for token in head.subtree:
        if token.i in dropped:
            continue
        if (
            token.dep_ in {"parataxis", "appos", "intj", "meta"}
            or (
                token.dep_ in {"relcl", "advcl", "acl", "conj", "prep"}
                and token.i > head.i
                and token.doc[token.left_edge.i - 1].text in {",", "(", "–", "—", "-", ";", ":"}
                and token.head.i >= head.i
                and token.dep_ != "conj"
            )
            or (
                token.dep_ == "conj"
                and token.pos_ in {"VERB", "AUX"}
                and any(c.dep_ in {"nsubj", "nsubjpass"} for c in token.children)
            )
            or (token.dep_ == "npadvmod" and token.i > head.i and is_relative_time(list(token.subtree)))
        ):
            dropped.update(t.i for t in token.subtree)
        elif token.dep_ == "conj" and other_name(token):
            dropped.update(range(token.left_edge.i - 1, token.right_edge.i + 1))
    # The commas around what was left out go with it.
    dropped |= {t.i for t in head.subtree if t.text == "," and {t.i - 1, t.i + 1} & dropped}
    return _trimmed([t for t in head.subtree if t.i not in dropped])


def _trimmed(tokens: list[Token]) -> list[Token]:
    while tokens and (
        tokens[-1].dep_ in {"cc", "preconj"}
        or (tokens[-1].is_punct and tokens[-1].text not in {'"', "”", "'", "’", "%"})
    ):
        tokens = tokens[:-1]
    while tokens and tokens[0].is_punct and tokens[0].text not in {'"', "“", "'", "‘"}:
        tokens = tokens[1:]
    return tokens


def is_time(tokens: Sequence[Token]) -> bool:
    """Whether a phrase tells when: a date or a clock time, by label or by word."""
    return any(
        t.ent_type_ in {"DATE", "TIME"} or t.text in MONTHS or t.text in WEEKDAYS
        for t in tokens
        if t.pos_ in {"NOUN", "PROPN", "NUM"}
    ) or any(t.dep_ == "pobj" and noun_class(t.lemma_) == "time" for t in tokens)


def is_place(tokens: Sequence[Token]) -> bool:
    """Whether a phrase tells where."""
    return any(t.ent_type_ in {"GPE", "LOC", "FAC"} for t in tokens) and tokens[0].lower_ in {
        "in",
        "at",
        "on",
        "near",
        "from",
        "to",
        "into",
        "outside",
        "inside",
        "off",
        "over",
        "across",
        "around",
        "along",
        "within",
        "above",
        "below",
    }


def attribution(clause: Clause) -> Phrase:
    """ ", according to ..." for a clause that somebody reports.

    Raises:
        Unclear: the speaker is not certain.
    """
    if clause.speaker is None or clause.saying is None:
        return _according_to(clause)
    if clause.speaker.lower_ in {"it", "this", "that", "which", "who", "there", "we", "i", "you"}:
        raise Unclear("who says so is not certain")
    if clause.saying.lemma_ in {"show", "find", "confirm", "reveal"} and clause.speaker.pos_ == "NOUN":
        pass
    if clause.speaker.i == clause.subject.i or clause.subject.i in {t.i for t in clause.speaker.subtree}:
        return Phrase("")

    tokens = noun_phrase(clause.speaker)
    if len(tokens) > 7:
        name = name_span(clause.speaker) if clause.speaker.pos_ == "PROPN" else None
        if name is None:
            raise Unclear("who says so takes too many words")
        tokens = list(name)
    said_by = wording(tokens, clause.sentence)
    text = said_by.text
    if clause.subject.pos_ == "PRON":
        own = clause.sentence.references.pronoun(clause.subject, clause.sentence)
        told = " ".join(t.text for t in clause.speaker.subtree)
        if own is not None and (own.text == text or own.text in told):
            return Phrase("")
    return Phrase(f", according to {text}", said_by.doubt + 0.02)


def _by_report(part: Token) -> bool:
    """ "By reports on Saturday", "by some accounts"."""
    return (
        part.dep_ == "prep"
        and part.lower_ == "by"
        and any(c.dep_ == "pobj" and c.lemma_ in {"report", "account", "estimate"} for c in part.children)
    )


def _according_to(clause: Clause) -> Phrase:
    """The attribution that the clause itself carries ("according to The Times")."""
    for part in clause.parts:
        if _by_report(part):
            report = next(c for c in part.children if c.dep_ == "pobj")
            return Phrase(f", according to {wording(noun_phrase(report), clause.sentence).text}", 0.03)
        if part.lower_ == "according":
            to = next((c for c in part.children if c.lower_ == "to"), None)
            source = next((c for c in to.children if c.dep_ == "pobj"), None) if to is not None else None
            if source is not None and len(list(source.subtree)) <= 8:
                said_by = wording(noun_phrase(source), clause.sentence)
                return Phrase(f", according to {said_by.text}", said_by.doubt + 0.02)
    return Phrase("")


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
        slots, doubt = build()
    except Unclear as why:
        text = " ".join(t.text for t in answer)
        return Fact(kind, text, {}, evidence_of(sentence), rule, refused=str(why))
    text = " ".join(span.text.split())
    if span.end == sentence.span.end and text.endswith(".") and not _ABBREVIATED.search(text):
        text = text[:-1]  # the last unit took the full stop: "300 km/h."
    return Fact(
        kind,
        text,
        slots,
        evidence or evidence_of(sentence),
        rule,
        doubt=round(doubt, 3),
    )


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
