#include "plan/values/rhythm.hpp"

#include "plan/values/deadline_words.hpp"
#include "tokens/date.hpp"
#include "tokens/fold.hpp"
#include "tokens/number.hpp"

namespace vanban::plan {

using namespace deadlines;  // NOLINT(google-build-using-namespace): its tables
using namespace tokens;     // NOLINT(google-build-using-namespace): this file is made of its steps

std::size_t hour_end(std::string_view text, std::size_t at) {
  if (!is_digit(text, at)) return at;
  std::size_t next = at;
  while (is_digit(text, next)) ++next;
  if (next - at > 2) return at;
  std::size_t unit = match(text, skip_blanks(text, next), "giờ");
  if (unit == npos) {
    if (!has_byte(text, next, 'h') && !has_byte(text, next, 'H')) return at;
    unit = next + 1;
  }
  std::size_t minutes = skip_blanks(text, unit);
  if (is_digit(text, minutes)) {
    std::size_t end = minutes;
    while (is_digit(text, end)) ++end;
    const std::size_t word = match(text, skip_blanks(text, end), "phút");
    unit = word != npos ? word : end;
  }
  for (const std::string_view sign : {"’", "'", "′"}) {
    if (text.substr(unit, sign.size()) == sign) unit += sign.size();
  }
  unit = skip_blanks(text, unit);
  if (has_byte(text, unit, ',')) unit = skip_blanks(text, unit + 1);
  return unit;
}

std::size_t rhythm_behind(std::string_view text, std::size_t at) {
  const std::size_t bracket = has_byte(text, at, '(') ? 1 : 0;
  const auto rhythm = day_rhythms.longest(text, at + bracket);
  return rhythm ? rhythm.end : npos;
}

std::size_t span_end(std::string_view text, std::size_t at, bool hours) {
  const auto count = match_number(text, at);
  if (!count) return npos;
  // "07 (bảy) ngày"
  std::size_t unit = skip_blanks(text, count->end);
  if (has_byte(text, unit, '(')) {
    const std::size_t close = bracket_close(text, unit);
    if (close < text.size()) unit = skip_blanks(text, close + 1);
  }
  for (const std::string_view span : {"ngày làm việc", "ngày", "tháng", "tuần", "giờ"}) {
    const std::size_t end = match(text, unit, span);
    if (end == npos) continue;
    return span != "giờ" || hours ? end : npos;
  }
  return npos;
}

std::size_t rhythm_end(std::string_view text, std::size_t at, bool listed) {
  if (const auto word = each.longest(text, at)) {
    const auto span = spans.longest(text, skip_blanks(text, word.end));
    return span ? span.end : npos;
  }
  if (!listed) return npos;
  if (const auto event = event_rhythms.longest(text, at)) {
    // "cuối học kỳ I"
    const auto number = term_numbers.longest(text, skip_blanks(text, event.end));
    return number ? number.end : event.end;
  }
  if (const auto span = spans.longest(text, at)) {
    // "định kỳ tháng, quý, năm", but not the "năm 2025" of a date.
    return match_date(text, at, DateForms::partial) ? npos : span.end;
  }
  const auto number = match_number(text, at);
  if (!number || !number->plain) return npos;
  const auto span = spans.longest(text, skip_blanks(text, number->end));
  if (!span) return npos;
  // "02 lần/năm" is read elsewhere; "01 năm/lần" is a rhythm.
  const std::size_t once = match(text, span.end, "/lần");
  return once != npos ? once : span.end;
}

std::size_t rhythm_list_end(std::string_view text, std::size_t end, bool listed) {
  while (true) {
    std::size_t next = skip_blanks(text, end);
    if (has_byte(text, next, ',')) {
      next = skip_blanks(text, next + 1);
    } else if (const std::size_t word = match(text, next, "và"); word != npos) {
      next = skip_blanks(text, word);
    } else if (const std::size_t either = match(text, next, "hoặc"); either != npos) {
      next = skip_blanks(text, either);
    } else {
      return end;
    }
    const std::size_t more = rhythm_end(text, next, listed);
    if (more == npos) return end;
    end = more;
  }
}

}  // namespace vanban::plan
