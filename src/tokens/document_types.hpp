#pragma once

#include <array>
#include <string_view>

#include "tokens/phrases.hpp"

/// The types of documents: Nghị định 30/2020/NĐ-CP, Article 7 and Annex III (29 types), the types
/// of Luật Ban hành văn bản quy phạm pháp luật, those of the Party, and what practice adds.
namespace vanban::tokens {

enum class TypeUse : unsigned char {
  cited,  ///< found where a document is cited; over a text of its own it would say too little
  title   ///< a document may have it as the line of its type, too
};

struct DocumentTypeRow {
  std::string_view phrase;  ///< "kế hoạch"
  std::string_view name;    ///< "Kế hoạch"
  std::string_view code;    ///< "KH"; empty where it has none
  TypeUse use = TypeUse::cited;
};

// clang-format off
/// Laws are here for their name alone: how their names are read is the affair of who cites them.
inline constexpr PhraseTable document_types(std::to_array<DocumentTypeRow>({
    {"nghị quyết", "Nghị quyết", "NQ", TypeUse::title},
    {"nghị quyết liên tịch", "Nghị quyết liên tịch", "NQLT", TypeUse::title},
    {"quyết định", "Quyết định", "QĐ", TypeUse::title},
    {"chỉ thị", "Chỉ thị", "CT", TypeUse::title},
    {"quy chế", "Quy chế", "QC", TypeUse::title},
    {"quy chế phối hợp", "Quy chế phối hợp", "QCPH"},
    {"quy định", "Quy định", "QyĐ", TypeUse::title},
    {"thông cáo", "Thông cáo", "TC", TypeUse::title},
    {"thông báo", "Thông báo", "TB", TypeUse::title},
    {"thông báo kết luận", "Thông báo kết luận", "TB"},
    {"hướng dẫn", "Hướng dẫn", "HD", TypeUse::title},
    {"hướng dẫn liên ngành", "Hướng dẫn liên ngành", "HDLN", TypeUse::title},
    {"hướng dẫn liên tịch", "Hướng dẫn liên tịch", "HDLT", TypeUse::title},
    {"chương trình", "Chương trình", "CTr", TypeUse::title},
    {"chương trình hành động", "Chương trình hành động", "CTr", TypeUse::title},
    {"chương trình phối hợp", "Chương trình phối hợp", "CTrPH"},
    {"chương trình công tác", "Chương trình công tác", "CTr"},
    {"kế hoạch", "Kế hoạch", "KH", TypeUse::title},
    {"kế hoạch hành động", "Kế hoạch hành động", "KHHĐ"},
    {"kế hoạch liên tịch", "Kế hoạch liên tịch", "KHLT"},
    {"kế hoạch phối hợp", "Kế hoạch phối hợp", "KHPH"},
    {"phương án", "Phương án", "PA", TypeUse::title},
    {"đề án", "Đề án", "ĐA", TypeUse::title},
    {"dự án", "Dự án", "DA", TypeUse::title},
    {"báo cáo", "Báo cáo", "BC", TypeUse::title},
    {"báo cáo thẩm tra", "Báo cáo", "BC"},
    {"báo cáo thẩm định", "Báo cáo", "BC"},
    {"biên bản", "Biên bản", "BB", TypeUse::title},
    {"tờ trình", "Tờ trình", "TTr", TypeUse::title},
    {"hợp đồng", "Hợp đồng", "HĐ", TypeUse::title},
    {"giấy phép", "Giấy phép", "GP", TypeUse::title},
    {"công điện", "Công điện", "CĐ", TypeUse::title},
    {"bản ghi nhớ", "Bản ghi nhớ", "BGN", TypeUse::title},
    {"bản thỏa thuận", "Bản thỏa thuận", "BTT", TypeUse::title},
    {"bản thoả thuận", "Bản thỏa thuận", "BTT"},
    {"giấy ủy quyền", "Giấy ủy quyền", "GUQ", TypeUse::title},
    {"giấy uỷ quyền", "Giấy ủy quyền", "GUQ"},
    {"giấy mời", "Giấy mời", "GM", TypeUse::title},
    {"giấy triệu tập", "Giấy triệu tập", "", TypeUse::title},
    {"thư mời", "Thư mời", "", TypeUse::title},
    {"thư ngỏ", "Thư ngỏ", "", TypeUse::title},
    {"thư kêu gọi", "Thư kêu gọi", "", TypeUse::title},
    {"lời kêu gọi", "Lời kêu gọi", "", TypeUse::title},
    {"giấy giới thiệu", "Giấy giới thiệu", "GGT", TypeUse::title},
    {"giấy nghỉ phép", "Giấy nghỉ phép", "GNP", TypeUse::title},
    {"phiếu gửi", "Phiếu gửi", "PG", TypeUse::title},
    {"phiếu chuyển", "Phiếu chuyển", "PC", TypeUse::title},
    {"phiếu báo", "Phiếu báo", "PB", TypeUse::title},
    {"công văn", "Công văn", "", TypeUse::title},
    {"văn bản", "Văn bản", ""},
    {"văn bản hợp nhất", "Văn bản hợp nhất", "VBHN"},
    {"thư công", "Thư công", "", TypeUse::title},
    {"nghị định", "Nghị định", "NĐ", TypeUse::title},
    {"thông tư", "Thông tư", "TT", TypeUse::title},
    {"thông tư liên tịch", "Thông tư liên tịch", "TTLT", TypeUse::title},
    {"lệnh", "Lệnh", "L", TypeUse::title},
    {"chỉ lệnh", "Chỉ lệnh", "CL"},
    {"mệnh lệnh", "Mệnh lệnh", "ML"},
    {"kết luận", "Kết luận", "KL", TypeUse::title},
    {"kết luận thanh tra", "Kết luận thanh tra", "KL"},
    {"thông tri", "Thông tri", "TT", TypeUse::title},
    {"quy trình", "Quy trình", "QTr", TypeUse::title},
    {"điện mật", "Điện mật", ""},
    {"điều lệ", "Điều lệ", ""},
    {"thể lệ", "Thể lệ", "", TypeUse::title},
    {"luật", "Luật", "", TypeUse::title},
    {"bộ luật", "Bộ luật", "", TypeUse::title},
    {"pháp lệnh", "Pháp lệnh", "", TypeUse::title},
    {"hiến pháp", "Hiến pháp", ""},
}));
// clang-format on

}  // namespace vanban::tokens
