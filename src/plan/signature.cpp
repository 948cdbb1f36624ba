// A block is offices in capitals, then a name, in one column: "TM. ỦY BAN NHÂN DÂN" / "KT. CHỦ
// TỊCH" / "PHÓ CHỦ TỊCH" / the name. A new block begins with an office after a name.
#include "plan/signature.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "outline/characters.hpp"
#include "outline/line_view.hpp"
#include "outline/offices.hpp"
#include "outline/segments.hpp"
#include "plan/folded.hpp"
#include "plan/organisation.hpp"
#include "plan/tail.hpp"
#include "tokens/fold.hpp"
#include "tokens/phrases.hpp"

namespace vanban::plan {
namespace {

using outline::FoldedText;
using outline::JoinedText;

constexpr std::size_t far_below = 2;  // blank lines; room for the hand and the seal

struct Block {
  JoinedText authority;
  JoinedText position;
  JoinedText name;
  std::vector<TextSpan> spans;
  bool open_position = false;  ///< the last line belonged to the position
  [[nodiscard]] bool has_office() const { return !authority.empty() || !position.empty(); }
  [[nodiscard]] std::uint32_t begin() const {
    return (!authority.empty() ? authority : !position.empty() ? position : name).place().begin;
  }
};

// What bodies do: a line with one of these words is no name of a body alone.
constexpr tokens::PhraseTable body_acts(std::to_array<tokens::Phrase>({
    {"phối hợp"}, {"thực hiện"},  {"thẩm định"}, {"phê duyệt"},   {"xác nhận"},   {"đề nghị"},
    {"ban hành"}, {"ký duyệt"},   {"chủ trì"},   {"chứng nhận"},  {"kiểm tra"},   {"tiếp nhận"},
    {"báo cáo"},  {"triển khai"}, {"cam kết"},   {"đăng ký"},     {"thống nhất"}, {"chuẩn y"},
    {"nhận xét"}, {"đánh giá"},   {"góp ý"},     {"tham gia"},    {"xem xét"},    {"hỗ trợ"},
    {"tổ chức"},  {"tham mưu"},   {"soạn thảo"}, {"trình duyệt"},
}));

// Names of bodies with one of them.
constexpr tokens::PhraseTable named_by_acts(std::to_array<tokens::Phrase>({
    {"thanh tra kiểm tra"}, {"ủy ban kiểm tra"},
    {"uỷ ban kiểm tra"},    {"ban tổ chức"},
    {"phòng tổ chức"},      {"vụ tổ chức"},
    {"sở tổ chức"},         {"cục kiểm tra"},
    {"hội đồng thẩm định"}, {"tổ thẩm định"},
    {"đoàn kiểm tra"},      {"đội kiểm tra"},
    {"tổ kiểm tra"},        {"hội đồng đánh giá"},
    {"văn phòng đăng ký"},  {"ban chỉ đạo thực hiện"},
    {"trung tâm hỗ trợ"},   {"quỹ hỗ trợ"},
    {"hội hỗ trợ"},         {"bộ phận tiếp nhận"},
    {"chi cục kiểm tra"},   {"trung tâm kiểm tra"},
}));

// Heads of bodies that meet for one matter: who heads one has a post of his own elsewhere.
constexpr std::string_view passing_offices[] = {
    "trưởng ban",        "trưởng tiểu ban",    "trưởng đoàn",        "tổ trưởng",
    "chủ tịch hội đồng", "trưởng ban chỉ đạo", "trưởng ban tổ chức", "chỉ huy trưởng",
};
constexpr std::string_view standing_posts[] = {
    "chủ tịch",     "giám đốc",        "bộ trưởng",     "thứ trưởng",      "bí thư",
    "cục trưởng",   "chi cục trưởng",  "vụ trưởng",     "viện trưởng",     "hiệu trưởng",
    "trưởng phòng", "chánh văn phòng", "tổng giám đốc", "tổng cục trưởng",
};

/// Without "phó", where it opens `office`.
std::string_view without_deputy(std::string_view office) {
  const std::size_t deputy = tokens::match(office, 0, "phó");
  if (deputy == tokens::npos) return office;
  return office.substr(tokens::skip_blanks(office, deputy));
}

/// "TRƯỞNG BAN" over "PHÓ CHỦ TỊCH UBND TỈNH": who signs as the first is the second elsewhere.
bool is_second_post(std::string_view above, std::string_view line) {
  const std::string_view office = without_deputy(above);
  const std::string_view post = without_deputy(line);
  return std::ranges::find(passing_offices, office) != std::end(passing_offices) &&
         std::ranges::any_of(standing_posts, [&](std::string_view row) {
           return tokens::match(post, 0, row) != tokens::npos;
         });
}

/// The line is the name of a body and says nothing of it.
bool is_body_name(std::string_view line) {
  if (!opens_organisation(line, 0)) return false;
  for (std::size_t at = 0; at < line.size();) {
    if (!tokens::is_word_part(line, at)) {
      at += language::code_point_length(line[at]);
      continue;
    }
    if (const auto name = named_by_acts.longest(line, at)) {
      at = name.end;
      continue;
    }
    if (body_acts.longest(line, at)) return false;
    at = tokens::word_end(line, at);
  }
  return true;
}

class SignatureReader {
 public:
  explicit SignatureReader(const FoldedText& text) : text_(text) {}

