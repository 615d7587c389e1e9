#include "entity/knowledge_base.h"

#include <charconv>

#include "base/table.h"

namespace varde {
namespace {

bool is_there(const std::filesystem::path& path) {
  std::error_code ignored;
  return std::filesystem::exists(path, ignored);
}

template <class T>
std::optional<T> number_in(std::string_view text) {
  T value{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

// A term's edge: a day, a month or a year; `last` takes the last day of a month or year.
std::optional<Day> term_edge(std::string_view text, bool last) {
  using std::chrono::last_spec;
  if (const auto day = parse_day(text)) return day;
  const auto year = number_in<int>(text.substr(0, 4));
  if (!year || *year < 1000 || *year > 9999) return std::nullopt;
  const std::chrono::year y(*year);
  if (text.size() == 4) {
    return last ? Day(y / std::chrono::December / 31) : Day(y / std::chrono::January / 1);
  }
  const auto month =
      text.size() == 7 && text[4] == '-' ? number_in<unsigned>(text.substr(5)) : std::nullopt;
  if (!month || *month < 1 || *month > 12) return std::nullopt;
  const std::chrono::year_month ym = y / std::chrono::month(*month);
  return last ? Day(ym / std::chrono::last) : Day(ym / 1);
}

bool in_force(const KnownActor& actor, Day day) {
  return (!actor.from || *actor.from <= day) && (!actor.to || day <= *actor.to);
}

}  // namespace

std::optional<EntityType> entity_type_of(std::string_view name) {
  if (name == "person") return EntityType::kPerson;
  if (name == "organization") return EntityType::kOrganization;
  if (name == "armed_group") return EntityType::kArmedGroup;
  if (name == "country") return EntityType::kCountry;
  if (name == "place") return EntityType::kPlace;
  if (name == "group") return EntityType::kGroup;
  return std::nullopt;
}

Result<std::shared_ptr<const KnowledgeBase>> KnowledgeBase::open(
    const std::filesystem::path& folder) {
  auto knowledge = std::make_shared<KnowledgeBase>();
  if (auto read = knowledge->read_countries(folder / "countries.tsv"); !read) {
    return tl::unexpected(read.error());
  }
  if (auto read = knowledge->read_actors(folder / "actors.tsv"); !read) {
    return tl::unexpected(read.error());
  }
  if (auto read = knowledge->read_forums(folder / "forums.tsv"); !read) {
    return tl::unexpected(read.error());
  }
  if (auto read = knowledge->read_given_names(folder / "given_names.tsv"); !read) {
    return tl::unexpected(read.error());
  }
  auto places = PlaceIndex::open({folder / "places.tsv", folder / "places_extra.tsv"});
  if (!places) return tl::unexpected(places.error());
  knowledge->places_ = std::move(*places);
  return std::shared_ptr<const KnowledgeBase>(std::move(knowledge));
}

Result<void> KnowledgeBase::read_countries(const std::filesystem::path& path) {
  auto table = Table::read(path, {"code", "name", "capital", "latitude", "longitude", "geonames"});
  if (!table) return tl::unexpected(table.error());
  for (size_t row = 0; row < table->size(); ++row) {
    Country country;
    country.code = table->cell(row, "code");
    if (country.code.empty()) return failure(table->place(row) + ": has no code; give one");
    country.name = table->cell(row, "name");
    country.capital = table->cell(row, "capital");
    const auto latitude = number_in<double>(table->cell(row, "latitude"));
    const auto longitude = number_in<double>(table->cell(row, "longitude"));
    if (latitude && longitude) country.coordinates = Coordinates{*latitude, *longitude};
    country.geonames = number_in<int64_t>(table->cell(row, "geonames")).value_or(0);
    if (!country_by_code_.emplace(country.code, static_cast<uint32_t>(countries_.size())).second) {
      return failure(table->place(row) + ": code '" + country.code + "' stands twice; remove one");
    }
    countries_.push_back(std::move(country));
  }
  return {};
}

Result<void> KnowledgeBase::read_actors(const std::filesystem::path& path) {
  if (!is_there(path)) return {};
  auto table = Table::read(path, {"id", "type", "name", "country", "sector", "aliases"});
  if (!table) return tl::unexpected(table.error());
  for (size_t row = 0; row < table->size(); ++row) {
    KnownActor actor;
    actor.id = table->cell(row, "id");
    const auto type = entity_type_of(table->cell(row, "type"));
    if (actor.id.empty() || !type) {
      return failure(table->place(row) + ": needs an id and a type: person, organization, " +
                     "armed_group, country, place or group");
    }
    actor.type = *type;
    actor.name = table->cell(row, "name");
    actor.country = table->cell(row, "country");
    for (const auto sector : table->list(row, "sector")) actor.sector.emplace_back(sector);
    actor.office = table->cell(row, "office");
    for (const bool last : {false, true}) {
      const auto text = table->cell(row, last ? "to" : "from");
      const auto edge = text.empty() ? std::nullopt : term_edge(text, last);
      if (!text.empty() && !edge) {
        return failure(table->place(row) + ": '" + std::string(text) +
                       "' is no date; write 2016, 2016-10 or 2016-10-13");
      }
      (last ? actor.to : actor.from) = edge;
    }
    actor.parent = table->cell(row, "parent");
    const auto index = static_cast<uint32_t>(actors_.size());
    const uint32_t first = actor_by_id_.emplace(actor.id, index).first->second;
    actor.continues = first != index;
    if (actor.continues && actors_.back().id != actor.id) {
      return failure(table->place(row) + ": id '" + actor.id +
                     "' stands apart from its other lines; put them one after the other");
    }
    actor_names_.push_back({actor.name, first});
    for (const auto alias : table->list(row, "aliases")) {
      actor_names_.push_back({std::string(alias), first});
    }
    if (!actor.office.empty()) by_office_.emplace(std::pair(actor.country, actor.office), index);
    actors_.push_back(std::move(actor));
  }
  return {};
}

Result<void> KnowledgeBase::read_forums(const std::filesystem::path& path) {
  if (!is_there(path)) return {};
  auto table = Table::read(path, {"id"});
  if (!table) return tl::unexpected(table.error());
  for (size_t row = 0; row < table->size(); ++row) {
    const auto found = actor_by_id_.find(table->cell(row, "id"));
    if (found == actor_by_id_.end()) {
      return failure(table->place(row) + ": no actor has the id '" +
                     std::string(table->cell(row, "id")) + "'");
    }
    const uint32_t first = found->second;
    for (uint32_t i = first; i < actors_.size() && (i == first || actors_[i].continues); ++i) {
      actors_[i].forum = true;
    }
  }
  return {};
}

Result<void> KnowledgeBase::read_given_names(const std::filesystem::path& path) {
  if (!is_there(path)) return {};
  auto table = Table::read(path, {"name", "gender"});
  if (!table) return tl::unexpected(table.error());
  for (size_t row = 0; row < table->size(); ++row) {
    const auto gender = table->cell(row, "gender");
    Gender value = Gender::kUnknown;
    if (gender.starts_with('f') || gender.starts_with('F')) value = Gender::kFeminine;
    if (gender.starts_with('m') || gender.starts_with('M')) value = Gender::kMasculine;
    given_names_.emplace(match_key(table->cell(row, "name")), value);
  }
  return {};
}

uint32_t KnowledgeBase::find_country(std::string_view code) const {
  const auto at = country_by_code_.find(code);
  return at == country_by_code_.end() ? kNone : at->second;
}

uint32_t KnowledgeBase::find_actor(std::string_view id) const {
  const auto at = actor_by_id_.find(id);
  return at == actor_by_id_.end() ? kNone : at->second;
}

const KnownActor& KnowledgeBase::actor_on(uint32_t first, std::optional<Day> day) const {
  const KnownActor* best = &actors_[first];
  if (!day) {  // the last that is still held, else the last
    for (uint32_t i = first + 1; i < actors_.size() && actors_[i].continues; ++i) {
      if (best->to || !actors_[i].to) best = &actors_[i];
    }
    return *best;
  }
  for (uint32_t i = first; i < actors_.size() && (i == first || actors_[i].continues); ++i) {
    if (in_force(actors_[i], *day)) return actors_[i];
    const bool begun = actors_[i].from && *actors_[i].from <= *day;
    if (begun && (!best->from || *best->from < *actors_[i].from)) best = &actors_[i];
  }
  return *best;
}

const KnownActor* KnowledgeBase::office_holder(std::string_view country, std::string_view office,
                                               std::optional<Day> day) const {
  if (!day) return nullptr;
  const auto [begin, end] =
      by_office_.equal_range(std::pair(std::string(country), std::string(office)));
  for (auto at = begin; at != end; ++at) {
    const KnownActor& actor = actors_[at->second];
    if (actor.from && in_force(actor, *day)) return &actor;
  }
  return nullptr;
}

Gender KnowledgeBase::gender_of(std::string_view given_name_key) const {
  const auto at = given_names_.find(given_name_key);
  return at == given_names_.end() ? Gender::kUnknown : at->second;
}

}  // namespace varde
