"""Where it happened: places that the verb's own prepositional phrases name."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from spacy.tokens import Token

from quizgen.extractors._asides import dated_asides
from quizgen.extractors._asking import COMPLETE, fact, question
from quizgen.extractors._branches import is_place, is_time
from quizgen.extractors._clauses import Clause, clauses
from quizgen.extractors._phrases import Unclear, noun_phrase, subtree, tokens_of
from quizgen.extractors._places import (
    LONGEST_PLACE,
    before_next_clause,
    is_a_place,
    of_places,
    of_right_size,
    told,
    told_as_people,
    up_to_wider,
    with_wider,
)
from quizgen.extractors._wording import wording
from quizgen.lexicon import SAYING, is_person_noun, noun_class
from quizgen.model import Fact, Sentence
from quizgen.references import class_of_name, name_span, place_class

AT = frozenset("in at on near outside inside off over along aboard beneath under above across around".split())
MOVING = frozenset(
    "go fly move travel return arrive flee sail drive head come run send take bring transfer transport carry relocate emigrate fall".split()
)
#: Verbs of going somewhere that take "for".
BOUND = frozenset("head depart leave sail embark".split())


#: One may do these from afar, or goes away: a place behind their object belongs to the object.
FROM_AFAR = frozenset(
    "investigate study examine analyse analyze research consider discuss assess review report describe evaluate plan remember cover "
    "criticise criticize support oppose condemn compare monitor watch flee leave escape abandon quit sell buy visit enter".split()
)
#: Verbs of going away from their object.
LEAVING = frozenset("flee leave escape abandon quit enter visit".split())
#: Verbs that tell where somebody or something is as a rule; of others the present tells a habit, which has no place.
DWELLING = frozenset(
    "live reside dwell work study stand lie sit stay remain meet operate grow base locate situate play teach practise practice "
    "train head flow rise end begin start stretch".split()
)
#: Prepositions whose noun keeps its own place.
OF_NOUN = frozenset("for about of against because as over".split())
#: Verbs that lead along a way.
ROUTE = frozenset("run stretch extend lead range reach span go".split())
#: What makes a part of a country of its name.
PARTS = frozenset(
    "southern northern eastern western central southeastern southwestern northeastern northwestern upper lower inner outer coastal "
    "mainland rural downtown south-eastern south-western north-eastern north-western".split()
)
#: Verbs of going somewhere for good.
SETTLING = frozenset("move relocate transfer emigrate return".split())
#: Last words of names that say what kind of place it is.
ENDING = frozenset(
    "station base center centre complex school university college hospital airport stadium museum library hotel park hall bridge church "
    "cathedral palace prison camp port harbor harbour market theater theatre building tower".split()
)
#: Places that tell nothing by themselves.
ANYWHERE = frozenset("orbit space air sky world ground earth".split())
PLURAL = {"country": "countries", "state": "states"}
#: Sources that are no places.
NO_PLACE = frozenset("suffer benefit recover range differ protect prevent stop keep result stem".split())


def extract(sentence: Sentence) -> Iterator[Fact]:
    """Places behind "in", "at", "on", "from", "to"; "Denmark-based", "from Kenya", "an area known as"."""
    for clause in clauses(sentence):
        if clause.verb.lemma_ == "be" and clause.child("attr", "acomp") is not None:
            continue
        asked: set[str] = set()
        given: set[int] = set()
        for prep, place in _places(clause):
            inner = of_places(place)
            if any(c.dep_ == "acl" and c.lemma_ in {"know", "call", "name"} for c in place.rights):
                continue  # its name is asked for
            if inner is None and not is_a_place(place) and not _as_from(clause, prep, place):
                continue
            if clause.verb.i > prep.i and clause.subject.i > prep.i and len(list(prep.subtree)) > 8:
                continue
            rule, ask, tokens = _asked(clause, prep, place, inner)
            tokens = before_next_clause(tokens)
            outer = _outer_place(clause, prep)
            if outer is not None and rule in {"at", "named"}:  # "in a cave | near the bay"
                if len(tokens) + outer[1].i - outer[1].left_edge.i + 2 > LONGEST_PLACE:
                    continue
                before = [t for t in noun_phrase(outer[1]) if t.i < prep.i]
                prep, place, ask = *outer, "Where"
                tokens = list(clause.doc[before[0].i : tokens[-1].i + 1])
            if not rule or ask in asked or (asked and ask == "Where") or place.i in given:
                continue
            yield fact("where", rule, sentence, tokens, partial(_build, clause, prep, place, ask, tokens))
            asked.add(ask)
            given.update(t.i for t in tokens)
        yield from _on_its_way(clause)
    yield from _known_as(sentence)
    yield from _origins(sentence)


def _places(clause: Clause) -> list[tuple[Token, Token]]:
    """The clause's phrases of place, and those behind what one goes by ("launched via a rocket from the base")."""
    found: list[tuple[Token, Token]] = []
    for prep, place in clause.prepositions():
        hung = prep.head.i != clause.verb.i and prep.head.dep_ not in {"xcomp", "prep"}
        if hung and prep.head.head.lemma_ in FROM_AFAR:
            continue
        thing = clause.child("dobj")
        if clause.verb.lemma_ in LEAVING and thing is not None and thing.i == prep.i - 1:
            continue  # "left the hospital in Rome": where the hospital is
        place_of_its_own = prep.head.pos_ == "PROPN" or noun_class(prep.head.lemma_) in {
            "artifact",
            "location",
        }
        placed = prep.head.dep_ == "pobj" and prep.head.head.lower_ in AT | {"from", "to", "into"}
        if prep.head.dep_ == "pobj" and prep.head.head.lower_ in OF_NOUN and not is_time([prep.head]):
            continue  # "won a prize for her library in Glasgow": where the library is
        if prep.head.dep_ == "pobj" and prep.head.head.dep_ == "agent" and not _agents(prep.head):
            continue  # "crowned by shows in the hall": where the shows are
        if placed and place_of_its_own and not is_time([prep.head]):
            continue  # "from the base in Florida": where the base is
        if _says_more(clause, prep):
            continue  # "on Lamma, at the tip of Hong Kong": where Lamma is
        found.append((prep, place))
        if prep.lower_ in {"via", "aboard", "on", "by", "with"} and noun_class(place.lemma_) == "artifact":
            for further in place.rights:
                if further.dep_ == "prep" and further.lower_ in {"from", "at"}:
                    found += [(further, obj) for obj in further.rights if obj.dep_ == "pobj"]
    return sorted(found, key=lambda pair: pair[0].lower_ == "from")  # where to before where from


