// One call of the plugin under test, with the document as the host shows it or as somebody bent it.
#pragma once

#include <optional>
#include <string>

#include "cli/conformance/subject.hpp"
#include "core/host/document_view.hpp"
#include "core/host/sink.hpp"

namespace zonekg {

class OneCall {
 public:
  // Runs the plugins that the subject requires, for the mentions that it sees. All borrowed.
  OneCall(const Subject& subject, Reader& reader, const AnalysedDocument& document);

  [[nodiscard]] const zkg_document& document() const { return view_->abi(); }
  // What the plugin proposes about it, printed; of a failure its message.
  std::string extract(const zkg_document& document);

 private:
  const Subject& subject_;
  Reader& reader_;
  const AnalysedDocument& document_;
  RawCandidates before_; // of the required plugins, decided
  std::vector<zkg_trigger_hit> hits_;
  std::vector<zkg_mention> mentions_;
  std::optional<DocumentView> view_;
};

} // namespace zonekg
