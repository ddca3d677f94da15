"""How one asks for a noun phrase: "who", "which company", "what", and the words that answer."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

from spacy.tokens import Span, Token

from quizgen.extractors._branches import is_time
from quizgen.extractors._phrases import SUBJECTS, Same, Unclear, noun_phrase
from quizgen.extractors._wording import plural_of, wording
from quizgen.lexicon import SAYING, first_name, is_people_noun, noun_class
from quizgen.model import Article, Sentence
from quizgen.references import (
    HONORIFICS,
    HOUSEHOLD,
    bare,
    class_of_name,
    is_title_word,
    name_span,
    place_class,
)


def ask_with(head: Token, sentence: Sentence, *, agent: bool = False) -> tuple[str, list[Token], float]:
    """The question word for a noun phrase, the tokens that answer it, and the doubt.

    "Who" for persons, "Which company" where the text or the name tells what it is, "What" for
    things; raises `Unclear` rather than guess.
    """
    answers = _asked(Same(sentence))
    if (head, agent) not in answers:
        try:
            found = _ask_with(head, sentence, agent)
            if found[0] == "Who" and (name := _named_last(found[1])):
                found = ("Who", name, found[2] + 0.03)
            if not found[1] or _cut_off(found[1][-1]):
                raise Unclear("the name goes on")
            if found[0].startswith("Which") and found[1][0].pos_ == "NUM" and found[1][0].dep_ == "nummod":
                raise Unclear("a measure is no name")  # "Which change does it read? 17 kV"
            if _one_of_several(found[1]):
                raise Unclear("one of several")
            if _told_by_headline(found[1], sentence):
                raise Unclear("the headline names it")
            answers[head, agent] = found
        except Unclear as why:
            answers[head, agent] = str(why)
    answer = answers[head, agent]
    if isinstance(answer, str):
        raise Unclear(answer)
    word, tokens, doubt = answer
    return word, list(tokens), doubt


def _cut_off(last: Token) -> bool:
    """Whether a name goes on behind the answer ("a teacher at Ohio State [University Ann Lee]")."""
    behind = last.nbor(1) if last.i + 1 < len(last.doc) else last
    return (
        behind is not last
        and last.pos_ == behind.pos_ == "PROPN"
        and last.is_title
        and behind.is_title
        and bool(last.whitespace_)
        and behind.ent_type_ not in {"DATE", "TIME"}
    )


def _named_last(tokens: list[Token]) -> list[Token]:
    """The name behind a job and its place ("teacher at Ohio State Ann Lee"), [] if there is none."""
    if len(tokens) < 5 or any(t.pos_ != "PROPN" for t in tokens[-3:]) or not first_name(tokens[-2].text):
        return []
    jobs = [t for t in tokens[:-3] if t.pos_ == "NOUN" and t.tag_ == "NN" and is_people_noun(t.lemma_)]
    placed = bool(jobs) and jobs[-1].nbor(1).lower_ in {"at", "of", "for", "from", "in", "with"}
    plain = not any(t.is_punct or t.dep_ == "cc" for t in tokens)
    return tokens[-2:] if placed and plain else []


def _one_of_several(tokens: list[Token]) -> bool:
    """Whether the text goes on with others of whom the same is told ("councillors Ann Lee of Oslo, Bo Day and ...")."""
    held = {t.i for t in tokens}
    return any(
        (
            (c.dep_ == "conj" and c.pos_ in {"NOUN", "PROPN"})
            or (c.dep_ == "appos" and c.pos_ == "PROPN" and t.tag_ in {"NNS", "NNPS"})
        )
        and c.i > tokens[-1].i
        and c.i not in held
        for t in tokens
        for c in t.children
    )


def _told_by_headline(tokens: list[Token], sentence: Sentence) -> bool:
    """Whether a body has no name but words of the headline ("the Norwegian government" under "Norway to ...")."""
    title = sentence.references.title_words
    names = [t for t in tokens if t.pos_ == "PROPN" or (t.pos_ == "ADJ" and t.ent_type_ == "NORP")]
    others = [t for t in tokens if t not in names and t.dep_ not in {"det", "case"}]
    return bool(names) and all(t.lemma_ in BODIES for t in others) and all(_of_title(t, title) for t in names)


def _of_title(word: Token, title: frozenset[str] | set[str]) -> bool:
    """Whether a word of a name, or the country that it is the adjective of, stands in the headline."""
    lower = word.lower_
    if lower in title or word.lemma_.lower() in title:
        return True
    return word.ent_type_ == "NORP" and any(w[:SAME] == lower[:SAME] for w in title if len(w) >= SAME)


@lru_cache(maxsize=2)
def _asked(_: Same) -> dict[tuple[Token, bool], tuple[str, list[Token], float] | str]:
    """What `ask_with` found out in a sentence, or why it is unclear: several extractors ask for the same noun."""
    return {}


def _ask_with(head: Token, sentence: Sentence, agent: bool) -> tuple[str, list[Token], float]:
    refs = sentence.references
    tokens = _timeless(head)
    if any(
        t.dep_ in {"conj", "ccomp", "ROOT", "advcl", "parataxis"} and t.pos_ in {"VERB", "AUX"}
        for t in tokens
    ):
        raise Unclear("the answer holds a clause")
    if head.lemma_ == "name" and any(t.text in QUOTES for t in tokens):
        raise Unclear("the answer quotes")
    if head.pos_ == "PROPN":
        name = name_span(head)
        if not any(t.text[:1].isupper() or t.text[:1].isdigit() for t in name):
            raise Unclear("a name without a capital")
        if any(c.dep_ == "conj" for c in head.children) and any(t.dep_ == "cc" for t in tokens):
            return _ask_several(head, tokens, sentence)
        if (person := _person_behind(head, tokens)) is not None:
            return "Who", person, 0.05
        if refs.is_person(name):
            if len(name) > 1 and name[-1].lower_ in RULES and not first_name(name[0].text):
                raise Unclear("rules are nobody")  # "the Flag Code"
            if any(
                t.tag_ == "NNS" and t.dep_ in {"compound", "nmod", "amod"} and is_people_noun(t.lemma_)
                for t in tokens
                if t.i < name.start
            ):
                raise Unclear("one of several")  # "councillors Ann Lee"
            return "Who", answer_name(name, tokens, sentence), 0.0
        if any(t.dep_ == "conj" and t.i > name.end and t.ent_iob_ != "I" for t in tokens):
            raise Unclear("several names")
        if any(t.dep_ == "cc" and t.nbor(-1).text == "," for t in tokens):
            raise Unclear("several names")
        before = [t for t in tokens if t.i < name.start]
        if any(t.dep_ == "cc" for t in before):
            raise Unclear("several names")
        nouns = [
            t
            for t in before
            if t.pos_ == "NOUN" and t.dep_ in {"compound", "nmod"} and not t.text[:1].isupper()
        ]
        if nouns and nouns[-1].i == name.start - 1:
            if nouns[-1].i > 1 and nouns[-1].nbor(-1).text in HYPHENS and nouns[-1].nbor(-2).is_title:
                raise Unclear("the name begins before the hyphen")  # "Wide-field Infrared Explorer"
            described = [
                t
                for t in before
                if t.dep_ in {"amod", "compound", "nmod"}
                and t.pos_ in {"ADJ", "NOUN", "PROPN"}
                and t.lower_ not in PASSING
            ]
            phrase = " ".join(t.text for t in described if t.i <= nouns[-1].i)
            if is_people_noun(nouns[-1].lemma_):
                return "Who", list(name), 0.05
            if noun_class(nouns[-1].lemma_) not in KINDS or (head.tag_ == "NNPS") != (
                nouns[-1].tag_ == "NNS"
            ):
                raise Unclear(f"'{phrase}' is no kind of thing")
            return f"Which {phrase}", list(name), 0.02
        if any(t.text in QUOTES for t in before) or any(
            t.pos_ == "NOUN" and t.head.i != head.i for t in before
        ):
            raise Unclear("what stands before the name is no part of it")
        tokens = _named_only(name, tokens)
        if name[-1].lower_ in PRIZES and _field_behind(tokens[-1]):
            raise Unclear("what it is a prize in, is cut off")
        full = refs.glosses.get(name.text, name.text)
        if _in_headline(full, sentence):
            raise Unclear("the headline names it")
        known = "" if class_of_name(full) else kind(refs.described.get(name.text, ""))
        if known and not known.lower().endswith(tuple(name.text.lower().split())):
            noun = known.split()[-1].lower()
            if is_people_noun(noun):
                return "Who", list(name), 0.03
            if noun in RELATIONS:
                raise Unclear(f"{noun} of what, is not said")
            if noun in MISLEADING:
                return "Which organization", tokens, 0.05
            return f"Which {known}", tokens, 0.03
        if head.ent_type_ == "LANGUAGE" and len(name) == 1:
            return "Which language", tokens, 0.03
        place = place_class(name.text)
        if place and (tokens[0].lower_ in {"no", "no."} or tokens[0].like_num):
            raise Unclear("a team, by its rank")  # "No. 1 Alabama"
        if place:
            return f"Which {place}", tokens, 0.03
        named = _branch_of_university(tokens) or class_of_name(full)
        if named and name[0].lower_ in ANY_PLACE and len(name) == 2:
            raise Unclear("many a town has one of that name")  # "the City Council"
        if (
            named
            and named in refs.title_words
            and any(t.lower_ in refs.title_words for t in name if t.lower_ != named and t.is_title)
        ):
            raise Unclear("the headline names it")  # "Norwegian academy names winners"
        if named in MISLEADING:
            named = "organization"
        if named:
            return f"Which {named}", tokens, 0.02
        prize = next((t.lower_ for t in tokens if t.i >= name.end and t.lower_ in PRIZES), "")
        if prize:
            return f"Which {prize}", tokens, 0.03  # "the Man of the Match award"
        last = name[-1].text.lower()
        tells = head.dep_ in SUBJECTS and head.head.lemma_ in SAYING | PUBLISHING
        if last in NEWSPAPERS and len(name) > 1 and tells:
            return "Which newspaper", tokens, 0.04
        known_last = (
            len(name) > 1
            and name.start > 0
            and (name.doc[name.start - 1].lower_ == "the" or name.doc[name.start - 1].tag_ == "POS")
        )
        if _label(name, sentence) == "ORG" and noun_class(last) in NO_BODIES:
            raise Unclear(f"a body is no {last}")  # "The Daily Star", "the Chicago Bears"
        if (
            known_last
            and not is_people_noun(last)
            and noun_class(last) in KINDS | {"act", "cognition"}
            and last not in NOT_KINDS | NEWSPAPERS
        ):
            return f"Which {last}", tokens, 0.08
        of_names = any(c.lower_ == "of" and any(g.pos_ == "PROPN" for g in c.children) for c in head.children)
        if len(name) == 1 and of_names and noun_class(last) == "group" and last not in NOT_KINDS:
            return f"Which {last}", tokens, 0.04  # "the Board of Governors"
        label = _label(name, sentence)
        common = len(name) == 1 and noun_class(name.text)  # "the Board"
        if any(t.text in sentence.article.title.split() for t in name if t.text[:1].isupper()):
            raise Unclear("the headline names it")
        if agent and label == "ORG" and not common and not re.search(r"\d", name.text):
            return "Which organization", tokens, 0.13
        raise Unclear(f"what '{name.text}' is, is not known")
    if head.pos_ == "NOUN":
        apposed = _named_behind(head, sentence)
        if apposed is not None:
            return apposed
    if head.pos_ in {"NOUN", "NUM"}:
        if any(
            c.lower_
            in {
                "no",
                "any",
                "this",
                "that",
                "these",
                "those",
                "such",
                "another",
                "each",
                "every",
                "neither",
                "either",
                "few",
                "some",
                "several",
                "many",
                "certain",
                "various",
                "following",
            }
            for c in head.children
            if c.dep_ in {"det", "amod", "predet"}
        ):
            raise Unclear("the answer points elsewhere")
        if (
            any(c.dep_ == "nummod" and (not c.i or c.nbor(-1).pos_ != "PROPN") for c in head.children)
            or noun_class(head.lemma_) in {"quantity", "time"}
            or head.lemma_ in COUNTS
        ):
            raise Unclear("a number is asked with 'how many'")
        bare_plural = head.tag_ == "NNS" and len([t for t in tokens if t.dep_ not in {"punct"}]) == 1
        names = [
            t
            for t in tokens
            if t.pos_ == "PROPN" and t.dep_ in {"compound", "nmod"} and t.i < head.i and t.head.i >= t.i
        ]
        if is_people_noun(head.lemma_) or head.lower_ in {"people", "police"}:
            return "Who", tokens, _vagueness(head, tokens, bare_plural)
        if (
            names
            and head.tag_ == "NN"
            and not any(c.dep_ == "poss" for c in head.children)
            and (len(names) > 1 or head.i > names[-1].i + 1 or not _indefinite(head))
            and names[0].ent_type_ not in {"GPE", "NORP", "LOC", "DATE", "PERSON"}
            and (not _of_body(names, sentence) or noun_class(head.lemma_) == "group")
            and noun_class(head.lemma_) in KINDS | {"act", "event"}
            and not head.lower_.endswith("ing")
            and (all(t.pos_ == "NUM" for t in head.doc[names[-1].i + 1 : head.i]) or head.lemma_ in BODIES)
        ):
            if head.lemma_.lower() in sentence.references.title_words:
                raise Unclear("the headline tells of it")
            tokens = [t for t in tokens if t.i <= head.i and t.dep_ != "det"]
            return f"Which {head.text}", tokens, 0.04
        if head.lemma_ in BODIES:
            return "Who", tokens, _vagueness(head, tokens, bare_plural)
        return "What", tokens, 0.12 if bare_plural else 0.06
    raise Unclear("no noun to answer with")


def _timeless(head: Token) -> list[Token]:
    """A noun phrase without the time that the parse hangs on its end ("investigators on Saturday")."""
    tokens = noun_phrase(head)
    last = next((c for c in reversed(list(head.rights)) if c.dep_ == "prep" and c in tokens), None)
    if last is None or head.pos_ == "PROPN" or not is_time(list(last.subtree)):
        return tokens
    return [t for t in tokens if t.i < last.left_edge.i]


def _person_behind(head: Token, tokens: list[Token]) -> list[Token] | None:
    """ "Commission for Water chairman Omar Faruk": the name of the body is part of the person's title."""
    jobs = [
        t
        for t in tokens[1:-1]
        if t.is_lower and t.pos_ == "NOUN" and is_people_noun(t.lemma_) and t.tag_ == "NN"
    ]
    if not jobs or head.tag_ != "NNP" or jobs[-1].i < head.i:
        return None
    behind = [t for t in tokens if t.i > jobs[-1].i]
    if any(t.pos_ != "PROPN" for t in behind):
        return None
    if len(behind) < 2:
        raise Unclear("the name is a person's")
    return behind


