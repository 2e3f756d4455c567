"""Hostile PDF, RTF, DOC and MHTML files: name to bytes."""

import struct
import zlib

SAID = "Tom told me that he hates weekends at the flat."


def pdf(objects, trailer="", root=1):
    """A PDF of numbered objects (text or bytes), from 1."""
    out = bytearray(b"%PDF-1.7\n")
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        content = content.encode("latin-1") if isinstance(content, str) else content
        out += b"%d 0 obj\n" % number + content + b"\nendobj\n"
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(places) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += f"trailer\n<< /Size {len(places) + 1} /Root {root} 0 R {trailer} >>\nstartxref\n{start}\n%%EOF\n".encode()
    return bytes(out)


def stream(content, more=""):
    content = content.encode("latin-1") if isinstance(content, str) else content
    return f"<< /Length {len(content)} {more} >>\nstream\n".encode() + content + b"\nendstream"


FONT = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
RESOURCES = "/Resources << /Font << /F 5 0 R >> >>"
SHOWN = f"BT /F 12 Tf 72 700 Td ({SAID}) Tj ET"


def paged(content, catalog="", page="", more=(), kids="[3 0 R]", box="[0 0 612 792]", count=1, trailer=""):
    return pdf(
        [
            f"<< /Type /Catalog /Pages 2 0 R {catalog} >>",
            f"<< /Type /Pages /Kids {kids} /Count {count} >>",
            f"<< /Type /Page /Parent 2 0 R /MediaBox {box} /Contents 4 0 R {RESOURCES} {page} >>",
            content if isinstance(content, bytes) else stream(content),
            FONT,
            *more,
        ],
        trailer,
    )


def deflated(content, rounds=1):
    for _ in range(rounds):
        content = zlib.compress(content, 9)
    return stream(content, f"/Filter [{'/FlateDecode ' * rounds}]")


