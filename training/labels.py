"""Labels of blocks from the gold text of a page: the choice of blocks that comes nearest to it."""
from collections import Counter

import numpy as np

ROUNDS = 3


def choose(units, gold):
    """Chooses the units (lists of words) whose words agree best with the gold words, by multiset F1.

    Takes units greedily, those first whose words and pairs of words the gold text has, then takes or leaves
    single units while that helps.
    """
    if not gold:
        return np.zeros(len(units), bool)
    state = Choice([Counter(unit) for unit in units], Counter(gold))
    agreement = agreements(units, gold)
    for unit in sorted(range(len(units)), key=lambda at: (-round(agreement[at], 2), -len(units[at]), at)):
        state.flip_if_better(unit)
    for _ in range(ROUNDS):
        if not any([state.flip_if_better(unit) for unit in range(len(units))]):
            break
    return np.array(state.taken, bool)


def agreements(units, gold):
    """Returns for each unit the share of its words, and of its pairs of words, that the gold text has."""
    words, pairs = set(gold), set(zip(gold, gold[1:]))
    return [agreement(unit, words, pairs) for unit in units]


def agreement(unit, words, pairs):
    single = sum(word in words for word in unit) / max(1, len(unit))
    if len(unit) < 2:
        return single
    return (single + sum(pair in pairs for pair in zip(unit, unit[1:])) / (len(unit) - 1)) / 2


class Choice:
    """Units taken so far, and how their words agree with the gold words."""

    def __init__(self, counts, gold):
        self.counts, self.gold, self.size = counts, gold, sum(gold.values())
        self.taken = [False] * len(counts)
        self.have, self.shown, self.shared = Counter(), 0, 0

    def flip_if_better(self, unit):
        """Takes a unit, or leaves it if it was taken, where the F1 grows by that."""
        sign = -1 if self.taken[unit] else 1
        counts, have, gold = self.counts[unit], self.have, self.gold
        shared = sum(min(have[word] + sign * count, gold[word]) - min(have[word], gold[word])
                     for word, count in counts.items() if word in gold)
        shown = sign * sum(counts.values())
        if self.f1(self.shared + shared, self.shown + shown) <= self.f1(self.shared, self.shown) + 1e-12:
            return False
        self.shared, self.shown, self.taken[unit] = self.shared + shared, self.shown + shown, sign > 0
        for word, count in counts.items():
            have[word] += sign * count
        return True

    def f1(self, shared, shown):
        return 2 * shared / (shown + self.size)
