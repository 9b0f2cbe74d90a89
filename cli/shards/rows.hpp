// Lines of text that carry a run from one machine to another: what `map`, `reduce` and `merge` write and read, in files
// and on standard input and output. A line is a key, a tab and values; sorted by bytes, what belongs together stands
// together. Keys:
//   b + hash   a block of names, compared            by reduce
//   d + hash   what was read of one document         by map, kept by reduce
//   h          version, recipe and plugins           by map, kept by reduce
//   n + hash   a name in a block                     by map
// hash: 16 hex digits. Values hold no tab and no line end: backslash, t, n and r stand for them behind a backslash.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/model/extraction.hpp"
#include "graph/block.hpp"
#include "graph/graph.hpp"
#include "graph/names_across.hpp"

namespace zonekg {

// What made the lines. Lines of different heads cannot be joined.
struct RunHead {
  std::string version;                // of zonekg
  std::string recipe;                 // extraction_recipe
  std::vector<PluginVersion> plugins; // sorted by id
  std::vector<TypeLabel> types = {};  // what the plugins call their types
  bool operator==(const RunHead&) const = default;
};

struct NameRow {
  std::uint64_t block = 0;
  bool fuller = false;
  Name name;
};

std::string escape_value(std::string_view text);

std::uint64_t path_hash(std::string_view path); // the same on every machine

// A type on one value: kind, name, labels and colour, a line each.
std::string type_text(const TypeLabel& type);
std::optional<TypeLabel> read_type_text(std::string_view text);

// Without line ends.
std::string head_line(const RunHead& head);
std::string document_line(const Extraction& extraction); // packed
std::string block_line(const Block& block);

// Nothing when the line is damaged or of another kind.
std::optional<RunHead> read_head_line(std::string_view line);
std::optional<Extraction> read_document_line(std::string_view line);
bool is_document_line(std::string_view line); // by its key; it may be damaged behind it
std::optional<NameRow> read_name_line(std::string_view line);
std::optional<Block> read_block_line(std::string_view line);

// A name in a block; points into the names it was made of.
struct NamePosting {
  BlockKey block;
  const Name* name;
};

// Every name in every block that it stands in, by block. Names come from a set: elements that stay in place.
std::vector<NamePosting> post_names(const std::set<Name>& names);
std::string name_line(const NamePosting& posting);

} // namespace zonekg
