#!/usr/bin/env python3
"""The rule pack of the examples, and packs with one thing wrong: rule_packs.py ZONEKG SOURCE."""
import copy
import json
import pathlib
import subprocess
import sys
import tempfile

import networkx

EXPECTED_EDGES = {("岚溪经济开发区", "国家级绿色制造示范区"), ("岚溪经济开发区", "省级数字化转型试点"),
                  ("廷砾铝业有限公司", "省级智能制造示范企业"), ("廷砾铝业有限公司", "市级节水示范企业")}
PLANNED = {"国家级知识产权试点", "省级现代服务业示范基地"}
FORMATS = ("graphml", "dot", "json", "gexf", "csv", "neo4j.csv", "cypher", "cx2", "ttl", "ftm.json", "sqlite", "xlsx", "md", "report.html", "html")


class Packs:
    def __init__(self, program: str, source: pathlib.Path, folder: pathlib.Path):
        self.program, self.folder, self.example = program, folder, source / "examples/honors"
        self.pack = json.loads((self.example / "honors.rules.json").read_text(encoding="utf-8"))

    def run(self, *arguments) -> tuple[int, str]:
        result = subprocess.run([self.program, *map(str, arguments)], cwd=self.folder, text=True, encoding="utf-8",
                                stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
        return result.returncode, result.stdout

    def example_is_read(self):
        outputs = [part for ending in FORMATS for part in ("-o", f"g.{ending}")]
        code, words = self.run("build", self.example / "report.txt", "--rules", self.example / "honors.rules.json", *outputs)
        assert code == 0, words
        graph = networkx.read_graphml(self.folder / "g.graphml")
        name = {node: data["name"] for node, data in graph.nodes(data=True)}
        honors = {data["name"] for _, data in graph.nodes(data=True) if data["type"] == "honor"}
        edges = {(name[a], name[b]) for a, b, data in graph.edges(data=True) if data["type"] == "awarded"}
        assert honors == PLANNED | {tail for _, tail in EXPECTED_EDGES}, honors
        assert edges == EXPECTED_EDGES, edges

    def labels_flow(self):
        header = json.loads((self.folder / "g.json").read_text(encoding="utf-8"))["graph"]
        assert {"of": "nodes", "name": "honor", "label": "Honour", "label_zh": "荣誉", "colour": "#ffd92f"} in header["types"], header
        code, words = self.run("export", "g.json", "-o", "again.json", "-o", "again.dot")
        assert code == 0, words
        assert (self.folder / "g.json").read_bytes() == (self.folder / "again.json").read_bytes()
        for file, wanted in {"again.dot": ('fillcolor="#ffd92f"',), "g.gexf": ('r="255" g="217" b="47"',),
                             "g.cx2": ("#ffd92f", "honor"), "g.md": ("荣誉 Honour",), "g.cypher": ("Honor", "AWARDED"),
                             "g.ttl": ("Honor",), "g.html": ("荣誉", "Honour", "获得", "was awarded")}.items():
            text = (self.folder / file).read_text(encoding="utf-8")
            for words in wanted:
                assert words in text, f"{file}: {words}"
        code, words = self.run("list", "g.json", "--where", "honor~省级")
        assert code == 0 and "廷砾铝业有限公司" in words, words

    def refuses(self, words: str, change):
        pack = copy.deepcopy(self.pack)
        text = change(pack)
        path = self.folder / "wrong.rules.json"
        path.write_text(text if isinstance(text, str) else json.dumps(pack, ensure_ascii=False, indent=1), encoding="utf-8")
        code, said = self.run("plugins", "list", "--rules", path)
        assert code == 1 and f"{path}:" in said and words in said, f"{words}\n{said}"

    def mistakes_have_places(self):
        self.refuses('did you mean "level"?', lambda p: p["entities"][0].update(begins_with="levle"))
        self.refuses('unknown key "longst"; did you mean "longest"?', lambda p: p["entities"][0].update(longst=3))
        self.refuses("expected a number from 0 to 1", lambda p: p["entities"][0].update(confidence=7))
        self.refuses("no rule makes the type", lambda p: p["types"].update(medal={}))
        self.refuses("of the form #rrggbb", lambda p: p["types"]["honor"].update(colour="yellow"))
        self.refuses('"id" is missing', lambda p: p.pop("id") and None)
        self.refuses("has one of", lambda p: p["entities"][0].update(words="kind"))
        self.refuses('"trigger" is missing', lambda p: p["relations"][0].pop("trigger") and None)
        self.refuses("a part is missing", lambda p: p["relations"][0].update(order=["head", "trigger"]))
        self.refuses("holds no word", lambda p: p["lexicon"].update(level=[]))
        self.refuses("the string is empty", lambda p: p["lexicon"].update(level=[""]))
        self.refuses("stands twice", lambda p: '{"id": "a", "id": "b"}')
        self.refuses(":1:1: ", lambda p: "")
        self.refuses("nested deeper than 64", lambda p: "[" * 100000)
        self.refuses(":2:11: ", lambda p: '{"id":\n "honors" oops}')

    def settings_are_checked(self):
        def build(settings: str) -> tuple[int, str]:
            (self.folder / "zonekg.json").write_text(settings, encoding="utf-8")
            return self.run("build", self.folder / "p.txt", "--rules", self.example / "honors.rules.json", "--config", "zonekg.json", "-o", "p.json")
        (self.folder / "p.txt").write_text("园区入选州级智能制造试点。\n", encoding="utf-8")
        honors = lambda: [n["name"] for n in json.loads((self.folder / "p.json").read_text())["nodes"] if n["type"] == "honor"]
        code, words = build('{"plugins": {"honors": {"lexicon": {"level": ["州级"]}}, "indicators": {"enabled": false}}}')
        assert code == 0 and honors() == ["州级智能制造试点"], words
        assert "indicators" not in (self.folder / "p.json").read_text()
        code, words = build('{"plugins": {"honors": {"lexicon": {"level": ["州级"]}, "threshold": 0.95}}}')
        assert code == 0 and honors() == [], words
        for settings, said in {'{"plugins": {"honor": {}}}': "zonekg.json:1:23: there is no plugin 'honor'; did you mean 'honors'?",
                               '{"plugins": {\n "zones": {"treshold": 1}}}': 'zonekg.json:2:12: unknown key "treshold"; did you mean "threshold"?',
                               '{"plugins": {"zones": {"threshold": 0.2}}}': "expected a number from 0.5 to 1",
                               '{"plugins": {"zones": {"enabled": "no"}}}': "expected true or false, found a string",
                               '{"plugins": {"zones": {"lexicon": {"no_such": ["x"]}}}}': "has no class",
                               '{"plugins": {"honors": {"lexicon": {"levl": ["x"]}}}}': "has no class",
                               "nonsense": "zonekg.json:1:"}.items():
            code, words = build(settings)
            assert code == 1 and said in words, f"{settings}\n{words}"


def main() -> int:
    with tempfile.TemporaryDirectory() as folder:
        packs = Packs(sys.argv[1], pathlib.Path(sys.argv[2]).resolve(), pathlib.Path(folder).resolve())
        for part in (packs.example_is_read, packs.labels_flow, packs.mistakes_have_places, packs.settings_are_checked):
            part()
            print(part.__name__.replace("_", " "))
    return 0


if __name__ == "__main__":
    sys.exit(main())
