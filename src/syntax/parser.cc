#include "syntax/parser.h"

#include <fmt/format.h>

#include <algorithm>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "base/utf8.h"
#include "syntax/lemma_script.h"
#include "syntax/model.h"
#include "syntax/name_consistency.h"
#include "syntax/network.h"
#include "syntax/tree.h"

namespace varde {

using syntax::Forms;
using syntax::Model;
using syntax::Network;
using syntax::Rows;

namespace {

constexpr size_t kLongest = 256;      // words analysed together; longer sentences are cut
constexpr size_t kWordsAtOnce = 384;  // words per batch: enough to fill the products

constexpr size_t kLongestMessage = 1000;  // characters

// Words that are analysed together: a sentence or a piece of a very long one.
struct Piece {
  uint32_t first;
  uint32_t last;
  uint32_t sentence;
};

std::vector<Piece> cut(const Text& text) {
  std::vector<Piece> pieces;
  for (uint32_t s = 0; s < text.sentences.size(); ++s) {
    const Sentence& sentence = text.sentences[s];
    for (uint32_t first = sentence.first; first < sentence.last;) {
      const auto last = static_cast<uint32_t>(std::min<size_t>(sentence.last, first + kLongest));
      pieces.push_back({first, last, s});
      first = last;
    }
  }
  return pieces;
}

// A message may quote what stands in the file; it stays one line that cannot steer a terminal.
Error one_line(std::string_view message) {
  return {printable(first_code_points(message, kLongestMessage))};
}

size_t best(const float* scores, size_t n) {
  return static_cast<size_t>(std::max_element(scores, scores + n) - scores);
}

// The work on one text.
class Analysis {
 public:
  Analysis(const Model& model, size_t language, Network& network, Arena& arena, Parse* parse)
      : model_(model), language_(language), network_(network), arena_(arena), parse_(parse) {}

  void run() {
    for (const Token& token : parse_->text->tokens) forms_.push_back(token.form);
    const std::vector<Piece> pieces = cut(*parse_->text);
    for (size_t first = 0; first < pieces.size();) {
      size_t last = first + 1;
      size_t words = pieces[first].last - pieces[first].first;
      while (last < pieces.size()) {
        words += pieces[last].last - pieces[last].first;
        if (words > kWordsAtOnce) break;
        ++last;
      }
      analyse(std::span(pieces).subspan(first, last - first));
      first = last;
    }
    for (const uint32_t tag : model_.names.begin_tags()) {
      opinions_.kinds.push_back({model_.labels.name_types[tag], model_.labels.name_labels[tag]});
    }
    syntax::settle_names(opinions_, model_.lists, parse_);
  }

 private:
  void analyse(std::span<const Piece> batch) {
    std::vector<Forms> sentences;
    for (const Piece& piece : batch) {
      sentences.push_back(Forms(forms_).subspan(piece.first, piece.last - piece.first));
    }
    network_.run(sentences, language_);
    for (size_t s = 0; s < batch.size(); ++s) {
      read_tags(s, batch[s]);
      read_tree(s, batch[s]);
      read_names(s, batch[s]);
    }
  }

  void read_tags(size_t s, const Piece& piece) {
    const auto& labels = model_.labels;
    const Rows upos = network_.upos(s), feats = network_.feats(s), lemma = network_.lemma(s);
    for (uint32_t i = piece.first; i < piece.last; ++i) {
      const size_t row = i - piece.first;
      Word& word = parse_->words[i];
      const size_t tag = best(upos[row], labels.upos.size());
      word.upos = labels.upos[tag];
      word.feats = labels.feats[best(feats[row], labels.feats.size())];
      const auto& script = labels.lemma[best(lemma[row], labels.lemma.size())];
      word.lemma = lemma_of(forms_[i], labels.upos_names[tag], script);
    }
  }

  std::string_view lemma_of(std::string_view form, std::string_view upos,
                            const syntax::LemmaScript& script) {
    const std::string_view listed = model_.lexicon.find(model_.labels.languages[language_],
                                                        syntax::lower_one_by_one(form), upos);
    return listed.empty() ? arena_.copy(script.apply(form)) : listed;
  }

  void read_tree(size_t s, const Piece& piece) {
    const size_t words = piece.last - piece.first;
    const Rows arcs = network_.arcs(s);
    const std::vector<uint32_t> heads = syntax::best_tree(arcs.data, words, arcs.stride);
    const Rows labels = network_.deprels(s, heads);
    for (size_t i = 0; i < words; ++i) {
      Word& word = parse_->words[piece.first + i];
      const size_t label = label_of(labels[i], heads[i] == 0);
      set_relation(label, &word);
      if (heads[i] > 0)
        word.head = piece.first + heads[i] - 1;
      else
        join(piece, piece.first + static_cast<uint32_t>(i));
    }
  }

