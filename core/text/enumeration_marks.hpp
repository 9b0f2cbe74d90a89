// The punctuation of one sentence that shapes lists.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace zonekg {

enum class MarkKind : std::uint8_t { open, separator, pause, close_word };

struct Mark {
  std::size_t begin, end;
  MarkKind kind;
  char32_t sign;         // opening bracket or quote, or the mark itself
  std::size_t group_end; // open: behind the closing partner
  std::size_t next;      // open: index of the first mark behind the partner
};

// Replaces `marks` by the marks of text[begin, end) in order; brackets deeper than `deepest_group` only part the words. A bracket or quote without partner is a pause.
constexpr std::size_t deepest_group = 6;
void find_marks(std::string_view text, std::size_t begin, std::size_t end, std::vector<Mark>& marks);

} // namespace zonekg
