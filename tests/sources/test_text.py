"""Plain text of any shape becomes an article whose paragraphs know heading, role and place."""

from __future__ import annotations

import textwrap
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizgen.errors import SourceError
from quizgen.model import Article
from quizgen.sources import read, read_bytes, read_text
from tests.clock import at_most

MESSY = Path(__file__).parents[1] / "data" / "messy"
SEED = Path(__file__).parents[2] / "seeds" / "spacewalk_live.txt"
PROSE = "The bridge opened on Monday. It is 40 metres high."


def one(name: str) -> Article:
    return next(read(MESSY / name))


def role_of(article: Article, beginning: str) -> str:
    return next(p.role for p in article.paragraphs if p.text.startswith(beginning))


def prose(article: Article) -> str:
    return "\n".join(p.text for p in article.paragraphs if p.role == "text")


@pytest.fixture(scope="module")
def seed() -> Article:
    return next(read(SEED))


def test_a_live_blog_is_named_by_its_first_key_point(seed: Article) -> None:
    assert seed.title.startswith("Billionaire and crew complete first commercial spacewalk")


def test_key_points_are_points(seed: Article) -> None:
    assert [p.role for p in seed.paragraphs[:8]] == ["heading"] + ["point"] * 7


def test_a_headline_heads_what_follows(seed: Article) -> None:
    spoken = next(p for p in seed.paragraphs if p.text.startswith("While the mission has been"))
    assert spoken.heading == "Door mechanism failed to work properly"


def test_a_byline_inside_the_text_is_an_aside_and_no_author(seed: Article) -> None:
    assert role_of(seed, "By Thomas Moore") == "aside"
    assert seed.author == ""


@pytest.mark.parametrize(
    "repaired",
    [
        "from a SpaceX capsule",
        "then SpaceX engineer",
        "slim, SpaceX-developed",
        "along the way, science correspondent",
    ],
)
def test_glued_words_of_the_seed_are_parted(seed: Article, repaired: str) -> None:
    assert repaired in prose(seed)


def test_places_point_into_the_original_behind_a_repair(seed: Article) -> None:
    original = SEED.read_bytes().decode()
    paragraph = next(p for p in seed.paragraphs if "then SpaceX engineer" in p.text)
    quote = "Sarah Gillis became the first two civilians"
    at = paragraph.text.index(quote)
    assert original[paragraph.place(at) : paragraph.place(at + len(quote))] == quote


def test_order_is_the_order_of_the_document(seed: Article) -> None:
    places = [p.place(0) for p in seed.paragraphs]
    assert places == sorted(places)


def test_a_mail_header_gives_title_date_and_author() -> None:
    article = one("m01_galileo_usenet.txt")
    assert (article.title, article.published, article.author) == (
        "Galileo Update - 04/29/93",
        date(1993, 4, 29),
        "Ron Baalke",
    )


def test_wrapped_lines_of_a_numbered_item_are_one_paragraph() -> None:
    article = one("m01_galileo_usenet.txt")
    assert (
        role_of(
            article, "On April 23, a cruise science Memory Readout (MRO) was performed for the Magnetometer"
        )
        == "text"
    )


def test_a_drawn_signature_is_no_coverage() -> None:
    for name in ("m01_galileo_usenet.txt", "m02_mars_observer_usenet.txt"):
        assert "Telos" not in prose(one(name))


def test_glued_names_are_parted_where_the_name_stands_alone_elsewhere() -> None:
    text = prose(one("m04_glued_words.txt"))
    assert "the University of" in text
    assert "when Kīlauea was" in text
    assert "where the lava entered the ocean" in text


