#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace vanban::plan {

/// A law, code or ordinance as cited by name, from its type on.
struct LawMatch {
  std::string_view type;  ///< "Luật", "Bộ luật", "Pháp lệnh", "Hiến pháp"
  std::size_t end = 0;    ///< of the name
  bool named = false;     ///< false: only the type stands there ("Luật số 62/2020/QH14")
};

/// The law that begins at `at` with its type. The name ends where a known one ends, else at
/// punctuation or at a word that goes on with the sentence. A law that amends others is one:
/// "Luật sửa đổi, bổ sung một số điều của Luật Quy hoạch và Luật Đầu tư". Null for "pháp luật",
/// "luật sư", "Luật này" and the like.
[[nodiscard]] std::optional<LawMatch> match_law(std::string_view text, std::size_t at);

}  // namespace vanban::plan
