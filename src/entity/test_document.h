// Hand-made analyses for the tests of this room.
#ifndef VARDE_ENTITY_TEST_DOCUMENT_H_
#define VARDE_ENTITY_TEST_DOCUMENT_H_

#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "entity/entity_reader.h"
#include "entity/participant.h"
#include "entity/place.h"

namespace varde {

// A sentence is one line per word: form, lemma, UPOS, head (from 1), relation, then optionally
// features ("-" for none), name ("B-PER", "I-PER" or "-") and "nospace".
class TestDocument {
 public:
  explicit TestDocument(const std::vector<std::string>& sentences,
                        SentenceKind kind = SentenceKind::kBody)
      : arena_(std::make_unique<Arena>()), text_(*arena_), parse_(*arena_) {
    std::string content;
    std::vector<std::string> forms;
    std::vector<Row> rows;
    for (const auto& sentence : sentences) {
      const auto first = static_cast<uint32_t>(rows.size());
      std::istringstream lines(sentence);
      for (std::string line; std::getline(lines, line);) {
        if (line.find_first_not_of(' ') != std::string::npos) rows.push_back(row(line, first));
      }
      const auto last = static_cast<uint32_t>(rows.size());
      text_.sentences.push_back({first, last, 0, kind});
    }
    for (const Row& r : rows) {
      Token token;
      token.begin = static_cast<uint32_t>(content.size());
      content += r.form;
      token.end = static_cast<uint32_t>(content.size());
      token.space_after = r.space;
      if (r.space) content += ' ';
      text_.tokens.push_back(token);
    }
    text_.content = arena_->copy(content);
    for (Token& token : text_.tokens)
      token.form = text_.content.substr(token.begin, token.end - token.begin);
    text_.paragraphs.push_back({0, static_cast<uint32_t>(text_.sentences.size())});
    parse_.text = &text_;
    for (const Row& r : rows) parse_.words.push_back(r.word);
    add_names(rows);
    parse_.index();
  }

  void read(const EntityReader& reader, std::optional<Interval> published = std::nullopt) {
    entities_ = std::make_unique<Entities>(reader.read(parse_, published, *arena_));
  }

  const Parse& parse() const { return parse_; }
  const Entities& entities() const { return *entities_; }

  // The n-th token with a form, from 0; fails the test when there is none.
  uint32_t token(std::string_view form, int n = 0) const {
    for (uint32_t i = 0; i < text_.tokens.size(); ++i) {
      if (text_.tokens[i].form == form && n-- == 0) return i;
    }
    ADD_FAILURE() << "no token " << form;
    return 0;
  }

  // The entity of the mention on a token, or null.
  const Entity* at(std::string_view form, int n = 0) const {
    const uint32_t mention = entities_->mention_of[token(form, n)];
    return mention == kNoMention ? nullptr
                                 : &entities_->entities[entities_->mentions[mention].entity];
  }

  static std::string code(const Entity& entity) {
    return std::string(entity.country) + ":" +
           (entity.sector.empty() ? "" : std::string(entity.sector[0]));
  }
  // "RUS:GOV" of the mention on a token, "" when it has none.
  std::string code_at(std::string_view form, int n = 0) const {
    const Entity* entity = at(form, n);
    return entity == nullptr ? "" : code(*entity);
  }
  // Codes of the participants behind a token, sorted, separated by blanks.
  std::string participants(std::string_view form, int n = 0) const {
    std::vector<std::string> codes;
    for (const uint32_t e : participants_of(*entities_, parse_, token(form, n))) {
      codes.push_back(code(entities_->entities[e]));
    }
    std::sort(codes.begin(), codes.end());
    std::string all;
    for (const auto& one : codes) all += (all.empty() ? "" : " ") + one;
    return all;
  }
  std::string place(std::string_view form, int n = 0) const {
    const auto found = place_of(*entities_, parse_, token(form, n));
    return found ? std::string(found->name) + "/" + std::string(found->country) : "";
  }

 private:
  struct Row {
    std::string form;
    std::string name;
    bool space = true;
    Word word;
  };

  Row row(const std::string& line, uint32_t first) {
    std::istringstream in(line);
    Row r;
    std::string lemma, upos, head, relation, feats = "-", flag;
    in >> r.form >> lemma >> upos >> head >> relation >> feats >> r.name >> flag;
    r.space = flag != "nospace";
    r.word.lemma = arena_->copy(lemma);
    r.word.feats = feats == "-" ? std::string_view() : arena_->copy(feats);
    r.word.deprel = arena_->copy(relation);
    r.word.relation = relation_of(r.word.deprel);
    r.word.upos = upos_of(upos);
    const int number = std::stoi(head);
    r.word.head = number == 0 ? kNoHead : first + static_cast<uint32_t>(number) - 1;
    return r;
  }

  static Upos upos_of(std::string_view name) {
    for (int i = 0; i <= static_cast<int>(Upos::kX); ++i) {
      if (to_string(static_cast<Upos>(i)) == name) return static_cast<Upos>(i);
    }
    ADD_FAILURE() << "no UPOS " << name;
    return Upos::kX;
  }

  void add_names(const std::vector<Row>& rows) {
    for (uint32_t i = 0; i < rows.size(); ++i) {
      const std::string& tag = rows[i].name;
      if (tag.starts_with("B-")) {
        Name name;
        name.first = i;
        name.last = i + 1;
        name.type = type_of(tag.substr(2));
        parse_.names.push_back(name);
      } else if (tag.starts_with("I-")) {
        parse_.names.back().last = i + 1;
      }
    }
  }

  static NameType type_of(std::string_view name) {
    for (int i = 0; i <= static_cast<int>(NameType::kDerived); ++i) {
      if (to_string(static_cast<NameType>(i)) == name) return static_cast<NameType>(i);
    }
    ADD_FAILURE() << "no name type " << name;
    return NameType::kOrganization;
  }

  std::unique_ptr<Arena> arena_;
  Text text_;
  Parse parse_;
  std::unique_ptr<Entities> entities_;
};

// Reader over src/entity/testdata, opened once.
inline const EntityReader& test_reader(const std::string& language) {
  static const std::filesystem::path kData =
      std::filesystem::path(VARDE_SOURCE_DIR) / "src/entity/testdata";
  static const auto open = [](const std::string& code) {
    auto knowledge = KnowledgeBase::open(kData / "kb");
    if (!knowledge) ADD_FAILURE() << knowledge.error().message;
    auto reader = EntityReader::open(kData / code, *knowledge);
    if (!reader) ADD_FAILURE() << reader.error().message;
    return std::move(*reader);
  };
  static const EntityReader nb = open("nb");
  static const EntityReader en = open("en");
  return language == "nb" ? nb : en;
}

}  // namespace varde

#endif  // VARDE_ENTITY_TEST_DOCUMENT_H_
