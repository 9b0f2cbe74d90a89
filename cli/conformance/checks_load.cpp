// Symbol, entry, start: what is seen before a document is read.
#include <algorithm>

#include "cli/conformance/checks.hpp"
#include "core/host/symbols.hpp"

namespace zonekg {
namespace {

std::string listed(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
  return text;
}

} // namespace

CheckResult check_symbol(const CheckOptions& options) {
  if (options.file.extension() != ".so") return {"symbol", CheckOutcome::skipped, "no library: a rule pack", {}};
  std::vector<std::string> symbols = exported_symbols(options.file);
  if (std::erase(symbols, ZKG_ENTRY_SYMBOL) == 0)
    return {"symbol", CheckOutcome::failed, "exports no symbol " ZKG_ENTRY_SYMBOL "; a C++ plugin ends with ZONEKG_PLUGIN(…)", {}};
  if (symbols.empty()) return {"symbol", CheckOutcome::passed, "exports " ZKG_ENTRY_SYMBOL " alone", {}};
  constexpr std::size_t shown = 5;
  const std::size_t more = symbols.size();
  symbols.resize(std::min(more, shown));
  return {"symbol", CheckOutcome::warned,
          "exports " + std::to_string(more) + " other symbols: two libraries may take each other's; hide them with a version script",
          symbols};
}

CheckResult check_loading(const CheckOptions& options) {
  const Plugin plugin = load_subject(options).front();
  return {"entry", CheckOutcome::passed,
          plugin.id + ' ' + plugin.version + ", ABI " + std::to_string(plugin.abi_major) + '.' + std::to_string(plugin.abi_minor) +
              ", provides " + listed(plugin.provides) + (plugin.requirements.empty() ? "" : ", requires " + listed(plugin.requirements)),
          {}};
}

CheckResult check_start(const CheckOptions& options) {
  const Subject subject(options);
  Reader reader(subject);
  return {"start", CheckOutcome::passed, std::to_string(reader.instances().triggers(subject.index()).size()) + " trigger words", {}};
}

} // namespace zonekg
