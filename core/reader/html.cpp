#include "core/reader/html.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <string>
#include <vector>

#include "core/reader/encoding.hpp"
#include "core/reader/html_main.hpp"
#include "core/reader/html_tree.hpp"
#include "core/reader/page_attributes.hpp"
#include "core/reader/text_builder.hpp"
#include "core/reader/word_numbering.hpp"

namespace zonekg {
namespace {

constexpr std::string_view blocks[] = {"p",  "div", "li", "h1", "h2", "h3", "h4", "h5",      "h6",      "section", "article", "main", "dt",
                                       "dd", "pre", "ul", "ol", "dl", "blockquote", "tr", "table", "figure", "figcaption", "form", "center", "hr",
                                       "body", "td", "th", "caption", "address", "header", "title"};

bool is_block(std::string_view tag) { return std::find(std::begin(blocks), std::end(blocks), tag) != std::end(blocks); }

int to_int(std::string_view text, int otherwise) {
  int value = otherwise;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

std::string lower(std::string_view text) {
  std::string result(text);
  for (char& c : result)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return result;
}

// <meta charset="gb2312"> or <meta … content="text/html; charset=gb2312">, or the XML declaration.
std::string declared_charset(std::string_view bytes) {
  const std::string head = lower(bytes.substr(0, 4096));
  for (const std::string_view key : {"charset=", "encoding="})
    if (const auto at = head.find(key); at != std::string::npos) {
      std::size_t begin = at + key.size();
      while (begin < head.size() && (head[begin] == '"' || head[begin] == '\'' || head[begin] == ' ')) ++begin;
      const std::size_t end = head.find_first_of("\"'; >?/\r\n", begin);
      return head.substr(begin, end == std::string::npos ? 0 : end - begin);
    }
  return {};
}

class PageWriter {
 public:
  PageWriter(const HtmlTree& tree, const std::vector<bool>& left_out, TextBuilder& out)
      : tree_(tree), left_out_(left_out), out_(out) {}

  void write(std::uint32_t root) {
    walk(root);
    flush();
  }

  // The words of a subtree on one line.
  [[nodiscard]] std::string words(std::uint32_t root) const {
    std::string text;
    for (std::uint32_t i = root; i < tree_.nodes[root].end;) {
      if (left_out_[i]) {
        i = std::max(tree_.nodes[i].end, i + 1);
        continue;
      }
      if (tree_.nodes[i].tag.empty()) text += tree_.nodes[i].text;
      else if (is_block(tree_.nodes[i].tag) || tree_.nodes[i].tag == "br") text += ' ';
      ++i;
    }
    return text;
  }

 private:
  // Depth is bounded by the tree's.
  void walk(std::uint32_t index) {
    const HtmlNode& node = tree_.nodes[index];
    if (left_out_[index]) return;
    if (node.tag.empty()) {
      line_ += node.text;
      return;
    }
    if (node.tag == "br") return flush();
    if (node.tag == "table" && is_data(index)) return table(index);
    const bool block = is_block(node.tag);
    if (block) flush();
    if (node.tag == "li") line_ += number_of(index);
    if (node.tag == "pre") return preformatted(index);
    for (std::uint32_t child = index + 1; child < node.end; child = std::max(tree_.nodes[child].end, child + 1)) walk(child);
    if (block) flush();
  }

  void preformatted(std::uint32_t index) {
    std::string text = words(index);
    for (std::size_t begin = 0; begin <= text.size();) {
      const std::size_t end = std::min(text.find('\n', begin), text.size());
      line_ = text.substr(begin, end - begin);
      flush();
      begin = end + 1;
    }
  }

  // Line ends of the source are spaces, but nothing between Chinese characters.
  static std::string without_line_ends(std::string_view text) {
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
      if (text[i] != '\n' && text[i] != '\r' && text[i] != '\t') {
        result += text[i];
        continue;
      }
      std::size_t next = i;
      while (next < text.size() && static_cast<unsigned char>(text[next]) <= ' ') ++next;
      const bool inside = !result.empty() && static_cast<unsigned char>(result.back()) >= 0x80 && next < text.size() &&
                          static_cast<unsigned char>(text[next]) >= 0x80;
      if (!inside) result += ' ';
      i = next - 1;
    }
    return result;
  }

  void flush() {
    const std::string line = close_line(without_line_ends(line_));
    line_.clear();
    if (line.empty()) return;
    out_.paragraph(line, "paragraph " + std::to_string(++count_));
  }

  // The number that a browser shows before an item of a numbered list.
  std::string number_of(std::uint32_t item) {
    const std::uint32_t list = tree_.nodes[item].parent;
    if (tree_.nodes[list].tag != "ol") return {};
    const auto known = next_number_.try_emplace(list, to_int(tree_.nodes[list].attribute("start"), 1)).first;
    const int number = to_int(tree_.nodes[item].attribute("value"), known->second);
    known->second = next_number(number);
    const std::string_view type = tree_.nodes[list].attribute("type");
    const std::string_view style = tree_.nodes[list].attribute("style");
    if (style.find("none") != std::string_view::npos) return {};
    const bool chinese = style.find("cjk") != std::string_view::npos || style.find("chinese") != std::string_view::npos;
    const char* format = type == "a" ? "lowerLetter" : type == "A" ? "upperLetter" : type == "i" ? "lowerRoman" : type == "I" ? "upperRoman" : "decimal";
    const std::string shown = number_in_format(number, chinese ? "chineseCounting" : format);
    return shown.empty() ? shown : shown + (chinese ? "、" : ".");
  }

  // A table of data, not a frame for the page: no table inside, more than one column, no cell that is an article.
  [[nodiscard]] bool is_data(std::uint32_t index) const {
    constexpr std::size_t article = 2000; // bytes
    std::size_t cells = 0, rows = 0;
    for (std::uint32_t i = index + 1; i < tree_.nodes[index].end; ++i) {
      const std::string& tag = tree_.nodes[i].tag;
      if (tag == "table") return false;
      rows += tag == "tr";
      if (tag != "td" && tag != "th") continue;
      ++cells;
      if (words(i).size() > article) return false;
    }
    return cells > rows;
  }

  void table(std::uint32_t index) {
    flush();
    ++tables_;
    TableRows rows;
    std::map<std::size_t, std::pair<std::size_t, TableCell>> above; // columns that a cell of an upper row still fills
    for (std::uint32_t i = index + 1; i < tree_.nodes[index].end; ++i) {
      if (left_out_[i]) i = std::max(tree_.nodes[i].end, i + 1) - 1;
      else if (tree_.nodes[i].tag == "tr") add_row(i, rows, above);
      else if (tree_.nodes[i].tag == "caption") out_.paragraph(words(i), "table " + std::to_string(tables_));
    }
    out_.table(rows);
  }

  void add_row(std::uint32_t index, TableRows& rows, std::map<std::size_t, std::pair<std::size_t, TableCell>>& above) {
    constexpr int most_span = 100;
    auto& row = rows.emplace_back();
    const auto fill = [&] {
      for (auto found = above.find(row.size()); found != above.end(); found = above.find(row.size())) {
        row.push_back(found->second.second);
        if (--found->second.first == 0) above.erase(found);
      }
    };
    for (std::uint32_t i = index + 1; i < tree_.nodes[index].end; ++i) {
      const HtmlNode& node = tree_.nodes[i];
      if (node.tag != "td" && node.tag != "th") continue;
      fill();
      const TableCell cell{words(i), "table " + std::to_string(tables_) + " R" + std::to_string(rows.size()) + "C" + std::to_string(row.size() + 1)};
      const int down = std::clamp(to_int(node.attribute("rowspan"), 1), 1, most_span);
      const int across = std::clamp(to_int(node.attribute("colspan"), 1), 1, most_span);
      for (int c = 0; c < across; ++c) {
        if (down > 1) above[row.size()] = {static_cast<std::size_t>(down - 1), c == 0 ? cell : TableCell{}};
        row.push_back(c == 0 ? cell : TableCell{});
      }
      i = std::max(node.end, i + 1) - 1;
    }
    fill();
  }

  const HtmlTree& tree_;
  const std::vector<bool>& left_out_;
  TextBuilder& out_;
  std::string line_;
  std::map<std::uint32_t, int> next_number_; // of numbered lists
  int count_ = 0, tables_ = 0;
};

// The page's headline: its first heading outside of the chrome, else what its metadata say.
std::string find_headline(const HtmlTree& tree, const std::vector<bool>& left_out, const PageWriter& writer) {
  for (std::uint32_t i = 1; i < tree.nodes.size(); ++i) {
    if (left_out[i]) {
      i = std::max(tree.nodes[i].end, i + 1) - 1;
      continue;
    }
    if (tree.nodes[i].tag != "h1" && tree.nodes[i].tag != "h2") continue;
    if (std::string words = close_line(writer.words(i)); !words.empty()) return words;
  }
  return {};
}

} // namespace

bool is_html(std::string_view bytes) {
  std::string head = lower(bytes.substr(0, 2048));
  std::erase(head, '\0'); // UTF-16
  const std::size_t begin = head.find_first_not_of(" \t\r\n\xEF\xBB\xBF\xFF\xFE");
  if (begin == std::string::npos || head[begin] != '<') return false;
  for (const std::string_view mark : {"<!doctype html", "<html", "<head", "<body", "<meta", "<title", "<div", "<p>", "<p ", "<table", "<script", "<span", "<h1"})
    if (head.find(mark, begin) != std::string::npos) return true;
  return false;
}

void read_html(std::string_view bytes, SourceText& source) {
  const Decoded decoded = decode_as(bytes, declared_charset(bytes));
  const HtmlTree tree = parse_html(decoded.text);
  if (tree.problem) {
    source.diagnostics.push_back({Severity::error, {}, "is a web page that cannot be read: " + *tree.problem, "save it as text"});
    return;
  }
  const std::vector<bool> left_out = find_boilerplate(tree);
  const std::uint32_t main = find_main(tree, left_out);
  TextBuilder text;
  PageWriter writer(tree, left_out, text);
  const std::string headline = find_headline(tree, left_out, writer);
  const std::string shown = close_line(writer.words(0));
  const PageAttributes page = page_attributes(tree, shown);
  source.title = headline.empty() ? page.title : headline;
  source.published = page.published;
  source.publisher = page.publisher;
  source.index_number = page.index_number;
  // A headline that the page shows above the main part belongs to the text: it is the document's title. The name of the
  // site is none.
  constexpr std::size_t shortest_title = 24; // bytes, 8 Chinese characters
  const bool is_shown = source.title.size() >= shortest_title && shown.find(source.title) != std::string::npos;
  if (is_shown && close_line(writer.words(main)).find(source.title) == std::string::npos) text.paragraph(source.title, "title");
  writer.write(main);
  text.finish(source);
  if (decoded.guessed)
    source.diagnostics.push_back({Severity::warning, {}, "encoding guessed: " + decoded.encoding, "save the page as UTF-8"});
}

} // namespace zonekg
