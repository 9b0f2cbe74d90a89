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

// Marks of text[begin, end) in order. A bracket or quote without partner is a pause.
std::vector<Mark> find_marks(std::string_view text, std::size_t begin, std::size_t end);

} // namespace zonekg
