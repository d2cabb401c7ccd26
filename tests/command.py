"""Run the command in this process: arguments in, exit code and both outputs back."""

from __future__ import annotations

import io
import json
import sys
from typing import Any
from unittest import mock

import attrs

from objectives_parser import cli


@attrs.frozen
class Ran:
    """What a run of the command left behind."""

    code: int
    out: str
    err: str

    @property
    def plan(self) -> dict[str, Any]:
        return json.loads(self.out)


def run(*arguments: object, stdin: bytes = b"") -> Ran:
    """``parse-objectives ARGUMENTS`` with ``stdin`` on standard input."""
    out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8") for _ in range(2))
    argv = ["parse-objectives", *map(str, arguments)]
    given = io.TextIOWrapper(io.BytesIO(stdin))
    with mock.patch.multiple(sys, argv=argv, stdin=given, stdout=out, stderr=err):
        try:
            cli.main()
        except SystemExit as leave:
            code = int(leave.code or 0)
    return Ran(code, *(stream.buffer.getvalue().decode() for stream in (out, err) if not stream.flush()))
