#include "plan/actors.hpp"

#include <algorithm>
#include <optional>

#include "language/syllable.hpp"
#include "outline/characters.hpp"
#include "plan/actor_words.hpp"
#include "tokens/fold.hpp"
#include "tokens/phrases.hpp"
#include "tokens/words.hpp"

namespace vanban::plan {
namespace {

using actors::NounKind;
using actors::VerbKind;
using tokens::npos;
using tokens::phrases;

constexpr tokens::PhraseTable nouns(actors::noun_rows);
constexpr tokens::PhraseTable verbs(actors::verb_rows);
constexpr auto compounds = phrases(actors::compound_rows);
constexpr auto party_bodies = phrases(actors::party_bodies);
constexpr auto modifying = phrases(actors::modifying_verbs);
constexpr auto charging = phrases(actors::charging_verbs);
constexpr auto announcing = phrases(actors::announcing_words);
constexpr auto orders = phrases(actors::order_rows);
constexpr auto plurals = phrases(actors::plural_rows);
constexpr auto singled_out = phrases(actors::singled_out_rows);
constexpr auto comma_names = phrases(actors::comma_names);
constexpr auto school_kinds = phrases(actors::school_kinds);
constexpr auto guiding = phrases(actors::guiding_rows);
constexpr auto leading = phrases(actors::leading_verbs);
constexpr auto trades = phrases(actors::trade_rows);
constexpr auto general = phrases(actors::general_rows);
constexpr auto behind_related = phrases(actors::related_rests);
constexpr auto act_rests = phrases(actors::act_rests);
constexpr auto clause_openers = phrases(actors::clause_openers);
constexpr auto case_openers = phrases(actors::case_openers);
constexpr auto levels = phrases(actors::level_rows);
constexpr auto list_stops = phrases(actors::list_stops);
constexpr auto passive = phrases(actors::passive_verbs);
constexpr auto heading_openers = phrases(actors::heading_openers);
constexpr auto partners = phrases(actors::partner_rows);
constexpr auto short_levels = phrases(actors::short_level_rows);
constexpr auto telling = phrases(actors::telling_rows);
constexpr auto foreign = phrases(actors::foreign_words);
constexpr auto list_heads = phrases(actors::list_heads);
constexpr auto duty_stops = phrases(actors::duty_stops);
constexpr auto topic = phrases(std::to_array<std::string_view>({actors::topic_word}));
constexpr auto telling_labels = phrases(actors::telling_labels);
constexpr auto paired_verbs = phrases(actors::paired_verb_rows);

// Most words begin no row of these.
constexpr tokens::FirstWords noun_words(plurals, nouns);
constexpr unsigned may_be_plural = 1U << 0U;
constexpr auto purpose_openers = phrases(std::to_array<std::string_view>({"trong"}));
constexpr tokens::FirstWords name_words(verbs, compounds, nouns, list_stops, purpose_openers,
                                        telling, foreign, topic, comma_names, school_kinds);

// Every partner row begins so: the scan for them looks for this alone.
constexpr std::string_view partner_opener = "phối";
constexpr std::string_view bare_partner = "phối hợp";
static_assert(std::ranges::all_of(actors::partner_rows, [](std::string_view row) {
  return row.starts_with(partner_opener);
}));

// No name of an actor is longer; what is, is a sentence whose verb no row knows.
constexpr std::size_t max_name_bytes = 600;
// What stands before a colon and is longer says more than whom it concerns.
constexpr std::size_t max_label_bytes = 80;
// Commas of an opening clause behind which an actor is looked for.
constexpr std::size_t max_clause_commas = 6;

using tokens::is_capital;
using tokens::Syllable;

// The verb at `at` with its end, or none.
auto verb_at(std::string_view folded, std::size_t at) {
  return verbs.longest(folded, at);
}

// Behind the compound at `at` and those that begin within it: "Thường trực Hội đồng tuyển sinh",
// "cơ sở khám bệnh, chữa bệnh"; not with its last word alone, "Nội vụ tổ chức". 0 where none begins
// there.
std::size_t compound_end(std::string_view folded, std::size_t at, Syllable first) {
  const auto compound = compounds.longest(folded, at, first);
  if (!compound) return 0;
  std::size_t end = compound.end;
  for (std::size_t word = first.end; word < compound.end;) {
    word = tokens::skip_blanks(folded, word);
    const Syllable inner = tokens::syllable_at(folded, word);
    if (inner.end <= word || inner.end >= compound.end) break;
    const auto longer = compounds.longest(folded, word, inner);
    if (longer) end = std::max(end, longer.end);
    word = inner.end;
  }
  return end;
}

struct Noun {
  std::size_t begin = npos;  // of the noun, behind "các"
  std::size_t end = npos;
  bool plural = false;
  explicit operator bool() const noexcept { return end != npos; }
};

// The noun with which an actor begins at `at`. A verb wins that is longer ("Tổ chức" over "Tổ").
Noun noun_at(std::string_view folded, std::size_t at) {
  Syllable first = tokens::syllable_at(folded, at);
  unsigned begins = noun_words.of(first.key);
  if (begins == 0) return {};
  Noun noun;
  noun.begin = at;
  for (int i = 0; i < 2 && (begins & may_be_plural) != 0; ++i) {  // "Tất cả các", "Riêng các"
    const auto plural = plurals.longest(folded, noun.begin, first);
    if (!plural) break;
    noun.plural = true;
    noun.begin = tokens::skip_blanks(folded, plural.end);
    first = tokens::syllable_at(folded, noun.begin);
    begins = noun_words.of(first.key);
  }
  const auto row = nouns.longest(folded, noun.begin, first);
  if (!row || row.row->kind == NounKind::other) return {};
  const std::size_t compound = compound_end(folded, noun.begin, first);
  if (!noun.plural) {
    const auto verb = verbs.longest(folded, noun.begin, first);
    if (verb && verb.end >= row.end && compound <= verb.end) return {};
  }
  noun.end = std::max(row.end, compound);
  return noun;
}

// "Cô dâu, chú rể": the word for a teacher needs a name or what she is behind it.
bool only_looks_like_actor(std::string_view text, std::string_view folded, const Noun& noun) {
  constexpr std::string_view word = "cô";
  if (noun.plural || folded.substr(noun.begin, noun.end - noun.begin) != word) return false;
  const std::size_t next = tokens::skip_blanks(text, noun.end);
  return !is_capital(text, next) && !nouns.longest(folded, next) &&
         !compounds.longest(folded, next) && !charging.longest(folded, next);
}

// Where a word that begins with `syllable` stands at or behind `at`, npos where none does. `begin`:
// where the words begin that count.
std::size_t find_word(std::string_view folded, std::string_view syllable, std::size_t at,
                      std::size_t begin) {
  while ((at = folded.find(syllable, at)) != npos) {
    if (at == begin || tokens::begins_word(folded, at)) return at;
    ++at;
  }
  return npos;
}

// Where the bracket that opens at `at` closes, behind it; the end where it does not.
std::size_t bracket_end(std::string_view text, std::size_t at, std::size_t end) {
  const std::size_t close = text.substr(0, end).find(')', at);
  return close == npos ? end : close + 1;
}

// A verb that ends every name, at or after `at` in the same clause, within the length of a name.
bool firm_verb_follows(std::string_view text, std::string_view folded, std::size_t at,
                       std::size_t end) {
  while (at < end) {
    if (text[at] == ';' || text[at] == ':') return false;
    if (text[at] == '(') {
      at = bracket_end(text, at, end);
      continue;
    }
    if (!tokens::is_word_part(text, at)) {
      at += language::code_point_length(text[at]);
      continue;
    }
    const Syllable first = tokens::syllable_at(folded, at);
    const auto verb = verbs.longest(folded, at, first);
    const bool firm =
        verb && verb.row->kind != VerbKind::plain && verb.row->kind != VerbKind::moment;
    if (firm && !is_capital(text, at)) return true;
    at = first.end;
  }
  return false;
}

struct NameEnd {
  std::size_t end = 0;  // of the name, remark in brackets and all
  ActorTie tie = ActorTie::bare;
  // Of the verb that begins there. None: also an act that no row knows, though that is a tie too.
  std::optional<VerbKind> verb = std::nullopt;
};

enum class Stops : unsigned char { at_verbs, at_list_ends };

// Walks the words of a name from behind its noun until a verb begins. The words of proper names are
// told by their capitals: "Phòng Tổ chức", "Hội đồng Thi đua - Khen thưởng".
class NameWalk {
 public:
  NameWalk(std::string_view text, std::string_view folded, std::size_t end, Stops stops)
      : text_(text), folded_(folded), end_(end), stops_(stops) {}

