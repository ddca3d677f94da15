"""Is this typed answer right?  Rules, no model: pure, deterministic, and each verdict says why."""

from quizgen.grading.finding import Verdict
from quizgen.grading.verdict import Grade, grade

__all__ = ["Grade", "Verdict", "grade"]
