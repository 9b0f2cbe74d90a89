#include "export/readable.hpp"

#include <charconv>
#include <variant>

#include "graph/number_text.hpp"

namespace zonekg {
namespace {

constexpr std::string_view separator = "; ";

void append_in_parentheses(std::string& out, std::string_view first, std::string_view second) {
  if (first.empty() && second.empty()) return;
  out.append(" (").append(first).append(first.empty() || second.empty() ? "" : ", ").append(second) += ')';
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

double number_of(std::string_view text) {
  double number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

std::string readable_list(const std::vector<std::string>& items) {
  std::string result;
  for (const std::string& item : items) (result += result.empty() ? "" : separator) += item;
  return result;
}

void append_number(std::string& out, std::uint64_t number) {
  char digits[20];
  out.append(digits, std::to_chars(digits, digits + sizeof digits, number).ptr);
}

void append_evidence(std::string& out, const std::vector<Evidence>& evidence, const GraphHeader& header) {
  for (const Evidence& e : evidence) {
    out.append(&e == evidence.data() ? "" : separator).append(header.documents[e.document].id) += ':';
    append_number(out, e.begin);
    out += '-';
    append_number(out, e.end);
    out.append(" ").append(e.text);
    append_in_parentheses(out, e.plugin, e.rule);
    if (!e.place.empty()) out.append(" @ ").append(e.place);
  }
}

std::string readable_evidence(const std::vector<Evidence>& evidence, const GraphHeader& header) {
  std::string result;
  append_evidence(result, evidence, header);
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
