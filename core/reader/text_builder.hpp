// Puts source text together from paragraphs and tables, the same way for every format, so that one report gives the same
// text whatever it was saved as.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/model/document.hpp"

namespace zonekg {

struct TableCell {
  std::string text;
  std::string place;
};
using TableRows = std::vector<std::vector<TableCell>>; // rows may differ in length

class TextBuilder {
 public:
  // One line. White space inside, line ends and tabs included, becomes single spaces; empty ones are left out.
  void paragraph(std::string_view text, const std::string& place = {});

  // A line for each row, cells parted by tabs: what the layers read as a table. Rows of one cell before and behind the
  // rows of several are paragraphs (captions, notes). Tables of one column are paragraphs.
  void table(const TableRows& rows);

  [[nodiscard]] std::size_t size() const { return text_.size(); }
  // The text with its places; the builder is empty afterwards.
  void finish(SourceText& source);

 private:
  void place(const std::string& name);
  void append(std::string_view line);

  std::string text_;
  std::uint32_t code_points_ = 0;
  std::vector<SourcePlace> places_;
};

// Runs of white space (U+00A0, U+3000 at the ends and zero-width marks too) as one space, none at the ends.
std::string close_line(std::string_view text);

} // namespace zonekg
