#include "plugins/projects/references.hpp"

#include <algorithm>
#include <string_view>

#include "core/kit/characters.hpp"

namespace zonekg {
namespace {

using kit::End;
using kit::Range;

constexpr std::uint32_t most_number = 99; // and as many numbers in one reference at most

bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }
bool is_one_of(char32_t c, std::u32string_view set) { return c != 0 && set.find(c) != std::u32string_view::npos; }

using NumberedProject = std::pair<std::uint32_t, const End*>;

// A list whose rows bear numbers, and the projects in them.
struct NumberedList {
  std::uint32_t end = 0;
  std::vector<NumberedProject> projects; // in order of numbers, the first of each
};

// `1、3—5号`, `2、5两项`
struct Reference {
  Range range{0, 0};
  std::vector<std::uint32_t> numbers;
};

class Finder {
 public:
  Finder(const kit::Reading& reading, const std::vector<End>& projects) : reading_(reading), projects_(projects) {}

  std::vector<ReferredProject> find() {
    for (const zkg_enumeration& list : reading_.enumerations()) collect(list);
    std::vector<ReferredProject> found;
    if (lists_.empty()) return found;
    std::stable_sort(lists_.begin(), lists_.end(), [](const NumberedList& a, const NumberedList& b) { return a.end < b.end; });
    for (std::uint32_t i = lists_.front().end; i < reading_.size();) {
      const Reference reference = read(i);
      resolve(reference, found);
      i = std::max(i + 1, reference.range.end);
    }
    for (std::size_t i = found.size(); i-- > 0;) {
      Range& told = found[i].told;
      const std::uint32_t sentence = reading_.sentence_at(told.begin - 1);
      told.end = sentence == kit::none ? told.begin : reading_.sentence_range(sentence).end;
      auto next = i + 1;
      while (next < found.size() && found[next].place.range.begin < told.begin) ++next; // the same number's other projects
      if (next < found.size()) told.end = std::min(told.end, found[next].place.range.begin);
    }
    return found;
  }

 private:
  static constexpr std::size_t least_numbered = 3; // fewer rows are seldom spoken of by number
  static bool by_number(const NumberedProject& a, const NumberedProject& b) { return a.first < b.first; }

  void collect(const zkg_enumeration& list) {
    if (list.item_count == 0 || list.kind == ZKG_ENUM_INLINE) return;
    NumberedList numbered{reading_.range(list.span).end, {}};
    for (std::size_t i = list.first_item; i < std::size_t{list.first_item} + list.item_count;) {
      const zkg_item& first = reading_.items()[i];
      std::size_t next = i + 1;
      while (next < std::size_t{list.first_item} + list.item_count && reading_.items()[next].row == first.row) ++next;
      const std::uint32_t number = list.kind == ZKG_ENUM_TABLE ? number_in(reading_.range(first.span)) : number_in(reading_.range(first.marker));
      const Range row{reading_.range(first.span).begin, reading_.range(reading_.items()[next - 1].span).end};
      if (number != 0) add_projects(numbered, number, row);
      i = next;
    }
    if (numbered.projects.size() < least_numbered) return;
    std::stable_sort(numbered.projects.begin(), numbered.projects.end(), by_number);
    const auto same = [](const auto& a, const auto& b) { return a.first == b.first; };
    numbered.projects.erase(std::unique(numbered.projects.begin(), numbered.projects.end(), same), numbered.projects.end());
    lists_.push_back(std::move(numbered));
  }

  void add_projects(NumberedList& list, std::uint32_t number, Range row) const {
    auto p = std::lower_bound(projects_.begin(), projects_.end(), row.begin, [](const End& e, std::uint32_t at) { return e.range.begin < at; });
    // The row's own project is the first in it; what else is named there are its parts.
    if (p != projects_.end() && p->range.end <= row.end) list.projects.emplace_back(number, &*p);
  }

