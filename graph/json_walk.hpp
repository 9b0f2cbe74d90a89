// A large JSON text read piece by piece: no tree of the whole is ever made. Heavy: include it in .cpp files only.
#pragma once

#include <functional>
#include <rapidjson/document.h>
#include <string>
#include <string_view>
#include <vector>

#include "graph/json_fields.hpp"

namespace zonekg {

// Throws InputError through `place` at what is no JSON. Iterative: a file of brackets must not exhaust the stack.
class JsonWalk {
 public:
  // Strings are unescaped in `text` and stay there: views of them live as long as it does.
  JsonWalk(std::string& text, const JsonPlace& place);

  // The whole text as one object. `take` is called for each member and reads its value with one of the calls below.
  void members(const std::function<void(std::string_view key)>& take);

  [[nodiscard]] bool at_list(); // the value at hand is a list
  // Each element of the list at hand; it is gone after the call.
  void elements(const std::function<void(const Json&)>& take);
  [[nodiscard]] std::size_t bytes_read() { return stream_.Tell(); }
  // The value at hand as a whole; stays until `into` goes.
  const Json& value(rapidjson::Document& into);

 private:
  // The next character that is no space, 0 at the end; true when it is `wanted`, which is passed then.
  char peek();
  bool pass(char wanted);
  [[noreturn]] void fail(rapidjson::ParseErrorCode code, std::size_t at) const;

  const JsonPlace& place_;
  std::string_view text_;
  rapidjson::InsituStringStream stream_;
  std::vector<char> room_; // of one element
  rapidjson::Document::AllocatorType pool_;
  rapidjson::Document element_;
};

} // namespace zonekg
