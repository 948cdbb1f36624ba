// Tokens are in order, lie inside the text and leave out neither letter nor figure.
#include "fuzz/promise.hpp"
#include "vanban/token.hpp"

using vanban::fuzz::promise;

namespace {

bool is_letter_or_figure(char byte) {
  return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
         (byte >= '0' && byte <= '9');
}

bool begins_code_point(std::string_view text, std::size_t at) {
  return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text = vanban::fuzz::to_utf8(vanban::fuzz::as_text(data, size));
  std::uint32_t last = 0;
  const auto skip_to = [&](std::size_t next) {
    for (; last < next; ++last)
      promise(!is_letter_or_figure(text[last]), "every letter has a token");
  };
  for (const vanban::Token& token : vanban::tokenize(text)) {
    promise(token.span.begin >= last, "tokens are in order");
    promise(token.span.begin < token.span.end && token.span.end <= text.size(),
            "a token is a piece of the text");
    promise(begins_code_point(text, token.span.begin) && begins_code_point(text, token.span.end),
            "a token cuts no letter");
    skip_to(token.span.begin);
    last = token.span.end;
  }
  skip_to(text.size());
  return 0;
}
