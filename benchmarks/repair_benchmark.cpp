#include <algorithm>
#include <array>
#include <functional>
#include <map>
#include <sstream>
#include <string>
#include <string_view>

#include <unicode/normalizer2.h>

#include "inputs.hpp"
#include "language/letter_numbers.hpp"
#include "language/letters.hpp"
#include "read/source_text.hpp"
#include "repair/code_points.hpp"
#include "repair/encodings/encodings.hpp"
#include "repair/font_map/skeletons.hpp"
#include "repair/passes.hpp"
#include "vanban/repair.hpp"

namespace vanban::bench {
namespace {

void repair_sound(benchmark::State& state) {
  const std::string text = long_text(plans().sound, usual_size);
  const auto check = repair(text);
  if (!check || check->text != text || !check->repairs.empty()) {
    return state.SkipWithError("sound text was changed");
  }
  for (auto _ : state) benchmark::DoNotOptimize(repair(text));
  set_bytes(state, text.size());
}
BENCHMARK(repair_sound)->Name("repair/sound")->Unit(benchmark::kMillisecond);

/// The sound plans, each by itself: nothing comes again, so that every name is looked at.
void repair_sound_files(benchmark::State& state) {
  std::size_t bytes = 0;
  for (const Plan& plan : plans().sound) {
    const auto check = repair(plan.text);
    if (!check || check->text != plan.text) return state.SkipWithError("sound text was changed");
    bytes += plan.text.size();
  }
  for (auto _ : state) {
    for (const Plan& plan : plans().sound) benchmark::DoNotOptimize(repair(plan.text));
  }
  set_bytes(state, bytes);
}
BENCHMARK(repair_sound_files)->Name("repair/sound_files")->Unit(benchmark::kMillisecond);

/// Each pass that needs no model, on sound text: mostly the search for nothing.
void repair_plain_passes(benchmark::State& state) {
  const std::string text = long_text(plans().sound, usual_size);
  const auto run = [&] {
    return repair_stage::run_passes(text, repair_stage::plain_passes(), RepairOptions{});
  };
  const auto check = run();
  if (!check || check->text != text) return state.SkipWithError("sound text was changed");
  for (auto _ : state) benchmark::DoNotOptimize(run());
  set_bytes(state, text.size());
}
BENCHMARK(repair_plain_passes)->Name("repair/sound_plain_passes")->Unit(benchmark::kMillisecond);

void repair_damaged(benchmark::State& state) {
  const auto bytes = static_cast<std::size_t>(state.range(0)) * megabyte;
  const Plan& plan = most_damaged();
  const std::string text = long_text({plan}, bytes);
  const std::size_t copies = text.size() / plan.text.size();
  const auto check = repair(text);
  if (!check || check->repairs.size() * 10 < copies * plan.repairs * 9) {
    return state.SkipWithError("too few repairs");
  }
  for (auto _ : state) benchmark::DoNotOptimize(repair(text));
  set_bytes(state, text.size());
  state.counters["repairs/s"] = benchmark::Counter(static_cast<double>(check->repairs.size()),
                                                   benchmark::Counter::kIsIterationInvariantRate);
}
BENCHMARK(repair_damaged)
    ->Name("repair/damaged")
    ->Arg(1)
    ->ArgName("MB")
    ->Unit(benchmark::kMillisecond);
BENCHMARK(repair_damaged)->Name("doubling/repair_damaged")->Apply(doubling);

/// Lists whose markers lost their letters, too: each bracket at the start of a line asks what
/// stands before it.
void repair_brackets(benchmark::State& state) {
  constexpr std::string_view damaged =
      "a) Gi bo co kt quả về Ủy ban nhn dân xã.\n) Tổng hp s liệu ca các thn trên đa bàn.\n"
      "c) Hưng dẫn cc hộ ủ rc, trng cây xnh.\n) Kim tra vic thc hiện k hoạch.\n";
  std::string text;
  const std::size_t size = static_cast<std::size_t>(state.range(0)) * megabyte;
  while (text.size() < size) text += damaged;
  const auto check = repair(text);
  if (!check || check->text.find("\nb) Tổng hợp số liệu") == std::string::npos ||
      check->text.find("\n)") != std::string::npos) {
    return state.SkipWithError("markers were not put back");
  }
  for (auto _ : state) benchmark::DoNotOptimize(repair(text));
  set_bytes(state, text.size());
}
BENCHMARK(repair_brackets)->Name("doubling/repair_brackets")->Apply(doubling);

/// A PDF whose lines were joined at a hyphen, which is gone: each long line is searched for its
/// place.
void repair_joined_lines(benchmark::State& state) {
  constexpr std::string_view page =
      "Căn cứ Kế hoạch số 12/KH-UBND ngày 01 tháng 02 năm 2031 của Ủy ban nhân dân xã,\n"
      "các đơn vị tổ chức thực hiện nhiệm vụ được giao theo quy định của pháp luật, báo\n"
      "cáo kết quả trong giai đoạn của kế hoạch với cơ quan cấp trên theo quy định\n"
      "các đơn vị tổ chức thực hiện nhiệm vụ được giao theo quy định của pháp luật về công tác lưu "
      "trữ\n";
  constexpr std::string_view joined =
      "của các đơn vị thực hiện theo Kế hoạch của Ủy ban nhân dân xã số 113/KHUBND ngày 02 tháng\n";
  std::string text(joined);
  const std::size_t size = static_cast<std::size_t>(state.range(0)) * megabyte;
  while (text.size() < size) text += page;
  const auto check = repair(text);
  if (!check || check->repairs.size() != 1 ||
      check->text.find("113/KH-UBND") == std::string::npos) {
    return state.SkipWithError("the hyphen was not put back");
  }
  for (auto _ : state) benchmark::DoNotOptimize(repair(text));
  set_bytes(state, text.size());
}
BENCHMARK(repair_joined_lines)->Name("doubling/repair_joined_lines")->Apply(doubling);

/// The damaged plans, each by itself.
void repair_damaged_files(benchmark::State& state) {
  std::size_t bytes = 0;
  for (const Plan& plan : plans().damaged) {
    const auto check = repair(plan.text);
    if (!check || check->repairs.size() * 10 < plan.repairs * 9) {
      return state.SkipWithError("too few repairs");
    }
    bytes += plan.text.size();
  }
  for (auto _ : state) {
    for (const Plan& plan : plans().damaged) benchmark::DoNotOptimize(repair(plan.text));
  }
  set_bytes(state, bytes);
}
BENCHMARK(repair_damaged_files)->Name("repair/damaged_files")->Unit(benchmark::kMillisecond);

/// `text` as it is typed without any marks.
std::string without_marks(std::string_view text) {
  constexpr char to_capital = 'A' - 'a';
  std::string bare;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = language::letter_length(text.data() + at, text.data() + text.size());
    const std::string_view letter = text.substr(at, std::max<std::size_t>(length, 1));
    at += letter.size();
    std::array<char, 4> folded{};
    if (length > 1) language::fold_letter(letter.data(), length, folded.data());
    const std::string_view small(folded.data(), letter.size());
    const char base = length > 1 ? language::bare_letter(language::letter_index(small)) : '\0';
    if (base == '\0') {
      bare += letter;
    } else {
      bare += small == letter ? base : static_cast<char>(base + to_capital);
    }
  }
  return bare;
}

/// How many of a hundred words of `made` are those of `right`, blank by blank.
std::size_t percent_right(std::string_view made, std::string_view right) {
  std::size_t words = 0;
  std::size_t same = 0;
  std::istringstream of_made{std::string(made)};
  std::istringstream of_right{std::string(right)};
  std::string one;
  for (std::string other; of_right >> other && of_made >> one; ++words) same += one == other;
  return words == 0 ? 0 : 100 * same / words;
}

/// The sound plans without any marks, each by itself: nearly every word is searched for.
void repair_unaccented_files(benchmark::State& state) {
  constexpr std::size_t least_right = 90;
  std::vector<std::string> bare;
  std::size_t bytes = 0;
  for (const Plan& plan : plans().sound) {
    bytes += bare.emplace_back(without_marks(plan.text)).size();
    const auto check = repair(bare.back());
    if (!check || percent_right(check->text, plan.text) < least_right) {
      return state.SkipWithError("too few words are right");
    }
  }
  for (auto _ : state) {
    for (const std::string& text : bare) benchmark::DoNotOptimize(repair(text));
  }
  set_bytes(state, bytes);
}
BENCHMARK(repair_unaccented_files)->Name("repair/unaccented_files")->Unit(benchmark::kMillisecond);

/// `text` as a font shows it that numbered its marked letters in an order of its own.
std::string in_any_order(std::string_view text) {
  std::map<char32_t, char32_t> codes;
  std::string coded;
  for (std::size_t at = 0; at < text.size();) {
    const auto point = repair_stage::code_point_at(text, at);
    at += point.length;
    char32_t value = point.value;
    if (repair_stage::font_map::letter_of(value) != repair_stage::font_map::no_letter) {
      // 61 and 209 have no factor in common: no two letters get one code.
      const auto next = static_cast<char32_t>(codes.size() * 61 % 209);
      value = codes.try_emplace(value, U'\u00AE' + next).first->second;
    }
    repair_stage::append_code_point(coded, value);
  }
  return coded;
}

void repair_any_order(benchmark::State& state) {
  const auto bytes = static_cast<std::size_t>(state.range(0)) * megabyte;
  const std::string sound = long_text(plans().sound, bytes);
  const std::string text = in_any_order(sound);
  const auto edits = repair_stage::find_any_orders(text);
  if (repair_stage::apply_edits(text, edits).text != sound) {
    return state.SkipWithError("not the text that was coded");
  }
  for (auto _ : state) benchmark::DoNotOptimize(repair_stage::find_any_orders(text));
  set_bytes(state, text.size());
}
BENCHMARK(repair_any_order)
    ->Name("repair/any_order")
    ->Arg(1)
    ->ArgName("MB")
    ->Unit(benchmark::kMillisecond);

using repair_stage::append_code_point;
using repair_stage::code_point_at;
using repair_stage::CodePoint;
using repair_stage::encodings::Encoding;

/// `text` with a hyphen for each sign that the old encodings may not have.
std::string with_plain_signs(std::string_view text) {
  std::string plain;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    const bool letter =
        repair_stage::font_map::letter_of(point.value) != repair_stage::font_map::no_letter;
    if (point.value < 0x80 || letter) {
      plain += text.substr(at, point.length);
    } else {
      plain.push_back('-');
    }
    at += point.length;
  }
  return plain;
}

