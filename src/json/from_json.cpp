// JSON -> Document. RapidJSON builds a tree of values with its parser that keeps its own stack
// (any nesting is safe), a filter refuses what nests deeper than a document can, and one function
// a type takes the tree apart along the description of the model. An error names its place as a
// JSON pointer (RFC 6901), which is only put together when there is an error.
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/words.hpp"
#include "json/model.hpp"
#include "json/rapidjson.hpp"
#include "vanban/json.hpp"

namespace vanban {
namespace json {
namespace {

using rapidjson::SizeType;

// Every node nests by two, itself and its list; around and inside them a document has seven more.
// The rest is for keys of later versions.
constexpr std::size_t max_nesting = 2 * Limits::max_depth + 32;

/// Hands everything on and stops where nesting passes the limit.
class NestingLimit {
 public:
  explicit NestingLimit(Tree& to) : to_(to) {}
  [[nodiscard]] bool exceeded() const { return depth_ > max_nesting; }

  bool Null() { return to_.Null(); }
  bool Bool(bool b) { return to_.Bool(b); }
  bool Int(int i) { return to_.Int(i); }
  bool Uint(unsigned u) { return to_.Uint(u); }
  bool Int64(std::int64_t i) { return to_.Int64(i); }
  bool Uint64(std::uint64_t u) { return to_.Uint64(u); }
  bool Double(double d) { return to_.Double(d); }
  bool RawNumber(const char* s, SizeType n, bool copy) { return to_.RawNumber(s, n, copy); }
  bool String(const char* s, SizeType n, bool copy) { return to_.String(s, n, copy); }
  bool Key(const char* s, SizeType n, bool copy) { return to_.Key(s, n, copy); }
  bool StartObject() { return deeper() && to_.StartObject(); }
  bool EndObject(SizeType n) { return --depth_, to_.EndObject(n); }
  bool StartArray() { return deeper() && to_.StartArray(); }
  bool EndArray(SizeType n) { return --depth_, to_.EndArray(n); }

 private:
  bool deeper() { return ++depth_ <= max_nesting; }
  Tree& to_;
  std::size_t depth_ = 0;
};

/// One step of a JSON pointer; the steps above it live in the callers' frames.
struct Step {
  const Step* up = nullptr;
  std::string_view key{};
  std::size_t index = 0;
  bool is_index = false;
};

std::string pointer(const Step* last) {
  std::vector<const Step*> steps;
  for (; last != nullptr && last->up != nullptr; last = last->up) steps.push_back(last);
  std::string text;
  for (auto step = steps.rbegin(); step != steps.rend(); ++step) {
    text += '/';
    if ((*step)->is_index) text += std::to_string((*step)->index);
    for (const char c : (*step)->key) {
      if (c == '~') {
        text += "~0";
      } else if (c == '/') {
        text += "~1";
      } else {
        text += c;
      }
    }
  }
  return text;
}

std::string_view text_of(const Value& value) {
  return {value.GetString(), value.GetStringLength()};
}

class Reader {
 public:
  template <Described T>
  bool read(const Value& from, T& object, const Step& here) {
    if (!from.IsObject()) return fail(here, "an object is expected");
    auto next = from.MemberBegin();
    bool good = true;
    for_each_field<T>(
        [&](const auto& row) { good = good && member(from, next, object, row, here); });
    return good;
  }

  template <class T>
  bool read(const Value& from, std::vector<T>& list, const Step& here) {
    if (!from.IsArray()) return fail(here, "a list is expected");
    list.resize(from.Size());
    for (SizeType i = 0; i < from.Size(); ++i) {
      if (!read(from[i], list[i], Step{&here, {}, i, true})) return false;
    }
    return true;
  }

  // Nodes are the only thing that nests in itself, so their depth is what must be bounded: what
  // JSON allows in all is more than Limits::max_depth of them.
  bool read(const Value& from, std::vector<Node>& nodes, const Step& here) {
    if (++node_depth_ > Limits::max_depth) {
      if (from.IsArray() && !from.Empty()) {
        return fail(here, "nodes nest too deep", ErrorCode::too_complex);
      }
    }
    const bool good = read<Node>(from, nodes, here);
    --node_depth_;
    return good;
  }

  template <class T>
  bool read(const Value& from, std::optional<T>& maybe, const Step& here) {
    if (from.IsNull()) {
      maybe.reset();
      return true;
    }
    return read(from, maybe.emplace(), here);
  }

  bool read(const Value& from, SourceSpan& span, const Step& here) {
    if (!from.IsArray() || from.Size() != 2) return fail(here, "a span [begin, end] is expected");
    if (!read(from[0], span.begin, Step{&here, {}, 0, true})) return false;
    if (!read(from[1], span.end, Step{&here, {}, 1, true})) return false;
    return span.begin <= span.end || fail(here, "a span ends before it begins");
  }

  bool read(const Value& from, FieldPlaces& places, const Step& here) {
    if (!from.IsObject()) return fail(here, "an object is expected");
    places.reserve(from.MemberCount());
    for (const auto& one : from.GetObject()) {
      const Step step{&here, text_of(one.name)};
      FieldPlace place{std::string(text_of(one.name)), {}, false};
      place.is_list = is_list_of_spans(one.value);
      if (!place.is_list) place.spans.resize(1);
      if (place.is_list ? !read(one.value, place.spans, step)
                        : !read(one.value, place.spans.front(), step)) {
        return false;
      }
      places.push_back(std::move(place));
    }
    return true;
  }

