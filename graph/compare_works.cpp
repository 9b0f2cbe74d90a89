#include <algorithm>

#include "core/text/places.hpp"
#include "graph/compare.hpp"
#include "graph/work_name.hpp"

namespace zonekg {
namespace {

struct Owner {
  std::size_t size = 0; // code points of the core
  std::u32string brand;
};

// The longest firm's name that the core begins with: 卫星嘉宏 rather than 卫星.
Owner owner_of(const NameForm& form, const Surroundings& around) {
  constexpr std::size_t longest_firm = 16;
  for (std::size_t size = std::min(longest_firm, form.core.size()); size >= shortest_brand; --size) {
    for (const std::u32string& name : {form.places + form.core.substr(0, size), form.core.substr(0, size)})
      if (const auto found = around.brands.find(name); found != around.brands.end()) return {size, found->second};
  }
  return {};
}

bool agree(const std::set<std::u32string>& a, const std::set<std::u32string>& b) {
  return a.empty() || b.empty() || std::includes(a.begin(), a.end(), b.begin(), b.end()) ||
         std::includes(b.begin(), b.end(), a.begin(), a.end());
}

NameComparison compare_parts(const WorkName& a, const WorkName& b, bool owners) {
  constexpr std::size_t shortest_product = 3;
  if (!agree(a.amounts, b.amounts)) return {NameVerdict::different, "other-amount"};
  if (a.product == b.product && !a.product.empty() && (owners || !a.amounts.empty()))
    return {NameVerdict::same, owners ? "owner-and-product" : "amount-and-product", Fit::whole, true};
  const bool tail = a.product.size() >= shortest_product && b.product.ends_with(a.product);
  if (owners && tail) return {NameVerdict::same, "owner-and-tail-of-product", Fit::brand, true};
  return {NameVerdict::unsure, "product"};
}

} // namespace

NameComparison compare_works(const NameForm& shorter, const NameForm& fuller, const Surroundings& around) {
  const std::u32string whole = fuller.places + fuller.core, part = shorter.places + shorter.core;
  if (whole == part) return {NameVerdict::same, "class-word", Fit::whole, true};
  if (whole.ends_with(part)) {
    std::u32string prefix = whole.substr(0, whole.size() - part.size());
    if (prefix.ends_with(U'的')) prefix.pop_back();
    if (is_places(prefix) || around.zones.contains(prefix)) return {NameVerdict::same, "place-prefix", Fit::whole, true};
  }
  const Owner a = owner_of(shorter, around), b = owner_of(fuller, around);
  if (a.size > 0 && b.size > 0 && a.brand != b.brand) return {NameVerdict::different, "other-owner"};
  WorkName x = parse_work(shorter, a.size), y = parse_work(fuller, b.size);
  if (x.product.size() > y.product.size()) std::swap(x, y);
  return compare_parts(x, y, a.size > 0 && b.size > 0);
}

} // namespace zonekg
