// Numbers of administrative documents come again every year in every office, so a key has three
// things to say: type with number and symbol, the year, and whose numbers they are. The last is the
// place that the issuer is of: a body is written in many ways ("UBND tỉnh", "Chủ tịch Ủy ban nhân
// dân tỉnh Hòa Sơn") and its symbol already says which body it is, but every province has the same
// symbols.
#include "plan/citations/identity.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <utility>

#include "outline/segments.hpp"
#include "plan/citations/document_types.hpp"
#include "plan/folded.hpp"
#include "tokens/date.hpp"
#include "tokens/fold.hpp"
#include "tokens/phrases.hpp"

namespace vanban::plan {
namespace {

using namespace tokens;  // NOLINT(google-build-using-namespace): this file is made of its steps

enum class Level : unsigned char { none, province, district, commune };

struct LevelRow {
  std::string_view phrase;
  Level level;
};

struct TypeRow {
  std::string_view phrase;
  std::string_view slug;
};

// clang-format off
// Words before the name of a place. "xã hội" is none.
constexpr PhraseTable level_words(std::to_array<LevelRow>({
    {"tỉnh", Level::province}, {"tỉnh ủy", Level::province}, {"tỉnh đoàn", Level::province},
    {"thành phố", Level::province}, {"thành ủy", Level::province}, {"tp", Level::province},
    {"thành đoàn", Level::province},
    {"huyện", Level::district}, {"huyện ủy", Level::district}, {"huyện đoàn", Level::district},
    {"quận", Level::district}, {"quận ủy", Level::district}, {"thị xã", Level::district},
    {"thị ủy", Level::district},
    {"xã", Level::commune}, {"phường", Level::commune}, {"thị trấn", Level::commune},
    {"đặc khu", Level::commune},
    {"xã hội", Level::none}, {"thị xã hội", Level::none},
}));

// A type with a word more is numbered like the type: "Kế hoạch hành động số 12/KH-UBND".
constexpr PhraseTable base_types(std::to_array<TypeRow>({
    {"kế hoạch", "ke-hoach"}, {"chương trình", "chuong-trinh"}, {"quy chế", "quy-che"},
    {"thông báo", "thong-bao"}, {"kết luận", "ket-luan"}, {"hướng dẫn", "huong-dan"},
    {"nghị quyết", "nghi-quyet"}, {"thông tư", "thong-tu"}, {"văn bản", "cong-van"},
    {"văn bản hợp nhất", "van-ban-hop-nhat"},
}));

// Whose papers have one series in the whole State, by the group of their symbol. Ministries under
// their names before and after 2025.
constexpr auto state_groups = std::to_array<std::string_view>({
    "bbdxkkh", "bbtg", "bbttttt", "bca", "bct", "bdttg", "bgddt", "bgtvt", "bkhcn", "bkhdt",
    "bldtbxh", "bng", "bnn", "bnnmt", "bnnptnt", "bnv", "bqp", "btc", "btnmt", "btp", "bttt",
    "btttt", "bvhtt", "bvhttdl", "bxd", "byt", "cp", "ctn", "hdbcqg", "ktnn", "nhnn", "tandtc",
    "tld", "ttcp", "ttg", "tw", "ubdt", "vksndtc", "vpcp", "vpqh", "vptw",
});

// The provinces before and after 2025, for names without "tỉnh": "Sở Y tế Hà Nội".
constexpr auto provinces = std::to_array<std::string_view>({
    "an-giang", "ba-ria-vung-tau", "bac-giang", "bac-kan", "bac-lieu", "bac-ninh", "ben-tre",
    "binh-dinh", "binh-duong", "binh-phuoc", "binh-thuan", "ca-mau", "can-tho", "cao-bang",
    "da-nang", "dak-lak", "dak-nong", "dien-bien", "dong-nai", "dong-thap", "gia-lai", "ha-giang",
    "ha-nam", "ha-noi", "ha-tinh", "hai-duong", "hai-phong", "hau-giang", "ho-chi-minh",
    "hoa-binh", "hue", "hung-yen", "khanh-hoa", "kien-giang", "kon-tum", "lai-chau", "lam-dong",
    "lang-son", "lao-cai", "long-an", "nam-dinh", "nghe-an", "ninh-binh", "ninh-thuan", "phu-tho",
    "phu-yen", "quang-binh", "quang-nam", "quang-ngai", "quang-ninh", "quang-tri", "soc-trang",
    "son-la", "tay-ninh", "thai-binh", "thai-nguyen", "thanh-hoa", "thua-thien-hue", "tien-giang",
    "tra-vinh", "tuyen-quang", "vinh-long", "vinh-phuc", "yen-bai",
});
static_assert(std::ranges::is_sorted(provinces));
static_assert(std::ranges::is_sorted(state_groups));

// Bodies of a place, though their name may not say of which: "Sở Nội vụ", "UBND tỉnh".
constexpr PhraseTable local_bodies(std::to_array<Phrase>({
    {"sở"}, {"ubnd"}, {"ủy ban nhân dân"}, {"hđnd"}, {"hội đồng nhân dân"}, {"phòng"},
    {"tỉnh ủy"}, {"thành ủy"}, {"huyện ủy"}, {"đảng ủy"}, {"chi cục"}, {"tỉnh đoàn"},
    {"công an tỉnh"}, {"ban quản lý"},
}));

constexpr PhraseTable firms(std::to_array<Phrase>({
    {"công ty"}, {"tổng công ty"}, {"tập đoàn"}, {"doanh nghiệp"}, {"hợp tác xã"}, {"xí nghiệp"},
    {"chi nhánh"}, {"nhà máy"}, {"ngân hàng"},
}));
// clang-format on

// No name of a place and no name of a law is longer; a run of words that is would cost its length
// with every later mention.
constexpr std::size_t longest_place = 48;
constexpr std::size_t longest_name = 320;
constexpr std::size_t longest_text = 600;

void append_word(std::string& text, std::string_view word, char sign = '-') {
  if (!text.empty() && !word.empty()) text += sign;
  text += word;
}

/// Adds the letters of `lower` without their marks; what is no letter stays.
void append_bare(std::string& text, std::string_view lower) {
  for (std::size_t at = 0; at < lower.size();) {
    const std::size_t length = letter_at(lower, at);
    if (length == 0) {
      text += lower[at++];
      continue;
    }
    const char letter = outline::bare_letter(lower, at, length);
    if (letter != '\0') text += letter;
    at += length;
  }
}

std::string bare_word(std::string_view lower) {
  std::string bare;
  append_bare(bare, lower);
  return bare;
}

/// Number and symbol as they are compared: "0012/2017/NĐ-CP" -> "12", "nd-cp", "2017".
struct NumberSlugs {
  std::string ordinal;
  std::string symbol;
  std::string year;
};

NumberSlugs number_slugs(std::string_view number) {
  NumberSlugs slugs;
  std::size_t at = 0;
  const std::string lower = language::fold(number);
  number = lower;
  // A point parts figures of the ordinal (66.2/2025/NQ-CP); in a group it is passed over.
  while (at < number.size() && (is_digit(number, at) || has_byte(number, at, '.'))) ++at;
  const std::size_t letter = letter_at(number, at);
  if (letter != 0 && at > 0 && at + letter < number.size() && !is_word_part(number, at + letter)) {
    at += letter;  // 30c/NQ-CP
  }
  std::string_view ordinal = number.substr(0, at);
  while (ordinal.size() > 1 && ordinal.front() == '0' && is_digit(ordinal, 1)) {
    ordinal.remove_prefix(1);
  }
  slugs.ordinal = bare_word(ordinal);
  while (at < number.size()) {
    if (!is_word_part(number, at)) {
      at += language::code_point_length(number[at]);
      continue;
    }
    std::size_t end = word_end(number, at);
    std::string group(number.substr(at, end - at));
    while ((has_byte(number, end, '&') || has_byte(number, end, '.')) &&
           is_word_part(number, end + 1)) {
      const std::size_t next = word_end(number, end + 1);
      group += number.substr(end + 1, next - end - 1);
      end = next;
    }
    if (slugs.year.empty() && slugs.symbol.empty() && is_year(group) && end < number.size()) {
      slugs.year = group;
    } else {
      append_word(slugs.symbol, bare_word(group));
    }
    at = end;
  }
  return slugs;
}

/// "qh15", "ubtvqh14": with the number of the term.
bool is_term_group(std::string_view group) {
  const std::size_t figures = group.find_first_of("0123456789");
  const std::string_view letters = group.substr(0, figures);
  return figures != std::string_view::npos && (letters == "qh" || letters == "ubtvqh");
}

bool is_of_the_state(std::string_view symbol) {
  for (std::size_t at = 0; at < symbol.size();) {
    const std::size_t end = std::min(symbol.find('-', at), symbol.size());
    const std::string_view group = symbol.substr(at, end - at);
    if (std::ranges::binary_search(state_groups, group) || is_term_group(group)) return true;
    at = end + 1;
  }
  return false;
}

struct PlaceName {
  Level level = Level::none;
  std::string name;  ///< slug; empty where only the level is said: "UBND tỉnh"
};

/// The name behind a level's word: words that begin with a capital.
std::size_t capitals_end(std::string_view printed, std::size_t at) {
  const std::size_t first = at;
  std::size_t end = at;
  while (at < printed.size() && (is_capital(printed, at) || is_digit(printed, at)) &&
         at - first < longest_place) {
    end = word_end(printed, at);
    at = skip_blanks(printed, end);
  }
  return end;
}

std::string place_behind(std::string_view printed, std::size_t at) {
  const std::size_t end = capitals_end(printed, at);
  // "Bà Rịa - Vũng Tàu": a dash belongs to the name of a province.
  const std::size_t dash = skip_blanks(printed, end);
  if (const std::size_t length = dash_at(printed, dash)) {
    const std::size_t next = skip_blanks(printed, dash + length);
    std::string both = slug(printed.substr(at, capitals_end(printed, next) - at));
    if (std::ranges::binary_search(provinces, both)) return both;
  }
  return slug(printed.substr(at, end - at));
}

/// The place that the name of a body says it is of: the first one with a name.
PlaceName place_in(std::string_view printed, std::string_view lower) {
  PlaceName found;
  for (std::size_t at = next_word(lower, 0); at < lower.size(); at = next_word(lower, at)) {
    const auto row = level_words.longest(lower, at);
    if (!row) {
      at = word_end(lower, at);
      continue;
    }
    at = row.end;
    if (row.row->level == Level::none) continue;
    std::size_t next = at;
    while (has_byte(lower, next, '.') || blank_at(lower, next) != 0) ++next;
    // "ĐẢNG ỦY XÃ": in capitals the next level's word is no name.
    std::string name = level_words.longest(lower, next) ? "" : place_behind(printed, next);
    if (!name.empty()) return {row.row->level, std::move(name)};
    if (found.level == Level::none) found.level = row.row->level;
  }
  if (found.level != Level::none) return found;
  const std::string whole = slug(printed);
  std::string_view longest;  // "thua-thien-hue", not "hue"
  for (const std::string_view province : provinces) {
    if (province.size() > longest.size() && outline::closes_with(whole, province) &&
        whole.size() > province.size() && whole[whole.size() - province.size() - 1] == '-') {
      longest = province;
    }
  }
  if (!longest.empty()) return {Level::province, std::string(longest)};
  return found;
}

PlaceName place_in(std::string_view printed) {
  return place_in(printed, folded(printed));
}

/// What a commune or district lies in, as its name or the words behind it say: "UBND xã Tân Lập,
/// huyện Phú Sơn"; empty where they do not.
std::string place_around(std::string_view issuer, std::string_view behind) {
  // Most issuers end their clause, or are of the State.
  const std::size_t first = skip_blanks(behind, 0);
  const bool goes_on = has_byte(behind, first, ',') || match(behind, first, "huyện") != npos ||
                       match(behind, first, "tỉnh") != npos;
  if (!goes_on && issuer.find("huyện") == npos) return {};
  const PlaceName own = place_in(issuer);
  if (own.name.empty() || own.level < Level::district) return {};
  const auto wider = [&](std::string_view printed, std::size_t from, bool at_once) {
    const std::string lower = folded(printed);
    for (std::size_t at = next_word(lower, from); at < lower.size(); at = next_word(lower, at)) {
      const auto row = level_words.longest(lower, at);
      if (!row && at_once) return std::string();
      at = row ? row.end : word_end(lower, at);
      if (!row || row.row->level == Level::none || row.row->level >= own.level) continue;
      return place_behind(printed, skip_blanks(printed, at));
    }
    return std::string();
  };
  std::string found = wider(issuer, 0, false);
  if (!found.empty()) return found;
  const std::size_t comma = skip_blanks(behind, 0);
  const std::size_t next = has_byte(behind, comma, ',') ? comma + 1 : comma;
  return wider(behind, next, true);
}

/// `lower`: the name as the tables have it.
bool names_any(std::string_view lower, const auto& table) {
  for (std::size_t at = next_word(lower, 0); at < lower.size();) {
    if (table.longest(lower, at)) return true;
    at = next_word(lower, word_end(lower, at));
  }
  return false;
}

/// Whose numbers the body `issuer` gives, in a document from `home`.
std::string issuer_slug(std::string_view issuer, const Home& home) {
  const std::string lower = folded(issuer);
  if (names_any(lower, firms)) return slug(issuer);
  PlaceName place = place_in(issuer, lower);
  if (!place.name.empty()) return std::move(place.name);
  switch (place.level) {
    case Level::province: return home.province;
    case Level::district: return home.district;
    case Level::commune: return home.commune;
    case Level::none: break;
  }
  return names_any(lower, local_bodies) ? home.province : std::string();
}

std::string type_slug(std::string_view type) {
  const std::string lower = folded(type);
  const auto base = base_types.longest(lower, 0);
  return base ? std::string(base.row->slug) : slug(type);
}

/// "ke-hoach/12/kh-ubnd"; empty without a symbol.
std::string numbered_name(std::string_view type, const NumberSlugs& number) {
  if (number.ordinal.empty() || number.symbol.empty()) return {};
  return type_slug(type) + '/' + number.ordinal + '/' + number.symbol;
}

bool is_state_agency(const Header& header) {
  return header.agency.name && !names_any(folded(*header.agency.name), local_bodies) &&
         !(header.agency.parent && names_any(folded(*header.agency.parent), local_bodies));
}

bool agree(const std::string& a, const std::string& b) {
  return a.empty() || b.empty() || a == b;
}

/// Documents that were named so far, by what they are named by.
class Mentions {
 public:
  Mentions(std::span<Citation> citations, std::vector<Identity> identities)
      : citations_(citations), identities_(std::move(identities)), first_(citations.size()) {}

