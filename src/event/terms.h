// Words that the records of ceasefires and resolutions ask for: lang/<code>/terms.tsv.
#ifndef VARDE_EVENT_TERMS_H_
#define VARDE_EVENT_TERMS_H_

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "event/analysis.h"
#include "varde/result.h"

namespace varde {

// Classes: ceasefire (nouns), proposal (nouns, of one), unilateral (of one), resolution (nouns),
// body (value: its code), decides (verbs by which a body decides), votes (those of them that do not
// say how it ended), in_favour, against, abstained, vote (nouns), versus (between two counts of
// votes), unanimous, further (another resolution), purpose (value: humanitarian, holiday,
// evacuation, peace_process), exclude, renewable, earlier (another ceasefire than the one at hand),
// invites (verbs).
class Terms {
 public:
  static Result<Terms> open(const std::filesystem::path& pack);

  struct Match {
    uint32_t first = 0;  // tokens, half open
    uint32_t last = 0;
    std::string_view value;
  };
  // Where words of a class stand between two tokens, in text order. Nouns also match as parts of
  // compounds.
  std::vector<Match> find(const Analysis& analysis, std::string_view term_class, uint32_t first,
                          uint32_t last) const;
  bool is(const Analysis& analysis, std::string_view term_class, uint32_t token) const;

 private:
  struct Term {
    std::vector<std::string> words;
    std::string value;
    bool part = false;  // may be part of a compound
  };
  std::map<std::string, std::vector<Term>, std::less<>> classes_;
};

}  // namespace varde

#endif  // VARDE_EVENT_TERMS_H_
