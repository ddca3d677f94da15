"""`quizgen push` against an AnkiConnect of our own."""

from __future__ import annotations

import json
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from quizgen.cli import app
from quizgen.errors import ExportError

Answer = Callable[[dict[str, Any]], bytes]


@contextmanager
def anki(answer: Answer) -> Iterator[tuple[int, list[dict[str, Any]]]]:
    """Somebody on loopback who answers so; its port and the requests it got."""
    requests: list[dict[str, Any]] = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            request = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            requests.append(request)
            self.send_response(200)
            self.end_headers()
            self.wfile.write(answer(request))

        def log_message(self, *_: object) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield server.server_port, requests
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def well(request: dict[str, Any]) -> bytes:
    return json.dumps({"result": 6 if request["action"] == "version" else None, "error": None}).encode()


@pytest.fixture
def deck(tmp_path: Path) -> Path:
    path = tmp_path / "deck.apkg"
    path.write_bytes(b"deck")
    return path


def push(*arguments: object) -> Any:
    return CliRunner().invoke(app, ["push", *map(str, arguments)])


def sentence(result: Any) -> str:
    assert isinstance(result.exception, ExportError)
    return str(result.exception)


def test_anki_is_asked_to_import_the_file(deck: Path) -> None:
    with anki(well) as (port, requests):
        result = push(deck, "--port", port)
    assert result.exit_code == 0
    assert [request["action"] for request in requests] == ["version", "guiImportFile"]
    assert requests[1]["params"] == {"path": str(deck.resolve())}
    assert all(request["version"] == 6 for request in requests)


def test_a_key_goes_with_every_request(deck: Path) -> None:
    with anki(well) as (port, requests):
        push(deck, "--port", port, "--key", "secret")
    assert [request["key"] for request in requests] == ["secret", "secret"]


def test_a_proxy_is_never_asked(deck: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", "http://192.0.2.1:1")
    with anki(well) as (port, requests):
        push(deck, "--port", port)
    assert len(requests) == 2


def test_anki_not_running_is_one_sentence(deck: Path) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    assert sentence(push(deck, "--port", port)).startswith("Anki is not running")


def test_somebody_else_on_the_port_is_one_sentence(deck: Path) -> None:
    with anki(lambda request: b"<html>") as (port, _):
        assert "is not AnkiConnect" in sentence(push(deck, "--port", port))


def test_a_refusal_tells_the_reason(deck: Path) -> None:
    refusal = json.dumps({"result": None, "error": "valid api key must be provided"}).encode()
    with anki(lambda request: refusal) as (port, requests):
        assert "valid api key must be provided" in sentence(push(deck, "--port", port))
    assert len(requests) == 1


def test_a_missing_deck_is_told_before_anki_is_asked(tmp_path: Path) -> None:
    assert "There is no deck" in sentence(push(tmp_path / "none.apkg", "--port", 1))


def test_a_quiz_is_told_to_be_exported_first(tmp_path: Path) -> None:
    assert "quizgen export" in sentence(push(tmp_path / "a.quiz.json"))
