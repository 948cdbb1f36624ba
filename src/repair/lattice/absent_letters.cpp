// Of the letters that a text is spelt with some are in every other word: a page without any "ủ" has
// lost it, whatever is left of "của" ("ca") may mean.
#include "repair/lattice/absent_letters.hpp"

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <functional>
#include <iterator>

#include "language/letters.hpp"

namespace vanban::repair_stage::lattice {
namespace {

struct LetterRow {
  std::string_view letter;
  std::uint16_t share;
  std::string_view words;
};
/// Of ten thousand small letters with marks, đ among them, so many are this one: the fewer of legal
/// and of general text (57 million words). Then words that are usual, and are less so without it.
/// Rarer letters prove nothing.
constexpr LetterRow letters[] = {
    {"đ", 929, "định được điều động đồng đầu"},
    {"à", 609, "ngày hành này nhà thành vào"},
    {"ư", 548, "được người nước trường như phương"},
    {"á", 544, "các pháp tháng báo giá phát"},
    {"ạ", 299, "tại lại hoạt phạm hạn tạo"},
    {"ệ", 297, "hiện việc việt nghiệp nhiệm liệu"},
    {"ế", 288, "đến quyết kết tiếp thế chế"},
    {"ộ", 270, "một động hội nội thuộc cuộc"},
    {"ả", 264, "sản bản bảo phải khoản quản"},
    {"ô", 261, "công không thông ông tôi đông"},
    {"ố", 236, "quốc đối thống phố vốn thuốc"},
    {"ủ", 217, "của chủ thủ phủ thủy"},
    {"ê", 214, "trên viên liên yêu tiêu nguyên"},
    {"ấ", 199, "cấp xuất đất nhất giấy chất"},
    {"ề", 188, "điều quyền nhiều truyền nghề đều"},
    {"ờ", 179, "người trường thời đường thường giờ"},
    {"â", 175, "nhân dân quân xây đây phân"},
    {"ị", 173, "định nghị địa dịch trị thị"},
    {"ợ", 170, "được hợp lượng trợ tượng lợi"},
    {"ớ", 169, "với nước trước mới giới hướng"},
    {"ậ", 167, "luật nhận lập nhập vật tập"},
    {"ó", 166, "hóa nói phó đóng nhóm bóng"},
    {"ể", 154, "thể điểm kiểm chuyển triển hiểm"},
    {"ơ", 153, "phương đơn hơn thương chương nơi"},
    {"ự", 135, "thực lực dựng vực trực cực"},
    {"í", 130, "chính tính phí tích chí trí"},
    {"ă", 116, "năm văn năng đăng tăng căn"},
    {"ứ", 115, "chức chứng thức ứng mức thứ"},
    {"ì", 104, "trình thì hình bình tình mình"},
    {"ầ", 101, "đầu cầu phần lần cần gần"},
    {"ụ", 101, "dụng tục mục phụ phục dục"},
    {"ở", 97, "trưởng trở bởi hưởng thưởng tưởng"},
    {"ồ", 96, "đồng gồm nguồn hồi bồi chồng"},
    {"ổ", 90, "tổng tuổi nổi phổ thổ cổng"},
    {"ã", 67, "lãnh bãi lãi hãng nhãn"},
    {"ừ", 62, "từng trừ vừa rừng thừa dừng"},
    {"ặ", 57, "hoặc mặt đặc đặt gặp mặc"},
    {"ử", 53, "sửa gửi thử nửa"},
    {"ỉ", 51, "chỉ tỉnh chỉnh nghỉ đỉnh thỉnh"},
    {"ữ", 50, "những hữu giữ trữ chữa chữ"},
    {"ọ", 45, "học trọng gọi chọn mọi họp"},
    {"ý", 40, "quý"},
    {"ò", 38, "phòng còn hòa vòng trò dòng"},
    {"ú", 30, "chúng đúng giúp trú lúc"},
    {"ắ", 30, "bắt bắc thắng tắc sắc khắc"},
    {"é", 29, "phép xét kéo thép kém mét"},
    {"ù", 29, "cùng vùng dùng phù hùng thù"},
    {"ẩ", 27, "thẩm phẩm chuẩn đẩy khẩn cẩm"},
    {"ẫ", 26, "dẫn mẫu vẫn lẫn"},
    {"ằ", 21, "bằng rằng nhằm nằm hằng đằng"},
    {"ỹ", 20, "quỹ"},
};

/// As many as this must be expected, and of them no more than this share be there.
constexpr float fewest_expected = 6;
constexpr float most_left = 0.35F;
/// A font or a converter that loses more letters than this loses them otherwise.
constexpr int most_absent = 6;
/// What is left of the words of the table must be there, for a letter at least so often, and for
/// so many of the letters that are wanting.
constexpr float fewest_remains = 3;
constexpr float remains_of_wanting = 0.12F;

/// Up to eight bytes of a word as one number, ASCII capitals as small letters.
class PackedWord {
 public:
  constexpr void add(char byte) {
    const auto value = static_cast<unsigned char>(byte);
    packed_ = (packed_ << 8U) | (value >= 'A' && value <= 'Z' ? value + 32U : value);
    ++size_;
  }
  constexpr void clear() {
    packed_ = 0;
    size_ = 0;
  }
  /// 0 where the word is empty or longer.
  [[nodiscard]] constexpr std::uint64_t value() const { return size_ <= 8 ? packed_ : 0; }

