// The tree is built with one stack of open nodes. A marker continues the innermost open sequence
// of its own style that it succeeds; else it opens a level, below whatever outranks its class.
// Classes are ranked once, by practice and by Nghị định 30/2020/NĐ-CP; what practice leaves open
// ("A." over "I." or the other way round, "-" over "+") the document's own first use decides.
#include "outline/tree.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <unordered_map>
#include <unordered_set>

#include "language/letters.hpp"
#include "outline/characters.hpp"
#include "outline/heading.hpp"
#include "outline/line_view.hpp"
#include "outline/openings.hpp"
#include "outline/section_names.hpp"
#include "outline/type_line.hpp"

namespace vanban::outline {
namespace {

constexpr std::size_t longest_appendix_label = 120;  // bytes
constexpr std::size_t longest_name = 100;            // bytes of a bullet that says nothing itself
constexpr std::size_t longest_subject = 6;           // lines
constexpr std::size_t deepest = Limits::max_depth - 16;  // open levels; leaves room for the root

/// A numbered line that a paragraph may stand under as its content.
bool may_be_heading(const Block& block) {
  if (!block.marker || block.marker->is_bullet()) return false;
  const EndMark end = end_mark(block.text.text());
  return block.caps || (end != EndMark::stop && end != EndMark::semicolon);
}

/// "Trên đây là ...": no part of the last item or section.
bool concludes(const FoldedText& text, const Block& block) {
  return !block.marker && block.rows.empty() && opens_conclusion(text.lower(block.span));
}

constexpr Phrase requests[] = {
    {"kiến nghị", "VI. KIẾN NGHỊ"},
    {"đề xuất", "V. ĐỀ XUẤT, KIẾN NGHỊ"},
    {"đề nghị", "V. ĐỀ NGHỊ"},
};

/// What is counted in names, as it is printed: "Bước 1. Chuẩn bị".
constexpr std::string_view steps[] = {"Bước ", "Giai đoạn "};

bool names_requests(std::string_view lower) {
  return std::ranges::any_of(requests, [&](const Phrase& row) {
    return lower.find(row.folded) != std::string_view::npos;
  });
}

bool is_request_or_wish(std::string_view lower) {
  return is_request(lower) || opens_with(lower, "kính ");
}

/// "Đề nghị ... nghiêm túc triển khai thực hiện": of all that stands before.
bool is_request_to_all(std::string_view said) {
  return (opens_with(said, "đề nghị ") || opens_with(said, "yêu cầu ")) &&
         said.find(" nghiêm túc ") != std::string_view::npos && said.ends_with(" thực hiện");
}

/// "Các ông ... chịu trách nhiệm thi hành Quyết định này": the last sentence of a last article.
bool charges_someone(std::string_view said) {
  constexpr std::string_view charges[] = {"chịu trách nhiệm thi hành", "chịu trách nhiệm thực hiện",
                                          "căn cứ quyết định thi hành",
                                          "căn cứ quyết định thực hiện"};
  return std::ranges::any_of(
      charges, [said](std::string_view words) { return said.find(words) != said.npos; });
}

/// The block before `end` is of an article: "Điều 4. ..." or an item beneath it.
bool is_in_article(const Blocks& blocks, std::size_t end) {
  for (std::size_t i = end; i-- > 0;) {
    if (!blocks[i].marker) continue;  // a table, a paragraph between items
    if (blocks[i].marker->kind == NodeKind::article) return true;
    if (may_be_heading(blocks[i]) && blocks[i].marker->kind == NodeKind::roman) return false;
  }
  return false;
}

/// How many of the last blocks conclude the document.
std::size_t count_closing(const FoldedText& text, const Blocks& blocks) {
  std::size_t first = blocks.size();
  while (first > 0 && !blocks[first - 1].marker && blocks[first - 1].rows.empty()) --first;
  if (first == blocks.size()) return 0;
  const bool listless = first == 0;
  if (listless) first = 1;  // a text of paragraphs alone begins with one
  // From here on every paragraph concludes: what is polite in the midst of others does not.
  std::size_t polite = blocks.size();
  while (polite > first && opens_closing(text.lower(blocks[polite - 1].span))) --polite;
  // A section of requests: all of them are its own.
  const bool asks = !listless && may_be_heading(blocks[first - 1]) &&
                    names_requests(text.lower(blocks[first - 1].span)) &&
                    is_request_or_wish(text.lower(blocks[first].span));
  for (std::size_t i = first; i < blocks.size(); ++i) {
    const std::string_view lower = text.lower(blocks[i].span);
    if (i < polite && may_open_closing(lower)) continue;
    if (asks && is_request_or_wish(lower)) continue;
    // All that stands beneath the last heading is what it names.
    if (i == first && !listless && may_be_heading(blocks[i - 1]) && !concludes(text, blocks[i])) {
      continue;
    }
    // ... and asks for things before its last one.
    if (listless && i + 1 < blocks.size() && is_request(lower)) continue;
    if (opens_closing(lower)) return blocks.size() - i;
  }
  const bool ends = trim(blocks.back().text.text()).ends_with("./.");
  const bool after_item = !listless && !may_be_heading(blocks[first - 1]);
  // The only paragraph of the last section is that section's.
  if (blocks.size() > 1 && blocks[blocks.size() - 2].names != SectionName::none) return 0;
  // "Ban Chỉ đạo đề nghị các ngành ... tổ chức thực hiện nghiêm túc Kế hoạch này./."
  constexpr std::string_view to_all[] = {"đề nghị các ", "yêu cầu các ", "đề nghị thủ trưởng ",
                                         "yêu cầu thủ trưởng "};
  const std::string folded = language::fold(blocks.back().text.text());  // on one line
  const std::string_view last = trim(folded);
  const auto asks_all = [last](std::string_view words) { return last.find(words) != last.npos; };
  const bool to_carry_out =
      last.find("thực hiện") != last.npos && std::ranges::any_of(to_all, asks_all);
  if (last.ends_with("kế hoạch này./.") && to_carry_out && blocks.size() - first > 1) return 1;
  // "UBND thành phố yêu cầu các sở, ngành nghiêm túc thực hiện; vướng mắc gửi về Sở ..."
  const bool of_all = last.find("vướng mắc") != last.npos || last.find(" này") != last.npos;
  if (last.find("nghiêm túc") != last.npos && to_carry_out && of_all &&
      (blocks.size() - first > 1 || after_item)) {
    return 1;
  }
  // "Đề nghị Ủy ban nhân dân tỉnh và các tổ chức đảng nghiêm túc triển khai thực hiện."
  const std::string_view said = last.substr(0, last.find_last_not_of("./! ") + 1);
  if (is_request_to_all(said) && blocks.size() - first == 1 && after_item) return 1;
  // "Căn cứ nội dung văn bản, Sở Y tế tổ chức thực hiện."
  if (last.starts_with("căn cứ nội dung văn bản") && last.find(" thực hiện") != last.npos) return 1;
  if (!ends || !after_item) return 0;
  return charges_someone(last) && is_in_article(blocks, first) ? 0 : 1;
}

/// Outside of all numbers.
constexpr int section_rank = -2;
constexpr int subsection_rank = -1;
/// What is said of all of a list behind its items.
constexpr std::string_view list_labels[] = {
    "Thời gian", "Thời hạn",  "Thời điểm", "Địa điểm", "Kinh phí", "Nguồn kinh phí",  "Thành phần",
    "Đối tượng", "Hình thức", "Tiến độ",   "Đơn vị",   "Cơ quan",  "Người thực hiện", "Phương pháp",
    "Lưu ý",     "Ghi chú",   "Yêu cầu",   "Kết quả",  "Sản phẩm",
};

/// Beneath all numbers, over the bullets.
constexpr int part_rank = 45;

/// What a document puts outside, where practice differs.
struct ClassOrder {
  bool upper_first = false;     ///< "A." over "I."
  bool enclosed_first = false;  ///< "(1)" over "a)"
  bool upper_last = false;      ///< "1." over "A."
};

/// The level of a class; the smaller, the farther out.
int class_rank(const Marker& marker, ClassOrder order) {
  switch (marker.kind) {
    case NodeKind::part: return 0;
    case NodeKind::chapter: return 1;
    case NodeKind::section: return 2;
    case NodeKind::article: return 3;
    case NodeKind::upper: return order.upper_last ? 26 : order.upper_first ? 4 : 6;
    case NodeKind::roman: return 5;
    case NodeKind::decimal:
      if (marker.delimiter == Delimiter::enclosed) return order.enclosed_first ? 28 : 40;
      return 8 + 2 * marker.component_count;
    case NodeKind::alpha:
      return 30 + (marker.component_count > 1 ? 1 : 0) + (marker.sign == U'i' ? 2 : 0) +
             (marker.delimiter == Delimiter::enclosed ? 12 : 0);
    default: return 60;
  }
}

class Builder {
 public:
  Builder(const FoldedText& text, Outline& outline) : text_(text), outline_(outline) {}

