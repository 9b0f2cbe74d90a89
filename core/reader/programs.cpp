#include "core/reader/programs.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "core/process/run_program.hpp"
#include "core/reader/docbook_tables.hpp"
#include "core/reader/encoding.hpp"
#include "core/reader/pdf_lines.hpp"
#include "core/reader/text_builder.hpp"

namespace zonekg {
namespace {

constexpr ProgramLimits reading_limits{std::chrono::seconds(60), 128U << 20, std::size_t{1} << 30};

void say(SourceText& source, std::string message, std::string advice) {
  source.diagnostics.push_back({Severity::error, {}, std::move(message), std::move(advice)});
}

bool has_words(std::string_view text) { return text.find_first_not_of(" \t\r\n\f") != std::string_view::npos; }

// UTF-16 names of OLE streams.
bool holds_stream(std::string_view bytes, std::string_view name) {
  std::string wide;
  for (const char c : name) (wide += c) += '\0';
  return bytes.find(wide) != std::string_view::npos;
}

// A row of a table: cells parted by `|`, at both ends too.
bool is_row(std::string_view line) { return line.starts_with('|') && line.find_last_not_of(" \r") == line.rfind('|') && line.size() > 1; }

std::vector<TableCell> cells_of(std::string_view line) {
  std::vector<TableCell> row;
  for (std::size_t at = 1; at < line.size();) {
    const std::size_t bar = std::min(line.find('|', at), line.size());
    if (bar < line.size()) row.push_back({std::string(line.substr(at, bar - at)), {}});
    at = bar + 1;
  }
  return row;
}

// A paragraph, or the rows of a table.
struct Block {
  std::string_view line;
  TableRows rows;
};

// antiword and catdoc put a blank line between paragraphs and none inside them when told not to wrap.
std::vector<Block> blocks_of(std::string_view text) {
  std::vector<Block> blocks;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view line = text.substr(begin, end - begin);
    begin = end + 1;
    if (!is_row(line)) {
      blocks.push_back({line, {}});
      continue;
    }
    if (blocks.empty() || blocks.back().rows.empty()) blocks.emplace_back();
    blocks.back().rows.push_back(cells_of(line));
  }
  return blocks;
}

// `tables`: the same tables as another reading gives them, or none of them.
void put_word_text(const std::vector<Block>& blocks, std::vector<TableRows> tables, SourceText& source) {
  const auto count = std::ranges::count_if(blocks, [](const Block& block) { return !block.rows.empty(); });
  const bool better = static_cast<std::size_t>(count) == tables.size();
  TextBuilder out;
  std::size_t paragraphs = 0, table = 0;
  for (const Block& block : blocks) {
    if (!block.rows.empty()) {
      TableRows rows = better ? std::move(tables[table]) : block.rows;
      ++table;
      for (std::size_t r = 0; r < rows.size(); ++r)
        for (std::size_t c = 0; c < rows[r].size(); ++c)
          rows[r][c].place = "table " + std::to_string(table) + " R" + std::to_string(r + 1) + "C" + std::to_string(c + 1);
      out.table(rows);
    } else if (has_words(block.line)) {
      out.paragraph(block.line, "paragraph " + std::to_string(++paragraphs));
    }
  }
  out.finish(source);
}

// The first of the programs that makes text of it.
ProgramRun run_first(const std::vector<std::vector<std::string>>& commands, std::string_view bytes, std::string& used) {
  ProgramRun run;
  for (const auto& command : commands) {
    ProgramRun next = run_program(command, bytes, reading_limits);
    const bool better = used.empty() || next.ok() || run.end == ProgramRun::End::missing;
    if (better) {
      run = std::move(next);
      used = command.front();
    }
    if (run.ok() && has_words(run.output)) break;
  }
  return run;
}

} // namespace

bool is_pdf(std::string_view bytes) { return bytes.substr(0, 1024).find("%PDF-") != std::string_view::npos; }
bool is_ole(std::string_view bytes) { return bytes.starts_with("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"); }

void read_pdf(std::string_view bytes, SourceText& source) {
  const ProgramRun run = run_program({"pdftotext", "-bbox", "-enc", "UTF-8", "-", "-"}, bytes, reading_limits);
  if (run.end == ProgramRun::End::missing)
    return say(source, "is a PDF, and pdftotext is not installed", "install poppler-utils and poppler-data");
  TextBuilder out;
  const auto cut = run.output.empty() ? std::nullopt : join_pages(decode(run.output).text, out);
  if (out.size() > 0) {
    out.finish(source);
    if (run.ok() && !cut) return;
    const std::string why = run.ok() ? *cut : "pdftotext " + how_it_ended(run, reading_limits);
    source.diagnostics.push_back({Severity::warning, {}, "is a PDF and was read in part: " + why, "save it again"});
    return;
  }
  if (run.ok()) return say(source, "is a PDF without text, probably scanned pages", "run text recognition over it first, or find the original");
  const bool encrypted = run.errors.find("assword") != std::string::npos || run.exit_code == 3;
  if (encrypted) return say(source, "is an encrypted PDF", "save it without a password");
  say(source, "is a PDF that cannot be read: pdftotext " + how_it_ended(run, reading_limits), "check that the file is whole");
}

void read_doc(std::string_view bytes, SourceText& source) {
  if (holds_stream(bytes, "EncryptedPackage"))
    return say(source, "is encrypted", "save it without a password");
  if (!holds_stream(bytes, "WordDocument"))
    return say(source, "is an old Office file, but no Word document", "save it as DOCX, XLSX or text");
  std::string used;
  const ProgramRun run =
      run_first({{"antiword", "-w", "0", "-m", "UTF-8.txt", "-"}, {"catdoc", "-w", "-d", "utf-8"}}, bytes, used);
  if (run.end == ProgramRun::End::missing)
    return say(source, "is an old Word file, and neither antiword nor catdoc is installed", "install antiword, or save it as DOCX");
  if (!run.ok() || !has_words(run.output)) {
    const std::string why = run.ok() ? "finds no text" : how_it_ended(run, reading_limits);
    return say(source, "is an old Word file that cannot be read: " + used + ' ' + why, "save it as DOCX");
  }
  const std::string text = decode(run.output).text;
  const std::vector<Block> blocks = blocks_of(text);
  std::vector<TableRows> tables;
  if (used == "antiword" && std::ranges::any_of(blocks, [](const Block& block) { return !block.rows.empty(); }))
    tables = read_docbook_tables(run_program({"antiword", "-x", "db", "-"}, bytes, reading_limits).output);
  put_word_text(blocks, std::move(tables), source);
}

} // namespace zonekg
