"""The linear table over hashed words of names, classes and ids: logistic regression, in steps of eight bits."""
import numpy as np
from scipy import optimize, sparse

# Strength of the pull towards 0; chosen by cross validation.
RIDGE = 2e-6
ROUNDS = 40
STEPS = 127


def matrix(starts, buckets, bits):
    """Returns one row a block, each with a sum of squares of 1."""
    counts = np.diff(starts)
    values = np.repeat(1 / np.sqrt(np.maximum(1, counts)), counts).astype(np.float32)
    return sparse.csr_matrix((values, buckets.astype(np.int32), starts), (len(counts), 1 << bits))


def fit(rows, label, weight):
    """Returns weights and bias of a logistic regression."""
    weight = weight / weight.sum()
    transposed = rows.T.tocsr()

    def loss(values):
        score = rows @ values[:-1].astype(np.float32) + values[-1]
        error = weight * (1 / (1 + np.exp(-score)) - label)
        cost = weight @ np.logaddexp(0, np.where(label, -score, score)) + RIDGE / 2 * values[:-1] @ values[:-1]
        slope = np.append(transposed @ error.astype(np.float32) + RIDGE * values[:-1], error.sum())
        return cost, slope

    start = np.zeros(rows.shape[1] + 1)
    values = optimize.minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": ROUNDS}).x
    return quantize(values[:-1]), values[-1]


def quantize(weights):
    """Rounds weights to whole steps, as the table in the source tree holds them."""
    step = max(np.abs(weights).max(), 1e-9) / STEPS
    return np.round(weights / step) * step


def scores(rows, table):
    """Returns the score of each row."""
    weights, bias = table
    return (rows @ weights.astype(np.float32) + bias).astype(np.float32)


def fit_folds(rows, label, weight, fold, folds):
    """Returns a table for each fold that never saw it, and last the table of all rows."""
    tables = []
    for number in range(folds + 1):
        seen = np.flatnonzero((fold != number) & (weight > 0))
        tables.append(fit(rows[seen], label[seen], weight[seen]))
    return tables


def out_of_fold(rows, tables, fold):
    """Returns the scores of rows from the tables that never saw their fold."""
    score = np.zeros(rows.shape[0], np.float32)
    for number, table in enumerate(tables[:-1]):
        held = np.flatnonzero(fold == number)
        score[held] = scores(rows[held], table)
    return score
