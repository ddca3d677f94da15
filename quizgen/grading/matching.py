"""An answer in words against the words that were typed: what is missing, what was added, what contradicts."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import OSA

from quizgen.grading.cleaning import fold
from quizgen.grading.finding import Finding
from quizgen.grading.lexicon import (
    ANTONYMS,
    DISTINGUISHING,
    GENERIC,
    PARTICLES,
    STOP,
    SYNONYMS,
    TITLES,
    VERBS,
)
from quizgen.grading.phrases import Phrase, content, phrase
from quizgen.grading.polarity import negations, opposed
from quizgen.grading.words import is_word, likeness, root, stem


def is_acronym(short: str, words: tuple[str, ...], text: str) -> bool:
    """Whether folded `short` is made of the initials of the words, small ones counted or not."""
    if not (2 <= len(short) <= 8 and short.isalpha()) or len(short) < 2:
        return False
    every = list(re.findall(r"[^\W\d_]+", text))
    without = [word for word in every if word not in STOP]
    return len(without) > 1 and short in (
        "".join(w[0] for w in every),
        "".join(w[0] for w in without),
        "".join(w[0] for w in words if w),
    )


def _join(words: tuple[str, ...], others: tuple[str, ...]) -> tuple[str, ...]:
    """Neighbours written apart that the other side writes as one: space + walk, de + pressurised."""
    targets = {stem(word) for word in others}
    joined: list[str] = []
    index = 0
    while index < len(words):
        if index + 1 < len(words) and words[index].isalpha() and words[index + 1].isalpha():
            both = words[index] + words[index + 1]
            if stem(both) in targets:
                joined.append(both)
                index += 2
                continue
        joined.append(words[index])
        index += 1
    return tuple(joined)


def _similar(typed: str, meant: str, *, strict: bool, exact: bool, proper: bool) -> str:
    if typed.isdigit() or meant.isdigit():
        return "same" if typed == meant else "none"
    like = likeness(typed, meant, strict=strict, exact=exact)
    if like == "form" and proper and not (meant.endswith("ern") or typed.endswith("ern")):
        return "none" if stem(typed) != stem(meant) and {typed, meant} & DISTINGUISHING else like
    if like == "none" and not proper:
        group = _group(typed)
        if group and group == _group(meant):
            return "same"
    if (
        like == "none"
        and typed.isalpha()
        and meant.isalpha()
        and len(typed) == 1
        and proper
        and meant.startswith(typed)
        and meant in DISTINGUISHING
    ):
        return "same"  # "S. Korea"
    return like


@lru_cache(maxsize=4096)
def _group(word: str) -> str:
    """The word that stands for all that mean the same, "" if there is none."""
    return next(
        (SYNONYMS[form] for form in (word, stem(word), VERBS.get(word, root(word))) if form in SYNONYMS), ""
    )


@dataclass(slots=True)
class _Match:
    """How the words of an answer were found in what was typed."""

    missing: list[str]  # words of the answer that were not
    left: list[str]  # typed words that stand for none of them
    slips: list[str]  # words of the answer that were mistyped


def _match(typed: tuple[str, ...], meant: Phrase, words: tuple[str, ...], strict: bool) -> _Match:
    found = _Match([], list(typed), [])
    rest: list[str] = []
    for word in words:  # equal ones first, so that a slip can't take the word of another
        if word in found.left:
            found.left.remove(word)
        else:
            rest.append(word)
    for word in rest:
        exact = meant.acronym or word in meant.exact
        likes = {
            other: _similar(other, word, strict=strict, exact=exact, proper=meant.proper)
            for other in found.left
        }
        best = next(
            (other for want in ("same", "form", "typo") for other, like in likes.items() if like == want),
            None,
        )
        if best is None and meant.proper and len(words) > 1:
            best = next((other for other in found.left if _shortened(other, word)), None)
        if best is None:
            found.missing.append(word)
            continue
        found.left.remove(best)
        if likes[best] == "typo":
            found.slips.append(word)
    return found


def _shortened(typed: str, meant: str) -> bool:
    """Whether a word of a longer name was cut short: "Man" in "Man United"."""
    short = stem(typed)  # "Dems" for "Democrats"
    return len(meant) > 5 and 3 <= len(short) <= len(meant) - 3 and meant.startswith(short)


def compare_phrase(
    typed_text: str,
    meant_text: str,
    prompt: frozenset[str],
    others: tuple[frozenset[str], ...],
    *,
    strict: bool,
) -> Finding:
    """Verdict, reason and veto for an answer in words.

    Args:
        typed_text: folded.
        meant_text: cleaned, with its case.
        prompt: content words of the question.
        others: content words of each other name in the coverage.
        strict: no typing mistakes are forgiven.
    """
    meant = phrase(meant_text)
    if not meant.words:
        return Finding("wrong", "That is not the answer.")
    if set(content(typed_text)) <= prompt and not set(meant.words) <= prompt:
        return Finding("wrong", "That is what the question says already.")
    if meant.code:
        return _compare_code(typed_text, meant.code)
    if reason := _acronym(typed_text, meant_text, meant):
        return Finding("correct", reason)
    typed_text = _with_prefix(typed_text, meant)
    typed = content(typed_text)
    words = _join(meant.words, typed)
    typed = _join(typed, words)
    found = _match(typed, meant, words, strict)
    if reason := _contradiction(typed_text, typed, found, meant, words, prompt):
        return Finding("wrong", reason, veto=True)
    for other in others:
        if other and not other <= set(words) and other <= set(typed) and not other <= prompt:
            return Finding("wrong", "That names something else in the coverage.", veto=True)
    return _judge(typed, found, meant, words, prompt)


def _compare_code(typed_text: str, code: str) -> Finding:
    """Letters and digits in their order, hyphens and spaces free: "MH 370", not "MH307"."""
    spelt = r"[ -]?".join(map(re.escape, code))
    if re.search(rf"(?<![^\W_]){spelt}(?![^\W_])", typed_text) and not negations(typed_text):
        return Finding("correct", "Right.")
    return Finding("wrong", "That is not the answer.")


def _acronym(typed_text: str, meant_text: str, meant: Phrase) -> str:
    """Why short and long form of a name are the same, "" if they are not."""
    if negations(typed_text):
        return ""
    folded = fold(meant_text)
    flat = re.findall(r"[^\W\d_]+", re.sub(r"[.-]|(?<=\b\w) ?& ?(?=\w\b)", "", typed_text))  # "J&J"
    short = [word for word in flat if word not in STOP and word not in GENERIC] or flat
    if meant.proper and len(short) == 1 and is_acronym(short[0], meant.words, folded):
        return "That is its short form."
    typed = content(typed_text)
    if meant.acronym and len(typed) > 1 and is_acronym(re.sub(r"\W", "", folded), typed, typed_text):
        return "That is what the letters stand for."
    return ""


def _with_prefix(typed_text: str, meant: Phrase) -> str:
    """ "not crewed" written as the answer has it, "uncrewed"."""

    def joined(found: re.Match[str]) -> str:
        made = (prefix + found[1] for prefix in ("un", "non", "in", "dis"))
        return next((word for word in made if word in meant.words), found[0])

    return re.sub(r"\bnot (\w+)", joined, typed_text)


def _contradiction(
    typed_text: str,
    typed: tuple[str, ...],
    found: _Match,
    meant: Phrase,
    words: tuple[str, ...],
    prompt: frozenset[str],
) -> str:
    """Why what was typed says something that can't stand beside the answer, "" if it does not."""
    if negations(typed_text) % 2 != meant.negated % 2 and len(found.missing) < len(words):
        return "That says the opposite."
    new = [word for word in found.left if word not in prompt]
    if any(opposed(word, other) for word in new for other in words):
        return "That says the opposite."
    if not any(opposed(word, asked) for word in words for asked in prompt) and any(
        opposed(word, asked) for word in new for asked in prompt
    ):
        return "That says the opposite of what is asked."
    if any(word[0].isdigit() for word in new) and any(word[0].isdigit() for word in words):
        return "The number is another."
    return ""


