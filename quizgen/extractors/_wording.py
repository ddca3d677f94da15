"""Tokens in words that stand alone, without the sentence before.

Names come in full, pronouns as what they stand for, "the capsule" as "the Crew Dragon capsule".
What can't be made to stand alone raises `Unclear`, with the reason that `ask --why` shows.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from lemminflect import getInflection
from spacy.tokens import Token

from quizgen.extractors._phrases import SUBJECTS, Phrase, Unclear, outside_brackets
from quizgen.lexicon import first_name, is_person_noun, noun_class
from quizgen.model import Sentence
from quizgen.references import (
    FEMALE,
    HONORIFICS,
    HOUSEHOLD,
    ITS,
    MALE,
    OPENING,
    THEIRS,
    References,
    is_hyphenated,
    is_title_word,
    name_span,
)

#: Things that there is one of in any text: they need no introduction.
UNIQUE = frozenset(
    "sun moon earth world sea sky internet universe public government police president parliament economy future past "
    "weather environment military army media press country nation end beginning start rest end middle top bottom "
    "atmosphere ground air surface ocean climate population web planet state time year day night morning evening "
    "afternoon century decade season same first last only".split()
)
#: Adverbs that tie a sentence to the one before: a question does without them.
TIES = frozenset(
    "also further however meanwhile then too moreover furthermore therefore thus hence instead otherwise additionally besides "
    "already just even still again nevertheless nonetheless indeed so afterwards afterward finally actually initially "
    "previously subsequently earlier later now currently recently today yesterday tomorrow tonight ago soon yet overall eventually "
    "reassuringly significantly interestingly unsurprisingly importantly notably consequently accordingly likewise here there".split()
)
#: Words that a sentence writes with a capital only because it begins with them.
LOWERED = frozenset({"DET", "ADP", "ADV", "SCONJ", "CCONJ", "PRON", "ADJ", "VERB", "AUX", "PART", "NUM"})
NEVER = frozenset("i we you me us my our your ours yours myself ourselves yourself mine".split())
POINTING = frozenset("this that these those such another other others latter former same here there".split())
#: Numbers that say nothing without what they count, where they stand for it themselves.
MANY = frozenset("dozens hundreds thousands millions billions".split())
#: What describes a name without being part of it.
BEFORE_NAMES = frozenset("former current late fellow veteran senior leading fired retired ousted".split())
BARE = frozenset({*SUBJECTS, "dobj", "pobj", "attr"})
#: Kinds that are written with a capital before the name.
STORMS = frozenset("hurricane typhoon cyclone".split())


def wording(
    tokens: Sequence[Token],
    sentence: Sentence,
    *,
    owner: Token | None = None,
    asked_owner: bool = False,
    said: str = "",
) -> Phrase:
    """Tokens as words that stand alone.

    Args:
        owner: the subject of the question; "its" and "their" that agree with it may stay.
        asked_owner: the subject is what is asked, so a possessive may point to it.
        said: words of the question so far: who is named there may be "her" from there on.

    Raises:
        Unclear: something points outside.
    """
    refs = sentence.references
    included = {t.i for t in tokens}
    out: list[str] = []
    doubt = 0.0
    skip_until = -1
    previous: Token | None = None
    for token in outside_brackets(list(tokens)):
        if token.i <= skip_until:
            continue
        lower = token.lower_
        if (
            token.dep_ == "advmod"
            and lower in TIES
            and (
                token.head.pos_ in {"VERB", "AUX"}
                or lower in {"also", "however", "now", "currently", "there", "here"}
            )
        ):
            continue
        if (
            lower in NEVER
            and token.pos_ in {"PRON", "DET"}
            and (lower == "i" or not token.is_title or token.is_sent_start)
            and not token.is_upper * (lower != "i")
        ):
            raise Unclear(f"'{token.text}' speaks for the writer")
        if lower in MANY and not any(c.lower_ == "of" for c in token.rights) and token.dep_ in BARE:
            counted = _counted(sentence) if token.i > sentence.span.root.i else ""
            if token.dep_ == "pobj" or not counted:
                raise Unclear(f"'{token.text}' of what is not said")
            out.append(f"{token.text} of {counted}{token.whitespace_}")
            previous = token
            doubt += 0.1
            continue
        text = token.text
        if lower in STORMS and token.i + 1 in included and token.nbor(1).pos_ == "PROPN":
            text = text.capitalize()  # "hurricane Ian": the kind is part of the name
        common = _is_common(token, sentence) or _happens(token, sentence)
        if common or (
            token.is_sent_start
            and token.is_title
            and (
                token.pos_ in LOWERED
                or (
                    token.pos_ == "NOUN"
                    and (token.tag_ == "NNS" or noun_class(token.lemma_) or token.lower_.endswith("ing"))
                )
            )
            and token.ent_type_ in {"", "DATE", "TIME", "CARDINAL", "ORDINAL", "QUANTITY", "PERCENT", "MONEY"}
            and token.text not in refs.full_names
            and not _opens_name(token)
            and (token.pos_ in {"DET", "ADP", "PRON"} or token.text not in refs.capitals)
        ):
            text = text[:1].lower() + text[1:]
        elif (
            token.is_title
            and token.pos_ == "DET"
            and lower in {"a", "an", "some", "all", "both", "each", "many", "several", "these"}
            and not token.ent_type_
        ):
            text = lower
        elif (
            lower == "the"
            and token.text == "The"
            and token.i + 1 in included
            and token.ent_type_ not in {"WORK_OF_ART"}
        ):
            text = "the"
        space = token.whitespace_
        if token.pos_ == "PRON" or token.tag_ in {"PRP", "PRP$"}:
            text, extra = _pronoun(token, sentence, owner, asked_owner, included, said + "".join(out))
            doubt += extra
        elif (
            token.pos_ == "DET"
            and lower in {"this", "that"}
            and token.head.lemma_.lower() in refs.title_words
            and token.head.tag_ == "NN"
        ):
            text = "the"  # "this election", under a headline that tells which
            doubt += 0.03
        elif token.pos_ == "DET" and lower in POINTING and lower not in {"such", "another"}:
            raise Unclear(f"'{token.text} {token.head.text}' points back")
        elif lower == "such" and (meant := _such(token, sentence)):
            out.append(meant[0] + token.doc[meant[1]].whitespace_)
            skip_until, previous = meant[1], token.doc[meant[1]]
            doubt += 0.1
            continue
        elif lower == "another" and token.dep_ == "det" and token.head.dep_ == "pobj":
            doubt += 0.08  # "on another planet"
        elif lower == "other" and token.i and token.doc[token.i - 1].lower_ in {"any", "no", "than", "each"}:
            pass  # "than any other singer"
        elif (lower in {"such", "another"} and token.dep_ in {"predet", "det", "amod"}) or (
            lower in {"other", "others", "latter", "former", "same"}
            and token.dep_
            in {
                "amod",
                "nsubj",
                "dobj",
                "pobj",
                "nsubjpass",
            }
        ):
            raise Unclear(f"'{token.text}' points back")
        elif lower in {"similar", "related", "aforementioned"} and token.dep_ == "amod":
            raise Unclear(f"'{token.text} {token.head.text}' points back")
        elif (
            lower == "both"
            and token.dep_ in {"det", "predet", "preconj"}
            and not any(c.dep_ == "conj" for c in token.head.children)
        ):
            doubt += 0.2
        elif lower == "the" and token.dep_ == "det":
            text, extra = _definite(token, sentence, included)
            doubt += extra
        elif token.text in HONORIFICS and token.i + 1 in included and token.doc[token.i + 1].pos_ == "PROPN":
            nxt = token.doc[token.i + 1]
            span = name_span(nxt)
            if refs.is_person(span) and refs.full_name(span) != nxt.text:
                continue
        elif (not common and (token.pos_ == "PROPN" or token.ent_type_ in {"PERSON", "ORG"})) or (
            token.is_title and token.text in refs.full_names
        ):
            text, end, extra = _name(token, sentence, included)
            doubt += extra
            if _lacks_article(token, end, sentence) and (
                not out or out[-1].strip().lower() not in {"a", "an", "the"}
            ):
                text = f"the {text}"
            if out and out[-1].strip().lower() in {"a", "an"} and text.split()[0] != token.text:
                out[-1] = "an " if text[:1].lower() in "aeio" else "a "
            if end > token.i:
                skip_until = end
                space = token.doc[end].whitespace_
        elif token.text in refs.glosses and token.text not in HOUSEHOLD:
            text = refs.glosses[token.text]
        if (
            previous is not None
            and out
            and not out[-1].endswith((" ", "-", "“", "‘", "$", "£", "€"))
            and previous.i + 1 != token.i
            and not text.startswith((",", ".", "'", "’"))
        ):
            out.append(" ")
        out.append(text + space)
        previous = token.doc[skip_until] if skip_until > token.i else token
    text = tidy("".join(out))
    return Phrase(text, doubt)


def _opens_name(token: Token) -> bool:
    """Whether a name goes on behind the capital that begins a sentence ("Electronic Arts had nine games")."""
    if token.pos_ not in {"ADJ", "NOUN", "VERB"} or token.lower_ in BEFORE_NAMES or not token.whitespace_:
        return False
    doc, behind = token.doc, token.i + 1
    return (
        behind < len(doc)
        and doc[behind].pos_ == "PROPN"
        and doc[behind].is_title
        and doc[behind].ent_type_ not in {"PERSON", "GPE", "NORP"}
        and not is_title_word(doc[behind].text)
    )


#: What happens, by its class of nouns.
HAPPENING = frozenset({"act", "event", "phenomenon"})


def _happens(token: Token, sentence: Sentence) -> bool:
    """ "Wildfires in Chile killed 12": a plural of what happens, at the head of a sentence, which the parse takes for a name."""
    if not token.is_sent_start or not token.is_title or token.lower_[-1] != "s":
        return False
    behind = token.nbor(1) if token.i + 1 < len(token.doc) else token
    singular = {token.lower_[:-1], token.lower_.removesuffix("es"), re.sub("ies$", "y", token.lower_)} - {
        token.lower_
    }
    return (
        token.text not in sentence.references.capitals
        and behind.is_lower
        and behind.pos_ in {"ADP", "VERB", "AUX", "SCONJ"}
        and any(noun_class(noun) in HAPPENING for noun in singular)
    )


def _one_of_a_kind(token: Token) -> bool:
    """ "a phone App": no name stands behind "a" and a common noun that says what kind of thing it is."""
    doc, place = token.doc, token.i
    return (
        place > 1
        and not token.ent_type_
        and token.tag_ in {"NNP", "NN"}
        and doc[place - 1].is_lower
        and doc[place - 1].dep_ == "compound"
        and doc[place - 1].head.i == place
        and doc[place - 2].lower_ in {"a", "an"}
    )


def _is_common(token: Token, sentence: Sentence) -> bool:
    """Whether a capital says nothing: the article writes the word without one, and it is no part of a name."""
    refs = sentence.references
    if not token.is_title or token.text in refs.full_names:
        return False
    if _one_of_a_kind(token):
        return True
    doc, place = token.doc, token.i
    if token.is_sent_start and len(token) > 1 and place + 2 < len(doc) and doc[place + 1].text in {"-", "‑"}:
        return doc[place + 2].is_lower and not token.whitespace_ and not doc[place + 1].whitespace_
    if token.lower_ not in refs.lowers:
        return False
    beside = [doc[i] for i in (place - 1, place + 1) if 0 <= i < len(doc)]
    if any(n.pos_ == "PROPN" or (n.is_title and not n.is_sent_start) or n.text in {"-", "‑"} for n in beside):
        return False
    begins = token.is_sent_start or doc[place - 1].text in OPENING
    if begins:
        rarely = refs.lowers[token.lower_] > 2 * refs.capitals[token.text]
        return rarely and token.ent_type_ != "PERSON"
    return not token.ent_type_ and doc[place - 1].pos_ == "NOUN" and doc[place - 1].head.i == place


#: Verbs that only say that their object is done: what the object is called may change from one to the next.
DOING = frozenset(
    "conduct do make perform undertake complete carry hold have execute stage mount achieve accomplish".split()
)


def _such(token: Token, sentence: Sentence) -> tuple[str, int] | None:
    """ "conduct such an excursion" after "carried out a spacewalk" is "conduct a spacewalk": (words, index of the last token)."""
    noun = token.head
    if (
        noun.pos_ != "NOUN"
        or noun.i < token.i
        or noun.dep_ != "dobj"
        or noun.head.lemma_ not in DOING
        or sentence.index == 0
    ):
        return None
    before = sentence.references.sentences[sentence.index - 1]
    if before.paragraph.role != "text":
        return None
    for other in before.span:
        if (
            other.dep_ == "dobj"
            and other.pos_ == "NOUN"
            and other.tag_ == "NN"
            and other.head.dep_ == "ROOT"
            and other.head.lemma_ in DOING
        ):
            end, told = noun.i, noun.doc[noun.i + 1 : noun.i + 3]
            if [t.dep_ for t in told] == ["prep", "pobj"] and told[1].lower_ in other.lower_:
                end += 2  # "such an excursion in space" is a spacewalk, not "a spacewalk in space"
            return ("an " if other.lemma_[:1] in "aeiou" else "a ") + other.text, end
    return None


def _counted(sentence: Sentence) -> str:
    """What a bare "thousands" counts: "The suit can be manufactured at scale. Musk wants thousands made" means suits.

    That is the subject of the sentence before, where it is a thing that can be counted; "" if it is none.
    """
    if sentence.index == 0:
        return ""
    before = sentence.references.sentences[sentence.index - 1]
    subject = next((t for t in before.span.root.children if t.dep_ in SUBJECTS), None)
    if (
        subject is None
        or before.paragraph.role != "text"
        or subject.pos_ != "NOUN"
        or noun_class(subject.lemma_) not in {"artifact", "animal", "plant"}
        or any(c.dep_ in {"conj", "prep", "poss", "nummod", "relcl", "appos"} for c in subject.children)
    ):
        return ""
    kind = " ".join(t.text for t in subject.lefts if t.dep_ in {"compound", "amod"})
    return f"{kind} {plural_of(subject.lemma_)}".lstrip()


def plural_of(noun: str) -> str:
    """The plural of a noun that we ask with."""
    forms = getInflection(noun, tag="NNS")
    return str(forms[0]) if forms else noun + "s"


def _pronoun(
    token: Token,
    sentence: Sentence,
    owner: Token | None,
    asked_owner: bool,
    included: set[int],
    said: str = "",
) -> tuple[str, float]:
    lower = token.lower_
    if token.tag_ in {"WP", "WDT", "WP$", "EX"} or lower in {"who", "which", "that", "whom", "whose", "what"}:
        if token.dep_ == "expl":
            raise Unclear("'there' stands for nothing")
        if lower == "that" and token.tag_ == "DT" and token.dep_ in {"nsubj", "dobj", "pobj"}:
            raise Unclear("'that' points back")
        return token.text, 0.0
    if lower in {
        "everyone",
        "everybody",
        "everything",
        "someone",
        "somebody",
        "something",
        "anyone",
        "anything",
        "nothing",
        "nobody",
        "no-one",
    }:
        return lower, 0.05
    if lower in POINTING or lower in {
        "one",
        "ones",
        "both",
        "some",
        "many",
        "most",
        "all",
        "any",
        "each",
        "few",
        "none",
        "several",
    }:
        if lower == "those" and any(c.dep_ in {"relcl", "acl"} for c in token.children):
            return token.text, 0.0
        if (
            token.pos_ == "PRON"
            and lower not in POINTING
            and any(c.dep_ == "prep" and c.lower_ == "of" for c in token.children)
        ):
            return token.text, 0.0
        raise Unclear(f"'{token.text}' points back")
    if lower.endswith(("self", "selves")):
        return token.text, 0.0
    possessive = token.tag_ == "PRP$" or token.dep_ == "poss"
    personal = lower in MALE | FEMALE | ITS | THEIRS
    if not personal:
        return token.text, 0.0
    if owner is not None and owner.i != token.i and (possessive or token.dep_ not in {"nsubj", "nsubjpass"}):
        fits = agrees(lower, owner, sentence)
        if fits and possessive:
            return token.text, 0.02
        if fits and owner.i in included:
            return token.text, 0.05
    if (
        owner is not None
        and asked_owner
        and (possessive or not _beside(token, owner))
        and agrees(lower, owner, sentence)
    ):
        return token.text, 0.02
    if possessive or token.dep_ not in {"nsubj", "nsubjpass"}:
        # an antecedent inside the same phrase ("the crew and their suits")
        for i in sorted(included):
            other = token.doc[i]
            if (
                i < token.i
                and other.pos_ in {"NOUN", "PROPN"}
                and other.dep_ in {"nsubj", "nsubjpass"}
                and agrees(lower, other, sentence)
            ):
                return token.text, 0.06
    if lower in THEIRS | ITS and _quoted(token, sentence):
        raise Unclear(f"'{token.text}' is a speaker's")
    meant = sentence.references.pronoun(token, sentence)
    if meant is None:
        raise Unclear(f"'{token.text}' is not certain")
    if (
        asked_owner
        and owner is not None
        and meant.person
        and sentence.references.person_at(owner) == meant.text
    ):
        return token.text, meant.doubt  # "Who announced he will resign?"
    if (
        asked_owner
        and owner is not None
        and not possessive
        and owner.i < token.i
        and agrees(lower, owner, sentence)
    ):
        return token.text, 0.1  # "the best pupil he ever taught": whoever says so is nearest
    if meant.text.lower() in said.lower():
        return token.text, 0.0 if not meant.person else meant.doubt  # named already: "it" will do
    text = meant.text
    first = text.split()[0]
    if first in STORMS and meant.text != first:
        text = text[:1].upper() + text[1:]
    elif (
        not meant.person
        and first.lower() in sentence.references.lowers
        and first not in sentence.references.capitals
    ):
        text = text[:1].lower() + text[1:]  # "They" for "Engineers from NASA" that began its sentence
    return text + ("'s" if possessive and not text.endswith("s") else "'" if possessive else ""), meant.doubt


def _quoted(token: Token, sentence: Sentence) -> bool:
    """Whether a word stands in direct speech: its pronouns go back to what was said before."""
    from quizgen.extractors._speech import spoken  # which reads phrases itself

    return token.i in spoken(sentence)


def _beside(token: Token, owner: Token) -> bool:
    """Whether a pronoun depends on the verb of the subject itself: then it can't mean the subject."""
    here = token.head
    while here.pos_ not in {"VERB", "AUX", "ADJ"} and here.head != here:
        here = here.head
    return here.i == owner.head.i or token.dep_ in {"nsubj", "nsubjpass"}


