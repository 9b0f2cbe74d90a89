#include "graph/names_across.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <string_view>
#include <utility>

#include "core/process/parallel.hpp"
#include "graph/attributes.hpp"
#include "graph/block.hpp"
#include "graph/items.hpp"
#include "graph/name_form.hpp"
#include "graph/name_key.hpp"
#include "graph/prepare.hpp"
#include "graph/settle.hpp"

namespace zonekg {
namespace {

// A block is worth its comparisons while few fuller names stand in it: some of them may turn out to be in use nowhere
// but in one document, so this is more than what linking takes in the end.
constexpr std::size_t most_fuller = 2 * longest_posting;

bool is_compared_everywhere(std::string_view type) { return type == "zone" || type == "company"; }

std::vector<NameForm> parse_all(std::string_view type, const std::vector<std::u32string_view>& keys) {
  std::vector<NameForm> forms;
  for (const std::u32string_view key : keys) forms.push_back(parse_name(type, std::u32string(key)));
  return forms;
}

// Names of one type.
void compare_members(std::uint64_t key, std::string_view type, std::vector<std::u32string_view> fuller,
                     std::vector<std::u32string_view> shorter, std::vector<Block>& blocks) {
  if (fuller.empty() || shorter.empty() || fuller.size() > most_fuller) return;
  std::ranges::sort(fuller);
  std::ranges::sort(shorter);
  if (fuller.size() == 1 && shorter == fuller) return; // a name beside itself
  Block block{key, std::string(type), {}, {}};
  const std::vector<NameForm> full_forms = parse_all(type, fuller);
  for (const NameForm& brief : parse_all(type, shorter)) {
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

// A name in a block, by the name's index.
struct Posting {
  std::uint64_t key;
  std::uint32_t name : 31, fuller : 1;
};

// Calls each(index, keys) in order of the names.
template <typename Each> void for_each_keys(const std::vector<NameView>& names, unsigned jobs, const Each& each) {
  constexpr std::size_t some = 4096;
  std::vector<std::vector<BlockKey>> keys(std::min(some, names.size()));
  for (std::size_t begin = 0; begin < names.size(); begin += some) {
    const std::size_t count = std::min(some, names.size() - begin);
    for_each_parallel(count, jobs, [&](std::size_t i, unsigned) {
      const NameView& name = names[begin + i];
      keys[i] = block_keys(parse_name(name.type, std::u32string(name.key)));
    });
    for (std::size_t i = 0; i < count; ++i) each(static_cast<std::uint32_t>(begin + i), keys[i]);
  }
}

// By block. A fuller name stands in a dozen blocks, of which few have a shorter one to be compared with: the others are
// left out.
std::vector<Posting> post(const std::vector<NameView>& names, unsigned jobs) {
  std::vector<std::uint64_t> of_shorter;
  for_each_keys(names, jobs, [&](std::uint32_t, const std::vector<BlockKey>& keys) {
    for (const BlockKey& block : keys)
      if (!block.fuller) of_shorter.push_back(block.key);
  });
  std::ranges::sort(of_shorter);
  std::vector<Posting> postings;
  for_each_keys(names, jobs, [&](std::uint32_t name, const std::vector<BlockKey>& keys) {
    for (const BlockKey& block : keys)
      if (!block.fuller || std::ranges::binary_search(of_shorter, block.key))
        postings.push_back({block.key, name & 0x7FFFFFFFu, block.fuller});
  });
  std::ranges::sort(postings, {}, &Posting::key);
  return postings;
}

// Of whole blocks.
void compare_postings(const std::vector<NameView>& names, std::span<const Posting> postings, std::vector<Block>& blocks) {
  std::vector<BlockMember> members;
  for (std::size_t begin = 0, end = 0; begin < postings.size(); begin = end) {
    members.clear();
    for (; end < postings.size() && postings[end].key == postings[begin].key; ++end)
      members.push_back({names[postings[end].name], postings[end].fuller != 0});
    if (members.size() > 1) compare_block(postings[begin].key, members, blocks);
  }
}

} // namespace

std::vector<NameView> names_across(const Items& items) {
  std::vector<NameView> names;
  for (std::uint32_t i = 0; i < items.size(); ++i) {
    if (items.implicit(i) || !is_compared_everywhere(items.type(i))) continue;
    for (const std::u32string_view key : items.keys(i)) names.push_back({items.type(i), key});
  }
  settle(names);
  return names;
}

std::set<Name> names_of_document(Extraction document) {
  prepare_document(document, 0, {});
  std::set<Name> names;
  for (const Mention& mention : document.mentions)
    if (is_compared_everywhere(mention.type) && !is_generic_zone(mention))
      names.insert({mention.type, name_key(mention.type, mention.name)});
  return names;
}

void compare_block(std::uint64_t key, std::span<const BlockMember> members, std::vector<Block>& blocks) {
  using Roles = std::pair<std::vector<std::u32string_view>, std::vector<std::u32string_view>>; // fuller, shorter
  std::map<std::string_view, Roles> by_type;
  for (const BlockMember& member : members) {
    Roles& roles = by_type[member.name.type];
    (member.fuller ? roles.first : roles.second).push_back(member.name.key);
  }
  for (auto& [type, roles] : by_type) compare_members(key, type, std::move(roles.first), std::move(roles.second), blocks);
}

std::vector<Block> compare_names(const std::vector<NameView>& names, unsigned jobs) {
  const std::vector<Posting> postings = post(names, jobs);
  // Stretches of whole blocks, a few for each thread.
  constexpr std::size_t stretch = 4096;
  std::vector<std::size_t> bounds = {0};
  for (std::size_t i = stretch; i < postings.size(); ++i)
    if (i >= bounds.back() + stretch && postings[i].key != postings[i - 1].key) bounds.push_back(i);
  bounds.push_back(postings.size());
  std::vector<std::vector<Block>> found(bounds.size() - 1);
  for_each_parallel(found.size(), jobs, [&](std::size_t s, unsigned) {
    compare_postings(names, std::span(postings).subspan(bounds[s], bounds[s + 1] - bounds[s]), found[s]);
  });
  std::vector<Block> blocks;
  for (std::vector<Block>& some : found) std::ranges::move(some, std::back_inserter(blocks));
  return blocks;
}

} // namespace zonekg
