// Which stretches of a document may be names, by word boundaries, brackets and classes of last words alone.
#include <algorithm>

#include "core/kit/spans.hpp"

namespace zonekg::kit {
namespace {

constexpr bool joins(char32_t c) {
  switch (c) {
  case 0: case U' ': case U'、': case U'的': case U'·': case U'-': case U'—': case U'~': case U'～': case U'/': case U'&': case U'+': return true;
  default: return false;
  }
}
constexpr bool never_first(char32_t c) {
  switch (c) {
  case U'了': case U'着': case U'过': case U'等': case U'之': case U'.': case U'%': case U'％': return true;
  default: return joins(c) || is_closing(c);
  }
}
constexpr bool never_last(char32_t c) {
  switch (c) {
  case U'与': case U'和': case U'及': case U'或': case U'在': return true;
  default: return joins(c) || is_opening(c);
  }
}

// A word may hide a boundary after its first character when that is a function word: 与会|商, 对应.
constexpr bool function_character(char32_t c) {
  switch (c) {
  case U'与': case U'和': case U'对': case U'由': case U'为': case U'在': case U'被': case U'将': case U'向': case U'从': case U'及':
  case U'等': case U'至': case U'到': case U'以': case U'把': case U'是': case U'有': case U'新': case U'已': return true;
  default: return false;
  }
}

// What proposing asks of a position and the character behind it.
enum Edge : std::uint8_t {
  may_begin = 1U << 0,
  may_end = 1U << 1,
  named = 1U << 2, // a word of SpanOptions::ends ends here
  opens = 1U << 3,
  closes = 1U << 4,
  stops = 1U << 5, // no span holds the character
};

std::uint8_t edge_at(const Reading& reading, const SpanOptions& options, std::uint32_t i) {
  const char32_t before = reading.at(std::int64_t{i} - 1), c = reading.at(i);
  const bool boundary = reading.begins(i) || reading.ends(i) || reading.class_begins(i) || reading.class_ends(i) ||
                        function_character(before) || !is_cjk(c) || !is_cjk(before);
  const bool inside_number = reading.folded(i) == U'0' && reading.folded(std::int64_t{i} - 1) == U'0';
  if (!boundary || inside_number) return 0;
  const bool last = i > 0 && !never_last(before) &&
                    (!options.ends || (reading.class_ends(i) & (options.ends | options.after_ends)) || is_closing(before));
  return static_cast<std::uint8_t>((!never_first(c) && !breaks_name(c) ? may_begin : 0) | (last ? may_end : 0));
}

std::vector<std::uint8_t> find_edges(const Reading& reading, const SpanOptions& options) {
  std::vector<std::uint8_t> edges(reading.size() + 1);
  for (std::uint32_t i = 0; i <= reading.size(); ++i) {
    const char32_t c = reading.at(i);
    const bool comma = c == U'，' || c == U',';
    const bool stop = comma ? reading.folded(std::int64_t{i} + 1) != U'0' : breaks_name(c) || (c == U'、' && !options.across_list_marks);
    edges[i] = static_cast<std::uint8_t>(edge_at(reading, options, i) | (stop ? stops : 0) |
                                         (reading.class_ends(i) & options.ends ? named : 0) |
                                         (is_opening(c) && c != U'"' ? opens : 0) | (is_closing(c) && c != U'"' ? closes : 0));
  }
  return edges;
}

} // namespace

std::vector<Range> propose_spans(const Reading& reading, const SpanOptions& options) {
  const std::vector<std::uint8_t> edges = find_edges(reading, options);
  std::vector<Range> spans;
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
      const std::uint8_t last = edges[end - 1];
      depth += (last & opens) ? 1 : (last & closes) ? -1 : 0;
      if ((last & stops) || depth < 0) break;
      const bool wanted = (edges[end] & may_end) && depth == 0 && end - begin >= options.min_chars;
      if (wanted && (!options.ends || end >= next_named)) spans.push_back({begin, end});
    }
  }
  return spans;
}

} // namespace zonekg::kit