  void resolve() {
    for (std::size_t i = 0; i < citations_.size(); ++i) {
      first_[i] = i;
      if (!identities_[i].name.empty()) find_first(i);
    }
    for (std::size_t i = 0; i < citations_.size(); ++i) {
      citations_[i].key = key_of(identities_[first_[i]]);
      if (first_[i] != i) citations_[i].same_as = citations_[first_[i]].text;
    }
  }

 private:
  /// The one document before that mention `i` may mean. Where it may mean several, it stands for
  /// itself.
  void find_first(std::size_t i) {
    const Identity& own = identities_[i];
    std::size_t found = i;
    for (const std::string* name : {&own.name, &own.numbered}) {
      const auto row = by_name_.find(*name);
      if (name->empty() || row == by_name_.end()) continue;
      for (const std::size_t other : row->second) {
        if (other == found || !agree(identities_[other].year, own.year) ||
            !agree(identities_[other].issuer, own.issuer) ||
            !agree(identities_[other].within, own.within)) {
          continue;
        }
        if (found != i) return;
        found = other;
      }
    }
    if (found == i) return remember(i);
    first_[i] = found;
    // What the first leaves open a later one may say.
    Identity& from = identities_[found];
    if (from.year.empty()) from.year = own.year;
    if (from.issuer.empty()) from.issuer = own.issuer;
    if (from.within.empty()) from.within = own.within;
  }

