// Which list an item belongs to is told by the heading over it, or by the label that opens it; only
// the first level beneath the heading counts, what hangs deeper belongs to its parent's entry.
#include "plan/entries.hpp"

#include <algorithm>
#include <charconv>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "outline/characters.hpp"
#include "plan/actors.hpp"
#include "plan/confidence.hpp"
#include "plan/folded.hpp"
#include "plan/values/award.hpp"
#include "plan/values/deadline.hpp"
#include "plan/values/funding.hpp"
#include "plan/values/period.hpp"
#include "plan/values/quantity.hpp"
#include "plan/values/trend.hpp"

namespace vanban::plan {
namespace {

using outline::EndMark;
using outline::TreeNode;

struct Phrase {
  std::string_view folded;
  std::string_view example;
};

// clang-format off
/// Under "MỤC ĐÍCH, YÊU CẦU" undivided, items that say how it shall be done are requirements.
constexpr Phrase requirement_openers[] = {
    {"bảo đảm", "Bảo đảm đúng tiến độ ..."}, {"đảm bảo", "Đảm bảo an toàn, tiết kiệm ..."},
    {"quá trình", "Quá trình triển khai ..."},
    {"các hoạt động", "Các hoạt động phù hợp với ..."},
    {"nội dung", "Nội dung, hình thức thiết thực ..."},
    {"gắn ", "Gắn trách nhiệm của người đứng đầu ..."},
    {"phân công", "Phân công rõ người, rõ việc ..."},
    {"thực hiện nghiêm", "Thực hiện nghiêm chế độ báo cáo ..."},
    {"yêu cầu", "Yêu cầu các đơn vị ..."},
    {"các đơn vị", "Các đơn vị chủ động ..."}, {"các cơ quan", "Các cơ quan, địa phương ..."},
    {"không ", "Không phô trương, hình thức."}, {"tránh ", "Tránh lãng phí."},
    {"người đứng đầu", "Người đứng đầu chịu trách nhiệm ..."},
};
/// So are those that name what is done, but where they say what for.
constexpr Phrase act_openers[] = {
    {"tổ chức", "Tổ chức thi đua sâu rộng, thiết thực ..."}, {"việc ", "Việc tổ chức phải ..."},
    {"triển khai", "Triển khai đồng bộ, đúng tiến độ ..."},
    {"công tác", "Công tác chuẩn bị chu đáo ..."}, {"huy động", "Huy động sự tham gia ..."},
};
constexpr Phrase act_aims[] = {
    {" nhằm ", "Việc tiếp công dân nhằm nắm chắc tình hình."},
    {" để ", "Tổ chức hội nghị để lập danh sách."},
};
/// Before "để" they say what must not happen.
constexpr Phrase before_no_aims[] = {
    {" không", "Triển khai đồng bộ, không để sót hộ dân."},
    {" tránh", "Tổ chức chu đáo, tránh để lãng phí."},
};
constexpr Phrase requirement_duties[] = {{" phải ", "Các hoạt động phải thiết thực."}};
constexpr Phrase requirement_parts[] = {
    {" đảm bảo thiết thực", "Hội nghị tổ chức đảm bảo thiết thực."},
    {" bảo đảm thiết thực", "Hội nghị tổ chức bảo đảm thiết thực."},
    {"thiết thực, hiệu quả, tiết kiệm", "Hội thi diễn ra thiết thực, hiệu quả, tiết kiệm."},
    {"thiết thực, tiết kiệm", "Lễ phát động thiết thực, tiết kiệm."},
    {"trang trọng, tiết kiệm", "Lễ kỷ niệm trang trọng, tiết kiệm."},
    {"an toàn, tiết kiệm", "Hội thao diễn ra an toàn, tiết kiệm."},
    {"tránh hình thức", "Chuẩn bị chu đáo, tránh hình thức."},
    {"tránh phô trương", "Chuẩn bị chu đáo, tránh phô trương."},
};

/// What a purpose opens with, however it goes on to say how.
constexpr Phrase purpose_openers[] = {
    {"nâng cao", "Nâng cao ý thức thực hành tiết kiệm ..."}, {"nhằm ", "Nhằm giáo dục ..."},
    {"giáo dục", "Giáo dục đoàn viên sống an toàn ..."}, {"tạo ", "Tạo sân chơi lành mạnh ..."},
    {"phát huy", "Phát huy truyền thống ..."}, {"góp phần", "Góp phần xây dựng ..."},
    {"đẩy mạnh", "Đẩy mạnh phong trào ..."}, {"tăng cường", "Tăng cường tình đoàn kết ..."},
    {"khơi dậy", "Khơi dậy ý thức ..."}, {"động viên", "Động viên cán bộ ..."},
    {"tôn vinh", "Tôn vinh các điển hình ..."}, {"biểu dương", "Biểu dương các tập thể ..."},
    {"củng cố", "Củng cố tổ chức hội ..."}, {"khuyến khích", "Khuyến khích người dân ..."},
    {"giúp ", "Giúp học sinh rèn luyện ..."}, {"hình thành", "Hình thành nếp sống ..."},
    {"từng bước", "Từng bước thay đổi ..."}, {"tuyên truyền", "Tuyên truyền nếp sống ..."},
    {"là dịp", "Là dịp để đoàn viên ..."}, {"thông qua", "Thông qua hội thi, ..."},
};

/// What names a table right above it.
constexpr Phrase captions[] = {
    {"bảng ", "Bảng tổng hợp kinh phí"}, {"biểu ", "Biểu chi tiết"},
    {"danh sách", "Danh sách đội tuyển"}, {"danh mục", "Danh mục công trình"},
    {"lịch ", "Lịch thi đấu"},
};

/// Somewhere in a paragraph in brackets that says where more stands.
constexpr Phrase reference_parts[] = {
    {"(ban hành", "(Ban hành kèm theo Quyết định ...)"},
    {"(số liệu", "(Số liệu đến ngày 30/6/2026)"}, {"(đơn vị tính", "(Đơn vị tính: triệu đồng)"},
    {"phụ lục", "(Chi tiết tại Phụ lục I)"}, {"gửi kèm", "(Danh sách gửi kèm)"},
    {"đính kèm", "(Biểu mẫu đính kèm)"}, {"kèm theo kế hoạch", "(Mẫu kèm theo Kế hoạch này)"},
    {"kèm theo công văn", "(Mẫu kèm theo Công văn này)"}, {"kèm theo)", "(Bảng kèm theo)"},
    {"kèm theo quyết định", "(Biểu kèm theo Quyết định ...)"},
    {"kèm theo văn bản", "(Biểu kèm theo văn bản này)"}, {"chi tiết tại", "(Chi tiết tại biểu 1)"},
    {"chi tiết theo", "(Nội dung chi tiết theo biểu 1)"}, {"chi tiết xem", "(Chi tiết xem biểu)"},
    {"chi tiết có", "(Chi tiết có hướng dẫn sau)"}, {"(chi tiết", "(Chi tiết: biểu 2)"},
    {"chương trình riêng", "(Có chương trình riêng)"}, {"kế hoạch riêng", "(Có kế hoạch riêng)"},
    {"hướng dẫn riêng", "(Có hướng dẫn riêng)"}, {"thể lệ riêng", "(Có thể lệ riêng)"},
    {"văn bản riêng", "(Có văn bản riêng)"}, {"dự toán riêng", "(Có dự toán riêng)"},
    {"thông báo riêng", "(Có thông báo riêng)"}, {"quy định riêng", "(Có quy định riêng)"},
};
/// The same of whatever "có" opens.
constexpr Phrase apart_parts[] = {
    {" riêng)", "(Có lịch riêng)"}, {" riêng.)", "(Có lịch thi riêng.)"},
    {" riêng của ", "(Có đề án riêng của xã)"}, {" riêng cho ", "(Có lịch riêng cho từng cụm)"},
};

/// Beneath a heading of aims they say where things stand.
constexpr Phrase situation_openers[] = {
    {"hiện nay", "Hiện nay, toàn tỉnh có 180 trạm ..."}, {"hiện tại", "Hiện tại, tỷ lệ ..."},
    {"đến nay", "Đến nay, đã có 12 xã ..."}, {"tính đến", "Tính đến nay, ..."},
    {"theo thống kê", "Theo thống kê, ..."}, {"trong những năm qua", "Trong những năm qua, ..."},
    {"thời gian qua", "Thời gian qua, ..."}, {"những năm qua", "Những năm qua, ..."},
};

/// What stands first among them tells whether a subject is a body or a person.
constexpr Phrase collective_words[] = {
    {"tập thể", "Tập thể: Các phòng ..."},
    {"các phòng", "Các phòng, đơn vị"},
    {"phòng", "Phòng Y tế"},
    {"các đơn vị", "Các đơn vị"}, {"đơn vị", "Đơn vị sự nghiệp"}, {"các cơ quan", "Các cơ quan"},
    {"cơ quan", "Cơ quan, đơn vị"}, {"các tổ chức", "Các tổ chức"}, {"tổ chức", "Tổ chức tín dụng"},
    {"các trường", "Các trường"}, {"trường", "Trường mầm non"}, {"các sở", "Các sở, ban, ngành"},
    {"sở", "Sở Y tế"}, {"ủy ban", "Ủy ban nhân dân xã"}, {"ubnd", "UBND các xã"},
    {"các xã", "Các xã, phường"}, {"các doanh nghiệp", "Các doanh nghiệp"},
    {"doanh nghiệp", "Doanh nghiệp"}, {"hợp tác xã", "Hợp tác xã"}, {"các hộ", "Các hộ gia đình"},
    {"hộ ", "Hộ gia đình"}, {"các cơ sở", "Các cơ sở giáo dục"}, {"cơ sở", "Cơ sở y tế"},
    {"các thôn", "Các thôn, bản"}, {"các chi đoàn", "Các chi đoàn"}, {"các lớp", "Các lớp"},
    {"các ban", "Các ban"},
    {"các địa phương", "Các địa phương"},
    {"các công đoàn", "Các công đoàn"},
    {"công đoàn", "Công đoàn cơ sở"},
    {"các cấp", "Các cấp bộ đoàn"},
    {"các chi hội", "Các chi hội"}, {"các chi", "Các chi, đảng bộ"}, {"chi bộ", "Chi bộ"},
    {"chi đoàn", "Chi đoàn"}, {"chi hội", "Chi hội"}, {"đảng bộ", "Đảng bộ"},
    {"khu dân cư", "Khu dân cư"}, {"tổ dân phố", "Tổ dân phố"}, {"các tổ", "Các tổ dân phố"},
    {"thôn", "Thôn, bản"}, {"các hợp tác", "Các hợp tác xã"}, {"lực lượng", "Lực lượng dân quân"},
    {"ban ", "Ban Giám hiệu"}, {"các khu", "Các khu dân cư"}, {"tổ hợp tác", "Tổ hợp tác"},
    {"các tập thể", "Các tập thể"}, {"các cụm", "Các cụm"}, {"gia đình", "Gia đình văn hóa"},
};
/// These only begin like one of the words before and behind.
constexpr Phrase no_group_words[] = {
    {"ban đêm", "Ban đêm không thi đấu."}, {"ban ngày", "Ban ngày nghỉ"},
    {"ban sáng", "Ban sáng thi bơi"}, {"ban trưa", "Ban trưa nghỉ"},
    {"ban chiều", "Ban chiều thi chạy"}, {"ban đầu", "Ban đầu có 12 đội"},
    {"trưởng thành", "Trưởng thành từ phong trào"}, {"thôn quê", "Thôn quê thay đổi"},
    {"thôn nữ", "Thôn nữ và thanh niên"},
    {"trường hợp", "Trường hợp đăng ký muộn"}, {"phòng học", "Phòng học trực tuyến"},
    {"cơ sở vật chất", "Cơ sở vật chất của trường"}, {"cơ sở dữ liệu", "Cơ sở dữ liệu đất đai"},
};
constexpr Phrase individual_words[] = {
    {"cá nhân", "Cá nhân: Công chức ..."},
    {"các cá nhân", "Các cá nhân"},
    {"đảng viên", "Đảng viên"},
    {"cbccvc", "CBCCVC và người lao động"}, {"cbcc", "CBCC"}, {"cbgv", "CBGV, nhân viên"},
    {"cbcnv", "CBCNV"}, {"chủ tịch", "Chủ tịch UBND các xã"}, {"hiệu trưởng", "Hiệu trưởng"},
    {"giám đốc", "Giám đốc"}, {"trưởng ", "Trưởng thôn"}, {"bí thư", "Bí thư chi bộ"},
    {"công chức", "Công chức"}, {"viên chức", "Viên chức"}, {"cán bộ", "Cán bộ, công chức"},
    {"người", "Người lao động"}, {"học sinh", "Học sinh"}, {"sinh viên", "Sinh viên"},
    {"đoàn viên", "Đoàn viên"}, {"hội viên", "Hội viên"}, {"giáo viên", "Giáo viên"},
    {"nhân dân", "Nhân dân"},
    {"thanh niên", "Thanh niên"},
    {"phụ nữ", "Phụ nữ"},
    {"trẻ em", "Trẻ em"},
    {"nhân viên", "Nhân viên y tế"}, {"công nhân", "Công nhân"}, {"chiến sĩ", "Chiến sĩ"},
    {"cộng tác viên", "Cộng tác viên"}, {"nhà giáo", "Nhà giáo"}, {"bác sĩ", "Bác sĩ"},
    {"cha mẹ", "Cha mẹ học sinh"}, {"thủ trưởng", "Thủ trưởng"}, {"lãnh đạo", "Lãnh đạo"},
    {"thành viên", "Thành viên"}, {"chỉ huy", "Chỉ huy"}, {"các thầy", "Các thầy, cô giáo"},
    {"các em", "Các em học sinh"}, {"các đồng chí", "Các đồng chí"}, {"tác giả", "Tác giả"},
    {"thiếu niên", "Thiếu niên, nhi đồng"}, {"nhi đồng", "Nhi đồng"}, {"nông dân", "Nông dân"},
};
// clang-format on

bool starts_with_any(std::string_view lower, std::span<const Phrase> rows) {
  return std::ranges::any_of(
      rows, [&](const Phrase& row) { return outline::opens_with(lower, row.folded); });
}

bool holds(std::span<const Role> roles, Role role) {
  return std::ranges::find(roles, role) != roles.end();
}

/// The roles that have a list of entries. Items of implementation sections are assignments.
bool has_list(Role role) {
  switch (role) {
    case Role::purpose:
    case Role::requirement:
    case Role::objective:
    case Role::subject:
    case Role::content:
    case Role::task:
    case Role::solution:
    case Role::target:
    case Role::criterion:
    case Role::dossier:
    case Role::budget:
    case Role::slogan: return true;
    default: return false;
  }
}

/// Beneath them "trong tháng 3/2026" says by when; beneath a heading of time it is a period, in a
/// report on how things stand neither.
bool asks_for_acts(std::span<const Role> roles) {
  return !holds(roles, Role::time) && std::ranges::any_of(roles, [](Role role) {
    switch (role) {
      case Role::content:
      case Role::task:
      case Role::solution:
      case Role::implementation:
      case Role::responsibility:
      case Role::reporting:
      case Role::procedure: return true;
      default: return false;
    }
  });
}

bool holds_any(std::string_view lower, std::span<const Phrase> rows) {
  return std::ranges::any_of(
      rows, [&](const Phrase& row) { return lower.find(row.folded) != std::string_view::npos; });
}

bool says_what_for(std::string_view lower) {
  return std::ranges::any_of(act_aims, [&](const Phrase& row) {
    for (std::size_t at = lower.find(row.folded); at != std::string_view::npos;
         at = lower.find(row.folded, at + 1)) {
      const std::string_view before = lower.substr(0, at);
      const auto closes = [&](const Phrase& word) { return before.ends_with(word.folded); };
      if (std::ranges::none_of(before_no_aims, closes)) return true;
    }
    return false;
  });
}

bool is_requirement(std::string_view lower) {
  if (starts_with_any(lower, requirement_openers)) return true;
  if (starts_with_any(lower, act_openers) && !says_what_for(lower)) return true;
  // A duty is one wherever it stands; how things shall be done may be the purpose.
  return holds_any(lower, requirement_duties) ||
         (!starts_with_any(lower, purpose_openers) && holds_any(lower, requirement_parts));
}

/// "(Cơ quan chủ trì: Sở Tư pháp; cơ quan phối hợp: Sở Y tế)"
bool opens_actor_label(std::string_view text, std::string_view lower) {
  const ActorLabel label = next_actor_label(text, lower, 1);
  return label.kind != LabelKind::none && label.begin == 1;
}

/// "(Chương trình chi tiết tại Phụ lục kèm theo)": says where more stands, nothing of the matter.
bool is_remark(std::string_view text, std::string_view lower) {
  const std::size_t last = text.find_last_not_of(" .;/");
  return text.starts_with('(') && last != std::string_view::npos && text[last] == ')' &&
         text.find(')') == last &&
         (holds_any(lower, reference_parts) || opens_actor_label(text, lower) ||
          (lower.starts_with("(có ") && holds_any(lower, apart_parts)));
}

std::optional<SubjectGroup> group_of(std::string_view lower) {
  constexpr std::string_view plural = "các ";
  // "Đối tượng: Là các học sinh ...": what follows the label and its "là" counts.
  for (const std::string_view opener :
       {"(", "đối với ", "là ", "toàn thể ", "tất cả ", "mọi ", "những "}) {
    if (lower.starts_with(opener)) lower.remove_prefix(opener.size());
  }
  // "06 sở, ban, ngành": how many there are says nothing of what they are.
  while (!lower.empty() && (outline::is_digit(lower.front()) || lower.front() == ' ')) {
    lower.remove_prefix(1);
  }
  if (starts_with_any(lower, no_group_words)) return std::nullopt;
  if (starts_with_any(lower, collective_words)) return SubjectGroup::collective;
  while (lower.starts_with(plural)) lower.remove_prefix(plural.size());
  if (starts_with_any(lower, individual_words)) return SubjectGroup::individual;
  return std::nullopt;
}

// Parts of the time of a plan, and what their time opens with.
constexpr auto stage_openers = std::to_array<std::string_view>({"giai đoạn ", "đợt ", "bước "});
constexpr auto time_openers =
    std::to_array<std::string_view>({"từ ", "tháng ", "quý ", "năm ", "ngày ", "trong ", "sau "});

/// A time stands at `at`, behind blanks.
bool opens_time(std::string_view lower, std::size_t at) {
  const std::string_view time = lower.substr(outline::trim_begin(lower, at, lower.size()));
  if (!time.empty() && outline::is_digit(time.front())) return true;
  return std::ranges::any_of(time_openers,
                             [time](std::string_view word) { return time.starts_with(word); });
}

/// "Giai đoạn 1: từ tháng 01 ...", "Đợt 2 (tháng 5)": a stage with its number and time.
bool opens_stage(std::string_view lower) {
  const auto* const opener = std::ranges::find_if(
      stage_openers, [lower](std::string_view word) { return lower.starts_with(word); });
  if (opener == stage_openers.end()) return false;
  const std::size_t number = std::min(lower.find_first_of(" :(", opener->size()), lower.size());
  const std::size_t sign = outline::trim_begin(lower, number, lower.size());
  if (sign == lower.size() || (lower[sign] != ':' && lower[sign] != '(')) return false;
  if (opens_time(lower, sign + 1)) return true;
  // "Bước 2: Ra quân (từ 10/7 đến 17/7/2022)"
  const std::size_t open = lower.rfind('(');
  return open != std::string_view::npos && open > sign &&
         lower.find(')', open) + 2 >= lower.size() && opens_time(lower, open + 1);
}

/// What says of the days in a list beneath it that they come back each year.
constexpr std::string_view coming_back[] = {"định kỳ", "hằng năm", "hàng năm",
                                            "mỗi năm", "hằng quý", "hàng quý"};
constexpr int longest_list = 16;  // items between what announces them and the last one

constexpr std::size_t longest_label = 300;  // bytes of a heading that labels a period

class Finder {
 public:
  Finder(const outline::Outline& outline, NodeWords& words, const Meanings& meanings,
         const Places& places, unsigned plan_year, const std::vector<bool>& assigned)
      : outline_(outline),
        words_(words),
        meanings_(meanings),
        places_(places),
        plan_year_(plan_year),
        assigned_(assigned) {}