def agrees(lower: str, noun: Token, sentence: Sentence) -> bool:
    """Whether a pronoun agrees with a noun in number, and in being a person or a thing."""
    plural = noun.tag_ in {"NNS", "NNPS"} or any(c.dep_ == "conj" for c in noun.children)
    if noun.lower_ in {"all", "both", "most", "many", "some", "half"} or noun.pos_ == "NUM":
        return lower in THEIRS  # "all four of the blades broke at their weakest point"
    if noun.pos_ == "PRON":
        return noun.lower_ in (
            MALE if lower in MALE else FEMALE if lower in FEMALE else ITS if lower in ITS else THEIRS
        )
    person = sentence.references.person_at(noun) != "" or is_person_noun(noun.lemma_)
    if lower in THEIRS:
        return plural or noun_class(noun.lemma_) == "group"
    if lower in ITS:
        return not plural and not person
    return not plural and person


def _definite(the: Token, sentence: Sentence, included: set[int]) -> tuple[str, float]:
    """What "the" becomes: itself, or "the Crew Dragon" before "capsule"."""
    noun = the.head
    refs = sentence.references
    if noun.pos_ not in {"NOUN"}:
        return "the", 0.0
    lemma = noun.lemma_.lower()
    modifiers = [
        c
        for c in noun.children
        if c.i in included
        and c.i != the.i
        and c.dep_
        in {"amod", "compound", "nmod", "poss", "prep", "relcl", "acl", "nummod", "advmod", "appos"}
    ]
    pointing = [
        c
        for c in modifiers
        if c.lower_
        in {
            "other",
            "same",
            "latter",
            "former",
            "second",
            "third",
            "latest",
            "previous",
            "following",
            "two",
            "three",
        }
        and c.dep_ in {"amod", "nummod"}
        and lemma != "quarter"  # of the year in which the text is written
    ]
    if pointing and not any(
        c.dep_ in {"prep", "relcl", "acl", "compound"} or c.pos_ == "PROPN" for c in modifiers
    ):
        raise Unclear(f"'the {pointing[0].text} {noun.text}' points back")
    if lemma in refs.title_words:
        return "the", 0.0
    # Marked blind, "the" before a noun that was told before was usable in 19 of 52 questions, else in 72 of 119.
    before = refs.told_before(lemma, sentence) and lemma not in UNIQUE
    if any(
        c.pos_ == "PROPN"
        or (c.dep_ == "compound" and not c.is_lower)
        or c.dep_ in {"poss", "relcl", "acl"}
        or (c.dep_ == "prep" and c.i > noun.i)
        for c in modifiers
    ):
        return "the", 0.12 if before else 0.03
    if modifiers:
        known = any(c.lemma_.lower() in refs.title_words | refs.lead_words for c in modifiers)
        return "the", (0.03 if known else 0.14) + 0.15 * before
    if noun.i == the.i + 1:
        fuller = refs.fuller(lemma)
        if fuller and noun.tag_ == "NN":
            return f"the {fuller.rsplit(' ', 1)[0]}", 0.05
    if lemma in {"name", "term", "word", "phrase"} and noun.nbor(1).text not in {'"', "“", "‘", "'"}:
        raise Unclear(f"which {noun.text} is not said")
    if lemma in UNIQUE:
        return "the", 0.02
    if before:
        return "the", 0.3
    if lemma in refs.lead_words:
        return "the", 0.17
    if refs.nouns[lemma] >= 3:
        return "the", 0.19
    if refs.nouns[lemma] == 2 and noun_class(lemma) in {"act", "event", "communication", "possession"}:
        return "the", 0.2
    if noun.dep_ in {"nsubj", "nsubjpass", "dobj", "poss"}:
        raise Unclear(f"'the {noun.text}' needs the sentence before")
    return "the", 0.19


