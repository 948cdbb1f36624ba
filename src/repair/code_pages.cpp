#include "repair/code_pages.hpp"

#include <algorithm>
#include <bitset>
#include <iterator>
#include <string>
#include <unordered_map>
#include <utility>

#include "repair/code_points.hpp"
#include "repair/icu.hpp"

namespace vanban::repair_stage {
namespace {

// Of pages that show the same, the first that reads most of a text is meant.
constexpr CodePage pages[] = {
    {"macintosh", "·∫", "·ª"},    {"windows-1250", "áş", "á»"}, {"iso-8859-2", "áş", "áť"},
    {"windows-1251", "бє", "б»"}, {"windows-1257", "įŗ", "į»"}, {"koi8-r", "А╨", "А╩"},
    {"ibm-437", "ß║", "ß╗"},      {"ibm-850", "ß║", "ß╗"},      {"ibm-866", "с║", "с╗"},
    {"windows-874", "แบ", "แป"},  {"windows-936", "岷", "峄"},  {"windows-932", "蘯", "盻"},
    {"windows-949", "梳", "沼"},
};

/// Bytes that characters of a page were, each asked of ICU once.
class Bytes {
 public:
  explicit Bytes(const icu_text::Encoder& encoder) : encoder_(encoder) {}

  /// Nothing where the page has not the character.
  const std::string& of(char32_t point) {
    const auto [known, is_new] = known_.try_emplace(point);
    if (is_new) known->second = encoder_.bytes_of(point);
    return known->second;
  }

 private:
  const icu_text::Encoder& encoder_;
  std::unordered_map<char32_t, std::string> known_;
};

/// What the pages show of marked letters, once and twice: a text is searched for all at once.
class Samples {
 public:
  Samples() {
    for (const CodePage& page : pages) {
      const icu_text::Encoder encoder(page.name);
      for (const std::string_view part : {page.ba, page.bb}) {
        add(std::string(part), page);
        add(encoder.text_of(part), page);
      }
    }
    std::ranges::sort(samples_, {}, &Sample::start);
  }

  [[nodiscard]] std::vector<const CodePage*> pages_in(std::string_view text) const {
    std::bitset<std::size(pages)> found;
    for (std::size_t at = 0; at + 1 < text.size() && !found.all(); ++at) {
      if (static_cast<unsigned char>(text[at]) < first_lead) continue;
      const std::uint16_t start = start_of(text.substr(at));
      if (!starts_[start]) continue;
      auto one = std::ranges::lower_bound(samples_, start, {}, &Sample::start);
      for (; one != samples_.end() && one->start == start; ++one) {
        if (text.substr(at).starts_with(one->text)) found.set(one->page);
      }
    }
    std::vector<const CodePage*> out;
    for (std::size_t page = 0; page < std::size(pages); ++page) {
      if (found[page]) out.push_back(&pages[page]);
    }
    return out;
  }

 private:
  static constexpr unsigned char first_lead = 0xC2;

  struct Sample {
    std::uint16_t start;  ///< its first two bytes
    std::string text;
    std::size_t page;
  };
  static std::uint16_t start_of(std::string_view text) {
    const auto first = static_cast<unsigned char>(text[0]);
    return static_cast<std::uint16_t>(first << 8U | static_cast<unsigned char>(text[1]));
  }
  void add(std::string text, const CodePage& page) {
    if (text.size() < 2) return;  // ICU has not that page
    const std::uint16_t start = start_of(text);
    starts_.set(start);
    samples_.push_back({start, std::move(text), static_cast<std::size_t>(&page - pages)});
  }

