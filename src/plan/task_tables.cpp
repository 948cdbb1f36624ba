// A table says by its head row what its columns mean; rows are read by those columns. A row that
// lacks cells (a heading across the table, a cell that reaches over several rows) gives what it
// has.
#include "plan/task_tables.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "outline/characters.hpp"
#include "plan/actors.hpp"
#include "plan/confidence.hpp"
#include "plan/folded.hpp"
#include "plan/organisation.hpp"
#include "plan/values/deadline.hpp"
#include "plan/values/period.hpp"

namespace vanban::plan {
namespace {

using outline::JoinedText;
using outline::TreeNode;

enum class Column : std::uint8_t {
  ordinal,
  due,
  time,
  either,  ///< from when to when, or by when
  partner,
  lead,
  task,
  count
};

/// The first row whose words a head cell has decides.
struct HeadWords {
  std::string_view folded;
  Column column;
};
// clang-format off
constexpr HeadWords head_words[] = {
    {"chi phí", Column::count}, {"địa điểm tổ chức", Column::count},
    {"địa điểm thực hiện", Column::count}, {"giải ngân", Column::count},
    {"thực hiện/hoàn thành", Column::either},   // Thời gian thực hiện/hoàn thành
    {"thực hiện/ hoàn thành", Column::either},
    {"thực hiện, hoàn thành", Column::either},
    {"hoàn thành", Column::due},        // Thời gian hoàn thành
    {"thời hạn", Column::due},          // Thời hạn
    {"thời gian", Column::time},        // Thời gian thực hiện
    {"tiến độ", Column::time},          // Tiến độ thực hiện
    {"lộ trình", Column::time},         // Lộ trình
    {"chủ trì", Column::lead},          // Cơ quan chủ trì
    {"đầu mối", Column::lead},          // Đơn vị đầu mối
    {"phụ trách", Column::lead},        // Người phụ trách
    {"phối hợp", Column::partner},      // Cơ quan phối hợp
    {"đơn vị thực hiện", Column::lead}, {"cơ quan thực hiện", Column::lead},
    {"người thực hiện", Column::lead},  {"bộ phận thực hiện", Column::lead},
    {"tổ chức thực hiện", Column::lead},
    {"phân công", Column::lead},        // Phân công thực hiện
    {"kết quả", Column::count}, {"sản phẩm", Column::count}, {"kinh phí", Column::count},
    {"nội dung", Column::task},         // Nội dung công việc
    {"nhiệm vụ", Column::task}, {"công việc", Column::task}, {"hoạt động", Column::task},
    {"giải pháp", Column::task},
};
// clang-format on

/// Heads that are these words and no more name who acts, where no other head does and the cells are
/// names: "Đơn vị" may be of measure, too.
constexpr std::array<std::string_view, 6> bare_lead_heads{
    "đơn vị", "cơ quan", "cơ quan, đơn vị", "bộ phận", "phòng, ban", "phòng ban"};

/// In the place of a name: the one above once more, or nobody.
constexpr std::array<std::string_view, 6> no_names{"-nt-",  "nt",       "như trên",
                                                   "không", "không có", "chưa phân công"};
constexpr std::array<std::string_view, 4> ordinal_heads{"tt", "stt", "số tt", "số thứ tự"};
constexpr std::size_t longest_head = 120;  // bytes; a longer cell is no name of a column
constexpr std::size_t rows_with_head = 3;

/// Where each column of a table stands.
struct Columns {
  static constexpr std::size_t none = static_cast<std::size_t>(-1);
  std::array<std::size_t, static_cast<std::size_t>(Column::count)> at = [] {
    std::array<std::size_t, static_cast<std::size_t>(Column::count)> nowhere{};
    nowhere.fill(none);
    return nowhere;
  }();
  std::size_t head_row = 0;
  std::size_t width = 0;