  /// Adds `blocks` beneath `root` (or as the nodes of `top`).
  void add(Blocks blocks, std::uint32_t root, std::vector<std::uint32_t>& top) {
    root_ = root;
    top_ = &top;
    stack_.clear();
    learn_order(blocks);
    for (; !blocks.empty(); blocks.pop_front()) {
      if (concludes(text_, blocks.front())) pop_concluded(blocks.size() == 1);
      if (is_remark(blocks.front())) pop_plain_list();
      add_block(blocks.front());
    }
    stack_.clear();
  }

 private:
  struct Open {
    std::uint32_t node = 0;
    Marker marker;
    int rank = 0;
    bool titled = false;     ///< a heading of Markdown
    bool in_titled = false;  ///< first of a list beneath such a heading that is numbered like it
  };

  /// "(Chương trình chi tiết kèm theo)": of the list before it, not of its last item.
  [[nodiscard]] bool is_remark(const Block& block) const {
    const std::string_view text = block.text.text();
    return !block.marker && block.rows.empty() && text.starts_with('(') &&
           (text.ends_with(')') || text.ends_with(").")) && text.find(')') + 2 >= text.size() &&
           !is_attachment(text_.lower(block.span));
  }

  /// Items that say something and hold nothing close, one level of numbers.
  void pop_plain_list() {
    pop_bullets();
    if (stack_.empty() || !ends_plain_list()) return;
    if (stack_.back().marker.kind != NodeKind::decimal &&
        stack_.back().marker.kind != NodeKind::alpha) {
      return;
    }
    const EndMark end = end_mark(outline_.nodes[stack_.back().node].text.text());
    if (end == EndMark::stop || end == EndMark::semicolon) stack_.pop_back();
  }

  /// The last paragraph concludes all, one before it its section.
  void pop_concluded(bool last) {
    if (last && root_ != no_node) stack_.clear();
    if (stack_.size() > 1) stack_.resize(1);
  }

  /// Which of "A." and "I.", of "(1)" and "a)", and of the bullets this document puts outside.
  void learn_order(const Blocks& blocks) {
    // A list opens right after the item that holds it.
    int upper_outside = 0;
    int enclosed_outside = 0;
    NodeKind before = NodeKind::paragraph;
    bool enclosed_before = false;
    for (const Block& block : blocks) {
      if (!block.marker || block.marker->is_bullet()) continue;
      // "C." and "D." look like numerals: a hundred and five hundred.
      const bool letter = block.marker->ambiguous && block.marker->value() >= 50;
      const NodeKind kind = letter ? NodeKind::upper : block.marker->kind;
      if (block.marker->value() == 1 && kind == NodeKind::roman && before == NodeKind::upper) {
        ++upper_outside;
      }
      if (block.marker->value() == 1 && kind == NodeKind::upper && before == NodeKind::roman) {
        --upper_outside;
      }
      const bool enclosed =
          kind == NodeKind::decimal && block.marker->delimiter == Delimiter::enclosed;
      if (block.marker->value() == 1 && kind == NodeKind::alpha && enclosed_before) {
        ++enclosed_outside;
      }
      if (block.marker->value() == 1 && enclosed && before == NodeKind::alpha) --enclosed_outside;
      before = kind;
      enclosed_before = enclosed;
    }
    order_ = {upper_outside > 0, enclosed_outside > 0,
              upper_outside == 0 && divides_numbers(blocks)};
    nested_.clear();
    for (std::size_t i = 1; i < blocks.size(); ++i) {
      if (!blocks[i].marker || !blocks[i - 1].marker) continue;
      const Marker& outer = *blocks[i - 1].marker;
      const Marker& inner = *blocks[i].marker;
      if (!outer.is_bullet() || !inner.is_bullet() || outer.sign == inner.sign) continue;
      const EndMark above = end_mark(blocks[i - 1].text.text());
      // "* Giải tập thể" / "• Nhất: ...;"
      const bool names_group = outer.kind == NodeKind::bullet && inner.kind == NodeKind::bullet &&
                               above == EndMark::none &&
                               end_mark(blocks[i].text.text()) != EndMark::none;
      if (above == EndMark::colon || names_group) ++nested_[{outer.sign, inner.sign}];
    }
    labels_.clear();
    std::vector<std::uint32_t> lone;
    for (std::size_t i = 0; i < blocks.size();) i = find_label_behind_list(blocks, i, lone);
    if (!labels_.empty()) labels_.insert(lone.begin(), lone.end());
  }

  /// "- Đào hố." / "- Trồng cây." / "* Thời gian thực hiện: ...": a label behind all items of the
  /// list that begins at block `first`, whose last one is complete, belongs to what the list does.
  /// Behind a single item (`lone`) it does where others of the document do. Gives where to look
  /// next.
  std::size_t find_label_behind_list(const Blocks& blocks, std::size_t first,
                                     std::vector<std::uint32_t>& lone) {
    constexpr std::size_t longest_label = 60;  // bytes
    constexpr std::size_t fewest_items = 2;
    const auto is_item = [&](std::size_t i) {
      return i < blocks.size() && blocks[i].marker && blocks[i].marker->is_bullet();
    };
    if (!is_item(first)) return first + 1;
    std::size_t end = first;
    while (is_item(end)) ++end;
    if (blocks[first].marker->kind != NodeKind::dash) return end;
    const char32_t sign = blocks[first].marker->sign;
    std::size_t items = 0;
    std::size_t label = end;
    for (std::size_t i = first; i < end; ++i) {
      const bool is_dash = blocks[i].marker->sign == sign;
      if (is_dash && label != end) return end;  // the list goes on behind it
      items += is_dash ? 1U : 0U;
      if (blocks[i].marker->kind == NodeKind::bullet) label = std::min(label, i);
    }
    if (label == end) return end;
    const EndMark before = end_mark(blocks[label - 1].text.text());
    const bool complete = before == EndMark::stop || before == EndMark::semicolon;
    const std::string_view text = blocks[label].text.text();
    const auto opens = [text](std::string_view word) { return text.starts_with(word); };
    if (complete && text.find(':') <= longest_label && std::ranges::any_of(list_labels, opens)) {
      const std::uint32_t begin = blocks[label].span.begin;
      if (items < fewest_items) {
        lone.push_back(begin);
      } else {
        labels_.insert(begin);
      }
    }
    return end;
  }

