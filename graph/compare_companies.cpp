#include "graph/compare.hpp"
#include "graph/name_key.hpp"
#include "graph/places.hpp"

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

Comparison compare_with_legal_name(std::u32string_view name, const NameForm& fuller) {
  for (const std::u32string& part : naming_parts(fuller))
    if (is_whole(name, part)) return {NameVerdict::same, "place-and-legal-form"};
  if (is_subsidiary(fuller)) return {NameVerdict::unsure, "brand"};
  for (const std::u32string& part : naming_parts(fuller))
    if (is_brand(name, part)) return {NameVerdict::same, "brand"};
  return {NameVerdict::unsure, "brand"};
}

} // namespace

std::vector<std::u32string> naming_parts(const NameForm& company) {
  const std::u32string core = without_parentheses(company.core);
  return {company.places + company.core, company.places + core, bare_places(company.places) + core, core};
}

Comparison compare_companies(const NameForm& shorter, const NameForm& fuller) {
  if (is_legal_name(shorter)) {
    const bool same = shorter.places.empty() && shorter.core == fuller.core && shorter.spelled == fuller.spelled;
    return {same ? NameVerdict::same : NameVerdict::different, same ? "place" : "other-legal-name"};
  }
  const std::u32string name = shorter.places + shorter.core;
  if (is_class_word("company", shorter.key)) return {NameVerdict::unsure, "class-word"};
  if (is_legal_name(fuller)) return compare_with_legal_name(name, fuller);
  const std::u32string whole = fuller.places + fuller.core;
  if (is_whole(name, whole)) return {NameVerdict::same, "legal-form"};
  // 四川富临实业集团 is a name in full; 荆门新宙邦 beside 新宙邦 may be the branch of one firm.
  if (name == fuller.core && name.ends_with(U"集团")) return {NameVerdict::same, "place-of-group"};
  return {NameVerdict::unsure, "brand"};
}

} // namespace zonekg