@pytest.mark.parametrize(
    ("glued", "parted"),
    [
        ("They rode toNorthwick and back.", "They rode to Northwick and back."),
        ("The firstNorthwick bridge fell.", "The first Northwick bridge fell."),
        ("The road fromNorthwickand the sea.", "The road from Northwick and the sea."),
        ("He metNorthwickers there.", "He met Northwickers there."),
        ("He calls it iNorthwick.", "He calls it iNorthwick."),
        ("He lives in Northwickshire.", "He lives in Northwickshire."),
    ],
)
def test_a_name_known_from_elsewhere_parts_from_its_neighbours_only(glued: str, parted: str) -> None:
    assert parted in prose(read_text(f"The bridge at Northwick opened.\n{glued}"))


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("¿Quién mató a los policías?", "foreign"),
        ("Le pont a été fermé à cause de la crue, et il ne sera pas ouvert avant le mois de mai.", "foreign"),
        ("Die Brücke ist nach dem Hochwasser nicht mehr für den Verkehr geöffnet.", "foreign"),
        ("大桥星期一重新开放。", "foreign"),
        ("Los Angeles and San Francisco were hit by the storm.", "text"),
        ("Ana Pérez de la Cruz won in San José.", "text"),
        ("Jane Doe @janedoe:", "text"),
    ],
)
def test_what_is_not_english_is_told_apart(line: str, role: str) -> None:
    assert read_text(f"Bridge opens to traffic\n{PROSE}\n{line}\n{PROSE}").paragraphs[2].role == role


def test_without_evidence_glued_words_stay() -> None:
    assert "journalScience" in prose(one("m04_glued_words.txt"))


def test_mojibake_is_undone_and_places_stay_right() -> None:
    article = one("m05_mojibake.txt")
    original = (MESSY / "m05_mojibake.txt").read_bytes().decode()
    paragraph = next(p for p in article.paragraphs if "the world’s first supersonic passenger jet" in p.text)
    at = paragraph.text.index("first supersonic passenger jet")
    assert original[paragraph.place(at) :].startswith("first supersonic passenger jet")
    assert "â€" not in prose(article)


def test_captions_credits_and_translations_are_no_prose() -> None:
    text = prose(one("m06_boilerplate_bilingual.txt"))
    assert "NASA/Steve Freeman" not in text
    assert "Credit" not in text
    assert "avión" not in text
    assert text.count("\n") == 3


def test_unseen_characters_and_odd_spaces_are_gone() -> None:
    text = prose(one("m07_crlf_nbsp.txt"))
    assert not set(text) & set("\u200b\ufeff\u00a0\r")
    assert "On Sunday morning, a helicopter" in text


def test_a_hard_wrapped_text_has_whole_paragraphs() -> None:
    article = one("m08_hard_wrapped.txt")
    assert prose(article).count("\n") == 4
    assert article.published == date(2019, 12, 16)
    assert role_of(article, "Labour Party - 203 seats") == "point"


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Friday, January 4, 2019", date(2019, 1, 4)),
        ("2009-06-05", date(2009, 6, 5)),
        ("5 May 1961", date(1961, 5, 5)),
        ("2024-09-12T10:49:00Z", date(2024, 9, 12)),
        ("Published 10:15 BST, Thursday 12 September 2024", date(2024, 9, 12)),
        ("Jan. 12, 2024", date(2024, 1, 12)),
        ("Updated: 3rd March 2020 at 11.30am", date(2020, 3, 3)),
    ],
)
def test_a_date_line_is_the_date_and_an_aside(line: str, day: date) -> None:
    article = read_text(f"Bridge opens to traffic\n{line}\n{PROSE}")
    assert article.published == day
    assert article.paragraphs[1].role == "aside"


def test_a_date_that_two_countries_read_differently_is_not_guessed() -> None:
    assert read_text(f"Bridge opens to traffic\n10/09/2024\n{PROSE}").published is None


@pytest.mark.parametrize(
    "line",
    [
        "Image Credit: Jane Doe",
        "Photo by Jane Doe",
        "Follow us on Twitter",
        "Share this article",
        "We use cookies to make this site better. By continuing you agree to our cookie policy.",
        "Related stories",
        "This is a breaking story and will be updated.",
        "Editor's note: an earlier version named the wrong river.",
        "Read more: Why bridges fall",
        "Advertisement",
        "© 2024 Example News. All rights reserved.",
        "https://example.org/story",
        "Reporting by Jane Doe; Editing by John Roe",
        "For more information, visit:",
        "* * *",
        "—Mayor Jane Doe on the opening",
        "5 min read",
        "Getty Images",
    ],
)
def test_what_is_no_coverage_is_an_aside(line: str) -> None:
    article = read_text(
        f"Bridge opens to traffic\n{PROSE}\n{line}\nThe mayor said that it had cost 3 million pounds."
    )
    assert article.paragraphs[2].role == "aside"