  /// "2. NỘI DUNG" / "A. Trồng cây" / "B. Chăm sóc" / "3. KINH PHÍ": the letters begin beneath a
  /// number, and the numbers go on behind them.
  [[nodiscard]] static bool divides_numbers(const Blocks& blocks) {
    int inside = 0;
    std::uint16_t number = 0;  // the last one before the letters
    bool open = false;         // letters began since
    for (const Block& block : blocks) {
      if (!block.marker) continue;
      if (block.marker->kind == NodeKind::roman) return false;
      if (block.marker->kind == NodeKind::upper && block.marker->value() == 1) open = number != 0;
      if (block.marker->kind != NodeKind::decimal || block.marker->component_count != 1 ||
          block.marker->delimiter == Delimiter::enclosed) {
        continue;
      }
      const std::uint16_t value = block.marker->value();
      if (open) inside += value == number + 1 ? 1 : -1;
      open = false;
      number = value;
    }
    return inside > 0;
  }

  [[nodiscard]] int votes(char32_t outer, char32_t inner) const {
    const auto found = nested_.find({outer, inner});
    return found == nested_.end() ? 0 : found->second;
  }

  /// `outer` stands outside of `inner` in this document, or by practice: - over + over others.
  [[nodiscard]] bool outranks(const Marker& outer, const Marker& inner) const {
    const int difference = votes(outer.sign, inner.sign) - votes(inner.sign, outer.sign);
    if (difference != 0) return difference > 0;
    return outer.kind < inner.kind;
  }

  void add_block(Block& block) {
    if (!block.rows.empty()) {
      pop_bullets();
      TreeNode node;
      node.kind = NodeKind::table;
      node.rows = std::move(block.rows);
      node.span = block.span;
      append(std::move(node));
      return;
    }
    if (!block.marker) {
      if (takes_title(block)) return;
      if (block.names != SectionName::none && add_name(block)) return;
      if (!is_under_name()) pop_bullets();
      TreeNode node;
      node.kind = NodeKind::paragraph;
      node.text = std::move(block.text);
      node.span = block.span;
      append(std::move(node));
      return;
    }
    Marker marker = *block.marker;
    if (marker.ambiguous) resolve(marker);
    const bool titled = block.heading_level != 0;
    bool in_titled = false;
    if (marker.is_bullet()) {
      place_bullet(marker, labels_.contains(block.span.begin));
    } else if (opens_list_under_title(marker, titled)) {
      in_titled = true;
    } else {
      in_titled = place_number(marker, titled);
    }
    TreeNode node;
    node.kind = marker.kind;
    node.marker = marker.printed;
    node.label = marker.label;
    node.text = std::move(block.text);
    node.bold = block.bold;
    node.span = block.span;
    const std::uint32_t index = append(std::move(node));
    // Deeper items are siblings of the last one.
    if (stack_.size() < deepest) {
      stack_.push_back({index, marker, class_rank(marker, order_), titled, in_titled});
    }
  }

  /// A heading without a number. False where it would stand beneath a numbered one: capitals name
  /// sections, and small letters their parts before any numbers.
  bool add_name(Block& block) {
    const bool section = block.names == SectionName::section;
    const bool part = block.names == SectionName::part;
    const int rank = section ? section_rank : part ? part_rank : subsection_rank;
    const auto is_name = [&](const Open& open) { return open.rank == rank; };
    const auto is_number = [](const Open& open) {
      return open.rank >= 0 && !open.marker.is_bullet();
    };
    if (!section && !part && std::ranges::none_of(stack_, is_name) &&
        std::ranges::any_of(stack_, is_number)) {
      return false;
    }
    pop_to_rank(rank);
    TreeNode node;
    node.kind = NodeKind::paragraph;
    node.text = std::move(block.text);
    node.bold = block.bold;
    node.names_section = true;
    node.span = block.span;
    Marker none;
    none.kind = NodeKind::paragraph;
    stack_.push_back({append(std::move(node)), none, rank});
    return true;
  }

  /// The open item is a bullet that only names what follows ("- Thủy sản" over paragraphs), and
  /// nothing but paragraphs has followed. A plain list has items before it that hold nothing.
  [[nodiscard]] bool is_under_name() const {
    if (stack_.empty() || !stack_.back().marker.is_bullet() || ends_plain_list()) return false;
    const TreeNode& open = outline_.nodes[stack_.back().node];
    const EndMark end = end_mark(open.text.text());
    if (open.text.text().size() > longest_name) return false;
    if (end != EndMark::none && end != EndMark::colon) return false;
    if (open.text.text().find(": ") != std::string_view::npos) return false;
    // What stands there before the last one was looked at when that came.
    return open.children.empty() ||
           outline_.nodes[open.children.back()].kind == NodeKind::paragraph;
  }

  /// The item before the open one ends like it, and holds nothing either.
  [[nodiscard]] bool ends_plain_list() const {
    const std::uint32_t open = stack_.back().node;
    const std::uint32_t parent = outline_.nodes[open].parent;
    const std::vector<std::uint32_t>& all =
        parent == no_node ? *top_ : outline_.nodes[parent].children;
    if (all.size() < 2 || all.back() != open) return false;
    const TreeNode& before = outline_.nodes[all[all.size() - 2]];
    return before.kind == outline_.nodes[open].kind && before.children.empty() &&
           end_mark(before.text.text()) == end_mark(outline_.nodes[open].text.text());
  }

  /// "PHẦN I" with its title on the next line.
  bool takes_title(Block& block) {
    if (stack_.empty()) return false;
    TreeNode& open = outline_.nodes[stack_.back().node];
    if (!open.text.empty() || !open.children.empty() || stack_.back().marker.is_bullet()) {
      return false;
    }
    open.text = std::move(block.text);
    open.span.end = block.span.end;
    open.bold = block.bold;
    return true;
  }

  std::uint32_t append(TreeNode&& node) {
    const auto index = static_cast<std::uint32_t>(outline_.nodes.size());
    node.parent = stack_.empty() ? root_ : stack_.back().node;
    (node.parent == no_node ? *top_ : outline_.nodes[node.parent].children).push_back(index);
    outline_.nodes.push_back(std::move(node));
    return index;
  }

  void pop_bullets() {
    while (!stack_.empty() && stack_.back().marker.is_bullet()) stack_.pop_back();
  }

  /// A capital that is a numeral and a letter, or "i)": the sequence that it continues decides.
  void resolve(Marker& marker) {
    const auto succeeds = [&](NodeKind kind, char32_t sign, std::uint16_t value) {
      return std::ranges::any_of(stack_, [&](const Open& open) {
        return open.marker.kind == kind && open.marker.sign == sign &&
               open.marker.value() + 1 == value;
      });
    };
    if (marker.kind == NodeKind::alpha) {
      if (!succeeds(NodeKind::alpha, U'\0', marker.value())) {
        marker.sign = U'i';
        marker.components[0] = 1;
      }
      return;
    }
    if (succeeds(NodeKind::roman, U'\0', marker.value())) return;
    // "C." after "B.", and "D." and "Đ." beside each other.
    const bool letter =
        succeeds(NodeKind::upper, U'\0', marker.letter) ||
        succeeds(NodeKind::upper, U'\0', static_cast<std::uint16_t>(marker.letter - 1));
    if (letter || (marker.value() != 1 && marker.value() >= 50)) {
      marker.kind = NodeKind::upper;
      marker.components[0] = marker.letter;
    }
  }

