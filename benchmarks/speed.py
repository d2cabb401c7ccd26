"""How fast the parser is, as ratios within one run, so that the machine matters little.

    python benchmarks/speed.py

Prints, in seconds of processor time and as ratios: importing the package against starting Python, a seed in a fresh
process against the same seed in a warm one, and what ten times the lines of a table cost (10 is linear).
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parent.parent
SEEDS = sorted((ROOT / "corpus").glob("0*.txt"))
ROW = "Improve service {n}\tAnswer within {n} days\tDecember 2012\n"
HEADER = "Objectives\tPerformance measures\tMilestones\n"


def seconds(work: Callable[[], object], times: int = 5) -> float:
    """The median processor time that the work takes, here or in its child processes: other work on the machine does
    not count."""
    taken = []
    for _ in range(times):
        start = spent()
        work()
        taken.append(spent() - start)
    return statistics.median(taken)


def spent() -> float:
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


def process(*arguments: str) -> Callable[[], object]:
    return lambda: subprocess.run([sys.executable, *arguments], check=True, stdout=subprocess.DEVNULL)


def table(lines: int) -> bytes:
    return (HEADER + "".join(ROW.format(n=n) for n in range(lines))).encode()


def main() -> None:
    from objectives_parser import parse

    python = seconds(process("-c", "pass"))
    package = seconds(process("-c", "import objectives_parser"))
    print(f"import objectives_parser   {package - python:7.3f} s over the {python:.3f} s that Python takes to start")
    for seed in SEEDS:
        fresh = seconds(process("-m", "objectives_parser.cli", str(seed)))
        parse(seed)
        warm = seconds(lambda seed=seed: parse(seed))
        print(f"{seed.name[:24]:26} {fresh:7.3f} s fresh, {warm:.4f} s warm: {fresh / warm:.0f} to 1")
    small, large = table(1_000), table(10_000)
    few = seconds(lambda: parse(small, name="small.txt"), 3)
    many = seconds(lambda: parse(large, name="large.txt"), 3)
    print(f"10,000 lines of a table    {many:7.3f} s, 1,000 lines {few:.3f} s: {many / few:.1f} to 1 (10 is linear)")


if __name__ == "__main__":
    main()
