#include "graph/firm_words.hpp"

#include <algorithm>
#include <iterator>

namespace zonekg {
namespace {

constexpr std::u32string_view listed[] = {
#include "graph/listed_firms.inc"
};
constexpr std::u32string_view trades[] = {
#include "graph/trades.inc"
};
constexpr std::size_t longest_trade = 5;

bool is_trade(std::u32string_view word) { return std::binary_search(std::begin(trades), std::end(trades), word); }

} // namespace

bool is_listed_firm(std::u32string_view name) {
  return std::binary_search(std::begin(listed), std::end(listed), name);
}

std::size_t trailing_trades(std::u32string_view core, std::size_t kept) {
  std::size_t length = 0;
  for (bool found = true; found;) {
    found = false;
    const std::u32string_view rest = core.substr(0, core.size() - length);
    for (std::size_t size = longest_trade; size >= 2 && !found; --size) {
      if (rest.size() < size + kept || !is_trade(rest.substr(rest.size() - size))) continue;
      length += size;
      found = true;
    }
  }
  return length;
}

bool is_trades(std::u32string_view text) { return !text.empty() && trailing_trades(text, 0) == text.size(); }

} // namespace zonekg
