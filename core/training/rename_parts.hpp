// What a name is built of: which of its characters are a place's and which a brand's. The rest (trade, legal form,
// class word, phase, figures, products) is what the name has in common with others of its build.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "core/kit/name_likeness.hpp"
#include "core/text/dictionary.hpp"

namespace zonekg {

enum class PartKind : std::uint8_t { place, locality, brand }; // locality: a place that no dictionary knows

struct NamePart {
  std::size_t begin, end; // code points of the name
  PartKind kind;
};

class NameParser {
 public:
  // `shared`: the folder of the kit's data files. Throws std::runtime_error naming the file that cannot be read. The
  // dictionary has to outlive the parser.
  NameParser(const Dictionary& dictionary, const std::filesystem::path& shared);

  // Parts in order, without overlap. `name`: a name_key. `type`: of the entity.
  [[nodiscard]] std::vector<NamePart> parts(std::u32string_view name, std::string_view type) const;

  // A part that may be replaced wherever it stands in the text: a place, or no word of the dictionary.
  [[nodiscard]] bool is_distinctive(std::u32string_view part) const;

  // Byte offsets at which no known word is cut, `text.size()` included.
  [[nodiscard]] std::vector<bool> boundaries(std::string_view text) const;

 private:
  struct Token {
    // word: of the dictionary; doubtful: a brand in the names of firms only (三一, 七度)
    enum class Kind { kept, place, word, doubtful, unknown, latin };
    std::size_t begin, end;
    Kind kind;
    [[nodiscard]] std::size_t size() const { return end - begin; }
  };
  struct Builder;
  [[nodiscard]] std::vector<Token> tokens(std::u32string_view name) const;
  [[nodiscard]] Token::Kind kind_of(std::u32string_view words, const zkg_word& word) const;
  [[nodiscard]] bool is_kept(std::u32string_view word) const;
  // Code points before the kept word that `word` ends in: 三一|重工; all of them when it ends in none.
  [[nodiscard]] std::size_t head_size(std::u32string_view word) const;

  const Dictionary& dictionary_;
  kit::NameLikeness likeness_;
  std::unordered_set<std::string> kept_;
};

} // namespace zonekg
