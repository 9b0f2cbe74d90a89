// A SQLite database: tables of plain values for queries, and a full-text index over pairs of characters, in which a
// two-character word is one token (the trigram tokenizer finds none).
#include <map>
#include <memory>
#include <new>
#include <sqlite3.h>
#include <string>
#include <string_view>

#include "core/text/utf8.hpp"
#include "export/atomic_file.hpp"
#include "export/readable.hpp"
#include "export/writers.hpp"
#include "graph/code_points.hpp"
#include "graph/number_text.hpp"
#include "graph/period_text.hpp"

namespace zonekg {
namespace {

constexpr const char* schema = R"(
CREATE TABLE documents(id TEXT PRIMARY KEY, path TEXT NOT NULL, title TEXT, published TEXT, period TEXT, sha256 TEXT) WITHOUT ROWID;
CREATE TABLE nodes(rowid INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, type TEXT NOT NULL, name TEXT NOT NULL, confidence REAL NOT NULL);
CREATE TABLE aliases(node TEXT NOT NULL REFERENCES nodes(id), alias TEXT NOT NULL);
CREATE TABLE properties(node TEXT NOT NULL REFERENCES nodes(id), key TEXT NOT NULL, value, PRIMARY KEY(node, key)) WITHOUT ROWID;
CREATE TABLE states(rowid INTEGER PRIMARY KEY, node TEXT NOT NULL REFERENCES nodes(id), key TEXT NOT NULL, value TEXT NOT NULL, modality TEXT, period TEXT);
CREATE TABLE edges(rowid INTEGER PRIMARY KEY, source TEXT NOT NULL REFERENCES nodes(id), type TEXT NOT NULL, target TEXT NOT NULL REFERENCES nodes(id), confidence REAL NOT NULL, modality TEXT, period TEXT);
CREATE TABLE evidence(of TEXT NOT NULL CHECK(of IN ('node','edge','state')), owner INTEGER NOT NULL, document TEXT NOT NULL REFERENCES documents(id), "begin" INTEGER NOT NULL, "end" INTEGER NOT NULL, text TEXT NOT NULL, place TEXT, plugin TEXT, rule TEXT);
CREATE VIRTUAL TABLE search USING fts5(name, aliases, evidence, content='', tokenize='unicode61');
)";
constexpr const char* indices = R"(
CREATE INDEX nodes_by_type ON nodes(type, name);
CREATE INDEX nodes_by_name ON nodes(name);
CREATE INDEX aliases_by_node ON aliases(node);
CREATE INDEX aliases_by_alias ON aliases(alias);
CREATE INDEX states_by_node ON states(node);
CREATE INDEX edges_by_source ON edges(source, type);
CREATE INDEX edges_by_target ON edges(target, type);
CREATE INDEX evidence_by_owner ON evidence(of, owner);
CREATE INDEX evidence_by_document ON evidence(document, "begin");
CREATE VIEW projects AS SELECT n.id, n.name, (SELECT value FROM properties WHERE node = n.id AND key = 'status') AS status,
  (SELECT group_concat(c.name, '; ') FROM edges e JOIN nodes c ON c.id = e.source WHERE e.target = n.id AND e.type = 'undertakes') AS undertaken_by,
  (SELECT group_concat(z.name, '; ') FROM edges e JOIN nodes z ON z.id = e.target WHERE e.source = n.id AND e.type = 'located_in') AS located_in,
  (SELECT max(p.value) FROM edges e JOIN properties p ON p.node = e.source AND p.key = 'amount' WHERE e.target = n.id AND e.type = 'invested_in') AS amount
  FROM nodes n WHERE n.type = 'project';
)";

// 锂电池 → 锂电 电池 池, so that a word of two characters is a token, a longer one a phrase, and one character a prefix.
// Words of other scripts stay whole.
std::string paired(std::string_view text) {
  std::string result;
  const std::u32string points = to_code_points(text);
  for (std::size_t i = 0; i < points.size(); ++i) {
    const bool han = is_han(points[i]);
    const bool apart = han || (i > 0 && is_han(points[i - 1]));
    if (apart && !result.empty() && result.back() != ' ') result += ' ';
    if (points[i] != 0) append_code_point(result, points[i]);
    if (han && i + 1 < points.size() && is_han(points[i + 1])) append_code_point(result, points[i + 1]);
  }
  return result;
}

struct Close {
  void operator()(sqlite3* database) const { sqlite3_close(database); }
  void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
  void operator()(unsigned char* bytes) const { sqlite3_free(bytes); }
};

// In memory; any failure is memory running out.
class Database {
 public:
  Database() {
    sqlite3* database = nullptr;
    const int result = sqlite3_open(":memory:", &database);
    database_.reset(database);
    check(result);
  }

  void run(const char* sql) { check(sqlite3_exec(database_.get(), sql, nullptr, nullptr, nullptr)); }

  [[nodiscard]] std::int64_t last_row() const { return sqlite3_last_insert_rowid(database_.get()); }

  void write(std::ostream& out) {
    sqlite3_int64 size = 0;
    const std::unique_ptr<unsigned char, Close> bytes(sqlite3_serialize(database_.get(), "main", &size, 0));
    if (!bytes) throw std::bad_alloc();
    out.write(reinterpret_cast<const char*>(bytes.get()), size);
  }

  void check(int result) const {
    if (result == SQLITE_NOMEM) throw std::bad_alloc();
    if (result != SQLITE_OK && result != SQLITE_DONE)
      throw OutputError(std::string("SQLite: ") + sqlite3_errmsg(database_.get()));
  }
  [[nodiscard]] sqlite3* get() const { return database_.get(); }

