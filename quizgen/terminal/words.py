"""Every word the learner reads at the terminal.  To change a wording, change it here."""

from __future__ import annotations

VERDICTS = {
    "correct": "Correct",
    "partial": "Partly right",
    "close": "Close",
    "wrong": "Not right",
    "empty": "Left open",
}
MARKS = {"correct": "+", "partial": "/", "close": "~", "wrong": "x", "empty": "-"}
"""Beside the word, so that nothing depends on colour; in every font."""

COUNTED = "Counted as right, on your word."
REVEALED = "Here is the answer."
TOO_LATE = "Too late: the time for this question was over."
SECOND_TRY = "One more try."
FIRST_TRY_COUNTS = "Your first try counts."
ANSWER = "Answer: {answer}"
UNTITLED = "Quiz"
ALL_QUIZZES = "From all your quizzes"

TITLE_ONE = "{title}: 1 question"
TITLE = "{title}: {count} questions"
RESUMED = "Going on where you stopped: {done} of {count} are answered. Start over with --fresh."
LINE_HINTS = {
    "typed": "Type your answer and press Enter. A single ? shows the keys.",
    "choice": "Type the number of your choice and press Enter. A single ? shows the keys.",
    "cards": "Think of the answer, then press Enter to see it. A single ? shows the keys.",
}
APP_HINTS = {
    "typed": "Type your answer and press Enter.",
    "choice": "Press the number of your choice, or click it.",
    "cards": "Think of the answer, then press Enter to see it.",
}
EXAM_HINT = "Exam: no hints, and the answers come at the end."
LIMIT_HINT = "You have {limit:g} seconds for each question."

PROGRESS = "{number} of {count}"
RETRY_PROGRESS = "Once more: {number} of {count}"
CONTEXT = "({context})"
OPTION = "{number}) {text}"
HINT = "Hint: {hint}"
HALVED = "Hint: it is one of those that are left."
POINTS = "({points} points)"
QUOTE = '"{quote}"'

RATE = "How well did you know it? 1: not at all, 2: with effort, 3: well, 4: easily"

# What is answered to a key.
NO_ANSWER = "That is no answer yet. h gives a hint, s skips, r shows the answer."
NO_ANSWER_EXAM = "That is no answer yet. s skips the question."
PICK = "Type a number from 1 to {count}."
PICK_RATING = "Type a number from 1 to 4."
NO_HINT = "There is no further hint."
NOT_IN_EXAM = "Not in an exam."
NOTHING_TO_COUNT = "There is nothing to count: c follows an answer that was not marked right."
NOTHING_EASY = "There is nothing to mark as easy: e follows an answer that was right at once."
NOTHING_TO_UNDO = "There is nothing to undo."
NOTHING_MISSED = "You missed nothing."
UNDONE = "Taken back."
MARKED_EASY = "Noted as easy: it comes back later."

KEYS = (
    ("Enter", "answer, or go on"),
    ("h", "a hint, then the line with a gap"),
    ("s", "skip, to the end of the quiz"),
    ("r", "reveal; at the end: retry missed"),
    ("c", "count the last answer as right"),
    ("e", "the last answer was easy"),
    ("u", "undo, also at the end"),
    ("q", "quit with a summary; go on later"),
    ("?", "these keys"),
)
"""Each fits with its meaning into 40 columns, and all of them into 12 lines."""
KEY_NAMES = {
    "hint": "h",
    "skip": "s",
    "reveal": "r",
    "undo": "u",
    "quit": "q",
    "exit": "q",
    "help": "?",
}
"""What people type who have not seen the keys."""
EXAM_KEYS = ("Enter", "s", "u", "q", "?")

# Prompts of the line modes.
ASK = "> "
ASK_NEXT = "Enter: next, c: count it, u: undo > "
ASK_NEXT_RIGHT = "Enter: next, e: easy, u: undo > "
ASK_END = "Enter: end, u: undo > "
ASK_END_MISSED = "Enter: end, r: retry, u: undo > "

# The summary.
NOTHING_ASKED = "Nothing was answered."
SCORE = "{earned} of {total} points ({percent} %) in {time}"
SCORE_RIGHT = "{earned} of {total} right ({percent} %) in {time}"
SO_FAR = "So far: "
RETRY_SCORE = "Once more: {right} of {total} are right now."
HINTS_USED = "With hints: {count}"
COUNTED_ON_WORD = "Counted on your word: {count}"
PER_SOURCE = "{name}: {earned} of {total}"
NO_SOURCE = "without a source"
MISSED = "Missed:"
ALL_RIGHT = "Nothing missed."
EXAM_RESULTS = "Your answers:"
MISSED_QUESTION = "{number}. {prompt}"
YOU_SAID = "You: {typed}"
YOU_REVEALED = "You looked at the answer."
YOU_SKIPPED = "You left it open."
STREAK_ONE = "Streak: 1 day"
STREAK = "Streak: {days} days"
LAST_TIME = "Last time: {percent} % on {day}"
BEST = "Best: {percent} %"
NEXT_DUE_ONE = "1 question comes back {when}."
NEXT_DUE = "{count} questions come back {when}."
DUE_ONE = "1 question is due today."
DUE = "{count} questions are due today."
TAKE_DUE = "Take them with: quizgen take --due"
TOMORROW = "tomorrow"
ON_DAY = "on {day}"
GO_ON = "Go on later with: {command}"
PAUSED = "Paused; every answer is saved. Go on with: {command}"
STOPPED = "Stopped; every answer is saved."
STOPPED_UNSAVED = "Stopped; nothing was saved, as you chose."
UNSAVED_ONE = "1 step could not be saved."
UNSAVED = "{count} steps could not be saved."
NOT_SAVED_NOW = "This is not saved yet: {reason} The quiz goes on."

# Before the quiz.
GO_ON_IN_MEMORY = "Go on without saving?"
IN_MEMORY = "Nothing of this quiz will be saved."
MEMORY_OFFER = "To go on without saving, add  --db :memory:"
NO_QUESTIONS = "No question of this quiz fits what you asked for: leave out --kind, or build more questions."
NOTHING_DUE = "Nothing is due."
NOTHING_MISSED_BEFORE = "There is nothing that {learner} missed."

# The Textual app.
PLACEHOLDER = "Your answer, then Enter"
SECONDS_LEFT = "{seconds} s left"
ASKING_BUTTONS = (("h", "Hint"), ("s", "Skip"), ("r", "Reveal"), ("u", "Undo"), ("?", ""), ("q", "Quit"))
EXAM_BUTTONS = (("s", "Skip"), ("u", "Undo"), ("?", ""), ("q", "Quit"))
CARD_BUTTONS = (("", "Turn"), ("s", "Skip"), ("u", "Undo"), ("?", ""), ("q", "Quit"))
RATING_BUTTONS = (("1", "No"), ("2", "Barely"), ("3", "Well"), ("4", "Easily"))
TOLD_BUTTONS = (("", "Next"), ("c", "Count it"), ("u", "Undo"), ("q", "Quit"))
TOLD_RIGHT_BUTTONS = (("", "Next"), ("e", "Easy"), ("u", "Undo"), ("q", "Quit"))
END_BUTTONS = (("", "End"), ("u", "Undo"))
END_MISSED_BUTTONS = (("", "End"), ("r", "Retry missed"), ("u", "Undo"))
