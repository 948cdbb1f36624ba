// The trainer on a text small enough to count by hand, and what from_bytes makes of broken models.
#include <cmath>
#include <cstring>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "capitals.hpp"
#include "corpus.hpp"
#include "kneser_ney.hpp"
#include "language/language_model.hpp"
#include "language/model_format.hpp"
#include "write_model.hpp"

namespace vanban::trainer {
namespace {

using language::LanguageModel;
using language::WordId;
namespace format = language::format;

std::vector<TrainingText> small_text() {
  std::string text;
  for (int i = 0; i < 4; ++i) {
    text +=
        "Ủy ban nhân dân tỉnh ban hành Kế hoạch; các sở thực hiện Kế hoạch\n"
        "Uỷ ban nhân dân xã thực hiện kế hoạch năm 2025, gửi UBND tỉnh\n"
        "KẾ HOẠCH của Sở Khoa học và Công nghệ\n";
  }
  return {{"", text, 1}};
}

std::vector<std::uint64_t> train(const std::vector<TrainingText>& texts, PruneLimits limits = {}) {
  const Vocabulary vocabulary = build_vocabulary(texts, {1, 1});
  const TokenStream stream = tokenize(texts, vocabulary);
  const std::size_t words = vocabulary.words.size();
  return serialise(vocabulary, estimate(stream, words, limits), count_capitals(stream, words, 100));
}

Result<LanguageModel> open(const std::vector<std::uint64_t>& file) {
  return LanguageModel::from_bytes(std::as_bytes(std::span(file)));
}

TEST(Trainer, TheSameTextGivesTheSameBytes) {
  EXPECT_EQ(train(small_text()), train(small_text()));
}

TEST(Trainer, AWeightIsARepetition) {
  std::vector<TrainingText> twice = small_text();
  twice[0].weight = 2;
  const auto weighted_file = train(twice);
  twice[0].weight = 1;
  twice[0].text += twice[0].text;
  const auto repeated_file = train(twice);
  const auto weighted = open(weighted_file);
  const auto repeated = open(repeated_file);
  ASSERT_TRUE(weighted);
  ASSERT_TRUE(repeated);
  ASSERT_EQ(weighted->size(), repeated->size());
  for (std::size_t a = 0; a < weighted->size(); ++a) {
    for (std::size_t b = 0; b < weighted->size(); ++b) {
      language::Context one{static_cast<WordId>(a), language::Context::no_bigram};
      language::Context other = one;
      EXPECT_EQ(weighted->cost(one, static_cast<WordId>(b)),
                repeated->cost(other, static_cast<WordId>(b)));
    }
  }
}

TEST(Trainer, TonePlacementsShareOneWord) {
  const auto file = train(small_text());
  const auto model = open(file);
  ASSERT_TRUE(model);
  EXPECT_NE(model->find("uỷ"), language::word_class::unknown);
  EXPECT_EQ(model->find("uỷ"), model->find("Ủy"));
}

TEST(Trainer, ContextsSumToOneHoweverMuchIsPruned) {
  for (const PruneLimits limits : {PruneLimits{}, PruneLimits{20, 10}, PruneLimits{5, 0}}) {
    const auto file = train(small_text(), limits);
    const auto model = open(file);
    ASSERT_TRUE(model);
    for (std::size_t first = 0; first < model->size(); ++first) {
      language::Context context;
      model->cost(context, model->find("ban"));
      model->cost(context, static_cast<WordId>(first));
      double sum = 0;
      for (std::size_t id = 0; id < model->size(); ++id) {
        language::Context copy = context;
        sum += std::exp(-double{model->cost(copy, static_cast<WordId>(id))});
      }
      EXPECT_NEAR(sum, 1, 0.06) << model->spelling(static_cast<WordId>(first));
    }
  }
}

TEST(Trainer, WhatIsHeldOutIsNotTrainedOn) {
  std::string text;
  for (int line = 0; line < 100; ++line) text += std::to_string(line) + "\n";
  const std::string whole = text;
  const std::string held_out = take_held_out(text, 5, 4);
  EXPECT_EQ(held_out.size() + text.size(), whole.size());
  EXPECT_TRUE(held_out.starts_with("0\n1\n2\n3\n20\n"));
  EXPECT_EQ(text.find("\n20\n"), std::string::npos);
}

TEST(Trainer, LinesThatAreLeftOutKeepTheNumbersOfOthers) {
  std::string text = "one\ntwo\nthree\nfour\nfive";
  blank_lines(text, {{2, 3}, {5, 9}});
  EXPECT_EQ(text, "one\n\n\nfour\n\n");
  blank_lines(text, {});
  EXPECT_EQ(text, "one\n\n\nfour\n\n");
}

format::Header header_of(const std::vector<std::uint64_t>& file) {
  format::Header header;
  std::memcpy(static_cast<void*>(&header), file.data(), sizeof header);
  return header;
}

class BrokenModel : public testing::Test {
 protected:
  /// Puts a checksum on the changed file, so that not the checksum is what refuses it.
  void expect_refused(std::vector<std::uint64_t> file, std::string_view what) {
    format::Header header = header_of(file);
    constexpr std::size_t header_words = sizeof(format::Header) / 8;
    header.checksum = format::checksum(file.data() + header_words, file.size() - header_words);
    std::memcpy(file.data(), &header, sizeof header);
    const auto model = open(file);
    ASSERT_FALSE(model) << what;
    EXPECT_EQ(model.error().code, ErrorCode::bad_model);
    EXPECT_FALSE(model.error().detail.empty());
  }

