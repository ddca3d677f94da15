"""The worksheet as a Word file, for the teacher who edits: real headings, lists of options, tables.

Nothing is torn by a page's end: every question is held together with "keep with next".
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from quizgen.errors import MissingExtra
from quizgen.exporters._sheet import Item, Part, Sheet, Version, Which, lay_out, plain
from quizgen.exporters._sheet_forms import BLANK, Style
from quizgen.exporters._sheet_words import Words, words
from quizgen.exporters.html import COVERAGE, byline, credit, how, page_title, paper_size, quoted
from quizgen.model import Quiz

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph

NO_BREAK = "\u00a0"
SPACES = {"short": 14, "medium": 26, "long": 44}  # no-break spaces under a gap, by room
EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest a zip file can say: the same quiz gives the same bytes


def export(
    quizzes: Sequence[Quiz],
    *,
    sheet: Which = "both",
    questions: int | None = None,
    kinds: Sequence[str] = (),
    style: Style = "open",
    points: int | None = None,
    instructions: str | None = None,
    title: str | None = None,
    date: str | None = None,
    paper: str | None = None,
    large_print: bool = False,
    dyslexia: bool = False,
    versions: int = 1,
    seed: int = 0,
    word_bank: bool = True,
    cite: bool = True,
    lang: str | None = None,
    templates: Path | None = None,
) -> bytes:
    """The file; all options as in `quizgen.exporters.html.export`.

    Raises:
        MissingExtra: python-docx is not installed.
        ExportError, TemplateError: as for HTML.
    """
    size = paper_size(paper)
    laid = lay_out(
        quizzes,
        questions=questions,
        kinds=kinds,
        style=style,
        points=points,
        title=title,
        versions=versions,
        seed=seed,
        bank=word_bank,
    )
    fixed = words(lang or COVERAGE, templates)
    try:
        import docx
    except ImportError as error:
        raise MissingExtra("A Word file", "docx") from error
    document = docx.Document()
    writer = _Writer(document, laid, fixed, cite=cite, show_points=points != 0, letter=size == "letter")
    writer.looks(18 if large_print else 13 if dyslexia else 11.5, "Verdana" if dyslexia else "Calibri")
    told = plain(instructions) if instructions else fixed["instructions"]
    if sheet != "key":
        for version in laid.versions:
            writer.student(version, told, byline(laid, date, fixed))
    if sheet != "student":
        for version in laid.versions:
            writer.key(version)
        if len(laid.versions) > 1:
            writer.table()
    properties = document.core_properties
    properties.title, properties.author, properties.language = (
        page_title(laid, sheet, fixed)[:255],
        "",
        fixed.language,
    )
    properties.comments = ""
    return _packed(document)


class _Writer:
    """Writes the pieces of a sheet at the end of a document."""

    def __init__(
        self, document: Document, sheet: Sheet, fixed: Words, *, cite: bool, show_points: bool, letter: bool
    ) -> None:
        self.document = document
        self.sheet = sheet
        self.fixed = fixed
        self.cite = cite and len(sheet.sources) > 1
        self.show_points = show_points
        self.many = len(sheet.versions) > 1
        self.paper = (216, 279) if letter else (210, 297)  # mm
        self.begun = False

    @property
    def width(self) -> int:
        """Of the text, in millimetres."""
        return self.paper[0] - 36

    def looks(self, size: float, font: str) -> None:
        """Fonts, colours and margins of all styles we use."""
        from docx.oxml.ns import qn
        from docx.shared import Mm, Pt, RGBColor

        self.size, self.pitch = size, Mm(12 if size > 16 else 8.5)
        sizes = {"Normal": 1.0, "Title": 1.65, "Heading 1": 1.45, "Heading 2": 1.12}
        for name, times in sizes.items():
            named = self.document.styles[name]
            named.font.name, named.font.size = font, Pt(round(size * times * 2) / 2)  # Word knows half points
            named.font.color.rgb = RGBColor(0, 0, 0)
            fonts = named.element.get_or_add_rPr().get_or_add_rFonts()
            for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
                fonts.attrib.pop(qn(f"w:{theme}"), None)
            for script in ("ascii", "hAnsi", "cs", "eastAsia"):
                fonts.set(qn(f"w:{script}"), font)
            named.font.bold = name != "Normal"
            for border in named.element.get_or_add_pPr().findall(qn("w:pBdr")):
                border.getparent().remove(border)
            named.paragraph_format.space_after = Pt(0)
            named.paragraph_format.line_spacing = 1.0 if name == "Title" else 1.3 if size > 12 else 1.1
        section = self.document.sections[0]
        section.page_width, section.page_height = map(Mm, self.paper)
        section.left_margin = section.right_margin = Mm(18)
        section.top_margin, section.bottom_margin = Mm(17), Mm(19)

    # --- the student's sheet ---

    def student(self, version: Version, instructions: str, line: str) -> None:
        """Head, questions and sources of one version."""
        self._section(version.id)
        mark = self.fixed("version", letter=version.letter) + "   " if self.many else ""
        self._text(mark + version.id, right=True, quiet=True)
        self.document.add_paragraph(self.sheet.title, style="Title")
        if line:
            self._text(line, quiet=True)
        self._head(version)
        self._boxed(instructions)
        for number, part in enumerate(version.parts, 1):
            if len(version.parts) > 1:
                self._heading(self.fixed("part", number=number, title=self.fixed[part.form]), 2)
            self._text(how(part, self.fixed), quiet=True, before=4).paragraph_format.keep_with_next = True
            if part.bank:
                self._bank(part)
            for item in part.items:
                self._ask(item, version)
        self._sources()

    def _head(self, version: Version) -> None:
        """Two lines to fill in: the rules are leaders of tabs, which give way when words are edited."""
        from docx.enum.text import WD_TAB_LEADER
        from docx.shared import Mm

        total = f" / {version.total}" if version.total else ""
        for left, right, rest in (("name", "class", ""), ("date", "score", total)):
            line = self._text(f"{self.fixed[left]} \t   {self.fixed[right]} \t{rest}", before=11)
            stops = line.paragraph_format.tab_stops
            stops.add_tab_stop(Mm(108), leader=WD_TAB_LEADER.LINES)
            stops.add_tab_stop(Mm(self.width - 2.4 * len(rest) * self.size / 11), leader=WD_TAB_LEADER.LINES)

    def _bank(self, part: Part) -> None:
        if part.form == "match":
            texts = [f"{option.letter}  {option.text}" for option in part.bank]
        else:
            texts = [option.text for option in part.bank]
        self._boxed("     ".join(texts)).paragraph_format.keep_with_next = True

    def _ask(self, item: Item, version: Version) -> None:
        """One question; all its paragraphs but the last hold on to the next."""
        if item.question.context:
            first = self._text(self.fixed("context", text=item.question.context), quiet=True, before=10)
            self._hold(first)
        paragraph = self._text(
            f"{version.letter}{item.number}.  ", bold=True, before=0 if item.question.context else 10
        )
        paragraph.paragraph_format.keep_together = True
        if item.form == "match":
            paragraph.add_run(f"[{NO_BREAK * 5}]  ")
        plain_weight = item.form in ("gap", "truth")
        before, _, after = item.text.partition(BLANK) if item.form == "gap" else (item.text, "", "")
        paragraph.add_run(before).bold = not plain_weight
        if item.form == "gap":
            paragraph.add_run(NO_BREAK * SPACES[item.room]).underline = True
            paragraph.add_run(after)
        notes = []
        if self.show_points and item.points:
            notes.append(f"({self.fixed.points(item.points)})".replace(" ", NO_BREAK))
        if self.cite and item.source:
            notes.append(f"[{item.source}]")
        if notes:
            paragraph.add_run("  " + " ".join(notes)).font.size = self._points(self.size * 0.8)
        rest = self._furniture(item)
        for held in [paragraph, *rest][: len(rest)]:
            self._hold(held)

    def _furniture(self, item: Item) -> list[Paragraph]:
        """Options or ruled lines."""
        from docx.shared import Mm

        if item.form == "choice":
            texts = [f"○ {option.letter}   {option.text}" for option in item.options]
            if item.narrow:
                texts = ["\t".join(texts[i : i + 2]) for i in range(0, len(texts), 2)]
        elif item.form == "truth":
            texts = ["        ".join(f"○ {self.fixed[option.letter]}" for option in item.options)]
        else:
            texts = []
        made = [self._text(text) for text in texts]
        if item.form == "open":
            for _ in range(item.lines):
                ruled = self._text("")
                for side in ("bottom", "between"):  # alike borders of neighbours are drawn once, between them
                    self._border(ruled, side, color="666666")
                ruled.paragraph_format.line_spacing = self.pitch
                made.append(ruled)
                if item.room != "long":
                    ruled.paragraph_format.right_indent = Mm(110 if item.room == "short" else 65)
        for paragraph in made:
            paragraph.paragraph_format.left_indent = Mm(8)
            paragraph.paragraph_format.tab_stops.add_tab_stop(Mm(90))
            paragraph.paragraph_format.keep_together = True
        return made

    def _sources(self) -> None:
        if not self.sheet.sources:
            return
        self._heading(self.fixed["sources"], 2)
        for number, source in enumerate(self.sheet.sources, 1):
            pieces = (source.title, credit(source, self.fixed), source.url or source.name)
            self._text(
                f"{number}.  " + ". ".join(piece for piece in pieces if piece)
            ).paragraph_format.keep_together = True

    # --- the teacher's key ---

    def key(self, version: Version) -> None:
        """Answers, accepted forms and quotes of one version."""
        self._section(version.id)
        self._heading(self.fixed("key_version", letter=version.letter) if self.many else self.fixed["key"], 1)
        cited = credit(self.sheet.sources[0], self.fixed) if len(self.sheet.sources) == 1 else ""
        self._text("   ".join(filter(None, (self.sheet.title, version.id, cited))), quiet=True)
        for item in version.items:
            answer = self._text(f"{version.letter}{item.number}.  ", bold=True, before=7)
            if item.form in ("choice", "match"):
                answer.add_run(f"{item.letter}  ").bold = True
            if item.form == "truth":
                answer.add_run(self.fixed[item.letter] + (": " if item.letter == "false" else "")).bold = True
            if item.form != "truth" or item.letter == "false":
                answer.add_run(item.answer).bold = True
            if item.question.accepted and item.form in ("open", "gap"):
                answer.add_run(f" ({self.fixed['also']}: {'; '.join(item.question.accepted)})")
            self._hold(answer)
            quote = str(quoted(item.question).striptags())
            if item.source and len(self.sheet.sources) > 1:
                quote += f" — [{item.source}] {credit(self.sheet.sources[item.source - 1], self.fixed)}"
            self._text(quote, quiet=True).paragraph_format.keep_together = True

    def table(self) -> None:
        """Which question of each version is which."""
        from docx.oxml import OxmlElement
        from docx.shared import Mm

        self._section(self.sheet.versions[0].id.partition("-")[0])
        self._heading(self.fixed["other_versions"], 1)
        letters = [version.letter for version in self.sheet.versions]
        table = self.document.add_table(rows=1, cols=len(letters) + 1, style="Table Grid")
        narrow = Mm(16 if self.size > 16 else 13)
        table.autofit = False
        for column in table.columns:
            column.width = narrow
        table.columns[-1].width = Mm(self.width) - narrow * len(letters)
        for cell, text in zip(table.rows[0].cells, [*letters, self.fixed["asked"]], strict=True):
            cell.text = text
        table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
        for question, items in self.sheet.table():
            row = table.add_row()
            row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
            chosen = (
                f"{item.number}{NO_BREAK}{item.letter}"
                if item.form in ("choice", "match")
                else f"{item.number}"
                for item in items
            )
            for cell, text in zip(row.cells, [*chosen, question.prompt], strict=True):
                cell.text = text
        for row in table.rows:
            for cell, column in zip(row.cells, table.columns, strict=True):
                cell.width = column.width

    # --- paragraphs ---

    def _section(self, name: str) -> None:
        """A new page with this id and the page number in its foot."""
        from docx.enum.section import WD_SECTION

        section = self.document.add_section(WD_SECTION.NEW_PAGE) if self.begun else self.document.sections[0]
        self.begun = True
        section.footer.is_linked_to_previous = False
        foot = section.footer.paragraphs[0]
        before, _, rest = self.fixed("page", page="\x00", pages="\x01").partition("\x00")
        between, _, after = rest.partition("\x01")
        foot.add_run(f"{name}\t\t{before}")
        self._field(foot, "PAGE")
        foot.add_run(between)
        self._field(foot, "NUMPAGES")
        foot.add_run(after)

    def _heading(self, text: str, level: int) -> None:
        heading = self.document.add_heading(text, level)
        heading.paragraph_format.space_before = self._points(16 if level > 1 else 0)
        if level > 1:
            self._border(heading, "bottom")

    def _text(
        self, text: str, *, bold: bool = False, quiet: bool = False, right: bool = False, before: float = 0
    ) -> Paragraph:
        from docx.enum.text import WD_ALIGN_PARAGRAPH
        from docx.shared import RGBColor

        paragraph = self.document.add_paragraph()
        run = paragraph.add_run(text)
        run.bold = bold or None
        if quiet:
            run.font.size, run.font.color.rgb = self._points(self.size * 0.88), RGBColor(0x33, 0x33, 0x33)
        if right:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        paragraph.paragraph_format.space_before = self._points(before)
        return paragraph

    def _boxed(self, text: str) -> Paragraph:
        paragraph = self._text(text, before=10)
        for side in ("top", "left", "bottom", "right"):
            self._border(paragraph, side)
        paragraph.paragraph_format.keep_together = True
        return paragraph

    @staticmethod
    def _hold(paragraph: Paragraph) -> None:
        paragraph.paragraph_format.keep_with_next = True

    @staticmethod
    def _points(number: float) -> Any:
        from docx.shared import Pt

        return Pt(round(number * 2) / 2)

    @staticmethod
    def _border(paragraph: Paragraph, side: str, *, color: str = "000000") -> None:
        from docx.oxml import OxmlElement
        from docx.oxml.ns import qn

        properties: Any = paragraph._p.get_or_add_pPr()
        borders = properties.find(qn("w:pBdr"))
        if borders is None:
            borders = OxmlElement("w:pBdr")
            # Word wants the children of w:pPr in the order of its schema.
            properties.insert_element_before(
                borders, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:rPr"
            )
        edge = OxmlElement(f"w:{side}")
        for name, value in (
            ("val", "single"),
            ("sz", "6"),
            ("space", "4" if side != "bottom" else "1"),
            ("color", color),
        ):
            edge.set(qn(f"w:{name}"), value)
        borders.append(edge)

    @staticmethod
    def _field(paragraph: Paragraph, code: str) -> None:
        from docx.oxml import OxmlElement
        from docx.oxml.ns import qn

        field: Any = OxmlElement("w:fldSimple")
        field.set(qn("w:instr"), code)
        run: Any = OxmlElement("w:r")
        text: Any = OxmlElement("w:t")
        text.text = "1"
        run.append(text)
        field.append(run)
        paragraph._p.append(field)


def _packed(document: Document) -> bytes:
    """The document as a zip file whose members bear no date."""
    dated = io.BytesIO()
    document.save(dated)
    packed = io.BytesIO()
    with zipfile.ZipFile(dated) as source, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            member = zipfile.ZipInfo(name, EPOCH)
            member.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(member, source.read(name))
    return packed.getvalue()
