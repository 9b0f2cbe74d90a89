#!/usr/bin/env bash
# Sets up, builds, and makes one graph of the sample reports. Works from any folder; a second run takes seconds.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

cmake/setup.sh
cmake --preset release --log-level=WARNING
cmake --build --preset release

out=build/examples
mkdir -p "$out"
build/release/zonekg build examples/reports \
  --output "$out/zones.html" --output "$out/zones.graphml" --output "$out/zones.dot" --output "$out/zones.json"
build/release/zonekg export "$out/zones.json" --output "$out/zones.svg" --output "$out/zones.gexf" --output "$out/zones.xlsx" \
  --output "$out/zones.md"
build/release/zonekg export "$out/zones.json" --only-types zone,company,project,infrastructure,investment \
  --focus 廷砾铝业有限公司 --focus 年产5万吨再生铝 --hops 1 --output "$out/part.png"
build/release/zonekg build examples/files --output "$out/files.html" --output "$out/files.json"
build/release/zonekg stats "$out/zones.json"

cat <<END

The graph of examples/reports/ is in
  $PWD/$out/zones.html      any browser: search, filter, click through to the words
  $PWD/$out/zones.graphml   Gephi, Cytoscape, yEd, networkx, igraph
  $PWD/$out/zones.gexf      Gephi with its timeline
  $PWD/$out/zones.xlsx      Excel, LibreOffice
  $PWD/$out/zones.svg       a picture of everything; part.png: of one firm and its projects
  $PWD/$out/zones.md        a report to read
  $PWD/$out/zones.dot       Graphviz
  $PWD/$out/zones.json      node-link JSON with the evidence of everything

The graph of examples/files/, the reports of one zone as web page, Word (new and old), Excel, CSV and PDF, is in
  $PWD/$out/files.html

To look at it:
  browser: open $PWD/$out/zones.html, or run build/release/zonekg view $out/zones.json --sources examples/reports
  Gephi:   File > Open > zones.graphml; labels and types are node attributes
  picture: build/release/zonekg export $out/zones.json --focus NAME --hops 2 --output part.svg
  Python:  import networkx; g = networkx.read_graphml("$out/zones.graphml")

Your own reports: build/release/zonekg build FOLDER --output graph.graphml
END
