"""What each paragraph is: prose, a heading, a point of a list, another language, or no coverage at all."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quizgen.model import Role
from quizgen.sources.boilerplate import (
    announces_caption,
    byline,
    is_affiliation,
    is_attribution,
    is_boilerplate,
    is_caption,
    is_ornament,
)
from quizgen.sources.dates import date_line
from quizgen.sources.languages import language
from quizgen.sources.splitting import Block

_POINTS = re.compile(
    r"(?:the |our |at a )?(?:key|main|top|quick|essential)?\s*(?:points?|takeaways?|facts|moments|developments|findings"
    r"|lines|highlights|headlines|summary|summar(?:y|ies) of .{1,40}|in brief|in short|glance|recap|what (?:we know|you need to know|to know))"
    r"(?: (?:so far|today|now|at a glance))?\s*:?",
    re.IGNORECASE,
)
# Headings of lists that name other works, whose titles read like news; "^" leads back to where one is cited.
_OF_WORKS = re.compile(
    r"(?:(?:foot|end)?notes|references|citations|sources|bibliography|works cited|literature|further reading"
    r"|external links|see also)(?:(?: and |/| & )(?:(?:foot|end)?notes|references|citations|sources|further reading))?",
    re.IGNORECASE,
)
_SENTENCE_WITHIN = re.compile(r"[a-z]{3,}[.?!]['\"”’]?\s+['\"“‘]?[A-Z]")
_OPEN_END = re.compile(
    r"\b(?:a|an|the|of|to|in|on|at|for|by|with|from|and|or|but|that|which|is|are|was|were|has|have|said|says)$",
    re.I,
)
_LEAD_IN = re.compile(
    r"\b(?:said|says|say|writes?|wrote|adds?|added|tells?|told|asks?|asked|here|following|follows|include|are|is)\b",
    re.I,
)
_CLOCK = re.compile(
    r"(?:at |updated |posted )?\d{1,2}[:.]\d{2}(?::\d{2})?\s*(?:[ap]\.?m\.?)?(?:\s*[A-Z]{2,4})?", re.I
)
_BEGINS_PROSE = {"The", "A", "An", "He", "She", "It", "They", "We", "This", "There", "But", "And"}
_QUOTES = "'\"“”‘’«»"


def is_label_of_points(text: str) -> bool:
    """Is a heading one that announces a list ("Key points") rather than a matter?"""
    return bool(_POINTS.fullmatch(text.strip(_QUOTES + " *_#")))


def is_headline(text: str) -> bool:
    """Does a paragraph read as a headline: short, one sentence at most, without a full stop?"""
    words = text.split()
    if not 0 < len(words) <= 20 or len(text) > 150 or not re.search(r"[^\W\d_]{2}", text):
        return False
    bare = text.rstrip(_QUOTES + ")")
    if (
        not bare
        or "@" in text
        or bare[-1] in ".,;…-–—"
        or (text[-1] in '"”' and text[0] in '"“' and bare[-1] in "!?")
    ):
        return False
    if bare[-1] == ":":
        return len(words) <= 8 and not _LEAD_IN.search(text)
    if bare[-1] in "!?" and len(words) > 10:
        return False
    if len(words) > 12 and words[0] in _BEGINS_PROSE:
        return False
    first = text.lstrip(_QUOTES + "([")[:1]
    begins = (
        first.isupper() or first.isdigit() or (not first.islower() and not first.isalpha() and first != "")
    )
    return (
        (begins or _inner_capital(words[0]))
        and not _OPEN_END.search(bare)
        and not _SENTENCE_WITHIN.search(text)
    )


def _inner_capital(word: str) -> bool:
    """ "iPhone" and "eBay" may begin a headline."""
    return word[:1].islower() and any(map(str.isupper, word))


def assign(texts: Sequence[str], blocks: Sequence[Block]) -> list[Role]:
    """The role of each paragraph, from its words, its form and its neighbours."""
    asides = [_is_aside(text, block) for text, block in zip(texts, blocks, strict=True)]
    _set_followers_aside(texts, blocks, asides)
    foreign = _foreign(texts)
    _set_pull_quotes_aside(texts, asides)
    roles: list[Role] = []
    heading = ""
    for at, (text, block) in enumerate(zip(texts, blocks, strict=True)):
        if asides[at]:
            roles.append("aside")
        elif foreign[at]:
            roles.append("foreign")
        elif block.role:
            roles.append(block.role)
        elif block.listed:
            roles.append(_of_item(text, heading))
        else:
            roles.append("heading" if is_headline(text) else "text")
        if roles[-1] == "heading":
            heading = text
    _settle_headings(texts, blocks, roles)
    return roles


def _is_aside(text: str, block: Block) -> bool:
    if block.role:
        return block.role == "aside" or (block.role != "heading" and is_boilerplate(text))
    return bool(
        is_ornament(text)
        or date_line(text)
        or _CLOCK.fullmatch(text)
        or is_boilerplate(text)
        or byline(text)
        or is_attribution(text)
        or is_caption(text)
    )


def _set_followers_aside(texts: Sequence[str], blocks: Sequence[Block], asides: list[bool]) -> None:
    """Mark the caption that a line announces, and what stands with a byline: paper, place, office."""
    for at in range(1, len(texts)):
        if asides[at] or not asides[at - 1] or blocks[at].role == "heading":
            continue
        named = (
            byline(texts[at - 1]) and is_affiliation(texts[at]) and ("," in texts[at] or "News" in texts[at])
        )
        asides[at] = bool(named) or announces_caption(texts[at - 1])


def _foreign(texts: Sequence[str]) -> list[bool]:
    """Which paragraphs are not English; a short line between such ones belongs to them."""
    spoken = [language(text) for text in texts]
    for at, tongue in enumerate(spoken):
        before, after = spoken[at - 1 : at], spoken[at + 1 : at + 2]
        if tongue == "unclear" and before == ["foreign"] and after in ([], ["foreign"]):
            spoken[at] = "foreign"
    return [tongue == "foreign" for tongue in spoken]


def _set_pull_quotes_aside(texts: Sequence[str], asides: list[bool]) -> None:
    """Mark a quotation that only repeats, for the eye, what another paragraph says."""
    candidates = [
        at
        for at, text in enumerate(texts)
        if len(text) < 400 and text[:1] in _QUOTES and text.rstrip(" .")[-1:] in _QUOTES and not asides[at]
    ]
    for at in candidates[:100]:
        words = texts[at].strip(_QUOTES + " .,")
        signed = at + 1 < len(texts) and is_attribution(texts[at + 1])
        repeated = len(words.split()) > 4 and any(
            words in text for other, text in enumerate(texts) if other != at and len(text) > len(texts[at])
        )
        asides[at] = signed or repeated


def _of_item(text: str, heading: str) -> Role:
    """An item of a list is prose where it is a sentence, unless the list sums up the rest or cites works."""
    prose = text.rstrip(_QUOTES + ")")[-1:] in tuple(".!?:") and len(text.split()) > 5
    cited = _OF_WORKS.fullmatch(heading.strip(" :")) or text.startswith(("^", "↑"))
    return "text" if prose and not cited and not is_label_of_points(heading) else "point"


def _settle_headings(texts: Sequence[str], blocks: Sequence[Block], roles: list[Role]) -> None:
    """Take back headings that head nothing: the last lines, and long runs, which are lists."""
    begin = 0
    for at in range(len(roles) + 1):
        if at < len(roles) and roles[at] == "heading" and blocks[at].role is None:
            continue
        if at - begin > 3:
            heads = at < len(roles) and roles[at] == "text"  # then the last line heads what follows
            for inside in range(begin + 1, at - heads):
                if not is_label_of_points(texts[inside]):
                    roles[inside] = "point"
        begin = at + 1
    followed = False
    for at in range(len(roles) - 1, -1, -1):
        if roles[at] == "heading" and not followed and blocks[at].role is None:
            roles[at] = "aside" if len(texts[at].split()) <= 8 and at else "text"
        followed = followed or roles[at] in ("text", "point")
