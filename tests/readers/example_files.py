#!/usr/bin/env python3
"""The examples in formats of their own, each as another program saved it: example_files.py ZONEKG FOLDER.

Texts, places of the words, attributes of the page, and what the ledger's two rows of titles say about amounts.
"""
import json
import pathlib
import subprocess
import sys

# A line that stands in the text, and the place of words that the graph rests on.
FILES = {
    "hanze-2022-summary.doc": ("工程名称\t投资(万元)\t进度", "table 1 R2C2"),
    "hanze-2023-report.pdf": ("二、主要不足。规上工业企业仅46家，龙头企业带动不强，第三产业发展滞后。", "page 1"),
    "hanze-2024-facilities.csv": ("瀚泽大道东延段\t2.6公里\t8600\t6月通车", "R3C3"),
    "hanze-2024-half-year.docx": ("砚澄储能装备项目\t砚澄储能科技有限公司\t68000\t在建", "table 1 R2C3"),
    "hanze-2024-ledger.xlsx": (
        "序号\t项目名称\t建设单位\t总投资合计（万元）\t总投资其中外资（万美元）\t2024年投资计划（万元）\t2024年投资完成（万元）\t建设状态",
        "重点项目!F4"),
    "hanze-2024-summary.html": ("2.岑朗生物酶制剂项目总投资2.4亿元，11月建成投产。", "paragraph 5"),
}
LEFT_OUT = ("作废", "网站首页", "某某科技", "管委会文件")
LEDGER = {("砚澄储能装备", "total", 6.8e8, "CNY", "actual"), ("砚澄储能装备", "period", 2.6e8, "CNY", "target"),
          ("砚澄储能装备", "period", 2.75e8, "CNY", "actual"), ("霖川光学镜片", "total", 1.2e7, "USD", "actual"),
          ("霖川光学镜片", "period", 5e7, "CNY", "target"), ("岑朗生物酶制剂", "period", 9.8e7, "CNY", "actual"),
          ("沛岩轻合金锻件", "period", 1.5e7, "CNY", "actual")}
STATUS = {"砚澄储能装备": "under_construction", "岑朗生物酶制剂": "in_production", "霖川光学镜片": "signed", "沛岩轻合金锻件": "halted"}


def expect(condition, what):
    if not condition:
        sys.exit(f"example_files: {what}")


def run(*command):
    result = subprocess.run(list(map(str, command)), capture_output=True, check=False)
    expect(result.returncode == 0 and not result.stderr, f"{command}: {result.stderr.decode()}")
    return result.stdout.decode("utf-8")


def main():
    program, folder = sys.argv[1], pathlib.Path(sys.argv[2])
    expect(sorted(FILES) == sorted(path.name for path in folder.iterdir() if path.suffix != ".md"), "other files than expected")
    graph = json.loads(run(program, "build", folder, "--format", "json", "--output", "-"))
    names = {document["id"]: pathlib.Path(document["path"]).name for document in graph["graph"]["documents"]}
    places = {name: set() for name in FILES}
    for node in graph["nodes"]:
        for evidence in node["mentions"]:
            places[names[evidence["doc"]]].add(evidence.get("place"))
    for name, (line, place) in FILES.items():
        text = run(program, "text", folder / name)
        expect(line in text.split("\n"), f"{name}: no line {line!r} in\n{text}")
        expect(place in places[name], f"{name}: no evidence at {place!r}, but at {sorted(map(str, places[name]))}")
        for words in LEFT_OUT:
            expect(words not in text, f"{name}: {words}")
    page = next(document for document in graph["graph"]["documents"] if document["path"].endswith(".html"))
    expect(page["published"] == "2025-01-09" and page["publisher"] == "瀚泽经济开发区管委会" and page["index_number"] == "HZ-2025-0003", page)

    nodes = {node["id"]: node for node in graph["nodes"]}
    ledger = next(document["id"] for document in graph["graph"]["documents"] if document["path"].endswith(".xlsx"))
    amounts = set()
    for link in graph["links"]:
        source = nodes[link["source"]]
        if link["type"] == "invested_in" and any(evidence["doc"] == ledger for evidence in source["mentions"]):
            amounts.add((nodes[link["target"]]["name"], source["kind"], source["amount"], source["currency"], source["modality"]))
    expect(LEDGER <= amounts, f"the ledger lacks {LEDGER - amounts}, has {amounts}")
    states = {node["name"]: node.get("status") for node in graph["nodes"] if node["type"] == "project"}
    expect(STATUS.items() <= states.items(), states)


if __name__ == "__main__":
    main()
