#pragma once

#include <cstddef>
#include <string_view>

/// The types of documents: Nghị định 30/2020/NĐ-CP, Article 7 and Annex III, with what stands
/// outside it (laws, decrees, party papers).
namespace vanban {

struct DocumentTypeRow {
  std::string_view name;    ///< "Kế hoạch"
  std::string_view folded;  ///< "kế hoạch"
  std::string_view code;    ///< "KH"; empty where it has none
};

// clang-format off
inline constexpr DocumentTypeRow document_types[] = {
    // Annex III
    {"Nghị quyết", "nghị quyết", "NQ"}, {"Quyết định", "quyết định", "QĐ"},
    {"Chỉ thị", "chỉ thị", "CT"}, {"Quy chế", "quy chế", "QC"}, {"Quy định", "quy định", "QyĐ"},
    {"Thông cáo", "thông cáo", "TC"}, {"Thông báo", "thông báo", "TB"},
    {"Hướng dẫn", "hướng dẫn", "HD"}, {"Chương trình", "chương trình", "CTr"},
    {"Kế hoạch", "kế hoạch", "KH"}, {"Phương án", "phương án", "PA"}, {"Đề án", "đề án", "ĐA"},
    {"Dự án", "dự án", "DA"}, {"Báo cáo", "báo cáo", "BC"}, {"Biên bản", "biên bản", "BB"},
    {"Tờ trình", "tờ trình", "TTr"}, {"Hợp đồng", "hợp đồng", "HĐ"},
    {"Công điện", "công điện", "CĐ"}, {"Bản ghi nhớ", "bản ghi nhớ", "BGN"},
    {"Bản thỏa thuận", "bản thỏa thuận", "BTT"}, {"Giấy ủy quyền", "giấy ủy quyền", "GUQ"},
    {"Giấy mời", "giấy mời", "GM"}, {"Giấy giới thiệu", "giấy giới thiệu", "GGT"},
    {"Giấy nghỉ phép", "giấy nghỉ phép", "GNP"}, {"Phiếu gửi", "phiếu gửi", "PG"},
    {"Phiếu chuyển", "phiếu chuyển", "PC"}, {"Phiếu báo", "phiếu báo", "PB"},
    {"Công văn", "công văn", ""}, {"Thư công", "thư công", ""},
    // Normative and party papers, with their usual abbreviations
    {"Nghị định", "nghị định", "NĐ"}, {"Thông tư liên tịch", "thông tư liên tịch", "TTLT"},
    {"Thông tư", "thông tư", "TT"}, {"Nghị quyết liên tịch", "nghị quyết liên tịch", "NQLT"},
    {"Kết luận", "kết luận", "KL"}, {"Thông tri", "thông tri", "TT"}, {"Lệnh", "lệnh", "L"},
    {"Quy trình", "quy trình", "QTr"}, {"Luật", "luật", ""}, {"Bộ luật", "bộ luật", ""},
    {"Pháp lệnh", "pháp lệnh", ""},
};
// clang-format on

/// The row whose name is exactly `folded` (new tone placement), or null.
[[nodiscard]] constexpr const DocumentTypeRow* find_document_type(std::string_view folded) {
  for (const DocumentTypeRow& row : document_types) {
    if (row.folded == folded) return &row;
  }
  return nullptr;
}

}  // namespace vanban
