#pragma once

#include <string>
#include <utility>
#include <variant>

#if defined(__clang__)
#define VANBAN_LIFETIME_BOUND [[clang::lifetimebound]]
#else
#define VANBAN_LIFETIME_BOUND
#endif

namespace vanban {

/// Why there is no result at all. Damage in a document is never an error: it is repaired or
/// reported in the document's diagnostics.
enum class ErrorCode {
  unreadable,       ///< the file cannot be opened or read
  too_large,        ///< Limits::max_source_bytes is reached
  too_complex,      ///< another limit is reached (nodes, repairs, nesting of JSON)
  bad_json,         ///< not the JSON of a vanban document
  bad_model,        ///< a language model whose bytes do not hold together
  invalid_argument  ///< an option has no such value
};

/// The word for `code` that programs print: "too_large".
[[nodiscard]] const char* to_string(ErrorCode code) noexcept;

/// A failure that says which limit, place or cause. `place` is empty where there is none.
struct Error {
  ErrorCode code = ErrorCode::unreadable;
  std::string detail;  ///< one sentence in English, without the file's name
  std::string place;   ///< "byte 17", "line 3", "/plan/targets/0": where in the input
};

/// A value or an Error, shaped like std::expected (which GCC 12 and clang 14 lack in C++20).
template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}      // NOLINT(*-explicit-*)
  Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}  // NOLINT(*-explicit-*)

  explicit operator bool() const noexcept { return state_.index() == 0; }
  const T& operator*() const& VANBAN_LIFETIME_BOUND { return std::get<0>(state_); }
  T& operator*() & VANBAN_LIFETIME_BOUND { return std::get<0>(state_); }
  T&& operator*() && VANBAN_LIFETIME_BOUND { return std::get<0>(std::move(state_)); }
  const T* operator->() const VANBAN_LIFETIME_BOUND { return &std::get<0>(state_); }
  T* operator->() VANBAN_LIFETIME_BOUND { return &std::get<0>(state_); }
  [[nodiscard]] const Error& error() const VANBAN_LIFETIME_BOUND { return std::get<1>(state_); }

 private:
  std::variant<T, Error> state_;
};

}  // namespace vanban
