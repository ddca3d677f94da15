"""Zipped documents (DOCX, EPUB) opened with limits, and XML that may not define entities."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from typing import TYPE_CHECKING

from quizgen.errors import SourceError

if TYPE_CHECKING:
    from lxml.etree import _Element

_MOST_FILES = 20_000
_LARGEST_PART = 50 * 2**20
_LARGEST_RATIO = 100
_SMALL = 5 * 2**20
_ENTITY = re.compile(
    rb"<!\s*ENTITY|<\x00!\x00E\x00N\x00T\x00I\x00T\x00Y|\x00<\x00!\x00E\x00N\x00T\x00I\x00T\x00Y"
)


class Archive:
    """A zip file whose parts are read one by one, none larger than promised."""

    def __init__(self, content: bytes, name: str) -> None:
        """Open it.

        Raises:
            SourceError: it is no zip file, damaged, protected, or unpacks to far more than it is.
        """
        self.name = name
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(content))
            parts = self._zip.infolist()
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, RuntimeError) as error:
            raise SourceError(f"{name} is damaged or cut off: {str(error)[:80]}.") from None
        total = sum(part.file_size for part in parts)
        if len(parts) > _MOST_FILES or total > max(_SMALL, _LARGEST_RATIO * len(content)):
            raise SourceError(
                f"{name} unpacks to more than {_LARGEST_RATIO} times its size and is not opened."
            )
        self.names = frozenset(part.filename for part in parts)

    def read(self, part: str) -> bytes:
        """The bytes of one part.

        Raises:
            SourceError: it is missing, too large, damaged or protected.
        """
        try:
            info = self._zip.getinfo(part)
            if info.flag_bits & 1:
                raise SourceError(f"{self.name} is protected by a password: save it without one.")
            if info.file_size > _LARGEST_PART:
                raise SourceError(f"{self.name} holds a part of more than {_LARGEST_PART // 2**20} MB.")
            with self._zip.open(info) as file:
                return file.read(_LARGEST_PART)
        except KeyError:
            raise SourceError(f"{self.name} is damaged: {part[:80]} is missing in it.") from None
        except (
            zipfile.BadZipFile,
            zlib.error,
            EOFError,
            OSError,
            ValueError,
            RuntimeError,
            NotImplementedError,
        ) as error:
            raise SourceError(f"{self.name} is damaged or cut off: {str(error)[:80]}.") from None

    def check_xml(self) -> None:
        """Refuse the archive if one of its XML parts defines entities, which can grow without end.

        Raises:
            SourceError: one does.
        """
        for part in self.names:
            if part.lower().endswith((".xml", ".rels", ".opf", ".ncx", ".xhtml")):
                refuse_entities(self.read(part), self.name)


def refuse_entities(content: bytes, name: str) -> None:
    """Refuse XML that defines entities of its own.

    Raises:
        SourceError: it does.
    """
    if _ENTITY.search(content):
        raise SourceError(f"{name} defines XML entities, as harmful documents do, and is not opened.")


def parse_xml(content: bytes, name: str) -> _Element:
    """The root of an XML document, parsed without entities, network or depth beyond libxml2's limit.

    Raises:
        SourceError: it is not well-formed, nests too deep, or defines entities.
    """
    from lxml import etree

    refuse_entities(content, name)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise SourceError(f"{name} is damaged: {str(error)[:80]}.") from None
    if root is None:
        raise SourceError(f"{name} is damaged: there is nothing in it.")
    return root