  NameEnd walk(std::size_t at, const Noun& noun) {
    begin_ = at;
    noun_end_ = noun.end;
    plural_ = noun.plural;
    const std::size_t limit = std::min(end_, at + max_name_bytes);
    at = std::max(noun.end, comma_name_end(noun.begin));
    while (at < limit) {
      const char c = text_[at];
      if (c == '(') {
        at = bracket_end(text_, at, end_);
        continue;
      }
      if (c == ';') {
        // "phối hợp với Sở A; các phòng, ban rà soát": the list has no verb yet.
        const bool goes_on = stops_ == Stops::at_list_ends &&
                             (goes_on_in_small_letters(at + 1) || goes_on_without_task(at + 1));
        if (!goes_on) return {at, ActorTie::bare};
        at = tokens::skip_blanks(text_, at + 1);
        continue;
      }
      if (c == ':') {
        // "các sở: Y tế, Nội vụ" goes on; "Sở Y tế: Chủ trì" does not. A list has no verb: "phối
        // hợp với các phòng: Tổ chức, Kế toán".
        const std::size_t next = tokens::skip_blanks(text_, at + 1);
        const bool all_named = noun.plural && at == noun.end;
        const bool names_follow = (all_named || (names_several_before(at) && begins_names(next)) ||
                                   (names_sectors_before(at) && begins_sectors(next))) &&
                                  is_capital(text_, next) &&
                                  (stops_ == Stops::at_list_ends || !is_verb_at(folded_, next));
        if (!names_follow) return {at, ActorTie::colon};
      }
      if (c == ',' && stops_ == Stops::at_list_ends && !goes_on(at + 1)) {
        const std::size_t owned = owned_noun_end(at);
        if (owned == 0) return {at, ActorTie::bare};
        at = owned;
        continue;
      }
      if (!tokens::is_word_part(text_, at)) {
        at += language::code_point_length(c);
        continue;
      }
      const std::size_t next = word(at);
      if (next == at) return {at, tie_, verb_};
      at = next;
    }
    if (at >= end_) return {end_, ActorTie::bare};
    return {at, ActorTie::none};
  }

 private:
  // Behind the word at `at`; `at` itself where it begins a task.
  std::size_t word(std::size_t at) {
    const Syllable first = tokens::syllable_at(folded_, at);
    if (name_words.of(first.key) == 0 && !may_be_relative(at)) {
      if (!begins_act_of_related(at, first)) return first.end;
      tie_ = ActorTie::verb;
      return at;
    }
    const auto verb = verbs.longest(folded_, at, first);
    const std::size_t compound = compound_end(folded_, at, first);
    const std::size_t verb_end = verb ? verb.end : 0;
    if (is_capital(text_, at)) {
      // "Huyện ủy ban hành": what belongs to this noun begins no other.
      const auto noun = nouns.longest(folded_, at, first);
      return std::max({first.end, compound, verb_end, noun ? noun.end : 0, comma_name_end(at)});
    }
    if (const std::size_t relative = relative_end(at)) {
      relative_ = true;
      at_place_ = at_place(at);
      by_someone_ = tokens::match(folded_, at, "do") != npos;
      return relative;
    }
    if (const auto kinds = school_kinds.longest(folded_, at, first); kinds && kinds.end <= end_) {
      return kinds.end;
    }
    if (compound > verb_end && !leads_others(at)) {
      noun_end_ = compound;
      return compound;
    }
    if (stops_ == Stops::at_list_ends &&
        (list_stops.longest(folded_, at, first) || opens_purpose(at))) {
      tie_ = ActorTie::bare;
      return at;
    }
    if (!verb) {
      // "Sở Y tế thì báo cáo": what he does; "xã không có phòng thì Sở ..." is another's.
      if (stops_ == Stops::at_verbs) {
        if (const auto then = topic.longest(folded_, at, first)) {
          const bool acts = is_verb_at(folded_, tokens::skip_blanks(text_, then.end));
          tie_ = acts ? ActorTie::verb : ActorTie::none;
          return at;
        }
      }
      // "Ban Quản lý chậm bàn giao"; but "các xã chưa đạt chuẩn" says which they are.
      if (tells(at, first) ||
          (stops_ == Stops::at_verbs && foreign.longest(folded_, at, first) && is_one(at))) {
        tie_ = ActorTie::none;
        return at;
      }
      const auto noun = nouns.longest(folded_, at, first);
      if (!noun && begins_act_of_related(at, first)) {
        tie_ = ActorTie::verb;
        return at;
      }
      if (!noun || noun.row->kind == NounKind::other) return first.end;
      noun_end_ = noun.end;
      return noun.end;
    }
    if (const std::size_t owned = owned_verbs_end(at, verb_end)) return owned;
    if (verb.row->kind == VerbKind::plain &&
        (goes_on_with(at, verb_end) || belongs_to_name(at, verb_end) || is_in_label(verb_end) ||
         has_duty(at, verb_end))) {
      return verb_end;
    }
    verb_ = verb.row->kind;
    tie_ = verb_ == VerbKind::responsibility ? ActorTie::responsibility : ActorTie::verb;
    return at;
  }

