// One row per event, by RFC 4180: comma, CRLF, cells quoted where they must be. Lists are joined
// with ';', in parallel columns: the second of `actor` is the second of `actor_name`.
#ifndef VARDE_OUTPUT_CSV_H_
#define VARDE_OUTPUT_CSV_H_

#include <string>
#include <string_view>

#include "varde/coded_document.h"

namespace varde {

std::string csv_header();
void append_csv(const CodedDocument& document, std::string* to);

// Quoted where it must be.
void append_csv_cell(std::string_view cell, std::string* to);

}  // namespace varde

#endif  // VARDE_OUTPUT_CSV_H_
