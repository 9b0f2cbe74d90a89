#include "graph/json_walk.hpp"

#include <rapidjson/error/en.h>

#include "core/json/exact_reals.hpp"
#include "core/text/utf8.hpp"

namespace zonekg {
namespace {

constexpr std::size_t room_of_element = 1 << 16; // larger ones get more
constexpr unsigned flags =
    rapidjson::kParseIterativeFlag | rapidjson::kParseInsituFlag | rapidjson::kParseStopWhenDoneFlag;

} // namespace

JsonWalk::JsonWalk(std::string& text, const JsonPlace& place)
    : place_(place), text_(text), stream_(text.data()), room_(room_of_element), pool_(room_.data(), room_.size()), element_(&pool_) {
  // A zero would end the text; outside of strings anything that is not ASCII is no JSON anyway.
  if (const std::size_t zero = text.find('\0'); zero != text.npos) fail(rapidjson::kParseErrorValueInvalid, zero);
  if (const auto invalid = find_invalid_utf8(text)) fail(rapidjson::kParseErrorStringInvalidEncoding, *invalid);
}

void JsonWalk::fail(rapidjson::ParseErrorCode code, std::size_t at) const {
  place_.fail("not JSON at byte " + std::to_string(at) + ": " + rapidjson::GetParseError_En(code));
}

char JsonWalk::peek() {
  rapidjson::SkipWhitespace(stream_);
  return stream_.Peek();
}

bool JsonWalk::pass(char wanted) {
  if (peek() != wanted) return false;
  stream_.Take();
  return true;
}

bool JsonWalk::at_list() { return peek() == '['; }

const Json& JsonWalk::value(rapidjson::Document& into) {
  const bool at_begin = stream_.Tell() == 0;
  rapidjson::ParseResult result;
  auto read = [&](rapidjson::Document& document) {
    ExactReals exact(text_, stream_, document);
    result = rapidjson::Reader().Parse<flags>(stream_, exact);
    return !result.IsError();
  };
  into.Populate(read);
  if (!result.IsError()) return into;
  const bool cut_off = result.Code() == rapidjson::kParseErrorDocumentEmpty && !at_begin;
  fail(cut_off ? rapidjson::kParseErrorValueInvalid : reason_of(result), result.Offset());
}

void JsonWalk::members(const std::function<void(std::string_view key)>& take) {
  rapidjson::Document key;
  if (peek() != '{') {
    value(key);
    require_object(key, place_);
  }
  stream_.Take();
  for (bool more = !pass('}'); more;) {
    if (peek() != '"') fail(rapidjson::kParseErrorObjectMissName, stream_.Tell());
    const std::string_view name = string_of(value(key));
    if (!pass(':')) fail(rapidjson::kParseErrorObjectMissColon, stream_.Tell());
    take(name);
    more = pass(',');
    if (!more && !pass('}')) fail(rapidjson::kParseErrorObjectMissCommaOrCurlyBracket, stream_.Tell());
  }
  if (peek() != '\0') fail(rapidjson::kParseErrorDocumentRootNotSingular, stream_.Tell());
}

void JsonWalk::elements(const std::function<void(const Json&)>& take) {
  stream_.Take();
  for (bool more = !pass(']'); more;) {
    take(value(element_));
    pool_.Clear();
    more = pass(',');
    if (!more && !pass(']')) fail(rapidjson::kParseErrorArrayMissCommaOrSquareBracket, stream_.Tell());
  }
}

} // namespace zonekg
