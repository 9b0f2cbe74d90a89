#!/usr/bin/env python3
"""Trains core/kit/data/name_likeness.bin: what tells a firm's short name from ordinary words.

usage: train_name_likeness.py LISTS WORDS_TSV OUTPUT

LISTS      folder with companynameparser_brand.txt, company_shorter_form_28w.txt, ashare_*.csv, THUOCL_*.txt
WORDS_TSV  core/text/dictionary/words.tsv

Logistic regression over hashed character features (AdaGrad), held-out accuracy on stderr. The same input gives the
same bytes: every choice that looks random is a hash. Features: as in name_likeness.cpp. Sources: README.md beside.
"""
import csv
import math
import re
import struct
import subprocess
import sys
from pathlib import Path

HAN = re.compile(r"[\u4e00-\u9fff]{2,6}")
BITS = 18
MASK64 = (1 << 64) - 1
EPOCHS = 3
RATE = 0.2
DECAY = 2e-6
HELD_OUT = 20  # one in so many
PROPER_TAGS = {"nr", "nrt", "nrfg", "nz", "nt", "x"}  # names themselves: neither brand nor ordinary word
COMMON = 30  # a word as frequent as this is an ordinary word even when some firm bears it


def mix(x):
    x ^= x >> 30
    x = x * 0xBF58476D1CE4E5B9 & MASK64
    x ^= x >> 27
    x = x * 0x94D049BB133111EB & MASK64
    return x ^ x >> 31


def text_hash(text):
    h = 0xCBF29CE484222325
    for byte in text.encode("utf-8"):
        h = (h ^ byte) * 0x100000001B3 & MASK64
    return mix(h)


def feature(kind, a, b, c, known={}):
    key = (kind, a, b, c)
    index = known.get(key)
    if index is None:
        h = kind * 0x9E3779B97F4A7C15 & MASK64
        for value in (a, b, c):
            h = mix(h + value & MASK64)
        index = known[key] = (h >> 32) & (1 << BITS) - 1
    return index


def features(text):
    units = [int.from_bytes(c.encode("utf-8"), "little") for c in text]
    last = len(units) - 1
    out = [feature(1, min(len(units), 8), 0, 0)]
    for i, unit in enumerate(units):
        place = (1 if i == 0 else 0) + (2 if i == last else 0)
        out.append(feature(2, unit, 0, 0))
        out.append(feature(3, unit, place, 0))
        if i < last:
            pair_place = (1 if i == 0 else 0) + (2 if i + 1 == last else 0)
            out.append(feature(4, unit, units[i + 1], 0))
            out.append(feature(5, unit, units[i + 1], pair_place))
    return out


def lines(path):
    return path.read_text(encoding="utf-8").splitlines()


def read_words(path):
    for line in lines(path):
        word, tag, frequency = line.split("\t")
        yield word, tag, int(frequency)


def read_thuocl(folder):
    for path in sorted(folder.glob("THUOCL_*.txt")):
        for line in lines(path):
            word, _, count = line.strip().partition("\t")
            word = word.strip()
            if HAN.fullmatch(word) and count.strip().isdigit() and int(count) >= 100:
                yield word


def read_names(folder):
    for name in ("companynameparser_brand.txt", "company_shorter_form_28w.txt"):
        yield from (line.strip() for line in lines(folder / name))
    for path in sorted(folder.glob("ashare_*.csv")):
        with open(path, encoding="utf-8", newline="") as rows:
            for row in csv.reader(rows):
                yield row[2].strip().removeprefix("*").removeprefix("ST").split("-")[0]


