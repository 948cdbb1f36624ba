// A window ends where a reader would pause: its words have all their neighbours but at its edges.
#include "vanban/repair_stream.hpp"

#include <algorithm>
#include <limits>
#include <optional>
#include <utility>

#include "repair/passes.hpp"

namespace vanban {
namespace {

constexpr std::size_t fewest_bytes = 64;
constexpr std::size_t most_bytes = std::numeric_limits<std::int32_t>::max();

std::optional<Error> fault_of(const StreamOptions& options) {
  if (options.window_bytes < fewest_bytes || options.window_bytes > most_bytes) {
    return Error{ErrorCode::invalid_argument, "window_bytes is not between 64 and 2 GiB", {}};
  }
  return repair_stage::fault_of(options.repair);
}

bool is_continuation(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

/// Behind the last blank line of `window`, 0 where there is none.
std::size_t paragraph_end(std::string_view window) {
  const std::size_t feeds = window.rfind("\n\n");
  const std::size_t returns = window.rfind("\n\r\n");
  const std::size_t behind_feeds = feeds == std::string_view::npos ? 0 : feeds + 2;
  const std::size_t behind_returns = returns == std::string_view::npos ? 0 : returns + 3;
  return std::max(behind_feeds, behind_returns);
}

/// Behind the last byte of `window` that is one of `bytes`, 0 where there is none.
std::size_t behind_last(std::string_view window, std::string_view bytes) {
  const std::size_t at = window.find_last_of(bytes);
  return at == std::string_view::npos ? 0 : at + 1;
}

/// Where a window of at most `most` bytes ends in `text`, which is longer.
std::size_t window_end(std::string_view text, std::size_t most) {
  std::string_view window = text.substr(0, most);
  // A line end of two bytes is not torn.
  if (window.ends_with('\r')) window.remove_suffix(1);
  const std::size_t half = most / 2;
  if (const std::size_t end = paragraph_end(window); end > half) return end;
  if (const std::size_t end = behind_last(window, "\n\r"); end > half) return end;
  // A line longer than half a window: behind a word, behind a character.
  if (const std::size_t end = behind_last(window, " \t\n\r"); end > half) return end;
  std::size_t end = most;
  while (end > half && is_continuation(text[end])) --end;
  return end;
}

void move_into(RepairedPiece& piece, RepairedText repaired, std::uint64_t begin) {
  piece.text += repaired.text;
  for (Repair& one : repaired.repairs) {
    piece.repairs.push_back({one.kind, std::move(one.before), std::move(one.after), one.confidence,
                             begin + one.span.begin, begin + one.span.end});
  }
}

}  // namespace

Result<RepairedPiece> RepairStream::push(std::string_view bytes) {
  if (auto fault = fault_of(options_)) return *std::move(fault);
  RepairedPiece piece;
  while (!bytes.empty()) {
    // One byte more than a window tells that it is full.
    const std::size_t room = options_.window_bytes + 1 - held_.size();
    held_ += bytes.substr(0, room);
    bytes.remove_prefix(std::min(room, bytes.size()));
    if (held_.size() <= options_.window_bytes) break;
    const std::size_t end = window_end(held_, options_.window_bytes);
    auto repaired = vanban::repair(std::string_view(held_).substr(0, end), options_.repair);
    if (!repaired) return repaired.error();
    move_into(piece, *std::move(repaired), begin_);
    held_.erase(0, end);
    begin_ += end;
  }
  return piece;
}

Result<RepairedPiece> RepairStream::finish() {
  if (auto fault = fault_of(options_)) return *std::move(fault);
  RepairedPiece piece;
  auto repaired = vanban::repair(held_, options_.repair);
  if (!repaired) return repaired.error();
  move_into(piece, *std::move(repaired), begin_);
  held_.clear();
  begin_ = 0;
  return piece;
}

}  // namespace vanban
