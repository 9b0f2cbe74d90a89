#include "core/training/same.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <set>
#include <vector>

#include "core/text/utf8.hpp"

namespace zonekg {
namespace {

std::set<char32_t> characters(std::string_view text) {
  std::set<char32_t> result;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    result.insert(c.value);
    at += c.size;
  }
  return result;
}

} // namespace

bool same_number(double a, double b) { return std::abs(a - b) <= 1e-6 * std::max({1.0, std::abs(a), std::abs(b)}); }

bool same_metric(std::string_view a, std::string_view b) {
  if (a.empty() || b.empty()) return false;
  if (a.find(b) != std::string_view::npos || b.find(a) != std::string_view::npos) return true;
  const std::set<char32_t> left = characters(a), right = characters(b);
  std::vector<char32_t> both;
  std::set_intersection(left.begin(), left.end(), right.begin(), right.end(), std::back_inserter(both));
  return both.size() * 2 >= std::min(left.size(), right.size());
}

} // namespace zonekg