  /// `beside`: it stands beside the outer bullets.
  void place_bullet(const Marker& marker, bool beside) {
    // Only the bullets of the section that is open now.
    std::size_t first = stack_.size();
    while (first > 0 && stack_[first - 1].marker.is_bullet()) --first;
    if (beside) {
      stack_.resize(first);
      return;
    }
    for (std::size_t i = first; i < stack_.size(); ++i) {
      if (stack_[i].marker.sign == marker.sign) {
        stack_.resize(i);
        return;
      }
    }
    if (returns_from_list(marker)) return;
    // A numbered list inside a bulleted item ends where the outer bullets go on.
    const bool announced =
        !stack_.empty() &&
        end_mark(outline_.nodes[stack_.back().node].text.text()) == EndMark::colon;
    for (std::size_t i = 0; i < first && !announced; ++i) {
      if (stack_[i].marker.is_bullet() && stack_[i].marker.sign == marker.sign) {
        stack_.resize(i);
        return;
      }
    }
    while (stack_.size() > first && !outranks(stack_.back().marker, marker)) {
      // A sign that by practice stands outside, but follows "...:", is a list of that item.
      const TreeNode& open = outline_.nodes[stack_.back().node];
      if (open.children.empty() && end_mark(open.text.text()) == EndMark::colon) return;
      stack_.pop_back();
    }
  }

  /// "- ..." / "(1) ..." / "(2) ..." / "- ...": bullets stood before the list and none within,
  /// whose items say something: they go on behind it. Closes the list where it is so.
  bool returns_from_list(const Marker& marker) {
    if (stack_.empty() || stack_.back().marker.delimiter != Delimiter::enclosed) return false;
    const TreeNode& open = outline_.nodes[stack_.back().node];
    if (!open.children.empty() || !ends_plain_list()) return false;
    if (end_mark(open.text.text()) == EndMark::colon || open.parent == no_node) return false;
    const std::vector<std::uint32_t>& all = outline_.nodes[open.parent].children;
    const auto bullet = std::find_if(all.rbegin(), all.rend(), [&](std::uint32_t node) {
      return outline_.nodes[node].kind != open.kind;
    });
    if (bullet == all.rend() || outline_.nodes[*bullet].kind != marker.kind) return false;
    stack_.pop_back();
    return true;
  }

  static bool same_style(const Marker& a, const Marker& b) {
    return a.kind == b.kind && a.sign == b.sign && a.component_count == b.component_count &&
           (a.delimiter == Delimiter::enclosed) == (b.delimiter == Delimiter::enclosed);
  }

  /// All components but the last agree.
  static bool same_prefix(const Marker& a, const Marker& b) {
    return std::equal(a.components.begin(), a.components.begin() + a.component_count - 1,
                      b.components.begin());
  }

  /// "## 1. Nguyên tắc" / "1. Bám sát ...": the list of a section of Markdown is numbered anew.
  [[nodiscard]] bool opens_list_under_title(const Marker& marker, bool titled) const {
    if (titled || marker.component_count != 1 || marker.value() != 1 || stack_.empty())
      return false;
    const Open& open = stack_.back();
    return open.titled && stack_.size() < deepest / 2 && same_style(open.marker, marker) &&
           outline_.nodes[open.node].children.empty();
  }

  /// True where the number goes on with a list beneath a heading that is numbered like it.
  bool place_number(const Marker& marker, bool titled) {
    if (marker.kind == NodeKind::decimal && marker.component_count > 1) {
      place_dotted(marker);
      return false;
    }
    // The innermost open sequence of its style that it succeeds.
    for (std::size_t i = stack_.size(); i-- > 0;) {
      if (!same_style(stack_[i].marker, marker) || !same_prefix(stack_[i].marker, marker)) continue;
      if (titled && stack_[i].in_titled) continue;
      const bool restarted = stack_[i].marker.delimiter != marker.delimiter && marker.value() == 1;
      if (!restarted && succeeds(stack_[i].marker, marker)) {
        const bool in_titled = stack_[i].in_titled;
        stack_.resize(i);
        return in_titled;
      }
    }
    const int rank = class_rank(marker, order_);
    if (marker.value() == 1 && opens_inner_list(marker)) return false;
    // Repeated or skipped numbers stay in their sequence.
    for (std::size_t i = stack_.size(); i-- > 0;) {
      if (!same_style(stack_[i].marker, marker) || (titled && stack_[i].in_titled)) continue;
      const bool in_titled = stack_[i].in_titled;
      stack_.resize(i);
      return in_titled;
    }
    pop_to_rank(rank);
    return false;
  }

  /// One more than the last; in Latin order "e" may follow "d".
  static bool succeeds(const Marker& last, const Marker& marker) {
    const int step = marker.value() - last.value();
    if (step == 1) return true;
    return (marker.kind == NodeKind::alpha || marker.kind == NodeKind::upper) && step == 2 &&
           last.label.size() == 1 && (last.label == "d" || last.label == "D");
  }

  /// "1." or "a)" anew while a list of the same kind is open: inside the open item where that
  /// announces it, or where another delimiter marks another level ("1." over "1)").
  [[nodiscard]] bool opens_inner_list(const Marker& marker) {
    if (stack_.empty() || stack_.size() > deepest / 2) return false;
    std::size_t same = 0;
    for (const Open& open : stack_) same += same_style(open.marker, marker) ? 1U : 0U;
    const TreeNode& top = outline_.nodes[stack_.back().node];
    const bool announced = end_mark(top.text.text()) == EndMark::colon && top.children.empty();
    if (same == 0) {
      return announced && stack_.back().marker.is_bullet() && marker.kind != NodeKind::roman;
    }
    if (same > 1) return false;
    const bool other_delimiter = same_style(stack_.back().marker, marker) &&
                                 (stack_.back().marker.delimiter == Delimiter::paren) !=
                                     (marker.delimiter == Delimiter::paren);
    return other_delimiter || (announced && !same_style(stack_.back().marker, marker) &&
                               marker.kind != NodeKind::roman && marker.kind != NodeKind::upper);
  }

  /// Everything that does not outrank the class closes.
  void pop_to_rank(int rank) {
    while (!stack_.empty() && stack_.back().rank >= rank) stack_.pop_back();
  }

  /// "2.1." belongs to "2.", "2.1.3" to "2.1", "I.1" to "I"; else to the section around.
  void place_dotted(const Marker& marker) {
    for (std::size_t i = stack_.size(); i-- > 0;) {
      const Marker& open = stack_[i].marker;
      const bool numbered = open.kind == NodeKind::decimal || open.kind == NodeKind::roman ||
                            open.kind == NodeKind::section || open.kind == NodeKind::article;
      if (!numbered) continue;
      if (open.kind == NodeKind::decimal && open.component_count == marker.component_count &&
          same_prefix(open, marker)) {
        stack_.resize(i);
        return;
      }
      if (open.component_count + 1 == marker.component_count &&
          open.delimiter != Delimiter::enclosed &&
          std::equal(open.components.begin(), open.components.begin() + open.component_count,
                     marker.components.begin())) {
        stack_.resize(i + 1);
        return;
      }
    }
    pop_to_rank(class_rank(marker, order_));
    while (!stack_.empty() && stack_.back().marker.kind == NodeKind::decimal) {
      const Marker& open = stack_.back().marker;
      if (std::equal(open.components.begin(), open.components.begin() + open.component_count,
                     marker.components.begin())) {
        break;
      }
      stack_.pop_back();
    }
  }

