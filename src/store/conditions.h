// A filter as conditions of SQL statements, and as a test of an entry.
#ifndef VARDE_STORE_CONDITIONS_H_
#define VARDE_STORE_CONDITIONS_H_

#include <string>
#include <vector>

#include "store/store.h"

namespace varde::store {

// A statement that grows by conditions and their values.
class Statement {
 public:
  explicit Statement(std::string text) : text_(std::move(text)) {}
  // Binds a value; the name by which the text means it.
  std::string value(Value value) {
    values_.push_back(std::move(value));
    return "$" + std::to_string(values_.size());
  }
  void add(const std::string& more) { text_ += more; }
  const std::string& text() const { return text_; }
  const Values& values() const { return values_; }

 private:
  std::string text_;
  Values values_;
};

// A filter, which must outlive it, with its words as look-up keys.
class Conditions {
 public:
  explicit Conditions(const Filter& filter);

  const Filter& filter() const { return filter_; }
  bool has_facets() const { return !facets_.empty() || !filter_.happened_in.empty(); }
  bool hold(const ledger::Entry& entry) const;

  // Adds conditions on `e`, an entry or the facts of one, of this kind (a value of the statement).
  // The first facet finds the entries by its index, the others are looked up for each of them.
  void add_facets(const std::string& kind, Statement* statement) const;
  // Days, and how many reports.
  void add_days(Statement* statement) const;

 private:
  const Filter& filter_;
  std::vector<std::vector<std::string>> facets_;  // of each list, any must hold
};

}  // namespace varde::store

#endif  // VARDE_STORE_CONDITIONS_H_
