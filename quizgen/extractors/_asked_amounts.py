"""How one asks for an amount: what the question keeps of its clause, and where its preposition stands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from spacy.tokens import Token

from quizgen.extractors._amounts import Amount, leaves_behind, measured, moved
from quizgen.extractors._asking import question, subject_question
from quizgen.extractors._clauses import Clause
from quizgen.extractors._phrases import SUBJECTS, Unclear, is_relative_time
from quizgen.extractors._wording import wording
from quizgen.lexicon import WEEKDAYS, noun_class

#: Units of time that pass while one still reads the news.
SHORT = frozenset("hour day night week weekend month quarter".split())
PERIODS = SHORT | frozenset("year decade century".split())


#: What shows something to whoever looks at it, and says nothing itself: nobody is named by "according to images".
SHOWING = frozenset(
    "image picture photo photograph footage video film clip scan screenshot record data figure statistic number result reading test".split()
)


def _shown(clause: Clause) -> bool:
    speaker, saying = clause.speaker, clause.saying
    return (
        speaker is not None
        and saying is not None
        and speaker.lemma_ in SHOWING
        and saying.lemma_ in {"show", "reveal", "confirm"}
        and not any(c.dep_ in {"poss", "prep", "acl"} for c in speaker.children)
    )


#: What is written or asked for others to read, and has a name only by who made it.
WRITTEN = frozenset(
    "tweet post poll report survey study statement letter document article filing email memo message paper announcement bulletin "
    "release notice review analysis estimate research finding".split()
)


def _known_source(according: str, clause: Clause) -> str:
    """Who vouches for it, without a thing that the reader has not met ("according to the tweet")."""
    if _shown(clause):
        return ""
    words = according.removeprefix(", according to ").split()
    if len(words) == 2 and words[0] in {"the", "that", "this"}:
        noun = words[1].lower()
        unmet = noun in WRITTEN and noun not in clause.sentence.references.title_words
        return "" if unmet else according
    return according


#: Nouns that name nothing until one has read what came before.
GENERAL = frozenset(
    "system technology device method program programme plan project process product tool measure scheme approach unit facility site "
    "service material substance model version feature machine equipment software".split()
)


def _undefined(clause: Clause, rest: str) -> float:
    """Doubt about "using the system", where no headline tells which."""
    known = clause.sentence.references.title_words
    nouns = re.findall(r"\bthe (\w+)(?= |$)(?! (?:of|for|that|which|to|in)\b)", rest)
    return 0.18 if any(n.lower() in GENERAL and n.lower() not in known for n in nouns) else 0.0


def _singled(clause: Clause) -> bool:
    """Whether what stands behind or before the subject's noun tells which one it is."""
    noun = clause.subject
    return noun.tag_ == "NN" and any(
        (c.dep_ == "prep" and c.lower_ in {"in", "at", "near", "on", "off", "outside", "from", "for"})
        or c.dep_ in {"relcl", "acl"}
        for c in noun.rights
    )


#: What is measured and stands at the head of a sentence without an article, where the parse takes it for a name.
MEASURED = frozenset(
    "inflation turnout unemployment revenue profit output production growth gdp employment".split()
)
_MAGNITUDE = re.compile(r"\b(?:magnitude[- ][\d.]+|[\d.]+[- ]magnitude) ", re.I)


