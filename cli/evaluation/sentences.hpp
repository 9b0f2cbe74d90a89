// Where findings stand in the text.
#pragma once

#include "cli/evaluation/findings.hpp"
#include "core/model/document.hpp"

namespace zonekg {

// Sets `sentence` of everything wrong or missed: the sentence of the first evidence; for what was missed the first
// sentence that holds most of its words and its figure. Stays empty where no sentence does.
void add_sentences(Findings& findings, const AnalysedDocument& document);

} // namespace zonekg
