#include "event/codebook.h"

#include <toml++/toml.h>

#include <array>

#include "base/table.h"

namespace varde {
namespace {

constexpr std::array<std::string_view, kSlots> kSlotNames = {
    "subject", "object",  "indirect", "genitive", "adjective", "compound", "clause",
    "by",      "of",      "from",     "to",       "against",   "on",       "at",
    "with",    "between", "for",      "in",       "into"};

std::string place_of(const std::filesystem::path& path, const toml::node& node) {
  return path.string() + ":" + std::to_string(node.source().begin.line) + ": ";
}

Result<toml::table> parse_toml(const std::filesystem::path& path) {
  const auto content = read_file(path);
  if (!content) return tl::unexpected(content.error());
  try {
    return toml::parse(*content);
  } catch (const toml::parse_error& error) {
    return failure(path.string() + ":" + std::to_string(error.source().begin.line) + ": " +
                   std::string(error.description()));
  }
}

std::vector<std::string> strings(const toml::node_view<const toml::node>& node) {
  std::vector<std::string> values;
  if (const auto* array = node.as_array()) {
    for (const auto& item : *array) values.push_back(item.value_or(std::string()));
  }
  return values;
}

std::optional<RecordKind> record_kind_of(std::string_view name) {
  if (name == "ceasefire") return RecordKind::kCeasefire;
  if (name == "talks") return RecordKind::kTalks;
  if (name == "resolution") return RecordKind::kResolution;
  if (name == "control") return RecordKind::kControl;
  return std::nullopt;
}

// Reads role slots into `to`; returns what is wrong, or "".
std::string read_slots(const toml::node_view<const toml::node>& node, std::vector<Slot>* to) {
  for (const auto& name : strings(node)) {
    const auto slot = slot_of(name);
    if (!slot) return "unknown slot '" + name + "'";
    to->push_back(*slot);
  }
  return {};
}

}  // namespace

std::optional<Slot> slot_of(std::string_view name) {
  for (size_t i = 0; i < kSlots; ++i) {
    if (kSlotNames[i] == name) return static_cast<Slot>(i);
  }
  return std::nullopt;
}

std::string_view to_string(Slot slot) { return kSlotNames[static_cast<size_t>(slot)]; }

Result<Codebook> Codebook::open(const std::filesystem::path& folder) {
  Codebook codebook;
  if (auto read = codebook.read_types(folder / "plover.toml"); !read) {
    return tl::unexpected(read.error());
  }
  if (auto read = codebook.read_frames(folder / "frames.toml"); !read) {
    return tl::unexpected(read.error());
  }
  return codebook;
}

Result<void> Codebook::read_types(const std::filesystem::path& path) {
  const auto file = parse_toml(path);
  if (!file) return tl::unexpected(file.error());
  const toml::table& root = *file;
  const auto* types = root["type"].as_table();
  if (types == nullptr) return failure(path.string() + ": has no table [type]");
  for (const auto& [name, node] : *types) {
    const auto* entry = node.as_table();
    if (entry == nullptr) return failure(place_of(path, node) + "a type is a table");
    EventType type;
    type.name = std::string(name.str());
    type.quad = (*entry)["quad"].value_or(0);
    type.cameo = (*entry)["cameo"].value_or(std::string());
    for (auto& mode : strings((*entry)["modes"])) type.modes.insert(std::move(mode));
    if (type.quad < 1 || type.quad > 4) return failure(place_of(path, node) + "quad is 1 to 4");
    types_.emplace(type.name, std::move(type));
  }
  int number = 0;
  for (auto& [name, type] : types_) type.number = number++;
  for (auto& code : strings(root["codes"]["sectors"])) sectors_.insert(std::move(code));
  for (auto& code : strings(root["codes"]["contexts"])) contexts_.insert(std::move(code));
  return {};
}

Result<void> Codebook::read_frames(const std::filesystem::path& path) {
  const auto file = parse_toml(path);
  if (!file) return tl::unexpected(file.error());
  const auto* frames = (*file)["frame"].as_array();
  if (frames == nullptr) return failure(path.string() + ": has no [[frame]]");
  std::map<Frame*, std::string> refusals;
  for (const auto& node : *frames) {
    const auto fault = [&](const std::string& what) {
      return failure(place_of(path, node) + what);
    };
    const auto* entry = node.as_table();
    if (entry == nullptr) return fault("a frame is a table");
    const toml::table& table = *entry;
    Frame frame;
    frame.id = table["id"].value_or(std::string());
    if (frame.id.empty()) return fault("a frame needs an id");
    const auto type = table["type"].value_or(std::string());
    if (!type.empty()) {
      const auto found = types_.find(type);
      if (found == types_.end()) return fault("unknown PLOVER type '" + type + "'");
      frame.type = &found->second;
    }
    frame.mode = strings(table["mode"]);
    for (const auto& mode : frame.mode) {
      if (frame.type == nullptr || !frame.type->modes.contains(mode)) {
        return fault("mode '" + mode + "' is none of type '" + type + "'");
      }
    }
    frame.cameo = table["cameo"].value_or(frame.type ? frame.type->cameo : std::string());
    frame.context = strings(table["context"]);
    for (const auto& context : frame.context) {
      if (!contexts_.contains(context)) return fault("unknown context '" + context + "'");
    }
    if (const auto what = read_slots(table["actor"], &frame.actor); !what.empty()) {
      return fault(what);
    }
    if (const auto what = read_slots(table["recipient"], &frame.recipient); !what.empty()) {
      return fault(what);
    }
    frame.reciprocal = table["reciprocal"].value_or(false);
    frame.content = table["content"].value_or(false);
    frame.description = table["description"].value_or(std::string());
    frame.third_party = table["third_party"].value_or(false);
    frame.claim = table["claim"].value_or(false);
    frame.aftermath = table["aftermath"].value_or(false);
    if (table.contains("record")) {
      const auto kind = record_kind_of(table["record"]["kind"].value_or(std::string()));
      if (!kind) return fault("record kind is ceasefire, talks, resolution or control");
      frame.record = *kind;
      frame.state = table["record"]["state"].value_or(std::string());
      frame.record_if_named = table["record"]["if_named"].value_or(false);
    }
    const std::string id = frame.id;
    const auto [entered, fresh] = frames_.emplace(id, std::move(frame));
    if (!fresh) return fault("a second frame with id '" + id + "'");
    if (const auto refused = table["refused"].value<std::string>()) {
      refusals[&entered->second] = *refused;
    }
  }
  for (const auto& [frame, refused] : refusals) {
    frame->refused = this->frame(refused);
    if (frame->refused == nullptr) {
      return failure(path.string() + ": frame '" + frame->id + "': unknown frame '" + refused +
                     "'");
    }
  }
  return {};
}

const Frame* Codebook::frame(std::string_view id) const {
  const auto found = frames_.find(id);
  return found == frames_.end() ? nullptr : &found->second;
}

}  // namespace varde
