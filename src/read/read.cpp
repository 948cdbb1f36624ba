#include <array>
#include <string_view>
#include <utility>

#include "read/controls.hpp"
#include "read/decode.hpp"
#include "read/html.hpp"
#include "read/markdown.hpp"
#include "read/sniff.hpp"
#include "read/source_text.hpp"

namespace vanban {

namespace read {
namespace {

struct FormatName {
  Format format;
  std::string_view media_type;
};
constexpr std::array<FormatName, 2> format_names{
    {{Format::text, "text/plain"}, {Format::markdown, "text/markdown"}}};

constexpr std::string_view legacy_encoding = "windows-1252";

std::string_view media_type(Format format) {
  for (const FormatName& one : format_names) {
    if (one.format == format) return one.media_type;
  }
  return "";
}

Result<SourceText> read(Result<DecodedText> decoded, std::size_t size,
                        const ParseOptions& options) {
  if (!decoded) return decoded.error();

  SourceText result;
  result.source = std::move(decoded->text);
  result.diagnostics = std::move(decoded->diagnostics);
  // In legacy encodings letters stand on control characters: they are for the repair to read.
  const bool legacy = decoded->encoding == legacy_encoding;
  CleanText clean = legacy ? CleanText{} : clean_controls(result.source);
  const std::string_view text = clean.map.is_identity() ? result.source : clean.text;
  const Format format = options.format == Format::detect ? sniff_format(text) : options.format;
  if (format == Format::markdown) {
    const RowsAsLines rows = rows_as_lines(text);
    PlainMarkdown plain = cut_marks(rows.map.is_identity() ? text : rows.text);
    result.hints = std::move(plain.hints);
    result.map = SourceMap::compose(SourceMap::compose(plain.map, rows.map), clean.map);
    if (!result.map.is_identity()) result.text = std::move(plain.text);
  } else {
    result.map = std::move(clean.map);
    result.text = std::move(clean.text);
  }
  result.info.name = to_well_formed(options.name);
  result.info.media_type = media_type(format);
  result.info.encoding = decoded->encoding;
  result.info.bytes = size;
  return result;
}

}  // namespace

Result<SourceText> read(std::string_view bytes, const ParseOptions& options) {
  return read(decode_bytes(bytes, options.limits), bytes.size(), options);
}
Result<SourceText> read_owned(std::string bytes, const ParseOptions& options) {
  const std::size_t size = bytes.size();
  return read(decode_owned(std::move(bytes), options.limits), size, options);
}

}  // namespace read

Result<std::string> decode(std::string_view bytes, const ParseOptions& options) {
  auto decoded = read::decode_bytes(bytes, options.limits);
  if (!decoded) return decoded.error();
  return std::move(decoded->text);
}

}  // namespace vanban
