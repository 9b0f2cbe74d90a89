// The words that open and close a list inside a sentence.
#pragma once

#include <cstddef>
#include <string_view>

namespace zonekg {

// Bytes of the longest head noun (项目, 企业, …) that starts at `at`; 0 when none does.
std::size_t head_noun_at(std::string_view text, std::size_t at);

// Where the first item of a list begins in `chunk`, the words before the first separator: behind the last verb,
// preposition or 的 that can introduce a list.
std::size_t first_item_begin(std::string_view chunk);

// Where the last item of a list ends in `chunk`, the words behind the last separator: before the words that say what
// the items do (已投产, 正在, 的). chunk.size() when nothing follows.
std::size_t last_item_end(std::string_view chunk);

// A number with a measure word at `at`: 23个, 三家, 5大.
struct Claim {
  double value = 0;
  std::size_t size = 0; // bytes; 0 when there is none
};
Claim claim_at(std::string_view text, std::size_t at);

// 等 that closes a list at `at`, not 等级, 高等, 平等.
bool closes_list(std::string_view text, std::size_t at);

} // namespace zonekg
