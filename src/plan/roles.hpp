#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "plan/values/sentences.hpp"
#include "vanban/document.hpp"

/// What a heading names: its roles, from the words at the head of its segments.
namespace vanban::plan {

/// What a heading is, besides its roles.
enum class HeadingKind : std::uint8_t {
  plain,
  actor,  ///< names who acts: "Văn phòng Sở", "Trách nhiệm của Sở Y tế"
  group   ///< divides its section by addressee: "Đối với tập thể"
};

struct RolesFound {
  std::vector<Role> roles;  ///< in the order of the segments, each once
  HeadingKind kind = HeadingKind::plain;
  std::string_view
      rule;  ///< "heading-label", "-actor", "-group", or the phrase of the row that said so
  std::optional<TextRange> actor;  ///< that a heading names, as far as it was looked for
};

/// `title`: as printed, without its marker. No role known: an empty list. `above`: of the nearest
/// heading over it that has roles. `folded` is plan::folded(title).
[[nodiscard]] RolesFound roles_of_heading(std::string_view title, std::string_view folded,
                                          std::span<const Role> above);
[[nodiscard]] RolesFound roles_of_heading(std::string_view title, std::span<const Role> above = {});

/// What has to be done: contents, tasks, solutions.
[[nodiscard]] bool is_to_be_done(Role role);

/// "Tổ chức thực hiện công tác tuyên truyền": puts something into practice that is not the plan.
[[nodiscard]] bool puts_work_into_practice(std::string_view folded);

/// `title` names a matter of the section over it that has no role: "Nhu cầu hỗ trợ" beneath "ĐỐI
/// TƯỢNG, NHU CẦU HỖ TRỢ". Both folded.
[[nodiscard]] bool names_silent_segment(std::string_view title, std::string_view section);

enum class LabelKind : std::uint8_t {
  none,
  role,      ///< "Thời gian: ..."
  lead,      ///< "Cơ quan chủ trì: ..."
  partner,   ///< "Đơn vị phối hợp: ..."
  executor,  ///< "Cơ quan thực hiện: ..."
  other      ///< a known label that names no role: "Lãnh đạo phụ trách: ..."
};

struct LabelFound {
  LabelKind kind = LabelKind::none;
  std::vector<Role> roles;  ///< of LabelKind::role; an executor's label has none
  std::string_view name;    ///< the label without its colon
  std::size_t length = 0;   ///< bytes up to what follows the colon and its blanks
};

/// The label that opens an item's text. It names something only up to a colon a few words away.
/// `folded` is plan::folded(text).
[[nodiscard]] LabelFound label_role(std::string_view text, std::string_view folded);
[[nodiscard]] LabelFound label_role(std::string_view text);

/// A label of an actor that begins inside `text`, at or after `from`: at the start, or behind a
/// mark that ends a clause ("...; Đơn vị phối hợp: ...").
struct ActorLabel {
  LabelKind kind = LabelKind::none;
  std::size_t begin = 0;
  std::size_t value = 0;  ///< where what it labels begins
};
[[nodiscard]] ActorLabel next_actor_label(std::string_view text, std::string_view folded,
                                          std::size_t from);
[[nodiscard]] ActorLabel next_actor_label(std::string_view text, std::size_t from);

}  // namespace vanban::plan
