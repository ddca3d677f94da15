"""A web page becomes its article: headline, details and body, and nothing that stands beside it."""

from __future__ import annotations

import json
import re
from collections import Counter
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quizgen.errors import SourceError
from quizgen.model import Article
from quizgen.sources import read, read_bytes
from quizgen.sources.details import in_address
from tests.clock import at_most

pytest.importorskip("trafilatura")
PAGES = Path(__file__).parents[1] / "data" / "pages"
PROSE = "<p>The bridge opened on Monday, and it is 40 metres high, the mayor of the city told reporters there.</p>"


@pytest.fixture(scope="module")
def news() -> Article:
    return next(read(PAGES / "news.html"))


@pytest.fixture(scope="module")
def live() -> Article:
    return next(read(PAGES / "storm_live.html"))


def page(head: str = "", body: str = PROSE) -> Article:
    content = f"<html><head>{head}</head><body>{body}</body></html>".encode()
    return next(read_bytes(content, name="page.html"))


def text(article: Article) -> str:
    return "\n".join(p.text for p in article.paragraphs)


def test_the_page_tells_its_details(news: Article) -> None:
    assert (news.title, news.published, news.author, news.publisher, news.url) == (
        "Council votes to rebuild the old bridge",
        date(2023, 3, 14),
        "Ana Pérez, John Roe",
        "Riverside Post",
        "https://post.example.org/council-votes",
    )


def test_paragraphs_of_the_body_come_in_order_under_their_heading(news: Article) -> None:
    mayor = next(p for p in news.paragraphs if p.text.startswith("Mayor Ruth Adler"))
    assert (mayor.role, mayor.heading) == ("text", "Work begins in May")


@pytest.mark.parametrize(
    "beside",
    ["cookies", "Sport", "Photo", "Read also", "Follow us", "cakes", "Bob", "rights reserved", "By Ana"],
)
def test_what_stands_beside_the_article_is_left_out(news: Article, beside: str) -> None:
    assert beside not in text(news)


def test_a_quotation_in_another_language_belongs_to_the_article_but_is_not_read() -> None:
    quote = "El puente se abrió el lunes y tiene una altura de 40 metros, dijo la alcaldesa de la ciudad."
    found = page(body=f"{PROSE}<blockquote><p>{quote}</p></blockquote>{PROSE.replace('bridge', 'tunnel')}")
    assert [p.role for p in found.paragraphs if p.text == quote] == ["foreign"]


@pytest.mark.parametrize(
    "heading", ["References", "Notes and references", "Further reading", "External links"]
)
def test_the_titles_of_works_that_a_page_cites_are_no_prose(heading: str) -> None:
    title = "Roe, John (3 April 2014). Mayor steps down after the bridge had collapsed. The Riverside Post."
    found = page(body=f"{PROSE * 5}<h2>{heading}</h2><ul><li>{title}</li><li>{title}</li></ul>")
    assert {p.role for p in found.paragraphs if p.text == title} == {"point"}


def test_marks_of_footnotes_are_left_out(news: Article) -> None:
    assert "the old bridge at a cost" in text(news)


def test_a_live_blog_keeps_its_entries_in_order_with_their_times(live: Article) -> None:
    seen = [p.text for p in live.paragraphs if p.role == "heading" or ":" in p.text[:3]]
    assert seen[2:] == [
        "10:45",
        "Bridge reopens to pedestrians",
        "10:15",
        "Power is back in the village",
        "09:00",
        "River at its highest since 1998",
    ]


def test_a_live_blog_keeps_its_key_points(live: Article) -> None:
    assert (
        next(p.text for p in live.paragraphs if p.role == "point")
        == "The old bridge has been closed to all traffic"
    )


