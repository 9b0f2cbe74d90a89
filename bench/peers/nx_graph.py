#!/usr/bin/python3
"""A saved graph in networkx: nx_graph.py GRAPH.json NAME OTHER… Prints CPU seconds of loading, and of what `show` and
`path` answer: each name looked up and its neighbours with their evidence, the shortest way from the first to the second."""
import json
import sys
import time

import networkx

begin = time.process_time()
with open(sys.argv[1], encoding="utf-8") as file:
    graph = networkx.node_link_graph(json.load(file))
loaded = time.process_time()


def find(name: str) -> str:
    return next(node for node, data in graph.nodes(data=True) if data["name"] == name or name in data["aliases"])


def show(name: str) -> list:
    node = find(name)
    card = [(graph.nodes[other]["name"], edge) for _, other, edge in graph.out_edges(node, data=True)]
    return card + [(graph.nodes[other]["name"], edge) for other, _, edge in graph.in_edges(node, data=True)]


rounds = 3
for _ in range(rounds):
    cards = [show(name) for name in sys.argv[2:]]
shown = time.process_time()
for _ in range(rounds):
    try:
        way = networkx.shortest_path(graph.to_undirected(as_view=True), find(sys.argv[2]), find(sys.argv[3]))
    except networkx.NetworkXNoPath:
        way = []
found_way = time.process_time()
print(f"load {loaded - begin:.4f}\nshow {(shown - loaded) / rounds:.6f}\npath {(found_way - shown) / rounds:.6f}\nfound {len(way)}")
