"""Text that is repaired while every character still knows where it came from."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass

Edit = tuple[int, int, str]
"""Start and end of a stretch of the text, and what shall stand there instead."""


@dataclass(frozen=True, slots=True)
class Traced:
    """A stretch of the original, repaired.

    Attributes:
        text: what it reads now.
        anchors: as in `quizgen.model.Paragraph`: between two anchors characters stand one to one.
        end: offset in the original just behind the stretch.
    """

    text: str
    anchors: tuple[tuple[int, int], ...]
    end: int

    @classmethod
    def of(cls, original: str, start: int, end: int) -> Traced:
        """A stretch of the original as it came."""
        return cls(original[start:end], ((0, start),), end)

    def place(self, offset: int) -> int:
        """The place in the original of a character of the text; `len(text)` is its end."""
        if offset >= len(self.text):
            return self.end
        index = max(bisect_right(self.anchors, offset, key=lambda pair: pair[0]) - 1, 0)
        here, there = self.anchors[index]
        limit = self.anchors[index + 1][1] if index + 1 < len(self.anchors) else self.end
        return min(there + offset - here, max(limit, there))

    def edit(self, edits: Iterable[Edit]) -> Traced:
        """The text with stretches replaced; edits are ascending and do not overlap."""
        pieces: list[str] = []
        anchors: list[tuple[int, int]] = []
        written = copied = index = 0

        def anchor(here: int, there: int) -> None:
            while anchors and anchors[-1][0] == here:
                anchors.pop()
            if not anchors or here - anchors[-1][0] != there - anchors[-1][1]:
                anchors.append((here, there))

        def copy(stop: int) -> None:
            nonlocal written, index
            if stop > copied:
                anchor(written, self.place(copied))
                while index < len(self.anchors) and self.anchors[index][0] <= copied:
                    index += 1
                while index < len(self.anchors) and self.anchors[index][0] < stop:
                    here, there = self.anchors[index]
                    anchor(written + here - copied, there)
                    index += 1
                pieces.append(self.text[copied:stop])
                written += stop - copied

        for start, stop, new in edits:
            copy(start)
            if new:
                anchor(written, self.place(start))
                pieces.append(new)
                written += len(new)
            copied = stop
        if not pieces and not copied:
            return self
        end = self.place(copied - 1) + 1 if copied == len(self.text) and not pieces else self.end
        copy(len(self.text))
        return Traced("".join(pieces), tuple(anchors) or ((0, self.place(0)),), end)

    def sub(self, pattern: re.Pattern[str], new: str | Callable[[re.Match[str]], str]) -> Traced:
        """The text with every match replaced, as `re.sub` does; equal replacements leave no trace."""
        return self.edit(
            (match.start(), match.end(), put)
            for match in pattern.finditer(self.text)
            if (put := new if isinstance(new, str) else new(match)) != match.group()
        )

    def strip(self) -> Traced:
        """The text without white space at either end."""
        kept = self.text.strip()
        if kept == self.text:
            return self
        start = self.text.find(kept) if kept else 0
        return self.cut(start, start + len(kept))

    def cut(self, start: int, stop: int) -> Traced:
        """The part from one offset of the text to another."""
        inside = tuple((here - start, there) for here, there in self.anchors if start < here < stop)
        end = self.place(stop - 1) + 1 if start < stop < len(self.text) else self.place(stop)
        return Traced(self.text[start:stop], ((0, self.place(start)), *inside), end)
