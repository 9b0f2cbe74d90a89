#include "core/host/document_view.hpp"

#include "core/abi/plugin.hpp"

namespace zonekg {
namespace {

template <class Row> zkg_table table(const std::vector<Row>& rows) { return {rows.data(), rows.size(), sizeof(Row)}; }

} // namespace

DocumentView::DocumentView(const AnalysedDocument& document, const std::vector<zkg_trigger_hit>& triggers,
                           const std::vector<zkg_mention>& mentions, const zkg_shared* shared)
    : tables_{{{ZKG_LAYER_SENTENCES, table(document.layers.sentences)},
               {ZKG_LAYER_WORDS, table(document.layers.words)},
               {ZKG_LAYER_SECTIONS, table(document.layers.sections)},
               {ZKG_LAYER_ENUMERATIONS, table(document.layers.enumerations)},
               {ZKG_LAYER_ITEMS, table(document.layers.items)},
               {ZKG_LAYER_QUANTITIES, table(document.layers.quantities)},
               {ZKG_LAYER_PERIODS, table(document.layers.periods)},
               {ZKG_LAYER_TRIGGERS, table(triggers)},
               {ZKG_LAYER_MENTIONS, table(mentions)},
               {ZKG_LAYER_SHARED, {shared, shared == nullptr ? std::size_t{0} : 1, sizeof(zkg_shared)}}}},
      abi_{sizeof(zkg_document),
           this,
           borrow(document.normalised.text),
           borrow(document.header.path),
           borrow(document.header.title),
           document.header.date.published ? document.header.date.published : document.header.date.year * 10000,
           document.header.date.period,
           find} {}

const zkg_table* DocumentView::find(void* host, const char* id) {
  if (!id) return nullptr;
  const auto& self = *static_cast<const DocumentView*>(host);
  for (const NamedTable& named : self.tables_)
    if (named.id == id) return &named.table;
  return nullptr;
}

} // namespace zonekg