def words(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", text.lower()))


@pytest.mark.parametrize(
    "row", [json.loads(line) for line in (PAGES / "index.jsonl").read_text("utf-8").splitlines()]
)
def test_a_page_as_it_was_served_keeps_to_its_floor(row: dict[str, str]) -> None:
    article = next(read(PAGES / row["file"]))
    ours, theirs = words(text(article)), words((PAGES / row["truth"]).read_text("utf-8"))
    assert 2 * (ours & theirs).total() / (ours.total() + theirs.total()) >= 0.98
    assert (article.title, str(article.published), article.author) == (
        row["title"],
        row["date"],
        row["author"],
    )


@pytest.mark.parametrize(
    ("head", "body", "title"),
    [
        (
            "<title>The Post » Bridge opens to traffic</title>",
            "<h1>The Post</h1><h2>Bridge opens to traffic</h2>",
            "",
        ),
        ("<title>Bridge opens to traffic - The Post</title>", "<h1>Bridge opens to traffic</h1>", ""),
        ('<meta property="og:title" content="Bridge opens to traffic"><title>x</title>', "", ""),
        ("<title>Bridge opens to traffic | The Post of the Riverside</title>", "<h3>Other news</h3>", ""),
        ("<title>Home</title>", "<h1>Bridge opens to traffic</h1>", ""),
    ],
)
def test_the_headline_is_what_the_page_declares_and_shows(head: str, body: str, title: str) -> None:
    assert page(head, body + PROSE * 3).title == (title or "Bridge opens to traffic")


@pytest.mark.parametrize(
    "mark",
    [
        '<meta property="article:published_time" content="2020-02-03T10:00:00Z">',
        '<meta name="date" content="3 February 2020">',
        '<time datetime="2020-02-03">Monday</time>',
        '<span class="published" title="2020-02-03T00:00">then</span>',
        '<p class="post-date">Published: February 3rd, 2020 @ 10:15</p>',
        '<link rel="canonical" href="https://example.org/2020/02/03/bridge">',
        '<div class="meta">3 February 2020, 10:15 | Ana Pérez</div>',
        "<font size=1>February 3, 2020</font>",
    ],
)
def test_the_date_is_found_wherever_pages_put_it(mark: str) -> None:
    assert page(mark if mark.startswith(("<meta", "<link")) else "", mark + PROSE * 3).published == date(
        2020, 2, 3
    )


def test_the_birthday_in_a_box_is_not_the_date_of_the_page() -> None:
    box = (
        '<table class="infobox"><tr><td>Born <span class="bday published">1950-10-31</span></td></tr></table>'
    )
    assert page("<title>A life</title>", f"<h1>A life</h1>{box}{PROSE * 3}").published is None


def test_the_day_on_which_a_source_was_looked_up_is_not_the_date_of_the_page() -> None:
    cited = '<ol class="references"><li><cite>A book. <span class="reference-accessdate">3 May 2016</span></cite></li></ol>'
    assert page("<title>A bridge</title>", f"<h1>A bridge</h1>{PROSE * 3}{cited}").published is None


def test_the_times_of_a_live_blog_need_no_element_of_their_own() -> None:
    entries = "".join(
        f'<li><p class="stamp">{hour}:15 GMT</p><h3>Entry {hour}</h3>{PROSE.replace("40", str(hour))}</li>'
        for hour in (12, 11, 10)
    )
    article = page("<title>Storm live</title>", f"<main><h1>Storm live</h1><ol>{entries}</ol></main>")
    assert [p.text for p in article.paragraphs if p.role == "aside"] == [
        "12:15 GMT",
        "11:15 GMT",
        "10:15 GMT",
    ]


def test_a_live_blog_that_scripts_would_fill_is_read_from_its_data() -> None:
    updates = [
        {
            "@type": "BlogPosting",
            "headline": f"Entry {hour}",
            "datePublished": f"2020-02-03T{hour}:15:00Z",
            "articleBody": "The bridge has been closed to all traffic since noon, police say.\n\nIt may open on Monday.",
        }
        for hour in (12, 11)
    ]
    data = json.dumps({"@type": "LiveBlogPosting", "headline": "Storm live", "liveBlogUpdate": updates})
    article = page(f'<script type="application/ld+json">{data}</script>', '<div id="app">Loading</div>')
    assert [(p.role, p.text) for p in article.paragraphs][:4] == [
        ("heading", "Storm live"),
        ("aside", "12:15"),
        ("heading", "Entry 12"),
        ("text", "The bridge has been closed to all traffic since noon, police say."),
    ]
    assert len(article.paragraphs) == 9


@pytest.mark.parametrize(
    ("address", "day"),
    [
        ("https://example.org/2009/06/05/peru/", date(2009, 6, 5)),
        ("https://example.org/world/2019/jun/05/peru", date(2019, 6, 5)),
        ("https://example.org/20090605-peru", date(2009, 6, 5)),
        ("https://example.org/id/2009060599", None),
        ("https://example.org/2009/13/05/", None),
    ],
)
def test_an_address_tells_the_day_only_where_it_is_one(address: str, day: date | None) -> None:
    assert in_address(address) == day


@pytest.mark.parametrize("declared", ["windows-1252", "iso-8859-1", "utf-8", "nonsense"])
def test_the_declared_encoding_is_tried_first(declared: str) -> None:
    encoding = "utf-8" if declared in ("utf-8", "nonsense") else "cp1252"
    content = f'<html><head><meta charset="{declared}"></head><body><h1>“Café”</h1>{PROSE * 3}</body></html>'
    assert "“Café”" in text(next(read_bytes(content.encode(encoding), name="a.html")))


def test_a_heading_of_what_stands_beside_is_left_out_too() -> None:
    body = f"<article><h1>Bridge opens</h1>{PROSE * 4}<h2>Related stories</h2>{PROSE}<h2>What is next</h2>{PROSE}</article>"
    assert [p.text for p in page("", body).paragraphs if p.role == "heading"] == [
        "Bridge opens",
        "What is next",
    ]


def test_scripts_never_become_text() -> None:
    assert "alert" not in text(page("", f"<article>{PROSE * 3}<script>alert(1)</script></article>"))


@pytest.mark.parametrize(
    "content",
    [
        b"<html></html>",
        b"<html><body>" + b"<div>" * 100_000 + PROSE.encode(),
        b"<" * 50_000,
        b"\x00\x01\x02 <html>",
        b"<html><body>" + b"<i>x</i>" * 200_000,
        b"<html><head><script type='application/ld+json'>" + b"[" * 100_000,
        b"<html><body><!--" * 10_000,
    ],
    ids=["empty", "deep", "brackets", "nul", "elements", "json", "comments"],
)
def test_hostile_pages_are_refused_soon_with_a_sentence(content: bytes) -> None:
    with at_most(20), pytest.raises(SourceError) as caught:
        list(read_bytes(content, name="a.html"))
    assert "\n" not in str(caught.value)


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=60)
@given(
    st.lists(
        st.sampled_from(
            [
                "<p>",
                "</p>",
                "<div>",
                "<h1>",
                "</h1>",
                "<ul><li>",
                "<table>",
                "The bridge opened. ",
                "&amp;",
                "<time>10:45</time>",
                "\x00",
                "é",
                "<!--",
                "<script>",
                "]]>",
            ]
        )
    )
)
def test_any_page_is_read_or_refused(parts: list[str]) -> None:
    with suppress(SourceError):
        list(read_bytes("".join(["<html>", *parts]).encode(), name="a.html"))


@settings(deadline=None, max_examples=60)
@given(st.binary())
def test_any_bytes_are_read_or_refused(content: bytes) -> None:
    with suppress(SourceError):
        list(read_bytes(content, name="a.html"))