def compound(streams):
    """A compound file's header and a directory of the named streams, all of them empty, as far as it goes."""
    header = bytearray(512)
    header[:8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    struct.pack_into("<HHHHH", header, 24, 0x3E, 3, 0xFFFE, 9, 6)
    struct.pack_into("<III", header, 44, 1, 1, 0)
    struct.pack_into("<IIIIII", header, 56, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0, 0)
    fat = struct.pack("<128I", 0xFFFFFFFD, 1, *([2] * 126))  # sector 1, the directory, follows itself
    directory = b""
    for name, kind in [("Root Entry", 5), *((name, 2) for name in streams)]:
        wide = (name + "\0").encode("utf-16-le")
        directory += wide.ljust(64, b"\0") + struct.pack("<HBBIII", len(wide), kind, 1, 1, 1, 1)
        directory += bytes(36) + struct.pack("<IQ", 2, 1 << 40)
    return bytes(header) + fat + directory.ljust(512, b"\0") + bytes(512)


def made(canary, url):
    action = f"/OpenAction << /S /URI /URI ({url}/action) >> /AA << /WC << /S /Launch /F (/bin/sh) >> >>"
    form = '<xdp><!DOCTYPE x [<!ENTITY x SYSTEM "file://%s">]><x>&x;</x></xdp>' % canary
    fan = [stream("/X Do " * 50, f"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X {n} 0 R >> >>")
           for n in range(7, 15)]
    fan.append(stream(SHOWN, "/Type /XObject /Subtype /Form /BBox [0 0 9 9]"))
    whole = paged(SHOWN)
    encrypted = "/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <%s> /U <%s> >> /ID [<00> <00>]" % ("41" * 32, "42" * 32)
    pages = [f"<< /Type /Catalog /Pages 2 0 R >>", f"<< /Type /Pages /Count 20000 /Kids [{'3 0 R ' * 20_000}] >>"]
    pages += [f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R {RESOURCES} >>", stream(SHOWN), FONT]
    rtf = "{\\rtf1\\ansi\\deff0 "
    return {
        "pdf-page-loop.pdf": paged(SHOWN, kids="[2 0 R 3 0 R]", count=9),
        "pdf-parent-loop.pdf": paged(SHOWN, page="/Parent 3 0 R"),
        "pdf-object-loop.pdf": paged(stream(SHOWN, "/Length 4 0 R")),
        "pdf-outline-loop.pdf": paged(SHOWN, "/Outlines 6 0 R", more=["<< /First 6 0 R /Next 6 0 R /Title (x) >>"]),
        "pdf-xref-loop.pdf": paged(SHOWN, trailer="/Prev 9"),
        "pdf-tree-loop.pdf": paged(SHOWN, "/StructTreeRoot 6 0 R /MarkInfo << /Marked true >>",
                                   more=["<< /Type /StructTreeRoot /K 7 0 R >>", "<< /S /P /P 6 0 R /K [7 0 R 7 0 R] >>"]),
        "pdf-password.pdf": paged(SHOWN, trailer=encrypted),
        "pdf-actions.pdf": paged(SHOWN, action),
        "pdf-deep-arrays.pdf": paged(SHOWN, "/X " + "[" * 200_000 + "]" * 200_000),
        "pdf-flate-bomb.pdf": paged(deflated(b" " * (200 << 20), 2)),
        "pdf-huge-page.pdf": paged(SHOWN, box="[0 0 1e9 1e9]"),
        "pdf-cut-off.pdf": whole[: len(whole) // 2],
        "pdf-no-xref.pdf": whole[: whole.index(b"xref")],
        "pdf-lies.pdf": whole.replace(b"/Length ", b"/Length 99999"),
        "pdf-form-loop.pdf": paged("/X Do", page="/Resources << /XObject << /X 6 0 R >> >>",
                                   more=[stream("/X Do", "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 6 0 R >> >>")]),
        "pdf-form-fan.pdf": paged("/X Do", page="/Resources << /XObject << /X 6 0 R >> >>", more=fan),
        "pdf-many-pages.pdf": pdf(pages),
        "pdf-xfa.pdf": paged(SHOWN, "/AcroForm << /Fields [] /XFA 6 0 R >>", more=[stream(form)]),
        "pdf-no-text.pdf": paged("0 0 9 9 re f"),
        "pdf-markup-field.pdf": paged(SHOWN, "/AcroForm << /Fields [6 0 R] >>",
                                      more=["<< /FT /Tx /T (<script>) /V (=1+1 <img src=x onerror=alert\\(1\\)>) >>"]),
        "pdf-many-glyphs.pdf": paged(f"BT /F 1 Tf {'(xx) Tj ' * 300_000} ET"),
        "rtf-deep.rtf": (rtf + "{" * 500_000 + SAID).encode(),
        "rtf-bin.rtf": (rtf + "\\bin2147483647 " + SAID + "}").encode(),
        "rtf-object.rtf": (rtf + "{\\object\\objemb{\\*\\objdata " + "41" * 100_000 + "}}" + SAID + "}").encode(),
        "rtf-unbalanced.rtf": (rtf + SAID + "}" * 1_000 + SAID).encode(),
        "rtf-skip.rtf": (rtf + "\\uc2147483647\\u8217 " + SAID + "}").encode(),
        "rtf-cells.rtf": (rtf + ("\\trowd" + "\\cellx1" * 2_000 + "\\intbl" + " x\\cell" * 2_000 + "\\row ") * 10 + "}").encode(),
        "rtf-fields.rtf": (rtf + '{\\field{\\*\\fldinst INCLUDETEXT "%s"}{\\fldrslt ' % canary * 20_000 + SAID).encode(),
        "rtf-long-word.rtf": (rtf + "\\" + "a" * 1_000_000 + " " + SAID + "}").encode(),
        "rtf-numbers.rtf": (rtf + "\\li99999999999999999999\\itap2147483647\\pard\\intbl x\\nestcell\\nestrow " + SAID + "}").encode(),
        "doc-directory-loop.doc": compound(["WordDocument", "1Table"]),
        "doc-encrypted.doc": compound(["EncryptedPackage", "EncryptionInfo"]),
        "doc-cut-off.doc": compound(["WordDocument"])[:700],
        "mhtml-deep.mht": ("MIME-Version: 1.0\n" + "".join(
            f"Content-Type: multipart/mixed; boundary=b{i}\n\n--b{i}\n" for i in range(5_000)) + f"\n<p>{SAID}</p>").encode(),
        "mhtml-remote.mht": f"MIME-Version: 1.0\nContent-Type: text/html\nContent-Location: {url}/mail\n\n<img src='{url}/i'><p>{SAID}</p>".encode(),
        "wrong-pdf.docx": whole,
        "wrong-rtf.doc": (rtf + SAID + "}").encode(),
        "wrong-pdf-and-zip.pdf": whole + b"PK\x05\x06" + bytes(18),
    }
