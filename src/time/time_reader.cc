// How a document is read: find the patterns (time_matcher.h) and the time words inside compounds
// (compounds.h), longest first and from left to right; tell what tense governs each (tense.h); date
// the document (dating.h); resolve the expressions in text order (resolver.h), since "the next day"
// counts from the one before; join what one conjunction holds together.
#include "time/time_reader.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "base/utf8.h"
#include "syntax/children.h"
#include "text/number.h"
#include "time/compounds.h"
#include "time/dating.h"
#include "time/found_time.h"
#include "time/resolver.h"

namespace varde {
namespace {

constexpr int64_t kNarrativeDays = 2;  // a longer interval is no point of the story to count from
constexpr int64_t kJoinedDays = 7;     // "Monday and Tuesday" lie no further apart

struct Resolved {
  TimeExpression expression;
  const FoundTime* found;
};

// The token of [first, last) whose head lies outside.
uint32_t head_of(const Parse& parse, uint32_t first, uint32_t last) {
  for (uint32_t i = first; i < last; ++i) {
    const uint32_t head = parse.words[i].head;
    if (head == kNoHead || head < first || head >= last) {
      if (parse.words[i].relation != Relation::kPunct &&
          parse.words[i].relation != Relation::kCase &&
          parse.words[i].relation != Relation::kMark) {
        return i;
      }
    }
  }
  return last - 1;
}

// Whether the last word of a match introduces a clause or a noun behind it.
void note_what_follows(const Parse& parse, const TimeMatch& match, TimeContext* context) {
  const Word& last = parse.words[match.last - 1];
  const bool introduces = last.relation == Relation::kMark || last.relation == Relation::kCase ||
                          last.relation == Relation::kFixed;
  const bool ahead = last.head != kNoHead && last.head >= match.last;
  const bool verbal = ahead && (parse.words[last.head].upos == Upos::kVerb ||
                                parse.words[last.head].upos == Upos::kAux);
  const bool clause = ahead && parse.words[last.head].relation == Relation::kAdvcl;
  context->before_clause =
      introduces && ahead && (verbal || clause || last.relation == Relation::kMark);
  context->before_noun = introduces && ahead && !context->before_clause;
}

// Two days that one conjunction holds together are one interval.
bool join(const Parse& parse, const TimeWords& words, const Resolved& next, Resolved* with) {
  TimeExpression& a = with->expression;
  const TimeExpression& b = next.expression;
  if (b.first != a.last + 1 || !a.interval || !b.interval || a.span || b.span) return false;
  if (with->found->op() != Op::kWeekday || next.found->op() != Op::kWeekday) return false;
  if (!words.join.contains(to_lower(parse.form(a.last)))) return false;
  Interval first = *a.interval;
  Interval second = *b.interval;
  if (second.begin < first.begin) {
    const bool future = next.found->tense.direction == Direction::kFuture;
    Interval& shift = future ? second : first;
    shift = moved(shift, TimeUnit::kWeek, future ? 1 : -1);
  }
  if ((second.end - first.begin).count() > kJoinedDays) return false;
  a.interval = cover(first, second);
  a.last = b.last;
  return true;
}

// The day or stretch that the clause behind `mark` tells of.
const TimeExpression* time_within(const Parse& parse, const Times& times, uint32_t mark) {
  const auto& all = times.expressions;
  auto one = std::lower_bound(all.begin(), all.end(), mark,
                              [](const TimeExpression& a, uint32_t b) { return a.first < b; });
  for (; one != all.end() && parse.sentence_of[one->first] == parse.sentence_of[mark]; ++one) {
    if (!one->interval || one->span) continue;
    if (is_within(parse, one->head, parse.words[mark].head)) return &*one;
  }
  return nullptr;
}

// "since fighting erupted in May" is a stretch as "since May" is. It dates what the clause hangs
// on and stands at the word that opens the clause.
void add_since_clauses(const Parse& parse, const TimeWords& words, Times* times) {
  if (!times->published) return;
  std::vector<TimeExpression> added;
  for (uint32_t mark = 0; mark < parse.words.size(); ++mark) {
    const Word& self = parse.words[mark];
    if (self.relation != Relation::kMark || self.head == kNoHead || self.head < mark) continue;
    const uint32_t above = parse.words[self.head].head;
    if (above == kNoHead || !words.since.contains(to_lower(parse.form(mark)))) continue;
    const TimeExpression* within = time_within(parse, *times, mark);
    if (within != nullptr && within->first == mark) continue;
    TimeExpression since{mark, mark + 1, above, std::nullopt, true};
    if (within != nullptr && within->interval->begin <= times->published->end) {
      since.interval = Interval{within->interval->begin, times->published->end};
      since.opens = within->interval;
    }
    added.push_back(since);
  }
  auto& all = times->expressions;
  all.insert(all.end(), added.begin(), added.end());
  std::sort(all.begin(), all.end(),
            [](const TimeExpression& a, const TimeExpression& b) { return a.first < b.first; });
}

}  // namespace

std::string_view to_string(PublishedBasis basis) {
  switch (basis) {
    case PublishedBasis::kMetadata:
      return "metadata";
    case PublishedBasis::kDateline:
      return "dateline";
    case PublishedBasis::kInferred:
      return "inferred";
    case PublishedBasis::kUnknown:
      break;
  }
  return "unknown";
}

struct TimeReader::Knowledge {
  Knowledge(TimeWords time_words, NumberReader number_reader)
      : words(std::move(time_words)), index(words), numbers(std::move(number_reader)) {}
  Knowledge(const Knowledge&) = delete;

