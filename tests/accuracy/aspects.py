"""The line models of the second reading: from what is known of a statement, by way of aspects that all items share, to how
like evidence for each item it is, how like evidence of a met rating, and how likely a reader who shows a few quotes shows it
(log odds; auditor/checklist/aspects.cc computes the same).

A net of one hidden layer. Sharing is the gain: by itself an item has too few lines to learn what seldom words are worth to it.
Left out of the training, average precision of lines rose from 0.64 (a model of its own for each item) to 0.69, of those of met
ratings from 0.60 to 0.67; twice as many aspects, with a quarter of them hidden in each step, added 0.01 to both. Found by search
(Adam) with part of the traits and of the aspects hidden at random in each step, without which it would learn records by heart.
"""
from typing import NamedTuple

import numpy
import scipy.sparse

COUNT = 192
ROUNDS, BATCH, RATE = 20, 512, 3e-3
HIDDEN_TRAITS, HIDDEN_ASPECTS = 0.5, 0.25  # so much of them is hidden in a step
DECAY_TRAITS, DECAY_WORTH = 1e-2, 1e-3
STEP = 0.03  # of a trait's weight in the file: one sign each
NO_WEIGHT, STEPS_DOWN, STEPS_UP = "_", 32, 31


class Aspects(NamedTuple):
    traits: numpy.ndarray  # traits x aspects
    base: numpy.ndarray  # by aspect
    worth: numpy.ndarray  # aspects x columns
    column_base: numpy.ndarray  # by column

    def log_odds(self, x):
        return numpy.maximum(x @ self.traits + self.base, 0) @ self.worth + self.column_base


def fit(x, good, known, seed=0):
    """`x`: statements x traits, sparse; `good`, `known`: statements x columns, 0 or 1."""
    draw = numpy.random.default_rng(seed)
    n, columns = good.shape
    small = lambda *shape: (draw.standard_normal(shape) * 0.1).astype(numpy.float32)
    share = numpy.clip((good * known).sum(0) / numpy.maximum(1, known.sum(0)), 1e-5, 0.9)
    now = Aspects(small(x.shape[1], COUNT), numpy.zeros(COUNT, numpy.float32), small(COUNT, columns),
                  numpy.log(share / (1 - share)).astype(numpy.float32))
    means, squares = ([numpy.zeros_like(v) for v in now] for _ in range(2))
    step = 0
    for round_ in range(ROUNDS):
        rate = RATE * (1 - round_ / ROUNDS) + 1e-5
        order = draw.permutation(n)
        for rows in (order[i:i + BATCH] for i in range(0, n, BATCH)):
            step += 1
            gradients = slopes(now, hidden(x[rows], draw), good[rows], known[rows], draw)
            for v, slope, mean, square in zip(now, gradients, means, squares):
                mean += 0.1 * (slope - mean)
                square += 0.001 * (slope * slope - square)
                v -= rate * (mean / (1 - 0.9 ** step)) / (numpy.sqrt(square / (1 - 0.999 ** step)) + 1e-8)
            now.traits[...] *= 1 - rate * DECAY_TRAITS
    return rounded(now)


def hidden(x, draw):
    """A batch with part of its traits hidden, the rest counting for more."""
    kept = draw.random(len(x.data)) > HIDDEN_TRAITS
    return scipy.sparse.csr_matrix(((x.data * kept / (1 - HIDDEN_TRAITS)).astype(numpy.float32), x.indices, x.indptr), shape=x.shape)


def slopes(now, x, good, known, draw):
    """Of the mean loss of a batch, with part of the aspects hidden."""
    sums = x @ now.traits + now.base
    kept = ((draw.random(sums.shape) > HIDDEN_ASPECTS) / (1 - HIDDEN_ASPECTS)).astype(numpy.float32)
    had = numpy.maximum(sums, 0) * kept
    z = had @ now.worth + now.column_base
    wrong = ((1 / (1 + numpy.exp(-numpy.clip(z, -30, 30))) - good) * known / len(good)).astype(numpy.float32)
    back = (wrong @ now.worth.T) * (sums > 0) * kept
    return x.T @ back, back.sum(0), had.T @ wrong + DECAY_WORTH * now.worth, wrong.sum(0)


def rounded(aspects):
    """As the file holds them."""
    return Aspects(numpy.clip((aspects.traits / STEP).round(), -STEPS_DOWN, STEPS_UP).astype(numpy.float32) * numpy.float32(STEP),
                   *(v.round(2) for v in aspects[1:]))


def lines(aspects, items, names, counted_as, quoted):
    """The elements of the file. `counted_as`: what a trait counts, where that is not 1; `quoted` makes an attribute."""
    numbers = lambda values: " ".join(f"{v:.2f}".replace("-0.00", "0.00") for v in values)
    out = [f'    <aspects step="{STEP}">{numbers(aspects.base)}</aspects>']
    for k, sort in enumerate(("likeness", "strength", "preference")):
        for j, item in enumerate(items):
            column = k * len(items) + j
            out.append(f'    <{sort} of="{item}">{numbers([aspects.column_base[column], *aspects.worth[:, column]])}</{sort}>')
    for name, row in zip(names, aspects.traits):
        steps = numpy.clip((row * counted_as(name) / STEP).round(), -STEPS_DOWN, STEPS_UP).astype(int)
        if steps.any():
            out.append(f"    <weights of={quoted(name)}>{''.join(chr(ord(NO_WEIGHT) + s) for s in steps)}</weights>")
    return out
