// The list as data. Shape (list_query.js reads it): names by place ("dimensions", "items", "types", "teams", "flags",
// "checklists"), how many of the dimensions, the first ones, are of the usual checklist ("usual_dimensions"),
// words for types and grades, and "records", each an array of
//   0 number, 1 path without the common folder, 2 type, 3 team, 4 worker, 5 children, 6 overall grade, 7 score in
//   hundredths, 8 grades, one character a dimension, 9 their scores in hundredths, 10 ratings, one character an item,
//   11 working days taken or -1, 12 their limit, 13 whether it was read only in part, 14 flags, 15 the flags' words, 16
//   checklist.
// Types, teams, flags and checklists are places in the names (-1: no team). A character is the value of
// evaluation::Grade or Rating as a digit, '-' where there is none; an unsure rating is a letter instead, 'a' for '0'
// and so on.
#include <algorithm>
#include <map>

#include "base/json.h"
#include "reports/html_parts.h"
#include "reports/words.h"

namespace reports {
namespace {

using base::JsonWriter;
using evaluation::Grade;

constexpr std::size_t kFlagWords = 300;  // bytes for each record: the list must stay small enough to load at once

class Places {
 public:
  explicit Places(const std::vector<std::string>& names) {
    for (const std::string& name : names) places_.emplace(name, static_cast<std::int64_t>(places_.size()));
  }
  std::int64_t of(const std::string& name) const {
    auto found = places_.find(name);
    return found == places_.end() ? -1 : found->second;
  }

 private:
  std::map<std::string, std::int64_t> places_;
};

std::int64_t hundredths(double score) {
  return static_cast<std::int64_t>(score * 100);
}

std::string grades(const Brief& record) {
  std::string out;
  for (const auto& grade : record.grades) out += grade ? static_cast<char>('0' + static_cast<int>(*grade)) : '-';
  return out;
}

std::string ratings(const Brief& record) {
  std::string out;
  for (const Rated& item : record.items) {
    out += item.rating ? static_cast<char>((item.unsure ? 'a' : '0') + static_cast<int>(*item.rating)) : '-';
  }
  return out;
}

void names(JsonWriter& json, const char* key, const std::vector<std::string>& values) {
  json.key(key).begin_array();
  for (const std::string& value : values) json.string(value);
  json.end_array();
}

struct Flags {
  std::vector<std::int64_t> kinds;
  std::string words;
};

std::map<std::size_t, Flags> flags_by_record(const Overview& all, const Places& kinds) {
  std::map<std::size_t, Flags> out;
  for (const FlagFound& found : all.flags) {
    Flags& flags = out[found.number];
    flags.kinds.push_back(kinds.of(found.flag.id));
    if (flags.words.size() < kFlagWords) flags.words += found.flag.reason + " " + found.flag.quote + "\n";
    if (flags.words.size() > kFlagWords) flags.words.resize(kFlagWords);
  }
  return out;
}

}  // namespace

std::string list_data(const Overview& all) {
  std::vector<std::string> dimensions, items, types, teams, flags;
  for (const auto& dimension : all.dimensions) dimensions.push_back(dimension.id);
  for (const auto& item : all.items) items.push_back(item.id);
  for (const auto& [type, count] : all.types) types.push_back(type);
  for (const auto& [team, count] : all.teams) teams.push_back(team);
  for (const auto& found : all.flags) {
    if (flags.empty() || flags.back() != found.flag.id) flags.push_back(found.flag.id);
  }
  JsonWriter json;
  json.begin_object();
  names(json, "dimensions", dimensions);
  json.key("usual_dimensions")
      .number(std::count_if(all.dimensions.begin(), all.dimensions.end(),
                            [](const DimensionTally& each) { return !each.other(); }));
  names(json, "items", items);
  names(json, "types", types);
  names(json, "teams", teams);
  names(json, "flags", flags);
  std::vector<std::string> checklists;
  for (const ChecklistTally& each : all.checklists) checklists.push_back(each.id);
  names(json, "checklists", checklists);
  std::vector<std::string> type_names, grade_names, grade_letters;
  for (const std::string& type : types) type_names.push_back(type_words(type));
  for (Grade grade : {Grade::inadequate, Grade::requires_improvement, Grade::good, Grade::outstanding}) {
    grade_names.emplace_back(words_for(grade));
    grade_letters.emplace_back(letters_for(grade));
  }
  names(json, "type_words", type_names);
  names(json, "grade_words", grade_names);
  names(json, "grade_letters", grade_letters);
  const Places type_places(types), team_places(teams);
  const std::map<std::size_t, Flags> flagged = flags_by_record(all, Places(flags));
  json.key("records").begin_array();
  for (const Brief* at : by_need(all)) {
    const Brief& record = *at;
    std::string children;
    for (const std::string& child : record.children) children += (children.empty() ? "" : ", ") + child;
    json.begin_array().number(static_cast<std::int64_t>(record.number)).string(record.path.substr(all.folder.size()));
    json.number(type_places.of(record.type)).number(team_places.of(record.team)).string(record.worker);
    json.string(children).number(static_cast<std::int64_t>(record.overall.grade));
    json.number(hundredths(record.overall.score)).string(grades(record)).begin_array();
    for (const auto& score : record.scores) json.number(score ? hundredths(*score) : -1);
    json.end_array().string(ratings(record));
    json.number(record.timeliness ? static_cast<std::int64_t>(record.timeliness->working_days) : -1);
    json.number(record.timeliness ? static_cast<std::int64_t>(record.timeliness->limit) : -1);
    json.number(record.parts.empty() ? std::int64_t{0} : 1).begin_array();
    auto found = flagged.find(record.number);
    if (found != flagged.end()) {
      for (std::int64_t kind : found->second.kinds) json.number(kind);
    }
    json.end_array().string(found == flagged.end() ? "" : found->second.words);
    json.number(static_cast<std::int64_t>(record.checklist)).end_array();
  }
  json.end_array().end_object();
  return json.take();
}

}  // namespace reports
