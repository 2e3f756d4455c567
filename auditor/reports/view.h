// One run as the writers see it, and what they all count. Every view starts here; no view computes a rating.
#pragma once

#include <array>
#include <deque>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "evaluation/outcome.h"
#include "store/samples.h"
#include "store/store.h"

namespace reports {

using Use = std::function<base::Status(const evaluation::Outcome&)>;
// Where a view's bytes go; an error ends the writing.
using Write = std::function<base::Status(std::string_view)>;

// A run to show: its facts, and its documents in order, one at a time, as often as asked.
struct Run {
  store::RunFacts facts;
  std::function<base::Status(const Use&)> each;
  // Of the documents that `each` gives, where they are a part of the run's; empty: 1, 2, 3, ...
  std::vector<std::size_t> numbers{};
  // The sample that was audited; its method is empty where none was drawn.
  store::Sample sample{};
  // Of the document that comes at that place, from 1.
  std::size_t number(std::size_t place) const { return numbers.empty() ? place : numbers[place - 1]; }
};

// The run in a store, which must outlive the value. People's ratings are beside the auditor's, and count (agreement/
// overrule.h).
base::Result<Run> stored(const store::Store& store);

// A checklist that documents of the run were rated by.
struct ChecklistTally {
  std::string id, title, version, sha256;
  std::size_t audited = 0;
};

// In a run that more than one checklist rated, ids and titles of all but the standard one's say whose they are, since
// "SP1" may be an item of two: "supervision SP1". `own_id` is what the documents' outcomes have.
struct DimensionTally {
  std::string id, title;
  std::string checklist = {}, own_id = {};
  std::array<std::size_t, 4> grades{};  // by evaluation::Grade
  std::size_t without = 0;              // documents where no item of the dimension applies
  bool in_overall = true;
  // Of another checklist than the usual one, where records were rated by several.
  bool other() const { return id != own_id; }
  std::size_t graded() const { return grades[0] + grades[1] + grades[2] + grades[3]; }
};

struct ItemTally {
  std::string id, dimension, question;   // `dimension` as DimensionTally::id
  std::array<std::size_t, 4> ratings{};  // by evaluation::Rating
  std::string checklist = {}, own_id = {};
  std::size_t applies() const { return ratings[0] + ratings[1] + ratings[2]; }
};

struct Rated {
  std::optional<evaluation::Rating> rating;  // none where the document wasn't asked
  bool unsure = false;                       // and no person has rated it
};

// What lists need to know of an audited document.
struct Brief {
  std::size_t number = 0;  // place in the run, from 1
  std::string path, type;
  std::size_t checklist = 0;          // place in Overview::checklists
  std::string team, worker, manager;  // each empty where nothing tells
  std::vector<std::string> children;
  evaluation::Overall overall;
  std::optional<evaluation::Timeliness> timeliness;      // none where a date is missing or the type has no limit
  std::vector<Rated> items;                              // in the order of Overview::items
  std::vector<std::optional<evaluation::Grade>> grades;  // in the order of Overview::dimensions
  std::vector<std::optional<double>> scores;             // likewise
  std::size_t not_met = 0, unsure = 0, flags = 0;
  std::size_t first = 0;           // flags that are to be shown before all else
  std::vector<std::string> parts;  // why it was read only in part; empty where it was read whole
};

struct NotAudited {
  std::string path;
  evaluation::Standing standing = evaluation::Standing::refused;
  std::string reason;  // one line
};

struct FlagFound {
  std::size_t number = 0;  // of the document
  std::string path;
  evaluation::Flag flag;
};

// A rating of low confidence in a document that was read whole (where one wasn't, all its ratings are unsure).
struct UnsureRating {
  std::size_t number = 0;  // of the document
  std::string path;
  std::size_t item = 0;  // place in Overview::items
  evaluation::Rating rating = evaluation::Rating::not_met;
  bool limits = false;  // this item limits its dimension's grade
  std::string why;
};

inline constexpr std::size_t unsure_listed = 20;  // kept of all

struct Overview {
  std::size_t audited = 0, refused = 0, skipped = 0;
  std::size_t by_people = 0, overruled = 0;  // ratings: rated by a person, and of those, otherwise than by the auditor
  std::size_t unscored = 0;                  // documents with overruled ratings whose grades are the auditor's still
  std::size_t in_part = 0;               // of those audited: a limit or damage kept part of the record from being read
  std::array<std::size_t, 4> overall{};  // by Grade
  std::vector<ChecklistTally> checklists;                  // the standard one first; without those that rated nothing
  std::vector<DimensionTally> dimensions;                  // by checklist, in its order
  std::vector<ItemTally> items;                            // likewise
  std::vector<std::pair<std::string, std::size_t>> types;  // by name
  std::vector<std::pair<std::string, std::size_t>> teams;  // likewise; empty where no document tells its team
  std::deque<Brief> documents;                             // audited, in order
  std::string folder;  // what every audited document's path begins with, up to a '/'; may be empty
  std::vector<NotAudited> not_audited;
  std::vector<FlagFound> flags;  // those to be shown first, then by id, then document
  // Those that limit a grade first, then not met before partly before met, then by document: the first of them, since
  // a large run has more than would be looked at or held.
  std::vector<UnsureRating> unsure;
  std::size_t unsure_ratings = 0;  // how many there are
};

base::Result<Overview> overview(const Run& run);

// The id of the checklist that rated it: the run's standard one where the outcome doesn't say.
const std::string& checklist_of(const evaluation::Outcome& outcome, const store::RunFacts& facts);

// What an item of a document asks, and its dimension's id as the document has it; both empty where the run doesn't say.
struct Asked {
  std::string dimension, question;
};
Asked asked_by(const store::RunFacts& facts, const evaluation::Outcome& outcome, const std::string& item);

// Items that apply somewhere and were not always met, weakest first: by points reached of those possible.
std::vector<ItemTally> weakest(const Overview& overview, std::size_t at_most);

// Flags to be shown before all else; they stand at the front of Overview::flags.
std::span<const FlagFound> shown_first(const Overview& overview);

// Documents by need of attention: those with such a flag, then the lowest overall grade first, then the lowest score,
// then the most flags. They are the overview's own.
std::vector<const Brief*> by_need(const Overview& overview);

}  // namespace reports
