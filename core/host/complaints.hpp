// Diagnostics about what plugins emit, kept few: the first ones of each plugin and kind, then a count.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "core/model/diagnostic.hpp"

namespace zonekg {

class Complaints {
 public:
  explicit Complaints(std::string document) : document_(std::move(document)) {}

  // `kind` groups; `message` is built only when it will be kept.
  template <class Message>
  void add(Severity severity, const std::string& plugin, std::string_view kind, Message&& message) {
    Group& group = groups_[{plugin, std::string(kind)}];
    if (group.severity < severity) group.severity = severity;
    if (++group.count <= kept_each) diagnostics_.push_back({severity, where(plugin), message(), ""});
  }

  // Everything in order of arrival, then one line for each group that was cut short.
  [[nodiscard]] std::vector<Diagnostic> take() {
    for (const auto& [key, group] : groups_)
      if (group.count > kept_each)
        diagnostics_.push_back({group.severity, where(key.first),
                                std::to_string(group.count - kept_each) + " more like that: " + key.second, ""});
    groups_.clear();
    return std::exchange(diagnostics_, {});
  }

 private:
  static constexpr std::uint64_t kept_each = 3;
  struct Group {
    Severity severity = Severity::note;
    std::uint64_t count = 0;
  };
  [[nodiscard]] std::string where(const std::string& plugin) const { return "plugin '" + plugin + "', " + document_; }

  std::string document_;
  std::vector<Diagnostic> diagnostics_;
  std::map<std::pair<std::string, std::string>, Group> groups_;
};

} // namespace zonekg
