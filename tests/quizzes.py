"""Hypothesis strategies for quizzes that hold any text a quiz file can hold."""

from hypothesis import strategies as st

from quizgen.model import Contradiction, Evidence, Question, Quiz, Source
from quizgen.quizfile import moment

TRICKY = [
    "Q: Who?",
    "A: Ann\nA: Bob",
    "> quoted",
    "# Title #",
    "Status: dropped",
    "<!-- quizgen {} -->",
    "-->",
    "<script>alert(1)</script>",
    "![](http://tracker.example/x.png)",
    "[a]: http://tracker.example/",
    "{{c1::x}} &lt; \\* \\ 2*3*4 __init__ ____ ~~no~~ `x`",
    "=cmd|'/c calc'!A1",
    "\x1b[31mred\x1b[0m \x9b2J",
    "\u202eevil\u202c",
    "1. one",
    "- - -",
    "a\u2028b\u0085c\x0bd",
    " spaced ",
    '"quoted" – “so”',
    "🚀 é é",
]

text = st.text(max_size=20) | st.sampled_from(TRICKY)
said = text.filter(lambda string: any(char.isprintable() and not char.isspace() for char in string))
texts = st.lists(text, max_size=3).map(tuple)
count = st.integers(0, 10**6)
moments = st.datetimes().map(lambda time: moment(time.isoformat())) | st.just("")

questions = st.builds(
    Question,
    id=said.map(str.strip),
    kind=said,
    prompt=said,
    answer=said,
    evidence=st.builds(Evidence, text, count, count, text),
    accepted=texts,
    distractors=texts,
    cloze=text,
    source=text,
    difficulty=st.sampled_from(["easy", "medium", "hard"]),
    difficulty_reason=text,
    quality=st.floats(0, 1),
    points=count,
    context=text,
    status=st.sampled_from(["new", "kept", "edited", "added", "dropped"]),
    vanished=st.booleans(),
    created=moments,
    modified=moments,
)
sources = st.builds(Source, said, text, text, text, text, text, st.dates().map(str) | st.just(""), texts)
quizzes = st.builds(
    Quiz,
    text,
    st.lists(questions, max_size=3, unique_by=lambda question: question.id).map(tuple),
    st.lists(sources, max_size=2).map(tuple),
    st.lists(st.builds(Contradiction, text, text, texts, st.booleans()), max_size=2).map(tuple),
)
