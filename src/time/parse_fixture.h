// Hand-made parses for the tests of this room.
#ifndef VARDE_TIME_PARSE_FIXTURE_H_
#define VARDE_TIME_PARSE_FIXTURE_H_

#include <memory>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "base/arena.h"
#include "base/utf8.h"
#include "syntax/parse.h"

namespace varde {

// A document built from tokens that a test writes down. Not thread safe.
class ParseFixture {
 public:
  struct Row {
    std::string form;
    std::string lemma;
    std::string upos;
    std::string feats;
    int head;  // from 1 within the sentence, 0 for the root
    std::string deprel;
  };

  // Lines of "form lemma UPOS feats head deprel", much like CoNLL-U; "_" is nothing; an empty line
  // ends a sentence. A form that ends in "~" has no space behind it.
  static ParseFixture of_lines(std::string_view lines) {
    ParseFixture fixture;
    std::istringstream in{std::string(lines)};
    std::vector<Row> sentence;
    for (std::string line; std::getline(in, line);) {
      Row row;
      std::istringstream cells(line);
      if (cells >> row.form >> row.lemma >> row.upos >> row.feats >> row.head >> row.deprel) {
        if (row.feats == "_") row.feats.clear();
        sentence.push_back(row);
      } else if (!sentence.empty()) {
        fixture.add(sentence);
        sentence.clear();
      }
    }
    if (!sentence.empty()) fixture.add(sentence);
    fixture.finish();
    return fixture;
  }

  // Words between spaces, everything hung flat on the verb. A verb is marked by its first
  // character: '*' past, '>' present, '^' participle, '~' infinitive below the verb before it, '+'
  // an auxiliary in the present of the verb behind it. " | " ends a sentence, " || " a paragraph.
  static ParseFixture of_words(std::string_view words) {
    ParseFixture fixture;
    std::istringstream in{std::string(words)};
    std::vector<std::string> sentence;
    for (std::string word; in >> word;) {
      if (word == "|" || word == "||") {
        fixture.add(flat(sentence));
        if (word == "||") ++fixture.paragraph_;
        sentence.clear();
      } else {
        sentence.push_back(word);
      }
    }
    fixture.add(flat(sentence));
    fixture.finish();
    return fixture;
  }

  const Parse& parse() const { return state_->parse; }
  Arena& arena() const { return state_->arena; }

 private:
  struct State {
    Arena arena;
    std::string content;
    Text text{arena};
    Parse parse{arena};
  };

  static std::vector<Row> flat(const std::vector<std::string>& words) {
    const auto first_of = [&](std::string_view marks) -> size_t {
      for (size_t i = 0; i < words.size(); ++i) {
        if (marks.find(words[i][0]) != std::string_view::npos) return i + 1;
      }
      return 0;
    };
    int root = static_cast<int>(first_of("*>^"));
    if (root == 0) root = static_cast<int>(first_of("~"));
    if (root == 0) root = 1;
    std::vector<Row> rows;
    for (size_t i = 0; i < words.size(); ++i) {
      const int self = static_cast<int>(i) + 1;
      const bool marked = words[i].size() > 1 &&
                          std::string_view("*>^~+").find(words[i][0]) != std::string_view::npos;
      std::string form = marked ? words[i].substr(1) : words[i];
      Row row{form, to_lower(form), "NOUN", "", self == root ? 0 : root, "obl"};
      if (i > 0 && starts_with_upper(form)) row.upos = "PROPN";
      if (marked) mark(words[i][0], self, root, &row);
      if (self == root) row.deprel = "root";
      rows.push_back(row);
    }
    return rows;
  }

  static void mark(char how, int self, int root, Row* row) {
    row->upos = how == '+' ? "AUX" : "VERB";
    if (how == '*') row->feats = "Tense=Past|VerbForm=Fin";
    if (how == '>') row->feats = "Tense=Pres|VerbForm=Fin";
    if (how == '^') row->feats = "VerbForm=Part";
    if (how == '~') row->feats = "VerbForm=Inf";
    if (how == '+') row->feats = "Tense=Pres|VerbForm=Fin";
    row->head = how == '+' ? self + 1 : root;
    row->deprel = how == '+' ? "aux" : "xcomp";
  }

  void add(const std::vector<Row>& rows) {
    if (rows.empty()) return;
    sentences_.push_back({rows, paragraph_});
  }

  void finish() {
    state_ = std::make_unique<State>();
    State& state = *state_;
    state.text.language = "xx";
    for (const auto& [rows, paragraph] : sentences_) {
      for (const Row& row : rows) {
        state.content += bare(row.form);
        state.content += row.form.ends_with('~') ? "" : " ";
      }
    }
    state.text.content = state.content;
    uint32_t byte = 0;
    for (const auto& [rows, paragraph] : sentences_) add_sentence(rows, paragraph, &byte);
    state.parse.text = &state.text;
    state.parse.index();
  }

  void add_sentence(const std::vector<Row>& rows, uint32_t paragraph, uint32_t* byte) {
    State& state = *state_;
    const auto first = static_cast<uint32_t>(state.text.tokens.size());
    for (const Row& row : rows) {
      const auto size = static_cast<uint32_t>(bare(row.form).size());
      const bool space = !row.form.ends_with('~');
      state.text.tokens.push_back(
          {*byte, *byte + size, state.text.content.substr(*byte, size), space, false});
      *byte += size + (space ? 1 : 0);
      Word word;
      word.lemma = state.arena.copy(row.lemma);
      word.feats = state.arena.copy(row.feats);
      word.deprel = state.arena.copy(row.deprel);
      word.relation = relation_of(row.deprel);
      word.head = row.head == 0 ? kNoHead : first + static_cast<uint32_t>(row.head) - 1;
      for (int u = 0; u <= static_cast<int>(Upos::kX); ++u) {
        if (to_string(static_cast<Upos>(u)) == row.upos) word.upos = static_cast<Upos>(u);
      }
      state.parse.words.push_back(word);
    }
    const auto last = static_cast<uint32_t>(state.text.tokens.size());
    const auto index = static_cast<uint32_t>(state.text.sentences.size());
    state.text.sentences.push_back({first, last, paragraph, SentenceKind::kBody});
    while (state.text.paragraphs.size() <= paragraph)
      state.text.paragraphs.push_back({index, index});
    state.text.paragraphs[paragraph].last_sentence = index + 1;
  }

  static std::string bare(const std::string& form) {
    return form.size() > 1 && form.ends_with('~') ? form.substr(0, form.size() - 1) : form;
  }

  std::vector<std::pair<std::vector<Row>, uint32_t>> sentences_;
  uint32_t paragraph_ = 0;
  std::unique_ptr<State> state_;
};

}  // namespace varde

#endif  // VARDE_TIME_PARSE_FIXTURE_H_