/// The bytes of `text` in an encoding of one or two bytes a letter. A capital that has no code of
/// its own is written as the small letter.
template <Encoding Which>
std::string in_encoding(std::string_view text) {
  std::map<std::string, std::string, std::less<>> codes;
  for (const auto& row : repair_stage::encodings::code_table()) {
    if (row.encoding != Which) continue;
    std::string letter;
    append_code_point(letter, row.letter);
    std::string code(1, static_cast<char>(row.first));
    if (row.second != 0) code.push_back(static_cast<char>(row.second));
    codes.try_emplace(letter, code);
  }
  std::string coded;
  for (std::size_t at = 0; at < text.size();) {
    const std::string_view letter = text.substr(at, code_point_at(text, at).length);
    auto code = codes.find(letter);
    if (code == codes.end() && letter.size() > 1) code = codes.find(language::fold(letter));
    coded += code != codes.end() ? std::string_view(code->second) : letter;
    at += letter.size();
  }
  return coded;
}

/// Each byte of `bytes` as windows-1252 shows it.
std::string shown(std::string_view bytes) {
  std::array<char32_t, 256> points{};
  for (char32_t byte = 0; byte < points.size(); ++byte) points[byte] = byte;
  for (char32_t point = 0x100; point < 0x2200; ++point) {
    const int byte = repair_stage::encodings::legacy_byte(point);
    if (byte >= 0x80 && byte < 0xA0) points[static_cast<std::size_t>(byte)] = point;
  }
  std::string text;
  for (const char c : bytes) append_code_point(text, points[static_cast<unsigned char>(c)]);
  return text;
}

