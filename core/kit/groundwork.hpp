// What the plugins made of this kit work out once for a document, whoever of them comes first.
#pragma once

#include <memory>
#include <optional>

#include "core/kit/edge_features.hpp"
#include "core/kit/index.hpp"
#include "core/kit/name_likeness.hpp"
#include "core/kit/span_outline.hpp"

namespace zonekg::kit {

class Groundwork {
 public:
  explicit Groundwork(const Document& document) : index_(document), edges_(index_), inner_(index_), outline_(index_) {}
  Groundwork(const Groundwork&) = delete;
  Groundwork& operator=(const Groundwork&) = delete;

  [[nodiscard]] const Index& index() const { return index_; }
  [[nodiscard]] EdgeIds& edges() { return edges_; }
  [[nodiscard]] const InnerIds& inner() const { return inner_; }
  [[nodiscard]] const SpanOutline& outline() const { return outline_; }
  // All plugins read the same file of likeness.
  LikenessInText& likeness();

 private:
  const Index index_;
  EdgeIds edges_;
  const InnerIds inner_;
  const SpanOutline outline_;
  std::optional<LikenessInText> likeness_;
};

// The groundwork that the host keeps for the document (plugin.h: ZKG_LAYER_SHARED), or one's own where it keeps none.
class SharedGroundwork {
 public:
  explicit SharedGroundwork(const Document& document);
  [[nodiscard]] Groundwork& get() const { return *shared_; }

 private:
  std::unique_ptr<Groundwork> own_;
  Groundwork* shared_;
};

} // namespace zonekg::kit
