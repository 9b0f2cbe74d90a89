// A document whose layers a test writes row by row.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "core/abi/plugin.h"

namespace zonekg {

struct LayeredText {
  explicit LayeredText(std::string words) : text(std::move(words)) {
    document.text = {text.data(), text.size()};
    document.host = this;
    document.layer = [](void* host, const char* id) -> const zkg_table* {
      const auto& known = static_cast<const LayeredText*>(host)->tables;
      const auto table = known.find(id);
      return table == known.end() ? nullptr : &table->second;
    };
  }
  LayeredText(const LayeredText&) = delete;
  LayeredText& operator=(const LayeredText&) = delete;

  // The rows must outlive it, and stay where they are.
  template <class Row>
  void add(const char* id, const std::vector<Row>& rows) {
    tables[id] = {rows.data(), rows.size(), sizeof(Row)};
  }

  std::string text;
  std::map<std::string, zkg_table> tables;
  zkg_document document{};
};

} // namespace zonekg