def asked_about(
    clause: Clause, gone: Sequence[Token], *, also_drop: Iterable[Token] = (), placeless: bool = False
) -> tuple[dict[str, str], float]:
    """`question` for an amount: times counted from the day of writing are left out, or it is not asked."""
    gone = [*gone, *_before(gone, clause)]
    dropped = [*_ahead(clause), *_second_verbs(clause)]
    dropped += [
        p
        for p in clause.parts
        if p.dep_ == "prep"
        and p.lower_ == "from"
        and _counts(p, clause)
        and not {t.i for t in gone} & {t.i for t in p.subtree}
    ]  # "was carrying 157 people from 35 countries"
    slots, doubt = question(clause, gone, also_drop=[*also_drop, *dropped], placeless=placeless)
    verb = clause.verb
    tries = verb.dep_ == "conj" and verb.head.lemma_ == "try" and verb.nbor(-1).lower_ == "and"
    if tries and slots["verb"] == verb.lemma_:
        slots["verb"] = f"try to {slots['verb']}"  # "will try and raise $50 million"
    first = slots["subject"].partition(" ")[0]
    if clause.subject.is_sent_start and clause.subject.lemma_.lower() in MEASURED and first.istitle():
        slots["subject"] = slots["subject"][:1].lower() + slots["subject"][1:]
    named = any(t.pos_ == "PROPN" for c in clause.subject.rights for t in c.subtree if t.i < clause.verb.i)
    if _singled(clause) and (
        slots["aux"] in {"did", "was", "had"} or (named and slots["aux"] in {"does", "is", "has"})
    ):
        slots["subject"] = re.sub(
            r"^an? ", "the ", slots["subject"]
        )  # "a bus crash in Peru": one asks of that one
    slots["subject"] = _MAGNITUDE.sub(
        "", slots["subject"]
    )  # "the 7.8 magnitude quake" is asked for by itself
    slots["according"] = _known_source(slots["according"], clause)
    _complete(clause, gone, slots)
    _check_told(clause, gone)
    return slots, doubt + _undefined(clause, slots["rest"])


#: What an amount comes on top of, or is left of: alone it is not all that is told.
BESIDES = frozenset("further another additional extra other more remaining last first final same".split())


def _before(gone: Sequence[Token], clause: Clause) -> list[Token]:
    """The words right before an amount that belong to it ("a full" of "for a full 20 years").

    Raises:
        Unclear: they make it an amount beside another one ("by a further 4 percent").
    """
    taken = {t.i for t in gone}
    found: list[Token] = []
    for token in gone:
        before = token.i - 1
        while before > clause.sentence.span.start and before not in taken:
            word = clause.doc[before]
            if word.dep_ not in {"det", "amod", "advmod", "nmod", "predet"} or word.head.i not in taken:
                break
            found.append(word)
            taken.add(before)
            before -= 1
    if any(t.lower_ in BESIDES for t in found):
        raise Unclear("the amount comes beside another one")
    return found


def _check_told(clause: Clause, gone: Sequence[Token]) -> None:
    """Refuse an amount of what is not done, or one behind a relative clause that it may as well belong to.

    Raises:
        Unclear: the amount is not certainly the verb's.
    """
    if clause.negation is not None:
        raise Unclear("it is said of what is not so")  # "won't spend more than $5"
    first = min((t.i for t in gone), default=0)
    if any(t.dep_ == "relcl" for t in clause.doc[clause.verb.i + 1 : max(first, clause.verb.i + 1)]):
        raise Unclear(
            "it may belong to the clause before it"
        )  # "heads the firm, which bought the mill, for $5"


def asked_subject(clause: Clause) -> tuple[dict[str, str], float]:
    """`subject_question` for an amount."""
    sized = [
        p for p in clause.parts if p.dep_ in {"npadvmod", "dobj"} and p.lemma_ == "size"
    ]  # "people the size of a city"
    slots, doubt = subject_question(clause, also_drop=[*_ahead(clause), *sized])
    said = clause.child("ccomp")
    they = said is not None and any(c.lower_ == "they" and c.dep_ in SUBJECTS for c in said.children)
    if they and "they" not in slots["rest"].split():
        raise Unclear("'they' are those who are counted")
    slots["according"] = _known_source(slots["according"], clause)
    _complete(clause, [], slots)
    return slots, doubt