  // "phối hợp với các đơn vị truyền thông thuộc Sở", "với các tổ tuần tra, canh gác của thôn":
  // whose they are follows their verbs, so that these say which they are. Behind the verbs; 0 where
  // nobody owns them.
  [[nodiscard]] std::size_t owned_verbs_end(std::size_t at, std::size_t verb_end) const {
    if (stops_ != Stops::at_list_ends || !plural_) return 0;
    if (tokens::skip_blanks(text_, noun_end_) != at) return 0;
    const std::size_t second = second_verb_end(tokens::skip_blanks(text_, verb_end));
    if (second != 0) verb_end = second;
    return is_owned(verb_end) ? verb_end : 0;
  }

  // "các Đoàn kiểm tra, giám sát của huyện": the same where the noun has its first verb in its row.
  [[nodiscard]] std::size_t owned_noun_end(std::size_t at) const {
    if (stops_ != Stops::at_list_ends || !plural_ || noun_end_ != at) return 0;
    const std::size_t second = second_verb_end(at);
    return second != 0 && is_owned(second) ? second : 0;
  }

  // Behind the verb that a comma or "và" at `at` joins to one before it; 0 where none does.
  [[nodiscard]] std::size_t second_verb_end(std::size_t at) const {
    const std::size_t both = tokens::match(folded_, at, "và");
    if (both == npos && (at >= end_ || text_[at] != ',')) return 0;
    const std::size_t next = tokens::skip_blanks(text_, both != npos ? both : at + 1);
    const auto verb = verb_at(folded_, next);
    return verb && !is_capital(text_, next) ? verb.end : 0;
  }

  [[nodiscard]] bool is_owned(std::size_t at) const {
    at = tokens::skip_blanks(text_, at);
    return at < end_ && (tokens::match(folded_, at, "của") != npos ||
                         tokens::match(folded_, at, "thuộc") != npos);
  }

  // "Đảng ủy Công an tỉnh lãnh đạo Ủy ban nhân dân xã": what party bodies do with others.
  [[nodiscard]] bool leads_others(std::size_t at) const {
    if (at == begin_ || tokens::match(folded_, at, "lãnh đạo") == npos) return false;
    constexpr std::string_view joiners[] = {",",    ";",   "/",   "-",        "–",      "&",
                                            "cùng", "với", "và ", "đồng chí", "bộ phận"};
    const std::string_view name = folded_.substr(begin_, at - begin_);
    const auto joins = [name](std::string_view sign) { return name.find(sign) != npos; };
    return std::ranges::none_of(joiners, joins) && party_bodies.longest(folded_, begin_).found();
  }

  // "các đơn vị liên quan phổ cập bơi": behind those words nothing but a few more that say which
  // they are belongs to the name, though no row knows the verb.
  [[nodiscard]] bool begins_act_of_related(std::size_t at, Syllable first) const {
    if (is_capital(text_, at) || text_[at] == '(') return false;
    const std::size_t before = tokens::skip_blanks_back(text_, at);
    return tokens::match_back(folded_, before, "liên quan") != npos &&
           !behind_related.longest(folded_, at, first) && !known_verb_follows(at);
  }

  // A verb that a row knows stands at or behind `at` in the clause: until there the name goes on,
  // "các đơn vị liên quan lĩnh vực y tế triển khai". One behind "và" goes on with the act before.
  [[nodiscard]] bool known_verb_follows(std::size_t at) const {
    const std::size_t limit = std::min(end_, begin_ + max_name_bytes);
    bool joined = false;
    while (at < limit && std::string_view(",;:.(").find(text_[at]) == npos &&
           !act_rests.longest(folded_, at)) {
      if (!tokens::is_word_part(text_, at)) {
        at += language::code_point_length(text_[at]);
        continue;
      }
      const Syllable word = tokens::syllable_at(folded_, at);
      const bool both = tokens::match(folded_, at, "và") != npos;
      if (!both && !joined && !is_capital(text_, at) && verbs.longest(folded_, at, word)) {
        const auto compound = compounds.longest(folded_, at, word);
        if (!compound) return true;
      }
      joined = both;
      at = word.end;
    }
    return false;
  }

  // Behind the name with a comma of its own that begins at `at` ("Báo và phát thanh, truyền hình");
  // 0 where none does. Small letters may be acts ("kiểm tra, giám sát").
  [[nodiscard]] std::size_t comma_name_end(std::size_t at) const {
    if (!is_capital(text_, at)) return 0;
    const auto name = comma_names.longest(folded_, at);
    return name && name.end <= end_ ? name.end : 0;
  }

  // Behind one body, before its verb; "Cơ sở chưa có bể lọc phải ..." says which they are.
  [[nodiscard]] bool tells(std::size_t at, Syllable first) const {
    if (stops_ != Stops::at_verbs || plural_ || relative_) return false;
    const auto row = telling.longest(folded_, at, first);
    return row && is_verb_at(folded_, tokens::skip_blanks(text_, row.end));
  }

  // "trong xử lý ...": what they do together; "trong tỉnh" says which they are.
  [[nodiscard]] bool opens_purpose(std::size_t at) const {
    const auto in = purpose_openers.longest(folded_, at);
    return in && is_verb_at(folded_, tokens::skip_blanks(text_, in.end));
  }

  [[nodiscard]] bool may_be_relative(std::size_t at) const {
    return folded_[at] == 'd' || folded_[at] == '\xC4' || at_place(at);  // few words
  }

  // "Chi cục Hải quan nơi đăng ký tờ khai"
  [[nodiscard]] bool at_place(std::size_t at) const {
    return stops_ == Stops::at_verbs && folded_[at] == 'n' &&
           tokens::match(folded_, at, "nơi") != npos;
  }

  // Nobody else is named before `at`: "Thôn nào", but not "các thôn, dù khó khăn gì".
  [[nodiscard]] bool is_one(std::size_t at) const {
    const std::string_view before = folded_.substr(begin_, at - begin_);
    return before.find(',') == npos && before.find(" và ") == npos;
  }

  // "được giao", "do ... thành lập": a clause of the name itself.
  [[nodiscard]] std::size_t relative_end(std::size_t at) const {
    if (!may_be_relative(at)) return 0;
    if (at_place(at)) return tokens::match(folded_, at, "nơi");
    for (const std::string_view phrase : {"được phân công phụ trách", "được giao phụ trách",
                                          "được phân công theo dõi", "được giao theo dõi"}) {
      const std::size_t end = tokens::match(folded_, at, phrase);
      if (end != npos && task_follows(end)) return end;
    }
    for (const std::string_view phrase : {"được giao nhiệm vụ", "được", "do"}) {
      const std::size_t end = tokens::match(folded_, at, phrase);
      if (end == npos) continue;
      const auto verb = verb_at(folded_, tokens::skip_blanks(text_, end));
      return phrase != "do" && verb && verb.row->kind == VerbKind::plain ? verb.end : end;
    }
    return 0;
  }

