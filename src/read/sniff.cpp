#include "read/sniff.hpp"

#include <algorithm>

#include "read/characters.hpp"
#include "read/html.hpp"
#include "read/signs_in_words.hpp"

namespace vanban::read {
namespace {

constexpr auto npos = std::string_view::npos;

/// One accident must not make a document Markdown, and a long OCR text has more accidents.
constexpr unsigned least_score = 2;
constexpr std::size_t lines_per_point = 300;
constexpr std::size_t sample_size = std::size_t{1} << 20U;
/// A paragraph of text without blank lines is looked at in parts; emphasis is not longer either.
constexpr std::size_t longest_paragraph = 4096;
/// Signs within words that make a text one of which signs mean nothing.
constexpr std::size_t fewest_signs = 16;
constexpr std::size_t blanks_for_a_sign = 6;

std::string_view trim(std::string_view text) {
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
  return text;
}

bool is_space(char c) {
  return is_blank(c) || c == '\n';
}

/// Calls `see(line)` for every line, without blanks at its ends.
template <class See>
std::size_t count_lines_that(std::string_view paragraph, See see) {
  std::size_t found = 0;
  while (!paragraph.empty()) {
    const std::size_t end = std::min(paragraph.find('\n'), paragraph.size());
    if (see(trim(paragraph.substr(0, end)))) ++found;
    paragraph.remove_prefix(std::min(end + 1, paragraph.size()));
  }
  return found;
}

/// Calls `see(at)` at every place of `sign`.
template <class See>
std::size_t count_places(std::string_view paragraph, std::string_view sign, See see) {
  std::size_t found = 0;
  for (std::size_t at = paragraph.find(sign); at != npos; at = paragraph.find(sign, at + 1)) {
    if (see(at)) ++found;
  }
  return found;
}

std::size_t headings(std::string_view paragraph) {
  return count_lines_that(paragraph, [](std::string_view line) {
    const std::size_t hashes = std::min(line.find_first_not_of('#'), line.size());
    return hashes >= 1 && hashes <= 6 && hashes + 1 < line.size() && is_blank(line[hashes]);
  });
}

/// Pairs of runs of exactly `length` stars: the first before a word, the second after one.
std::size_t star_pairs(std::string_view paragraph, std::size_t length) {
  std::size_t pairs = 0;
  bool open = false;
  for (std::size_t at = paragraph.find('*'); at != npos;) {
    const std::size_t end = std::min(paragraph.find_first_not_of('*', at), paragraph.size());
    const char before = at > 0 ? paragraph[at - 1] : '\n';
    const char after = end < paragraph.size() ? paragraph[end] : '\n';
    const bool sign = before == '(' && after == ')';
    if (end - at == length && !sign) {
      // The closing stars of "**1. Mục đích: **Nâng cao" stand after a blank: tools often do that.
      const bool may_open = !is_word_byte(before) && !is_space(after) && after != ')';
      const bool may_close = !is_space(before) || (length == 2 && !is_space(after));
      if (open && may_close) {
        ++pairs;
        open = false;
      } else if (may_open) {
        open = true;
      }
    }
    at = paragraph.find('*', end);
  }
  return pairs;
}

std::size_t strong(std::string_view paragraph) {
  return star_pairs(paragraph, 2);
}
std::size_t emphasis(std::string_view paragraph) {
  return star_pairs(paragraph, 1);
}

std::size_t links(std::string_view paragraph) {
  return count_places(paragraph, "](", [paragraph](std::size_t at) {
    const std::string_view target = paragraph.substr(at + 2, 8);
    return target.starts_with("http") || target.starts_with('#') || target.starts_with('/') ||
           target.starts_with("mailto:") || target.starts_with("./") || target.starts_with(')');
  });
}

std::size_t images(std::string_view paragraph) {
  return count_places(paragraph, "![", [](std::size_t) { return true; });
}

std::size_t autolinks(std::string_view paragraph) {
  return count_places(paragraph, "<http", [](std::size_t) { return true; });
}

std::size_t delimiter_rows(std::string_view paragraph) {
  return count_lines_that(paragraph, [](std::string_view line) {
    return line.find("--") != npos && line.find('|') != npos &&
           line.find_first_not_of("|-: \t") == npos;
  });
}

std::size_t table_rows(std::string_view paragraph) {
  return count_lines_that(paragraph, [](std::string_view line) {
    return line.size() > 4 && line.starts_with('|') && line.ends_with('|') &&
           std::ranges::count(line, '|') >= 3 && line.find_first_not_of("|-: \t") != npos;
  });
}

std::size_t fences(std::string_view paragraph) {
  return count_lines_that(paragraph, [](std::string_view line) { return line.starts_with("```"); });
}

std::size_t escapes(std::string_view paragraph) {
  constexpr std::string_view escaped = "*_-.#+()[]";
  return count_places(paragraph, "\\", [=](std::size_t at) {
    const bool stands_free = at == 0 || is_space(paragraph[at - 1]) || is_digit(paragraph[at - 1]);
    return stands_free && at + 1 < paragraph.size() && escaped.find(paragraph[at + 1]) != npos;
  });
}

std::size_t tags(std::string_view paragraph) {
  return count_places(paragraph, "<", [=](std::size_t at) {
    const std::string_view rest = paragraph.substr(at);
    return rest.starts_with("<!--") || find_tag(rest).length > 0;
  });
}

// clang-format off
constexpr auto evidence = std::to_array<MarkdownEvidence>({
    {"heading", 2, "## I. MỤC ĐÍCH, YÊU CẦU", headings},
    {"strong", 2, "**1. Mục đích: **Nâng cao", strong},
    {"emphasis", 1, "giấy khen (*theo Mẫu số 07*);", emphasis, true},
    {"link", 2, "[Cổng thông tin](https://example.gov.vn)", links},
    {"image", 2, "![](_page_0_Picture_1.jpeg)", images},
    {"autolink", 1, "tại địa chỉ <http://example.gov.vn>", autolinks},
    {"delimiter row", 3, "|---|:---:|", delimiter_rows},
    {"table row", 1, "| STT | Nội dung | Đơn vị |", table_rows},
    {"fence", 2, "```markdown", fences},
    {"escape", 1, "1\\. Mục đích", escapes, true},
    {"tag", 1, "KT. GIÁM ĐỐC<br>PHÓ GIÁM ĐỐC", tags},
});
// clang-format on

/// Whether a mark of Markdown may stand in `paragraph`: asked of every byte without a branch, which
/// compilers turn into vector code.
bool may_hold_marks(std::string_view paragraph) {
  constexpr std::size_t block = 256;
  for (std::size_t at = 0; at < paragraph.size(); at += block) {
    const std::string_view part = paragraph.substr(at, block);
    unsigned char found = 0;
    for (const char c : part) {
      const auto is = [c](char mark) { return static_cast<unsigned char>(c == mark); };
      // A sum, of which compilers do not make a look-up in a bit set.
      const int marks =
          is('#') + is('*') + is('[') + is('!') + is('<') + is('|') + is('`') + is('\\');
      found = static_cast<unsigned char>(found | marks);
    }
    if (found != 0) return true;
  }
  return false;
}

/// Lines up to a blank line; what is left of `text` is after it.
std::string_view take_paragraph(std::string_view& text) {
  std::size_t end = 0;
  while (end < text.size() && end < longest_paragraph) {
    const std::size_t line_end = std::min(text.find('\n', end), text.size());
    const bool blank = trim(text.substr(end, line_end - end)).empty();
    end = std::min(line_end + 1, text.size());
    if (blank) break;
  }
  const std::string_view paragraph = text.substr(0, end);
  text.remove_prefix(end);
  return paragraph;
}

}  // namespace

std::span<const MarkdownEvidence> markdown_evidence() {
  return evidence;
}

Format sniff_format(std::string_view text) {
  text = text.substr(0, sample_size);
  const std::string_view sample = text;
  std::size_t score = 0;
  std::size_t of_signs = 0;
  std::size_t lines = 0;
  while (!text.empty()) {
    const std::string_view paragraph = take_paragraph(text);
    lines += static_cast<std::size_t>(std::ranges::count(paragraph, '\n'));
    if (!may_hold_marks(paragraph)) continue;
    for (const MarkdownEvidence& row : evidence) {
      const std::size_t found = row.weight * row.count(paragraph);
      score += found;
      if (row.of_signs) of_signs += found;
    }
  }
  const std::size_t needed = std::max<std::size_t>(least_score, lines / lines_per_point);
  if (score < needed) return Format::text;
  if (score - of_signs >= needed) return Format::markdown;
  // "h<ng *c !*": letters of a font without a map.
  const bool is_coded = count_signs_in_words(sample).are_at_least(fewest_signs, blanks_for_a_sign);
  return is_coded ? Format::text : Format::markdown;
}

}  // namespace vanban::read