def _ahead(clause: Clause) -> list[Token]:
    """Phrases like "over the next three years", without which the amount is the same.

    Raises:
        Unclear: it is an amount of the time just past ("in the past two weeks"), or "within a year" of what is not said.
    """
    found = []
    for part in clause.everything():
        words = [t.lower_ for t in part.subtree]
        units = {t.lemma_ for t in part.subtree if t.lemma_ in PERIODS}
        if part.dep_ not in {"prep", "npadvmod", "advmod"} or not units or len(words) > 6:
            continue
        if {"next", "coming"} & set(words):
            found.append(part)
        elif (
            part.dep_ == "prep"
            and part.lower_ in {"in", "over", "during", "for", "within"}
            and {"last", "past"} & set(words)
            and (units & SHORT or not any(t.like_num for t in part.subtree))
        ):
            raise Unclear("it depends on the day of writing")
        elif _of_one_year(words):
            raise Unclear("which year is meant is not said")
        elif part.dep_ == "prep" and part.lower_ == "in" and "first" in words and "of" not in words:
            raise Unclear("the first days of what is not said")
        elif part.lower_ == "within" and "of" not in words and part.i > clause.verb.i:
            raise Unclear("within that time of what is not said")
    return found


def _of_one_year(words: list[str]) -> bool:
    """Whether a phrase of time is "during the year", "by year end" or "at the end of the month"."""
    told = [
        w
        for w in words
        if w
        not in {
            "in",
            "by",
            "at",
            "for",
            "during",
            "over",
            "throughout",
            "before",
            "after",
            "the",
            "of",
            "-",
            ",",
        }
    ]
    if "end" in told or "start" in told or "beginning" in told:
        told = [w for w in told if w not in {"end", "start", "beginning"}]
        return len(told) == 1 and told[0] in PERIODS
    return (
        told[:1] == words[-1:] and words[-2:-1] == ["the"] and told[0] in PERIODS - {"hour", "day", "night"}
    )


def _counts(prep: Token, clause: Clause) -> bool:
    """Whether a phrase holds a count of its own."""
    inside = range(prep.i, prep.right_edge.i + 1)
    return any(q.dimension == "count" and q.start in inside for q in measured(clause.sentence))


def _second_verbs(clause: Clause) -> list[Token]:
    """A second verb with its own object that the parse hangs on a complement ("left 231 missing and injured 4,000")."""
    return [
        t
        for p in clause.parts
        if p.dep_ in {"advcl", "acomp", "oprd"} and p.i > clause.verb.i
        for t in p.children
        if t.dep_ == "conj" and t.tag_ in {"VBD", "VBZ"} and any(c.dep_ == "dobj" for c in t.children)
    ]


#: Adverbs by which a speaker takes sides.
JUDGING = frozenset(
    "unjustly unfairly rightly rightfully justly fairly shamefully disgracefully outrageously foolishly cruelly needlessly heroically "
    "bravely wisely generously ridiculously absurdly inexcusably unforgivably miraculously gracefully".split()
)


def _check_which_two(clause: Clause) -> None:
    """Refuse "both explosions", where no name tells which two.

    Raises:
        Unclear: the reader does not know them.
    """
    noun = clause.subject
    both = any(c.lower_ == "both" for c in noun.lefts)
    if both and noun.pos_ == "NOUN" and not any(t.pos_ == "PROPN" for t in noun.subtree):
        raise Unclear("which two are meant is not said")


def _complete(clause: Clause, gone: Sequence[Token], slots: dict[str, str]) -> None:
    """Refuse a question that goes on to a second figure ("interviewed 401 people before it and 601 afterwards"), or
    whose subject is none ("The daughter of a teacher, she broke her leg").
    """
    _check_which_two(clause)
    if any(c.lower_ in JUDGING for c in clause.verb.children):
        raise Unclear("it is somebody's judgement")
    doc, asked = clause.doc, {t.i for t in gone}
    behind = clause.subject.right_edge.i + 1
    if (
        behind + 1 < len(doc)
        and doc[behind].text == ","
        and doc[behind + 1].lower_ in {"he", "she", "it", "they"}
    ):
        raise Unclear("the subject may stand for another one")
    for quantity in measured(clause.sentence):
        before = doc[quantity.start - 1] if quantity.start > clause.sentence.span.start else None
        if before is None or quantity.start in asked or quantity.dimension in {"ordinal", "age"}:
            continue
        joined = "cc" in {before.dep_, before.nbor(-1).dep_ if before.i else ""}
        if joined and doc[quantity.start : quantity.end].text in slots["rest"]:
            raise Unclear("it goes on to a second figure")


