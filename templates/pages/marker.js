"use strict";
function grade(typed, answer, accepted) {
  const n = (t) => t.toLowerCase().trim();
  if (!n(typed)) return { verdict: "empty", score: 0 };
  const ok = [answer, ...accepted].some((a) => n(a) === n(typed));
  return { verdict: ok ? "correct" : "wrong", score: ok ? 1 : 0 };
}