def _name(token: Token, sentence: Sentence, included: set[int]) -> tuple[str, int, float]:
    """A name in full, the index of its last token, and the doubt."""
    refs = sentence.references
    doc = token.doc
    end = token.i
    while end + 1 in included and end + 1 < len(doc):
        if doc[end + 1].pos_ == "PROPN" and doc[end].whitespace_ and not doc[end].is_punct:
            end += 1
        elif end + 2 in included and is_hyphenated(doc[end + 2]) and doc[end + 2].pos_ == "PROPN":
            end += 2  # "Wingfield-Hayes"
        else:
            break
    span = doc[token.i : end + 1]
    text = span.text
    titles = [t.text for t in span if is_title_word(t.text)]
    surname = doc[token.i + len(titles) : end + 1].text
    if titles and span.text.startswith(" ".join(titles)) and surname in refs.full_names:
        return f"{' '.join(titles)} {refs.full_names[surname]}", end, 0.0  # "Judge Clancy"
    if token.text in refs.glosses:
        long = refs.glosses[token.text]
        sayable = token.text not in HOUSEHOLD and "," not in long and len(long.split()) <= 6
        if sayable:
            return f"the {long}" if _needs_article(long, token) else long, token.i, 0.0
        known = token.text in HOUSEHOLD or token.lower_ in refs.title_words
        return token.text, token.i, 0.0 if known else 0.25 if _says_its_kind(token, included) else 0.3
    if len(span) > 1 and text in refs.full_names and refs.full_names[text] != text:
        return refs.full_names[text], end, 0.0  # another spelling of a better attested name
    if len(span) == 1 and text in refs.full_names and refs.full_names[text] != text:
        full = refs.full_names[text]
        if refs.is_person(span) or text == full.split()[-1]:
            before = doc[token.i - 1].text if token.i else ""
            if first_is(before, full):
                return text, end, 0.0
            return full, end, 0.0
    if (
        re.fullmatch(r"[A-Z][A-Z&.]{1,6}s?|[A-Z]{1,2}-?\d{1,2}|[A-Za-z]{2,}\d{2,}", text)
        and text not in HOUSEHOLD
        and text.lower() not in refs.title_words
        and not (end + 1 in included and doc[end + 1].text in {"-", "‑"})  # "REGN-EB3" is a name
    ):
        return text, end, 0.25 if _says_its_kind(doc[end], included) else 0.35
    if (
        len(span) == 1
        and token.i
        and doc[token.i - 1].lower_ == "the"
        and token.dep_ not in {"compound", "nmod"}
        and not any(c.lower_ == "of" for c in token.rights)
        and not (token.i > 2 and doc[token.i - 2].lower_ == "of" and doc[token.i - 3].pos_ == "PROPN")
        and noun_class(token.lower_)
        and not (end + 1 < len(doc) and doc[end + 1].ent_iob_ == "I")  # the name goes on
    ):
        # "the Committee": the fuller name that the article gives it, if there is but one
        forms = [
            n for n in refs.entities if token.text in n.split() and len(n.split()) > 1 and not n.isupper()
        ]
        return (forms[0], end, 0.03) if len(set(forms)) == 1 else (text, end, 0.25)
    named = {n for n in refs.ending_in.get(text, ()) if first_name(n.split()[0]) and "&" not in n}
    if (
        len(span) == 1
        and token.ent_type_ in {"PERSON", "ORG", ""}
        and text not in refs.full_names
        and len(named) > 1
    ):
        raise Unclear("several people have that name")
    alone = not token.i or (doc[token.i - 1].pos_ != "PROPN" and doc[token.i - 1].tag_ != "POS")
    if len(span) == 1 and alone and (whole := refs.whole_name(text)):
        return whole, end, 0.03
    if (
        len(span) == 1
        and token.ent_type_ == "PERSON"
        and text not in refs.full_names
        and text.lower() not in refs.title_words
    ):
        return _fuller_person(text, refs), end, 0.2
    return text, end, 0.0