def _branch_of_university(tokens: list[Token]) -> str:
    """The kind of a branch that goes by a university's name ("University of Michigan Hospital")."""
    words = [t.text.lower() for t in tokens]
    return words[-1] if "university" in words[:2] and words[-1] in BRANCHES else ""


def _in_headline(full: str, sentence: Sentence) -> bool:
    """Whether the letters of a name stand in the headline."""
    title = sentence.article.title.split()
    letters = "".join(w[0] for w in full.split() if w[0].isupper())
    if all(w in title for w in full.split() if w[:1].isupper()):
        return True
    glossed = any(short in title for short, long in sentence.references.glosses.items() if long == full)
    return glossed or (len(letters) > 1 and letters in {w.replace(".", "") for w in title})


def _named_behind(head: Token, sentence: Sentence) -> tuple[str, list[Token], float] | None:
    """ "two astronauts, Doug Hurley and Bob Behnken," and "an app, At the Pool": the noun asks, the name answers."""
    name = next((c for c in head.children if c.dep_ == "appos" and c.pos_ == "PROPN" and c.i > head.i), None)
    if name is None and is_people_noun(head.lemma_) and head.tag_ == "NN":
        identified = _identified(head, sentence)
        return ("Who", identified, 0.05) if identified else None
    if (
        name is None
        or not name.left_edge.text[:1].isalpha()
        or (head.doc[name.left_edge.i - 1].i != head.i and head.doc[name.left_edge.i - 1].text != ",")
    ):
        return None
    before = [t for t in head.subtree if (t.i <= head.i and t.head.i == head.i) or t.i == head.i]
    tokens = noun_phrase(name)
    if is_people_noun(head.lemma_) and head.tag_ == "NN":
        return "Who", tokens, 0.05
    if any(t.tag_ == "PRP$" or t.lower_ in {"this", "that", "these", "those"} for t in before):
        return None
    passing = {
        t.i
        for c in before
        if c.lower_ in PASSING | {"one"} or c.tag_ in {"JJS", "RBS"} or any(d.tag_ == "RBS" for d in c.lefts)
        for t in c.subtree
    }
    words = [
        t
        for t in head.subtree
        if head.left_edge.i <= t.i <= head.i
        and not (t.head.i == head.i and t.dep_ in {"det", "predet"})
        and t.dep_ != "poss"
        and t.head.dep_ != "poss"
        and t.i not in passing
    ]
    if not words or len(words) > 5 or len(tokens) > 12:
        return None
    said = next((c.lower_ for c in head.children if c.dep_ == "nummod"), "")
    listed = [name]
    while (following := next((c for c in listed[-1].children if c.dep_ == "conj"), None)) is not None:
        listed.append(following)
    if head.lemma_ == "name" or noun_class(head.lemma_) not in KINDS | {"act", "event", "person", "state"}:
        return None
    if head.lemma_.lower() in RELATIONS:
        raise Unclear(f"{head.lemma_} of what, is not said")
    if said and NUMBERS.get(said, 0) != len(listed):
        raise Unclear("not all of them are named")
    if not said and (len(listed) > 1) != (head.tag_ == "NNS"):
        return None

    return f"Which {wording(words, sentence).text}", tokens, 0.04


