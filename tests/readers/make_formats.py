#!/usr/bin/env python3
"""Saves plain text reports in other formats: make_formats.py OUT REPORT.txt …

Each report becomes OUT/FORMAT/NAME.EXTENSION for txt, gb18030, gz, html, docx, odt, pdf, doc. A line becomes a paragraph (in
txt a line without blank ones around it), lines with tabs become tables. Formats whose Python library (doc: LibreOffice) is
not installed are named and left out.
"""
import gzip
import html
import importlib
import itertools
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile


def installed(module):
    try:
        return importlib.import_module(module)
    except ImportError:
        print(f"skipped: python module {module} is not installed")
        return None


def parts_of(text):
    """Paragraphs as strings, tables as lists of rows."""
    for is_row, lines in itertools.groupby(text.split("\n"), lambda line: "\t" in line):
        if is_row:
            yield [[cell.strip() for cell in line.split("\t")] for line in lines]
        else:
            yield from (line.strip() for line in lines if line.strip())


def as_txt(text, path, encoding="utf-8"):
    lines = (part if isinstance(part, str) else "\n".join("\t".join(row) for row in part) for part in parts_of(text))
    path.with_suffix(".txt").write_bytes("".join(line + "\n" for line in lines).encode(encoding))


def as_gb18030(text, path):
    as_txt(text, path, "gb18030")


def as_gz(text, path):
    as_txt(text, path)
    plain = path.with_suffix(".txt")
    path.with_suffix(".txt.gz").write_bytes(gzip.compress(plain.read_bytes(), mtime=0))
    plain.unlink()


def as_html(text, path):
    body = []
    for part in parts_of(text):
        if isinstance(part, str):
            body.append(f"<p>{html.escape(part)}</p>")
        else:
            rows = ("<tr>" + "".join(f"<td>{html.escape(cell)}</td>" for cell in row) + "</tr>" for row in part)
            body.append("<table>" + "\n".join(rows) + "</table>")
    page = f"""<!DOCTYPE html><html><head><meta charset="gb2312"><title>某某政府网</title><style>p {{ margin: 0 }}</style>
<script>var data = "脚本中的华星集团有限公司不是正文";</script></head><body>
<div class="header"><img src="logo.png"><ul class="nav"><li><a href="/">首页</a></li><li><a href="/zwgk">政务公开</a></li></ul></div>
<div class="breadcrumb">当前位置：<a href="/">首页</a> &gt; <a href="/a">工作总结</a></div>
<div class="wrap"><div class="content" id="zoom">
{chr(10).join(body)}
</div></div>
<div class="links"><a href="a">友情链接甲集团</a> <a href="b">友情链接乙公司</a></div>
<div class="footer">主办单位：某某人民政府办公室　版权所有</div></body></html>"""
    path.with_suffix(".html").write_bytes(page.encode("gb18030"))


def as_docx(text, path):
    docx = installed("docx")
    if not docx:
        return
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "页眉中的华星集团有限公司"
    for part in parts_of(text):
        if isinstance(part, str):
            document.add_paragraph(part)
            continue
        table = document.add_table(rows=0, cols=max(map(len, part)))
        for row in part:
            for cell, words in zip(table.add_row().cells, row):
                cell.text = words
    document.save(path.with_suffix(".docx"))


def as_odt(text, path):
    if not installed("odf"):
        return
    from odf import opendocument, table as odf_table, text as odf_text

    document = opendocument.OpenDocumentText()
    for part in parts_of(text):
        if isinstance(part, str):
            document.text.addElement(odf_text.P(text=part))
            continue
        table = odf_table.Table(name="table")
        for row in part:
            line = odf_table.TableRow()
            for words in row:
                cell = odf_table.TableCell()
                cell.addElement(odf_text.P(text=words))
                line.addElement(cell)
            table.addElement(line)
        document.text.addElement(table)
    document.save(str(path.with_suffix(".odt")))


def as_pdf(text, path):
    if not installed("reportlab"):
        return
    from reportlab.lib import colors
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.pdfbase import cidfonts, pdfmetrics
    from reportlab import platypus

    pdfmetrics.registerFont(cidfonts.UnicodeCIDFont("STSong-Light"))
    style = ParagraphStyle("body", fontName="STSong-Light", fontSize=12, leading=18, wordWrap="CJK", firstLineIndent=24)
    cell = ParagraphStyle("cell", fontName="STSong-Light", fontSize=9, wordWrap="CJK")
    story = []
    for part in parts_of(text):
        if isinstance(part, str):
            story.append(platypus.Paragraph(html.escape(part), style))
        else:
            rows = [[platypus.Paragraph(html.escape(words), cell) for words in row] for row in part]
            width = max(map(len, rows))
            rows = [row + [""] * (width - len(row)) for row in rows]
            table = platypus.Table(rows, colWidths=[450 / width] * width)
            table.setStyle([("GRID", (0, 0), (-1, -1), 0.5, colors.black)])
            story.append(table)

    def number(canvas, document):
        canvas.setFont("STSong-Light", 9)
        canvas.drawCentredString(300, 30, f"- {document.page} -")
        canvas.drawString(72, 810, "内部资料 注意保存")

    document = platypus.SimpleDocTemplate(str(path.with_suffix(".pdf")), invariant=1)
    document.build(story, onFirstPage=number, onLaterPages=number)


def as_doc(folder):
    """Old Word files of the DOCX ones, by LibreOffice."""
    office = shutil.which("soffice")
    sources = sorted((folder.parent / "docx").glob("*.docx"))
    if not office or not sources:
        print("skipped: doc needs LibreOffice and the DOCX files")
        return
    with tempfile.TemporaryDirectory() as home:
        subprocess.run([office, "--headless", "--convert-to", "doc:MS Word 97", "--outdir", str(folder), *map(str, sources)],
                       env={**os.environ, "HOME": home}, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=300, check=True)


FORMATS = {"txt": as_txt, "gb18030": as_gb18030, "gz": as_gz, "html": as_html, "docx": as_docx, "odt": as_odt, "pdf": as_pdf}


def main():
    out = pathlib.Path(sys.argv[1])
    for name, save in FORMATS.items():
        folder = out / name
        folder.mkdir(parents=True, exist_ok=True)
        for report in map(pathlib.Path, sys.argv[2:]):
            data = report.read_bytes()
            try:
                text = data.decode("utf-8-sig")
            except UnicodeDecodeError:
                text = data.decode("gb18030")
            save(text, folder / report.name)
    (out / "doc").mkdir(exist_ok=True)
    as_doc(out / "doc")


if __name__ == "__main__":
    main()