  EntriesFound run() && {
    said_.assign(outline_.nodes.size(), false);
    has_deadline_.assign(outline_.nodes.size(), false);
    has_bracketed_deadline_.assign(outline_.nodes.size(), false);
    announces_.assign(outline_.nodes.size(), false);
    std::vector<std::uint32_t> order;
    collect(outline_.body, order);
    // One kind of entry after the other: what looks for one is as much code as a processor has at
    // hand, and would be fetched again for each node.
    for (const std::uint32_t index : order) {
      if (!node(index).heading) add_deadlines(index);
    }
    for (const std::uint32_t index : order) visit_for_periods(index);
    for (const std::uint32_t index : order) {
      if (says_something(index)) add_of_item(index);
    }
    add_silent_headings(order);
    add_quotas();
    return {std::move(plan_), std::move(deadline_origins_), std::move(period_origins_)};
  }

 private:
  /// Body nodes in document order.
  void collect(const std::vector<std::uint32_t>& top, std::vector<std::uint32_t>& order) const {
    std::vector<std::uint32_t> open(top.rbegin(), top.rend());
    while (!open.empty()) {
      const std::uint32_t index = open.back();
      open.pop_back();
      if (meanings_[index].aside) continue;
      order.push_back(index);
      const auto& children = outline_.nodes[index].children;
      open.insert(open.end(), children.rbegin(), children.rend());
    }
  }