  void read_column(const std::vector<TailPiece>& pieces) {
    block_ = {};
    body_.reset();
    signed_ = false;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
      below_ = std::span(pieces).subspan(i + 1);
      read_piece(pieces[i]);
    }
    close();
  }

  std::vector<Block> blocks() && {
    // A name may have slipped into another column than its office.
    std::ranges::stable_sort(blocks_, {}, [](const Block& block) { return block.begin(); });
    for (StrayName& name : stray_names_) {
      for (Block& block : blocks_) {
        if (!block.name.empty() || block.begin() > name.span.begin) continue;
        block.name = std::move(name.text);
        block.spans.push_back(name.span);
        break;
      }
    }
    // "(Đã ký)" over a name, and no office at all.
    for (std::size_t i = 0; i < stray_names_.size() && blocks_.empty(); ++i) {
      if (!stray_names_[i].is_signed) continue;
      blocks_.push_back({{}, {}, std::move(stray_names_[i].text), {stray_names_[i].span}});
    }
    // "KT. BỘ TRƯỞNG" over "Nơi nhận:      THỨ TRƯỞNG": an office of its own has no name.
    for (std::size_t i = 0; i + 1 < blocks_.size(); ++i) {
      Block& block = blocks_[i];
      Block& next = blocks_[i + 1];
      if (block.authority.empty() || !block.position.empty() || !next.authority.empty() ||
          !next.name.empty()) {
        continue;
      }
      block.position = std::move(next.position);
      block.spans.insert(block.spans.end(), next.spans.begin(), next.spans.end());
      blocks_.erase(blocks_.begin() + static_cast<std::ptrdiff_t>(i) + 1);
    }
    // "... (b/c); TM. BAN CHỈ ĐẠO" over "PHÓ TRƯỞNG BAN" and the name: one column ran into another.
    for (std::size_t i = 0; i + 1 < blocks_.size(); ++i) {
      Block& block = blocks_[i];
      Block& next = blocks_[i + 1];
      if (block.authority.empty() || !block.name.empty() || !next.authority.empty() ||
          next.name.empty()) {
        continue;
      }
      next.authority = std::move(block.authority);
      if (is_second_post(folded(block.position.text()), folded(next.position.text()))) {
        next.position = std::move(block.position);
      } else if (!block.position.empty()) {
        for (const JoinedText::Piece& piece : next.position.pieces()) {
          block.position.append(text_.text, piece.span);
        }
        next.position = std::move(block.position);
      }
      next.spans.insert(next.spans.begin(), block.spans.begin(), block.spans.end());
      blocks_.erase(blocks_.begin() + static_cast<std::ptrdiff_t>(i));
    }
    // After the name some add their other office; it signs nothing by itself.
    const bool named = std::ranges::any_of(blocks_, [](const Block& b) { return !b.name.empty(); });
    if (named) std::erase_if(blocks_, [](const Block& b) { return b.name.empty(); });
    return std::move(blocks_);
  }

 private:
  struct StrayName {
    JoinedText text;
    TextSpan span;
    bool is_signed = false;  ///< "(Đã ký)" stands above
  };

