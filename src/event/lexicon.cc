#include "event/lexicon.h"

#include <toml++/toml.h>

#include <algorithm>

#include "base/table.h"
#include "base/utf8.h"

namespace varde {
namespace {

// A compound's first part is at least this long: "angrep" is no compound of "rep".
constexpr size_t kShortestFirstPart = 2;
constexpr size_t kShortestLastPart = 4;

bool is_last_part(std::string_view word, std::string_view part) {
  return part.size() >= kShortestLastPart && word.size() >= part.size() + kShortestFirstPart &&
         word.ends_with(part);
}

std::optional<EntryClass> class_of(std::string_view name) {
  if (name == "verb") return EntryClass::kVerb;
  if (name == "noun") return EntryClass::kNoun;
  if (name == "adj") return EntryClass::kAdjective;
  if (name == "phrase") return EntryClass::kPhrase;
  return std::nullopt;
}

std::optional<ConditionKind> condition_of(std::string_view name) {
  if (name == "actor") return ConditionKind::kActor;
  if (name == "force") return ConditionKind::kForce;
  if (name == "government") return ConditionKind::kGovernment;
  if (name == "people") return ConditionKind::kPeople;
  if (name == "place") return ConditionKind::kPlace;
  if (name == "none") return ConditionKind::kNone;
  return std::nullopt;
}

bool is_status(std::string_view name) {
  return name == "actual" || name == "future" || name == "hypothetical" || name == "negated";
}

std::vector<std::string_view> pieces(std::string_view text, char separator) {
  auto found = split(text, separator);
  std::erase(found, std::string_view{});
  return found;
}

}  // namespace

bool WordPattern::matches(std::string_view lemma, std::string_view form, bool compounding) const {
  if (words.contains(lemma) || words.contains(form)) return true;
  if (!from_set || !compounding) return false;
  return std::any_of(words.begin(), words.end(), [&](const std::string& word) {
    return is_last_part(lemma, word) || is_last_part(form, word);
  });
}

// Reads the files of one pack into a lexicon; `fault` keeps the first mistake.
class LexiconReader {
 public:
  LexiconReader(const std::filesystem::path& pack, const Codebook& codebook)
      : pack_(pack), codebook_(codebook) {}

  Result<Lexicon> read() {
    if (auto done = read_pack(); !done) return tl::unexpected(done.error());
    if (auto done = read_forms(); !done) return tl::unexpected(done.error());
    if (auto done = read_sets(); !done) return tl::unexpected(done.error());
    if (auto done = read_slots(); !done) return tl::unexpected(done.error());
    std::vector<std::filesystem::path> files;
    std::error_code error;
    for (const auto& file : std::filesystem::directory_iterator(pack_ / "lexicon", error)) {
      if (file.path().extension() == ".tsv") files.push_back(file.path());
    }
    if (files.empty()) {
      return failure((pack_ / "lexicon").string() + ": holds no .tsv file; a pack needs a lexicon");
    }
    std::sort(files.begin(), files.end());
    for (const auto& file : files) {
      if (auto done = read_entries(file); !done) return tl::unexpected(done.error());
    }
    index_heads();
    return std::move(lexicon_);
  }

 private:
  Result<void> read_pack() {
    const auto content = read_file(pack_ / "pack.toml");
    if (!content) return tl::unexpected(content.error());
    try {
      const auto file = toml::parse(*content);
      lexicon_.compounding_ = file["compounding"].value_or(false);
    } catch (const toml::parse_error& error) {
      return failure((pack_ / "pack.toml").string() + ":" +
                     std::to_string(error.source().begin.line) + ": " +
                     std::string(error.description()));
    }
    return {};
  }

