#include "syntax/evaluation.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string_view>

#include "base/utf8.h"

namespace varde {
namespace {

constexpr uint32_t kNobody = UINT32_MAX;

// The features that the shared task scores; others are the treebanks' own.
constexpr std::string_view kUniversalFeatures[] = {
    "PronType", "NumType", "Poss",  "Reflex",   "Foreign",  "Abbr",     "Gender",
    "Animacy",  "Number",  "Case",  "Definite", "Degree",   "VerbForm", "Mood",
    "Tense",    "Aspect",  "Voice", "Evident",  "Polarity", "Person",   "Polite"};

struct CharacterSpan {
  size_t begin;
  size_t end;
  friend auto operator<=>(const CharacterSpan&, const CharacterSpan&) = default;
};

struct EvaluationWord {
  CharacterSpan span;
  bool multiword;
  const ConlluWord* columns;
  std::string lower;  // of the form
  uint32_t parent;    // index among all words, kNobody for a root
};

// One side of the comparison: its characters without white space, and what lies on them.
struct Side {
  std::u32string characters;
  std::vector<CharacterSpan> tokens;
  std::vector<CharacterSpan> sentences;
  std::vector<EvaluationWord> words;
};

CharacterSpan add_characters(std::string_view form, Side* side) {
  const size_t begin = side->characters.size();
  for (size_t at = 0; at < form.size();) {
    const char32_t c = next_code_point(form, &at);
    if (!is_space(c)) side->characters.push_back(c);
  }
  return {begin, side->characters.size()};
}

void add_word(const ConlluWord& word, CharacterSpan span, bool multiword, size_t base, Side* side) {
  const uint32_t parent = word.head == 0 ? kNobody : static_cast<uint32_t>(base + word.head - 1);
  side->words.push_back({span, multiword, &word, to_lower(word.form), parent});
}

void add_sentence(const ConlluSentence& sentence, Side* side) {
  const size_t base = side->words.size(), begin = side->characters.size();
  auto range = sentence.ranges.begin();
  for (uint32_t i = 0; i < sentence.words.size();) {
    const bool multiword = range != sentence.ranges.end() && range->first == i;
    const uint32_t last = multiword ? range->last : i + 1;
    const auto span =
        add_characters(multiword ? std::string_view(range->form) : sentence.words[i].form, side);
    side->tokens.push_back(span);
    for (; i < last; ++i) add_word(sentence.words[i], span, multiword, base, side);
    if (multiword) ++range;
  }
  side->sentences.push_back({begin, side->characters.size()});
}

Side side_of(const std::vector<ConlluSentence>& sentences) {
  Side side;
  for (const ConlluSentence& sentence : sentences) add_sentence(sentence, &side);
  return side;
}

F1Score score_spans(const std::vector<CharacterSpan>& gold,
                    const std::vector<CharacterSpan>& system) {
  F1Score score{0, gold.size(), system.size()};
  for (size_t g = 0, s = 0; g < gold.size() && s < system.size();) {
    if (system[s].begin < gold[g].begin)
      ++s;
    else if (gold[g].begin < system[s].begin)
      ++g;
    else
      score.correct += gold[g++].end == system[s++].end;
  }
  return score;
}

// Aligns the words of both sides; the logic and its corner cases are conll18_ud_eval's.
class Aligner {
 public:
  Aligner(const Side& gold, const Side& system)
      : gold_(gold.words),
        system_(system.words),
        gold_of_(system_.size(), kNobody),
        system_of_(gold_.size(), kNobody) {
    while (g_ < gold_.size() && s_ < system_.size()) {
      if (gold_[g_].multiword || system_[s_].multiword) {
        align_multiword();
      } else if (gold_[g_].span == system_[s_].span) {
        match(g_++, s_++);
      } else if (gold_[g_].span.begin <= system_[s_].span.begin) {
        ++g_;
      } else {
        ++s_;
      }
    }
  }

  uint32_t gold_of(size_t system) const { return gold_of_[system]; }
  uint32_t system_of(size_t gold) const { return system_of_[gold]; }

 private:
  void match(size_t gold, size_t system) {
    gold_of_[system] = static_cast<uint32_t>(gold);
    system_of_[gold] = static_cast<uint32_t>(system);
  }

