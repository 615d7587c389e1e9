// The parameters of a query, checked: each is read by name, and those that nobody read are errors,
// so that a slip of the pen is no condition silently dropped.
#ifndef VARDE_SERVER_PARAMETERS_H_
#define VARDE_SERVER_PARAMETERS_H_

#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "server/message.h"
#include "store/review_queue.h"
#include "store/store.h"

namespace varde::server {

class Parameters {
 public:
  explicit Parameters(const Query& query) : query_(query) {}

  // "" where it is absent.
  std::string text(const std::string& name);
  std::vector<std::string> list(const std::string& name);
  int64_t number(const std::string& name, int64_t otherwise, int64_t least, int64_t most);
  double real(const std::string& name, double otherwise, double least, double most);
  std::optional<Day> day(const std::string& name);
  // Where a page of entries ended, as cursor_of writes it.
  std::optional<store::Position> position(const std::string& name);
  // The same of the queue.
  std::optional<store::QueuePosition> queue_position(const std::string& name);
  std::string one_of(const std::string& name, const std::vector<std::string>& values);

  // actor, country, place, type, source, since, until, as_of, min_reports.
  store::Filter filter();

  // What is wrong with the first parameter that is: nothing when all were read and are right.
  std::optional<std::string> fault() const;

 private:
  void wrong(const std::string& name, const std::string& what);
  // What stands before and behind the mark of a cursor.
  template <class Number>
  std::optional<std::pair<Number, std::string>> cursor(const std::string& name);

  const Query& query_;
  std::set<std::string> read_;
  std::optional<std::string> fault_;
};

// A place in a list of entries, or in the queue, as `next` gives it.
std::string cursor_of(const store::Position& position);
std::string cursor_of(const store::QueuePosition& position);

}  // namespace varde::server

#endif  // VARDE_SERVER_PARAMETERS_H_
