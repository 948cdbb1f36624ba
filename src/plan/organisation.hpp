#pragma once

#include <cstddef>
#include <string_view>

namespace vanban::plan {

/// End of the name of the body or office that begins at `begin`: "Ban Thường vụ tỉnh ủy Sơn La",
/// "Sở Văn hóa, Thể thao và Du lịch", "Giám đốc Sở Công Thương". A name is capitals and the small
/// words of names; it ends at punctuation or at a word that goes on with the sentence ("về", "ban
/// hành", "phê duyệt"). `begin` itself where no name stands.
[[nodiscard]] std::size_t organisation_end(std::string_view text, std::size_t begin);

/// A word that names of bodies and offices open with stands at `at`: "Sở", "Chủ tịch", "UBND".
[[nodiscard]] bool opens_organisation(std::string_view text, std::size_t at);

/// Where the name begins that ends at `end`, looked for from `floor` on; npos where what stands
/// there is no name.
[[nodiscard]] std::size_t organisation_begin(std::string_view text, std::size_t floor,
                                             std::size_t end);

}  // namespace vanban::plan
