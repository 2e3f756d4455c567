"""What a renamed text did with the marks of the original: which are left over, which ordinary words went, who got which label."""
import bisect
import collections
import dataclasses
import difflib
import re

from marks import words_of

# Words, with hyphens and apostrophes within them; a possessive's ending and each other sign stand by themselves.
TOKEN = re.compile(r"[^\W_]+(?:[-'’](?!s\b)[^\W_]+)*|['’]s\b|_|[^\w\s]")
# "Child A", "School 12", "Date of birth 3": a capitalised word and how it ends tell a label from ordinary words.
LABEL = re.compile(r"\b(?:[A-Z][a-z]+(?:-[a-z]+)?|E-?mail|NHS|UPN)(?: [a-z]+(?: [a-z]+)?)? (?:[A-Z]{1,2}|\d{1,4})\b")
# What stands before a name and may be taken with it.
TITLES = frozenset("""mr mrs ms miss mx dr prof professor sir mme madame father sister brother nurse pc dc ds sgt sergeant insp
imam rev uncle auntie aunty aunt gran nan nana granny grandma grandad grandpa grandmother baba maman baby unborn little
the""".split())


@dataclasses.dataclass
class Outcome:
    """Of one text. Positions are characters of the original."""
    left: list  # (mark, what of it is left)
    mentions: int
    ordinary: int  # words
    spoilt: list  # (position, word)
    labels: list  # (mark, label) where it is certain which label is the mark's


def labels_in(text):
    return [match[0] for match in LABEL.finditer(text)]


def tokens_of(text, labels=(), marks=()):
    """[(start, end, token)]; each of the labels is one token, but where a mark says that it is something else."""
    out, at = [], 0
    found = [m for m in LABEL.finditer(text)
             if m[0] in labels and not any(mark.start < m.end() and mark.end > m.start() for mark in marks)]
    for match in [*found, None]:
        end = match.start() if match else len(text)
        out += [(at + m.start(), at + m.end(), m[0]) for m in TOKEN.finditer(text[at:end])]
        if match:
            out.append((match.start(), match.end(), match[0]))
            at = match.end()
    return out


def blocks(old, new):
    """difflib's opcodes of two token lists. What both have once, in the same order, holds them together and keeps it quick."""
    def where_once(words):
        at = {}
        for i in range(len(words) - 2):
            at.setdefault(tuple(words[i:i + 3]), []).append(i)
        return {key: found[0] for key, found in at.items() if len(found) == 1}

    once = where_once(new)
    pairs = sorted((i, once[key]) for key, i in where_once(old).items() if key in once)
    anchors = rising(pairs)
    out, i, j = [], 0, 0
    for to_i, to_j in [*anchors, (len(old), len(new))]:
        matcher = difflib.SequenceMatcher(None, old[i:to_i], new[j:to_j], autojunk=False)
        out += [(tag, i + a, i + b, j + c, j + d) for tag, a, b, c, d in matcher.get_opcodes()]
        i, j = to_i, to_j
    return out


def rising(pairs):
    """The longest run of pairs in which the second rises as the first does."""
    ends, tops, before = [], [], [None] * len(pairs)
    for k, (_, j) in enumerate(pairs):
        at = bisect.bisect_left(tops, j)
        before[k] = ends[at - 1] if at else None
        ends[at:at + 1], tops[at:at + 1] = [k], [j]
    out, k = [], ends[-1] if ends else None
    while k is not None:
        out.append(pairs[k])
        k = before[k]
    return out[::-1]


def merged(opcodes):
    """Neighbouring blocks that are not equal, as one."""
    out = []
    for tag, a, b, c, d in opcodes:
        same = tag == "equal"
        if out and not same and not out[-1][0]:
            out[-1] = (False, out[-1][1], b, out[-1][3], d)
        elif a != b or c != d:
            out.append((same, a, b, c, d))
    return out


def compare(old, marks, new):
    """How the text `old` with its marks became `new`."""
    # A label is what the new text has more often than the old one: a form may say "Child A" by itself.
    labels = set(collections.Counter(labels_in(new)) - collections.Counter(labels_in(old)))
    before, after = tokens_of(old, labels, marks), tokens_of(new, labels)
    owner = [None] * len(before)
    for mark in marks:
        for i, (start, end, _) in enumerate(before):
            if start < mark.end and end > mark.start:
                owner[i] = mark
    kept = [False] * len(before)
    instead = {}  # mark: the words that stand in its block
    given = []
    for same, a, b, c, d in merged(blocks([t[2] for t in before], [t[2] for t in after])):
        if same:
            kept[a:b] = [True] * (b - a)
            continue
        there = list(dict.fromkeys(mark for mark in owner[a:b] if mark))
        here = [t[2] for t in after[c:d]]
        named = [text for text in here if text in labels]
        for mark in there:
            instead[mark] = {word.lower() for text in here if text not in named for word in [*words_of(text), text]}
        people = [mark for mark in there if mark.kind not in ("place", "either")]
        if len(people) == len(named):
            given += list(zip(people, named))
    out = Outcome([], len(marks), 0, [], given)
    for mark in marks:
        mine = [i for i, other in enumerate(owner) if other is mark]
        words = [before[i][2] for i in mine if before[i][2][0].isalnum()]
        stayed = [before[i][2] for i in mine if kept[i] and before[i][2][0].isalnum()]
        parts = {part for word in words for part in [*words_of(word), word] if len(part) > 2 or len(words) == 1}
        stayed += [part for part in sorted(parts) if part not in stayed and part.lower() in instead.get(mark, ())]
        if stayed:
            out.left.append((mark, " ".join(stayed)))
    for i, (start, _, word) in enumerate(before):
        if owner[i] or not word[0].isalnum():
            continue
        out.ordinary += 1
        beside = any(owner[k] and owner[k].is_person for k in range(i + 1, min(i + 3, len(before))))
        if not kept[i] and not (word.lower() in TITLES and beside):
            out.spoilt.append((start, word))
    return out


def left_words(words, text):
    """Those of the words that the text has, whatever their case."""
    has = {word.lower() for word in words_of(text)}
    return sorted(words & has)
