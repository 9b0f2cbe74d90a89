#include "core/text/headings.hpp"

#include <algorithm>
#include <span>

#include "core/text/characters.hpp"

namespace zonekg {

namespace {

using Words = std::span<const std::string_view>;

constexpr std::string_view problem_words[] = {"问题", "不足", "困难", "短板", "薄弱环节", "差距", "制约因素", "瓶颈", "主要矛盾", "堵点"};
constexpr std::string_view problem_context[] = {"存在", "主要", "面临", "突出", "当前", "目前", "不足", "困难", "短板", "差距", "薄弱", "瓶颈"};
constexpr std::string_view plan_words[] = {"下一步", "下步", "下一阶段", "下阶段", "工作打算", "工作安排", "工作计划", "工作思路", "工作要点",
                              "工作目标", "目标任务", "总体目标", "总体要求", "目标举措", "工作举措", "工作重点", "重点工作安排",
                              "计划", "打算", "思路", "谋划", "展望", "今后", "未来", "明年", "近期工作", "发展目标", "主要目标",
                              "预期目标", "下半年", "四季度", "意见建议", "对策建议", "工作建议"};
constexpr std::string_view background_words[] = {"基本情况", "概况", "基本概况", "简介", "总体情况", "园区情况", "发展现状", "背景", "基本现状",
                                    "园区名片"};
constexpr std::string_view result_words[] = {"完成情况", "成效", "工作开展", "开展情况", "推进情况", "进展", "运行情况", "主要做法", "工作总结",
                                "工作回顾", "建设情况", "工作情况", "指标", "主要工作", "落实情况", "亮点", "成绩", "情况汇报",
                                "执行情况", "所做工作", "做法", "经济运行", "发展情况", "工作完成", "回顾"};
constexpr std::string_view problem_solved[] = {"解决", "破解", "化解", "整改", "协调"};
constexpr std::string_view sure_result_words[] = {"完成情况", "总结", "回顾", "执行情况"};
constexpr std::string_view result_endings[] = {"情况", "总结", "回顾", "成效", "进展", "通报", "小结", "汇报", "做法"};

bool has_any(std::string_view text, Words words) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view w) { return text.find(w) != std::string_view::npos; });
}
bool ends_with_any(std::string_view text, Words words) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view w) { return text.ends_with(w); });
}

// Words with which a heading ends when the text below runs on behind it, and what such text begins with.
constexpr std::string_view heading_ends[] = {"情况", "成效", "问题", "不足", "计划", "安排", "打算", "思路", "措施", "建议", "目标", "任务",
                                "概况", "总结", "回顾", "举措"};
constexpr std::string_view text_starts[] = {"20", "今年", "上半年", "下半年", "截至", "截止", "目前", "当前", "XX", "我县", "我区", "我市",
                               "围绕", "按照"};

std::size_t run_in_size(std::string_view words) {
  for (std::size_t i = 0; i < words.size() && i < 120; i += code_point_at(words, i).size)
    for (const std::string_view end : heading_ends) {
      if (!starts_at(words, i, end)) continue;
      const std::string_view rest = words.substr(i + end.size());
      for (const std::string_view start : text_starts)
        if (rest.starts_with(start)) return i + end.size();
    }
  return 0;
}

} // namespace

zkg_role heading_role(std::string_view heading) {
  if (has_any(heading, problem_words) && (has_any(heading, problem_context) || heading.size() <= 24)) {
    if (!has_any(heading, problem_solved) && !heading.starts_with("下")) return ZKG_ROLE_PROBLEMS;
  }
  if (has_any(heading, sure_result_words)) return ZKG_ROLE_RESULTS;
  if (has_any(heading, plan_words)) return ZKG_ROLE_PLAN;
  if (has_any(heading, background_words)) return ZKG_ROLE_BACKGROUND;
  if (has_any(heading, result_words) || ends_with_any(heading, result_endings)) return ZKG_ROLE_RESULTS;
  if (heading == "目标" || heading.ends_with("目标")) return ZKG_ROLE_PLAN;
  return ZKG_ROLE_NONE;
}

std::size_t heading_size(std::string_view words) {
  constexpr std::size_t longest = 120; // bytes, 40 Chinese characters: beyond it a sentence, no heading
  std::size_t comma = 0, end = 0;
  while (end < words.size()) {
    const CodePoint c = code_point_at(words, end);
    if (ends_sentence(c.value) || c.value == U':' || c.value == U'\n') break;
    if (c.value == U',' && comma == 0) comma = end;
    if (end > longest && comma > 0) break;
    end += c.size;
  }
  const std::size_t run_in = run_in_size(words.substr(0, end));
  if (run_in > 0) return run_in;
  return end > longest && comma > 0 ? comma : end;
}

} // namespace zonekg
