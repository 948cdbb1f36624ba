#pragma once

// RapidJSON as every file of this project must see it. Its paths for SSE2 stay off: those of 1.1.0
// take U+001A to U+001F for ordinary characters, in the writer and in the reader.
#if defined(RAPIDJSON_SSE2) || defined(RAPIDJSON_SSE42) || defined(RAPIDJSON_SIMD)
#error "RapidJSON's SIMD paths write control characters as they are"
#endif

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <functional>
#include <new>
#include <string>
#include <string_view>
#include <utility>

#include <rapidjson/document.h>
#include <rapidjson/error/en.h>
#include <rapidjson/memorystream.h>
#include <rapidjson/prettywriter.h>
#include <rapidjson/writer.h>

namespace vanban::json {

// RapidJSON's own allocator hands out the null pointer where memory is short, and nobody asks. The
// names below are those that RapidJSON calls.

/// Memory for RapidJSON; throws std::bad_alloc.
class Allocator {
 public:
  static constexpr bool kNeedFree = true;
  void* Malloc(std::size_t size) { return size == 0 ? nullptr : checked(std::malloc(size)); }
  void* Realloc(void* old, std::size_t /*old_size*/, std::size_t size) {
    if (size > 0) return checked(std::realloc(old, size));
    std::free(old);
    return nullptr;
  }
  static void Free(void* memory) { std::free(memory); }

 private:
  static void* checked(void* memory) {
    if (memory == nullptr) throw std::bad_alloc();
    return memory;
  }
};

/// An output stream of RapidJSON that fills a string.
class StringSink {
 public:
  using Ch = char;
  void Put(char c) {
    if (used_ == text_.size()) text_.resize(std::max(first_size, 2 * used_));
    text_[used_++] = c;
  }
  void Flush() {}
  [[nodiscard]] std::string take() && {
    text_.resize(used_);
    return std::move(text_);
  }

 private:
  static constexpr std::size_t first_size = 4096;
  std::string text_;  ///< longer than what is used: a byte costs no call
  std::size_t used_ = 0;
};

/// An output stream of RapidJSON that hands on what it was given in pieces, so that the whole is
/// never held.
class PieceSink {
 public:
  using Ch = char;
  using Take = std::function<void(std::string_view)>;
  explicit PieceSink(const Take& take) : take_(take), piece_(piece_size, '\0') {}
  void Put(char c) {
    if (used_ == piece_size) Flush();
    piece_[used_++] = c;
  }
  void Flush() {
    if (used_ > 0) take_(std::string_view(piece_.data(), used_));
    used_ = 0;
  }

 private:
  static constexpr std::size_t piece_size = std::size_t{64} << 10U;
  const Take& take_;
  std::string piece_;
  std::size_t used_ = 0;
};

using Utf8 = rapidjson::UTF8<>;
template <class Sink>
using LineWriter = rapidjson::Writer<Sink, Utf8, Utf8, Allocator>;
template <class Sink>
using PrettyWriter = rapidjson::PrettyWriter<Sink, Utf8, Utf8, Allocator>;
using Pool = rapidjson::MemoryPoolAllocator<Allocator>;
using Tree = rapidjson::GenericDocument<Utf8, Pool, Allocator>;
using Value = Tree::ValueType;
using TreeReader = rapidjson::GenericReader<Utf8, Utf8, Allocator>;

}  // namespace vanban::json
