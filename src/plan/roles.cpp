#include "plan/roles.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "outline/heading.hpp"
#include "outline/segments.hpp"
#include "plan/actors.hpp"
#include "plan/folded.hpp"
#include "plan/role_rules.hpp"
#include "tokens/fold.hpp"
#include "tokens/phrases.hpp"

namespace vanban::plan {
namespace {

using roles::Extent;
using tokens::npos;
using tokens::phrases;

struct LabelRow {
  std::string_view phrase;
  LabelKind kind;
};

// clang-format off
// What labels of actors are made of: a body ("Cơ quan", "Cơ quan, đơn vị"), then what it does.
constexpr auto label_bodies = std::to_array<std::string_view>({
    "cơ quan", "đơn vị", "cơ quan, đơn vị", "đơn vị, cơ quan", "cơ quan/đơn vị", "đơn vị/cơ quan",
    "phòng", "phòng, đơn vị",
    "bộ phận", "các cơ quan", "các đơn vị", "các cơ quan, đơn vị", "các phòng, đơn vị",
    "ngành", "sở", "sở, ngành", "các sở, ngành", "người", "cá nhân", "tổ chức, cá nhân",
    "tập thể, cá nhân",
});
constexpr auto label_acts = std::to_array<LabelRow>({
    {"chủ trì", LabelKind::lead}, {"chủ trì thực hiện", LabelKind::lead},
    {"đầu mối", LabelKind::lead}, {"chủ trì soạn thảo", LabelKind::lead},
    {"chủ trì xây dựng", LabelKind::lead}, {"chủ trì trình", LabelKind::lead},
    {"soạn thảo", LabelKind::executor}, {"phối hợp soạn thảo", LabelKind::partner},
    {"chủ trì tham mưu", LabelKind::lead}, {"chủ trì tham mưu thực hiện", LabelKind::lead},
    {"tham mưu", LabelKind::lead}, {"tham mưu thực hiện", LabelKind::lead},
    {"chủ trì triển khai", LabelKind::lead}, {"chủ trì tổ chức thực hiện", LabelKind::lead},
    {"phối hợp tham mưu", LabelKind::partner}, {"phối hợp triển khai", LabelKind::partner},
    {"chủ trì, tham mưu", LabelKind::lead},
    {"phối hợp", LabelKind::partner}, {"phối hợp thực hiện", LabelKind::partner},
    {"cùng phối hợp", LabelKind::partner}, {"tham gia phối hợp", LabelKind::partner},
    {"thực hiện", LabelKind::executor}, {"tổ chức thực hiện", LabelKind::executor},
    {"triển khai", LabelKind::executor}, {"triển khai thực hiện", LabelKind::executor},
    {"chịu trách nhiệm", LabelKind::executor}, {"chịu trách nhiệm thực hiện", LabelKind::executor},
});
// The body that has names made of an act.
constexpr std::string_view office = "phòng";
// A label only where nothing but an actor follows.
constexpr std::string_view verb_label = "thực hiện";
// Labels of actors as a whole, with and without a body.
constexpr auto whole_labels = std::to_array<LabelRow>({
    {"chủ trì", LabelKind::lead}, {"chủ trì thực hiện", LabelKind::lead},
    {"phối hợp", LabelKind::partner},
    {"phối hợp thực hiện", LabelKind::partner}, {"phân công", LabelKind::executor},
    {"phân công thực hiện", LabelKind::executor}, {"trách nhiệm thực hiện", LabelKind::executor},
    {"trách nhiệm", LabelKind::executor}, {"giao thực hiện", LabelKind::executor},
    {verb_label, LabelKind::executor},
    {"lãnh đạo phụ trách", LabelKind::other}, {"lãnh đạo chỉ đạo", LabelKind::other},
    {"người phụ trách", LabelKind::other}, {"phụ trách", LabelKind::other},
    {"ghi chú", LabelKind::other},
    {"lưu ý", LabelKind::other}, {"trong đó", LabelKind::other},
});
// clang-format on

constexpr tokens::PhraseTable rows(roles::role_rows);
constexpr auto openers = phrases(roles::openers);
constexpr auto qualifiers = phrases(roles::qualifiers);
constexpr auto fixed_pairs = phrases(roles::fixed_pairs);
constexpr auto bodies = phrases(label_bodies);
constexpr tokens::PhraseTable acts(label_acts);
constexpr tokens::PhraseTable labels(whole_labels);

// A label is a few words; what has more before its colon is a sentence.
constexpr std::size_t max_label_bytes = 80;

using RoleMatch = decltype(rows)::Match;

void add(std::vector<Role>& to, Role role) {
  if (std::ranges::find(to, role) == to.end()) to.push_back(role);
}

// Behind the openers at `at` ("Một số", "Công tác").
std::size_t skip_openers(std::string_view folded, std::size_t at) {
  while (const auto opener = openers.longest(folded, at)) {
    const std::size_t next = tokens::skip_blanks(folded, opener.end);
    if (next == opener.end) break;  // the opener is all there is
    at = next;
  }
  return at;
}

bool ends_segment(std::string_view folded, std::size_t at, std::size_t end) {
  at = tokens::skip_blanks(folded, at);
  return at >= end || !tokens::is_word_part(folded, at);
}

// Whether nothing but a qualifier stands between `at` and the end of the segment.
bool covers_segment(std::string_view folded, std::size_t at, std::size_t end) {
  if (ends_segment(folded, at, end)) return true;
  const auto qualifier = qualifiers.longest(folded, tokens::skip_blanks(folded, at));
  return qualifier && ends_segment(folded, qualifier.end, end);
}

// The row at the head of [at, end), with or without openers before it.
RoleMatch head_row(std::string_view folded, std::size_t at, std::size_t end) {
  const std::string_view segment = folded.substr(0, end);
  RoleMatch found = rows.longest(segment, at);
  if (!found) found = rows.longest(segment, skip_openers(segment, at));
  if (found && found.row->extent == Extent::whole && !covers_segment(segment, found.end, end)) {
    return {};
  }
  return found;
}

// Bytes of what parts two segments at `at`, 0 where nothing does.
std::size_t separator_at(std::string_view folded, std::size_t at) {
  const char c = folded[at];
  if (c == ' ') return 0;
  if (c == ',' || c == ';' || c == '/') return 1;
  const bool blank_before = at > 0 && tokens::skip_blanks_back(folded, at) != at;
  if (c == '&') return blank_before || tokens::blank_at(folded, at + 1) != 0 ? 1 : 0;
  if (const std::size_t dash = tokens::dash_at(folded, at)) {
    // A hyphen inside a word parts nothing, but between what names roles ("mục đích-yêu cầu"); a
    // long dash does even without its blanks.
    const bool parts =
        dash > 1 || blank_before || tokens::blank_at(folded, at + dash) != 0 ||
        (rows.longest_before(folded, at).found() && rows.longest(folded, at + dash).found());
    return parts ? dash : 0;
  }
  if (tokens::begins_word(folded, at)) {
    const std::size_t end = tokens::match(folded, at, "và");
    if (end != npos) return end - at;
  }
  return 0;
}

// Where the heading's own words end: a colon may be followed by what it announces.
std::size_t head_end(std::string_view folded) {
  const std::size_t colon = folded.find(':');
  std::size_t end = colon == npos ? folded.size() : colon;
  end = tokens::skip_blanks_back(folded, end);
  while (end > 0 && (folded[end - 1] == '.' || folded[end - 1] == ';')) --end;
  return end;
}

struct Segment {
  std::size_t begin = 0;
  std::size_t end = 0;
};

// The segment that begins at or after `at`.
Segment next_segment(std::string_view folded, std::size_t at, std::size_t end) {
  while (at < end) {
    const std::size_t separator = separator_at(folded, at);
    if (separator == 0 && tokens::is_word_part(folded, at)) break;
    at += separator != 0 ? separator : language::code_point_length(folded[at]);
  }
  Segment segment{std::min(at, end), end};
  // A row or a fixed pair may span what parts segments elsewhere.
  const auto row = rows.longest(folded.substr(0, end), segment.begin);
  if (row) at = row.end;
  while (at < end) {
    if (folded[at] == '(') {
      const std::size_t close = folded.substr(0, end).find(')', at);
      at = close == npos ? end : close + 1;
      continue;
    }
    if (tokens::is_word_part(folded, at)) {
      const tokens::Syllable first = tokens::syllable_at(folded, at);
      const auto pair = fixed_pairs.longest(folded, at, first);
      if (pair && pair.end <= end) {
        at = pair.end;
      } else if (tokens::match(folded, at, "và") != npos) {
        segment.end = at;
        break;
      } else {
        at = first.end;
      }
      continue;
    }
    if (separator_at(folded, at) != 0) {
      segment.end = at;
      break;
    }
    at += language::code_point_length(folded[at]);
  }
  return segment;
}

const roles::SharedTail* shared_tail(std::string_view folded, const Segment& segment,
                                     std::size_t end) {
  const std::size_t begin = skip_openers(folded, segment.begin);
  for (const roles::SharedTail& row : roles::shared_tails) {
    const std::size_t row_end = tokens::match(folded, begin, row.phrase);
    if (row_end == npos || !ends_segment(folded, row_end, segment.end)) continue;
    if (segment.end < end && tokens::match_back(folded, end, row.tail) != npos) return &row;
  }
  return nullptr;
}

// "Kết quả thực hiện nhiệm vụ, giải pháp": what follows are objects of the first noun's verb.
bool governs_the_rest(std::string_view folded, const RoleMatch& head, const Segment& segment) {
  if (!head) return false;
  std::size_t at = tokens::skip_blanks(folded, head.end);
  std::size_t verb = tokens::match(folded, at, "thực hiện");
  if (verb == npos) {
    const std::size_t before = tokens::match_back(folded, head.end, "thực hiện");
    if (before == npos) return false;
    verb = head.end;
  }
  at = skip_openers(folded, tokens::skip_blanks(folded, verb));
  return at < segment.end && rows.longest(folded.substr(0, segment.end), at);
}

/// The segment says with one of the verbs what is done to something of its own; not to what a check
/// of the plan itself finds.
bool handles(std::string_view folded, const Segment& segment,
             std::span<const std::string_view> verbs) {
  for (const std::string_view verb : verbs) {
    std::size_t at = tokens::match(folded, segment.begin, verb);
    if (at == npos) continue;
    at = tokens::skip_blanks(folded, at);
    const auto is_at = [&](std::string_view found) {
      return tokens::match(folded, at, found) != npos;
    };
    return at < segment.end && std::ranges::none_of(roles::findings, is_at);
  }
  return false;
}

/// "Phân công, phân cấp và nâng cao năng lực ...", "Huy động, tiếp nhận và phân công ...": what is
/// to be done, verb by verb. The verb may be the first word of a role; "kiểm tra" and its like head
/// sections with others beside them, unless these say what is done to the things that are checked.
bool begins_acts(std::string_view folded, const Segment& segment, std::size_t end,
                 const RoleMatch& head) {
  const bool may_act =
      !head || (head.row->roles == 1 && (head.row->role[0] == Role::responsibility ||
                                         head.row->role[0] == Role::reporting));
  if (!may_act || !is_verb_at(folded, segment.begin)) return false;
  const std::size_t verb = tokens::word_end(
      folded, tokens::skip_blanks(folded, tokens::word_end(folded, segment.begin)));
  if (verb < tokens::skip_blanks_back(folded, segment.end)) return false;
  const Segment next = next_segment(folded, segment.end, end);
  // "Giám sát, xử lý ổ dịch" shares what it is done to.
  if (head && head.row->role[0] == Role::reporting) {
    const auto watches = [&](std::string_view check) {
      return tokens::match(folded, segment.begin, check) != npos;
    };
    if (watches("kiểm tra")) return handles(folded, next, roles::mending_verbs);
    return std::ranges::any_of(roles::watching_verbs, watches) && next.end >= end &&
           handles(folded, next, roles::handling_verbs);
  }
  return next.begin < next.end && is_verb_at(folded, next.begin) &&
         !head_row(folded, next.begin, next.end);
}

/// Bytes of `segment`; nothing where `text` is shorter.
std::string_view part_of(std::string_view text, const Segment& segment) {
  return segment.end > text.size() ? std::string_view()
                                   : text.substr(segment.begin, segment.end - segment.begin);
}

/// "YÊU CÀU", "TỎ CHỨC THỰC HIỆN": the row whose letters the segment has, whatever a reader of
/// scans made of their marks. Only names that no other words have the letters of.
const roles::RoleRow* misread_row(std::string_view printed, std::string_view segment) {
  struct Misread {
    std::string letters;
    const roles::RoleRow* row;
  };
  constexpr std::size_t longest = 80;  // bytes
  // In small letters other words have them, too: "Chi tiêu".
  if (segment.size() > longest || !outline::is_caps(printed)) return nullptr;
  static const std::vector<Misread> known = [] {
    std::vector<Misread> made;
    for (const std::string_view name : roles::names_scans_misread) {
      if (const auto row = head_row(name, 0, name.size())) {
        made.push_back({outline::bare_letters(name), row.row});
      }
    }
    std::ranges::sort(made, {}, &Misread::letters);
    return made;
  }();
  const std::string letters = outline::bare_letters(segment);
  const auto found = std::ranges::lower_bound(known, letters, {}, &Misread::letters);
  return found != known.end() && found->letters == letters ? found->row : nullptr;
}

/// `printed`: the heading, of the same length where that is known; else empty.
void roles_of_segments(std::string_view printed, std::string_view folded, RolesFound& found) {
  const std::size_t end = head_end(folded);
  bool first = true;
  for (std::size_t at = 0; at < end;) {
    const Segment segment = next_segment(folded, at, end);
    if (segment.begin >= segment.end) break;
    const roles::SharedTail* const tail = shared_tail(folded, segment, end);
    const RoleMatch head = head_row(folded, segment.begin, segment.end);
    if (first && tail == nullptr && begins_acts(folded, segment, end, head)) return;
    if (tail != nullptr) {
      add(found.roles, tail->role);
      if (found.rule.empty()) found.rule = tail->phrase;
    } else if (head) {
      for (std::size_t i = 0; i < head.row->roles; ++i) add(found.roles, head.row->role[i]);
      if (found.rule.empty() && head.row->roles != 0) found.rule = head.row->phrase;
    } else if (const roles::RoleRow* const misread =
                   misread_row(part_of(printed, segment), part_of(folded, segment))) {
      for (std::size_t i = 0; i < misread->roles; ++i) add(found.roles, misread->role[i]);
      if (found.rule.empty()) found.rule = misread->phrase;
    } else if (first && is_verb_at(folded, segment.begin) &&
               tokens::word_end(folded, segment.begin) < segment.end) {
      // "Xây dựng kế hoạch, tiêu chí": a task; its objects name no role.
      const std::size_t more = tokens::skip_blanks(
          folded, tokens::word_end(folded, tokens::skip_blanks(
                                               folded, tokens::word_end(folded, segment.begin))));
      if (more < segment.end) return;
    }
    if (governs_the_rest(folded, head, segment)) return;
    first = false;
    at = segment.end;
  }
}

bool has(std::span<const Role> roles, Role role) {
  return std::ranges::find(roles, role) != roles.end();
}

bool names_actors(std::span<const Role> roles) {
  return has(roles, Role::implementation) || has(roles, Role::responsibility);
}

// "Thực hiện: Khoa Dược", but not "Thực hiện: rà soát ...": an actor and no more is the value.
bool actor_is_value(std::string_view text, std::string_view folded, std::size_t label_end) {
  const std::size_t colon = text.find(':', label_end);
  if (colon == npos) return false;
  const std::size_t value = tokens::skip_blanks(text, colon + 1);
  constexpr std::size_t longest = 1000;  // bytes; no name is longer
  const std::string_view near = text.substr(0, value + longest);
  const std::size_t stop = std::min(near.find_first_of(".;", value), near.size());
  return actor_at(text, folded, value, stop).tie == ActorTie::bare;
}

// The kind of label that [begin, end) is, as a whole.
LabelKind actor_label_kind(std::string_view text, std::string_view folded, std::size_t begin,
                           std::size_t end) {
  const std::string_view label = folded.substr(0, end);
  if (const auto whole = labels.longest(label, begin); whole && whole.end == end) {
    const bool verb_too = whole.row->phrase == verb_label;
    return verb_too && !actor_is_value(text, folded, end) ? LabelKind::none : whole.row->kind;
  }
  const auto body = bodies.longest(label, begin);
  if (!body) return LabelKind::none;
  const std::size_t act_begin = tokens::skip_blanks(label, body.end);
  const auto act = acts.longest(label, act_begin);
  if (!act || act.end != end) return LabelKind::none;
  // "Phòng Tham mưu" is one, "Đơn vị Chủ trì" is none; capitals throughout say nothing.
  const bool is_name = body.row->phrase == office && tokens::is_capital(text, act_begin) &&
                       tokens::is_small(text, act_begin + tokens::letter_at(text, act_begin));
  return is_name ? LabelKind::none : act.row->kind;
}

// The colon that ends a label which begins at `begin`, else npos. Most texts have none near.
std::size_t label_colon(std::string_view text, std::size_t begin) {
  const std::size_t limit = std::min(text.size(), begin + max_label_bytes);
  if (text.substr(0, limit).find(':', begin) == npos) return npos;
  for (std::size_t at = begin; at < limit; ++at) {
    const char c = text[at];
    if (c == ':') return at;
    if (c == ';' || c == '.' || c == '!' || c == '?') return npos;
    if (c == '(') {
      const std::size_t close = text.substr(0, limit).find(')', at);
      if (close == npos) return npos;
      at = close;
    }
  }
  return npos;
}

// Where the colon would be that a text lacks which announces what stands beneath it: "Kinh phí như
// sau"; else npos.
std::size_t wanting_colon(std::string_view text, std::string_view folded) {
  const bool label = text.size() <= max_label_bytes && outline::announces_without_colon(folded);
  return label ? text.size() : npos;
}

// "Cơ quan thực hiện (chủ trì)" is the label without its remark.
std::size_t label_end(std::string_view text, std::size_t begin, std::size_t colon) {
  std::size_t end = tokens::skip_blanks_back(text, colon);
  if (end > begin && text[end - 1] == ')') {
    const std::size_t open = text.substr(begin, end - begin).rfind('(');
    if (open != npos && open > 0) end = tokens::skip_blanks_back(text, begin + open);
  }
  return end;
}

}  // namespace

RolesFound roles_of_heading(std::string_view title, std::span<const Role> above) {
  return roles_of_heading(title, folded(title), above);
}

RolesFound roles_of_heading(std::string_view title, std::string_view text,
                            std::span<const Role> above) {
  const std::size_t begin = tokens::skip_blanks(text, 0);
  RolesFound found;
  const LabelKind label = actor_label_kind(title, text, begin, head_end(text));
  if (label != LabelKind::none && label != LabelKind::other) {
    found.roles = {Role::responsibility};
    found.rule = "heading-label";
    return found;
  }
  const bool beneath_actors = names_actors(above);
  const bool group = tokens::match(text, begin, "đối với") != npos;
  const TextRange actor = actor_of_heading(title, text);
  found.actor = actor;
  if (actor.end > actor.begin) {
    const bool whole = actor.begin == begin;
    if (beneath_actors || (whole && !group)) {
      found.kind = HeadingKind::actor;
      if (beneath_actors) {
        found.roles = {Role::responsibility};
        found.rule = "heading-actor";
      }
      if (beneath_actors || whole) return found;
    } else if (!group) {
      found.kind = HeadingKind::actor;  // "Trách nhiệm của Sở Y tế": names its role, too
    }
  }
  if (group) {
    found.kind = HeadingKind::group;
    found.roles.assign(above.begin(), above.end());
    found.rule = "heading-group";
    return found;
  }
  roles_of_segments(title, text, found);
  return found;
}

bool is_to_be_done(Role role) {
  return role == Role::task || role == Role::content || role == Role::solution;
}

bool puts_work_into_practice(std::string_view folded) {
  const std::size_t verb =
      tokens::match(folded, tokens::skip_blanks(folded, 0), "tổ chức thực hiện");
  if (verb == npos) return false;
  const std::size_t object = tokens::skip_blanks(folded, verb);
  return std::ranges::any_of(roles::works, [&](std::string_view work) {
    return tokens::match(folded, object, work) != npos;
  });
}

bool names_silent_segment(std::string_view title, std::string_view section) {
  const auto two_words = [](std::string_view text, std::size_t at) {
    at = skip_openers(text, tokens::skip_blanks(text, at));
    const std::size_t first = tokens::word_end(text, at);
    const std::size_t second = tokens::word_end(text, tokens::skip_blanks(text, first));
    return text.substr(at, std::max(first, second) - at);
  };
  constexpr std::size_t longest_section = 400;  // bytes; looked at for each heading beneath
  const std::string_view own = two_words(title, 0);
  if (own.empty() || section.size() > longest_section || section.find(own) == npos) return false;
  const std::size_t end = head_end(section);
  std::size_t count = 0;
  for (std::size_t at = 0; at < end; ++count) {
    const Segment segment = next_segment(section, at, end);
    if (segment.begin >= segment.end) break;
    const RoleMatch head = head_row(section, segment.begin, segment.end);
    const bool silent = !head || head.row->roles == 0;
    if (silent && count > 0 && shared_tail(section, segment, end) == nullptr &&
        two_words(section.substr(0, segment.end), segment.begin) == own) {
      return true;
    }
    at = segment.end;
  }
  return false;
}

LabelFound label_role(std::string_view text) {
  return label_role(text, folded(text));
}

LabelFound label_role(std::string_view text, std::string_view folded) {
  LabelFound found;
  const std::size_t begin = tokens::skip_blanks(text, 0);
  std::size_t colon = label_colon(text, begin);
  if (colon == npos) colon = wanting_colon(text, folded);
  if (colon == npos || colon == begin) return found;
  const std::size_t end = label_end(text, begin, colon);
  const std::string_view lower = folded.substr(0, end);
  found.name = text.substr(begin, end - begin);
  found.length = colon == text.size() ? colon : tokens::skip_blanks(text, colon + 1);
  found.kind = actor_label_kind(text, folded, begin, end);
  if (found.kind != LabelKind::none) return found;
  if (actor_of_heading(found.name, lower.substr(begin)).end > 0) return {};  // "Sở Y tế: ..."
  // "Theo dõi, kiểm tra công tác quản lý: ..." is a task; "Kiểm tra, giám sát: ..." a label.
  constexpr std::ptrdiff_t most_blanks = 4;
  if (is_verb_at(lower, begin) && std::ranges::count(lower.substr(begin), ' ') > most_blanks) {
    return {};
  }
  RolesFound named;
  roles_of_segments({}, lower, named);
  if (named.roles.empty()) return {};
  found.kind = LabelKind::role;
  found.roles = std::move(named.roles);
  return found;
}

ActorLabel next_actor_label(std::string_view text, std::size_t from) {
  return next_actor_label(text, folded(text), from);
}

ActorLabel next_actor_label(std::string_view text, std::string_view folded, std::size_t from) {
  std::size_t next_colon = 0;
  for (std::size_t at = tokens::skip_blanks(text, from); at < text.size();) {
    if (next_colon <= at) next_colon = text.find(':', at);
    if (next_colon == npos) break;
    const tokens::SyllableKey key = tokens::syllable_key(folded, at);
    const std::size_t colon =
        labels.may_begin(key) || bodies.may_begin(key) ? label_colon(text, at) : npos;
    if (colon != npos) {
      const std::size_t end = label_end(text, at, colon);
      const LabelKind kind = actor_label_kind(text, folded, at, end);
      if (kind != LabelKind::none && kind != LabelKind::other) {
        return {kind, at, tokens::skip_blanks(text, colon + 1)};
      }
    }
    // Labels stand where a clause begins.
    while (at < text.size() && text[at] != '.' && text[at] != ';' && text[at] != '(') ++at;
    if (at == text.size()) break;
    at = tokens::skip_blanks(text, at + 1);
  }
  return {};
}

}  // namespace vanban::plan
