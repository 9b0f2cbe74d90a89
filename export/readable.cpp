#include "export/readable.hpp"

#include <variant>

#include "graph/number_text.hpp"

namespace zonekg {
namespace {

constexpr std::string_view separator = "; ";

void append_in_parentheses(std::string& out, std::string_view first, std::string_view second) {
  if (first.empty() && second.empty()) return;
  ((out += " (") += first) += first.empty() || second.empty() ? "" : ", ";
  (out += second) += ')';
}

} // namespace

std::vector<PlainValue> plain_values(const Property& property) {
  if (const auto* text = std::get_if<std::string>(&property.value)) return {{property.key, ValueKind::text, *text}};
  if (const auto* number = std::get_if<double>(&property.value))
    return {{property.key, ValueKind::number, number_text(*number)}};
  if (const auto* flag = std::get_if<bool>(&property.value))
    return {{property.key, ValueKind::flag, *flag ? "true" : "false"}};
  const auto& figure = std::get<Figure>(property.value);
  std::vector<PlainValue> values = {{property.key, ValueKind::number, number_text(figure.value)}};
  if (!figure.unit.empty()) values.push_back({property.key + "_unit", ValueKind::text, figure.unit});
  return values;
}

std::string readable_list(const std::vector<std::string>& items) {
  std::string result;
  for (const std::string& item : items) (result += result.empty() ? "" : separator) += item;
  return result;
}

std::string readable_evidence(const std::vector<Evidence>& evidence, const GraphHeader& header) {
  std::string result;
  for (const Evidence& e : evidence) {
    (result += result.empty() ? "" : separator) += header.documents[e.document].id;
    (result += ':' + std::to_string(e.begin) + '-' + std::to_string(e.end) + ' ') += e.text;
    append_in_parentheses(result, e.plugin, e.rule);
    if (!e.place.empty()) (result += " @ ") += e.place;
  }
  return result;
}

std::string readable_history(const History& history, const GraphHeader& header) {
  std::string result;
  for (const HistoryEntry& entry : history.entries) {
    (result += result.empty() ? "" : separator) += entry.value;
    append_in_parentheses(result, entry.modality, entry.period);
    result += " [" + readable_evidence(entry.evidence, header) + ']';
  }
  return result;
}

} // namespace zonekg
