#!/usr/bin/env python3
"""Hostile and broken files among good ones: hostile.py ZONEKG FOLDER REPORT.txt.

FOLDER is filled with files that attack or mislead a reader. One build over all of them must end well and soon, take the
good report, and say one clear thing about each bad file.
"""
import gzip
import importlib
import io
import pathlib
import shutil
import subprocess
import sys
import time
import zipfile


def zipped(files, compression=zipfile.ZIP_DEFLATED):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", compression) as archive:
        for name, data in files.items():
            archive.writestr(zipfile.ZipInfo(name), data, compression)
    return out.getvalue()


def docx(body):
    return zipped({"[Content_Types].xml": "<Types/>", "word/document.xml": body})


def pdf(text, encrypt=None):
    out = io.BytesIO()
    canvas = importlib.import_module("reportlab.pdfgen.canvas").Canvas(out, encrypt=encrypt, invariant=1)
    if text:
        canvas.drawString(100, 700, text)
    else:
        canvas.rect(100, 100, 300, 500, fill=1)
    canvas.showPage()
    canvas.save()
    return out.getvalue()


def nested(depth, data):
    for level in range(depth):
        data = zipped({f"{level}.zip" if level else "a.txt": data})
    return data


def files():
    """Name → bytes, and a piece of the only diagnostic; None: any one."""
    word = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    plain = docx(f"<w:document {word}><w:body><w:p><w:r><w:t>x</w:t></w:r></w:p></w:body></w:document>")
    yield "zip-bomb.docx", docx(b" " * 300_000_000), "ZIP bomb"
    yield "gzip-bomb.txt.gz", gzip.compress(b" " * 300_000_000), "ZIP bomb"
    entities = "".join(f'<!ENTITY l{i} "{f"&l{i - 1};" * 10}">' for i in range(1, 10))
    yield "xml-bomb.docx", docx(f'<!DOCTYPE x [<!ENTITY l0 "ha">{entities}]><x>&l9;</x>'), "DTD"
    yield "external.docx", docx('<!DOCTYPE x SYSTEM "file:///etc/passwd"><x/>'), "DTD"
    yield "deep.docx", docx("<a>" * 200_000), "too deeply"
    yield "deep.html", b"<html>" + b"<div>" * 200_000, "too deeply"
    yield "attributes.html", b"<html " + b" ".join(b"a%d=1" % i for i in range(100_000)) + b">", "attributes"
    yield "cut.docx", plain[: len(plain) // 2], "cut off"
    yield "false.docx", b"\x89PNG\r\n\x1a\n" + bytes(5000), "neither"
    yield "ole.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(5000), "no Word document"
    yield "broken.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "WordDocument".encode("utf-16-le") + bytes(5000), "old Word"
    yield "empty.html", b"", "no text"
    yield "empty.zip", zipped({}), "archive of 0"
    yield "nothing-for-us.zip", zipped({"a.png": b"x"}), "archive of 1"
    yield "deep.zip", nested(6, "深".encode()), "archive of 1"
    yield "cut.pdf", b"%PDF-1.4\n1 0 obj\n<< /Type", "PDF"
    if importlib.util.find_spec("reportlab"):
        yield "scanned.pdf", pdf(""), "without text"
        yield "locked.pdf", pdf("secret", encrypt="secret"), "encrypted"
    else:
        print("skipped: python module reportlab is not installed")
    yield "../huge.txt", None, "larger than 1.3 GiB"


def main():
    import importlib.util  # noqa: F401

    zonekg, folder, report = sys.argv[1], pathlib.Path(sys.argv[2]), sys.argv[3]
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    shutil.copy(report, folder / "good.txt")
    wanted = {}
    for name, data, piece in files():
        path = folder / pathlib.Path(name).name
        wanted[path.name] = piece
        if data is None:
            with open(path, "wb") as file:
                file.truncate(2_000_000_000)  # a claim: the disk holds nothing of it
        else:
            path.write_bytes(data)
    start = time.monotonic()
    run = subprocess.run([zonekg, "build", str(folder), "-o", str(folder / "graph.json")], capture_output=True, timeout=300)
    took = time.monotonic() - start
    said = {}
    for line in run.stderr.decode("utf-8").splitlines():
        severity, name, message = line.split(": ", 2)
        said.setdefault(name.split("/")[0], []).append(message)
    problems = []
    if run.returncode != 0:
        problems.append(f"exit code {run.returncode}: {run.stderr.decode()}")
    if "good.txt" in said or b"good.txt" not in (folder / "graph.json").read_bytes():
        problems.append("the good report was not taken")
    for name, piece in wanted.items():
        messages = said.get(name, [])
        if len(messages) != 1 or piece not in messages[0]:
            problems.append(f"{name}: {messages}, not one with '{piece}'")
    print("\n".join(problems) or f"{len(wanted)} hostile files, one diagnostic each, {took:.1f} s")
    shutil.rmtree(folder)
    sys.exit(1 if problems else 0)


if __name__ == "__main__":
    main()
