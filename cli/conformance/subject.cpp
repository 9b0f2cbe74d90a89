#include "cli/conformance/subject.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>

#include "cli/conformance/golden.hpp"
#include "core/text/layers.hpp"
#include "core/text/normalise.hpp"
#include "core/training/gold.hpp"

namespace zonekg {
namespace {

// Written for zonekg: a bit of everything that reports hold.
constexpr std::string_view report =
    "岚溪经济开发区2024年上半年工作情况\n\n一、主要成绩\n"
    "上半年，岚溪经济开发区完成工业总产值316.6亿元，同比增长8.5%，新签约项目23个，总投资58亿元。"
    "年产5万吨再生铝项目总投资9.6亿元，由廷砾铝业有限公司承建，累计完成投资4.2亿元，一期已投产。"
    "引进华星集团（以下简称“华星”）、远景能源、久江科技等12家企业。设立规模10亿元的产业引导基金。\n"
    "（一）平台建设\n园区获批国家级绿色制造示范区，入选省级数字化转型试点，建成110千伏变电站1座、标准厂房12万平方米。\n"
    "序号\t项目名称\t投资额（亿元）\t进展\n1\t二期厂房\t3.5\t在建\n2\t污水处理厂扩建\t1.2\t已建成\n"
    "二、存在问题\n融资难，XX家企业未达产，部分项目进展缓慢。\n三、下步打算\n力争全年完成投资120亿元，加快推进久江科技二期项目建设，预计12月底投产。\n";
constexpr std::string_view others[] = {
    "", "。", "开发区", "1、华星集团\n2、远景能源\n3、《鲁班奖》\n", "Zone report: ABC Co., Ltd. invested $5 million in 2024.",
    "𠀀𠀁集团投资建设😀产业园，总投资１２亿元。", "“华星集团（（（一期）））项目、、、”，，，。。。XX经济开发区引进*家企业。"};

std::string number(double value) { return std::to_string(value); }

std::string print(const Attribute& attribute) {
  std::string text = ' ' + attribute.key + '=';
  if (const auto* words = std::get_if<std::string>(&attribute.value)) return text + *words;
  if (const auto* value = std::get_if<double>(&attribute.value)) return text + number(*value);
  return text + (std::get<bool>(attribute.value) ? "true" : "false");
}

std::string print(zkg_span span) { return std::to_string(span.begin) + '-' + std::to_string(span.end) + ' '; }

} // namespace

std::vector<Plugin> load_subject(const CheckOptions& options) {
  std::vector<std::filesystem::path> places = {options.file};
  places.insert(places.end(), options.folders.begin(), options.folders.end());
  places.push_back(options.place.plugins());
  FoundPlugins found = load_plugins(places, trust_all());
  for (const Diagnostic& refusal : found.refusals)
    if (refusal.severity == Severity::error && refusal.message.find(options.file.string()) != std::string::npos) throw InputError(refusal.message);
  const auto own = std::ranges::find(found.plugins, options.file, &Plugin::file);
  if (own == found.plugins.end()) throw InputError(options.file.string() + " is no plugin by itself: it reads the rule packs of others");
  std::iter_swap(found.plugins.begin(), own);
  return std::move(found.plugins);
}

Subject::Subject(const CheckOptions& options) : dictionary_(options.place.dictionary()) {
  std::vector<Plugin> plugins = load_subject(options);
  const std::string id = plugins.front().id;
  set_ = order_plugins(select_plugins(std::move(plugins), {id}));
  index_ = static_cast<std::size_t>(std::ranges::find(set_.plugins, id, &Plugin::id) - set_.plugins.begin());
  config_.shared = options.place.shared();
}

std::unique_ptr<AnalysedDocument> Subject::analyse(const std::string& text) const {
  // Not through the readers: they refuse some of what a plugin must bear.
  auto document = std::make_unique<AnalysedDocument>();
  document->header.path = "sample.txt";
  document->source = text;
  document->normalised = normalise(document->source, false);
  document->layers = compute_layers(document->normalised.text, dictionary_);
  document->header.title = document->layers.title;
  document->header.date = document->layers.date;
  return document;
}

std::string print_candidates(const RawCandidates& candidates, const std::string& plugin) {
  std::string out;
  for (const RawMention& m : candidates.mentions) {
    if (m.plugin != plugin) continue;
    out += "mention " + m.type + ' ' + print(m.span) + m.name + ' ' + number(m.confidence) + ' ' + m.rule;
    for (const Attribute& attribute : m.attributes) out += print(attribute);
    out += '\n';
  }
  for (const RawRelation& r : candidates.relations)
    if (r.plugin == plugin)
      out += "relation " + r.type + ' ' + std::to_string(r.head) + ' ' + std::to_string(r.tail) + ' ' + print(r.evidence) +
             number(r.confidence) + ' ' + r.modality + ' ' + r.rule + '\n';
  for (const RawFact& f : candidates.facts)
    if (f.plugin == plugin)
      out += "fact " + f.key + ' ' + std::to_string(f.mention) + ' ' + f.value + ' ' + print(f.evidence) +
             number(f.confidence) + ' ' + f.modality + ' ' + f.rule + '\n';
  return out;
}

std::vector<std::string> sample_texts(const CheckOptions& options) {
  std::vector<std::string> texts = {std::string(report)};
  for (const std::string_view other : others) texts.emplace_back(other);
  if (!options.golden.empty())
    for (const GoldenSentence& sentence : read_golden(options.golden)) texts.push_back(sentence.marked.text);
  for (const std::filesystem::path& folder : options.gold) {
    constexpr std::size_t enough = 50;
    const std::vector<GoldPassage> passages = read_gold(folder);
    for (std::size_t i = 0; i < passages.size() && i < enough; ++i) {
      std::ifstream in(passages[i].text, std::ios::binary);
      texts.emplace_back(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
    }
  }
  return texts;
}

bool is_about(const Diagnostic& diagnostic, const std::string& plugin) {
  return diagnostic.where.starts_with("plugin '" + plugin + "'");
}

} // namespace zonekg
