# SPDX-License-Identifier: GPL-3.0-or-later
"""Logistic regression, folds and the figures of a ranking, for tables of a few thousand rows.

Plain Python: what measures the program asks for nothing that is not there when it builds.
"""

import math

ROUNDS = 8
RIDGE = 1.0


def solve(matrix, vector):
    """x with matrix · x = vector, by elimination with pivots."""
    n = len(vector)
    rows = [list(row) + [value] for row, value in zip(matrix, vector)]
    for i in range(n):
        pivot = max(range(i, n), key=lambda r: abs(rows[r][i]))
        rows[i], rows[pivot] = rows[pivot], rows[i]
        for r in range(i + 1, n):
            factor = rows[r][i] / rows[i][i]
            if factor:
                rows[r] = [x - factor * y for x, y in zip(rows[r], rows[i])]
    x = [0.0] * n
    for i in reversed(range(n)):
        x[i] = (rows[i][n] - sum(rows[i][k] * x[k] for k in range(i + 1, n))) / rows[i][i]
    return x


class Logistic:
    """Newton's method with a ridge on everything but the intercept; features are standardised."""

    def __init__(self, rows, labels):
        n, width = len(rows), len(rows[0])
        self.mean = [sum(row[k] for row in rows) / n for k in range(width)]
        self.deviation = [math.sqrt(sum((row[k] - self.mean[k]) ** 2 for row in rows) / n) or 1 for k in range(width)]
        scaled = [self.scale(row) for row in rows]
        self.weights = [0.0] * (width + 1)
        for _ in range(ROUNDS):
            self.step(scaled, labels)

    def scale(self, row):
        return [(x - m) / d for x, m, d in zip(row, self.mean, self.deviation)] + [1.0]

    def step(self, scaled, labels):
        width = len(self.weights)
        gradient = [-RIDGE * w for w in self.weights[:-1]] + [0.0]
        hessian = [[RIDGE * (i == k < width - 1) for i in range(width)] for k in range(width)]
        for row, label in zip(scaled, labels):
            p = 1 / (1 + math.exp(-sum(w * x for w, x in zip(self.weights, row))))
            for i, x in enumerate(row):
                gradient[i] += (label - p) * x
                weighted, line = p * (1 - p) * x, hessian[i]
                for k in range(i + 1):
                    line[k] += weighted * row[k]
        for i in range(width):
            for k in range(i + 1, width):
                hessian[i][k] = hessian[k][i]
        self.weights = [w + d for w, d in zip(self.weights, solve(hessian, gradient))]

    def predict(self, row):
        return 1 / (1 + math.exp(-sum(w * x for w, x in zip(self.weights, self.scale(row)))))


def fold_of(groups, n=5):
    """A fold for every row: rows of one group stay together; groups are dealt out in their order."""
    order = {group: i % n for i, group in enumerate(dict.fromkeys(groups))}
    return [order[group] for group in groups]


def cross_validate(rows, labels, folds):
    """[(probability, threshold)] per row, both from the other folds; the threshold has the best F1 there."""
    out = [None] * len(rows)
    for fold in sorted(set(folds)):
        train = [i for i, f in enumerate(folds) if f != fold]
        model = Logistic([rows[i] for i in train], [labels[i] for i in train])
        threshold = best_threshold([model.predict(rows[i]) for i in train], [labels[i] for i in train])
        for i, f in enumerate(folds):
            if f == fold:
                out[i] = (model.predict(rows[i]), threshold)
    return out


def best_threshold(scores, labels):
    total, hits, best = sum(labels), 0, (0.0, 0.5)
    for n, (score, label) in enumerate(sorted(zip(scores, labels), reverse=True), 1):
        hits += label
        best = max(best, (2 * hits / (n + total), score))
    return best[1]


def f1(decided, labels):
    hits = sum(d and l for d, l in zip(decided, labels))
    return 2 * hits / ((sum(decided) + sum(labels)) or 1)


def pearson(xs, ys):
    n = len(xs)
    mx, my = sum(xs) / n, sum(ys) / n
    cov = sum((x - mx) * (y - my) for x, y in zip(xs, ys))
    spread = math.sqrt(sum((x - mx) ** 2 for x in xs) * sum((y - my) ** 2 for y in ys))
    return cov / (spread or 1)


def average_precision(scores, labels):
    """Rows of equal score share their places: ties neither help nor harm."""
    by_score = {}
    for score, label in zip(scores, labels):
        n, hits = by_score.get(score, (0, 0))
        by_score[score] = (n + 1, hits + label)
    seen = found = total = 0
    for score in sorted(by_score, reverse=True):
        n, hits = by_score[score]
        seen, found = seen + n, found + hits
        total += hits * found / seen
    return total / (sum(labels) or 1)


def precision_at_recall(scores, labels, recall):
    """The best precision at which at least @recall of the true rows is found."""
    total, hits, best = sum(labels), 0, 0.0
    for n, (_, label) in enumerate(sorted(zip(scores, labels), key=lambda item: -item[0]), 1):
        hits += label
        if hits >= recall * total:
            best = max(best, hits / n)
    return best
