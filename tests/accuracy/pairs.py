"""Minimal pairs: a record with and without one fact.

A file of pairs/ is a text record in which facts are marked: {{ITEM with without also ...: words}}. Each mark is a pair of its
own: the whole record, in which ITEM is rated `with`, and the record without these words, in which it is rated `without`.
`also` names items that the same words may move as well. Marks do not nest.
"""
import re
from dataclasses import dataclass

MARK = re.compile(r"\{\{(\w+) (\w+) (\w+)((?: \w+)*): (.*?)\}\}", re.S)


@dataclass
class Pair:
    name: str
    item: str
    whole: str
    less: str
    also: list
    marked: str
    number: int

    def text(self, instead):
        """The record with every mark taken off; this pair's words are replaced by `instead`, unless it is None."""
        seen = -1

        def put(match):
            nonlocal seen
            seen += 1
            return match[5] if seen != self.number or instead is None else instead

        return MARK.sub(put, self.marked)

    def texts(self, theory, everyday):
        start = 7 * self.number
        padding = " ".join(everyday[start % 20 :][:2] + (theory + theory)[start : start + 3])
        return {"whole": self.text(None), "less": self.text(""), "padded": self.text(padding)}


def read_pairs(folder):
    out = []
    for path in sorted(folder.glob("*.txt")):
        marked = path.read_text(encoding="utf-8")
        for number, mark in enumerate(MARK.finditer(marked)):
            out.append(Pair(f"{path.stem}-{number + 1:02}-{mark[1]}", mark[1], mark[2], mark[3], mark[4].split(), marked, number))
    return out
