// Who took part and where, and how sure an event is, decided by models. Participants and places:
// over the candidates of role_features.h, which countries fill a role, which entity stands for
// each, and in which country the event happened. The rules' finding is one of its features; what
// they miss is mostly what the clause leaves to be understood ("police answered with tear gas").
// codebook/events.safetensors, trained on annotated articles by training/train_events.py; the same
// for every language.
#ifndef VARDE_EVENT_EVENT_MODEL_H_
#define VARDE_EVENT_EVENT_MODEL_H_

#include <filesystem>
#include <vector>

#include "event/confidence_features.h"
#include "event/role_features.h"
#include "event/tree_ensemble.h"
#include "varde/result.h"

namespace varde {

// Immutable after opening, thread safe.
class EventModel {
 public:
  // Takes the file for hostile: the error names it and what to do.
  static Result<EventModel> open(const std::filesystem::path& path);

  // Sets confidences (the share of events of its kind that annotators code too), actors, recipients
  // and places of the events that are reported. Participants that rules did
  // not give are likely, not stated. The rules' place stays where its country does.
  void assign(const EventContext& context, std::vector<Event>* events) const;

 private:
  struct RoleTrees {
    TreeEnsemble country;  // does the candidate's country take part in the role?
    TreeEnsemble entity;   // does the candidate itself?
    double threshold = 0.5;
  };
  struct Place {
    TreeEnsemble country;  // is it the country of the event's place?
    double threshold = 0.5;
  };
  EventModel() = default;
  void set_place(const EventContext& context, const std::vector<RoleCandidate>& candidates,
                 Event* event) const;
  // `own` and `other`: what rules gave this role and the other.
  static std::vector<Role> roles(const RoleTrees& model, const EventContext& context,
                                 const std::vector<RoleCandidate>& candidates,
                                 const std::vector<Role>& own, const std::vector<Role>& other);

  RoleTrees actor_;
  RoleTrees recipient_;
  Place place_;
  TreeEnsemble confidence_;
};

}  // namespace varde

#endif  // VARDE_EVENT_EVENT_MODEL_H_
