#!/usr/bin/env python3
"""Makes rename_lists.inc: what the invented names of renamed passages are put together from.

usage: make_rename_lists.py LISTS > rename_lists.inc

LISTS  folder with admin_provinces.csv, companynameparser_brand.txt, ashare_*.csv

Provinces without their class word. Characters: how often each of the commonest opens, continues and ends the brand part
of firms' names, counted on the brand list, among the characters that open names of listed firms. The same input gives
the same bytes.
"""
import collections
import csv
import re
import sys
from pathlib import Path

HAN = re.compile(r"[\u4e00-\u9fff]+")
COMMONEST = 220
NUMERALS = "一二三四五六七八九十百千万亿两"  # an invented name must not read as a figure

HEADER = """// What invented names are put together from: statistics and facts, made by make_rename_lists.py. Provinces:
// modood/Administrative-divisions-of-China (WTFPL). Characters of firms' names: counted on the brand list of
// shibing624/companynameparser (Apache-2.0) and on the names of listed firms of irachex/open-stock-data (MIT).
// clang-format off"""


def rows(path, column):
    with open(path, encoding="utf-8-sig", newline="") as source:
        for row in csv.reader(source):
            yield row[column]


def provinces(lists):
    cores = {re.sub(r"(壮族|回族|维吾尔)?(省|市|自治区|特别行政区)$", "", name) for name in rows(lists / "admin_provinces.csv", 1)}
    return sorted(c for c in cores if HAN.fullmatch(c) and len(c) <= 3)


def brand_characters(lists):
    listed = collections.Counter()
    for path in sorted(lists.glob("ashare_*.csv")):
        for name in rows(path, 2):
            name = re.sub(r"^\*?ST", "", name)
            if HAN.fullmatch(name):
                listed.update(name[:2])
    usual = {c for c, n in listed.items() if n >= 4} - set(NUMERALS)
    first, middle, last, ending = (collections.Counter() for _ in range(4))
    for name in (lists / "companynameparser_brand.txt").read_text(encoding="utf-8").splitlines():
        if not HAN.fullmatch(name) or not set(name) <= usual:
            continue
        if len(name) == 2:
            first[name[0]] += 1
            last[name[1]] += 1
        if len(name) == 3:
            middle[name[1]] += 1
            ending[name[2]] += 1
    return first, middle, last, ending


def write_words(name, words):
    print(f"constexpr std::u32string_view {name}[] = {{")
    line = ""
    for word in words:
        item = f'U"{word}", '
        if len(line) + len(item) > 90:
            print(line.rstrip())
            line = ""
        line += item
    print(line.rstrip() + "\n};")


def write_counts(name, counts):
    common = sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:COMMONEST]
    print(f"constexpr Weighted {name}[] = {{")
    line = ""
    for character, count in sorted(common):
        item = f"{{U'{character}', {count}}}, "
        if len(line) + len(item) > 100:
            print(line.rstrip())
            line = ""
        line += item
    print(line.rstrip() + "\n};")


def main():
    lists = Path(sys.argv[1])
    print(HEADER)
    write_words("provinces", provinces(lists))
    first, middle, last, ending = brand_characters(lists)
    write_counts("brand_first", first)
    write_counts("brand_middle", middle)
    write_counts("brand_last", last)
    write_counts("brand_ending", ending)


main()
