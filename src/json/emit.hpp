#pragma once

#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/words.hpp"
#include "json/model.hpp"
#include "json/offsets.hpp"
#include "json/rapidjson.hpp"

namespace vanban::json {

/// Walks a value along its description and tells a RapidJSON writer (Writer or PrettyWriter).
/// Nodes nest at most Limits::max_depth deep, and with them the calls here.
template <class Writer>
class Emitter {
 public:
  Emitter(Writer& out, const SpanConverter& convert, OffsetUnit unit)
      : out_(out), convert_(convert), unit_(unit) {}

  template <Described T>
  void value(const T& object) {
    out_.StartObject();
    for_each_field<T>([&](const auto& row) { member(object, row); });
    out_.EndObject();
  }

  template <class T>
  void value(const std::vector<T>& list) {
    const OneLine one_line(out_, is_short<T>);
    out_.StartArray();
    one_line.begin();
    for (const T& one : list) value(one);
    out_.EndArray();
  }

  template <class T>
  void value(const std::optional<T>& maybe) {
    if (maybe) {
      value(*maybe);
    } else {
      out_.Null();
    }
  }

  void value(SourceSpan span) {
    const SourceSpan converted = convert_(span);
    const OneLine one_line(out_, true);
    out_.StartArray();
    one_line.begin();
    out_.Uint(converted.begin);
    out_.Uint(converted.end);
    out_.EndArray();
  }

  void value(const FieldPlaces& places) {
    out_.StartObject();
    for (const FieldPlace& place : places) {
      key(place.field);
      if (place.is_list || place.spans.size() != 1) {
        value(place.spans);
      } else {
        value(place.spans.front());
      }
    }
    out_.EndObject();
  }

  template <class Enum>
  requires std::is_enum_v<Enum>
  void value(Enum one) { value(word(one)); }
  void value(OffsetUnit) { value(word(unit_)); }  // what is written, not what the document had

  void value(const std::string& text) { value(std::string_view(text)); }
  void value(std::string_view text) {
    out_.String(text.data(), static_cast<rapidjson::SizeType>(text.size()));
  }
  void value(bool flag) { out_.Bool(flag); }
  void value(std::uint32_t number) { out_.Uint(number); }
  void value(std::uint64_t number) { out_.Uint64(number); }

  /// The shortest decimal that reads back: 42.8, 100 without ".0". RapidJSON's own is not always
  /// the shortest and always has a point. JSON has no word for what is not a finite number.
  void value(double number) {
    if (!std::isfinite(number)) {
      out_.Null();
      return;
    }
    const double size = std::abs(number);
    const bool is_plain = size == 0 || (size >= 1e-6 && size < 1e21);
    const double positive_zero = number == 0 ? 0 : number;
    std::array<char, 64> digits;  // at most 21 digits before the point, or 23 after it
    const auto end = is_plain ? std::to_chars(digits.data(), digits.data() + digits.size(),
                                              positive_zero, std::chars_format::fixed)
                              : std::to_chars(digits.data(), digits.data() + digits.size(), number,
                                              std::chars_format::scientific);
    out_.RawValue(digits.data(), static_cast<std::size_t>(end.ptr - digits.data()),
                  rapidjson::kNumberType);
  }

 private:
  /// In pretty output spans and lists of words stand on one line: four lines a span would bury
  /// the rest. The list itself is placed by its parent's rule, so the switch comes after `[`.
  class OneLine {
   public:
    OneLine(Writer& out, bool wanted) : out_(out), wanted_(wanted) {}
    OneLine(const OneLine&) = delete;
    OneLine& operator=(const OneLine&) = delete;
    void begin() const { set(wanted_); }
    ~OneLine() { set(false); }

   private:
    void set([[maybe_unused]] bool on) const {
      if constexpr (requires { out_.SetFormatOptions(rapidjson::kFormatDefault); }) {
        out_.SetFormatOptions(on ? rapidjson::kFormatSingleLineArray : rapidjson::kFormatDefault);
      }
    }
    Writer& out_;
    bool wanted_;
  };

  template <class T>
  static constexpr bool is_short = std::is_enum_v<T>;

  template <class Owner>
  void member(const Owner&, const Constant& row) {
    key(row.name);
    value(row.value);
  }
  template <class Owner, class Base, class T>
  void member(const Owner& object, const Field<Base, T>& row) {
    const T& one = object.*row.member;
    if (row.presence == Presence::if_filled && !is_filled(one)) return;
    key(row.name);
    value(one);
  }

  template <class T>
  static bool is_filled(const std::vector<T>& list) {
    return !list.empty();
  }
  template <class T>
  static bool is_filled(const std::optional<T>& maybe) {
    return maybe.has_value();
  }
  template <class T>
  static bool is_filled(const T&) {
    return true;
  }

  void key(std::string_view name) {
    out_.Key(name.data(), static_cast<rapidjson::SizeType>(name.size()));
  }

  Writer& out_;
  const SpanConverter& convert_;
  OffsetUnit unit_;
};

/// Writes `value` to `sink` as JSON of its own: one line, or indented by two blanks.
template <class Sink, class T>
void emit_to(Sink& sink, const T& value, const SpanConverter& convert, OffsetUnit unit,
             bool pretty) {
  const auto write = [&](auto& writer) { Emitter(writer, convert, unit).value(value); };
  if (pretty) {
    PrettyWriter<Sink> writer(sink);
    writer.SetIndent(' ', 2);
    write(writer);
  } else {
    LineWriter<Sink> writer(sink);
    write(writer);
  }
  sink.Flush();
}

/// The same as a string.
template <class T>
[[nodiscard]] std::string emit(const T& value, const SpanConverter& convert, OffsetUnit unit,
                               bool pretty) {
  StringSink sink;
  emit_to(sink, value, convert, unit, pretty);
  return std::move(sink).take();
}

}  // namespace vanban::json
