"""Subtitles (SubRip .srt and WebVTT .vtt) become running prose.

Cues are pieces of sentences; they are put together, and a new paragraph begins behind a sentence where
somebody else speaks, where there is a pause, or where the paragraph is long enough.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from quizgen.errors import SourceError
from quizgen.model import Article
from quizgen.sources.composing import Told, compose, lay_out
from quizgen.sources.decoding import decode
from quizgen.sources.documents import Document

# WebVTT, 4.1 and SubRip: hours may be missing in the former, the latter parts milliseconds with a comma.
_TIMING = re.compile(
    r"(?:(\d{1,3}):)?(\d{1,2}):(\d{2})[.,](\d{1,3})\s*-->\s*(?:(\d{1,3}):)?(\d{1,2}):(\d{2})[.,](\d{1,3})"
)
_TAG = re.compile(r"<[^<>\n]{0,200}>|\{\\[^{}\n]{0,100}\}")
_VOICE = re.compile(r"<v(?:\.[^\s>]*)?\s+([^<>\n]{1,80})>")
_SOUND = re.compile(r"[\[(♪♫][^\])♪♫\n]{0,80}[\])♪♫]?|[♪♫]+")
_SPEAKER = re.compile(r"\s*(?:-\s+|>>+\s*|[–—]\s*)")
_ENDS = re.compile(r"[.!?…]['\"”’)]*$")
_PAUSE = 2.5
_LONG = 500


def read(document: Document) -> Iterator[Article]:
    """The one article of a file of subtitles.

    Raises:
        SourceError: it holds no cue.
    """
    text = decode(document.content, document.name)
    paragraphs = list(_paragraphs(_cues(text)))
    if not paragraphs:
        raise SourceError(f"{document.name} holds no subtitles: each needs a line of times with -->.")
    original, blocks = lay_out((paragraph, "text", False) for paragraph in paragraphs)
    yield compose(
        original,
        blocks,
        source=document.slug,
        name=document.name,
        told=Told(url=document.url),
        fallback=document.title,
        changed=document.changed,
    )


def _cues(text: str) -> Iterator[tuple[float, float, bool, str]]:
    """Begin and end in seconds, whether another voice begins, and the words of each cue."""
    for chunk in re.split(r"\n[ \t]*\n", text.replace("\r\n", "\n").replace("\r", "\n")):
        lines = chunk.strip().splitlines()
        at = next((number for number, line in enumerate(lines[:3]) if _TIMING.search(line)), None)
        if at is None:
            continue
        times = _TIMING.search(lines[at])
        assert times is not None
        hours, minutes, seconds, parts, *until = (int(group or 0) for group in times.groups())
        begin = hours * 3600 + minutes * 60 + seconds + parts / 1000
        end = until[0] * 3600 + until[1] * 60 + until[2] + until[3] / 1000
        for number, line in enumerate(lines[at + 1 :]):
            voice = bool(_VOICE.search(line) or _SPEAKER.match(line))
            words = _SOUND.sub(" ", html.unescape(_TAG.sub("", line)))
            words = " ".join(_SPEAKER.sub("", words, count=1).split())
            if words:
                yield begin if not number else end, end, voice, words


def _paragraphs(cues: Iterator[tuple[float, float, bool, str]]) -> Iterator[str]:
    words: list[str] = []
    length, last = 0, 0.0
    recent: list[str] = []
    for begin, end, voice, line in cues:
        if line in recent:
            continue  # captions that roll up repeat the line above
        recent = [*recent[-1:], line]
        done = bool(words) and bool(_ENDS.search(words[-1]))
        if words and ((done and (voice or begin - last > _PAUSE or length > _LONG)) or length > 4 * _LONG):
            yield " ".join(words)
            words, length = [], 0
        words.append(line)
        length += len(line) + 1
        last = end
    if words:
        yield " ".join(words)
