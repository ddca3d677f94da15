"""Examples: a passage and exactly the questions that it gives."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from quizgen.notation.lines import Reader
from quizgen.notation.markdown import escaped, fields, one_line, quoted


@dataclass(frozen=True, slots=True)
class Pair:
    """A question of an example, with its answer and other right answers."""

    prompt: str
    answer: str
    accepted: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Example:
    """A passage and exactly the questions it gives.

    Attributes:
        passage: its paragraphs, with a blank line between them.
        gap: why it does not give them yet, "" if it does.
        line: where the passage begins, counted from 1.
    """

    passage: str
    questions: tuple[Pair, ...] = ()
    gap: str = ""
    line: int = 1


def read_examples(text: str, where: str = "") -> list[Example]:
    """The examples in a text.

    Args:
        where: the file's name, for messages.

    Raises:
        NotationError: a line can't be read; the message names file and line.
    """
    return [
        Example(
            passage.text,
            tuple(
                Pair(str(q.values["prompt"]), str(q.values["answer"]), tuple(q.values.get("accepted", ())))
                for q in passage.questions
            ),
            passage.gap,
            passage.line,
        )
        for passage in Reader(text, where, quiz=False).passages
    ]


def write_examples(examples: Iterable[Example]) -> str:
    """Examples as text that `read_examples` reads back."""
    return "\n".join(_example(example) for example in examples)


def _example(example: Example) -> str:
    passage = [f"> {quoted(one_line(paragraph))}".rstrip() for paragraph in example.passage.split("\n\n")]
    lines = ["\n>\n".join(passage), ""]
    if example.gap:
        lines += [f"Gap: {escaped(one_line(example.gap))}", ""]
    for pair in example.questions:
        lines += fields({"Q": pair.prompt, "A": pair.answer, "Also": pair.accepted})
        lines.append("")
    return "\n".join(lines)