  void remember(std::size_t i) {
    if (citations_[i].text.size() > longest_text) return;
    for (const std::string* name : {&identities_[i].name, &identities_[i].numbered}) {
      if (name->empty()) continue;
      std::vector<std::size_t>& named = by_name_[*name];
      constexpr std::size_t most = 16;  // one number of so many years is nobody's document
      if (named.size() < most) named.push_back(i);
    }
  }

  std::span<Citation> citations_;
  std::vector<Identity> identities_;
  std::vector<std::size_t> first_;  ///< of each citation the first of its document
  std::unordered_map<std::string, std::vector<std::size_t>> by_name_;
};

}  // namespace

std::string slug(std::string_view text) {
  const std::string lower = language::fold(text);
  std::string made;
  made.reserve(lower.size());
  for (std::size_t at = next_word(lower, 0); at < lower.size();) {
    const std::size_t end = word_end(lower, at);
    const std::string_view word = std::string_view(lower).substr(at, end - at);
    if (word != "và") {
      const std::size_t before = made.size();
      if (before != 0) made += '-';
      append_bare(made, word);
      if (made.size() == before + 1 && before != 0) made.pop_back();  // no letter of Vietnamese
    }
    at = next_word(lower, end);
  }
  return made;
}

Home home_of(const Header& header) {
  Home home;
  const auto set = [&home](PlaceName place) {
    std::string* const field = place.level == Level::province   ? &home.province
                               : place.level == Level::district ? &home.district
                               : place.level == Level::commune  ? &home.commune
                                                                : nullptr;
    if (field != nullptr && field->empty()) *field = std::move(place.name);
  };
  for (const auto* name : {&header.agency.name, &header.agency.parent}) {
    if (*name) set(place_in(**name));
  }
  if (!header.place) return home;
  PlaceName place = place_in(*header.place);
  if (place.name.empty()) place.name = slug(*header.place);
  if (place.level != Level::none) set(place);
  const bool known = std::ranges::binary_search(provinces, place.name);
  // A department is of its province, and so is the place that it writes from.
  const bool department = header.agency.name && folded(*header.agency.name).starts_with("sở ");
  const bool lower = !home.district.empty() || !home.commune.empty();
  if (home.province.empty() && !lower && (known || department)) home.province = place.name;
  return home;
}

Identity identity_of(const CitationMatch& match, std::string_view text, const Home& home) {
  Identity identity;
  if (match.date) identity.year = match.date->substr(0, 4);
  if (match.is_standard) {
    identity.name = type_slug(match.type) + '/' + slug(*match.number);
    identity.year.clear();
    identity.is_law = true;
    return identity;
  }
  NumberSlugs number =
      match.number ? number_slugs(with_hyphen(match.type, *match.number)) : NumberSlugs{};
  if (!number.year.empty()) identity.year = number.year;
  const std::string numbered = numbered_name(match.type, number);
  const std::string_view law = text.substr(match.name_begin, match.name_end - match.name_begin);
  if (!law.empty() && law.size() <= longest_name) {
    identity.name = type_slug(match.type) + '/' + slug(law);
    identity.numbered = numbered;
    identity.is_law = true;
    return identity;
  }
  if (!match.number && folded(match.type) == "hiến pháp") {
    identity.name = slug(match.type);
    identity.is_law = true;
    return identity;
  }
  identity.name = numbered;
  if (match.issuer && !is_of_the_state(number.symbol)) {
    identity.issuer = issuer_slug(*match.issuer, home);
    constexpr std::size_t longest_behind = 80;  // bytes: a comma, a level and a name
    std::string_view behind = text.substr(match.end);
    if (behind.size() > longest_behind)
      behind = behind.substr(0, behind.rfind(' ', longest_behind));
    identity.within = place_around(*match.issuer, behind);
  }
  return identity;
}

Identity identity_of(const Header& header, const Home& home) {
  Identity identity;
  if (!header.type.name || !header.number.text) return identity;
  const NumberSlugs number = number_slugs(with_hyphen(*header.type.name, *header.number.text));
  identity.name = numbered_name(*header.type.name, number);
  identity.year = number.year;
  if (identity.year.empty() && header.date) identity.year = header.date->substr(0, 4);
  if (is_of_the_state(number.symbol)) return identity;
  for (const auto* name : {&header.agency.name, &header.agency.parent}) {
    if (*name && identity.issuer.empty()) identity.issuer = issuer_slug(**name, home);
  }
  if (identity.issuer.empty() && header.place && !is_state_agency(header)) {
    PlaceName place = place_in(*header.place);
    identity.issuer = place.name.empty() ? slug(*header.place) : std::move(place.name);
  }
  return identity;
}

std::optional<std::string> key_of(const Identity& identity) {
  if (identity.name.empty() || (identity.year.empty() && !identity.is_law)) return std::nullopt;
  std::string key = identity.name;
  append_word(key, identity.year, '/');
  append_word(key, identity.issuer, '/');
  if (!identity.issuer.empty()) append_word(key, identity.within, '/');
  return key;
}

void resolve_mentions(std::span<Citation> citations, std::vector<Identity> identities) {
  Mentions(citations, std::move(identities)).resolve();
}

}  // namespace vanban::plan
