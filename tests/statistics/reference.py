#!/usr/bin/env python3
"""Makes fixtures/statistics: figures by other people's programs (python3-statsmodels, python3-scipy), which the tests
of auditor/statistics compare with. AC2 and the corrected prevalence have no such program in Debian; they are worked
out here from the formulas in exact fractions, and AC2 is checked against a published case too (agreement_test.cc).

    reference.py FOLDER
"""
import csv
import os
import random
import sys
from fractions import Fraction as F

import numpy
from scipy import stats
from statsmodels.stats.inter_rater import cohens_kappa
from statsmodels.stats.proportion import confint_proportions_2indep, proportion_confint


def write(folder, name, head, rows):
    with open(os.path.join(folder, name), "w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(head)
        writer.writerows(rows)


def tables(rng, count):
    """Confusion tables of all shapes: even, lopsided, nearly empty; two to five categories."""
    for i in range(count):
        k = rng.choice([2, 3, 3, 3, 4, 5])
        lean = [rng.random() ** rng.choice([1, 6]) + 0.01 for _ in range(k)]
        counts = [[0] * k for _ in range(k)]
        for _ in range(rng.choice([3, 10, 40, 400])):
            a = rng.choices(range(k), lean)[0]
            b = a if rng.random() < rng.choice([0.3, 0.6, 0.9]) else rng.choices(range(k), lean)[0]
            counts[a][b] += 1
        yield counts


def ac2(counts):
    k, n = len(counts), sum(map(sum, counts))
    w = [[1 - F((a - b) ** 2, (k - 1) ** 2) for b in range(k)] for a in range(k)]
    seen = sum(w[a][b] * F(counts[a][b], n) for a in range(k) for b in range(k))
    share = [F(sum(counts[a]) + sum(row[a] for row in counts), 2 * n) for a in range(k)]
    chance = sum(map(sum, w)) / F(k * (k - 1)) * sum(p * (1 - p) for p in share)
    return float((seen - chance) / (1 - chance))


def kappa(counts):
    if any(counts[a][a] == sum(map(sum, counts)) for a in range(len(counts))):
        return ""
    return repr(float(cohens_kappa(numpy.array(counts), wt="quadratic").kappa))


def prevalence(yes, tested, right_yes, hold, right_no, do_not):
    se, sp = right_yes / hold, right_no / do_not
    share = min(1, max(0, (yes / tested + sp - 1) / (se + sp - 1)))
    z = stats.norm.ppf(0.975)
    tested2, hold2, not2 = tested + z**2, hold + 2, do_not + 2
    ap, se, sp = (yes + z**2 / 2) / tested2, (right_yes + 1) / hold2, (right_no + 1) / not2
    p = (ap + sp - 1) / (se + sp - 1)
    of_se, of_sp = p * se * (1 - se) / hold2, (1 - p) * sp * (1 - sp) / not2
    error = (ap * (1 - ap) / tested2 + p * of_se + (1 - p) * of_sp) ** 0.5 / (se + sp - 1)
    middle = p + 2 * z**2 * (of_se - of_sp)
    return share, min(1, max(0, middle - z * error)), min(1, max(0, middle + z * error))


def main(folder):
    rng = random.Random(1968)
    os.makedirs(folder, exist_ok=True)
    write(folder, "agreement.csv", ["categories", "counts", "kappa", "ac2"],
          [[len(t), " ".join(str(c) for row in t for c in row), kappa(t), repr(ac2(t))] for t in tables(rng, 200)])

    rows = []
    for _ in range(200):
        n = rng.choice([1, 2, 5, 12, 30, 400, 10000])
        hits = rng.choice([0, n, rng.randint(0, n)])
        low, high = proportion_confint(hits, n, method="wilson")
        rows.append([hits, n, repr(float(low)), repr(float(high))])
    write(folder, "wilson.csv", ["hits", "trials", "low", "high"], rows)

    rows = []
    for _ in range(200):
        n, m = rng.choice([2, 5, 12, 30, 400]), rng.choice([2, 5, 12, 30, 400])
        a, b = rng.choice([0, n, rng.randint(0, n)]), rng.choice([0, m, rng.randint(0, m)])
        low, high = confint_proportions_2indep(a, n, b, m, method="newcomb", compare="diff", correction=False)
        rows.append([a, n, b, m, repr(float(low)), repr(float(high))])
    write(folder, "difference.csv", ["first_hits", "first_trials", "second_hits", "second_trials", "low", "high"], rows)

    z = F(stats.norm.ppf(0.975))
    rows = []
    for _ in range(200):
        population = rng.choice([1, 7, 30, 100, 640, 10000, 1000000])
        margin, share = rng.choice([F(1, 100), F(3, 100), F(5, 100), F(1, 10), F(2, 10)]), rng.choice([F(1, 2), F(1, 5)])
        endless = z * z * share * (1 - share) / (margin * margin)
        needed = -(-endless / (1 + (endless - 1) / population) // 1)
        rows.append([population, float(margin), float(share), min(population, max(1, int(needed)))])
    write(folder, "sample_size.csv", ["population", "margin", "share", "drawn"], rows)

    rows = []
    while len(rows) < 100:
        tested, hold, do_not = rng.choice([20, 100, 1000]), rng.choice([20, 50, 300]), rng.choice([20, 80, 500])
        right_yes, right_no = round(hold * rng.uniform(0.6, 1)), round(do_not * rng.uniform(0.6, 1))
        yes = rng.randint(0, tested)
        rows.append([yes, tested, right_yes, hold, right_no, do_not,
                     *map(repr, prevalence(yes, tested, right_yes, hold, right_no, do_not))])
    write(folder, "prevalence.csv", ["yes", "tested", "right_yes", "hold", "right_no", "do_not", "share", "low", "high"], rows)

    # Bootstrap intervals of kappa, many draws, so that both sides' chance is beyond the second digit.
    rows = []
    for counts in tables(random.Random(7), 40):
        pairs = numpy.array([(a, b) for a, row in enumerate(counts) for b, c in enumerate(row) for _ in range(c)])
        if len(pairs) < 40 or kappa(counts) == "":
            continue
        k, n = len(counts), len(pairs)
        generator, values = numpy.random.default_rng(3), []
        for _ in range(20000):
            drawn = generator.integers(0, n, n)
            table = numpy.bincount(pairs[drawn, 0] * k + pairs[drawn, 1], minlength=k * k).reshape(k, k)
            if max(table[a][a] for a in range(k)) < n:
                square = numpy.subtract.outer(numpy.arange(k), numpy.arange(k)) ** 2
                chance = (square * numpy.outer(table.sum(1), table.sum(0))).sum() / n
                values.append(1 - (square * table).sum() / chance)
        low, high = numpy.percentile(values, [2.5, 97.5])
        rows.append([k, " ".join(str(c) for row in counts for c in row), repr(float(low)), repr(float(high))])
    write(folder, "bootstrap.csv", ["categories", "counts", "low", "high"], rows)


if __name__ == "__main__":
    main(sys.argv[1])
