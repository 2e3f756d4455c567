"""Hostile DOCX, ODT and ZIP files: name to bytes."""

import io
import struct
import warnings
import zipfile
import zlib

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
OFFICE = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in (("office", "office"), ("text", "text"), ("table", "table"), ("style", "style"))
)
TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.'
    'wordprocessingml.document.main+xml"/></Types>'
)
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
SAID = "Tom told me that he hates weekends at the flat."


def packed(parts, method=zipfile.ZIP_DEFLATED):
    out = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(out, "w", method) as archive:
        warnings.simplefilter("ignore")
        for name, content in parts:
            archive.writestr(name, content)
    return out.getvalue()


def docx(body, head="", more=()):
    document = f'<?xml version="1.0"?>{head}<w:document {W} {R}><w:body>{body}</w:body></w:document>'
    return packed([("[Content_Types].xml", TYPES), ("word/document.xml", document), *more])


def odt(body, head="", more=()):
    content = (
        f'<?xml version="1.0"?>{head}<office:document-content {OFFICE}><office:body><office:text>{body}'
        "</office:text></office:body></office:document-content>"
    )
    kind = "application/vnd.oasis.opendocument.text"
    return packed([("mimetype", kind), ("content.xml", content), ("META-INF/manifest.xml", "<manifest/>"), *more])


def p(text):
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def nested(levels, opening, closing, inside):
    return opening * levels + inside + closing * levels


def patched(data, header_offset, directory_offset, value):
    """The first entry's header and directory entry with another 16-bit value."""
    out = bytearray(data)
    directory = data.index(b"PK\x01\x02")
    struct.pack_into("<H", out, header_offset, value)
    struct.pack_into("<H", out, directory + directory_offset, value)
    return bytes(out)


def wrong_sum(data):
    out = bytearray(data)
    for at in (14, data.index(b"PK\x01\x02") + 16):
        out[at] ^= 0xFF
    return bytes(out)


def overlapping(count):
    """Many directory entries of one compressed megabyte."""
    raw = zlib.compressobj(9, zlib.DEFLATED, -15)
    content = raw.compress(bytes(1 << 20)) + raw.flush()
    total = zlib.crc32(bytes(1 << 20))
    sizes = struct.pack("<III", total, len(content), 1 << 20)
    local = b"PK\x03\x04" + struct.pack("<HHHHH", 20, 0, 8, 0, 0) + sizes + struct.pack("<HH", 5, 0) + b"00000" + content
    entries = b"".join(
        b"PK\x01\x02" + struct.pack("<HHHHHH", 20, 20, 0, 8, 0, 0) + sizes
        + struct.pack("<HHHHHII", 5, 0, 0, 0, 0, 0, 0) + b"%05d" % i
        for i in range(count)
    )
    end = b"PK\x05\x06" + struct.pack("<HHHHIIH", 0, 0, count, count, len(entries), len(local), 0)
    return local + entries + end


def bomb(megabytes):
    return b" " * (megabytes << 20)


def quine_like(depth):
    data = packed([("deepest.txt", SAID)])
    for level in range(depth):
        data = packed([(f"{level}.zip", data), (f"{level}.txt", SAID)], zipfile.ZIP_STORED)
    return data


def link():
    entry = zipfile.ZipInfo("link.txt")
    entry.create_system = 3
    entry.external_attr = 0o120777 << 16
    return packed([(entry, "/etc/passwd"), ("beside.txt", SAID)])


def relation(kind, target):
    relations = (
        f'<Relationships xmlns="{RELATIONS}"><Relationship Id="r1" Type="x/{kind}" Target="{target}" '
        'TargetMode="External"/></Relationships>'
    )
    return [("word/_rels/document.xml.rels", relations)]


def in_other_formats(levels, text):
    """Documents in one another, each two hundred times over, and innermost a web page."""
    name, inside = "a.htm", "<p>" + text
    for _ in range(levels):
        relations = f'<Relationships xmlns="{RELATIONS}"><Relationship Id="r1" Type="x/aFChunk" Target="{name}"/></Relationships>'
        more = [("word/_rels/document.xml.rels", relations), (f"word/{name}", inside)]
        name, inside = "a.docx", docx(p(SAID) + '<w:altChunk r:id="r1"/>' * 200, more=more)
    return inside


