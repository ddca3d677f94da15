"""A quiz at the terminal, and the learner's record.

engine    the quiz as a state machine: what each step does, without input, output or clock
picking   which questions are asked, and in which order
marking   a question and what was typed become a verdict; options and hints
keys      a typed line becomes a step
views     a state becomes lines of plain text     words    all the words the learner reads
lines     front ends: line by line, bare or with Rich
app       front end: a Textual app (extra `quizgen[tui]`)
sitting   a state that is saved after every step
record    the learner's record, one SQLite file
history   days, streak and past scores            schedule   what is due, by FSRS
results   the record as CSV and JSON Lines        checking   does a quiz file mark fairly?
"""
