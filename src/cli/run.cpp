#include "cli/run.hpp"

#include <cstdlib>
#include <filesystem>
#include <new>
#include <optional>
#include <system_error>

#include <unistd.h>

#include "cli/printing.hpp"
#include "cli/streams.hpp"
#include "cli/views.hpp"

namespace vanban::cli {
namespace {

bool wants_colour(Colour colour) {
  if (colour != Colour::automatic) return colour == Colour::always;
  const char* terminal = std::getenv("TERM");
  const bool is_dumb = terminal == nullptr || std::string_view(terminal) == "dumb";
  return ::isatty(STDOUT_FILENO) == 1 && !is_dumb && std::getenv("NO_COLOR") == nullptr;
}

std::string describe(const Error& error) {
  std::string text;
  if (!error.place.empty()) text = error.place + ": ";
  text += error.detail.empty() ? std::string("failed") : error.detail;
  return text + " [" + to_string(error.code) + "]";
}

class Run {
 public:
  explicit Run(const Arguments& arguments) : arguments_(arguments) {}

  int status() {
    if (arguments_.command == Command::schema) {
      output_.write(json_schema());
    } else if (!make_out_dir()) {
      return Status::some_failed;
    }
    for (const std::string& file : arguments_.files) {
      if (output_.error()) break;
      guarded(file);
    }
    output_.flush();
    if (output_.error()) {
      complain("standard output: " + *output_.error());
      return Status::some_failed;
    }
    if (read_ == 0 && !arguments_.files.empty()) return Status::nothing_read;
    return failed_ || found_ ? Status::some_failed : Status::done;
  }

 private:
  bool make_out_dir() {
    if (arguments_.out_dir.empty()) return true;
    std::error_code failure;
    std::filesystem::create_directories(arguments_.out_dir, failure);
    if (!failure && !std::filesystem::is_directory(arguments_.out_dir, failure) && !failure) {
      failure = std::make_error_code(std::errc::not_a_directory);
    }
    if (failure) complain(arguments_.out_dir + ": cannot be created: " + failure.message());
    return !failure;
  }

  // Memory is the one thing that can run out in the middle of a file; the next may be smaller.
  void guarded(const std::string& file) {
    try {
      work(file);
    } catch (const std::bad_alloc&) {
      fail(file, "there is not enough memory for it");
    }
  }

  void work(const std::string& file) {
    Result<std::string> bytes = read_input(file, arguments_.options.limits);
    if (!bytes) return fail(file, describe(bytes.error()));
    ++read_;
    ParseOptions options = arguments_.options;
    options.name = file == "-" ? file : std::filesystem::path(file).filename().string();
    options.proofread =
        arguments_.command == Command::parse || arguments_.command == Command::check;
    if (arguments_.command == Command::text) return print_text(file, *bytes, options);
    Result<Document> document = parse_owned(*std::move(bytes), options);
    if (!document) return fail(file, describe(document.error()));
    if (arguments_.english) document = with_english_messages(*std::move(document));
    show(file, *document);
  }

  void show(const std::string& file, const Document& document) {
    switch (arguments_.command) {
      case Command::parse: return print_json(file, document);
      case Command::repair: return output_.write(repair_view(file, document));
      case Command::outline: return print_outline(file, document);
      case Command::tokens: return print_tokens(file, document);
      case Command::check:
        found_ = found_ || has_finding(document);
        return output_.write(arguments_.json ? check_json(document, file, arguments_.offset_unit)
                                             : check_view(document, file));
      default: return;
    }
  }

  void print_text(const std::string& file, std::string_view bytes, const ParseOptions& options) {
    const Result<std::string> text = decode(bytes, options);
    if (!text) return fail(file, describe(text.error()));
    output_.write(*text);
  }

  void print_tokens(const std::string& file, const Document& document) {
    const std::string line_start = arguments_.files.size() > 1 ? printable(file) + "\t" : "";
    output_.write(tokens_view(document, arguments_.offset_unit, line_start));
  }

  void print_json(const std::string& file, const Document& document) {
    const bool is_alone = arguments_.files.size() == 1 || !arguments_.out_dir.empty();
    const JsonOptions options{.offset_unit = arguments_.offset_unit,
                              .pretty = arguments_.pretty && is_alone};
    const auto write = [&](const Writer& to) {
      write_json(document, to, options);
      to("\n");
    };
    if (arguments_.out_dir.empty()) {
      return write([this](std::string_view piece) { output_.write(piece); });
    }
    const std::string path = output_path(arguments_.out_dir, file);
    if (const auto cause = write_file(path, write)) {
      fail(path, "cannot be written: " + *cause);
    }
  }

  std::string repair_view(const std::string& file, const Document& document) const {
    switch (arguments_.repair_output) {
      case RepairOutput::report: return repair_report(document, file);
      case RepairOutput::diff: return repair_diff(document, file, wants_colour(arguments_.colour));
      case RepairOutput::text: break;
    }
    return repaired_source(document).text;
  }

  void print_outline(const std::string& file, const Document& document) {
    if (arguments_.files.size() > 1) output_.write("==> " + printable(file) + " <==\n");
    output_.write(outline_view(document, arguments_.all_nodes));
  }

  void fail(const std::string& file, const std::string& cause) {
    failed_ = true;
    complain(shown_name(file) + ": " + cause);
  }

  const Arguments& arguments_;
  Output output_;
  std::size_t read_ = 0;
  bool failed_ = false;
  bool found_ = false;
};

}  // namespace

int run(const Arguments& arguments) {
  return Run(arguments).status();
}

}  // namespace vanban::cli
