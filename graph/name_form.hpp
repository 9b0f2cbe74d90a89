// Linking, step 1, normalise: what a name is made of.
#pragma once

#include <compare>
#include <cstddef>
#include <string>
#include <string_view>

namespace zonekg {

// places + core + class word, in code points of the key. Every part may be empty but the core.
//   遂宁|盛新锂业|有限公司   四川射洪 → 四川|射洪|经开区 (spelled 经济开发区)   |生态缓冲区|工程
struct NameForm {
  std::string type;
  std::u32string key;     // name_key of the name
  std::u32string places;  // leading places that can be left out
  std::u32string core;    // what stays; a zone that is named by places alone keeps the last one
  std::u32string kind;    // class word, one spelling for all: 经开区 for 经济技术开发区; 园 for 园区
  std::u32string spelled; // class word as it stands
};

NameForm parse_name(std::string_view type, std::u32string key);

// A firm's name in full, by its legal form (…有限公司), not merely ending in 公司 or 集团.
bool is_legal_name(const NameForm& form);

// Nothing but the number of a phase: 一期, 第二期工程. It names no project; that of a named one is called so for short.
bool is_bare_phase(const NameForm& project);

// How much a name says; longer names of one length in places, core and class word say more.
struct Fullness {
  std::size_t parts, key_size;
  std::u32string_view key; // of the form, which must stay
  auto operator<=>(const Fullness&) const = default;
};
Fullness fullness(const NameForm& form);

// A strict order: `a` says more than `b`. The direction of every short form, and the order of deciding.
bool is_fuller(const NameForm& a, const NameForm& b);

// What can be left out at the end of a zone's name, and its second name: 榆林经开区(榆神工业区). Empty where there are
// no parentheses at the end, or a phase stands in them.
std::u32string_view second_name(std::string_view type, std::u32string_view key);

// 集聚区(试验区) → 集聚区; the same when there is no pair of parentheses.
std::u32string without_parentheses(std::u32string_view text);

// A letter or digit on both sides: the two are parts of one word or figure. Neither is empty.
bool is_cut_inside_word(std::u32string_view before, std::u32string_view after);

// Numbers that tell two of a kind apart, in order: 一期, 第二, 3号, Q8. Names of one entity have the same.
std::u32string ordinals(std::u32string_view key);

} // namespace zonekg
