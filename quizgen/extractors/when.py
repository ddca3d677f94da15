"""When it happened: dates and times that do not depend on the day of writing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from lemminflect import getAllLemmas
from spacy.tokens import Token

from quizgen.extractors._acts import DOING, DONE, act_of
from quizgen.extractors._asides import placed_asides, told_beside
from quizgen.extractors._asking import fact, question
from quizgen.extractors._branches import is_time
from quizgen.extractors._clauses import Clause, clauses
from quizgen.extractors._evidence import evidence_of
from quizgen.extractors._phrases import Unclear, noun_phrase, subtree, tokens_of
from quizgen.extractors._rest import QUOTES
from quizgen.extractors._wording import wording
from quizgen.lexicon import MONTHS, SAYING, WEEKDAYS, noun_class
from quizgen.model import Fact, Sentence

_YEAR = re.compile(r"\b(1[0-9]{3}|20[0-9]{2})\b")
_CLOCK = re.compile(
    r"\b\d{1,2}([:.]\d\d)?\s*(a\.?m\.?|p\.?m\.?)(?:\W|$)|\b\d{1,2}:\d\d\b|\b(noon|midday|midnight)\b", re.I
)
_MONTH = re.compile(r"\b(" + "|".join([*MONTHS, *(m[:3] for m in MONTHS), "Sept"]) + r")\b\.?")
_TO_THE_MINUTE = re.compile(r"\d[:.](?!00)\d\d")
_DAY = re.compile(r"\b([0-3]?\d)(st|nd|rd|th)?\b")
_VAGUE = re.compile(
    r"\b(next|last|this|coming|past|previous|recent|later|earlier|ago|today|yesterday|tomorrow|early|late|mid)\b",
    re.I,
)  #: A range that lost its dash ("16 18 December").
_BROKEN = re.compile(r"\b\d{1,2} \d{1,2} [A-Z]")


#: Events of which one may ask when they "took place".
TAKING_PLACE = frozenset(
    "war battle election referendum vote revolution coup uprising rebellion riot protest demonstration strike massacre attack bombing "
    "shooting explosion blast fire wildfire earthquake quake tsunami hurricane typhoon cyclone storm flood eruption landslide avalanche "
    "disaster accident crash collision derailment outbreak epidemic pandemic famine drought crisis launch landing spacewalk mission "
    "trial hearing verdict ceremony festival concert tournament championship final race match game olympics wedding funeral summit "
    "conference debate raid siege robbery heist".split()
)
HAPPENING = frozenset("occur happen begin start end open close".split())


def extract(sentence: Sentence) -> Iterator[Fact]:
    """A date or a clock time that goes with the verb, or with the noun of an event."""
    yield from _lives(sentence)
    asked: set[int] = set()
    for clause in clauses(sentence):
        for prep, head in sorted(_times(clause), key=_clock_last):
            tokens, ask = _date(prep, head)
            if not ask:
                continue
            gone = [*([prep] if prep is not None else []), *subtree(head), *tokens]
            gone += _nearing(clause, gone)
            if ask.endswith("what time"):
                tokens, ask = _with_day(clause, tokens, ask)
            elif ask == "In which month":
                ask += _of_year(clause, tokens)
            elif ask == "When" and _a_year_ago(clause, tokens):
                ask = f"On which date in {_a_year_ago(clause, tokens)}"
            yield fact("when", "date", sentence, tokens, partial(_build, clause, gone, ask, prep))
            asked.update(t.i for t in tokens)
            break
        yield from _absolute(clause)
    yield from _events(sentence, asked)


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


def _date(prep: Token | None, head: Token) -> tuple[list[Token], str]:
    """The words of a date or a time, and how one asks for them ("" if one does not)."""
    words = noun_phrase(head)
    if not words:
        return [], ""  # "mid-December": two words without one that holds the other
    ends = [
        c.left_edge.i
        for c in head.rights
        if c.dep_ in {"relcl", "acl"} or (c.dep_ == "prep" and c.lower_ != "of")
    ]
    tokens = _whole([t for t in words if t.i < min(ends, default=words[-1].i + 1)])
    if tokens[0].lower_ in {"last", "this"} and len(tokens) == 2 and tokens[1].text in MONTHS:
        tokens = tokens[1:]  # "last November" tells the month
    part = _part_of(tokens[0])
    if part:
        return [*part, *tokens], "When" if prep is None or prep.lower_ == "in" else ""
    text = "".join(t.text_with_ws for t in tokens).strip()
    if prep is not None and prep.lower_ in {"after", "before"} and _CLOCK.match(text):
        adverb = [c for c in prep.lefts if c.dep_ == "advmod" and c.i == prep.i - 1]
        return [*adverb, prep, *tokens], _ask(text, "at")  # "soon after midday"
    return tokens, _ask(text, prep.lower_ if prep is not None else "")


def _part_of(first: Token) -> list[Token]:
    """ "mid-" of "mid-December"."""
    if first.i < 2 or first.nbor(-1).text not in {"-", "‑", "–"}:
        return []
    part = first.nbor(-2)
    return [part, first.nbor(-1)] if part.lower_ in {"mid", "early", "late"} else []


def _with_day(clause: Clause, tokens: list[Token], ask: str) -> tuple[list[Token], str]:
    """A clock time, and the day of the week that the question tells ("At what time on Sunday")."""
    doc, last = clause.doc, tokens[-1].i
    if last + 1 < len(doc) and doc[last + 1].text in WEEKDAYS and ask == "At what time":
        return tokens, f"{ask} on {doc[last + 1].text}"
    near = {t.text for p in clause.parts if is_time(list(p.subtree)) for t in p.subtree} & set(WEEKDAYS)
    return tokens, f"{ask} on {near.pop()}" if len(near) == 1 else ask


def _of_year(clause: Clause, tokens: list[Token]) -> str:
    """ " of 2018" for "last November" in a text of August 2019; "" where the year is not certain."""
    day = clause.sentence.article.published
    if day is None or not _past(clause) or _YEAR.search(clause.sentence.paragraph.text):
        return ""
    month = MONTHS.index(tokens[-1].text) + 1
    last = clause.doc[tokens[0].i - 1].lower_ == "last"
    if last:
        return f" of {day.year - 1}" if month > day.month else ""
    return f" of {day.year if month <= day.month else day.year - 1}"


def _past(clause: Clause) -> bool:
    """Whether the clause tells what was done ("wrote", "was arrested", "the singer, arrested in May")."""
    first = (clause.auxiliaries or [clause.verb])[0]
    return first.tag_ == "VBD" or (clause.shape == "participle" and clause.passive)


def _a_year_ago(clause: Clause, tokens: list[Token]) -> int:
    """The year of a date that comes later in the year than the day of writing, and is past; 0 for other dates."""
    day = clause.sentence.article.published
    words = [t.text.rstrip(".") for t in tokens]
    month = next((k for k, m in enumerate(MONTHS, 1) for w in words if len(w) > 2 and m.startswith(w)), 0)
    number = next((int(w) for w in words if w.isdigit() and int(w) < 32), 0)
    if day is None or not month or not number or any(_YEAR.fullmatch(w) for w in words) or not _past(clause):
        return 0
    return day.year - 1 if (month, number) > (day.month, day.day) and (month > day.month) else 0


def _events(sentence: Sentence, asked: set[int]) -> Iterator[Fact]:
    """ "the retirement of the shuttles in 2011", "her July 2021 confirmation", "the disaster which occurred at 6am"."""
    for noun in tokens_of(sentence):
        if noun.tag_ != "NN" or not _tells_event(noun):
            continue
        for prep, head in _times_of(noun):
            tokens, ask = _date(prep, head)
            if ask and not asked & {t.i for t in tokens}:
                gone = {t.i for t in tokens} | ({prep.i} if prep is not None else set())
                yield fact("when", "event", sentence, tokens, partial(_event, noun, gone, ask, sentence))
                break
        for verb in noun.rights:
            if verb.dep_ == "relcl" and verb.lemma_ in HAPPENING and verb.tag_ == "VBD":
                for prep, head in [
                    (p, o) for p in verb.rights if p.dep_ == "prep" for o in p.rights if o.dep_ == "pobj"
                ]:
                    tokens, ask = _date(prep, head)
                    if ask and not asked & {t.i for t in tokens}:
                        yield fact(
                            "when",
                            "occurring",
                            sentence,
                            tokens,
                            partial(_occurring, noun, verb, ask, sentence),
                        )
                        break


def _times_of(noun: Token) -> Iterator[tuple[Token | None, Token]]:
    """The times that hang on a noun: before it, behind it, or behind what it is of."""
    for child in noun.lefts:
        if child.dep_ in {"nmod", "compound", "nummod"} and child.ent_type_ == "DATE":
            yield None, child
    holders = [noun, *(o for p in noun.rights if p.lower_ == "of" for o in p.rights if o.dep_ == "pobj")]
    for holder in holders:
        for prep in holder.rights:
            if prep.dep_ == "prep" and prep.lower_ in {"in", "on"}:
                yield from ((prep, o) for o in prep.rights if o.dep_ == "pobj" and o.ent_type_ == "DATE")


def _event(noun: Token, gone: set[int], ask: str, sentence: Sentence) -> tuple[dict[str, str], float]:
    slots = {"ask": ask, "aux": "did", "verb": "take place", "rest": "", "according": ""}
    if gone and min(gone) < noun.i and noun.doc[min(gone) - 1].text == ",":
        raise Unclear("the date is not all there")
    act = act_of(noun, gone, sentence)
    if act is not None:
        told = {"aux": act.aux, "subject": act.subject, "verb": act.verb, "rest": act.rest}
        # "the seat has, since its creation in 1950, always ...": told in passing
        passing = any(c.lower_ in {"its", "their"} for c in noun.lefts)
        return {**slots, **told}, act.doubt + (0.16 if passing else 0.04)
    named = any(
        (c.lower_ == "of" and c.dep_ == "prep")
        or c.dep_ == "poss"
        or (c.dep_ == "compound" and c.pos_ == "PROPN" and c.i not in gone)
        for c in noun.children
    )
    placed = any(
        c.lower_ in {"in", "at", "off", "near", "on"}
        and any(o.ent_type_ in {"GPE", "LOC"} for o in c.children)
        for c in noun.rights
    )
    first = next(iter(noun.lefts), None)
    if first is None or not (named or placed) or (first.lower_ != "the" and first.dep_ != "poss"):
        raise Unclear("which event is meant is not said")
    called = any(c.dep_ == "compound" and c.pos_ == "PROPN" and c.i not in gone for c in noun.lefts)
    if called:  # "the unfathomable Miller verdict": its name tells which, the rest is comment
        gone = gone | {c.i for c in noun.lefts if c.dep_ == "amod"}
    # "the March 23, 2019, attack": the comma that ended the date goes with it
    tokens = [t for t in noun_phrase(noun) if t.i not in gone and not (t.text == "," and t.i - 1 in gone)]
    subject = wording(tokens, sentence)
    if noun.lemma_ == "verdict":
        slots |= {"aux": "was", "verb": "handed down"}
    return {**slots, "subject": subject.text}, subject.doubt + 0.06


def _occurring(noun: Token, verb: Token, ask: str, sentence: Sentence) -> tuple[dict[str, str], float]:
    tokens = [t for t in noun_phrase(noun) if t.i < verb.left_edge.i and not t.is_punct]
    if not any(t.lower_ == "the" for t in tokens):
        raise Unclear("which event is meant is not said")
    subject = wording(tokens, sentence)
    return {
        "ask": ask,
        "aux": "did",
        "subject": subject.text,
        "verb": verb.lemma_,
        "rest": "",
        "according": "",
    }, subject.doubt + 0.04


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
    if named is not None and _becoming(clause, named):
        slots["aux"], slots["verb"] = "did", f"{slots['verb']} become".strip()
    if clause.links and (not slots["rest"] or (named is not None and named.pos_ == "PROPN")):
        raise Unclear("nothing is left to ask about")
    if first:
        *before, verb = slots["verb"].split()
        slots["verb"] = " ".join([*before, "first", verb])
    if "what time" in ask:  # to the minute, it is a trifle
        doubt += 0.2 if any(_TO_THE_MINUTE.search(t.text) for t in gone) else 0.1
    if _sum(clause):
        doubt += 0.15  # the sum is the news, the year its setting
    unsaid = ask in {"When", "By when", "In which month"} and not any(_YEAR.search(t.text) for t in gone)
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
    years = [int(t.text) for t in own if t.ent_type_ == "DATE" and _YEAR.fullmatch(t.text)]
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
            tokens, ask = _date(prep, time)
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


def _becoming(clause: Clause, named: Token) -> bool:
    """ "was the first woman to receive the prize, in 2004": then she became it."""
    first = any(c.lower_ == "first" for c in named.lefts)
    act = next((c for c in named.rights if c.tag_ == "VB" and c.i > named.i), None)
    return clause.verb.lower_ in {"was", "were"} and not clause.auxiliaries and first and act is not None


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
        } and (obj.ent_type_ in {"DATE", "TIME"} or _YEAR.fullmatch(obj.text) or obj.text in WEEKDAYS):
            if prep.head.pos_ == "NOUN" and prep.head.dep_ == "pobj" and _tells_event(prep.head):
                continue  # "empty since its closure in 2014": when it was closed
            yield prep, obj


def _clock_last(time: tuple[Token | None, Token]) -> bool:
    """Whether a time is none of a dated day: where both stand, the day says more ("at midnight on June 30, 1997")."""
    words = [t.text for t in time[1].subtree]
    return not any(w in MONTHS or _YEAR.fullmatch(w) for w in words)


def _tells_event(noun: Token) -> bool:
    return bool({noun.lemma_.lower()} & (TAKING_PLACE | DONE.keys() | DOING.keys()))


def _ask(text: str, prep: str) -> str:
    if _VAGUE.search(text) or _BROKEN.search(text) or len(text.split()) > 7:
        return ""
    if prep in {"before", "after", "from"}:
        return ""
    lead = {"by": "By when", "until": "Until when", "since": "Since when"}
    year, month, clock = _YEAR.search(text), _MONTH.search(text), _CLOCK.search(text)
    if prep == "since" and not year:
        return ""
    if clock and not year:
        return {"by": "By what time", "until": "Until what time", "around": "Around what time"}.get(
            prep, "At what time"
        )
    if year and _YEAR.fullmatch(text.strip()):
        return {"by": "By which year", "until": "Until which year", "since": "Since which year"}.get(
            prep, "In which year"
        )
    if month and (year or _DAY.search(text.replace(month.group(), ""))):
        return lead.get(prep, "When")
    if month and text.strip() in MONTHS:
        return {"by": "By which month", "until": "Until which month"}.get(prep, "In which month")
    if month and prep in {"by", "until"}:
        return lead[prep]
    if year:
        return lead.get(prep, "When")
    return ""


_ZONES = frozenset("EST EDT UTC GMT CDT CST PST PDT BST CET CEST AM PM".split())


def _whole(tokens: list[Token]) -> list[Token]:
    """A date with the year, and a time with the zone, that stand behind it; without the day of the week."""
    doc = tokens[0].doc
    last = tokens[-1].i
    while last + 1 < len(doc):
        here, next_ = doc[last + 1], doc[last + 2] if last + 2 < len(doc) else None
        if (
            here.text == ","
            and next_ is not None
            and (_YEAR.fullmatch(next_.text) or (doc[last].text in WEEKDAYS and next_.text in MONTHS))
        ):
            last += 2
        elif (
            _YEAR.fullmatch(here.text)
            or here.text in _ZONES
            or here.lower_ in {"a.m.", "p.m.", "am", "pm"}
            or (doc[last].text in MONTHS and _DAY.fullmatch(here.text))
        ):
            last += 1
        elif here.lower_ == "local" and next_ is not None and next_.lower_ == "time":
            last += 2
        else:
            break
    while last > tokens[0].i and doc[last].text in WEEKDAYS:
        last -= 1
    first = tokens[0].i
    if doc[first].text in WEEKDAYS and last > first:
        first += 2 if doc[first + 1].text == "," else 1
    return list(doc[first : last + 1])
