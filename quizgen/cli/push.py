"""`quizgen push`: hand a deck to an Anki that is running on this computer.

Through the add-on AnkiConnect and its action guiImportFile, which opens Anki's own import window: the
learner sees and confirms what is imported, with the options that keep progress safe.
"""

from __future__ import annotations

import http.client
import json
from pathlib import Path
from typing import Annotated, Any

import typer

from quizgen.cli import app
from quizgen.errors import ExportError
from quizgen.plaintext import plain

LOOPBACK = "127.0.0.1"  # never another computer: what we send is a path on this one
PORT = 8765  # AnkiConnect's own default
API = 6
SUFFIXES = (".apkg", ".tsv")
WAIT = 10  # seconds


@app.command()
def push(
    deck: Annotated[
        Path, typer.Argument(help="A deck (.apkg) or a table of cards (.tsv).", show_default=False)
    ],
    port: Annotated[int, typer.Option(min=1, max=65535, help="Where AnkiConnect listens.")] = PORT,
    key: Annotated[str | None, typer.Option(help="AnkiConnect's apiKey, if you have set one.")] = None,
) -> None:
    """Hand a deck to Anki, which must be running with the add-on AnkiConnect (2055492159)."""
    if deck.suffix.lower() not in SUFFIXES:
        raise ExportError(
            f"{deck} is no deck: make one with  quizgen export {deck} -o DECK.apkg  and push that."
        )
    if not deck.is_file():
        raise ExportError(f"There is no deck {deck}: make it with quizgen export, or check the name.")
    _ask(port, key, "version")
    _ask(port, key, "guiImportFile", path=str(deck.resolve()))
    typer.echo(f"Anki has {deck.name}: confirm the import in its window.")


def _ask(port: int, key: str | None, action: str, **parameters: str) -> Any:
    """What AnkiConnect answers.

    Raises:
        ExportError: nobody answers, somebody else does, or AnkiConnect refuses.
    """
    request: dict[str, Any] = {"action": action, "version": API, "params": parameters}
    if key:
        request["key"] = key
    connection = http.client.HTTPConnection(LOOPBACK, port, timeout=WAIT)
    try:
        connection.request("POST", "/", json.dumps(request), {"Content-Type": "application/json"})
        answer = json.loads(connection.getresponse().read())
        error, result = answer["error"], answer["result"]
    except ConnectionRefusedError as refused:
        raise ExportError(
            f"Anki is not running, or lacks the add-on AnkiConnect (nothing answers on port {port}): start "
            "Anki and try again, or open the deck with a double click."
        ) from refused
    except TimeoutError as late:
        raise ExportError(
            "Anki does not answer: close the window that is open in it and try again."
        ) from late
    except (OSError, http.client.HTTPException, ValueError, KeyError, TypeError) as strange:
        raise ExportError(
            f"What answers on port {port} is not AnkiConnect: give its port with --port."
        ) from strange
    finally:
        connection.close()
    if error:
        raise ExportError(
            f"AnkiConnect refuses ({plain(str(error))[:200]}): update the add-on, or give its apiKey with --key."
        )
    return result
