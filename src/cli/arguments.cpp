#include "cli/arguments.hpp"

#include <filesystem>
#include <map>
#include <optional>
#include <sstream>
#include <unordered_map>

#include <CLI/CLI.hpp>

#include "base/words.hpp"

namespace vanban::cli {
namespace {

constexpr const char* about =
    "Vietnamese administrative plans, as they really come, into a structured model.";

constexpr const char* examples = R"(Examples:
  vanban parse ke-hoach.txt                    JSON on standard output
  vanban parse --pretty ke-hoach.md            the same for reading
  vanban parse --out json plans/*.txt          one file each: json/STEM.json
  pdftotext -layout plan.pdf - | vanban parse -
  vanban repair ke-hoach.txt > sound.txt       lost letters put back
  vanban repair --diff ke-hoach.txt            what was changed
  vanban outline ke-hoach.txt                  the tree of headings
  vanban check plans/*.txt                     what a careful clerk would remark

FILE is plain text or Markdown; - is standard input.

Exit status: 0 done; 1 some files failed, or check found a warning or an error;
2 wrong usage; 3 no input could be read.
)";

struct FormatWord {
  const char* word;
  Format format;
};
constexpr FormatWord format_words[] = {
    {"detect", Format::detect}, {"text", Format::text}, {"markdown", Format::markdown}};

struct ColourWord {
  const char* word;
  Colour colour;
};
constexpr ColourWord colour_words[] = {
    {"auto", Colour::automatic}, {"always", Colour::always}, {"never", Colour::never}};

struct ToneWord {
  const char* word;
  TonePlacement tones;
};
struct LanguageWord {
  const char* word;
  bool english;
};
constexpr LanguageWord language_words[] = {{"vi", false}, {"en", true}};

constexpr ToneWord tone_words[] = {{"as-is", TonePlacement::as_is},
                                   {"old", TonePlacement::old_style},
                                   {"new", TonePlacement::new_style}};

/// An option with one of a few words as its value.
template <class Words, class Set>
void add_word_option(CLI::App& app, const char* name, const Words& words, const char* doc,
                     Set set) {
  std::vector<std::string> allowed;
  for (const auto& one : words) allowed.emplace_back(one.word);
  app.add_option_function<std::string>(
         name,
         [&words, set](const std::string& value) {
           for (const auto& one : words) {
             if (value == one.word) set(one);
           }
         },
         doc)
      ->check(CLI::IsMember(allowed));
}

class Builder {
 public:
  explicit Builder(Arguments& to) : to_(to), app_(about, "vanban") {
    app_.footer(examples);
    app_.require_subcommand(1);
    app_.set_version_flag("--version", std::string("vanban ") + VANBAN_VERSION);
    add_parse();
    add_repair();
    add_outline();
    add_tokens();
    add_check();
    auto& text = add(Command::text, "text", "the source text, into which spans point");
    add_file(text);
    add_format(text);
    add(Command::schema, "schema", "the JSON Schema of what parse prints");
  }

  CLI::App& app() { return app_; }

 private:
  CLI::App& add(Command command, const char* name, const char* doc) {
    CLI::App* sub = app_.add_subcommand(name, doc);
    sub->callback([this, command] { to_.command = command; });
    return *sub;
  }

  void add_parse() {
    auto& sub = add(Command::parse, "parse", "documents as JSON, one a line");
    add_files(sub);
    add_format(sub);
    add_repair_options(sub);
    add_offset_unit(sub);
    sub.add_flag("--pretty", to_.pretty, "indented, for one document or with --out");
    sub.add_option("--out", to_.out_dir, "write DIR/STEM.json for each FILE; DIR is created")
        ->type_name("DIR");
    sub.footer("Examples:\n  vanban parse --pretty plan.txt\n  vanban parse --out json *.txt\n");
  }

  void add_repair() {
    auto& sub = add(Command::repair, "repair", "the source text with its damage repaired");
    add_files(sub);
    add_format(sub);
    add_repair_options(sub);
    auto* report = sub.add_flag_callback(
        "--report", [this] { to_.repair_output = RepairOutput::report; }, "list the repairs");
    sub.add_flag_callback(
           "--diff", [this] { to_.repair_output = RepairOutput::diff; },
           "show the repairs as a unified diff, in colour on a terminal")
        ->excludes(report);
    add_word_option(sub, "--color", colour_words, "when --diff is in colour",
                    [this](const ColourWord& one) { to_.colour = one.colour; });
    sub.footer(
        "Examples:\n  vanban repair --diff plan.txt\n  vanban repair - < plan.txt\n"
        "  vanban repair --kinds encoding,mojibake --tones new plan.txt\n");
  }

  void add_outline() {
    auto& sub = add(Command::outline, "outline", "the tree of headings, for people");
    add_files(sub);
    add_format(sub);
    add_repair_options(sub);
    sub.add_flag("--all", to_.all_nodes, "items, paragraphs and tables too, shortened");
    sub.footer("Examples:\n  vanban outline plan.txt\n  vanban outline --all plan.md\n");
  }

  void add_tokens() {
    auto& sub = add(Command::tokens, "tokens",
                    "tokens of the repaired text, one a line: kind, begin, end, text");
    add_files(sub);
    add_format(sub);
    add_repair_options(sub);
    add_offset_unit(sub);
    sub.footer(
        "Begin and end point into the source text. With several FILEs each line starts with its\n"
        "FILE. The fields are parted by tabs.\n\nExample:\n  vanban tokens plan.txt | cut -f 1 | "
        "sort | uniq -c\n");
  }

  void add_check() {
    auto& sub = add(Command::check, "check", "what a careful clerk would remark");
    add_files(sub);
    add_format(sub);
    add_repair_options(sub);
    add_offset_unit(sub);
    sub.add_flag("--json", to_.json, "as JSON, one line a FILE");
    add_word_option(sub, "--language", language_words,
                    "of the messages; vi unless given, en says less of the place",
                    [this](const LanguageWord& one) { to_.english = one.english; });
    sub.footer(
        "Lines are FILE:LINE:COLUMN: SEVERITY: MESSAGE [CODE]. Exit status 1 where there is a\n"
        "warning or an error.\n\nExample:\n  vanban check plans/*.txt\n");
  }

  void add_files(CLI::App& sub) {
    sub.add_option("FILE", to_.files, "text or Markdown; - is standard input")
        ->required()
        ->type_name("");
  }
  void add_file(CLI::App& sub) {
    sub.add_option("FILE", to_.files, "text or Markdown; - is standard input")
        ->required()
        ->expected(1)
        ->type_name("");
  }
  void add_format(CLI::App& sub) {
    add_word_option(sub, "--format", format_words, "what FILE is, instead of looking at it",
                    [this](const FormatWord& one) { to_.options.format = one.format; });
  }
  void add_repair_options(CLI::App& sub) {
    RepairOptions& repair = to_.options.repair;
    sub.add_option("--min-confidence", repair.min_confidence,
                   "make no repair that is less sure, from 0 to 1")
        ->check(CLI::Range(0.0, 1.0))
        ->type_name("NUMBER");
    std::vector<std::string> allowed(Words<RepairKind>::list.begin(),
                                     Words<RepairKind>::list.end());
    sub.add_option_function<std::vector<std::string>>(
           "--kinds",
           [&repair](const std::vector<std::string>& words) {
             repair.kinds = {};
             for (const std::string& word : words) {
               if (const auto kind = from_word<RepairKind>(word)) repair.kinds.add(*kind);
             }
           },
           "make repairs of these kinds only, parted by commas")
        ->delimiter(',')
        ->check(CLI::IsMember(allowed))
        ->type_name("KIND,...");
    add_word_option(sub, "--tones", tone_words, "tone marks of oa, oe, uy: old is hòa, new is hoà",
                    [&repair](const ToneWord& one) { repair.tones = one.tones; });
  }
  void add_offset_unit(CLI::App& sub) {
    std::vector<std::string> allowed(Words<OffsetUnit>::list.begin(),
                                     Words<OffsetUnit>::list.end());
    sub.add_option_function<std::string>(
           "--offset-unit",
           [this](const std::string& value) {
             to_.offset_unit = from_word<OffsetUnit>(value).value_or(OffsetUnit::codepoint);
           },
           "what spans count; codepoint unless given")
        ->check(CLI::IsMember(allowed));
  }

  Arguments& to_;
  CLI::App app_;
};

/// Why these arguments cannot be worked on together, before any work.
std::optional<std::string> conflict(const Arguments& arguments) {
  std::unordered_map<std::string, std::string> writers;  // output -> its input
  bool has_standard_input = false;
  for (const std::string& file : arguments.files) {
    if (file == "-" && has_standard_input) return "standard input (-) can be read only once";
    has_standard_input = has_standard_input || file == "-";
    if (arguments.out_dir.empty()) continue;
    const std::string path = output_path(arguments.out_dir, file);
    const auto [other, is_new] = writers.try_emplace(path, file);
    if (!is_new) return other->second + " and " + file + " would both be written to " + path;
    std::error_code none;
    if (std::filesystem::equivalent(file, path, none)) return path + " would overwrite its input";
  }
  return std::nullopt;
}

}  // namespace

std::string output_path(const std::string& out_dir, const std::string& input) {
  const std::string stem = input == "-" ? "stdin" : std::filesystem::path(input).stem().string();
  return (std::filesystem::path(out_dir) / (stem + ".json")).string();
}

std::variant<Arguments, Message> read_arguments(int argc, const char* const* argv) {
  Arguments arguments;
  Builder builder(arguments);
  try {
    builder.app().parse(argc, argv);
  } catch (const CLI::ParseError& stop) {
    std::ostringstream out;
    std::ostringstream err;
    if (builder.app().exit(stop, out, err) == 0) return Message{out.str(), Status::done};
    return Message{"vanban: " + err.str(), Status::wrong_usage};
  }
  // Asking for a placement is asking for its repairs, whatever else --kinds leaves out.
  RepairOptions& repair = arguments.options.repair;
  if (repair.tones != TonePlacement::as_is) repair.kinds.add(RepairKind::tone_placement);
  if (auto why = conflict(arguments)) {
    return Message{"vanban: " + *why + "\n", Status::wrong_usage};
  }
  return arguments;
}

}  // namespace vanban::cli