def _judge(
    typed: tuple[str, ...], found: _Match, meant: Phrase, words: tuple[str, ...], prompt: frozenset[str]
) -> Finding:
    """Verdict and reason by what is missing and what was added."""
    missing, kept = found.missing, [word for word in words if word not in found.missing]
    added = [word for word in found.left if word not in prompt and stem(word) not in prompt]
    if not missing:
        changing = [word for word in added if word in DISTINGUISHING]
        if changing and _adjacent(typed, changing, words):
            return Finding("close", f"“{changing[0]}” makes it something else.")
        if meant.proper and len(words) > 1 and len(typed) <= len(words) + 2 and _split(typed, added, words):
            return Finding("close", "A word more makes it something else.")
        if meant.proper and found.slips and any(word not in GENERIC for word in added):
            return Finding("close", "Close: check the spelling.")
        if found.slips:
            return Finding("correct", f"Right, but for a typing mistake: {', '.join(found.slips)}.")
        return Finding("correct", "All that matters is there.")
    weights = {word: 0.1 if word in meant.optional else _weight(word, prompt) for word in words}
    share = sum(weights[word] for word in kept) / (sum(weights.values()) or 1.0)
    needed = [word for word in missing if not _may_miss(word, meant, prompt)]
    if "where" in prompt and meant.proper and set(missing) <= meant.tail and set(kept) - meant.tail:
        needed = []  # "RAF Coningsby in Lincolnshire": RAF Coningsby
    if not added or (meant.optional >= set(missing) and _abbreviates(added, missing)):
        if not needed and (share >= 0.5 or (kept and meant.optional | meant.tail >= set(missing))):
            return Finding("correct", "All that matters is there.")
        if prompt & _SIDES and any(word in DISTINGUISHING or word in ANTONYMS for word in kept):
            return Finding("correct", "All that matters is there.")
    telling = [w for w in missing if w in DISTINGUISHING or w in meant.names or w[0].isdigit()]
    if meant.proper:
        telling = needed
    if not added and kept:
        if meant.tail and set(kept) <= meant.tail and not set(missing) <= meant.tail:
            if set(missing) <= GENERIC - meant.tail:
                return Finding("correct", "All that matters is there.")  # "the coast of Oman": Oman
            return Finding("partial", "Only part of the answer.")
        if meant.names and meant.names <= set(kept) and set(missing) <= GENERIC:
            return Finding("correct", "All that matters is there.")
        if share >= 0.66 and not telling:
            return Finding("correct", "Nearly all that matters is there.")
        part = share >= 0.4 or set(kept) <= meant.optional
        return Finding("partial" if part else "close", "Something is missing.")
    if not meant.proper and share >= 0.75 and len(words) >= 3 and not telling:
        return Finding("correct", "Nearly all that matters is there.")
    if added and all(any(_looks_like(other, word) for other in added) for word in missing):
        return Finding("close", "Close: check the spelling.")
    return Finding("wrong", "That is not the answer.")


