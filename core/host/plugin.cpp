#include "core/host/plugin.hpp"

#include <dlfcn.h>

#include <algorithm>
#include <boost/dll/shared_library.hpp>
#include <cstring>
#include <optional>
#include <tuple>

#include "core/model/diagnostic.hpp"
#include "core/text/characters.hpp"

namespace zonekg {
namespace {

constexpr std::size_t max_string = 256;
constexpr std::size_t max_list = 256;

[[noreturn]] void refuse(const std::filesystem::path& file, const std::string& why) {
  throw InputError("plugin " + file.string() + " cannot be used: " + why);
}

// The string when it is there, not too long, and UTF-8.
std::optional<std::string> read_string(const char* text) {
  if (!text) return std::nullopt;
  const std::size_t size = strnlen(text, max_string + 1);
  if (size > max_string || find_invalid_utf8({text, size})) return std::nullopt;
  return std::string(text, size);
}

bool is_lower(char c) { return c >= 'a' && c <= 'z'; }

bool is_word(std::string_view text, std::string_view extra) {
  return !text.empty() && text.size() <= 64 && is_lower(text[0]) && std::ranges::all_of(text, [&](char c) {
    return is_lower(c) || is_digit(c) || extra.find(c) != std::string_view::npos;
  });
}

bool is_declaration(std::string_view text) {
  const std::size_t colon = text.find(':');
  if (colon == std::string_view::npos) return false;
  const std::string_view kind = text.substr(0, colon);
  return (kind == "mention" || kind == "relation" || kind == "fact") && is_word(text.substr(colon + 1), "_");
}

std::vector<std::string> read_list(const char* const* list, const std::filesystem::path& file,
                                   const std::string& what) {
  std::vector<std::string> out;
  if (!list) refuse(file, "its list of what it " + what + " is missing");
  for (; *list; ++list) {
    if (out.size() == max_list) refuse(file, "its list of what it " + what + " does not end after 256 entries");
    std::optional<std::string> entry = read_string(*list);
    if (!entry || !is_declaration(*entry))
      refuse(file, "it " + what + " '" + entry.value_or("(unreadable)") +
                       "', which is not of the form mention:TYPE, relation:TYPE or fact:KEY in lower case");
    out.push_back(std::move(*entry));
  }
  std::ranges::sort(out);
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

// An optional interface of the plugin; null when there is none, or one of another size.
template <class Interface> const Interface* find_interface(const zkg_entry& entry, const char* id) {
  if (entry.interface_ == nullptr) return nullptr;
  const auto* found = static_cast<const Interface*>(entry.interface_(id));
  return found != nullptr && found->size >= sizeof(Interface) ? found : nullptr;
}

bool is_colour(std::string_view text) {
  return text.size() == 7 && text[0] == '#' && text.find_first_not_of("0123456789abcdefABCDEF", 1) == std::string_view::npos;
}

TypeLabel read_type(const zkg_type& type, const Plugin& plugin) {
  const std::string declared = read_string(type.name).value_or("");
  if (!std::ranges::binary_search(plugin.provides, declared))
    refuse(plugin.file, "it describes the type '" + declared + "', which it does not provide");
  const std::size_t colon = declared.find(':');
  TypeLabel label{declared.substr(0, colon), declared.substr(colon + 1), "", "", ""};
  const auto text = [&](const char* given, std::string fallback) {
    if (given == nullptr) return fallback;
    const std::optional<std::string> read = read_string(given);
    if (!read || read->empty()) refuse(plugin.file, "a label of its type '" + declared + "' is empty, too long or not UTF-8");
    return *read;
  };
  label.english = text(type.english, label.name);
  label.chinese = text(type.chinese, label.english);
  label.colour = text(type.colour, "");
  if (!label.colour.empty() && !is_colour(label.colour))
    refuse(plugin.file, "the colour '" + label.colour + "' of its type '" + declared + "' is not of the form #rrggbb");
  return label;
}

PackReader read_pack_reader(const zkg_packs& packs, const std::filesystem::path& file, std::shared_ptr<void> library) {
  const std::string ending = read_string(packs.ending).value_or("");
  if (ending.size() < 2 || ending[0] != '.' || !packs.open || !packs.entry || !packs.types || !packs.create || !packs.close)
    refuse(file, "its reader of packs has no ending, or lacks a function");
  return {file, ending, &packs, std::move(library)};
}

// Its lexicon.json, when it asks for words.
void read_words(Plugin& plugin) {
  const std::filesystem::path lexicon = plugin.file.parent_path() / "lexicon.json";
  std::error_code missing;
  try {
    if (plugin.use_lexicon != nullptr && std::filesystem::exists(lexicon, missing)) plugin.lexicon = read_lexicon(lexicon);
  } catch (const JsonError& error) {
    refuse(plugin.file, error.what());
  }
}

std::string abi_version(std::uint32_t major, std::uint32_t minor) {
  return std::to_string(major) + "." + std::to_string(minor);
}

bool lists(const std::vector<std::string>& sorted, std::string_view kind, std::string_view name) {
  return std::ranges::any_of(sorted, [&](const std::string& entry) {
    return entry.size() == kind.size() + 1 + name.size() && entry.starts_with(kind) && entry[kind.size()] == ':' &&
           entry.ends_with(name);
  });
}

} // namespace

std::vector<TypeLabel> check_types(const zkg_types* types, const Plugin& plugin) {
  std::vector<TypeLabel> labels;
  if (types == nullptr || types->size < sizeof(zkg_types)) return labels;
  if (types->count > max_list || (types->count > 0 && types->types == nullptr)) refuse(plugin.file, "its list of types is not readable");
  for (std::size_t i = 0; i < types->count; ++i) labels.push_back(read_type(types->types[i], plugin));
  std::ranges::sort(labels, {}, [](const TypeLabel& label) { return std::tie(label.kind, label.name); });
  return labels;
}

Plugin check_entry(const zkg_entry& entry, const std::filesystem::path& file) {
  if (entry.abi_major != ZKG_ABI_MAJOR)
    refuse(file, "it was built for plugin ABI " + abi_version(entry.abi_major, entry.abi_minor) + ", this zonekg has " +
                     abi_version(ZKG_ABI_MAJOR, ZKG_ABI_MINOR) + "; build it again with the plugin.h of this zonekg");
  Plugin plugin;
  plugin.file = plugin.library_file = file;
  plugin.abi_major = entry.abi_major;
  plugin.abi_minor = entry.abi_minor;
  const std::optional<std::string> id = read_string(entry.id);
  if (!id || !is_word(*id, "_-"))
    refuse(file, "its id '" + id.value_or("(unreadable)") + "' is not of the form [a-z][a-z0-9_-]*");
  plugin.id = *id;
  const std::optional<std::string> version = read_string(entry.version);
  if (!version || version->empty()) refuse(file, "it has no version");
  plugin.version = *version;
  plugin.summary = read_string(entry.summary).value_or("");
  plugin.provides = read_list(entry.provides, file, "provides");
  plugin.requirements = read_list(entry.requires_, file, "requires");
  if (plugin.provides.empty() && find_interface<zkg_packs>(entry, ZKG_INTERFACE_PACKS) == nullptr) refuse(file, "it provides nothing");
  const zkg_plugin* functions = entry.plugin;
  if (!functions || !functions->create || !functions->triggers || !functions->extract || !functions->destroy)
    refuse(file, "one of its functions create, triggers, extract, destroy is missing");
  plugin.functions = functions;
  plugin.use_lexicon = find_interface<zkg_lexicon>(entry, ZKG_INTERFACE_LEXICON);
  plugin.types = check_types(find_interface<zkg_types>(entry, ZKG_INTERFACE_TYPES), plugin);
  return plugin;
}

Library load_library(const std::filesystem::path& file) {
  auto library = std::make_shared<boost::dll::shared_library>();
  std::error_code failed;
  library->load(file, boost::dll::load_mode::rtld_now | boost::dll::load_mode::rtld_local, failed);
  if (failed) {
    // Boost says "Bad file descriptor" whatever happened; the loader's own words name the cause.
    const char* why = dlerror();
    refuse(file, why ? why : failed.message());
  }
  if (!library->has(ZKG_ENTRY_SYMBOL))
    refuse(file, "it exports no symbol " ZKG_ENTRY_SYMBOL "; a C++ plugin ends with ZONEKG_PLUGIN(…)");
  const auto& entry = library->get<const zkg_entry>(ZKG_ENTRY_SYMBOL);
  Library loaded;
  Plugin plugin = check_entry(entry, file);
  if (const zkg_packs* packs = find_interface<zkg_packs>(entry, ZKG_INTERFACE_PACKS)) loaded.reader = read_pack_reader(*packs, file, library);
  if (plugin.provides.empty()) return loaded;
  plugin.library = std::move(library);
  read_words(plugin);
  loaded.plugin = std::move(plugin);
  return loaded;
}

Plugin load_plugin(const std::filesystem::path& file) {
  Library loaded = load_library(file);
  if (!loaded.plugin) refuse(file, "it provides nothing by itself; it reads files that end in " + loaded.reader->ending);
  return std::move(*loaded.plugin);
}

Plugin load_pack(const std::filesystem::path& file, const PackReader& reader) {
  const std::string name = file.string();
  zkg_text message{nullptr, 0};
  void* const opened = reader.packs->open({name.data(), name.size()}, &message);
  if (opened == nullptr) refuse(file, message.data == nullptr ? "it gives no reason" : std::string(message.data, std::min<std::size_t>(message.size, 4096)));
  // The library stays mapped until the pack is closed.
  std::shared_ptr<void> pack(opened, [packs = reader.packs, library = reader.library](void* p) { packs->close(p); });
  const zkg_entry* entry = reader.packs->entry(opened);
  if (entry == nullptr) refuse(file, "its reader " + reader.file.string() + " says nothing about it");
  Plugin plugin = check_entry(*entry, file);
  if (plugin.provides.empty()) refuse(file, "it provides nothing");
  plugin.library_file = reader.file;
  plugin.types = check_types(reader.packs->types(opened), plugin);
  plugin.packs = reader.packs;
  plugin.pack = std::move(pack);
  plugin.library = reader.library;
  return plugin;
}

bool provides(const Plugin& plugin, std::string_view kind, std::string_view name) {
  return lists(plugin.provides, kind, name);
}

bool requires_mention(const Plugin& plugin, std::string_view type) {
  return lists(plugin.requirements, "mention", type);
}

} // namespace zonekg