template <Encoding Which>
std::string stored_as_utf8(std::string_view text) {
  return shown(in_encoding<Which>(text));
}

/// RFC 1456: marks as signs behind their letter, a backslash before such a sign as itself.
std::string in_viqr(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  std::string parts;
  icu::StringByteSink sink(&parts);
  const icu::StringPiece piece(text.data(), static_cast<int32_t>(text.size()));
  icu::Normalizer2::getNFDInstance(status)->normalizeUTF8(0, piece, sink, nullptr, status);
  const std::map<char32_t, std::string_view> signs{
      {0x302, "^"}, {0x306, "("}, {0x31B, "+"}, {0x301, "'"},  {0x300, "`"},
      {0x309, "?"}, {0x303, "~"}, {0x323, "."}, {0x111, "dd"}, {0x110, "DD"}};
  const std::map<char32_t, int> order{{0x302, 0}, {0x306, 0}, {0x31B, 0}};
  std::string coded;
  std::string tone;  // goes behind the sign of the letter's shape
  bool vowel = false;
  for (std::size_t at = 0; at < parts.size();) {
    const CodePoint point = code_point_at(parts, at);
    at += point.length;
    const auto sign = signs.find(point.value);
    const bool mark = point.value >= 0x300 && point.value < 0x370;
    if (mark && sign != signs.end()) {
      (order.contains(point.value) ? coded : tone) += sign->second;
      continue;
    }
    coded += tone;
    const bool marked = !tone.empty();
    tone.clear();
    const bool is_sign =
        point.value < 0x80 &&
        std::string_view("'`?~.^(+").find(static_cast<char>(point.value)) != std::string_view::npos;
    if (is_sign && (vowel || marked)) coded.push_back('\\');
    vowel = point.value < 0x80 &&
            std::string_view("aeiouyAEIOUY").find(static_cast<char>(point.value)) !=
                std::string_view::npos;
    if (sign != signs.end()) {
      coded += sign->second;
    } else {
      append_code_point(coded, point.value);
    }
  }
  return coded + tone;
}

