"""Any sequence of edits and rebuilds: no decision is lost, and the same coverage changes nothing."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from quizgen import quizfile
from quizgen.editing import decided, edited
from quizgen.model import Evidence, Question, Quiz, Source, question_id
from quizgen.notation import read_quiz, write_quiz
from quizgen.updating import adopt, merge, update

THINGS = (
    "dogs in the old town hall",
    "cats by the harbour wall",
    "cows on the northern road",
    "trains at noon",
)
ANSWERS = ("twelve", "thirteen")
FORMS = (
    "There were {} {}.",
    "There were about {} {}.",
    "Late that night witnesses counted {} of the {}, they said.",
)

facts = st.tuples(st.sampled_from(THINGS), st.sampled_from(ANSWERS), st.sampled_from(FORMS), st.booleans())
coverages = st.lists(facts, max_size=6, unique=True)
words = st.text(min_size=1, max_size=12).filter(lambda text: text.strip() and text.isprintable())


def built(coverage: list[tuple[str, str, str, bool]], now: str) -> Quiz:
    """What a build from nothing would give: one question for each different fact."""
    questions: dict[str, Question] = {}
    for thing, answer, form, reworded in coverage:
        quote = form.format(answer, thing)
        prompt = f"How many {thing} were there?" if reworded else f"How many {thing} were seen?"
        one = question_id("news", "how_many", quote, answer)
        evidence = Evidence(quote, 0, len(quote))
        questions[one] = Question(
            one, "how_many", prompt, answer, evidence, source="news", created=now, modified=now
        )
    return Quiz("News", tuple(questions.values()), (Source("news", "News"),))


def decision(question: Question) -> tuple[object, ...]:
    """What a teacher can have decided on in a question."""
    q = question
    return (q.status, q.prompt, q.answer, q.accepted, q.distractors, q.points, q.difficulty, q.kind)


class TeachersDay(RuleBasedStateMachine):
    """Builds and a teacher's acts in any order; `decisions` is what she would expect to find."""

    @initialize(coverage=coverages)
    def first_build(self, coverage: list[tuple[str, str, str, bool]]) -> None:
        self.clock = datetime(2026, 11, 22, tzinfo=UTC)
        self.coverage = coverage
        self.quiz = built(coverage, self.now())
        self.decisions: dict[str, tuple[object, ...]] = {}
        self.order: list[str] = [q.id for q in self.quiz.questions]

    def now(self) -> str:
        self.clock += timedelta(hours=1)
        return self.clock.strftime("%Y-%m-%dT%H:%M:%SZ")

    def put(self, index: int, question: Question) -> None:
        questions = list(self.quiz.questions)
        questions[index] = question
        self.quiz = replace(self.quiz, questions=tuple(questions))
        self.decisions[question.id] = decision(question)

    @rule(coverage=coverages)
    def coverage_changes_and_is_built(self, coverage: list[tuple[str, str, str, bool]]) -> None:
        before = [q.id for q in self.quiz.questions]
        self.coverage = coverage
        self.quiz, changes = update(self.quiz, built(coverage, self.now()), self.now())
        after = [q.id for q in self.quiz.questions]
        assert after[: len(before)] == before
        assert changes.added == len(after) - len(before)

    @precondition(lambda self: self.quiz.questions)
    @rule(data=st.data(), status=st.sampled_from(["kept", "dropped"]))
    def she_decides(self, data: st.DataObject, status: str) -> None:
        index = data.draw(st.integers(0, len(self.quiz.questions) - 1))
        question = self.quiz.questions[index]
        if question.status in ("new", "kept", "dropped"):
            self.put(index, decided(question, status, self.now()))

    @precondition(lambda self: self.quiz.questions)
    @rule(data=st.data(), field=st.sampled_from(["prompt", "answer"]), text=words)
    def she_edits(self, data: st.DataObject, field: str, text: str) -> None:
        index = data.draw(st.integers(0, len(self.quiz.questions) - 1))
        question = edited(self.quiz.questions[index], self.now(), **{field: text})
        if question.status != "new":
            self.put(index, question)

    @rule(text=words)
    def she_adds_her_own(self, text: str) -> None:
        own = Question("", "own", text, text, Evidence(text), source="news", status="added")
        self.quiz = replace(self.quiz, questions=quizfile.with_ids([own, *self.quiz.questions]))
        self.decisions[self.quiz.questions[0].id] = decision(self.quiz.questions[0])

    @rule(random=st.randoms(use_true_random=False))
    def she_reorders(self, random) -> None:  # type: ignore[no-untyped-def]
        questions = list(self.quiz.questions)
        random.shuffle(questions)
        self.quiz = replace(self.quiz, questions=tuple(questions))

    @rule()
    def she_goes_through_a_text_editor(self) -> None:
        after, _ = adopt(self.quiz, read_quiz(write_quiz(self.quiz), "q.md", self.now()), self.now())
        assert after == self.quiz

    @precondition(lambda self: self.quiz.questions)
    @rule(data=st.data())
    def she_takes_a_block_out_of_the_text(self, data: st.DataObject) -> None:
        index = data.draw(st.integers(0, len(self.quiz.questions) - 1))
        gone = self.quiz.questions[index]
        left = replace(self.quiz, questions=tuple(q for q in self.quiz.questions if q is not gone))
        kept_ids = write_quiz(self.quiz).rpartition('<!-- quizgen {"ids"')[2].partition("\n")[0]
        head, mark, tail = write_quiz(left).rpartition('<!-- quizgen {"ids"')
        text = head + mark + kept_ids + "\n" + tail.partition("\n")[2]
        self.quiz, _ = adopt(self.quiz, read_quiz(text, "q.md", self.now()), self.now())
        after = next(q for q in self.quiz.questions if q.id == gone.id)
        assert after.status == "dropped"
        self.decisions[gone.id] = decision(after)

    @rule(
        coverage=coverages,
        statuses=st.lists(st.sampled_from(["new", "kept", "edited", "dropped"]), min_size=6),
    )
    def a_colleagues_quiz_is_merged(
        self, coverage: list[tuple[str, str, str, bool]], statuses: list[str]
    ) -> None:
        theirs = built(coverage, self.now())
        questions = []
        for question, status in zip(theirs.questions, statuses, strict=False):
            worded = edited(question, self.now(), prompt="Theirs?") if status == "edited" else question
            questions.append(decided(worded, status, self.now()))
        self.quiz, clashes = merge(self.quiz, replace(theirs, questions=tuple(questions)))
        here = {(q.prompt, q.answer, q.evidence.quote, q.status == "dropped") for q in self.quiz.questions}
        told = {clash.other.id for clash in clashes}
        for q in questions:
            if q.status != "new" and q.id not in told:
                assert (q.prompt, q.answer, q.evidence.quote, q.status == "dropped") in here

    @invariant()
    def every_decision_stands(self) -> None:
        here = {question.id: decision(question) for question in self.quiz.questions}
        assert len(here) == len(self.quiz.questions)
        for one, decided_on in self.decisions.items():
            assert here[one] == decided_on

    @invariant()
    def the_same_coverage_again_changes_no_byte(self) -> None:
        settled, _ = update(self.quiz, built(self.coverage, self.now()), self.now())
        again, changes = update(settled, built(self.coverage, self.now()), self.now())
        assert quizfile.dumps(again) == quizfile.dumps(settled)
        assert (changes.added, changes.changed, changes.withdrawn) == (0, 0, 0)

    @invariant()
    def each_question_is_asked_that_the_coverage_gives(self) -> None:
        """A fact of the coverage is there: asked, or dropped, or as the teacher worded it."""
        settled, _ = update(self.quiz, built(self.coverage, self.now()), self.now())
        assert len([q for q in settled.questions if not q.vanished]) >= len(
            built(self.coverage, "").questions
        )


TestTeachersDay = TeachersDay.TestCase
TestTeachersDay.settings = settings(max_examples=60, stateful_step_count=15, deadline=None)
