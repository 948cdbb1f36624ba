#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "repair/edit.hpp"
#include "repair/remarks/remarks.hpp"
#include "repair/signs.hpp"
#include "vanban/repair.hpp"

namespace vanban::repair_stage::lattice {
struct Findings;
}

/// The passes of the repair stage. Each looks at the text that the passes before it left and says
/// what it would change; it knows no other pass. Where two of them touch one syllable, `run_passes`
/// makes one `Repair` of it.
namespace vanban::repair_stage {

using FindEdits = EditList (*)(std::string_view text);
/// Of a pass that is told what those before it found.
using FindEditsAfter = EditList (*)(std::string_view text, lattice::Findings findings);

struct NamedPass {
  std::string_view name;  ///< the cases of a plain pass stand in corpus/repair/<name>/
  FindEdits find;
  std::optional<Sign> sign = std::nullopt;  ///< without it in the text there is nothing to find
  bool only_where_no_letters_were_lost = false;  ///< as far as the passes before it know
  bool of_numbers = false;              ///< what it repairs says nothing of the letters of the text
  FindEditsAfter find_after = nullptr;  ///< in place of `find`
};

/// Characters that stand there as their numbers or names: "C&#244;ng". Asks the language model
/// which words there are.
[[nodiscard]] EditList find_escapes(std::string_view text);
/// UTF-8 that was read as an 8-bit encoding, once or twice. Asks the language model where bytes
/// were lost.
[[nodiscard]] EditList find_mojibake(std::string_view text);
/// Ã and a hard blank that were read as one letter: "XàHỘI". Asks the language model.
[[nodiscard]] EditList find_reversed_mojibake(std::string_view text);
/// Text in an 8-bit encoding of before Unicode, shown as windows-1252: "Céng hoµ". Asks the
/// language model.
[[nodiscard]] EditList find_encodings(std::string_view text);
/// Unicode that was taken for TCVN3 or VNI: "nhõn dõn", "CễNG"; "nơng nghiệp", "phịng". Asks the
/// language model.
[[nodiscard]] EditList find_twice_decoded(std::string_view text);
/// "TUầN", "BáO CáO": small letters that TCVN3 has for capitals.
[[nodiscard]] EditList find_torn_capitals(std::string_view text);
/// Text in VIQR: "Vie^.t Nam". Asks the language model.
[[nodiscard]] EditList find_viqr(std::string_view text);
/// Text from TCVN3 whose ư was lost or became a hyphen: "đợc", "t- pháp". Asks the language model.
[[nodiscard]] EditList find_lost_horns(std::string_view text);
/// Letters of whose numbers only the low byte is left: "CØNG". Asks the language model.
[[nodiscard]] EditList find_low_bytes(std::string_view text);
/// The same where the other letters are gone: "ngh)a" of "nghĩa".
[[nodiscard]] EditList find_low_byte_brackets(std::string_view text);
/// Marked letters that a font numbered in any order. Asks the language model.
[[nodiscard]] EditList find_any_orders(std::string_view text);
/// Letters of a font that were read as signs, digits and capitals of ASCII: "h6:ng ;<n". Asks the
/// language model.
[[nodiscard]] EditList find_ascii_codes(std::string_view text);
/// Glyph numbers of fonts, taken for code points: "7+ѬѪ1*". Asks the language model.
[[nodiscard]] EditList find_font_maps(std::string_view text);
/// Single letters that are strange ones throughout the document: "ngǜ". Asks the language model.
[[nodiscard]] EditList find_slips(std::string_view text);
/// Letters that somebody swapped for others of any script that look alike: "ПǤƢỜI ҺƢỚПǤ DẪП".
[[nodiscard]] EditList find_disguised(std::string_view text);
/// Letters of Latin-1 that were read as windows-1258: "h́nh", "đă". Asks the language model.
[[nodiscard]] EditList find_page_1258(std::string_view text);
/// ƣ for ư, Ð for Đ, a Cyrillic or Greek letter among Latin ones.
[[nodiscard]] EditList find_lookalikes(std::string_view text);
/// Characters that nobody sees, in words and beside them. Asks the language model which words there
/// are.
[[nodiscard]] EditList find_unseen_signs(std::string_view text);
/// Letters of a text that was decomposed as a whole: nothing where more than one mark in twenty
/// composes with no letter.
[[nodiscard]] EditList find_decomposed(std::string_view text);
/// What is not in normalization form C.
[[nodiscard]] EditList find_not_composed(std::string_view text);
/// Letters, words or lines that were drawn twice to look bold: "KKẾẾ HHOOẠẠCCHH". Asks the language
/// model which words there are.
[[nodiscard]] EditList find_doubled(std::string_view text);
/// The tone marks of a line, gathered behind it. Asks the language model.
[[nodiscard]] EditList find_piled_marks(std::string_view text);
/// Combining marks that lost their letter, stand at a wrong letter or twice.
[[nodiscard]] EditList find_detached_marks(std::string_view text);
/// What a hand or a stamp left on the paper and optical character recognition took for text.
[[nodiscard]] EditList find_stray_marks(std::string_view text);

/// "Th" and "ti", drawn as one glyph and gone: "ông tư". Asks the language model.
[[nodiscard]] EditList find_lost_ligatures(std::string_view text);
/// Hyphens of numbers that are gone throughout the document: "12/QĐUBND", "20NQ/TW".
[[nodiscard]] EditList find_lost_hyphens(std::string_view text);
/// The word before a document's number: "S: 12/KH-UBND".
[[nodiscard]] EditList find_number_lines(std::string_view text);
/// "ƯBND" and "UBNĐ", which are no abbreviations. Asks the language model which ones are usual.
[[nodiscard]] EditList find_misread_abbreviations(std::string_view text);
/// Numerals of headings that a reader of scans took for other signs: "ll. NỘI DUNG".
[[nodiscard]] EditList find_misread_numerals(std::string_view text);
/// Small letters that it took for their capitals: "hỘ", "đỐc".
[[nodiscard]] EditList find_raised_letters(std::string_view text);
/// Slashes of dates and letters of notes that a reader of scans took for other signs: "13/11⁄2031",
/// "(b/©)".
[[nodiscard]] EditList find_misread_signs(std::string_view text);
/// Digits that it took for letters, in shares and dates: "l00%", "năm 2O25".
[[nodiscard]] EditList find_misread_digits(std::string_view text);
/// "đuợc", "nhiẹm", "đựơc": rimes that no syllable has, and one of which alone is near.
[[nodiscard]] EditList find_impossible_rimes(std::string_view text);
/// Lines of every paper that lost a letter: "Y BAN NHÂN DÂN", "MC ĐÍCH, YÊU CẦU".
[[nodiscard]] EditList find_damaged_formulas(std::string_view text);
/// All letters with marks became blanks, one for each of their bytes. Asks the language model.
[[nodiscard]] EditList find_lost_alphabet(std::string_view text);
/// Letters that stand in a place of their own, out of their words: "ộ ậ Đ c l p".
[[nodiscard]] EditList find_floated_letters(std::string_view text);
/// "à" of which a program trimmed the second byte as a blank: "v\uFFFD". Asks the language model.
[[nodiscard]] EditList find_trimmed_letters(std::string_view text);
/// Letters that a code page or a font has not, and shows one sign for: "S? Nông nghi?p". Asks the
/// language model.
[[nodiscard]] EditList find_replaced_letters(std::string_view text);
/// Letters of UTF-8 that were cut where two pieces of a file met: "ch\uFFFD\uFFFD trì". Asks the
/// language model.
[[nodiscard]] EditList find_cut_letters(std::string_view text);

/// Tone marks of oa, oe and uy that stand elsewhere than `wanted` says: damage to nothing, so that
/// no list of passes has it.
[[nodiscard]] EditList find_other_placements(std::string_view text, TonePlacement wanted);

/// The passes that look for what no sound text has. Running them again changes nothing.
[[nodiscard]] std::span<const NamedPass> plain_passes();
/// The passes before the one that asks the language model about every word.
[[nodiscard]] std::span<const NamedPass> passes_before_lattice();
/// All passes, in order.
[[nodiscard]] std::span<const NamedPass> all_passes();

/// What is wrong with `options`, if anything.
[[nodiscard]] std::optional<Error> fault_of(const RepairOptions& options);

/// Who reads structure needs to tell no blanks apart; a text of its own keeps those that it has.
enum class HardBlanks : std::uint8_t { keep, soften };

/// Runs `passes` over `source`, then the change of tone marks where asked for. Fails only with
/// too_large.
[[nodiscard]] Result<RepairedText> run_passes(std::string_view source,
                                              std::span<const NamedPass> passes,
                                              const RepairOptions& options,
                                              HardBlanks blanks = HardBlanks::keep);

/// All passes, and what a careful reader remarks on the text that they leave; its hard blanks are
/// plain ones, which no repair says. Fails only with too_large.
struct Proofread {
  RepairedText repaired;                 ///< its text is empty where it is the source
  std::vector<remarks::Remark> remarks;  ///< spans in the repaired text
};
[[nodiscard]] Result<Proofread> repair_and_proofread(std::string_view source,
                                                     const RepairOptions& options);

/// Takes back the repairs of `source` that are of no kind in `kinds`.
[[nodiscard]] RepairedText keep_kinds(RepairedText repaired, std::string_view source,
                                      RepairKinds kinds);

/// `repaired` was made of a text that itself came from `source` by `earlier`: gives it the spans
/// and the `before` of `source`.
[[nodiscard]] RepairedText rebase(RepairedText repaired, const SourceMap& earlier,
                                  std::string_view source);

}  // namespace vanban::repair_stage
