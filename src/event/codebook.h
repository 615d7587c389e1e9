// The codebook: PLOVER's types and the frames, read from codebook/*.toml.
#ifndef VARDE_EVENT_CODEBOOK_H_
#define VARDE_EVENT_CODEBOOK_H_

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "varde/result.h"

namespace varde {

// Where a participant stands in relation to the trigger: grammatical functions (kClause: the
// subject of the clause that says what is asked or alleged), then the meanings of prepositions,
// which lang/<code>/slots.tsv spells out.
enum class Slot : uint8_t {
  kSubject,
  kObject,
  kIndirect,
  kGenitive,
  kAdjective,
  kCompound,
  kClause,
  kBy,
  kOf,
  kFrom,
  kTo,
  kAgainst,
  kOn,
  kAt,
  kWith,
  kBetween,
  kFor,
  kIn,
  kInto,
};
std::optional<Slot> slot_of(std::string_view name);
std::string_view to_string(Slot slot);
inline constexpr size_t kSlots = static_cast<size_t>(Slot::kInto) + 1;

enum class RecordKind : uint8_t { kNone, kCeasefire, kTalks, kResolution, kControl };

struct EventType {
  std::string name;
  int quad = 0;
  int number = 0;  // its place in the order of names
  std::string cameo;
  std::set<std::string, std::less<>> modes;
};

struct Frame {
  std::string id;
  std::string description;
  const EventType* type = nullptr;  // null: evokes no event, only feeds a record or blocks
  std::vector<std::string> mode;
  std::string cameo;
  std::vector<Slot> actor;
  std::vector<Slot> recipient;
  std::vector<std::string> context;
  bool reciprocal = false;
  bool content = false;
  bool third_party = false;
  bool claim = false;
  bool aftermath = false;
  const Frame* refused = nullptr;  // of those who will not do it, or null
  RecordKind record = RecordKind::kNone;
  std::string state;  // that the frame gives its record
  bool record_if_named = false;
};

// Immutable after opening; frames and types keep their addresses as long as the codebook lives.
class Codebook {
 public:
  static Result<Codebook> open(const std::filesystem::path& folder);

  const Frame* frame(std::string_view id) const;  // null when there is none
  bool is_sector(std::string_view code) const { return sectors_.contains(code); }
  size_t frame_count() const { return frames_.size(); }

 private:
  Result<void> read_types(const std::filesystem::path& path);
  Result<void> read_frames(const std::filesystem::path& path);

  std::map<std::string, EventType, std::less<>> types_;
  std::map<std::string, Frame, std::less<>> frames_;
  std::set<std::string, std::less<>> sectors_;
  std::set<std::string, std::less<>> contexts_;
};

}  // namespace varde

#endif  // VARDE_EVENT_CODEBOOK_H_
