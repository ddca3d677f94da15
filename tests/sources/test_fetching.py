"""Fetching an address: whole, honest, in time, and never from a private machine unless allowed."""

from __future__ import annotations

import gzip
import socket
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from quizgen.errors import SourceError
from quizgen.sources import fetching, read

pytest.importorskip("httpx")
pytest.importorskip("trafilatura")
PROSE = "The bridge opened on Monday, and it is 40 metres high, the mayor of the city told reporters there. "
PAGE = f"<html><head><title>Bridge opens to traffic</title></head><body><h1>Bridge opens to traffic</h1><p>{PROSE * 4}</p></body></html>"
FEED = """<rss><channel><title>The Post</title><item><title>Bridge</title><link>{}/page</link>
<description>Short.</description></item></channel></rss>"""
AGENTS: list[str] = []


class Site(BaseHTTPRequestHandler):
    """A site with every habit that a test needs, by path."""

    def log_message(self, *_: object) -> None:
        pass

    def answer(self, body: bytes, *, status: int = 200, **headers: str) -> None:
        self.send_response(status)
        for name, value in ({"Content_Type": "text/html; charset=utf-8"} | headers).items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_GET(self) -> None:
        AGENTS.append(self.headers["User-Agent"])
        here = f"http://127.0.0.1:{self.server.server_address[1]}"
        match self.path:
            case "/page":
                self.answer(PAGE.encode(), Last_Modified="Mon, 03 Feb 2020 10:00:00 GMT")
            case "/text":
                self.answer(PAGE.encode(), Content_Type="text/plain")
            case "/plain":
                self.answer(f"Bridge opens\n{PROSE}".encode("cp1252"), Content_Type="text/plain")
            case "/packed":
                self.answer(gzip.compress(PAGE.encode()), Content_Encoding="gzip")
            case "/bomb":
                self.answer(gzip.compress(bytes(150 * 2**20)), Content_Encoding="gzip")
            case "/damaged":
                self.answer(b"no gzip at all", Content_Encoding="gzip")
            case "/brotli":
                self.answer(b"x", Content_Encoding="br")
            case "/away":
                self.answer(b"", status=302, Location="/page")
            case "/file":
                self.answer(b"", status=302, Location="file:///etc/passwd")
            case "/loop":
                self.answer(b"", status=302, Location="/loop")
            case "/private":
                self.answer(b"", status=302, Location=here + "/page")
            case "/feed":
                self.answer(FEED.format(here).encode(), Content_Type="application/rss+xml")
            case "/drip":
                self.send_response(200)
                self.end_headers()
                self.drip(b"x")
            case "/dripping-head":
                self.drip(b"H")
            case "/endless":
                self.send_response(200)
                self.end_headers()
                self.drip(b"x" * 2**20, pause=0)
            case _:
                self.answer(b"", status=404)

    def drip(self, piece: bytes, pause: float = 0.1) -> None:
        try:
            for _ in range(1000):
                self.wfile.write(piece)
                self.wfile.flush()
                time.sleep(pause)
        except OSError:
            pass


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()


def test_a_page_is_fetched_with_its_address_and_time(site: str) -> None:
    article = next(read(site + "/page", allow_private=True))
    assert (article.title, article.url, article.changed) == (
        "Bridge opens to traffic",
        site + "/page",
        "2020-02-03T10:00:00Z",
    )
    assert article.source == site.removeprefix("http://").replace(":", "-") + "-page"


@pytest.mark.parametrize("path", ["/packed", "/away", "/text"])
def test_packed_and_redirected_pages_are_read(site: str, path: str) -> None:
    assert next(read(site + path, allow_private=True)).title == "Bridge opens to traffic"


def test_what_the_server_calls_plain_text_is_read_as_such(site: str) -> None:
    assert next(read(site + "/plain", allow_private=True)).title == "Bridge opens"


def test_the_agent_says_what_it_is(site: str) -> None:
    next(read(site + "/page", allow_private=True))
    assert AGENTS[-1].startswith("quizgen/")