  /// A name stands among the next pieces, before another office that would have it; who signs for
  /// somebody has an office of his own.
  [[nodiscard]] bool names_follow() const {
    constexpr std::size_t farthest = 4;  // stamps aside
    constexpr std::size_t farthest_at_all = 12;
    std::size_t left = farthest;
    for (const TailPiece& piece : below_.first(std::min(below_.size(), farthest_at_all))) {
      if (outline::recipients_head(lower(piece.span)) != 0 || left == 0) return false;
      if (outline::is_signing_mark(lower(piece.span))) continue;
      --left;
      if (outline::is_office_line(printed(piece.span), text_.placed(piece.span))) {
        return !block_.authority.empty() && block_.position.empty();
      }
      if (outline::is_person_name(printed(piece.span), text_.placed(piece.span))) return true;
    }
    return false;
  }

  /// "BỘ TRƯỞNG BỘ GIÁO DỤC VÀ" / "ĐÀO TẠO", "GIÁM ĐỐC SỞ Y TẾ" / "LÂM ĐỒNG". What reads like a
  /// name is one, unless it is a place, or two syllables where the office asks for one, over a
  /// name.
  [[nodiscard]] bool is_rest_of_office(TextSpan span, bool name) const {
    if (!name) return open_office_;
    const std::string_view placed = text_.placed(span);
    const bool short_name = std::ranges::count(placed, ' ') == 1;
    return (outline::is_place_like_name(placed) || (open_office_ && short_name)) && names_follow();
  }

  [[nodiscard]] std::string_view printed(TextSpan span) const { return text_.printed(span); }
  [[nodiscard]] std::string_view lower(TextSpan span) const { return text_.lower(span); }

  /// "KT." over "TM. ỦY BAN NHÂN DÂN": who else keeps a copy.
  [[nodiscard]] bool is_of_archive(TextSpan span) const {
    return outline::is_bare_authority(printed(span), text_.placed(span)) && !below_.empty() &&
           outline::authority_prefix(text_.placed(below_.front().span)) != 0;
  }

  void read_piece(const TailPiece& piece) {
    const TextSpan span = piece.span;
    if (outline::is_signing_mark(lower(span))) {
      // "(Đã ký) Nguyễn Văn A" and "Nguyễn Văn A (đã ký)" hold a name beside the mark.
      open_office_ = false;
      read_name_beside_mark(span);
      return;
    }
    if (outline::recipients_head(lower(span)) != 0) return;
    // In capitals with room above, below an office, a known family name first: a name.
    const bool name = outline::is_person_name(printed(span), text_.placed(span));
    const bool caps = outline::is_caps(printed(span));
    if (outline::is_office_line(printed(span), text_.placed(span))) {
      if (is_of_archive(span)) return;
      if (!block_.name.empty()) close();
      const std::size_t office = outline::office_before_name(printed(span), text_.placed(span));
      if (office == 0) {
        add_office(span);
      } else {
        add_office({span.begin, span.begin + static_cast<std::uint32_t>(office)});
        add_name_behind(span, office);
      }
      return;
    }
    if (awaits_head_ && caps && !starts_bullet(span)) {  // "TM." / "ĐOÀN CHỦ TỊCH" / "CHỦ TỊCH"
      add_authority(span);
      awaits_head_ = false;
      return;
    }
    if (caps && block_.has_office() && block_.name.empty() && piece.blank_before == 0 &&
        is_rest_of_office(span, name)) {
      (block_.open_position ? block_.position : block_.authority).append(text_.text, span);
      block_.spans.push_back(span);
      open_office_ = outline::is_open_office(text_.placed(span));
      return;
    }
    if (name && (!caps || piece.blank_before >= far_below || block_.name.empty())) {
      add_name(span);
      return;
    }
    if (awaits_body_ && is_body_name(printed(span))) {
      add_position(span);
      awaits_body_ = false;
      return;
    }
    if (caps && !block_.has_office() && is_body_name(printed(span))) {
      body_ = span;  // over the offices of those who sign jointly
      return;
    }
    if (caps && block_.has_office() && block_.name.empty() && !starts_bullet(span)) {
      // "TM. ỦY BAN NHÂN" / "DÂN", "GIÁM ĐỐC" / "SỞ NỘI VỤ"
      (block_.open_position ? block_.position : block_.authority).append(text_.text, span);
      block_.spans.push_back(span);
      awaits_head_ = false;
      return;
    }
    const std::size_t bracket = printed(span).find('(');
    if (bracket != std::string_view::npos && bracket > 0) {
      const TextSpan before{span.begin, span.begin + static_cast<std::uint32_t>(outline::trim_end(
                                                         printed(span), 0, bracket))};
      if (outline::is_signing_mark(
              lower({span.begin + static_cast<std::uint32_t>(bracket), span.end})) &&
          outline::is_person_name(printed(before), text_.placed(before))) {
        add_name(before);
      }
    }
  }

