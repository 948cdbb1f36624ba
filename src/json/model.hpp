#pragma once

#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>

#include "vanban/document.hpp"

/// The one description of the model: what each struct is called and which fields it has, in the
/// order of their JSON. The writer, the reader, the JSON Schema and the Python objects are made
/// from it by templates, so a new field is one row here.
namespace vanban::json {

/// What "schema" says in every document.
inline constexpr std::string_view model_version = "vanban/document/1";

/// When a field has a key.
enum class Presence : unsigned char {
  always,    ///< null or empty where the document does not say
  if_filled  ///< left out where it is null or empty
};

/// What the schema demands of a value besides its type.
enum class Demand : unsigned char {
  none,
  date,        ///< ISO 8601 as precise as printed: 2021, 2021-06, 2021-06-18
  probability  ///< in [0, 1]
};

template <class Owner, class T>
struct Field {
  std::string_view name;
  T Owner::*member;
  std::string_view doc;
  Presence presence;
  Demand demand;
};

/// A key with the same value in every document.
struct Constant {
  std::string_view name;
  std::string_view value;
  std::string_view doc;
};

template <class Owner, class T>
[[nodiscard]] constexpr auto field(std::string_view name, T Owner::*member, std::string_view doc,
                                   Demand demand = Demand::none) {
  return Field<Owner, T>{name, member, doc, Presence::always, demand};
}

template <class Owner, class T>
[[nodiscard]] constexpr auto field_if_filled(std::string_view name, T Owner::*member,
                                             std::string_view doc) {
  return Field<Owner, T>{name, member, doc, Presence::if_filled, Demand::none};
}

/// Model<T>: `name` and `doc` of a struct or enumeration, `fields` of a struct, and `rule`, a JSON
/// Schema for what holds between its fields, where there is such a thing.
template <class T>
struct Model;

template <class T>
concept Described = requires {
  Model<T>::fields;
};

/// Calls `visit(row)` for each row of T's description, in order.
template <Described T, class Visit>
constexpr void for_each_field(Visit&& visit) {
  std::apply([&visit](const auto&... rows) { (visit(rows), ...); }, Model<T>::fields);
}

inline constexpr std::string_view doc_span = "where it stands: [begin, end) in the source text";
inline constexpr std::string_view doc_spans =
    "its pieces, where it stands in several (a page break between them); span is their hull";
inline constexpr std::string_view doc_page = "page from 1; null where the format has no pages";
inline constexpr std::string_view doc_confidence = "how sure the reading is; null where not judged";
inline constexpr std::string_view doc_rule = "the rule that found it";
inline constexpr std::string_view doc_at =
    "where the fields of this object stand, by name (\"agency.name\"): a span, for a list of "
    "strings one span an entry";

// clang-format off
template <> struct Model<OffsetUnit> {
  static constexpr std::string_view name = "OffsetUnit";
  static constexpr std::string_view doc = "What spans count: bytes, UTF-16 units or characters.";
};
template <> struct Model<NodeKind> {
  static constexpr std::string_view name = "NodeKind";
  static constexpr std::string_view doc = "What a node is: the class of its marker, or none.";
};
template <> struct Model<Role> {
  static constexpr std::string_view name = "Role";
  static constexpr std::string_view doc = "What a heading names.";
};
template <> struct Model<RepairKind> {
  static constexpr std::string_view name = "RepairKind";
  static constexpr std::string_view doc = "How the text was damaged.";
};
template <> struct Model<SubjectGroup> {
  static constexpr std::string_view name = "SubjectGroup";
  static constexpr std::string_view doc = "Tập thể or cá nhân.";
};
template <> struct Model<Comparator> {
  static constexpr std::string_view name = "Comparator";
  static constexpr std::string_view doc = "How a value is meant; ~ is khoảng.";
};
template <> struct Model<Direction> {
  static constexpr std::string_view name = "Direction";
  static constexpr std::string_view doc = "Where a quantity is to go.";
};
template <> struct Model<DeadlineRelation> {
  static constexpr std::string_view name = "DeadlineRelation";
  static constexpr std::string_view doc = "Trước, chậm nhất, vào ngày, định kỳ.";
};
template <> struct Model<CitationRelation> {
  static constexpr std::string_view name = "CitationRelation";
  static constexpr std::string_view doc = "A ground in the preamble (căn cứ), or a mention.";
};
template <> struct Model<Severity> {
  static constexpr std::string_view name = "Severity";
  static constexpr std::string_view doc = "How grave a diagnostic is.";
};

template <> struct Model<Source> {
  static constexpr std::string_view name = "Source";
  static constexpr std::string_view doc = "The file that was read.";
  static constexpr auto fields = std::tuple{
      field("name", &Source::name, "file name without folders, or \"-\""),
      field("media_type", &Source::media_type, "text/plain or text/markdown"),
      field("encoding", &Source::encoding, "UTF-8, UTF-16LE, ..."),
      field("bytes", &Source::bytes, "size of the file"),
      field("pages", &Source::pages, "number of pages; null where the format has none")};
};
template <> struct Model<Agency> {
  static constexpr std::string_view name = "Agency";
  static constexpr std::string_view doc = "Who issues the document.";
  static constexpr auto fields = std::tuple{
      field("parent", &Agency::parent, "cơ quan chủ quản: the body above it"),
      field("name", &Agency::name, "cơ quan ban hành")};
};
template <> struct Model<Number> {
  static constexpr std::string_view name = "Number";
  static constexpr std::string_view doc = "Số, ký hiệu.";
  static constexpr auto fields = std::tuple{
      field("text", &Number::text, "as a whole: 12/KH-SKHCN; /KH-SKHCN where the number is blank"),
      field("ordinal", &Number::ordinal, "the number; null where it is left to be filled in"),
      field("year", &Number::year, "the year inside a normative number"),
      field("symbol", &Number::symbol, "ký hiệu: KH-SKHCN")};
};
template <> struct Model<DocumentType> {
  static constexpr std::string_view name = "DocumentType";
  static constexpr std::string_view doc = "Loại văn bản.";
  static constexpr auto fields = std::tuple{
      field("code", &DocumentType::code, "abbreviation of Nghị định 30/2020/NĐ-CP, Annex III"),
      field("name", &DocumentType::name, "in sentence case: Kế hoạch")};
};
template <> struct Model<FieldReading> {
  static constexpr std::string_view name = "FieldReading";
  static constexpr std::string_view doc = "How one field was read.";
  static constexpr auto fields = std::tuple{
      field("field", &FieldReading::field, "its name, as in at: agency.name"),
      field("confidence", &FieldReading::confidence, doc_confidence, Demand::probability),
      field("rule", &FieldReading::rule, doc_rule)};
};
template <> struct Model<Header> {
  static constexpr std::string_view name = "Header";
  static constexpr std::string_view doc = "What stands above the preamble.";
  static constexpr auto fields = std::tuple{
      field("agency", &Header::agency, "who issues the document"),
      field("number", &Header::number, "số, ký hiệu"),
      field("place", &Header::place, "địa danh"),
      field("date", &Header::date, "date of issue, as precise as printed", Demand::date),
      field("type", &Header::type, "loại văn bản"),
      field("title", &Header::title, "trích yếu"),
      field("addressees", &Header::addressees, "Kính gửi"),
      field("secrecy", &Header::secrecy, "mức độ mật"),
      field("urgency", &Header::urgency, "mức độ khẩn"),
      field("draft", &Header::draft, "whether it is marked DỰ THẢO"),
      field("key", &Header::key, "identity of this document, as in the citations of others"),
      field("at", &Header::at, doc_at),
      field("confidence", &Header::confidence, doc_confidence, Demand::probability),
      field("rule", &Header::rule, doc_rule),
      field("readings", &Header::readings, "how each field was read")};
};
template <> struct Model<Node> {
  static constexpr std::string_view name = "Node";
  static constexpr std::string_view doc = "A numbered section, an item, a paragraph or a table.";
  static constexpr std::string_view rule = R"({
      "if": {"properties": {"kind": {"const": "table"}}},
      "then": {"required": ["rows"],
               "properties": {"title": {"type": "null"}, "text": {"type": "null"},
                              "rows": {"type": "array"}}},
      "else": {"properties": {"rows": {"type": "null"}},
               "oneOf": [{"properties": {"title": {"type": "string"}, "text": {"type": "null"}}},
                         {"properties": {"title": {"type": "null"}, "text": {"type": "string"}}}]}
    })";
  static constexpr auto fields = std::tuple{
      field("kind", &Node::kind, "what it is"),
      field("marker", &Node::marker, "as printed: II., a), -"),
      field("label", &Node::label, "the marker without punctuation; null for bullets"),
      field("id", &Node::id, "the labels from the top: II/3/a/-1; unique in the document"),
      field("title", &Node::title, "of a heading"),
      field("text", &Node::text, "of an item or paragraph"),
      field_if_filled("rows", &Node::rows, "of a table: cell texts, head row included"),
      field("roles", &Node::roles, "what a heading names"),
      field("children", &Node::children, "the nodes beneath it, in order"),
      field("span", &Node::span, doc_span),
      field_if_filled("spans", &Node::spans, doc_spans),
      field("page", &Node::page, doc_page),
      field("confidence", &Node::confidence, doc_confidence, Demand::probability),
      field("rule", &Node::rule, doc_rule)};
};
template <> struct Model<Signature> {
  static constexpr std::string_view name = "Signature";
  static constexpr std::string_view doc = "Signature block; all null where there is none.";
  static constexpr auto fields = std::tuple{
      field("authority", &Signature::authority, "quyền hạn: TM., KT., TL., TUQ., Q."),
      field("position", &Signature::position, "chức vụ"),
      field("name", &Signature::name, "who signs"),
      field("span", &Signature::span, doc_span),
      field("at", &Signature::at, doc_at)};
};
template <> struct Model<Recipients> {
  static constexpr std::string_view name = "Recipients";
  static constexpr std::string_view doc = "Nơi nhận.";
  static constexpr auto fields = std::tuple{
      field("items", &Recipients::items, "one text a recipient"),
      field("archive", &Recipients::archive, "what follows Lưu:"),
      field("at", &Recipients::at, doc_at)};
};

