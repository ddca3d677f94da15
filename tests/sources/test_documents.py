"""PDF, Word, EPUB, Markdown, subtitles, JSON lines and feeds become the articles that they hold."""

from __future__ import annotations

import io
import json
import subprocess
import sys
import zipfile
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizgen.errors import MissingExtra, QuizgenError, SourceError
from quizgen.model import Article
from quizgen.sources import read, read_all, read_bytes
from tests.clock import at_most

DATA = Path(__file__).parents[1] / "data"
TITLE = "NASA Prepares for First Flight of Its New Supersonic Jet"
PROSE = "The bridge opened on Monday. It is 40 metres high, the mayor said."


def one(content: bytes | str, name: str) -> Article:
    return next(read_bytes(content.encode() if isinstance(content, str) else content, name=name))


def texts(article: Article) -> list[str]:
    return [p.text for p in article.paragraphs]


def expected() -> list[str]:
    return texts(next(read(DATA / "messy" / "m05_mojibake.txt")))


def zipped(**parts: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/").replace("_xml", ".xml"), content)
    return file.getvalue()


@pytest.mark.parametrize("name", ["supersonic.pdf", "supersonic_justified.pdf"])
def test_a_pdf_in_columns_gives_every_paragraph_whole_and_in_order(name: str) -> None:
    article = next(read(DATA / "documents" / name))
    assert [text for text in texts(article) if text in expected()] == expected()


def test_full_width_columns_and_footnotes_of_a_pdf_are_kept_apart() -> None:
    article = next(read(DATA / "documents" / "crash_mixed.pdf"))
    told = texts(next(read(DATA / "documents" / "crash.txt")))
    assert [p.text for p in article.paragraphs if p.role != "aside" and p.text != "What is next"] == told


@pytest.mark.parametrize("name", ["supersonic.pdf", "supersonic_justified.pdf", "supersonic.docx"])
def test_a_document_gives_its_title_and_date(name: str) -> None:
    article = next(read(DATA / "documents" / name))
    assert (article.title, article.published) == (TITLE, date(2024, 2, 2))


def test_running_heads_and_page_numbers_of_a_pdf_are_dropped() -> None:
    text = " ".join(texts(next(read(DATA / "documents" / "supersonic.pdf"))))
    assert "Learning English" not in text
    assert "Page" not in text


def test_headings_of_a_pdf_are_told_by_their_size() -> None:
    article = next(read(DATA / "documents" / "supersonic.pdf"))
    assert [p.text for p in article.paragraphs if p.role == "heading"] == [TITLE, "What comes next"]


def test_a_word_document_gives_paragraphs_lists_and_tables_but_no_header() -> None:
    article = next(read(DATA / "documents" / "supersonic.docx"))
    assert [text for text in texts(article) if text in expected()] == expected()
    assert [p.text for p in article.paragraphs if p.role == "point"] == [
        "Lockheed Martin builds it",
        "Length 30 meters",
    ]
    assert "header" not in " ".join(texts(article))


def test_markdown_gives_headings_prose_and_points_without_marks() -> None:
    article = one(
        '---\ntitle: "Bridge opens"\ndate: 2020-02-03\nauthor: Ana Pérez\n---\n\n# The bridge\n\nThe **bridge** opened on '
        "[Monday](https://example.org).\nIt is `40` metres high.\n\n- First point\n\n> “We waited,” she said.\n\n"
        "| a | b |\n| - | - |\n| Height | 40 m |\n\n```\ncode\n```\n\n![picture](x.png)\n\n<script>alert(1)</script>\n",
        "story.md",
    )
    assert (article.title, article.published, article.author) == (
        "Bridge opens",
        date(2020, 2, 3),
        "Ana Pérez",
    )
    assert [(p.role, p.text) for p in article.paragraphs] == [
        ("heading", "The bridge"),
        ("text", "The bridge opened on Monday. It is 40 metres high."),
        ("point", "First point"),
        ("text", "“We waited,” she said."),
        ("point", "a b"),
        ("point", "Height 40 m"),
    ]


SRT = """1
00:00:01,000 --> 00:00:03,000
<i>The bridge opened</i> on Monday

2
00:00:03,000 --> 00:00:05,000
and it is 40 metres high.

3
00:00:05,100 --> 00:00:07,000
- It cost 3 million pounds.

4
00:00:07,100 --> 00:00:09,000
[MUSIC] ♪♪
"""


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (SRT, "a.srt"),
        (SRT.replace("\n", "\r\n"), "a.srt"),
        (
            "WEBVTT\n\nNOTE made by hand\n\nSTYLE\n::cue {}\n\n"
            + SRT.replace(",000", ".000").replace("00:00:", "00:"),
            "a.vtt",
        ),
    ],
)
def test_subtitles_become_running_prose(content: str, name: str) -> None:
    assert texts(one(content, name)) == [
        "The bridge opened on Monday and it is 40 metres high.",
        "It cost 3 million pounds.",
    ]


