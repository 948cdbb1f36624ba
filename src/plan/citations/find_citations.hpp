#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "tokens/words.hpp"
#include "vanban/document.hpp"

namespace vanban::plan {

/// A reference to a document with a number, a date or a law's name.
struct CitationMatch {
  std::string_view type;              ///< "Quyết định"; a string of the tables
  std::optional<std::string> number;  ///< "57-NQ/TW", without blanks
  std::optional<std::string> date;    ///< ISO 8601
  std::optional<std::string> issuer;  ///< as printed, also where it stands before
  std::optional<std::string> part;    ///< "khoản 2 Điều 5", before or behind; not in the text
  std::size_t begin = 0;              ///< from the type to the end of the issuer or date
  std::size_t end = 0;
  std::size_t name_begin = 0;  ///< of a law, behind its type: "Đất đai"
  std::size_t name_end = 0;
  bool is_standard = false;  ///< "TCVN 14423:2025": the number is the name
  /// It heads a segment of a paragraph that opens as a ground does (Căn cứ, Thực hiện, Theo): in
  /// the preamble it is a `basis`. A document inside the name of another never is.
  bool ground = false;

  [[nodiscard]] std::string_view text_of(std::string_view text) const {
    return text.substr(begin, end - begin);
  }
};

/// The citations of a text, in order. None are "Kế hoạch này", resolutions known by their congress,
/// programmes, projects known by a bare number ("Đề án 06"), "pháp luật về ...", "Mẫu số 07".
[[nodiscard]] std::vector<CitationMatch> find_citations(const tokens::WordedText& text);
[[nodiscard]] std::vector<CitationMatch> find_citations(std::string_view text);

/// One document cited in two ways: another symbol or another date.
struct InconsistentPair {
  std::size_t first = 0;   ///< index of the earlier citation
  std::size_t second = 0;  ///< of the later one, where the remark belongs
  friend bool operator==(const InconsistentPair&, const InconsistentPair&) = default;
};

/// Pairs of citations that must mean one document but differ: same type, ordinal and date with
/// another symbol; same type and number with dates that cannot both be right. Each later citation
/// appears once. Two names of one issuer are no such pair.
[[nodiscard]] std::vector<InconsistentPair> find_inconsistent(std::span<const Citation> citations);

}  // namespace vanban::plan