def examples(lists, words_tsv):
    """(text, is a name, weight), in an order that mixes both."""
    ordinary = {}
    running = []  # frequent words, as often as they occur in running text, for words cut across their boundaries
    frequent = set()
    for word, tag, frequency in read_words(words_tsv):
        if tag in PROPER_TAGS:
            continue
        if HAN.fullmatch(word):
            ordinary[word] = 1 + math.log10(frequency)
        if frequency >= COMMON:
            frequent.add(word)
            running += [word] * min(20, frequency // COMMON)
    for word in read_thuocl(lists):
        ordinary.setdefault(word, 1.0)
        frequent.add(word)
    names = {n for n in read_names(lists) if HAN.fullmatch(n) and n not in frequent}
    running = [running[i] for i in sorted(range(len(running)), key=mix)]
    for left, right in zip(running[0::2], running[1::2]):
        for text in (left + right, left[-1] + right, left + right[0]):
            if HAN.fullmatch(text) and text not in names:
                ordinary.setdefault(text, 1.0)
    result = [(w, 0, weight) for w, weight in ordinary.items() if w not in names]
    balance = sum(weight for _, _, weight in result) / len(names)
    result += [(n, 1, balance) for n in names]
    result.sort(key=lambda e: (text_hash(e[0]), e[0]))
    return result


def held_out(text):
    return text_hash("held out " + text) % HELD_OUT == 0


def train(data):
    size = 1 << BITS
    weights, squares = [0.0] * size, [1e-2] * size
    bias, bias_square = 0.0, 1e-2
    for _ in range(EPOCHS):
        for active, label, importance in data:
            z = bias + sum([weights[f] for f in active])
            error = (1 / (1 + math.exp(-max(-30.0, min(30.0, z)))) - label) * importance
            square = error * error
            bias_square += square
            bias -= RATE * error / math.sqrt(bias_square)
            for f in active:
                squares[f] += square
                weights[f] -= RATE * (error / math.sqrt(squares[f]) + DECAY * weights[f])
    return weights, bias


def quantise(weights):
    """As in weights.cpp, but rare extremes are cut: they would cost all others their precision."""
    largest = sorted(map(abs, weights))[int(len(weights) * 0.9995)]
    scale = struct.unpack("<f", struct.pack("<f", largest / 127))[0]
    return [max(-127, min(127, round(w / scale))) for w in weights], scale


def report(data, rounded, scale, bias):
    by_kind = {}
    for text, label in data:
        z = bias + scale * sum(rounded[f] for f in features(text))
        right, count = by_kind.get((label, len(text)), (0, 0))
        by_kind[label, len(text)] = (right + ((z > 0) == bool(label)), count + 1)
    for (label, length), (right, count) in sorted(by_kind.items()):
        print(f"{'names' if label else 'words'} of {length}: {right / count:.3f} of {count}", file=sys.stderr)
    for label in (0, 1):
        part = [v for k, v in by_kind.items() if k[0] == label]
        right, count = sum(r for r, _ in part), sum(c for _, c in part)
        print(f"{'names' if label else 'words'}: {right / count:.3f} of {count}", file=sys.stderr)


def write_model(path, rounded, scale, bias):
    """The format of core/kit/weights.cpp, one table; packed by the program zstd."""
    name = b"name_likeness"
    table = struct.pack("<I", len(name)) + name + struct.pack("<Iff", BITS, scale, bias)
    table += struct.pack(f"{len(rounded)}b", *rounded)
    zstd = ["zstd", "-19", "--quiet", "--no-check", f"--stream-size={len(table)}"]
    packed = subprocess.run(zstd, input=table, capture_output=True, check=True).stdout
    Path(path).write_bytes(b"ZKGW0003" + packed)


def main():
    lists, words_tsv, output = map(Path, sys.argv[1:])
    data = examples(lists, words_tsv)
    print(f"{sum(e[1] for e in data)} names, {len(data)} examples", file=sys.stderr)
    weights, bias = train([(features(t), label, w) for t, label, w in data if not held_out(t)])
    rounded, scale = quantise(weights)
    report([(t, label) for t, label, _ in data if held_out(t)], rounded, scale, bias)
    write_model(output, rounded, scale, bias)


if __name__ == "__main__":
    main()
