#include "output/format.h"

#include <set>
#include <vector>

#include "output/csv.h"
#include "output/document_table.h"
#include "output/json.h"
#include "output/plover.h"

namespace varde {
namespace {

template <class Record>
void keep(double least, std::vector<Record>* records) {
  std::erase_if(*records, [&](const Record& record) { return record.confidence < least; });
}

}  // namespace

std::string format_header(Format format) {
  return format == Format::kCsv ? csv_header() : std::string();
}

std::string format_document(Format format, const Look& look, const CodedDocument& document,
                            std::string_view text) {
  std::string out;
  switch (format) {
    case Format::kJsonLines:
      append_json(document, &out);
      out += '\n';
      break;
    case Format::kTable:
      append_table(document, text, look, &out);
      break;
    case Format::kCsv:
      append_csv(document, &out);
      break;
    case Format::kPlover:
      append_plover(document, &out);
      break;
  }
  return out;
}

void keep_confident(double least, CodedDocument* document) {
  keep(least, &document->events);
  keep(least, &document->tolls);
  keep(least, &document->ceasefires);
  keep(least, &document->talks);
  keep(least, &document->resolutions);
  keep(least, &document->control);
  std::set<std::string_view> left;
  for (const EventRecord& event : document->events) left.insert(event.id);
  for (TollRecord& toll : document->tolls) {
    if (!left.contains(toll.event)) toll.event.clear();
  }
}

}  // namespace varde