def _end(thing: Token) -> int:
    """Where a thing's own words end: before the first preposition, with the "'s" of a firm."""
    return max(t.i for t in [thing, *(c for c in thing.children if c.tag_ == "POS")])


def _outer_place(clause: Clause, prep: Token) -> tuple[Token, Token] | None:
    """The thing that is at the place, where it stands right before ("in a cave near the bay")."""
    if prep.lower_ not in {"in", "at", "near", "on", "outside"}:
        return None
    for part in clause.parts:
        thing = next((c for c in part.rights if c.dep_ == "pobj"), None)
        if part.dep_ != "prep" or thing is None or part.lower_ not in {"in", "at", "inside", "outside"}:
            continue
        if thing.pos_ == "PROPN":  # "at Sotheby's in New York"
            somewhere = part.lower_ == "at" and thing.ent_type_ not in {"GPE", "DATE", "TIME"}
        else:
            somewhere = noun_class(thing.lemma_) in {"artifact", "location", "object"} and not is_time(
                [thing]
            )
        if part.i < prep.i and somewhere and _end(thing) == prep.i - 1:
            return part, thing
    return None


def _says_more(clause: Clause, prep: Token) -> bool:
    """Whether a phrase behind a comma, or right behind a name, tells where the place before it is."""
    if prep.lower_ == "in" and clause.doc[prep.i - 1].pos_ == "PROPN":
        return any(
            place.i == prep.i - 1 and other.lower_ in {"from", "to", "into", "near"}
            for other, place in clause.prepositions()
        )  # "set out from Arica in northern Chile"
    if prep.i < 2 or prep.nbor(-1).text != ",":
        return False
    return any(
        other.i != prep.i
        and place.i <= prep.i - 2 <= place.right_edge.i
        and other.lower_ in AT
        and (place.pos_ == "PROPN" or is_a_place(place))
        and not is_time([place])
        for other, place in clause.prepositions()
    )


def _agents(noun: Token) -> bool:
    """Whether a noun is somebody, who may do there what was done."""
    return (
        noun.pos_ == "PROPN" or is_person_noun(noun.lemma_) or noun_class(noun.lemma_) in {"person", "group"}
    )