def _field_behind(last: Token) -> bool:
    """Whether "in literature", "in physics" stands behind a prize, which the parse hangs on the verb."""
    behind = last.doc[last.i + 1 : last.i + 3]
    return len(behind) == 2 and behind[0].lower_ == "in" and behind[1].pos_ == "NOUN" and behind[1].is_lower


def _identified(head: Token, sentence: Sentence) -> list[Token]:
    """ "The suspect, identified as Paul Reed, was charged": the name, [] if none is given so."""
    for verb in head.children:
        if verb.dep_ not in {"acl", "relcl"} or verb.lemma_ not in {"identify", "name"} or verb.tag_ != "VBN":
            continue
        below = [c for c in verb.children if c.dep_ in {"oprd", "prep"} and c.i > verb.i]
        names = [
            n for c in below for n in (c, *c.children) if n.pos_ == "PROPN" and n.dep_ in {"oprd", "pobj"}
        ]
        if len(names) == 1 and sentence.references.is_person(name_span(names[0])):
            return list(name_span(names[0]))
    return []


def _named_only(name: Span, tokens: list[Token]) -> list[Token]:
    """A name with its "of ..." but without what else hangs on it ("the Hornets in the first round")."""
    for token in tokens:
        of_it = {"of", "for", "de", "in"} if name[-1].lower_ in PRIZES else {"of", "for", "de"}
        if token.i >= name.end and token.dep_ == "prep" and token.lower_ not in of_it:
            return [t for t in tokens if t.i < token.i]
    return tokens


