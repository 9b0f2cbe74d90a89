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

// Asked for once: linking folds names in several threads, and ICU looks at a lock each time. Nothing when ICU lacks its data.
const icu::Normalizer2* case_folding() {
  static const icu::Normalizer2* const instance = [] {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* found = icu::Normalizer2::getNFKCCasefoldInstance(status);
    return U_FAILURE(status) ? nullptr : found;
  }();
  return instance;
}

std::u32string fold(std::u32string text) {
  if (std::all_of(text.begin(), text.end(), folds_to_itself)) return text;
  const icu::Normalizer2* folding = case_folding();
  if (folding == nullptr) return text;
  UErrorCode status = U_ZERO_ERROR;
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
      if (drop_suffix(key, suffix)) break;
    for (const std::u32string_view praise : {U"高端", U"现代", U"先进"})
      if (key.size() >= praise.size() + 2 && key.starts_with(praise)) {
        key.erase(0, praise.size());
        break;
      }
  }
}

// Parks of two governments: 中国-马来西亚钦州产业园区 → 中马钦州产业园区.
struct Country {
  std::u32string_view name, brief;
};
constexpr Country countries[] = {
    {U"马来西亚", U"马"},   {U"新加坡", U"新"}, {U"德国", U"德"},     {U"韩国", U"韩"},   {U"意大利", U"意"},
    {U"瑞士", U"瑞"},       {U"日本", U"日"},   {U"法国", U"法"},     {U"英国", U"英"},   {U"俄罗斯", U"俄"},
    {U"白俄罗斯", U"白"},   {U"泰国", U"泰"},   {U"越南", U"越"},     {U"老挝", U"老"},   {U"柬埔寨", U"柬"},
    {U"印度尼西亚", U"印尼"}, {U"美国", U"美"}, {U"以色列", U"以"},   {U"奥地利", U"奥"}, {U"荷兰", U"荷"},
    {U"丹麦", U"丹"},       {U"芬兰", U"芬"},   {U"哈萨克斯坦", U"哈"}, {U"埃及", U"埃"}, {U"沙特", U"沙"},
    {U"匈牙利", U"匈"},     {U"比利时", U"比"}, {U"巴基斯坦", U"巴"}, {U"阿联酋", U"阿"}, {U"古巴", U"古"}};

std::u32string_view brief_of(std::u32string_view& text) {
  for (const Country& country : countries) {
    if (!text.starts_with(country.name)) continue;
    text.remove_prefix(country.name.size());
    return country.brief;
  }
  return {};
}

void shorten_countries(std::u32string& key) {
  constexpr std::u32string_view china = U"中国";
  std::u32string_view rest = key;
  std::u32string brief;
  if (rest.starts_with(china)) {
    rest.remove_prefix(china.size());
    brief = U"中";
  } else if (const auto first = brief_of(rest); !first.empty()) {
    brief = first;
  }
  if (brief.empty() || rest.empty() || std::u32string_view(U"-·").find(rest.front()) == rest.npos) return;
  rest.remove_prefix(1);
  if (rest.starts_with(china)) {
    rest.remove_prefix(china.size());
    brief += U"中";
  } else if (const auto second = brief_of(rest); !second.empty()) {
    brief += second;
  } else {
    return;
  }
  key = brief.append(rest);
}

// Banks as everybody calls them: 国开行 for 国家开发银行; their branches are named with either.
struct Bank {
  std::u32string_view name, brief;
};
constexpr Bank banks[] = {
    {U"国家开发银行", U"国开行"},     {U"农业发展银行", U"农发行"}, {U"工商银行", U"工行"},         {U"农业银行", U"农行"},
    {U"建设银行", U"建行"},           {U"交通银行", U"交行"},       {U"邮政储蓄银行", U"邮储银行"}, {U"进出口银行", U"进出口银行"},
    {U"浦东发展银行", U"浦发银行"},   {U"招商银行", U"招行"}};

void shorten_banks(std::u32string& key) {
  constexpr std::u32string_view china = U"中国", legal = U"股份有限公司";
  const std::size_t rank = key.starts_with(china) ? china.size() : 0;
  for (const Bank& bank : banks) {
    if (!std::u32string_view(key).substr(rank).starts_with(bank.name)) continue;
    key.replace(0, rank + bank.name.size(), bank.brief);
    break;
  }
  if (const std::size_t at = key.find(legal); at != key.npos && key.ends_with(U"行") && key.find(U"行") < at) key.erase(at, legal.size());
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
    U"产业基地", U"高新技术产业园区", U"出口加工区",     U"示范区",   U"工业集聚区", U"产业集中区",
    U"合作区"};
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
  if (type == "zone") shorten_countries(key);
  if (type == "company") shorten_banks(key);
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
