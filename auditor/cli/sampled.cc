#include "cli/sampled.h"

#include <algorithm>
#include <filesystem>

#include "base/file.h"
#include "base/limits.h"
#include "readers/sheets.h"

namespace cli {
namespace {

namespace fs = std::filesystem;

bool is_there(const std::string& path) {
  std::error_code error;
  return fs::exists(path, error);
}

// Where the record is; empty where it isn't. A list that was drawn from "exports" may be audited from "/media/exports".
std::string place_of(const std::string& path, const std::vector<std::string>& folders) {
  if (folders.empty()) return is_there(path) ? path : std::string();
  for (const std::string& folder : folders) {
    const fs::path whole = fs::path(folder) / path;
    if (fs::path(path).is_relative() && is_there(whole.string())) return whole.string();
    const fs::path named = fs::path(folder) / "";
    const fs::path name = named.parent_path().filename();
    for (std::size_t at = 0; at < path.size();) {
      std::size_t end = std::min(path.find('/', at), path.size());
      if (end < path.size() && path.substr(at, end - at) == name.string()) {
        const std::string below = (named / path.substr(end + 1)).string();
        if (is_there(below)) return below;
      }
      at = end + 1;
    }
  }
  return is_there(path) ? path : std::string();
}

std::vector<sampling::Row> rows_of(const readers::Sheet& sheet) {
  std::vector<sampling::Row> out;
  for (const readers::SheetRow& row : sheet.rows) {
    sampling::Row& one = out.emplace_back();
    one.number = row.number;
    for (const auto& [column, text] : row.cells) {
      if (one.cells.size() <= column) one.cells.resize(column + 1);
      one.cells[column] = text;
    }
  }
  return out;
}

}  // namespace

base::Result<Sampled> Sampled::read(const std::string& list, const std::vector<std::string>& folders) {
  base::Result<std::string> bytes = base::read_file(list, base::limits::input_bytes);
  if (!bytes) return bytes.error();
  base::Result<std::vector<readers::Sheet>> sheets =
      readers::read_sheets(bytes.value(), list, [](const readers::Sheet&) { return true; });
  if (!sheets) return sheets.error();
  base::Result<sampling::List> read = sampling::read_list(
      sheets.value().empty() ? std::vector<sampling::Row>() : rows_of(sheets.value().front()), list);
  if (!read) return read.error();
  Sampled out;
  out.list_ = std::move(read).value();
  std::string missing;
  std::size_t missed = 0;
  for (const sampling::Listed& one : out.list_.records) {
    std::string place = place_of(one.path, folders);
    if (place.empty() && missed++ == 0) missing = one.path;
    out.strata_[place] = one.stratum;
    out.paths_.push_back(std::move(place));
  }
  if (missed > 0) {
    return base::Error{base::ErrorCode::not_found,
                       list,
                       0,
                       0,
                       std::to_string(missed) + " of its records are not there, the first is " + missing,
                       "name the folder that holds them behind the list"};
  }
  base::Result<intake::Found> found = intake::walk(out.paths_);
  if (!found) return found.error();
  out.found_ = std::move(found).value();
  return out;
}

void Sampled::note(const evaluation::Outcome& outcome) {
  auto found = strata_.find(outcome.path);
  if (found == strata_.end() || outcome.standing != evaluation::Standing::audited) return;
  ++list_.method.strata[found->second].audited;
}

store::Sample Sampled::told() const {
  store::Sample out;
  out.made = list_.method.day + "T00:00:00Z";
  out.method = sampling::as_text(sampling::statement(list_.method, list_.use));
  out.seed = list_.method.seed;
  out.arguments = list_.method.arguments;
  const bool groups = list_.method.strata.size() > 1;
  for (std::size_t i = 0; i < paths_.size(); ++i) {
    const sampling::Listed& one = list_.records[i];
    out.members.push_back({paths_[i], one.child, groups ? list_.method.strata[one.stratum].name : ""});
  }
  return out;
}

base::Result<std::int64_t> keep_sample(const std::string& database, std::int64_t run, const store::Sample& sample) {
  base::Result<store::Store> store = store::Store::open_to_add(database, run);
  if (!store) return store.error();
  base::Result<std::int64_t> number = store::add(store.value(), sample);
  if (!number) return number;
  base::Status set = store::set_sample(store.value(), number.value());
  return set ? number : base::Result<std::int64_t>(set.error());
}

}  // namespace cli
