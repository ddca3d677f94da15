"""A quiz at the terminal, and the learner's record.

engine    the quiz as a state machine: what each step does, without input, output or clock
marking   a question and what was typed become a verdict; options and hints
keys      a typed line becomes a step
views     a state becomes lines of plain text
words     all the words the learner reads
sitting   a quiz being taken: a state that is saved after every step
starting  from what a learner asks for to a quiz that can begin, or go on
picking   which questions are asked, and in which order

lines     front ends: line by line, bare or with Rich
app       front end: a Textual app (extra `quizgen[tui]`)

record    the learner's record: everything that was answered
database  the SQLite file it lies in, and what may be wrong with that
history   days, streak and past scores
schedule  what is due, by FSRS
telling   history and schedule as sentences
results   the record as CSV and JSON Lines
checking  does a quiz file mark fairly, and what would it say of earlier answers?
"""
