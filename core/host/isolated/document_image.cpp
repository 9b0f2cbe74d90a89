#include "core/host/isolated/document_image.hpp"

#include <array>
#include <cstring>
#include <stdexcept>
#include <type_traits>

#include "core/abi/plugin.hpp"

namespace zonekg {
namespace {

struct Place {
  std::uint64_t offset, size;
};

// Layers whose rows hold no pointers. The mentions layer goes as MentionRow.
constexpr std::array<const char*, 8> flat_layers = {
    ZKG_LAYER_SENTENCES, ZKG_LAYER_WORDS,      ZKG_LAYER_SECTIONS, ZKG_LAYER_ENUMERATIONS,
    ZKG_LAYER_ITEMS,     ZKG_LAYER_QUANTITIES, ZKG_LAYER_PERIODS,  ZKG_LAYER_TRIGGERS};

struct TablePlace {
  Place rows;
  std::uint64_t row_size;
};

struct Header {
  Place text, name, title, mentions;
  std::array<TablePlace, flat_layers.size()> tables;
  zkg_interval period;
  std::int32_t published;
  std::uint32_t first_mention;
};

struct MentionRow {
  Place type, name;
  double confidence;
  zkg_span span;
  std::uint32_t id, unused;
};
static_assert(std::is_trivially_copyable_v<Header> && std::is_trivially_copyable_v<MentionRow>);

constexpr std::size_t alignment = 16;
constexpr std::size_t aligned(std::size_t size) { return (size + alignment - 1) / alignment * alignment; }

// Lays everything out first: what is written must not move.
class Layout {
 public:
  Place take(std::size_t size) {
    const Place place{end_, size};
    end_ += aligned(size);
    return place;
  }
  [[nodiscard]] std::size_t size() const { return end_; }

 private:
  std::size_t end_ = 0;
};

std::size_t size_of(const zkg_table& table) { return table.count * table.row_size; }

void copy(char* to, const void* from, std::size_t size) {
  if (size > 0) std::memcpy(to, from, size);
}

const zkg_table* layer(const zkg_document& document, const char* id) { return document.layer(document.host, id); }

std::string_view piece(std::string_view bytes, Place place) {
  if (place.offset > bytes.size() || place.size > bytes.size() - place.offset)
    throw std::runtime_error("the document's bytes are not whole");
  return bytes.substr(place.offset, place.size);
}

} // namespace

std::size_t write_document(const zkg_document& document, std::uint32_t first_mention, SharedArea& area) {
  Layout layout;
  Header header{};
  layout.take(sizeof header);
  header.text = layout.take(document.text.size);
  header.name = layout.take(document.name.size);
  header.title = layout.take(document.title.size);
  header.period = document.period;
  header.published = document.published;
  header.first_mention = first_mention;
  for (std::size_t i = 0; i < flat_layers.size(); ++i)
    if (const zkg_table* table = layer(document, flat_layers[i]))
      header.tables[i] = {layout.take(size_of(*table)), table->row_size};
  const Rows<zkg_mention> mentions(layer(document, ZKG_LAYER_MENTIONS));
  header.mentions = layout.take(mentions.size() * sizeof(MentionRow));
  std::vector<MentionRow> rows;
  for (const zkg_mention& mention : mentions)
    rows.push_back({layout.take(mention.type.size), layout.take(mention.name.size), mention.confidence, mention.span,
                    mention.id, 0});

  area.reserve(layout.size());
  char* const bytes = area.bytes();
  copy(bytes, &header, sizeof header);
  copy(bytes + header.text.offset, document.text.data, document.text.size);
  copy(bytes + header.name.offset, document.name.data, document.name.size);
  copy(bytes + header.title.offset, document.title.data, document.title.size);
  for (std::size_t i = 0; i < flat_layers.size(); ++i)
    if (const zkg_table* table = layer(document, flat_layers[i]))
      copy(bytes + header.tables[i].rows.offset, table->rows, size_of(*table));
  copy(bytes + header.mentions.offset, rows.data(), header.mentions.size);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    copy(bytes + rows[i].type.offset, mentions[i].type.data, mentions[i].type.size);
    copy(bytes + rows[i].name.offset, mentions[i].name.data, mentions[i].name.size);
  }
  return layout.size();
}

DocumentImage::DocumentImage(std::string_view bytes) {
  Header header;
  std::memcpy(&header, piece(bytes, {0, sizeof header}).data(), sizeof header);
  for (std::size_t i = 0; i < flat_layers.size(); ++i) {
    const auto& [rows, row_size] = header.tables[i];
    if (row_size > 0) tables_[flat_layers[i]] = {piece(bytes, rows).data(), rows.size / row_size, row_size};
  }
  const std::string_view rows = piece(bytes, header.mentions);
  for (std::size_t at = 0; at + sizeof(MentionRow) <= rows.size(); at += sizeof(MentionRow)) {
    MentionRow row;
    std::memcpy(&row, rows.data() + at, sizeof row);
    mentions_.push_back({row.span, row.id, borrow(piece(bytes, row.type)), borrow(piece(bytes, row.name)), row.confidence});
  }
  tables_[ZKG_LAYER_MENTIONS] = {mentions_.data(), mentions_.size(), sizeof(zkg_mention)};
  first_mention_ = header.first_mention;
  abi_ = {sizeof(zkg_document), this, borrow(piece(bytes, header.text)), borrow(piece(bytes, header.name)),
          borrow(piece(bytes, header.title)), header.published, header.period, find};
}

const zkg_table* DocumentImage::find(void* host, const char* id) {
  if (id == nullptr) return nullptr;
  const auto& tables = static_cast<const DocumentImage*>(host)->tables_;
  const auto found = tables.find(std::string_view(id));
  return found == tables.end() ? nullptr : &found->second;
}

} // namespace zonekg
