// Any text can be repaired; the passes without a model have nothing to do in what they made.
#include "fuzz/promise.hpp"
#include "repair/passes.hpp"
#include "repair/properties.hpp"
#include "vanban/repair.hpp"

using vanban::fuzz::promise;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string source = vanban::fuzz::to_utf8(vanban::fuzz::as_text(data, size));
  const auto passes = vanban::repair_stage::plain_passes();
  const auto once = vanban::repair_stage::run_passes(source, passes, {});
  promise(static_cast<bool>(once), "no text is a reason to fail");
  const std::string broken = vanban::test::broken_promise(source, *once);
  promise(broken.empty(), broken.c_str());
  promise(vanban::fuzz::is_utf8(once->text), "repaired text is UTF-8");
  const auto twice = vanban::repair_stage::run_passes(once->text, passes, {});
  promise(twice && twice->text == once->text, "repaired text needs no repair");

  const auto all = vanban::repair(source);
  promise(static_cast<bool>(all), "no text is a reason to fail");
  const std::string of_all = vanban::test::broken_promise(source, *all);
  promise(of_all.empty(), of_all.c_str());
  promise(vanban::fuzz::is_utf8(all->text), "repaired text is UTF-8");
  return 0;
}