def _of_body(names: list[Token], sentence: Sentence) -> bool:
    """Whether the names before a noun are a body's ("NASA project"): then it is one of many, not a name."""
    doc, head = names[0].doc, names[0].head
    text = doc[names[0].i : names[-1].i + 1].text
    together = sentence.references.things.get(head.lemma_.lower(), Counter())[f"{text} {head.text}"]
    alone = sentence.references.entities.get(text, Counter()).total() > together
    return text in HOUSEHOLD or (names[0].ent_type_ == "ORG" and names[-1].nbor(1).ent_iob_ != "I" and alone)


def _vagueness(head: Token, tokens: list[Token], bare_plural: bool) -> float:
    """Doubt of people without a name: "officials" and "the company" answer no question."""
    if any(c.lower_ in {"latest", "recent"} for c in head.children):
        raise Unclear("which of them, only the day of writing tells")
    told = any(c.dep_ in {"prep", "relcl", "acl", "poss"} for c in head.children)
    if head.lemma_ in ANYBODY and head.tag_ == "NNS" and not told:
        raise Unclear("they might be anybody")  # "party officials"
    if any(t.pos_ == "PROPN" for t in tokens):
        return 0.06
    if head.lower_ in {"police", "officer", "officers", "authorities"} and not told:
        raise Unclear("whom one expects")
    if not told and head.tag_ == "NN" and _definite(head) and is_people_noun(head.lemma_):
        raise Unclear("somebody spoken of before")  # "the 60-year-old director"
    if head.lower_ in {"parliament", "government", "crew", "jury"}:
        return 0.1
    if bare_plural or (head.lemma_ in ANYBODY and head.tag_ == "NNS"):
        raise Unclear("they might be anybody")
    if head.lemma_ in BODIES and not any(c.dep_ in {"prep", "relcl", "acl"} for c in head.children):
        raise Unclear("which body it is, is not said")  # "the research team"
    return 0.35 if bare_plural or _indefinite(head) or len(tokens) <= 2 else 0.22


