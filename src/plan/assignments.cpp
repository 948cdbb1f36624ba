#include "plan/assignments.hpp"

#include <algorithm>
#include <array>
#include <deque>
#include <string>
#include <utility>

#include "outline/offices.hpp"
#include "plan/actors.hpp"
#include "plan/folded.hpp"
#include "plan/roles.hpp"
#include "tokens/fold.hpp"
#include "tokens/phrases.hpp"

// Three ways to say who does what, each a function of the finder below:
//   labels    "Cơ quan chủ trì: X", wherever they stand; the task stands beside them
//   headings  "2. Văn phòng Sở" beneath implementation; its items are the tasks
//   sentences "Giao X có trách nhiệm ..." beneath implementation
// Labels go first: an item with one is no sentence.

namespace vanban::plan {
namespace {

bool contains(std::span<const Role> roles, Role role) {
  return std::ranges::find(roles, role) != roles.end();
}

/// What somebody does who stands in brackets behind a task.
constexpr std::string_view leading_verbs[] = {
    "chủ trì", "phụ trách", "tham mưu", "đảm nhiệm", "đảm nhận", "chịu trách nhiệm",
};
/// The same where nothing follows: else the bracket tells of another act than the task.
constexpr std::string_view acting_verbs[] = {"thực hiện", "tổ chức", "triển khai"};
/// A task that opens so is done by others than who holds what it is about.
constexpr std::string_view attending_verbs[] = {
    "tham dự",
    "tham gia",
    "sử dụng",
    "đôn đốc",
};

/// Verbs of who makes others act: a list of actors behind them is whom they guide.
constexpr std::string_view guiding_verbs[] = {
    "hướng dẫn", "đôn đốc", "chỉ đạo", "yêu cầu", "đề nghị", "phối hợp với", "vận động", "hỗ trợ",
};

/// "Phân công giáo viên trong tổ dạy buổi 2": whom the heading names orders its own people.
bool orders_staff(std::string_view name) {
  constexpr std::string_view staff[] = {"đảng viên", "đoàn viên",   "hội viên",  "thành viên",
                                        "giáo viên", "cán bộ",      "nhân viên", "công chức",
                                        "viên chức", "chuyên viên", "người",     "lực lượng"};
  return std::ranges::any_of(
      staff, [&](std::string_view word) { return tokens::match(name, 0, word) != tokens::npos; });
}

/// Nobody works with more; each is compared with all before it.
constexpr std::size_t max_partners = 200;

/// "Đồng chí", "Phó Chủ tịch": who has a part of a body's work in charge.
bool is_person(std::string_view folded, std::size_t at) {
  constexpr std::string_view heads[] = {"đồng chí", "đ/c",         "ông",    "bà",
                                        "phó",      "chủ tịch",    "bí thư", "giám đốc",
                                        "trưởng",   "hiệu trưởng", "chánh"};
  return std::ranges::any_of(heads, [&](std::string_view word) {
    return tokens::match(folded, at, word) != tokens::npos;
  });
}

/// "nhà trường phân công trách nhiệm cụ thể như sau:": who divides the tasks has none by that.
bool announces_division(std::string_view folded, std::size_t task) {
  constexpr std::string_view acts[] = {"phân công trách nhiệm", "phân công nhiệm vụ",
                                       "phân công cụ thể"};
  const bool divides = std::ranges::any_of(
      acts, [&](std::string_view act) { return tokens::match(folded, task, act) != tokens::npos; });
  const std::size_t end = tokens::skip_blanks_back(folded, folded.size());
  return divides && folded.substr(0, end).ends_with("sau:");
}

bool names_actors(std::span<const Role> roles) {
  return contains(roles, Role::implementation) || contains(roles, Role::responsibility);
}

bool ends_with_colon(std::string_view text) {
  const std::size_t end = tokens::skip_blanks_back(text, text.size());
  return end > 0 && text[end - 1] == ':';
}

/// Who speaks for a body: "Chủ tịch UBND xã", "Ban Giám hiệu nhà trường".
constexpr auto heads = tokens::phrases(std::to_array<std::string_view>({
    "lãnh đạo",        "chủ tịch",           "phó chủ tịch",  "giám đốc",      "hiệu trưởng",
    "bí thư",          "thường trực",        "ban thường vụ", "ban chấp hành", "ban thường trực",
    "ban giám hiệu",   "ban giám đốc",       "ban lãnh đạo",  "thủ trưởng",    "trưởng ban",
    "cục trưởng",      "chi cục trưởng",     "bộ trưởng",     "viện trưởng",   "trưởng phòng",
    "chánh văn phòng", "thủ trưởng cơ quan",
}));
/// What somebody is given; no part of his name.
constexpr std::string_view given_things[] = {" chỉ tiêu", " kế hoạch", " nhiệm vụ", " biên chế",
                                             " dự toán",  " kinh phí", " đất",      " rừng"};
struct ShortName {
  std::string_view printed;
  std::string_view whole;
};
constexpr ShortName short_names[] = {{"ubnd", "ủy ban nhân dân"}, {"mttq", "mặt trận tổ quốc"}};

/// "UBND xã" -> "ủy ban nhân dân xã", "Nhà trường" -> "trường": the name that others compare with.
std::string name_of_body(std::string_view printed) {
  std::string name = folded(printed);
  for (const ShortName& row : short_names) {
    for (std::size_t at = name.find(row.printed); at != std::string::npos;
         at = name.find(row.printed, at + row.whole.size())) {
      name.replace(at, row.printed.size(), row.whole);
    }
  }
  constexpr std::string_view school = "nhà trường";
  if (name.starts_with(school)) name.erase(0, school.size() - std::string_view("trường").size());
  return name;
}

/// The actor is the body with this name, the first words of it, or who heads it.
bool is_body(std::string_view actor, std::string_view body) {
  const std::string name = name_of_body(actor);
  std::string_view rest = name;
  if (const auto head = heads.longest(rest, 0)) {
    rest.remove_prefix(tokens::skip_blanks(rest, head.end));
  }
  return rest.empty() || tokens::match(body, 0, rest) != tokens::npos;
}

class Finder {
 public:
  Finder(std::span<const AssignmentNode> nodes, std::string_view issuer, std::string_view superior)
      : nodes_(nodes), facts_(nodes.size()), issuer_(name_of_body(issuer)) {
    // "BAN THƯỜNG TRỰC" beneath "ỦY BAN MTTQ VIỆT NAM XÃ HÒA AN" speaks for that.
    const auto head = heads.longest(issuer_, 0);
    if (head && head.end == issuer_.size()) issuer_ = name_of_body(superior);
    list_children();
    for (std::uint32_t i = 0; i < size(); ++i) survey(i);
    // Pre-order: a subtree ends where its last child's does.
    for (std::uint32_t i = size(); i-- > 0;) {
      Facts& own = facts_[i];
      own.end = std::max(own.end, i + 1);
      if (nodes_[i].parent != no_node) {
        Facts& above = facts_[nodes_[i].parent];
        above.end = std::max(above.end, own.end);
      }
    }
  }

