#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "vanban/repair.hpp"
#include "vanban/result.hpp"

namespace vanban {

/// Options of RepairStream.
struct StreamOptions {
  RepairOptions repair;
  /// Bytes of source that are held and repaired at a time, at least 64 and below 2 GiB.
  std::size_t window_bytes = std::size_t{1} << 20U;
};

/// A repair of a text of any length: see Repair. `begin` and `end` are bytes of the whole source.
struct StreamRepair {
  RepairKind kind = RepairKind::dropped_glyph;
  std::string before;
  std::string after;
  double confidence = 0;
  std::uint64_t begin = 0;
  std::uint64_t end = 0;
  friend bool operator==(const StreamRepair&, const StreamRepair&) = default;
};

/// What came out of the stream by now, behind what came out before.
struct RepairedPiece {
  std::string text;
  std::vector<StreamRepair> repairs;
};

/// Repairs a text that comes in pieces, in bounded memory: one window, whatever the length. The
/// text is cut into windows behind a paragraph, else behind a line, else behind a word, whatever
/// the pieces; each window is repaired by itself, so what its damage tells of the text (which
/// letters are lost, which encoding it is in) is learnt anew in each. A text of at most
/// `window_bytes` comes out as from `repair`.
///
///     RepairStream stream;
///     while (read(bytes)) use(stream.push(bytes));
///     use(stream.finish());
///
/// The source must be UTF-8 without ill-formed sequences, as for `repair`; a piece may end within
/// one. Pure; any thread, one at a time.
class RepairStream {
 public:
  explicit RepairStream(StreamOptions options = {}) : options_(options) {}

  /// Takes the next bytes and gives the windows that they complete. Fails only with
  /// invalid_argument, where an option has no such value.
  [[nodiscard]] Result<RepairedPiece> push(std::string_view bytes);

  /// Gives the rest; the stream then begins a new text.
  [[nodiscard]] Result<RepairedPiece> finish();

  /// Bytes that wait for the rest of their window.
  [[nodiscard]] std::size_t held_bytes() const noexcept { return held_.size(); }

 private:
  StreamOptions options_;
  std::string held_;
  std::uint64_t begin_ = 0;  ///< of `held_` in the whole source
};

}  // namespace vanban