  [[nodiscard]] const TreeNode& node(std::uint32_t index) const { return outline_.nodes[index]; }

  /// The roles that the headings over an item give it.
  [[nodiscard]] std::span<const Role> roles_over(std::uint32_t index) const {
    return meanings_[index].above;
  }

  /// Directly beneath a heading or a bare label.
  [[nodiscard]] bool is_first_level(std::uint32_t index) const {
    const std::uint32_t parent = node(index).parent;
    return parent != outline::no_node &&
           (node(parent).heading || meanings_[parent].bare_label || announces_[parent]);
  }

  /// "1. Giáo dục đạo đức cho sinh viên, gồm các chỉ tiêu sau đây:": what counts stands beneath.
  [[nodiscard]] bool announces_targets(std::uint32_t index, std::span<const Role> roles) const {
    const TreeNode& item = node(index);
    if (!holds(roles, Role::target) || item.kind == NodeKind::paragraph || item.heading)
      return false;
    if (outline::end_mark(item.text.text()) != EndMark::colon) return false;
    const auto counts = [&](std::uint32_t child) {
      return !find_quantities(words_[child]).empty();
    };
    return !counts(index) && std::ranges::any_of(item.children, counts);
  }

  [[nodiscard]] bool is_labelled(std::uint32_t index) const {
    return meanings_[index].label->kind != LabelKind::none;
  }

