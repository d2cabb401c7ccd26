"""Several plans read at once, by threads of one program, as a service does."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from reportlab.pdfgen.canvas import Canvas

from objectives_parser import Plan, parse

WORDS = ("green", "quiet", "small", "wide", "sunny", "rural")


def plan_of(pages: int, name: str, path: Path) -> bytes:
    """A PDF whose pages each state objectives of their own."""
    canvas = Canvas(str(path), pagesize=(595, 842), invariant=1)
    for page in range(pages):
        for line in range(20):
            canvas.drawString(
                60,
                700 - 24 * line,
                f"Objective {page * 20 + line + 1}: Open {WORDS[page]} {WORDS[line // 5]} {name} by {2030 + line}",
            )
        canvas.showPage()
    canvas.save()
    return path.read_bytes()


def said(plan: Plan) -> list[str]:
    return [record.text for record in plan.objectives]


def test_plans_read_at_once_say_what_each_says_alone(tmp_path: Path) -> None:
    """PDFium is not made for several threads; parsed at once, good files were called damaged."""
    files = [plan_of(6, f"park {number}", tmp_path / f"{number}.pdf") for number in range(4)]
    alone = [said(parse(data, name="plan.pdf")) for data in files]
    assert all(len(texts) == 120 for texts in alone)
    with ThreadPoolExecutor(8) as pool:
        together = list(pool.map(lambda data: said(parse(data, name="plan.pdf")), files * 3))
    assert together == alone * 3