def _definite(head: Token) -> bool:
    return any(c.dep_ == "det" and c.lower_ == "the" for c in head.children)


def _indefinite(head: Token) -> bool:
    return any(c.dep_ == "det" and c.lower_ in {"a", "an"} for c in head.children)


def answer_name(name: Span, tokens: list[Token], sentence: Sentence) -> list[Token]:
    """The name itself, without the titles and jobs before it."""
    start = name.start
    refs = sentence.references
    full = refs.full_name(name).replace("-", " ").split()
    while start < name.end - 1 and name.doc[start].text not in full:
        start += 1
    return list(name.doc[start : name.end])


#: Words of a passage that proves an answer, at most.
LONGEST_EVIDENCE = 90
#: Titles of those who are known by a first name.
_CROWNED = frozenset("King Queen Prince Princess Pope Emperor Empress Sultan Saint St St. Sheikh".split())
_BEFORE = r"([A-Z][\w.’'-]*)\s+"


def in_full(answer: Span, sentence: Sentence) -> tuple[Span, Sentence]:
    """A person's name in full, and the sentence that has it: this one, or one shortly before.

    Raises:
        Unclear: only the surname is near, which tells nobody who it is.
    """
    refs, doc = sentence.references, answer.doc
    titled = answer.start > 0 and doc[answer.start - 1].text in HONORIFICS
    if (
        " " in answer.text
        or answer[-1].pos_ != "PROPN"
        or not (titled or refs.is_person(answer) or refs.person_at(answer[-1]))
    ):
        return answer, sentence
    full = refs.full_name(answer)
    if " " not in full:
        if not _is_surname(answer.text, refs.article):
            return answer, sentence
        longer = _longer(answer)
        if longer is None:
            raise Unclear("a surname alone")
        return longer, sentence
    if (longer := _longer(answer)) is not None:
        return longer, sentence
    if not full.endswith(answer.text) and not first_name(answer.text):
        raise Unclear("a name that is not certain")
    words = len(sentence.span)
    for before in reversed(refs.sentences[max(0, sentence.index - 3) : sentence.index]):
        words += len(before.span)
        if words > LONGEST_EVIDENCE:
            break
        place = before.span.text.find(full)
        start = before.span.start_char + place
        found = before.span.doc.char_span(start, start + len(full)) if place >= 0 else None
        if found is not None:
            return found, before
    raise Unclear("a surname alone")


