"""Tokens in words that stand alone, without the sentence before.

Names come in full, pronouns as what they stand for, "the capsule" as "the Crew Dragon capsule".
What can't be made to stand alone raises `Unclear`, with the reason that `ask --why` shows.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from lemminflect import getInflection
from spacy.tokens import Token

from quizgen.extractors._capitals import happens, is_common, opens_name
from quizgen.extractors._full_names import lacks_article, name_in_full
from quizgen.extractors._phrases import SUBJECTS, Phrase, Unclear, outside_brackets
from quizgen.extractors._pronominal import NEVER, POINTING, STORMS, pronoun
from quizgen.lexicon import noun_class
from quizgen.model import Sentence
from quizgen.references import (
    HONORIFICS,
    HOUSEHOLD,
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
#: Numbers that say nothing without what they count, where they stand for it themselves.
MANY = frozenset("dozens hundreds thousands millions billions".split())
BARE = frozenset({*SUBJECTS, "dobj", "pobj", "attr"})


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
        common = is_common(token, sentence) or happens(token, sentence)
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
            and not opens_name(token)
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
            text, extra = pronoun(token, sentence, owner, asked_owner, included, said + "".join(out))
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
            text, end, extra = name_in_full(token, sentence, included)
            doubt += extra
            if lacks_article(token, end, sentence) and (
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


def tidy(text: str) -> str:
    """Spaces and punctuation as in print."""
    text = " ".join(text.split())
    text = re.sub(r"\s+([,.;:?!’)\]])", r"\1", text)
    text = re.sub(r"([(\[])\s+", r"\1", text)
    text = re.sub(r"\s+(['’]s)\b", r"\1", text)
    text = re.sub(r",\s*,", ",", text)
    return text.strip(" ,;:–—-")