  std::vector<AssignmentFound> run() {
    for (std::uint32_t i = 0; i < size(); ++i) {
      if (is_text(i)) from_labels(i);
    }
    for (std::uint32_t i = 0; i < size(); ++i) {
      if (facts_[i].done || facts_[i].aside) continue;
      // "Trách nhiệm của Sở Y tế" is such a section itself.
      const bool section = nodes_[i].is_heading && facts_[i].section == i;
      if (!section && !beneath_actors(i)) continue;
      if (nodes_[i].is_heading || names_only_actor(i)) {
        if (!from_heading(i) && beneath_actors(i) && !is_bare_actor_label(i)) from_sentences(i);
      } else if (is_text(i)) {
        from_sentences(i);
      }
    }
    std::ranges::stable_sort(found_, {}, &AssignmentFound::node);
    return std::move(found_);
  }

 private:
  struct Facts {
    std::string_view folded;
    const LabelFound* label = nullptr;  // that opens the text
    std::uint32_t end = 0;              // behind the last node beneath this one
    std::uint32_t section = no_node;    // nearest heading of implementation or responsibility
    std::uint32_t first_child = 0;      // place in `children_`
    std::uint32_t child_count = 0;
    bool blocked = false;  // a nearer heading names another matter of that same section
    bool aside = false;    // in an appendix
    bool done = false;     // its text belongs to an assignment, or to a label
  };

  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(nodes_.size()); }
  [[nodiscard]] std::string_view text(std::uint32_t i) const { return nodes_[i].text; }
  [[nodiscard]] std::string_view folded_text(std::uint32_t i) const { return facts_[i].folded; }
  [[nodiscard]] bool is_text(std::uint32_t i) const {
    return !facts_[i].aside && !nodes_[i].is_heading && nodes_[i].kind != NodeKind::table;
  }

  // The children of all nodes stand in one list, those of a node in order.
  void list_children() {
    for (const AssignmentNode& node : nodes_) {
      if (node.parent != no_node) ++facts_[node.parent].child_count;
    }
    std::uint32_t place = 0;
    for (Facts& facts : facts_) {
      facts.first_child = place;
      place += std::exchange(facts.child_count, 0);
    }
    children_.resize(place);
    for (std::uint32_t i = 0; i < size(); ++i) {
      if (nodes_[i].parent == no_node) {
        roots_.push_back(i);
      } else {
        Facts& above = facts_[nodes_[i].parent];
        children_[above.first_child + above.child_count++] = i;
      }
    }
  }

  [[nodiscard]] std::span<const std::uint32_t> children(std::uint32_t i) const {
    return std::span(children_).subspan(facts_[i].first_child, facts_[i].child_count);
  }

  void survey(std::uint32_t i) {
    const AssignmentNode& node = nodes_[i];
    Facts& facts = facts_[i];
    facts.folded = node.folded.size() == node.text.size() ? node.folded
                                                          : folds_.emplace_back(folded(node.text));
    facts.label = node.label != nullptr
                      ? node.label
                      : &labels_.emplace_back(label_role(node.text, facts.folded));
    facts.aside = node.aside;
    if (node.parent != no_node) {
      const Facts& above = facts_[node.parent];
      facts.section = above.section;
      facts.blocked = above.blocked;
    }
    if (!node.is_heading) return;
    if (names_actors(node.roles)) {
      facts.section = i;
      facts.blocked = false;
    } else if (facts.section != no_node) {
      const std::span<const Role> section = nodes_[facts.section].roles;
      facts.blocked = facts.blocked || std::ranges::any_of(node.roles, [&](Role role) {
                        return contains(section, role);
                      });
    }
  }

  [[nodiscard]] bool beneath_actors(std::uint32_t i) const {
    const std::uint32_t parent = nodes_[i].parent;
    return parent != no_node && facts_[parent].section != no_node && !facts_[parent].blocked;
  }

  [[nodiscard]] std::span<const std::uint32_t> siblings(std::uint32_t i) const {
    return nodes_[i].parent == no_node ? std::span(roots_) : children(nodes_[i].parent);
  }

  void finish(std::uint32_t i) {
    for (std::uint32_t k = i; k < facts_[i].end; ++k) facts_[k].done = true;
  }

  // --- labels

  // A node that is nothing but the label of an actor: "Cơ quan thực hiện:".
  [[nodiscard]] bool is_bare_actor_label(std::uint32_t i) const {
    const LabelFound& label = *facts_[i].label;
    return (label.kind == LabelKind::lead || label.kind == LabelKind::executor ||
            label.kind == LabelKind::partner) &&
           label.length >= text(i).size();
  }

