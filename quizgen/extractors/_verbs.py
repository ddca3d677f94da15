"""Forms of the verb in a question: do-support, inversion, written-out contractions, past and base."""

from __future__ import annotations

from functools import lru_cache

from lemminflect import getInflection
from spacy.tokens import Token

from quizgen.extractors._clauses import BE, Clause
from quizgen.extractors._phrases import Unclear

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


def written_out(token: Token, clause: Clause) -> str:
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


def inverted(clause: Clause) -> tuple[str, str]:
    """The auxiliary that goes before the subject, and the verb group that stays behind it."""
    verb = clause.verb
    if clause.added in DO or clause.lent:
        return clause.added, verb.lemma_.lower()
    if clause.added:
        return clause.added, verb.text
    if _told_before(clause):
        return "did", verb.lemma_.lower()
    if clause.auxiliaries:
        first, *others = clause.auxiliaries
        return written_out(first, clause), " ".join([*(written_out(a, clause) for a in others), verb.text])
    if verb.lemma_ == "be" or verb.lower_ in BE:
        return written_out(verb, clause), ""
    if verb.tag_ == "VBD":
        return "did", base(verb)
    if verb.tag_ == "VBZ":
        return "does", base(verb)
    if verb.tag_ == "VBP":
        return "do", base(verb)
    raise Unclear(f"the form of '{verb.text}' is not certain")


#: What goes with a past before another past, which stays one when nobody reports it.
BEFORE = frozenset("already never ever long previously yet just since for by until before after when".split())


def _told_before(clause: Clause) -> bool:
    """ "said it had signed the deal": without the report it signed it."""
    verb = clause.verb
    return (
        clause.saying is not None
        and clause.saying.tag_ == "VBD"
        and [a.lower_ for a in clause.auxiliaries] == ["had"]
        and verb.tag_ == "VBN"
        and verb.lemma_ not in {"be", "have"}
        and not clause.passive
        and clause.negation is None
        and not any(t.lower_ in BEFORE for t in verb.subtree)
    )


def finite(clause: Clause) -> str:
    """The verb of a question that asks for its subject."""
    lemma = clause.verb.lemma_.lower()
    if clause.added == "did":
        return past(lemma)
    if clause.added in {"do", "does"}:
        return str(getInflection(lemma, tag="VBZ" if clause.added == "does" else "VBP")[0])
    return lemma if clause.lent else written_out(clause.verb, clause)


DO = frozenset({"do", "does", "did"})


def base(verb: Token) -> str:
    """The base form of a finite verb."""
    lemma = verb.lemma_.lower()
    if (
        verb.tag_ == "VBD"
        and verb.lower_ == f"{lemma}ed"
        and verb.lower_ not in getInflection(lemma, tag="VBD")
    ):
        lemma = f"{lemma}e"  # the parse takes "fined" for a form of "fin"
    if lemma == verb.lower_ and verb.tag_ in {"VBD", "VBZ"} and not _same_past(lemma):
        raise Unclear(f"the base form of '{verb.text}' is not known")
    return lemma


@lru_cache(maxsize=4096)
def _same_past(lemma: str) -> bool:
    return lemma in getInflection(lemma, tag="VBD")


def past(lemma: str) -> str:
    """The simple past of a verb ("write" → "wrote")."""
    return _form(lemma, "VBD", "past")


def participle(lemma: str) -> str:
    """The past participle of a verb ("write" → "written")."""
    return _form(lemma, "VBN", "participle")


@lru_cache(maxsize=4096)
def _form(lemma: str, tag: str, name: str) -> str:
    forms = getInflection(lemma, tag=tag)
    if not forms:
        raise Unclear(f"the {name} of '{lemma}' is not known")
    return str(forms[0])


def singular(lemma: str) -> str:
    """The third person of a verb ("manage" → "manages")."""
    return str(getInflection(lemma, tag="VBZ")[0])
