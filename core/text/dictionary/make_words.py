#!/usr/bin/env python3
"""Makes words.tsv: the word list that compile_dictionary turns into words.dict.

usage: make_words.py JIEBA_DICT ADMIN_FOLDER DOMAIN_TSV > words.tsv

JIEBA_DICT    dict.txt of jieba (Debian: python3-jieba)
ADMIN_FOLDER  provinces.csv, cities.csv, areas.csv of Administrative-divisions-of-China, each with prefix `admin_`
DOMAIN_TSV    words of the genre that a general dictionary lacks

Lines: word, part-of-speech tag of jieba, frequency; sorted by word. Sources and licences: README.md beside.
"""
import csv
import re
import sys
from pathlib import Path

HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff〇]+")
LEAST_FREQUENCY = 3
LONGEST = 6
PERSON_TAGS = {"nr", "nrt", "nrfg"}
LEAST_PERSON_FREQUENCY = 10  # rarer ones are names of single persons: they cut firm names apart
SUFFIX = re.compile(r"(特别行政区|壮族自治区|回族自治区|维吾尔自治区|自治区|省|市|地区|新区|区|县|林区|盟|旗)$")
NOT_A_PLACE = re.compile(r"开发区|园区|产业|示范区|管理区|直辖|办事处|高新|保税|农场")
PLACE_FREQUENCY = {"admin_provinces.csv": 300, "admin_cities.csv": 100, "admin_areas.csv": 30}


def read_jieba(path):
    words = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        word, frequency, tag = line.split(" ")
        frequency = int(frequency)
        least = LEAST_PERSON_FREQUENCY if tag in PERSON_TAGS and len(word) > 1 else LEAST_FREQUENCY
        if frequency >= least and len(word) <= LONGEST and HAN.fullmatch(word):
            words[word] = (tag, frequency)
    return words


def read_places(folder):
    for file, frequency in PLACE_FREQUENCY.items():
        with open(folder / file, encoding="utf-8", newline="") as rows:
            for row in csv.reader(rows):
                name = row[1]
                if HAN.fullmatch(name) and len(name) > 1 and not NOT_A_PLACE.search(name):
                    yield name, frequency


def add_places(words, places):
    ordinary = {w for w, (tag, _) in words.items() if tag != "ns"}
    for name, frequency in places:
        short = SUFFIX.sub("", name)
        for form in {name, short}:
            if len(form) > 1 and form not in ordinary:
                words[form] = ("ns", max(frequency, words.get(form, ("", 0))[1]))


def read_domain(path):
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            word, tag, frequency = line.split("\t")
            yield word, tag, int(frequency)


def main():
    jieba, admin, domain = map(Path, sys.argv[1:])
    words = read_jieba(jieba)
    add_places(words, read_places(admin))
    for word, tag, frequency in read_domain(domain):
        words[word] = (tag, max(frequency, words.get(word, ("", 0))[1]))
    out = "".join(f"{word}\t{tag}\t{frequency}\n" for word, (tag, frequency) in sorted(words.items()))
    sys.stdout.buffer.write(out.encode("utf-8"))


if __name__ == "__main__":
    main()
