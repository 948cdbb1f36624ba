#include "language/language_model.hpp"

extern "C" const std::byte vanban_builtin_model[];  // model_data.S

namespace vanban::language {

const LanguageModel& LanguageModel::builtin() {
  // Made by vanban-train and checked by a test of this project, so not again in every process.
  static const LanguageModel model = view(vanban_builtin_model);
  return model;
}

}  // namespace vanban::language
