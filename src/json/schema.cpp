// The JSON Schema of the model. Each struct and enumeration is a definition; it is written when
// the walk over Document's description first meets its type.
#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/words.hpp"
#include "json/model.hpp"
#include "json/rapidjson.hpp"
#include "vanban/json.hpp"

namespace vanban {
namespace json {
namespace {

constexpr std::string_view date_pattern = "^[0-9]{4}(-[0-9]{2}(-[0-9]{2}(T[0-9]{2}:[0-9]{2})?)?)?$";

template <class T>
struct Tag {};
template <class T>
inline constexpr bool is_optional = false;
template <class T>
inline constexpr bool is_optional<std::optional<T>> = true;

class SchemaWriter {
 public:
  SchemaWriter() : out_(sink_) {
    out_.SetIndent(' ', 2);
    // Lists of words and of names read better on one line, and nothing here is a list of objects
    // but the alternatives of a rule.
    out_.SetFormatOptions(rapidjson::kFormatSingleLineArray);
  }

  std::string schema() {
    out_.StartObject();
    text("$schema", "https://json-schema.org/draft/2020-12/schema");
    text("title", model_version);
    text("$ref", "#/$defs/Document");
    key("$defs");
    out_.StartObject();
    define<Document>();
    define_places();
    out_.EndObject();
    out_.EndObject();
    return std::move(sink_).take() + "\n";
  }

 private:
  /// The definition of T, after those of all that it is made of.
  template <class T>
  void define() {
    const std::string_view name = Model<T>::name;
    if (std::find(defined_.begin(), defined_.end(), name) != defined_.end()) return;
    defined_.push_back(name);
    if constexpr (Described<T>) {
      for_each_field<T>([&](const auto& row) {
        if constexpr (requires { row.member; }) require_definition(type_of(row));
      });
    }
    key(name);
    out_.StartObject();
    text("description", Model<T>::doc);
    if constexpr (Described<T>) {
      describe_object<T>();
    } else {
      key("enum");
      out_.StartArray();
      for (const std::string_view one : Words<T>::list) string(one);
      out_.EndArray();
    }
    out_.EndObject();
  }

  template <class T>
  void describe_object() {
    text("type", "object");
    key("properties");
    out_.StartObject();
    for_each_field<T>([&](const auto& row) { property(row); });
    out_.EndObject();
    key("required");
    out_.StartArray();
    for_each_field<T>([&](const auto& row) { required(row); });
    out_.EndArray();
    if constexpr (requires { Model<T>::rule; }) {
      Tree rule;
      rule.Parse(Model<T>::rule.data(), Model<T>::rule.size());
      for (const auto& one : std::as_const(rule).GetObject()) {
        key({one.name.GetString(), one.name.GetStringLength()});
        one.value.Accept(out_);
      }
    }
  }

  void property(const Constant& row) {
    key(row.name);
    out_.StartObject();
    text("description", row.doc);
    text("const", row.value);
    out_.EndObject();
  }
  template <class Owner, class T>
  void property(const Field<Owner, T>& row) {
    key(row.name);
    out_.StartObject();
    text("description", row.doc);
    type(Tag<T>{}, is_optional<T>, row.demand);
    out_.EndObject();
  }

  void required(const Constant& row) { string(row.name); }
  template <class Owner, class T>
  void required(const Field<Owner, T>& row) {
    if (row.presence == Presence::always) string(row.name);
  }

  // What a value must be, as keys of an open object.
  template <class T>
  void type(Tag<std::optional<T>>, bool or_null, Demand demand) {
    type(Tag<T>{}, or_null, demand);
  }
  template <class T>
  void type(Tag<std::vector<T>>, bool or_null, Demand) {
    type_name("array", or_null);
    key("items");
    out_.StartObject();
    type(Tag<T>{}, false, Demand::none);
    out_.EndObject();
  }
  void type(Tag<FieldPlaces>, bool, Demand) { text("$ref", "#/$defs/Places"); }
  void type(Tag<SourceSpan>, bool or_null, Demand) { reference("Span", or_null); }
  void type(Tag<std::string>, bool or_null, Demand demand) {
    type_name("string", or_null);
    if (demand == Demand::date) text("pattern", date_pattern);
  }
  void type(Tag<bool>, bool or_null, Demand) { type_name("boolean", or_null); }
  void type(Tag<double>, bool or_null, Demand demand) {
    type_name("number", or_null);
    if (demand != Demand::probability) return;
    number("minimum", 0);
    number("maximum", 1);
  }
  template <class T>
  void type(Tag<T>, bool or_null, Demand) {
    if constexpr (std::is_integral_v<T>) {
      type_name("integer", or_null);
      number("minimum", 0);
    } else {
      reference(Model<T>::name, or_null);
    }
  }

  template <class Owner, class T>
  static constexpr Tag<T> type_of(const Field<Owner, T>&) {
    return {};
  }
  template <class T>
  void require_definition(Tag<std::optional<T>>) {
    require_definition(Tag<T>{});
  }
  template <class T>
  void require_definition(Tag<std::vector<T>>) {
    require_definition(Tag<T>{});
  }
  template <class T>
  void require_definition(Tag<T>) {
    if constexpr (requires { Model<T>::name; }) define<T>();
  }

  /// What is no struct of the model: a span, and the places of fields.
  void define_places() {
    key("Span");
    out_.StartObject();
    text("description", "[begin, end), in units of offset_unit, into the source text");
    text("type", "array");
    key("items");
    out_.StartObject();
    text("type", "integer");
    number("minimum", 0);
    out_.EndObject();
    number("minItems", 2);
    number("maxItems", 2);
    out_.EndObject();
    key("Places");
    out_.StartObject();
    text("description", "Where fields stand: a span, for a list of strings one an entry.");
    text("type", "object");
    key("additionalProperties");
    out_.StartObject();
    key("anyOf");
    out_.StartArray();
    out_.StartObject();
    text("$ref", "#/$defs/Span");
    out_.EndObject();
    out_.StartObject();
    text("type", "array");
    key("items");
    out_.StartObject();
    text("$ref", "#/$defs/Span");
    out_.EndObject();
    out_.EndObject();
    out_.EndArray();
    out_.EndObject();
    out_.EndObject();
  }

  void reference(std::string_view name, bool or_null) {
    const std::string target = "#/$defs/" + std::string(name);
    if (!or_null) return text("$ref", target);
    key("anyOf");
    out_.StartArray();
    out_.StartObject();
    text("$ref", target);
    out_.EndObject();
    out_.StartObject();
    text("type", "null");
    out_.EndObject();
    out_.EndArray();
  }

  void type_name(std::string_view name, bool or_null) {
    if (!or_null) return text("type", name);
    key("type");
    out_.StartArray();
    string(name);
    string("null");
    out_.EndArray();
  }

  void string(std::string_view value) {
    out_.String(value.data(), static_cast<rapidjson::SizeType>(value.size()));
  }
  void key(std::string_view name) { string(name); }
  void text(std::string_view name, std::string_view value) {
    key(name);
    string(value);
  }
  void number(std::string_view name, unsigned value) {
    key(name);
    out_.Uint(value);
  }

  StringSink sink_;
  PrettyWriter<StringSink> out_;
  std::vector<std::string_view> defined_;
};

}  // namespace
}  // namespace json

std::string json_schema() {
  return json::SchemaWriter().schema();
}

}  // namespace vanban