  [[nodiscard]] bool is_lead(std::uint32_t i) const {
    const LabelKind kind = facts_[i].label->kind;
    return kind == LabelKind::lead || kind == LabelKind::executor;
  }

  [[nodiscard]] bool names_task(std::uint32_t i) const {
    const LabelFound& label = *facts_[i].label;
    return label.kind == LabelKind::role &&
           (label.roles.front() == Role::content || label.roles.front() == Role::task);
  }

  // "Phối hợp: Văn phòng Bộ. Thời gian: Tháng 8": where another matter's label begins behind a stop
  // or a semicolon, or `end`.
  [[nodiscard]] std::size_t other_label_begin(std::uint32_t i, std::size_t at,
                                              std::size_t end) const {
    constexpr int most_stops = 8;
    for (int stops = 0; stops < most_stops; ++stops) {
      at = std::min(text(i).find_first_of(".;", at), end);
      if (at == end) return end;
      const std::size_t next = tokens::skip_blanks(text(i), at + 1);
      const bool labelled =
          next > at + 1 && next < end &&
          label_role(text(i).substr(next, end - next), folded_text(i).substr(next, end - next))
                  .kind == LabelKind::role;
      if (labelled) return next;
      at = next;
    }
    return end;
  }

  // Where the value of a label ends: at the next label of the same text, without its marks.
  [[nodiscard]] TextRange value_of(std::uint32_t i, const ActorLabel& label) const {
    const ActorLabel next = next_actor_label(text(i), folded_text(i), label.value);
    std::size_t end = next.kind == LabelKind::none ? text(i).size() : next.begin;
    end = std::min(end, other_label_begin(i, label.value, end));
    const std::size_t open = text(i).substr(0, end).find('(', label.value);
    while (end > label.value) {
      end = tokens::skip_blanks_back(text(i), end);
      const char last = end > label.value ? text(i)[end - 1] : ' ';
      const bool closes = last == ')' && open >= end;
      if (last != ';' && last != '.' && last != ',' && last != '(' && !closes) break;
      --end;
    }
    return {label.value, std::max(end, label.value)};
  }

  void from_labels(std::uint32_t i) {
    constexpr int max_labels = 8;  // each looks at the whole text for its partners
    int labels = 0;
    for (ActorLabel label = next_actor_label(text(i), folded_text(i), 0);
         label.kind != LabelKind::none && labels < max_labels;
         label = next_actor_label(text(i), folded_text(i), label.value), ++labels) {
      facts_[i].done = true;
      if (label.kind == LabelKind::partner) continue;
      const TextRange value = value_of(i, label);
      if (value.begin >= value.end) {
        from_items(i, label);
        continue;
      }
      if (says_who_does_what(i, value)) {  // "Cơ quan thực hiện: Sở Y tế chủ trì ...; Sở ..."
        const ActorLabel next = next_actor_label(text(i), folded_text(i), label.value);
        const std::size_t first = found_.size();
        from_clauses(i, value.begin, next.kind == LabelKind::none ? text(i).size() : next.begin,
                     "label");
        for (std::size_t k = first; k < found_.size(); ++k) name_task(i, i, label, found_[k]);
        continue;
      }
      AssignmentFound found;
      found.node = i;
      found.assignee = {i, value};
      found.rule = "label";
      tasks_beside(i, label, found.tasks, !leads_meeting(i, label, value));
      partners_beside(i, found.collaborators);
      if (!found.tasks.empty()) found_.push_back(std::move(found));
      if (label.value >= text(i).size()) break;
    }
  }

  // "Cơ quan thực hiện:" over items, each of which says who does what, or only who.
  void from_items(std::uint32_t i, const ActorLabel& label) {
    if (label.value < text(i).size()) return;
    for (const std::uint32_t item : children(i)) {
      if (!is_text(item)) continue;
      facts_[item].done = true;
      const std::size_t first = found_.size();
      if (says_who_does_what(item, {0, text(item).size()})) {
        from_clauses(item, 0, text(item).size(), "label");
        for (std::size_t k = first; k < found_.size(); ++k) name_task(item, i, label, found_[k]);
        continue;
      }
      const ActorFound actor = actor_at(text(item), folded_text(item), 0, text(item).size());
      if (actor.tie != ActorTie::bare) continue;
      AssignmentFound found;
      found.node = item;
      found.assignee = {item, actor.name};
      found.rule = "label";
      tasks_beside(i, label, found.tasks);
      if (!found.tasks.empty()) found_.push_back(std::move(found));
    }
  }

  // "Cơ quan thực hiện: Sở A chủ trì, phối hợp với Sở B" in item `i` says no task; it stands beside
  // the label of item `owner`.
  void name_task(std::uint32_t i, std::uint32_t owner, const ActorLabel& label,
                 AssignmentFound& found) {
    if (found.tasks.size() != 1 || found.collaborators.empty()) return;
    const TextRange& said = found.tasks.front().range;
    const TextRange& last = found.collaborators.back().range;
    if (text(i).substr(last.end, said.end - last.end).find_first_not_of(" .;,") !=
        std::string_view::npos) {
      return;
    }
    std::vector<TextPiece> tasks;
    tasks_beside(owner, label, tasks);
    if (!tasks.empty()) found.tasks = std::move(tasks);
  }

  [[nodiscard]] bool says_who_does_what(std::uint32_t i, TextRange value) const {
    const ActorFound actor = actor_at(text(i), folded_text(i), value.begin, value.end);
    if (actor.tie == ActorTie::responsibility) return true;
    // "Phó Chủ tịch, phụ trách lĩnh vực Văn phòng": which of them. What a body has in its charge it
    // does.
    const std::size_t before = tokens::skip_blanks_back(text(i), actor.task);
    const bool in_charge = is_person(folded_text(i), value.begin) &&
                           tokens::match(folded_text(i), actor.task, "phụ trách") != tokens::npos &&
                           before > 0 && text(i)[before - 1] == ',';
    if (in_charge) return false;
    return actor.tie == ActorTie::verb && !is_circumstance_at(folded_text(i), actor.task);
  }