  /// The first byte of a section.
  [[nodiscard]] std::size_t offset_of(format::Section section) const {
    const format::Header header = header_of(file_);
    std::uint64_t offset = sizeof header;
    const auto sizes = format::section_sizes(header);
    for (std::size_t i = 0; i < section; ++i) offset += format::padded(sizes[i]);
    return offset;
  }

  template <class T>
  [[nodiscard]] std::vector<std::uint64_t> with(std::size_t offset, T value) const {
    std::vector<std::uint64_t> file = file_;
    std::memcpy(reinterpret_cast<char*>(file.data()) + offset, &value, sizeof value);
    return file;
  }

  std::vector<std::uint64_t> file_ = train(small_text());
};

TEST_F(BrokenModel, ASoundOneOpens) {
  EXPECT_TRUE(open(file_));
}

TEST_F(BrokenModel, CutAnywhere) {
  for (std::size_t size = 0; size < file_.size(); size += 7) {
    const auto model = LanguageModel::from_bytes(std::as_bytes(std::span(file_).first(size)));
    ASSERT_FALSE(model) << size;
    EXPECT_EQ(model.error().code, ErrorCode::bad_model);
  }
}

TEST_F(BrokenModel, NotAligned) {
  std::vector<std::byte> bytes(file_.size() * 8 + 8);
  std::memcpy(bytes.data() + 1, file_.data(), file_.size() * 8);
  EXPECT_FALSE(LanguageModel::from_bytes(std::span(bytes).subspan(1, file_.size() * 8)));
}

TEST_F(BrokenModel, AnyChangedByteFailsTheChecksum) {
  for (std::size_t i = sizeof(format::Header) / 8; i < file_.size(); i += 11) {
    std::vector<std::uint64_t> file = file_;
    file[i] ^= 0x100;
    EXPECT_FALSE(open(file)) << i;
  }
}

TEST_F(BrokenModel, HeaderFields) {
  for (std::size_t field = 24; field < sizeof(format::Header); field += 4) {
    for (const std::uint32_t value : {0U, 1U, 0x10000U, 0x7FFFFFFFU, 0xFFFFFFFFU}) {
      std::uint32_t now = 0;
      std::memcpy(&now, reinterpret_cast<const char*>(file_.data()) + field, sizeof now);
      if (now != value) expect_refused(with(field, value), "header");
    }
  }
}

TEST_F(BrokenModel, OffsetsAndNumbers) {
  const std::uint32_t big = 0xFFFFFF0;
  for (const format::Section section :
       {format::buckets, format::spelling_offset, format::left_first, format::right_first}) {
    expect_refused(with(offset_of(section) + 4, big), "offset");
    expect_refused(with(offset_of(section), std::uint32_t{1}), "first offset");
  }
  // The first trigram of the second bigram: behind its rest, cost and back-off.
  expect_refused(with(offset_of(format::bigram_rows) + sizeof(format::Bigram) + 4, big), "offset");
  const std::uint16_t no_word = 0xFFFE;
  for (const format::Section section :
       {format::trigram_rows, format::spelling_word, format::postings}) {
    expect_refused(with(offset_of(section), no_word), "word");
  }
  expect_refused(with(offset_of(format::probabilities), std::nanf("")), "cost");
}

}  // namespace
}  // namespace vanban::trainer