  std::vector<FoundTime> find(TimeMatcher* matcher, const Parse& parse) const;
  void resolve_all(const Parse& parse, const std::vector<FoundTime>& found, Times* times) const;

  TimeWords words;
  PatternIndex index;
  NumberReader numbers;
};

std::vector<FoundTime> TimeReader::Knowledge::find(TimeMatcher* matcher, const Parse& parse) const {
  std::vector<FoundTime> found;
  for (uint32_t s = 0; s < parse.text->sentences.size(); ++s) {
    const Sentence& sentence = parse.text->sentences[s];
    for (uint32_t at = sentence.first; at < sentence.last;) {
      auto match = matcher->longest(at, sentence.last);
      if (!match) match = time_in_compound(words, numbers, parse, at);
      if (!match) {
        ++at;
        continue;
      }
      FoundTime one;
      one.match = *match;
      one.head = head_of(parse, match->first, match->last);
      one.sentence = s;
      one.tense = tense_of(parse, words, one.head);
      at = match->last;
      found.push_back(std::move(one));
    }
  }
  return found;
}

void TimeReader::Knowledge::resolve_all(const Parse& parse, const std::vector<FoundTime>& found,
                                        Times* times) const {
  std::vector<Resolved> resolved;
  TimeContext context;
  context.published = times->published;
  uint32_t sentence = 0;
  std::optional<Interval> beginning;
  for (const FoundTime& one : found) {
    if (one.sentence != sentence) context.in_sentence.reset();
    // Below a sub-head, "the day before" counts from what the story began with again.
    for (; sentence < one.sentence; ++sentence) {
      const Sentence& passed = parse.text->sentences[sentence];
      if (passed.kind == SentenceKind::kSubhead) context.narrative = beginning;
    }
    note_what_follows(parse, one.match, &context);
    const uint32_t above = parse.words[one.head].head;
    context.on_verb = above == kNoHead || parse.words[above].upos == Upos::kVerb;
    const Meaning meaning = resolve(one.match, one.tense, context);
    if (meaning.hours) {
      times->durations.push_back({one.match.first, one.match.last, one.head, *meaning.hours});
    }
    if (meaning.nothing || (meaning.hours && !meaning.interval)) continue;
    Resolved next{{one.match.first, one.match.last, one.head, meaning.interval, meaning.span,
                   meaning.until, meaning.opens, meaning.closes},
                  &one};
    if (resolved.empty() || !join(parse, words, next, &resolved.back())) resolved.push_back(next);
    const auto& interval = resolved.back().expression.interval;
    if (!interval || meaning.span || days_in(*interval) > kNarrativeDays) continue;
    context.in_sentence = interval;
    if (!context.before_clause) context.narrative = interval;
    if (!beginning) beginning = context.narrative;
  }
  for (const Resolved& one : resolved) times->expressions.push_back(one.expression);
  add_since_clauses(parse, words, times);
}

Result<TimeReader> TimeReader::open(const std::filesystem::path& pack) {
  auto words = TimeWords::read(pack / "time.toml");
  if (!words) return tl::unexpected(words.error());
  auto numbers = NumberReader::open(pack);
  if (!numbers) return tl::unexpected(numbers.error());
  TimeReader reader;
  reader.knowledge_ = std::make_unique<const Knowledge>(std::move(*words), std::move(*numbers));
  return reader;
}

Times TimeReader::read(const Parse& parse, std::optional<Interval> published, Arena& arena,
                       const std::vector<Interval>& in_office) const {
  Times times(arena);
  if (published && !within_range(*published)) published.reset();
  TimeMatcher matcher(knowledge_->words, knowledge_->index, parse,
                      knowledge_->numbers.read(*parse.text));
  const auto found = knowledge_->find(&matcher, parse);
  const DocumentDate date = date_document(parse, found, published, in_office);
  times.published = date.published;
  times.basis = date.basis;
  knowledge_->resolve_all(parse, found, &times);
  return times;
}

TimeReader::TimeReader() = default;
TimeReader::~TimeReader() = default;
TimeReader::TimeReader(TimeReader&&) noexcept = default;
TimeReader& TimeReader::operator=(TimeReader&&) noexcept = default;

}  // namespace varde
