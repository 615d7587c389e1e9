// Text in, Parse out: lemma, UPOS, features, dependency tree and names of every sentence.
#ifndef VARDE_SYNTAX_PARSER_H_
#define VARDE_SYNTAX_PARSER_H_

#include <filesystem>
#include <memory>
#include <string_view>

#include "base/arena.h"
#include "syntax/parse.h"
#include "text/text.h"
#include "varde/result.h"

namespace varde {

namespace syntax {
class Model;
}

// Thread safe: what it knows does not change after opening, and each call works in scratch memory
// that it lends to one thread at a time and keeps for the next. The same text gives the same parse
// on every processor, whatever stands around it and however many threads run.
class Parser {
 public:
  // `language` must be one of the model's; a model may serve several (Bokmål and Nynorsk).
  static Result<Parser> open(const std::filesystem::path& model, std::string_view language);

  Parser(Parser&&) noexcept;
  Parser& operator=(Parser&&) noexcept;
  ~Parser();

  // Never fails. The result views `text` and this parser, which must outlive it; what it allocates
  // comes from `arena`. Sentences longer than 256 words are analysed in pieces that are joined by
  // parataxis.
  Parse parse(const Text& text, Arena& arena) const;

  // What the model was trained on, one line.
  std::string_view training_data() const;

 private:
  class Scratches;
  Parser(std::unique_ptr<const syntax::Model> model, size_t language);
  std::unique_ptr<const syntax::Model> model_;
  std::unique_ptr<Scratches> scratches_;
  size_t language_;
};

}  // namespace varde

#endif  // VARDE_SYNTAX_PARSER_H_