  /// No heading, and no label with nothing behind it.
  [[nodiscard]] bool says_something(std::uint32_t index) const {
    const Meaning& meaning = meanings_[index];
    if (node(index).heading || meaning.bare_label) return false;
    return !is_labelled(index) || meaning.label->length < node(index).text.text().size();
  }

  /// The roles of an item: those of its label or, without one, of the headings over it.
  [[nodiscard]] std::span<const Role> roles_of(std::uint32_t index) const {
    if (is_labelled(index)) return meanings_[index].label->roles;
    return roles_over(index);
  }

  void visit_for_periods(std::uint32_t index) {
    const TreeNode& item = node(index);
    if (item.heading) {
      // "NỘI DUNG VÀ TIẾN ĐỘ" over "Giai đoạn 1: từ tháng 01 đến tháng 3/2023" and what is done
      // then
      // "Tháng 4/2031" over what is done then
      if (opens_stage(item.lower) || item.kind == NodeKind::paragraph) {
        add_period(index, roles_over(index));
      }
    } else if (says_something(index)) {
      add_period(index, roles_of(index));
    }
  }

  void add_of_item(std::uint32_t index) {
    const Meaning& meaning = meanings_[index];
    const bool labelled = is_labelled(index);
    const std::span<const Role> roles = roles_of(index);
    if (holds(roles, Role::award) || holds(roles, Role::title_honour)) {
      add_awards(index);
    } else if (holds(roles, Role::quota)) {
      note_quotas(index);
    }
    const bool names_role = labelled && meaning.label->kind == LabelKind::role;
    if (is_first_level(index) && names_role && stays_in_section(index)) {
      add_entry(index, roles_over(index));
    } else if (is_first_level(index) && announces_targets(index, roles)) {
      announces_[index] = true;
    } else if (is_first_level(index) || (names_role && !repeats_section(index))) {
      add_entry(index, roles);
      // "Nhiệm vụ: ... lập dự toán" beneath "KINH PHÍ" says what the money is for, too.
      const bool funded = labelled && holds(roles_over(index), Role::budget) &&
                          (holds(roles, Role::task) || holds(roles, Role::content));
      if (funded && is_first_level(index)) add_entry(index, roles_over(index));
    }
  }