def _as_from(clause: Clause, prep: Token, place: Token) -> bool:
    """ "moved its office from Helsinki to Espoo": what one moves to is a place as much as what one moves from."""
    start = [
        o for p in clause.parts if p.lower_ == "from" and p.i < prep.i for o in p.rights if o.dep_ == "pobj"
    ]
    return (
        prep.lower_ == "to"
        and clause.verb.lemma_ in MOVING
        and place.pos_ == "PROPN"
        and not list(place.children)
        and any(o.ent_type_ == "GPE" for o in start)
    )


def _asked(clause: Clause, prep: Token, place: Token, inner: Token | None) -> tuple[str, str, list[Token]]:
    """Rule, question word and answer for a place; no rule if one can't ask for it."""
    lower, verb = prep.lower_, clause.verb.lemma_
    if inner is not None and lower == "from":
        return "of", f"Which {place.text} from", up_to_wider(noun_phrase(inner))
    if inner is not None and lower == "in":
        return "of", f"{prep.lower_.capitalize()} which {place.text}", up_to_wider(noun_phrase(inner))
    tokens = of_right_size(place, with_wider(place, noun_phrase(place)))
    if lower == "on" and place.pos_ == "PROPN" and place_class(name_span(place).text):
        return "", "", tokens  # "sanctions on Iran"
    if lower in AT:
        name = name_span(place).text if place.pos_ == "PROPN" else ""
        kind = place_class(name) or (class_of_name(name) if lower == "at" else "")
        if any(c.dep_ == "amod" and c.lower_ in PARTS for c in place.lefts):
            kind = ""  # "southern Chile" is no country
        others = [t for t in place.subtree if t.dep_ == "conj"]
        if (
            kind
            and kind not in place_class(name)
            and name.split()[-1].lower() in ENDING
            and kind != name.split()[-1].lower()
        ):
            kind = ""  # "Cape Canaveral Space Force Station" is no cape
        if kind and others:
            alike = all(place_class(name_span(t).text) == kind and not list(t.rights) for t in others[-1:])
            kind = PLURAL.get(kind, "") if alike else ""
        if kind and lower in {"in", "at"}:
            return "named", f"{prep.lower_.capitalize()} which {kind}", tokens
        # "near the lake" is not "the lake"
        return "at", "Where", tokens if lower in {"in", "at", "on", "aboard"} else [prep, *tokens]
    if lower == "from" and verb not in NO_PLACE and (verb in MOVING or prep.i > clause.verb.i):
        return "from", "Where from", tokens
    if lower in {"to", "into"} and verb in MOVING:
        under_way = lower == "to" and clause.verb.tag_ == "VBG" and not clause.lent
        return "to", "Where to" if under_way else "Where", tokens
    if lower == "for" and verb in BOUND:
        return "for", "Where for", tokens
    return "", "", tokens


def _build(
    clause: Clause, prep: Token, place: Token, ask: str, tokens: list[Token]
) -> tuple[dict[str, str], float]:
    _is_an_answer(clause, place, tokens)
    if any(p.dep_ == "prep" and p.lower_ == "until" and not is_time(list(p.children)) for p in clause.parts):
        raise Unclear("it is so only until something happens")
    # "shot in Malta by director X": who did it does not tell which film
    asides = [*dated_asides(clause), *(p for p in clause.parts if p.dep_ == "agent")]
    asides += [p for p in clause.parts if p.dep_ == "prep" and p in tokens]
    behind = ask.endswith((" from", " for", " to"))  # "Where was it launched from?"
    if prep.lower_ in {"to", "from"}:  # "Where was the ferry traveling to?", not where it came from
        other = [
            p
            for p in clause.parts
            if p.dep_ == "prep" and p.lower_ in {"to", "from", "through"} and p.i != prep.i
        ]
        if other and clause.verb.lemma_ in ROUTE:
            raise Unclear("it is a way from one place to another")
        if (
            prep.lower_ == "from"
            and clause.verb.lemma_ in SETTLING
            and not clause.passive
            and any(p.lower_ == "to" for p in other)
        ):
            raise Unclear("where to says more than where from")
        asides += other
    answer = subtree(place) if behind and prep.head == clause.verb else [prep, *subtree(place)]
    slots, doubt = question(clause, answer, also_drop=asides, placeless=True)
    if (
        clause.subject.lower_ == "it"
        and clause.verb.lemma_ in MOVING | BOUND
        and _told_it(clause, slots["subject"])
    ):
        raise Unclear("who told of it is not what went there")
    if behind and not slots["rest"]:
        slots["rest"] = prep.lower_
    if behind and slots["rest"].split(" ").count(prep.lower_) != 1:
        raise Unclear(f"no room for '{prep.lower_}'")
    if (
        not slots["rest"]
        and prep.lower_ in AT
        and clause.verb.lemma_ not in COMPLETE | DWELLING
        and not clause.passive
    ):
        slots["rest"] = _told_before(clause)
    if not slots["rest"] and clause.verb.lemma_ not in COMPLETE | DWELLING | MOVING and not clause.passive:
        raise Unclear("what happened there is not said")
    if clause.verb.lemma_ in {"live", "reside", "dwell"} and clause.sentence.index > 2:
        doubt += 0.2  # told in passing
    small = ask.startswith(("Which towns", "Which villages")) and len(tokens) > 5
    return {"ask": ask.rsplit(" ", 1)[0] if behind else ask, **slots}, doubt + (0.2 if small else 0.0)


