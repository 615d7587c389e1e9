#include "syntax/conllu.h"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <optional>

#include "base/table.h"

namespace varde {
namespace {

constexpr size_t kColumns = 10;
using Columns = std::array<std::string_view, kColumns>;

std::optional<uint32_t> number(std::string_view text) {
  uint32_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

bool has_space_after(std::string_view misc) {
  while (!misc.empty()) {
    if (take(&misc, '|') == "SpaceAfter=No") return false;
  }
  return true;
}

std::string name_of(std::string_view misc) {
  while (!misc.empty()) {
    const std::string_view item = take(&misc, '|');
    if (item.starts_with("name=")) return std::string(item.substr(5));
  }
  return {};
}

class Reader {
 public:
  Result<std::vector<ConlluSentence>> read(std::string_view text) {
    while (!text.empty() && error_.empty()) {
      ++line_;
      std::string_view line = take(&text, '\n');
      if (line.ends_with('\r')) line.remove_suffix(1);
      if (line.empty())
        finish();
      else if (line.front() == '#')
        read_comment(line);
      else
        read_row(line);
    }
    if (error_.empty()) finish();
    if (!error_.empty()) return failure(fmt::format("line {}: {}", line_, error_));
    return std::move(sentences_);
  }

 private:
  void read_comment(std::string_view line) {
    if (line.starts_with("# newdoc")) sentence_.new_document = true;
    if (line.starts_with("# newpar")) sentence_.new_paragraph = true;
    if (line.starts_with("# text = ")) sentence_.text = line.substr(9);
    if (line.starts_with("# sent_id = ")) sentence_.id = line.substr(12);
  }

  void read_row(std::string_view line) {
    Columns columns;
    size_t n = 0;
    while (n < kColumns && !line.empty()) columns[n++] = take(&line, '\t');
    if (n < kColumns || !line.empty()) {
      error_ = "a word must have ten columns between tabs";
    } else if (columns[0].find('-') != std::string_view::npos) {
      read_range(columns);
    } else if (columns[0].find('.') == std::string_view::npos) {
      read_word(columns);
    }
  }

  void read_range(const Columns& columns) {
    std::string_view id = columns[0];
    const auto first = number(take(&id, '-'));
    const auto last = number(id);
    if (!first || !last || *first != sentence_.words.size() + 1 || *last < *first) {
      error_ = fmt::format("the range {} does not begin at the next word", columns[0]);
      return;
    }
    sentence_.ranges.push_back(
        {*first - 1, *last, std::string(columns[1]), has_space_after(columns[9])});
  }

  void read_word(const Columns& columns) {
    const auto id = number(columns[0]);
    const auto head = number(columns[6]);
    if (!id || *id != sentence_.words.size() + 1) {
      error_ = fmt::format("word {} is out of order", columns[0]);
      return;
    }
    if (!head) {
      error_ = fmt::format("the head of word {} is no number", columns[0]);
      return;
    }
    ConlluWord word;
    word.form = columns[1];
    word.lemma = columns[2];
    word.upos = columns[3];
    word.xpos = columns[4];
    word.feats = columns[5];
    word.head = *head;
    word.deprel = columns[7];
    word.deps = columns[8];
    word.name = name_of(columns[9]);
    word.space_after = has_space_after(columns[9]);
    sentence_.words.push_back(std::move(word));
  }

  void finish() {
    if (sentence_.words.empty()) return;
    const size_t n = sentence_.words.size();
    for (const ConlluWord& word : sentence_.words) {
      if (word.head > n) error_ = "a head lies outside the sentence that ends here";
    }
    for (size_t i = 0; i < sentence_.ranges.size(); ++i) {
      const uint32_t before = i == 0 ? 0 : sentence_.ranges[i - 1].last;
      if (sentence_.ranges[i].last > n || sentence_.ranges[i].first < before) {
        error_ = "a range does not fit the sentence that ends here";
      }
    }
    if (error_.empty()) sentences_.push_back(std::move(sentence_));
    sentence_ = {};
  }

  size_t line_ = 0;
  std::string error_;
  ConlluSentence sentence_;
  std::vector<ConlluSentence> sentences_;
};

// A column may not hold what separates columns, and is never empty.
std::string column(std::string_view text) {
  if (text.empty()) return "_";
  std::string out(text);
  for (char& c : out) {
    if (c == '\t' || c == '\n' || c == '\r') c = ' ';
  }
  return out;
}

std::string misc_of(bool space_after, std::string_view name) {
  std::string misc = space_after ? "" : "SpaceAfter=No";
  if (!name.empty()) misc.append(misc.empty() ? "name=" : "|name=").append(column(name));
  return misc.empty() ? "_" : misc;
}

std::string text_of(const Text& text, const Sentence& sentence) {
  std::string out(text.covered(sentence.first, sentence.last));
  for (char& c : out) {
    if (c == '\n' || c == '\r' || c == '\t') c = ' ';
  }
  return out;
}

ConlluWord word_of(const Parse& parse, uint32_t i, uint32_t first) {
  const Word& word = parse.words[i];
  ConlluWord out;
  out.form = parse.form(i);
  out.lemma = word.lemma;
  out.upos = to_string(word.upos);
  out.feats = word.feats.empty() ? "_" : std::string(word.feats);
  out.head = word.head == kNoHead ? 0 : word.head - first + 1;
  out.deprel = word.deprel;
  out.name = "O";
  out.space_after = parse.token(i).space_after;
  return out;
}

void add_ranges(const Parse& parse, const Sentence& sentence, ConlluSentence* out) {
  for (uint32_t i = sentence.first; i < sentence.last; ++i) {
    uint32_t last = i + 1;
    while (last < sentence.last && parse.token(last - 1).joined_to_next) ++last;
    if (last > i + 1) {
      out->ranges.push_back({i - sentence.first, last - sentence.first,
                             std::string(parse.text->covered(i, last)),
                             parse.token(last - 1).space_after});
      // SpaceAfter belongs to the token; its words carry none.
      for (uint32_t w = i; w < last; ++w) out->words[w - sentence.first].space_after = true;
    }
    i = last - 1;
  }
}

}  // namespace

Result<std::vector<ConlluSentence>> read_conllu(std::string_view text) {
  return Reader().read(text);
}

std::string write_conllu(const ConlluSentence& sentence) {
  std::string out;
  if (sentence.new_document) out += "# newdoc\n";
  if (sentence.new_paragraph) out += "# newpar\n";
  if (!sentence.id.empty()) out += "# sent_id = " + column(sentence.id) + "\n";
  if (!sentence.text.empty()) out += "# text = " + column(sentence.text) + "\n";
  size_t range = 0;
  for (size_t i = 0; i < sentence.words.size(); ++i) {
    if (range < sentence.ranges.size() && sentence.ranges[range].first == i) {
      const ConlluRange& r = sentence.ranges[range++];
      out += fmt::format("{}-{}\t{}\t_\t_\t_\t_\t_\t_\t_\t{}\n", i + 1, r.last, column(r.form),
                         misc_of(r.space_after, {}));
    }
    const ConlluWord& w = sentence.words[i];
    out += fmt::format("{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\n", i + 1, column(w.form),
                       column(w.lemma), column(w.upos), column(w.xpos), column(w.feats), w.head,
                       column(w.deprel), column(w.deps), misc_of(w.space_after, w.name));
  }
  return out + "\n";
}

std::vector<ConlluSentence> to_conllu(const Parse& parse) {
  std::vector<ConlluSentence> out;
  const Text& text = *parse.text;
  for (uint32_t s = 0; s < text.sentences.size(); ++s) {
    const Sentence& sentence = text.sentences[s];
    ConlluSentence one;
    one.new_document = s == 0;
    one.new_paragraph = s == 0 || sentence.paragraph != text.sentences[s - 1].paragraph;
    one.id = std::to_string(s + 1);
    if (sentence.first < sentence.last) one.text = text_of(text, sentence);
    for (uint32_t i = sentence.first; i < sentence.last; ++i) {
      one.words.push_back(word_of(parse, i, sentence.first));
    }
    add_ranges(parse, sentence, &one);
    out.push_back(std::move(one));
  }
  for (const Name& name : parse.names) {
    const uint32_t s = parse.sentence_of[name.first];
    for (uint32_t i = name.first; i < name.last; ++i) {
      out[s].words[i - text.sentences[s].first].name =
          (i == name.first ? "B-" : "I-") + std::string(name.label);
    }
  }
  return out;
}

std::string write_conllu(const Parse& parse) {
  std::string out;
  for (const ConlluSentence& sentence : to_conllu(parse)) {
    if (!sentence.words.empty()) out += write_conllu(sentence);
  }
  return out;
}

}  // namespace varde
