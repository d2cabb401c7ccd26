#!/usr/bin/env python3
"""Makes ``roles/verbs.txt`` and ``roles/wording.bin`` from labelled statements, and reports what the model is worth.

usage: train_wording.py STATEMENTS.csv [--report-only]

STATEMENTS.csv has the columns text, label, source. Rows are grouped by source: a fifth of the sources is kept back,
the model is trained on the others and measured on the rows kept back; then every source is kept back once in turn
(five groups). The shipped model is trained on all rows. Nothing is random but the fixed seed; the same file gives the
same bytes. Needs numpy and spacy-lookups-data.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import json
import random
import re
from collections import Counter, defaultdict
from importlib import resources
from pathlib import Path

import numpy as np

from objectives_parser.roles.words import word_list

ROLES = Path(__file__).parent.parent / "src" / "objectives_parser" / "roles"
# Targets of climate and development plans are aims; a value beside a measure's name is neither and is left out.
KIND_OF = {
    "action": "action", "milestone": "milestone", "measure": "measure", "objective": "objective", "goal": "objective",
    "target": "objective",
}  # fmt: skip
LEFT_OUT = ("NCDPI DIM_Measures goal",)
# Titles of projects, many of them not English: too noisy to learn verbs from, and used with less weight.
NOISY = ("NDC transport tracker",)
FOREIGN = re.compile(r"\b(?:de|la|les|des|el|los|del|para|pour|dans|und|uma?)\b", re.IGNORECASE)
# Nouns too, but at the head of a plan's statement nearly always a command; the labelled rows show too few of them.
COMMANDS = word_list("commands")
SEED = 20240
EPOCHS = 12
RATE = 0.25
DECAY = 2e-4


def read_rows(path: Path) -> list[tuple[str, str, str]]:
    """Text, kind and source of the rows that can teach something."""
    rows = []
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            text, kind = " ".join(row["text"].split()), KIND_OF.get(row["label"])
            foreign = len(FOREIGN.findall(text)) >= 2
            if kind and row["source"] not in LEFT_OUT and not foreign and 2 < len(text) < 1200:
                rows.append((text, kind, row["source"]))
    return sorted(set(rows))


def write_verbs(rows: list[tuple[str, str, str]]) -> None:
    """The verb lists: only verbs; nouns too, but mostly commands in plans; others."""
    data = resources.files("spacy_lookups_data") / "data" / "en_lemma_index.json.gz"
    index = json.loads(gzip.decompress(data.read_bytes()))
    plain = re.compile(r"[a-z]{2,}(?:-[a-z]+)?")
    doubtful_new = word_list("new-verbs-and-nouns")
    verbs = {word for word in index["verb"] if plain.fullmatch(word)} | word_list("new-verbs") | doubtful_new
    other = {*index["noun"], *index["adj"]} | doubtful_new
    commands, names, objects = Counter[str](), Counter[str](), Counter[str]()
    for text, kind, source in rows:
        words = re.findall(r"[a-z-]+", text.lower())
        if len(words) < 2 or source.startswith(NOISY):
            continue
        if kind == "measure" or words[1] in ("of", "in", "rate", "score"):
            names[words[0]] += 1
        else:
            commands[words[0]] += 1
            objects[words[0]] += words[1] in ("the", "a", "an", "all", "and", "our", "with", "new")
    doubtful = verbs & other
    shown = {
        word
        for word in commands
        if commands[word] >= 3 and commands[word] > 3 * names[word] and objects[word] * 6 > commands[word]
    }
    mostly = doubtful & (shown | set(COMMANDS))
    lists = {"only": verbs - other, "mostly": mostly, "also": doubtful - mostly}
    text = "".join(f"{name}: {' '.join(sorted(words))}\n" for name, words in lists.items())
    (ROLES / "verbs.txt").write_text(text, encoding="utf-8")


def weights_of(rows: list[tuple[str, str, str]]) -> np.ndarray:
    """Each kind counts the same; within a kind a source counts by the root of its size."""
    sizes = Counter((kind, source) for _, kind, source in rows)
    raw = np.array(
        [(0.3 if source.startswith(NOISY) else 1.0) / sizes[kind, source] ** 0.5 for _, kind, source in rows]
    )
    kinds = np.array([kind for _, kind, _ in rows])
    for kind in set(kinds):
        raw[kinds == kind] /= raw[kinds == kind].sum()
    return raw / raw.mean()


def train(rows: list[tuple[str, str, str]]) -> tuple[np.ndarray, np.ndarray]:
    """Weights (buckets × kinds) and biases, by stochastic gradient descent with AdaGrad."""
    from objectives_parser.roles.wording import BUCKETS, KINDS, features

    rng = random.Random(SEED)
    data = [(np.array(features(text)), KINDS.index(kind)) for text, kind, _ in rows]
    sample_weights = weights_of(rows)
    weights, bias = np.zeros((BUCKETS, len(KINDS))), np.zeros(len(KINDS))
    squares, bias_squares = np.full((BUCKETS, len(KINDS)), 1e-3), np.full(len(KINDS), 1e-3)
    order = list(range(len(data)))
    for _ in range(EPOCHS):
        rng.shuffle(order)
        for row in order:
            places, kind = data[row]
            damping = 1 / max(1, len(places)) ** 0.5
            scores = bias + weights[places].sum(axis=0) * damping
            powers = np.exp(scores - scores.max())
            slope = powers / powers.sum()
            slope[kind] -= 1
            slope *= min(sample_weights[row], 8.0)
            step = slope * damping + DECAY * weights[places]
            squares[places] += step**2
            weights[places] -= RATE * step / np.sqrt(squares[places])
            bias_squares += slope**2
            bias -= RATE * slope / np.sqrt(bias_squares)
    return weights, bias


def predict(text: str, weights: np.ndarray, bias: np.ndarray) -> np.ndarray:
    """The linear scores of a statement."""
    from objectives_parser.roles.wording import features

    places = np.array(features(text))
    return bias + weights[places].sum(axis=0) / max(1, len(places)) ** 0.5


def pack(weights: np.ndarray, bias: np.ndarray) -> bytes:
    """The model file, weights rounded to 8 bits."""
    from objectives_parser.roles.wording import pack as pack_model

    scale = float(np.abs(weights).max() / 127)
    rounded = np.rint(weights / scale).astype(int).ravel().tolist()
    return pack_model(rounded, scale, tuple(float(value) for value in bias))


def report(rows: list[tuple[str, str, str]], kept_back: set[str], title: str) -> Counter[str]:
    """Trains without the sources kept back and prints how many of their rows are told right."""
    from objectives_parser.roles.wording import KINDS

    weights, bias = train([row for row in rows if row[2] not in kept_back])
    counts: Counter[str] = Counter()
    right_by_kind: dict[str, list[bool]] = defaultdict(list)
    for text, kind, _ in (row for row in rows if row[2] in kept_back):
        scores = predict(text, weights, bias)
        right_by_kind[kind].append(KINDS[int(scores.argmax())] == kind)
        if kind in ("action", "measure"):
            told = "action" if scores[KINDS.index("action")] >= scores[KINDS.index("measure")] else "measure"
            counts[f"{kind} rows"] += 1
            counts[f"{kind} right"] += told == kind
    by_kind = ", ".join(f"{kind} {sum(right)}/{len(right)}" for kind, right in sorted(right_by_kind.items()))
    print(
        f"{title}: four kinds: {by_kind}; action against measure: "
        f"action {counts['action right']}/{counts['action rows']}, measure "
        f"{counts['measure right']}/{counts['measure rows']}"
    )
    return counts


def source_groups(rows: list[tuple[str, str, str]]) -> list[set[str]]:
    """The sources in five groups, printings of one plan family (StratML files of one publisher) together."""
    families: dict[str, set[str]] = defaultdict(set)
    for _, _, source in rows:
        families[re.split(r"[ /]", source)[0] + ("/" + source.split("/")[1][:4] if "/" in source else "")].add(source)
    names = sorted(families)
    random.Random(SEED).shuffle(names)
    return [{source for name in names[start::5] for source in families[name]} for start in range(5)]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("statements", type=Path)
    parser.add_argument("--report-only", action="store_true", help="write nothing")
    options = parser.parse_args()
    rows = read_rows(options.statements)
    print(f"{len(rows)} rows: {dict(Counter(kind for _, kind, _ in rows))}")
    if not options.report_only:
        write_verbs(rows)
    total: Counter[str] = Counter()
    for number, group in enumerate(source_groups(rows), 1):
        total.update(report(rows, group, f"sources kept back, group {number} of 5"))
    if total["action rows"] and total["measure rows"]:
        action, measure = total["action right"] / total["action rows"], total["measure right"] / total["measure rows"]
        print(
            f"all groups, action against measure: action {action:.3f}, measure {measure:.3f}, mean "
            f"{(action + measure) / 2:.3f}"
        )
    if not options.report_only:
        (ROLES / "wording.bin").write_bytes(pack(*train(rows)))
        print(f"{ROLES / 'wording.bin'}: {(ROLES / 'wording.bin').stat().st_size} bytes")


if __name__ == "__main__":
    main()
