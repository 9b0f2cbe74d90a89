#include "core/json/json_file.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>

#include <rapidjson/error/en.h>
#include <rapidjson/memorystream.h>
#include <rapidjson/reader.h>

#include "core/json/exact_reals.hpp"

namespace zonekg {
namespace {

constexpr std::size_t max_depth = 64;

// Builds the tree; what it does not want stops the reader, with a reason.
class TreeBuilder {
 public:
  TreeBuilder(std::string_view text, const rapidjson::MemoryStream& stream, JsonNode& root)
      : text_(text), stream_(stream), root_(root) {}

  bool Null() { return add(JsonNode::Kind::null, word_begin()) != nullptr; }
  bool Bool(bool value) { return set(add(JsonNode::Kind::flag, word_begin()), &JsonNode::flag, value); }
  bool Int(int value) { return Double(value); }
  bool Uint(unsigned value) { return Double(value); }
  bool Int64(std::int64_t value) { return Double(static_cast<double>(value)); }
  bool Uint64(std::uint64_t value) { return Double(static_cast<double>(value)); }
  bool Double(double value) { return set(add(JsonNode::Kind::number, word_begin()), &JsonNode::number, value); }
  bool RawNumber(const char*, rapidjson::SizeType, bool) { return false; }
  bool String(const char* data, rapidjson::SizeType size, bool) {
    return set(add(JsonNode::Kind::text, string_begin()), &JsonNode::text, std::string(data, size));
  }
  bool StartObject() { return open(JsonNode::Kind::object); }
  bool EndObject(rapidjson::SizeType) { return close(); }
  bool StartArray() { return open(JsonNode::Kind::list); }
  bool EndArray(rapidjson::SizeType) { return close(); }
  bool Key(const char* data, rapidjson::SizeType size, bool) {
    std::string key(data, size);
    const std::size_t offset = string_begin();
    for (const JsonMember& member : open_.back()->members)
      if (member.key == key) return refuse(offset, "\"" + key + "\" stands twice in one object");
    open_.back()->members.push_back({std::move(key), offset, {}});
    return true;
  }

  [[nodiscard]] std::size_t refused_at() const { return refused_at_; }
  [[nodiscard]] const std::string& reason() const { return reason_; }

 private:
  template <class Value> static bool set(JsonNode* node, Value JsonNode::* member, Value value) {
    if (node != nullptr) node->*member = std::move(value);
    return node != nullptr;
  }

  bool refuse(std::size_t offset, std::string reason) {
    refused_at_ = offset;
    reason_ = std::move(reason);
    return false;
  }

  JsonNode* add(JsonNode::Kind kind, std::size_t offset) {
    JsonNode* place = &root_;
    if (!open_.empty()) {
      JsonNode& parent = *open_.back();
      place = parent.kind == JsonNode::Kind::list ? &parent.items.emplace_back() : &parent.members.back().value;
    }
    place->kind = kind;
    place->offset = offset;
    return place;
  }

  bool open(JsonNode::Kind kind) {
    const std::size_t offset = bracket();
    if (open_.size() == max_depth) return refuse(offset, "nested deeper than " + std::to_string(max_depth));
    open_.push_back(add(kind, offset));
    return true;
  }
  bool close() {
    open_.pop_back();
    return true;
  }

  // The reader stands on the bracket or just behind it.
  [[nodiscard]] std::size_t bracket() const {
    const std::size_t at = stream_.Tell();
    return at < text_.size() && (text_[at] == '{' || text_[at] == '[') ? at : at - 1;
  }
  // The reader stands behind the token: back to where it begins.
  [[nodiscard]] std::size_t word_begin() const {
    std::size_t at = stream_.Tell();
    const auto inside = [](char c) { return std::string_view("+-.").find(c) != std::string_view::npos || std::isalnum(static_cast<unsigned char>(c)); };
    while (at > 0 && inside(text_[at - 1])) --at;
    return at;
  }
  [[nodiscard]] std::size_t string_begin() const {
    std::size_t at = stream_.Tell() - 1; // the closing quotation mark
    while (at > 0) {
      --at;
      if (text_[at] != '"') continue;
      std::size_t slashes = 0;
      while (slashes < at && text_[at - 1 - slashes] == '\\') ++slashes;
      if (slashes % 2 == 0) break;
    }
    return at;
  }

  std::string_view text_;
  const rapidjson::MemoryStream& stream_;
  JsonNode& root_;
  std::vector<JsonNode*> open_; // stable: a parent gets no new child while one of its children is open
  std::size_t refused_at_ = 0;
  std::string reason_;
};

} // namespace

JsonFile::JsonFile(std::string name, std::string text) : name_(std::move(name)), text_(std::move(text)) {
  constexpr unsigned flags = rapidjson::kParseIterativeFlag | rapidjson::kParseValidateEncodingFlag;
  rapidjson::MemoryStream stream(text_.data(), text_.size());
  rapidjson::Reader reader;
  TreeBuilder builder(text_, stream, root_);
  ExactReals exact(text_, stream, builder);
  const rapidjson::ParseResult result = reader.Parse<flags>(stream, exact);
  if (!builder.reason().empty()) fail(builder.refused_at(), builder.reason());
  if (!result) fail(result.Offset(), rapidjson::GetParseError_En(reason_of(result)));
}

void JsonFile::fail(std::size_t offset, const std::string& reason) const {
  const std::string_view before = std::string_view(text_).substr(0, offset);
  const std::size_t line_begin = before.rfind('\n') == std::string_view::npos ? 0 : before.rfind('\n') + 1;
  const auto line = 1 + std::count(before.begin(), before.end(), '\n');
  const auto column = 1 + std::count_if(before.begin() + static_cast<std::ptrdiff_t>(line_begin), before.end(),
                                        [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; });
  throw JsonError(name_ + ":" + std::to_string(line) + ":" + std::to_string(column) + ": " + reason);
}

std::string JsonFile::source(const JsonNode& node) const {
  // One value is read off the front; what follows it is not looked at.
  rapidjson::MemoryStream stream(text_.data() + node.offset, text_.size() - node.offset);
  rapidjson::BaseReaderHandler<> ignore;
  rapidjson::Reader reader;
  reader.Parse<rapidjson::kParseIterativeFlag | rapidjson::kParseStopWhenDoneFlag>(stream, ignore);
  return text_.substr(node.offset, stream.Tell());
}

JsonFile read_json_file(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::string text{std::istreambuf_iterator<char>(in), {}};
  if (!in.is_open() || in.bad()) throw JsonError(path + ": cannot be read");
  return {path, std::move(text)};
}

} // namespace zonekg
