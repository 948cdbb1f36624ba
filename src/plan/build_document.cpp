#include "plan/build_document.hpp"

#include <algorithm>
#include <cassert>
#include <string>
#include <utility>

#include "base/release.hpp"
#include "plan/assignees.hpp"
#include "plan/assignments.hpp"
#include "plan/citations/document_types.hpp"
#include "plan/citations/find_citations.hpp"
#include "plan/citations/identity.hpp"
#include "plan/clerk/clerk.hpp"
#include "plan/confidence.hpp"
#include "plan/entries.hpp"
#include "plan/folded.hpp"
#include "plan/header.hpp"
#include "plan/meaning.hpp"
#include "plan/node_words.hpp"
#include "plan/places.hpp"
#include "plan/recipients.hpp"
#include "plan/signature.hpp"
#include "plan/tail.hpp"
#include "plan/task_tables.hpp"

namespace vanban::plan {
namespace {

using outline::NumberingFault;
using outline::Outline;
using outline::TreeNode;
using repair_stage::remarks::Remark;

/// The year that a date or number of the header gives; 0 where none.
unsigned year_of(const std::optional<std::string>& date) {
  if (!date || date->size() < 4) return 0;
  unsigned year = 0;
  for (const char c : date->substr(0, 4)) {
    if (c < '0' || c > '9') return 0;
    year = year * 10 + static_cast<unsigned>(c - '0');
  }
  return year;
}

/// The year that a plan is for: the one that its title names alone ("... năm 2032"), else that of
/// its date. Whoever plans in the last
/// months of a year for the next means the next.
unsigned plan_year_of(const Header& header) {
  const unsigned dated = year_of(header.date);
  if (!header.title) return dated;
  const std::string lower = folded(*header.title);
  constexpr std::string_view word = "năm ";
  unsigned named = 0;
  for (std::size_t at = lower.find(word); at != std::string::npos; at = lower.find(word, at + 1)) {
    const std::string_view rest = std::string_view(lower).substr(at + word.size());
    const unsigned year = year_of(std::string(rest.substr(0, 4)));
    if (year == 0) continue;
    const std::string_view behind = rest.substr(std::min<std::size_t>(4, rest.size()));
    const bool range = behind.starts_with(" -") || behind.starts_with("-") ||
                       behind.starts_with(" –") || behind.starts_with(" đến");
    if (range || (named != 0 && named != year)) return dated;
    if (std::string_view(lower).substr(0, at).ends_with("đến ")) return dated;  // an aim's
    named = year;
  }
  if (dated == 0) return named;
  // Of another time than its date, it is what the plan looks back on or far ahead to; early in the
  // year plans for the next one are made ready.
  constexpr std::string_view first_month = "10";
  const bool late = header.date->size() >= 7 && header.date->compare(5, 2, first_month) >= 0;
  return named == dated + 1 && late ? named : dated;
}

class DocumentBuilder {
 public:
  DocumentBuilder(read::SourceText&& source, const SourceMap& map, outline::FoldedText text,
                  const outline::Frame& frame, Outline outline)
      : source_(source),
        text_(std::move(text)),
        frame_(frame),
        outline_(std::move(outline)),
        places_(map),
        meanings_(outline_) {}

  Document run(std::vector<Repair> repairs, std::span<const Remark> remarks,
               const outline::Footnotes& notes) && {
    add_ends();
    // Nobody looks for phrases from here on.
    text_.release_twins();
    const unsigned plan_year = plan_year_of(document_.header);
    {
      NodeWords words(outline_);
      const Assigned assigned = find_who_acts();
      EntriesFound entries =
          find_entries(outline_, words, meanings_, places_, plan_year, nodes_of(assigned));
      document_.plan = std::move(entries.plan);
      add_assignments(entries, assigned);
      add_table_entries(outline_, places_, plan_year, document_.plan);
      sort_entries();
      add_citations(words, outline_.preamble, CitationRelation::basis);
      add_citations(words, outline_.body, CitationRelation::mention);
      add_citations(words, outline_.closing, CitationRelation::mention);
    }
    resolve_mentions(document_.citations, std::move(identities_));
    for (const outline::Footnote& note : notes.all) {
      document_.footnotes.push_back({note.label, note.text.text(), places_.source(note.span)});
    }
    add_diagnostics(remarks);
    // The texts of the outline go into the document when nobody reads them there any more.
    document_.preamble = nodes(outline_.preamble);
    document_.body = nodes(outline_.body);
    document_.closing = nodes(outline_.closing);
    document_.source = std::move(source_.info);
    document_.repairs = std::move(repairs);
    document_.source_text = std::move(source_.source);
    clerk::examine(document_, letterhead_);
    return std::move(document_);
  }

