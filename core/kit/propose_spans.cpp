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

} // namespace

std::vector<Range> propose_spans(const Reading& reading, const SpanOptions& options) {
  std::vector<Range> spans;
  if (options.ends && !(reading.classes() & options.ends)) return spans;
  const std::vector<std::uint16_t> edges = find_edges(reading, options);
  std::uint32_t next_named = 0; // the first position behind `begin` where a word of the classes ends
  for (std::uint32_t begin = 0; begin < reading.size(); ++begin) {
    if (!(edges[begin] & may_begin)) continue;
    const std::uint32_t limit = std::min(reading.size(), begin + options.max_chars);
    if (options.ends) {
      for (next_named = std::max(next_named, begin + 1); next_named < edges.size() && !(edges[next_named] & named);) ++next_named;
      if (next_named > limit) continue;
    }
    int depth = 0;
    for (std::uint32_t end = begin + 1; end <= limit; ++end) {
      const std::uint16_t last = edges[end - 1];
      depth += (last & opens) ? 1 : (last & closes) ? -1 : 0;
      if ((last & stops) || depth < 0) break;
      const bool wanted = (edges[end] & may_end) && depth == 0 && end - begin >= options.min_chars;
      if (wanted && (!options.ends || end >= next_named)) spans.push_back({begin, end});
    }
  }
  return spans;
}

} // namespace zonekg::kit