  // "Đoàn kiểm tra, giám sát làm việc", "Phòng Quản lý nợ và cưỡng chế nợ thuế: ...": the verb at
  // `at` is one more of those that say which body it is.
  [[nodiscard]] bool goes_on_with(std::size_t at, std::size_t verb_end) const {
    if (stops_ != Stops::at_verbs) return false;
    std::size_t before = tokens::skip_blanks_back(text_, at);
    const std::size_t both = tokens::match_back(folded_, before, "và");
    if (both == npos && text_[before - 1] != ',') return false;
    before = tokens::skip_blanks_back(text_, both == npos ? before - 1 : both);
    constexpr int most_words = 3;  // of the first verb
    for (int words = 0; words < most_words && before > begin_; ++words) {
      before = tokens::word_begin(text_, before);
      const auto pair = paired_verbs.longest(folded_, before);
      if (pair.end == verb_end) {
        const std::size_t next = tokens::skip_blanks(text_, verb_end);
        return next >= end_ || text_[next] == ':' || verb_at(folded_, next);
      }
      before = tokens::skip_blanks_back(text_, before);
    }
    return both != npos && task_follows(verb_end);
  }

  // "Trung tâm Kiểm soát thanh toán bảo hiểm: Chủ trì ...": a task begins behind the colon, so that
  // all before it names; not so "Sở Y tế triển khai các việc: Tổ chức ...".
  [[nodiscard]] bool is_in_label(std::size_t at) const {
    if (stops_ != Stops::at_verbs) return false;
    const std::size_t limit = std::min(end_, begin_ + max_label_bytes);
    while (at < limit && text_[at] != ':') {
      if (text_[at] == ';' || text_[at] == '.' || text_[at] == '(') return false;
      if (!tokens::is_word_part(text_, at)) {
        at += language::code_point_length(text_[at]);
        continue;
      }
      if (announcing.longest(folded_, at)) return false;
      at = tokens::word_end(text_, at);
    }
    if (at >= limit) return false;
    at = tokens::skip_blanks(text_, at + 1);
    return is_capital(text_, at) && is_verb_at(folded_, at);
  }

  // A colon or a verb stands behind `at` within the length of a name.
  [[nodiscard]] bool task_follows(std::size_t at) const {
    const std::size_t limit = std::min(end_, begin_ + max_name_bytes);
    while (at < limit && text_[at] != ';' && text_[at] != ',') {
      if (text_[at] == ':') return true;
      if (!tokens::is_word_part(text_, at)) {
        at += language::code_point_length(text_[at]);
        continue;
      }
      const Syllable first = tokens::syllable_at(folded_, at);
      if (verbs.longest(folded_, at, first) && !is_capital(text_, at)) return true;
      at = first.end;
    }
    return false;
  }

  bool belongs_to_name(std::size_t at, std::size_t verb_end) {
    // "Tất cả lực lượng tham gia Kế hoạch này phải ...": which of them.
    if (!relative_ && plural_ && tokens::match(folded_, at, "tham gia") != npos &&
        is_obliged(verb_end)) {
      relative_ = true;
      return true;
    }
    const bool modifies = static_cast<bool>(modifying.longest(folded_, at));
    const bool behind_noun = tokens::skip_blanks(text_, noun_end_) == at;
    if (!relative_ && !behind_noun) return false;
    if (by_someone_) {  // "do Giám đốc Sở thành lập": the verb of the clause itself
      by_someone_ = false;
      return true;
    }
    if (!relative_) {
      // A list has no verb of its own: "phối hợp với cơ quan chủ trì".
      if (stops_ == Stops::at_list_ends && tokens::match(folded_, at, "chủ trì") != npos)
        return true;
      // Only "các cơ quan phối hợp CÓ TRÁCH NHIỆM": else the verb is what they do.
      const auto next = verb_at(folded_, tokens::skip_blanks(text_, verb_end));
      if (!next || next.row->kind == VerbKind::plain) return false;
      return modifies || next.row->kind == VerbKind::responsibility ||
             tokens::match(folded_, tokens::skip_blanks(text_, verb_end), "chịu trách nhiệm") !=
                 npos;
    }
    // "nơi xảy ra vụ việc lập biên bản, phải ...": one verb, and no comma behind it.
    if (at_place_) {
      relative_ = at_place_ = false;
      const std::size_t limit = std::min(end_, verb_end + max_name_bytes);
      const std::size_t comma = std::min(text_.substr(0, limit).find(',', verb_end), limit);
      return firm_verb_follows(text_, folded_, verb_end, comma);
    }
    if (firm_ == Known::not_yet) {
      const std::size_t limit = std::min(end_, verb_end + max_name_bytes);
      firm_ = firm_verb_follows(text_, folded_, verb_end, limit) ? Known::yes : Known::no;
    }
    return firm_ == Known::yes;
  }

  // "phải" or "có trách nhiệm" follows in the clause.
  [[nodiscard]] bool is_obliged(std::size_t at) const {
    const std::string_view rest = folded_.substr(0, std::min(end_, at + max_name_bytes));
    const std::size_t stop = std::min(rest.find_first_of(",;:.(", at), rest.size());
    constexpr std::string_view duties[] = {" phải ", " có trách nhiệm"};
    return std::ranges::any_of(
        duties, [&](std::string_view duty) { return rest.substr(0, stop).find(duty, at) != npos; });
  }

  // "Thủ trưởng bộ, ngành quản lý hàng dự trữ CÓ TRÁCH NHIỆM ...": the verb at [begin, at) says
  // which of them, as nobody else stands between it and the duty.
  [[nodiscard]] bool has_duty(std::size_t begin, std::size_t at) const {
    if (stops_ != Stops::at_verbs || duty_stops.longest(folded_, begin)) return false;
    const std::size_t limit = std::min(end_, begin_ + max_name_bytes);
    while (at < limit && std::string_view(",;:.(").find(text_[at]) == npos) {
      if (!tokens::is_word_part(text_, at)) {
        at += language::code_point_length(text_[at]);
        continue;
      }
      const Syllable word = tokens::syllable_at(folded_, at);
      if (duty_stops.longest(folded_, at, word)) return false;
      const auto verb = verbs.longest(folded_, at, word);
      if (verb && verb.row->kind == VerbKind::responsibility) {
        const std::size_t behind = tokens::skip_blanks(text_, verb.end);
        return behind >= end_ || text_[behind] == ':' || is_verb_at(folded_, behind);
      }
      if (verb && verb.row->kind != VerbKind::plain) return false;
      if (noun_at(folded_, at)) return false;
      at = verb ? verb.end : word.end;
    }
    return false;
  }

  // What stands behind a comma still is a member of the list.
  [[nodiscard]] bool goes_on(std::size_t at) const {
    at = tokens::skip_blanks(text_, at);
    const std::size_t and_end = tokens::match(folded_, at, "và");
    if (and_end != npos) at = tokens::skip_blanks(text_, and_end);
    if (is_capital(text_, at)) return true;
    return plurals.longest(folded_, at) || static_cast<bool>(noun_at(folded_, at)) ||
           compounds.longest(folded_, at) || levels.longest(folded_, at) || names_trade(at);
  }

