#include "event/votes.h"

#include <algorithm>

#include "entity/participant.h"
#include "event/slots.h"

namespace varde {
namespace {

constexpr uint32_t kBetweenCounts = 3;  // tokens in "56 votes to 41"
constexpr uint32_t kFarthest = 6;       // tokens between a count and its word of voting

bool differ(const std::optional<int64_t>& a, const std::optional<int64_t>& b) {
  return a && b && *a != *b;
}

class VoteReader {
 public:
  VoteReader(const Analysis& analysis, const Lexicon& lexicon, const Terms& terms,
             const Sentence& sentence)
      : analysis_(analysis), lexicon_(lexicon), terms_(terms), sentence_(sentence) {}

  Votes read() {
    read_result();
    if (!votes_.settled) {
      votes_.in_favour = count_of("in_favour");
      votes_.against = count_of("against");
      votes_.settled = votes_.in_favour && votes_.against;
    }
    votes_.abstained = count_of("abstained");
    votes_.settled |= !terms_.find(analysis_, "unanimous", sentence_.first, sentence_.last).empty();
    return votes_;
  }

 private:
  // "By 56 votes to 41", "med 82 mot 25 stemmer": two counts with a word of opposition between them
  // and the word for votes behind one of them.
  void read_result() {
    const auto& quantities = analysis_.quantities;
    for (size_t i = 0; i + 1 < quantities.size(); ++i) {
      const Quantity& yes = quantities[i];
      const Quantity& no = quantities[i + 1];
      if (yes.first < sentence_.first || no.last > sentence_.last || !yes.low || !no.low) continue;
      if (no.first > yes.last + kBetweenCounts) continue;
      if (terms_.find(analysis_, "versus", yes.last, no.first).empty()) continue;
      const uint32_t end = std::min(sentence_.last, no.last + 1);
      if (terms_.find(analysis_, "vote", yes.last, end).empty()) continue;
      votes_.in_favour = yes.low;
      votes_.against = no.low;
      votes_.settled = true;
      return;
    }
  }

  // Each count belongs to the nearest word of voting behind it; where nobody counts, those who are
  // named as voting so are counted.
  std::optional<int64_t> count_of(std::string_view term_class) const {
    std::optional<int64_t> named;
    for (const auto& match : terms_.find(analysis_, term_class, sentence_.first, sentence_.last)) {
      if (const Quantity* count = count_before(match)) return count->low;
      if (!named) named = voters(match);
    }
    return named;
  }

  const Quantity* count_before(const Terms::Match& match) const {
    // A bare preposition ("11 for, 2 against") counts only right behind its number.
    const Upos upos = analysis_.parse.words[match.first].upos;
    const bool adjacent =
        match.last == match.first + 1 && (upos == Upos::kAdp || upos == Upos::kAdv);
    const Quantity* nearest = nullptr;
    for (const auto& quantity : analysis_.quantities) {
      if (quantity.first < sentence_.first || quantity.last > match.first) continue;
      const uint32_t apart = match.first - quantity.last;
      if (apart <= (adjacent ? 0 : kFarthest) && quantity.low && !quantity.year_like) {
        nearest = &quantity;
      }
    }
    return nearest;
  }

  std::optional<int64_t> voters(const Terms::Match& match) const {
    if (analysis_.parse.words[match.first].upos != Upos::kVerb) return std::nullopt;
    std::vector<std::string_view> states;
    for (const auto& filler : fillers_of(analysis_, lexicon_, match.first)) {
      if (!fills(analysis_, lexicon_, filler, {Slot::kSubject, {}})) continue;
      for (const uint32_t entity :
           participants_of(analysis_.entities, analysis_.parse, filler.word)) {
        const auto& country = analysis_.entities.entities[entity].country;
        if (!country.empty() && std::find(states.begin(), states.end(), country) == states.end()) {
          states.push_back(country);
        }
      }
    }
    if (states.empty()) return std::nullopt;
    return static_cast<int64_t>(states.size());
  }

  const Analysis& analysis_;
  const Lexicon& lexicon_;
  const Terms& terms_;
  const Sentence& sentence_;
  Votes votes_;
};

}  // namespace

bool Votes::contradicts(const Votes& other) const {
  return differ(in_favour, other.in_favour) || differ(against, other.against) ||
         differ(abstained, other.abstained);
}

void Votes::complete(const Votes& other) {
  if (!in_favour) in_favour = other.in_favour;
  if (!against) against = other.against;
  if (!abstained) abstained = other.abstained;
  settled |= other.settled;
}

Votes votes_in(const Analysis& analysis, const Lexicon& lexicon, const Terms& terms,
               const Sentence& sentence) {
  return VoteReader(analysis, lexicon, terms, sentence).read();
}

}  // namespace varde