  /// "Giải thưởng: 5.100.000 đồng" beneath "DỰ TRÙ KINH PHÍ", "Nội dung: 40 điểm" beneath "TIÊU
  /// CHÍ": the label says what the money or the points are for, and opens no list of its own.
  [[nodiscard]] bool stays_in_section(std::uint32_t index) const {
    const std::span<const Role> over = roles_over(index);
    const std::span<const Role> named = meanings_[index].label->roles;
    const auto names = [named](Role role) { return holds(named, role); };
    if (holds(over, Role::budget) && (names(Role::award) || names(Role::output))) {
      return std::ranges::any_of(find_quantities(words_[index]), is_money);
    }
    const auto both = [&](Role role) { return names(role) && !holds(over, role); };
    return holds(over, Role::criterion) &&
           node(index).lower.find("điểm") != std::string_view::npos &&
           (both(Role::content) || both(Role::task) || both(Role::form));
  }

  /// "- Ngân sách tỉnh: 4 tỷ đồng" beneath "Tổng kinh phí: 6 tỷ đồng, trong đó:" is of the entry
  /// above it.
  [[nodiscard]] bool repeats_section(std::uint32_t index) const {
    std::uint32_t above = node(index).parent;
    while (above != outline::no_node && !says_something(above)) above = node(above).parent;
    if (above == outline::no_node || node(above).heading) return false;
    const auto list_of = [](std::span<const Role> roles) {
      const auto first = std::ranges::find_if(roles, has_list);
      return first == roles.end() ? std::optional<Role>() : *first;
    };
    const std::optional<Role> list = list_of(meanings_[index].label->roles);
    return list && list == list_of(roles_of(above));
  }

  /// An entry whose text is the node's.
  template <class Kind>
  [[nodiscard]] Kind entry(std::uint32_t index) const {
    return entry<Kind>(index, {0, node(index).text.text().size()});
  }

  /// An entry whose text is a part of the node's.
  template <class Kind>
  [[nodiscard]] Kind entry(std::uint32_t index, TextRange part) const {
    const outline::JoinedText& text = node(index).text;
    Kind made;
    made.text = std::string(part.of(text.text()));
    made.node = node(index).id;
    made.span = places_.source(text, part.begin, part.end);
    made.spans = places_.pieces(text, part.begin, part.end);
    return made;
  }

  [[nodiscard]] const std::vector<std::uint32_t>& siblings_of(std::uint32_t index) const {
    const std::uint32_t parent = node(index).parent;
    return parent == outline::no_node ? outline_.body : node(parent).children;
  }

  /// "NGÀY 1: THỨ HAI, NGÀY 24/8/2026" right above its table: no sentence, and no more than a name.
  [[nodiscard]] bool captions_table(std::uint32_t index) const {
    const std::vector<std::uint32_t>& beside = siblings_of(index);
    const auto own = std::ranges::lower_bound(beside, index);
    if (own == beside.end() || *own != index || own + 1 == beside.end()) return false;
    const std::string& text = node(index).text.text();
    return node(own[1]).kind == NodeKind::table && node(index).children.empty() &&
           outline::end_mark(text) == outline::EndMark::none &&
           (outline::is_caps(text) || starts_with_any(node(index).lower, captions));
  }

  void add_entry(std::uint32_t index, std::span<const Role> roles) {
    // "NỘI DUNG, PHÂN CÔNG TRÁCH NHIỆM": what nobody is given is to be done, too.
    const bool gives = holds(roles, Role::implementation) || holds(roles, Role::responsibility);
    if (gives && assigned_[index]) {
      mark_said(index);
      return;
    }
    const auto first = std::ranges::find_if(roles, gives ? is_to_be_done : has_list);
    if (first == roles.end()) return;
    // "NỘI DUNG, TIẾN ĐỘ": what opens with its time is no task.
    if (holds(roles, Role::time) && timed_thing(node(index).text.text())) return;
    Role role = *first;
    std::string_view rule =
        meanings_[index].label->kind == LabelKind::none ? "by-heading" : "by-label";
    const std::string& text = node(index).text.text();
    const std::string_view lower = node(index).lower;
    const bool paragraph = node(index).kind == NodeKind::paragraph;
    const bool lead_in = paragraph && outline::end_mark(text) == EndMark::colon;
    if (paragraph && is_remark(text, lower) && find_quantities(words_[index]).empty()) return;
    if (paragraph && is_to_be_done(role) && captions_table(index)) return;
    if (holds(roles, Role::purpose) && holds(roles, Role::requirement)) {
      role = is_requirement(lower) ? Role::requirement : Role::purpose;
      rule = "by-opening";
    }
    const bool aims_only = holds(roles, Role::objective) || holds(roles, Role::target);
    if (aims_only && paragraph && starts_with_any(lower, situation_openers) &&
        !looks_ahead(lower)) {
      return;
    }
    std::vector<QuantityMatch> quantities;
    if (holds(roles, Role::target)) {
      quantities = find_quantities(words_[index]);
      const bool aims = lower.starts_with("mục tiêu") || lower.starts_with("với mục tiêu");
      const bool counted = !quantities.empty();
      if (holds(roles, Role::objective)) role = counted ? Role::target : Role::objective;
      // "NỘI DUNG, CHỈ TIÊU CỤ THỂ" undivided: what counts is aimed at, the rest is to be done.
      const auto to_do = std::ranges::find_if(
          roles, [](Role one) { return one == Role::content || one == Role::task; });
      if (to_do != roles.end() && !holds(roles, Role::objective)) {
        role = counted ? Role::target : *to_do;
      }
      if (aims && paragraph) role = Role::objective;
      if (lead_in && !counted && role == Role::target) return;
      if (lead_in && role == Role::objective && !aims) return;
    } else if (lead_in && role == Role::budget) {
      // "Tổng kinh phí: 500 triệu đồng, trong đó:" says how much; "Kinh phí gồm:" says nothing.
      quantities = find_quantities(words_[index]);
      if (std::ranges::none_of(quantities, is_money)) return;
    } else if (lead_in && role != Role::criterion) {
      return;
    }
    if (quantities.empty() && (role == Role::target || role == Role::budget)) {
      quantities = find_quantities(words_[index]);
    }
    add(index, role, quantities, rule);
  }

