"""Records for runs that are to be disturbed: small, of several formats, each with a sentence that may be found nowhere but
in the run's own files."""

import pathlib
import random
import zipfile

CANARY = "Quillenora hid the brass thimble under the stairs"
COUNT = 30
NAMES = ["Tom", "Ada", "Maisie", "Oscar", "Priya", "Kofi", "Ewan", "Leila"]
FEELS = ["likes", "misses", "hates", "talks about", "is proud of", "is scared of", "draws", "worries about", "dreams of"]
THINGS = ["garden", "bus", "kitchen", "football", "swimming", "bedroom", "dog", "cousin", "piano", "bike", "attic", "library",
          "choir", "scooter", "rabbit", "lodger", "shed", "market", "bonfire", "trampoline"]
HOW = ["noisy", "old", "broken", "new", "crowded", "quiet", "cold", "yellow", "muddy", "locked", "empty", "borrowed"]


def text(number):
    """A record of its own words: no two are alike enough to be compared, but for the pair that is written so."""
    chance = random.Random(number)
    child = f"{chance.choice(NAMES)} Marsh"
    day = number % 27 + 1
    lines = ["Core Assessment", f"Child: {child}", f"Date of birth: {day:02}/05/2009", f"Date of referral: {day} March 2016",
             "", "Child's views", f"I saw {child} alone at school on {day + 1} March 2016. {CANARY} ({number})."]
    for turn in range(chance.randrange(30, 160)):
        lines.append(f"On {turn % 28 + 1} April 2016 {child.split()[0]} told me that {child.split()[0]} "
                     f"{chance.choice(FEELS)} the {chance.choice(HOW)} {chance.choice(THINGS)} and {chance.choice(FEELS)} "
                     f"the {chance.choice(HOW)} {chance.choice(THINGS)}.")
    lines += ["", "Plan", f"The social worker will visit by {day} June 2016."]
    return "\n".join(lines) + "\n"


def docx(body):
    paragraphs = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in body.splitlines())
    return ('<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
            f"{paragraphs}</w:body></w:document>")


def make(folder):
    """Fills `folder`; a pair of twins that are flagged, an archive, and one record that is always refused are among them."""
    folder.mkdir(parents=True)
    for number in range(COUNT):
        path = folder / f"{number:02}"
        body = text(number)
        if number % 5 == 1:
            path.with_suffix(".html").write_text("<html><body>" + "".join(f"<p>{x}</p>" for x in body.splitlines()))
        elif number % 5 == 2:
            package(path.with_suffix(".docx"), docx(body))
        elif number == 10:
            with zipfile.ZipFile(path.with_suffix(".zip"), "w") as archive:
                archive.writestr(zipfile.ZipInfo("in/a.txt"), text(500))
                archive.writestr(zipfile.ZipInfo("in/b.txt"), text(501))
        else:
            path.with_suffix(".txt").write_text(body)
    for name, more in (("05-twin.txt", ""), ("25-twin.txt", "Seen again later in the spring.\n")):
        (folder / name).write_text(text(900) + more)
    (folder / "15-broken.pdf").write_bytes(b"%PDF-1.4 " + CANARY.encode())


def package(path, document):
    """A Word file, the same bytes at any time: names without the day of their making."""
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr(zipfile.ZipInfo("[Content_Types].xml"), '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
                      f'<Override PartName="/word/document.xml" ContentType="{kind}"/></Types>')
        file.writestr(zipfile.ZipInfo("_rels/.rels"), '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
                      '<Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
                      'officeDocument" Target="word/document.xml"/></Relationships>')
        file.writestr(zipfile.ZipInfo("word/document.xml"), document)


def ordinary(folder):
    """The plain files that a fault may be done to: neither twin, archive nor what is refused anyway."""
    return sorted(path for path in pathlib.Path(folder).iterdir() if path.suffix == ".txt" and "twin" not in path.name)
