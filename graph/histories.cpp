#include "graph/histories.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <string_view>
#include <tuple>

#include "graph/evidence.hpp"
#include "graph/period_text.hpp"

namespace zonekg {
namespace {

// A project's life in order; breaks ties between facts of one time.
constexpr std::array<std::string_view, 10> life = {
    "planned", "negotiating", "signed",        "preparing", "started", "under_construction",
    "trial",   "completed",   "in_production", "halted"};

std::size_t stage(const std::string& value) {
  return static_cast<std::size_t>(std::find(life.begin(), life.end(), value) - life.begin());
}

// Months, so that a whole year and its last month end together.
struct Time {
  int end = 0, start = 0;
  auto operator<=>(const Time&) const = default;
};

Time time_of(const DatedFact& dated) {
  zkg_interval period = dated.fact->period;
  if (period.end <= 0) period = dated.date.period;
  if (period.end <= 0) period = {dated.date.published, dated.date.published};
  return {period.end / 100, period.start / 100};
}

std::string modality_of(const Fact& fact) { return fact.modality.empty() ? "actual" : fact.modality; }

// What the words leave open is so, as far as is known, in the time that the document is about. What is only intended is
// not: it stays without one.
zkg_interval stated_period(const DatedFact& dated) {
  const bool open = dated.fact->period.end <= 0 && modality_of(*dated.fact) == "actual";
  return open ? dated.date.period : dated.fact->period;
}

struct Draft {
  Time first;
  HistoryEntry entry;
};

bool is_earlier(const Draft& a, const Draft& b) {
  const auto rank = [](const Draft& d) {
    return std::tuple(d.first, stage(d.entry.value), std::string_view(d.entry.value),
                      std::string_view(d.entry.modality), std::string_view(d.entry.period));
  };
  return rank(a) < rank(b);
}

} // namespace

std::vector<History> make_histories(const std::vector<DatedFact>& facts) {
  using Identity = std::tuple<std::string, std::string, std::string>;
  std::map<std::string, std::map<Identity, Draft>> drafts;
  for (const DatedFact& dated : facts) {
    const Fact& fact = *dated.fact;
    Identity identity{fact.value, modality_of(fact), period_text(stated_period(dated))};
    auto [place, is_new] = drafts[fact.key].try_emplace(identity);
    Draft& draft = place->second;
    if (is_new) draft = {time_of(dated), {fact.value, std::get<1>(identity), std::get<2>(identity), {}}};
    draft.first = std::min(draft.first, time_of(dated));
    draft.entry.evidence.push_back(fact.evidence);
  }
  std::vector<History> histories;
  for (auto& [key, by_identity] : drafts) {
    std::vector<Draft> entries;
    for (auto& [identity, draft] : by_identity) entries.push_back(std::move(draft));
    std::sort(entries.begin(), entries.end(), is_earlier);
    histories.push_back({key, {}});
    for (Draft& draft : entries) {
      settle_evidence(draft.entry.evidence);
      histories.back().entries.push_back(std::move(draft.entry));
    }
  }
  return histories;
}

std::string latest_actual(const std::vector<DatedFact>& facts, const std::string& key) {
  const DatedFact* latest = nullptr;
  const auto rank = [](const DatedFact& d) {
    return std::tuple(time_of(d), stage(d.fact->value), std::string_view(d.fact->value));
  };
  for (const DatedFact& dated : facts) {
    if (dated.fact->key != key || modality_of(*dated.fact) != "actual") continue;
    if (latest == nullptr || rank(*latest) < rank(dated)) latest = &dated;
  }
  return latest == nullptr ? std::string() : latest->fact->value;
}

} // namespace zonekg
