#include <algorithm>
#include <array>
#include <charconv>
#include <utility>
#include <vector>

#include "cli/printing.hpp"
#include "cli/views.hpp"

namespace vanban::cli {
namespace {

/// A stretch of one side of the diff.
struct Piece {
  std::string_view text;
  bool is_changed = false;
};

/// Both sides of some whole lines of the source.
struct Hunk {
  std::size_t first_line = 0;
  std::vector<Piece> before;
  std::vector<Piece> after;
};

/// The repairs that can be made one after the other; they are in order and do not overlap, unless
/// somebody put the document together by hand.
std::vector<const Repair*> applicable(const Document& document) {
  std::vector<const Repair*> repairs;
  std::uint32_t end = 0;
  for (const Repair& repair : document.repairs) {
    if (repair.span.begin < end || repair.span.end > document.source_text.size()) continue;
    repairs.push_back(&repair);
    end = repair.span.end;
  }
  return repairs;
}

std::string_view slice(std::string_view text, std::uint32_t begin, std::uint32_t end) {
  return text.substr(begin, end - begin);
}

/// The changed lines, each in a hunk of its own unless one repair covers several.
std::vector<Hunk> hunks_of(const Document& document, const LineIndex& lines) {
  const std::string_view source = document.source_text;
  const std::vector<const Repair*> repairs = applicable(document);
  std::vector<Hunk> hunks;
  for (std::size_t i = 0; i < repairs.size();) {
    Hunk hunk{lines.line_of(repairs[i]->span.begin), {}, {}};
    std::size_t last_line = hunk.first_line;
    std::uint32_t at = lines.start_of(hunk.first_line);
    for (; i < repairs.size() && lines.line_of(repairs[i]->span.begin) <= last_line; ++i) {
      const Repair& repair = *repairs[i];
      const Piece same{slice(source, at, repair.span.begin)};
      hunk.before.push_back(same);
      hunk.after.push_back(same);
      hunk.before.push_back({slice(source, repair.span.begin, repair.span.end), true});
      hunk.after.push_back({repair.after, true});
      at = repair.span.end;
      const std::uint32_t last_byte = std::max(repair.span.begin + 1, at) - 1;
      last_line = std::max(last_line, lines.line_of(last_byte));
    }
    const Piece rest{slice(source, at, lines.start_of(last_line + 1))};
    hunk.before.push_back(rest);
    hunk.after.push_back(rest);
    hunks.push_back(std::move(hunk));
  }
  return hunks;
}

std::size_t line_count(const std::vector<Piece>& side) {
  std::size_t count = 0;
  bool is_open = false;
  for (const Piece& piece : side) {
    if (piece.text.empty()) continue;
    count += static_cast<std::size_t>(std::count(piece.text.begin(), piece.text.end(), '\n'));
    is_open = piece.text.back() != '\n';
  }
  return count + (is_open ? 1 : 0);
}

class DiffPrinter {
 public:
  explicit DiffPrinter(bool in_colour) : in_colour_(in_colour) {}

  void add_names(std::string_view name) {
    const std::string shown = printable(name);
    add_line(bold, "--- " + shown);
    add_line(bold, "+++ " + shown);
  }

  void add(const Hunk& hunk) {
    const std::size_t before = line_count(hunk.before);
    const std::size_t after = line_count(hunk.after);
    add_line(cyan, "@@ -" + range(hunk.first_line + 1, before) + " +" +
                       range(hunk.first_line + 1 + added_ - removed_, after) + " @@");
    add_side('-', red, hunk.before);
    add_side('+', green, hunk.after);
    removed_ += before;
    added_ += after;
  }

  std::string take() { return std::move(text_); }

 private:
  static constexpr std::string_view bold = "\x1b[1m";
  static constexpr std::string_view red = "\x1b[31m";
  static constexpr std::string_view green = "\x1b[32m";
  static constexpr std::string_view cyan = "\x1b[36m";
  static constexpr std::string_view reversed = "\x1b[7m";
  static constexpr std::string_view plain = "\x1b[27m";
  static constexpr std::string_view off = "\x1b[m";

  // A side without lines is said to stand after the line before it.
  static std::string range(std::size_t first, std::size_t count) {
    if (count == 1) return std::to_string(first);
    return std::to_string(count == 0 ? first - 1 : first) + "," + std::to_string(count);
  }

  void colour(std::string_view code) {
    if (in_colour_) text_ += code;
  }

  void add_line(std::string_view code, std::string_view line) {
    colour(code);
    text_ += line;
    colour(off);
    text_ += '\n';
  }

  void add_side(char sign, std::string_view code, const std::vector<Piece>& side) {
    bool at_start = true;
    for (const Piece& piece : side) {
      std::string_view rest = piece.text;
      while (!rest.empty()) {
        if (at_start) {
          colour(code);
          text_ += sign;
        }
        const std::size_t length = std::min(rest.find('\n'), rest.size());
        add_text(rest.substr(0, length), piece.is_changed);
        at_start = length < rest.size();
        rest.remove_prefix(length + (at_start ? 1 : 0));
        if (at_start) end_line();
      }
    }
    if (at_start) return;
    end_line();
    add_line(plain, "\\ No newline at end of file");
  }

  void end_line() {
    colour(off);
    text_ += '\n';
  }

  void add_text(std::string_view part, bool is_changed) {
    if (part.empty()) return;
    if (is_changed) colour(reversed);
    if (in_colour_) {
      // A carriage return before the line end is no change and would only be noise.
      if (part.ends_with('\r')) part.remove_suffix(1);
      text_ += printable(part);
    } else {
      text_ += part;
    }
    if (is_changed) colour(plain);
  }

  bool in_colour_;
  std::size_t removed_ = 0;
  std::size_t added_ = 0;
  std::string text_;
};

void append_confidence(std::string& to, double confidence) {
  std::array<char, 32> digits;
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), confidence,
                                 std::chars_format::fixed, 3);
  if (end.ec == std::errc{}) to.append(digits.data(), end.ptr);
}

}  // namespace

RepairedText repaired_source(const Document& document) {
  const std::string_view source = document.source_text;
  std::string text;
  text.reserve(source.size() + source.size() / 16);
  std::vector<SourceMap::Change> changes;
  std::uint32_t at = 0;
  for (const Repair* repair : applicable(document)) {
    text += slice(source, at, repair->span.begin);
    const auto begin = static_cast<std::uint32_t>(text.size());
    text += repair->after;
    changes.push_back({{begin, static_cast<std::uint32_t>(text.size())}, repair->span});
    at = repair->span.end;
  }
  text += source.substr(at);
  return {std::move(text), SourceMap(std::move(changes)), document.repairs};
}

std::string repair_report(const Document& document, std::string_view name) {
  const LineIndex lines(document.source_text);
  const std::string start = printable(name) + ":";
  std::string text;
  for (const Repair& repair : document.repairs) {
    text += start;
    text += lines.place_of(repair.span);
    text += ": ";
    text += to_string(repair.kind);
    text += ": \"" + printable(repair.before) + "\" -> \"" + printable(repair.after) + "\" (";
    append_confidence(text, repair.confidence);
    text += ")\n";
  }
  return text;
}

std::string repair_diff(const Document& document, std::string_view name, bool in_colour) {
  const std::vector<Hunk> hunks = hunks_of(document, LineIndex(document.source_text));
  if (hunks.empty()) return "";
  DiffPrinter printer(in_colour);
  printer.add_names(name);
  for (const Hunk& hunk : hunks) printer.add(hunk);
  return printer.take();
}

}  // namespace vanban::cli
