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
    pressed = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    content = pressed.compress(tight("\n".join(script)).encode()) + pressed.flush()
    return base64.b85encode(content).decode("ascii").replace("<", ",")


def marked_by(items: Sequence[Item]) -> dict[str, Any]:
    """What the marker needs to know of the questions: answers, the names among them, words."""
    return {"items": [_answer(item) for item in items], "names": _names(items), "lexicon": _known(items)}


def tight(script: str) -> str:
    """A script without comment lines and indentation."""
    return re.sub(r"\n\s*", "\n", re.sub(r"^\s*//.*$", "", script, flags=re.MULTILINE))


def _answer(item: Item) -> dict[str, Any]:
    """What is right and does not stand in the page: there are the accepted answers, and most questions."""
    if item.letter:
        return {"points": item.points, "letter": item.letter}
    return {"points": item.points, **({"prompt": item.question.prompt} if item.form == "gap" else {})}


def _names(items: Sequence[Item]) -> list[str]:
    """Answers and distractors with a capital letter and without digits: the names in the coverage."""
    texts = (
        text
        for item in items
        for text in (item.question.answer, *item.question.accepted, *item.question.distractors)
    )
    named = (text for text in texts if re.search(r"\b[^\W\d_a-z]", text) and not re.search(r"\d", text))
    return list(dict.fromkeys(named))


# --- of what the rules know, what these answers can need ------------------------------------------


def _known(items: Sequence[Item]) -> dict[str, Any]:
    """The knowledge of the rules without the words that no answer to these questions can touch.

    Opposites are kept of words of the quiz, synonyms of words of answers, real words and given names
    where they are near enough to a word of an answer to be taken for a slip of it.
    """
    typed = [item.question for item in items if not item.letter]
    answers = _words(text for q in typed for text in (q.answer, *q.accepted, *q.distractors))
    # Names in the coverage may come from any question, so those of all are near too.
    answers |= _words(_names(items))
    every = answers | _words(question.prompt for question in typed)
    known = dict(port.knowledge())
    stems = {port.stem(word) for word in every} | every
    groups = {known["SYNONYMS"][word] for word in stems if word in known["SYNONYMS"]}
    nicknames = known["NICKNAMES"]
    known["ANTONYMS"] = {word: others for word, others in known["ANTONYMS"].items() if word in stems}
    known["SYNONYMS"] = {word: group for word, group in known["SYNONYMS"].items() if group in groups}
    known["NICKNAMES"] = {name: nicknames[name] for name in nicknames if _near(name, answers)}
    for name in ("ENGLISH", "COUNTRIES"):
        known[name] = " ".join(word for word in known[name].split() if _near(word, answers))
    return known


def _words(texts: Iterable[str]) -> set[str]:
    found = {word for text in texts for word in port.words(text)}
    return found | {port.stem(word) for word in found} | {port.root(word) for word in found}


def _near(word: str, others: Iterable[str]) -> bool:
    """Whether a slip of one of the others may be this word or a form of it (see `is_slip`)."""
    return any(
        abs(len(word) - len(other)) <= 3 and OSA.normalized_similarity(word, other, score_cutoff=0.59) > 0
        for other in others
        if len(other) > 2
    )
