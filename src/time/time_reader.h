// The room's entry: every time expression of a document as an interval of days.
#ifndef VARDE_TIME_TIME_READER_H_
#define VARDE_TIME_TIME_READER_H_

#include <filesystem>
#include <memory>
#include <optional>
#include <vector>

#include "base/arena.h"
#include "syntax/parse.h"
#include "time/times.h"
#include "varde/result.h"

namespace varde {

// The time words of one language, lang/<code>/time.toml and numbers.tsv. Immutable after opening,
// shared by threads.
class TimeReader {
 public:
  // Fails when a file is missing or has a mistake; the message names file and line.
  static Result<TimeReader> open(const std::filesystem::path& pack);
  // `parse` must be indexed (Parse::index) and its text not empty of sentences for anything to be
  // found. `published` is what the caller knows about the publication date; without it, `in_office`
  // may help to infer one: disjoint intervals on which all persons of the text held office. What is
  // returned lives in `arena`.
  Times read(const Parse& parse, std::optional<Interval> published, Arena& arena,
             const std::vector<Interval>& in_office = {}) const;

  ~TimeReader();
  TimeReader(TimeReader&&) noexcept;
  TimeReader& operator=(TimeReader&&) noexcept;

 private:
  TimeReader();
  struct Knowledge;
  std::unique_ptr<const Knowledge> knowledge_;
};

}  // namespace varde

#endif  // VARDE_TIME_TIME_READER_H_
