"""When it happened: dates and times that do not depend on the day of writing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from lemminflect import getAllLemmas
from spacy.tokens import Token

from quizgen.extractors._asides import placed_asides, told_beside
from quizgen.extractors._asking import fact, question
from quizgen.extractors._clauses import Clause, clauses
from quizgen.extractors._dates import (
    TO_THE_MINUTE,
    YEAR,
    a_year_ago,
    clock_last,
    date_words,
    of_year,
    with_day,
)
from quizgen.extractors._evidence import evidence_of
from quizgen.extractors._happenings import becoming, events, tells_event
from quizgen.extractors._phrases import Unclear, subtree
from quizgen.extractors._rest import QUOTES
from quizgen.extractors._wording import wording
from quizgen.lexicon import SAYING, WEEKDAYS, noun_class
from quizgen.model import Fact, Sentence


def extract(sentence: Sentence) -> Iterator[Fact]:
    """A date or a clock time that goes with the verb, or with the noun of an event."""
    yield from _lives(sentence)
    asked: set[int] = set()
    for clause in clauses(sentence):
        for prep, head in sorted(_times(clause), key=clock_last):
            tokens, ask = date_words(prep, head)
            if not ask:
                continue
            gone = [*([prep] if prep is not None else []), *subtree(head), *tokens]
            gone += _nearing(clause, gone)
            if ask.endswith("what time"):
                tokens, ask = with_day(clause, tokens, ask)
            elif ask == "In which month":
                ask += of_year(clause, tokens)
            elif ask == "When" and a_year_ago(clause, tokens):
                ask = f"On which date in {a_year_ago(clause, tokens)}"
            yield fact("when", "date", sentence, tokens, partial(_build, clause, gone, ask, prep))
            asked.update(t.i for t in tokens)
            break
        yield from _absolute(clause)
    yield from events(sentence, asked)


#: What says how near to a date it was: it stands right before it, and means nothing without it.
NEARING = frozenset(
    "back early late mid sometime somewhere around just only shortly right exactly precisely".split()
)
#: Verbs that "back" goes with ("came back in 2011").
GOING_BACK = frozenset(
    "come go move bring send take give get put hold turn fly fall pay call cut roll win buy push pull fight bounce set step travel walk "
    "hand sail drive run be look hit strike switch trade loan ship draw fire write report bite jump climb welcome invite".split()
)


def _nearing(clause: Clause, gone: list[Token]) -> list[Token]:
    """ "lost [back] on 1 February", "chose [early] in 2016"."""
    found: list[Token] = []
    place = min(t.i for t in gone) - 1
    while place > clause.verb.i and clause.doc[place].lower_ in NEARING and clause.doc[place].pos_ != "ADP":
        if clause.doc[place].lower_ == "back" and clause.verb.lemma_ in GOING_BACK:
            break
        found.append(clause.doc[place])
        place -= 1
    return found


_DATE = r"(?:\d{1,2} )?[A-Z][a-z]+\.? (?:\d{1,2}, )?\d{4}|\d{4}"
_LIFE = re.compile(rf"\((?:[^()]*?[;,] ?)?(?:born |b\. )?(?P<born>{_DATE})(?: ?[–—-] ?(?P<died>{_DATE}))?\)")


def _lives(sentence: Sentence) -> Iterator[Fact]:
    """ "Zaha Hadid (31 October 1950 – 31 March 2016)": birth and death behind a name, as encyclopaedias have them."""
    if "(" not in evidence_of(sentence).quote:
        return
    refs = sentence.references
    text, doc = sentence.span.text, sentence.span.doc
    for found in _LIFE.finditer(text):
        before = [
            e
            for e in sentence.span.ents
            if e.label_ == "PERSON" and e.end_char - sentence.span.start_char <= found.start()
        ]
        near = [
            e
            for e in before
            if found.start() - (e.end_char - sentence.span.start_char) <= 12 and refs.is_person(e)
        ]
        name = (
            refs.full_name(near[-1])
            if near
            else (refs.article.title if refs.article.title in refs.attested and sentence.index < 3 else "")
        )
        if not name or (found["died"] is None and "born" not in found.group() and "b." not in found.group()):
            continue
        for which, aux, verb in (("born", "was", "born"), ("died", "did", "die")):
            if found[which] and name:
                start = sentence.span.start_char + found.start(which)
                span = doc.char_span(start, start + len(found[which]), alignment_mode="expand")
                if span is not None:
                    ask = "In which year" if found[which].isdigit() else "When"
                    slots = {
                        "ask": ask,
                        "aux": aux,
                        "subject": name,
                        "verb": verb,
                        "rest": "",
                        "according": "",
                    }
                    yield fact("when", which, sentence, span, partial(_as_told, slots))


def _as_told(slots: dict[str, str]) -> tuple[dict[str, str], float]:
    return slots, 0.03


def _build(clause: Clause, gone: list[Token], ask: str, prep: Token | None) -> tuple[dict[str, str], float]:
    fronted = min(t.i for t in gone) < clause.subject.i
    if clause.verb.lemma_ in SAYING and (
        (fronted and clause.child("ccomp") is not None) or any(t.text in QUOTES for t in clause.sentence.span)
    ):
        raise Unclear("whether it was said or happened then is not certain")
    first = _and_again(clause, gone)
    if not first and any(t.lower_ == "again" for t in clause.verb.subtree):
        raise Unclear("it was not the only time")
    if _as_a_rule(clause) or clause.verb.lemma_ in STANDING:
        raise Unclear("what is so as a rule has no date")
    if ask.endswith("what time") and clause.verb.lemma_ in EVERYDAY:
        raise Unclear("nobody asks at what time of the day that was")
    if "what time" not in ask and _of_another(clause, gone):
        raise Unclear("another time stands with the verb")
    slots, doubt = question(
        clause, gone, also_drop=[*placed_asides(clause), *told_beside(clause)], timeless=True
    )
    named = clause.child("attr")
    if named is not None and noun_class(clause.subject.lemma_) in {"act", "event"}:
        raise Unclear("what an act was is not when it was")
    if named is not None and becoming(clause, named):
        slots["aux"], slots["verb"] = "did", f"{slots['verb']} become".strip()
    if clause.links and (not slots["rest"] or (named is not None and named.pos_ == "PROPN")):
        raise Unclear("nothing is left to ask about")
    if first:
        *before, verb = slots["verb"].split()
        slots["verb"] = " ".join([*before, "first", verb])
    if "what time" in ask:  # to the minute, it is a trifle
        doubt += 0.2 if any(TO_THE_MINUTE.search(t.text) for t in gone) else 0.1
    if _sum(clause):
        doubt += 0.15  # the sum is the news, the year its setting
    unsaid = ask in {"When", "By when", "In which month"} and not any(YEAR.search(t.text) for t in gone)
    if unsaid:
        doubt += _years_apart(clause, min(t.i for t in gone))
    return {"ask": ask, **slots}, doubt


def _of_another(clause: Clause, gone: list[Token]) -> bool:
    """ "voted on Saturday to remove him over his speech of May 3": the day of the week is the verb's own time."""
    asked = {t.i for t in gone}
    return any(
        t.text in WEEKDAYS and t.i not in asked and not asked & set(range(t.i - 3, t.i + 4))
        for part in clause.parts
        if part.dep_ in {"prep", "npadvmod"}
        for t in [part, *part.children]
    )


