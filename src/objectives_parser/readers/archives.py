"""Office files as archives of XML parts: opened within limits, parsed without entities, DTDs or the network."""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from typing import TYPE_CHECKING

from objectives_parser.errors import Damaged, Encrypted, OverLimit
from objectives_parser.readers.limits import Limits, over

if TYPE_CHECKING:
    from lxml import etree

REMEDY = "Open it in its program and save it anew."
RELATIONSHIPS = "_rels"
MAX_PARTS = 20_000
# What Word writes for a cell of one paragraph, and as much again.
TAGS_A_CELL = 20


class Archive:
    """The parts of one office file."""

    def __init__(self, data: bytes, name: str, limits: Limits) -> None:
        self.name = name
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, EOFError) as error:
            raise Damaged(name=name, reason=f"the ZIP archive is broken ({error})", remedy=REMEDY) from error
        if len(self._zip.infolist()) > MAX_PARTS:
            raise OverLimit(name=name, reason=f"the ZIP archive has more than {MAX_PARTS} parts", remedy=REMEDY)
        self._most = limits.max_expanded_bytes
        self._most_tags = TAGS_A_CELL * limits.max_cells
        self._expanded = 0
        self._names = {part.filename.replace("\\", "/").lstrip("/"): part for part in self._zip.infolist()}

    def has(self, part: str) -> bool:
        """Whether the archive holds a part of this name."""
        return part in self._names

    def read(self, part: str) -> bytes:
        """A part's bytes. Raises Damaged, Encrypted or OverLimit.

        zipfile never unpacks more than a part's declared size, so that it can be counted before anything is unpacked.
        """
        self._expanded += max(self._names[part].file_size, 0) if part in self._names else 0
        if self._expanded > self._most:
            raise over(self.name, f"it unpacks to {self._expanded} bytes", self._most, "--max-expanded-bytes")
        try:
            return self._zip.read(self._names[part])
        except RuntimeError as error:
            if "password" in str(error) or "encrypted" in str(error):
                reason = "the file is encrypted"
                raise Encrypted(name=self.name, reason=reason, remedy="Save it without a password.") from error
            raise Damaged(name=self.name, reason=f"{part} cannot be unpacked ({error})", remedy=REMEDY) from error
        except (KeyError, zipfile.BadZipFile, zlib.error, ValueError, OSError, NotImplementedError, EOFError) as error:
            raise Damaged(name=self.name, reason=f"{part} cannot be unpacked ({error})", remedy=REMEDY) from error

    def tree(self, part: str) -> etree._Element:
        """A part's XML. Raises Damaged."""
        data = self.read(part)
        if data.count(b"<") > self._most_tags:
            raise over(self.name, f"{part} has too many elements", self._most_tags, "--max-cells")
        return parse_part(data, part, self.name)

    def tree_or_none(self, part: str | None) -> etree._Element | None:
        """A part's XML where the archive has it and it is sound: for parts that a document can do without."""
        if part is None or not self.has(part):
            return None
        try:
            return self.tree(part)
        except Damaged:
            return None

    def related(self, part: str) -> dict[str, tuple[str, str]]:
        """The parts that a part names: id → (kind, name of the part). Links that lead outside are left out."""
        folder, leaf = posixpath.split(part)
        root = self.tree_or_none(posixpath.join(folder, RELATIONSHIPS, f"{leaf}.rels"))
        found: dict[str, tuple[str, str]] = {}
        for relation in root if root is not None else ():
            target = relation.get("Target") or ""
            if relation.get("TargetMode") != "External" and target:
                kind = (relation.get("Type") or "").rpartition("/")[2]
                path = (
                    target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
                )
                found[relation.get("Id") or ""] = (kind, path)
        return found


def parse_part(data: bytes, part: str, name: str) -> etree._Element:
    """XML → its tree. No DTD, no entity and no file is ever loaded. Raises Damaged, OverLimit."""
    from lxml import etree

    if b"<!DOCTYPE" in data[:4096] or b"<!ENTITY" in data[:4096]:
        raise Damaged(name=name, reason=f"{part} declares entities, as no office program does", remedy=REMEDY)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False, huge_tree=False, remove_pis=True,
        remove_comments=True,
    )  # fmt: skip
    try:
        return etree.fromstring(data, parser)
    except (etree.LxmlError, ValueError) as error:
        if "depth" in str(error) or "huge" in str(error).lower():
            reason = f"{part} is nested too deeply or too large"
            raise OverLimit(name=name, reason=reason, remedy=REMEDY) from error
        raise Damaged(name=name, reason=f"{part} is no sound XML ({error})", remedy=REMEDY) from error


def local(element: etree._Element) -> str:
    """An element's name without its name space; empty for comments and the like."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def child(element: etree._Element | None, name: str) -> etree._Element | None:
    """The first child of this name."""
    if element is not None:
        for inner in element:
            if local(inner) == name:
                return inner
    return None


def attribute(element: etree._Element | None, name: str) -> str | None:
    """An attribute by its name without name space: Word's transitional and strict files differ in nothing else."""
    if element is None:
        return None
    plain: str | None = element.get(name)
    if plain is not None:
        return plain
    for key, value in element.attrib.items():
        if str(key).endswith("}" + name):
            return str(value)
    return None


def core_properties(archive: Archive) -> dict[str, str]:
    """What an office file says of itself: title, creator, subject, …"""
    root = archive.tree_or_none("docProps/core.xml")
    found: dict[str, str] = {}
    for entry in root if root is not None else ():
        text = " ".join((entry.text or "").split())
        if text and local(entry):
            found.setdefault(local(entry), text)
    return found
