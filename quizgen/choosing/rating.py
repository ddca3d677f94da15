"""How much a question is worth asking: the worth of its kind, less its doubt, more for what the coverage is about.

The weights are set by hand.  A logistic model of forty features, fitted to 670 questions that two
strict markers judged and tested on articles left out, ordered them hardly better (area under the
curve for usable questions .69 against .67, for those worth keeping .75 against .74), so there is none.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence

from quizgen.choosing.candidate import Candidate
from quizgen.choosing.words import HEDGES, content
from quizgen.references import HOUSEHOLD

#: How much a teacher wants to know a kind of fact, before anything else is known of it.
WORTH = {
    "what_failed": 0.8, "why": 0.78, "first": 0.82, "how_long": 0.76, "how_many": 0.75, "how_much": 0.76,
    "how_high": 0.76, "how_far": 0.74, "how_fast": 0.74, "how_big": 0.74, "how_old": 0.52, "when": 0.74,
    "where": 0.7, "who_said": 0.53, "who": 0.6, "which": 0.68, "meaning": 0.5, "how": 0.74,
    "what_said": 0.63, "what": 0.51, "role": 0.48,
}  # fmt: skip
#: Answers that tell nothing without the sentence before: "the company", "her work", "PHE".
_EMPTY_ANSWER = re.compile(r"(?:the|its|their|his|her|an?) [a-z]+", re.I)
#: Things that a reader knows only from the sentence before: "the company", "the party's", "the ceremony".
_POINTING = re.compile(
    r"\bthe (company|firm|party|group|team|agency|organi[sz]ation|ministry|project|program(?:me)?|system|plan|deal|contract|agreement"
    r"|event|ceremony|meeting|trial|test|pass|study|report|survey|bill|case|court|name|number|amount|area|site|region|building|facility"
    r"|craft|ship|device|incident|accident|attack|fire|crash|investigation|man|woman|couple|victims?|suspects?)\b(?! (?:of|that|who|which)\b)"
)
#: A figure in the headline is no news to anybody.
_FIGURE = re.compile(r"\d\d|[$£€]\d")
_LETTERS = re.compile(r"(?:the )?[A-Z]{2,6}s?", 0)
#: A preposition that opens the question, but for "In which year", "For how long" and the like, which read well.
_FRONTED = re.compile(
    r"(?:From|With|Within|On|Of|Through|Into) (?:wh|how)|To (?:how|wh(?!at level))|For (?:wh|how(?! long))"
)
#: "What was suspended on Tuesday?": nothing tells what it is about.
_BARE = re.compile(r"Wh(?:at|o) (?:was|were|has been) \w+(?: on \w+day)?\?")
_CAPITALS = re.compile(r"\b[A-Z]{2}[A-Z0-9]*\b")


def heard_in(candidates: Sequence[Candidate]) -> Counter[str]:
    """How often each word comes up in what could be asked: the article's topics."""
    return Counter(
        word
        for c in candidates
        if not c.fact.refused
        for word in {*content(c.prompt), *content(c.fact.answer)}
    )


def _unexplained(prompt: str, headline: Collection[str]) -> bool:
    """Whether a question holds an abbreviation that neither every reader nor the headline knows."""
    return any(w not in HOUSEHOLD and w.lower() not in headline for w in _CAPITALS.findall(prompt))


def rate(candidate: Candidate, title: str, heard: Counter[str]) -> None:
    """Give a candidate its quality: worth of the kind, less its doubt, more for what the coverage is about."""
    fact, prompt = candidate.fact, candidate.prompt
    words = content(prompt)
    answer = content(fact.answer)
    headline = set(content(title))
    named = re.findall(r"(?<!^)\b\w?[A-Z][\w’'-]+", prompt)
    features = {
        "worth": WORTH.get(fact.kind, 0.65),
        "doubt": -fact.doubt,
        "lead": 0.08 * max(0.0, 1 - candidate.position / 6),
        "headline": 0.04 * min(3, len(headline & set(words))),
        "heard": 0.015 * min(4, sum(heard[w] > 2 for w in set(words))),
        "named": 0.05 if named else -0.08,
        "short": -0.14
        if fact.kind != "what_failed"
        and fact.rule not in {"apposition", "called"}
        and (len(words) < 3 or (len(words) < 4 and not named and not headline & set(words)))
        else 0.0,
        "bare": -0.3 if _BARE.fullmatch(prompt) else 0.0,
        "long": -0.012 * max(0, len(prompt.split()) - 16),
        "answer": -0.02 * max(0, len(fact.answer.split()) - 7),
        "told": (-0.8 if _FIGURE.search(fact.answer) else -0.4)
        if answer and set(answer) - HEDGES <= headline
        else 0.0,
        "few": -0.1
        if fact.kind == "how_many" and fact.answer.lower() in {"two", "2", "both", "one", "1"}
        else 0.0,
        "surname": -0.2
        if prompt.startswith("Who") and " " not in fact.answer and fact.answer[:1].isupper()
        else 0.0,
        "doubtful": -0.05 if fact.doubt > 0.15 else 0.0,
        "elsewhere": 0.0 if not headline or headline & set(words) else -0.06 if named else -0.16,
        "empty answer": -0.15
        if _EMPTY_ANSWER.fullmatch(fact.answer) and fact.kind not in {"where", "first"}
        else 0.0,
        "letters": -0.12 if _LETTERS.fullmatch(fact.answer) else 0.0,
        "able": -0.05
        if fact.kind in {"what", "who"} and re.search(r"\b(can|could|may|might)\b", prompt)
        else 0.0,
        "nobody named": -0.08 if fact.kind == "who" and fact.answer[:1].islower() else 0.0,
        "foreseen": -0.12 if re.search(r"\bw(?:ill|ould)\b", prompt) else 0.0,
        "some one": -0.12 if re.search(r"(?<!least )(?<!than )\b[Oo]ne [a-z]", prompt) else 0.0,
        "pointing": -0.12 if set(_POINTING.findall(prompt)) - headline else 0.0,
        "as of": -0.1 if re.search(r"\bas of\b|^(?:Until|Since) ", prompt) else 0.0,
        "preposition": -0.25 if _FRONTED.match(prompt) else 0.0,
        "letters asked of": -0.12 if fact.kind != "meaning" and _unexplained(prompt, headline) else 0.0,
        "half told": -0.08 if len(answer) > 1 and 2 * len(set(answer) & set(words)) >= len(answer) else 0.0,
        "tail": -0.04 if candidate.of > 8 and candidate.position > 0.85 * candidate.of else 0.0,
    }
    candidate.features = {name: round(value, 3) for name, value in features.items() if value}
    candidate.quality = round(min(1.0, max(0.0, sum(features.values()))), 3)