 private:
  std::uint64_t packed_ = 0;
  std::size_t size_ = 0;
};

/// What is left of the words of the table, with the row of the letter that is gone.
class Remains {
 public:
  static constexpr std::uint8_t none = 0xFF;

  constexpr Remains() {
    for (std::size_t row = 0; row < std::size(letters); ++row) {
      PackedWord word;
      const std::string_view words = letters[row].words;
      for (std::size_t at = 0; at <= words.size(); ++at) {
        if (words.substr(at).starts_with(letters[row].letter)) {
          at += letters[row].letter.size() - 1;
        } else if (at == words.size() || words[at] == ' ') {
          add(word.value(), static_cast<std::uint8_t>(row));
          word.clear();
        } else {
          word.add(words[at]);
        }
      }
    }
  }
  /// The row whose letter the word may have lost.
  [[nodiscard]] constexpr std::uint8_t find(std::uint64_t word) const {
    for (std::size_t slot = hash(word);; slot = (slot + 1) % slots) {
      if (words_[slot] == word) return rows_[slot];
      if (words_[slot] == 0) return none;
    }
  }

 private:
  static constexpr std::size_t slots = 1024;
  static constexpr std::size_t hash(std::uint64_t word) {
    return (word * 0x9E3779B97F4A7C15U) >> 54U;
  }
  /// Of two letters that leave the same, the more usual one has it.
  constexpr void add(std::uint64_t word, std::uint8_t row) {
    std::size_t slot = hash(word);
    while (words_[slot] != 0 && words_[slot] != word) slot = (slot + 1) % slots;
    if (words_[slot] == word) return;
    words_[slot] = word;
    rows_[slot] = row;
  }

