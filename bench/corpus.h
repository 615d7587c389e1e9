// The articles of examples/ in one language, with what each room makes of them, so that a room can
// be measured without the rooms before it.
#ifndef VARDE_BENCH_CORPUS_H_
#define VARDE_BENCH_CORPUS_H_

#include <deque>
#include <memory>
#include <string>
#include <vector>

#include "base/arena.h"
#include "language_pack.h"
#include "varde/coder.h"
#include "varde/document.h"

namespace varde::bench {

struct Article {
  Document document;
  std::unique_ptr<Arena> arena;
  Text text;
  Parse parse;
  Times times;
  Entities entities;
  std::vector<Quantity> quantities;
};

struct Corpus {
  LanguagePack pack;
  std::deque<Article> articles;
  size_t words = 0;
  size_t bytes = 0;
};

// Ends the program with a message when something cannot be read.
const Corpus& corpus(const std::string& language);
const Coder& coder();
// All articles, as one JSON object on a line each.
const std::string& json_lines();

}  // namespace varde::bench

#endif  // VARDE_BENCH_CORPUS_H_
