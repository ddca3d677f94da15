"""A sentence with a gap where the answer stood."""

from __future__ import annotations

import re

GAP = "____"


def cloze(quote: str, answer: str) -> str:
    """The quote with the answer replaced by "____".

    "" if the answer is not there as whole words, is there more than once (in whatever case), or is all
    there is: a gap must leave something to go by, and nothing else may give it away.
    """
    answer = " ".join(answer.split())
    if not answer:
        return ""
    words = r"\s+".join(re.escape(word) for word in answer.split(" "))
    found = list(re.finditer(words, quote, re.IGNORECASE))
    if len(found) != 1 or " ".join(found[0][0].split()) != answer:
        return ""
    gap = found[0]
    before, behind = quote[: gap.start()], quote[gap.end() :]
    if (answer[0].isalnum() and re.search(r"[\w$£€]\Z", before)) or re.match(r"\w|[.,]\d", behind):
        return ""
    if len(re.findall(r"\w+", before + " " + behind)) < 2 or GAP in quote:
        return ""
    return f"{before}{GAP}{behind}"
