// JSON inside an HTML page.
#pragma once

#include <ostream>
#include <streambuf>
#include <string_view>

namespace zonekg {

// Passes JSON on so that a <script> element can hold it whatever its strings say: `<`, `>`, `&`, U+2028 and U+2029, which
// JSON has in strings only, as \uXXXX. Nothing in it can end the element, begin another or open a comment.
class ScriptText : public std::streambuf {
 public:
  explicit ScriptText(std::ostream& out) : out_(out) {}
  ~ScriptText() override;
  ScriptText(const ScriptText&) = delete;
  ScriptText& operator=(const ScriptText&) = delete;

 protected:
  int_type overflow(int_type c) override;
  std::streamsize xsputn(const char* text, std::streamsize size) override;

 private:
  void put(char c);
  void put_separator(char c);

  std::ostream& out_;
  int held_ = 0; // bytes of a U+2028 that came so far
};

} // namespace zonekg