@pytest.mark.parametrize(
    "line",
    [
        "Follow the money, prosecutors say, and the trail leads to a small bank in Riga.",
        "Share prices fell by 3 percent on Monday.",
        "The company said it uses cookies to track readers, and a court fined it 3 million pounds.",
        "Watch sales rose by a tenth in May.",
        "By Monday evening the river had risen 3 metres.",
        "Source code for the program was published in March.",
    ],
)
def test_coverage_that_begins_like_boilerplate_stays(line: str) -> None:
    article = read_text(f"Bridge opens to traffic\n{PROSE}\n{line}\nThe mayor was there.")
    assert article.paragraphs[2].role == "text"


@pytest.mark.parametrize(("width", "indent"), [(60, ""), (72, ""), (90, ""), (60, "   "), (72, "   ")])
def test_wrapping_a_text_changes_hardly_any_paragraph(width: int, indent: str) -> None:
    whole = (Path(__file__).parents[1] / "data" / "documents" / "crash.txt").read_text("utf-8")
    wrapped = ((indent and "\n") or "\n\n").join(
        "\n".join(textwrap.wrap(line, width, initial_indent=indent)) for line in whole.splitlines()
    )
    told = set(prose(read_text(wrapped)).split("\n"))
    assert len(told & set(prose(read_text(whole)).split("\n"))) >= 17  # of 18


def test_a_number_or_dash_that_a_wrapped_line_begins_with_is_no_item() -> None:
    wrapped = "She had early planned on a dancing career but broke her leg at age\n12. She began singing first on the radio of Cincinnati in Ohio and\nthen in the clubs of the city, and she went to the coast of Florida\n- and to Spain."
    assert prose(read_text(wrapped)).count("\n") == 0


@pytest.mark.parametrize(
    "dateline",
    ["LONDON, March 3 (Reuters) - ", "Sacramento, California — ", "(CNN) -- ", "HOUSTON "],
)
def test_the_dateline_of_an_agency_is_parted_from_the_sentence(dateline: str) -> None:
    article = read_text(f"Bridge opens to traffic\n{dateline}{PROSE}")
    assert [p.text for p in article.paragraphs if p.role == "text"] == [PROSE]


def test_what_stands_with_a_byline_and_under_a_caption_label_is_an_aside() -> None:
    lines = [
        "Bridge opens to traffic",
        "By Jane Doe",
        "BBC News, Riverside",
        "Image caption,",
        "The bridge in May",
        PROSE,
    ]
    assert [p.role for p in read_text("\n".join(lines)).paragraphs] == ["heading", *["aside"] * 4, "text"]


def test_times_in_front_of_entries_are_parted_from_them() -> None:
    entries = [f"{hour}:15 The river rose by {hour} centimetres." for hour in (12, 11, 10)]
    article = read_text("\n".join(["Storm live: bridge closed", *entries]))
    assert [p.text for p in article.paragraphs if p.role == "aside"] == ["12:15", "11:15", "10:15"]
    assert next(p.text for p in article.paragraphs if p.role == "text") == "The river rose by 12 centimetres."


def test_an_unmarked_list_under_its_label_is_points() -> None:
    points = ["Storm hits the coast", "Four people have died", "Trains are cancelled"]
    article = read_text(
        "\n".join(["Storm live: bridge closed", "Summary", *points, "10:15 GMT", "Bridge closed", PROSE])
    )
    assert [p.text for p in article.paragraphs if p.role == "point"] == points


