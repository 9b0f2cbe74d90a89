// JSON that people write by hand: every value knows where it stands, and a complaint names file, line and column.
#pragma once

#include <cstddef>
#include <initializer_list>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace zonekg {

// what(): `FILE:LINE:COLUMN: reason`; columns count characters, both count from 1.
class JsonError : public std::runtime_error {
  using std::runtime_error::runtime_error;
};

struct JsonMember;

struct JsonNode {
  enum class Kind { null, flag, number, text, list, object };
  Kind kind = Kind::null;
  std::size_t offset = 0; // byte of its first character
  bool flag = false;
  double number = 0;
  std::string text;
  std::vector<JsonNode> items;     // of a list
  std::vector<JsonMember> members; // of an object, in the order of the file
};

struct JsonMember {
  std::string key;
  std::size_t offset = 0; // of the key
  JsonNode value;
};

class JsonFile;

// A value and the file it stands in. Every question about what it is throws JsonError when it is something else.
class JsonValue {
 public:
  JsonValue(const JsonFile& file, const JsonNode& node) : file_(&file), node_(&node) {}

  [[noreturn]] void fail(const std::string& reason) const;
  [[nodiscard]] JsonNode::Kind kind() const { return node_->kind; }

  [[nodiscard]] const std::string& text() const; // not empty
  [[nodiscard]] double number(double least, double most) const;
  [[nodiscard]] bool flag() const;
  [[nodiscard]] std::vector<JsonValue> items() const;
  [[nodiscard]] std::vector<std::string> texts() const; // a list of strings that are not empty

  // An object. Any other key than these is an error that names the nearest of them.
  void check_keys(std::initializer_list<std::string_view> known) const;
  [[nodiscard]] std::vector<std::pair<std::string, JsonValue>> members() const;
  [[nodiscard]] std::optional<JsonValue> find(std::string_view key) const;
  [[nodiscard]] JsonValue at(std::string_view key) const; // must be there
  [[nodiscard]] std::string text_or(std::string_view key, std::string fallback) const;
  [[nodiscard]] std::string source() const; // the value as it stands in the file

 private:
  void require(JsonNode::Kind kind, const char* what) const;
  const JsonFile* file_;
  const JsonNode* node_;
};

class JsonFile {
 public:
  // `name` is for messages. Throws JsonError: not JSON, not UTF-8, a key twice in one object, nested deeper than 64.
  JsonFile(std::string name, std::string text);

  [[nodiscard]] JsonValue root() const { return {*this, root_}; }
  [[nodiscard]] const std::string& name() const { return name_; }
  [[noreturn]] void fail(std::size_t offset, const std::string& reason) const;
  // The characters of a value that begins there.
  [[nodiscard]] std::string source(const JsonNode& node) const;

 private:
  std::string name_, text_;
  JsonNode root_;
};

// Throws JsonError naming the file when it cannot be read, too.
JsonFile read_json_file(const std::string& path);

// Of `known` the one that is least different from `word`; empty when none is near.
std::string nearest_word(std::string_view word, const std::vector<std::string>& known);

} // namespace zonekg
