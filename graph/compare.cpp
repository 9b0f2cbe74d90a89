#include "graph/compare.hpp"

#include "graph/firm_words.hpp"
#include "graph/name_key.hpp"

namespace zonekg {
namespace {

std::u32string_view without_second_name(const NameForm& form) {
  std::u32string_view key = form.key;
  if (const auto second = second_name(form.type, key); !second.empty()) key.remove_suffix(second.size() + 2);
  return key;
}

bool is_work(const NameForm& form) { return form.type == "project" || form.type == "infrastructure"; }

} // namespace

std::u32string brand_of(const NameForm& company) {
  const std::u32string core = without_parentheses(company.core);
  return core.substr(0, core.size() - trailing_trades(core, shortest_brand));
}

void add_surroundings(const std::vector<NameForm>& forms, Surroundings& around) {
  for (const NameForm& form : forms) {
    if (form.type == "zone") around.zones.insert(form.key);
    if (form.type == "company" && !is_class_word(form.type, form.key)) around.brands.try_emplace(form.key, brand_of(form));
  }
}

NameComparison compare(const NameForm& shorter, const NameForm& fuller, const Surroundings& around) {
  if (!is_fuller(fuller, shorter)) return {NameVerdict::unsure, "not-shorter"};
  if (!second_name(fuller.type, fuller.key).empty() && shorter.key == second_name(fuller.type, fuller.key))
    return {NameVerdict::same, "second-name", Fit::whole};
  if (ordinals(without_second_name(shorter)) != ordinals(without_second_name(fuller)))
    return {NameVerdict::different, "other-ordinal"};
  if (shorter.key == without_parentheses(fuller.key)) return {NameVerdict::same, "parentheses", Fit::whole, true};
  if (shorter.type == "zone") return compare_zones(shorter, fuller, around.zones);
  if (shorter.type == "company") return compare_companies(shorter, fuller);
  if (is_work(shorter)) return compare_works(shorter, fuller, around);
  return {};
}

} // namespace zonekg
