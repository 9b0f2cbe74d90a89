#include "core/reader/html_tree.hpp"

#include <algorithm>
#include <libxml/HTMLparser.h>
#include <limits>
#include <memory>
#include <mutex>

#include "core/reader/parser_guard.hpp"

namespace zonekg {
namespace {

constexpr std::size_t deepest = 512;           // browsers stop at about as many
constexpr std::size_t most_nodes = 2'000'000;
constexpr std::size_t most_attributes = 2000;  // of one tag: the parser compares each with all before

struct State : ParserGuard {
  explicit State(HtmlTree& of) : tree(of) {}
  HtmlTree& tree;
  std::vector<std::uint32_t> open = {0};

  void stop(const char* why) {
    if (!tree.problem) tree.problem = why;
    xmlStopParser(context);
  }
  HtmlNode& add() {
    HtmlNode& node = tree.nodes.emplace_back();
    node.parent = open.back();
    node.end = static_cast<std::uint32_t>(tree.nodes.size());
    return node;
  }
};

void on_start(void* user, const xmlChar* name, const xmlChar** attributes) {
  State& state = *static_cast<State*>(user);
  if (state.open.size() >= deepest) return state.stop("elements lie in each other too deeply");
  if (state.tree.nodes.size() >= most_nodes) return state.stop("the page has too many elements");
  state.guarded([&] {
    HtmlNode& node = state.add();
    node.tag = view(name);
    for (std::size_t i = 0; attributes && attributes[i]; i += 2)
      node.attributes.emplace_back(view(attributes[i]), view(attributes[i + 1]));
    state.open.push_back(static_cast<std::uint32_t>(state.tree.nodes.size() - 1));
  });
}

void on_end(void* user, const xmlChar*) {
  State& state = *static_cast<State*>(user);
  if (state.open.size() <= 1) return;
  state.tree.nodes[state.open.back()].end = static_cast<std::uint32_t>(state.tree.nodes.size());
  state.open.pop_back();
}

void on_text(void* user, const xmlChar* text, int size) {
  State& state = *static_cast<State*>(user);
  const std::string_view piece(reinterpret_cast<const char*>(text), static_cast<std::size_t>(size));
  state.guarded([&] {
    HtmlNode& last = state.tree.nodes.back();
    if (last.tag.empty() && state.tree.nodes.size() > 1 && last.parent == state.open.back()) last.text += piece;
    else state.add().text = piece;
  });
}

// The parser's work on one tag grows with the square of its attributes.
bool has_monstrous_tag(std::string_view text) {
  std::size_t blanks = 0;
  bool inside = false;
  for (const char c : text) {
    if (c == '<') inside = true, blanks = 0;
    else if (c == '>') inside = false;
    else if (inside && (c == '=' || c == ' ' || c == '\n' || c == '\t' || c == '/') && ++blanks > 4 * most_attributes) return true;
  }
  return false;
}

} // namespace

std::string_view HtmlNode::attribute(std::string_view name) const {
  const auto found = std::find_if(attributes.begin(), attributes.end(), [&](const auto& a) { return a.first == name; });
  return found == attributes.end() ? std::string_view() : std::string_view(found->second);
}

HtmlTree parse_html(std::string_view text) {
  static std::once_flag once;
  std::call_once(once, xmlInitParser);
  HtmlTree tree;
  tree.nodes.push_back({"#root", {}, {}, 0, 0});
  if (has_monstrous_tag(text) || text.size() > static_cast<std::size_t>(std::numeric_limits<int>::max())) {
    tree.problem = "a tag has thousands of attributes";
    return tree;
  }
  htmlSAXHandler handler{};
  handler.startElement = on_start;
  handler.endElement = on_end;
  handler.characters = handler.cdataBlock = handler.ignorableWhitespace = on_text;
  handler.warning = handler.error = be_silent;
  State state(tree);
  const std::unique_ptr<xmlParserCtxt, FreeParser> context(
      htmlCreatePushParserCtxt(&handler, &state, nullptr, 0, nullptr, XML_CHAR_ENCODING_UTF8));
  if (!context) throw std::bad_alloc();
  state.context = context.get();
  htmlCtxtUseOptions(context.get(), HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC | HTML_PARSE_NODEFDTD);
  constexpr std::size_t piece = 1 << 20;
  for (std::size_t at = 0; at <= text.size() && !tree.problem && !state.thrown; at += piece) {
    const auto part = text.substr(at, piece);
    htmlParseChunk(context.get(), part.data(), static_cast<int>(part.size()), at + piece > text.size());
  }
  if (state.thrown) std::rethrow_exception(state.thrown);
  for (const std::uint32_t node : state.open) tree.nodes[node].end = static_cast<std::uint32_t>(tree.nodes.size());
  return tree;
}

} // namespace zonekg
