#include "core/reader/reader.hpp"

#include <algorithm>
#include <exception>
#include <utility>

#include "core/reader/archive.hpp"
#include "core/reader/docx.hpp"
#include "core/reader/encoding.hpp"
#include "core/reader/html.hpp"
#include "core/reader/odt.hpp"
#include "core/reader/programs.hpp"
#include "core/reader/rtf.hpp"
#include "core/reader/sheets.hpp"
#include "core/reader/txt.hpp"

namespace zonekg {
namespace {

constexpr int most_gzip = 3; // gzip in gzip

bool has_words(std::string_view text) { return text.find_first_not_of(" \t\n") != std::string_view::npos; }

bool ends_with(std::string_view name, std::string_view ending) {
  if (name.size() < ending.size()) return false;
  return std::equal(ending.begin(), ending.end(), name.end() - static_cast<std::ptrdiff_t>(ending.size()),
                    [](char a, char b) { return a == (b >= 'A' && b <= 'Z' ? static_cast<char>(b - 'A' + 'a') : b); });
}

void fail(SourceText& source, std::string message, std::string advice) {
  source.diagnostics.push_back({Severity::error, {}, std::move(message), std::move(advice)});
}

void read_zip(std::string_view bytes, SourceText& source) {
  const ZipArchive archive(bytes);
  const bool locked = std::ranges::any_of(archive.members(), &ZipArchive::Member::encrypted);
  if (archive.find("word/document.xml")) read_docx(archive, source);
  else if (archive.find("xl/workbook.xml")) read_xlsx(archive, source);
  else if (archive.find("content.xml") && archive.find("mimetype")) read_odf(archive, source);
  else if (archive.find("ppt/presentation.xml")) fail(source, "is a presentation, which zonekg does not read", "save it as text or PDF");
  else if (locked) fail(source, "is an encrypted archive", "unpack it with its password");
  else
    fail(source, "is an archive of " + std::to_string(archive.members().size()) + " files inside another file or given alone",
         "name it to build, or unpack it");
}

// Pictures, programs, databases: many bytes that no text of any encoding holds.
bool is_binary(std::string_view bytes) {
  for (const std::string_view magic : {"\x89PNG", "\xFF\xD8\xFF", "GIF8", "\x7F" "ELF", "Rar!", "7z\xBC\xAF", "SQLite format 3", "MZ\x90", "ID3", "RIFF", "BZh9", "\xFD" "7zXZ"})
    if (bytes.starts_with(magic)) return true;
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) return false; // UTF-16 and UTF-32 with their marks
  // Compressed and random bytes are controls in one of ten; a damaged text in one of a thousand.
  const std::string_view sample = bytes.substr(0, telling_bytes);
  const auto controls = std::ranges::count_if(sample, [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x09 || (byte > 0x0D && byte < 0x20 && byte != 0x1B);
  });
  return sample.size() >= 64 && static_cast<std::size_t>(controls) * 20 > sample.size();
}

void read_text(std::string_view bytes, std::string_view name, SourceText& source) {
  source = read_txt(bytes, name);
  const bool named = ends_with(name, ".csv") || ends_with(name, ".tsv");
  if (!named) return;
  if (const char separator = find_separator(source.text)) {
    const std::string text = std::move(source.text);
    read_csv(text, separator, source);
  }
}

void read(std::string_view bytes, std::string_view name, int depth, SourceText& source) {
  if (is_gzip(bytes)) {
    if (depth == most_gzip) return fail(source, "is gzip in gzip in gzip", "unpack it");
    const std::string unpacked = unpack_gzip(bytes);
    return read(unpacked, ends_with(name, ".gz") ? name.substr(0, name.size() - 3) : name, depth + 1, source);
  }
  if (is_zip(bytes)) return read_zip(bytes, source);
  if (is_pdf(bytes)) return read_pdf(bytes, source);
  if (is_ole(bytes)) return read_doc(bytes, source);
  if (is_rtf(bytes)) return read_rtf(bytes, source);
  if (is_html(bytes)) return read_html(bytes, source);
  if (is_binary(bytes)) return fail(source, "is neither a text nor a document", "leave it out");
  read_text(bytes, name, source);
}

} // namespace

bool is_plain_text(std::string_view begin) {
  return !is_gzip(begin) && !is_zip(begin) && !is_pdf(begin) && !is_ole(begin) && !is_rtf(begin) && !is_html(begin) && !is_binary(begin);
}

SourceText read_source(std::string_view bytes, std::string_view name) {
  SourceText source;
  try {
    read(bytes, name, 0, source);
  } catch (const UnpackError& error) {
    source = {};
    fail(source, "cannot be read: " + error.message, "check that the file is whole, or save it again");
  } catch (const std::bad_alloc&) {
    throw;
  } catch (const std::exception& error) {
    source = {};
    fail(source, std::string("cannot be read: ") + error.what(), "save it in another format");
  }
  if (source.diagnostics.empty() && !has_words(source.text))
    source.diagnostics.push_back({Severity::warning, {}, "holds no text", "check the file"});
  for (Diagnostic& diagnostic : source.diagnostics) diagnostic.where = name;
  return source;
}

} // namespace zonekg