 private:
  /// What tables say stands among the rest, in document order.
  void sort_entries() {
    const auto begin = [](const auto& one) { return one.span.begin; };
    std::ranges::stable_sort(document_.plan.periods, {}, begin);
    std::ranges::stable_sort(document_.plan.deadlines, {}, begin);
    std::ranges::stable_sort(document_.plan.assignments, {}, begin);
  }

  /// Fields of the same name are entries of one list.
  [[nodiscard]] FieldPlaces places_of(const FieldSpans& spans, std::string_view list) const {
    FieldPlaces fields;
    for (const auto& [field, span] : spans) {
      const bool is_list = field == list || field == "addressees";
      if (!is_list || fields.empty() || fields.back().field != field) {
        fields.push_back({std::string(field), {}, is_list});
      }
      fields.back().spans.push_back(places_.source(span));
    }
    return fields;
  }

  void add_ends() {
    HeaderReading header = read_header(text_, frame_);
    document_.header = std::move(header.header);
    if (!header.at.empty()) judge(document_.header, "header", "header-lines");
    document_.header.at = places_of(header.at, "addressees");
    document_.header.readings.reserve(header.rules.size());
    for (const auto& [field, rule] : header.rules) {
      FieldReading& reading = document_.header.readings.emplace_back();
      reading.field = field;
      judge(reading, field, rule);
    }
    letterhead_.national = header.national_title;
    letterhead_.party = header.party_title;
    if (header.motto) {
      letterhead_.motto = text_.printed(*header.motto);
      letterhead_.motto_at = places_.source(*header.motto);
    }
    home_ = home_of(document_.header);
    document_.header.key = key_of(identity_of(document_.header, home_));
    number_blank_ = header.number_blank;
    date_incomplete_ = header.date_incomplete;
    number_line_ = header.number_line;
    date_line_ = header.date_line;

    unread_ = std::move(header.unread);
    std::vector<TextSpan> known;
    if (date_line_) known.push_back(*date_line_);
    const Tail tail = split_tail(text_, frame_.tail);
    for (SignatureReading& reading : read_signatures(text_, tail)) {
      known.insert(known.end(), reading.spans.begin(), reading.spans.end());
      Signature signature = std::move(reading.signature);
      signature.span = places_.source(reading.span);
      signature.at = places_of(reading.at, "");
      document_.signatures.push_back(std::move(signature));
    }
    if (!document_.signatures.empty()) document_.signature = document_.signatures.front();

    RecipientsReading recipients = read_recipients(text_, tail);
    known.insert(known.end(), recipients.read.begin(), recipients.read.end());
    for (const TextSpan span : unread_spans(text_, tail, known)) unread_.push_back(span);
    document_.recipients = std::move(recipients.recipients);
    document_.recipients.at = places_of(recipients.at, "items");
  }

  /// Of a drawn table a line without text parts the paragraphs of a cell.
  [[nodiscard]] static bool holds_empty_row(std::string_view gap) {
    bool empty = false;  // only blanks and separators since the last line feed
    bool parts = false;
    for (const char c : gap) {
      if (c == '\n') {
        if (empty && parts) return true;
        empty = true;
        parts = false;
      } else if (c == read::cell_separator) {
        parts = true;
      } else if (c != ' ') {
        empty = false;
      }
    }
    return false;
  }

