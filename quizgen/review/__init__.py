"""The teacher's desk.

desk      what she does with a quiz, step by step, with undo; no input or output
saving    the quiz file behind it, written at each step
showing   a question as plain text: its row, its proof, its card, its line on the sheet
app       front end: a Textual app (extra `quizgen[review]`), with the screens of `forms`
lines     front end: line by line
"""
