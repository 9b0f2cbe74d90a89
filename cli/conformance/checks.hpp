// The checks, each as it runs in its child process. All throw InputError when the plugin cannot be loaded or started.
#pragma once

#include <vector>

#include "cli/conformance/subject.hpp"

namespace zonekg {

using CheckResults = std::vector<CheckResult>;

CheckResult check_symbol(const CheckOptions& options); // before anything of the library runs
CheckResult check_loading(const CheckOptions& options);
CheckResult check_start(const CheckOptions& options);
CheckResults check_candidates(const CheckOptions& options); // declared types; spans, strings, numbers
CheckResult check_repeatable(const CheckOptions& options);
CheckResult check_threads(const CheckOptions& options);
CheckResult check_layers(const CheckOptions& options);
CheckResult check_instances(const CheckOptions& options); // memory that is not given back
CheckResult check_documents(const CheckOptions& options); // the same, over documents
CheckResult check_speed(const CheckOptions& options);
CheckResult check_golden(const CheckOptions& options);
CheckResult check_gold(const CheckOptions& options);

// Documents that no plugin may fall over; each runs in a process of its own.
struct HostileText {
  std::string name;
  std::string (*make)(std::size_t size);
  std::size_t size; // bytes, about
};
std::vector<HostileText> hostile_texts(bool quick);
CheckResult check_hostile(const CheckOptions& options, const HostileText& hostile);

} // namespace zonekg