  // The group of a label: the nodes beside it, or beside the bare label above it.
  [[nodiscard]] std::uint32_t group_member(std::uint32_t i) const {
    const std::uint32_t parent = nodes_[i].parent;
    return parent != no_node && is_bare_actor_label(parent) ? parent : i;
  }

  struct Group {
    std::span<const std::uint32_t> before;  // back to the lead before
    std::span<const std::uint32_t> after;   // up to the next lead
  };

  [[nodiscard]] Group group_of(std::uint32_t i) const {
    const std::uint32_t member = group_member(i);
    const std::span<const std::uint32_t> all = siblings(member);
    const auto at = static_cast<std::size_t>(std::ranges::lower_bound(all, member) - all.begin());
    std::size_t first = at;
    while (first > 0 && !is_lead(all[first - 1])) --first;
    std::size_t last = at + 1;
    while (last < all.size() && !is_lead(all[last])) ++last;
    return {all.subspan(first, at - first), all.subspan(at + 1, last - at - 1)};
  }

  void add_task(std::uint32_t i, std::size_t begin, std::size_t end,
                std::vector<TextPiece>& tasks) const {
    begin = tokens::skip_blanks(text(i), begin);
    end = tokens::skip_blanks_back(text(i), end);
    if (begin < end) tasks.push_back({i, {begin, end}});
  }

  // The task that the group names by a label; its items where the label stands alone.
  void labelled_tasks(std::span<const std::uint32_t> group, std::vector<TextPiece>& tasks) {
    for (const std::uint32_t k : group) {
      if (!names_task(k) || facts_[k].aside) continue;
      if (facts_[k].label->length < text(k).size()) {
        add_task(k, facts_[k].label->length, text(k).size(), tasks);
      } else {
        for (const std::uint32_t child : children(k)) {
          if (is_text(child)) add_task(child, 0, text(child).size(), tasks);
        }
      }
      finish(k);
    }
  }

  void plain_tasks(std::span<const std::uint32_t> group, std::vector<TextPiece>& tasks) {
    for (const std::uint32_t k : group) {
      if (!is_text(k) || facts_[k].label->kind != LabelKind::none) continue;
      add_task(k, 0, text(k).size(), tasks);
      finish(k);
    }
  }

  // "Chủ trì: Ông ...", "Chủ trì: BS. ..." among those present leads a meeting: what stands beside
  // it is no task. "Đơn vị chủ trì: đồng chí ..." has one.
  [[nodiscard]] bool leads_meeting(std::uint32_t i, const ActorLabel& label,
                                   TextRange value) const {
    const auto labelled = [&](std::string_view words) {
      return tokens::match(folded_text(i), label.begin, words) != tokens::npos;
    };
    if (!labelled("chủ trì") && !labelled("người chủ trì")) return false;
    const std::string_view rest = folded_text(i).substr(0, value.end);
    if (tokens::match(rest, value.begin, "đồng chí") != tokens::npos) return true;
    return outline::honours_length(value.of(text(i)), value.of(folded_text(i))) != 0;
  }

  // "1.1. Tổ chức hội nghị bàn việc trồng cây." is a task itself; what stands beneath it beside the
  // labels tells more of it.
  [[nodiscard]] bool says_task(std::uint32_t i) const {
    if (i == no_node || nodes_[i].is_heading || !is_text(i)) return false;
    const std::size_t end = tokens::skip_blanks_back(text(i), text(i).size());
    return end > 0 && text(i)[end - 1] == '.' && is_verb_at(folded_text(i), 0) &&
           facts_[i].label->kind == LabelKind::none;
  }

  // `unlabelled`: also what no label calls a task.
  void tasks_beside(std::uint32_t i, const ActorLabel& label, std::vector<TextPiece>& tasks,
                    bool unlabelled = true) {
    if (label.begin > 0 && next_actor_label(text(i), folded_text(i), 0).begin == label.begin) {
      // "Tổ chức tập huấn (đơn vị chủ trì: Phòng Đào tạo)": the task stands before its label.
      std::size_t end = tokens::skip_blanks_back(text(i), label.begin);
      if (text(i)[end - 1] == '(') --end;
      const std::size_t begin =
          facts_[i].label->kind == LabelKind::role ? facts_[i].label->length : 0;
      add_task(i, begin, end, tasks);
      if (!tasks.empty()) return;
    }
    const Group group = group_of(i);
    labelled_tasks(group.before, tasks);
    if (tasks.empty()) labelled_tasks(group.after, tasks);
    if (!unlabelled) return;
    const std::uint32_t above = nodes_[group_member(i)].parent;
    if (tasks.empty() && !says_task(above)) {
      plain_tasks(group.before, tasks);
      if (tasks.empty()) plain_tasks(group.after, tasks);
    }
    if (!tasks.empty() || above == no_node) return;
    // "1.1. Nội dung: Rà soát ..." over "- Đơn vị chủ trì: ..."
    const bool labelled = names_task(above) && facts_[above].label->length < text(above).size();
    add_task(above, labelled ? facts_[above].label->length : 0, text(above).size(), tasks);
  }

  void partners_beside(std::uint32_t i, std::vector<TextPiece>& out) {
    partners_of(i, out);
    if (!out.empty()) return;
    const Group group = group_of(i);
    const std::span<const std::uint32_t> all = siblings(i);
    // Beneath a bare label the partners stand beside the lead itself.
    const auto at = static_cast<std::size_t>(std::ranges::lower_bound(all, i) - all.begin());
    for (std::size_t k = at + 1; k < all.size() && !is_lead(all[k]); ++k) partners_of(all[k], out);
    if (out.empty()) {
      for (const std::uint32_t k : group.after) partners_of(k, out);
    }
    if (out.empty()) {
      for (const std::uint32_t k : group.before) partners_of(k, out);
    }
  }