  [[nodiscard]] std::size_t operator[](Column column) const {
    return at[static_cast<std::size_t>(column)];
  }
  [[nodiscard]] bool are_of_tasks() const {
    return (*this)[Column::task] != none &&
           ((*this)[Column::lead] != none || (*this)[Column::time] != none ||
            (*this)[Column::due] != none || (*this)[Column::either] != none);
  }
};

Column column_of(const JoinedText& cell) {
  const std::string lower = folded(cell.text());
  const std::string_view head = outline::trim(lower);
  if (head.size() > longest_head) return Column::count;
  if (std::ranges::find(ordinal_heads, head) != ordinal_heads.end()) return Column::ordinal;
  for (const HeadWords& row : head_words) {
    if (head.find(row.folded) != std::string_view::npos) return row.column;
  }
  return Column::count;
}

bool is_bare_lead(const JoinedText& cell) {
  const std::string lower = folded(cell.text());
  return std::ranges::find(bare_lead_heads, outline::trim(lower)) != bare_lead_heads.end();
}

/// Whether the cells of column `c` below row `r` are names of bodies, half of them at least.
bool names_bodies(const TreeNode& table, std::size_t r, std::size_t c) {
  constexpr std::size_t looked_at = 40;  // rows
  std::size_t filled = 0;
  std::size_t names = 0;
  const std::size_t last = std::min(table.rows.size(), r + 1 + looked_at);
  for (std::size_t row = r + 1; row < last; ++row) {
    if (c >= table.rows[row].size()) continue;
    const std::string& text = table.rows[row][c].text();
    const std::size_t begin = outline::trim_begin(text, 0, text.size());
    if (begin == text.size() || is_bare_lead(table.rows[row][c])) continue;
    ++filled;
    if (opens_organisation(text, begin)) ++names;
  }
  return names > 0 && names * 2 >= filled;
}

/// What the columns are if row `r` holds their heads.
Columns columns_by_row(const TreeNode& table, std::size_t r) {
  Columns columns;
  columns.head_row = r;
  columns.width = table.rows[r].size();
  for (std::size_t c = 0; c < table.rows[r].size(); ++c) {
    const Column column = column_of(table.rows[r][c]);
    if (column == Column::count) continue;
    std::size_t& at = columns.at[static_cast<std::size_t>(column)];
    if (at == Columns::none) at = c;
  }
  std::size_t& lead = columns.at[static_cast<std::size_t>(Column::lead)];
  for (std::size_t c = 0; c < columns.width && lead == Columns::none; ++c) {
    if (is_bare_lead(table.rows[r][c]) && names_bodies(table, r, c)) lead = c;
  }
  return columns;
}

std::optional<Columns> find_columns(const TreeNode& table) {
  for (std::size_t r = 0; r < std::min(table.rows.size(), rows_with_head); ++r) {
    const Columns columns = columns_by_row(table, r);
    if (columns.are_of_tasks()) return columns;
  }
  return std::nullopt;
}

/// Heads once more, of a further page or of a table that follows: short cells, most of them heads.
std::optional<Columns> heads_again(const TreeNode& table, std::size_t r) {
  constexpr std::size_t longest_again = 48;  // bytes
  std::size_t filled = 0;
  std::size_t heads = 0;
  for (const JoinedText& cell : table.rows[r]) {
    const std::size_t size = outline::trim(cell.text()).size();
    if (size > longest_again) return std::nullopt;
    if (size == 0) continue;
    ++filled;
    if (column_of(cell) != Column::count) ++heads;
  }
  if (heads < 3 || heads * 3 < filled * 2) return std::nullopt;
  const Columns columns = columns_by_row(table, r);
  if (!columns.are_of_tasks()) return std::nullopt;
  return columns;
}

/// The cell says who: it has letters, counts nobody ("15 người"), and repeats or denies nobody.
bool names_somebody(const JoinedText& cell) {
  const std::string lower = folded(cell.text());
  const std::string_view name = outline::trim(lower);
  const std::size_t count = std::min(name.find_first_not_of("0123456789"), name.size());
  const bool counts = count > 0 && count < name.size() && name[count] == ' ';
  return outline::has_letter(name) && !counts &&
         std::ranges::find(no_names, name) == no_names.end();
}

/// "1", "2.3", "IV", "a)", or nothing.
bool is_ordinal(std::string_view cell) {
  constexpr std::size_t longest = 8;
  const std::string_view text = outline::trim(cell);
  return text.size() <= longest && std::ranges::all_of(text, [](char c) {
           return outline::is_digit(c) || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
                  c == '.' || c == ')' || c == '/';
         });
}

class TableReader {
 public:
  TableReader(const TreeNode& table, Columns columns, const Places& places, unsigned plan_year,
              Plan& plan)
      : table_(table), columns_(columns), places_(places), plan_year_(plan_year), plan_(plan) {}

  void read() {
    for (std::size_t r = columns_.head_row + 1; r < table_.rows.size(); ++r) {
      if (const auto again = heads_again(table_, r)) {
        columns_ = *again;
      } else {
        read_row(r);
      }
    }
  }

 private:
  /// The cell of a column, or null where the row has none or it is empty. A row that is short of
  /// its ordinal, which reaches over it from above, begins a column later.
  [[nodiscard]] const JoinedText* cell(std::size_t r, Column column) const {
    const std::vector<JoinedText>& row = table_.rows[r];
    std::size_t at = columns_[column];
    if (at == Columns::none) return nullptr;
    const bool lacks_ordinal = columns_[Column::ordinal] == 0 && row.size() < columns_.width &&
                               !row.empty() && !is_ordinal(row.front().text());
    if (lacks_ordinal) at -= at > 0 ? 1U : 0U;
    if (at >= row.size() || outline::trim(row[at].text()).empty()) return nullptr;
    return &row[at];
  }

  [[nodiscard]] const JoinedText* who(std::size_t r, Column column) const {
    const JoinedText* const found = cell(r, column);
    return found != nullptr && names_somebody(*found) ? found : nullptr;
  }

