#include "sampling/sources.h"

#include <algorithm>
#include <array>
#include <map>
#include <string_view>

#include "base/utf8.h"

namespace sampling {
namespace {

constexpr std::size_t month_size = 7;  // "2009-10"

// What comes with records and is none, by the end of its name.
constexpr std::array no_records = {"bmp",  "csv", "db",   "exe", "gif", "heic", "ini", "jpeg", "jpg",
                                   "json", "mdb", "mov",  "mp3", "mp4", "ods",  "odp", "png",  "ppt",
                                   "pptx", "tif", "tiff", "tsv", "wav", "webp", "xls", "xlsm", "xlsx"};

std::string ending_of(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  const std::size_t dot = path.rfind('.');
  if (dot == std::string::npos || (slash != std::string::npos && dot < slash)) return "";
  return base::fold_case(path.substr(dot + 1));
}

// What the folders of all paths begin with, up to a '/'.
std::string common_folder(const std::vector<Candidate>& all) {
  if (all.empty()) return "";
  std::string out = all.front().path.substr(0, all.front().path.rfind('/') + 1);
  for (const Candidate& one : all) {
    while (!one.path.starts_with(out)) out = out.substr(0, out.rfind('/', out.size() - 2) + 1);
  }
  return out;
}

// In the order of told_names().
std::vector<std::string> values_of(const store::Known& known) {
  return {known.team, known.worker, known.manager, known.type, known.completed.substr(0, month_size), known.grade};
}

const std::vector<std::string>& listed_names() {
  static const std::vector<std::string> names{"team", "worker", "manager", "type", "month", "ethnicity", "disability"};
  return names;
}

// In the order of listed_names().
std::vector<std::string> values_of(const manifest::Case& one) {
  return {one.team,      one.worker,    one.manager, one.type, one.completed.substr(0, month_size),
          one.ethnicity, one.disability};
}

// The places of the names in the frame, which has all of them then.
std::vector<std::size_t> made_room(Frame& frame, const std::vector<std::string>& names) {
  std::vector<std::size_t> places;
  for (const std::string& name : names) {
    places.push_back(place_of(frame, name));
    if (places.back() == frame.names.size()) frame.names.push_back(name);
  }
  for (Candidate& candidate : frame.candidates) candidate.values.resize(frame.names.size());
  return places;
}

}  // namespace

const std::vector<std::string>& told_names() {
  static const std::vector<std::string> names{"team", "worker", "manager", "type", "month", "grade"};
  return names;
}

Frame frame_of(const intake::Found& found) {
  Frame frame;
  frame.source = "the folders and files given";
  frame.names = {"folder"};
  std::size_t archives = 0, others = 0;
  for (const intake::Input& input : found.inputs) {
    const std::string ending = ending_of(input.path);
    if (ending == "zip") {
      ++archives;
    } else if (!input.named && std::find(no_records.begin(), no_records.end(), ending) != no_records.end()) {
      ++others;
    } else {
      frame.candidates.emplace_back().path = input.path;
    }
  }
  leave_out(frame.left_out, "archives, whose records can only be drawn once unpacked", archives);
  leave_out(frame.left_out, "files that are no records by their names", others);
  const std::string common = common_folder(frame.candidates);
  for (Candidate& one : frame.candidates) {
    const std::size_t slash = one.path.rfind('/');
    one.values = {slash == std::string::npos || slash < common.size()
                      ? std::string()
                      : one.path.substr(common.size(), slash - common.size())};
  }
  return frame;
}

Frame frame_of(const std::vector<store::Known>& known) {
  Frame frame;
  frame.source = "the store of earlier audits";
  frame.names = told_names();
  for (const store::Known& one : known) {
    if (one.path.find("!/") != std::string::npos) {
      leave_out(frame.left_out, "in archives, whose records can only be drawn once unpacked", 1);
      continue;
    }
    frame.candidates.push_back({one.path, values_of(one), one.child, one.looked_at});
  }
  return frame;
}

Frame frame_of(const std::vector<manifest::Case>& cases) {
  Frame frame;
  frame.source = "the lists given";
  frame.names = listed_names();
  std::size_t without = 0;
  for (const manifest::Case& one : cases) {
    if (one.document.empty()) {
      ++without;
    } else {
      frame.candidates.push_back({one.document, values_of(one), one.child, ""});
    }
  }
  leave_out(frame.left_out, "on a list without a record", without);
  return frame;
}

void add_cases(Frame& frame, const std::vector<manifest::Case>& cases,
               const std::function<std::vector<std::size_t>(const std::string& path)>& of) {
  const std::vector<std::size_t> places = made_room(frame, listed_names());
  std::vector<bool> used(cases.size());
  for (Candidate& candidate : frame.candidates) {
    const std::vector<std::size_t> own = of(candidate.path);
    for (std::size_t place : own) used[place] = true;
    if (own.empty()) continue;
    const manifest::Case& one = cases[own.front()];
    const std::vector<std::string> values = values_of(one);
    for (std::size_t i = 0; i < places.size(); ++i) {
      if (!values[i].empty()) candidate.values[places[i]] = values[i];
    }
    if (!one.child.empty()) candidate.child = one.child;
  }
  leave_out(frame.left_out, "on a list, and no record of theirs is among the files",
            static_cast<std::size_t>(std::count(used.begin(), used.end(), false)));
}

void add_known(Frame& frame, const std::vector<store::Known>& known,
               const std::function<std::string(const std::string& path)>& sum) {
  std::map<std::string_view, const store::Known*> by_path, by_sum;
  for (const store::Known& one : known) {
    by_path[one.path] = &one;
    const store::Known*& same = by_sum[one.sha256];
    // Of copies, the one that was audited last.
    if (same == nullptr || same->audited <= one.audited) same = &one;
  }
  const std::vector<std::size_t> places = made_room(frame, told_names());
  for (Candidate& candidate : frame.candidates) {
    auto found = by_path.find(candidate.path);
    if (found == by_path.end()) {
      const std::string own = known.empty() ? std::string() : sum(candidate.path);
      found = own.empty() ? by_sum.end() : by_sum.find(own);
      if (found == by_sum.end()) continue;
    }
    const store::Known& one = *found->second;
    const std::vector<std::string> values = values_of(one);
    for (std::size_t i = 0; i < places.size(); ++i) {
      if (candidate.values[places[i]].empty()) candidate.values[places[i]] = values[i];
    }
    if (candidate.child.empty()) candidate.child = one.child;
    candidate.last_audited = std::max(candidate.last_audited, one.audited);
  }
}

}  // namespace sampling