  /// "các cơ sở văn hóa, văn nghệ tổ chức": a trade and nothing more, before the list goes on or
  /// the verb comes; "thương mại hóa sản phẩm" is done.
  [[nodiscard]] bool names_trade(std::size_t at) const {
    const auto trade = trades.longest(folded_, at);
    if (!trade) return false;
    const std::size_t next = tokens::skip_blanks(text_, trade.end);
    return next >= end_ || std::string_view(",;.").find(text_[next]) != std::string_view::npos ||
           tokens::match(folded_, next, "và") != npos || is_verb_at(folded_, next);
  }

  [[nodiscard]] bool goes_on_in_small_letters(std::size_t at) const {
    at = tokens::skip_blanks(text_, at);
    return !is_capital(text_, at) && static_cast<bool>(noun_at(folded_, at));
  }

  // "phối hợp với Sở A; Ban Quản lý B; UBND các xã.": names to the end, and no verb.
  [[nodiscard]] bool goes_on_without_task(std::size_t at) const {
    at = tokens::skip_blanks(text_, at);
    const Noun noun = noun_at(folded_.substr(0, end_), at);
    if (!noun) return false;
    const NameEnd name = NameWalk(text_, folded_, end_, Stops::at_verbs).walk(at, noun);
    return name.tie == ActorTie::bare;
  }

  // "UBND các phường" ends at `at`: several of one kind.
  [[nodiscard]] bool names_several_before(std::size_t at) const {
    const std::size_t end = tokens::skip_blanks_back(text_, at);
    const auto noun = nouns.longest_before(text_, end);
    return noun && noun.end > begin_ &&
           plurals.longest_before(text_, tokens::skip_blanks_back(text_, noun.end));
  }

  // "Đông Quang, Hạc Thành": two capitals, or one word before a comma.
  [[nodiscard]] bool begins_names(std::size_t at) const {
    const std::size_t first = tokens::word_end(text_, at);
    if (first < end_ && text_[first] == ',') return true;
    const std::size_t second = tokens::skip_blanks(text_, first);
    return second > first && second < end_ && is_capital(text_, second);
  }

  // "Giám đốc các Sở": bodies that their sectors tell apart.
  [[nodiscard]] bool names_sectors_before(std::size_t at) const {
    const std::size_t end = tokens::skip_blanks_back(text_, at);
    return std::ranges::any_of(actors::sector_bodies, [&](std::string_view body) {
      const std::size_t begin = tokens::match_back(folded_, end, body);
      return begin != npos && begin > begin_ &&
             plurals.longest_before(text_, tokens::skip_blanks_back(text_, begin));
    });
  }

  // "Tài chính, Nội vụ": a few syllables before a comma and a capital.
  [[nodiscard]] bool begins_sectors(std::size_t at) const {
    constexpr int most_words = 5;  // "Nông nghiệp và Môi trường"
    for (int words = 0; words < most_words; ++words) {
      at = tokens::word_end(text_, at);
      if (at < end_ && text_[at] == ',') {
        return is_capital(text_, tokens::skip_blanks(text_, at + 1));
      }
      at = tokens::skip_blanks(text_, at);
    }
    return false;
  }

  enum class Known : unsigned char { not_yet, yes, no };

