#include <stdexcept>
#include <sys/socket.h>
#include <unistd.h>
#include <zonekg/plugin.hpp>

class UsesNetwork : public zonekg::Extractor {
 public:
  void extract(const zonekg::Document&, zonekg::Sink& sink) override {
    const int socket = ::socket(AF_INET, SOCK_STREAM, 0);
    if (socket < 0) throw std::runtime_error("no network");
    ::close(socket);
    sink.diagnostic(ZKG_WARNING, {0, 0}, "it has a socket");
  }
};

ZONEKG_PLUGIN_FULL(UsesNetwork, "uses_network", "1.0.0", "Wants to talk to somebody", ZONEKG_LIST("mention:company"), ZONEKG_LIST())
