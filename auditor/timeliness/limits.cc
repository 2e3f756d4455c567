#include "timeliness/limits.h"

#include <algorithm>
#include <cassert>
#include <charconv>
#include <filesystem>
#include <sstream>

#include "base/file.h"
#include "base/limits.h"
#include "base/xml.h"

namespace timeliness {
namespace {

namespace fs = std::filesystem;
using base::xml::Element;
using language::Day;
using language::no_day;

base::Error mistake(const Element& at, const std::string& file, std::string message, std::string advice) {
  return {base::ErrorCode::bad_checklist, file, at.line, at.column, std::move(message), std::move(advice)};
}

std::vector<std::string> words(std::string_view text) {
  std::istringstream stream{std::string(text)};
  std::vector<std::string> out;
  for (std::string word; stream >> word;) out.push_back(word);
  return out;
}

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return out;
}

// A limit whose form the schema has seen to; it lets days pass that no calendar has, such as 31 April.
base::Result<Limit> limit_of(const Element& element, const std::string& file) {
  Limit out;
  std::string_view days = element.attribute("days");
  std::from_chars(days.data(), days.data() + days.size(), out.days);
  for (const std::string& word : words(element.attribute("from"))) {
    out.from.push_back(word == "start" ? Clock::start : Clock::referral);
  }
  for (auto [name, day] : {std::pair("since", &out.since), std::pair("until", &out.until)}) {
    if (!element.has_attribute(name)) continue;
    *day = language::iso_day(element.attribute(name));
    if (*day == no_day) {
      return mistake(element, file, "'" + std::string(element.attribute(name)) + "' is no day",
                     "write it as 2010-04-01");
    }
  }
  if (out.since != no_day && out.until != no_day && out.since > out.until) {
    return mistake(element, file, "the limit ends before it begins", "mend since or until");
  }
  out.source = element.attribute("source");
  return out;
}

Ending ending_of(std::string_view word) {
  return word == "conference" ? Ending::conference : word == "decided" ? Ending::decided : Ending::completed;
}

base::Status add_kind(Limits& limits, const Element& element, const std::string& file) {
  Kind kind;
  kind.type = element.attribute("type");
  kind.also = words(element.attribute("also"));
  kind.title = element.attribute("title");
  kind.ending = ending_of(element.attribute("ends"));
  std::vector<std::string> names = kind.also;
  names.push_back(kind.type);
  for (const std::string& name : names) {
    if (limits.kind(name) != nullptr) {
      return mistake(element, file, "the kind of work '" + name + "' stands twice", "put its limits into one <work>");
    }
  }
  for (const Element& child : element.children) {
    base::Result<Limit> limit = limit_of(child, file);
    if (!limit) return limit.error();
    kind.limits.push_back(std::move(limit).value());
  }
  limits.kinds.push_back(std::move(kind));
  return base::Done{};
}

// The limits of one council, in their order before all others. Also checks those of councils that nobody asked for.
base::Status add_council(Limits& limits, const Element& element, const std::string& file, bool asked_for) {
  std::vector<std::pair<std::size_t, Limit>> own;
  for (const Element& child : element.children) {
    std::string type(child.attribute("type"));
    const Kind* kind = limits.kind(type);
    if (kind == nullptr) {
      return mistake(child, file, "there is no <work> of type '" + type + "'", "add one, or mend the name");
    }
    base::Result<Limit> limit = limit_of(child, file);
    if (!limit) return limit.error();
    own.emplace_back(kind - limits.kinds.data(), std::move(limit).value());
  }
  if (!asked_for) return base::Done{};
  for (auto at = own.rbegin(); at != own.rend(); ++at) {
    std::vector<Limit>& all = limits.kinds[at->first].limits;
    all.insert(all.begin(), std::move(at->second));
  }
  return base::Done{};
}

base::Result<Element> read(const std::string& file, const std::string& schema) {
  base::Result<std::string> bytes = base::read_file(file, base::limits::checklist_bytes);
  if (!bytes) return bytes.error();
  base::Result<Element> root = base::xml::load(bytes.value(), file);
  if (!root) {
    base::Error error = root.error();
    error.code = base::ErrorCode::bad_checklist;
    return error;
  }
  base::Result<std::string> rules = base::read_file(schema, base::limits::checklist_bytes);
  if (!rules) return rules.error();
  base::Status valid = base::xml::validate(bytes.value(), file, rules.value(), schema);
  if (!valid) return valid.error();
  return root;
}

base::Status add_councils(Limits& limits, const Element& root, const std::string& council) {
  std::string names;
  for (const Element& element : root.children) {
    if (element.name != "council") continue;
    std::string name(element.attribute("name"));
    std::string_view code = element.attribute("code");
    bool asked_for = !council.empty() && (lower(name) == lower(council) || (!code.empty() && code == council));
    if (asked_for) limits.council = name;
    names += (names.empty() ? "" : ", ") + name;
    base::Status added = add_council(limits, element, limits.file, asked_for);
    if (!added) return added;
  }
  if (council.empty() || !limits.council.empty()) return base::Done{};
  return base::Error{base::ErrorCode::bad_argument,
                     limits.file,
                     0,
                     0,
                     "has no limits of a council '" + council + "'",
                     names.empty() ? "add a <council>" : "there are those of " + names};
}

base::Result<language::Calendar> calendar_for(const Element& root, const std::string& file, const std::string& data) {
  std::string name(root.attribute("calendar"));
  fs::path path = fs::path(data) / "calendar.xml";
  if (!name.empty() && fs::exists(fs::path(file).parent_path() / name)) {
    path = fs::path(file).parent_path() / name;
  } else if (!name.empty() && name != "calendar.xml") {
    return mistake(root, file, "there is no calendar '" + name + "' beside it", "mend the name, or leave it out");
  }
  base::Result<std::string> bytes = base::read_file(path, base::limits::checklist_bytes);
  if (!bytes) return bytes.error();
  base::Result<Element> calendar = base::xml::load(bytes.value(), path.string());
  if (!calendar) return calendar.error();
  return language::Calendar::load(calendar.value(), path.string());
}

}  // namespace