  std::string_view text_;
  std::string_view folded_;
  std::size_t end_;
  Stops stops_;
  std::size_t begin_ = 0;
  std::size_t noun_end_ = 0;
  bool plural_ = false;
  bool relative_ = false;
  bool at_place_ = false;
  bool by_someone_ = false;
  Known firm_ = Known::not_yet;
  ActorTie tie_ = ActorTie::bare;
  std::optional<VerbKind> verb_;
};

// Without the blanks, commas, dashes and "và" at the end of a name.
std::size_t trim_name(std::string_view text, std::string_view folded, std::size_t begin,
                      std::size_t end) {
  while (end > begin) {
    end = tokens::skip_blanks_back(text, end);
    if (end <= begin) return begin;
    const char last = text[end - 1];
    if (last == ',' || last == ';' || last == ':' || last == '.' || last == '-') {
      --end;
      continue;
    }
    const std::size_t word = tokens::match_back(folded, end, "và");
    if (word == npos || word <= begin) break;
    end = word;
  }
  return end;
}

// Where a remark in brackets at the end of a name begins, if it is no name itself; `end` where
// there is none.
std::size_t without_remark(std::string_view text, std::size_t begin, std::size_t end) {
  if (end <= begin || text[end - 1] != ')') return end;
  const std::size_t open = text.substr(begin, end - begin).rfind('(');
  if (open == npos || open == 0) return end;
  // "Phòng Cảnh sát giao thông (PC08)", "Phòng Việc làm (Sở Nội vụ)": a name in the name.
  const std::string_view inner = text.substr(begin + open + 1, end - begin - open - 2);
  constexpr std::string_view bodies[] = {"Sở ",       "Bộ ",      "Phòng ", "Ban ",
                                         "Cục ",      "Chi cục ", "Vụ ",    "Trung tâm ",
                                         "Tổng cục ", "Viện ",    "UBND "};
  bool code = inner.find(' ') == npos;  // capitals and figures alone
  for (std::size_t at = 0; code && at < inner.size();) {
    const std::size_t letter = tokens::letter_at(inner, at);
    code = letter == 0 || is_capital(inner, at);
    at += std::max<std::size_t>(letter, 1);
  }
  const bool body = std::ranges::any_of(
      bodies, [inner](std::string_view head) { return inner.starts_with(head); });
  if (code || (body && !inner.starts_with("Bộ phận"))) return end;
  return tokens::skip_blanks_back(text, begin + open);
}

}  // namespace

bool is_verb_at(std::string_view folded, std::size_t at) {
  return static_cast<bool>(verb_at(folded, at));
}

bool is_circumstance_at(std::string_view folded, std::size_t at) {
  const auto verb = verb_at(folded, at);
  return verb && (verb.row->kind == VerbKind::circumstance || verb.row->kind == VerbKind::moment);
}

ActorFound actor_at(std::string_view text, std::string_view folded, std::size_t at,
                    std::size_t end) {
  const std::string_view clause = text.substr(0, end);
  const std::string_view clause_folded = folded.substr(0, end);
  ActorFound found;
  if (const auto order = orders.longest(clause_folded, at)) {
    const std::size_t next = tokens::skip_blanks(text, order.end);
    const Noun ordered = noun_at(clause_folded, next);
    // "Phân công lớp, bộ phận tưới nước" orders nobody: whom an order names is a name.
    if (ordered) {
      found.ordered = true;
      at = next;
    }
  }
  if (const auto apart = singled_out.longest(clause_folded, at)) {
    const std::size_t next = tokens::skip_blanks(text, apart.end);
    if (noun_at(clause_folded, next)) at = next;
  }
  const Noun noun = noun_at(clause_folded, at);
  if (!noun || only_looks_like_actor(text, folded, noun)) return {};
  NameEnd name = NameWalk(clause, clause_folded, end, Stops::at_verbs).walk(at, noun);
  // "Thủ trưởng các sở; Chủ tịch UBND các xã chịu trách nhiệm": all of them, where a task follows.
  for (NameEnd more = name;
       more.tie == ActorTie::bare && more.end < end && text[more.end] == ';';) {
    const std::size_t next = tokens::skip_blanks(text, more.end + 1);
    const Noun other = noun_at(clause_folded, next);
    if (!other || next - at > max_name_bytes) break;
    more = NameWalk(clause, clause_folded, end, Stops::at_verbs).walk(next, other);
    if (more.tie != ActorTie::bare && more.tie != ActorTie::none) name = more;
  }
  if (name.tie == ActorTie::none) return {};
  found.tie = name.tie;
  found.whole_end = trim_name(text, folded, at, name.end);
  found.name = {at, without_remark(text, at, found.whole_end)};
  found.task = name.end;
  if (const auto then = topic.longest(clause_folded, name.end); then && then.end < end) {
    found.task = tokens::skip_blanks(text, then.end);
  }
  if (name.tie == ActorTie::bare) found.task = end;
  if (name.tie == ActorTie::colon) found.task = tokens::skip_blanks(text, name.end + 1);
  if (name.tie == ActorTie::responsibility) {
    const auto verb = verb_at(folded, name.end);
    found.task = tokens::skip_blanks(text, verb ? verb.end : name.end);
    if (found.task < end && text[found.task] == ':') {
      found.task = tokens::skip_blanks(text, found.task + 1);
    }
  }
  found.task = std::min(found.task, end);
  return found;
}

namespace {

/// "Trường hợp cá nhân, tổ chức ...", "văn bản do Sở A, Sở B trình": [begin, comma) is an actor and
/// no more, or ends in one that another word leads in, and who stands at `next` is one more of the
/// same list; capitals behind small letters are another matter.
bool begins_list(std::string_view text, std::string_view folded, std::size_t begin,
                 std::size_t comma, std::size_t next) {
  const std::size_t end = tokens::skip_blanks_back(text, comma);
  const auto is_name = [&](std::size_t at) {
    const ActorFound one = actor_at(text, folded, at, comma);
    return one.tie == ActorTie::bare && one.whole_end >= end &&
           (is_capital(text, at) || !is_capital(text, next));
  };
  if (is_name(begin)) return true;
  constexpr std::size_t longest_name = 120;  // bytes
  for (std::size_t at = end; at > begin && end - at < longest_name;) {
    const std::size_t word = tokens::word_begin(text, at);
    if (word == at) return false;  // "hồ sơ (bản sao), ..."
    at = word;
    if (const auto head = list_heads.longest(folded, at)) {
      return is_name(tokens::skip_blanks(text, head.end));
    }
    at = tokens::skip_blanks_back(text, at);
  }
  return false;
}

/// "Đối với thôn có dưới 100 cử tri: ...": a case, and none who acts.
bool names_case(std::string_view folded, const ActorFound& actor) {
  const std::string_view name = folded.substr(0, actor.whole_end).substr(actor.name.begin);
  return std::ranges::any_of(actors::case_measures, [name](std::string_view measure) {
    return name.find(measure) != npos;
  });
}

/// "các xã chưa triển khai": what is told of somebody gives him no task.
bool tells_of(std::string_view folded, const ActorFound& actor) {
  return telling.longest_before(folded, actor.whole_end).found();
}

}  // namespace

ActorFound actor_of_sentence(std::string_view text, std::string_view folded, std::size_t begin,
                             std::size_t end) {
  const ActorFound first = actor_at(text, folded, begin, end);
  // "Đối với trung tâm công lập: Sở Y tế chủ trì ...", "Cấp tỉnh: Công an tỉnh tuần tra": whom it
  // concerns, and behind the colon who acts.
  const bool concerns = tokens::match(folded, begin, "đối với") != npos;
  if (concerns || (!first && !telling_labels.longest(folded, begin))) {
    const std::size_t colon = text.substr(0, end).find_first_of(":;,.", begin);
    if (colon != npos && text[colon] == ':' && colon - begin <= max_label_bytes) {
      const ActorFound behind = actor_at(text, folded, tokens::skip_blanks(text, colon + 1), end);
      if (behind.tie == ActorTie::verb || behind.tie == ActorTie::responsibility) return behind;
    }
  }
  if (concerns && first && names_case(folded, first)) return {};
  if (first && first.tie != ActorTie::bare) return first;
  const auto opener = clause_openers.longest(folded.substr(0, end), begin);
  if (!opener) return {};
  const bool of_others = case_openers.longest(folded, begin).found();
  std::size_t piece = tokens::skip_blanks(text, opener.end);
  for (std::size_t commas = 0; commas < max_clause_commas; ++commas) {
    std::size_t at = piece;
    std::size_t behind = npos;  // what parts the pieces: a comma, "thì"
    while (at < end && behind == npos) {
      if (text[at] == ',') {
        behind = at + 1;
      } else if (folded[at] == actors::topic_word[0] && tokens::begins_word(folded, at) &&
                 tokens::match(folded, at, actors::topic_word) != npos) {
        behind = at + actors::topic_word.size();
      } else {
        at = text[at] == '(' ? bracket_end(text, at, end) : at + 1;
      }
    }
    if (at >= end) break;
    const std::size_t next = tokens::skip_blanks(text, behind);
    const bool lists = of_others && text[at] == ',' && begins_list(text, folded, piece, at, next);
    piece = next;
    if (lists) continue;
    const ActorFound later = actor_at(text, folded, next, end);
    if (later.tie == ActorTie::responsibility) return later;
    if (later.tie != ActorTie::verb || tells_of(folded, later)) continue;
    const auto verb = verb_at(folded, later.task);
    const bool named = !of_others || later.ordered || is_capital(text, next) ||
                       plurals.longest(folded, next) || (verb && verb.row->kind == VerbKind::firm);
    if (named) return later;
  }
  return {};
}

ActorFound actor_of_passive(std::string_view text, std::string_view folded, std::size_t begin,
                            std::size_t end) {
  constexpr std::size_t max_tries = 4;
  std::size_t tries = 0;
  const std::string_view clause = folded.substr(0, end);
  for (std::size_t at = find_word(clause, "do", begin, begin); at < end && tries < max_tries;
       at = find_word(clause, "do", at + 1, begin)) {
    const std::size_t after = tokens::match(folded, at, "do");
    if (after == npos || after >= end) continue;
    ++tries;
    const ActorFound found = actor_at(text, folded, tokens::skip_blanks(text, after), end);
    if (found.tie == ActorTie::verb && passive.longest(folded, found.task)) return found;
  }
  return {};
}

TextRange actor_of_heading(std::string_view title, std::string_view folded) {
  std::size_t begin = tokens::skip_blanks(title, 0);
  bool named = false;
  if (const auto opener = heading_openers.longest(folded, begin)) {
    const std::size_t next = tokens::skip_blanks(title, opener.end);
    if (noun_at(folded, next)) {
      begin = next;
      named = true;
    }
  }
  const Noun noun = noun_at(folded, begin);
  if (!noun || only_looks_like_actor(title, folded, noun)) return {};
  const std::size_t end = trim_name(title, folded, begin, title.size());
  NameEnd name = NameWalk(title, folded, end, Stops::at_verbs).walk(begin, noun);
  // "Các sở, ban, ngành; UBND các xã"
  while (name.tie == ActorTie::bare && name.end < end && title[name.end] == ';') {
    const std::size_t next = tokens::skip_blanks(title, name.end + 1);
    const Noun more = noun_at(folded, next);
    if (!more) break;
    name = NameWalk(title, folded, end, Stops::at_verbs).walk(next, more);
  }
  // "Các đơn vị chuyên môn: Khoa Luật, Viện Kinh tế"
  if (noun.plural && name.end < end && title[name.end] == ':') {
    const std::size_t next = tokens::skip_blanks(title, name.end + 1);
    const Noun first = noun_at(folded, next);
    const NameEnd list =
        first ? NameWalk(title, folded, end, Stops::at_verbs).walk(next, first) : NameEnd{};
    if (first && list.tie == ActorTie::bare && list.end >= end) return {begin, end};
    // "Các Bộ: Tài chính, Xây dựng"
    if (!first && next < end && outline::are_capitals(title.substr(next, end - next)))
      return {begin, end};
  }
  if (name.tie == ActorTie::none) return {};
  if (name.tie == ActorTie::bare && name.end >= end) return {begin, end};
  // "Đề nghị Ủy ban nhân dân xã phối hợp": whose heading it is, and no more than that they do.
  if (named && name.tie == ActorTie::verb) {
    const auto verb = verb_at(folded, name.end);
    if (verb && verb.end >= end) return {begin, trim_name(title, folded, begin, name.end)};
  }
  // "Chuyên viên phụ trách lĩnh vực Hành chính, Văn phòng": what is in their charge says who it is.
  if (name.tie == ActorTie::verb && charging.longest(folded, name.end)) return {begin, end};
  // "Các xã liên quan vùng dự án": what no row knows as a verb says which, but in a sentence.
  if (name.tie == ActorTie::verb && !name.verb && !title.ends_with('.')) return {begin, end};
  // "Các đơn vị khi tham gia": when says which, where nothing else is said.
  if (name.tie == ActorTie::verb && name.verb == VerbKind::moment) return {begin, end};
  // "Đội Kiểm tra liên ngành kiểm soát giết mổ": a verb inside the name that no row knows. What a
  // heading says of several ("Các đơn vị tổ chức ...") it says indeed.
  const bool in_name = name.tie == ActorTie::verb && !noun.plural && name.verb == VerbKind::plain &&
                       title.find_first_of(",;", name.end) == npos;
  if (in_name) return {begin, end};
  // "Các sở chủ trì, quản lý các dự án": which of them; so also behind "Đề nghị các ...".
  const bool which = name.tie == ActorTie::verb && noun.plural && name.verb == VerbKind::plain &&
                     (named || modifying.longest(folded, name.end));
  if (which) return {begin, end};
  // "Sở Y tế có trách nhiệm:" names its actor too, but a heading that says more is no name.
  if (name.tie == ActorTie::responsibility || named) {
    return {begin, trim_name(title, folded, begin, name.end)};
  }
  return {};
}

namespace {

/// Behind "và" at `at` stand all who are concerned, to the end of the list: "và đơn vị liên quan".
/// They share nothing with who stands before and has a modifier already.
bool says_which(std::string_view text, std::string_view folded, std::size_t at, std::size_t end) {
  if (tokens::match(folded, at, "và") == npos) return false;
  const std::string_view rest = folded.substr(at, tokens::skip_blanks_back(text, end) - at);
  return rest.ends_with("liên quan");
}

}  // namespace

namespace {

/// The actor's noun at `at` is the one at `start`; but "Bộ Chỉ huy Bộ đội Biên phòng" is one body.
bool repeats_noun(std::string_view folded, std::size_t start, std::size_t at) {
  if (folded[at] != folded[start]) return false;
  const Noun first = noun_at(folded, start);
  const Noun next = noun_at(folded, at);
  return first && next &&
         folded.substr(first.begin, first.end - first.begin) ==
             folded.substr(next.begin, next.end - next.begin);
}

/// "Viettel", "VNPT", "MobiFone": a word in capitals or one that no Vietnamese syllable is spelt as
/// is a name whole in itself, whatever table it is in.
bool is_coined_name(std::string_view text, std::size_t at) {
  if (!is_capital(text, at)) return false;
  const std::string_view word = text.substr(at, tokens::word_end(text, at) - at);
  if (short_levels.longest(text, at) || word.size() < 2) return false;
  const bool ascii = std::ranges::all_of(word, [](char c) { return (c & 0x80) == 0; });
  return ascii && (is_capital(text, at + 1) || !language::is_syllable(word));
}

}  // namespace

void split_actors(std::string_view text, std::string_view folded, std::size_t begin,
                  std::size_t end, std::vector<TextRange>& out) {
  begin = tokens::skip_blanks(text, begin);
  std::size_t start = begin;
  std::size_t first_end = npos;  // of the first of those that share their modifier
  std::size_t last_end = npos;   // of the noun of the last member
  // "Các khoa, phòng", "Trưởng các khoa, phòng"
  const auto counts_several = [&](std::size_t at) {
    if (plurals.longest(folded, at)) return true;
    const Noun noun = noun_at(folded.substr(0, end), at);
    return noun && plurals.longest(folded, tokens::skip_blanks(text, noun.end)).found();
  };
  bool plural = counts_several(begin);
  const auto close = [&](std::size_t to) {
    const std::size_t trimmed = trim_name(text, folded, start, to);
    if (trimmed > start) out.push_back({start, trimmed});
  };
  const auto is_own_name = [&](std::size_t at) {
    return is_capital(text, at) && !levels.longest(folded, at);
  };
  // "Nội vụ, Tài chính, Y tế": the head of the column said that they are offices.
  const bool bare_names =
      is_capital(text, begin) && !plural && !noun_at(folded.substr(0, end), begin);
  for (std::size_t at = begin; at < end;) {
    if (text[at] == '(') {
      at = bracket_end(text, at, end);
      continue;
    }
    std::size_t next = npos;  // behind what parts two members
    if (text[at] == ',' || text[at] == ';') {
      next = at + 1;
    } else if (tokens::is_word_part(text, at)) {
      const Syllable first = tokens::syllable_at(folded, at);
      if (const auto name = comma_names.longest(folded, at, first); name && name.end <= end) {
        at = name.end;
        continue;
      }
      if (const auto kinds = school_kinds.longest(folded, at, first); kinds && kinds.end <= end) {
        at = kinds.end;
        continue;
      }
      // "Sở Y tế Sở Nội vụ": the lines of a cell, each a name.
      if (at > start && is_capital(text, at) && is_capital(text, start) &&
          repeats_noun(folded.substr(0, end), start, at)) {
        close(at);
        start = at;
        first_end = npos;
        at = first.end;
        continue;
      }
      // "Sở Tài chính Các sở, ngành": the same, the second line of several.
      if (at > start && is_capital(text, at) && plurals.longest(folded, at, first) &&
          noun_at(folded.substr(0, end), at)) {
        close(at);
        start = at;
        first_end = npos;
        plural = true;
        at = first.end;
        continue;
      }
      next = tokens::match(folded, at, "và");
      if (next == npos) {
        at = first.end;
        continue;
      }
    } else {
      at += language::code_point_length(text[at]);
      continue;
    }
    const std::size_t part_at = at;
    if (first_end == npos) first_end = part_at;
    std::size_t member = tokens::skip_blanks(text, next);
    const std::size_t and_end = tokens::match(folded, member, "và");
    if (and_end != npos) member = tokens::skip_blanks(text, and_end);
    at = std::max(member, part_at + 1);
    if (member >= end) break;
    const bool is_plural = static_cast<bool>(plurals.longest(folded, member));
    const Noun noun = noun_at(folded.substr(0, end), member);
    const bool parts_all = text[part_at] == ';' || (bare_names && text[part_at] == ',');
    bool opens = is_plural || (parts_all && is_capital(text, member)) ||
                 (!plural && !noun && is_coined_name(text, member));
    if (!opens && noun) {
      const std::size_t behind = tokens::skip_blanks(text, noun.end);
      const bool bare = behind >= end || text[behind] == ',' || text[behind] == '.' ||
                        text[behind] == ';' || tokens::match(folded, behind, "và") != npos;
      // "Các Sở, Ban, ngành" shares what follows; "phòng Quản lý" has a name of its own.
      const std::size_t second = tokens::skip_blanks(text, tokens::word_end(text, member));
      if (is_capital(text, member)) {
        opens = !(plural && bare);
      } else {
        // "Công an xã, đoàn thể"; but "UBND xã, phường" and "doanh nghiệp, trường đại học" share.
        const Noun current = noun_at(folded, start);
        const bool named = !current || trim_name(text, folded, start, first_end) > current.end ||
                           (is_capital(text, start) && says_which(text, folded, part_at, end));
        opens = is_own_name(second) || is_own_name(behind) ||
                (!plural && named &&
                 (!levels.longest(folded, member) || general.longest(folded, member) ||
                  says_which(text, folded, part_at, end))) ||
                (plural && last_end != npos && says_which(text, folded, part_at, end) &&
                 trim_name(text, folded, start, part_at) > last_end);
      }
    }
    last_end = noun ? noun.end : npos;
    if (opens) {
      close(part_at);
      start = member;
      first_end = npos;
      plural = is_plural || counts_several(member);
    }
  }
  close(end);
}

namespace {

/// Whom the verb at `first` guides stand right before `at`: "chỉ đạo các trường" before "phối hợp".
bool guides(std::string_view text, std::string_view folded, std::size_t first, std::size_t at,
            bool opens_clause) {
  const auto verb = guiding.longest(folded, first);
  if (!verb || (is_capital(text, first) && !opens_clause)) return false;
  const std::size_t list = tokens::skip_blanks(text, verb.end);
  const Noun noun = noun_at(folded, list);
  if (!noun) return false;
  std::size_t end = NameWalk(text, folded, at, Stops::at_list_ends).walk(list, noun).end;
  // "Chỉ đạo các ngân hàng chủ động phối hợp với ...": one more word of how.
  const std::size_t how_at = tokens::skip_blanks(text, end);
  if (const auto how = verb_at(folded, how_at); how && how.end < at) {
    end = how.end;
    if (text[end] == ',' && leading.longest(folded, how_at)) ++end;
  }
  return tokens::skip_blanks(text, end) >= at;
}

/// The clause that "phối hợp" at `at` stands in has another who acts: whom a verb before it guides,
/// "chỉ đạo UBND các xã, phường phối hợp với ...".
bool guided(std::string_view text, std::string_view folded, std::size_t begin, std::size_t at) {
  constexpr std::string_view marks = ";.:";
  begin = std::max(begin, at - std::min(at, max_name_bytes));
  const std::size_t mark = text.substr(begin, at - begin).find_last_of(marks);
  std::size_t first = tokens::skip_blanks(text, mark == npos ? begin : begin + mark + 1);
  // A verb that opens the clause may have its capital.
  if (is_capital(text, first) && guides(text, folded, first, at, true)) return true;
  for (; first < at; first = tokens::skip_blanks(text, first)) {
    if (guides(text, folded, first, at, false)) return true;
    const std::size_t word = tokens::word_end(text, first);
    first = word == first ? first + language::code_point_length(text[first]) : word;
  }
  return false;
}

}  // namespace

void collaborators_in(std::string_view text, std::string_view folded, std::size_t begin,
                      std::size_t end, std::vector<TextRange>& out) {
  const std::string_view clause = text.substr(0, end);
  const std::string_view clause_folded = folded.substr(0, end);
  std::size_t from = begin;
  for (std::size_t at = find_word(clause_folded, partner_opener, from, from); at < end;
       at = find_word(clause_folded, partner_opener, at, from)) {
    const auto partner = partners.longest(clause_folded, at);
    if (!partner) {
      ++at;
      continue;
    }
    std::size_t list = tokens::skip_blanks(text, partner.end);
    if (list < end && text[list] == ':') list = tokens::skip_blanks(text, list + 1);
    const std::size_t partner_at = at;
    at = from = partner.end;
    if (guided(clause, clause_folded, begin, partner_at)) continue;
    const Noun noun = noun_at(clause_folded, list);
    // "phối hợp Công an tỉnh", but not "phối hợp tuyên truyền".
    const bool is_bare = clause_folded.substr(partner_at, partner.end - partner_at) == bare_partner;
    if (!noun && (!is_capital(text, list) || (is_bare && !is_coined_name(text, list)))) continue;
    Noun first = noun;
    if (!first) first.end = tokens::word_end(text, list);  // a name that no row knows
    const NameEnd name =
        NameWalk(clause, clause_folded, end, Stops::at_list_ends).walk(list, first);
    if (name.tie == ActorTie::none) continue;
    split_actors(text, folded, list, name.end, out);
    at = from = std::max(at, name.end);
  }
}

}  // namespace vanban::plan
