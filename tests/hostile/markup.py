"""Hostile XML, HTML and text: name to bytes."""

import random

SAID = "Tom told me that he hates weekends at the flat."


def xml(body, head=""):
    return f'<?xml version="1.0"?>{head}<record>{body}</record>'.encode()


def html(body):
    return f"<!DOCTYPE html><html><body>{body}</body></html>".encode()


def made(canary, url):
    external = f'<!DOCTYPE d [<!ENTITY x SYSTEM "file://{canary}">]>'
    network = f'<!DOCTYPE d SYSTEM "{url}/dtd" [<!ENTITY x SYSTEM "{url}/entity">]>'
    parameter = f'<!DOCTYPE d [<!ENTITY % p SYSTEM "{url}/parameter"> %p;]>'
    laughs = "<!DOCTYPE d [<!ENTITY a0 'ha'>" + "".join(
        f"<!ENTITY a{i} '{f'&a{i - 1};' * 10}'>" for i in range(1, 12)
    ) + "]>"
    quadratic = f"<!DOCTYPE d [<!ENTITY a '{'x' * 10_000}'>]>"
    defaults = "<!DOCTYPE record [<!ATTLIST r " + " ".join(f"a{i} CDATA 'x'" for i in range(200_000)) + ">]>"
    include = f'<i:include xmlns:i="http://www.w3.org/2001/XInclude" href="file://{canary}" parse="text"/>'
    attributes = " ".join(f'a{i}="1"' for i in range(200_000))
    remote = "".join(
        f'<{tag} src="{url}/{tag}" href="{url}/{tag}" data="file://{canary}">' for tag in ("img", "script", "iframe", "link", "object")
    )
    spaces = " " * 200_000
    event = "<tr><td>3 May 2016</td><td>Visited home; Tom seen alone</td><td>Ann Lee</td></tr>"
    return {
        "xml-external.xml": xml("<note>&x;</note>", external),
        "xml-network.xml": xml("<note>&x;</note>", network),
        "xml-parameter.xml": xml(f"<note>{SAID}</note>", parameter),
        "xml-xinclude.xml": xml(include + f"<note>{SAID}</note>"),
        "xml-laughs.xml": xml("<note>&a11;</note>", laughs),
        "xml-quadratic.xml": xml("<note>" + "&a;" * 2_000 + "</note>", quadratic),
        "xml-defaults.xml": xml("<r/>" * 1_000, defaults),
        "xml-million-levels.xml": b"<a>" * 1_000_000,
        "xml-attributes.xml": xml(f"<r {attributes}/>"),
        "xml-namespaces.xml": xml("<r " + " ".join(f'xmlns:n{i}="u{i}"' for i in range(50_000)) + "/>"),
        "xml-wrong-encoding.xml": b'<?xml version="1.0" encoding="EBCDIC-CP-BE"?><r><note>' + SAID.encode() + b"</note></r>",
        "xml-cut-off.xml": xml(f"<note>{SAID}</note>" * 50)[:400],
        "html-deep-tables.html": html("<table><tr><td>" * 100_000 + SAID),
        "html-deep-divs.html": html("<div>" * 300_000 + SAID),
        "html-adoption.html": html("<b><p>" * 20_000 + SAID),
        "html-many-rows.html": html("<table>" + "<tr><td>Name</td><td>Tom</td></tr>" * 30_000 + "</table>"),
        "html-many-items.html": html("<ul>" + "<li>word</li>" * 150_000 + "</ul>"),
        "html-chronology.html": html("<table><tr><th>Date</th><th>Event</th><th>Who</th></tr>" + event * 20_000 + "</table>"),
        "html-many-paragraphs.html": html("<p>word</p>" * 200_000),
        "html-wide-spans.html": html(f'<table><tr><td colspan="999999999" rowspan="999999999">{SAID}</td></tr></table>' * 50),
        "html-attributes.html": html(f"<p {attributes}>{SAID}</p>"),
        "html-script.html": html(f"<script>alert(1)</script><h1>&lt;script&gt;alert(1)&lt;/script&gt;</h1><p>{SAID}</p>"),
        "html-remote.html": html(remote + f"<p>{SAID}</p>"),
        "html-data.html": html(f'<img src="data:image/png;base64,{"A" * 8_000_000}"><p>{SAID}</p>'),
        "html-references.html": html("&amp;" * 100_000 + "&#x110000;&#xD800;&#0;" + SAID),
        "html-charset-lie.html": f'<meta charset="utf-16"><p>{SAID}</p>'.encode(),
        "html-unclosed.html": html("<p><b><a href=x><!-- " + "x" * 500_000),
        "text-200-mb-line.txt": (SAID + " ").encode() * (200_000_000 // (len(SAID) + 1)),
        "text-long-line.txt": (SAID + " ").encode() * 2_000,
        "text-long-word.txt": b"a" * 500_000,
        "text-headings.txt": b"# H\n" * 50_000,
        "text-utf16.txt": (SAID * 20).encode("utf-16-le"),
        "text-utf32.txt": (SAID * 20).encode("utf-32-be"),
        "text-cp1252.txt": ("\u2018Tom\u2019 " + SAID).encode("cp1252"),
        "text-broken-utf8.txt": b"Tom \xc3\x28 \xe2\x82 \xf0\x9f \xed\xa0\x80 said.\n" * 100,
        "text-nul.txt": b"Tom\0said\0" * 1_000,
        "text-overrides.txt": ("\u202e\u2066\u200b" + SAID + "\u202c\n").encode() * 100,
        "text-combining.txt": ("e" + "\u0301" * 20_000 + "\n").encode() * 5,
        "text-escapes.txt": b"\x1b]0;title\x07\x1b[2JTom was seen.\n" * 100,
        "text-cr-only.txt": (SAID + "\r").encode() * 200,
        "text-formulas.txt": b"=HYPERLINK(\"http://x\")\n@SUM(A1)\n+1\n-1 Tom was seen alone on 3 March 2016.\n",
        "text-backtracking-1.txt": (b"he said that " * 5_000) + b"\n",
        "text-backtracking-2.txt": b"seen seen seen alone alone on on 3 3 March March " * 2_000,
        "text-backtracking-3.txt": f"Tom{spaces}was{spaces}seen{spaces}.".encode(),
        "text-backtracking-4.txt": b"not " * 20_000 + b"seen.",
        "text-brackets.txt": b"([{" * 50_000,
        "text-table.txt": (b"| a " * 500 + b"|\n") * 100,
        "wrong-random.docx": random.Random(7).randbytes(50_000),
        "wrong-random.txt": random.Random(7).randbytes(50_000),
        "wrong-empty.docx": b"",
        "wrong-html.doc": html(f"<p>{SAID}</p>"),
        "wrong-program.docx": b"\x7fELF\x02\x01\x01" + bytes(1_000),
        "wrong-picture.docx": b"\x89PNG\r\n\x1a\n" + bytes(1_000),
    }