  /// What a reader shows of the lines inside a table cell.
  [[nodiscard]] std::string cell_text(const outline::JoinedText& cell) const {
    std::string shown;
    std::uint32_t before = 0;  // end of the piece before
    for (const outline::JoinedText::Piece& piece : cell.pieces()) {
      if (!shown.empty()) {
        const std::string_view gap = text_.printed({before, std::max(before, piece.span.begin)});
        const bool broken = gap.find(read::cell_line_break) != std::string_view::npos;
        shown += broken || holds_empty_row(gap) ? '\n' : ' ';
      }
      shown += text_.printed(piece.span);
      before = piece.span.end;
    }
    return shown;
  }

  /// The marker stands with the first piece, but for that of an appendix where a remark is between.
  void add_marker(const TreeNode& from, Node& made) const {
    const auto marker_end = static_cast<std::uint32_t>(from.span.begin + from.marker.size());
    const std::uint32_t piece_begin = from.text.pieces().front().span.begin;
    constexpr std::string_view nothing = " \t\n.:-";
    const bool apart = !from.marker.empty() && piece_begin > marker_end &&
                       text_.printed({marker_end, piece_begin}).find_first_not_of(nothing) !=
                           std::string_view::npos;
    if (apart) {
      made.spans.insert(made.spans.begin(), places_.source({from.span.begin, marker_end}));
    } else {
      made.spans.front().begin = made.span.begin;
    }
  }

  /// Makes `made` of `from`, the node `index`, whose texts it takes.
  void make_node(std::uint32_t index, TreeNode& from, Node& made) const {
    made.kind = from.kind;
    made.span = places_.source(from.span);
    made.spans = places_.pieces(from.text, 0, from.text.text().size());
    if (!made.spans.empty()) add_marker(from, made);
    if (!from.marker.empty()) made.marker = std::string(from.marker);
    if (!from.label.empty()) made.label = std::string(from.label);
    made.id = std::move(from.id);
    if (from.kind == NodeKind::table) {
      made.rows.emplace();
      for (const auto& row : from.rows) {
        std::vector<std::string>& cells = made.rows->emplace_back();
        for (const outline::JoinedText& cell : row) cells.push_back(cell_text(cell));
      }
    } else if (from.heading) {
      made.title = std::move(from.text).take();
    } else {
      made.text = std::move(from.text).take();
    }
    const bool is_role_label =
        meanings_[index].bare_label && meanings_[index].label->kind == LabelKind::role;
    const bool has_own = from.heading || is_role_label;
    made.roles = has_own ? meanings_[index].own : label_roles(meanings_[index], from);
    if (from.heading) judge(made, "body", meanings_[index].rule);
  }

  /// An item has roles only where it opens with a label naming one and holds other items.
  static std::vector<Role> label_roles(const Meaning& meaning, const TreeNode& node) {
    if (node.children.empty() || meaning.label->kind != LabelKind::role) return {};
    return meaning.label->roles;
  }

  /// Takes a node off the outline; its children are left. They are asked for in document order.
  [[nodiscard]] std::vector<std::uint32_t> take(std::uint32_t index, Node& made) {
    assert(index >= taken_ && "nodes of an outline stand in document order");
    for (; taken_ < index; ++taken_) outline_.nodes.pop_front();
    ++taken_;
    TreeNode& from = outline_.nodes.front();
    make_node(index, from, made);
    std::vector<std::uint32_t> children = std::move(from.children);
    outline_.nodes.pop_front();
    return children;
  }

  /// Nesting is bounded by the outline (Limits::max_depth), so is this recursion.
  [[nodiscard]] std::vector<Node> nodes(const std::vector<std::uint32_t>& top) {
    std::vector<Node> made(top.size());
    for (std::size_t i = 0; i < top.size(); ++i) made[i].children = nodes(take(top[i], made[i]));
    return made;
  }

  /// Who has to do what, before it is part of the document.
  struct Assigned {
    std::vector<std::uint32_t> order;   ///< nodes of the body, in document order
    std::vector<std::uint32_t> place;   ///< of each node of the outline in `order`
    std::vector<AssignmentNode> nodes;  ///< as `order`; they view into the outline
    std::vector<AssignmentFound> all;
  };

