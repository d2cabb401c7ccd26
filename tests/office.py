"""Office files in a line: the XML of a Word, OpenDocument or Excel file around what a test puts into it."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT_W = "http://purl.oclc.org/ooxml/wordprocessingml/main"
S = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
ODF = "urn:oasis:names:tc:opendocument:xmlns:"
ODF_SPACES = " ".join(
    f'xmlns:{prefix}="{ODF}{space}:1.0"'
    for prefix, space in (("office", "office"), ("text", "text"), ("table", "table"), ("style", "style"))
) + ' xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"'  # fmt: skip
ODT = "application/vnd.oasis.opendocument.text"
ODS = "application/vnd.oasis.opendocument.spreadsheet"


def archive(parts: Mapping[str, str | bytes]) -> bytes:
    """A ZIP file of these parts."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in parts.items():
            made.writestr(name, content)
    return file.getvalue()


def relations(*entries: tuple[str, str, str]) -> str:
    """A part's relationships: id, kind, target."""
    made = "".join(f'<Relationship Id="{i}" Type="{R}/{kind}" Target="{target}"/>' for i, kind, target in entries)
    return f'<Relationships xmlns="{PACKAGE}">{made}</Relationships>'


def word(body: str, space: str = W, **parts: str) -> bytes:
    """A Word file with this body; ``styles``, ``numbering``, ``footnotes``, ``header1`` … as further parts."""
    named = [(f"r{n}", part.rstrip("0123456789"), f"{part}.xml") for n, part in enumerate(parts)]
    return archive(
        {
            "_rels/.rels": relations(("m", "officeDocument", "word/document.xml")),
            "word/_rels/document.xml.rels": relations(*named),
            "word/document.xml": f'<w:document xmlns:w="{space}" xmlns:r="{R}" xmlns:mc="mc" xmlns:v="v">'
            f"<w:body>{body}</w:body></w:document>",
            **{f"word/{name}.xml": content for name, content in parts.items()},
        }
    )


def part(tag: str, content: str) -> str:
    """A further part of a Word file."""
    return f'<w:{tag} xmlns:w="{W}">{content}</w:{tag}>'


def p(text: str = "", properties: str = "", run: str = "") -> str:
    """A paragraph of one run."""
    return f"<w:p><w:pPr>{properties}</w:pPr>{r(text, run)}</w:p>"


def r(text: str, properties: str = "") -> str:
    """A run."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def tc(content: str, properties: str = "") -> str:
    """A cell: text, or paragraphs as they are."""
    inner = content if content.startswith("<") else p(content)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner}</w:tc>"


def tbl(*rows: str) -> str:
    """A table of rows, each the cells' XML."""
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"


def opendocument(kind: str, body: str, styles: str = "", media_type: str | None = None, shared: str = "") -> bytes:
    """An OpenDocument file of this kind (``text``, ``spreadsheet``) with this body and these automatic styles."""
    return archive(
        {
            "mimetype": media_type or (ODT if kind == "text" else ODS),
            "content.xml": f"<office:document-content {ODF_SPACES}>"
            f"<office:automatic-styles>{styles}</office:automatic-styles>"
            f"<office:body><office:{kind}>{body}</office:{kind}></office:body></office:document-content>",
            "styles.xml": f"<office:document-styles {ODF_SPACES}>{shared}</office:document-styles>",
        }
    )


def excel(*sheets: str, names: tuple[str, ...] = (), states: tuple[str, ...] = (), **parts: str) -> bytes:
    """A workbook of these sheets, each the XML inside ``worksheet``; ``styles``, ``sharedStrings`` as further parts."""
    count = range(len(sheets))
    title = [names[n] if n < len(names) else f"Plan {n + 1}" for n in count]
    state = [states[n] if n < len(states) else "visible" for n in count]
    listed = "".join(f'<sheet name="{title[n]}" sheetId="{n + 1}" state="{state[n]}" r:id="s{n}"/>' for n in count)
    return archive(
        {
            "_rels/.rels": relations(("m", "officeDocument", "xl/workbook.xml")),
            "xl/_rels/workbook.xml.rels": relations(
                *((f"s{n}", "worksheet", f"worksheets/sheet{n}.xml") for n in count),
                *((name, name, f"{name}.xml") for name in parts),
            ),
            "xl/workbook.xml": f'<workbook xmlns="{S}" xmlns:r="{R}"><sheets>{listed}</sheets></workbook>',
            **{f"xl/worksheets/sheet{n}.xml": f'<worksheet xmlns="{S}">{sheets[n]}</worksheet>' for n in count},
            **{f"xl/{name}.xml": content for name, content in parts.items()},
        }
    )


def rows(*lines: str, hidden: tuple[int, ...] = ()) -> str:
    """Sheet data: a row a line, cells parted by ``|``, nothing for an empty cell; ``hidden`` rows from 1."""
    made = []
    for number, line in enumerate(lines, 1):
        cells = "".join(
            f'<c r="{chr(ord("A") + column)}{number}" t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'
            for column, text in enumerate(line.split("|"))
            if text
        )
        made.append(
            f'<row r="{number}"{" hidden=" + chr(34) + "1" + chr(34) if number in hidden else ""}>{cells}</row>'
        )
    return f"<sheetData>{''.join(made)}</sheetData>"
