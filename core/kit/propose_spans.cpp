// Which stretches of a document may be names, by word boundaries, brackets and classes of last words alone.
#include <algorithm>

#include "core/kit/spans.hpp"

namespace zonekg::kit {
namespace {

// Positions in order: the outline with the plugin's own words and the mentions that it sees.
struct Edges {
  std::vector<std::uint32_t> begins, ends; // where names may begin and end
  std::vector<std::uint32_t> stops;        // characters that no name holds
  std::vector<std::uint32_t> brackets;
  std::vector<std::uint32_t> named; // where words of SpanOptions::ends end
};

// Where spans may lie: everywhere, or around the words that they end with.
std::vector<Range> stretches(const Reading& reading, const SpanOptions& options) {
  if (!options.ends) return {{0, reading.size() + 1}};
  std::vector<Range> result;
  for (std::uint32_t i = 0; i <= reading.size(); ++i) {
    if (!(reading.class_ends(i) & options.ends)) continue;
    const Range around{i - std::min(i, options.max_chars), std::min(reading.size(), i + options.max_chars) + 1};
    if (!result.empty() && around.begin <= result.back().end) result.back().end = around.end;
    else result.push_back(around);
  }
  return result;
}

void find_edges(const Reading& reading, const SpanOptions& options, Range stretch, Edges& edges) {
  const std::vector<std::uint16_t>& outline = reading.groundwork().outline().at;
  const unsigned stopping = options.across_list_marks ? unsigned{stops} : stops | list_mark;
  const Classes may_be_last = options.ends | options.after_ends;
  for (std::uint32_t i = stretch.begin; i < stretch.end; ++i) {
    const unsigned at = outline[i];
    const Classes ending = reading.class_ends(i);
    if (at & (stopping | opens | closes)) {
      if (at & stopping) edges.stops.push_back(i);
      if (at & (opens | closes)) edges.brackets.push_back(i);
    }
    if (ending & options.ends) edges.named.push_back(i);
    const bool bounded = (at & boundary) || (reading.class_begins(i) | ending | reading.begins(i) | reading.ends(i)) != 0;
    if (!bounded || (at & inside_number)) continue;
    if (at & may_begin) edges.begins.push_back(i);
    if ((at & may_end) && (!options.ends || (ending & may_be_last) || (at & behind_closing))) edges.ends.push_back(i);
  }
}

// Goes through positions in order.
class NextOf {
 public:
  explicit NextOf(const std::vector<std::uint32_t>& positions) : at_(positions.begin()), end_(positions.end()) {}
  // The first one that does not come before `position`, which never goes back; the end when there is none.
  std::vector<std::uint32_t>::const_iterator from(std::uint32_t position) {
    while (at_ != end_ && *at_ < position) ++at_;
    return at_;
  }
  std::uint32_t from(std::uint32_t position, std::uint32_t otherwise) { return from(position) == end_ ? otherwise : *at_; }

 private:
  std::vector<std::uint32_t>::const_iterator at_, end_;
};

} // namespace

std::vector<Range> propose_spans(const Reading& reading, const SpanOptions& options) {
  std::vector<Range> spans;
  if (!options.ends) spans.reserve(std::size_t{reading.size()} * 2);
  if (options.ends && !(reading.classes() & options.ends)) return spans;
  Edges edges;
  for (const Range stretch : stretches(reading, options)) find_edges(reading, options, stretch, edges);
  const std::vector<std::uint16_t>& outline = reading.groundwork().outline().at;
  NextOf next_end(edges.ends), next_stop(edges.stops), next_bracket(edges.brackets), next_named(edges.named);
  for (const std::uint32_t begin : edges.begins) {
    const std::uint32_t last = std::min({reading.size(), begin + options.max_chars, next_stop.from(begin, none)});
    const std::uint32_t first = std::max(begin + options.min_chars, options.ends ? next_named.from(begin + 1, none) : 0);
    if (first > last) continue;
    int depth = 0; // spans close all brackets that they open
    auto bracket = next_bracket.from(begin);
    auto end = next_end.from(begin + 1);
    if (bracket == edges.brackets.end() || *bracket >= last) { // none inside
      while (end != edges.ends.end() && *end < first) ++end;
      for (; end != edges.ends.end() && *end <= last; ++end) spans.push_back({begin, *end});
      continue;
    }
    for (; end != edges.ends.end() && *end <= last; ++end) {
      for (; depth >= 0 && bracket != edges.brackets.end() && *bracket < *end; ++bracket) depth += (outline[*bracket] & opens) ? 1 : -1;
      if (depth < 0) break;
      if (depth == 0 && *end >= first) spans.push_back({begin, *end});
    }
  }
  return spans;
}

} // namespace zonekg::kit
