#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "tokens/document_types.hpp"

namespace vanban::plan {

using tokens::DocumentTypeRow;

/// The type that `name` is, in any letter case and with any blanks; null where it is none. A
/// qualified type that has no row of its own ("Kế hoạch hành động") is none.
[[nodiscard]] const DocumentTypeRow* find_type(std::string_view name);

struct TypeMatch {
  const DocumentTypeRow* type = nullptr;
  std::size_t end = 0;
};

/// The longest type that stands at `at`; `at` begins a word.
[[nodiscard]] std::optional<TypeMatch> match_type(std::string_view text, std::size_t at);

/// Whether the number `number` ("91/2017/NQ-CP") carries the code of a document of type `type`.
/// True also where nothing can be said: no symbol, a type without a code (Công văn), a first group
/// that is no code of a type.
[[nodiscard]] bool symbol_fits_type(std::string_view type, std::string_view number);

/// The number carries the code of the type itself: "số 91/2017/NĐ-CP" is a Nghị định's.
[[nodiscard]] bool carries_code(std::string_view type, std::string_view number);

/// A hyphen was lost behind or before the code of the type: "2468/QĐUBND", "20NQ/TW".
[[nodiscard]] bool lost_hyphen(std::string_view type, std::string_view number);

/// `number` with the hyphen that was lost behind the code of the type: "2468/QĐ-UBND"; as it is
/// where none was.
[[nodiscard]] std::string with_hyphen(std::string_view type, std::string_view number);

}  // namespace vanban::plan
