"""Measure the page reader: `python tests/sources/measure.py [FOLDER]`, tests/data/pages if none is named.

The folder holds pages, the expected text of each, and index.jsonl that names both ("file", "truth").
Printed for each page: word-level F1 of all paragraphs that are coverage, and of all paragraphs; then
title, date, author and publisher, to be looked at.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from pathlib import Path

from quizgen.sources import read


def words(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", text.lower()))


def f1(found: str, expected: str) -> float:
    ours, theirs = words(found), words(expected)
    return 2 * (ours & theirs).total() / max(ours.total() + theirs.total(), 1)


def main(folder: Path) -> None:
    for row in map(json.loads, (folder / "index.jsonl").read_text("utf-8").splitlines()):
        article = next(read(folder / row["file"]))
        truth = (folder / row["truth"]).read_text("utf-8")
        coverage = "\n".join(p.text for p in article.paragraphs if p.role != "aside")
        everything = "\n".join(p.text for p in article.paragraphs)
        print(f"{row['file']:36} F1 {f1(coverage, truth):.3f} (with asides {f1(everything, truth):.3f})")
        print(
            f"    {article.title!r} {article.published} {article.author!r} {article.publisher!r} {article.url}"
        )


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parents[1] / "data" / "pages")
