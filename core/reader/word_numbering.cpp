#include "core/reader/word_numbering.hpp"

#include <charconv>
#include <limits>

#include "core/reader/xml.hpp"
#include "core/text/utf8.hpp"

namespace zonekg {
namespace {

int to_int(std::string_view text, int otherwise = 0) {
  int value = otherwise;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

// 1 … 9999.
std::string chinese(int number) {
  constexpr std::string_view digits[] = {"零", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
  constexpr std::pair<int, std::string_view> places[] = {{1000, "千"}, {100, "百"}, {10, "十"}, {1, ""}};
  std::string text;
  bool gap = false;
  for (const auto& [value, name] : places) {
    const int digit = number / value % 10;
    if (digit == 0) {
      gap = !text.empty();
      continue;
    }
    if (gap) text += digits[0];
    gap = false;
    const bool bare_ten = value == 10 && digit == 1 && number < 20;
    if (!bare_ten) text += digits[digit];
    text += name;
  }
  return text;
}

std::string roman(int number) {
  constexpr std::pair<int, const char*> parts[] = {{1000, "M"}, {900, "CM"}, {500, "D"}, {400, "CD"}, {100, "C"}, {90, "XC"},
                                                   {50, "L"},   {40, "XL"},  {10, "X"},  {9, "IX"},   {5, "V"},   {4, "IV"},
                                                   {1, "I"}};
  std::string text;
  for (const auto& [value, sign] : parts)
    for (; number >= value; number -= value) text += sign;
  return text;
}

std::string lower(std::string text) {
  for (char& c : text) c = static_cast<char>(c - 'A' + 'a');
  return text;
}

// A … Z, AA …: the letter is repeated.
std::string letters(int number) {
  return std::string(static_cast<std::size_t>((number - 1) / 26 + 1), static_cast<char>('A' + (number - 1) % 26));
}

} // namespace

int next_number(int number) { return number < std::numeric_limits<int>::max() ? number + 1 : number; }

std::string number_in_format(int number, std::string_view format) {
  if (number < 1 || number > 9999) return {};
  if (format == "decimal" || format == "decimalHalfWidth") return std::to_string(number);
  if (format == "decimalZero") return (number < 10 ? "0" : "") + std::to_string(number);
  if (format == "upperRoman") return roman(number);
  if (format == "lowerRoman") return lower(roman(number));
  if (format == "upperLetter") return letters(number);
  if (format == "lowerLetter") return lower(letters(number));
  if (format.starts_with("decimalEnclosedCircle") && number <= 20) {
    std::string text;
    append_code_point(text, U'①' + static_cast<char32_t>(number) - 1);
    return text;
  }
  if (format == "decimalFullWidth") {
    std::string text;
    for (const char c : std::to_string(number)) append_code_point(text, U'０' + static_cast<char32_t>(c - '0'));
    return text;
  }
  const bool counted = format.find("Counting") != std::string_view::npos || format.starts_with("ideographDigital");
  return counted ? chinese(number) : std::string();
}

WordNumbering::WordNumbering(std::string_view xml) {
  int definition = -1, level = -1, list = -1;
  XmlEvents events;
  events.start = [&](const XmlElement& e) {
    const std::string_view value = e.attribute("val");
    if (e.name == "abstractNum") definition = to_int(e.attribute("abstractNumId"), -1), list = -1;
    else if (e.name == "num") list = to_int(e.attribute("numId"), -1);
    else if (e.name == "abstractNumId" && list >= 0) definition_of_[list] = to_int(value, -1);
    else if (e.name == "lvl") level = to_int(e.attribute("ilvl"), -1);
    if (definition < 0 || list >= 0 || level < 0 || level >= levels) return;
    Level& at = definitions_[definition].level[static_cast<std::size_t>(level)];
    if (e.name == "numFmt") at.format = value;
    else if (e.name == "lvlText") at.text = value;
    else if (e.name == "start") at.start = to_int(value, 1);
  };
  events.end = [&](std::string_view name) {
    if (name == "lvl") level = -1;
  };
  if (!xml.empty()) parse_xml(xml, events);
}

std::string WordNumbering::next(int list, int level) {
  const auto known = definition_of_.find(list);
  if (known == definition_of_.end() || level < 0 || level >= levels) return {};
  const auto found = definitions_.find(known->second);
  if (found == definitions_.end()) return {};
  Definition& definition = found->second;
  const auto at = static_cast<std::size_t>(level);
  int& counter = definition.counter[at];
  counter = counter == 0 ? definition.level[at].start : next_number(counter);
  for (std::size_t deeper = at + 1; deeper < levels; ++deeper) definition.counter[deeper] = 0;
  std::string number;
  const std::string& text = definition.level[at].text;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '%' || i + 1 >= text.size() || text[i + 1] < '1' || text[i + 1] > '9') {
      number += text[i];
      continue;
    }
    const auto other = static_cast<std::size_t>(text[++i] - '1');
    const int value = definition.counter[other] == 0 ? definition.level[other].start : definition.counter[other];
    const std::string digits = number_in_format(value, definition.level[other].format);
    if (digits.empty()) return {}; // a bullet
    number += digits;
  }
  const bool bullet = definition.level[at].format == "bullet" || definition.level[at].format == "none";
  return bullet ? std::string() : number;
}

} // namespace zonekg
