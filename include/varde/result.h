// Errors are values at every edge of the library: a call that can fail returns Result<T>, and no
// exception crosses it.
#ifndef VARDE_RESULT_H_
#define VARDE_RESULT_H_

#include <string>
#include <tl/expected.hpp>
#include <utility>

namespace varde {

// What went wrong, in words that a user can act on: the file and place first where there is one
// ("lang/nb/lexicon/attack.txt:12: unknown frame 'atack'"), then what to do.
struct Error {
  std::string message;
};

template <class T>
using Result = tl::expected<T, Error>;

inline tl::unexpected<Error> failure(std::string message) {
  return tl::unexpected<Error>(Error{std::move(message)});
}

}  // namespace varde

#endif  // VARDE_RESULT_H_
