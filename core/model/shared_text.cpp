#include "core/model/shared_text.hpp"

#include <atomic>
#include <cstdint>
#include <cstring>
#include <new>

namespace zonekg {

// The bytes stand behind it.
struct SharedText::Block {
  std::atomic<std::uint32_t> owners = 1;
  std::uint32_t size = 0;
  char* bytes() { return reinterpret_cast<char*>(this + 1); }
};

SharedText::SharedText(std::string_view text) {
  if (text.empty()) return;
  block_ = new (::operator new(sizeof(Block) + text.size())) Block;
  block_->size = static_cast<std::uint32_t>(text.size());
  std::memcpy(block_->bytes(), text.data(), text.size());
}

std::string_view SharedText::view() const {
  return block_ == nullptr ? std::string_view() : std::string_view(block_->bytes(), block_->size);
}

void SharedText::keep() const noexcept {
  if (block_ != nullptr) block_->owners.fetch_add(1, std::memory_order_relaxed);
}

void SharedText::drop() noexcept {
  if (block_ == nullptr || block_->owners.fetch_sub(1, std::memory_order_acq_rel) > 1) return;
  block_->~Block();
  ::operator delete(block_);
}

const SharedText& SharedTexts::share(std::string_view text) {
  const auto known = texts_.find(text);
  return known != texts_.end() ? *known : *texts_.emplace(text).first;
}

} // namespace zonekg