  // Of a cell or a marker that is nothing but a number: `3`, `3、`, `(3)`; else 0.
  [[nodiscard]] std::uint32_t number_in(Range range) const {
    std::uint32_t number = 0;
    for (std::uint32_t i = range.begin; i < range.end; ++i) {
      const char32_t c = reading_.at(i);
      if (is_digit(c)) number = number * 10 + (c - U'0');
      else if (!is_one_of(c, U"、.．)）(（ ")) return 0;
      if (number > most_number) return 0;
    }
    return number;
  }

  // The reference that begins at `at`; an empty one when there is none.
  [[nodiscard]] Reference read(std::uint32_t at) const {
    const char32_t before = reading_.at(std::int64_t{at} - 1);
    if (!is_digit(reading_.at(at)) || is_digit(before) || is_one_of(before, U".-—~～年月第、") || kit::is_latin_letter(before)) return {};
    Reference result;
    std::uint32_t end = at;
    for (;;) {
      const std::uint32_t first = read_number(end);
      if (first == 0) return {};
      std::uint32_t last = first;
      if (is_one_of(reading_.at(end), U"-—–~～至到")) {
        while (is_one_of(reading_.at(end), U"-—–~～至到")) ++end;
        last = read_number(end);
      }
      if (last < first || result.numbers.size() + (last - first) >= most_number) return {};
      for (std::uint32_t n = first; n <= last; ++n) result.numbers.push_back(n);
      if (!is_one_of(reading_.at(end), U"、,，和及") || !is_digit(reading_.at(std::int64_t{end} + 1))) break;
      ++end;
    }
    const std::uint32_t noun = noun_at(end);
    if (noun == 0) return {};
    result.range = {at, end + noun};
    return result;
  }

  [[nodiscard]] std::uint32_t read_number(std::uint32_t& at) const {
    std::uint32_t number = 0;
    for (; is_digit(reading_.at(at)) && number <= most_number; ++at) number = number * 10 + (reading_.at(at) - U'0');
    return number <= most_number ? number : 0;
  }

  // The size of `号`, `号项目`, `两项`, `三个项目` at the place; 0 when none of these stands there.
  [[nodiscard]] std::uint32_t noun_at(std::uint32_t at) const {
    const auto is_project = [&](std::uint32_t i) { return reading_.at(i) == U'项' && reading_.at(std::int64_t{i} + 1) == U'目'; };
    if (reading_.at(at) == U'号') {
      if (is_one_of(reading_.at(std::int64_t{at} + 1), U"楼线地路厂车门院机园桥坝井仓炉泊窑站文令公栋库码")) return 0;
      return is_project(at + 1) ? 3 : 1;
    }
    if (!is_one_of(reading_.at(at), U"两二三四五六七八九十")) return 0;
    if (reading_.at(std::int64_t{at} + 1) == U'个' && is_project(at + 2)) return 4;
    return reading_.at(std::int64_t{at} + 1) == U'项' && reading_.at(std::int64_t{at} + 2) != U'目' ? 2 : 0;
  }

  // By the nearest list before it, which has all its numbers.
  void resolve(const Reference& reference, std::vector<ReferredProject>& found) const {
    if (reference.numbers.empty()) return;
    const auto after = std::upper_bound(lists_.begin(), lists_.end(), reference.range.begin, [](std::uint32_t at, const NumberedList& l) { return at < l.end; });
    if (after == lists_.begin()) return;
    const NumberedList& list = *std::prev(after);
    std::vector<ReferredProject> named;
    for (const std::uint32_t number : reference.numbers) {
      const auto at = std::lower_bound(list.projects.begin(), list.projects.end(), NumberedProject(number, nullptr), by_number);
      if (at != list.projects.end() && at->first == number) named.push_back({{reference.range, at->second->id}, {reference.range.end, reference.range.end}});
    }
    if (named.size() * 2 >= reference.numbers.size()) found.insert(found.end(), named.begin(), named.end());
  }

  const kit::Reading& reading_;
  const std::vector<End>& projects_;
  std::vector<NumberedList> lists_;
};

} // namespace

std::vector<ReferredProject> find_references(const kit::Reading& reading, const std::vector<End>& projects) { return Finder(reading, projects).find(); }

} // namespace zonekg