  // The model guesses the base form of words that its treebanks never showed ("gunned": "gunn");
  // the forms listed here are matched all the same.
  Result<void> read_forms() {
    const auto path = pack_ / "forms.tsv";
    std::error_code error;
    if (!std::filesystem::exists(path, error)) return {};
    const auto table = Table::read(path, {"lemma", "forms"});
    if (!table) return tl::unexpected(table.error());
    for (size_t row = 0; row < table->size(); ++row) {
      auto& forms = forms_[to_lower(table->cell(row, "lemma"))];
      for (const auto form : table->list(row, "forms")) forms.push_back(to_lower(form));
    }
    return {};
  }

  void insert_with_forms(std::string_view written, Words* words) const {
    std::string word = to_lower(written);
    if (const auto forms = forms_.find(word); forms != forms_.end()) {
      words->insert(forms->second.begin(), forms->second.end());
    }
    words->insert(std::move(word));
  }

  Result<void> read_sets() {
    const auto table = Table::read(pack_ / "sets.tsv", {"set", "words"});
    if (!table) return tl::unexpected(table.error());
    for (size_t row = 0; row < table->size(); ++row) {
      auto& words = lexicon_.sets_[std::string(table->cell(row, "set"))];
      for (const auto word : table->list(row, "words")) insert_with_forms(word, &words);
    }
    return {};
  }

  Result<void> read_slots() {
    const auto table = Table::read(pack_ / "slots.tsv", {"slot", "words"});
    if (!table) return tl::unexpected(table.error());
    for (size_t row = 0; row < table->size(); ++row) {
      const auto slot = slot_of(table->cell(row, "slot"));
      if (!slot) {
        return failure(table->place(row) + ": unknown slot '" +
                       std::string(table->cell(row, "slot")) + "'");
      }
      for (const auto word : table->list(row, "words")) {
        lexicon_.slot_words_[static_cast<size_t>(*slot)].insert(to_lower(word));
      }
    }
    return {};
  }

  Result<void> read_entries(const std::filesystem::path& file) {
    const auto table = Table::read(file, {"entry", "class", "frame"});
    if (!table) return tl::unexpected(table.error());
    for (size_t row = 0; row < table->size(); ++row) {
      LexiconEntry entry;
      entry.text = std::string(table->cell(row, "entry"));
      entry.place = table->place(row);
      const auto fault = [&](const std::string& what) {
        return failure(entry.place + ": " + what);
      };
      const auto entry_class = class_of(table->cell(row, "class"));
      if (!entry_class) return fault("class is verb, noun, adj or phrase");
      entry.entry_class = *entry_class;
      entry.rule = pack_.filename().string() + "/" + entry.text + "." +
                   std::string(table->cell(row, "class"));
      const auto frame = table->cell(row, "frame");
      entry.frame = codebook_.frame(frame);
      if (entry.frame == nullptr) {
        return fault("unknown frame '" + std::string(frame) + "'; codebook/frames.toml lists them");
      }
      std::string what = read_words(entry.text, &entry);
      if (what.empty()) what = read_conditions(table->cell(row, "if"), &entry);
      entry.conditions_text = table->cell(row, "if");
      if (what.empty()) what = read_roles(table->cell(row, "roles"), &entry);
      if (what.empty()) what = read_mode(table->cell(row, "mode"), &entry);
      if (!what.empty()) return fault(what);
      entry.status = std::string(table->cell(row, "status"));
      if (!entry.status.empty() && !is_status(entry.status)) {
        return fault("status is actual, future, hypothetical or negated");
      }
      lexicon_.entries_.push_back(std::move(entry));
    }
    return {};
  }

  std::string read_word(std::string_view text, WordPattern* to) const {
    for (const auto piece : pieces(text, '/')) {
      if (!piece.starts_with('@')) {
        insert_with_forms(piece, &to->words);
        continue;
      }
      const auto& words = lexicon_.set(piece.substr(1));
      if (words.empty()) return "sets.tsv has no set '" + std::string(piece.substr(1)) + "'";
      to->words.insert(words.begin(), words.end());
      to->from_set = true;
    }
    return to->words.empty() ? "an entry needs words" : "";
  }

