#include "inputs.hpp"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <utility>

#include <rapidjson/document.h>

#include "read/sniff.hpp"

namespace vanban::bench {
namespace {

std::string read_or_end(const std::filesystem::path& path) {
  auto bytes = read_file(path.string());
  if (bytes) return *std::move(bytes);
  std::fprintf(stderr, "%s: %s\n", path.c_str(), bytes.error().detail.c_str());
  std::exit(1);
}

std::string string_or_empty(const rapidjson::Value& value) {
  return value.IsString() ? std::string(value.GetString(), value.GetStringLength()) : std::string();
}

std::size_t count_nodes(const rapidjson::Value& body) {
  std::size_t nodes = 0;
  std::vector<const rapidjson::Value*> open{&body};
  while (!open.empty()) {
    const rapidjson::Value& list = *open.back();
    open.pop_back();
    nodes += list.Size();
    for (const auto& node : list.GetArray()) {
      if (node.HasMember("children")) open.push_back(&node["children"]);
    }
  }
  return nodes;
}

Plan read_plan(const std::filesystem::path& text) {
  Plan plan;
  plan.text = read_or_end(text);
  const std::filesystem::path gold = std::filesystem::path(text).replace_extension(".json");
  rapidjson::Document json;
  json.Parse(read_or_end(gold).c_str());
  if (json.HasParseError()) {
    std::fprintf(stderr, "%s: no JSON\n", gold.c_str());
    std::exit(1);
  }
  plan.title = string_or_empty(json["header"]["title"]);
  plan.number = string_or_empty(json["header"]["number"]["text"]);
  plan.nodes = count_nodes(json["body"]);
  plan.repairs = json["repairs"].Size();
  return plan;
}

Plans read_plans() {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(VANBAN_CORPUS_DIR "/plans")) {
    if (entry.path().extension() == ".txt") files.push_back(entry.path());
  }
  std::ranges::sort(files);
  Plans plans;
  for (const auto& file : files) {
    Plan plan = read_plan(file);
    const bool markdown = read::sniff_format(plan.text) == Format::markdown;
    if (markdown && plan.repairs > 0) continue;
    auto& list = markdown ? plans.markdown : plan.repairs > 0 ? plans.damaged : plans.sound;
    list.push_back(std::move(plan));
  }
  if (plans.sound.empty() || plans.damaged.empty() || plans.markdown.empty()) {
    std::fprintf(stderr, "corpus/plans lacks a kind of plan\n");
    std::exit(1);
  }
  return plans;
}

/// A small generator that is the same everywhere (Knuth's MMIX constants).
class Random {
 public:
  unsigned below(unsigned limit) {
    state_ = state_ * 6364136223846793005U + 1442695040888963407U;
    return static_cast<unsigned>((state_ >> 33U) % limit);
  }

 private:
  std::uint64_t state_ = 1;
};

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// Changes the numbers of documents and sums of money: digits of runs of three and more that are no
/// year. Dates, labels and percentages stay, or the copy would be another kind of text.
std::string vary(std::string text, Random& random) {
  for (std::size_t at = 0; at < text.size();) {
    if (!is_digit(text[at])) {
      ++at;
      continue;
    }
    std::size_t end = at;
    while (end < text.size() && is_digit(text[end])) ++end;
    const std::string_view run = std::string_view(text).substr(at, end - at);
    const bool year = run.size() == 4 && (run.starts_with("19") || run.starts_with("20"));
    if (run.size() >= 3 && !year) {
      for (std::size_t i = at + 1; i < end; ++i)
        text[i] = static_cast<char>('0' + random.below(10));
    }
    at = end;
  }
  return text;
}

}  // namespace

const Plans& plans() {
  static const Plans all = read_plans();
  return all;
}

const Plan& most_damaged() {
  return *std::ranges::max_element(plans().damaged, {}, &Plan::repairs);
}

std::vector<std::string> varied_copies(const std::vector<Plan>& from, std::size_t bytes) {
  Random random;
  std::vector<std::string> copies;
  for (std::size_t size = 0; size < bytes;) {
    copies.push_back(vary(from[copies.size() % from.size()].text, random));
    size += copies.back().size();
  }
  return copies;
}

std::string long_text(const std::vector<Plan>& from, std::size_t bytes) {
  std::string text;
  for (const std::string& copy : varied_copies(from, bytes)) {
    text += copy;
    text += "\n\n";
  }
  return text;
}

bool agrees(const Document& document, const Plan& plan) {
  std::size_t nodes = 0;
  std::vector<const std::vector<Node>*> open{&document.body};
  while (!open.empty()) {
    const std::vector<Node>& list = *open.back();
    open.pop_back();
    nodes += list.size();
    for (const Node& node : list) open.push_back(&node.children);
  }
  const auto near = [](std::size_t found, std::size_t expected) {
    return found * 10 >= expected * 9 && expected * 10 >= found * 9;
  };
  return document.header.title.value_or("") == plan.title &&
         document.header.number.text.value_or("") == plan.number && near(nodes, plan.nodes) &&
         near(document.repairs.size(), plan.repairs);
}

}  // namespace vanban::bench
