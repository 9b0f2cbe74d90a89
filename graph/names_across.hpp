// Names of zones and firms of all documents, compared block by block. A block needs nothing but the names in it: blocks
// may be compared on different machines, and what they give is joined where the graph is made.
#pragma once

#include <cstdint>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/model/extraction.hpp"
#include "graph/compare.hpp"

namespace zonekg {

class Items;

struct Name {
  std::string type;
  std::u32string key; // name_key of the name
  auto operator<=>(const Name&) const = default;
};

// `shorter` is a short form of one of the block's fuller names, wherever the two are spoken of.
struct Match {
  std::u32string shorter;
  std::uint32_t fuller = 0; // index into Block::fuller
  Fit fit = Fit::none;
  bool operator==(const Match&) const = default;
};

struct Block {
  std::uint64_t key = 0; // BlockKey.key
  std::string type;
  std::vector<std::u32string> fuller; // sorted
  std::vector<Match> matches;         // not empty; by shorter, then fuller
  bool operator==(const Block&) const = default;
};

// A Name that stands elsewhere.
struct NameView {
  std::string_view type;
  std::u32string_view key;
  auto operator<=>(const NameView&) const = default;
};

// A name in a block; one name may stand in it twice, as the shorter and as a fuller one.
struct BlockMember {
  NameView name;
  bool fuller;
};

// Names whose short forms are looked for in all documents, sorted, each once. They view what the items hold.
std::vector<NameView> names_across(const Items& items);

// The same of one document as extraction leaves it, when there are no decisions.
std::set<Name> names_of_document(Extraction document);

// Appends a block for each type among the members that has matches. Names are distinct for each role.
void compare_block(std::uint64_t key, std::span<const BlockMember> members, std::vector<Block>& blocks);

// All blocks of these names (sorted, each once), by key.
std::vector<Block> compare_names(const std::vector<NameView>& names, unsigned jobs);

} // namespace zonekg
