// What the bundled plugins read in one text, in words that a table of cases can hold.
#pragma once

#include <memory>
#include <set>
#include <span>
#include <string>

#include "core/host/run.hpp"

namespace zonekg::test {

// The plugins of the build tree, as the program loads them.
const PluginSet& bundled_plugins();

struct TextReading {
  std::unique_ptr<AnalysedDocument> document;
  RawCandidates candidates;
};

// Runs all bundled plugins. Throws when one fails on the text.
TextReading read_text(const std::string& text);

// The text with the accepted mentions of these types. A mention that stands for the reporting zone (开发区, 园区) is
// labelled `generic`. Quotation marks at the ends of a mention are left out, as names are compared without them.
std::string marked(const TextReading& reading, const std::set<std::string>& types);

using Lines = std::set<std::string>;

Lines status_lines(const TextReading& reading);     // `二期厂房: in_production target`
Lines investment_lines(const TextReading& reading); // `二期厂房: total 5亿 CNY actual`
Lines same_lines(const TextReading& reading);       // `榆林经开区 = 榆神工业区`
Lines indicator_lines(const TextReading& reading);  // `工业总产值: 316.6亿元 +8.5% actual`

// A sentence with the mentions that have to be found in it, and what has to be said about them. The plugins learn: a
// row that fails after learning anew shows what was unlearned, and is not to be fitted to it. New rows are plain
// sentences read rightly with a confidence of 0.7 or more, so that they do not hang on one annotation more or less.
struct SentenceCase {
  const char* markup;
  Lines lines = {};
};

// Reads every sentence without its marks, and compares the mentions of these types (none: only what is said of them)
// and the lines. A failure prints both marked sentences and the confidence of every candidate.
void check(std::span<const SentenceCase> rows, const std::set<std::string>& types,
           Lines (*lines)(const TextReading&) = nullptr);

} // namespace zonekg::test
