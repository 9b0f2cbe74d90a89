#include "bench/corpus.hpp"

#include <cstdio>
#include <string_view>

namespace zonekg::bench {
namespace {

// A character a part. Two of them are a place, two or three a brand: 10^4 places, 10^6 brands.
constexpr std::string_view place_parts =
    "岚澄翊泽铸屿楷澜桦朔霁恺砚珩骐瀚峤晟昱璟钧霖溯稷廷砾柏珑沐岑衍泊磐锦栎沅汐洛湄淳浔涟渚湛溧漳潞瀛灞炜烨焕"
    "琅琊瑄璋瑜瑾璇璞畅畴皓盈睿硕碧祁禹秦穆竹筠箬簌翎翠耀聆舒艾芃芷苒若茗荔荟莘菁萱蓝蔚蕴薇藤虞蜀裕襄谷豫贤赫";
constexpr std::string_view brand_parts =
    "鑫旭昊晖景曜朗杉杰松柘栋桐梓森楚榕榆樾毓沣沛泓洁洋洪津浩浦涵润淇渤湘源溪滔漫澎濠灿炬烁焱煊煜熙燊爵牧特玖玛"
    "珀珂珞珺琛琪琰瑛瑞瑶璐璟瓴甄申皖益盛盟真石矽碳磁祺福禾科稳穗立竞笃策箭精纬纳纵织经络维绿缘罡美群羽翰联聚胜腾";

constexpr std::string_view trades[] = {"新材料", "精密机械", "电子", "生物医药", "食品", "智能装备", "化学", "新能源",
                                       "纺织", "光电", "轴承", "铝业", "环保", "农业", "汽车零部件", "医疗器械"};
constexpr std::string_view forms[] = {"有限公司", "股份有限公司", "集团", "科技有限公司"};
constexpr std::string_view products[] = {"锂电池隔膜", "环氧树脂", "精密铸件", "电子级气体", "预制菜", "光伏组件",
                                         "医用耗材", "碳纤维", "再生铝", "发酵蛋白", "磷酸铁锂", "汽车线束"};
constexpr std::string_view project_forms[] = {"项目", "生产线项目", "基地", "一期项目", "二期项目", "扩建项目"};
constexpr std::string_view facilities[] = {"第二污水处理厂", "220千伏变电站", "集中供热管网", "标准化厂房", "铁路专用线",
                                           "工业固废处置中心", "日处理5万吨污水处理厂"};
constexpr std::string_view stages[] = {"已竣工投产", "正在安装设备", "主体封顶", "已签约落地", "正在办理前期手续",
                                       "预计年底前试生产", "10月开工建设", "进入试生产"};
constexpr std::string_view indicators[] = {"规上工业总产值", "固定资产投资", "营业收入", "税收收入", "进出口总额",
                                           "工业增加值"};
constexpr std::string_view measures[] = {"强化", "扎实推进", "持续优化", "全面落实", "不断完善", "加快", "统筹抓好",
                                         "深入开展"};
constexpr std::string_view tasks[] = {"招商引资工作", "营商环境建设", "基础设施配套", "安全生产责任", "土地集约利用",
                                      "科技创新平台建设", "服务企业机制", "产业链上下游对接", "要素保障", "干部队伍作风建设",
                                      "生态环境治理", "园区精细化管理"};
constexpr std::string_view ways[] = {"按照年初确定的目标任务", "坚持问题导向", "围绕主导产业补链强链", "对照先进园区找差距",
                                     "抢抓政策机遇", "聚焦企业反映集中的事项"};
constexpr std::string_view outcomes[] = {"取得明显成效", "工作机制更加顺畅", "企业满意度进一步提高", "为全年任务打下基础",
                                         "形成上下联动的良好局面"};
constexpr std::string_view counts[] = {"一", "二", "三", "四", "五", "六", "七", "八"};
constexpr std::string_view headings[] = {"、主要工作成效", "、项目建设情况", "、存在的困难和问题", "、下一步工作打算"};

// SplitMix64: the same numbers on every machine and library.
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}
  std::uint64_t next() {
    std::uint64_t z = state_ += 0x9E3779B97F4A7C15u;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
    return z ^ (z >> 31);
  }
  std::size_t below(std::size_t bound) { return static_cast<std::size_t>(next() % bound); }
  template <std::size_t size> std::string_view pick(const std::string_view (&list)[size]) { return list[below(size)]; }
  // `count` characters of three bytes each.
  std::string join_parts(std::string_view parts, std::size_t count) {
    std::string name;
    for (std::size_t i = 0; i < count; ++i) name += parts.substr(below(parts.size() / 3) * 3, 3);
    return name;
  }

 private:
  std::uint64_t state_;
};

struct Firm {
  std::string brief, full;
};

// What all reports of one zone tell of.
struct Zone {
  std::string place, name;
  std::vector<std::string> parks, projects, works;
  std::vector<Firm> firms;
};