/// The fields of an entry around those of its own kind.
template <class... Row>
[[nodiscard]] constexpr auto entry_fields(Row... row) {
  return std::tuple{
      field("text", &Entry::text, "the own text of its node, without its children"),
      field("node", &Entry::node, "id of the node it comes from"),
      field("span", &Entry::span, doc_span),
      field_if_filled("spans", &Entry::spans, doc_spans),
      row...,
      field("row", &Entry::row, "row of a table, from 0, head row included"),
      field("page", &Entry::page, doc_page),
      field("confidence", &Entry::confidence, doc_confidence, Demand::probability),
      field("rule", &Entry::rule, doc_rule)};
}

template <> struct Model<Entry> {
  static constexpr std::string_view name = "Entry";
  static constexpr std::string_view doc = "One thing that the plan says.";
  static constexpr auto fields = entry_fields();
};
template <> struct Model<Subject> {
  static constexpr std::string_view name = "Subject";
  static constexpr std::string_view doc = "Đối tượng.";
  static constexpr auto fields = entry_fields(
      field("group", &Subject::group, "tập thể or cá nhân; null where neither is said"));
};
template <> struct Model<Quantity> {
  static constexpr std::string_view name = "Quantity";
  static constexpr std::string_view doc = "A number with what it counts.";
  static constexpr auto fields = std::tuple{
      field("raw", &Quantity::raw, "as printed: trên 80%"),
      field("comparator", &Quantity::comparator, "how the value is meant"),
      field("value", &Quantity::value, "the number, or the lower end of a range"),
      field("value_max", &Quantity::value_max, "the upper end of a range"),
      field("unit", &Quantity::unit, "%, tỷ đồng, giường bệnh/1 vạn dân"),
      field("span", &Quantity::span, doc_span),
      field("direction", &Quantity::direction, "whether it is to rise, fall or stay"),
      field("baseline", &Quantity::baseline, "what it is measured against"),
      field("due", &Quantity::due, "by when")};
};
template <> struct Model<Target> {
  static constexpr std::string_view name = "Target";
  static constexpr std::string_view doc = "Chỉ tiêu.";
  static constexpr auto fields = entry_fields(
      field("quantities", &Target::quantities, "its numbers, in order"));
};
template <> struct Model<Period> {
  static constexpr std::string_view name = "Period";
  static constexpr std::string_view doc = "Thời gian: from when to when.";
  static constexpr auto fields = entry_fields(
      field("label", &Period::label, "what is timed"),
      field("start", &Period::start, "null where open", Demand::date),
      field("end", &Period::end, "null where open", Demand::date),
      field("assignee", &Period::assignee, "who acts"));
};
template <> struct Model<Deadline> {
  static constexpr std::string_view name = "Deadline";
  static constexpr std::string_view doc = "Thời hạn.";
  static constexpr auto fields = entry_fields(
      field("date", &Deadline::date, "null where named only by an event", Demand::date),
      field("relation", &Deadline::relation, "how the date is meant"),
      field("raw", &Deadline::raw, "as printed: trước ngày 18/6/2021"),
      field("assignee", &Deadline::assignee, "who acts"));
};
template <> struct Model<Award> {
  static constexpr std::string_view name = "Award";
  static constexpr std::string_view doc = "Khen thưởng.";
  static constexpr auto fields = entry_fields(
      field("form", &Award::form, "Bằng khen, Giấy khen, Cờ thi đua"),
      field("grantor", &Award::grantor, "who gives it"),
      field("quota", &Award::quota, "how many"));
};
template <> struct Model<Assignment> {
  static constexpr std::string_view name = "Assignment";
  static constexpr std::string_view doc = "Phân công: who does what.";
  static constexpr auto fields = entry_fields(
      field("assignee", &Assignment::assignee, "who is responsible"),
      field("collaborators", &Assignment::collaborators, "who helps"),
      field("tasks", &Assignment::tasks, "what is to be done"),
      field("at", &Assignment::at, doc_at));
};
template <> struct Model<Budget> {
  static constexpr std::string_view name = "Budget";
  static constexpr std::string_view doc = "Kinh phí.";
  static constexpr auto fields = entry_fields(
      field("amounts", &Budget::amounts, "its sums of money"),
      field("sources", &Budget::sources, "where the money comes from"));
};
template <> struct Model<Plan> {
  static constexpr std::string_view name = "Plan";
  static constexpr std::string_view doc = "What the plan says, each list in document order.";
  static constexpr auto fields = std::tuple{
      field("purposes", &Plan::purposes, "mục đích"),
      field("requirements", &Plan::requirements, "yêu cầu"),
      field("objectives", &Plan::objectives, "mục tiêu"),
      field("subjects", &Plan::subjects, "đối tượng"),
      field("tasks", &Plan::tasks, "nhiệm vụ, nội dung"),
      field("solutions", &Plan::solutions, "giải pháp"),
      field("criteria", &Plan::criteria, "tiêu chí, tiêu chuẩn"),
      field("slogans", &Plan::slogans, "khẩu hiệu, chủ đề"),
      field("budget", &Plan::budget, "kinh phí"),
      field("dossier", &Plan::dossier, "hồ sơ"),
      field("targets", &Plan::targets, "chỉ tiêu"),
      field("periods", &Plan::periods, "thời gian"),
      field("deadlines", &Plan::deadlines, "thời hạn"),
      field("awards", &Plan::awards, "khen thưởng"),
      field("assignments", &Plan::assignments, "phân công")};
};
template <> struct Model<Citation> {
  static constexpr std::string_view name = "Citation";
  static constexpr std::string_view doc = "A reference to another document.";
  static constexpr auto fields = std::tuple{
      field("type", &Citation::type, "Quyết định, Luật"),
      field("number", &Citation::number, "5/QĐ-UBND, without blanks"),
      field("date", &Citation::date, "of the cited document", Demand::date),
      field("issuer", &Citation::issuer, "who issued it"),
      field("text", &Citation::text, "the reference as printed"),
      field("relation", &Citation::relation, "why it is cited"),
      field("span", &Citation::span, doc_span),
      field_if_filled("spans", &Citation::spans, doc_spans),
      field("page", &Citation::page, doc_page),
      field("key", &Citation::key, "identity: type/number/symbol/year/issuer, as slugs"),
      field("part", &Citation::part, "what of it is cited: điểm a khoản 2 Điều 5"),
      field("same_as", &Citation::same_as, "text of the first citation of the same document"),
      field("confidence", &Citation::confidence, doc_confidence, Demand::probability),
      field("rule", &Citation::rule, doc_rule)};
};
template <> struct Model<Footnote> {
  static constexpr std::string_view name = "Footnote";
  static constexpr std::string_view doc = "A note beneath the text.";
  static constexpr auto fields = std::tuple{
      field("label", &Footnote::label, "its mark in the text"),
      field("text", &Footnote::text, "what it says"),
      field("span", &Footnote::span, doc_span)};
};
template <> struct Model<Repair> {
  static constexpr std::string_view name = "Repair";
  static constexpr std::string_view doc = "One repaired syllable.";
  static constexpr auto fields = std::tuple{
      field("kind", &Repair::kind, "how it was damaged"),
      field("before", &Repair::before, "the source text at span"),
      field("after", &Repair::after, "what stands there now"),
      field("confidence", &Repair::confidence, "posterior of this reading", Demand::probability),
      field("span", &Repair::span, doc_span)};
};
template <> struct Model<Diagnostic> {
  static constexpr std::string_view name = "Diagnostic";
  static constexpr std::string_view doc = "What a careful clerk would remark.";
  static constexpr auto fields = std::tuple{
      field("code", &Diagnostic::code, "missing-number, label-gap, ..."),
      field("severity", &Diagnostic::severity, "how grave it is"),
      field("message", &Diagnostic::message, "in Vietnamese"),
      field("span", &Diagnostic::span, doc_span)};
};
template <> struct Model<Document> {
  static constexpr std::string_view name = "Document";
  static constexpr std::string_view doc = "A parsed Vietnamese administrative document.";
  static constexpr auto fields = std::tuple{
      Constant{"schema", model_version, "version of the model"},
      field("offset_unit", &Document::offset_unit, "what the spans of this document count"),
      field("source", &Document::source, "the file that was read"),
      field("header", &Document::header, "what stands above the preamble"),
      field("preamble", &Document::preamble, "the grounds and what leads to the plan"),
      field("body", &Document::body, "the numbered tree, appendices at its end"),
      field("closing", &Document::closing, "what stands after the last section"),
      field("signature", &Document::signature, "the first signature"),
      field("recipients", &Document::recipients, "nơi nhận"),
      field("plan", &Document::plan, "what the plan says"),
      field("citations", &Document::citations, "references to other documents, in order"),
      field("repairs", &Document::repairs, "every change to the text, in order"),
      field("diagnostics", &Document::diagnostics, "what a careful clerk would remark"),
      field("signatures", &Document::signatures, "all signatures"),
      field("footnotes", &Document::footnotes, "notes beneath the text")};
};
// clang-format on

}  // namespace vanban::json