  /// The name of who signs behind the offices that end at byte `office` of the line.
  void add_name_behind(TextSpan span, std::size_t office) {
    const std::size_t close = printed(span).find(')', office);
    const std::size_t from = close == std::string_view::npos ? office : close + 1;
    const auto behind = static_cast<std::uint32_t>(from);
    if (from != office) {  // the mark between them says nothing else
      block_.spans.push_back(
          {span.begin + static_cast<std::uint32_t>(office), span.begin + behind});
    }
    span.begin += behind;
    span.begin = static_cast<std::uint32_t>(outline::trim_begin(text_.text, span.begin, span.end));
    add_name(span);
  }

  [[nodiscard]] bool starts_bullet(TextSpan span) const {
    const char first = text_.text[span.begin];
    return first == '-' || first == '+' || first == '*';
  }

  void read_name_beside_mark(TextSpan span) {
    const std::size_t close = printed(span).find_first_of("):");
    signed_ = true;
    if (close == std::string_view::npos) return;
    TextSpan rest{span.begin + static_cast<std::uint32_t>(close) + 1, span.end};
    rest.begin = static_cast<std::uint32_t>(outline::trim_begin(text_.text, rest.begin, rest.end));
    if (!rest.empty() && outline::is_person_name(printed(rest), text_.placed(rest))) add_name(rest);
  }

  void add_name(TextSpan span) {
    const TextSpan whole = span;
    // Honours are no part of a name (Nghị định 30/2020/NĐ-CP, Annex I): dropped, the model has no
    // place for them.
    span.begin +=
        static_cast<std::uint32_t>(outline::honours_length(printed(span), text_.placed(span)));
    if (!block_.has_office()) {
      JoinedText name;
      name.append(text_.text, span);
      stray_names_.push_back({std::move(name), whole, signed_});
      return;
    }
    if (!block_.name.empty()) return;
    block_.name.append(text_.text, span);
    block_.spans.push_back(whole);
  }

  /// A line of offices; several may stand on it: "KT. GIÁM ĐỐC PHÓ GIÁM ĐỐC".
  void add_office(TextSpan span) {
    if (body_ && !block_.has_office()) add_authority(*body_);
    body_.reset();
    const std::string_view placed = text_.placed(span);
    awaits_body_ = outline::is_office_of_next_line(placed);
    open_office_ = outline::is_caps(printed(span)) && outline::is_open_office(placed);
    if (outline::authority_prefix(placed) == 0) {
      if (awaits_head_) {
        awaits_head_ = false;
        const std::optional<std::size_t> own = position_behind_head(placed);
        if (!own) return add_authority(span);
        const auto cut = span.begin + static_cast<std::uint32_t>(*own);
        if (cut > span.begin) {
          add_authority({span.begin, static_cast<std::uint32_t>(
                                         outline::trim_end(text_.text, span.begin, cut))});
        }
        span.begin = cut;
      }
      add_position(span);
      return;
    }
    awaits_head_ = outline::is_bare_authority(printed(span), placed);
    const std::size_t at = position_after_authority(placed);
    if (at == 0) {
      add_authority(span);
      return;
    }
    const auto cut = span.begin + static_cast<std::uint32_t>(at);
    add_authority(
        {span.begin, static_cast<std::uint32_t>(outline::trim_end(text_.text, span.begin, cut))});
    add_position({cut, span.end});
  }