def _sum(clause: Clause) -> bool:
    """Whether the clause tells how much or how many it was ("spent more than $30m in 2004")."""
    thing = clause.child("dobj")
    return thing is not None and any(
        t.ent_type_ in {"MONEY", "PERCENT"} or (t.dep_ == "nummod" and t.head == thing and len(t.text) > 2)
        for t in thing.subtree
    )


#: Verbs of what holds, not of what happens.
STANDING = frozenset(
    "prove mean seem include contain consist comprise reflect represent depend result stem belong involve resemble amount equal deserve "
    "exceed outnumber matter concern relate pertain constitute".split()
)
#: What people do every day.
EVERYDAY = frozenset(
    "stay sleep wake eat drink rest talk chat sit stand wait play work walk dance read watch".split()
)
#: Verbs of what is planned, whose present tense tells a single event to come.
SCHEDULED = frozenset(
    "begin start open close end expire leave depart arrive return take go run last continue meet face resume launch premiere air retire "
    "turn come celebrate mark play visit reach enter become be do have kick host hold finish conclude debut ship vote".split()
)


def _as_a_rule(clause: Clause) -> bool:
    """Whether a present tense tells no event ("the request results from the ruling of May 4")."""
    verb = clause.verb
    return (
        verb.tag_ in {"VBZ", "VBP"}
        and not clause.auxiliaries
        and verb.lemma_ not in SCHEDULED
        and clause.child("xcomp") is None
    )


