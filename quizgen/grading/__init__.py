"""Is this typed answer right?  Rules, no model: pure, deterministic, and each verdict says why.

The rules, in their order; the first that decides wins.  `tests/grading/vectors.json` holds cases that
this package and its port to the worksheet page (JavaScript) must both get right.

| # | rule | verdict | where |
| - | --- | --- | --- |
| 1 | Clean: the first 2,000 characters; no escape codes, tags, invisible characters; quotes, dashes, digits in ASCII. Fold: no case, no accents (ø o, æ ae, œ oe, ł l, ı i, ß ss); a text with ö ä ü ø å is also read with oe ae ue oe aa. | | `cleaning` |
| 2 | Letters and digits equal an accepted answer's (leading article dropped; `.:/^-` between digits, a minus, `% $ £ € ¥ ₹ + # < >` kept). | correct | `cleaning.squash` |
| 3 | No letter or digit, or "don't know", "pass", ... | empty | `lexicon.NO_ATTEMPT` |
| 4 | More than 45 words, or a word over 60 characters. | wrong | `verdict` |
| 5 | "I think it was", "maybe" and the like go. "X or Y", "X / Y", "X; Y": correct only if all are, and their numbers equal. "X, not Y": X counts, if Y is no part of an answer. An accepted "X or Y" accepts either. | | `verdict`, `lists` |
| 6 | Another name of the coverage. | wrong | `verdict` |
| 7 | Each accepted answer is compared by its kind (below); the best counts, but a contradiction with one is wrong for all. | | `comparing` |

Kinds, by answer and question, tried in this order:

| kind | told by | rule |
| --- | --- | --- |
| yes or no | the answer begins so | same polarity: "it did", "nope", "no, it didn't" |
| time of day | "5:23 am", "noon" | same minute; morning or afternoon may be open, not wrong; known zones converted |
| date | a date and nothing else | nothing told may differ; "nineteen seventy-six" and "'76" are years; year may be missing, day or month missing is partial; 12/09 read both ways; months and weekdays may be misspelt |
| quantity | one number, its unit, and a noun if the question asks for a number | see below |
| person | asked "who", "which president", and capitalised words | surname needed, one slip allowed; first name may be missing, an initial, a short form, never another; first name alone is close; surname shared in the coverage is close; another person of the coverage is wrong; family name first where it stands first |
| contest | "A beat B" | the winner (the loser if asked for); the order counts |
| list | "A, B and C" | any order; some, or all and a wrong one, is partial with its share; number and noun stay together |
| words | all else | see below |

Quantities: digits, words, separators, scales, fractions, "1 in 3", compound units. Never a typing mistake in
digits; a number word may be misspelt. Equal is correct. So is, in the same unit, the answer rounded to a
coarser place with two digits left (1.2 %), or 5 % if either side says "about".  Units that differ by a power of ten, hours and
minutes, cents and euros count as one unit; any other is correct within 2 % (4 % with "about"). Exact are counts to 100, years, days, ordinals, scores. Unit or currency missing: fine; other: wrong.
"less than" is not "more than". Both ends of a range. Near (5 %, with "about" 20 %) is close. Two numbers: wrong.

Words: stop words go; number words, ordinals, Roman numerals become digits; American spelling, singular; synonyms
in texts, not in names. Negations must agree in parity; no typed word may be the opposite of one of the answer
(antonyms, un-, non-, de-, re-). Each word of the answer is found as same, as another form, or as a slip.

| missing words | added words | verdict |
| --- | --- | --- |
| none | any, but no number, no name of the coverage | correct; close if north, new, vice ... stands before it, or a word inside a name |
| only such as may miss: of the question, generic ("River"), behind a comma | none | correct |
| at most a third of the weight (question 1/4, generic 1/2), no name, number, direction; not in a name | none | correct |
| the head of "X in Y", or more | none | partial |
| any | some | close if each looks like one that is missing, else wrong |

A slip, per word: optimal string alignment distance 1 from five letters; in four letters an insertion, a swap or a
doubling; 2 from seven letters if the consonants agree (not in a country); first letter right; and never a word that is another word
(country, month, number, English word). `strict` forgives none. Acronym and expansion are the same, by initials;
an acronym itself must be exact, and so must letters and digits in one piece ("H5N1"; hyphen and space free).
"""

from __future__ import annotations

from collections.abc import Iterable

from quizgen.grading.finding import Grade, Verdict

__all__ = ["Grade", "Verdict", "grade"]


def grade(
    typed: str,
    answer: str,
    accepted: Iterable[str] = (),
    *,
    prompt: str = "",
    others: Iterable[str] = (),
    strict: bool = False,
) -> Grade:
    """Mark a typed answer.

    Args:
        typed: what the learner typed; only its first 2,000 characters are looked at.
        answer: the answer of the question.
        accepted: other right answers.
        prompt: the question; tells what kind of answer is asked for.
        others: the other names in the coverage; answering one of them is wrong.
        strict: no typing mistakes are forgiven.
    """
    from quizgen.grading.verdict import (
        mark,
    )  # its regular expressions take 60 ms: not before the first answer

    return mark(typed, answer, accepted, prompt, others, strict)
