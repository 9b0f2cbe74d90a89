#include "cli/conformance/markup.hpp"

#include <algorithm>
#include <stdexcept>
#include <tuple>

namespace zonekg {
namespace {

std::uint32_t size_of(const std::string& text) { return static_cast<std::uint32_t>(text.size()); }

// Reads `label]` from the front of `markup` into the innermost open span.
void close_span(std::string_view& markup, std::vector<std::uint32_t>& open, MarkedText& marked) {
  const std::size_t end = markup.find(']');
  if (open.empty() || end == std::string_view::npos || end == 0 || open.back() == size_of(marked.text))
    throw std::invalid_argument("malformed span before " + std::string(markup));
  marked.spans.push_back({open.back(), size_of(marked.text), std::string(markup.substr(0, end))});
  open.pop_back();
  markup.remove_prefix(end + 1);
}

} // namespace

MarkedText parse_markup(std::string_view markup) {
  MarkedText marked;
  std::vector<std::uint32_t> open;
  while (!markup.empty()) {
    const char c = markup.front();
    markup.remove_prefix(1);
    if (c == '[')
      open.push_back(size_of(marked.text));
    else if (c == '|')
      close_span(markup, open, marked);
    else if (c == ']')
      throw std::invalid_argument("] without label");
    else
      marked.text += c;
  }
  if (!open.empty()) throw std::invalid_argument("[ without |label]");
  return marked;
}

std::string print_markup(const MarkedText& marked) {
  std::vector<MarkedSpan> spans = marked.spans;
  std::ranges::sort(spans, {}, [](const MarkedSpan& s) { return std::tuple(s.begin, ~s.end, s.label); });
  std::string printed;
  for (std::uint32_t at = 0; at <= marked.text.size(); ++at) {
    for (auto span = spans.rbegin(); span != spans.rend(); ++span)
      if (span->end == at) printed.append("|").append(span->label).append("]");
    for (const MarkedSpan& span : spans)
      if (span.begin == at) printed += '[';
    if (at < marked.text.size()) printed += marked.text[at];
  }
  return printed;
}

} // namespace zonekg