def _fuller_person(name: str, refs: References) -> str:
    """A person's name in full where the article has it in one way, or in two spellings of one ("Kim Jong Un", "Kim Jong-Un").

    Raises:
        Unclear: several people have that name.
    """
    longer = [
        n
        for n, labels in refs.entities.items()
        if labels["PERSON"] and name in n.split()[:: len(n.split()) - 1 or 1]
    ]
    longer = [n for n in longer if n != name]
    if len({n.replace("-", " ").casefold() for n in longer}) > 1:
        raise Unclear("a surname alone")
    return max(longer, key=lambda n: refs.entities[n].total(), default=name)


def _says_its_kind(letters: Token, included: set[int]) -> bool:
    """ "the PALM trial" says what it is, if not what the letters stand for; "C8" alone says nothing."""
    return letters.dep_ in {"compound", "nmod"} and letters.head.pos_ == "NOUN" and letters.head.i in included


#: Bodies whose names want an article where letters go without.
BODIES = frozenset(
    "association union agency society federation department ministry bureau council committee commission organization organisation "
    "institute administration service authority party league board fund foundation alliance coalition confederation centre center".split()
)


def _needs_article(long: str, letters: Token) -> bool:
    """Whether the name that letters stand for needs an article that they do without ("Defra said")."""
    words = long.lower().split()
    body = words[-1] in BODIES or (" of " in long and words[words.index("of") - 1] in BODIES)
    bare = letters.dep_ in {*SUBJECTS, "dobj", "pobj", "poss"} and letters.left_edge.i == letters.i
    return body and bare and words[0] != "the"


def _lacks_article(first: Token, end: int, sentence: Sentence) -> bool:
    """Whether a name is a plural of people that headlines and tables give bare ("Liberal Democrats", "Charlotte Hornets")."""
    last = first.doc[end]
    return (
        last.tag_ == "NNPS"
        and first.i < end
        and last.dep_ in {*SUBJECTS, "dobj", "pobj", "conj"}
        and last.left_edge.i == first.i
        and is_person_noun(last.lower_.removesuffix("s"))
        and not any(c.dep_ in {"conj", "prep", "cc"} for c in last.children)
    )


def first_is(before: str, full: str) -> bool:
    """Whether the word before a surname already belongs to the name."""
    return before in full.split()


def tidy(text: str) -> str:
    """Spaces and punctuation as in print."""
    text = " ".join(text.split())
    text = re.sub(r"\s+([,.;:?!’)\]])", r"\1", text)
    text = re.sub(r"([(\[])\s+", r"\1", text)
    text = re.sub(r"\s+(['’]s)\b", r"\1", text)
    text = re.sub(r",\s*,", ",", text)
    return text.strip(" ,;:–—-")
