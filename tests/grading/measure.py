"""Print how well the marking agrees with human verdicts, per category: measure.py DATA.jsonl ...

A line holds question, reference (a list), candidate, label, and may hold category, entities and debatable.
Debatable rows are left out.  `-v` prints every disagreement too.
"""

from __future__ import annotations

import json
import statistics
import sys
import time
from collections import defaultdict
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[2]))

from quizgen.grading import Grade, grade


def mark(row: dict[str, Any]) -> Grade:
    """The grade of one row of the data."""
    answer, *accepted = row["reference"]
    return grade(row["candidate"], answer, accepted, prompt=row["question"], others=row.get("entities", ()))


def measure(path: Path, verbose: bool) -> None:
    """Print the figures of one file."""
    rows = [row for row in map(json.loads, path.open(encoding="utf-8")) if not row.get("debatable")]
    right: dict[str, list[bool]] = defaultdict(list)
    counts: dict[tuple[bool, bool], int] = defaultdict(int)
    times, same_verdict = [], 0
    for row in rows:
        begin = time.process_time()
        result = mark(row)
        times.append((time.process_time() - begin) * 1e6)
        taken = result.verdict == "correct"
        right[row.get("category", "all")].append(taken == row["label"])
        counts[taken, row["label"]] += 1
        same_verdict += result.verdict == row.get("verdict")
        if verbose and taken != row["label"]:
            print(
                "  REFUSED" if row["label"] else "  ACCEPTED",
                row["question"][:70],
                row["reference"][:5],
                repr(row["candidate"][:80]),
                result.verdict,
                result.reason,
                sep=" | ",
            )
    print(f"{path.name}: {len(rows)} rows")
    for category, marks in sorted(right.items()):
        print(f"  {category:14} {sum(marks):4} of {len(marks):4}  {sum(marks) / len(marks):.3f}")
    accepted, wrong = counts[True, False], counts[True, False] + counts[False, False]
    correct = counts[True, True]
    print(f"  accuracy {(correct + counts[False, False]) / len(rows):.4f}")
    print(f"  wrong answers accepted {accepted} of {wrong}: {accepted / max(wrong, 1):.3f}")
    print(
        f"  precision {correct / max(correct + accepted, 1):.4f}  recall {correct / max(correct + counts[False, True], 1):.4f}"
    )
    if any("verdict" in row for row in rows):
        print(f"  same of five verdicts {same_verdict / len(rows):.3f}")
    times.sort()
    print(
        f"  median {statistics.median(times):.0f} µs, 99th percentile {times[len(times) * 99 // 100]:.0f} µs, most {times[-1]:.0f} µs"
    )


if __name__ == "__main__":
    arguments = sys.argv[1:]
    for name in arguments:
        if name != "-v":
            measure(Path(name), "-v" in arguments)