  /// "BỘ TRƯỞNG CHÁNH VĂN PHÒNG" beneath "TL.": where the office of who signs begins, none where
  /// only that of who is represented stands there.
  [[nodiscard]] static std::optional<std::size_t> position_behind_head(std::string_view placed) {
    if (placed.starts_with("phó ") || placed.starts_with("thứ trưởng")) return 0;
    for (const std::string_view word : {" phó ", " thứ trưởng"}) {
      const std::size_t deputy = placed.find(word);
      if (deputy != std::string_view::npos) return deputy + 1;
    }
    const std::size_t title = outline::office_at_end(placed);
    if (title == std::string_view::npos || title == 0) return std::nullopt;
    return title;
  }

  /// Where on a line of authority the position begins, 0 where only the authority stands there.
  [[nodiscard]] static std::size_t position_after_authority(std::string_view placed) {
    const std::size_t prefix = outline::authority_prefix(placed);
    for (const std::string_view word : {" phó ", " thứ trưởng"}) {
      const std::size_t deputy = placed.find(word);
      if (deputy != std::string_view::npos) return deputy + 1;
    }
    // On behalf of a body: its head's title ends the line. On behalf of a head it is the title.
    const bool body =
        placed.starts_with("tm") || placed.starts_with("t/m") || placed.starts_with("t.m");
    if (!body || placed.find(" kt. ") != std::string_view::npos) return 0;
    const std::size_t title = outline::office_at_end(placed);
    return title == std::string_view::npos || title <= prefix + 2 ? 0 : title;
  }

  void add_authority(TextSpan span) {
    if (!block_.position.empty()) close();  // another block without a name between
    block_.authority.append(text_.text, span);
    block_.spans.push_back(span);
    block_.open_position = false;
  }

  void add_position(TextSpan span) {
    constexpr std::size_t longest_office = 120;  // bytes
    if (block_.position.text().size() <= longest_office) {
      const std::string above = folded(block_.position.text());
      const std::string line = folded(printed(span));
      if (is_second_post(above, line)) {
        block_.spans.push_back(span);
        return;
      }
      // "DUYỆT CỦA HIỆU TRƯỞNG" over "HIỆU TRƯỞNG": the second is the position.
      if (above.ends_with(" " + line)) block_.position = {};
    }
    block_.position.append(text_.text, span);
    block_.spans.push_back(span);
    block_.open_position = true;
  }

  void close() {
    if (block_.has_office()) blocks_.push_back(std::move(block_));
    block_ = {};
    awaits_body_ = awaits_head_ = false;
    open_office_ = false;
  }

  const FoldedText& text_;
  Block block_;
  bool awaits_body_ = false;          ///< "Đại diện" stands above
  bool awaits_head_ = false;          ///< "TL." stands above
  bool signed_ = false;               ///< "(Đã ký)" stands above
  bool open_office_ = false;          ///< the office above goes on: "CHỦ TỊCH UBND TỈNH"
  std::span<const TailPiece> below_;  ///< the line at hand, in the column
  std::optional<TextSpan> body_;      ///< the name of a body right before the office to come
  std::vector<Block> blocks_;
  std::vector<StrayName> stray_names_;
};

}  // namespace

std::vector<SignatureReading> read_signatures(const FoldedText& text, const Tail& tail) {
  SignatureReader reader(text);
  for (const std::vector<TailPiece>& column : tail.columns) {
    reader.read_column(column);
  }
  std::vector<SignatureReading> readings;
  for (Block& block : std::move(reader).blocks()) {
    SignatureReading reading;
    reading.spans = std::move(block.spans);
    bool first = true;
    const auto put = [&](std::string_view field, const JoinedText& value,
                         std::optional<std::string>& target) {
      if (value.empty()) return;
      const TextSpan span = value.place();
      reading.at.emplace_back(field, span);
      reading.span = first ? span
                           : TextSpan{std::min(reading.span.begin, span.begin),
                                      std::max(reading.span.end, span.end)};
      first = false;
      target = one_line(value.text());
    };
    put("authority", block.authority, reading.signature.authority);
    put("position", block.position, reading.signature.position);
    put("name", block.name, reading.signature.name);
    readings.push_back(std::move(reading));
  }
  return readings;
}

}  // namespace vanban::plan
