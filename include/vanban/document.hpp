#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "vanban/repair.hpp"
#include "vanban/result.hpp"
#include "vanban/span.hpp"

/// What one parsed document is: plain values, in the words of its JSON. Texts are repaired, on one
/// line, UTF-8; spans point into `Document::source_text`. `std::nullopt` is JSON's null: the
/// document does not say. Vietnamese terms stand beside the names; ARCHITECTURE.md has a glossary.
namespace vanban {

/// What a span in a Document counts.
enum class OffsetUnit : unsigned char { utf8, utf16, codepoint };

/// Where a thing stands. `spans` is filled only where it stands in several pieces (a page break
/// with its page number between them); `span` is then their hull.
struct Place {
  SourceSpan span;
  std::vector<SourceSpan> spans;
  friend bool operator==(const Place&, const Place&) = default;
};

/// Where one field stands: "agency.name" -> one span; a list of strings -> one span an entry.
struct FieldPlace {
  std::string field;
  std::vector<SourceSpan> spans;
  bool is_list = false;
  friend bool operator==(const FieldPlace&, const FieldPlace&) = default;
};
using FieldPlaces = std::vector<FieldPlace>;  ///< in the order of the owner's fields

struct Source {
  std::string name;                    ///< file name without folders, or "-"
  std::string media_type;              ///< "text/plain", "text/markdown"
  std::string encoding;                ///< "UTF-8", "UTF-16LE", "UTF-16BE"
  std::uint64_t bytes = 0;             ///< of the file
  std::optional<std::uint32_t> pages;  ///< null where the format has none
  friend bool operator==(const Source&, const Source&) = default;
};

struct Agency {
  std::optional<std::string> parent;  ///< cơ quan chủ quản
  std::optional<std::string> name;    ///< cơ quan ban hành
  friend bool operator==(const Agency&, const Agency&) = default;
};

struct Number {
  std::optional<std::string> text;     ///< "12/KH-SKHCN"; "/KH-SKHCN" where the number is blank
  std::optional<std::string> ordinal;  ///< "12"; null where left blank to be filled in by hand
  std::optional<std::string> year;     ///< "2017" of a normative number "91/2017/NĐ-CP"
  std::optional<std::string> symbol;   ///< ký hiệu: "KH-SKHCN"
  friend bool operator==(const Number&, const Number&) = default;
};

struct DocumentType {
  std::optional<std::string> code;  ///< abbreviation of Nghị định 30/2020/NĐ-CP, Annex III: "KH"
  std::optional<std::string> name;  ///< "Kế hoạch"
  friend bool operator==(const DocumentType&, const DocumentType&) = default;
};

/// How one field of the header was read.
struct FieldReading {
  std::string field;  ///< as in `at`: "agency.name"
  std::optional<double> confidence;
  std::optional<std::string> rule;
  friend bool operator==(const FieldReading&, const FieldReading&) = default;
};

struct Header {
  Agency agency;
  Number number;
  std::optional<std::string> place;  ///< địa danh
  std::optional<std::string> date;   ///< ISO 8601, as precise as printed: "2025-12"
  DocumentType type;
  std::optional<std::string> title;     ///< trích yếu
  std::vector<std::string> addressees;  ///< Kính gửi
  std::optional<std::string> secrecy;   ///< mức độ mật
  std::optional<std::string> urgency;   ///< mức độ khẩn
  std::optional<bool> draft;            ///< DỰ THẢO
  std::optional<std::string> key;       ///< as Citation::key: by it other documents' citations join
  FieldPlaces at;
  std::optional<double> confidence;  ///< of the fields together
  std::optional<std::string> rule;
  std::vector<FieldReading> readings;  ///< of each field that was read, in the order of the header
  friend bool operator==(const Header&, const Header&) = default;
};

enum class NodeKind : unsigned char {
  part,       ///< Phần
  chapter,    ///< Chương
  section,    ///< Mục
  article,    ///< Điều
  roman,      ///< I.
  upper,      ///< A.
  decimal,    ///< 1. 1.1. 1)
  alpha,      ///< a) b. đ)
  dash,       ///< -
  plus,       ///< +
  bullet,     ///< • *
  paragraph,  ///< without a marker
  table,
  appendix  ///< Phụ lục
};

enum class Role : unsigned char {
  purpose,         ///< mục đích
  requirement,     ///< yêu cầu
  objective,       ///< mục tiêu
  viewpoint,       ///< quan điểm
  scope,           ///< phạm vi
  subject,         ///< đối tượng
  content,         ///< nội dung
  task,            ///< nhiệm vụ
  solution,        ///< giải pháp
  target,          ///< chỉ tiêu
  time,            ///< thời gian, tiến độ, lộ trình
  place,           ///< địa điểm
  participant,     ///< thành phần
  criterion,       ///< tiêu chí, tiêu chuẩn
  title_honour,    ///< danh hiệu; "title-honour" in JSON
  award,           ///< khen thưởng
  quota,           ///< số lượng
  procedure,       ///< quy trình, thủ tục
  dossier,         ///< hồ sơ
  budget,          ///< kinh phí, mức chi
  slogan,          ///< khẩu hiệu, chủ đề
  basis,           ///< căn cứ, sự cần thiết
  situation,       ///< tình hình, kết quả
  form,            ///< hình thức, phương pháp
  reporting,       ///< báo cáo, kiểm tra, sơ kết
  output,          ///< sản phẩm
  proposal,        ///< kiến nghị
  implementation,  ///< tổ chức thực hiện
  responsibility   ///< trách nhiệm, phân công
};

[[nodiscard]] std::string_view to_string(NodeKind kind) noexcept;
[[nodiscard]] std::string_view to_string(Role role) noexcept;

/// A numbered section, an item, a paragraph or a table. Exactly one of `title` and `text` is set;
/// a table has neither but `rows`. Nesting is at most Limits::max_depth.
struct Node {
  NodeKind kind = NodeKind::paragraph;
  std::optional<std::string> marker;  ///< as printed: "II.", "a)", "-"
  std::optional<std::string> label;   ///< without punctuation: "II", "a"; null for bullets
  std::string id;                     ///< labels from the top: "II/3/a/-1"
  std::optional<std::string> title;   ///< of a heading
  std::optional<std::string> text;    ///< of an item or paragraph
  std::optional<std::vector<std::vector<std::string>>> rows;  ///< of a table, head row included
  std::vector<Role> roles;
  std::vector<Node> children;
  SourceSpan span;
  std::vector<SourceSpan> spans;  ///< see Place
  std::optional<std::uint32_t> page;
  std::optional<double> confidence;
  std::optional<std::string> rule;
  friend bool operator==(const Node&, const Node&) = default;
};

/// Signature block: "KT. GIÁM ĐỐC" / "PHÓ GIÁM ĐỐC" / name.
struct Signature {
  std::optional<std::string> authority;  ///< quyền hạn: TM., KT., TL., TUQ., Q. with its office
  std::optional<std::string> position;   ///< chức vụ
  std::optional<std::string> name;
  std::optional<SourceSpan> span;  ///< null where there is no signature
  FieldPlaces at;
  friend bool operator==(const Signature&, const Signature&) = default;
};

/// Nơi nhận.
struct Recipients {
  std::vector<std::string> items;
  std::optional<std::string> archive;  ///< what follows "Lưu:"
  FieldPlaces at;
  friend bool operator==(const Recipients&, const Recipients&) = default;
};

/// What every entry of the plan has.
struct Entry {
  std::string text;                  ///< the whole own text of its node, without its children
  std::string node;                  ///< id of the node it comes from
  std::optional<std::uint32_t> row;  ///< of a table, from 0, head row included
  SourceSpan span;
  std::vector<SourceSpan> spans;  ///< see Place
  std::optional<std::uint32_t> page;
  std::optional<double> confidence;
  std::optional<std::string> rule;
  friend bool operator==(const Entry&, const Entry&) = default;
};

enum class SubjectGroup : unsigned char { collective, individual };  ///< tập thể, cá nhân

struct Subject : Entry {
  std::optional<SubjectGroup> group;
  friend bool operator==(const Subject&, const Subject&) = default;
};

enum class Comparator : unsigned char { equal, greater, greater_equal, less, less_equal, about };
enum class Direction : unsigned char { increase, decrease, level };

struct Quantity {
  std::string raw;  ///< "trên 80%"
  Comparator comparator = Comparator::equal;
  double value = 0;
  std::optional<double> value_max;  ///< of a range
  std::optional<std::string> unit;  ///< "%", "tỷ đồng", "giường bệnh/1 vạn dân"
  SourceSpan span;
  std::optional<Direction> direction;
  std::optional<double> baseline;  ///< from where, in the same unit; no quantity of its own
  std::optional<std::string> due;
  friend bool operator==(const Quantity&, const Quantity&) = default;
};

struct Target : Entry {
  std::vector<Quantity> quantities;
  friend bool operator==(const Target&, const Target&) = default;
};

struct Period : Entry {
  std::optional<std::string> label;  ///< what is timed
  std::optional<std::string> start;  ///< ISO 8601, partial allowed; null where open
  std::optional<std::string> end;
  std::optional<std::string> assignee;
  friend bool operator==(const Period&, const Period&) = default;
};

enum class DeadlineRelation : unsigned char { before, by, on, recurring };

struct Deadline : Entry {
  std::optional<std::string> date;  ///< ISO 8601
  DeadlineRelation relation = DeadlineRelation::by;
  std::string raw;  ///< "trước ngày 18/6/2021"
  std::optional<std::string> assignee;
  friend bool operator==(const Deadline&, const Deadline&) = default;
};

struct Award : Entry {
  std::string form;                    ///< "Bằng khen"
  std::optional<std::string> grantor;  ///< "Chủ tịch UBND tỉnh"
  std::optional<std::string> quota;
  friend bool operator==(const Award&, const Award&) = default;
};

struct Assignment : Entry {
  std::optional<std::string> assignee;
  std::vector<std::string> collaborators;
  std::vector<std::string> tasks;
  FieldPlaces at;
  friend bool operator==(const Assignment&, const Assignment&) = default;
};

struct Budget : Entry {
  std::vector<Quantity> amounts;
  std::vector<std::string> sources;
  friend bool operator==(const Budget&, const Budget&) = default;
};

/// What the plan says, in document order.
struct Plan {
  std::vector<Entry> purposes;
  std::vector<Entry> requirements;
  std::vector<Entry> objectives;
  std::vector<Subject> subjects;
  std::vector<Entry> tasks;
  std::vector<Entry> solutions;
  std::vector<Entry> criteria;
  std::vector<Entry> slogans;
  std::vector<Budget> budget;
  std::vector<Entry> dossier;
  std::vector<Target> targets;
  std::vector<Period> periods;
  std::vector<Deadline> deadlines;
  std::vector<Award> awards;
  std::vector<Assignment> assignments;
  friend bool operator==(const Plan&, const Plan&) = default;
};

enum class CitationRelation : unsigned char { basis, mention };

/// A reference to a document with a number, a date or a law's name.
struct Citation {
  std::optional<std::string> type;    ///< "Quyết định"
  std::optional<std::string> number;  ///< "5/QĐ-UBND", without blanks
  std::optional<std::string> date;    ///< ISO 8601
  std::optional<std::string> issuer;
  std::string text;
  CitationRelation relation = CitationRelation::mention;
  SourceSpan span;
  std::vector<SourceSpan> spans;  ///< see Place
  std::optional<std::uint32_t> page;
  /// Identity of the cited document: type / number / symbol / year / whose numbers these are, in
  /// small letters without marks. "nghi-dinh/30/nd-cp/2020"; "ke-hoach/12/kh-ubnd/2031/hoa-son", of
  /// a local body the place it is of, of a firm its name; "luat/dat-dai/2024", a law by its name;
  /// "tieu-chuan/tcvn-14423-2025". Place and a law's year are left out where nothing says them, so
  /// one key may begin another. Null where nothing tells the document from others: no symbol, no
  /// year. Equal to Header::key of the cited document, if that says as much.
  std::optional<std::string> key;
  std::optional<std::string> part;  ///< "điểm a khoản 2 Điều 5", as printed; never in `text`
  /// Of a later mention: `text` of the first citation of the same document. Null in the first one.
  std::optional<std::string> same_as;
  std::optional<double> confidence;
  std::optional<std::string> rule;
  friend bool operator==(const Citation&, const Citation&) = default;
};

enum class Severity : unsigned char { info, warning, error };

/// What a careful clerk would remark.
struct Diagnostic {
  std::string code;  ///< "missing-number"
  Severity severity = Severity::warning;
  std::string message;  ///< Vietnamese
  SourceSpan span;
  friend bool operator==(const Diagnostic&, const Diagnostic&) = default;
};

/// What diagnostics of this code say, in English, without the particulars of the place; empty where
/// no diagnostic has that code. Valid for good.
[[nodiscard]] std::string_view message_en(std::string_view code) noexcept;

/// The message of a diagnostic in English, with its particulars.
[[nodiscard]] std::string message_en(const Diagnostic& diagnostic);

/// A note beneath the text, which is no part of the body, nor is the mark that refers to it.
struct Footnote {
  std::string label;  ///< its number as printed, without brackets: "1"
  std::string text;   ///< without the label, lines joined
  SourceSpan span;    ///< with the label
  friend bool operator==(const Footnote&, const Footnote&) = default;
};

/// A parsed document. Owns everything; spans are valid for good.
struct Document {
  std::string source_text;                    ///< into which spans point; not part of the JSON
  OffsetUnit offset_unit = OffsetUnit::utf8;  ///< what the spans of this value count
  Source source;
  Header header;
  std::vector<Node> preamble;
  std::vector<Node> body;
  std::vector<Node> closing;
  Signature signature;
  std::vector<Signature> signatures;  ///< all of them; `signature` is the first
  Recipients recipients;
  Plan plan;
  std::vector<Citation> citations;
  std::vector<Footnote> footnotes;
  std::vector<Repair> repairs;
  std::vector<Diagnostic> diagnostics;
  friend bool operator==(const Document&, const Document&) = default;
};

/// What an untrusted document may cost. Reaching a limit is an Error, never a shortened result.
struct Limits {
  std::size_t max_source_bytes = std::size_t{256} << 20U;  ///< hard ceiling 2 GiB - 1
  std::size_t max_nodes = std::size_t{4} << 20U;           ///< of preamble, body and closing
  static constexpr std::size_t max_depth = 64;  ///< deeper nesting is read as siblings, by design
};

enum class Format : unsigned char { detect, text, markdown };

struct ParseOptions {
  std::string name = "-";  ///< what Source::name says, with U+FFFD for what is not UTF-8
  Format format = Format::detect;
  RepairOptions repair;
  /// Whether the diagnostics say what repair leaves: suspect-word and unrepaired-damage. Takes a
  /// second walk over the text with the language model.
  bool proofread = true;
  Limits limits;
};

/// Parses `bytes`: plain text or Markdown in UTF-8 (with or without byte-order mark) or UTF-16;
/// ill-formed bytes become U+FFFD and a diagnostic (where they are a third of the file, one:
/// not-text). Control characters are blanks, and Unicode's rarer line ends (U+000B, U+0085, U+2028,
/// U+2029) break a line; the source text keeps them. Pure: no files, clock, locale or globals; any
/// thread. Fails only with too_large, too_complex or invalid_argument; throws only std::bad_alloc.
[[nodiscard]] Result<Document> parse(std::string_view bytes, const ParseOptions& options = {});

/// The same of bytes that the caller has no more use for: sound UTF-8 becomes
/// `Document::source_text` without a copy.
[[nodiscard]] Result<Document> parse_owned(std::string bytes, const ParseOptions& options = {});

/// The source text alone: what spans point into.
[[nodiscard]] Result<std::string> decode(std::string_view bytes, const ParseOptions& options = {});

/// Reads a whole file. The only place in the library that opens one. Fails with unreadable and
/// too_large.
[[nodiscard]] Result<std::string> read_file(const std::string& path, const Limits& limits = {});

}  // namespace vanban