  void partners_of(std::uint32_t i, std::vector<TextPiece>& out) {
    if (nodes_[i].kind == NodeKind::table) return;
    for (ActorLabel label = next_actor_label(text(i), folded_text(i), 0);
         label.kind != LabelKind::none;
         label = next_actor_label(text(i), folded_text(i), label.value)) {
      if (label.kind != LabelKind::partner) continue;
      const TextRange value = value_of(i, label);
      if (value.begin >= value.end && label.value >= text(i).size()) {
        for (const std::uint32_t item : children(i)) partners_listed(item, out);
      }
      partners_in(i, value, out);
    }
  }

  // "Đơn vị phối hợp:" over "- Sở Y tế;": an item names some. One that says what somebody does, or
  // that has another label, names none.
  void partners_listed(std::uint32_t i, std::vector<TextPiece>& out) {
    if (!is_text(i) || facts_[i].label->kind != LabelKind::none || out.size() >= max_partners) {
      return;
    }
    const ActorFound actor = actor_at(text(i), folded_text(i), 0, text(i).size());
    if (actor.tie != ActorTie::none && actor.tie != ActorTie::bare) return;
    // "+ Cấp xã: Công an xã, Hội Phụ nữ", "+ Cấp huyện:" over its items; not "(từ 8:00)"
    const std::size_t colon = text(i).find_first_of(":(");
    const bool grouped = colon != std::string_view::npos && text(i)[colon] == ':' &&
                         (colon + 1 == text(i).size() || text(i)[colon + 1] == ' ');
    const std::size_t begin = grouped ? colon + 1 : 0;
    const std::size_t end = text(i).find_last_not_of(" .;,/") + 1;
    if (begin < end) {
      partners_in(i, {begin, end}, out);
    } else {
      for (const std::uint32_t item : children(i)) partners_listed(item, out);
    }
    facts_[i].done = true;
  }

  void partners_in(std::uint32_t i, TextRange value, std::vector<TextPiece>& out) const {
    std::vector<TextRange> names;
    split_actors(text(i), folded_text(i), value.begin, value.end, names);
    for (const TextRange& name : names) add_collaborator({i, name}, out);
  }

  // --- headings

  // "1.2. Các sở: Tài chính, Xây dựng" over what they do: an item that names as a heading does.
  [[nodiscard]] bool names_only_actor(std::uint32_t i) const {
    if (!is_text(i) || children(i).empty() || is_bare_actor_label(i)) return false;
    const std::size_t end = tokens::skip_blanks_back(text(i), text(i).size());
    const ActorFound actor = actor_at(text(i), folded_text(i), 0, end);
    return actor.tie == ActorTie::bare && actor.whole_end + 1 >= end;
  }

  [[nodiscard]] TextRange named_actor(std::uint32_t i) const {
    const std::optional<TextRange>& known = nodes_[i].actor;
    return known ? *known : actor_of_heading(text(i), folded_text(i));
  }

  // False where the heading names no actor. One that says who does what ("Sở Y tế theo dõi ...") is
  // a sentence all the same.
  bool from_heading(std::uint32_t i) {
    const TextRange name = named_actor(i);
    if (name.begin >= name.end || is_bare_actor_label(i)) return false;
    AssignmentFound found;
    found.node = i;
    found.assignee = {i, name};
    found.rule = "heading";
    collect(i, found);
    if (!found.tasks.empty()) found_.push_back(std::move(found));
    return true;
  }

  // The items beneath an actor's heading or lead-in, through headings that only divide them. An
  // item that names another or a narrower actor is left for itself.
  void collect(std::uint32_t owner, AssignmentFound& found) {
    std::vector<std::uint32_t> waiting(children(owner).rbegin(), children(owner).rend());
    while (!waiting.empty()) {
      const std::uint32_t i = waiting.back();
      waiting.pop_back();
      if (facts_[i].done || facts_[i].aside || nodes_[i].kind == NodeKind::table) continue;
      const bool divides = nodes_[i].is_heading ? named_actor(i).end == 0
                                                : facts_[i].label->kind == LabelKind::role &&
                                                      facts_[i].label->length >= text(i).size() &&
                                                      !children(i).empty();
      if (names_only_actor(i)) continue;
      if (divides) {
        facts_[i].done = true;
        waiting.insert(waiting.end(), children(i).rbegin(), children(i).rend());
      } else if (!nodes_[i].is_heading) {
        collect_item(i, found);
      }
    }
  }

  void collect_item(std::uint32_t i, AssignmentFound& found) {
    const ActorFound actor =
        actor_at(text(i), folded_text(i), tokens::skip_blanks(text(i), 0), text(i).size());
    std::size_t begin = 0;
    // "Mỗi đơn vị ...": of those whom the heading names.
    const bool each = tokens::match(folded_text(i), 0, "mỗi") != tokens::npos;
    const bool staff = actor && actor.ordered && orders_staff(actor.name.of(folded_text(i))) &&
                       tokens::match(folded_text(i), 0, "phân công") != tokens::npos;
    if (actor && actor.tie != ActorTie::bare && !each && !staff) {
      if (!is_same_actor(i, actor, found.assignee)) return;
      begin = actor.task;
      if (begin >= text(i).size() && !children(i).empty()) {  // "Sở Y tế có trách nhiệm:"
        collect(i, found);
        finish(i);
        return;
      }
    }
    add_task(i, begin, text(i).size(), found.tasks);
    add_partners(i, begin, text(i).size(), found.collaborators);
    finish(i);
  }

