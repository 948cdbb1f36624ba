#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "base/words.hpp"
#include "json/model.hpp"

/// Walks over a document along the same description as the writer, so that no field is forgotten.
namespace vanban::json::test {

/// Calls `visit` for each span of a value.
template <class Visit>
class Spans {
 public:
  explicit Spans(Visit visit) : visit_(visit) {}
  void walk(SourceSpan& span) { visit_(span); }
  void walk(FieldPlace& place) { walk(place.spans); }
  template <class T>
  void walk(std::vector<T>& list) {
    for (T& one : list) walk(one);
  }
  template <class T>
  void walk(std::optional<T>& maybe) {
    if (maybe) walk(*maybe);
  }
  template <class T>
  void walk(T& value) {
    if constexpr (Described<T>) {
      for_each_field<T>([&](const auto& row) {
        if constexpr (requires { row.member; }) walk(value.*row.member);
      });
    }
  }

 private:
  Visit visit_;
};

/// Calls `visit` for each string of a value but what the source says: `Repair::before`.
template <class Visit>
class Strings {
 public:
  explicit Strings(Visit visit) : visit_(visit) {}
  void walk(const std::string& text) { visit_(text); }
  void walk(const Repair& repair) { visit_(repair.after); }
  template <class T>
  void walk(const std::vector<T>& list) {
    for (const T& one : list) walk(one);
  }
  template <class T>
  void walk(const std::optional<T>& maybe) {
    if (maybe) walk(*maybe);
  }
  template <class T>
  void walk(const T& value) {
    if constexpr (Described<T>) {
      for_each_field<T>([&](const auto& row) {
        if constexpr (requires { row.member; }) walk(value.*row.member);
      });
    }
  }

 private:
  Visit visit_;
};

/// How many of the optional fields and lists a document fills.
enum class Filling : unsigned char { everything, nothing, at_random };

/// Fills every field of a document with a value that no other field has, where its type allows.
class Filler {
 public:
  /// `bounds`: the places in the source text where a span may begin or end, in order.
  Filler(Filling filling, std::vector<std::uint32_t> bounds, unsigned seed = 1)
      : filling_(filling), bounds_(std::move(bounds)), random_(seed) {}

  void fill(std::string& text) {
    static constexpr auto samples =
        std::to_array<std::string_view>({"Trồng cây", "\"trích\" \\ dẫn/", "dòng\n\t\r\f\b",
                                         std::string_view("\0\x1f\x7f", 3), "😀 \u2028 Đ", "<&>"});
    const std::string_view sample = samples[random_() % samples.size()];
    text = std::string(sample) + " " + std::to_string(++counter_);
  }
  void fill(bool& flag) { flag = (++counter_ % 2) == 0; }
  void fill(std::uint32_t& number) {
    number = 4294967295U - static_cast<std::uint32_t>(++counter_);
  }
  void fill(std::uint64_t& number) { number = 18446744073709551615U - ++counter_; }
  void fill(double& number) {
    static constexpr auto samples =
        std::to_array<double>({42.8, 100, 0, 5e12, 0.1, 1e-7, 1e300, 2.5e-310, -3.25, 1.0 / 3});
    number = samples[++counter_ % samples.size()];
  }
  void fill(SourceSpan& span) {
    const std::size_t begin = random_() % bounds_.size();
    const std::size_t end = begin + random_() % (bounds_.size() - begin);
    span = {bounds_[begin], bounds_[end]};
  }
  void fill(OffsetUnit&) {}  // the unit of the document's spans is no content
  template <class Enum>
  requires std::is_enum_v<Enum>
  void fill(Enum& one) { one = static_cast<Enum>(++counter_ % Words<Enum>::list.size()); }
  void fill(FieldPlaces& places) {
    places.clear();
    for (std::size_t i = 0; i < length(); ++i) {
      FieldPlace place{"agency/~name." + std::to_string(++counter_), {}, i % 2 == 1};
      place.spans.resize(place.is_list ? random_() % 3 : 1);
      for (SourceSpan& span : place.spans) fill(span);
      places.push_back(place);
    }
  }
  void fill(std::vector<Node>& nodes) {
    nodes.clear();
    if (++depth_ <= 4) fill_list(nodes);
    --depth_;
  }
  template <class T>
  void fill(std::vector<T>& list) {
    list.clear();
    fill_list(list);
  }
  template <class T>
  void fill(std::optional<T>& maybe) {
    maybe.reset();
    if (length() > 0) fill(maybe.emplace());
  }
  template <Described T>
  void fill(T& object) {
    for_each_field<T>([&](const auto& row) {
      if constexpr (requires { row.member; }) fill(object.*row.member);
    });
  }

 private:
  std::size_t length() {
    if (filling_ == Filling::everything) return 2;
    return filling_ == Filling::nothing ? 0 : random_() % 3;
  }
  template <class T>
  void fill_list(std::vector<T>& list) {
    list.resize(length());
    for (T& one : list) fill(one);
  }

  Filling filling_;
  std::vector<std::uint32_t> bounds_;
  std::mt19937 random_;
  std::uint64_t counter_ = 0;
  std::size_t depth_ = 0;
};

}  // namespace vanban::json::test