  template <class Made>
  void locate(Made& made, const JoinedText& text, std::size_t r) const {
    made.text = text.text();
    made.node = table_.id;
    made.row = static_cast<std::uint32_t>(r);
    made.span = places_.source(text, 0, text.text().size());
    made.spans = places_.pieces(text, 0, text.text().size());
  }

  /// A cell over all columns, which a copy says once for each: it heads the rows beneath.
  [[nodiscard]] bool is_merged(std::size_t r) const {
    constexpr std::size_t fewest = 3;  // a second column may say what the first does
    const std::vector<JoinedText>& row = table_.rows[r];
    if (row.size() < fewest + 1) return false;
    return std::all_of(row.begin() + 2, row.end(),
                       [&](const JoinedText& one) { return one.text() == row[1].text(); });
  }

  void read_row(std::size_t r) {
    const JoinedText* const task = cell(r, Column::task);
    if (task == nullptr || is_merged(r)) return;
    const JoinedText* const lead = who(r, Column::lead);
    const JoinedText* const partner = who(r, Column::partner);
    if (lead != nullptr) add_assignment(r, *task, *lead, partner);
    for (const Column column : {Column::due, Column::time, Column::either}) {
      if (const JoinedText* const time = cell(r, column)) add_time(r, *task, lead, *time, column);
    }
  }

  void add_assignment(std::size_t r, const JoinedText& task, const JoinedText& lead,
                      const JoinedText* partner) {
    Assignment made;
    locate(made, task, r);
    made.assignee = lead.text();
    made.tasks.push_back(task.text());
    made.at.push_back({"assignee", {places_.source(lead, 0, lead.text().size())}, false});
    if (partner != nullptr) {
      const std::string& text = partner->text();
      std::vector<TextRange> names;
      split_actors(text, folded(text), 0, text.size(), names);
      if (!names.empty()) {
        FieldPlace place{"collaborators", {}, true};
        for (const TextRange& name : names) {
          made.collaborators.emplace_back(name.of(text));
          place.spans.push_back(places_.source(*partner, name.begin, name.end));
        }
        made.at.push_back(std::move(place));
      }
    }
    made.at.push_back({"tasks", {made.span}, true});
    judge(made, "assignments", "table-row");
    plan_.assignments.push_back(std::move(made));
  }

  /// The heads of the columns of time leave out the word: "2026", "2025 - 2030".
  [[nodiscard]] std::optional<PeriodMatch> period_of(const std::string& text) const {
    std::optional<PeriodMatch> period = find_period(text, plan_year_);
    if (!period && !text.empty() && outline::is_digit(text.front())) {
      period = find_period("Năm " + text);
    }
    return period;
  }

  /// A column of when something is done holds deadlines, one of when it runs holds periods; what a
  /// cell says itself ("trước 30/11") goes before.
  void add_time(std::size_t r, const JoinedText& task, const JoinedText* lead,
                const JoinedText& time, Column column) {
    const std::string& text = time.text();
    const std::vector<DeadlineMatch> deadlines = find_deadlines(text, plan_year_);
    for (const DeadlineMatch& match : deadlines) {
      add_deadline(r, lead, time, match.date, match.relation, std::string(match.raw(text)));
    }
    if (!deadlines.empty()) return;
    const std::optional<PeriodMatch> period = period_of(text);
    if (!period) return;
    const bool runs = period->start && period->start != period->end;
    if (period->end && (column == Column::due || (column == Column::either && !runs))) {
      add_deadline(r, lead, time, period->end, DeadlineRelation::by, text);
      return;
    }
    Period made;
    locate(made, time, r);
    made.label = task.text();
    made.start = period->start;
    made.end = period->end;
    if (lead != nullptr) made.assignee = lead->text();
    judge(made, "periods", "table-row");
    plan_.periods.push_back(std::move(made));
  }

  void add_deadline(std::size_t r, const JoinedText* lead, const JoinedText& time,
                    const std::optional<std::string>& date, DeadlineRelation relation,
                    std::string raw) {
    Deadline made;
    locate(made, time, r);
    made.date = date;
    made.relation = relation;
    made.raw = std::move(raw);
    if (lead != nullptr) made.assignee = lead->text();
    judge(made, "deadlines", "table-row");
    plan_.deadlines.push_back(std::move(made));
  }

  const TreeNode& table_;
  Columns columns_;
  const Places& places_;
  unsigned plan_year_;
  Plan& plan_;
};

}  // namespace

void add_table_entries(const outline::Outline& outline, const Places& places, unsigned plan_year,
                       Plan& plan) {
  for (const TreeNode& node : outline.nodes) {
    if (node.kind != NodeKind::table) continue;
    if (const auto columns = find_columns(node)) {
      TableReader(node, *columns, places, plan_year, plan).read();
    }
  }
}

}  // namespace vanban::plan
