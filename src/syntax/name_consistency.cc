#include "syntax/name_consistency.h"

#include <string_view>
#include <unordered_map>

namespace varde::syntax {

void settle_persons(Parse* parse) {
  const auto& tokens = parse->text->tokens;
  std::unordered_map<std::string_view, std::string_view> label_of;  // by first and last word
  for (const Name& name : parse->names) {
    if (name.type != NameType::kPerson || name.last - name.first < 2) continue;
    label_of.emplace(tokens[name.first].form, name.label);
    label_of.emplace(tokens[name.last - 1].form, name.label);
    label_of.emplace(parse->words[name.last - 1].lemma, name.label);
  }
  if (label_of.empty()) return;
  for (Name& name : parse->names) {
    if (name.last - name.first != 1) continue;
    auto known = label_of.find(tokens[name.first].form);
    if (known == label_of.end()) known = label_of.find(parse->words[name.first].lemma);
    if (known == label_of.end()) continue;
    name.type = NameType::kPerson;
    name.label = known->second;
  }
}

}  // namespace varde::syntax
