// The three steps as programs between two pipes, for engines that carry the lines themselves: Hadoop Streaming, Spark's
// pipe, sort. Nothing is kept on disk, and the engine answers for lost lines.
#pragma once

#include <functional>
#include <istream>
#include <ostream>
#include <string>

#include "cli/shards/merge.hpp"
#include "cli/shards/rows.hpp"
#include "core/model/extraction.hpp"

namespace zonekg {

// A path a line; the part behind the last tab, for engines that put a key before it. Writes the head, then for each
// document its line and its names' lines. `read` gives the documents of a path: several of an archive.
void pipe_map(std::istream& in, std::ostream& out, const RunHead& head,
              const std::function<std::vector<Extraction>(const std::string& path)>& read);

// Lines sorted by bytes. Documents pass, of each head one, names give blocks. Throws InputError naming the line.
void pipe_reduce(std::istream& in, std::ostream& out);

// Lines of `pipe_reduce` in any order. Throws InputError naming the line, or when heads differ or a document comes twice.
MergedShards pipe_merge(std::istream& in, const std::string& version);

} // namespace zonekg
