#include "graph/name_key.hpp"

#include <algorithm>
#include <array>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include "graph/code_points.hpp"

namespace zonekg {
namespace {

constexpr std::u32string_view quotes = U"\"'`“”‘’«»「」『』《》〈〉";
constexpr std::u32string_view dashes = U"‐‑‒–—―−";

// Characters that NFKC and case folding leave alone: most names take the short way.
bool folds_to_itself(char32_t c) { return (c >= 0x4E00 && c <= 0x9FFF) || (c < 0x80 && !(c >= U'A' && c <= U'Z')); }

std::u32string fold(std::u32string text) {
  if (std::all_of(text.begin(), text.end(), folds_to_itself)) return text;
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* folding = icu::Normalizer2::getNFKCCasefoldInstance(status);
  if (U_FAILURE(status)) return text;
  const auto units = icu::UnicodeString::fromUTF32(reinterpret_cast<const UChar32*>(text.data()),
                                                   static_cast<std::int32_t>(text.size()));
  const icu::UnicodeString folded = folding->normalize(units, status);
  if (U_FAILURE(status)) return text;
  std::u32string result;
  for (std::int32_t i = 0; i < folded.length(); i = folded.moveIndex32(i, 1))
    result += static_cast<char32_t>(folded.char32At(i));
  return result;
}

bool is_dropped(char32_t c) {
  return quotes.find(c) != quotes.npos || u_isUWhiteSpace(static_cast<UChar32>(c)) ||
         u_iscntrl(static_cast<UChar32>(c));
}

bool drop_suffix(std::u32string& key, std::u32string_view suffix) {
  if (key.size() <= suffix.size() || !key.ends_with(suffix)) return false;
  key.resize(key.size() - suffix.size());
  return true;
}

void drop_class_word(std::string_view type, std::u32string& key) {
  if (type == "project") drop_suffix(key, U"项目");
  if (type == "industry") {
    for (const std::u32string_view suffix : {U"产业集群", U"产业", U"行业"})
      if (drop_suffix(key, suffix)) return;
  }
}

bool is_latin(char32_t c) { return c >= U'a' && c <= U'z'; }
bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }

// A run of x alone; a single x only where a letter of a word cannot be meant (X光, X射线 are words).
bool is_redacted_run(std::u32string_view key, std::size_t begin, std::size_t end) {
  if (end - begin > 1) return true;
  const std::u32string_view rest = key.substr(end);
  return !rest.starts_with(U"光") && !rest.starts_with(U"射线") && !rest.starts_with(U"-");
}

// 3×100兆瓦 is a product.
bool is_between_digits(std::u32string_view key, std::size_t at) {
  return at > 0 && at + 1 < key.size() && is_digit(key[at - 1]) && is_digit(key[at + 1]);
}

constexpr std::array zone_class_words = {
    U"开发区",   U"经济开发区",       U"经济技术开发区", U"经开区",   U"高新区",     U"高新技术产业开发区",
    U"工业园",   U"工业园区",         U"产业园",         U"产业园区", U"园区",       U"化工园区",
    U"化工园",   U"科技园",           U"科技园区",       U"新区",     U"工业集中区", U"产业集聚区",
    U"集聚区",   U"工业区",           U"片区",           U"保税区",   U"综合保税区", U"综保区",
    U"物流园",   U"物流园区",         U"创业园",         U"孵化园",   U"核心区",     U"起步区",
    U"产业基地", U"高新技术产业园区", U"出口加工区",     U"示范区",   U"工业集聚区", U"产业集中区"};
constexpr std::array company_class_words = {U"公司", U"本公司", U"该公司", U"我公司", U"集团",    U"集团公司",
                                            U"企业", U"总公司", U"分公司", U"银行",   U"平台公司"};

} // namespace

std::u32string name_key(std::string_view type, std::string_view name) {
  const std::u32string text = to_code_points(name);
  std::u32string key = fold(text);
  std::erase_if(key, is_dropped);
  for (char32_t& c : key)
    if (dashes.find(c) != dashes.npos) c = U'-';
  drop_class_word(type, key);
  return key.empty() ? text : key;
}

bool is_redacted(std::u32string_view key) {
  for (std::size_t i = 0; i < key.size(); ++i) {
    if (std::u32string_view(U"□■█▇某").find(key[i]) != std::u32string_view::npos) return true;
    if (std::u32string_view(U"*×").find(key[i]) != std::u32string_view::npos && !is_between_digits(key, i)) return true;
    if (!is_latin(key[i])) continue;
    std::size_t end = i;
    bool only_x = true;
    for (; end < key.size() && is_latin(key[end]); ++end) only_x = only_x && key[end] == U'x';
    if (only_x && is_redacted_run(key, i, end)) return true;
    i = end - 1;
  }
  return false;
}

bool is_class_word(std::string_view type, std::u32string_view key) {
  const auto among = [&](const auto& words) { return std::find(words.begin(), words.end(), key) != words.end(); };
  return (type == "zone" && among(zone_class_words)) || (type == "company" && among(company_class_words));
}

} // namespace zonekg