const char* words_for(Clock clock) {
  return clock == Clock::referral ? "the referral" : "the start";
}

bool Limit::holds_on(Day day) const {
  return (since == no_day || day >= since) && (until == no_day || day <= until);
}

const Kind* Limits::kind(std::string_view type) const {
  for (const Kind& kind : kinds) {
    if (kind.type == type || std::find(kind.also.begin(), kind.also.end(), type) != kind.also.end()) return &kind;
  }
  return nullptr;
}

int Limits::count(Day from, Day to) const {
  assert(from != no_day && from <= to);
  // A first day that is no working day is day 0 also where the first is day 1.
  return calendar.working_days(from, to) + (first_day == 1 && calendar.is_working_day(from) ? 1 : 0);
}

Day Limits::last_in_time(Day from, int days) const {
  return calendar.after(from, days - (first_day == 1 && calendar.is_working_day(from) ? 1 : 0));
}

base::Result<Limits> load_limits(const std::string& file, const std::string& data, const std::string& council) {
  base::Result<Element> root = read(file, (fs::path(data) / "limits.rng").string());
  if (!root) return root.error();
  Limits out;
  out.file = file;
  out.first_day = root.value().attribute("first-day") == "1" ? 1 : 0;
  for (const Element& element : root.value().children) {
    if (element.name != "work") continue;
    base::Status added = add_kind(out, element, file);
    if (!added) return added.error();
  }
  base::Status councils = add_councils(out, root.value(), council);
  if (!councils) return councils.error();
  base::Result<language::Calendar> calendar = calendar_for(root.value(), file, data);
  if (!calendar) return calendar.error();
  out.calendar = std::move(calendar).value();
  return out;
}

}  // namespace timeliness
