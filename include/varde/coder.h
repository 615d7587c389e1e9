// The library's one entrance: open a Coder once, code any number of documents.
#ifndef VARDE_CODER_H_
#define VARDE_CODER_H_

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "varde/coded_document.h"
#include "varde/document.h"
#include "varde/result.h"

namespace varde {

struct LanguagePack;

// Where the knowledge lies: a folder that holds codebook/, lang/ and kb/.
struct CoderOptions {
  std::filesystem::path data;
};

// A language that the data folder holds a pack for.
struct LanguageInfo {
  std::string code;   // BCP 47
  std::string name;   // in English
  std::string model;  // what its model was trained on and scores, one line
  size_t lexicon_entries = 0;
};

// Immutable after opening and shared by threads. Coding allocates from what the call owns, touches
// no global and does no input or output; the same document, data and version give the same result.
class Coder {
 public:
  // Reads and checks the codebook, the knowledge base and every language pack under
  // `options.data`. An error names the file and line to mend.
  static Result<std::unique_ptr<Coder>> open(const CoderOptions& options);

  ~Coder();
  Coder(const Coder&) = delete;
  Coder& operator=(const Coder&) = delete;

  // Never fails: a text that cannot be coded (empty, another language) gives a document without
  // records whose `notes` say why.
  CodedDocument code(const Document& document) const;

  // How each event of the document came about, as text for people: the sentence with its tree, the
  // frame, the line of the lexicon, and the words behind each role, status, date, place and source.
  std::string explain(const Document& document) const;

  // The document's sentences as CoNLL-U, names in MISC; an error when the language has no pack.
  Result<std::string> parse(const Document& document) const;

  std::vector<LanguageInfo> languages() const;

  // For those who edit a lexicon. Lines that can never decide anything, one message each; and all
  // lines of a language, or those that a document evokes, as "file:line".
  std::vector<std::string> lexicon_faults(std::string_view language) const;
  std::vector<std::string> lexicon_lines(std::string_view language) const;
  std::vector<std::string> evoked_lines(const Document& document) const;

 private:
  Coder();
  struct Rooms;

  // Fills in what is known of a document before it is analysed; null when it cannot be, and then
  // its notes say why.
  const LanguagePack* prepare(const Document& document, CodedDocument* coded) const;
  template <class Use>
  void analyse(const Document& document, const LanguagePack& pack, CodedDocument* coded,
               Use use) const;

  std::unique_ptr<Rooms> rooms_;
};

}  // namespace varde

#endif  // VARDE_CODER_H_
