#include "cli/server/search.hpp"

#include <algorithm>
#include <tuple>

#include "export/explorer_data.hpp"
#include "export/pinyin.hpp"

namespace zonekg {
namespace {

std::string lower_case(std::string_view text) {
  std::string result(text);
  for (char& c : result)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return result;
}

bool is_typed_latin(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); });
}

// 0 whole, 1 begins so, 2 holds it, 3 not. `mark` stands before and after each word of `words`.
int rank_in(std::string_view words, std::string_view text, char mark) {
  int best = 3;
  for (std::size_t at = words.find(text); at != std::string_view::npos && best > 0; at = words.find(text, at + 1)) {
    const bool begins = words[at - 1] == mark;
    best = std::min(best, begins ? (words[at + text.size()] == mark ? 0 : 1) : 2);
  }
  return best;
}

} // namespace

NameSearch::NameSearch(const Graph& graph) : graph_(graph) {
  for (std::size_t i = 0; i < graph.node_count(); ++i) {
    const Node& node = graph.node(i);
    std::string names = '\n' + lower_case(node.name) + '\n';
    for (const std::string& alias : node.aliases) names += lower_case(alias) + '\n';
    names_.push_back(names + node.id + '\n');
  }
}

void NameSearch::read_pinyin() {
  PinyinReader reader;
  for (std::size_t i = 0; i < graph_.node_count(); ++i) {
    const Pinyin pinyin = reader.read(graph_.node(i));
    pinyin_.push_back(' ' + pinyin.full + ' ' + pinyin.initials + ' ');
  }
}

std::vector<std::uint32_t> NameSearch::find(std::string_view text) {
  const std::string wanted = lower_case(text);
  if (wanted.empty() || wanted.find('\n') != std::string::npos) return {};
  const bool latin = is_typed_latin(wanted);
  if (latin && pinyin_.empty()) read_pinyin();
  std::vector<std::tuple<int, std::size_t, std::uint32_t>> found; // rank, fewer edges, node
  for (std::uint32_t i = 0; i < names_.size(); ++i) {
    int rank = rank_in(names_[i], wanted, '\n');
    if (rank == 3 && latin) rank = 3 + rank_in(pinyin_[i], wanted, ' ');
    else if (rank == 3) continue;
    if (rank < 6) found.emplace_back(rank, ~degree_of(graph_, i), i);
  }
  std::sort(found.begin(), found.end());
  std::vector<std::uint32_t> nodes;
  for (const auto& [rank, edges, node] : found) nodes.push_back(node);
  return nodes;
}

} // namespace zonekg