  const FoldedText& text_;
  Outline& outline_;
  std::uint32_t root_ = no_node;
  std::vector<std::uint32_t>* top_ = nullptr;
  std::vector<Open> stack_;
  ClassOrder order_;
  std::map<std::pair<char32_t, char32_t>, int> nested_;
  std::unordered_set<std::uint32_t> labels_;  ///< where those behind a list begin
};

/// Gives the children of one node their ids and finds odd numbering among them.
class Namer {
 public:
  explicit Namer(Outline& outline) : outline_(outline) {}

  void name(const std::vector<std::uint32_t>& siblings, const std::string& prefix) {
    Counts counts;
    Labels labels(outline_, siblings);
    for (const std::uint32_t index : siblings) {
      TreeNode& node = outline_.nodes[index];
      std::string own = own_id(node, counts);
      if (Used* const first = labels.used_before(node, own, index)) {
        outline_.faults.push_back({NumberingFault::Kind::duplicate, index, first->node});
        own = labels.next_free(own, first->count, index);
      }
      node.id = prefix.empty() ? std::move(own) : prefix + "/" + own;
    }
  }

 private:
  /// Of things without a label, how many there were.
  struct Counts {
    std::size_t dash = 0;
    std::size_t plus = 0;
    std::size_t bullet = 0;
    std::size_t paragraph = 0;
    std::size_t table = 0;
    std::size_t appendix = 0;
  };

  struct Used {
    std::uint32_t node = no_node;  ///< the first with this label
    unsigned count = 0;            ///< the last number that was given to one of them
  };

  static bool is_bullet(NodeKind kind) {
    return kind == NodeKind::dash || kind == NodeKind::plus || kind == NodeKind::bullet;
  }

  static bool is_counted(NodeKind kind) {
    return kind == NodeKind::paragraph || kind == NodeKind::table || kind == NodeKind::appendix;
  }

  /// The ids that siblings have. There may be millions of them, and a table of strings costs more
  /// with each: plain numbers have an array of their own, and what is only counted ("p12") comes
  /// but once, unless some label looks like it.
  class Labels {
   public:
    Labels(const Outline& outline, const std::vector<std::uint32_t>& siblings)
        : most_(siblings.size() + few_missing) {
      for (const std::uint32_t index : siblings) {
        const TreeNode& node = outline.nodes[index];
        if (is_bullet(node.kind)) continue;
        counted_too_ = counted_too_ || looks_counted(node.label);
        made_too_ = made_too_ || node.label.find('~') != std::string::npos;
      }
    }

    /// What was named `own` before; null where nothing was, then `index` is.
    [[nodiscard]] Used* used_before(const TreeNode& node, const std::string& own,
                                    std::uint32_t index) {
      // Only bullets have ids that no label can have.
      if (is_bullet(node.kind)) return nullptr;
      if (!counted_too_ && is_counted(node.kind) && node.label.empty()) return nullptr;
      if (const std::size_t number = number_of(own); number != 0) {
        if (number >= numbers_.size()) numbers_.resize(number + 1);
        Used& used = numbers_[number];
        if (used.node != no_node) return &used;
        used = {index, 1};
        return nullptr;
      }
      const auto [first, fresh] = others_.try_emplace(own, Used{index, 1});
      return fresh ? nullptr : &first->second;
    }

    /// "3~2", "3~3": the count goes on where it was, so that many of a label cost no more each.
    [[nodiscard]] std::string next_free(const std::string& label, unsigned& count,
                                        std::uint32_t index) {
      std::string free = label + "~" + std::to_string(++count);
      if (!made_too_) return free;
      while (!others_.try_emplace(free, Used{index, 1}).second) {
        free = label + "~" + std::to_string(++count);
      }
      return free;
    }

   private:
    static constexpr std::size_t few_missing = 64;

    /// The number that `label` is, printed as one; 0 where it is none, or too high for an array.
    [[nodiscard]] std::size_t number_of(std::string_view label) const {
      constexpr std::size_t most_digits = 9;
      if (label.empty() || label.size() > most_digits || label.front() == '0') return 0;
      std::size_t number = 0;
      for (const char c : label) {
        if (!is_digit(c)) return 0;
        number = number * 10 + static_cast<std::size_t>(c - '0');
      }
      return number <= most_ ? number : 0;
    }

    /// "p1", "t1", "a1"
    static bool looks_counted(std::string_view label) {
      return label.size() > 1 && (label[0] == 'p' || label[0] == 't' || label[0] == 'a') &&
             is_digit(label[1]);
    }

    std::size_t most_;
    bool counted_too_ = false;  ///< what is counted is in `others_`, too
    bool made_too_ = false;     ///< and what was made of a label that came again
    std::vector<Used> numbers_;
    std::unordered_map<std::string, Used> others_;
  };

  static std::string own_id(const TreeNode& node, Counts& counts) {
    const auto counted = [](char sign, std::size_t& count) {
      return sign + std::to_string(++count);
    };
    std::string label(node.label);
    switch (node.kind) {
      case NodeKind::part: return "part:" + label;
      case NodeKind::chapter: return "chapter:" + label;
      case NodeKind::section: return "section:" + label;
      case NodeKind::article: return "article:" + label;
      case NodeKind::dash: return counted('-', counts.dash);
      case NodeKind::plus: return counted('+', counts.plus);
      case NodeKind::bullet: return counted('*', counts.bullet);
      case NodeKind::paragraph: return counted('p', counts.paragraph);
      case NodeKind::table: return counted('t', counts.table);
      case NodeKind::appendix: return label.empty() ? counted('a', counts.appendix) : label;
      default: return label;
    }
  }

