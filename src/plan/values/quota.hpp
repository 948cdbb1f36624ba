#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "plan/values/sentences.hpp"

/// How many are awarded: "không quá 05 tập thể và 10 cá nhân", "01 giải Nhất, 02 giải Nhì", "tối đa
/// 20%". All look into [begin, end) of a text.
namespace vanban::plan {

[[nodiscard]] std::optional<TextRange> first_quota(std::string_view text, std::size_t begin,
                                                   std::size_t end);
[[nodiscard]] std::optional<TextRange> last_quota(std::string_view text, std::size_t begin,
                                                  std::size_t end);

/// "05 Giấy khen": a number right before the form of award at [form, form_end).
[[nodiscard]] std::optional<TextRange> counted_form(std::string_view text, std::size_t begin,
                                                    std::size_t form, std::size_t form_end);

/// The first end of a clause (";" or a full stop before a blank) in [begin, end), else `end`.
[[nodiscard]] std::size_t clause_end(std::string_view text, std::size_t begin, std::size_t end);
/// Behind the last one, else `begin`.
[[nodiscard]] std::size_t clause_begin(std::string_view text, std::size_t begin, std::size_t end);

}  // namespace vanban::plan