def unheard(clause: Clause) -> float:
    """Doubt about a subject that is any of its kind and that neither headline nor beginning speaks of ("a collar")."""
    noun, refs = clause.subject, clause.sentence.references
    if noun.pos_ != "NOUN" or any(t.pos_ == "PROPN" for t in noun.subtree if t.i < clause.verb.i):
        return 0.0
    bare = noun.tag_ == "NNS" and not any(c.dep_ in {"det", "poss", "nummod"} for c in noun.lefts)
    if not bare and not any(c.lower_ in {"a", "an"} for c in noun.lefts):
        return 0.0
    return 0.0 if noun.lemma_.lower() in refs.title_words | refs.lead_words else 0.2


#: A day between a verb and the preposition that belongs to it ("plead guilty on Tuesday to").
_BEFORE_DAY = re.compile(
    rf"\b(on (?:{'|'.join(sorted(w.capitalize() for w in WEEKDAYS))})) (to|from|with|at|for)\b"
)
#: Those that may as well stand in front ("At how many schools was it tried?").
FRONTED = frozenset("in at for within over during by".split())


def asked_part(
    amount: Amount, asked: str, gone: Sequence[Token], *, placeless: bool = False
) -> tuple[dict[str, str], float]:
    """The pieces of a question for an object, complement or the object of a preposition.

    A preposition stays behind the verb ("What was it home to?", "How many patients did it collect data
    from?"), or goes to the front where English says so ("In how many countries").
    """
    prep = amount.prep
    if prep is not None and prep.lower_ == "of":
        raise Unclear("the count belongs to another noun")
    left = leaves_behind(amount)
    if prep is None or left:
        places = moved(amount.token) if left or amount.role == "object" else []
        behind = [t for c in places for t in c.subtree if not amount.clause.links]
        if left and prep is not None:
            gone = [t for t in prep.subtree if t.i != prep.i]
        slots, doubt = asked_about(amount.clause, gone, placeless=placeless)
        if behind and not is_relative_time(behind):
            said = wording(behind, amount.sentence, owner=amount.clause.subject)
            # what stood right behind the verb stays there: a particle, or the preposition with all before it
            words = slots["rest"].split()
            kept = words.index(prep.text) + 1 if prep is not None and prep.text in words else 0
            kept = kept or int(any(p.dep_ == "prt" for p in amount.clause.parts))
            verb = amount.part.head.text if amount.part is not None else ""
            if amount.part is not None and amount.part.head.dep_ == "xcomp" and verb in words:
                kept = words.index(verb) + 1  # "plans to build 500 homes in Leeds"
            slots["rest"] = " ".join([*words[:kept], said.text, *words[kept:]])
            doubt += said.doubt
        if prep is not None:
            slots["rest"] = _BEFORE_DAY.sub(r"\2 \1", slots["rest"])
        return {"ask": asked, **slots}, doubt
    slots, doubt = asked_about(amount.clause, [*gone, prep], placeless=placeless)
    if amount.role == "inner":
        head, words = prep.head.text, slots["rest"].split()
        place = words.index(head) + 1 if words.count(head) == 1 else len(words)
        slots["rest"] = " ".join([*words[:place], prep.text, *words[place:]])  # "plead guilty to on Tuesday"
        return {"ask": asked, **slots}, doubt
    lasting = noun_class(amount.token.lemma_) in {"time", "event"} or amount.quantity.dimension != "count"
    if prep.lower_ not in FRONTED or (prep.lower_ == "for" and not lasting):
        raise Unclear(f"one would not begin a question with '{prep.lower_}'")
    return {"ask": f"{prep.text.capitalize()} {asked[:1].lower()}{asked[1:]}", **slots}, doubt + 0.02
