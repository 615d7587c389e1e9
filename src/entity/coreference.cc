#include "entity/coreference.h"

#include "entity/descriptions.h"
#include "entity/mention_order.h"
#include "entity/name_coreference.h"
#include "entity/pronouns.h"

namespace varde {

void find_coreference(Reading* reading) {
  join_names(reading);
  const MentionOrder order(*reading);
  Descriptions descriptions(reading, order);
  Pronouns pronouns(reading, order);
  for (size_t at = 0; at < order.size(); ++at) {
    const MentionKind kind = reading->drafts[order[at]].kind;
    if (kind == MentionKind::kNominal) descriptions.join(at);
    if (kind == MentionKind::kPronoun) pronouns.join(at);
  }
}

}  // namespace varde
