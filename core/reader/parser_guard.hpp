// What the callbacks of both libxml2 parsers share: stopping, and exceptions that may not cross the C library.
#pragma once

#include <exception>
#include <string_view>

#include <libxml/parser.h>

namespace zonekg {

inline std::string_view view(const xmlChar* text) { return text ? reinterpret_cast<const char*>(text) : std::string_view(); }

struct ParserGuard {
  xmlParserCtxtPtr context = nullptr;
  std::exception_ptr thrown;

  template <typename Call> void guarded(Call call) {
    if (thrown) return;
    try {
      call();
    } catch (...) {
      thrown = std::current_exception();
      xmlStopParser(context);
    }
  }
};

// Warnings and errors are asked for afterwards.
inline void be_silent(void*, const char*, ...) {}

// For HTML contexts too: htmlFreeParserCtxt calls xmlFreeParserCtxt and nothing else.
struct FreeParser {
  void operator()(xmlParserCtxtPtr context) const {
    if (context->myDoc) xmlFreeDoc(context->myDoc);
    xmlFreeParserCtxt(context);
  }
};

} // namespace zonekg
