// zkg_document over an analysed document, for one call of one plugin.
#pragma once

#include <array>
#include <string_view>
#include <vector>

#include "core/model/document.hpp"

namespace zonekg {

class DocumentView {
 public:
  // All borrowed for the life of the view. `shared`: null when plugins share nothing.
  DocumentView(const AnalysedDocument& document, const std::vector<zkg_trigger_hit>& triggers,
               const std::vector<zkg_mention>& mentions, const zkg_shared* shared = nullptr);
  DocumentView(const DocumentView&) = delete;
  DocumentView& operator=(const DocumentView&) = delete;

  [[nodiscard]] const zkg_document& abi() const { return abi_; }

 private:
  struct NamedTable {
    std::string_view id;
    zkg_table table;
  };
  static const zkg_table* find(void* host, const char* id);

  std::array<NamedTable, 10> tables_;
  zkg_document abi_;
};

} // namespace zonekg