_ANOTHER_YEAR = re.compile(
    r"\b(?:last year|(?:a|one|two|several) years? (?:ago|earlier|before)|previous year)\b", re.I
)


def _years_apart(clause: Clause, first: int) -> float:
    """The doubt about a date without its year, where the text before it speaks of another year than that of writing.

    Raises:
        Unclear: the sentence itself does.
    """
    sentence = clause.sentence
    published, refs = sentence.article.published, sentence.references
    own = clause.doc[sentence.span.start : first]
    years = [int(t.text) for t in own if t.ent_type_ == "DATE" and YEAR.fullmatch(t.text)]
    if any(published is None or year != published.year for year in years):
        raise Unclear("of which year the date is, is not said")
    near = refs.sentences[max(0, sentence.index - 2) : sentence.index]
    before = " ".join(s.span.text for s in near if s.paragraph is sentence.paragraph)
    return 0.3 if _ANOTHER_YEAR.search(f"{before} {own.text}") else 0.0


def _absolute(clause: Clause) -> Iterator[Fact]:
    """ "Work could start in May, with the museum opening in the fall of 2008": when it could open."""
    doc = clause.doc
    for part in clause.parts:
        act = next((c for c in part.rights if c.dep_ in {"pobj", "pcomp"} and c.lower_.endswith("ing")), None)
        if part.lower_ != "with" or act is None or act.i - part.i > 7 or act.i < part.i + 3:
            continue
        lemma = (getAllLemmas(act.text).get("VERB") or ("",))[0]
        for prep in act.rights:
            time = next((o for o in prep.rights if o.dep_ == "pobj" and o.ent_type_ == "DATE"), None)
            if not lemma or prep.lower_ not in {"in", "on"} or prep.i != act.i + 1 or time is None:
                continue
            tokens, ask = date_words(prep, time)
            if ask and doc[part.i + 1].tag_ in {"DT", "PRP$"}:
                named = list(doc[part.i + 1 : act.i])
                yield fact(
                    "when", "absolute", clause.sentence, tokens, partial(_along, clause, named, lemma, ask)
                )


def _along(clause: Clause, named: list[Token], lemma: str, ask: str) -> tuple[dict[str, str], float]:
    first = (clause.auxiliaries or [clause.verb])[0]
    if first.tag_ not in {"MD", "VBD"} or clause.negation is not None:
        raise Unclear("whether it happened or will is not certain")
    subject = wording(named, clause.sentence)
    aux = first.text.lower() if first.tag_ == "MD" else "did"
    slots = {"ask": ask, "aux": aux, "subject": subject.text, "verb": lemma, "rest": "", "according": ""}
    return slots, subject.doubt + 0.08


def _and_again(clause: Clause, gone: list[Token]) -> bool:
    """ "on January 10, and again on January 14": the first time of two."""
    last = max(t.i for t in gone)
    behind = [t.lower_ for t in clause.doc[last + 1 : last + 4] if not t.is_punct]
    return behind[:2] == ["and", "again"] and not clause.passive


#: What is done with a date that is to come: "scheduled for February 4".
SET = frozenset("schedule set plan slate book reschedule postpone expect tip earmark".split())


def _times(clause: Clause) -> Iterator[tuple[Token | None, Token]]:
    for part in clause.everything():
        if part.dep_ == "npadvmod" and part.ent_type_ in {"DATE", "TIME"}:
            yield None, part
    for prep, obj in clause.prepositions():
        if (
            prep.head.dep_ == "pobj"
            and prep.head.head.lower_ == "with"
            and "VERB" in getAllLemmas(prep.head.text)
        ):
            continue  # "with the building opening in 2008": see `_absolute`
        if prep.lower_ in {
            "in",
            "on",
            "at",
            "by",
            "until",
            "since",
            "around",
            "before",
            "after",
            "from",
            *(("for",) if clause.verb.lemma_ in SET else ()),
        } and (obj.ent_type_ in {"DATE", "TIME"} or YEAR.fullmatch(obj.text) or obj.text in WEEKDAYS):
            if prep.head.pos_ == "NOUN" and prep.head.dep_ == "pobj" and tells_event(prep.head):
                continue  # "empty since its closure in 2014": when it was closed
            yield prep, obj
