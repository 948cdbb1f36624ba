#pragma once

#include <string>
#include <string_view>

namespace vanban::repair_stage {

/// A word in lower case that has a rime which no syllable has, as it must be ("đuợc": "được");
/// empty where its rime is none of those that tell.
[[nodiscard]] std::string rime_as_meant(std::string_view lower);

}  // namespace vanban::repair_stage
