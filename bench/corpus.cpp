#include "bench/corpus.hpp"

#include <array>
#include <random>
#include <string_view>

namespace zonekg::bench {
namespace {

template <std::size_t size> using Words = std::array<std::string_view, size>;

constexpr Words<24> syllables = {"岚", "澄", "翊", "泽", "铸", "屿", "楷", "澜", "桦", "朔", "霁", "恺",
                                 "砚", "珩", "骐", "瀚", "峤", "晟", "昱", "璟", "钧", "霖", "溯", "稷"};
constexpr Words<10> trades = {"新材料",   "精密机械", "电子",   "生物医药", "食品",
                              "智能装备", "化学",     "新能源", "纺织",     "光电"};
constexpr Words<4> forms = {"有限公司", "股份有限公司", "集团", "科技有限公司"};
constexpr Words<8> products = {"锂电池隔膜", "环氧树脂", "精密铸件", "电子级气体",
                               "预制菜",     "光伏组件", "医用耗材", "碳纤维"};
constexpr Words<6> stages = {"已竣工投产", "正在安装设备",     "主体封顶",
                             "已签约落地", "正在办理前期手续", "预计年底前试生产"};
constexpr Words<6> indicators = {"规上工业总产值", "固定资产投资", "营业收入", "税收收入", "进出口总额", "工业增加值"};
constexpr Words<6> verbs = {"强化", "扎实推进", "持续优化", "全面落实", "不断完善", "加快"};
constexpr Words<8> tasks = {"招商引资工作", "营商环境建设",     "基础设施配套", "安全生产责任",
                            "土地集约利用", "科技创新平台建设", "服务企业机制", "产业链上下游对接"};
constexpr Words<5> counts = {"一", "二", "三", "四", "五"};

class Writer {
 public:
  explicit Writer(unsigned seed) : random_(seed) {}

  std::string report(std::size_t bytes) {
    const std::string place = name();
    zone_ = place + "经济开发区";
    const int year = 2019 + static_cast<int>(below(6));
    text_ = zone_ + std::to_string(year) + "年工作总结\n\n" + std::to_string(year) + "年，" + zone_ + "（以下简称“" +
            place + "经开区”）坚持高质量发展，较好完成全年目标任务。现将有关情况报告如下。\n";
    for (std::size_t section = 0; text_.size() < bytes; ++section) add_section(section);
    text_.append("\n").append(zone_).append("管理委员会\n").append(std::to_string(year)).append("年12月20日\n");
    return std::move(text_);
  }

 private:
  std::size_t below(std::size_t bound) { return random_() % bound; }
  template <class List> std::string pick(const List& list) { return std::string(list[below(list.size())]); }
  std::string name() { return pick(syllables) + pick(syllables); }
  std::string firm() { return name() + pick(trades) + pick(forms); }
  std::string figure() { return std::to_string(1 + below(400)) + "." + std::to_string(below(10)); }
  std::string project() { return name() + "年产" + std::to_string(1 + below(50)) + "万吨" + pick(products) + "项目"; }

  void add_section(std::size_t number) {
    constexpr Words<4> headings = {"、主要工作成效", "、项目建设情况", "、存在的困难和问题", "、下一步工作打算"};
    text_.append("\n").append(counts[number % counts.size()]).append(headings[number % headings.size()]).append("\n");
    add_indicators();
    for (int i = 0; i < 3; ++i) add_measures();
    add_list();
    add_projects();
    if (number % 2 == 1) add_table();
    add_measures();
  }

  void add_indicators() {
    text_ += "1-11月，全区";
    for (const std::string_view indicator : indicators)
      text_ += "完成" + std::string(indicator) + figure() + "亿元，同比增长" + std::to_string(below(30)) + ".4%；";
    text_ += "新增规上企业" + std::to_string(2 + below(20)) + "家。\n";
  }

  void add_measures() {
    text_ += "（" + pick(counts) + "）" + pick(verbs) + pick(tasks) + "。";
    for (int i = 0; i < 5; ++i)
      text_ +=
          "按照市委、市政府部署，" + pick(verbs) + pick(tasks) + "，" + pick(verbs) + pick(tasks) + "，取得明显成效。";
    text_ += "\n";
  }

  void add_list() {
    text_ += "引进" + firm() + "、" + firm() + "、" + firm() + "等" + std::to_string(3 + below(20)) + "家企业，总投资" +
             figure() + "亿元；" + project() + "、" + project() + "等2个项目" + pick(stages) + "。\n";
  }

  void add_projects() {
    for (int i = 0; i < 3; ++i)
      text_ += std::to_string(i + 1) + "." + project() + "。由" + firm() + "投资建设，总投资约" + figure() +
               "亿元，占地" + std::to_string(20 + below(300)) + "亩，" + pick(stages) + "。\n";
  }

  void add_table() {
    text_ += "序号\t项目名称\t建设单位\t计划投资(万元)\t进度\n";
    for (int i = 1; i <= 4; ++i)
      text_ += std::to_string(i) + "\t" + project() + "\t" + firm() + "\t" + std::to_string(1000 + below(90000)) +
               "\t" + pick(stages) + "\n";
  }

  std::minstd_rand random_;
  std::string zone_, text_;
};

} // namespace

std::vector<std::string> make_reports(std::size_t count, std::size_t bytes) {
  std::vector<std::string> reports;
  for (std::size_t i = 0; i < count; ++i) reports.push_back(Writer(static_cast<unsigned>(i + 1)).report(bytes));
  return reports;
}

} // namespace zonekg::bench
