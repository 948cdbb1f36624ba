// What a document says of its source is compared with the source, word by word: a text is what
// stands at its span, and what stands nowhere in the document is furniture.
#include <algorithm>
#include <array>
#include <filesystem>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "support/files.hpp"
#include "vanban/vanban.hpp"

namespace vanban {
namespace {

struct NamedDocument {
  std::string name;
  Document document;
};

std::vector<NamedDocument> corpus_documents() {
  std::vector<NamedDocument> all;
  for (const auto& file : test::files_below(test::corpus() / "plans")) {
    if (file.extension() != ".txt") continue;
    auto document = parse(test::read_file(file));
    if (!document) throw std::runtime_error(file.string() + ": " + document.error().detail);
    all.push_back({file.filename().string(), *std::move(document)});
  }
  if (all.empty()) throw std::runtime_error("no plans in the corpus");
  return all;
}

std::size_t character_size(char first) {
  const auto lead = static_cast<unsigned char>(first);
  return lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
}

/// Letters and digits. Of what is not ASCII, punctuation stands in a few rows (U+0080-00BF,
/// U+2000-2FFF) and everything else is letters here.
bool is_word(char first) {
  const auto lead = static_cast<unsigned char>(first);
  if (lead >= 0x80) return lead != 0xC2 && lead != 0xE2 && lead < 0xEE;
  return (first >= '0' && first <= '9') || (first >= 'a' && first <= 'z') ||
         (first >= 'A' && first <= 'Z');
}

std::string words_only(std::string_view text) {
  std::string words;
  for (std::size_t at = 0; at < text.size(); at += character_size(text[at])) {
    if (is_word(text[at])) words += text.substr(at, character_size(text[at]));
  }
  return words;
}

/// The slice of the source with the document's repairs in it.
std::string repaired_slice(const Document& document, SourceSpan span) {
  std::string text;
  std::uint32_t at = span.begin;
  for (const Repair& repair : document.repairs) {
    if (repair.span.end <= at || repair.span.begin < at || repair.span.begin >= span.end) continue;
    text += document.source_text.substr(at, repair.span.begin - at);
    text += repair.after;
    at = repair.span.end;
  }
  if (at < span.end) text += document.source_text.substr(at, span.end - at);
  return text;
}

std::string words_at(const Document& document, SourceSpan span,
                     const std::vector<SourceSpan>& pieces) {
  if (pieces.empty()) return words_only(repaired_slice(document, span));
  std::string text;
  for (const SourceSpan piece : pieces) text += repaired_slice(document, piece);
  return words_only(text);
}

/// All nodes of a document, parents first.
std::vector<const Node*> all_nodes(const Document& document) {
  std::vector<const Node*> nodes;
  const auto add = [&nodes](const std::vector<Node>& list) {
    for (const Node& node : list) nodes.push_back(&node);
  };
  for (const auto* part : {&document.preamble, &document.body, &document.closing}) add(*part);
  for (std::size_t i = 0; i < nodes.size(); ++i) add(nodes[i]->children);
  return nodes;
}

std::string said_by(const Node& node) {
  std::string text = node.marker.value_or("") + node.title.value_or("") + node.text.value_or("");
  if (node.rows) {
    for (const auto& row : *node.rows) {
      for (const std::string& cell : row) text += cell;
    }
  }
  return words_only(text);
}

TEST(Text, ANodeSaysWhatStandsAtItsSpan) {
  for (const auto& [name, document] : corpus_documents()) {
    std::size_t seen = 0;
    for (const Node* node : all_nodes(document)) {
      EXPECT_EQ(said_by(*node), words_at(document, node->span, node->spans))
          << name << " " << node->id;
      ++seen;
    }
    EXPECT_GT(seen, 10U) << name;
  }
}

/// An entry says the text of its node, whose marker may stand before it at its span.
template <class T>
std::size_t expect_entries(const std::vector<T>& entries, const Document& document,
                           const std::string& name) {
  for (const Entry& entry : entries) {
    const std::string at = words_at(document, entry.span, entry.spans);
    const std::string said = words_only(entry.text);
    EXPECT_TRUE(at.ends_with(said) && at.size() - said.size() <= 12)
        << name << " " << entry.node << "\n"
        << at << "\n"
        << said;
  }
  return entries.size();
}

TEST(Text, AnEntrySaysWhatStandsAtItsSpan) {
  std::size_t seen = 0;
  for (const auto& [name, document] : corpus_documents()) {
    const Plan& plan = document.plan;
    for (const auto* list : {&plan.purposes, &plan.requirements, &plan.objectives, &plan.tasks,
                             &plan.solutions, &plan.criteria, &plan.slogans, &plan.dossier}) {
      seen += expect_entries(*list, document, name);
    }
    seen += expect_entries(plan.subjects, document, name);
    seen += expect_entries(plan.budget, document, name);
    seen += expect_entries(plan.targets, document, name);
    seen += expect_entries(plan.periods, document, name);
    seen += expect_entries(plan.deadlines, document, name);
    seen += expect_entries(plan.awards, document, name);
    seen += expect_entries(plan.assignments, document, name);
  }
  EXPECT_GT(seen, 300U);
}

TEST(Text, ACitationSaysWhatStandsAtItsSpan) {
  std::size_t seen = 0;
  for (const auto& [name, document] : corpus_documents()) {
    for (const Citation& citation : document.citations) {
      EXPECT_EQ(words_only(citation.text), words_at(document, citation.span, citation.spans))
          << name;
      ++seen;
    }
  }
  EXPECT_GT(seen, 20U);
}

/// Which bytes of the source the document has a place for.
std::vector<bool> covered_bytes(const Document& document) {
  std::vector<bool> covered(document.source_text.size(), false);
  const auto cover = [&covered](SourceSpan span) {
    for (std::uint32_t i = span.begin; i < span.end; ++i) covered[i] = true;
  };
  const auto cover_places = [&cover](const FieldPlaces& places) {
    for (const FieldPlace& place : places) {
      for (const SourceSpan span : place.spans) cover(span);
    }
  };
  for (const Node* node : all_nodes(document)) {
    if (node->spans.empty()) cover(node->span);
    for (const SourceSpan piece : node->spans) cover(piece);
  }
  cover_places(document.header.at);
  cover_places(document.recipients.at);
  cover_places(document.signature.at);
  for (const Signature& signature : document.signatures) cover_places(signature.at);
  for (const Footnote& note : document.footnotes) cover(note.span);
  return covered;
}

/// What every document has and no field keeps. Longer ones first.
constexpr auto furniture = std::to_array<std::string_view>({
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "CỘNG HÒA XÃ HỘI",
    "CHỦ NGHĨA VIỆT NAM",  // on two lines
    "ĐẢNG CỘNG SẢN VIỆT NAM",
    "ĐOÀN TNCS HỒ CHÍ MINH",
    "Độc lập Tự do Hạnh phúc",
    "Nơi nhận",
    "NƠI NHẬN",
    "đã ký",
    "Số",
    "Lưu",
    "br",
});

/// The words that no span covers, a line of the source a line; lines of digits are page numbers.
std::vector<std::string> lost_lines(const Document& document) {
  const std::vector<bool> covered = covered_bytes(document);
  const std::string& source = document.source_text;
  std::vector<std::string> lines;
  std::string line;
  const auto end_line = [&] {
    while (line.ends_with(' ')) line.pop_back();
    for (const std::string_view phrase : furniture) {
      const std::size_t at = line.find(phrase);
      if (at == std::string::npos) continue;
      const bool whole = (at == 0 || line[at - 1] == ' ') &&
                         (at + phrase.size() == line.size() || line[at + phrase.size()] == ' ');
      if (whole) line.erase(at, phrase.size());
    }
    if (line.find_first_not_of(" 0123456789") != std::string::npos) lines.push_back(line);
    line.clear();
  };
  std::size_t repair = 0;
  for (std::size_t at = 0; at < source.size();) {
    std::string_view piece(source.data() + at, character_size(source[at]));
    const bool lost = !covered[at];
    while (repair < document.repairs.size() && document.repairs[repair].span.begin < at) ++repair;
    std::size_t size = piece.size();
    if (repair < document.repairs.size() && document.repairs[repair].span.begin == at) {
      piece = document.repairs[repair].after;
      size = std::max<std::size_t>(document.repairs[repair].span.size(), 1);
    }
    at += size;
    if (piece == "\n") {
      end_line();
      continue;
    }
    for (std::size_t i = 0; i < piece.size(); i += character_size(piece[i])) {
      if (lost && is_word(piece[i])) {
        line += piece.substr(i, character_size(piece[i]));
      } else if (!line.empty() && line.back() != ' ') {
        line += ' ';
      }
    }
  }
  end_line();
  return lines;
}

TEST(Text, NoWordOfTheSourceIsLost) {
  for (const auto& [name, document] : corpus_documents()) {
    for (const std::string& line : lost_lines(document)) ADD_FAILURE() << name << ": " << line;
  }
}

}  // namespace
}  // namespace vanban