  void add_plain(std::vector<Entry>& list, std::string_view name, std::uint32_t index,
                 std::string_view rule) {
    list.push_back(entry<Entry>(index));
    judge(list.back(), name, rule);
  }

  /// `quantities`: of the node's text, for the roles that ask for them.
  void add(std::uint32_t index, Role role, const std::vector<QuantityMatch>& quantities,
           std::string_view rule) {
    switch (role) {
      case Role::purpose: add_plain(plan_.purposes, "purposes", index, rule); break;
      case Role::requirement: add_plain(plan_.requirements, "requirements", index, rule); break;
      case Role::objective: add_plain(plan_.objectives, "objectives", index, rule); break;
      case Role::subject: add_subject(index, rule); break;
      case Role::content:
      case Role::task: add_plain(plan_.tasks, "tasks", index, rule); break;
      case Role::solution: add_plain(plan_.solutions, "solutions", index, rule); break;
      case Role::target: add_target(index, quantities, rule); break;
      case Role::criterion: add_plain(plan_.criteria, "criteria", index, rule); break;
      case Role::dossier: add_plain(plan_.dossier, "dossier", index, rule); break;
      case Role::budget: add_budget(index, quantities, rule); break;
      case Role::slogan: add_slogans(index, rule); break;
      default: return;
    }
    mark_said(index);
  }

  void mark_said(std::uint32_t index) {
    for (std::uint32_t at = index; at != outline::no_node && !said_[at]; at = node(at).parent) {
      said_[at] = true;
    }
  }

  void add_subject(std::uint32_t index, std::string_view rule) {
    auto subject = entry<Subject>(index);
    const std::size_t label = meanings_[index].label->length;
    const std::string_view lower = node(index).lower;
    subject.group = group_of(lower);
    if (!subject.group && label < lower.size()) subject.group = group_of(lower.substr(label));
    const std::uint32_t parent = node(index).parent;
    if (!subject.group && parent != outline::no_node) {
      subject.group = group_of(node(parent).lower);
    }
    judge(subject, "subjects", rule);
    plan_.subjects.push_back(std::move(subject));
  }

  [[nodiscard]] Quantity quantity(const QuantityMatch& match, std::uint32_t index) const {
    const outline::JoinedText& text = node(index).text;
    Quantity made;
    made.raw = std::string(match.raw(text.text()));
    made.comparator = match.comparator;
    made.value = match.value;
    made.value_max = match.value_max;
    if (!match.unit.empty()) made.unit = match.unit;
    made.span = places_.source(text, match.begin, match.end);
    return made;
  }

  void add_target(std::uint32_t index, const std::vector<QuantityMatch>& quantities,
                  std::string_view rule) {
    auto target = entry<Target>(index);
    const std::vector<Trend> trends = find_trends(words_[index], quantities, plan_year_);
    for (std::size_t i = 0; i < quantities.size(); ++i) {
      if (trends[i].is_baseline) continue;
      Quantity& made = target.quantities.emplace_back(quantity(quantities[i], index));
      made.direction = trends[i].direction;
      made.baseline = trends[i].baseline;
      made.due = trends[i].due;
      if (!made.due && !trends[i].dateless) made.due = due_over(index);
    }
    judge(target, "targets", rule);
    plan_.targets.push_back(std::move(target));
  }

  /// The date that the nearest heading or label above an item names: "Mục tiêu đến năm 2030".
  [[nodiscard]] const std::optional<std::string>& due_over(std::uint32_t index) {
    if (dues_.empty()) find_dues();
    static const std::optional<std::string> none;
    const std::uint32_t parent = node(index).parent;
    return parent == outline::no_node ? none : dues_[parent];
  }

  /// For each node what it says to those beneath; a parent stands before its children.
  void find_dues() {
    dues_.resize(outline_.nodes.size());
    for (std::size_t i = 0; i < dues_.size(); ++i) {
      const TreeNode& one = outline_.nodes[i];
      const std::string& text = one.text.text();
      const bool heads = one.heading || outline::end_mark(text) == EndMark::colon;
      if (!one.children.empty() && heads) dues_[i] = find_horizon(text, plan_year_);
      if (!dues_[i] && one.parent != outline::no_node) dues_[i] = dues_[one.parent];
    }
  }

  void add_budget(std::uint32_t index, const std::vector<QuantityMatch>& quantities,
                  std::string_view rule) {
    auto budget = entry<Budget>(index);
    const std::string& text = node(index).text.text();
    for (const TextRange& source : find_funding(text)) budget.sources.emplace_back(source.of(text));
    for (const QuantityMatch& match : quantities) {
      if (is_money(match)) budget.amounts.push_back(quantity(match, index));
    }
    judge(budget, "budget", rule);
    plan_.budget.push_back(std::move(budget));
  }

  /// The slogan alone: what stands in quotation marks, else the text without a remark in brackets.
  void add_slogans(std::uint32_t index, std::string_view rule) {
    const outline::JoinedText& joined = node(index).text;
    const std::string& text = joined.text();
    const auto add_range = [&](std::size_t begin, std::size_t end) {
      begin = outline::trim_begin(text, begin, end);
      end = outline::trim_end(text, begin, end);
      if (begin == end) return;
      plan_.slogans.push_back(entry<Entry>(index, {begin, end}));
      judge(plan_.slogans.back(), "slogans", rule);
    };
    bool quoted = false;
    for (const auto& [open, close] : {std::pair<std::string_view, std::string_view>{"“", "”"},
                                      std::pair<std::string_view, std::string_view>{"\"", "\""}}) {
      std::size_t begin = text.find(open);
      while (begin != std::string::npos) {
        const std::size_t end = text.find(close, begin + open.size());
        if (end == std::string::npos) break;
        add_range(begin + open.size(), end);
        quoted = true;
        begin = text.find(open, end + close.size());
      }
      if (quoted) return;
    }
    std::size_t end = text.size();
    const std::size_t bracket = text.rfind('(');
    const std::size_t closed = outline::trim_end(text, 0, text.size());
    const bool remark = bracket != std::string::npos && bracket > 0 &&
                        text.find(')', bracket) != std::string::npos &&
                        text.find(')', bracket) + 2 >= closed;
    // A date in brackets is part of the slogan; a remark has a verb, which is to say more words.
    if (remark &&
        std::count(text.begin() + static_cast<std::ptrdiff_t>(bracket), text.end(), ' ') > 3) {
      end = bracket;
    }
    add_range(std::min(meanings_[index].label->length, end), end);
  }

