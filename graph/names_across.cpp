#include "graph/names_across.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <string_view>
#include <utility>

#include "core/process/parallel.hpp"
#include "graph/attributes.hpp"
#include "graph/block.hpp"
#include "graph/name_form.hpp"
#include "graph/name_key.hpp"
#include "graph/prepare.hpp"

namespace zonekg {
namespace {

// A block is worth its comparisons while few fuller names stand in it: some of them may turn out to be in use nowhere
// but in one document, so this is more than what linking takes in the end.
constexpr std::size_t most_fuller = 2 * longest_posting;

bool is_compared_everywhere(std::string_view type) { return type == "zone" || type == "company"; }

void add_names(const Extraction& document, std::set<Name>& names) {
  for (const Mention& mention : document.mentions)
    if (is_compared_everywhere(mention.type) && !is_generic_zone(mention))
      names.insert({mention.type, name_key(mention.type, mention.name)});
}

std::vector<NameForm> parse_all(const std::vector<const Name*>& names) {
  std::vector<NameForm> forms;
  for (const Name* name : names) forms.push_back(parse_name(name->type, name->key));
  return forms;
}

// Names of one type.
void compare_members(std::uint64_t key, std::vector<const Name*> fuller, std::vector<const Name*> shorter,
                     std::vector<Block>& blocks) {
  if (fuller.empty() || shorter.empty() || fuller.size() > most_fuller) return;
  const auto by_key = [](const Name* a, const Name* b) { return a->key < b->key; };
  std::ranges::sort(fuller, by_key);
  std::ranges::sort(shorter, by_key);
  Block block{key, fuller.front()->type, {}, {}};
  const std::vector<NameForm> full_forms = parse_all(fuller);
  for (const NameForm& brief : parse_all(shorter)) {
    for (std::uint32_t f = 0; f < full_forms.size(); ++f) {
      if (!is_fuller(full_forms[f], brief)) continue;
      const NameComparison comparison = compare(brief, full_forms[f], {});
      if (comparison.verdict == NameVerdict::same && !comparison.local)
        block.matches.push_back({brief.key, f, comparison.fit});
    }
  }
  if (block.matches.empty()) return;
  for (const NameForm& form : full_forms) block.fuller.push_back(form.key);
  blocks.push_back(std::move(block));
}

struct Posting {
  BlockKey block;
  const Name* name;
};

// By block.
std::vector<Posting> post(const std::set<Name>& names, unsigned jobs) {
  std::vector<const Name*> list;
  for (const Name& name : names) list.push_back(&name);
  std::vector<std::vector<BlockKey>> keys(list.size());
  for_each_parallel(list.size(), jobs, [&](std::size_t i, unsigned) {
    keys[i] = block_keys(parse_name(list[i]->type, list[i]->key));
  });
  std::vector<Posting> postings;
  for (std::size_t i = 0; i < list.size(); ++i)
    for (const BlockKey& block : keys[i]) postings.push_back({block, list[i]});
  std::ranges::sort(postings, {}, [](const Posting& p) { return p.block.key; });
  return postings;
}

// Of whole blocks.
void compare_postings(std::span<const Posting> postings, std::vector<Block>& blocks) {
  std::vector<BlockMember> members;
  for (std::size_t begin = 0, end = 0; begin < postings.size(); begin = end) {
    members.clear();
    for (; end < postings.size() && postings[end].block.key == postings[begin].block.key; ++end)
      members.push_back({postings[end].name, postings[end].block.fuller});
    if (members.size() > 1) compare_block(postings[begin].block.key, members, blocks);
  }
}

} // namespace

std::set<Name> names_across(const std::vector<Extraction>& prepared) {
  std::set<Name> names;
  for (const Extraction& document : prepared) add_names(document, names);
  return names;
}

std::set<Name> names_of_document(Extraction document) {
  std::set<Name> names;
  prepare_document(document, 0, {});
  add_names(document, names);
  return names;
}

void compare_block(std::uint64_t key, std::span<const BlockMember> members, std::vector<Block>& blocks) {
  using Roles = std::pair<std::vector<const Name*>, std::vector<const Name*>>; // fuller, shorter
  std::map<std::string_view, Roles> by_type;
  for (const BlockMember& member : members) {
    Roles& roles = by_type[member.name->type];
    (member.fuller ? roles.first : roles.second).push_back(member.name);
  }
  for (auto& [type, roles] : by_type) compare_members(key, std::move(roles.first), std::move(roles.second), blocks);
}

std::vector<Block> compare_names(const std::set<Name>& names, unsigned jobs) {
  const std::vector<Posting> postings = post(names, jobs);
  // Stretches of whole blocks, a few for each thread.
  constexpr std::size_t stretch = 4096;
  std::vector<std::size_t> bounds = {0};
  for (std::size_t i = stretch; i < postings.size(); ++i)
    if (i >= bounds.back() + stretch && postings[i].block.key != postings[i - 1].block.key) bounds.push_back(i);
  bounds.push_back(postings.size());
  std::vector<std::vector<Block>> found(bounds.size() - 1);
  for_each_parallel(found.size(), jobs, [&](std::size_t s, unsigned) {
    compare_postings(std::span(postings).subspan(bounds[s], bounds[s + 1] - bounds[s]), found[s]);
  });
  std::vector<Block> blocks;
  for (std::vector<Block>& some : found) std::ranges::move(some, std::back_inserter(blocks));
  return blocks;
}

} // namespace zonekg
