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
    if quote.lower().count(answer.lower()) != 1 or answer not in quote:
        return ""
    start = quote.index(answer)
    before, behind = quote[:start], quote[start + len(answer) :]
    if (answer[0].isalnum() and re.search(r"[\w$£€]\Z", before)) or re.match(r"\w|[.,]\d", behind):
        return ""
    if len(re.findall(r"\w+", before + " " + behind)) < 2 or GAP in quote:
        return ""
    return f"{before}{GAP}{behind}"