  [[nodiscard]] Assigned find_who_acts() const {
    Assigned made;
    made.nodes = assignment_nodes(made.order, made.place);
    const Agency& agency = document_.header.agency;
    made.all = find_assignments(made.nodes, agency.name.value_or(""), agency.parent.value_or(""));
    return made;
  }

  /// By node of the outline: an assignment stands there, or what it gives to do.
  [[nodiscard]] std::vector<bool> nodes_of(const Assigned& assigned) const {
    std::vector<bool> made(outline_.nodes.size());
    for (const AssignmentFound& found : assigned.all) {
      made[assigned.order[found.node]] = true;
      for (const TextPiece& task : found.tasks) made[assigned.order[task.node]] = true;
    }
    return made;
  }

  /// The body in document order, as assignments see it; `place` says of each node of the outline
  /// where it is in `order`.
  [[nodiscard]] std::vector<AssignmentNode> assignment_nodes(
      std::vector<std::uint32_t>& order, std::vector<std::uint32_t>& place) const {
    std::vector<AssignmentNode> made;
    made.reserve(outline_.nodes.size());
    order.reserve(outline_.nodes.size());
    place.assign(outline_.nodes.size(), no_node);
    std::vector<std::uint32_t> open(outline_.body.rbegin(), outline_.body.rend());
    while (!open.empty()) {
      const std::uint32_t index = open.back();
      open.pop_back();
      const TreeNode& from = outline_.nodes[index];
      place[index] = static_cast<std::uint32_t>(made.size());
      order.push_back(index);
      const bool is_table = from.kind == NodeKind::table;
      made.push_back({from.kind, from.heading, meanings_[index].aside,
                      is_table ? std::string_view() : from.text.text(),
                      from.parent == outline::no_node ? no_node : place[from.parent],
                      meanings_[index].own, from.lower,
                      from.heading || is_table ? nullptr : meanings_[index].label,
                      meanings_[index].actor});
      open.insert(open.end(), from.children.rbegin(), from.children.rend());
    }
    return made;
  }

  void add_assignments(const EntriesFound& entries, const Assigned& assigned) {
    const auto& [order, place, flat, all] = assigned;
    const auto text_of = [&](const TextPiece& piece) {
      return std::string(piece.range.of(assigned.nodes[piece.node].text));
    };
    const auto place_of = [&](const TextPiece& piece) {
      return places_.source(outline_.nodes[assigned.order[piece.node]].text, piece.range.begin,
                            piece.range.end);
    };
    std::vector<std::size_t> count(flat.size(), 0);
    for (const AssignmentFound& found : all) ++count[found.node];
    for (const AssignmentFound& found : all) {
      const TreeNode& from = outline_.nodes[order[found.node]];
      const TextRange part = assignment_range(found, from.text.text().size(), count[found.node]);
      Assignment made;
      made.text = std::string(part.of(from.text.text()));
      made.node = from.id;
      made.span = places_.source(from.text, part.begin, part.end);
      made.spans = places_.pieces(from.text, part.begin, part.end);
      if (found.assignee.range.begin < found.assignee.range.end) {
        made.assignee = text_of(found.assignee);
        made.at.push_back({"assignee", {place_of(found.assignee)}, false});
      }
      add_list(made.at, "collaborators", made.collaborators, found.collaborators, text_of,
               place_of);
      add_list(made.at, "tasks", made.tasks, found.tasks, text_of, place_of);
      judge(made, "assignments", std::string("actor-").append(found.rule));
      document_.plan.assignments.push_back(std::move(made));
    }
    const Assignees assignees(flat, all);
    const auto name = [&](const TextPiece* piece, std::optional<std::string>& assignee) {
      if (piece != nullptr) assignee = text_of(*piece);
    };
    for (std::size_t i = 0; i < entries.deadlines.size(); ++i) {
      const Origin& origin = entries.deadlines[i];
      const std::uint32_t node = place[origin.node];
      const TextPiece* const piece = assignees.of(node, origin.at);
      // What stands above the date is no more than a default.
      const bool above = piece != nullptr && piece->node != node;
      if (above && names_another(flat[node].text, origin.at, text_of(*piece))) continue;
      name(piece, document_.plan.deadlines[i].assignee);
    }
    for (std::size_t i = 0; i < entries.periods.size(); ++i) {
      name(assignees.of(place[entries.periods[i].node]), document_.plan.periods[i].assignee);
    }
  }

