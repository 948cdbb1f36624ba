#pragma once

#include <algorithm>
#include <string>
#include <string_view>

#include "vanban/repair.hpp"

/// What holds for every repair of every text, whatever a pass does.
namespace vanban::test {

/// The source with each `before` replaced by its `after`.
inline std::string apply_repairs(std::string_view source, const std::vector<Repair>& repairs) {
  std::string text;
  std::size_t copied = 0;
  for (const Repair& repair : repairs) {
    text.append(source.substr(copied, repair.span.begin - copied));
    text.append(repair.after);
    copied = repair.span.end;
  }
  return text.append(source.substr(copied));
}

/// Empty where all is well, else what is not.
inline std::string broken_promise(std::string_view source, const RepairedText& repaired) {
  std::size_t last = 0;
  for (const Repair& repair : repaired.repairs) {
    if (repair.span.begin < last) return "repairs overlap or are out of order";
    if (repair.span.end < repair.span.begin || repair.span.end > source.size()) {
      return "a repair is outside the source";
    }
    last = repair.span.end;
    const std::string_view slice = source.substr(repair.span.begin, repair.span.size());
    if (slice != repair.before) return "before is not the slice of the source";
    if (slice == repair.after) return "a repair that changes nothing";
    if (!(repair.confidence >= 0 && repair.confidence <= 1)) return "confidence";
  }
  if (apply_repairs(source, repaired.repairs) != repaired.text) {
    return "the repairs do not make the text out of the source";
  }
  if (std::ranges::count(source, '\n') != std::ranges::count(repaired.text, '\n')) {
    return "the number of lines changed";
  }
  for (std::uint32_t at = 0; at < repaired.text.size(); ++at) {
    const SourceSpan place = repaired.map.to_source({at, at + 1});
    if (place.begin > place.end || place.end > source.size()) {
      return "a byte of the text has no place in the source";
    }
  }
  for (std::uint32_t at = 0; at < source.size(); ++at) {
    const TextSpan place = repaired.map.to_text({at, at + 1});
    if (place.begin > place.end || place.end > repaired.text.size()) {
      return "a byte of the source has no place in the text";
    }
  }
  return {};
}

}  // namespace vanban::test
