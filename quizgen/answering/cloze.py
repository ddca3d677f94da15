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
    whole = re.compile(
        rf"(?<![\w$£€]){words}(?!\w|[.,]\d)" if answer[0].isalnum() else rf"{words}(?!\w|[.,]\d)"
    )
    found = list(whole.finditer(quote))
    if len(found) != 1 or len(re.findall(words, quote, re.IGNORECASE)) != 1:
        return ""
    gap = found[0]
    left = quote[: gap.start()] + quote[gap.end() :]
    if len(re.findall(r"\w+", left)) < 2 or GAP in quote:
        return ""
    return f"{quote[: gap.start()]}{GAP}{quote[gap.end() :]}"
