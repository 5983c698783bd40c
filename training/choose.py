"""The choice of blocks by their probabilities, and how good it is; the same rules as `src/model/decide.rs`."""
from collections import Counter

import numpy as np

# Words, or share of the page, over which the best probability is averaged.
BEST_WORDS, BEST_SHARE = 100, 0.3
REPEATED_WORDS = 15
HEADLINE_REACH = 12


def threshold(probability, sizes, relative):
    """Returns the probability from which blocks are chosen, and the F1 that is expected then."""
    order = np.argsort(-probability, kind="stable")
    chosen, right = np.cumsum(sizes[order]), np.cumsum((probability * sizes)[order])
    expected = 2 * right / (chosen + max(1e-6, right[-1]))
    best = int(np.argmax(expected))
    enough = min(BEST_WORDS, BEST_SHARE * chosen[-1])
    top = order[:int(np.searchsorted(chosen, enough)) + 1]
    quality = (probability * sizes)[top].sum() / sizes[top].sum()
    return max(probability[order[best]], relative * quality), expected[best]


def choose(page, probability, relative, headline=None):
    """Chooses blocks of a page; `headline` is the block that shows its title, if that one is wanted."""
    if not len(probability):
        return np.zeros(0, bool)
    chosen = probability >= threshold(probability, page.sizes, relative)[0]
    if headline is not None and chosen.any() and 0 < np.argmax(chosen) - headline <= HEADLINE_REACH:
        chosen[headline] = True
    seen = set()
    for block in np.flatnonzero(chosen):
        key = " ".join(page.words[block][:40])
        if page.sizes[block] >= REPEATED_WORDS and key in seen:
            chosen[block] = False
        seen.add(key)
    return chosen


def words_f1(page, chosen):
    """Returns the F1 of chosen words against gold words, as multisets."""
    gold = page.gold_words
    have = Counter(word for block in np.flatnonzero(chosen) for word in page.words[block])
    size = have.total() + gold.total()
    return 2 * (have & gold).total() / size if size else 1.0


def snippets(page, chosen):
    """Returns hits, false hits, misses and right omissions of a page's snippets."""
    flat = lambda text: " ".join(text.split())
    text = flat(" ".join(page.texts[block] for block in np.flatnonzero(chosen)))
    wanted = [flat(snippet) in text for snippet in page.gold.get("with", ())]
    unwanted = [flat(snippet) in text for snippet in page.gold.get("without", ())]
    return np.array([sum(wanted), sum(unwanted), len(wanted) - sum(wanted), len(unwanted) - sum(unwanted)])
