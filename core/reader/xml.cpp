#include "core/reader/xml.hpp"

#include <algorithm>
#include <cstring>
#include <memory>
#include <mutex>

#include "core/reader/parser_guard.hpp"

namespace zonekg {
namespace {

constexpr int deepest = 250; // libxml2's own limit is 256

struct State : ParserGuard {
  explicit State(const XmlEvents& of) : events(of) {}
  const XmlEvents& events;
  int depth = 0;
  std::string refusal;

  void stop(std::string why) {
    if (refusal.empty()) refusal = std::move(why);
    xmlStopParser(context);
  }
};

State& state_of(void* user) { return *static_cast<State*>(user); }

void on_start(void* user, const xmlChar* name, const xmlChar*, const xmlChar* space, int, const xmlChar**, int count, int,
              const xmlChar** values) {
  State& state = state_of(user);
  if (++state.depth > deepest) return state.stop("elements lie in each other too deeply");
  state.guarded([&] {
    XmlElement element{view(name), view(space), {}};
    for (int i = 0; i < count; ++i) { // five pointers each: name, prefix, address, value, end of the value
      const auto* begin = reinterpret_cast<const char*>(values[5 * i + 3]);
      const auto* end = reinterpret_cast<const char*>(values[5 * i + 4]);
      element.attributes.emplace_back(view(values[5 * i]), std::string_view(begin, static_cast<std::size_t>(end - begin)));
    }
    if (state.events.start) state.events.start(element);
  });
}

void on_end(void* user, const xmlChar* name, const xmlChar*, const xmlChar*) {
  State& state = state_of(user);
  --state.depth;
  state.guarded([&] {
    if (state.events.end) state.events.end(view(name));
  });
}

void on_text(void* user, const xmlChar* text, int size) {
  State& state = state_of(user);
  state.guarded([&] {
    if (state.events.text) state.events.text({reinterpret_cast<const char*>(text), static_cast<std::size_t>(size)});
  });
}

void on_dtd(void* user, const xmlChar*, const xmlChar*, const xmlChar*) {
  state_of(user).stop("it holds a DTD, which no such file needs and which may hide an expansion attack");
}

std::string last_error(xmlParserCtxtPtr context) {
  const xmlError* error = xmlCtxtGetLastError(context);
  if (!error || !error->message) return "not well-formed XML";
  std::string message = error->message;
  while (!message.empty() && message.back() == '\n') message.pop_back();
  return "not well-formed XML in line " + std::to_string(error->line) + ": " + message;
}

} // namespace

std::string_view XmlElement::attribute(std::string_view wanted) const {
  const auto found = std::find_if(attributes.begin(), attributes.end(), [&](const auto& a) { return a.first == wanted; });
  return found == attributes.end() ? std::string_view() : found->second;
}

std::optional<std::string> parse_xml(std::string_view bytes, const XmlEvents& events) {
  static std::once_flag once;
  std::call_once(once, xmlInitParser);
  xmlSAXHandler handler{};
  handler.initialized = XML_SAX2_MAGIC;
  handler.startElementNs = on_start;
  handler.endElementNs = on_end;
  handler.characters = handler.ignorableWhitespace = handler.cdataBlock = on_text;
  handler.internalSubset = on_dtd;
  handler.warning = handler.error = be_silent;
  State state(events);
  const std::unique_ptr<xmlParserCtxt, FreeParser> context(xmlCreatePushParserCtxt(&handler, &state, nullptr, 0, nullptr));
  if (!context) throw std::bad_alloc();
  state.context = context.get();
  xmlCtxtUseOptions(context.get(), XML_PARSE_NONET);
  constexpr std::size_t piece = 1 << 20;
  int code = 0;
  for (std::size_t at = 0; at <= bytes.size() && code == 0; at += piece) {
    const auto part = bytes.substr(at, piece);
    code = xmlParseChunk(context.get(), part.data(), static_cast<int>(part.size()), at + piece > bytes.size());
  }
  if (state.thrown) std::rethrow_exception(state.thrown);
  if (!state.refusal.empty()) return state.refusal;
  if (code != 0) return last_error(context.get());
  return std::nullopt;
}

} // namespace zonekg
