#include "cli/shards/rows.hpp"

#include <algorithm>
#include <charconv>
#include <tuple>

#include "cli/shards/packed_text.hpp"
#include "core/host/cache.hpp"
#include "graph/code_points.hpp"
#include "graph/name_form.hpp"

namespace zonekg {
namespace {

constexpr const char* type_mark = "="; // in the place of a plugin's id

std::string hex(std::uint64_t number) {
  std::string digits(16, '0');
  for (std::size_t i = digits.size(); i-- > 0; number >>= 4) digits[i] = "0123456789abcdef"[number & 15];
  return digits;
}

std::optional<std::uint64_t> parse_number(std::string_view text, int base) {
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number, base);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

std::string unescape(std::string_view text) {
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\\' || i + 1 == text.size()) {
      result += text[i];
      continue;
    }
    const char c = text[++i];
    result += c == 't' ? '\t' : c == 'n' ? '\n' : c == 'r' ? '\r' : c;
  }
  return result;
}

// The values behind a key of this kind, and the key's number; nothing when the line is of another kind.
struct Fields {
  std::uint64_t key = 0;
  std::vector<std::string_view> values;
};

std::optional<Fields> split(std::string_view line, char kind) {
  constexpr std::size_t key_size = 17;
  if (line.size() <= key_size || line[0] != kind || line[key_size] != '\t') return std::nullopt;
  const auto key = parse_number(line.substr(1, key_size - 1), 16);
  if (!key) return std::nullopt;
  Fields fields{*key, {}};
  for (line.remove_prefix(key_size + 1);;) {
    const std::size_t tab = line.find('\t');
    fields.values.push_back(line.substr(0, tab));
    if (tab == line.npos) return fields;
    line.remove_prefix(tab + 1);
  }
}

void add_value(std::string& line, std::string_view value) { line.append(1, '\t').append(escape_value(value)); }

std::u32string read_name(std::string_view value) { return to_code_points(unescape(value)); }

} // namespace

std::string escape_value(std::string_view text) {
  std::string result;
  for (const char c : text) {
    switch (c) {
    case '\\': result += "\\\\"; break;
    case '\t': result += "\\t"; break;
    case '\n': result += "\\n"; break;
    case '\r': result += "\\r"; break;
    default: result += c;
    }
  }
  return result;
}

std::uint64_t path_hash(std::string_view path) {
  std::uint64_t hash = 0xCBF29CE484222325u;
  for (const char byte : path) hash = (hash ^ static_cast<unsigned char>(byte)) * 0x100000001B3u;
  hash = (hash ^ (hash >> 30)) * 0xBF58476D1CE4E5B9u;
  return hash ^ (hash >> 31);
}

std::string head_line(const RunHead& head) {
  std::string line = "h";
  add_value(line, head.version);
  add_value(line, head.recipe);
  for (const PluginVersion& plugin : head.plugins) {
    add_value(line, plugin.id);
    add_value(line, plugin.version);
  }
  for (const TypeLabel& type : head.types) {
    add_value(line, type_mark);
    add_value(line, type_text(type));
  }
  return line;
}

std::string type_text(const TypeLabel& type) {
  return type.kind + '\n' + type.name + '\n' + type.english + '\n' + type.chinese + '\n' + type.colour;
}

std::optional<TypeLabel> read_type_text(std::string_view text) {
  TypeLabel type;
  std::string* const fields[] = {&type.kind, &type.name, &type.english, &type.chinese, &type.colour};
  for (std::string* field : fields) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    if (end == text.size() && field != &type.colour) return std::nullopt;
    *field = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return type;
}

std::optional<RunHead> read_head_line(std::string_view line) {
  if (!line.starts_with("h\t")) return std::nullopt;
  std::vector<std::string> values;
  for (std::size_t tab = 1; tab != line.npos;) {
    const std::size_t next = line.find('\t', tab + 1);
    values.push_back(unescape(line.substr(tab + 1, next == line.npos ? next : next - tab - 1)));
    tab = next;
  }
  if (values.size() < 2 || values.size() % 2 != 0) return std::nullopt;
  RunHead head{values[0], values[1], {}, {}};
  for (std::size_t i = 2; i < values.size(); i += 2) {
    if (values[i] != type_mark) {
      head.plugins.push_back({values[i], values[i + 1]});
      continue;
    }
    std::optional<TypeLabel> type = read_type_text(values[i + 1]);
    if (!type) return std::nullopt;
    head.types.push_back(std::move(*type));
  }
  return head;
}

std::string document_line(const Extraction& extraction) {
  return "d" + hex(path_hash(extraction.document.path)) + '\t' + pack_text(pack_extraction(extraction));
}

std::optional<Extraction> read_document_line(std::string_view line) {
  const auto fields = split(line, 'd');
  if (!fields || fields->values.size() != 1) return std::nullopt;
  const auto bytes = unpack_text(fields->values.front());
  return bytes ? unpack_extraction(*bytes) : std::nullopt;
}

bool is_document_line(std::string_view line) { return split(line, 'd').has_value(); }

std::string name_line(const NamePosting& posting) {
  std::string line = "n" + hex(posting.block.key) + '\t' + (posting.block.fuller ? 'f' : 's');
  add_value(line, posting.name->type);
  add_value(line, to_utf8(posting.name->key));
  return line;
}

std::optional<NameRow> read_name_line(std::string_view line) {
  const auto fields = split(line, 'n');
  if (!fields || fields->values.size() != 3) return std::nullopt;
  const std::string_view role = fields->values[0];
  if (role != "f" && role != "s") return std::nullopt;
  return NameRow{fields->key, role == "f", {unescape(fields->values[1]), read_name(fields->values[2])}};
}

std::string block_line(const Block& block) {
  std::string line = "b" + hex(block.key);
  add_value(line, block.type);
  line += '\t' + std::to_string(block.fuller.size());
  for (const std::u32string& name : block.fuller) add_value(line, to_utf8(name));
  for (const Match& match : block.matches) {
    add_value(line, to_utf8(match.shorter));
    line += '\t' + std::to_string(match.fuller) + '\t' + std::to_string(static_cast<int>(match.fit));
  }
  return line;
}

std::optional<Block> read_block_line(std::string_view line) {
  const auto fields = split(line, 'b');
  if (!fields || fields->values.size() < 2) return std::nullopt;
  const auto& values = fields->values;
  const auto size = parse_number(values[1], 10);
  if (!size || *size > values.size() - 2 || (values.size() - 2 - *size) % 3 != 0) return std::nullopt;
  Block block{fields->key, unescape(values[0]), {}, {}};
  for (std::size_t i = 2; i < 2 + *size; ++i) block.fuller.push_back(read_name(values[i]));
  for (std::size_t i = 2 + *size; i < values.size(); i += 3) {
    const auto fuller = parse_number(values[i + 1], 10), fit = parse_number(values[i + 2], 10);
    if (!fuller || *fuller >= *size || !fit || *fit > static_cast<std::uint64_t>(Fit::whole)) return std::nullopt;
    block.matches.push_back({read_name(values[i]), static_cast<std::uint32_t>(*fuller), static_cast<Fit>(*fit)});
  }
  return block;
}

std::vector<NamePosting> post_names(const std::set<Name>& names) {
  std::vector<NamePosting> postings;
  for (const Name& name : names)
    for (const BlockKey& block : block_keys(parse_name(name.type, name.key))) postings.push_back({block, &name});
  std::ranges::sort(postings, {}, [](const NamePosting& p) { return std::tie(p.block, *p.name); });
  return postings;
}

} // namespace zonekg
