"""Fetching a page from an address: the only place of the product that touches the network.

Names are resolved here, every address that a name stands for is checked, and the connection goes to an
address that was checked, so that no name can stand for one thing when asked and for another when used.
A redirect is a new address with the same checks.  One deadline holds for all of it: a server that drips
its answer is cut off.
"""

from __future__ import annotations

import ipaddress
import re
import socket
import time
import zlib
from collections.abc import Iterable, Iterator
from email.utils import parsedate_to_datetime
from functools import partial
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

from quizgen import __version__
from quizgen.errors import MissingExtra, SourceError
from quizgen.sources.documents import Document, as_slug, of_bytes

if TYPE_CHECKING:
    import httpcore
    import httpx

DEADLINE = 30.0
"""Seconds for all of one address: names, connections, redirects and the answer."""

LARGEST_ANSWER = 30 * 2**20
"""The most bytes, unpacked, that are taken of one answer."""

_PATIENCE = 10.0
_REDIRECTS = 8
_AGENT = f"quizgen/{__version__} (makes quizzes from news coverage; reads single pages for one person)"
_NAT64 = ipaddress.ip_network("64:ff9b::/96")


def is_address(source: str) -> bool:
    """Does a source read as an address (of whatever scheme) rather than as a path?"""
    return re.match(r"[A-Za-z][A-Za-z0-9+.-]+://", source) is not None


def fetch(address: str, *, allow_private: bool = False, deadline: float = DEADLINE) -> Document:
    """The document at an address.

    Args:
        address: http or https.
        allow_private: whether private, loopback and link-local addresses may be asked too.
        deadline: seconds for all of it.

    Raises:
        SourceError: it can't or must not be fetched.
        MissingExtra: the packages for fetching are not installed.
    """
    try:
        import httpcore
        import httpx
    except ImportError:
        raise MissingExtra("fetching an address", "web") from None
    until = time.monotonic() + deadline
    try:
        with httpx.Client(transport=_transport(until, allow_private), trust_env=False) as client:
            return _follow(
                client, _checked(address), address, until, partial(fetch, allow_private=allow_private)
            )
    except (httpcore.TimeoutException, httpx.TimeoutException, TimeoutError):
        raise SourceError(
            f"{_shown(address)} did not answer within {deadline:.0f} seconds: try again later."
        ) from None
    except (httpcore.NetworkError, httpcore.ProtocolError, httpx.HTTPError, OSError, ValueError) as error:
        raise SourceError(
            f"{_shown(address)} can't be fetched: {str(error) or type(error).__name__}."
        ) from None


