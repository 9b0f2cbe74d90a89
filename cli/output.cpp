#include "cli/output.hpp"

#include <iostream>

#include "cli/terminal_text.hpp"
#include "export/atomic_file.hpp"

namespace zonekg::cli {

void write_output(const std::string& path, const std::function<void(std::ostream&)>& write) {
  if (path == "-") {
    write(exact_output());
    return flush_stdout();
  }
  AtomicFile file(path);
  write(file.stream());
  file.commit();
}

void flush_stdout() {
  if (!std::cout.flush()) throw OutputError("cannot write to standard output; the disk may be full");
}

} // namespace zonekg::cli