 private:
  std::unique_ptr<sqlite3, Close> database_;
};

// One prepared INSERT, bound from the left.
class Insert {
 public:
  Insert(Database& database, const char* sql) : database_(database) {
    sqlite3_stmt* statement = nullptr;
    database.check(sqlite3_prepare_v2(database.get(), sql, -1, &statement, nullptr));
    statement_.reset(statement);
  }

  Insert& text(std::string_view value) {
    const std::string clean = clean_utf8(value);
    database_.check(
        sqlite3_bind_text64(statement_.get(), ++at_, clean.data(), clean.size(), SQLITE_TRANSIENT, SQLITE_UTF8));
    return *this;
  }
  Insert& stated(std::string_view value) { // NULL rather than empty
    if (!value.empty()) return text(value);
    ++at_;
    return *this;
  }
  Insert& number(double value) {
    database_.check(sqlite3_bind_double(statement_.get(), ++at_, value));
    return *this;
  }
  Insert& integer(std::int64_t value) {
    database_.check(sqlite3_bind_int64(statement_.get(), ++at_, value));
    return *this;
  }
  void end() {
    database_.check(sqlite3_step(statement_.get()));
    sqlite3_reset(statement_.get());
    sqlite3_clear_bindings(statement_.get());
    at_ = 0;
  }

 private:
  Database& database_;
  std::unique_ptr<sqlite3_stmt, Close> statement_;
  int at_ = 0;
};

class SqliteWriter {
 public:
  explicit SqliteWriter(const Graph& graph) : graph_(graph) {}

  void write(std::ostream& out) {
    for (const DocumentHeader& document : graph_.header().documents)
      documents_.text(document.id).text(document.path).stated(document.title).stated(date_text(document.date.published))
          .stated(period_text(document.date.period)).stated(document.sha256).end();
    for (std::size_t i = 0; i < graph_.node_count(); ++i) add_node(graph_.node(i));
    for (std::size_t i = 0; i < graph_.edge_count(); ++i) {
      const auto [source, target, edge] = graph_.edge(i);
      edges_.text(graph_.node(source).id).text(edge.type).text(graph_.node(target).id).number(edge.confidence)
          .stated(edge.modality).stated(edge.period).end();
      add_evidence("edge", database_.last_row(), edge.evidence);
    }
    database_.run("COMMIT");
    database_.run(indices);
    database_.write(out);
  }

 private:
  static Database opened() {
    Database database;
    database.run(schema);
    database.run("BEGIN");
    return database;
  }

  void add_node(const Node& node) {
    nodes_.text(node.id).text(node.type).text(node.name).number(node.confidence).end();
    const std::int64_t row = database_.last_row();
    for (const std::string& alias : node.aliases) aliases_.text(node.id).text(alias).end();
    for (const Property& property : node.properties)
      for (const PlainValue& value : plain_values(property)) add_property(node.id, value);
    for (const History& history : node.histories)
      for (const HistoryEntry& entry : history.entries) {
        states_.text(node.id).text(history.key).text(entry.value).stated(entry.modality).stated(entry.period).end();
        add_evidence("state", database_.last_row(), entry.evidence);
      }
    add_evidence("node", row, node.mentions);
    std::string quotes;
    for (const Evidence& e : node.mentions) (quotes += ' ') += e.text;
    search_.integer(row).text(paired(node.name)).text(paired(readable_list(node.aliases))).text(paired(quotes)).end();
  }

  // A second value under the name that a figure's unit makes would clash: the first stays.
  void add_property(const std::string& node, const PlainValue& value) {
    properties_.text(node).text(value.key);
    if (value.kind == ValueKind::number) properties_.number(number_of(value.text));
    else if (value.kind == ValueKind::flag) properties_.integer(value.text == "true");
    else properties_.text(value.text);
    properties_.end();
  }

  void add_evidence(std::string_view of, std::int64_t owner, const std::vector<Evidence>& evidence) {
    for (const Evidence& e : evidence)
      evidence_.text(of).integer(owner).text(graph_.header().documents[e.document].id).integer(e.begin).integer(e.end)
          .text(e.text).stated(e.place).stated(e.plugin).stated(e.rule).end();
  }

  const Graph& graph_;
  Database database_ = opened();
  Insert documents_{database_, "INSERT INTO documents VALUES(?,?,?,?,?,?)"};
  Insert nodes_{database_, "INSERT INTO nodes(id,type,name,confidence) VALUES(?,?,?,?)"};
  Insert aliases_{database_, "INSERT INTO aliases VALUES(?,?)"};
  Insert properties_{database_, "INSERT OR IGNORE INTO properties VALUES(?,?,?)"};
  Insert states_{database_, "INSERT INTO states(node,key,value,modality,period) VALUES(?,?,?,?,?)"};
  Insert edges_{database_, "INSERT INTO edges(source,type,target,confidence,modality,period) VALUES(?,?,?,?,?,?)"};
  Insert evidence_{database_, "INSERT INTO evidence VALUES(?,?,?,?,?,?,?,?,?)"};
  Insert search_{database_, "INSERT INTO search(rowid,name,aliases,evidence) VALUES(?,?,?,?)"};
};

} // namespace

void write_sqlite(const Graph& graph, std::ostream& out) { SqliteWriter(graph).write(out); }

} // namespace zonekg
