#!/usr/bin/env python3
"""How much of the code a fuzz target is about it reaches: TARGET -runs=0 -print_coverage=1 … 2>&1 | coverage.py TARGET."""
import re
import sys

ABOUT = {  # folders and files; the first that fits counts
    "any_file": ["core/reader/"], "archive": ["core/reader/archive"], "candidates": ["core/host/sink", "core/host/decide", "core/host/assemble", "core/host/isolated/candidate_records"],
    "decisions": ["graph/decisions"], "dictionary": ["core/text/dictionary.", "core/text/segmenter", "core/text/double_array"], "docx": ["core/reader/docx", "core/reader/word_numbering", "core/reader/xml"],
    "encoding": ["core/reader/encoding"], "escaping": ["export/"], "gold": ["core/training/gold"], "graph_json": ["graph/read_json", "graph/json_fields"],
    "html": ["core/reader/html", "core/reader/page_attributes"], "odt": ["core/reader/odt", "core/reader/xml"], "packed_extraction": ["core/host/packed_extraction", "core/model/pack", "graph/spilled_graph", "graph/extraction_store", "graph/graph_stream"],
    "pdf_lines": ["core/reader/pdf_lines", "core/reader/text_builder", "core/reader/xml"], "reading": ["core/host/", "core/kit/", "graph/", "plugins/"], "requests": ["cli/server/"],
    "rtf": ["core/reader/rtf"], "rules": ["plugins/rules/", "core/json/"], "settings": ["core/host/settings", "core/host/plugin_lexicon", "core/json/"],
    "shard_lines": ["cli/shards/rows", "cli/shards/pipe", "cli/shards/manifest"], "text": ["core/text/"], "text_files": ["core/reader/txt", "core/reader/csv", "core/reader/encoding"],
    "xlsx": ["core/reader/xlsx", "core/reader/xml"],
}


def main():
    about = ABOUT[sys.argv[1]]
    reached = known = 0
    for line in sys.stdin:
        # COVERED_FUNC: hits: 3 edges: 5/9 zonekg::name(...) /path/core/text/x.cpp:12
        found = re.match(r"(?:UN)?COVERED_FUNC: hits: \d+ edges: (\d+)/(\d+) .* (\S+?):\d+", line)
        if found and any(f"/{piece}" in found[3] for piece in about):
            reached += int(found[1])
            known += int(found[2])
    print(f"{reached} of {known} ({100 * reached // known} %)" if known else "unknown: no llvm-symbolizer")


if __name__ == "__main__":
    main()
