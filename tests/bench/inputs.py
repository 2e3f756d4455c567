"""What is audited: invented records of make_corpus.py, and a checklist whose every concept stands there twice."""

import pathlib
import re
import shutil
import subprocess
import sys
import zipfile

HERE = pathlib.Path(__file__).resolve().parent
PATTERNS = 400


def corpus(folder, count, formats, *options):
    """Records of seed 1 in folder/FORMAT/; made once."""
    done = folder / "made"
    wanted = f"{count} {formats} {options}"
    if not done.is_file() or done.read_text() != wanted:
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        subprocess.run([sys.executable, HERE / "make_corpus.py", "--out", folder, "--count", str(count), "--formats", formats,
                        "--quiet", *options], check=True)
        done.write_text(wanted)
    return folder


def files(folder):
    return sorted(path for path in folder.rglob("*") if path.is_file())


def some(folder, name, chosen):
    """A folder of links to some files."""
    shutil.rmtree(folder / name, ignore_errors=True)
    (folder / name).mkdir(parents=True)
    for file in chosen:
        (folder / name / file.name).symlink_to(file)
    return folder / name


def patterns(folder):
    path = folder / "patterns.txt"
    path.write_bytes(subprocess.run([sys.executable, HERE / "make_corpus.py", "--emit-patterns", str(PATTERNS)], check=True,
                                    stdout=subprocess.PIPE).stdout)
    return path


def extracted(folder, records):
    """document.xml of each DOCX, as a file."""
    out = folder / "document-xml"
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir(parents=True)
    for record in records:
        with zipfile.ZipFile(record) as package:
            (out / (record.stem + ".xml")).write_bytes(package.read("word/document.xml"))
    return files(out)


def without_sentences(source, target):
    """The text without any end of a sentence or a line."""
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(source.read_bytes().translate(bytes.maketrans(b".\n!?", b"    ")))
    return target


def doubled(checklists, folder):
    """The checklists with a second concept for each, of another name and the same words: all of them are found twice."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(checklists, folder)
    concept = re.compile(r"<concept\b.*?</concept>", re.DOTALL)
    for path in (folder / "lexicon").rglob("*.xml"):
        text = path.read_text(encoding="utf-8")
        again = [found.replace('name="', 'name="again.', 1) for found in concept.findall(text)]
        again = [re.sub(r"<(hit|miss)\b.*?</\1>", "", each, flags=re.DOTALL) for each in again]
        path.write_text(text.replace("</lexicon>", "\n".join(again) + "\n</lexicon>"), encoding="utf-8")
    return folder / "assessment.xml"


TEXTLINT_RULE = """module.exports = function (context) {
  const { Syntax, RuleError, report, getSource } = context;
  const patterns = require('fs').readFileSync(%s, 'utf8').split('\\n').filter(Boolean).map(line => new RegExp(line, 'giu'));
  return { [Syntax.Paragraph](node) {
    const text = getSource(node);
    for (const pattern of patterns) for (const found of text.matchAll(pattern)) report(node, new RuleError(found[0]));
  } };
};
"""


def textlint(folder, pattern_file, texts):
    """Rules and Markdown for textlint: one rule with all patterns."""
    base = folder / "textlint"
    shutil.rmtree(base, ignore_errors=True)
    (base / "rules").mkdir(parents=True)
    (base / "rules" / "checklist.js").write_text(TEXTLINT_RULE % repr(str(pattern_file)))
    (base / "none.json").write_text("{}")
    for text in texts:
        shutil.copy(text, base / (text.stem + ".md"))
    return base