def test_captions_that_roll_up_are_not_repeated() -> None:
    cues = ["The bridge opened", "The bridge opened\non Monday.", "on Monday."]
    content = "WEBVTT\n\n" + "\n\n".join(
        f"00:0{n}.000 --> 00:0{n + 1}.000\n{cue}" for n, cue in enumerate(cues)
    )
    assert texts(one(content, "a.vtt")) == ["The bridge opened on Monday."]


def test_each_line_of_json_is_an_article_and_a_bad_one_does_not_stop_the_rest(tmp_path: Path) -> None:
    row = {"title": "Bridge opens", "text": PROSE, "url": "https://example.org/b", "date": "2020-02-03"}
    lines = [
        json.dumps(row),
        "{",
        '{"title": "no text"}',
        '{"text": "\\ud800"}',
        "",
        json.dumps({"text": PROSE}),
    ]
    (tmp_path / "a.jsonl").write_text("\n".join(lines))
    found = list(read_all([tmp_path / "a.jsonl"]))
    assert [type(one).__name__ for one in found] == [
        "Article",
        "SourceError",
        "SourceError",
        "SourceError",
        "Article",
    ]
    first = found[0]
    assert isinstance(first, Article)
    assert (first.title, first.published, first.url) == (
        "Bridge opens",
        date(2020, 2, 3),
        "https://example.org/b",
    )
    assert "line 2" in str(found[1])