def _longer(surname: Span) -> Span | None:
    """A name with the words before it that the parse left out ("Eileen O’Neill Burke")."""
    doc, start = surname.doc, surname.start
    while (
        start > surname.sent.start
        and doc[start - 1].text[:1].isupper()
        and not is_title_word(doc[start - 1].text)
    ):
        start -= 1
    while start < surname.start and not first_name(doc[start].text):
        start += 1
    return doc[start : surname.end] if start < surname.start else None


def _is_surname(name: str, article: Article) -> bool:
    """Whether a name that stands alone has a first name or a title before it somewhere in the article."""
    found = (
        word
        for paragraph in article.paragraphs
        for word in re.findall(_BEFORE + re.escape(name) + r"\b", paragraph.text)
    )
    return any(word not in _CROWNED for word in found)


def _ask_several(head: Token, tokens: list[Token], sentence: Sentence) -> tuple[str, list[Token], float]:
    refs = sentence.references
    heads = [head]
    while True:
        following = next((c for c in heads[-1].children if c.dep_ == "conj"), None)
        if following is None:
            break
        heads.append(following)
    if all(h.pos_ == "PROPN" and refs.is_person(name_span(h)) for h in heads):
        if any(" " not in n.text and " " in refs.full_name(n) for n in map(name_span, heads)):
            raise Unclear("a surname alone")
        return "Who", tokens, 0.03
    classes = {place_class(name_span(h).text) or class_of_name(name_span(h).text) for h in heads}
    if all(h.ent_type_ == "LANGUAGE" for h in heads):
        classes = {"language"}
    count = {2: "two", 3: "three", 4: "four", 5: "five"}.get(len(heads))
    if len(classes) == 1 and "" not in classes and count:
        return f"Which {count} {plural_of(classes.pop())}", tokens, 0.03
    raise Unclear("names of different kinds")


