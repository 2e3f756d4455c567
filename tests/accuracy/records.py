"""Records as text or HTML, with something put in: between paragraphs, at the end, or in each paragraph's place."""
import html
import os
import re
import subprocess

LEAST_WORDS = 12  # of a paragraph of prose, against labels and cells


class Record:
    """One record. What is neither text nor HTML in UTF-8 is taken as the text that the program sees in it."""

    def __init__(self, program, path, stem):
        self.stem = stem
        self.ending = os.path.splitext(path)[1]
        with open(path, "rb") as file:
            raw = file.read()
        try:
            self.source = raw.decode() if self.ending in (".html", ".txt") else None
        except UnicodeDecodeError:
            self.source = None
        if self.source is None:
            self.ending = ".txt"
            self.source = subprocess.run([program, "text", path], capture_output=True, text=True, check=True).stdout

    def block(self, sentences, heading):
        """Paragraphs of six sentences under a heading, or under none."""
        paragraphs = [" ".join(sentences[i : i + 6]) for i in range(0, len(sentences), 6)]
        if self.ending == ".html":
            title = f"<h2>{html.escape(heading)}</h2>\n" if heading else ""
            return "\n" + title + "\n".join(f"<p>{html.escape(p)}</p>" for p in paragraphs) + "\n"
        title = f"## {heading}\n\n" if heading else ""
        return "\n\n" + title + "\n\n".join(paragraphs) + "\n\n"

    def with_end(self, sentences, heading):
        block = self.block(sentences, heading)
        if self.ending == ".html":
            at = self.source.lower().rfind("</body>")
            at = len(self.source) if at < 0 else at
            return self.source[:at] + block + self.source[at:]
        return self.source + block

    def paragraphs(self):
        """Where the paragraphs of prose stand."""
        if self.ending == ".html":
            found = re.finditer(r"<p\b[^>]*>.*?</p>", self.source, re.S | re.I)
        else:
            found = re.finditer(r"[^\n]+(?:\n[^\n]+)*", self.source)
        return [m.span() for m in found if len(re.findall(r"\w+", re.sub(r"<[^>]*>", " ", m[0]))) >= LEAST_WORDS
                and "|" not in m[0] and "\t" not in m[0]]

    def with_middle(self, sentences):
        """Behind the paragraph in the middle; at the end where there is none."""
        spans = self.paragraphs()
        if not spans:
            return self.with_end(sentences, None)
        at = spans[len(spans) // 2][1]
        return self.source[:at] + self.block(sentences, None) + self.source[at:]

    def with_repeats(self):
        """Every paragraph of prose again, behind itself."""
        out, at = "", 0
        for start, end in self.paragraphs():
            out += self.source[at:end] + ("\n" if self.ending == ".html" else "\n\n") + self.source[start:end]
            at = end
        return out + self.source[at:]
