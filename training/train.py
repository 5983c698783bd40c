"""Trains the block model: `python training/train.py [--final]`.

Without `--final` it cross-validates and prints figures; with it, it trains on all pages and writes
`src/model/model.bin`.
"""
import argparse
import json
import subprocess
import sys
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import lightgbm
import numpy as np

import data
import export
import labels
import path_table
import report
import silver

SETS = ("wcxb", *silver.extract.SETS)
TREES, LEAVES = 150, 31
SETTINGS = {
    "objective": "binary", "learning_rate": 0.07, "num_leaves": LEAVES, "max_bin": 63, "feature_fraction": 0.35,
    "lambda_l2": 5, "min_data_in_leaf": 40, "seed": 1, "num_threads": 2, "verbose": -1, "deterministic": True,
    "force_row_wise": True,
}
# Blocks of a page that train; a page with more lends a sample of them.
MOST_BLOCKS = 300
SILVER_WEIGHT = 2.0
# Share of rows that are shown again without classes, and what they count.
PLAIN_ROWS, PLAIN_WEIGHT = 0.25, 1.0


def main():
    options = arguments()
    blocks = data.load(options.shared, SETS)
    target = targets(blocks)
    tables = path_tables(blocks, target)
    fill_path_scores(blocks, tables)
    plain = data.load(options.shared, SETS, data.BLOCKS.with_name("blocks-plain"))
    fill_path_scores(plain, tables)
    if options.final:
        finish(blocks, plain, target, tables[-1], options)
    else:
        validate(blocks, plain, target, tables, options)


def arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", default=data.ROOT.parent / "shared")
    parser.add_argument("--final", action="store_true", help="train on all pages and write the model")
    parser.add_argument("--trees", type=int, default=TREES)
    parser.add_argument("--leaves", type=int, default=LEAVES)
    parser.add_argument("--folds", type=Path, help="write the model of each fold into this folder, for xtask score pages")
    parser.add_argument("--save", help="keep the probabilities of the cross validation in this file")
    return parser.parse_args()


def targets(blocks):
    """Returns label and weight of every block: WCXB by its gold text, the other pages by votes."""
    label, weight = np.zeros(len(blocks.rows), bool), np.zeros(len(blocks.rows))
    cached = data.ROOT / "target/training/labels.npz"
    gold = [page for page in blocks.pages if page.dataset == "wcxb"]
    chosen = gold_labels(gold, cached)
    others = [page for page in blocks.pages if page.dataset != "wcxb"]
    for page in blocks.pages:
        page.gold_words = Counter(data.WORD.findall(page.gold.get("text", "").lower()))
    for page, taken in zip(gold, chosen):
        label[page.rows], weight[page.rows] = taken, spread(page, page.gold_words.total()) * (len(page.gold_words) > 0)
    scale(weight, gold, 1.0)
    for page, votes in zip(others, silver.read(others)):
        label[page.rows], sure, agreed = silver.labels(page, votes)
        weight[page.rows] = spread(page, agreed, sure)
    scale(weight, others, SILVER_WEIGHT)
    return label, weight


def gold_labels(pages, cached):
    """Labels the blocks of pages by their gold text; kept under target/ until the blocks change."""
    checksum = data.hashlib.sha256("".join(page.checksum for page in pages).encode()).hexdigest()
    if cached.exists() and str(np.load(cached)["checksum"]) == checksum:
        chosen = np.load(cached)["chosen"]
        return [chosen[page.rows] for page in pages]
    jobs = [(page.words, data.WORD.findall(page.gold.get("text", "").lower())) for page in pages]
    with ProcessPoolExecutor(2) as pool:
        chosen = list(pool.map(labels.choose, *zip(*jobs), chunksize=8))
    np.savez(cached, checksum=checksum, chosen=np.concatenate(chosen))
    return chosen


def spread(page, content, sure=1.0):
    """Spreads the weight of a page over its blocks: by words, but damped, and pages nearly equal."""
    total = page.sizes.sum()
    size = max(60, content, 0.25 * min(total, 4 * max(content, 60)))
    weight = (np.minimum(0.15, page.sizes / size) + 0.004) ** 0.8 * sure
    return weight / np.sqrt(max(1e-9, weight.sum()))


def scale(weight, pages, mean):
    rows = np.concatenate([np.arange(page.rows.start, page.rows.stop) for page in pages])
    used = rows[weight[rows] > 0]
    weight[used] *= mean / weight[used].mean()