  static bool beyond(const std::vector<EvaluationWord>& words, size_t i, size_t end) {
    if (i >= words.size()) return true;
    return words[i].multiword ? words[i].span.begin >= end : words[i].span.end > end;
  }

  static size_t extend(const EvaluationWord& word, size_t end) {
    return word.multiword ? std::max(word.span.end, end) : end;
  }

  void align_multiword() {
    size_t end;
    if (gold_[g_].multiword) {
      end = gold_[g_].span.end;
      if (!system_[s_].multiword && system_[s_].span.begin < gold_[g_].span.begin) ++s_;
    } else {
      end = system_[s_].span.end;
      if (!gold_[g_].multiword && gold_[g_].span.begin < system_[s_].span.begin) ++g_;
    }
    const size_t g_first = g_, s_first = s_;
    while (!beyond(gold_, g_, end) || !beyond(system_, s_, end)) {
      if (g_ < gold_.size() &&
          (s_ >= system_.size() || gold_[g_].span.begin <= system_[s_].span.begin)) {
        end = extend(gold_[g_++], end);
      } else {
        end = extend(system_[s_++], end);
      }
    }
    match_longest(g_first, s_first);
  }

  // Longest common subsequence of the forms from g_first and s_first up to g_ and s_.
  void match_longest(size_t g_first, size_t s_first) {
    const size_t rows = g_ - g_first, columns = s_ - s_first;
    std::vector<std::vector<size_t>> lcs(rows + 1, std::vector<size_t>(columns + 1, 0));
    const auto same = [&](size_t g, size_t s) {
      return gold_[g_first + g].lower == system_[s_first + s].lower;
    };
    for (size_t g = rows; g-- > 0;) {
      for (size_t s = columns; s-- > 0;) {
        lcs[g][s] = std::max(lcs[g + 1][s], lcs[g][s + 1]);
        if (same(g, s)) lcs[g][s] = std::max(lcs[g][s], 1 + lcs[g + 1][s + 1]);
      }
    }
    for (size_t g = 0, s = 0; g < rows && s < columns;) {
      if (same(g, s))
        match(g_first + g++, s_first + s++);
      else if (lcs[g][s] == lcs[g + 1][s])
        ++g;
      else
        ++s;
    }
  }

