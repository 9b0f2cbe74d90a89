#include "graph/abbreviations.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <span>
#include <utility>

#include "graph/brief_names.hpp"
#include "graph/compare.hpp"
#include "graph/settle.hpp"

namespace zonekg {
namespace {

constexpr std::size_t most_bearers = 64; // of one pair of characters: more of them tell nothing

std::uint64_t pair_key(const NameForm& form, std::size_t at) { return std::uint64_t{form.key[at]} << 32 | form.key[at + 1]; }
std::uint64_t letter_key(char32_t letter) { return std::uint64_t{letter} << 32; }

// Forms by each two characters that stand side by side in them, zones by each single one, too.
class Bearers {
 public:
  using Bearer = std::pair<std::uint64_t, std::uint32_t>; // the characters, the form

  explicit Bearers(const std::vector<NameForm>& forms) {
    for (std::uint32_t f = 0; f < forms.size(); ++f) {
      for (std::size_t at = 0; at + 1 < forms[f].key.size(); ++at) bearers_.emplace_back(pair_key(forms[f], at), f);
      if (forms[f].type == "zone")
        for (const char32_t letter : forms[f].key) bearers_.emplace_back(letter_key(letter), f);
    }
    settle(bearers_);
  }

  // Of the first character of a zone, of the first two of another form or where many bear that one; where few bear them.
  [[nodiscard]] std::span<const Bearer> of(const NameForm& form) const {
    if (form.type == "zone")
      if (const auto found = of(letter_key(form.key[0])); !found.empty()) return found;
    return of(pair_key(form, 0));
  }

 private:
  [[nodiscard]] std::span<const Bearer> of(std::uint64_t key) const {
    const auto first = std::lower_bound(bearers_.begin(), bearers_.end(), Bearer{key, 0});
    const auto last = std::lower_bound(first, bearers_.end(), Bearer{key + 1, 0});
    return static_cast<std::size_t>(last - first) > most_bearers ? std::span<const Bearer>() : std::span(first, last);
  }

  std::vector<Bearer> bearers_; // sorted
};

// Roots of forms that hold the words of an abbreviation: whether it fits one of them.
using Meant = std::map<std::uint32_t, bool>;

} // namespace

Abbreviation abbreviation(const NameForm& shorter, const NameForm& fuller) {
  const NameComparison comparison = compare(shorter, fuller, {});
  const bool letters_of_trade = comparison.rule == "other-trade" && holds_letters(fuller.key, shorter.key); // 国新租赁 of 国新融资租赁
  if (comparison.verdict == NameVerdict::different && !letters_of_trade) return Abbreviation::none;
  if (is_brief_name(shorter, fuller)) return Abbreviation::fits;
  return holds_letters(fuller.key, shorter.key) ? Abbreviation::rival : Abbreviation::none;
}

void join_abbreviations(const std::vector<NameForm>& forms, Clusters& clusters) {
  const Bearers bearers(forms);
  std::vector<std::uint32_t> order(forms.size());
  std::iota(order.begin(), order.end(), 0U);
  std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) { return is_fuller(forms[a], forms[b]); });
  for (const std::uint32_t shorter : order) {
    if (forms[shorter].key.size() < shortest_brief) continue;
    Meant before, behind;
    for (const auto& [pair, fuller] : bearers.of(forms[shorter])) {
      if (forms[fuller].type != forms[shorter].type || clusters.root(fuller) == clusters.root(shorter)) continue;
      if (!is_fuller(forms[fuller], forms[shorter])) continue;
      const Abbreviation found = abbreviation(forms[shorter], forms[fuller]);
      Meant& meant = fuller < shorter ? before : behind;
      if (found != Abbreviation::none) meant[clusters.root(fuller)] |= found == Abbreviation::fits;
    }
    const Meant& meant = before.empty() ? behind : before;
    if (meant.size() == 1 && meant.begin()->second) clusters.join(shorter, meant.begin()->first);
  }
}

} // namespace zonekg