def _label(name: Span, sentence: Sentence) -> str:
    counts = sentence.references.entities.get(bare(name.text))
    return counts.most_common(1)[0][0] if counts else ""


#: What newspapers are called.
NEWSPAPERS = frozenset(
    "times post herald tribune star sun mirror mail express telegraph guardian observer independent globe chronicle gazette courier "
    "journal news bulletin dispatch inquirer enquirer examiner record register sentinel standard echo argus advertiser citizen "
    "democrat republican leader weekly daily morning".split()
)
PUBLISHING = frozenset("publish print run quote interview write".split())
#: Classes of nouns that no body of people is an instance of, though it may be called so.
NO_BODIES = frozenset("animal plant substance food object body person".split())
#: What is given for something, or in some field ("the Abel Prize in mathematics").
PRIZES = frozenset("prize award medal".split())
#: What a law or a paper is called by; a small model takes some for surnames.
RULES = frozenset(
    "code law act bill rule rules constitution charter treaty report study guide guidelines statute ordinance amendment".split()
)
#: Kinds that are kinds only of something ("the active ingredient in bleach").
RELATIONS = frozenset(
    "ingredient component part piece element aspect feature member cause source reason result author writer creator inventor founder "
    "organ body branch arm winner loser owner maker side edge end top bottom type kind form version example symptom side-effect capital neighbour "
    "neighbor rival subsidiary successor predecessor counterpart equivalent".split()
)
#: Last words of names of bodies that, asked with, would be taken for something else ("Which survey?").
MISLEADING = frozenset("survey union giant".split())
#: Letters by which a people has the name of its country.
SAME = 4
#: What a university has.
BRANCHES = frozenset(
    "hospital school college institute museum laboratory library observatory gallery stadium".split()
)
#: First words of names that say nothing of where.
ANY_PLACE = frozenset(
    "city town village county state district parish municipal local regional national federal".split()
)
#: Those who speak for others, or of what they do not do.
ANYBODY = frozenset(
    "official expert critic analyst observer source authority insider commentator supporter opponent aide".split()
)
HYPHENS = frozenset("-‑")
#: Last words of names that tell nothing of what is named.
NOT_KINDS = frozenset(
    "north south east west way world house press post times nations states kingdom republic union day".split()
)
NUMBERS = {
    "one": 1,
    "two": 2,
    "2": 2,
    "three": 3,
    "3": 3,
    "four": 4,
    "4": 4,
    "five": 5,
    "5": 5,
    "six": 6,
    "6": 6,
}
QUOTES = frozenset('"“”')
#: Classes of nouns that a name may be an instance of: "Which rocket", but no "Which recognition".
KINDS = frozenset(
    "artifact group event communication location animal plant substance food object body person possession".split()
)
#: Adjectives that tell how things stand at the moment, not what kind of thing it is.
PASSING = frozenset("current new former latest recent first last next present own old".split())


def kind(description: str) -> str:
    """The kind of thing in a description: "first supersonic passenger jet" → "supersonic passenger jet"."""
    words = description.split()
    last = max(
        (i for i, w in enumerate(words) if w.lower() in PASSING | RANKS or w.endswith("est")), default=-1
    )
    words = words[last + 1 :]
    return " ".join(words) if words and noun_class(words[-1]) in KINDS | {"act", "event"} else ""


RANKS = frozenset("only one most best worst least another other such many few several main major key".split())
#: Bodies of people: one asks who they are.
BODIES = frozenset(
    "government company firm agency ministry party team crew committee council commission court university organization organisation "
    "group union board army navy parliament department administration bureau institute association federation family jury panel "
    "airline retailer startup consortium coalition delegation cabinet congress senate staff".split()
)
#: Nouns that only count others.
COUNTS = frozenset(
    "total number lot majority rest handful dozen pair couple group series variety range amount kind type sort".split()
)
