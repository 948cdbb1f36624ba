// Parses a text with the installed library, goes through JSON and back, and says what it found.
// Exit status 0 only where everything is as it should be.
#include <cstdio>
#include <string_view>

#include <vanban/vanban.hpp>

int main() {
  constexpr std::string_view text =
      "ỦY BAN NHÂN DÂN\n"
      "XÃ ĐÔNG HÒA\n"
      "Số: 12/KH-UBND\n"
      "\n"
      "KẾ HOẠCH\n"
      "Dọn vệ sinh đường làng năm 2031\n"
      "\n"
      "I. MỤC ĐÍCH\n"
      "- Giữ đường làng sạch sẽ.\n";

  const auto document = vanban::parse(text, {.name = "consumer.txt"});
  if (!document) {
    std::fprintf(stderr, "parse: %s\n", document.error().detail.c_str());
    return 1;
  }
  if (document->source.name != "consumer.txt" || document->source_text != text) {
    std::fprintf(stderr, "the document is not the one that was given\n");
    return 1;
  }
  if (document->header.number.text != "12/KH-UBND" || document->body.empty()) {
    std::fprintf(stderr, "number or body were not found\n");
    return 1;
  }
  const auto json = vanban::to_json(*document);
  const auto again = vanban::from_json(json);
  if (!again || vanban::to_json(*again) != json) {
    std::fprintf(stderr, "JSON does not come back as it went\n");
    return 1;
  }
  // Repair stays with the caller too: it needs the language model, which the library carries.
  const auto repaired = vanban::repair("ỦY BAN NHÂN DÂN XÃ ĐÔNG HÒA\n");
  if (!repaired || repaired->text != "ỦY BAN NHÂN DÂN XÃ ĐÔNG HÒA\n") {
    std::fprintf(stderr, "repair touched sound text\n");
    return 1;
  }
  std::puts("consumer: ok");
  return 0;
}
