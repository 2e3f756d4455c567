"""Records in which every mention of a person, and every other identifier, was marked by hand: fixtures/names/README.md says how
marks are written. A marks file lists forms; here they become spans of the text that `auditor text` prints."""
import dataclasses
import pathlib
import re

PEOPLE = ("child", "parent", "relative", "worker", "professional", "other", "family")
IDENTIFIERS = ("address", "postcode", "phone", "email", "date-of-birth", "nhs-number", "upn", "reference", "school")
EITHER = ("place", "either")  # a rename may take these or leave them: towns, councils, clinics, due dates
KINDS = PEOPLE + IDENTIFIERS + EITHER

WORD = re.compile(r"[^\W\d_]+(?:['’.-][^\W\d_]+)*")


class MarksError(Exception):
    """A marks file that says something it can't mean; the message names file and line."""


@dataclasses.dataclass(frozen=True)
class Form:
    """One way in which somebody or something stands in a record. `before` and `after` are where only some places count."""
    kind: str
    person: str  # "c1", ...; "-" where it is no person
    before: str
    form: str
    after: str

    def pattern(self):
        def loose(text):
            return r"\s+".join(re.escape(part) for part in re.split(r"\s+", text))

        edge = r"(?<![^\W_])" if self.form[0].isalnum() else ""
        end = r"(?![^\W_])" if self.form[-1].isalnum() else ""
        return re.compile(f"{loose(self.before)}(?P<form>{edge}{loose(self.form)}{end}){loose(self.after)}")


@dataclasses.dataclass(frozen=True)
class Mark:
    """A span of a text, [start, end) in characters."""
    start: int
    end: int
    kind: str
    person: str

    @property
    def is_person(self):
        return self.kind in PEOPLE


@dataclasses.dataclass
class Marks:
    """What is marked in one record."""
    file: pathlib.Path
    record: pathlib.Path  # the record's own file
    path: str  # where it lies in the batch that is measured; the names in it are mentions as well
    forms: list
    ordinary: frozenset  # words that look like names and are none, in lower case

    @property
    def name(self):
        return self.file.stem

    def spans(self, text):
        """Every place of every form, none over another: the longest first, then the one with more around it."""
        found = []
        for form in self.forms:
            for match in form.pattern().finditer(text):
                around = len(match[0])
                found.append((match.start("form") - match.end("form"), -around, match.start("form"), match.end("form"), form))
        taken, out = bytearray(len(text)), []
        for _, _, start, end, form in sorted(found, key=lambda f: f[:4]):
            if not any(taken[start:end]):
                taken[start:end] = b"\1" * (end - start)
                out.append(Mark(start, end, form.kind, form.person))
        return sorted(out, key=lambda mark: mark.start)

    def name_words(self):
        """The words of all people's names, in lower case, that are never ordinary words of the record."""
        words = {word.lower() for form in self.forms if form.kind in PEOPLE for word in words_of(form.form)}
        return {word for word in words if len(word) > 2 and word not in self.ordinary}

    def forgotten(self, text, shared):
        """[(position, word)] of what looks like a name and is neither marked nor listed as none, and of forms found nowhere."""
        marks = self.spans(text)
        covered = bytearray(len(text))
        for mark in marks:
            covered[mark.start:mark.end] = b"\1" * (mark.end - mark.start)
        names = {word.lower() for form in self.forms if form.kind in PEOPLE for word in words_of(form.form) if len(word) > 1}
        out = []
        for start, word in words_at(text):
            if covered[start]:
                continue
            low = word.lower()
            if low in names and low not in self.ordinary:
                out.append((start, word))
            elif word[0].isupper() and low not in self.ordinary and low not in shared and word not in ("I", "A"):
                out.append((start, word))
        for form in self.forms:
            if not form.pattern().search(text + "\n" + self.path):
                out.append((len(text), f"(nowhere) {form.form}"))
        return out


def words_at(text):
    """(position, word) of each word; a possessive's ending is left out, parts of a hyphenated word stay together."""
    for match in WORD.finditer(text):
        word = re.sub(r"['’]s?$", "", match[0])
        if word:
            yield match.start(), word


def words_of(text):
    """Words and the parts of hyphenated ones."""
    for _, word in words_at(text):
        parts = re.split(r"['’.-]", word)
        yield from {word, *(part for part in parts if part)}


def read_form(kind, person, text, where):
    if kind not in KINDS:
        raise MarksError(f"{where}: no kind is called {kind!r}; there are {', '.join(KINDS)}")
    match = re.fullmatch(r"([^\[\]]*)\[([^\[\]]+)\]([^\[\]]*)|([^\[\]]+)", text)
    if not match:
        raise MarksError(f"{where}: {text!r} has brackets that don't match; one pair goes round what is marked")
    before, form, after = (match[1], match[2], match[3]) if match[2] else ("", match[4], "")
    return Form(kind, person, before, form, after)


def read_marks(file, fixtures):
    """One marks file; `fixtures` is the folder that `record:` is told from."""
    record, path, forms, ordinary = None, None, [], set()
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
        where = f"{file}:{number}"
        if not line.strip() or line.startswith("#"):
            continue
        head, colon, value = line.partition(": ")
        if not colon:
            raise MarksError(f"{where}: a line is `record: FILE`, `path: PATH`, `not: WORDS` or `ID KIND: FORM | FORM`")
        values = [part for part in (part.strip() for part in value.split(" | ")) if part]
        if head == "record":
            record = fixtures / value.strip()
        elif head == "path":
            path = value.strip()
        elif head == "not":
            ordinary.update(word.lower() for part in values for _, word in words_at(part))
        else:
            person, _, kind = head.partition(" ")
            forms += [read_form(kind, person, part, where) for part in values]
            if (kind in PEOPLE) == (person == "-"):
                raise MarksError(f"{where}: a person has an id of their own in the record (c1), anything else has -")
    if record is None or path is None:
        raise MarksError(f"{file}: needs `record:` and `path:`")
    if not record.is_file():
        raise MarksError(f"{file}: there is no {record}")
    return Marks(file, record, path, forms, frozenset(ordinary))


def read_set(folder):
    """All marks files of a folder, in the order of their names."""
    fixtures = folder.resolve().parent.parent
    out = [read_marks(file, fixtures) for file in sorted(folder.glob("*.marks"))]
    for marks in out:
        if [other.path for other in out].count(marks.path) > 1:
            raise MarksError(f"{marks.file}: another record lies at {marks.path} as well")
    return out


def shared_words(folder):
    """Capitalised words that are no name in any of the records."""
    return frozenset(word.lower() for line in (folder / "ordinary.txt").read_text(encoding="utf-8").splitlines()
                     if not line.startswith("#") for word in line.split())