  // The item's actor is the heading's, or its beginning ("Trung tâm" for "Trung tâm Y tế").
  [[nodiscard]] bool is_same_actor(std::uint32_t i, const ActorFound& actor,
                                   const TextPiece& owner) const {
    const std::string_view own = actor.name.of(folded_text(i));
    const std::string_view other = owner.range.of(folded_text(owner.node));
    return !actor.ordered && tokens::match(other, 0, own) != tokens::npos;
  }

  // --- sentences

  // "Thành phần: Sở Y tế (chủ trì), các bệnh viện": who is there.
  [[nodiscard]] bool names_participants(std::uint32_t i) const {
    const LabelFound& label = *facts_[i].label;
    return label.kind == LabelKind::role && label.roles.front() == Role::participant;
  }

  void from_sentences(std::uint32_t i) {
    if (names_participants(i)) return;
    if (from_clauses(i, 0, text(i).size(), "sentence")) facts_[i].done = true;
  }

  // The assignments of [begin, end), sentence by sentence. A sentence without an actor goes on with
  // the one before. True where there was any.
  bool from_clauses(std::uint32_t i, std::size_t begin, std::size_t end, std::string_view rule) {
    std::vector<AssignmentFound> own;
    const std::size_t first = found_.size();
    bool open = false;  // the last of `own` takes sentences without an actor
    for (TextRange sentence : split_sentences(text(i).substr(begin, end - begin))) {
      sentence = {sentence.begin + begin, sentence.end + begin};
      for (std::size_t at = sentence.begin; at < sentence.end;) {
        const std::size_t stop = clause_end(i, at, sentence.end);
        open = from_clause(i, {at, stop}, rule, open, own);
        at = tokens::skip_blanks(text(i), stop);
      }
    }
    if (own.empty()) return false;
    if (open && rule != "label") {
      if (ends_with_colon(text(i))) {
        from_lead_in(i, own.back());
      } else {
        for (const std::uint32_t child : children(i)) {
          if (is_text(child) && !facts_[child].done) collect_item(child, own.back());
        }
      }
    }
    for (AssignmentFound& found : own) {
      if (!found.tasks.empty()) found_.push_back(std::move(found));
    }
    return found_.size() > first;
  }

  // One clause; whether a sentence without an actor may go on with it.
  bool from_clause(std::uint32_t i, TextRange clause, std::string_view rule, bool open,
                   std::vector<AssignmentFound>& own) {
    if (asks(i, clause)) return false;
    ActorFound actor = actor_of_sentence(text(i), folded_text(i), clause.begin, clause.end);
    if (const ActorFound ordered = ordered_by_issuer(i, actor, clause.end)) actor = ordered;
    if (actor) {
      if (announces_division(folded_text(i), actor.task)) return false;
      own.push_back(begin_assignment(i, actor, rule));
      add_task(i, actor.task, clause.end, own.back().tasks);
      add_partners(i, actor.task, clause.end, own.back().collaborators);
      return true;
    }
    const ActorFound agent = actor_of_passive(text(i), folded_text(i), clause.begin, clause.end);
    const bool acts = is_verb_at(folded_text(i), clause.begin) &&
                      !is_circumstance_at(folded_text(i), clause.begin);
    if (agent && !acts) {
      own.push_back(begin_assignment(i, agent, "passive"));
      add_task(i, clause.begin, clause.end, own.back().tasks);
      return false;
    }
    if (!open && from_bracket(i, clause, own)) return false;
    if (open) {
      add_task(i, clause.begin, clause.end, own.back().tasks);
      add_partners(i, clause.begin, clause.end, own.back().collaborators);
    }
    return open;
  }

  /// "Chủ tịch UBND xã giao Công an xã chủ trì ...": whom the issuer of the paper gives an order.
  [[nodiscard]] ActorFound ordered_by_issuer(std::uint32_t i, const ActorFound& actor,
                                             std::size_t end) const {
    if (issuer_.empty() || !actor || actor.ordered || actor.tie != ActorTie::verb) return {};
    if (!is_body(actor.name.of(text(i)), issuer_)) return {};
    // Who is asked may be a superior, or of another house.
    if (tokens::match(folded_text(i), actor.task, "đề nghị") != tokens::npos) return {};
    const ActorFound next = actor_of_sentence(text(i), folded_text(i), actor.task, end);
    if (!next.ordered || next.tie == ActorTie::bare) return {};
    const std::string_view name = next.name.of(folded_text(i));
    // "giao ban với các thôn" meets, "giao các thôn chỉ tiêu" gives a thing.
    const bool meets = name.starts_with("ban ") && !tokens::is_capital(text(i), next.name.begin);
    const auto holds = [name](std::string_view thing) {
      return name.find(thing) != std::string_view::npos;
    };
    const bool gives = std::ranges::any_of(given_things, holds) ||
                       name.find_first_of("0123456789") != std::string_view::npos;
    return meets || gives ? ActorFound{} : next;
  }

  [[nodiscard]] bool asks(std::uint32_t i, TextRange clause) const {
    const std::size_t end = tokens::skip_blanks_back(text(i), clause.end);
    return end > clause.begin && text(i)[end - 1] == '?';
  }

