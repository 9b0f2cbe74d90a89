#include "core/text/places.hpp"
#include "graph/compare.hpp"
#include "graph/firm_words.hpp"
#include "graph/name_key.hpp"

namespace zonekg {
namespace {

// Words at the end that carry no name of their own.
std::u32string_view without_empty_word(std::u32string_view name) {
  for (const std::u32string_view word : {U"(集团)", U"科技", U"实业", U"集团", U"股份", U"控股"})
    if (name.size() >= word.size() + shortest_brand && name.ends_with(word))
      return name.substr(0, name.size() - word.size());
  return name;
}

bool is_whole(std::u32string_view name, std::u32string_view part) {
  return name == part || name == without_empty_word(part);
}

// A place alone is no brand: 四川 does not stand for 四川富临.
bool is_brand(std::u32string_view name, std::u32string_view part) {
  if (name.size() < shortest_brand || !part.starts_with(name)) return false;
  std::u32string_view rest = name;
  while (const std::size_t size = leading_place(rest)) rest.remove_prefix(size);
  return rest.size() >= shortest_brand;
}

// Named as a group's firm in a place (日本电产芝浦(浙江)有限公司, 国药集团融资租赁有限公司): the brand is the group's.
bool is_subsidiary(const NameForm& legal) {
  const std::size_t group = legal.core.find(U"集团");
  return legal.core.find(U'(') != legal.core.npos || (group != legal.core.npos && group + 2 < legal.core.size());
}

// So short that firms of several places may be called so: 宏达, 华星. Listed firms are known by theirs.
bool is_common(std::u32string_view name) {
  constexpr std::size_t shortest_rare = 4;
  return name.size() < shortest_rare && !is_listed_firm(name);
}

// 天齐锂业射洪公司: the firm's branch in a place, named like the firm.
bool is_branch(std::u32string_view name, const NameForm& fuller) {
  const std::u32string whole = fuller.places + fuller.core;
  return fuller.kind == U"公司" && name.size() > shortest_brand && whole.starts_with(name) &&
         is_places(std::u32string_view(whole).substr(name.size()));
}

// One brand, two trades, 盛虹炼化 and 盛虹石化: two firms of a group.
NameComparison other_trade_or_unsure(const NameForm& shorter, const NameForm& fuller) {
  const std::u32string brand = brand_of(shorter);
  const std::u32string core = without_parentheses(shorter.core), other = without_parentheses(fuller.core);
  const bool trades = core.size() > brand.size() && other.size() > brand.size() && brand == brand_of(fuller);
  if (!trades || core.starts_with(other) || other.starts_with(core)) return {NameVerdict::unsure, "brand"};
  return {NameVerdict::different, "other-trade"};
}

NameComparison compare_with_legal_name(std::u32string_view name, const NameForm& shorter, const NameForm& fuller) {
  for (const std::u32string& part : naming_parts(fuller))
    if (is_whole(name, part)) return {NameVerdict::same, "place-and-legal-form", Fit::whole, is_common(name)};
  if (is_subsidiary(fuller)) return {NameVerdict::unsure, "brand"};
  for (const std::u32string& part : naming_parts(fuller))
    if (is_brand(name, part)) return {NameVerdict::same, "brand", Fit::brand, true};
  return other_trade_or_unsure(shorter, fuller);
}

// Neither is a name in full.
NameComparison compare_short_names(const std::u32string& name, const NameForm& shorter, const NameForm& fuller) {
  const std::u32string whole = fuller.places + fuller.core;
  if (is_whole(name, whole)) return {NameVerdict::same, "legal-form", Fit::whole, is_common(name)};
  if (is_branch(name, fuller)) return {NameVerdict::same, "branch", Fit::whole, true};
  // 四川富临实业集团 is a name in full; 荆门新宙邦 beside 新宙邦 is the branch of a firm known everywhere.
  if (name == fuller.core && name.ends_with(U"集团")) return {NameVerdict::same, "place-of-group", Fit::whole};
  if (name == fuller.core && is_listed_firm(name)) return {NameVerdict::different, "daughter-of-listed"};
  if (name == fuller.core && !is_trades(brand_of(shorter)))
    return {NameVerdict::same, "place", Fit::brand, true, true};
  const bool begins = name.size() >= shortest_brand && fuller.core.starts_with(name) && shorter.places.empty();
  if (begins && leading_place(name) != name.size() && is_trades(std::u32string_view(fuller.core).substr(name.size())))
    return {NameVerdict::same, "brand-and-trade", is_listed_firm(fuller.core) ? Fit::listed : Fit::brand, true, true};
  return other_trade_or_unsure(shorter, fuller);
}

} // namespace

std::vector<std::u32string> naming_parts(const NameForm& company) {
  const std::u32string core = without_parentheses(company.core);
  return {company.places + company.core, company.places + core, bare_places(company.places) + core, core};
}

NameComparison compare_companies(const NameForm& shorter, const NameForm& fuller) {
  if (is_legal_name(shorter)) {
    const bool same = shorter.places.empty() && shorter.core == fuller.core && shorter.spelled == fuller.spelled;
    if (same) return {NameVerdict::same, "place", Fit::whole};
    return {NameVerdict::different, "other-legal-name"};
  }
  const std::u32string name = shorter.places + shorter.core;
  if (is_class_word("company", shorter.key)) return {NameVerdict::unsure, "class-word"};
  if (is_legal_name(fuller)) return compare_with_legal_name(name, shorter, fuller);
  return compare_short_names(name, shorter, fuller);
}

} // namespace zonekg