  /// What of a text an entry quotes that is one of `count` from it: all of it, but of a text that
  /// gives many entries only what stands around each, or the document would grow with their square.
  [[nodiscard]] static TextRange quoted(std::string_view text, TextRange whole, std::size_t count,
                                        std::size_t begin, std::size_t end) {
    constexpr std::size_t few = 8;
    constexpr std::size_t most_around = 200;  // bytes to either side
    if (count <= few) return whole;
    const auto ends_clause = [&](std::size_t at) { return text[at] == ';' || text[at] == '.'; };
    std::size_t from = begin;
    while (from > whole.begin && begin - from < most_around && !ends_clause(from - 1)) --from;
    std::size_t to = end;
    while (to < whole.end && to - end < most_around && !ends_clause(to)) ++to;
    while (from < begin && (static_cast<unsigned char>(text[from]) & 0xC0U) == 0x80U) ++from;
    while (to > end && to < text.size() &&
           (static_cast<unsigned char>(text[to]) & 0xC0U) == 0x80U) {
      --to;
    }
    return {outline::trim_begin(text, from, to), outline::trim_end(text, from, to)};
  }

  void add_awards(std::uint32_t index) {
    const std::string& text = node(index).text.text();
    const std::vector<AwardMatch> matches = find_awards(text);
    for (const AwardMatch& match : matches) {
      const std::string key = folded(match.form) + '\n' + folded(match.grantor.value_or(""));
      if (!awards_.insert(key).second) continue;
      const TextRange part = quoted(text, {0, text.size()}, matches.size(), match.begin, match.end);
      auto award = entry<Award>(index, part);
      award.form = match.form;
      award.grantor = match.grantor;
      award.quota = match.quota;
      judge(award, "awards", award.grantor ? "award-grantor" : "award-form");
      plan_.awards.push_back(std::move(award));
    }
  }

  /// "Đến nay có 10 hộ; phấn đấu cuối năm có thêm 20 hộ", "Tính đến hết năm 2030, 100% ...": more
  /// than where things stand.
  [[nodiscard]] bool looks_ahead(std::string_view lower) const {
    if (lower.find("phấn đấu") != std::string_view::npos) return true;
    constexpr std::string_view word = "năm ";
    for (std::size_t at = lower.find(word); at != std::string_view::npos;
         at = lower.find(word, at + word.size())) {
      const std::string_view digits = lower.substr(at + word.size(), 4);
      unsigned year = 0;
      std::from_chars(digits.data(), digits.data() + digits.size(), year);
      if (year > plan_year_) return true;
      if (year == plan_year_ && lower.substr(0, at).ends_with("hết ")) return true;
    }
    return false;
  }

  /// A section of quotas counts awards that another section lays down: "Bằng khen của Chủ tịch UBND
  /// tỉnh: 10 tập thể".
  void note_quotas(std::uint32_t index) {
    for (AwardMatch& match : find_awards(node(index).text.text())) {
      if (match.quota) quotas_.push_back(std::move(match));
    }
  }

  /// Gives each quota to the one award that it can mean: one of its form, whose grantor is the same
  /// or not named on either side.
  void add_quotas() {
    struct Found {
      std::size_t count = 0;
      std::size_t last = 0;
    };
    std::unordered_map<std::string, Found> by_form;
    std::unordered_map<std::string, Found> by_grantor;
    const auto key_of = [](const auto& award) {
      return folded(award.form) + '\n' + folded(award.grantor.value_or(""));
    };
    if (quotas_.empty()) return;
    for (std::size_t i = 0; i < plan_.awards.size(); ++i) {
      for (Found* one :
           {&by_form[folded(plan_.awards[i].form)], &by_grantor[key_of(plan_.awards[i])]}) {
        ++one->count;
        one->last = i;
      }
    }
    for (const AwardMatch& quota : quotas_) {
      Found meant = by_form[folded(quota.form)];
      if (quota.grantor) {
        meant = by_grantor[key_of(quota)];
        const Found any = by_grantor[folded(quota.form) + '\n'];
        if (meant.count == 0) meant.last = any.last;
        meant.count += any.count;
      }
      if (meant.count != 1) continue;
      Award& award = plan_.awards[meant.last];
      if (!award.quota) award.quota = quota.quota;
    }
  }

  /// "Các thôn báo cáo định kỳ:" over "- Báo cáo 6 tháng: trước ngày 05/7", in the node above or
  /// the paragraph before the item.
  [[nodiscard]] bool is_announced_to_come_back(std::uint32_t index) const {
    const auto announces = [this](std::uint32_t at) {
      const std::string& text = node(at).text.text();
      const bool opens = node(at).heading || outline::end_mark(text) == EndMark::colon;
      return opens && std::ranges::any_of(coming_back, [&](std::string_view words) {
               return node(at).lower.find(words) != std::string_view::npos;
             });
    };
    const std::uint32_t parent = node(index).parent;
    if (parent != outline::no_node && announces(parent)) return true;
    const std::vector<std::uint32_t>& beside = siblings_of(index);
    auto at = std::ranges::lower_bound(beside, index);
    for (int back = 0; back < longest_list && at != beside.begin(); ++back) {
      if (node(*--at).kind == NodeKind::paragraph) return announces(*at);
    }
    return false;
  }