Zone make_zone(Random random) {
  constexpr std::size_t firm_count = 40, project_count = 32, park_count = 3;
  Zone zone;
  zone.place = random.join_parts(place_parts, 2);
  zone.name = zone.place + "经济开发区";
  for (std::size_t i = 0; i < park_count; ++i)
    zone.parks.push_back(random.join_parts(place_parts, 2).append(random.pick(trades)).append("产业园"));
  for (std::size_t i = 0; i < firm_count; ++i) {
    const std::string brief = random.join_parts(brand_parts, 2 + random.below(2)).append(random.pick(trades));
    zone.firms.push_back({brief, (i % 3 == 0 ? zone.place : std::string()) + brief + std::string(random.pick(forms))});
  }
  for (std::size_t i = 0; i < project_count; ++i) {
    std::string name = random.join_parts(brand_parts, 2);
    if (i % 2 == 0) name.append("年产").append(std::to_string(1 + random.below(90))).append("万吨");
    zone.projects.push_back(name.append(random.pick(products)).append(random.pick(project_forms)));
  }
  for (const std::string_view facility : facilities) zone.works.push_back(zone.place + std::string(facility));
  return zone;
}

class Writer {
 public:
  Writer(const Zone& zone, int year, Random random) : zone_(zone), random_(random), year_(std::to_string(year)) {}

  std::string report(std::size_t bytes) {
    text_.reserve(bytes + 4096);
    put({zone_.name, year_, "年工作总结\n\n", year_, "年，", zone_.name, "（以下简称“", zone_.place,
         "经开区”）坚持高质量发展，较好完成全年目标任务。现将有关情况报告如下。\n"});
    for (std::size_t section = 0; text_.size() < bytes; ++section) add_section(section);
    put({"\n", zone_.name, "管理委员会\n", year_, "年12月20日\n"});
    return std::move(text_);
  }

 private:
  void put(std::initializer_list<std::string_view> parts) {
    for (const std::string_view part : parts) text_ += part;
  }
  std::string_view project() { return zone_.projects[random_.below(zone_.projects.size())]; }
  const Firm& firm() { return zone_.firms[random_.below(zone_.firms.size())]; }
  std::string figure() { return std::to_string(1 + random_.below(400)) + "." + std::to_string(random_.below(10)); }

  void add_section(std::size_t number) {
    put({"\n", counts[number % std::size(counts)], headings[number % std::size(headings)], "\n"});
    if (number % 2 == 0) add_indicators();
    for (int i = 0; i < 4; ++i) add_measures(counts[i]);
    add_list();
    add_projects();
    if (number % 4 == 1) add_table();
    add_works();
    for (int i = 0; i < 2; ++i) add_measures(counts[i]);
  }

  void add_indicators() {
    put({"1-11月，全区"});
    for (const std::string_view indicator : indicators)
      put({"完成", indicator, figure(), "亿元，同比增长", std::to_string(random_.below(30)), ".4%；"});
    put({"新增规上企业", std::to_string(2 + random_.below(20)), "家。\n"});
  }

  void add_measures(std::string_view number) {
    put({"（", number, "）", random_.pick(measures), random_.pick(tasks), "。"});
    for (int i = 0; i < 4; ++i)
      put({random_.pick(ways), "，", random_.pick(measures), random_.pick(tasks), "，", random_.pick(measures),
           random_.pick(tasks), "，", random_.pick(outcomes), "。"});
    put({"\n"});
  }

  void add_list() {
    put({"引进", firm().full, "、", firm().brief, "、", firm().brief, "等", std::to_string(4 + random_.below(20)),
         "家企业，总投资", figure(), "亿元；", project(), "、", project(), "等2个项目", random_.pick(stages), "。\n"});
  }

  void add_projects() {
    for (int i = 1; i <= 2; ++i)
      put({std::to_string(i), ".", project(), "。由", firm().full, "投资建设，总投资约", figure(), "亿元，占地",
           std::to_string(20 + random_.below(300)), "亩，", random_.pick(stages), "。\n"});
  }

  void add_table() {
    put({"序号\t项目名称\t建设单位\t计划投资(万元)\t进度\n"});
    for (int i = 1; i <= 4; ++i)
      put({std::to_string(i), "\t", project(), "\t", firm().full, "\t", std::to_string(1000 + random_.below(90000)), "\t",
           random_.pick(stages), "\n"});
  }

  void add_works() {
    put({zone_.parks[random_.below(zone_.parks.size())], "基础设施不断完善，", zone_.works[random_.below(zone_.works.size())],
         random_.pick(stages), "，", firm().brief, "入驻园区。\n"});
  }

  const Zone& zone_;
  Random random_;
  std::string year_, text_;
};

} // namespace

Report make_report(std::uint64_t seed, std::size_t index, std::size_t bytes) {
  const std::size_t zone = index / reports_of_zone, turn = index % reports_of_zone;
  const int year = 2021 + static_cast<int>(turn);
  const Random of_zone(Random(seed ^ (zone * 0xD1342543DE82EF95u)).next());
  Random of_report = of_zone;
  for (std::size_t i = 0; i <= turn; ++i) of_report = Random(of_report.next());
  char path[64];
  std::snprintf(path, sizeof path, "zone-%07zu/%d.txt", zone, year);
  return {path, Writer(make_zone(of_zone), year, of_report).report(bytes)};
}

std::vector<std::string> make_reports(std::size_t count, std::size_t bytes) {
  std::vector<std::string> reports;
  for (std::size_t i = 0; i < count; ++i) reports.push_back(make_report(1, i, bytes).text);
  return reports;
}

} // namespace zonekg::bench
