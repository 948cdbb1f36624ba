#pragma once
// What numbers of documents are made of: "12/QĐ-UBND", "05-KH/ĐTN".
#include <cstddef>
#include <string_view>

namespace vanban::repair_stage {

/// A type of documents as symbols have it, and what its name ends in: "Kế hoạch số", "KẾ HOẠCH".
struct DocumentType {
  std::string_view code;
  std::string_view small;
  std::string_view capitals;
};

/// Those that begin like another one stand before it.
inline constexpr DocumentType document_types[] = {
    {"TTLT", "liên tịch", "LIÊN TỊCH"},
    {"TTr", "ờ trình", "Ờ TRÌNH"},
    {"TT", "hông tư", "HÔNG TƯ"},
    {"TB", "hông báo", "HÔNG BÁO"},
    {"QĐ", "uyết định", "UYẾT ĐỊNH"},
    {"QC", "uy chế", "UY CHẾ"},
    {"NĐ", "ghị định", "GHỊ ĐỊNH"},
    {"NQLT", "liên tịch", "LIÊN TỊCH"},
    {"NQ", "ghị quyết", "GHỊ QUYẾT"},
    {"KHLT", "liên tịch", "LIÊN TỊCH"},
    {"KH", "ế hoạch", "Ế HOẠCH"},
    {"KL", "ết luận", "ẾT LUẬN"},
    {"CTr", "hương trình", "HƯƠNG TRÌNH"},
    {"CT", "hỉ thị", "HỈ THỊ"},
    {"CĐ", "ông điện", "ÔNG ĐIỆN"},
    {"CV", "ông văn", "ÔNG VĂN"},
    {"BC", "áo cáo", "ÁO CÁO"},
    {"HD", "ướng dẫn", "ƯỚNG DẪN"},
    {"PA", "hương án", "HƯƠNG ÁN"},
    {"ĐA", "ề án", "Ề ÁN"},
    {"QyĐ", "uy định", "UY ĐỊNH"},
    {"GM", "iấy mời", "IẤY MỜI"},
};

/// The type that `symbol` begins with, or none.
[[nodiscard]] constexpr const DocumentType* type_of(std::string_view symbol) {
  for (const DocumentType& type : document_types) {
    if (symbol.starts_with(type.code)) return &type;
  }
  return nullptr;
}

/// A capital of a symbol stands at `at`, which may be the end of the text.
[[nodiscard]] constexpr bool is_capital_at(std::string_view text, std::size_t at) {
  if (at >= text.size()) return false;
  return (text[at] >= 'A' && text[at] <= 'Z') || text.substr(at).starts_with("Đ");
}

}  // namespace vanban::repair_stage