/// The share of lines that are as they were, but for the case of letters: some encodings have no
/// capitals of their own.
bool is_decoded(std::string_view found, std::string_view sound) {
  std::size_t lines = 0;
  std::size_t same = 0;
  while (!sound.empty()) {
    const std::string_view one = sound.substr(0, sound.find('\n'));
    const std::string_view other = found.substr(0, found.find('\n'));
    ++lines;
    if (language::fold(one) == language::fold(other)) ++same;
    sound.remove_prefix(std::min(one.size() + 1, sound.size()));
    found.remove_prefix(std::min(other.size() + 1, found.size()));
  }
  return same * 100 >= lines * 97;
}

/// From the bytes of the file to decoded text with its map and repairs: all but the walk with the
/// language model. Megabytes of source text.
void decode_legacy(benchmark::State& state, std::string (*store)(std::string_view)) {
  const std::string sound = with_plain_signs(long_text(plans().sound, usual_size));
  const std::string file = store(sound);
  const auto run = [&] {
    auto source = read::read(file, {});
    return repair_stage::run_passes(source->content(), repair_stage::passes_before_lattice(), {});
  };
  const auto check = run();
  if (!check || !is_decoded(check->text, sound)) return state.SkipWithError("not decoded");
  for (auto _ : state) benchmark::DoNotOptimize(run());
  set_bytes(state, read::read(file, {})->content().size());
  state.counters["decoded/s"] = benchmark::Counter(static_cast<double>(check->text.size()),
                                                   benchmark::Counter::kIsIterationInvariantRate,
                                                   benchmark::Counter::kIs1000);
}
BENCHMARK_CAPTURE(decode_legacy, tcvn3, in_encoding<Encoding::tcvn3>)->Name("legacy/tcvn3");
BENCHMARK_CAPTURE(decode_legacy, vni, in_encoding<Encoding::vni_win>)->Name("legacy/vni");
BENCHMARK_CAPTURE(decode_legacy, viscii, in_encoding<Encoding::viscii>)->Name("legacy/viscii");
BENCHMARK_CAPTURE(decode_legacy, vps, in_encoding<Encoding::vps>)->Name("legacy/vps");
BENCHMARK_CAPTURE(decode_legacy, cp1258, in_encoding<Encoding::cp1258>)->Name("legacy/cp1258");
BENCHMARK_CAPTURE(decode_legacy, bkhcm2, in_encoding<Encoding::bkhcm2>)->Name("legacy/bkhcm2");
BENCHMARK_CAPTURE(decode_legacy, viqr, in_viqr)->Name("legacy/viqr");
BENCHMARK_CAPTURE(decode_legacy, tcvn3_stored, stored_as_utf8<Encoding::tcvn3>)
    ->Name("legacy/tcvn3_stored");
BENCHMARK_CAPTURE(decode_legacy, vni_stored, stored_as_utf8<Encoding::vni_win>)
    ->Name("legacy/vni_stored");
BENCHMARK_CAPTURE(decode_legacy, mojibake, shown)->Name("legacy/mojibake");

}  // namespace
}  // namespace vanban::bench
