"""Pages as blocks: rows of features, words, gold, folds."""
import hashlib
import json
import re
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from extract import json_lines

ROOT = Path(__file__).resolve().parent.parent
BLOCKS = ROOT / "target/training/blocks"
WORD = re.compile(r"\w+")
FOLDS = 5
SECOND_LEVEL = ("co", "com", "org", "ac", "gov", "net", "edu")


@dataclass
class Page:
    """One page: its blocks are the rows first to last of its set."""
    dataset: str
    id: str
    texts: list
    sizes: np.ndarray
    first: int
    gold: dict = field(default_factory=dict)
    tokens: list = None

    @property
    def rows(self):
        return slice(self.first, self.first + len(self.texts))

    @property
    def words(self):
        """Lower-case words of each block."""
        if self.tokens is None:
            self.tokens = [WORD.findall(text.lower()) for text in self.texts]
        return self.tokens

    @property
    def checksum(self):
        """Tells blocks apart from those of another rendering."""
        return hashlib.sha256("\n".join(self.texts).encode()).hexdigest()[:12]


@dataclass
class Blocks:
    """All pages of some sets, and one row a block."""
    names: list
    bits: int
    pages: list
    rows: np.ndarray
    starts: np.ndarray
    buckets: np.ndarray
    page: np.ndarray
    sizes: np.ndarray
    fold: np.ndarray


def load(shared, sets, folder=BLOCKS):
    """Reads what `cargo xtask features` wrote for some data sets."""
    about = json.loads((folder / "features.json").read_text())
    width = len(about["features"])
    pages, rows, counts, buckets, first = [], [], [], [], 0
    for name in sets:
        rows.append(np.fromfile(folder / f"{name}.rows", np.float32).reshape(-1, width))
        counts.append(np.fromfile(folder / f"{name}.counts", np.uint32))
        buckets.append(np.fromfile(folder / f"{name}.tokens", np.uint16))
        for page in read_set(shared, folder, name, first):
            pages.append(page)
            first += len(page.texts)
    starts = np.concatenate([[0], np.cumsum(np.concatenate(counts), dtype=np.int64)])
    lengths = [len(page.texts) for page in pages]
    return Blocks(
        names=about["features"], bits=about["bits"], pages=pages, rows=np.concatenate(rows), starts=starts,
        buckets=np.concatenate(buckets), page=np.repeat(np.arange(len(pages)), lengths),
        sizes=np.concatenate([page.sizes for page in pages]), fold=folds(pages))


def read_set(shared, folder, name, first):
    source = Path(shared) / "pages" / name
    lines = next(file for file in (source / "gold.jsonl", source / "index.jsonl") if file.exists())
    gold = {entry["id"]: entry for entry in json_lines(lines)}
    with open(folder / f"{name}.jsonl", encoding="utf-8") as pages:
        for line in pages:
            entry = json.loads(line)
            sizes = np.array(entry["words"], np.float64)
            yield Page(name, entry["id"], entry["texts"], sizes, first, gold[entry["id"]])
            first += len(entry["texts"])


def domain(page):
    """Returns the registered domain of a page, or its id where no address is known."""
    address = page.gold.get("url") or ""
    host = re.sub(r"^\w+:/+", "", address).split("/")[0].split(":")[0].lower()
    parts = host.removeprefix("www.").split(".")
    keep = 3 if len(parts) > 2 and parts[-2] in SECOND_LEVEL and len(parts[-1]) == 2 else 2
    return ".".join(parts[-keep:]) or f"{page.dataset}/{page.id}"


def folds(pages):
    """Returns the fold of each page: pages of one domain share it."""
    number = lambda name: int(hashlib.sha256(name.encode()).hexdigest()[:8], 16) % FOLDS
    return np.array([number(domain(page)) for page in pages])