  // "Tập huấn (Sở Y tế chủ trì, phối hợp với Sở Tư pháp)": who leads stands behind the task.
  bool from_bracket(std::uint32_t i, TextRange clause, std::vector<AssignmentFound>& own) const {
    std::size_t close = tokens::skip_blanks_back(text(i), clause.end);
    if (close > clause.begin && (text(i)[close - 1] == '.' || text(i)[close - 1] == ';')) --close;
    if (close <= clause.begin || text(i)[close - 1] != ')') return false;
    const std::size_t found_open = text(i).substr(clause.begin, --close - clause.begin).rfind('(');
    if (found_open == tokens::npos || found_open == 0) return false;
    const std::size_t open = clause.begin + found_open;
    const ActorFound actor = actor_at(text(i), folded_text(i), open + 1, close);
    if (actor.tie != ActorTie::verb || !leads(i, clause.begin, actor, close)) return false;
    AssignmentFound found = begin_assignment(i, actor, "sentence");
    // "Cấp phát (...), quyết toán (Kho bạc thực hiện)": a bracket before is another's.
    std::size_t begin = clause.begin;
    const std::string_view front = text(i).substr(0, open);
    const std::size_t other = front.substr(clause.begin).rfind(')');
    const std::size_t opens =
        other == tokens::npos ? other : front.rfind('(', clause.begin + other);
    if (opens != tokens::npos && opens >= clause.begin &&
        actor_at(text(i), folded_text(i), opens + 1, clause.begin + other).tie == ActorTie::verb) {
      begin = clause.begin + other + 1;
    }
    while (begin < open && (text(i)[begin] == ',' || text(i)[begin] == ' ')) ++begin;
    add_task(i, begin, open, found.tasks);
    if (found.tasks.empty()) return false;
    add_partners(i, actor.task, close, found.collaborators);
    const std::size_t next = text(i).find_first_of(",;", actor.task);
    if (next < close) partners_who_act(i, {next + 1, close}, found.collaborators);
    own.push_back(std::move(found));
    return true;
  }

  // What the actor of a bracket that closes at `close` does shows that the task at `begin` is his.
  [[nodiscard]] bool leads(std::uint32_t i, std::size_t begin, const ActorFound& actor,
                           std::size_t close) const {
    const std::size_t before = tokens::skip_blanks_back(text(i), actor.task);
    if (tokens::match_back(folded_text(i), before, "đã") != tokens::npos) return false;
    const auto opens = [&](std::size_t at) {
      return [this, i, at](std::string_view verb) {
        return tokens::match(folded_text(i), at, verb) != tokens::npos;
      };
    };
    if (std::ranges::any_of(leading_verbs, opens(actor.task))) return true;
    if (std::ranges::any_of(attending_verbs, opens(tokens::skip_blanks(text(i), begin)))) {
      return false;
    }
    const auto behind = [&](std::size_t at) {
      for (const std::string_view verb : acting_verbs) {
        const std::size_t end = tokens::match(folded_text(i), at, verb);
        if (end != tokens::npos) return tokens::skip_blanks(text(i), end);
      }
      return at;
    };
    const std::size_t first = behind(actor.task);
    const std::size_t at = behind(first);  // "tổ chức thực hiện"
    return at > actor.task && (at >= close || text(i)[at] == ';' || text(i)[at] == ',');
  }

  // "(Sở Y tế chủ trì; Công an xã, Trạm Y tế phối hợp)"
  void partners_who_act(std::uint32_t i, TextRange range, std::vector<TextPiece>& out) const {
    const std::size_t begin = tokens::skip_blanks(text(i), range.begin);
    const ActorFound actor = actor_at(text(i), folded_text(i), begin, range.end);
    if (actor.tie != ActorTie::verb ||
        tokens::match(folded_text(i), actor.task, "phối hợp") == tokens::npos) {
      return;
    }
    std::vector<TextRange> names;
    split_actors(text(i), folded_text(i), actor.name.begin, actor.name.end, names);
    for (const TextRange& name : names) add_collaborator({i, name}, out);
  }

  [[nodiscard]] static AssignmentFound begin_assignment(std::uint32_t i, const ActorFound& actor,
                                                        std::string_view rule) {
    AssignmentFound found;
    found.node = i;
    found.assignee = {i, actor.name};
    found.rule = rule;
    return found;
  }

  // "các đơn vị ..., mỗi đơn vị đăng ký một công trình": each of those before, no one else.
  [[nodiscard]] bool is_each_of(std::uint32_t i, TextRange before, std::size_t at) const {
    const std::string_view folded = folded_text(i);
    std::size_t noun = tokens::match(folded, at, "mỗi");
    if (noun == tokens::npos) noun = tokens::match(folded, at, "từng");
    if (noun == tokens::npos) return false;
    noun = tokens::skip_blanks(folded, noun);
    const std::size_t end = std::min(folded.find_first_of(" ,;", noun), folded.size());
    const std::size_t second = std::min(folded.find_first_of(" ,;", end + 1), folded.size());
    const std::string_view first = folded.substr(noun, end - noun);
    const std::string_view both = folded.substr(noun, second - noun);
    const ActorFound actor = actor_at(text(i), folded, before.begin, before.end);
    if (!actor || first.empty()) return false;
    constexpr std::string_view of_many[] = {"các ", ", ", " và ", "mọi ", "những "};
    const std::string_view name = actor.name.of(folded);
    const auto holds = [name](std::string_view part) { return name.find(part) != tokens::npos; };
    return std::ranges::any_of(of_many, holds) &&
           (holds(both) || name.ends_with(first) ||
            tokens::match(folded, noun, "đơn vị") != tokens::npos ||
            tokens::match(folded, noun, "địa phương") != tokens::npos);
  }

  // Where a second actor with a verb of its own begins: behind ";", behind "," only with "có trách
  // nhiệm", as a comma is followed by whatever else.
  [[nodiscard]] std::size_t clause_end(std::uint32_t i, std::size_t begin, std::size_t end) const {
    constexpr std::size_t max_commas = 12;  // each is tried for a whole name
    std::size_t commas = 0;
    std::optional<std::size_t> known_task;
    for (std::size_t at = begin; at < end; ++at) {
      const char c = text(i)[at];
      if (c == '(') {
        const std::size_t close = text(i).substr(0, end).find(')', at);
        if (close == tokens::npos) break;
        at = close;
        continue;
      }
      if (c != ';' && c != ',') continue;
      if (!known_task) known_task = task_of(i, begin);
      const std::size_t task = *known_task;
      if (task != tokens::npos && at < task) continue;
      if (c == ',' && (at < task || ++commas > max_commas)) continue;
      const std::size_t next = tokens::skip_blanks(text(i), at + 1);
      const ActorFound actor = actor_at(text(i), folded_text(i), next, end);
      if (actor && actor.tie != ActorTie::responsibility && is_each_of(i, {begin, at}, next)) {
        at = std::max(at, actor.name.end - 1);
        continue;
      }
      // Who orders goes on ordering; whom somebody else orders about is his task.
      if (actor.ordered && !actor_at(text(i), folded_text(i), begin, end).ordered) continue;
      const bool acts = actor.tie == ActorTie::verb || names_next(i, actor);
      if (actor.tie != ActorTie::responsibility && (c != ';' || !acts)) continue;
      if (c != ';' || actor.ordered || !lists_actors(i, begin, at)) return at + 1;
    }
    return end;
  }

