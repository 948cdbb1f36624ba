#pragma once

#include <cstddef>
#include <optional>
#include <utility>

namespace vanban::json::test {

template <class T>
inline constexpr bool is_optional = false;
template <class T>
inline constexpr bool is_optional<std::optional<T>> = true;

/// Converts to anything, in unevaluated code. Optionals need a value of their own kind, else their
/// converting constructor makes the conversion ambiguous.
struct AnyValue {
  template <class T>
  requires(!is_optional<T>) operator T() const;  // NOLINT(*-explicit-*)
};
struct AnyOptional {
  template <class T>
  requires is_optional<T>
  operator T() const;  // NOLINT(*-explicit-*)
};

/// How many members an aggregate has: with how many values it can be initialised. A base counts as
/// its first member.
template <class T, class... Given>
constexpr std::size_t member_count() {
  if constexpr (requires { T{std::declval<Given>()..., AnyValue{}}; }) {
    return member_count<T, Given..., AnyValue>();
  } else if constexpr (requires { T{std::declval<Given>()..., AnyOptional{}}; }) {
    return member_count<T, Given..., AnyOptional>();
  } else {
    return sizeof...(Given);
  }
}

}  // namespace vanban::json::test
