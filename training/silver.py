"""Silver labels: how many of seven independent extractors take a block for content.

`python training/silver.py` runs the extractors and writes `training/silver.csv.gz`: data set, page, checksum of its
blocks, and one digit a block, the votes. It holds no page text.
"""
import csv
import gzip
import io
import sys
from concurrent.futures import ProcessPoolExecutor

import numpy as np

import data
import extract

FILE = data.ROOT / "training/silver.csv.gz"
# Words, or letters, from which a block found word for word is no accident.
SURE_WORDS, SURE_LETTERS = 4, 20
# Share of a block's groups of three words that an output has to hold.
COVERED = 0.6
CONTENT, BOILERPLATE = 5, 1
LEAST_WORDS = 40


def covered(units, text):
    """Tells for each unit whether a text holds it: 1 yes, 0 no; short ones follow their neighbours."""
    words = data.WORD.findall(text.lower())
    if not words:
        return np.zeros(len(units))
    joined, letters = f" {' '.join(words)} ", "".join(words)
    triples = set(zip(words, words[1:], words[2:]))
    share = np.array([holds(unit, joined, letters, triples) for unit in units])
    sure = share >= 1
    near = np.convolve(sure, np.ones(5), "same") > 0 if len(sure) >= 5 else np.full(len(sure), sure.any())
    return np.where(share < 0, near, share > COVERED)


def holds(unit, joined, letters, triples):
    """Returns the share of a unit that a text holds, -1 where it is too short to tell."""
    if not unit:
        return 0.0
    if f" {' '.join(unit)} " in joined:
        return 1.0 if len(unit) >= SURE_WORDS or sum(map(len, unit)) >= SURE_LETTERS else -1.0
    if len(unit) >= SURE_WORDS:
        return sum(triple in triples for triple in zip(unit, unit[1:], unit[2:])) / (len(unit) - 2)
    return 1.0 if sum(map(len, unit)) >= SURE_LETTERS - 4 and "".join(unit) in letters else 0.0


def count(job):
    page, texts = job
    return sum(covered(page.words, text).astype(int) for text in texts)


def write(shared):
    """Counts the votes on all pages and writes them."""
    outputs = extract.outputs(data.ROOT, shared)
    pages = data.load(shared, extract.SETS).pages
    jobs = [(page, [texts.get((page.dataset, page.id), "") for texts in outputs.values()]) for page in pages]
    with ProcessPoolExecutor(2) as pool:
        votes = list(pool.map(count, jobs, chunksize=16))
    text = io.StringIO()
    rows = csv.writer(text, lineterminator="\n")
    for page, counts in zip(pages, votes):
        rows.writerow([page.dataset, page.id, page.checksum, "".join(map(str, counts))])
    FILE.write_bytes(gzip.compress(text.getvalue().encode(), mtime=0))
    return np.bincount(np.concatenate(votes), minlength=8)


def read(pages):
    """Returns the votes on each of these pages.

    Raises where the blocks of a page are not those that were voted on.
    """
    with gzip.open(FILE, "rt", encoding="utf-8") as file:
        known = {(name, page): (checksum, votes) for name, page, checksum, votes in csv.reader(file)}
    changed = [page.id for page in pages if known.get((page.dataset, page.id), ("",))[0] != page.checksum]
    if changed:
        sys.exit(f"{len(changed)} pages are laid out anew since the votes: run python training/silver.py")
    digits = lambda page: known[page.dataset, page.id][1].encode()
    return [np.frombuffer(digits(page), np.uint8).astype(int) - ord("0") for page in pages]


def labels(page, votes):
    """Returns label and weight of each block of a page; weight 0 where the votes do not decide."""
    weight = np.where((votes >= CONTENT) | (votes <= BOILERPLATE), np.abs(votes - 3.5) / 3.5, 0)
    label = votes >= CONTENT
    agreed = page.sizes[label].sum()
    return label, weight if agreed >= LEAST_WORDS else np.zeros(len(votes)), agreed


if __name__ == "__main__":
    print("blocks by votes", *write(data.ROOT.parent / "shared"))
