#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "outline/line.hpp"
#include "outline/lines.hpp"
#include "tokens/document_types.hpp"

namespace vanban::outline {

/// The row of the type that `line` names, and how: the clearer, the better. `cited` is the document
/// with its number and date, as sites name it: "Công văn số 12/SNV-TĐ ngày 2/3/2031 V/v ...".
enum class TypeForm : unsigned char { cited, subject_small, alone_small, subject, alone };

struct TypeLine {
  const tokens::DocumentTypeRow* row = nullptr;
  std::size_t length = 0;  ///< bytes of the type's name as printed
  bool alone = false;
  TypeForm form = TypeForm::subject_small;
  std::size_t lines = 1;
};

/// The type of document that `line` names, if any.
[[nodiscard]] std::optional<TypeLine> read_type_line(const FoldedText& text, const Line& line);

/// `placed` is the name of a type that documents have as their title.
[[nodiscard]] bool is_title_type(std::string_view placed);

/// The type of a document alone on its line: "KẾ HOẠCH".
[[nodiscard]] bool is_lone_type(const FoldedText& text, const Line& line);

}  // namespace vanban::outline