RSS = f"""<?xml version="1.0"?><rss version="2.0"><channel><title>The Post</title>
<item><title>Older</title><link>https://example.org/1</link><pubDate>Mon, 03 Feb 2020 10:00:00 GMT</pubDate>
<description>&lt;p&gt;{PROSE}&lt;/p&gt;&lt;p&gt;Read more: here&lt;/p&gt;</description></item>
<item><title>Newer</title><link>https://example.org/2</link><pubDate>Tue, 04 Feb 2020 10:00:00 GMT</pubDate>
<description>{PROSE}</description></item>
<item><title>Empty</title><pubDate>Sun, 02 Feb 2020 10:00:00 GMT</pubDate></item></channel></rss>"""
ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>The Post</title><entry><title>One</title>
<link href="https://example.org/1"/><updated>2020-02-03T10:00:00Z</updated><author><name>Ana Pérez</name></author>
<content type="html">&lt;p&gt;{PROSE}&lt;/p&gt;</content></entry></feed>"""


def test_a_feed_gives_its_entries_newest_first(tmp_path: Path) -> None:
    (tmp_path / "a.rss").write_text(RSS)
    found = list(read_all([tmp_path / "a.rss"]))
    assert [one.title for one in found if isinstance(one, Article)] == ["Newer", "Older"]
    assert isinstance(found[2], SourceError)


def test_latest_takes_so_many_of_a_feed(tmp_path: Path) -> None:
    (tmp_path / "a.rss").write_text(RSS)
    assert [one.title for one in read(tmp_path / "a.rss", latest=1)] == ["Newer"]


def test_an_entry_of_a_feed_knows_its_details() -> None:
    article = one(ATOM, "a.xml")
    assert (article.title, article.published, article.author, article.publisher, article.url) == (
        "One",
        date(2020, 2, 3),
        "Ana Pérez",
        "The Post",
        "https://example.org/1",
    )


def epub(*chapters: str, extra: str = "") -> bytes:
    items = "".join(f'<item id="c{n}" href="c{n}.xhtml" media-type="x"/>' for n in range(len(chapters)))
    spine = "".join(f'<itemref idref="c{n}"/>' for n in range(len(chapters)))
    opf = f"""<?xml version="1.0"?>{extra}<package xmlns="http://www.idpf.org/2007/opf"><metadata
    xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>The book</dc:title><dc:creator>Ana Pérez</dc:creator>
    <dc:date>2020-02-03</dc:date></metadata><manifest>{items}</manifest><spine>{spine}</spine></package>"""
    container = b'<container><rootfiles><rootfile full-path="o/b.opf"/></rootfiles></container>'
    parts = {f"o__c{n}.xhtml": chapter.encode() for n, chapter in enumerate(chapters)}
    return zipped(**{"META-INF__container_xml": container, "o__b.opf": opf.encode(), **parts})


CHAPTER = "<html><head><title>t</title></head><body><h1>{}</h1>" + f"<p>{PROSE}</p>" * 8 + "</body></html>"


def test_each_chapter_of_a_book_with_prose_is_an_article() -> None:
    content = epub("<html><body><p>Cover</p></body></html>", CHAPTER.format("One"), CHAPTER.format("Two"))
    found = list(read_bytes(content, name="book.epub"))
    assert [(one.title, one.publisher, one.author) for one in found] == [
        ("One", "The book", "Ana Pérez"),
        ("Two", "The book", "Ana Pérez"),
    ]


def test_a_book_of_one_chapter_bears_its_own_title() -> None:
    assert one(epub(CHAPTER.format("One")), "book.epub").title == "The book"


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (b"%PDF-1.4", "a.txt"),
        (b"<!doctype html><html></html>", "a.txt"),
        (RSS.encode(), "a.html"),
        (epub("x"), "a.docx"),
    ],
)
def test_what_the_first_bytes_say_counts_more_than_the_suffix(content: bytes, name: str) -> None:
    from quizgen.sources.documents import of_bytes
    from quizgen.sources.formats import reader_of

    assert reader_of(of_bytes(content, name=name)) in ("pdf", "html", "feed", "epub")


BOMB = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">' + "".join(
    f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True)
)
WORD = zipped(**{"_rels__.rels": b"<x/>", "word__document_xml": b"<x/>"})


@pytest.mark.parametrize(
    ("content", "name", "says"),
    [
        (b"PK\x03\x04" + b"\0" * 50 + b"word/document", "a.docx", "damaged"),
        (zipped(**{"word__document_xml": b" " * 50_000_000}), "a.docx", "100 times"),
        (zipped(**{"word__document_xml": (BOMB + "]><x>&i;</x>").encode()}), "a.docx", "entities"),
        (zipped(**{"word__document_xml": b"<a>" * 200_000}), "a.docx", "can be read"),
        (WORD[: len(WORD) // 2], "a.docx", "damaged"),
        (zipped(a=b"b"), "a.zip", "archive"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 100, "a.docx", "password"),
        (b"plain text", "a.docx", "not what its name says"),
        (b"plain text", "a.pdf", "not what its name says"),
        (b"plain text", "a.epub", "not what its name says"),
        (zipped(**{"META-INF__container_xml": b"<a>" * 200_000}), "a.epub", "damaged"),
        (zipped(**{"META-INF__container_xml": b"<container/>"}), "a.epub", "missing"),
        (epub(CHAPTER, extra=BOMB + "]>"), "a.epub", "entities"),
        (epub(BOMB + "]>" + CHAPTER), "a.epub", "entities"),
        (zipped(**{"META-INF__container_xml": b"<x/>", "big": b"\0" * 200_000_000}), "a.epub", "100 times"),
        (b"<?xml version='1.0'?>" + BOMB.encode() + b"]><rss><channel><title>&i;</title></channel></rss>", "a.rss", "entities"),
        (b"<rss><channel>" + b"<item>" * 10, "a.rss", "no text|no entries|can't be read"),
        (b"<rss></rss>", "a.xml", "no entries"),
        (b"no cue here", "a.srt", "no subtitles"),
        (b"[" * 100_000, "a.jsonl", "no JSON"),
        (b'{"text": 5}', "a.jsonl", "no text"),
        (b"%PDF-1.7\n" + b"garbage " * 100, "a.pdf", "no PDF|only pictures"),
        ((DATA / "documents" / "supersonic.pdf").read_bytes()[:9000], "a.pdf", "no PDF|only pictures"),
        ((DATA / "documents" / "protected.pdf").read_bytes(), "a.pdf", "password"),
        (b"```\ncode\n```", "a.md", "no text"),
        (b"The bridge opened. " * 150_000, "a.txt", "a line of more than"),
        (b"The bridge opened.\n" * 200_000, "a.txt", "characters of text"),
        (b"<html><p>" + b"The bridge opened. " * 150_000, "a.html", "a line of more than"),
        (b"a" * (11 * 2**20), "a.txt", "10 MB"),
        (b"a" * (11 * 2**20), "a.html", "10 MB"),
        (b"a" * (101 * 2**20), "a.txt", "100 MB"),
        (b"a\0b", "a.md", "binary"),
    ],
)  # fmt: skip
def test_hostile_documents_are_refused_soon_with_a_sentence(content: bytes, name: str, says: str) -> None:
    with at_most(15), pytest.raises(SourceError, match=says) as caught:
        list(read_bytes(content, name=name))
    assert "\n" not in str(caught.value)


def test_a_pdf_that_unpacks_without_end_is_refused() -> None:
    import zlib

    packing = zlib.compressobj(1)
    once = b"".join(packing.compress(bytes(2**26)) for _ in range(36)) + packing.flush()
    packed = zlib.compress(once)
    content = (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
        b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>endobj\n"
        b"4 0 obj<</Filter[/FlateDecode/FlateDecode]/Length "
        + str(len(packed)).encode()
        + b">>stream\n"
        + packed
        + b"\nendstream endobj\ntrailer<</Root 1 0 R>>"
    )
    with pytest.raises(SourceError, match=r"memory|no PDF"):
        list(read_bytes(content, name="bomb.pdf"))


def test_markdown_that_nests_deep_is_read_or_refused_soon() -> None:
    with at_most(30):
        for content in ("> " * 20_000 + "x", "- " * 20_000 + "x", "[" * 50_000, "*a " * 50_000, "`" * 50_000):
            with suppress(SourceError):
                one(content, "a.md")


@settings(deadline=None, max_examples=40)
@given(
    content=st.binary(max_size=300),
    suffix=st.sampled_from([".md", ".srt", ".vtt", ".jsonl", ".rss", ".docx", ".epub", ".xml"]),
)
def test_any_bytes_in_any_format_are_read_or_refused(content: bytes, suffix: str) -> None:
    for bytes_ in (
        content,
        b"PK\x03\x04word/document" + content,
        b"<rss><channel><item>" + content,
        SRT.encode() + content,
    ):
        with suppress(SourceError):
            for found in read_bytes(bytes_, name="a" + suffix):
                assert isinstance(found, Article | QuizgenError)


@settings(deadline=None, max_examples=25)
@given(st.data())
def test_a_damaged_word_document_or_book_is_read_or_refused(data: st.DataObject) -> None:
    for whole, name in (
        ((DATA / "documents" / "supersonic.docx").read_bytes(), "a.docx"),
        (epub(CHAPTER), "a.epub"),
    ):
        damaged = bytearray(whole)
        for _ in range(data.draw(st.integers(1, 8))):
            damaged[data.draw(st.integers(0, len(damaged) - 1))] = data.draw(st.integers(0, 255))
        with suppress(SourceError):
            list(read_bytes(bytes(damaged), name=name))


@pytest.mark.parametrize(
    ("name", "content", "missing", "extra"),
    [
        ("a.html", b"<html></html>", "trafilatura", "web"),
        ("a.epub", epub(CHAPTER), "lxml.html", "web"),
        ("a.rss", RSS.encode(), "feedparser", "feeds"),
        ("a.pdf", b"%PDF-1.4", "pdfminer", "pdf"),
        ("a.docx", WORD, "docx", "docx"),
    ],
)
def test_a_format_whose_packages_are_missing_names_the_extra(
    name: str, content: bytes, missing: str, extra: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, missing, None)
    with pytest.raises(MissingExtra, match=rf"quizgen\[{extra}\]"):
        list(read_bytes(content, name=name))


def test_reading_text_loads_no_package_of_other_formats() -> None:
    code = "import sys, quizgen.sources as s; s.read_text('The bridge opened.'); print(*sys.modules)"
    loaded = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=DATA.parents[1]
    ).stdout
    assert not set(loaded.split()) & {
        "trafilatura",
        "lxml",
        "httpx",
        "docx",
        "pdfminer",
        "feedparser",
        "spacy",
    }