  Outline& outline_;
};

/// The place of a label in its sequence, 0 where it has none.
int sequence_value(const FoldedText& text, const TreeNode& node) {
  // It may have lost its mark.
  if (node.kind == NodeKind::roman) return roman_value(text.twin(node.label)).value_or(0);
  if (node.kind == NodeKind::decimal && std::ranges::all_of(node.marker, is_digit)) {
    int value = 0;
    for (const char digit : node.marker) value = value * 10 + (digit - '0');
    return value;
  }
  const auto marker = find_marker(node.marker, text.twin(node.marker));
  if (!marker || marker->component_count == 0) return 0;
  if (node.kind == NodeKind::upper) return marker->letter != 0 ? marker->letter : marker->value();
  return marker->value();
}

void find_gaps(const FoldedText& text, Outline& outline,
               const std::vector<std::uint32_t>& siblings) {
  struct Last {
    int value = 0;
    std::uint32_t node = no_node;  ///< no_node: none of the kind yet
  };
  std::array<Last, static_cast<std::size_t>(NodeKind::appendix) + 1> last{};
  for (const std::uint32_t index : siblings) {
    const TreeNode& node = outline.nodes[index];
    switch (node.kind) {
      case NodeKind::part:
      case NodeKind::chapter:
      case NodeKind::section:
      case NodeKind::article:
      case NodeKind::roman:
      case NodeKind::upper:
      case NodeKind::decimal:
      case NodeKind::alpha: break;
      default: continue;
    }
    const int value = sequence_value(text, node);
    if (value == 0) continue;
    Last& entry = last[static_cast<std::size_t>(node.kind)];
    const int before = entry.value;
    const std::uint32_t other = entry.node;
    const bool first = other == no_node;
    // Articles and chapters of an extract may start anywhere.
    const bool starts_late = first && value > 1 && node.kind != NodeKind::article;
    const bool latin = (node.kind == NodeKind::alpha || node.kind == NodeKind::upper) &&
                       value == before + 2 && other != no_node &&
                       (outline.nodes[other].label == "d" || outline.nodes[other].label == "D");
    if (starts_late || (!first && value > before + 1 && !latin)) {
      outline.faults.push_back({NumberingFault::Kind::gap, index, other});
    }
    entry = {value, index};
  }
}

/// Names all nodes from the top; parents stand before their children in `nodes`.
void name_all(const FoldedText& text, Outline& outline) {
  Namer namer(outline);
  namer.name(outline.preamble, "preamble");
  namer.name(outline.body, "");
  namer.name(outline.closing, "closing");
  find_gaps(text, outline, outline.body);
  for (std::size_t i = 0; i < outline.nodes.size(); ++i) {
    if (outline.nodes[i].children.empty()) continue;
    const std::vector<std::uint32_t>& children = outline.nodes[i].children;
    namer.name(children, outline.nodes[i].id);
    find_gaps(text, outline, children);
  }
  std::ranges::stable_sort(outline.faults, {}, [&](const NumberingFault& fault) {
    return outline.nodes[fault.node].span.begin;
  });
}

/// "2026 - 2030" under "... GIAI ĐOẠN" has no letter to be a capital.
bool is_span_of_years(std::string_view line) {
  constexpr std::size_t longest = 16;
  return line.size() <= longest && is_digit(line.front()) &&
         line.find_first_not_of("0123456789 -\xE2\x80\x93") == std::string_view::npos;
}

/// An appendix: its line, its title in capitals, then an outline of its own.
class AnnexReader {
 public:
  AnnexReader(const FoldedText& text, const Layout& layout, const Footnotes& notes,
              Builder& builder, Outline& outline)
      : text_(text), layout_(layout), notes_(notes), builder_(builder), outline_(outline) {}

  void run(std::span<const Line> lines) {
    std::size_t begin = 0;
    while (begin < lines.size()) {
      std::size_t end = begin + 1;
      while (end < lines.size() &&
             !is_appendix_line(text_.printed(lines[end].span), text_.lower(lines[end].span))) {
        ++end;
      }
      add(lines.subspan(begin, end - begin));
      begin = end;
    }
  }

 private:
  /// "KẾ HOẠCH" alone, then what it is about in small letters, then "(Kèm theo ...)"; under a
  /// header of its own a blank line, grounds or a section end it too. Returns the line behind the
  /// title.
  std::size_t read_subject(std::span<const Line> lines, std::size_t at, bool under_header,
                           TreeNode& node) const {
    const auto type = at == 0 ? std::nullopt : read_type_line(text_, lines[at - 1]);
    const bool lone = type && type->form == TypeForm::alone;
    // "KẾ HOẠCH HÀNH ĐỘNG" / "Thực hiện Chỉ thị ..." / "(Kèm theo ...)"
    const bool open = type && type->form == TypeForm::subject && lines[at - 1].caps;
    if (!lone && !open) return at;
    const auto ends_title = [&](std::size_t i) {
      const Line& line = lines[i];
      if (text_.printed(line.span).starts_with('(')) return true;
      return under_header && (line.marker || opens_ground(text_.lower(line.span)) ||
                              (i > at && line.blank_before > layout_.gap));
    };
    std::size_t end = end_before_attachment(lines, at);
    if (end == lines.size()) {
      if (!lone) return at;
      end = at;
      while (end < lines.size() && end - at < longest_subject && !lines[end].table &&
             !lines[end].marker && lines[end].end != EndMark::stop && !ends_title(end)) {
        ++end;
      }
      if (end == lines.size() || !ends_title(end)) {
        // What ends it cannot be seen: one line at least says what the document is about.
        if (!under_header || end == at) return at;
        end = at + 1;
      }
    }
    for (; at < end; ++at) {
      node.text.append(text_.text, lines[at].span, false, lines[at].new_page);
      node.span.end = lines[at].span.end;
    }
    return at;
  }

  /// The line "(Kèm theo Quyết định số ...)" a few lines behind `at`, before which nothing but a
  /// title can stand; the number of lines where there is none.
  [[nodiscard]] std::size_t end_before_attachment(std::span<const Line> lines,
                                                  std::size_t at) const {
    for (std::size_t end = at; end < lines.size() && end - at <= longest_subject; ++end) {
      const Line& line = lines[end];
      if (text_.printed(line.span).starts_with('(')) {
        return is_attachment(text_.lower(line.span)) ? end : lines.size();
      }
      if (line.table || line.marker || line.end == EndMark::stop) break;
    }
    return lines.size();
  }

  /// Lines of the header that an attached document has of its own over its title: agency, national
  /// title, number, date; 0 where there is none.
  [[nodiscard]] std::size_t count_header(std::span<const Line> lines) const {
    constexpr std::size_t longest = 12;
    const LineView view(text_, lines.first(std::min(lines.size(), longest)));
    bool header = false;
    for (std::size_t i = 0; i < view.size() && !view[i].table; ++i) {
      if (view.caps(i) && read_type_line(text_, view[i])) return header ? i : 0;
      const bool here = view.is_header_line(i);
      if (!here && !view.caps(i)) break;
      header = header || here;
    }
    return 0;
  }

  /// Of the header's lines those that say something: whose it is and the national title are layout.
  [[nodiscard]] std::vector<Line> dated_lines(std::span<const Line> header) const {
    std::vector<Line> kept;
    for (const Line& line : header) {
      const std::string_view printed = text_.printed(line.span);
      if (std::ranges::any_of(printed, is_digit)) kept.push_back(line);
    }
    return kept;
  }

  /// "Đơn vị: Thôn Đông", "Ủy ban nhân dân xã Hòa An": whose form it is.
  [[nodiscard]] bool says_whose(const Line& line) const {
    constexpr std::string_view bodies[] = {"ủy ban nhân dân", "ubnd",    "trường ", "sở ", "hội ",
                                           "đảng ",           "công ty", "bộ "};
    const std::string_view placed = text_.placed(line.span);
    return text_.printed(line.span).find(": ") != std::string_view::npos ||
           std::ranges::any_of(
               bodies, [placed](std::string_view body) { return placed.starts_with(body); });
  }

  /// "PHỤ LỤC" / "Phân công nhiệm vụ của Kế hoạch" / "(Kèm theo Kế hoạch số ...)": what stands
  /// between is the title in small letters, too.
  std::size_t read_small_title(std::span<const Line> lines, std::size_t at, TreeNode& node) const {
    constexpr std::size_t most_lines = 3;
    if (at == 0 || !node.text.empty()) return at;
    std::size_t end = at;
    while (end < lines.size() && end - at <= most_lines) {
      const std::string_view line = text_.printed(lines[end].span);
      if (line.starts_with('(')) break;
      if (says_whose(lines[end])) return at;
      if (lines[end].table || lines[end].marker || lines[end].end != EndMark::none) return at;
      ++end;
    }
    if (end == at || end >= lines.size() || end - at > most_lines) return at;
    const std::string_view remark = text_.lower(lines[end].span);
    if (!remark.starts_with("(kèm theo") && !remark.starts_with("(ban hành")) return at;
    for (; at < end; ++at) {
      node.text.append(text_.text, lines[at].span, false, lines[at].new_page);
      node.span.end = lines[at].span.end;
    }
    return at;
  }

