#include "plan/values/quota.hpp"

#include <array>

#include "tokens/date.hpp"
#include "tokens/fold.hpp"
#include "tokens/number.hpp"
#include "tokens/phrases.hpp"

namespace vanban::plan {
namespace {

using namespace tokens;  // NOLINT(google-build-using-namespace): this file is made of its steps

// clang-format off
// Who or what is awarded.
constexpr PhraseTable awarded(std::to_array<Phrase>({
    {"tập thể"}, {"cá nhân"}, {"tập thể, cá nhân"}, {"giải"}, {"giải nhất"}, {"giải nhì"},
    {"giải ba"}, {"giải khuyến khích"}, {"giải đặc biệt"}, {"giải phụ"}, {"giải a"}, {"giải b"},
    {"giải c"}, {"giải tập thể"}, {"giải cá nhân"}, {"suất"}, {"đơn vị"}, {"trường hợp"},
    {"người"}, {"gia đình"}, {"hộ gia đình"}, {"hộ"}, {"tác phẩm"}, {"công trình"}, {"đồng chí"},
    {"học sinh"}, {"sinh viên"}, {"giáo viên"}, {"nhà giáo"}, {"đoàn viên"}, {"đảng viên"},
    {"cán bộ"}, {"công chức"}, {"viên chức"}, {"công nhân"}, {"tổ chức"}, {"xã"}, {"phường"},
    {"thôn"}, {"doanh nghiệp"}, {"lớp"}, {"trường"}, {"đội"}, {"chi đoàn"}, {"chi bộ"},
    {"chi hội"}, {"bài dự thi"}, {"sáng kiến"}, {"mô hình"}, {"cơ quan"}, {"hội viên"},
}));

constexpr PhraseTable caps(std::to_array<Phrase>({
    {"không quá"}, {"tối đa"}, {"tối đa không quá"}, {"tối đa là"}, {"nhiều nhất"},
    {"không vượt quá"}, {"ít nhất"}, {"tối thiểu"}, {"khoảng"}, {"không vượt"},
}));

// Before a number it is what the awarded must have, not how many they are.
constexpr PhraseTable conditions(std::to_array<Phrase>({
    {"có"}, {"đạt"}, {"trên"}, {"từ"}, {"hoàn thành"}, {"dưới"}, {"hơn"}, {"giúp"}, {"khóa"},
    {"lần"}, {"số"}, {"điều"}, {"khoản"}, {"thứ"},
}));

// Before a share without a cap.
constexpr PhraseTable shares(std::to_array<Phrase>({{"tỷ lệ"}, {"tỉ lệ"}, {"bằng"}}));
// clang-format on

/// End of "05 tập thể", "10% cá nhân" at `at`; npos where none stands. `bare`: a share of nothing
/// named will do.
std::size_t counted_end(std::string_view text, std::size_t at) {
  const auto number = match_number(text, at);
  if (!number || match_date(text, at)) return npos;
  std::size_t end = number->end;
  const std::size_t percent = skip_blanks(text, end);
  if (has_byte(text, percent, '%')) {
    const auto of = awarded.longest(text, skip_blanks(text, percent + 1));
    return of ? of.end : percent + 1;
  }
  if (!number->plain) return npos;
  const std::size_t next = skip_blanks(text, end);
  if (next == end) return npos;
  const auto thing = awarded.longest(text, next);
  return thing ? thing.end : npos;
}

/// Where the list goes on behind a counted thing that ends at `end`, npos where it does not.
std::size_t list_goes_on(std::string_view text, std::size_t end) {
  const std::size_t next = skip_blanks(text, end);
  if (has_byte(text, next, ',')) {
    const std::size_t more = skip_blanks(text, next + 1);
    const std::size_t both = match(text, more, "và");
    return both != npos ? skip_blanks(text, both) : more;
  }
  for (const std::string_view word : {"và", "hoặc"}) {
    if (const std::size_t both = match(text, next, word); both != npos) {
      return skip_blanks(text, both);
    }
  }
  return npos;
}

/// The quota whose first number stands at `at`; nothing where it is none.
std::optional<TextRange> quota_at(std::string_view text, std::size_t at, std::size_t floor,
                                  std::size_t limit) {
  std::size_t end = counted_end(text, at);
  if (end == npos || end > limit) return std::nullopt;
  std::size_t begin = at;
  const std::size_t before = skip_blanks_back(text, at);
  const auto cap = before > floor ? caps.longest_before(text, before) : decltype(caps)::Match{};
  if (cap && cap.end >= floor) begin = cap.end;
  const std::size_t ahead = skip_blanks_back(text, begin);
  if (ahead > 0 && conditions.longest_before(text, ahead)) return std::nullopt;
  const bool share = text.substr(at, end - at).find('%') != std::string_view::npos;
  const bool said = begin != at || (ahead > 0 && shares.longest_before(text, ahead));
  if (share && !said) return std::nullopt;
  while (true) {
    std::size_t more = list_goes_on(text, end);
    if (more == npos) break;
    if (const auto again = caps.longest(text, more)) more = skip_blanks(text, again.end);
    const std::size_t more_end = is_digit(text, more) ? counted_end(text, more) : npos;
    if (more_end == npos || more_end > limit) break;
    end = more_end;
  }
  return TextRange{begin, end};
}

}  // namespace

std::optional<TextRange> first_quota(std::string_view text, std::size_t begin, std::size_t end) {
  for (std::size_t at = next_word(text, begin); at < end;
       at = next_word(text, word_end(text, at))) {
    if (!is_digit(text, at)) continue;
    if (const auto quota = quota_at(text, at, begin, end)) return quota;
  }
  return std::nullopt;
}

std::optional<TextRange> last_quota(std::string_view text, std::size_t begin, std::size_t end) {
  std::optional<TextRange> last;
  for (std::size_t at = next_word(text, begin); at < end;) {
    const auto quota =
        is_digit(text, at) ? quota_at(text, at, begin, end) : std::optional<TextRange>();
    if (quota) last = quota;
    at = next_word(text, quota ? quota->end : word_end(text, at));
  }
  return last;
}

std::optional<TextRange> counted_form(std::string_view text, std::size_t begin, std::size_t form,
                                      std::size_t form_end) {
  const std::size_t end = skip_blanks_back(text, form);
  if (end == form || end <= begin) return std::nullopt;
  std::size_t at = word_begin(text, end);
  if (at < begin || !is_digit(text, at) || end - at > 3) return std::nullopt;
  const auto number = match_number(text, at);
  if (!number || !number->plain || number->end != end) return std::nullopt;
  const std::size_t ahead = skip_blanks_back(text, at);
  if (ahead > 0 && conditions.longest_before(text, ahead)) return std::nullopt;
  if (ahead > 0) {
    const auto cap = caps.longest_before(text, ahead);
    if (cap && cap.end >= begin) at = cap.end;
  }
  return TextRange{at, form_end};
}

std::size_t clause_end(std::string_view text, std::size_t begin, std::size_t end) {
  for (std::size_t at = begin; at < end; ++at) {
    const bool stop = text[at] == '.' && (at + 1 >= end || blank_at(text, at + 1) != 0);
    if (stop || text[at] == ';') return at;
  }
  return end;
}

std::size_t clause_begin(std::string_view text, std::size_t begin, std::size_t end) {
  for (std::size_t at = end; at > begin; --at) {
    const bool stop = text[at - 1] == '.' && at < end && blank_at(text, at) != 0;
    if (stop || text[at - 1] == ';') return at;
  }
  return begin;
}

}  // namespace vanban::plan
