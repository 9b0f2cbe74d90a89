#include <algorithm>

#include "core/json/json_file.hpp"

namespace zonekg {
namespace {

const char* name_of(JsonNode::Kind kind) {
  switch (kind) {
  case JsonNode::Kind::null:
    return "null";
  case JsonNode::Kind::flag:
    return "true or false";
  case JsonNode::Kind::number:
    return "a number";
  case JsonNode::Kind::text:
    return "a string";
  case JsonNode::Kind::list:
    return "a list";
  case JsonNode::Kind::object:
    return "an object";
  }
  return "";
}

// Single characters put in, left out or changed on the way from one word to the other.
std::size_t difference(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = std::exchange(row[0], i);
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t changed = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
      diagonal = row[j];
      row[j] = std::min({changed, row[j] + 1, row[j - 1] + 1});
    }
  }
  return row[b.size()];
}

} // namespace

std::string nearest_word(std::string_view word, const std::vector<std::string>& known) {
  constexpr std::size_t longest = 64;
  if (word.size() > longest) return "";
  std::string nearest;
  std::size_t least = word.size() / 3 + 2;
  for (const std::string& candidate : known) {
    if (candidate.size() > longest) continue;
    if (const std::size_t different = difference(word, candidate); different < least) {
      least = different;
      nearest = candidate;
    }
  }
  return nearest;
}

void JsonValue::fail(const std::string& reason) const { file_->fail(node_->offset, reason); }

void JsonValue::require(JsonNode::Kind kind, const char* what) const {
  if (node_->kind != kind) fail(std::string("expected ") + what + ", found " + name_of(node_->kind));
}

const std::string& JsonValue::text() const {
  require(JsonNode::Kind::text, "a string");
  if (node_->text.empty()) fail("the string is empty");
  return node_->text;
}

double JsonValue::number(double least, double most) const {
  require(JsonNode::Kind::number, "a number");
  if (!(node_->number >= least && node_->number <= most)) {
    const auto shown = [](double value) {
      std::string text = std::to_string(value);
      text.erase(text.find_last_not_of('0') + 1);
      return text.ends_with('.') ? text.substr(0, text.size() - 1) : text;
    };
    fail("expected a number from " + shown(least) + " to " + shown(most));
  }
  return node_->number;
}

bool JsonValue::flag() const {
  require(JsonNode::Kind::flag, "true or false");
  return node_->flag;
}

std::vector<JsonValue> JsonValue::items() const {
  require(JsonNode::Kind::list, "a list");
  std::vector<JsonValue> values;
  for (const JsonNode& item : node_->items) values.emplace_back(*file_, item);
  return values;
}

std::vector<std::string> JsonValue::texts() const {
  require(JsonNode::Kind::list, "a list of strings");
  std::vector<std::string> values;
  for (const JsonValue& item : items()) values.push_back(item.text());
  return values;
}

void JsonValue::check_keys(std::initializer_list<std::string_view> known) const {
  require(JsonNode::Kind::object, "an object");
  for (const JsonMember& member : node_->members) {
    if (std::ranges::find(known, member.key) != known.end()) continue;
    const std::vector<std::string> words(known.begin(), known.end());
    const std::string meant = nearest_word(member.key, words);
    std::string all;
    for (const std::string& word : words) all += (all.empty() ? "" : ", ") + word;
    file_->fail(member.offset, "unknown key \"" + member.key + "\"" +
                                   (meant.empty() ? "; known here: " + all : "; did you mean \"" + meant + "\"?"));
  }
}

std::vector<std::pair<std::string, JsonValue>> JsonValue::members() const {
  require(JsonNode::Kind::object, "an object");
  std::vector<std::pair<std::string, JsonValue>> values;
  for (const JsonMember& member : node_->members) values.emplace_back(member.key, JsonValue(*file_, member.value));
  return values;
}

std::optional<JsonValue> JsonValue::find(std::string_view key) const {
  require(JsonNode::Kind::object, "an object");
  const auto member = std::ranges::find(node_->members, key, &JsonMember::key);
  if (member == node_->members.end()) return std::nullopt;
  return JsonValue(*file_, member->value);
}

JsonValue JsonValue::at(std::string_view key) const {
  const std::optional<JsonValue> value = find(key);
  if (!value) fail("\"" + std::string(key) + "\" is missing");
  return *value;
}

std::string JsonValue::text_or(std::string_view key, std::string fallback) const {
  const std::optional<JsonValue> value = find(key);
  return value ? value->text() : std::move(fallback);
}

std::string JsonValue::source() const { return file_->source(*node_); }

} // namespace zonekg