  /// What of its node's text an assignment quotes: all of it, but of a node that gives many only
  /// its own part, or the document would grow with their square.
  static TextRange assignment_range(const AssignmentFound& found, std::size_t size,
                                    std::size_t count) {
    constexpr std::size_t few = 8;
    if (count <= few) return {0, size};
    TextRange part = found.assignee.node == found.node ? found.assignee.range : TextRange{};
    for (const TextPiece& task : found.tasks) {
      if (task.node != found.node) continue;
      if (part.begin >= part.end) part = task.range;
      part.begin = std::min(part.begin, task.range.begin);
      part.end = std::max(part.end, task.range.end);
    }
    return part;
  }

  static void add_list(FieldPlaces& at, const char* field, std::vector<std::string>& list,
                       const std::vector<TextPiece>& pieces, const auto& text_of,
                       const auto& place_of) {
    if (pieces.empty()) return;
    FieldPlace place{field, {}, true};
    for (const TextPiece& piece : pieces) {
      list.push_back(text_of(piece));
      place.spans.push_back(place_of(piece));
    }
    at.push_back(std::move(place));
  }

  /// Citations of `top` and all beneath, in document order.
  void add_citations(NodeWords& words, const std::vector<std::uint32_t>& top,
                     CitationRelation ground) {
    std::vector<std::uint32_t> open(top.rbegin(), top.rend());
    while (!open.empty()) {
      const std::uint32_t index = open.back();
      open.pop_back();
      const TreeNode& from = outline_.nodes[index];
      const bool listed = from.kind == NodeKind::dash || from.kind == NodeKind::plus ||
                          from.kind == NodeKind::bullet;
      cite(from.text, words[index], ground, listed);
      for (const auto& row : from.rows) {
        for (const outline::JoinedText& cell : row) {
          cite(cell, tokens::find_words(cell.text(), cell_words_), CitationRelation::mention,
               false);
        }
      }
      open.insert(open.end(), from.children.rbegin(), from.children.rend());
    }
  }

  /// `listed`: the text is an item, which needs no "Căn cứ" to be a ground: "- Luật Thủ đô ...;".
  void cite(const outline::JoinedText& text, const tokens::WordedText& words,
            CitationRelation ground, bool listed) {
    for (CitationMatch& match : find_citations(words)) {
      if (is_own_number(match)) continue;
      identities_.push_back(identity_of(match, text.text(), home_));
      Citation citation;
      citation.type = std::string(match.type);
      citation.number = std::move(match.number);
      citation.date = std::move(match.date);
      citation.issuer = std::move(match.issuer);
      citation.part = std::move(match.part);
      citation.text = std::string(match.text_of(text.text()));
      citation.relation =
          match.ground || (listed && match.begin == 0) ? ground : CitationRelation::mention;
      citation.span = places_.source(text, match.begin, match.end);
      citation.spans = places_.pieces(text, match.begin, match.end);
      judge(citation, "citations",
            citation.number ? "cited-number" : (citation.date ? "cited-date" : "cited-name"));
      document_.citations.push_back(std::move(citation));
    }
  }

  /// "(Kèm theo Kế hoạch số 12/KH-UBND ...)" over an appendix names the document itself.
  [[nodiscard]] bool is_own_number(const CitationMatch& match) const {
    return match.number && document_.header.number.ordinal &&
           match.number == document_.header.number.text && document_.header.type.name &&
           match.type == *document_.header.type.name;
  }

  void remark(std::string code, std::string message, SourceSpan span,
              Severity severity = Severity::warning) {
    document_.diagnostics.push_back({std::move(code), severity, std::move(message), span});
  }

