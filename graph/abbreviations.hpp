// Linking inside one document: names that a text shortens as it goes on. 万安园 after 万安生态产业园, 徐工港机 after 徐工港口机械,
// 二期 after 通富微电南通工厂二期. Elsewhere such words may mean something else; in one document they mean the one name that
// they fit.
#pragma once

#include <cstdint>
#include <vector>

#include "graph/cluster.hpp"
#include "graph/name_form.hpp"

namespace zonekg {

enum class Abbreviation : std::uint8_t {
  none,
  rival, // holds the words, too, and may be meant; that it is cannot be told
  fits,
};

// `fuller`: a name of the same type that says more (is_fuller).
Abbreviation abbreviation(const NameForm& shorter, const NameForm& fuller);

// Joins each form with the one fuller name that it abbreviates, with none where several may be meant. Those told before it
// come first. `forms` in the order in which the text tells them; linear in their number.
void join_abbreviations(const std::vector<NameForm>& forms, Clusters& clusters);

} // namespace zonekg
