#include "plan/citations/law_name.hpp"

#include <algorithm>
#include <span>

#include "plan/citations/document_types.hpp"
#include "plan/citations/law_names.hpp"
#include "tokens/date.hpp"
#include "tokens/fold.hpp"
#include "tokens/phrases.hpp"
#include "tokens/symbol.hpp"

namespace vanban::plan {
namespace {

using namespace tokens;  // NOLINT(google-build-using-namespace): this file is made of its steps

struct LawType {
  std::string_view phrase;
  std::string_view name;
};

// clang-format off
constexpr PhraseTable law_types(std::to_array<LawType>({
    {"luật", "Luật"}, {"bộ luật", "Bộ luật"}, {"pháp lệnh", "Pháp lệnh"},
    {"hiến pháp", "Hiến pháp"},
}));

constexpr PhraseTable law_names(law_name_rows);

// "Luật" is no law behind these: "pháp luật", "Đại học Luật".
constexpr PhraseTable no_law_before(std::to_array<Phrase>({
    {"pháp"}, {"kỷ"}, {"kỉ"}, {"quy"}, {"qui"}, {"khoa"}, {"ngành"}, {"đại học"}, {"cử nhân"},
    {"bộ"}, {"thiết quân"}, {"quân"}, {"trung"}, {"cao học"}, {"thạc sĩ"}, {"tiến sĩ"}, {"hội"},
    {"chuyên ngành"}, {"trường"},
}));

constexpr PhraseTable amending(std::to_array<Phrase>({
    {"sửa đổi, bổ sung một số điều của"}, {"sửa đổi, bổ sung một số điều"},
    {"sửa đổi, bổ sung"}, {"sửa đổi một số điều của"}, {"sửa đổi bổ sung một số điều của"},
    {"sửa đổi, bổ sung điều"}, {"sửa đổi"}, {"sửa đổi bổ sung"}, {"bổ sung một số điều của"},
    {"sửa đổi, bổ sung một số điều của các"}, {"sửa đổi, bổ sung các"},
}));

// Where a name that is in no table ends.
constexpr PhraseTable name_stops(std::to_array<Phrase>({
    {"về"}, {"được"}, {"đã"}, {"ngày"}, {"năm"}, {"có"}, {"theo"}, {"trong"}, {"tại"}, {"trên"},
    {"là"}, {"để"}, {"cho"}, {"quy định"}, {"này"}, {"khi"}, {"của"}, {"nhằm"}, {"với"}, {"từ"},
    {"đối với"}, {"hiện hành"}, {"sửa đổi"}, {"tới"}, {"đến"}, {"do"}, {"sẽ"}, {"hoặc"},
    {"nêu trên"}, {"bảo đảm"}, {"đảm bảo"}, {"triển khai"}, {"thực hiện"}, {"hướng dẫn"},
    {"và các"}, {"và văn bản"}, {"và những"}, {"và nghị định"}, {"và luật"}, {"và thông tư"},
    {"và bộ luật"}, {"và quy định"}, {"và pháp luật"}, {"và kế hoạch"}, {"và nghị quyết"},
    {"không"}, {"phải"}, {"các"}, {"thì"}, {"mà"}, {"như"}, {"cũng"}, {"gồm"}, {"mới"},
    {"và xem xét"}, {"và triển khai"}, {"và tổ chức"}, {"và hướng dẫn"}, {"xem xét"},
    {"liên quan"}, {"góp phần"}, {"kịp thời"}, {"trước"}, {"sau"}, {"gắn với"}, {"bằng"},
}));
// clang-format on

constexpr int most_words = 16;

bool number_follows(std::string_view text, std::size_t at) {
  const std::size_t word = match(text, at, "số");
  return word != npos && is_digit(text, skip_blanks(text, word));
}

/// End of a name that no table has: it must begin with a capital. `at` where none stands.
std::size_t free_name(std::string_view text, std::size_t at) {
  if (!is_capital(text, at)) return at;
  std::size_t end = at;
  for (int words = 0; words < most_words; ++words) {
    if (letter_at(text, at) == 0 || number_follows(text, at)) break;
    if (words > 0 && (name_stops.longest(text, at) || law_types.longest(text, at))) break;
    const std::size_t word = word_end(text, at);
    if (match(text, at, "và") != npos) {
      // "Đo đạc và bản đồ" goes on; "và UBND" does not.
      const std::size_t next = skip_blanks(text, word);
      if (is_capital(text, next) && is_capital(text, step_back(text, word_end(text, next)))) break;
      at = next;
      continue;
    }
    end = word;
    at = skip_blanks(text, word);
    if (at == word) break;
  }
  return end;
}

/// "Luật Quy hoạch", "Luật Đất đai số 31/2024/QH15" in the list of an amending law; npos where none
/// stands.
std::size_t listed_law(std::string_view text, std::size_t at) {
  const auto type = law_types.longest(text, at);
  if (!type) return npos;
  const std::size_t name = skip_blanks(text, type.end);
  const auto known = law_names.longest(text, name);
  const std::size_t end = known ? known.end : free_name(text, name);
  return end == name ? npos : end;
}

/// End of "số 31/2024/QH15" behind a law; `at` where none stands.
std::size_t own_number(std::string_view text, std::size_t at) {
  const std::size_t word = match(text, skip_blanks(text, at), "số");
  if (word == npos) return at;
  const auto symbol = match_symbol(text, skip_blanks(text, word), SymbolBlanks::inside);
  return symbol && symbol->has_group ? symbol->end : at;
}

/// The laws behind "sửa đổi, bổ sung một số điều của", as many as are listed. Where one has its
/// number and the list goes on, the numbers are part of the name; a last one alone is the amending
/// law's own.
std::size_t amended_laws(std::string_view text, std::size_t at) {
  std::size_t end = npos;
  bool numbered = false;
  while (true) {
    const std::size_t law = listed_law(text, at);
    if (law == npos) return end;
    end = law;
    const std::size_t number = own_number(text, end);
    if (number != end) {
      std::size_t behind = skip_blanks(text, number);
      const std::size_t both = match(text, behind, "và");
      behind = skip_blanks(text, both != npos ? both : behind + 1);
      const bool goes_on = (both != npos || has_byte(text, skip_blanks(text, number), ',')) &&
                           listed_law(text, behind) != npos;
      numbered = numbered || goes_on;
      if (numbered) end = number;
    }
    std::size_t next = skip_blanks(text, end);
    if (has_byte(text, next, ',')) {
      next = skip_blanks(text, next + 1);
    } else if (const std::size_t both = match(text, next, "và"); both != npos) {
      next = skip_blanks(text, both);
    } else {
      return end;
    }
    at = next;
  }
}

/// "11 luật về quân sự, quốc phòng ngày ..." behind "sửa đổi, bổ sung một số điều của": what they
/// are about up to the date or the number of the law, up to the first comma where it has none; npos
/// where no laws are counted.
std::size_t counted_laws(std::string_view text, std::size_t at) {
  constexpr std::size_t longest = 160;  // bytes
  std::size_t next = at;
  while (is_digit(text, next)) ++next;
  if (next == at) return npos;
  next = match(text, skip_blanks(text, next), "luật");
  if (next == npos) return npos;
  constexpr std::string_view matters[] = {"về", "có liên quan đến", "liên quan đến",
                                          "trong lĩnh vực"};
  const std::size_t matter = skip_blanks(text, next);
  const bool told = std::ranges::any_of(matters, [text, matter](std::string_view words) {
    return match(text, matter, words) != npos;
  });
  if (!told) return next;
  const std::string_view rest = text.substr(0, std::min(text.size(), next + longest));
  const auto first_of = [rest, next](std::span<const std::string_view> words) {
    std::size_t first = npos;
    for (const std::string_view word : words) first = std::min(first, rest.find(word, next));
    return first;
  };
  // Predicates, and other documents.
  constexpr std::string_view ends[] = {";",      ".",     "(",    " đã ",   " được ", " có hiệu ",
                                       " theo ", " của ", " để ", " nhằm ", " tại "};
  constexpr std::string_view dates[] = {" ngày "};
  constexpr std::string_view commas[] = {","};
  std::size_t end = first_of(ends);
  constexpr std::string_view both = " và ";
  for (std::size_t join = rest.find(both, next); join < end; join = rest.find(both, join + 1)) {
    const std::size_t other = join + both.size();
    if (is_capital(text, other) && match_type(text, other)) end = join;
  }
  std::size_t number = rest.find(" số ", next);
  while (number != npos && !is_digit(rest, number + std::string_view(" số ").size())) {
    number = rest.find(" số ", number + 1);  // "chuyển đổi số quốc gia"
  }
  const std::size_t date = std::min(first_of(dates), number);
  if (date < end) return skip_blanks_back(text, date);
  const std::size_t stop = std::min({end, first_of(commas), text.size()});
  // Too long for a name.
  return stop > rest.size() || (stop == text.size() && rest.size() < text.size())
             ? next
             : skip_blanks_back(text, stop);
}

/// Behind "(sửa đổi)" at the end of a name, where the day, the year or the number follows.
std::size_t amended_end(std::string_view text, std::size_t end) {
  constexpr PhraseTable marks(std::to_array<Phrase>(
      {{"sửa đổi"}, {"sửa đổi, bổ sung"}, {"sửa đổi, bổ sung một số điều"}, {"hợp nhất"}}));
  constexpr PhraseTable dates(std::to_array<Phrase>({{"ngày"}, {"năm"}, {"số"}}));
  const std::size_t open = skip_blanks(text, end);
  if (open >= text.size() || text[open] != '(') return end;
  const auto mark = marks.longest(text, open + 1);
  if (!mark || mark.end >= text.size() || text[mark.end] != ')') return end;
  return dates.longest(text, skip_blanks(text, mark.end + 1)) ? mark.end + 1 : end;
}

}  // namespace

std::optional<LawMatch> match_law(std::string_view text, std::size_t at) {
  const auto type = law_types.longest(text, at);
  if (!type) return std::nullopt;
  const bool capital = is_capital(text, at);
  const std::size_t before = skip_blanks_back(text, at);
  if (before > 0 && no_law_before.longest_before(text, before)) return std::nullopt;
  const std::size_t name = skip_blanks(text, type.end);
  if (const auto amends = amending.longest(text, name)) {
    std::size_t end = amended_laws(text, skip_blanks(text, amends.end));
    if (end == npos) end = counted_laws(text, skip_blanks(text, amends.end));
    if (end != npos) return LawMatch{type.row->name, end, true};
  }
  if (const auto known = law_names.longest(text, name)) {
    return LawMatch{type.row->name, amended_end(text, known.end), true};
  }
  const std::size_t end = capital ? free_name(text, name) : name;
  // "Luật SƯ", "LUẬT ..." in a heading: a name is more than capitals alone.
  if (end == name) return LawMatch{type.row->name, type.end, false};
  return LawMatch{type.row->name, amended_end(text, end), true};
}

}  // namespace vanban::plan
