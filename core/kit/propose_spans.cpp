// Which stretches of a document may be names, by word boundaries, brackets and classes of last words alone.
#include <algorithm>

#include "core/kit/spans.hpp"

namespace zonekg::kit {
namespace {

constexpr std::uint16_t named = 1U << 15; // beside Outline: a word of SpanOptions::ends ends here

// The outline with the plugin's own words and the mentions that it sees.
std::vector<std::uint16_t> find_edges(const Reading& reading, const SpanOptions& options) {
  std::vector<std::uint16_t> edges = reading.groundwork().outline().at;
  for (std::uint32_t i = 0; i < edges.size(); ++i) {
    const Classes ending = reading.class_ends(i);
    unsigned edge = edges[i];
    const bool bounded = (edge & boundary) || reading.class_begins(i) || ending || reading.begins(i) || reading.ends(i);
    if (!bounded || (edge & inside_number)) edge &= ~(may_begin | may_end);
    if (options.ends && !(ending & (options.ends | options.after_ends)) && !(edge & behind_closing)) edge &= ~unsigned{may_end};
    if ((edge & list_mark) && !options.across_list_marks) edge |= stops;
    if (ending & options.ends) edge |= named;
    edges[i] = static_cast<std::uint16_t>(edge);
  }
  return edges;
}

// The first position from a place on that has one of some bits, the size when none has; places never go back.
class NextWith {
 public:
  NextWith(const std::vector<std::uint16_t>& edges, unsigned bits) : edges_(edges), bits_(bits) {}
  std::uint32_t from(std::uint32_t position) {
    at_ = std::max(at_, position);
    while (at_ < edges_.size() && !(edges_[at_] & bits_)) ++at_;
    return at_;
  }

 private:
  const std::vector<std::uint16_t>& edges_;
  const unsigned bits_;
  std::uint32_t at_ = 0;
};

// Up to the last one, ends of spans that close all brackets they open.
void add_balanced(const std::vector<std::uint16_t>& edges, std::uint32_t begin, Range ends, std::vector<Range>& spans) {
  int depth = 0;
  for (std::uint32_t end = begin + 1; end <= ends.end && depth >= 0; ++end) {
    const std::uint16_t last = edges[end - 1];
    depth += (last & opens) ? 1 : (last & closes) ? -1 : 0;
    if (depth == 0 && end >= ends.begin && (edges[end] & may_end)) spans.push_back({begin, end});
  }
}

} // namespace

std::vector<Range> propose_spans(const Reading& reading, const SpanOptions& options) {
  std::vector<Range> spans;
  if (options.ends && !(reading.classes() & options.ends)) return spans;
  const std::vector<std::uint16_t> edges = find_edges(reading, options);
  std::vector<std::uint32_t> all_ends;
  for (std::uint32_t i = 0; i < edges.size(); ++i)
    if (edges[i] & may_end) all_ends.push_back(i);
  NextWith next_name(edges, named), next_stop(edges, stops), next_bracket(edges, opens | closes);
  auto later = all_ends.begin();
  for (std::uint32_t begin = 0; begin < reading.size(); ++begin) {
    if (!(edges[begin] & may_begin)) continue;
    Range ends{begin + options.min_chars, std::min({reading.size(), begin + options.max_chars, next_stop.from(begin)})};
    if (options.ends) ends.begin = std::max(ends.begin, next_name.from(begin + 1));
    if (ends.begin > ends.end) continue;
    if (next_bracket.from(begin) < ends.end) {
      add_balanced(edges, begin, ends, spans);
      continue;
    }
    while (later != all_ends.end() && *later <= begin) ++later;
    for (auto end = later; end != all_ends.end() && *end <= ends.end; ++end)
      if (*end >= ends.begin) spans.push_back({begin, *end});
  }
  return spans;
}

} // namespace zonekg::kit