def _told_it(clause: Clause, name: str) -> bool:
    """Whether a name is the speaker of the sentence before ("The Star said the ferry overturned. It was headed for ...")."""
    before = clause.sentence.references.sentences[max(0, clause.sentence.index - 1) : clause.sentence.index]
    last = name.split()[-1] if name else ""
    return any(
        t.text == last and t.dep_ == "nsubj" and t.head.lemma_ in SAYING for s in before for t in s.span
    )


def _told_before(clause: Clause) -> str:
    """What an earlier sentence tells of the same deed: "ran in Vienna", where he "ran a marathon in two hours" before.

    Raises:
        Unclear: no sentence does.
    """
    refs, verb = clause.sentence.references, clause.verb
    doer = refs.person_at(clause.subject)
    for sentence in reversed(refs.sentences[: clause.sentence.index]):
        for same in sentence.span:
            if (same.lemma_, same.tag_) != (verb.lemma_, verb.tag_):
                continue
            subject = next((c for c in same.lefts if c.dep_ == "nsubj"), None)
            things = [c for c in same.rights if c.dep_ in {"dobj", "prep"}]
            if subject is None or refs.person_at(subject) != doer or not doer:
                continue
            if things and things[0].dep_ == "dobj":
                tokens = list(same.doc[things[0].left_edge.i : things[-1].right_edge.i + 1])
                if len(tokens) <= 10 and not is_place(tokens) and not any(t.is_punct for t in tokens):
                    return wording(tokens, sentence).text
    raise Unclear("what happened there is not said")


def _is_an_answer(clause: Clause, place: Token, tokens: list[Token]) -> None:
    """Raise `Unclear` for a place that is left open, told by the headline, or no place of what is told."""
    if any(t.lower_ in {"other", "others", "elsewhere", "here", "there"} for t in tokens):
        raise Unclear("the place is left open")
    if place.lemma_.lower() in ANYWHERE:
        raise Unclear("the place tells nothing")
    vague = {"DT", "PRP$", "NNP", "IN", "VBN", "VBG"}
    if place.tag_ == "NNS" and not any(t.tag_ in vague for t in tokens if t.i >= place.left_edge.i):
        raise Unclear("places of a kind are no place")
    subject = clause.subject
    headed = {subject.lemma_.lower()} & clause.sentence.references.title_words
    if subject.tag_ == "NNS" and not list(subject.children) and not headed:
        raise Unclear("of whom or what it is said is left open")
    if told(tokens, clause.sentence) or told_as_people(tokens, clause.sentence):
        raise Unclear("the headline tells it")
    verb = (clause.auxiliaries or [clause.verb])[0]
    if verb.tag_ == "MD" and verb.lower_ in {"can", "could", "may", "might", "ca"}:
        raise Unclear("what can be done there may be done elsewhere")
    habit = verb.tag_ in {"VBZ", "VBP"} and verb == clause.verb and not clause.links
    if habit and clause.verb.lemma_ not in DWELLING and clause.child("xcomp") is None:
        raise Unclear("a habit has no place")


def _on_its_way(clause: Clause) -> Iterator[Fact]:
    """ "was on its way to the island from the port": where it was on its way to."""
    on = next((p for p in clause.parts if p.dep_ == "prep" and p.lower_ == "on"), None)
    way = (
        next((c for c in on.rights if c.lower_ == "way" and any(w.dep_ == "poss" for w in c.lefts)), None)
        if on
        else None
    )
    if on is None or way is None or clause.verb.lemma_ != "be":
        return
    for to in way.rights:
        place = next((c for c in to.rights if c.dep_ == "pobj"), None)
        if to.lower_ != "to" or place is None:
            continue
        tokens = with_wider(place, [t for t in noun_phrase(place) if t.i <= place.i or t.dep_ != "prep"])
        if any(t.pos_ == "PROPN" for t in tokens) and noun_class(place.lemma_) in {
            "location",
            "object",
            "artifact",
            "",
        }:
            yield fact(
                "where", "on_way", clause.sentence, tokens, partial(_bound_for, clause, on, way, tokens)
            )


