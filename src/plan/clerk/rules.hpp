#pragma once

#include <array>
#include <string_view>

#include "plan/clerk/checks.hpp"

/// The rules of a careful clerk, a row each: what a diagnostic's code means, by which norm, for
/// documents of which days.
///
/// Sources. NĐ30: Nghị định 30/2020/NĐ-CP, Annex I, Part I, Section II unless another annex is
/// named; in force from 05/3/2020. TT01: Thông tư 01/2011/TT-BNV, in force before it; only what the
/// Nghị định took over from it has rows. HD36: Hướng dẫn 36-HD/VPTW of the Party, known from
/// descriptions.
namespace vanban::plan::clerk {

enum class Scope : unsigned char {
  any,    ///< every document, whoever issues it
  state,  ///< administrative documents of the State, with a header of their own
  party
};

struct Rule {
  std::string_view code;
  Severity severity = Severity::info;
  Scope scope = Scope::any;
  std::string_view source;      ///< empty: what cannot be right by any norm
  std::string_view from;        ///< first day, ISO 8601; empty: whenever, also without a date
  std::string_view older;       ///< the same in TT01, in force before; empty: it had no such rule
  std::string_view vietnamese;  ///< {}: what is quoted
  std::string_view english;     ///< what is quoted comes behind it; see message_en
  void (*check)(const Paper&, Findings&) = nullptr;  ///< null: found while the document is built
};

inline constexpr std::string_view tt01 = "2011-03-05";
inline constexpr std::string_view tt01_end = "2020-03-04";
inline constexpr std::string_view nd30 = "2020-03-05";

// clang-format off
inline constexpr auto rules = std::to_array<Rule>({
    // Header
    {"number-blanks", Severity::info, Scope::state, "NĐ30 II.3", nd30, "TT01 Điều 8",
     "Số, ký hiệu viết liền, không cách chữ: \"{}\"",
     "Number and symbol are written without blanks", number_blanks},
    {"number-without-zero", Severity::info, Scope::state, "NĐ30 II.3", nd30, "TT01 Điều 8",
     "Số nhỏ hơn 10 phải ghi thêm số 0 phía trước: \"{}\"",
     "A number below 10 has a zero in front", number_zero},
    {"number-hyphen", Severity::info, Scope::state, "NĐ30 II.3", nd30, "TT01 Điều 8",
     "Giữa số và ký hiệu là dấu gạch chéo (/): \"{}\"",
     "A slash stands between number and symbol", number_hyphen},
    {"symbol-hyphen", Severity::info, Scope::any, "NĐ30 II.3", "", "",
     "Trong ký hiệu thiếu dấu gạch nối: \"{}\"", "A hyphen is missing in the symbol",
     symbol_hyphen},
    {"number-slash", Severity::info, Scope::party, "HD36", "2018-04-03", "",
     "Văn bản của Đảng dùng dấu gạch nối (-) giữa số và ký hiệu: \"{}\"",
     "Party documents have a hyphen between number and symbol", number_slash},
    {"number-type-mismatch", Severity::warning, Scope::any, "NĐ30 II.3 và Phụ lục III", "", "",
     "Ký hiệu \"{}\" không phải của loại văn bản này",
     "The symbol of the document is that of another type", number_type},
    {"number-year-mismatch", Severity::warning, Scope::any, "", "", "",
     "Năm trong số văn bản khác năm ban hành: \"{}\"",
     "The year in the number is not the year of the date", number_year},
    {"date-without-zero", Severity::info, Scope::state, "NĐ30 II.4", nd30, "TT01 Điều 9",
     "Ngày nhỏ hơn 10 và tháng 1, 2 phải ghi thêm số 0 phía trước: \"{}\"",
     "Days below 10 and the months 1 and 2 have a zero in front", date_zero},
    {"date-in-figures", Severity::info, Scope::state, "NĐ30 II.4", nd30, "TT01 Điều 9",
     "Ngày ban hành phải viết đầy đủ \"ngày ... tháng ... năm ...\": \"{}\"",
     "The date of issue is written out: ngày ... tháng ... năm ...", date_figures},
    {"missing-place", Severity::info, Scope::state, "NĐ30 II.4", nd30, "TT01 Điều 9",
     "Thiếu địa danh trước ngày ban hành", "No place stands before the date of issue",
     place_missing},
    {"place-without-comma", Severity::info, Scope::state, "NĐ30 II.4", nd30, "TT01 Điều 9",
     "Sau địa danh có dấu phẩy (,)", "A comma stands behind the place", place_comma},
    {"motto-form", Severity::info, Scope::state, "NĐ30 II.1", nd30, "TT01 Điều 6",
     "Giữa các cụm từ của Tiêu ngữ có gạch nối (-), có cách chữ: \"{}\"",
     "Hyphens with blanks part the phrases of the motto", motto_form},
    {"missing-national-title", Severity::info, Scope::state, "NĐ30 II.1", nd30, "TT01 Điều 6",
     "Không thấy Quốc hiệu và Tiêu ngữ", "The national title and motto are not there",
     national_title_missing},
    {"missing-agency", Severity::info, Scope::state, "NĐ30 II.2", nd30, "TT01 Điều 7",
     "Không thấy tên cơ quan, tổ chức ban hành", "The issuing agency is not there",
     agency_missing},
    {"missing-title", Severity::info, Scope::state, "NĐ30 II.5", nd30, "TT01 Điều 10",
     "Không thấy trích yếu nội dung", "The document does not say what it is about",
     title_missing},
    {"letter-title", Severity::info, Scope::state, "NĐ30 II.5", nd30, "TT01 Điều 10",
     "\"V/v\" chỉ dùng cho công văn", "\"V/v\" opens the subject of letters only",
     title_of_letter},
    {"title-cut", Severity::info, Scope::any, "NĐ30 II.5", "", "",
     "Trích yếu dừng giữa chừng: \"{}\"", "The title stops in the middle of a phrase", title_cut},
    {"addressees-on-plan", Severity::info, Scope::state, "NĐ30 II.9", nd30, "TT01 Điều 14",
     "Kế hoạch không có \"Kính gửi\"", "A plan has no addressees (Kính gửi)", addressees_on_plan},

    // Signature and recipients
    {"missing-signer", Severity::info, Scope::state, "NĐ30 II.7", nd30, "TT01 Điều 12",
     "Không thấy chức vụ hoặc họ tên người ký", "Office or name of the signer are not there",
     signer_missing},
    {"signer-honours", Severity::info, Scope::state, "NĐ30 II.7", nd30, "TT01 Điều 12",
     "Trước họ tên người ký không ghi học hàm, học vị, danh hiệu: \"{}\"",
     "No degree or honour stands before the signer's name", signer_honours},
    {"authority-form", Severity::info, Scope::state, "NĐ30 II.7", nd30, "TT01 Điều 12",
     "Quyền hạn viết tắt là TM., KT., TL., TUQ. hoặc Q.: \"{}\"",
     "Authority is abbreviated TM., KT., TL., TUQ. or Q.", authority_form},
    {"deputy-expected", Severity::info, Scope::state, "NĐ30 II.7", nd30, "TT01 Điều 12",
     "Ký thay (KT.) thì người ký là cấp phó: \"{}\"",
     "Who signs for the head (KT.) is a deputy", deputy_expected},
    {"missing-recipients", Severity::info, Scope::state, "NĐ30 II.9", nd30, "TT01 Điều 14",
     "Không thấy nơi nhận", "The recipients are not there", recipients_missing},
    {"repeated-recipient", Severity::info, Scope::any, "NĐ30 II.9", "", "",
     "Nơi nhận này đã có ở trên: \"{}\"", "A recipient is named twice", recipient_repeated},
    {"archive-form", Severity::info, Scope::state, "NĐ30 II.9", nd30, "TT01 Điều 14",
     "Dòng cuối của nơi nhận ghi \"Lưu: VT, ...\"",
     "The last line of the recipients reads \"Lưu: VT, ...\"", archive_form},

    // Body
    {"missing-end-mark", Severity::info, Scope::state, "NĐ30 Phụ lục III, Mẫu 1.4", nd30, "",
     "Nội dung văn bản không kết thúc bằng \"./.\"", "The text does not end in \"./.\"", end_mark},
    {"point-letters", Severity::info, Scope::state, "NĐ30 II.6", nd30, "TT01 Điều 11",
     "Điểm theo thứ tự bảng chữ cái tiếng Việt (a, b, c, d, đ, e, ...): \"{}\"",
     "Points follow the Vietnamese alphabet (a, b, c, d, đ, e, ...)", point_letters},
    {"marker-form", Severity::info, Scope::state, "NĐ30 Phụ lục I, bảng mẫu chữ, mục 6", nd30,
     "TT01 Điều 11",
     "Đánh số theo dạng \"I.\", \"1.\", \"a)\": \"{}\"",
     "Sections are numbered in the form \"I.\", \"1.\", \"a)\"", marker_form},
    {"appendix-number", Severity::info, Scope::state, "NĐ30 Phụ lục I, III.1", nd30, "",
     "Phụ lục đánh số bằng chữ số La Mã: \"{}\"", "Appendices have Roman numbers",
     appendix_number},
    {"appendix-unmentioned", Severity::info, Scope::state, "NĐ30 Phụ lục I, III.1", nd30, "",
     "Trong văn bản không có chỉ dẫn về phụ lục này", "Nothing in the text refers to the appendix",
     appendix_unmentioned},
    {"ground-punctuation", Severity::info, Scope::state, "NĐ30 II.6", nd30, "",
     "Sau mỗi căn cứ có dấu chấm phẩy (;)", "A ground ends in a semicolon", ground_end},

    // What the text says
    {"incomplete-citation", Severity::info, Scope::state, "NĐ30 II.6", nd30, "TT01 Điều 11",
     "Viện dẫn lần đầu phải ghi thời gian ban hành: \"{}\"",
     "A document that is cited for the first time is cited with its date", citation_incomplete},
    {"later-citation", Severity::warning, Scope::any, "", "", "",
     "Viện dẫn văn bản ban hành sau văn bản này: \"{}\"",
     "A document of a later day is cited", citation_later},
    {"repeated-ground", Severity::info, Scope::any, "", "", "",
     "Căn cứ này đã có ở trên: \"{}\"", "A ground is named twice", ground_repeated},
    {"part-capitals", Severity::info, Scope::state, "NĐ30 Phụ lục II, V.6", nd30, "",
     "Viết hoa Phần, Chương, Mục, Điều; viết thường khoản, điểm: \"{}\"",
     "Phần, Chương, Mục and Điều are capitalised, khoản and điểm are not", part_capitals},
    {"agency-capitals", Severity::info, Scope::state, "NĐ30 Phụ lục II, IV.1", nd30, "",
     "Viết hoa tên cơ quan chưa đúng: \"{}\"",
     "The name of an agency is not capitalised by the norm", agency_capitals},
    {"deadline-before-document", Severity::info, Scope::any, "", "", "",
     "Thời hạn trước ngày ban hành: \"{}\"", "A deadline lies before the date of issue",
     deadline_passed},
    {"reversed-period", Severity::warning, Scope::any, "", "", "",
     "Thời gian kết thúc trước khi bắt đầu: \"{}\"", "A period ends before it begins",
     period_reversed},

    // Found while the document is read and built, where their Vietnamese message is made.
    {"missing-number", Severity::warning, Scope::any, "NĐ30 II.3", "", "", "",
     "The number is left blank"},
    {"missing-date", Severity::warning, Scope::any, "NĐ30 II.4", "", "", "",
     "The date of issue is blank or lacks day, month or year"},
    {"duplicate-label", Severity::warning, Scope::any, "", "", "", "",
     "The number of this section stands above already"},
    {"label-gap", Severity::warning, Scope::any, "", "", "", "",
     "A number is left out before this section"},
    {"symbol-type-mismatch", Severity::warning, Scope::any, "", "", "",  "",
     "The symbol of a cited document is that of another type"},
    {"inconsistent-citation", Severity::warning, Scope::any, "", "", "", "",
     "A document that is cited above is cited in another way here"},
    {"unknown-type", Severity::info, Scope::any, "", "", "", "",
     "The type of the document is not known"},
    {"unread-text", Severity::info, Scope::any, "", "", "", "",
     "This belongs to no known part of the document"},
    {"unrepaired-damage", Severity::warning, Scope::any, "", "", "", "",
     "This is damaged and could not be restored"},
    {"suspect-word", Severity::info, Scope::any, "", "", "", "",
     "Another word is probably meant"},
    {"ill-formed-bytes", Severity::warning, Scope::any, "", "", "", "",
     "Bytes of the file could not be decoded"},
    {"not-text", Severity::error, Scope::any, "", "", "", "", "The file is no text"},
});
// clang-format on

/// How messages with particulars are worded that are made while the document is read and built, in
/// both languages; "{}" stands for the particulars, in the same order.
struct Wording {
  std::string_view code;
  std::string_view vietnamese;
  std::string_view english;
};

// clang-format off
inline constexpr auto wordings = std::to_array<Wording>({
    {"duplicate-label", "Số mục \"{}\" đã có ở trên",
     "The section number \"{}\" stands above already"},
    {"label-gap", "Số mục \"{}\" đứng đầu, thiếu mục ở giữa",
     "\"{}\" stands first: a number is left out before it"},
    {"label-gap", "Số mục \"{}\" đứng ngay sau \"{}\", thiếu mục ở giữa",
     "\"{}\" stands right behind \"{}\": a number is left out between them"},
    {"symbol-type-mismatch", "{} nhưng ký hiệu ghi \"{}\"", "{}, but the symbol reads \"{}\""},
    {"inconsistent-citation", "Cùng một văn bản: ở trên ghi \"{}\", ở đây ghi \"{}\"",
     "One document is cited in two ways: above as \"{}\", here as \"{}\""},
    {"suspect-word", "\"{}\" có lẽ là \"{}\"", "\"{}\" probably means \"{}\""},
    {"ill-formed-bytes", "{} byte không giải mã được ở vị trí {} của tệp",
     "{} bytes at byte {} of the file could not be decoded"},
    {"ill-formed-bytes", "Còn {} chỗ khác ({} byte) không giải mã được",
     "{} more places ({} bytes) could not be decoded"},
    {"not-text", "Tệp không phải là văn bản: {} trong {} byte là NUL hoặc không giải mã được",
     "The file is no text: {} of {} bytes are NUL or could not be decoded"},
});
// clang-format on

}  // namespace vanban::plan::clerk
