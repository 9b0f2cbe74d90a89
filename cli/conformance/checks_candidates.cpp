// What the plugin proposes: as declared, well formed, and the same every time.
#include <algorithm>
#include <set>
#include <thread>

#include "cli/conformance/checks.hpp"

namespace zonekg {
namespace {

constexpr std::string_view undeclared = "not declared in provides";
constexpr std::size_t shown_findings = 10;

using Documents = std::vector<std::unique_ptr<AnalysedDocument>>;

Documents analyse_samples(const Subject& subject, const CheckOptions& options) {
  Documents documents;
  for (const std::string& text : sample_texts(options)) documents.push_back(subject.analyse(text));
  return documents;
}

void cut(CheckResult& result) {
  const std::size_t number = result.findings.size();
  if (number <= shown_findings) return;
  result.findings.resize(shown_findings);
  result.findings.push_back("and " + std::to_string(number - shown_findings) + " more");
}

// What was proposed, in the spelling of `provides`.
std::set<std::string> emitted(const RawCandidates& candidates, const std::string& plugin) {
  std::set<std::string> types;
  for (const RawMention& m : candidates.mentions) if (m.plugin == plugin) types.insert("mention:" + m.type);
  for (const RawRelation& r : candidates.relations) if (r.plugin == plugin) types.insert("relation:" + r.type);
  for (const RawFact& f : candidates.facts) if (f.plugin == plugin) types.insert("fact:" + f.key);
  return types;
}

// One reading of all documents by a fresh reader.
std::vector<std::string> read_all(const Subject& subject, const Documents& documents, bool backwards) {
  Reader reader(subject);
  std::vector<std::string> printed(documents.size());
  for (std::size_t i = 0; i < documents.size(); ++i) {
    const std::size_t at = backwards ? documents.size() - 1 - i : i;
    printed[at] = print_candidates(reader.read(*documents[at]).candidates, subject.plugin().id);
  }
  return printed;
}

// The first line in which two readings differ.
std::string difference(const std::string& a, const std::string& b) {
  const std::size_t at = static_cast<std::size_t>(std::ranges::mismatch(a, b).in1 - a.begin());
  const auto line = [&](const std::string& text) {
    const std::size_t begin = at == 0 ? 0 : text.rfind('\n', std::min(at, text.size()) - 1);
    const std::size_t from = begin == std::string::npos ? 0 : begin == 0 ? 0 : begin + 1;
    return from >= text.size() ? "nothing" : text.substr(from, text.find('\n', from) - from);
  };
  return line(a) + " | " + line(b);
}

CheckResult compare(const std::string& name, const std::string& what, const Documents& documents, const std::vector<std::string>& expected,
                    const std::vector<std::vector<std::string>>& readings) {
  CheckResult result{name, CheckOutcome::passed, what + " gave the same for " + std::to_string(documents.size()) + " texts", {}};
  for (const std::vector<std::string>& reading : readings)
    for (std::size_t i = 0; i < reading.size(); ++i)
      if (reading[i] != expected[i]) result.findings.push_back("text " + std::to_string(i + 1) + ": " + difference(expected[i], reading[i]));
  if (result.findings.empty()) return result;
  result.outcome = CheckOutcome::failed;
  result.detail = what + " did not give the same";
  cut(result);
  return result;
}

} // namespace

CheckResults check_candidates(const CheckOptions& options) {
  const Subject subject(options);
  const Plugin& plugin = subject.plugin();
  Reader reader(subject);
  CheckResult declared{"declared", CheckOutcome::passed, "", {}}, formed{"well-formed", CheckOutcome::passed, "", {}};
  std::set<std::string> types;
  std::size_t number = 0;
  const Documents documents = analyse_samples(subject, options);
  for (const auto& document : documents) {
    const PluginRun run = reader.read(*document);
    types.merge(emitted(run.candidates, plugin.id));
    number += static_cast<std::size_t>(std::ranges::count(run.candidates.mentions, plugin.id, &RawMention::plugin));
    for (const Diagnostic& d : run.diagnostics)
      if (is_about(d, plugin.id) && d.severity != Severity::note)
        (d.message.find(undeclared) == std::string::npos ? formed : declared).findings.push_back(d.message);
  }
  std::string unseen;
  for (const std::string& provided : plugin.provides) if (!types.contains(provided)) unseen += ' ' + provided;
  declared.detail = declared.findings.empty() ? "every type that came was declared" : "proposes what it does not declare";
  if (!unseen.empty()) declared.detail += "; never came:" + unseen;
  if (!declared.findings.empty()) declared.outcome = CheckOutcome::failed;
  else if (types.empty()) declared = {"declared", CheckOutcome::warned, "proposed nothing in any of the texts; give it some with --gold or --golden", {}};
  formed.detail = formed.findings.empty() ? std::to_string(number) + " mentions with good spans, strings and numbers in " + std::to_string(documents.size()) + " texts"
                                          : "the host refused what it proposed, or it failed";
  if (!formed.findings.empty()) formed.outcome = CheckOutcome::failed;
  cut(declared);
  cut(formed);
  return {declared, formed};
}

CheckResult check_repeatable(const CheckOptions& options) {
  const Subject subject(options);
  const Documents documents = analyse_samples(subject, options);
  const std::vector<std::string> first = read_all(subject, documents, false);
  return compare("repeatable", "a second run, and one backwards,", documents, first, {read_all(subject, documents, false), read_all(subject, documents, true)});
}

CheckResult check_threads(const CheckOptions& options) {
  const Subject subject(options);
  const Documents documents = analyse_samples(subject, options);
  const std::vector<std::string> first = read_all(subject, documents, false);
  constexpr std::size_t number = 4;
  std::vector<std::vector<std::string>> readings(number);
  std::vector<std::string> failures(number);
  {
    std::vector<std::jthread> threads;
    for (std::size_t t = 0; t < number; ++t)
      threads.emplace_back([&, t] {
        try {
          readings[t] = read_all(subject, documents, t % 2 == 1);
        } catch (const std::exception& error) {
          failures[t] = error.what();
        }
      });
  }
  for (const std::string& failure : failures)
    if (!failure.empty()) return {"threads", CheckOutcome::failed, "an instance could not start while others ran", {failure}};
  return compare("threads", "4 threads at once, an instance each,", documents, first, readings);
}

} // namespace zonekg
