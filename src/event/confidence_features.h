// What speaks for an event's being one that an annotator would code, as numbers that a learned
// model reads (event_model.h). Nothing here knows a language.
#ifndef VARDE_EVENT_CONFIDENCE_FEATURES_H_
#define VARDE_EVENT_CONFIDENCE_FEATURES_H_

#include <array>
#include <string_view>

#include "event/analysis.h"
#include "event/event.h"

namespace varde {

constexpr size_t kConfidenceFeatures = 20;
using ConfidenceFeatures = std::array<float, kConfidenceFeatures>;

// `event` as the rules left it.
ConfidenceFeatures confidence_features(const Analysis& analysis, const Event& event);

std::array<std::string_view, kConfidenceFeatures> confidence_feature_names();

}  // namespace varde

#endif  // VARDE_EVENT_CONFIDENCE_FEATURES_H_
