"""What is mechanically wrong with a question: a matter of its words, never of taste."""

from __future__ import annotations

import re

from quizgen.choosing.candidate import Candidate
from quizgen.choosing.words import content, tokens

_PRONOUN_SUBJECT = re.compile(
    r"\b(did|does|do|was|were|is|are|has|have|had|can|could|will|would|should|may|might|must) (he|she|they|it|we|i|you)\b(?! (?:take|cost)s?\b)",
    re.I,
)
_RELATIVE = re.compile(
    r"\b(today|yesterday|tomorrow|tonight|(?:last|next|this|past) (?:week|month|year|night|summer|winter|spring|autumn|fall)|currently|now|recently|ago|since then|at the time|that (?:day|time|year|month|week))\b",
    re.I,
)
_ABOUT_TEXT = re.compile(
    r"\b(?:this|the) (?:article|text|passage|story)\b|according to the (?:article|text|passage)", re.I
)
_WH = re.compile(r"\b(who|whom|whose|what|when|where|why|which|how)\b", re.I)
#: What no well-formed question holds: it ends in the air, or a second sentence begins in its midst.
_GARBLED = re.compile(
    r"\b(called|named|titled|dubbed|including|whereby|and|or|the|a|an|that|which|such as)\?$|, (that|which|who|where)\b|\bwhereby\b"
    r"|\bcannot not\b|\b(announced?|says?|said|believed?|revealed?|confirmed?) (is|are|was|were|has|have|had|will)\b|\b(a|an|the) (a|an|the)\b"
    r"|\b(a|an|the), ",
    re.I,
)
_POINTING_ANSWER = re.compile(
    r"\b(same|similar|such(?! as\b)|this|these|those|another|others?|one of them|it|them)\b", re.I
)
#: "400 people boarded after another ship had canceled": inside a clause it says which by itself.
_ONE_MORE = re.compile(
    r"^(?:(?!\b(?:same|similar|such|this|these|those|others?|one of them)\b).)+\banother \w+ (?:\w+ed|was|were|had)\b"
)
#: Kinds whose extractors see to it that a pronoun of the answer stands for something in the question.
_ANCHORED = frozenset({"why", "how"})
_THEM = re.compile(r"\b(them|him|her)(?=\?$|,| (?:in|on|at|to|for|with|from|by|of|according)\b)")
#: An "it" that the question only ends with, the subject being another: "has Lindau replaced it with?"
_IT_LAST = re.compile(r"\bit (?:with|by|from|into|to|for|of|on|in|at|against)\?$")
#: A name in full, and again: nobody talks like that ("How old was Ann Lee when Ann Lee's house burnt?").
_NAME_TWICE = re.compile(r"\b([A-Z][\w’'.-]+ [A-Z][\w.-]+)\b.*\b\1\b(?! [A-Z])")
#: A number that was cut off what it counts or ranks: "did 4 Ohio State win".
_LONE_NUMBER = re.compile(r"\b(?:do|does|did|is|are|was|were|has|have|had) \d[\d,.]* [A-Z]")
#: Letters by which two words are forms of one ("critics", "critical").
STEM = 6
#: Verbs that say nothing without what goes with them: "When did the officials go?"
_INCOMPLETE = re.compile(
    r"\b(?:go|come|get|end up|become|put|seem|appear|consist|depend|rely|refer|belong|lie|deal|aim|prove|turn)\?$"
)
_PRONOUNS = frozenset("he she it they this that him her them we i you these those one".split())
ASKS_SUBJECT = frozenset({"subject", "failed", "called_off", "ranking", "agent"})
_PLURAL = re.compile(r"(Who|What) (are|were|have|do)\b")


