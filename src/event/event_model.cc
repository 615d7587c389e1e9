#include "event/event_model.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <map>
#include <string_view>

#include "base/mapped_file.h"
#include "base/safetensors.h"

namespace varde {
namespace {

constexpr std::string_view kFormat = "varde-events/1";
// Who stands on one side of an event seldom stands on the other too, so it needs that much more.
constexpr double kOtherSide = 0.5;
// How likely another one of a country that takes part must be to take part as well.
constexpr double kBeside = 0.5;

std::string_view metadata(const Safetensors& file, std::string_view key) {
  const auto found = file.metadata.find(key);
  return found == file.metadata.end() ? std::string_view() : std::string_view(found->second);
}

template <size_t n>
std::string joined(const std::array<std::string_view, n>& names) {
  std::string list;
  for (const auto name : names) list.append(list.empty() ? "" : " ").append(name);
  return list;
}

constexpr std::string_view kTrainer = "training/train_events.py";

Result<void> check(const Safetensors& file) {
  auto identity = check_identity(file, kFormat, kTrainer);
  if (!identity) return identity;
  if (metadata(file, "features") != joined(role_feature_names()) ||
      metadata(file, "confidence.features") != joined(confidence_feature_names())) {
    return failure(fmt::format("it reads other features; make it again with {}", kTrainer));
  }
  return {};
}

PlaceInContext place_of_entity(const Entities& entities, const RoleCandidate& candidate) {
  const Entity& entity = entities.entities[candidate.entity];
  const bool place = entity.type == EntityType::kPlace;
  PlaceInContext found;
  if (place || entity.type == EntityType::kCountry) found.name = entity.name;
  found.country = entity.country;
  found.coordinates = place ? entity.coordinates : std::nullopt;
  found.geonames = place ? entity.geonames : 0;
  found.word = candidate.word;
  found.entity = candidate.entity;
  found.inferred = true;
  return found;
}

bool is_among(const std::vector<Role>& roles, uint32_t entity) {
  return std::any_of(roles.begin(), roles.end(),
                     [entity](const Role& role) { return role.entity == entity; });
}

Result<double> threshold_of(const Safetensors& file, const std::string& role) {
  const std::string_view text = metadata(file, role + ".threshold");
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || !(value > 0 && value < 1)) {
    return failure(fmt::format("'{}.threshold' must be a number between 0 and 1", role));
  }
  return value;
}

}  // namespace

Result<EventModel> EventModel::open(const std::filesystem::path& path) {
  const auto mapped = MappedFile::open(path);
  if (!mapped) return tl::unexpected(mapped.error());
  const auto fail = [&](const Error& error) {
    return failure(fmt::format("{}: {}", path.string(), error.message));
  };
  const auto file = Safetensors::read(mapped->bytes());
  if (!file) return fail(file.error());
  if (const auto checked = check(*file); !checked) return fail(checked.error());
  EventModel model;
  for (const auto& [name, role] : {std::pair<std::string, RoleTrees*>{"actor", &model.actor_},
                                   {"recipient", &model.recipient_}}) {
    auto country = TreeEnsemble::read(*file, name + ".country", kRoleFeatures);
    if (!country) return fail(country.error());
    auto entity = TreeEnsemble::read(*file, name + ".entity", kRoleFeatures);
    if (!entity) return fail(entity.error());
    const auto threshold = threshold_of(*file, name);
    if (!threshold) return fail(threshold.error());
    *role = {std::move(*country), std::move(*entity), *threshold};
  }
  auto place = TreeEnsemble::read(*file, "place.country", kRoleFeatures);
  if (!place) return fail(place.error());
  const auto threshold = threshold_of(*file, "place");
  if (!threshold) return fail(threshold.error());
  model.place_ = {std::move(*place), *threshold};
  auto confidence = TreeEnsemble::read(*file, "confidence", kConfidenceFeatures);
  if (!confidence) return fail(confidence.error());
  model.confidence_ = std::move(*confidence);
  return model;
}

