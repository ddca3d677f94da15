"""Whom a pronoun stands for, in small passages, and where it must stand for nobody."""

import pytest

from quizgen import pipeline, reading
from quizgen.references import expansion
from quizgen.references.glosses import glosses, implied
from quizgen.references.pronouns import Referent


def meant(passage: str, pronoun: str) -> Referent | None:
    """What the last such pronoun of a passage stands for."""
    ((_, sentences),) = reading.read([pipeline.passage(passage)])
    token, sentence = [(t, s) for s in sentences for t in s.span if t.lower_ == pronoun][-1]
    return sentence.references.pronoun(token, sentence)


@pytest.mark.parametrize(
    ("passage", "pronoun", "name"),
    [
        ("John Smith won the race. He broke the record on Monday.", "he", "John Smith"),
        ("John Smith won the race. His brother came second.", "his", "John Smith"),
        ("Mary Smith met John Brown in Paris. She gave a speech there.", "she", "Mary Smith"),
        ("Mary Smith met John Brown in Paris. The press called him brave.", "him", "John Brown"),
        ("The company hired John Smith. He had worked for Boeing.", "he", "John Smith"),
        ("Marie Curie was born in Warsaw. She moved to Paris in 1891. She won two prizes.", "she", "Marie Curie"),
        ("Anna Brown taught Mary Smith. Brown described her as a planet.", "her", "Mary Smith"),
        ("She was born in Leeds, like Mary Smith.", "she", None),
        ("Mary Smith was a singer. She met Anna Brown in Paris. Later she left.", "she", "Mary Smith"),
    ],
)  # fmt: skip
def test_a_person_who_alone_fits_is_meant(passage: str, pronoun: str, name: str | None) -> None:
    found = meant(passage, pronoun)
    assert (found.text if found else None) == name


@pytest.mark.parametrize(
    ("passage", "pronoun"),
    [
        ("Mary Smith met Anna Brown in Paris. Later she left.", "she"),
        ("Mary Smith met Anna Brown in Paris. The press called her brave.", "her"),
        ("Anna Brown and Mary Smith won the race. She broke the record.", "she"),
        ("Police arrested John Smith and Mark Brown. He was charged with theft.", "he"),
        ("John Smith told Mark Brown that he had won.", "he"),
    ],
)
def test_two_of_one_gender_leave_it_open(passage: str, pronoun: str) -> None:
    assert meant(passage, pronoun) is None


@pytest.mark.parametrize(
    ("passage", "pronoun"),
    [
        ("When he arrived in Paris, John Smith met the press.", "he"),
        ('"She never gave up," John Smith said of Mary Brown.', "she"),
        ('Mary Brown met the press. "She was never late," she was told.', "she"),
    ],
)
def test_what_comes_later_or_is_quoted_is_not_guessed(passage: str, pronoun: str) -> None:
    found = meant(passage, pronoun)
    assert found is None or found.text != "John Smith"


def test_the_object_of_a_verb_is_not_its_subject() -> None:
    assert meant("Mary Smith praised her.", "her") is None


def test_the_object_of_a_participle_is_not_the_subject_that_it_borrows() -> None:
    assert meant("NASA will fly the aircraft over several cities, working with them.", "them") is None


def test_a_reflexive_is_the_subject() -> None:
    found = meant("John Smith praised himself.", "himself")
    assert found is not None
    assert found.text == "John Smith"


@pytest.mark.parametrize(
    ("passage", "pronoun", "thing"),
    [
        ("Tesco bought Booker in 2018. It paid 4 billion pounds.", "it", "Tesco"),
        ("The United Kingdom left the European Union. It had joined in 1973.", "it", "the United Kingdom"),
        ("According to police, they received a call at noon.", "they", "police"),
    ],
)
def test_the_subject_before_goes_on(passage: str, pronoun: str, thing: str) -> None:
    found = meant(passage, pronoun)
    assert found is not None
    assert found.text == thing


@pytest.mark.parametrize(
    "passage",
    [
        "Boeing lost the contract and Airbus won it. It paid 4 billion pounds.",
        "The helicopter landed on Mars. It rained in London.",
        "Maria Lopez leads the project. Engineers built it in a year.",
    ],
)
def test_it_with_two_subjects_or_none_stays_open(passage: str) -> None:
    assert meant(passage, "it") is None


@pytest.mark.parametrize(
    ("span", "full"),
    [
        ("Muir Gray spoke in Leeds.", "Muir Gray"),
        ("Broadcaster Piers Morgan spoke in Leeds.", "Piers Morgan"),
        ("Jean-Jacques Muyembe spoke in Leeds.", "Jean-Jacques Muyembe"),
    ],
)
def test_a_name_is_given_in_full_without_titles(span: str, full: str) -> None:
    ((_, (sentence,)),) = reading.read([pipeline.passage(span)])
    person = next(e for e in sentence.span.ents if e.label_ == "PERSON")
    assert sentence.references.full_name(person) == full


@pytest.mark.parametrize(
    ("acronym", "before", "long"),
    [
        ("WHO", "the World Health Organization ", "World Health Organization"),
        ("NIAID", "of the National Institute of Allergy and Infectious Diseases ", "National Institute of Allergy and Infectious Diseases"),
        ("XYZ", "the World Health Organization ", ""),
    ],
)  # fmt: skip
def test_an_acronym_is_expanded_where_its_letters_bear_it_out(acronym: str, before: str, long: str) -> None:
    assert expansion(acronym, before) == long


def test_letters_written_like_a_word_stand_for_the_names_first_letters() -> None:
    text = "a list of the Leisure and Software Industries Association (Lsia), and of Ann Lee (Mum)"
    assert list(glosses(text)) == [("Lsia", "Leisure and Software Industries Association")]


def test_letters_without_brackets_stand_for_the_one_name_that_begins_with_them() -> None:
    text = "an outbreak in the Democratic Republic of the Congo. The DRC and the NPF met the National Police."
    assert list(implied(text, ())) == [("DRC", "Democratic Republic of the Congo")]
    assert not list(implied("the Royal Norland Navy Museum in Leeds. The RNN said so.", ()))
