#include "plugins/investments/kinds.hpp"

#include "core/kit/features.hpp"
#include "core/kit/holds_any.hpp"
#include "core/kit/pairs.hpp"

namespace zonekg {
namespace {

constexpr std::string_view class_prefix = "money_";
constexpr std::uint32_t reach_before = 14, reach_after = 8;

// The word of a `money_…` class that says most about the amount: the nearest one before it in its clause, the longer
// of two that end at one place; else the nearest one just after it.
struct Found {
  std::uint32_t distance = 1000, size = 0;
  AmountKind kind{"other"};
};

bool better(std::uint32_t distance, std::uint32_t size, const Found& best) {
  return distance != best.distance ? distance < best.distance : size > best.size;
}

Found nearest(const kit::Reading& reading, kit::Range amount, kit::Range clause) {
  Found before, after;
  for (auto [row, last] = reading.hits_in(clause); row < last; ++row) {
    const std::string_view name = reading.class_name(reading.hit(row));
    if (name.substr(0, class_prefix.size()) != class_prefix) continue;
    const kit::Range word = reading.range(reading.hit(row).span);
    const AmountKind kind{name.substr(class_prefix.size()), kit::hash_text(reading.text(word))};
    if (word.end <= amount.begin && better(amount.begin - word.end, word.size(), before)) before = {amount.begin - word.end, word.size(), kind};
    if (word.begin >= amount.end && better(word.begin - amount.end, word.size(), after)) after = {word.begin - amount.end, word.size(), kind};
  }
  if (before.distance <= reach_before && (before.distance <= after.distance + 4 || after.distance > reach_after)) return before;
  return after.distance <= reach_after ? after : Found{};
}

bool period_before(const kit::Reading& reading, kit::Range amount, kit::Range clause) {
  for (std::uint32_t i = clause.begin; i < amount.begin; ++i)
    if (reading.begins(i) & kit::mark_period) return true;
  return false;
}

// The title of the column that an amount stands in; empty outside of tables.
kit::Range column_title(const kit::Reading& reading, kit::Range amount) {
  const std::uint32_t item = reading.item_at(amount.begin);
  return item == kit::none ? kit::Range{0, 0} : reading.range(reading.items()[item].header);
}

// In a table nothing but the column's title says it: 累计完成, 1-6月完成 and 年计划 of the period, 计划总投资 the total.
AmountKind kind_of_column(const kit::Reading& reading, kit::Range title) {
  AmountKind kind = nearest(reading, {title.end, title.end}, title).kind;
  const std::string_view words = reading.text(title);
  const auto says = [&](std::string_view name) {
    kind.name = name;
    if (kind.word == 0) kind.word = kit::hash_text(words);
    return kind;
  };
  if (words.find("到位") != std::string_view::npos) return says("cumulative");
  if (kind.word != 0 && kind.name != "cumulative" && kind.name != "total") return kind;
  if (words.find("累计") != std::string_view::npos) return says("cumulative");
  const bool dated = period_before(reading, {title.end, title.end}, title) || kit::holds_any(words, {"年度", "年计划", "本年", "当年", "今年", "本月", "当月", "本周"});
  if (dated && !kit::holds_any(words, {"总投资", "投资总额"})) return says("period");
  return kind;
}

} // namespace

AmountKind amount_kind(const kit::Reading& reading, kit::Range amount) {
  if (const kit::Range title = column_title(reading, amount); title.begin < title.end)
    if (AmountKind kind = kind_of_column(reading, title); kind.word != 0) {
      kind.by_title = true;
      return kind;
    }
  const kit::Range clause = kit::clause_around(reading, amount);
  AmountKind kind = nearest(reading, amount, clause).kind;
  if (kind.name != "cumulative") return kind;
  const bool cumulative = reading.text({clause.begin, amount.begin}).find("累计") != std::string_view::npos;
  if (!cumulative && period_before(reading, amount, clause)) kind.name = "period";
  return kind;
}

std::string_view amount_modality(const kit::Reading& reading, kit::Range amount) {
  const kit::Range title = column_title(reading, amount);
  if (title.begin < title.end && kind_of_column(reading, title).name == "period" && reading.text(title).find("计划") != std::string_view::npos)
    return "target";
  const std::string_view before = reading.text({kit::clause_around(reading, amount).begin, amount.begin});
  for (const std::string_view word : {"预计", "可实现", "将实现", "达产后", "投产后", "建成后"})
    if (before.find(word) != std::string_view::npos) return "expected";
  for (const std::string_view word : {"力争", "计划完成", "争取", "年计划投资", "年度计划投资"})
    if (before.find(word) != std::string_view::npos) return "target";
  return "actual";
}

} // namespace zonekg
