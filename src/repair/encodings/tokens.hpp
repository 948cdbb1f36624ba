#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "language/language_model.hpp"
#include "repair/encodings/encodings.hpp"

namespace vanban::repair_stage::encodings {

/// A run of letters and of signs that are letters in some encoding, at least one of them outside
/// ASCII. What else stands in a text reads the same in every encoding.
struct Token {
  std::uint32_t begin = 0;
  std::uint16_t size = 0;
  bool first_of_line = false;  ///< no token of its line stands before it
  std::uint32_t entry = 0;     ///< in `Lexicon`
};

/// Nats times two.
using Cost = std::uint8_t;
using CostRow = std::array<Cost, encoding_count>;

/// How well a text, read some way, reads word by word.
struct Reading {
  float cost = 0;    ///< nats
  bool odd = false;  ///< a word of it is spelt like none of the language
};
[[nodiscard]] Reading read_words(std::string_view text, const language::LanguageModel& model);

/// What each distinct token of a text costs in each encoding. Words repeat, so that a long text
/// asks the model for a small part of its words.
class Lexicon {
 public:
  Lexicon(std::string_view text, const language::LanguageModel& model)
      : text_(text), model_(model), slots_(1024) {}

  /// Sets the `entry` of a token.
  void look_up(Token& token);
  /// Reads `raw` as `encoding` in the way that reads best.
  Reading read(Encoding encoding, std::string_view raw, Decoded& out);
  [[nodiscard]] std::size_t size() const { return entries_.size(); }
  [[nodiscard]] const CostRow& costs(std::uint32_t entry) const { return entries_[entry].costs; }
  [[nodiscard]] std::string_view printed(std::uint32_t entry) const {
    return std::string_view(bytes_).substr(entries_[entry].begin, entries_[entry].size);
  }

 private:
  /// A place of the hash table. Most tokens that are looked up are told by what stands here and by
  /// one comparison: the bytes of distinct tokens lie close together in `bytes_`.
  struct Slot {
    std::uint32_t hash = 0;
    std::uint32_t entry = 0;  ///< + 1; 0: free
  };
  struct Entry {
    std::uint32_t begin = 0;  ///< in `bytes_`
    std::uint16_t size = 0;
    CostRow costs{};
  };
  /// What all encodings have in common of a token that is being read.
  struct Raw {
    RawText text;
    std::string small;  ///< see fold_beyond_ascii
    RawText folded;     ///< views `small`
  };
  /// A text that was weighed for this token: most encodings make the same few of it.
  struct Weighed {
    std::string text;
    Reading reading;
  };
  void grow();
  [[nodiscard]] CostRow judge(std::string_view raw);
  void take(std::string_view raw);
  Reading read(Encoding encoding, Decoded& out);
  [[nodiscard]] Reading weigh(const Decoded& read);
  [[nodiscard]] Reading weigh(std::string_view text);

  std::string_view text_;
  std::reference_wrapper<const language::LanguageModel> model_;
  std::vector<Slot> slots_;  ///< a power of two
  std::vector<Entry> entries_;
  std::string bytes_;
  Raw raw_;
  std::vector<Weighed> weighed_;  ///< for `raw_`, the first `weighed_count_`
  std::size_t weighed_count_ = 0;
  Decoded scratch_;
  Decoded other_;
};

/// Appends the tokens of [begin, end), which holds whole lines.
void cut_tokens(std::string_view text, std::size_t begin, std::size_t end, Lexicon& lexicon,
                std::vector<Token>& tokens);

}  // namespace vanban::repair_stage::encodings