def flaw(candidate: Candidate) -> str:
    """What is mechanically wrong with a question, "" if nothing is."""
    prompt, answer = candidate.prompt, candidate.fact.answer
    if not prompt.endswith("?") or not _WH.search(prompt):
        return "it is no question"
    unquoted = re.sub(r"[\"“][^\"”]*[\"”]", "so", prompt)
    if not (3 if candidate.fact.kind == "meaning" else 4) <= len(prompt.split()) <= 28:
        return "the question is too short or too long"
    if len(answer.split()) > (
        18 if candidate.fact.rule == "means" else 16 if candidate.fact.kind == "why" else 14
    ):
        return "the answer is too long"
    if _PRONOUN_SUBJECT.search(unquoted):
        return "a pronoun is the subject"
    if _RELATIVE.search(unquoted):
        return "it tells a time that depends on the day of writing"
    if _ABOUT_TEXT.search(unquoted):
        return "it talks about the article"
    if (
        re.search(r"\s[,.;?]|\?\?|,\?|[(){}\[\]|]|\.\.\.|…|;|:\s", unquoted)
        or prompt.count("“") != prompt.count("”")
        or prompt.count('"') % 2
    ):
        return "stray punctuation"
    if (
        answer.count('"') % 2
        or answer.count("“") != answer.count("”")
        or answer.count("(") != answer.count(")")
    ):
        return "the answer has half a pair of marks"
    if " ".join(answer.split()) not in candidate.fact.evidence.quote:
        return "the answer does not stand in the evidence"
    if candidate.fact.rule in ASKS_SUBJECT and _PLURAL.match(prompt):
        return "'who' and 'what' take a singular verb"
    if _GARBLED.search(unquoted) and candidate.fact.rule != "called":
        return "the parse went wrong"
    words = f" {' '.join(tokens(prompt))} "
    squeezed = " ".join(tokens(answer))
    if not squeezed or (len(squeezed) > 2 and f" {squeezed} " in words):
        return "it gives its answer away"
    told = [w for w in content(answer) if len(w) > 2 or w.isdigit()]
    if told and all(f" {w} " in words for w in told):
        return "it gives its answer away"
    if squeezed in _PRONOUNS:
        return "the answer is a pronoun"
    if (
        re.search(r"\b(I|[Ww]e|[Mm]y|[Oo]ur|us|[Yy]ou|[Yy]our)\b", answer)
        and candidate.fact.kind != "who_said"
        and candidate.fact.rule != "called"
    ):
        return "the answer speaks for the writer"
    pointing = _POINTING_ANSWER.search(answer)
    if (
        pointing
        and candidate.fact.kind != "who_said"
        and candidate.fact.rule != "consequence"
        and not (candidate.fact.kind in _ANCHORED and pointing[0].lower() in {"it", "them"})
        and not (candidate.fact.kind == "why" and _ONE_MORE.search(answer) and len(answer.split()) > 6)
    ):
        return "the answer points to something else"
    if _THEM.search(unquoted) and not re.search(
        r"\b[a-z]+s\b.*\bthem\b|[A-Z][a-z]+['’]s? .*\b(?:him|her)\b", unquoted
    ):
        return "'them' stands for nothing"
    if _IT_LAST.search(unquoted):
        return "'it' stands for nothing"
    if re.search(r"\b(\w{3,}) \1\b", prompt, re.I):
        return "a word stands twice"
    asked = {w for w in tokens(prompt) if len(w) >= STEM}
    akin = {w for w in told if len(w) >= STEM and w not in asked and any(w[:STEM] == p[:STEM] for p in asked)}
    # An answer that is nothing else may have a capital from its sentence's start ("Critics").
    if candidate.fact.kind == "who" and any(w in answer or [w] == told for w in akin):
        return "it gives its answer away"
    if candidate.fact.kind not in {"where", "how", "how_far", "how_long"} and _INCOMPLETE.search(prompt):
        return "the verb alone says nothing"
    if _LONE_NUMBER.search(unquoted):
        return "the parse went wrong"
    if _NAME_TWICE.search(unquoted):
        return "a name stands twice"
    return ""
