"""Nouns of acts told as what was done: "the retirement of the shuttles" as "the shuttles were retired"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lemminflect import getInflection
from spacy.tokens import Token

from quizgen.extractors._clauses import is_plural
from quizgen.extractors._phrases import Phrase, Unclear, noun_phrase
from quizgen.extractors._wording import wording
from quizgen.lexicon import is_person_noun, noun_class
from quizgen.model import Sentence

#: Nouns of what is done to somebody or something.
DONE = {
    "abduction": "abduct", "abolition": "abolish", "acquisition": "acquire", "acquittal": "acquit", "adoption": "adopt",
    "annexation": "annex", "appointment": "appoint", "approval": "approve", "arrest": "arrest", "assassination": "assassinate",
    "bombing": "bomb", "building": "build", "cancellation": "cancel", "capture": "capture", "closure": "close",
    "completion": "complete", "confirmation": "confirm", "construction": "build", "conviction": "convict",
    "coronation": "crown", "creation": "create", "decommissioning": "decommission", "demolition": "demolish",
    "destruction": "destroy", "discovery": "discover", "dismissal": "dismiss", "dissolution": "dissolve",
    "election": "elect", "enactment": "enact", "execution": "execute", "expulsion": "expel", "extradition": "extradite",
    "formation": "form", "founding": "found", "hijacking": "hijack", "impeachment": "impeach", "imprisonment": "imprison",
    "inauguration": "inaugurate", "introduction": "introduce", "invasion": "invade", "invention": "invent",
    "kidnapping": "kidnap", "killing": "kill", "liberation": "liberate", "murder": "murder",
    "nationalisation": "nationalise", "nationalization": "nationalize", "nomination": "nominate", "poisoning": "poison",
    "privatisation": "privatise", "privatization": "privatize", "publication": "publish", "purchase": "purchase",
    "ratification": "ratify", "reelection": "reelect", "re-election": "re-elect", "renovation": "renovate",
    "reopening": "reopen", "restoration": "restore", "sale": "sell", "seizure": "seize", "signing": "sign",
    "takeover": "take over", "unveiling": "unveil",
}  # fmt: skip
#: Nouns of what somebody or something does.
DOING = {
    "arrival": "arrive", "opening": "open", "closing": "close", "capsizing": "capsize", "collapse": "collapse", "death": "die", "departure": "leave",
    "disappearance": "disappear", "resignation": "resign", "retirement": "retire", "sinking": "sink",
    "surrender": "surrender", "withdrawal": "withdraw",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Act:
    """The pieces of a question on an act that a noun tells."""

    aux: str
    subject: str
    verb: str
    rest: str
    doubt: float


def act_of(noun: Token, gone: set[int], sentence: Sentence) -> Act | None:
    """What a noun of an act tells as a clause; None for other nouns.

    Raises:
        Unclear: who did it, or to whom or what it was done, is not said so that it can stand alone.
    """
    name = noun.lemma_.lower()
    if name not in DONE and name not in DOING:
        return None
    owner = next((c for c in noun.lefts if c.dep_ == "poss"), None)
    of = next((o for p in noun.rights if p.lower_ == "of" for o in p.rights if o.dep_ == "pobj"), None)
    by = next((o for p in noun.rights if p.lower_ == "by" for o in p.rights if o.dep_ == "pobj"), None)
    patient = of or owner
    if patient is None or patient.i in gone:
        raise Unclear("to whom or what it happened is not said")
    place = next((c for c in patient.rights if c.dep_ == "prep" and c.lower_ in {"in", "at", "near"}), None)
    where = "" if place is None else wording([t for t in place.subtree if t.i not in gone], sentence).text
    gone = gone | ({t.i for t in place.subtree} if place is not None else set())
    subject = _named(patient, gone, sentence)
    undergone = DONE.get(name, "retire" if name == "retirement" and not _somebody(patient, sentence) else "")
    if not undergone:
        return Act("did", subject.text, DOING[name], where, subject.doubt)
    agent = owner if of is not None and owner is not None else by
    if agent is not None:
        doer = _named(agent, gone, sentence)
        return Act("did", doer.text, undergone, f"{subject.text} {where}", subject.doubt + doer.doubt)
    body = [c for c in noun.lefts if c.dep_ == "compound" and c.i not in gone]
    if body and not all(c.pos_ == "PROPN" and c.ent_type_ == "ORG" for c in body):
        raise Unclear("what kind of act it was does not fit into the verb")
    verb, *rest = undergone.split()
    done = " ".join([str(getInflection(verb, tag="VBN")[0]), *rest])
    rest = [where, f"by the {' '.join(c.text for c in body)}" if body else ""]
    aux = "were" if is_plural(patient) else "was"
    return Act(aux, subject.text, done, " ".join(r for r in rest if r), subject.doubt)


def _named(noun: Token, gone: set[int], sentence: Sentence) -> Phrase:
    """Somebody or something without the "'s" of an owner."""
    tokens = [t for t in noun_phrase(noun) if t.i not in gone and t.i <= noun.right_edge.i]
    phrase = wording([t for t in tokens if t.tag_ != "POS"], sentence)
    if noun.tag_ == "PRP$":
        return Phrase(re.sub(r"['’]s?$", "", phrase.text), phrase.doubt)
    return phrase


def _somebody(noun: Token, sentence: Sentence) -> bool:
    return (
        noun.pos_ == "PRON"
        or is_person_noun(noun.lemma_)
        or noun_class(noun.lemma_) == "group"
        or bool(sentence.references.person_at(noun))
    )