  std::vector<Sample> samples_;
  std::bitset<0x10000> starts_;
};

}  // namespace

std::span<const CodePage> code_pages() {
  return pages;
}

std::vector<const CodePage*> pages_shown(std::string_view text) {
  static const Samples samples;
  return samples.pages_in(text);
}

ShownBytes::ShownBytes(std::string_view text, const CodePage& page) {
  const icu_text::Encoder encoder(page.name);
  for (char32_t byte = 0x80; byte < 0xC0; ++byte) {
    if (!encoder.has_byte(static_cast<std::uint8_t>(byte))) lost_.push_back(byte);
  }
  Bytes bytes(encoder);
  text_.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    if (static_cast<unsigned char>(text[at]) < 0x80) {
      text_.push_back(text[at++]);
      continue;
    }
    const CodePoint point = code_point_at(text, at);
    const std::string& was = bytes.of(point.value);
    if (was.empty()) {
      text_ += text.substr(at, point.length);
    } else {
      const auto shown = static_cast<std::uint32_t>(text_.size());
      for (const char byte : was) append_code_point(text_, static_cast<unsigned char>(byte));
      changes_.push_back({static_cast<std::uint32_t>(at),
                          static_cast<std::uint32_t>(at + point.length), shown,
                          static_cast<std::uint32_t>(text_.size())});
    }
    at += point.length;
  }
}

std::size_t ShownBytes::first_behind(std::uint32_t at) const {
  const auto found = std::ranges::upper_bound(changes_, at, {}, &Change::shown_end);
  return static_cast<std::size_t>(found - changes_.begin());
}

std::uint32_t ShownBytes::source_of(std::uint32_t at, std::size_t behind) const {
  if (behind == 0) return at;
  const Change& before = changes_[behind - 1];
  return before.end + (at - before.shown_end);
}

bool ShownBytes::leaves_half(const EditList& edits, std::size_t edit) const {
  const Edit& own = edits[edit];
  const auto is_left = [this](std::uint32_t begin, std::uint32_t end) {
    const std::string_view left = std::string_view(text_).substr(0, end);
    return begin < end && std::any_of(left.begin() + begin, left.end(), [](char byte) {
             return static_cast<unsigned char>(byte) >= 0x80;
           });
  };
  const std::size_t first = first_behind(own.begin);
  if (first < changes_.size() && changes_[first].shown < own.begin) {
    const std::uint32_t taken = edit > 0 ? edits[edit - 1].end : 0;
    if (is_left(std::max(changes_[first].shown, taken), own.begin)) return true;
  }
  const std::size_t last = first_behind(own.end);
  if (last == changes_.size() || changes_[last].shown >= own.end) return false;
  const std::uint32_t taken =
      edit + 1 < edits.size() ? edits[edit + 1].begin : changes_[last].shown_end;
  return is_left(own.end, std::min(changes_[last].shown_end, taken));
}

EditList ShownBytes::to_source(const EditList& edits) const {
  EditList out;
  std::uint32_t end = 0;  // of the last edit, in `text_`
  for (const Edit& edit : edits) {
    // A character whose second byte is another letter's, or ASCII, is of both.
    const std::size_t behind = first_behind(edit.begin);
    const bool inside = behind < changes_.size() && changes_[behind].shown < edit.begin;
    const std::uint32_t from = inside ? changes_[behind].shown : edit.begin;
    const std::size_t behind_end = first_behind(edit.end);
    const bool cut = behind_end < changes_.size() && changes_[behind_end].shown < edit.end;
    const std::uint32_t to = cut ? changes_[behind_end].shown_end : edit.end;
    const std::string_view shown = text_;
    const bool joins = !out.empty() && from < end;
    std::string replacement;
    if (joins) {
      // What the edit before took of the character beyond its own end.
      const std::uint32_t own = edits[static_cast<std::size_t>(&edit - edits.data()) - 1].end;
      out.back().replacement.resize(out.back().replacement.size() - (end - own));
      replacement = std::move(out.back().replacement);
      replacement += shown.substr(own, edit.begin - own);
    } else {
      replacement = shown.substr(from, edit.begin - from);
    }
    replacement += edit.replacement;
    replacement += shown.substr(edit.end, to - edit.end);
    const std::uint32_t source_end =
        cut ? changes_[behind_end].end : source_of(edit.end, behind_end);
    if (joins) {
      out.back().end = source_end;
      out.back().replacement = std::move(replacement);
      out.back().confidence = std::min(out.back().confidence, edit.confidence);
    } else {
      out.push_back({inside ? changes_[behind].begin : source_of(edit.begin, behind), source_end,
                     std::move(replacement), edit.kind, edit.confidence});
    }
    end = to;
  }
  return out;
}

}  // namespace vanban::repair_stage
