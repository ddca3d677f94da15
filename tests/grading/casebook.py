"""Reads the tables of cases: one block a question, expectations behind it."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

FOLDER = Path(__file__).with_name("cases")
VERDICTS = ("correct", "partial", "close", "wrong", "empty", "refused")


@dataclass(frozen=True)
class Case:
    """One typed answer and the verdict that its rule demands; "refused" is any but correct."""

    rule: str
    prompt: str
    answer: str
    typed: str
    verdict: str
    accepted: tuple[str, ...] = ()
    others: tuple[str, ...] = field(default=())


def cases(path: Path) -> list[Case]:
    """All cases of a table.

    Lines: `# rule`, `Q: question`, `A: answer`, `accept: a | b`, `not: other names`, then
    `verdict: typed | typed`.
    """
    found: list[Case] = []
    rule = prompt = answer = ""
    accepted: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    for line in path.read_text(encoding="utf-8").splitlines():
        name, _, rest = line.partition(":")
        values = tuple(value.strip() for value in rest.split(" | "))
        if line.startswith("#"):
            rule = line.lstrip("# ")
        elif name == "Q":
            prompt, accepted, others = rest.strip(), (), ()
        elif name == "A":
            answer = rest.strip()
        elif name == "accept":
            accepted = values
        elif name == "not":
            others = values
        elif name in VERDICTS:
            found += [Case(rule, prompt, answer, typed, name, accepted, others) for typed in values]
        elif line.strip():
            raise ValueError(f"{path.name}: what is {line!r}?")
    return found