def made(canary, url):
    """Name to bytes; `canary` is a file and `url` an address that nobody must ask for."""
    external = f'<!DOCTYPE d [<!ENTITY x SYSTEM "file://{canary}"><!ENTITY y SYSTEM "{url}/docx">]>'
    laughs = "<!DOCTYPE d [<!ENTITY a0 'ha'>" + "".join(
        f"<!ENTITY a{i} '{f'&a{i - 1};' * 10}'>" for i in range(1, 12)
    ) + "]>"
    ordinary = docx(p(SAID) * 50)
    cell = f"<w:tc>{p('x')}</w:tc>"
    field = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DDEAUTO c:\\\\cmd.exe "/c calc"</w:instrText></w:r>'
    styles = (
        f'<w:styles {W}><w:style w:type="paragraph" w:styleId="A"><w:basedOn w:val="B"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/></w:style></w:styles>'
    )
    used = '<w:p><w:pPr><w:pStyle w:val="A"/></w:pPr><w:r><w:t>ring</w:t></w:r></w:p>'
    archive = packed([("a.txt", SAID), ("b.txt", SAID * 500)])
    return {
        "docx-entities.docx": docx(p("&x;&y;"), external),
        "docx-laughs.docx": docx(p("&a11;"), laughs),
        "docx-deep-tables.docx": docx(nested(5_000, "<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>", p("x"))),
        "docx-deep-controls.docx": docx(nested(900, "<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>", p(SAID))),
        "docx-million-levels.docx": docx("<w:p>" * 1_000_000),
        "docx-many-attributes.docx": docx("<w:p " + " ".join(f'a{i}="1"' for i in range(200_000)) + "/>"),
        "docx-wide-span.docx": docx(
            '<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2147483647"/></w:tcPr>' + p(SAID) + "</w:tc></w:tr></w:tbl>"
        ),
        "docx-many-cells.docx": docx("<w:tbl>" + ("<w:tr>" + cell * 100 + "</w:tr>") * 2_000 + "</w:tbl>"),
        "docx-linked-template.docx": docx(p(SAID), more=relation("attachedTemplate", url + "/template")),
        "docx-linked-chunk.docx": docx(p(SAID) + '<w:altChunk r:id="r1"/>', more=relation("aFChunk", url + "/chunk")),
        "docx-many-chunks.docx": in_other_formats(1, "<p>word</p>" * 2_000_000),
        "docx-deep-chunks.docx": in_other_formats(3, "<p>word</p>" * 200_000),
        "docx-dde.docx": docx(f"<w:p>{field}</w:p>" + p(SAID)),
        "docx-macros.docm": docx(p(SAID), more=[("word/vbaProject.bin", b"\xd0\xcf\x11\xe0" * 100)]),
        "docx-style-ring.docx": docx(used * 100, more=[("word/styles.xml", styles)]),
        "docx-bomb.docx": packed([("[Content_Types].xml", TYPES), ("word/document.xml", bomb(300))]),
        "docx-two-mains.docx": packed(
            [("[Content_Types].xml", TYPES), ("word/document.xml", "<a/>"), ("word/document.xml", "<b/>")]
        ),
        "docx-no-main.docx": packed([("[Content_Types].xml", TYPES)]),
        "docx-cut-off.docx": ordinary[: len(ordinary) // 2],
        "docx-no-directory.docx": ordinary[: ordinary.index(b"PK\x01\x02")],
        "docx-wrong-sum.docx": wrong_sum(ordinary),
        "docx-encrypted.docx": patched(ordinary, 6, 8, 1),
        "docx-junk-before.docx": b"\x01\x02 sent by a gateway \r\n" + ordinary,
        "odt-entities.odt": odt("<text:p>&x;&y;</text:p>", external),
        "odt-laughs.odt": odt("<text:p>&a11;</text:p>", laughs),
        "odt-repeats.odt": odt(
            '<table:table><table:table-row table:number-rows-repeated="1048576"><table:table-cell '
            'table:number-columns-repeated="16384"><text:p>x</text:p></table:table-cell></table:table-row></table:table>'
            f'<text:p><text:s text:c="2147483647"/>{SAID}</text:p>'
        ),
        "odt-deep-lists.odt": odt(nested(20_000, "<text:list><text:list-item>", "</text:list-item></text:list>", "x")),
        "odt-bomb.odt": packed([("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", bomb(300))]),
        "odt-encrypted.odt": odt("", more=[("META-INF/manifest.xml", "<manifest:encryption-data/>")]),
        "zip-overlapping.zip": overlapping(30_000),
        "zip-bomb.zip": packed([("a.txt", bomb(300)), ("b.txt", SAID)]),
        "zip-bombs.zip": packed([(f"{i}.txt", bomb(3)) for i in range(40)]),
        "zip-deep.zip": quine_like(12),
        "zip-names.zip": packed(
            [("../../../tmp/climbed.txt", SAID), ("/etc/absolute.txt", SAID), ("C:\\x\\y.txt", SAID),
             ("a\nb\x1b[2J.txt", SAID), ("\u202etxt.exe", SAID), ("same.txt", "1"), ("same.txt", "2"), ("SAME.TXT", "3")]
        ),
        "zip-link.zip": link(),
        "zip-cut-off.zip": archive[: len(archive) * 2 // 3],
        "zip-encrypted.zip": patched(archive, 6, 8, 1),
        "zip-method-99.zip": patched(archive, 8, 10, 99),
        "zip-wrong-sum.zip": wrong_sum(archive),
        "zip-empty.zip": packed([]),
        "zip-many.zip": packed([(f".{i}", b"") for i in range(21_000)], zipfile.ZIP_STORED),
        "zip-wild-offset.zip": archive[:-6] + b"\xff\xff\xff\x7f" + archive[-2:],
    }