  std::array<std::uint64_t, slots> words_{};
  std::array<std::uint8_t, slots> rows_{};
};
constexpr Remains remains;
static_assert(std::ranges::is_sorted(letters, std::greater{}, &LetterRow::share));
static_assert(std::size(letters) < Remains::none);

using Rows = std::array<float, std::size(letters)>;

/// Adds what is left of the words of each row.
void count_remains(std::string_view text, Rows& found) {
  PackedWord word;
  const auto end_word = [&] {
    const std::uint64_t packed = word.value();
    word.clear();
    if (packed == 0) return;
    const std::uint8_t row = remains.find(packed);
    if (row != Remains::none) found[row] += 1;
  };
  for (const char byte : text) {
    if (language::byte_class(byte) == language::ByteClass::letter ||
        static_cast<unsigned char>(byte) >= 0x80) {
      word.add(byte);
    } else {
      end_word();
    }
  }
  end_word();
}

/// The letters that Vietnamese has beyond ASCII, by the last bits of their bytes: blocks of 64,
/// each of a lead byte or, of three bytes, of the first two. One more is for all other bytes.
constexpr std::size_t block_size = 64;
constexpr std::size_t first_of_three = 8;
constexpr std::size_t no_block = 10;
constexpr unsigned char lead_of_three = 0xE1;
using Counts = std::array<std::uint32_t, (no_block + 1) * block_size>;

constexpr auto block_starts = [] {
  std::array<std::uint16_t, 256> starts{};
  starts.fill(no_block * block_size);
  for (std::size_t lead = 0xC3; lead <= 0xC6; ++lead) {
    starts[lead] = static_cast<std::uint16_t>((lead & 0x07U) * block_size);
  }
  for (std::size_t second = 0xBA; second <= 0xBB; ++second) {
    starts[second] = static_cast<std::uint16_t>((first_of_three + (second & 1U)) * block_size);
  }
  return starts;
}();

/// Counts the letters of Vietnamese; of others, only those in the same blocks. Eight bytes at a
/// time are searched for those that begin a letter beyond ASCII; the first of them is the lowest.
Counts count_letters(std::string_view text) {
  constexpr std::size_t step = sizeof(std::uint64_t);
  constexpr std::uint64_t high_bits = 0x8080808080808080U;
  Counts counts{};
  const auto count = [&](std::size_t begin, std::uint64_t bytes) {
    // The two highest bits are set in a byte that begins such a letter.
    std::uint64_t leads = bytes & (bytes << 1U) & high_bits;
    for (; leads != 0; leads &= leads - 1) {
      std::size_t at = begin + static_cast<std::size_t>(std::countr_zero(leads)) / 8;
      at += static_cast<unsigned char>(text[at]) == lead_of_three ? 1U : 0U;
      if (at + 1 >= text.size()) return;
      const auto last = static_cast<unsigned char>(text[at + 1]);
      ++counts[block_starts[static_cast<unsigned char>(text[at])] + (last & 0x3FU)];
    }
  };
  for (std::size_t begin = 0; begin < text.size(); begin += step) {
    std::uint64_t bytes = 0;
    if (text.size() - begin >= step) {
      std::memcpy(&bytes, text.data() + begin, step);
    } else {
      std::memcpy(&bytes, text.data() + begin, text.size() - begin);
    }
    count(begin, bytes);
  }
  return counts;
}

/// Where a letter is counted; behind all blocks where it is not.
constexpr std::size_t place_of(std::size_t letter) {
  // U+00C0 to U+01FF have two bytes; of U+1E80 to U+1EFF the blocks go on.
  constexpr std::size_t first_letter_of_three = 0x200 + 0x80;
  if (letter >= first_letter_of_three) {
    return first_of_three * block_size + (letter - first_letter_of_three);
  }
  return letter < 0xC0 || letter >= 0x200 ? no_block * block_size : letter;
}

/// The places of small letters among the counts.
constexpr auto places_of_small = [] {
  std::array<bool, no_block * block_size> small{};
  for (std::size_t letter = 0xC0; letter < language::letter_count; ++letter) {
    const std::size_t place = place_of(letter);
    if (place < small.size()) small[place] = language::capital_or_none(letter) != 0;
  }
  return small;
}();

/// How many of each row's letter are wanting; 0 of those that are there.
Rows count_wanting(std::string_view text) {
  const Counts counts = count_letters(text);
  std::uint32_t marked = 0;
  for (std::size_t place = 0; place < places_of_small.size(); ++place) {
    marked += places_of_small[place] ? counts[place] : 0;
  }
  Rows wanting{};
  for (std::size_t row = 0; row < std::size(letters); ++row) {
    const float expected =
        static_cast<float>(letters[row].share) * static_cast<float>(marked) / 10000;
    if (expected < fewest_expected) break;  // the shares fall
    const auto there =
        static_cast<float>(counts[place_of(language::letter_index(letters[row].letter))]);
    if (there <= most_left * expected) wanting[row] = expected - there;
  }
  return wanting;
}

}  // namespace

AbsentLetters find_absent_letters(std::string_view text) {
  constexpr std::size_t enough = 1U << 16U;  // bytes: what is there is there for all of the text
  AbsentLetters absent;
  const auto none = [](const Rows& rows) {
    return std::ranges::none_of(rows, [](float one) { return one > 0; });
  };
  if (text.size() > enough && none(count_wanting(text.substr(0, enough)))) return absent;
  const Rows wanting = count_wanting(text);
  const auto count = std::ranges::count_if(wanting, [](float one) { return one > 0; });
  if (count == 0 || count > most_absent) return absent;
  Rows found{};
  count_remains(text, found);
  for (std::size_t row = 0; row < std::size(letters); ++row) {
    const float needed = std::max(fewest_remains, remains_of_wanting * wanting[row]);
    if (wanting[row] == 0 || found[row] < needed) continue;
    absent.wanting[language::letter_index(letters[row].letter)] = wanting[row];
    absent.any = true;
  }
  return absent;
}

}  // namespace vanban::repair_stage::lattice
