// Documents and layers that nobody writes, but that come.
#include <array>
#include <cstring>
#include <memory>

#include "cli/conformance/checks.hpp"
#include "cli/conformance/one_call.hpp"

namespace zonekg {
namespace {

std::string repeat(std::string_view unit, std::size_t size) {
  std::string text;
  text.reserve(size + unit.size());
  while (text.size() < size) text += unit;
  return text;
}

std::string nothing(std::size_t) { return ""; }
std::string one_character(std::size_t size) { return repeat("开", size); }
std::string one_digit(std::size_t size) { return repeat("1", size); }
std::string one_mark(std::size_t size) { return repeat("、", size); }
std::string open_brackets(std::size_t size) { return repeat("（", size); }
std::string lines(std::size_t size) { return repeat("\n", size); }
std::string control_characters(std::size_t size) {
  std::string all;
  for (char c = 1; c < 32; ++c) all += std::string("企业") + c;
  return repeat(all + "\x7f\u200b\ufeff\u2028\U000e0001\U0010ffff", size);
}
std::string one_sentence(std::size_t size) { return repeat("华星集团投资5亿元的二期厂房项目，", size); }
std::string noise(std::size_t size) {
  constexpr std::array<std::string_view, 16> words = {"国家级", "园区", "集团", "项目", "1.5", "亿元", "（", "）", "、", "。", "\n", "\t", "”", "2024年", "XX", "a"};
  std::string text;
  for (std::uint32_t state = 1; text.size() < size;) text += words[(state = state * 1664525U + 1013904223U) >> 28U];
  return text;
}

// A document whose layers are not what the plugin's author saw.
class BentLayers {
 public:
  enum class Way { missing, empty, wider };
  BentLayers(const zkg_document& document, Way way) : true_(document), bent_(document), way_(way) {
    bent_.host = this;
    bent_.layer = find;
  }
  [[nodiscard]] const zkg_document& abi() const { return bent_; }

 private:
  static constexpr std::size_t more = 24; // bytes that a later host might add to a row

  static const zkg_table* find(void* host, const char* id) {
    auto& self = *static_cast<BentLayers*>(host);
    if (self.way_ == Way::missing) return nullptr;
    const zkg_table* table = self.true_.layer(self.true_.host, id);
    if (table == nullptr) return nullptr;
    auto& copy = *self.tables_.emplace_back(std::make_unique<Copy>());
    copy.table = {nullptr, 0, table->row_size};
    if (self.way_ == Way::wider) widen(*table, copy);
    return &copy.table;
  }
  struct Copy {
    std::vector<char> rows;
    zkg_table table;
  };
  static void widen(const zkg_table& table, Copy& copy) {
    const std::size_t wide = table.row_size + more;
    copy.rows.resize(std::max<std::size_t>(1, table.count * wide));
    for (std::size_t i = 0; i < table.count; ++i)
      std::memcpy(copy.rows.data() + i * wide, static_cast<const char*>(table.rows) + i * table.row_size, table.row_size);
    copy.table = {copy.rows.data(), table.count, wide};
  }

  const zkg_document& true_;
  zkg_document bent_;
  Way way_;
  std::vector<std::unique_ptr<Copy>> tables_; // a plugin may hold on to them until extract returns
};

} // namespace

std::vector<HostileText> hostile_texts(bool quick) {
  const std::size_t large = quick ? 1'000'000 : 10'000'000, small = large / 10;
  return {{"empty", nothing, 0},
          {"one character", one_character, large},
          {"one digit", one_digit, large},
          {"one mark", one_mark, large},
          {"brackets", open_brackets, small},
          {"line ends", lines, small},
          {"control characters", control_characters, small},
          {"one sentence", one_sentence, small},
          {"noise", noise, small}};
}

CheckResult check_hostile(const CheckOptions& options, const HostileText& hostile) {
  const Subject subject(options);
  Reader reader(subject);
  const auto document = subject.analyse(hostile.make(hostile.size));
  const PluginRun run = reader.read(*document);
  CheckResult result{"hostile: " + hostile.name, CheckOutcome::passed, std::to_string(document->source.size()) + " bytes", {}};
  for (const Diagnostic& d : run.diagnostics)
    if (is_about(d, subject.plugin().id) && d.severity == Severity::error) result.findings.push_back(d.message);
  if (!result.findings.empty()) result.outcome = CheckOutcome::failed;
  return result;
}

CheckResult check_layers(const CheckOptions& options) {
  const Subject subject(options);
  Reader reader(subject);
  CheckResult result{"layers", CheckOutcome::passed, "missing, empty and wider layers", {}};
  for (const std::string& text : sample_texts(options)) {
    const auto document = subject.analyse(text);
    OneCall call(subject, reader, *document);
    const std::string expected = call.extract(call.document());
    for (const auto way : {BentLayers::Way::missing, BentLayers::Way::empty})
      (void)call.extract(BentLayers(call.document(), way).abi());
    const BentLayers wider(call.document(), BentLayers::Way::wider);
    if (call.extract(wider.abi()) != expected)
      result.findings.push_back("with wider rows it proposes something else: step through a table with its row_size");
  }
  if (result.findings.empty()) return result;
  result.findings.resize(1);
  result.outcome = CheckOutcome::failed;
  return result;
}

} // namespace zonekg