def is_public(ip: str) -> bool:
    """Is this the address of a machine on the public internet?  Addresses within addresses count too."""
    address = ipaddress.ip_address(ip.partition("%")[0])
    if isinstance(address, ipaddress.IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour
        if address in _NAT64:
            inner = ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(str(inner))
    return address.is_global and not address.is_multicast


def _checked(address: str) -> httpx.URL:
    import httpx

    try:
        url = httpx.URL(address)
    except (httpx.InvalidURL, ValueError, TypeError, UnicodeError):
        raise SourceError(f"{_shown(address)} is no address: check the spelling.") from None
    if url.scheme not in ("http", "https") or not url.host:
        raise SourceError(f"{_shown(address)} is not fetched: only http and https addresses are.")
    if url.userinfo:
        raise SourceError(f"{url.host} is not fetched: give the address without a name and password.")
    return url


def _follow(client: httpx.Client, url: httpx.URL, address: str, until: float, follow: Any) -> Document:
    """The document at the end of the redirects."""
    for _ in range(_REDIRECTS):
        headers = {"User-Agent": _AGENT, "Accept-Encoding": "gzip, deflate", "Accept": "text/html,*/*;q=0.8"}
        with client.stream("GET", url, headers=headers, follow_redirects=False, timeout=_PATIENCE) as answer:
            if answer.has_redirect_location:
                url = _checked(str(url.join(answer.headers["location"])))
                continue
            if answer.status_code != 200:
                raise SourceError(
                    f"{_shown(address)} answers with error {answer.status_code}: check the address."
                )
            content = _content(answer, address, until)
            return of_bytes(
                content,
                name=_shown(address),
                slug=_slug(address),
                url=str(url),
                changed=_changed(answer.headers.get("last-modified", "")),
                media=answer.headers.get("content-type", ""),
                suffix=PurePosixPath(url.path).suffix.lower()[:10],
                follow=follow,
            )
    raise SourceError(f"{_shown(address)} is redirected more than {_REDIRECTS} times: check the address.")


def _content(answer: httpx.Response, address: str, until: float) -> bytes:
    """The body of an answer, unpacked with a limit at every step."""
    pieces, size = [], 0
    for piece in _unpacked(answer.iter_raw(), answer.headers.get("content-encoding", ""), address):
        size += len(piece)
        if size > LARGEST_ANSWER:
            raise SourceError(
                f"{_shown(address)} is larger than {LARGEST_ANSWER // 2**20} MB: save what you need of it."
            )
        if time.monotonic() > until:
            raise TimeoutError
        pieces.append(piece)
    return b"".join(pieces)


def _unpacked(pieces: Iterable[bytes], encoding: str, address: str) -> Iterator[bytes]:
    encoding = encoding.strip().lower()
    if encoding in ("", "identity"):
        yield from pieces
        return
    if encoding not in ("gzip", "x-gzip", "deflate"):
        raise SourceError(f"{_shown(address)} is packed as {encoding[:20]}, which was not asked for.")
    unpacking = zlib.decompressobj(zlib.MAX_WBITS | 32)  # either header, told by its first bytes
    try:
        for piece in pieces:
            rest = piece
            while rest:
                yield unpacking.decompress(rest, 2**20)
                rest = unpacking.unconsumed_tail
        yield unpacking.flush()
    except zlib.error:
        raise SourceError(f"{_shown(address)} sends a packed answer that is damaged: try again.") from None


def _transport(until: float, allow_private: bool) -> httpx.BaseTransport:
    """What carries requests of httpx over connections that are checked and timed."""
    import httpcore
    import httpx

    class Answer(httpx.SyncByteStream):
        """The body as it arrives."""

        def __init__(self, stream: Any) -> None:
            self.stream = stream

        def __iter__(self) -> Iterator[bytes]:
            yield from self.stream

        def close(self) -> None:
            self.stream.close()

    class Transport(httpx.BaseTransport):
        """httpx's own transport can't be given a backend, hence this one."""

        def __init__(self) -> None:
            self.pool = httpcore.ConnectionPool(
                ssl_context=httpx.create_ssl_context(trust_env=False),
                network_backend=_backend(until, allow_private),
            )

        def handle_request(self, request: httpx.Request) -> httpx.Response:
            url = httpcore.URL(
                scheme=request.url.raw_scheme,
                host=request.url.raw_host,
                port=request.url.port,
                target=request.url.raw_path,
            )
            reply = self.pool.handle_request(
                httpcore.Request(
                    method=request.method,
                    url=url,
                    headers=request.headers.raw,
                    content=request.stream,
                    extensions=request.extensions,
                )
            )
            return httpx.Response(reply.status, headers=reply.headers, stream=Answer(reply.stream))

        def close(self) -> None:
            self.pool.close()

    return Transport()


def _backend(until: float, allow_private: bool) -> httpcore.NetworkBackend:
    """Connections to checked addresses only, none of which outlives the deadline."""
    import httpcore

    def left(timeout: float | None) -> float:
        rest = until - time.monotonic()
        if rest <= 0:
            raise TimeoutError
        return min(rest, _PATIENCE if timeout is None else timeout)

    class Stream(httpcore.NetworkStream):
        """A connection that knows the deadline."""

        def __init__(self, stream: httpcore.NetworkStream) -> None:
            self.stream = stream

        def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
            return self.stream.read(max_bytes, left(timeout))

        def write(self, buffer: bytes, timeout: float | None = None) -> None:
            self.stream.write(buffer, left(timeout))

        def close(self) -> None:
            self.stream.close()

        def start_tls(
            self, ssl_context: Any, server_hostname: str | None = None, timeout: float | None = None
        ) -> httpcore.NetworkStream:
            return Stream(self.stream.start_tls(ssl_context, server_hostname, left(timeout)))

        def get_extra_info(self, info: str) -> Any:
            return self.stream.get_extra_info(info)

    class Backend(httpcore.NetworkBackend):
        """Resolves, checks, and connects to what was checked."""

        def connect_tcp(
            self,
            host: str,
            port: int,
            timeout: float | None = None,
            local_address: str | None = None,
            socket_options: Any = None,
        ) -> httpcore.NetworkStream:
            found = _resolve(host, port)
            if not allow_private and not all(map(is_public, found)):
                raise SourceError(
                    f"{host} is a private address and not fetched: --allow-private fetches it all the same."
                )
            stream = httpcore.SyncBackend().connect_tcp(
                found[0], port, left(timeout), local_address, socket_options
            )
            return Stream(stream)

    return Backend()


def _resolve(host: str, port: int) -> list[str]:
    """The addresses that a name stands for."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise SourceError(f"{host} is not found: check the address and your connection.") from None
    return [str(entry[4][0]) for entry in found]


def _slug(address: str) -> str:
    """Host and path, the same for every fetch of the address."""
    rest = re.sub(r"^[a-z]+://(?:www\.)?", "", address, flags=re.I).split("#")[0]
    return as_slug(re.sub(r"\.(?:s?html?|php|aspx?)$", "", rest, flags=re.I))


def _changed(stamp: str) -> str:
    """A date of HTTP as ISO 8601 in UTC, "" if it is none."""
    try:
        return parsedate_to_datetime(stamp).strftime("%Y-%m-%dT%H:%M:%SZ") if stamp.endswith("GMT") else ""
    except (ValueError, TypeError, IndexError):
        return ""


def _shown(address: str) -> str:
    """An address as a person may see it: on one line, not too long, without a password."""
    plain = re.sub(r"//[^/@]*@", "//", "".join(letter if letter.isprintable() else "?" for letter in address))
    return plain if len(plain) <= 200 else plain[:200] + "…"