def test_a_date_below_the_prose_is_not_that_of_the_article() -> None:
    assert read_text(f"Bridge opens to traffic\n{PROSE}\nMore on this story\n4 May 2022").published is None


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_every_common_encoding_is_read(encoding: str) -> None:
    content = ("Café owner says “hello”\n" + PROSE).encode(encoding)
    assert next(read_bytes(content, name="a.txt")).title == "Café owner says “hello”"


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "empty"),
        (b" \n\t ", "empty"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)) * 4, "binary"),
        (b"some text with a \0 inside", "binary"),
        (b"lone surrogate \xed\xa0\x80 in UTF-8", "UTF-8"),
        (b"\xff\xfe\x00\xd8\x00\x00", "UTF-16"),
        (b"good \xc3\xa9\xc3\xa9\xc3\xa9 and a broken one \xc3 here", "UTF-8"),
        (b"\xc2\xa0\xe2\x80\x8b", "no text"),
    ],
)
def test_bad_bytes_are_refused_with_a_sentence(content: bytes, says: str) -> None:
    with pytest.raises(SourceError, match=says) as caught:
        list(read_bytes(content, name="a.txt"))
    assert "\n" not in str(caught.value)


def test_lone_surrogates_are_refused() -> None:
    with pytest.raises(SourceError, match="surrogates"):
        read_text("The bridge \ud800 opened.")


def test_a_hyphen_at_a_lines_end_is_kept_only_where_the_word_owns_it() -> None:
    wrapped = (
        "The man on the bridge had been seen by several passers-by, and an inter-\n"
        "national team of knife makers, who know a knife from a wielding, said that knife-\n"
        "wielding men are rarely seen there and that nobody should go there alone."
    )
    text = prose(read_text(wrapped))
    assert "international team" in text
    assert "knife-wielding men" in text


def test_escape_codes_and_marks_of_direction_do_not_arrive() -> None:
    assert (
        prose(read_text("The \x1b[31mred\x1b[0m bridge\u202e opened on Monday."))
        == "The red bridge opened on Monday."
    )


def test_the_same_name_in_one_piece_is_never_parted() -> None:
    text = "McDonald met Donald on YouTube. You saw the Sun on Sunday. There is another island today. Other lands say."
    assert prose(read_text(text)) == text


def test_a_megabyte_in_one_paragraph_takes_linear_time() -> None:
    with at_most(10):
        article = read_text("The bridge is 40 metres high and it opened on Monday. " * 20_000)
    assert sum(len(p.text) for p in article.paragraphs) > 1_000_000


@pytest.mark.parametrize(
    "unit", [" ", "a", "-\n", "_ ", "é", "\u200d", "(", "Heading\n", "- x\n", "aB", "> ", "\"' "]
)
def test_no_text_makes_reading_slow(unit: str) -> None:
    with at_most(10):
        read_text("Bridge opens\n" + PROSE + unit * (100_000 // len(unit)) + " end.")


@settings(deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
def test_any_text_is_read_or_refused_and_places_ascend_within_it(text: str) -> None:
    try:
        article = read_text(text)
    except SourceError:
        return
    for paragraph in article.paragraphs:
        places = [paragraph.place(at) for at in range(len(paragraph.text) + 1)]
        assert places == sorted(places)
        assert 0 <= places[0] <= places[-1] <= paragraph.end <= len(text)
        assert "\n" not in paragraph.text


@settings(deadline=None)
@given(
    st.lists(
        st.sampled_from(["The", "bridge", "  ", "\u200b", "\n", "opened", "&amp;", "\u00a0", "café", "â€™"])
    )
)
def test_every_letter_stands_at_its_place(words: list[str]) -> None:
    original = " ".join(["On", *words, "end."])
    for paragraph in read_text(original).paragraphs:
        for at, letter in enumerate(paragraph.text):
            if letter.isascii() and letter.isalpha():
                assert original[paragraph.place(at)] == letter


@settings(deadline=None)
@given(st.binary())
def test_any_bytes_are_read_or_refused(content: bytes) -> None:
    with suppress(SourceError):
        list(read_bytes(content, name="a.txt"))
