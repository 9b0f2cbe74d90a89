#!/usr/bin/env python3
"""Texts of one shape without end, each of which once cost, or may cost, more than its size: shapes.py ZONEKG FOLDER [KIB [SHAPE…]].

Prints for each shape and two sizes what reading it took. Whatever grows faster than its text does not end within the limit.
"""
import os
import pathlib
import resource
import shutil
import sys

LIMIT = 120  # seconds of processor time, some hundred times what is needed


def name(number):
    """A name of its own for each number."""
    characters = "甲乙丙丁戊己庚辛壬癸金木水火土山石田禾竹米"
    text = ""
    number += 1
    while number:
        number, digit = divmod(number, len(characters))
        text += characters[digit]
    return text


TABLE = "序号\t项目名称\t总投资（亿元）\n"


def rows(count, number=lambda i: i + 1):
    return TABLE + "".join(f"{number(i)}\t{name(i)}新材料项目\t{i % 90 + 1}\n" for i in range(count))


def joined(before, each, between, after):
    return lambda n: before + between.join(each(i) for i in range(n)) + after


def lines(each):
    return joined("", each, "", "")


SHAPES = {
    "projects": lines(lambda i: f"{name(i)}科技年产{i + 1}万吨新材料项目已开工建设。\n"),
    "inline list": joined("今年新开工的项目有", lambda i: f"{name(i)}新材料项目", "、", "等项目。\n"),
    "numbered items": lines(lambda i: f"{i + 1}.{name(i)}新材料项目，总投资{i % 90 + 1}亿元，已开工。\n"),
    "headings": lines(lambda i: f"{'一二三四五六七八九'[i % 9]}、重点项目进展{name(i)}\n兴华公司项目建成投产。\n"),
    "deep headings": lines(lambda i: f"{'.'.join('1' * min(i + 1, 40))} 重点项目建设\n星海新材料项目开工。\n"),
    "one sentence": lines(lambda i: f"{name(i)}科技项目开工，"),
    "one name in many lists": lines(lambda i: f"重点推进星海新材料项目、{name(i)}电子项目、蓝天医药项目等3个项目。\n"),
    "one name": lambda n: "星海新材料项目开工，" * n,
    "table": rows,
    "table of three rows": lambda n: "\n".join("\t".join(f"{name(i)}项目" for i in range(n)) for _ in range(3)) + "\n",
    "notes of rows": lambda n: rows(n) + "注：" + "".join(f"第{i + 1}项已竣工，" for i in range(n)) + "\n",
    "rows of one number": lambda n: rows(n, lambda i: 1) + "注：" + "98,99号已开工。" * n + "\n",
    "numbers of rows": lambda n: rows(5) + "注：" + "1," * n + "\n",
    "all rows again": lambda n: rows(99) + "注：" + "1-99号已开工，" * n + "\n",
    "states": lambda n: "星海新材料项目" + "开工竣工投产签约在建拟建" * n + "。",
    "heading of states": lambda n: "一、" + "开工竣工" * n + "\n" + "".join(f"{name(i)}新材料项目。\n" for i in range(n)),
    "phases": lines(lambda i: f"星海新材料项目{i + 1}期开工。\n"),
    "zones": lines(lambda i: f"{name(i)}经济开发区完成工业产值{i + 1}亿元，同比增长{i % 30}%。\n"),
    "short names": lines(lambda i: f"{name(i)}科技有限公司（以下简称“{name(i)}”）落户园区。\n"),
    "firms of a zone": joined("岚溪经济开发区引进的企业有", lambda i: f"{name(i)}科技有限公司", "、", "等企业。\n"),
    "projects of a firm": joined("兴华科技有限公司投资建设", lambda i: f"{name(i)}新材料项目", "、", "等项目。\n"),
    "investments": joined("兴华科技有限公司", lambda i: f"投资{i + 1}亿元建设{name(i)}新材料项目", "、", "。\n"),
    "name in itself": lambda n: "星海科技有限公司" * n,
    "periods": lines(lambda i: f"20{i % 20 + 5:02}年{i % 12 + 1}月，"),
    "commas": lambda n: "，" * n + "星海项目开工。",
    "brackets": lambda n: "（" * n + "星海新材料项目" + "）" * n,
    "quotes": lambda n: "“星海”" * n,
    "digits": lambda n: "1" * n + "亿元",
    "one word": lambda n: "项目" * n,
}


def size_of(make, count):
    return len(make(count).encode())


def read(zonekg, text, folder):
    """Seconds of processor time, MiB, exit code."""
    (folder / "text.txt").write_text(text, "utf-8")
    words = [zonekg, "build", str(folder / "text.txt"), "-q", "-j1", "-o", str(folder / "g.graphml")]
    child = os.fork()
    if child == 0:
        resource.setrlimit(resource.RLIMIT_CPU, (LIMIT, LIMIT))
        os.execv(zonekg, words)
    _, status, usage = os.wait4(child, 0)
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, os.waitstatus_to_exitcode(status)


def main():
    zonekg, folder = sys.argv[1], pathlib.Path(sys.argv[2])
    bytes_of_text = 1024 * int(sys.argv[3] if len(sys.argv) > 3 else 256)
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    problems = []
    print(f"{'shape':24} {'KiB':>7} {'seconds':>8} {'MiB':>6} {'KiB':>7} {'seconds':>8} {'MiB':>6}")
    for shape in sys.argv[4:] or SHAPES:
        make, cells = SHAPES[shape], []
        for size in (bytes_of_text // 4, bytes_of_text):
            text = make(max(1, size * 1000 // size_of(make, 1000)))
            seconds, memory, code = read(zonekg, text, folder)
            cells.append(f"{len(text.encode()) // 1024:7} {seconds:8.2f} {memory:6.0f}")
            if code != 0:
                problems.append(f"{shape}: ended with {code} after {seconds:.0f} s")
                break
        print(f"{shape:24}", *cells, flush=True)
    print("\n".join(problems) or "every shape is read")
    shutil.rmtree(folder)
    sys.exit(1 if problems else 0)


if __name__ == "__main__":
    main()
