#!/usr/bin/python3
"""The job by pyahocorasick, regular expressions and networkx: ahocorasick_regex.py FOLDER OUTPUT.graphml

No words and tags: one automaton finds all suffixes and triggers, a regular expression takes the name to the left of a
suffix. Everything else as in jieba_regex.py.
"""
import re
import sys
from pathlib import Path

import ahocorasick
import networkx

SUFFIXES = {
    "company": ["股份有限公司", "有限责任公司", "有限公司", "集团", "公司"],
    "project": ["项目", "工程", "基地", "生产线"],
    "zone": ["经济技术开发区", "经济开发区", "开发区", "高新区", "工业园区", "产业园", "园区"],
    "infrastructure": ["污水处理厂", "变电站", "管网", "标准化厂房", "铁路专用线", "处置中心"],
}
LEFT = re.compile(r"[^，。；：、（）“”！？\s由在与和及等的为了对]{2,24}$")
SENTENCE_END = re.compile(r"[。；！？\n]")
AMOUNT = re.compile(r"(?:总投资|计划投资|投资)(?:约|达|近|超)?(\d+(?:\.\d+)?)\s*(亿|万)?元")
FIGURE = re.compile(r"(?:达到|完成|为)?(\d+(?:\.\d+)?)(亿|万)?元(?:，(?:同比)?(?:增长|下降)(\d+(?:\.\d+)?)%)?")
METRICS = ["规上工业总产值", "固定资产投资", "营业收入", "税收收入", "进出口总额", "工业增加值"]
STATES = ["竣工投产", "投产", "试生产", "主体封顶", "开工建设", "签约落地", "安装设备", "前期手续"]


def make_automaton() -> ahocorasick.Automaton:
    automaton = ahocorasick.Automaton()
    for kind, words in SUFFIXES.items():
        for word in words:
            automaton.add_word(word, (kind, word))
    for kind, words in (("amount", ["投资"]), ("metric", METRICS), ("state", STATES)):
        for word in words:
            automaton.add_word(word, (kind, word))
    automaton.make_automaton()
    return automaton


def factor(unit) -> float:
    return {"亿": 1e8, "万": 1e4}.get(unit, 1)


class Reader:
    def __init__(self) -> None:
        self.automaton = make_automaton()
        self.graph = networkx.MultiDiGraph()

    def read(self, path: Path) -> None:
        text, self.document, self.zone = path.read_text(encoding="utf-8"), str(path), None
        ends = [m.end() for m in SENTENCE_END.finditer(text)] + [len(text)]
        begin, hits, next_end = 0, [], 0
        for last, (kind, word) in self.automaton.iter_long(text):
            while last >= ends[next_end]:
                self.sentence(text[begin:ends[next_end]], begin, hits)
                begin, hits, next_end = ends[next_end], [], next_end + 1
            hits.append((kind, word, last + 1))
        self.sentence(text[begin:ends[next_end]], begin, hits)

    def sentence(self, sentence: str, offset: int, hits: list) -> None:
        if not hits:
            return
        graph, found = self.graph, {kind: [] for kind in SUFFIXES}
        for kind, word, end in hits:
            if kind not in SUFFIXES:
                continue
            end -= offset
            left = LEFT.search(sentence, 0, end - len(word))
            if left is None:
                continue
            name = sentence[left.start():end]
            node = f"{kind}:{name}"
            if node not in graph:
                graph.add_node(node, type=kind, name=name, mentions="")
            graph.nodes[node]["mentions"] += f"{self.document}:{offset + left.start()}-{offset + end} {name};"
            found[kind].append(node)
            if kind == "zone" and self.zone is None:
                self.zone = node
        if self.zone:
            for kind in ("company", "project", "infrastructure"):
                for node in found[kind]:
                    graph.add_edge(node, self.zone, type="located_in", evidence=sentence)
        for firm in found["company"][:1]:
            for project in found["project"]:
                graph.add_edge(firm, project, type="undertakes", evidence=sentence)
        self.figures(sentence, offset, hits, found)

    def figures(self, sentence: str, offset: int, hits: list, found: dict) -> None:
        graph = self.graph
        if any(kind == "amount" for kind, _, _ in hits):
            for i, amount in enumerate(AMOUNT.finditer(sentence)):
                node = f"investment:{self.document}:{offset}:{i}"
                graph.add_node(node, type="investment", amount=float(amount.group(1)) * factor(amount.group(2)), name=amount.group())
                for subject in (found["project"] or found["company"])[:1]:
                    graph.add_edge(node, subject, type="invested_in", evidence=sentence)
        for kind, word, end in hits:
            if kind == "metric" and (figure := FIGURE.match(sentence, end - offset)):
                node = f"indicator:{self.document}:{end}"
                graph.add_node(node, type="indicator", metric=word, value=float(figure.group(1)) * factor(figure.group(2)), name=word + figure.group())
                if self.zone:
                    graph.add_edge(node, self.zone, type="indicator_of", evidence=sentence)
            elif kind == "state":
                for project in found["project"][:1]:
                    graph.nodes[project]["status"] = word


def main() -> None:
    reader = Reader()
    for path in sorted(Path(sys.argv[1]).rglob("*.txt")):
        reader.read(path)
    networkx.write_graphml(reader.graph, sys.argv[2])


if __name__ == "__main__":
    main()