  /// "PHỤ LỤC", "Phụ lục số 02": a kind and a number name no more than that.
  [[nodiscard]] static bool is_bare_label(std::string_view printed) {
    constexpr std::ptrdiff_t most_blanks = 3;
    constexpr std::size_t longest_number = 4;  // bytes: "VIII"
    const auto blanks = std::ranges::count(printed, ' ');
    const std::size_t last = printed.rfind(' ');
    return blanks <= 1 || (blanks <= most_blanks && printed.size() - last - 1 <= longest_number);
  }

  /// A line in capitals of one column that is not the head of a form.
  [[nodiscard]] bool may_be_title(const Line& line) const {
    const std::string_view printed = text_.printed(line.span);
    return line.caps && !line.table && !line.marker && !says_whose(line) &&
           printed.find("  ") == std::string_view::npos &&
           printed.find('\t') == std::string_view::npos &&
           !LineView(text_, {&line, 1}).is_header_line(0);
  }

  /// The line behind "(Kèm theo ...)" where that stands at `at`, beneath a label and no more, and
  /// the title in capitals follows; else `at`.
  [[nodiscard]] std::size_t end_of_remark(std::span<const Line> lines, std::size_t at) const {
    constexpr std::size_t most_lines = 3;
    if (at != 1 || at >= lines.size() || !is_bare_label(text_.printed(lines.front().span)) ||
        !is_attachment(text_.lower(lines[at].span))) {
      return at;
    }
    const auto closes = [&](std::size_t i) {
      const std::string_view line = text_.printed(lines[i].span);
      return line.ends_with(')') || line.ends_with(").");
    };
    std::size_t end = at;
    while (end < lines.size() && end - at < most_lines && !lines[end].table && !closes(end)) ++end;
    if (end + 1 >= lines.size() || !closes(end)) return at;
    return may_be_title(lines[end + 1]) ? end + 1 : at;
  }

  void add(std::span<const Line> lines) {
    TreeNode node;
    node.kind = NodeKind::appendix;
    node.heading = true;
    const std::size_t header = count_header(lines);
    std::size_t at = header;
    node.span = lines[at].span;
    const std::string_view first = text_.printed(lines.front().span);
    if (is_appendix_line(first, text_.lower(lines.front().span))) {
      at = std::max<std::size_t>(header, 1);
      // "PHỤ LỤC I: DANH MỤC ..." names and entitles in one line.
      const std::size_t colon = first.find(": ");
      const std::size_t name = colon == std::string_view::npos ? first.size() : colon;
      // The label begins the ids of all beneath: a long line is a title, not a label.
      if (name <= longest_appendix_label) {
        node.marker = first.substr(0, name);
        node.label = trim(first.substr(0, first.find_first_of(":.")));
      } else {
        node.text.append(text_.text, lines.front().span);
      }
      if (colon != std::string_view::npos && node.text.empty()) {
        const auto begin = static_cast<std::uint32_t>(trim_begin(first, colon + 1, first.size()));
        node.text.append(text_.text, {lines.front().span.begin + begin, lines.front().span.end});
      }
    }
    // "(Kèm theo Kế hoạch số ...)" may stand over the title: it is the first thing beneath all the
    // same.
    const std::size_t remark = at;
    at = end_of_remark(lines, at);
    const std::span<const Line> over_title = lines.subspan(remark, at - remark);
    while (at < lines.size() && !lines[at].table) {
      const std::string_view line = text_.printed(lines[at].span);
      const auto marker = find_marker(line, text_.lower(lines[at].span));
      if (marker || line.starts_with('(') || !(is_caps(line) || is_span_of_years(line))) break;
      node.text.append(text_.text, lines[at].span, false, lines[at].new_page);
      node.span.end = lines[at].span.end;
      ++at;
    }
    while (at > 0 && at < lines.size() && !lines[at].table && lines[at].begins_small &&
           !lines[at].marker && !node.text.empty()) {
      node.text.append(text_.text, lines[at].span, false, lines[at].new_page);
      node.span.end = lines[at++].span.end;
    }
    at = read_small_title(lines, at, node);
    at = read_subject(lines, at, header > 0, node);
    // Without a title in capitals: the appendix line itself, or nothing where it has none either.
    if (node.text.empty() && at > 0) node.text.append(text_.text, lines.front().span);
    const auto index = static_cast<std::uint32_t>(outline_.nodes.size());
    outline_.nodes.push_back(std::move(node));
    outline_.body.push_back(index);
    std::vector<std::uint32_t> none;
    builder_.add(build_blocks(text_, dated_lines(lines.first(header)), layout_, notes_), index,
                 none);
    builder_.add(build_blocks(text_, over_title, layout_, notes_), index, none);
    builder_.add(build_blocks(text_, lines.subspan(at), layout_, notes_), index, none);
  }

  const FoldedText& text_;
  const Layout& layout_;
  const Footnotes& notes_;
  Builder& builder_;
  Outline& outline_;
};

/// The layout of what is read as paragraphs; lists of recipients are set in another way.
Layout layout_of_text(const FoldedText& text, const Frame& frame) {
  const std::span<const Line> lines(frame.preamble.data(),
                                    frame.preamble.size() + frame.body.size());
  const Layout own = measure_layout(text, lines);
  return own.wrapped ? own : frame.layout;
}

/// The twin of `joined`, from the same pieces.
std::string lower_of(const FoldedText& text, const JoinedText& joined) {
  std::string lower;
  lower.reserve(joined.text().size());
  for (const JoinedText::Piece& piece : joined.pieces()) {
    lower.append(piece.at - lower.size(), ' ');
    lower.append(text.placed(piece.span));
  }
  return lower;
}

/// Which blocks are headings without numbers: those that begin with such a line.
void mark_names(const FoldedText& text, std::span<const Line> lines, const Layout& layout,
                Blocks& blocks) {
  const std::vector<SectionName> names = find_section_names(text, lines);
  auto block = blocks.begin();
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (names[i] == SectionName::none) continue;
    const std::uint32_t at = lines[i].span.begin;
    while (block != blocks.end() && block->span.begin < at) ++block;
    if (block == blocks.end()) return;
    if (block->span.begin != at || block->caps != lines[i].caps) continue;
    block->names = names[i];
    // A long one was broken in two: "NHIỆM VỤ VÀ GIẢI PHÁP" / "THỰC HIỆN TRONG NĂM 2031".
    const auto rest = std::next(block);
    if (!block->caps || rest == blocks.end() || i + 1 == lines.size()) continue;
    const Line& next = lines[i + 1];
    if (names[i + 1] != SectionName::none || rest->span.begin != next.span.begin || !rest->caps ||
        rest->marker || !rest->rows.empty() || next.blank_before > layout.gap) {
      continue;
    }
    block->text.append(text.text, rest->span, false, next.new_page);
    block->span.end = rest->span.end;
    block = std::prev(blocks.erase(rest));
  }
}

/// Word numbers by itself, and a copy loses that: "II. NHIỆM VỤ" with its parts bare. They are told
/// where a section begins with one, has several, and everything else in it is whole sentences.
class LostNumbers {
 public:
  explicit LostNumbers(Blocks& blocks) : blocks_(blocks) {}

  void mark() {
    for (std::size_t begin = 0; begin < blocks_.size();) {
      std::size_t end = begin + 1;
      while (end < blocks_.size() && !heads_section(blocks_[end])) ++end;
      if (blocks_[begin].marker && heads_section(blocks_[begin])) mark(begin + 1, end);
      begin = end;
    }
  }

 private:
  static bool heads_section(const Block& block) {
    if (block.names != SectionName::none) return true;
    return block.marker && !block.marker->is_bullet() && block.marker->kind != NodeKind::decimal &&
           block.marker->kind != NodeKind::alpha;
  }