  void add_diagnostics(std::span<const Remark> remarks) {
    document_.diagnostics = std::move(source_.diagnostics);
    if (number_blank_ && number_line_) {
      remark("missing-number", "Số văn bản còn để trống", places_.source(*number_line_));
    }
    if (date_incomplete_ && date_line_) {
      remark("missing-date", "Ngày ban hành còn để trống hoặc chưa đủ ngày, tháng, năm",
             places_.source(*date_line_));
    }
    if (!document_.header.type.name) {
      remark("unknown-type", "Không xác định được loại văn bản", {}, Severity::info);
    }
    for (const TextSpan span : unread_) {
      remark("unread-text", "Đoạn này không thuộc phần nào của văn bản đã nhận ra",
             places_.source(span), Severity::info);
    }
    for (const Remark& one : remarks) add_remark(one);
    for (const NumberingFault& fault : outline_.faults) add_fault(fault);
    for (const Citation& citation : document_.citations) {
      if (!citation.type || !citation.number ||
          symbol_fits_type(*citation.type, *citation.number)) {
        continue;
      }
      remark("symbol-type-mismatch",
             *citation.type + " nhưng ký hiệu ghi \"" + *citation.number + "\"", citation.span);
    }
    for (const InconsistentPair& pair : find_inconsistent(document_.citations)) {
      const Citation& first = document_.citations[pair.first];
      const Citation& second = document_.citations[pair.second];
      remark(
          "inconsistent-citation",
          "Cùng một văn bản: ở trên ghi \"" + first.text + "\", ở đây ghi \"" + second.text + "\"",
          second.span);
    }
    std::ranges::stable_sort(document_.diagnostics, {},
                             [](const Diagnostic& one) { return one.span.begin; });
  }

  void add_remark(const Remark& from) {
    const SourceSpan span = places_.source(from.span);
    if (from.kind == Remark::Kind::unrepaired_damage) {
      remark("unrepaired-damage", "Đoạn này bị hỏng, không khôi phục được", span);
      return;
    }
    std::string message = "\"";
    message += text_.text.substr(from.span.begin, from.span.size());
    message += "\" có lẽ là \"";
    message += from.suggestion;
    message += '"';
    remark("suspect-word", std::move(message), span, Severity::info);
  }

  void add_fault(const NumberingFault& fault) {
    const TreeNode& from = outline_.nodes[fault.node];
    const SourceSpan span = places_.source(
        {from.span.begin, from.span.begin + static_cast<std::uint32_t>(from.marker.size())});
    const std::string number = "Số mục \"" + std::string(from.marker);
    if (fault.kind == NumberingFault::Kind::duplicate) {
      remark("duplicate-label", number + "\" đã có ở trên", span);
      return;
    }
    const std::string before =
        fault.other == outline::no_node
            ? std::string("đứng đầu")
            : "đứng ngay sau \"" + std::string(outline_.nodes[fault.other].marker) + "\"";
    remark("label-gap", number + "\" " + before + ", thiếu mục ở giữa", span);
  }

  read::SourceText& source_;
  outline::FoldedText text_;
  const outline::Frame& frame_;
  Outline outline_;
  std::uint32_t taken_ = 0;  ///< nodes that the document has already
  Places places_;
  std::vector<tokens::Word> cell_words_;  ///< of one cell of a table at a time
  Meanings meanings_;
  Document document_;
  clerk::Letterhead letterhead_;
  Home home_;
  std::vector<Identity> identities_;  ///< of the citations
  std::vector<TextSpan> unread_;      ///< what no reader of the ends took
  bool number_blank_ = false;
  bool date_incomplete_ = false;
  std::optional<TextSpan> number_line_;
  std::optional<TextSpan> date_line_;
};

}  // namespace

Document build_document(read::SourceText&& source, std::vector<Repair> repairs,
                        std::span<const repair_stage::remarks::Remark> remarks,
                        const SourceMap& map, outline::FoldedText text, const outline::Frame& frame,
                        Outline outline, const outline::Footnotes& notes) {
  return DocumentBuilder(std::move(source), map, std::move(text), frame, std::move(outline))
      .run(std::move(repairs), remarks, notes);
}

}  // namespace vanban::plan