  template <class Enum>
  requires std::is_enum_v<Enum>
  bool read(const Value& from, Enum& one, const Step& here) {
    if (!from.IsString()) return fail(here, "a string is expected");
    const std::optional<Enum> known = from_word<Enum>(text_of(from));
    if (!known) return fail(here, "there is no such word as \"" + excerpt(from) + "\" here");
    one = *known;
    return true;
  }

  bool read(const Value& from, std::string& text, const Step& here) {
    if (!from.IsString()) return fail(here, "a string is expected");
    text = text_of(from);
    return true;
  }
  bool read(const Value& from, bool& flag, const Step& here) {
    if (!from.IsBool()) return fail(here, "true or false is expected");
    flag = from.GetBool();
    return true;
  }
  bool read(const Value& from, std::uint32_t& number, const Step& here) {
    if (!from.IsUint()) return fail(here, "an integer from 0 to 4294967295 is expected");
    number = from.GetUint();
    return true;
  }
  bool read(const Value& from, std::uint64_t& number, const Step& here) {
    if (!from.IsUint64()) return fail(here, "an integer from 0 on is expected");
    number = from.GetUint64();
    return true;
  }
  bool read(const Value& from, double& number, const Step& here) {
    if (!from.IsNumber()) return fail(here, "a number is expected");
    number = from.GetDouble();
    return true;
  }

  Error take_error() { return std::move(*error_); }

 private:
  using Member = Value::ConstMemberIterator;

  // Keys nearly always come in the order of the description: `next` is where one is looked for
  // first, which makes reading linear in the number of keys.
  static Member find(const Value& object, Member& next, std::string_view name) {
    if (next != object.MemberEnd() && text_of(next->name) == name) return next++;
    const Member found = object.FindMember(
        Value(rapidjson::StringRef(name.data(), static_cast<SizeType>(name.size()))));
    if (found != object.MemberEnd()) next = found + 1;
    return found;
  }

  template <class Owner>
  bool member(const Value& from, Member& next, Owner&, const Constant& row, const Step& here) {
    const Member found = find(from, next, row.name);
    if (found == from.MemberEnd()) return missing(row.name, here);
    if (found->value.IsString() && text_of(found->value) == row.value) return true;
    return fail(Step{&here, row.name}, "\"" + std::string(row.value) + "\" is expected");
  }

  template <class Owner, class Base, class T>
  bool member(const Value& from, Member& next, Owner& object, const Field<Base, T>& row,
              const Step& here) {
    const Member found = find(from, next, row.name);
    if (found == from.MemberEnd()) {
      return row.presence == Presence::if_filled || missing(row.name, here);
    }
    return read(found->value, object.*row.member, Step{&here, row.name});
  }

  bool missing(std::string_view name, const Step& here) {
    return fail(here, "the key \"" + std::string(name) + "\" is missing");
  }

  // What is meant is told as long as possible, so that an error is named where it is.
  static bool is_list_of_spans(const Value& value) {
    if (!value.IsArray()) return false;
    return value.Size() != 2 || value[0].IsArray() || value[1].IsArray();
  }

  static std::string excerpt(const Value& from) {
    constexpr std::size_t longest = 40;
    const std::string_view text = text_of(from);
    if (text.size() <= longest) return std::string(text);
    std::size_t end = longest;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
    return std::string(text.substr(0, end)) + "...";
  }

  bool fail(const Step& where, std::string detail, ErrorCode code = ErrorCode::bad_json) {
    error_ = Error{code, std::move(detail), pointer(&where)};
    return false;
  }

  std::optional<Error> error_;
  std::size_t node_depth_ = 0;
};

std::optional<Error> parse_tree(std::string_view json, Tree& tree) {
  constexpr unsigned flags = rapidjson::kParseIterativeFlag | rapidjson::kParseFullPrecisionFlag |
                             rapidjson::kParseValidateEncodingFlag;
  rapidjson::MemoryStream stream(json.data(), json.size());
  TreeReader reader;
  rapidjson::ParseResult result;
  bool too_deep = false;
  auto parse = [&](Tree& to) {
    NestingLimit limited(to);
    result = reader.Parse<flags>(stream, limited);
    too_deep = limited.exceeded();
    return !result.IsError();
  };
  tree.Populate(parse);
  const auto place = [](std::size_t byte) { return "byte " + std::to_string(byte); };
  if (too_deep) {
    return Error{ErrorCode::too_complex,
                 "the JSON nests deeper than " + std::to_string(max_nesting) + " levels",
                 place(result.Offset())};
  }
  if (result.IsError()) {
    return Error{ErrorCode::bad_json, rapidjson::GetParseError_En(result.Code()),
                 place(result.Offset())};
  }
  // A NUL looks like the end of the stream.
  if (stream.Tell() != json.size()) {
    return Error{ErrorCode::bad_json, "something follows the document", place(stream.Tell())};
  }
  return std::nullopt;
}

}  // namespace
}  // namespace json

Result<Document> from_json(std::string_view json) {
  if (json.size() > std::numeric_limits<rapidjson::SizeType>::max()) {
    return Error{ErrorCode::too_large, "the JSON is longer than 4 GiB", ""};
  }
  json::Tree tree;
  if (auto error = json::parse_tree(json, tree)) return *std::move(error);
  Document document;
  json::Reader reader;
  if (!reader.read(tree, document, json::Step{})) return reader.take_error();
  return document;
}

}  // namespace vanban
