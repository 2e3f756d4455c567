"""The weighing of the second reading: from what the rules say of an item and its likeliest statements to a rating.

Proportional odds: a score, and for each item two places on it from which a rating is likely partly and met. The score adds,
with weights that all items share and a part of each item's own: the rules' rating; whether any statement is a careful reader's
quote, and any a met rating's (one less the product of what is against each of the likeliest), each worth something else by the
rules' rating; how many are (their sum); how many quotes the rules have. That a likely statement is worth more where the rules
found nothing than where they say met too was worth 0.01 of kappa on records left out (0.734 to 0.745).
checklist/weighing.cc computes the same from the weights.
"""
import numpy
from scipy.optimize import minimize

NOTHING = -2.5  # log odds: what is less likely counts for nothing, so that more of it adds nothing
LIKELIEST, STRONGEST = 5, 4  # statements that are read
SURE = 0.9  # of what is certain so much is believed
MOST = 4.0  # the sum of chances goes no higher
MOST_QUOTES = 4  # of the rules: more count for nothing
SHARED, THRESHOLDS = 1.0, 0.3  # penalties of the weights and of the thresholds
# How freely an item may differ: base, rules partly, met, any, strong, any and strong by the rules' rating, sums, quotes.
OWN = numpy.array([0.7, 0.5, 0.5, 1.0, 1.0, *[0.5] * 6, 0.3, 0.3, 0.5])
SHARES = (0.33, 0.30, 0.37)  # of the ratings where none is rarer than others: those of gold records
LEAST = -0.5  # log odds that the likeliest statement must have before a rating rises
CUTS = (0.65, 1.35)  # expected points from which a rating is partly, and met
UNSURE = 0.2  # how near to these a rating that is not the rules' is unsure


def chances(likely):
    return [1 / (1 + numpy.exp(-x)) if x > NOTHING else 0.0 for x in likely]


def read(rule, quotes, likely, strong):
    """[rules not met, partly, met; any, where they say each; any strong, likewise; sum, sum of strong, quotes]"""
    p, q = chances(likely[:LIKELIEST]), chances(strong[:STRONGEST])
    said = numpy.arange(3) == rule
    return [*said, *(said * (1 - numpy.prod([1 - SURE * x for x in p]))), *(said * (1 - numpy.prod([1 - SURE * x for x in q]))),
            min(sum(p), MOST), min(sum(q), MOST), min(quotes, MOST_QUOTES) / MOST_QUOTES]


def spread(x):
    """What the weights are of: of any and any strong, beside by the rules' rating, whatever that is. Cases x parts."""
    return numpy.column_stack([x[:, :3], x[:, 3:6].sum(1), x[:, 6:9].sum(1), x[:, 3:]])


def gathered(weights):
    """The weights of what read() gives from those of what spread() gives."""
    return numpy.array([*weights[:3], *(weights[3] + weights[5:8]), *(weights[4] + weights[8:11]), *weights[11:]])


def own_parts(parts):
    """What of a case each item weighs for itself, beside what all share: cases x parts."""
    return numpy.column_stack([numpy.ones(len(parts)), parts[:, 1:]]) * OWN


def counted(points):
    """What each case counts: the more the rarer its rating is here than in SHARES."""
    return numpy.array(SHARES)[points] / (numpy.bincount(points, minlength=3) / len(points))[points]


def fit(cases, items):
    """{item: 14 numbers}: weights of what read() gives, then the two thresholds, from (item, read, points, rule).

    How often records of some set have a rating says nothing about the next ones: see counted()."""
    at = {item: i for i, item in enumerate(items)}
    which = numpy.array([at[c[0]] for c in cases])
    x = spread(numpy.array([c[1] for c in cases], dtype=float))
    points = numpy.array([c[2] for c in cases])
    counts = counted(points)
    parts, n, shared = own_parts(x), len(items), x.shape[1]
    own = parts.shape[1]

    def unpacked(v):
        return v[:shared], v[shared:shared + own * n].reshape(n, own), v[shared + own * n:].reshape(2, n + 1)

    def loss(v):
        common, mine, thresholds = unpacked(v)
        score = x @ common + (parts * mine[which]).sum(1)
        total, gradient = 0.0, numpy.zeros_like(v)
        g_common, g_mine, g_thresholds = unpacked(gradient)
        for k in range(2):
            y = points > k
            z = score - thresholds[k, n] - thresholds[k, which]
            total += float((counts * (numpy.logaddexp(0, z) - y * z)).sum())
            d = counts * (1 / (1 + numpy.exp(-z)) - y)
            g_common += x.T @ d
            numpy.add.at(g_mine, which, parts * d[:, None])
            g_thresholds[k, n] -= d.sum()
            g_thresholds[k, :n] -= numpy.bincount(which, d, n)
        free = shared + own * n
        total += SHARED / 2 * float((v[:free] ** 2).sum()) + THRESHOLDS / 2 * float((thresholds ** 2).sum())
        gradient[:free] += SHARED * v[:free]
        g_thresholds += THRESHOLDS * thresholds
        return total, gradient

    start = numpy.zeros(shared + own * n + 2 * (n + 1))
    start[-1] = 1.0
    common, mine, thresholds = unpacked(minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 300}).x)
    out = {}
    for item, i in at.items():
        weights = common.copy()
        weights[1:] += mine[i, 1:] * OWN[1:]
        base = mine[i, 0] * OWN[0]
        out[item] = [*gathered(weights), *(thresholds[k, i] + thresholds[k, n] - base for k in range(2))]
    return out


def expected(numbers, x):
    """Points, 0 to 2."""
    score = float(numpy.dot(numbers[:12], x))
    return sum(1 / (1 + numpy.exp(threshold - score)) for threshold in numbers[12:])


def rating(numbers, x, rule):
    value = expected(numbers, x)
    found = int(value > CUTS[0]) + int(value > CUTS[1])
    return rule if found > rule and sum(x[3:6]) <= SURE / (1 + numpy.exp(-LEAST)) else found  # any, where one is as likely as that
