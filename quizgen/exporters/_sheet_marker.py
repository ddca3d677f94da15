"""What the page that checks itself runs: its script and what it knows, packed.

The rules and the words they know would fill the page; deflated they are a quarter.  A browser that
can't unpack them (none of the last three years) shows the page as one without scripts does.
"""

from __future__ import annotations

import base64
import json
import re
import zlib
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from rapidfuzz.distance import OSA

from quizgen.exporters._sheet import Item
from quizgen.grading import port
from quizgen.rendering import render

# The folder `templates/pages/marker`, a file to a module of `quizgen.grading`, each after what it uses.
MARKER = tuple(
    f"marker/{name}"
    for name in (
        "lexicon", "cleaning", "words", "polarity", "lists", "quantities", "amounts", "dates", "names", "phrases", "matching", "keys", "comparing", "verdict",
    )
)  # fmt: skip


def packed(items: Iterable[Item], data: Mapping[str, Any], overrides: Path | None) -> str:
    """The script with its data, deflated (RFC 1951), in base 85 (RFC 1924) with "," for "<", which might end a script."""
    values = json.dumps({**data, **marked_by(list(items))}, separators=(",", ":"))
    script = [
        f"(() => {{ const quiz = {values}, lexicon = quiz.lexicon;",
        *(render(f"pages/{name}.js", overrides) for name in (*MARKER, "check")),
        "})();",
    ]
    pressed = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS, 9)
    content = pressed.compress(tight("\n".join(script)).encode()) + pressed.flush()
    return base64.b85encode(content).decode("ascii").replace("<", ",")


def marked_by(items: Sequence[Item]) -> dict[str, Any]:
    """What the marker needs to know of the questions: answers, the names among them, words."""
    return {"items": [_answer(item) for item in items], "names": _unprinted(items), "lexicon": _known(items)}


def tight(script: str) -> str:
    """A script without comment lines and indentation."""
    return re.sub(r"\n\s*", "\n", re.sub(r"^\s*//.*$", "", script, flags=re.MULTILINE))


def _answer(item: Item) -> dict[str, Any]:
    """What is right and does not stand in the page: there are the accepted answers, and most questions."""
    if item.letter:
        return {"points": item.points, "letter": item.letter}
    return {"points": item.points, **({"prompt": item.question.prompt} if item.form == "gap" else {})}


def _names(items: Iterable[Item]) -> list[str]:
    """The names among the answers and distractors: those with a capital letter and without digits."""
    texts = (
        text
        for item in items
        for text in (item.question.answer, *item.question.accepted, *item.question.distractors)
    )
    named = (text for text in texts if re.search(r"\b[^\W\d_a-z]", text) and not re.search(r"\d", text))
    return list(dict.fromkeys(named))


def _unprinted(items: Sequence[Item]) -> list[str]:
    """Of the names those that do not stand in the page as the answer to a question that is typed."""
    printed = {
        text for item in items if not item.letter for text in (item.question.answer, *item.question.accepted)
    }
    return [name for name in _names(items) if name not in printed]


# --- of what the rules know, what these answers can need ------------------------------------------


def _known(items: Sequence[Item]) -> dict[str, Any]:
    """The knowledge of the rules without the words that no answer to these questions can touch.

    Opposites are kept of words of the quiz, synonyms of words of answers, real words and given names
    where they are near enough to a word of an answer to be taken for a slip of it.
    """
    typed = [item.question for item in items if not item.letter]
    # Names in the coverage may come from any question, so those of all are near too.
    answers = _words(
        [*(text for q in typed for text in (q.answer, *q.accepted, *q.distractors)), *_names(items)]
    )
    prompts = [question.prompt for question in typed]
    every = answers | _words(prompts)
    known = dict(port.knowledge())
    groups = {known["SYNONYMS"][word] for word in every if word in known["SYNONYMS"]}
    known["SYNONYMS"] = {word: group for word, group in known["SYNONYMS"].items() if group in groups}
    known["ANTONYMS"] = {word: others for word, others in known["ANTONYMS"].items() if word in every}
    known["NICKNAMES"] = {name: others for name, others in known["NICKNAMES"].items() if _near(name, answers)}
    meant = every | known["SYNONYMS"].keys()
    known["VERBS"] = {form: base for form, base in known["VERBS"].items() if base in meant}
    for name in ("ENGLISH", "COUNTRIES"):
        known[name] = " ".join(word for word in known[name].split() if _near(word, answers))
    if not any(re.search(known["ASKS_KIND"], port.folded(prompt)) for prompt in prompts):
        known["ASKS_KIND"] = NEVER
    return known


NEVER = "(?!)"  # a pattern that nothing matches


def _words(texts: Iterable[str]) -> set[str]:
    found = {word for text in texts for word in port.words(text)}
    return found | {port.stem(word) for word in found} | {port.root(word) for word in found}


def _near(word: str, others: Iterable[str]) -> bool:
    """Whether a slip of one of the others may be this word or a form of it (see `is_slip`)."""
    return any(
        abs(len(word) - len(other)) <= 3
        and (
            word[0] == other[0]
            or {word[0], other[0]} <= SOUNDS.get(word[0], set())
            or word[:2] == other[1::-1]
        )
        and OSA.normalized_similarity(word, other, score_cutoff=0.59) > 0
        for other in others
        if len(other) > 2
    )


# First letters that sound alike, as `is_slip` takes them.
SOUNDS = {letter: set(group) for group in ("fp", "ck", "iyj", "xz") for letter in group}