std::vector<Role> EventModel::roles(const RoleTrees& model, const EventContext& context,
                                    const std::vector<RoleCandidate>& candidates,
                                    const std::vector<Role>& own, const std::vector<Role>& other) {
  const auto country_of = [&](const RoleCandidate& candidate) {
    return context.analysis.entities.entities[candidate.entity].country;
  };
  std::map<std::string_view, double> countries;
  for (const RoleCandidate& candidate : candidates) {
    double& sure = countries[country_of(candidate)];
    sure = std::max(sure, model.country.probability(candidate.features));
  }
  struct Choice {
    double sure = -2;
    Role role;
  };
  std::map<std::string_view, Choice> choices;
  for (const RoleCandidate& candidate : candidates) {
    const auto country = country_of(candidate);
    if (countries[country] < model.threshold) continue;
    double sure = model.entity.probability(candidate.features);
    if (is_among(other, candidate.entity)) sure -= kOtherSide;
    if (sure <= choices[country].sure) continue;
    const auto stated = std::find_if(
        own.begin(), own.end(), [&](const Role& role) { return role.entity == candidate.entity; });
    choices[country] = {sure, stated != own.end()
                                  ? *stated
                                  : Role{candidate.entity, candidate.word, Certainty::kLikely}};
  }
  std::vector<Role> found;
  for (const auto& [country, choice] : choices) found.push_back(choice.role);
  // "The president and the rebels' leader signed": of one country, but both are named.
  for (const RoleCandidate& candidate : candidates) {
    if (!choices.contains(country_of(candidate)) || is_among(found, candidate.entity)) continue;
    if (is_among(other, candidate.entity)) continue;
    const auto stated = std::find_if(
        own.begin(), own.end(), [&](const Role& role) { return role.entity == candidate.entity; });
    if (stated == own.end() || model.entity.probability(candidate.features) < kBeside) continue;
    found.push_back(*stated);
  }
  std::sort(found.begin(), found.end(),
            [](const Role& a, const Role& b) { return a.word < b.word; });
  return found;
}

// Of the likeliest country its likeliest place, else the country itself.
void EventModel::set_place(const EventContext& context,
                           const std::vector<RoleCandidate>& candidates, Event* event) const {
  const Entities& entities = context.analysis.entities;
  const RoleCandidate* best = nullptr;
  const RoleCandidate* named = nullptr;  // a place in the best candidate's country
  double highest = 0, highest_named = 0;
  std::vector<double> sure;
  for (const RoleCandidate& candidate : candidates) {
    sure.push_back(place_.country.probability(candidate.features));
    if (entities.entities[candidate.entity].country.empty() || sure.back() <= highest) continue;
    highest = sure.back();
    best = &candidate;
  }
  const bool unknown = event->place && event->place->country.empty();
  if (best == nullptr || highest < place_.threshold) {
    if (!unknown) event->place.reset();
    return;
  }
  const auto country = entities.entities[best->entity].country;
  if (event->place && (unknown || event->place->country == country)) return;
  for (size_t i = 0; i < candidates.size(); ++i) {
    const Entity& entity = entities.entities[candidates[i].entity];
    const bool where = entity.type == EntityType::kPlace || entity.type == EntityType::kCountry;
    if (!where || entity.country != country || sure[i] <= highest_named) continue;
    highest_named = sure[i];
    named = &candidates[i];
  }
  event->place = place_of_entity(entities, named != nullptr ? *named : *best);
}

void EventModel::assign(const EventContext& context, std::vector<Event>* events) const {
  for (Event& event : *events) {
    if (!event.reported) continue;
    // Everything is told from what the rules found, so all is asked before anything is changed.
    const auto actors = context.candidates(event, RoleKind::kActor);
    const auto recipients = event.frame->reciprocal
                                ? std::vector<RoleCandidate>()
                                : context.candidates(event, RoleKind::kRecipient);
    event.confidence = confidence_.probability(confidence_features(context.analysis, event));
    set_place(context, actors, &event);
    auto actor = roles(actor_, context, actors, event.actor, event.recipient);
    event.recipient = roles(recipient_, context, recipients, event.recipient, event.actor);
    event.actor = std::move(actor);
  }
}

}  // namespace varde
