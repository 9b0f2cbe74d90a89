// Test cases that other projects wrote for Chinese numbers, amounts and dates (their licences: MIT, Apache-2.0, BSD;
// see the README beside the file). The file is no part of this repository: without it the test says so and is skipped.
#include <gtest/gtest.h>
#include <rapidjson/document.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <string>
#include <vector>

#include "core/text/layers.hpp"
#include "core/text/normalise.hpp"

namespace zonekg {
namespace {

using Json = rapidjson::Value;

std::filesystem::path cases_file() {
  const char* shared = std::getenv("ZONEKG_SHARED");
  const std::filesystem::path folder =
      shared ? std::filesystem::path(shared) : std::filesystem::path(ZONEKG_SOURCE_DIR) / "../shared";
  return folder / "external/quantities.jsonl";
}

std::string text_of(const Json& object, const char* key) {
  const auto member = object.FindMember(key);
  return member != object.MemberEnd() && member->value.IsString() ? member->value.GetString() : "";
}
double number_of(const Json& object, const char* key) {
  const auto member = object.FindMember(key);
  return member != object.MemberEnd() && member->value.IsNumber() ? member->value.GetDouble() : std::nan("");
}
bool same(double a, double b) { return std::fabs(a - b) <= 1e-6 * std::max({1.0, std::fabs(a), std::fabs(b)}); }

int packed(const std::string& iso) {
  if (iso.size() != 10) return 0;
  return std::stoi(iso.substr(0, 4)) * 10000 + std::stoi(iso.substr(5, 2)) * 100 + std::stoi(iso.substr(8, 2));
}

// In base units of our kinds. 千米 and 公斤 are how the cases spell 公里 and 千克.
double factor_of(const std::string& unit) {
  const std::pair<const char*, double> factors[] = {{"千米", 1e3}, {"厘米", 0.01}, {"克", 1e-3},
                                                    {"升", 1e-3},  {"毫升", 1e-6}, {"吨", 1e3}};
  for (const auto& [name, factor] : factors)
    if (unit == name) return factor;
  return 1;
}

// Bound words stand outside our spans; the number alone is what the cases of kind `number` mean.
std::string without_bounds(std::string words) {
  for (const std::string word : {"至少有", "至少", "超过了", "位于", "近"})
    if (words.starts_with(word)) words.erase(0, word.size());
  for (const std::string word : {"之间", "以上", "间"})
    if (words.ends_with(word)) words.erase(words.size() - word.size());
  return words;
}

struct Found {
  std::string words, bare; // with and without the unit
  double number;           // of the bare words
  zkg_quantity row;
};

std::vector<Found> quantities_in(const std::string& text) {
  std::vector<Found> found;
  for (const zkg_quantity& row : find_quantities(text)) {
    const std::string words = text.substr(row.span.begin, row.span.end - row.span.begin);
    const bool closing = row.unit.end == row.span.end && row.unit.begin > row.span.begin;
    std::string bare = closing ? text.substr(row.span.begin, row.unit.begin - row.span.begin) : words;
    double number = closing && row.kind != ZKG_Q_NUMBER ? row.value : row.base_value;
    // 万 of 万人 is part of the number.
    for (const auto& [scale, factor] : {std::pair("亿", 1e8), std::pair("万", 1e4)}) {
      if (!closing || text.compare(row.unit.begin, std::strlen(scale), scale) != 0) continue;
      bare += scale;
      if (row.kind != ZKG_Q_NUMBER) number *= factor;
    }
    found.push_back({words, bare, number, row});
  }
  return found;
}

bool fits_value(const Json& expected, const std::string& kind, const Found& found) {
  const zkg_quantity& row = found.row;
  const std::string unit = text_of(expected, "unit");
  if (kind == "money" && (row.kind != ZKG_Q_MONEY || (!unit.empty() && unit != row.currency))) return false;
  if (kind == "percent" && row.kind != (unit == "pp" ? ZKG_Q_POINTS : ZKG_Q_PERCENT)) return false;
  const double factor = kind == "quantity" ? factor_of(unit) : 1;
  const double value = number_of(expected, "value"), low = number_of(expected, "value_min"),
               high = number_of(expected, "value_max");
  if (!std::isnan(value) && !same(kind == "number" ? found.number : row.base_value, value * factor)) return false;
  if (kind == "number" && found.bare != found.words) return std::isnan(low) || same(found.number, low);
  if (!std::isnan(low) && !same(row.lower, low * factor)) return false;
  return std::isnan(high) || same(row.upper, high * factor);
}

bool is_right(const std::string& text, const std::string& kind, const Json& expect) {
  const auto found = quantities_in(text);
  for (const Json& expected : expect.GetArray()) {
    const std::string surface = normalise(text_of(expected, "surface"), true).text;
    const bool hit = std::any_of(found.begin(), found.end(), [&](const Found& f) {
      const std::string words = without_bounds(surface);
      return (f.words == words || (kind == "number" && f.bare == words)) && fits_value(expected, kind, f);
    });
    if (!hit) return false;
  }
  if (kind != "money" && kind != "percent") return true;
  const auto of_kind = std::count_if(found.begin(), found.end(), [&](const Found& f) {
    return kind == "money" ? f.row.kind == ZKG_Q_MONEY : f.row.kind == ZKG_Q_PERCENT || f.row.kind == ZKG_Q_POINTS;
  });
  return static_cast<std::size_t>(of_kind) == expect.Size();
}

bool are_dates_right(const std::string& text, int reference, const Json& expect) {
  const auto found = find_periods(text, DocumentDate{reference, 0, {0, 0}});
  for (const Json& expected : expect.GetArray()) {
    const std::string surface = normalise(text_of(expected, "surface"), true).text;
    const zkg_interval want{packed(text_of(expected, "start")), packed(text_of(expected, "end"))};
    const bool hit = std::any_of(found.begin(), found.end(), [&](const zkg_period& row) {
      return text.substr(row.span.begin, row.span.end - row.span.begin) == surface &&
             (want.start == 0 || (row.interval.start == want.start && row.interval.end == want.end));
    });
    if (!hit) return false;
  }
  return !expect.Empty() || found.empty();
}

TEST(ExternalQuantities, MostCasesOfOtherProjectsAreRight) {
  std::ifstream file(cases_file());
  if (!file)
    GTEST_SKIP() << "no " << cases_file() << ": set ZONEKG_SHARED to the folder that holds external/quantities.jsonl";
  std::size_t right = 0, all = 0;
  for (std::string line; std::getline(file, line);) {
    rapidjson::Document row;
    row.Parse<rapidjson::kParseIterativeFlag | rapidjson::kParseValidateEncodingFlag>(line.c_str());
    ASSERT_FALSE(row.HasParseError()) << line;
    if (!row["relevant"].GetBool()) continue;
    const std::string kind = row["kind"].GetString(), text = normalise(row["text"].GetString(), true).text;
    const bool good = kind == "date" ? are_dates_right(text, packed(text_of(row, "ref_date")), row["expect"])
                                     : is_right(text, kind, row["expect"]);
    ++all;
    right += good;
    if (!good) std::cout << "wrong: " << row["id"].GetString() << ' ' << kind << ' ' << text << '\n';
  }
  ASSERT_GT(all, 0u);
  std::cout << right << " of " << all << " cases right\n";
  EXPECT_GE(static_cast<double>(right), 0.965 * static_cast<double>(all));
}

} // namespace
} // namespace zonekg
