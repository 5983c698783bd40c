"""Figures of a cross validation."""
import numpy as np

import choose
import data

# Share of the best probability that a chosen block has to reach, by profile.
PROFILES = {"page": 0.5, "auto": 0.6, "article": 0.7}
# Countries of which the accuracy on snippets is told apart, by number of pages.
COUNTRIES = 10


def figures(blocks, probability):
    """Prints the F1 on WCXB by type of page, the accuracy on snippets, and the F1 on Readability's pages."""
    for name, relative in PROFILES.items():
        chosen = [choose.choose(page, probability[page.rows], relative) for page in blocks.pages]
        pages = list(zip(blocks.pages, chosen))
        print(f"{name:8} c={relative}", wcxb(pages), readability(pages), snippets(pages), sep="\n  ")


def plain(gold, probability):
    """Prints the F1 on WCXB where pages had neither classes nor ids nor roles."""
    chosen = [choose.choose(page, probability[page.rows], PROFILES["page"]) for page in gold.pages]
    print("without classes", wcxb(list(zip(gold.pages, chosen))), sep="\n  ")


def wcxb(pages):
    kinds = {}
    for page, chosen in pages:
        if page.dataset == "wcxb":
            kinds.setdefault(page.gold["page_type"], []).append(choose.words_f1(page, chosen))
    whole = np.mean(np.concatenate(list(kinds.values())))
    parts = " ".join(f"{kind} {np.mean(values):.3f}" for kind, values in sorted(kinds.items()))
    return f"WCXB {whole:.4f}: {parts}"


def readability(pages):
    values = [choose.words_f1(page, chosen) for page, chosen in pages if page.dataset == "readability"]
    return f"readability {np.mean(values):.4f}"


def snippets(pages):
    counts = {}
    for page, chosen in pages:
        if page.dataset == "trafilatura":
            counts.setdefault(country(page), []).append(choose.snippets(page, chosen))
    whole = accuracy([row for rows in counts.values() for row in rows])
    largest = sorted(counts.items(), key=lambda item: -len(item[1]))[:COUNTRIES]
    parts = " ".join(f"{name}({len(rows)}) {accuracy(rows)[0]:.3f}" for name, rows in largest)
    return "snippets %.4f: precision %.3f recall %.3f " % whole + parts


def accuracy(rows):
    """Returns accuracy, precision and recall over the snippets of some pages."""
    hit, wrong, miss, right = np.sum(rows, axis=0)
    return (hit + right) / (hit + wrong + miss + right), hit / max(1, hit + wrong), hit / max(1, hit + miss)


def country(page):
    """Returns the last part of a page's domain: what comes nearest to a language there."""
    return data.domain(page).rsplit(".", 1)[-1]