  std::string read_words(std::string_view text, LexiconEntry* entry) const {
    bool marked = false;
    for (auto piece : pieces(text, ' ')) {
      if (piece.starts_with('*')) {
        piece.remove_prefix(1);
        entry->head = entry->words.size();
        marked = true;
      }
      WordPattern word;
      if (auto what = read_word(piece, &word); !what.empty()) return what;
      entry->words.push_back(std::move(word));
    }
    if (entry->words.empty()) return "the entry is empty";
    if (!marked && entry->entry_class == EntryClass::kNoun) entry->head = entry->words.size() - 1;
    return {};
  }

  RoleSlot read_role_slot(std::string_view name) const {
    RoleSlot where;
    where.slot = slot_of(name);
    if (!where.slot) where.preposition = to_lower(name);
    return where;
  }

  std::string read_conditions(std::string_view text, LexiconEntry* entry) const {
    for (const auto piece : pieces(text, ' ')) {
      const auto colon = piece.find(':');
      if (colon == std::string_view::npos) {
        return "condition '" + std::string(piece) + "' is not slot:kind";
      }
      Condition condition;
      condition.where = read_role_slot(piece.substr(0, colon));
      const auto kind = piece.substr(colon + 1);
      if (const auto known = condition_of(kind)) {
        condition.kind = *known;
      } else {
        condition.kind = ConditionKind::kWord;
        if (auto what = read_word(kind, &condition.word); !what.empty()) return what;
      }
      entry->conditions.push_back(std::move(condition));
    }
    return {};
  }

  std::string read_roles(std::string_view text, LexiconEntry* entry) const {
    for (const auto piece : pieces(text, ' ')) {
      const auto equals = piece.find('=');
      const auto role = piece.substr(0, equals);
      if (equals == std::string_view::npos || (role != "actor" && role != "recipient")) {
        return "role '" + std::string(piece) + "' is not actor=… or recipient=…";
      }
      auto& slots = role == "actor" ? entry->actor : entry->recipient;
      for (const auto name : pieces(piece.substr(equals + 1), ',')) {
        slots.push_back(read_role_slot(name));
      }
    }
    return {};
  }

  std::string read_mode(std::string_view text, LexiconEntry* entry) const {
    if (text.empty()) return {};
    entry->overrides_mode = true;
    if (text == "-") return {};
    for (auto piece : pieces(text, ' ')) {
      for (const auto mode : pieces(piece, ',')) {
        if (entry->frame->type == nullptr || !entry->frame->type->modes.contains(mode)) {
          return "mode '" + std::string(mode) + "' is none of the frame's type";
        }
        entry->mode.emplace_back(mode);
      }
    }
    return {};
  }

  void index_heads() {
    for (uint32_t i = 0; i < lexicon_.entries_.size(); ++i) {
      const auto& entry = lexicon_.entries_[i];
      const size_t head = entry.entry_class == EntryClass::kPhrase ? 0 : entry.head;
      for (const auto& word : entry.words[head].words) lexicon_.heads_[word].push_back(i);
    }
  }

  const std::filesystem::path& pack_;
  const Codebook& codebook_;
  std::map<std::string, std::vector<std::string>, std::less<>> forms_;  // by base form
  Lexicon lexicon_;
};

Result<Lexicon> Lexicon::open(const std::filesystem::path& pack, const Codebook& codebook) {
  return LexiconReader(pack, codebook).read();
}

const std::vector<uint32_t>& Lexicon::headed_by(std::string_view word) const {
  static const std::vector<uint32_t> kNone;
  const auto found = heads_.find(word);
  return found == heads_.end() ? kNone : found->second;
}

const Words& Lexicon::set(std::string_view name) const {
  static const Words kNone;
  const auto found = sets_.find(name);
  return found == sets_.end() ? kNone : found->second;
}

bool Lexicon::realises(Slot slot, std::string_view preposition) const {
  return slot_words_[static_cast<size_t>(slot)].contains(preposition);
}

}  // namespace varde