def test_a_fetched_feed_is_followed_to_its_pages(site: str) -> None:
    article = next(read(site + "/feed", allow_private=True))
    assert (article.title, article.publisher) == ("Bridge opens to traffic", "The Post")


@pytest.mark.parametrize(
    ("path", "says"),
    [
        ("/missing", "error 404"),
        ("/file", "only http and https"),
        ("/loop", "redirected more than"),
        ("/bomb", "larger than"),
        ("/damaged", "damaged"),
        ("/brotli", "not asked for"),
    ],
)
def test_what_can_not_be_fetched_is_told(site: str, path: str, says: str) -> None:
    with pytest.raises(SourceError, match=says):
        list(read(site + path, allow_private=True))


@pytest.mark.parametrize("path", ["/drip", "/dripping-head"])
def test_a_server_that_never_ends_its_answer_is_cut_off(site: str, path: str) -> None:
    begun = time.monotonic()
    with pytest.raises(SourceError, match="did not answer within"):
        fetching.fetch(site + path, allow_private=True, deadline=1.5)
    assert time.monotonic() - begun < 20  # it would drip for ever


def test_a_server_that_floods_is_cut_off(site: str) -> None:
    with pytest.raises(SourceError, match=r"larger than|did not answer"):
        fetching.fetch(site + "/endless", allow_private=True, deadline=20)


def test_a_private_address_is_refused(site: str) -> None:
    with pytest.raises(SourceError, match="private"):
        list(read(site + "/page"))


def test_a_redirect_to_a_private_address_is_refused(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetching, "is_public", lambda ip: ip == "127.0.0.2")
    resolve = fetching._resolve
    monkeypatch.setattr(
        fetching,
        "_resolve",
        lambda host, port: ["127.0.0.2"] if host == "news.example" else resolve(host, port),
    )
    server = ThreadingHTTPServer(("127.0.0.2", 0), Site)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        address = f"http://news.example:{server.server_address[1]}"
        assert fetching.fetch(address + "/page").content == PAGE.encode()
        with pytest.raises(SourceError, match=r"127\.0\.0\.1 is a private address"):
            fetching.fetch(address + "/private")
    finally:
        server.shutdown()


def test_a_name_that_stands_for_a_private_address_is_refused() -> None:
    with pytest.raises(SourceError, match="private"):
        fetching.fetch("http://localhost:9/")


@pytest.mark.parametrize(
    "address",
    [
        "ftp://example.org/a",
        "file:///etc/passwd",
        "http://",
        "http://user:secret@example.org/",
        "http://[::1",
        "http://a b/",
    ],
)
def test_an_address_that_is_none_is_refused_without_a_password_in_the_sentence(address: str) -> None:
    with pytest.raises(SourceError) as caught:
        list(read(address))
    assert "secret" not in str(caught.value)


def test_a_machine_that_does_not_answer_is_told() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with pytest.raises(SourceError, match="can't be fetched"):
        fetching.fetch(f"http://127.0.0.1:{port}/", allow_private=True)


@pytest.mark.parametrize(
    ("ip", "public"),
    [
        ("93.184.216.34", True),
        ("2606:2800:220:1::1", True),
        ("127.0.0.1", False),
        ("10.1.2.3", False),
        ("172.16.0.1", False),
        ("192.168.1.1", False),
        ("169.254.169.254", False),
        ("100.64.0.1", False),
        ("0.0.0.0", False),
        ("224.0.0.1", False),
        ("::1", False),
        ("::", False),
        ("fe80::1%eth0", False),
        ("fd00::1", False),
        ("::ffff:127.0.0.1", False),
        ("::ffff:10.0.0.1", False),
        ("64:ff9b::7f00:1", False),
        ("2002:7f00:1::", False),
    ],
)
def test_only_public_machines_are_public(ip: str, public: bool) -> None:
    assert fetching.is_public(ip) is public
