#!/usr/bin/python3
"""The job by jieba.posseg, regular expressions and networkx: jieba_regex.py FOLDER OUTPUT.graphml

As an able analyst would write it: words and tags by jieba, names found by suffix and widened to the left over the words
that can belong to a name, amounts, indicators and states by compiled regular expressions sentence by sentence, a graph
with evidence, GraphML by networkx. It finds what zonekg finds of firms, projects, zones, facilities, amounts, indicators
and states, in their plain forms; no short forms, lists, periods or linking.
"""
import re
import sys
from pathlib import Path

import jieba.posseg
import networkx

SUFFIXES = {
    "company": re.compile(r"(?:股份有限公司|有限责任公司|有限公司|集团|公司)$"),
    "project": re.compile(r"(?:项目|工程|基地|生产线)$"),
    "zone": re.compile(r"(?:经济技术开发区|经济开发区|开发区|高新区|工业园区|产业园|园区)$"),
    "infrastructure": re.compile(r"(?:污水处理厂|变电站|管网|标准化厂房|铁路专用线|处置中心)$"),
}
NAME_TAGS = {"n", "nr", "nrt", "ns", "nt", "nz", "j", "vn", "v", "a", "ag", "ng", "g", "m", "eng", "x", "an", "b", "q", "vg", "l", "i"}
STOP = set("，。；：、（）“”！？\t\n由在与和及等引进完成的为了对")
SENTENCE = re.compile(r"[^。；！？\n]+")
AMOUNT = re.compile(r"(?:总投资|计划投资|投资)(?:约|达|近|超)?(\d+(?:\.\d+)?)\s*(亿|万)?元")
INDICATOR = re.compile(r"(规上工业总产值|固定资产投资|营业收入|税收收入|进出口总额|工业增加值)(?:达到|完成|为)?(\d+(?:\.\d+)?)(亿|万)?元"
                       r"(?:，(?:同比)?(?:增长|下降)(\d+(?:\.\d+)?)%)?")
STATE = re.compile(r"(竣工投产|投产|试生产|主体封顶|开工建设|签约落地|安装设备|前期手续)")


def names(sentence: str):
    """Name, type, begin, end."""
    words = [(pair.word, pair.flag) for pair in jieba.posseg.cut(sentence)]
    at = 0
    begins = []
    for word, _ in words:
        begins.append(at)
        at += len(word)
    for i, (word, _) in enumerate(words):
        for kind, suffix in SUFFIXES.items():
            if not suffix.search(word):
                continue
            first = i
            while first > 0 and words[first - 1][1] in NAME_TAGS and not STOP & set(words[first - 1][0]) and i - first < 8:
                first -= 1
            begin, end = begins[first], begins[i] + len(word)
            if end - begin > 3:
                yield sentence[begin:end], kind, begin, end
            break


def read(path: Path, graph: networkx.MultiDiGraph) -> None:
    text = path.read_text(encoding="utf-8")
    document = str(path)
    zone = None
    for part in SENTENCE.finditer(text):
        sentence, offset = part.group(), part.start()
        found = list(names(sentence))
        for name, kind, begin, end in found:
            node = f"{kind}:{name}"
            if node not in graph:
                graph.add_node(node, type=kind, name=name, mentions="")
            graph.nodes[node]["mentions"] += f"{document}:{offset + begin}-{offset + end} {sentence[begin:end]};"
            if kind == "zone" and zone is None:
                zone = node
        by_kind = {kind: [f"{k}:{n}" for n, k, _, _ in found if k == kind] for kind in SUFFIXES}
        if zone:
            for kind in ("company", "project", "infrastructure"):
                for node in by_kind[kind]:
                    graph.add_edge(node, zone, type="located_in", evidence=sentence)
        for firm in by_kind["company"][:1]:
            for project in by_kind["project"]:
                graph.add_edge(firm, project, type="undertakes", evidence=sentence)
        for i, amount in enumerate(AMOUNT.finditer(sentence)):
            node = f"investment:{document}:{offset}:{i}"
            value = float(amount.group(1)) * {"亿": 1e8, "万": 1e4}.get(amount.group(2), 1)
            graph.add_node(node, type="investment", amount=value, name=amount.group())
            for subject in (by_kind["project"] or by_kind["company"])[:1]:
                graph.add_edge(node, subject, type="invested_in", evidence=sentence)
        for i, figure in enumerate(INDICATOR.finditer(sentence)):
            node = f"indicator:{document}:{offset}:{i}"
            value = float(figure.group(2)) * {"亿": 1e8, "万": 1e4}.get(figure.group(3), 1)
            graph.add_node(node, type="indicator", metric=figure.group(1), value=value, name=figure.group())
            if zone:
                graph.add_edge(node, zone, type="indicator_of", evidence=sentence)
        for state in STATE.finditer(sentence):
            for project in by_kind["project"][:1]:
                graph.nodes[project]["status"] = state.group(1)


def main() -> None:
    graph = networkx.MultiDiGraph()
    for path in sorted(Path(sys.argv[1]).rglob("*.txt")):
        read(path, graph)
    networkx.write_graphml(graph, sys.argv[2])


if __name__ == "__main__":
    main()