def path_tables(blocks, target):
    """Returns the tables of path words; kept under target/ until words or labels change."""
    label, weight = target
    cached = data.ROOT / "target/training/tables.npz"
    parts = (blocks.buckets, label, weight, path_table.RIDGE, path_table.ROUNDS)
    checksum = data.hashlib.sha256(b"".join(np.ascontiguousarray(part).tobytes() for part in parts)).hexdigest()
    if cached.exists() and str(np.load(cached)["checksum"]) == checksum:
        return list(zip(np.load(cached)["weights"], np.load(cached)["biases"]))
    rows = path_table.matrix(blocks.starts, blocks.buckets, blocks.bits)
    seen = sample(blocks, weight, MOST_BLOCKS // 2)
    tables = path_table.fit_folds(rows, label, seen, blocks.fold[blocks.page], data.FOLDS)
    weights, biases = zip(*tables)
    np.savez(cached, checksum=checksum, weights=np.array(weights), biases=np.array(biases))
    return tables


def fill_path_scores(blocks, tables):
    """Fills the column of path scores, each page from a table that never saw its domain."""
    rows = path_table.matrix(blocks.starts, blocks.buckets, blocks.bits)
    column = blocks.names.index("names_around")
    blocks.rows[:, column] = path_table.out_of_fold(rows, tables, blocks.fold[blocks.page])


def sample(blocks, weight, most):
    """Returns weights with which no page has many more than `most` blocks, and each as much as before."""
    counts = np.bincount(blocks.page[weight > 0], minlength=len(blocks.pages))
    share = np.minimum(1, most / np.maximum(1, counts))[blocks.page]
    drawn = np.random.RandomState(0).random_sample(len(weight)) < share
    return np.where(drawn, weight / share, 0)


def train(blocks, plain, target, seen, options):
    """Trains the trees on some rows, and on the same rows without classes with a part of their weight."""
    label, weight = target
    rows = np.flatnonzero(seen & (weight > 0))
    again = rows[np.random.RandomState(1).random_sample(len(rows)) < PLAIN_ROWS]
    table = lightgbm.Dataset(
        np.concatenate([blocks.rows[rows], plain.rows[again]]), label[np.concatenate([rows, again])],
        weight=np.concatenate([weight[rows], PLAIN_WEIGHT * weight[again]]), params={"max_bin": 63})
    return lightgbm.train(SETTINGS | {"num_leaves": options.leaves}, table, options.trees)


def validate(blocks, plain, target, tables, options):
    """Prints how good the model is on pages whose domain it never saw."""
    label, weight = target
    target = label, sample(blocks, weight, MOST_BLOCKS)
    fold = blocks.fold[blocks.page]
    probability, without = np.zeros(len(fold)), np.zeros(len(fold))
    gain = np.zeros(len(blocks.names))
    if options.folds:
        options.folds.mkdir(parents=True, exist_ok=True)
    for number in range(data.FOLDS):
        forest = train(blocks, plain, target, fold != number, options)
        held = fold == number
        probability[held], without[held] = forest.predict(blocks.rows[held]), forest.predict(plain.rows[held])
        gain += forest.feature_importance("gain")
        if options.folds:
            export.write(forest, tables[number], blocks, options.folds / f"fold-{number}.bin")
        print(".", end="", file=sys.stderr, flush=True)
    if options.folds:
        lines = (f"{page.dataset}\t{page.id}\t{number}\n" for page, number in zip(blocks.pages, blocks.fold))
        (options.folds / "folds.tsv").write_text("".join(lines))
    report.figures(blocks, probability)
    report.plain(blocks, without)
    if options.save:
        np.savez(options.save, probability=probability, without=without, gain=gain)


def finish(blocks, plain, target, table, options):
    """Trains on all pages and writes the model."""
    label, weight = target
    target = label, sample(blocks, weight, MOST_BLOCKS)
    forest = train(blocks, plain, target, np.ones(len(weight), bool), options)
    forest.save_model(data.ROOT / "target/training/forest.txt")
    export.write(forest, table, blocks)
    compare(blocks, forest, table)


def compare(blocks, forest, table):
    """Prints how far the model that ships is from what was trained, on every block."""
    subprocess.run(["cargo", "run", "--release", "--package", "xtask", "--", "features"], cwd=data.ROOT, check=True, stdout=subprocess.DEVNULL)
    shipped = np.concatenate([np.fromfile(data.BLOCKS / f"{name}.scores", np.float32) for name in SETS])
    rows = path_table.matrix(blocks.starts, blocks.buckets, blocks.bits)
    blocks.rows[:, blocks.names.index("names_around")] = path_table.scores(rows, table)
    difference = np.abs(forest.predict(blocks.rows) - shipped)
    print(f"largest difference of probabilities on {len(shipped)} blocks: {difference.max():.5f}, "
          f"mean {difference.mean():.2e}")


if __name__ == "__main__":
    main()
