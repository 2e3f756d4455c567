"""Figures of agreement between two raters of the same records. Plain arithmetic; nothing here knows the program."""
import random
import re
from collections import Counter

POINTS = {"not_met": 0, "partly": 1, "met": 2}
RESAMPLES = 1000
SEED = 20


def kappa(counts):
    """Quadratically weighted kappa of Counter{(theirs, ours): n}; None where chance alone explains everything."""
    n = sum(counts.values())
    if n == 0:
        return None
    theirs, ours, seen = Counter(), Counter(), 0
    for (x, y), times in counts.items():
        theirs[x] += times
        ours[y] += times
        seen += times * (x - y) ** 2
    chance = sum(a * b * (x - y) ** 2 for x, a in theirs.items() for y, b in ours.items()) / n
    return (1.0 if seen == 0 else None) if chance == 0 else 1 - seen / chance


def mean(values):
    known = [v for v in values if v is not None]
    return sum(known) / len(known) if known else None


def share(part, whole):
    return part / whole if whole else None


def overlap(a, b):
    """Token F1 of two quotes; nothing for a second of more than 80 words, which would hit by its length."""
    ca, cb = (Counter(re.findall(r"\w+", s.casefold())) for s in (a, b))
    n = sum(ca.values()) + sum(cb.values())
    return 2 * sum((ca & cb).values()) / n if n and sum(cb.values()) <= 80 else 0.0


def agree(quote, candidates):
    return any(overlap(quote, candidate) >= 0.5 for candidate in candidates)


def interval(draws):
    """The middle 95% of what the resamples gave; None where fewer than half gave a figure."""
    known = sorted(v for v in draws if v is not None)
    if len(known) * 2 < len(draws) or not known:
        return None
    return [known[int(0.025 * (len(known) - 1))], known[round(0.975 * (len(known) - 1))]]


def kappas(by_item):
    """Kappas of {item: [pair or None by document]}: pooled, mean of items, by dimension, by item."""
    counts = {item: Counter(pair for pair in pairs if pair is not None) for item, pairs in by_item.items()}
    items = {item: kappa(c) for item, c in counts.items()}
    dimensions = {}
    for item, c in counts.items():
        dimensions.setdefault(item[:2], Counter()).update(c)
    pooled = sum(dimensions.values(), Counter())
    return {"pooled": kappa(pooled), "mean_of_items": mean(items.values()), **{d: kappa(c) for d, c in dimensions.items()}, **items}


def with_intervals(by_item):
    """{name: {"qwk", "interval"}}: what kappas() names, with 95% intervals from resampling whole documents."""
    documents = len(next(iter(by_item.values()), []))
    draw = random.Random(SEED)
    drawn = []
    for _ in range(RESAMPLES if documents > 1 else 0):
        sample = draw.choices(range(documents), k=documents)
        drawn.append(kappas({item: [pairs[i] for i in sample] for item, pairs in by_item.items()}))
    return {name: {"qwk": value, "interval": interval([d[name] for d in drawn])} for name, value in kappas(by_item).items()}
