#!/usr/bin/python3
"""A saved graph in networkx: nx_graph.py GRAPH.json NAME OTHER. Prints CPU seconds of loading, and of a query as `show`
and `path` answer it: a name looked up, its neighbours with their evidence, the shortest way to another."""
import json
import sys
import time

import networkx

begin = time.process_time()
with open(sys.argv[1], encoding="utf-8") as file:
    graph = networkx.node_link_graph(json.load(file))
loaded = time.process_time()
rounds = 3
for _ in range(rounds):
    found = [node for node, data in graph.nodes(data=True) if sys.argv[2] == data["name"] or sys.argv[2] in data["aliases"]]
    card = [(graph.nodes[other]["name"], edge) for _, other, edge in graph.out_edges(found[0], data=True)]
    card += [(graph.nodes[other]["name"], edge) for other, _, edge in graph.in_edges(found[0], data=True)]
shown = time.process_time()
for _ in range(rounds):
    ends = [next(n for n, data in graph.nodes(data=True) if data["name"] == name or name in data["aliases"]) for name in sys.argv[2:4]]
    try:
        way = networkx.shortest_path(graph.to_undirected(as_view=True), *ends)
    except networkx.NetworkXNoPath:
        way = []
found_way = time.process_time()
print(f"load {loaded - begin:.4f}\nshow {(shown - loaded) / rounds:.6f}\npath {(found_way - shown) / rounds:.6f}")
