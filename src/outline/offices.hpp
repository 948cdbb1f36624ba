#pragma once

#include <cstddef>
#include <span>
#include <string_view>

#include "outline/lines.hpp"

/// Who signs, and how a signature block looks line by line. `placed`: the text in lower case with
/// today's tone places.
namespace vanban::outline {

/// A row of a signature block: "KT. GIÁM ĐỐC", "PHÓ CHỦ TỊCH".
[[nodiscard]] bool is_office_line(std::string_view printed, std::string_view placed);

/// "TM.": the line was broken behind the abbreviation, and for whom somebody signs stands beneath.
[[nodiscard]] bool is_bare_authority(std::string_view printed, std::string_view placed);

/// Bytes of the offices in capitals before the name of who signs on the same line: "CHỦ TỊCH Đinh
/// Văn Tám", also around a mark of the signature; 0 where the line is nothing of that kind.
[[nodiscard]] std::size_t office_before_name(std::string_view printed, std::string_view placed);

/// Bytes of the abbreviation at the start of `placed` that says on whose behalf a paper is signed,
/// with its point: "tm.", "kt.", "t/m"; 0 where none stands.
[[nodiscard]] std::size_t authority_prefix(std::string_view placed);

/// "P. HIỆU TRƯỞNG": the office of a deputy, abbreviated; no item of a list.
[[nodiscard]] bool is_abbreviated_deputy(std::string_view placed);

/// "Đại diện" alone: whom it stands for is on the next line.
[[nodiscard]] bool is_office_of_next_line(std::string_view placed);

/// "BỘ TRƯỞNG BỘ GIÁO DỤC VÀ": an office in capitals whose name goes on in the next line.
[[nodiscard]] bool is_open_office(std::string_view placed);

/// "LÂM ĐỒNG": a place, and a line that reads like a name.
[[nodiscard]] bool is_place_like_name(std::string_view placed);

/// Where the title of an office begins that ends `placed` ("... chủ tịch"), or npos.
[[nodiscard]] std::size_t office_at_end(std::string_view placed);

/// Bytes of the honours before a name: "TS. ", "Đại tá ", "PGS.TS. ".
[[nodiscard]] std::size_t honours_length(std::string_view printed, std::string_view placed);

/// `printed` reads like the full name of a person, in either letter case of names: two to six
/// syllables that begin with capitals, no figures and no punctuation.
[[nodiscard]] bool is_person_name(std::string_view printed, std::string_view placed);

/// A stamp or a mark in the place of the written signature: "(Đã ký)", "Ký bởi: ...".
[[nodiscard]] bool is_signing_mark(std::string_view lower);

}  // namespace vanban::outline
