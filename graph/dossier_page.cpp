#include <array>
#include <map>
#include <string_view>
#include <tuple>

#include "graph/dossier.hpp"

namespace zonekg {
namespace {

struct Heading {
  std::string_view key, english, chinese;
};
constexpr std::array<Heading, 25> headings = {{{"names", "Names", "名称"},
                                               {"facts", "Facts", "属性"},
                                               {"states", "States", "进展"},
                                               {"targets", "Targets and what came", "目标与兑现"},
                                               {"went back", "Went back", "状态倒退"},
                                               {"family", "Phases of the same undertaking", "同一项目的各期"},
                                               {"park", "The park and the project that builds it", "园区与其建设项目"},
                                               {"figures", "Figures", "指标"},
                                               {"money", "Money", "资金"},
                                               {"documents", "Documents", "来源文件"},
                                               {"sources", "Sources", "出处"},
                                               {"→ located_in", "In", "所在园区"},
                                               {"← located_in", "Located here", "区内"},
                                               {"→ undertakes", "Undertakes", "承担项目"},
                                               {"← undertakes", "Undertaken by", "承担单位"},
                                               {"→ part_of", "Part of", "隶属"},
                                               {"← part_of", "Parts", "下辖"},
                                               {"→ cooperates_with", "Cooperates with", "合作"},
                                               {"← cooperates_with", "Cooperates with", "合作"},
                                               {"→ leading_industry", "Leading industries", "主导产业"},
                                               {"→ invests_in", "Invests in", "投资"},
                                               {"← invests_in", "Investors", "投资方"},
                                               {"← finances", "Financed by", "资金支持"},
                                               {"→ builds", "Builds", "建设内容"},
                                               {"← builds", "Built by", "建设项目"}}};

std::string heading(const std::string& key, bool chinese) {
  for (const Heading& known : headings)
    if (known.key == key) return std::string(chinese ? known.chinese : known.english);
  return key;
}

// Sources in the order in which lines refer to them.
class Sources {
 public:
  std::vector<std::size_t> numbers(const std::vector<Evidence>& evidence) {
    constexpr std::size_t most = 4; // for one line
    std::vector<std::size_t> result;
    for (std::size_t i = 0; i < std::min(evidence.size(), most); ++i) {
      const Evidence& e = evidence[i];
      const auto [place, is_new] = known_.try_emplace({e.document, e.begin, e.end}, list_.size() + 1);
      if (is_new) list_.push_back(e);
      result.push_back(place->second);
    }
    return result;
  }
  [[nodiscard]] const std::vector<Evidence>& list() const { return list_; }

 private:
  std::map<std::tuple<std::uint32_t, std::uint32_t, std::uint32_t>, std::size_t> known_;
  std::vector<Evidence> list_;
};

std::string escaped_markdown(std::string_view text) {
  std::string result;
  for (const char c : text) {
    if (std::string_view("\\`*_[]<>#|").find(c) != std::string_view::npos) result += '\\';
    result += c == '\n' ? ' ' : c;
  }
  return result;
}

std::string escaped_html(std::string_view text) {
  std::string result;
  for (const char c : text) {
    if (c == '&') result += "&amp;";
    else if (c == '<') result += "&lt;";
    else if (c == '>') result += "&gt;";
    else if (c == '"') result += "&quot;";
    else if (static_cast<unsigned char>(c) >= 0x20 || c == '\t') result += c;
    else result += ' ';
  }
  return result;
}

std::string place_of(const Graph& graph, const Evidence& evidence) {
  return graph.header().documents[evidence.document].path + " " + std::to_string(evidence.begin) + "-" +
         std::to_string(evidence.end);
}

constexpr std::string_view style =
    "body{font:16px/1.6 sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem;color:#222}"
    "h1{font-size:1.6rem}h2{font-size:1.1rem;border-bottom:1px solid #ccc}li{margin:.2rem 0}"
    "sup a{text-decoration:none}q{color:#555}.type{color:#777;font-weight:normal}";

} // namespace

void write_dossier_markdown(const Graph& graph, const Dossier& dossier, bool chinese, std::ostream& out) {
  const Node& node = graph.node(dossier.node);
  Sources sources;
  out << "# " << escaped_markdown(node.name) << " (" << node.type << ")\n";
  for (const DossierSection& section : dossier.sections) {
    out << "\n## " << heading(section.title, chinese) << "\n\n";
    for (const DossierLine& line : section.lines) {
      out << "- " << escaped_markdown(line.text);
      for (const std::size_t number : sources.numbers(line.evidence)) out << " [" << number << "]";
      out << "\n";
    }
  }
  out << "\n## " << heading("sources", chinese) << "\n\n";
  for (std::size_t i = 0; i < sources.list().size(); ++i)
    out << "- [" << i + 1 << "] “" << escaped_markdown(sources.list()[i].text) << "” — "
        << escaped_markdown(place_of(graph, sources.list()[i])) << "\n";
}

void write_dossier_html(const Graph& graph, const Dossier& dossier, bool chinese, std::ostream& out) {
  const Node& node = graph.node(dossier.node);
  Sources sources;
  out << "<!DOCTYPE html>\n<html lang=\"" << (chinese ? "zh" : "en") << "\">\n<head>\n<meta charset=\"utf-8\">\n<title>"
      << escaped_html(node.name) << "</title>\n<style>" << style << "</style>\n</head>\n<body>\n<h1>"
      << escaped_html(node.name) << " <span class=\"type\">" << escaped_html(node.type) << "</span></h1>\n";
  for (const DossierSection& section : dossier.sections) {
    out << "<h2>" << escaped_html(heading(section.title, chinese)) << "</h2>\n<ul>\n";
    for (const DossierLine& line : section.lines) {
      out << "<li>" << escaped_html(line.text);
      for (const std::size_t number : sources.numbers(line.evidence))
        out << "<sup><a href=\"#s" << number << "\">" << number << "</a></sup>";
      out << "</li>\n";
    }
    out << "</ul>\n";
  }
  out << "<h2>" << heading("sources", chinese) << "</h2>\n<ol>\n";
  for (std::size_t i = 0; i < sources.list().size(); ++i)
    out << "<li id=\"s" << i + 1 << "\"><q>" << escaped_html(sources.list()[i].text) << "</q> "
        << escaped_html(place_of(graph, sources.list()[i])) << "</li>\n";
  out << "</ol>\n</body>\n</html>\n";
}

} // namespace zonekg
