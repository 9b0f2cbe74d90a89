// The commands, one file each. Every function adds its command to the program; the command runs while the command line
// is parsed, and throws zonekg::Error.
#pragma once

namespace CLI {
class App;
}

namespace zonekg::cli {

void add_build(CLI::App& app);
void add_export(CLI::App& app);
void add_eval(CLI::App& app);
void add_layers(CLI::App& app);
void add_missed(CLI::App& app);
void add_plugins(CLI::App& app);
void add_stats(CLI::App& app);
void add_text(CLI::App& app);
void add_train(CLI::App& app);

// `build` in three steps that run on many machines.
void add_map(CLI::App& app);
void add_reduce(CLI::App& app);
void add_merge(CLI::App& app);

// Over a saved graph, and what people decide about one.
void add_decide(CLI::App& app);
void add_why(CLI::App& app);
void add_unsure(CLI::App& app);
void add_list(CLI::App& app);
void add_show(CLI::App& app);
void add_path(CLI::App& app);
void add_neighbors(CLI::App& app);
void add_rank(CLI::App& app);
void add_components(CLI::App& app);
void add_communities(CLI::App& app);
void add_dossier(CLI::App& app);
void add_audit(CLI::App& app);
void add_diff(CLI::App& app);
void add_view(CLI::App& app);

// Of `zonekg plugins`.
void add_plugins_check(CLI::App& plugins);
void add_plugins_new(CLI::App& plugins);
void add_plugins_pin(CLI::App& plugins);

} // namespace zonekg::cli
