#pragma once

#include <algorithm>
#include <cstddef>
#include <filesystem>
#include <iterator>
#include <ostream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "support/files.hpp"

/// Cases as text files (*.case): what a phenomenon looks like and what becomes of it.
///
///     # what stands before the first case is a comment
///     === title of the case
///     input, one line or several
///     ---
///     what is expected
///     === a case without a second part is sound: it comes back as it is
///     input
///
/// The blank lines at the end of either part do not count.
namespace vanban::test {

struct Case {
  std::string name;   ///< of the file and the case: letters, digits, underscores
  std::string title;  ///< as written
  std::string input;  ///< without a line feed at its end
  std::string expected;
};

/// What a failing test shows of its parameter.
inline void PrintTo(const Case& one, std::ostream* out) {
  *out << one.title;
}

namespace detail {

inline std::string test_name(std::string_view stem, std::size_t ordinal) {
  std::string name(stem);
  std::ranges::replace_if(
      name,
      [](char c) {
        return !((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'));
      },
      '_');
  return name + (ordinal < 10 ? "_0" : "_") + std::to_string(ordinal);
}

inline std::string without_last_lines(std::string text) {
  while (text.ends_with('\n')) text.pop_back();
  return text;
}

}  // namespace detail

/// The cases of one file. Throws where the file has none or one of them is empty.
inline std::vector<Case> read_cases(const std::filesystem::path& file) {
  const std::string text = read_file(file);
  std::vector<Case> cases;
  enum class Part { comment, input, expected } part = Part::comment;
  const auto close = [&] {
    if (part == Part::comment) return;
    Case& last = cases.back();
    if (part == Part::input) last.expected = last.input;
    last.input = detail::without_last_lines(std::move(last.input));
    last.expected = detail::without_last_lines(std::move(last.expected));
    if (last.input.empty()) throw std::runtime_error(file.string() + ": empty case " + last.title);
  };
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string_view line = std::string_view(text).substr(at, end - at);
    at = end + 1;
    if (line.starts_with("=== ")) {
      close();
      Case next;
      next.title = line.substr(4);
      next.name = detail::test_name(file.stem().string(), cases.size() + 1);
      cases.push_back(std::move(next));
      part = Part::input;
    } else if (line == "---" && part == Part::input) {
      part = Part::expected;
    } else if (part != Part::comment) {
      std::string& into = part == Part::input ? cases.back().input : cases.back().expected;
      into.append(line).push_back('\n');
    }
  }
  close();
  if (cases.empty()) throw std::runtime_error(file.string() + ": no case");
  return cases;
}

/// The cases of all *.case files below `folder`, in the order of their paths. Throws where there is
/// none: a folder that moved must not look like a test that passed.
inline std::vector<Case> read_case_folder(const std::filesystem::path& folder) {
  std::vector<Case> cases;
  for (const std::filesystem::path& file : files_below(folder)) {
    if (file.extension() != ".case") continue;
    std::vector<Case> more = read_cases(file);
    cases.insert(cases.end(), std::make_move_iterator(more.begin()),
                 std::make_move_iterator(more.end()));
  }
  if (cases.empty()) throw std::runtime_error("no *.case file below " + folder.string());
  return cases;
}

/// For INSTANTIATE_TEST_SUITE_P.
inline constexpr auto case_name = [](const auto& test_info) { return test_info.param.name; };

}  // namespace vanban::test