  // "root" goes with the root and with nothing else.
  size_t label_of(const float* scores, bool is_root) const {
    const size_t root = model_.labels.root;
    if (is_root) return root;
    size_t top = root == 0 ? 1 : 0;
    for (size_t l = 0; l < model_.labels.deprel.size(); ++l) {
      if (l != root && scores[l] > scores[top]) top = l;
    }
    return top;
  }

  void set_relation(size_t label, Word* word) const {
    word->deprel = model_.labels.deprel[label];
    word->relation = model_.labels.relation[label];
  }

  // The root of a sentence's first piece is the sentence's; those of later pieces hang on it.
  void join(const Piece& piece, uint32_t root) {
    const bool first_piece = piece.first == parse_->text->sentences[piece.sentence].first;
    if (first_piece) {
      sentence_root_ = root;
      return;
    }
    parse_->words[root].head = sentence_root_;
    parse_->words[root].deprel = "parataxis";
    parse_->words[root].relation = Relation::kParataxis;
  }

  void read_names(size_t s, const Piece& piece) {
    const Rows scores = network_.name(s);
    const size_t words = piece.last - piece.first;
    for (const auto& span : model_.names.decode(scores.data, words, scores.stride)) {
      Name name;
      name.first = piece.first + span.first;
      name.last = piece.first + span.last;
      if (!has_letter(name)) continue;
      name.type = model_.labels.name_types[span.begin_tag];
      name.label = model_.labels.name_labels[span.begin_tag];
      parse_->names.push_back(name);
      model_.names.score_types(scores.data, scores.stride, span, &opinions_.scores);
    }
  }

  // A section sign and numbers are hardly ever a name.
  bool has_letter(const Name& name) const {
    return std::any_of(forms_.begin() + name.first, forms_.begin() + name.last,
                       [](std::string_view form) {
                         for (size_t at = 0; at < form.size();) {
                           if (is_letter(next_code_point(form, &at))) return true;
                         }
                         return false;
                       });
  }

  const Model& model_;
  size_t language_;
  Network& network_;
  Arena& arena_;
  Parse* parse_;
  std::vector<std::string_view> forms_;
  uint32_t sentence_root_ = 0;
  syntax::NameOpinions opinions_;
};

}  // namespace

// As many networks as threads ever parsed at once.
class Parser::Scratches {
 public:
  explicit Scratches(const Model& model) : model_(model) {}

  std::unique_ptr<Network> take() {
    const std::lock_guard lock(mutex_);
    if (free_.empty()) return std::make_unique<Network>(model_);
    std::unique_ptr<Network> network = std::move(free_.back());
    free_.pop_back();
    return network;
  }

  void give_back(std::unique_ptr<Network> network) {
    const std::lock_guard lock(mutex_);
    free_.push_back(std::move(network));
  }

 private:
  const Model& model_;
  std::mutex mutex_;
  std::vector<std::unique_ptr<Network>> free_;
};

Parser::Parser(std::unique_ptr<const Model> model, size_t language)
    : model_(std::move(model)),
      scratches_(std::make_unique<Scratches>(*model_)),
      language_(language) {}
Parser::Parser(Parser&&) noexcept = default;
Parser& Parser::operator=(Parser&&) noexcept = default;
Parser::~Parser() = default;

Result<Parser> Parser::open(const std::filesystem::path& model, std::string_view language) {
  auto opened = Model::open(model);
  if (!opened) return tl::unexpected(one_line(opened.error().message));
  const auto& languages = (*opened)->labels.languages;
  const auto at = std::find(languages.begin(), languages.end(), language);
  if (at == languages.end()) {
    std::string known;
    for (const std::string& one : languages) known += (known.empty() ? "" : ", ") + one;
    return tl::unexpected(
        one_line(fmt::format("{}: this model was trained for {}, not for '{}'; name another model "
                             "in pack.toml",
                             model.string(), known, language)));
  }
  return Parser(std::move(*opened), static_cast<size_t>(at - languages.begin()));
}

Parse Parser::parse(const Text& text, Arena& arena) const {
  Parse parse(arena);
  parse.text = &text;
  parse.words.resize(text.tokens.size());
  std::unique_ptr<Network> network = scratches_->take();
  Analysis(*model_, language_, *network, arena, &parse).run();
  scratches_->give_back(std::move(network));
  parse.index();
  return parse;
}

std::string_view Parser::training_data() const { return model_->training_data; }

}  // namespace varde
