#include "core/host/sha256.hpp"

#include <openssl/crypto.h>
#include <openssl/evp.h>

#include <array>

#include "core/model/diagnostic.hpp"

namespace zonekg {

struct Sha256::Context {
  EVP_MD_CTX* digest = EVP_MD_CTX_new();
  Context() = default;
  Context(const Context&) = delete;
  Context& operator=(const Context&) = delete;
  ~Context() { EVP_MD_CTX_free(digest); }
};

namespace {

void require(bool works) {
  if (!works) throw Error("SHA-256 is not available in the installed libcrypto");
}

} // namespace

Sha256::Sha256() : context_(std::make_unique<Context>()) {
  // Its settings have no say in a hash; reading them takes longer than hashing a report.
  require(OPENSSL_init_crypto(OPENSSL_INIT_NO_LOAD_CONFIG, nullptr) == 1);
  require(context_->digest != nullptr && EVP_DigestInit_ex(context_->digest, EVP_sha256(), nullptr) == 1);
}

Sha256::~Sha256() = default;

void Sha256::add(std::string_view bytes) {
  require(EVP_DigestUpdate(context_->digest, bytes.data(), bytes.size()) == 1);
}

std::string Sha256::hex() const {
  const Context copy; // finishing ends the context that it is asked of
  std::array<unsigned char, 32> digest{};
  unsigned int size = 0;
  require(copy.digest != nullptr && EVP_MD_CTX_copy_ex(copy.digest, context_->digest) == 1 &&
          EVP_DigestFinal_ex(copy.digest, digest.data(), &size) == 1);
  constexpr std::string_view digits = "0123456789abcdef";
  std::string hex;
  for (const unsigned char byte : digest) {
    hex += digits[byte >> 4];
    hex += digits[byte & 15];
  }
  return hex;
}

std::string sha256_hex(std::string_view bytes) {
  Sha256 hash;
  hash.add(bytes);
  return hash.hex();
}

} // namespace zonekg