_SIDES = frozenset(("side", "direction", "half", "end", "coast", "bank", "wing", "part"))


def _may_miss(word: str, meant: Phrase, prompt: frozenset[str]) -> bool:
    if word in meant.optional or word in prompt or stem(word) in prompt:
        return True
    initial = len(word) == 1 and word.isalpha()
    return meant.proper and (word in GENERIC or word in PARTICLES or initial)


def _abbreviates(added: list[str], missing: list[str]) -> bool:
    """Whether what was added is short for what is missing: "FL" for "Florida"."""
    letters = "".join(missing)
    return bool(added) and all(
        len(word) == 2 and word[0] == letters[0] and word[1] in letters[1:] for word in added
    )


def _weight(word: str, prompt: frozenset[str]) -> float:
    if word in prompt or stem(word) in prompt:
        return 0.25
    return 0.5 if word in GENERIC or word in TITLES else 1.0


def _adjacent(typed: tuple[str, ...], extras: list[str], words: tuple[str, ...]) -> bool:
    """Whether an extra word stands directly before a word of the answer."""
    return any(
        typed[k] in extras
        and k + 1 < len(typed)
        and any(likeness(typed[k + 1], word) != "none" for word in words[:1])
        for k in range(len(typed))
    )


def _split(typed: tuple[str, ...], added: list[str], words: tuple[str, ...]) -> bool:
    """Whether a word was put inside a name: "Oxford Brookes University"."""
    places = [k for k, word in enumerate(typed) if word in added and word not in GENERIC]
    return any(0 < k < len(typed) - 1 and typed[k - 1] in words and typed[k + 1] in words for k in places)


def _looks_like(typed: str, meant: str) -> bool:
    """Whether a word is near enough to another to ask for a second look."""
    return (
        len(meant) > 3
        and typed.isalpha()
        and typed[0] == meant[0]
        and not is_word(typed)
        and OSA.normalized_similarity(typed, meant) >= 0.6
    )