def _bound_for(clause: Clause, on: Token, way: Token, tokens: list[Token]) -> tuple[dict[str, str], float]:
    if told(tokens, clause.sentence):
        raise Unclear("the headline tells it")
    slots, doubt = question(clause, list(on.subtree), placeless=True, timeless=True)
    owner = next(c for c in way.lefts if c.dep_ == "poss")
    return {**slots, "ask": "Where", "rest": f"on {owner.lower_} way to"}, doubt


def _known_as(sentence: Sentence) -> Iterator[Fact]:
    """ "in an area of Mars known as Jezero Crater": the name answers "in which area of Mars"."""
    for clause in clauses(sentence):
        for prep, noun in clause.prepositions():
            named = next(
                (c for c in noun.rights if c.dep_ == "acl" and c.lemma_ in {"know", "call", "name"}), None
            )
            if (
                named is None
                or prep.lower_ not in {"in", "at", "on"}
                or noun_class(noun.lemma_) != "location"
            ):
                continue
            name = next((t for t in named.subtree if t.pos_ == "PROPN" and t.dep_ in {"pobj", "oprd"}), None)
            if name is not None:
                tokens = [
                    t
                    for t in noun_phrase(noun)
                    if t.i < named.i and not (t.dep_ == "det" and t.head.i == noun.i)
                ]
                yield fact(
                    "where",
                    "known_as",
                    sentence,
                    list(name_span(name)),
                    partial(_in_which, clause, prep, noun, tokens),
                )


def _in_which(clause: Clause, prep: Token, noun: Token, tokens: list[Token]) -> tuple[dict[str, str], float]:
    kind = wording(tokens, clause.sentence)
    slots, doubt = question(clause, [prep, *subtree(noun)], placeless=True)
    return {"ask": f"{prep.text.capitalize()} which {kind.text}", **slots}, doubt + kind.doubt


def _origins(sentence: Sentence) -> Iterator[Fact]:
    """ "Denmark-based retailer Salling Group", "Eliud Kipchoge from Kenya"."""
    refs, doc = sentence.references, sentence.span.doc
    for place in tokens_of(sentence):
        if place.ent_type_ != "GPE" or place.pos_ != "PROPN":
            continue
        kind = place_class(name_span(place).text)
        name_tokens = list(name_span(place))
        if told(name_tokens, sentence) or told_as_people(name_tokens, sentence):
            continue  # the headline tells it
        behind = doc[place.i + 1 : place.i + 3]
        if len(behind) == 2 and behind[0].text in {"-", "‑"} and behind[1].lower_ == "based":
            name = _named_behind(behind[1], sentence)
            if name:
                yield fact(
                    "where",
                    "based",
                    sentence,
                    name_span(place),
                    partial(_slots, f"In which {kind}" if kind else "Where", "is", name, "based"),
                )
        elif (
            kind == "country"
            and place.dep_ == "pobj"
            and place.head.lower_ == "from"
            and place.head.head.pos_ == "PROPN"
        ):
            person = refs.person_at(place.head.head)
            if " " in person and place.head.i == place.head.head.i + 1:
                yield fact(
                    "where",
                    "comes_from",
                    sentence,
                    name_span(place),
                    partial(_slots, "Which country", "does", person, "come from"),
                )


def _named_behind(based: Token, sentence: Sentence) -> str:
    """The name that ends the phrase ("based retailer Salling Group"), "" if it does not end in one."""
    doc, start = based.doc, based.i + 1
    while start < sentence.span.end and doc[start].pos_ in {"NOUN", "ADJ"}:
        start += 1
    if start == based.i + 1 or start >= sentence.span.end or doc[start].pos_ != "PROPN":
        return ""
    end = start
    while end + 1 < sentence.span.end and doc[end + 1].pos_ == "PROPN" and doc[end + 1].ent_iob_ != "B":
        end += 1
    return doc[start : end + 1].text


def _slots(ask: str, aux: str, name: str, verb: str) -> tuple[dict[str, str], float]:
    return {"ask": ask, "aux": aux, "subject": name, "verb": verb, "rest": "", "according": ""}, 0.05