  void add_deadlines(std::uint32_t index) {
    const std::string& text = node(index).text.text();
    std::vector<DeadlineMatch> matches = find_deadlines(words_[index], plan_year_);
    if (!asks_for_acts(roles_over(index))) {
      std::erase_if(matches, [](const DeadlineMatch& match) { return match.by_act; });
    }
    for (DeadlineMatch& match : matches) {
      if (match.yearless && is_announced_to_come_back(index)) {
        match.relation = DeadlineRelation::recurring;
        match.date.reset();
      }
      const TextRange part = quoted(text, match.sentence, matches.size(), match.begin, match.end);
      auto deadline = entry<Deadline>(index, part);
      deadline.date = match.date;
      deadline.relation = match.relation;
      deadline.raw = std::string(match.raw(text));
      const bool recurs = deadline.relation == DeadlineRelation::recurring;
      judge(deadline, "deadlines",
            recurs ? "limit-rhythm" : (deadline.date ? "limit-date" : "limit-relative"));
      plan_.deadlines.push_back(std::move(deadline));
      deadline_origins_.push_back({index, match.begin});
      // "Thời gian: ngày 05/12 (chậm nhất ngày 10/12)": the time is said before it.
      const std::size_t before = tokens::skip_blanks_back(text, match.begin);
      const bool bracketed = before > 0 && text[before - 1] == '(';
      (bracketed ? has_bracketed_deadline_ : has_deadline_)[index] = true;
    }
  }

  void add_period(std::uint32_t index, std::span<const Role> roles) {
    // Under a heading of time every label says what is timed: "Tổng kết: tháng 4 năm 2031".
    const bool timed = holds(roles, Role::time) || holds(roles_over(index), Role::time);
    if (!timed || has_deadline_[index]) return;
    const Meaning& meaning = meanings_[index];
    const std::string& text = node(index).text.text();
    const bool labelled = meaning.label->kind == LabelKind::role;
    auto match = find_period(words_[index], plan_year_);
    // "Thời gian: thường xuyên" is a period without limits; a sentence without a time is none.
    if (!match && labelled && holds(roles, Role::time) && meaning.label->length < text.size()) {
      match = PeriodMatch{};
    }
    if (!match) return;
    // "Thời gian: Chia làm 02 đợt" over its items leaves the dates to them.
    const bool open = !match->start && !match->end;
    if (open && has_bracketed_deadline_[index]) return;
    if (open && !node(index).children.empty()) return;
    // Under "NỘI DUNG, TIẾN ĐỘ" what says no date says what is done, or what its label says.
    const bool of_acts =
        holds(roles_over(index), Role::content) || holds(roles_over(index), Role::task);
    if (open && of_acts && !(labelled && holds(roles, Role::time))) return;
    auto period = entry<Period>(index);
    period.label = match->label;
    if (!period.label && labelled) period.label = timed_thing(meaning.label->name);
    for (std::uint32_t at = node(index).parent; !period.label && at != outline::no_node;
         at = node(at).parent) {
      if (node(at).heading) {
        const std::string& title = node(at).text.text();
        // A heading that names no time names the thing itself: "2. Ngày hội hiến máu".
        period.label = timed_thing(title);
        const bool short_enough = title.size() <= longest_label;
        if (!period.label && short_enough && !holds(meanings_[at].own, Role::time)) {
          period.label = title;
        }
        break;
      }
    }
    period.start = match->start;
    period.end = match->end;
    judge(period, "periods", labelled ? "period-label" : "period-heading");
    plan_.periods.push_back(std::move(period));
    period_origins_.push_back({index, 0});
    for (FurtherPeriod& further : find_further_periods(text, plan_year_)) {
      auto more = entry<Period>(index, further.part);
      more.label = std::move(further.period.label);
      more.start = std::move(further.period.start);
      more.end = std::move(further.period.end);
      judge(more, "periods", labelled ? "period-label" : "period-heading");
      plan_.periods.push_back(std::move(more));
      period_origins_.push_back({index, 0});
    }
  }

  /// A heading that names no role stands for the task itself where nothing beneath says it.
  void add_silent_headings(const std::vector<std::uint32_t>& order) {
    std::vector<std::uint32_t> silent;
    for (std::size_t i = order.size(); i-- > 0;) {
      const std::uint32_t at = order[i];
      const Meaning& meaning = meanings_[at];
      if (!node(at).heading || said_[at] || !meaning.own.empty()) continue;
      if (meaning.kind != HeadingKind::plain) continue;
      // "Chương trình chi tiết" over a table names what its rows say; "Trồng 500 cây" is done.
      const auto is_table = [this](std::uint32_t one) { return node(one).kind == NodeKind::table; };
      if (std::ranges::any_of(node(at).children, is_table) && !is_verb_at(node(at).lower, 0)) {
        continue;
      }
      const std::span<const Role> roles = meaning.effective();
      const auto first = std::ranges::find_if(roles, has_list);
      if (first == roles.end() || holds(roles, Role::implementation)) continue;
      if (!is_to_be_done(*first)) continue;
      add(at, *first, {}, "by-itself");
      silent.push_back(at);
    }
    if (silent.empty()) return;
    const auto by_place = [](const Entry& entry) { return entry.span.begin; };
    std::ranges::stable_sort(plan_.tasks, {}, by_place);
    std::ranges::stable_sort(plan_.solutions, {}, by_place);
  }

  const outline::Outline& outline_;
  NodeWords& words_;
  const Meanings& meanings_;
  const Places& places_;
  unsigned plan_year_;
  const std::vector<bool>& assigned_;
  Plan plan_;
  std::vector<Origin> deadline_origins_;
  std::vector<Origin> period_origins_;
  std::vector<bool> said_;  ///< an entry comes from this node or from beneath it
  std::vector<std::optional<std::string>> dues_;  ///< by node, empty until somebody asks
  std::set<std::string> awards_;
  std::vector<AwardMatch> quotas_;
  std::vector<bool> announces_;               ///< by node: its targets stand beneath it
  std::vector<bool> has_deadline_;            ///< by node
  std::vector<bool> has_bracketed_deadline_;  ///< by node: "(chậm nhất ngày 10/12)"
};

}  // namespace

EntriesFound find_entries(const outline::Outline& outline, NodeWords& words,
                          const Meanings& meanings, const Places& places, unsigned plan_year,
                          const std::vector<bool>& assigned) {
  return Finder(outline, words, meanings, places, plan_year, assigned).run();
}

}  // namespace vanban::plan
