#include "graph/abbreviations.hpp"

#include <algorithm>
#include <initializer_list>
#include <map>
#include <numeric>
#include <span>
#include <string_view>
#include <utility>

#include "core/text/places.hpp"
#include "graph/compare.hpp"
#include "graph/name_key.hpp"
#include "graph/settle.hpp"

namespace zonekg {
namespace {

using Text = std::u32string_view;

constexpr std::size_t shortest = 2;         // code points of an abbreviation
constexpr std::size_t shortest_letters = 4; // of one whose characters stand apart in the fuller name
constexpr std::size_t most_bearers = 64;    // of one pair of characters: more of them tell nothing

bool holds(Text text, Text part) { return text.find(part) != Text::npos; }

bool ends_with_any(Text text, std::initializer_list<Text> words) {
  return std::any_of(words.begin(), words.end(), [&](Text word) { return text.ends_with(word); });
}

// All characters of `letters` stand in `text`, in their order.
bool holds_letters(Text text, Text letters) {
  std::size_t found = 0;
  for (const char32_t c : text)
    if (found < letters.size() && letters[found] == c) ++found;
  return found == letters.size();
}

// `part` ends the text, does not begin inside a word or figure, and what it leaves out does not tell a second one from it:
// 东部沿海工业园 is not 沿海工业园.
bool ends_with_whole(Text text, Text part) {
  if (!text.ends_with(part) || text.size() == part.size()) return false;
  const Text left_out = text.substr(0, text.size() - part.size());
  if (is_cut_inside_word(left_out, part)) return false;
  return !ends_with_any(left_out, {U"东", U"西", U"南", U"北", U"东部", U"西部", U"南部", U"北部", U"中部", U"国际"});
}

// 万安园 of 万安生态产业园. Nothing but 园 or 园区 may stand for the class word: 玉门工业园 is not 玉门东工业园.
bool is_brief_park(const NameForm& shorter, Text fuller) {
  Text name = shorter.key;
  for (const Text park : {U"园区", U"园"}) {
    if (!name.ends_with(park)) continue;
    name.remove_suffix(park.size());
    if (name.size() < shortest || ends_with_any(name, {U"工业", U"产业", U"科技", U"物流", U"创业", U"示范", U"化工", U"合作"})) return false;
    return holds(fuller, name) && ends_with_any(fuller, {U"园", U"园区", U"工业区"});
  }
  return false;
}

bool is_inside(Text text, Text part) { return !text.starts_with(part) && !text.ends_with(part); }

bool is_brief_firm(const NameForm& shorter, Text fuller) {
  const Text name = shorter.key;
  if (is_legal_name(shorter) || is_places(name)) return false;
  if (holds(fuller, name)) return is_inside(fuller, name) && !name.ends_with(U"集团"); // a group's firm is another one
  return name.size() >= shortest_letters && !is_redacted(name) && holds_letters(fuller, name);
}

// The beginning of a work's name is mostly the firm's or the place's; a park or plant is more than what is built in it.
bool is_brief_work(const NameForm& shorter, Text fuller) {
  const Text name = shorter.key;
  if (fuller.starts_with(name)) return name.size() > shortest && !ends_with_any(name, {U"园", U"园区", U"港", U"厂", U"城"});
  if (holds(fuller, name)) return name.size() > shortest && is_inside(fuller, name);
  const bool ends = name.size() >= shortest_letters && holds(fuller, name.substr(name.size() - 2));
  return ends && !is_redacted(name) && holds_letters(fuller, name);
}

bool fits(const NameForm& shorter, Text fuller) {
  if (shorter.type == "company" && is_class_word(shorter.type, shorter.key)) return false;
  if (ends_with_whole(fuller, shorter.key) && shorter.type != "industry") return !is_places(shorter.key);
  if (shorter.type == "zone") return is_brief_park(shorter, fuller);
  if (shorter.type == "company") return is_brief_firm(shorter, fuller);
  return shorter.type == "project" && is_brief_work(shorter, fuller);
}

std::uint64_t pair_key(const NameForm& form, std::size_t at) { return std::uint64_t{form.key[at]} << 32 | form.key[at + 1]; }

// Forms by each two characters that stand side by side in them.
class Bearers {
 public:
  using Bearer = std::pair<std::uint64_t, std::uint32_t>; // the two characters, the form

  explicit Bearers(const std::vector<NameForm>& forms) {
    for (std::uint32_t f = 0; f < forms.size(); ++f)
      for (std::size_t at = 0; at + 1 < forms[f].key.size(); ++at) bearers_.emplace_back(pair_key(forms[f], at), f);
    settle(bearers_);
  }

  // Of the first two characters of a form, where few bear them.
  [[nodiscard]] std::span<const Bearer> of(const NameForm& form) const {
    const std::uint64_t key = pair_key(form, 0);
    const auto first = std::lower_bound(bearers_.begin(), bearers_.end(), Bearer{key, 0});
    const auto last = std::lower_bound(first, bearers_.end(), Bearer{key + 1, 0});
    return static_cast<std::size_t>(last - first) > most_bearers ? std::span<const Bearer>() : std::span(first, last);
  }

 private:
  std::vector<Bearer> bearers_; // sorted
};

// Roots of forms that hold the words of an abbreviation: whether it fits one of them.
using Meant = std::map<std::uint32_t, bool>;

} // namespace

Abbreviation abbreviation(const NameForm& shorter, const NameForm& fuller) {
  const NameComparison comparison = compare(shorter, fuller, {});
  const bool letters_of_trade = comparison.rule == "other-trade" && holds_letters(fuller.key, shorter.key); // 国新租赁 of 国新融资租赁
  if (comparison.verdict == NameVerdict::different && !letters_of_trade) return Abbreviation::none;
  if (fits(shorter, fuller.key)) return Abbreviation::fits;
  return holds_letters(fuller.key, shorter.key) ? Abbreviation::rival : Abbreviation::none;
}

void join_abbreviations(const std::vector<NameForm>& forms, Clusters& clusters) {
  const Bearers bearers(forms);
  std::vector<std::uint32_t> order(forms.size());
  std::iota(order.begin(), order.end(), 0U);
  std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) { return is_fuller(forms[a], forms[b]); });
  for (const std::uint32_t shorter : order) {
    if (forms[shorter].key.size() < shortest) continue;
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
