// An own reader: of the programs that are packaged, unrtf loses digits behind Unicode escapes and catdoc takes Chinese
// bytes for Latin ones.
#include "core/reader/rtf.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "core/reader/encoding.hpp"
#include "core/reader/text_builder.hpp"
#include "core/text/utf8.hpp"

namespace zonekg {
namespace {

// Groups that hold no text of the document.
constexpr std::string_view left_out[] = {"fonttbl", "colortbl", "stylesheet", "info", "pict", "header", "headerl", "headerr", "headerf",
                                         "footer", "footerl", "footerr", "footerf", "listtable", "listoverridetable", "generator",
                                         "object", "themedata", "datastore", "xmlnstbl", "fldinst", "bkmkstart", "bkmkend"};

struct Group {
  bool skipped = false;
  int fallback = 1; // characters behind \u that stand for those who cannot read it
};

struct Control {
  std::string_view word;
  int value = 0;
  bool has_value = false;
};

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
int hex_value(char c) { return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1; }

class RtfReader {
 public:
  explicit RtfReader(std::string_view bytes) : bytes_(bytes) {}

  void read(SourceText& source) {
    while (at_ < bytes_.size()) step();
    end_paragraph();
    end_table();
    out_.finish(source);
  }

 private:
  void step() {
    const char c = bytes_[at_++];
    if (c == '{') groups_.push_back(groups_.back());
    else if (c == '}') close_group();
    else if (c == '\\') control();
    else if (c != '\r' && c != '\n' && c != '\0') add_byte(c);
  }

  void close_group() {
    flush_bytes();
    if (groups_.size() > 1) groups_.pop_back();
    pending_ = 0;
  }

  void control() {
    if (at_ >= bytes_.size()) return;
    const char c = bytes_[at_];
    if (c == '\'') return hex_byte();
    if (!is_letter(c)) {
      ++at_;
      if (c == '*') groups_.back().skipped = true; // an optional destination
      else if (c == '~') add_byte(' ');
      else if (c == '_') add_byte('-');
      else if (c == '\\' || c == '{' || c == '}') add_byte(c);
      else if (c == '\n' || c == '\r') end_paragraph();
      return;
    }
    run(read_control());
  }

  void hex_byte() {
    const int high = at_ + 2 < bytes_.size() ? hex_value(bytes_[at_ + 1]) : -1, low = at_ + 2 < bytes_.size() ? hex_value(bytes_[at_ + 2]) : -1;
    at_ = std::min(at_ + 3, bytes_.size());
    if (high >= 0 && low >= 0) add_byte(static_cast<char>(high * 16 + low));
  }

  Control read_control() {
    constexpr std::size_t longest = 32;
    const std::size_t begin = at_;
    while (at_ < bytes_.size() && is_letter(bytes_[at_]) && at_ - begin < longest) ++at_;
    Control control{bytes_.substr(begin, at_ - begin)};
    const bool negative = at_ < bytes_.size() && bytes_[at_] == '-';
    if (negative) ++at_;
    for (; at_ < bytes_.size() && bytes_[at_] >= '0' && bytes_[at_] <= '9'; ++at_) {
      control.value = std::min(control.value, 10'000'000) * 10 + (bytes_[at_] - '0');
      control.has_value = true;
    }
    if (negative) control.value = -control.value;
    if (at_ < bytes_.size() && bytes_[at_] == ' ') ++at_;
    return control;
  }

  void run(const Control& control) {
    const std::string_view word = control.word;
    if (word == "bin") {
      at_ += std::min<std::size_t>(static_cast<std::size_t>(std::max(control.value, 0)), bytes_.size() - at_);
    } else if (word == "u") {
      add_unicode(control.value);
    } else if (word == "uc") {
      groups_.back().fallback = std::clamp(control.value, 0, 100);
    } else if (word == "ansicpg") {
      code_page_ = control.value;
    } else if (std::find(std::begin(left_out), std::end(left_out), word) != std::end(left_out)) {
      groups_.back().skipped = true;
    } else if (word == "v" || word == "deleted") {
      flush_bytes();
      hidden_ = !control.has_value || control.value != 0;
    } else if (word == "plain") {
      hidden_ = false;
    } else if (groups_.back().skipped) {
      return;
    } else if (word == "par" || word == "sect" || word == "page") {
      if (in_table_) add_byte(' ');
      else end_paragraph();
    } else if (word == "pard") {
      in_table_ = false;
    } else if (word == "intbl") {
      in_table_ = true;
    } else if (word == "cell") {
      flush_bytes();
      cells_.push_back({std::exchange(text_, {}), {}});
    } else if (word == "row") {
      flush_bytes();
      rows_.push_back(std::exchange(cells_, {}));
    } else if (word == "tab" || word == "line") {
      add_byte(' ');
    } else {
      named_character(word);
    }
  }

  void named_character(std::string_view word) {
    constexpr std::pair<std::string_view, std::string_view> characters[] = {
        {"lquote", "‘"}, {"rquote", "’"}, {"ldblquote", "“"}, {"rdblquote", "”"}, {"bullet", "•"}, {"endash", "–"}, {"emdash", "—"}};
    for (const auto& [name, text] : characters)
      if (name == word) {
        flush_bytes();
        if (visible()) text_ += text;
      }
  }

  [[nodiscard]] bool visible() const { return !groups_.back().skipped && !hidden_; }

  void add_byte(char c) {
    if (pending_ > 0) {
      --pending_;
      return;
    }
    if (visible()) raw_ += c;
  }

  // UTF-16 in signed numbers; a pair of surrogates comes as two.
  void add_unicode(int value) {
    flush_bytes();
    pending_ = groups_.back().fallback;
    if (!visible()) return;
    const auto unit = static_cast<char32_t>(value < 0 ? value + 65536 : value);
    if (unit >= 0xD800 && unit < 0xDC00) {
      high_ = unit;
      return;
    }
    const bool paired = unit >= 0xDC00 && unit < 0xE000 && high_ != 0;
    const char32_t c = paired ? 0x10000 + ((high_ - 0xD800) << 10) + (unit - 0xDC00) : unit;
    high_ = 0;
    if (c != 0 && c <= 0x10FFFF && !(c >= 0xD800 && c < 0xE000)) append_code_point(text_, c);
  }

  void flush_bytes() {
    if (raw_.empty()) return;
    const bool chinese = code_page_ == 936 || code_page_ == 0 || code_page_ == 1252; // mainland programs often claim 1252
    text_ += decode_by_name(raw_, chinese ? "GB18030" : "windows-" + std::to_string(code_page_)).text;
    raw_.clear();
  }

  void end_paragraph() {
    flush_bytes();
    if (!in_table_) end_table();
    if (close_line(text_).empty()) return text_.clear();
    out_.paragraph(text_, "paragraph " + std::to_string(++count_));
    text_.clear();
  }

  void end_table() {
    if (!rows_.empty()) out_.table(rows_);
    rows_.clear();
  }

  std::string_view bytes_;
  std::size_t at_ = 0;
  std::vector<Group> groups_ = {{}};
  int pending_ = 0; // characters to leave out behind \u
  int code_page_ = 0, count_ = 0;
  char32_t high_ = 0;
  bool hidden_ = false, in_table_ = false;
  std::string raw_, text_; // bytes not decoded yet, the paragraph so far
  std::vector<TableCell> cells_;
  TableRows rows_;
  TextBuilder out_;
};

} // namespace

bool is_rtf(std::string_view bytes) { return bytes.starts_with("{\\rtf"); }

void read_rtf(std::string_view bytes, SourceText& source) { RtfReader(bytes).read(source); }

} // namespace zonekg
