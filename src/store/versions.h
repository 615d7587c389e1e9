// What coded a document: part of every record, so that a reader can tell old codings from new.
#ifndef VARDE_STORE_VERSIONS_H_
#define VARDE_STORE_VERSIONS_H_

#include <filesystem>
#include <string>

#include "varde/result.h"

namespace varde::store {

// {"varde":"0.1.0","data":"<12 digits>"}: the program's version and a fingerprint of codebook/,
// lang/ and kb/ in the data folder.
Result<std::string> versions_of(const std::filesystem::path& data);

}  // namespace varde::store

#endif  // VARDE_STORE_VERSIONS_H_