  const std::vector<EvaluationWord>& gold_;
  const std::vector<EvaluationWord>& system_;
  size_t g_ = 0, s_ = 0;
  std::vector<uint32_t> gold_of_, system_of_;
};

std::string universal_feats(std::string_view feats) {
  std::vector<std::string_view> kept;
  while (!feats.empty()) {
    const size_t bar = feats.find('|');
    const std::string_view one = feats.substr(0, bar);
    const std::string_view name = one.substr(0, one.find('='));
    if (std::find(std::begin(kUniversalFeatures), std::end(kUniversalFeatures), name) !=
        std::end(kUniversalFeatures)) {
      kept.push_back(one);
    }
    feats.remove_prefix(bar == std::string_view::npos ? feats.size() : bar + 1);
  }
  std::sort(kept.begin(), kept.end());
  std::string out;
  for (std::string_view one : kept) out.append(one).append(1, '|');
  return out;
}

// Every word of both sides once: aligned words in pairs, the others alone.
std::vector<AlignedWord> align(const Side& gold, const Side& system) {
  const Aligner aligner(gold, system);
  std::vector<AlignedWord> out;
  for (size_t g = 0; g < gold.words.size(); ++g) {
    if (aligner.system_of(g) == kNobody) out.push_back({gold.words[g].columns, nullptr, false});
  }
  for (size_t s = 0; s < system.words.size(); ++s) {
    const uint32_t g = aligner.gold_of(s);
    if (g == kNobody) {
      out.push_back({nullptr, system.words[s].columns, false});
      continue;
    }
    const uint32_t right_head = gold.words[g].parent, given_head = system.words[s].parent;
    const bool attached = right_head == kNobody || given_head == kNobody
                              ? right_head == given_head
                              : aligner.gold_of(given_head) == right_head;
    out.push_back({gold.words[g].columns, system.words[s].columns, attached});
  }
  return out;
}

void score_words(const std::vector<AlignedWord>& words, Evaluation* out) {
  F1Score* all[] = {&out->words, &out->upos, &out->ufeats, &out->lemmas, &out->uas, &out->las};
  for (const AlignedWord& word : words) {
    for (F1Score* score : all) {
      score->gold += word.gold != nullptr;
      score->system += word.system != nullptr;
    }
    if (word.gold == nullptr || word.system == nullptr) continue;
    const ConlluWord& right = *word.gold;
    const ConlluWord& given = *word.system;
    out->words.correct += 1;
    out->upos.correct += right.upos == given.upos;
    out->ufeats.correct += universal_feats(right.feats) == universal_feats(given.feats);
    out->lemmas.correct += right.lemma == "_" || right.lemma == given.lemma;
    out->uas.correct += word.attached;
    out->las.correct +=
        word.attached && universal_relation(right.deprel) == universal_relation(given.deprel);
  }
}

std::vector<NameSpan> names_of(const Side& side) {
  std::vector<NameSpan> names;
  bool open = false;
  for (const EvaluationWord& word : side.words) {
    const std::string& tag = word.columns->name;
    if (tag.starts_with("B-")) {
      names.push_back({word.span.begin, word.span.end, tag.substr(2)});
    } else if (open && tag.starts_with("I-")) {
      names.back().end = word.span.end;
    }
    open = tag.starts_with("B-") || (open && tag.starts_with("I-"));
  }
  return names;
}

bool is_coarse(const NameSpan& name) {
  return name.type == "PER" || name.type == "ORG" || name.type == "LOC";
}

void coarsen(std::vector<NameSpan>* names) {
  for (NameSpan& name : *names) {
    if (name.type.starts_with("GPE")) name.type = "LOC";
  }
  std::erase_if(*names, [](const NameSpan& name) { return !is_coarse(name); });
}

void score_names(const Side& gold, const Side& system, Evaluation* out) {
  const std::vector<NameSpan> right = names_of(gold);
  if (right.empty()) return;
  std::vector<NameSpan> given = names_of(system);
  if (std::all_of(right.begin(), right.end(), is_coarse)) coarsen(&given);
  const std::set<NameSpan> wanted(right.begin(), right.end());
  F1Score score{0, right.size(), given.size()};
  for (const NameSpan& name : given) score.correct += wanted.count(name);
  out->names = score;
  count_names(right, given, &out->details);
}

std::string around(std::u32string_view characters, size_t at) {
  std::string out;
  for (char32_t c : characters.substr(at, 20)) append_code_point(c, &out);
  return out;
}

}  // namespace

Result<Evaluation> evaluate(const std::vector<ConlluSentence>& gold,
                            const std::vector<ConlluSentence>& system) {
  const Side right = side_of(gold), given = side_of(system);
  if (right.characters != given.characters) {
    size_t at = 0;
    while (at < right.characters.size() && at < given.characters.size() &&
           right.characters[at] == given.characters[at]) {
      ++at;
    }
    return failure(fmt::format("gold and system differ in their characters: '{}' against '{}'",
                               around(right.characters, at), around(given.characters, at)));
  }
  Evaluation out;
  out.tokens = score_spans(right.tokens, given.tokens);
  out.sentences = score_spans(right.sentences, given.sentences);
  const std::vector<AlignedWord> words = align(right, given);
  score_words(words, &out);
  count_words(words, &out.details);
  score_names(right, given, &out);
  return out;
}

namespace {

bool ends_with_space(const ConlluSentence& sentence) {
  if (sentence.words.empty()) return true;
  const bool in_range =
      !sentence.ranges.empty() && sentence.ranges.back().last == sentence.words.size();
  return in_range ? sentence.ranges.back().space_after : sentence.words.back().space_after;
}

}  // namespace

std::vector<std::string> raw_documents(const std::vector<ConlluSentence>& gold) {
  std::vector<std::string> documents;
  bool space = true;
  for (const ConlluSentence& sentence : gold) {
    if (sentence.new_document || documents.empty()) documents.emplace_back();
    std::string& text = documents.back();
    if (!text.empty()) text += sentence.new_paragraph ? "\n\n" : space ? " " : "";
    text += sentence.text;
    space = ends_with_space(sentence);
  }
  return documents;
}

}  // namespace varde