  /// A line that names something and says nothing of it.
  static bool may_name(const Block& block) {
    constexpr std::size_t longest = 120;  // code points
    if (block.marker || !block.rows.empty() || block.caps) return false;
    const std::string_view text = block.text.text();
    return is_capital(text, 0) && text.find(' ') != std::string_view::npos &&
           (counts_steps(text) || std::ranges::none_of(text, is_digit)) &&
           !is_person_name(text, text) && end_mark(text) == EndMark::none &&
           text.find(": ") == std::string_view::npos && !text.ends_with('!') &&
           !text.ends_with('?') && count_code_points(text) <= longest;
  }

  /// "Bước 1. Chuẩn bị": of numbers only those of steps stand in names.
  static bool counts_steps(std::string_view text) {
    return std::ranges::any_of(steps, [&](auto step) { return text.starts_with(step); });
  }

  /// What is no name says something: an item, or a paragraph of whole sentences.
  static bool says(const Block& block) {
    if (block.marker && !block.marker->is_bullet()) return false;
    const EndMark end = end_mark(block.text.text());
    return block.rows.empty() && !block.caps &&
           (end == EndMark::stop || end == EndMark::semicolon || end == EndMark::colon);
  }

  /// "I. MỤC ĐÍCH, YÊU CẦU" / "Mục đích" / "- ..." / "2. Yêu cầu": the heading names it, items
  /// follow, and the next number is the second one.
  [[nodiscard]] bool stands_for_first(std::size_t begin, std::size_t end) const {
    const std::string heading = language::fold(blocks_[begin - 1].text.text());
    if (heading.find(language::fold(blocks_[begin].text.text())) == std::string::npos) return false;
    std::size_t next = begin + 1;
    while (next < end && says(blocks_[next])) ++next;
    if (next == begin + 1 || next >= end || !blocks_[next].marker) return false;
    const Marker& marker = *blocks_[next].marker;
    return marker.kind == NodeKind::decimal && marker.component_count == 1 && marker.value() == 2;
  }

  void mark(std::size_t begin, std::size_t end) {
    constexpr std::size_t fewest = 2;
    if (begin == end || !may_name(blocks_[begin])) return;
    if (stands_for_first(begin, end)) {
      blocks_[begin].names = SectionName::part;
      return;
    }
    std::size_t names = 0;
    for (std::size_t i = begin; i < end; ++i) {
      if (!may_name(blocks_[i])) {
        if (!says(blocks_[i])) return;
        continue;
      }
      ++names;
      if (i + 1 == end || !says(blocks_[i + 1])) return;
    }
    if (names < fewest) return;
    for (std::size_t i = begin; i < end; ++i) {
      if (may_name(blocks_[i])) blocks_[i].names = SectionName::part;
    }
  }

  Blocks& blocks_;
};

/// "Bước 1: Chuẩn bị (tháng 3)" / "- Lập tổ." / "Bước 2: Ra quân" / "- Phun thuốc.": parts that
/// count divide what they stand in, where there are several with items beneath each.
class CountedParts {
 public:
  explicit CountedParts(Blocks& blocks) : blocks_(blocks) {}

  void mark() {
    for (std::size_t begin = 0; begin < blocks_.size();) {
      std::size_t end = begin + 1;
      while (end < blocks_.size() && !is_numbered(blocks_[end])) ++end;
      mark(begin, end);
      begin = end;
    }
  }

 private:
  static constexpr std::string_view words[] = {"Bước ",  "Giai đoạn ", "Đợt ", "Vòng ", "Tuần ",
                                               "Tháng ", "Quý ",       "Kỳ ",  "Ngày "};

  static bool is_numbered(const Block& block) {
    return block.names != SectionName::none || (block.marker && !block.marker->is_bullet());
  }

  static bool counts(const Block& block) {
    constexpr std::size_t longest = 120;  // code points
    if (block.marker || !block.rows.empty() || block.names != SectionName::none) return false;
    const std::string_view text = block.text.text();
    const EndMark end = end_mark(text);
    if ((end != EndMark::none && end != EndMark::colon) || count_code_points(text) > longest) {
      return false;
    }
    const auto* const word =
        std::ranges::find_if(words, [&](std::string_view one) { return text.starts_with(one); });
    if (word == std::end(words) || word->size() >= text.size()) return false;
    // Behind the number what the part is about, or nothing: no sentence that begins with a time.
    const std::size_t number = text.find_first_not_of("0123456789IVX/", word->size());
    if (number == word->size()) return false;
    if (number == std::string_view::npos) return true;
    std::string_view rest = text.substr(number);
    constexpr std::string_view of_year = " năm ";
    if (rest.starts_with(of_year)) {
      rest.remove_prefix(
          std::min(rest.find_first_not_of("0123456789", of_year.size()), rest.size()));
    }
    constexpr std::size_t longest_other = 30;  // bytes: "Tháng 12 và tháng 01/2024"
    if (rest.starts_with(" và ") && rest.size() <= longest_other) return true;
    const std::size_t sign = trim_begin(rest, 0, rest.size());
    return sign == rest.size() || rest[sign] == ':' || rest[sign] == '(' || rest[0] == '.' ||
           rest.starts_with(" - ");
  }

  void mark(std::size_t begin, std::size_t end) {
    constexpr std::size_t fewest = 2;
    std::size_t parts = 0;
    for (std::size_t i = begin; i < end; ++i) {
      if (!counts(blocks_[i])) {
        // What is no item belongs to what stands around the parts, which have no end of their own.
        const bool is_item = blocks_[i].marker && blocks_[i].rows.empty();
        if (parts > 0 && !is_item) return;
        continue;
      }
      const bool has_items = i + 1 < end && blocks_[i + 1].marker && blocks_[i + 1].rows.empty();
      if (!has_items) return;
      // Beneath a dash that has its own signs beneath it, a part is of that dash.
      if (parts == 0 && i > begin + 1 && blocks_[i - 1].marker &&
          blocks_[i - 1].marker->is_bullet() &&
          !(blocks_[i - 1].marker->kind == blocks_[i + 1].marker->kind)) {
        return;
      }
      ++parts;
    }
    if (parts < fewest) return;
    for (std::size_t i = begin; i < end; ++i) {
      if (counts(blocks_[i])) blocks_[i].names = SectionName::part;
    }
  }

  Blocks& blocks_;
};

}  // namespace

Outline build_outline(const FoldedText& text, const Frame& frame, const Footnotes& notes) {
  Outline outline;
  Builder builder(text, outline);
  const Layout layout = layout_of_text(text, frame);
  builder.add(build_blocks(text, frame.preamble, layout, notes), no_node, outline.preamble);
  Blocks body = build_blocks(text, frame.body, layout, notes);
  mark_names(text, frame.body, layout, body);
  LostNumbers(body).mark();
  CountedParts(body).mark();
  Blocks closing;
  for (std::size_t count = count_closing(text, body); count > 0; --count) {
    closing.push_front(std::move(body.back()));
    body.pop_back();
  }
  builder.add(std::move(body), no_node, outline.body);
  const std::size_t body_end = outline.nodes.size();
  AnnexReader(text, layout, notes, builder, outline).run(frame.annex);
  builder.add(std::move(closing), no_node, outline.closing);
  for (TreeNode& node : outline.nodes) node.lower = lower_of(text, node.text);
  mark_headings(outline, body_end);
  name_all(text, outline);
  return outline;
}

}  // namespace vanban::outline
