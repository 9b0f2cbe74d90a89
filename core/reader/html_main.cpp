#include "core/reader/html_main.hpp"

#include <algorithm>
#include <string>

#include "core/text/utf8.hpp"
#include "core/text/word_set.hpp"

namespace zonekg {
namespace {

constexpr std::string_view never_text[] = {"script", "style",  "noscript", "template", "iframe", "object", "svg",   "canvas", "audio",
                                           "video",  "select", "button",   "textarea", "input",  "nav",    "footer", "aside", "map"};
constexpr std::string_view containers[] = {"#root", "html", "body", "div", "section", "article", "main", "form", "center",
                                           "table", "tbody", "tr", "td", "font", "span"};
// Parts of class names and ids that say what a part of the page is for.
constexpr std::string_view chrome_words[] = {"nav",    "menu",   "footer", "foot",  "breadcrumb", "crumb",  "position", "share", "copyright",
                                             "sidebar", "toolbar", "banner", "header", "login",      "search", "related",  "recommend",
                                             "friend", "link",   "print",  "qrcode", "pager",     "comment", "advert"};

bool is_one_of(std::string_view word, const auto& list) { return std::find(std::begin(list), std::end(list), word) != std::end(list); }

// `main-nav`, `footBar`: a word of the name begins with one of the chrome words.
bool names_chrome(std::string_view name) {
  std::string word;
  const auto check = [&] {
    const bool found = std::any_of(std::begin(chrome_words), std::end(chrome_words), [&](std::string_view w) {
      return word.starts_with(w) && word.size() <= w.size() + 3; // navbar, links; not linkage
    });
    word.clear();
    return found;
  };
  for (const char c : name) {
    const bool upper = c >= 'A' && c <= 'Z', letter = upper || (c >= 'a' && c <= 'z');
    if ((!letter || upper) && check()) return true;
    if (letter) word += upper ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return check();
}

bool is_hidden(const HtmlNode& node) {
  std::string style(node.attribute("style"));
  std::erase(style, ' ');
  const bool styled = style.find("display:none") != std::string::npos || style.find("visibility:hidden") != std::string::npos;
  const bool flagged = std::any_of(node.attributes.begin(), node.attributes.end(), [](const auto& a) { return a.first == "hidden"; });
  return styled || flagged || node.attribute("aria-hidden") == "true";
}

// Characters of text inside and outside of links, of each subtree.
struct Amounts {
  std::vector<std::uint32_t> linked, plain;
};

std::size_t visible(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) { return !is_continuation(c) && static_cast<unsigned char>(c) > ' '; }));
}

Amounts measure(const HtmlTree& tree, const std::vector<bool>& left_out) {
  Amounts amounts{std::vector<std::uint32_t>(tree.nodes.size()), std::vector<std::uint32_t>(tree.nodes.size())};
  std::uint32_t link_end = 0;
  for (std::uint32_t i = 0; i < tree.nodes.size();) {
    const HtmlNode& node = tree.nodes[i];
    if (left_out[i]) {
      i = std::max(node.end, i + 1);
      continue;
    }
    if (node.tag == "a") link_end = std::max(link_end, node.end);
    if (node.tag.empty()) (i < link_end ? amounts.linked : amounts.plain)[i] = static_cast<std::uint32_t>(visible(node.text));
    ++i;
  }
  for (std::size_t i = tree.nodes.size() - 1; i > 0; --i) {
    amounts.linked[tree.nodes[i].parent] += amounts.linked[i];
    amounts.plain[tree.nodes[i].parent] += amounts.plain[i];
  }
  return amounts;
}

bool is_block_of_links(const HtmlNode& node, std::uint32_t linked, std::uint32_t plain) {
  const bool block = node.tag == "ul" || node.tag == "ol" || node.tag == "div" || node.tag == "table" || node.tag == "dl" || node.tag == "p" || node.tag == "td";
  return block && linked >= 4 && linked > plain;
}

} // namespace

std::vector<bool> find_boilerplate(const HtmlTree& tree) {
  std::vector<bool> left_out(tree.nodes.size(), false);
  for (std::size_t i = 1; i < tree.nodes.size(); ++i) {
    const HtmlNode& node = tree.nodes[i];
    if (node.tag.empty()) continue;
    left_out[i] = is_one_of(node.tag, never_text) || node.tag == "head" || is_hidden(node);
  }
  // What is named like a menu is one unless most of the page's text lies in it; so too what is mostly links.
  const Amounts amounts = measure(tree, left_out);
  for (std::size_t i = 1; i < tree.nodes.size(); ++i) {
    const HtmlNode& node = tree.nodes[i];
    if (node.tag.empty() || node.tag == "body" || node.tag == "html" || left_out[i]) continue;
    const bool small = amounts.plain[i] * 4 <= amounts.plain[0];
    const bool named = node.tag == "header" || names_chrome(node.attribute("class")) || names_chrome(node.attribute("id"));
    left_out[i] = (named && small) || is_block_of_links(node, amounts.linked[i], amounts.plain[i]);
  }
  return left_out;
}

std::uint32_t find_main(const HtmlTree& tree, const std::vector<bool>& left_out) {
  const Amounts amounts = measure(tree, left_out);
  std::uint32_t at = 0;
  for (bool deeper = true; deeper;) {
    deeper = false;
    for (std::uint32_t child = at + 1; child < tree.nodes[at].end; child = std::max(tree.nodes[child].end, child + 1)) {
      const HtmlNode& node = tree.nodes[child];
      const bool nearly_all = std::uint64_t{amounts.plain[child]} * 100 >= std::uint64_t{amounts.plain[0]} * 85;
      if (!nearly_all || left_out[child] || !is_one_of(node.tag, containers)) continue;
      // A table of one cell is a frame; any other is the text itself.
      if (node.tag == "table" && amounts.plain[child] > 0) {
        std::uint32_t rows = 0;
        for (std::uint32_t i = child; i < node.end; ++i) rows += tree.nodes[i].tag == "td" || tree.nodes[i].tag == "th";
        if (rows > 1) {
          bool framed = false;
          for (std::uint32_t i = child; i < node.end && !framed; ++i)
            framed = tree.nodes[i].tag == "td" && std::uint64_t{amounts.plain[i]} * 100 >= std::uint64_t{amounts.plain[child]} * 95;
          if (!framed) continue;
        }
      }
      at = child;
      deeper = true;
      break;
    }
  }
  return at;
}

} // namespace zonekg