  // "Sở A: hướng dẫn ...; Sở B: chỉ đạo ...": behind the colon stands what he does.
  [[nodiscard]] bool names_next(std::uint32_t i, const ActorFound& actor) const {
    return actor.tie == ActorTie::colon && tokens::is_capital(text(i), actor.name.begin) &&
           is_verb_at(folded_text(i), actor.task);
  }

  // "hướng dẫn các sở, ngành; các xã thực hiện ...": [begin, at) ends in a list of those whom the
  // clause makes do something, and what follows the semicolon goes on with it.
  [[nodiscard]] bool lists_actors(std::uint32_t i, std::size_t begin, std::size_t at) const {
    const std::size_t next = tokens::skip_blanks(text(i), at + 1);
    if (next >= text(i).size() || tokens::is_capital(text(i), next)) return false;
    constexpr std::size_t longest_list = 600;  // bytes
    const std::size_t from = std::max(begin, at - std::min(at, longest_list));
    const std::string_view before = folded_text(i).substr(from, at - from);
    std::size_t last = tokens::npos;  // behind the verb that stands last
    for (const std::string_view verb : guiding_verbs) {
      const std::size_t found = before.rfind(verb);
      if (found == tokens::npos) continue;
      const std::size_t end = from + found + verb.size();
      if (last == tokens::npos || end > last) last = end;
    }
    if (last == tokens::npos) return false;
    const std::size_t list = tokens::skip_blanks(text(i), last);
    const ActorFound actors = actor_at(text(i), folded_text(i), list, at);
    return actors.tie == ActorTie::bare && actors.whole_end + 1 >= at;
  }

  // Where the task of the clause begins: a comma before it, inside the actor's name, parts nothing.
  [[nodiscard]] std::size_t task_of(std::uint32_t i, std::size_t begin) const {
    const ActorFound actor = actor_at(text(i), folded_text(i), begin, text(i).size());
    return actor && actor.tie != ActorTie::bare ? actor.task : tokens::npos;
  }

  // "Giao phòng X triển khai các công việc:": the tasks are the items beneath, or those that
  // follow.
  void from_lead_in(std::uint32_t i, AssignmentFound& lead) {
    AssignmentFound items = lead;
    items.tasks.clear();
    items.rule = "lead-in";
    if (!children(i).empty()) {
      collect(i, items);
    } else {
      for (const std::uint32_t k : siblings(i)) {
        if (k <= i) continue;
        if (!is_text(k) || facts_[k].done || facts_[k].label->kind != LabelKind::none) break;
        if (!follow(k, items)) break;
      }
    }
    if (!items.tasks.empty()) lead = std::move(items);
  }

  // A sibling that goes on with a lead-in; false where it names its own actor first.
  bool follow(std::uint32_t k, AssignmentFound& lead) {
    std::vector<AssignmentFound> own;
    bool first = true;
    bool open = true;
    for (const TextRange& sentence : split_sentences(text(k))) {
      const ActorFound actor =
          actor_of_sentence(text(k), folded_text(k), sentence.begin, sentence.end);
      if (first && actor) return false;
      first = false;
      if (open && !actor &&
          !actor_of_passive(text(k), folded_text(k), sentence.begin, sentence.end)) {
        add_task(k, sentence.begin, sentence.end, lead.tasks);
        add_partners(k, sentence.begin, sentence.end, lead.collaborators);
        continue;
      }
      open = false;
      from_clause(k, sentence, "sentence", !own.empty(), own);
    }
    for (AssignmentFound& found : own) found_.push_back(std::move(found));
    finish(k);
    return true;
  }

  // --- collaborators

  void add_partners(std::uint32_t i, std::size_t begin, std::size_t end,
                    std::vector<TextPiece>& out) const {
    std::vector<TextRange> names;
    collaborators_in(text(i), folded_text(i), begin, end, names);
    for (const TextRange& name : names) add_collaborator({i, name}, out);
  }

  void add_collaborator(TextPiece piece, std::vector<TextPiece>& out) const {
    const auto name = [&](const TextPiece& one) {
      std::string_view own = one.range.of(folded_text(one.node));
      const std::size_t all = tokens::match(own, 0, "các");
      if (all != tokens::npos) own.remove_prefix(tokens::skip_blanks(own, all));
      return own;
    };
    const auto same = [&](const TextPiece& other) { return name(other) == name(piece); };
    if (out.size() < max_partners && std::ranges::none_of(out, same)) out.push_back(piece);
  }

  std::span<const AssignmentNode> nodes_;
  std::vector<Facts> facts_;
  std::string issuer_;  ///< as `name_of_body` has it; empty where nobody knows
  std::vector<std::uint32_t> children_;
  std::vector<std::uint32_t> roots_;
  std::deque<std::string> folds_;  // of texts that came without
  std::deque<LabelFound> labels_;  // the same
  std::vector<AssignmentFound> found_;
};

}  // namespace

std::vector<AssignmentFound> find_assignments(std::span<const AssignmentNode> nodes,
                                              std::string_view issuer, std::string_view superior) {
  return Finder(nodes, issuer, superior).run();
}

}  // namespace vanban::plan
