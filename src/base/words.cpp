#include "base/words.hpp"

namespace vanban {

const char* to_string(ErrorCode code) noexcept {
  switch (code) {
    case ErrorCode::unreadable: return "unreadable";
    case ErrorCode::too_large: return "too_large";
    case ErrorCode::too_complex: return "too_complex";
    case ErrorCode::bad_json: return "bad_json";
    case ErrorCode::bad_model: return "bad_model";
    case ErrorCode::invalid_argument: return "invalid_argument";
  }
  return "";
}

std::string_view to_string(RepairKind kind) noexcept {
  return word(kind);
}
std::string_view to_string(NodeKind kind) noexcept {
  return word(kind);
}
std::string_view to_string(Role role) noexcept {
  return word(role);
}
std::string_view to_string(TokenKind kind) noexcept {
  return word(kind);
}

}  // namespace vanban
