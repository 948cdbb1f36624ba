#pragma once

#include <string_view>

#include "language/language_model.hpp"
#include "repair/edit.hpp"

namespace vanban::repair_stage::lattice {

/// Takes out of `edits`, in order and of `text`, those which change the words of a usual pair that
/// the document has often to one that is hardly more usual: a college that writes "đồ án" fifty
/// times means no "đề án". What a scanner misread the same way each time is rare in other texts
/// ("đữ liệu") and stays repaired. Linear but for the order of the pairs.
void drop_meant_wording(std::string_view text, const language::LanguageModel& model,
                        EditList& edits);

}  // namespace vanban::repair_stage::lattice
