#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace vanban::plan {

/// Where the parts begin that stand before a citation at `begin`: "điểm a khoản 2 Điều 5 (của)",
/// "Mẫu số 07 ban hành kèm theo"; looked for from `floor` on, npos where none stand there.
[[nodiscard]] std::size_t part_before(std::string_view text, std::size_t floor, std::size_t begin);

/// The parts that begin at `at`, as printed.
[[nodiscard]] std::string part_text(std::string_view text, std::size_t at);

/// Parts behind a citation that ends at `end`: "..., tại khoản 2 Điều 5", "(Điều 5)". None where a
/// document follows that they are of.
[[nodiscard]] std::optional<std::string> part_behind(std::string_view text, std::size_t end);

}  // namespace vanban::plan
