// Names of projects and facilities, part by part.
#pragma once

#include <set>
#include <string>
#include <string_view>

#include "graph/name_form.hpp"

namespace zonekg {

// 湖北|恩捷|锂电池隔膜, 一期|年产3万吨|氢氧化锂, 恩捷新材料|16亿平方米|锂电池隔膜.
struct WorkName {
  std::u32string places;            // leading, as in the form
  std::u32string owner;             // the firm's name that it begins with; may be empty
  std::set<std::u32string> amounts; // 3万吨: figures with units, without 年产 and /年
  std::u32string product;           // what stays, without phase, amounts, class word
};

// `owner_size`: code points of the firm's name at the start of the form's core; 0 when none.
WorkName parse_work(const NameForm& form, std::size_t owner_size);

// Says only what kind of facility it is: 第二污水处理厂, 标准化厂房. Such a name means another one in every zone.
bool is_generic_work(const NameForm& form);

// The name without its phase, where that is one piece of it: 一期6万吨磷酸铁锂 → 6万吨磷酸铁锂. Empty when there is none.
std::string without_phase(std::string_view name);

} // namespace zonekg
