#include "core/reader/page_attributes.hpp"

#include <algorithm>
#include <array>

#include "core/reader/text_builder.hpp"
#include "core/text/characters.hpp"

namespace zonekg {
namespace {

std::string lower(std::string_view text) {
  std::string result(text);
  for (char& c : result)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return result;
}

// Reads up to `most` digits at `at` and moves behind them; -1 when there are none.
int read_number(std::string_view text, std::size_t& at, std::size_t most) {
  int value = -1;
  for (std::size_t n = 0; n < most && at < text.size() && is_digit(text[at]); ++n, ++at) value = std::max(value, 0) * 10 + (text[at] - '0');
  return value;
}

bool skip_one_of(std::string_view text, std::size_t& at, std::initializer_list<std::string_view> marks) {
  while (at < text.size() && text[at] == ' ') ++at;
  for (const std::string_view mark : marks)
    if (text.substr(at).starts_with(mark)) {
      at += mark.size();
      while (at < text.size() && text[at] == ' ') ++at;
      return true;
    }
  return false;
}

// `索 引 号`: the label's characters with any spaces between them. Returns the place behind the label and its colon.
std::size_t behind_label(std::string_view words, std::string_view label) {
  for (std::size_t begin = words.find(label.substr(0, 3)); begin != std::string_view::npos; begin = words.find(label.substr(0, 3), begin + 3)) {
    std::size_t at = begin;
    bool fits = true;
    for (std::size_t i = 0; i < label.size() && fits; i += 3) {
      while (at < words.size() && (words[at] == ' ' || words.substr(at).starts_with("\u3000"))) at += words[at] == ' ' ? 1 : 3;
      fits = words.substr(at).starts_with(label.substr(i, 3));
      at += 3;
    }
    if (fits && skip_one_of(words, at, {"：", ":", "】", "]"})) return at;
  }
  return std::string_view::npos;
}

// The value ends at the next space or label.
std::string value_behind(std::string_view words, std::string_view label) {
  constexpr std::size_t longest = 120;
  const std::size_t at = behind_label(words, label);
  if (at == std::string_view::npos) return {};
  const std::string_view rest = words.substr(at);
  const std::size_t end = std::min({rest.find(' '), rest.find("\u3000"), rest.find("："), rest.find("】"), rest.size()});
  return end > longest ? std::string() : std::string(rest.substr(0, end));
}

std::string title_without_site(std::string title) {
  for (const std::string_view parting : {"_", "-", "|", "－", "——"})
    if (const auto at = title.rfind(parting); at != std::string::npos && at >= 12) title.resize(at);
  return close_line(title);
}

} // namespace

int find_date(std::string_view words) {
  for (std::size_t begin = words.find_first_of("12"); begin != std::string_view::npos; begin = words.find_first_of("12", begin + 1)) {
    if (begin > 0 && is_digit(words[begin - 1])) continue;
    std::size_t at = begin;
    const int year = read_number(words, at, 4);
    if (at - begin != 4 || year < 1990 || year > 2100 || !skip_one_of(words, at, {"-", "/", ".", "年"})) continue;
    const int month = read_number(words, at, 2);
    if (month < 1 || month > 12 || !skip_one_of(words, at, {"-", "/", ".", "月"})) continue;
    const int day = read_number(words, at, 2);
    if (day >= 1 && day <= 31) return year * 10000 + month * 100 + day;
  }
  return 0;
}

PageAttributes page_attributes(const HtmlTree& tree, std::string_view words) {
  PageAttributes page;
  std::string whole_title;
  for (std::uint32_t i = 1; i < tree.nodes.size(); ++i) {
    const HtmlNode& node = tree.nodes[i];
    if (node.tag == "title" && whole_title.empty() && i + 1 < node.end) whole_title = tree.nodes[i + 1].text;
    if (node.tag != "meta") continue;
    const std::string name = lower(node.attribute("name").empty() ? node.attribute("property") : node.attribute("name"));
    const std::string content = close_line(node.attribute("content"));
    if (name == "pubdate" || name == "publishdate" || name == "article:published_time" || name == "dc.date" || name == "publish-date") {
      if (page.published == 0) page.published = find_date(content);
    } else if (name == "articletitle" || name == "og:title") {
      page.title = content;
    } else if ((name == "contentsource" || name == "sitename") && page.publisher.empty()) {
      page.publisher = content;
    }
  }
  if (page.title.empty()) page.title = title_without_site(close_line(whole_title));
  page.index_number = value_behind(words, "索引号");
  for (const std::string_view label : {"发布机构", "发布单位", "公开机构", "来源"})
    if (const std::string value = value_behind(words, label); !value.empty()) {
      page.publisher = value;
      break;
    }
  for (const std::string_view label : {"发布日期", "发布时间", "公开日期", "生成日期", "成文日期"}) {
    if (page.published != 0) break;
    const std::size_t at = behind_label(words, label);
    if (at != std::string_view::npos) page.published = find_date(words.substr(at, 40));
  }
  return page;
}

} // namespace zonekg
