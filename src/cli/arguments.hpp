#pragma once

#include <string>
#include <variant>
#include <vector>

#include "vanban/vanban.hpp"

namespace vanban::cli {

/// What the program ends with.
struct Status {
  static constexpr int done = 0;
  static constexpr int some_failed = 1;  ///< or `check` found something, or output was lost
  static constexpr int wrong_usage = 2;
  static constexpr int nothing_read = 3;
};

enum class Command : unsigned char { parse, repair, outline, tokens, check, text, schema };
enum class Colour : unsigned char { automatic, always, never };
enum class RepairOutput : unsigned char { text, report, diff };

/// What the command line asks for.
struct Arguments {
  Command command = Command::parse;
  std::vector<std::string> files;  ///< paths; "-" is standard input
  ParseOptions options;            ///< its name is set per file
  OffsetUnit offset_unit = OffsetUnit::codepoint;
  std::string out_dir;  ///< of parse; empty: standard output
  RepairOutput repair_output = RepairOutput::text;
  Colour colour = Colour::automatic;
  bool pretty = false;
  bool json = false;       ///< of check
  bool english = false;    ///< of check: its messages
  bool all_nodes = false;  ///< of outline
};

/// What to print instead of working: help or version, or what is wrong with the usage.
struct Message {
  std::string text;
  int status = Status::done;
};

[[nodiscard]] std::variant<Arguments, Message> read_arguments(int argc, const char* const* argv);

/// "DIR/STEM.json" for an input of `parse --out DIR`.
[[nodiscard]] std::string output_path(const std::string& out_dir, const std::string& input);

}  // namespace vanban::cli
