#include <algorithm>
#include <charconv>
#include <map>
#include <optional>

#include "base/csv.h"
#include "base/utf8.h"
#include "sampling/list.h"
#include "sampling/list_sum.h"

namespace sampling {
namespace {

constexpr std::size_t no_column = static_cast<std::size_t>(-1);

base::Error bad(const std::string& name, std::uint32_t row, std::string message, std::string advice) {
  return {base::ErrorCode::bad_argument, name, row, 0, std::move(message), std::move(advice)};
}

// The places of the columns that are read.
struct Columns {
  std::size_t use = no_column, order = no_column, stratum = no_column, path = no_column, child = no_column,
              unfit = no_column;
};

std::string at(const Row& row, std::size_t column) {
  return column < row.cells.size() ? base::typed(row.cells[column]) : std::string();
}

std::string trimmed_at(const Row& row, std::size_t column) {
  return std::string(base::trimmed(at(row, column)));
}

std::optional<Columns> columns_of(const Row& head) {
  Columns out;
  const std::pair<const char*, std::size_t*> known[] = {{"use", &out.use},         {"order", &out.order},
                                                        {"stratum", &out.stratum}, {"path", &out.path},
                                                        {"child", &out.child},     {"unfit", &out.unfit}};
  for (const auto& [name, place] : known) {
    for (std::size_t i = 0; i < head.cells.size() && *place == no_column; ++i) {
      if (base::fold_case(base::trimmed(head.cells[i])) == name) *place = i;
    }
  }
  for (std::size_t place : {out.use, out.order, out.stratum, out.path, out.unfit}) {
    if (place == no_column) return std::nullopt;
  }
  return out;
}

// The number that the text begins with, which is taken off it; nothing where it does not begin with one.
std::optional<std::uint64_t> number(std::string_view& text) {
  std::uint64_t out = 0;
  auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
  if (error != std::errc()) return std::nullopt;
  text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  return out;
}

bool take(std::string_view& text, std::string_view word) {
  if (!text.starts_with(word)) return false;
  text.remove_prefix(word.size());
  return true;
}

// "12.5%", or 12,5% where a spreadsheet writes it so.
std::optional<double> percent(std::string_view text) {
  std::optional<std::uint64_t> whole = number(text);
  if (!whole) return std::nullopt;
  auto out = static_cast<double>(*whole);
  if (take(text, ".") || take(text, ",")) {
    for (double part = 0.1; !text.empty() && text[0] >= '0' && text[0] <= '9'; part /= 10) {
      out += part * (text[0] - '0');
      text.remove_prefix(1);
    }
  }
  return text == "%" ? std::optional(out / 100) : std::nullopt;
}

std::optional<Stratum> stratum_of(std::string_view text) {
  Stratum out;
  for (auto [count, behind] :
       {std::pair{&out.of, " held, "}, {&out.drawn, " drawn, "}, {&out.reserve, " in reserve: "}}) {
    std::optional<std::uint64_t> found = number(text);
    if (!found || !take(text, behind)) return std::nullopt;
    *count = *found;
  }
  out.name = text;
  const bool possible =
      !out.name.empty() && out.of <= UINT32_MAX && out.drawn <= out.of && out.reserve <= out.of - out.drawn;
  return possible ? std::optional(out) : std::nullopt;
}

// What facts say that isn't of the method itself.
struct Seals {
  std::string list;
};

// Whether the fact was understood; one of a name that isn't known is passed over, since later versions may write more.
bool take_fact(Method& method, Seals& seals, const std::string& name, std::string_view value) {
  auto counted = [&](auto& into) {
    std::optional<std::uint64_t> found = number(value);
    if (found) into = *found;
    return found.has_value();
  };
  auto shared = [&](double& into) {
    std::optional<double> found = percent(value);
    if (found) into = *found;
    return found.has_value();
  };
  auto worded = [&](std::string_view word, std::string& into) {
    bool found = take(value, word);
    into = value;
    return found;
  };
  if (name == "asked") return counted(method.asked) && value.empty();
  if (name == "seed") return counted(method.seed) && value.empty();
  if (name == "share") return shared(method.share);
  if (name == "margin") return shared(method.margin);
  if (name == "drawn_on") return worded("on ", method.day);
  if (name == "program") return worded("version ", method.program_version);
  if (name == "frame_sum") return worded("sha256 ", method.frame_sha256);
  if (name == "list_sum") return worded("sha256 ", seals.list);
  if (name == "argument") {
    if (!take(value, "is ")) return false;
    method.arguments.emplace_back(value);
  }
  if (name == "source") method.source = value;
  if (name == "quota_of") method.quota_of = value;
  if (name == "by") method.by.emplace_back(value);
  if (name == "dip") method.dip = value == "yes";
  if (name == "left_out") {
    LeftOut one;
    if (!counted(one.records) || !take(value, " ")) return false;
    one.reason = value;
    method.left_out.push_back(one);
  }
  if (name == "stratum") {
    std::optional<Stratum> one = stratum_of(value);
    if (!one) return false;
    method.frame += one->of;
    method.strata.push_back(*one);
  }
  return true;
}

struct Entry {
  SummedRow row;
  std::uint32_t number = 0;
  std::string child;
  bool unfit = false;
};

// Those to audit, the unfit replaced.
base::Status choose(List& list, const std::vector<Entry>& entries, const std::string& name) {
  std::map<std::string, std::size_t> strata;
  for (std::size_t i = 0; i < list.method.strata.size(); ++i) strata[list.method.strata[i].name] = i;
  std::vector<std::size_t> wanted(list.method.strata.size());
  for (bool reserve : {false, true}) {
    for (const Entry& entry : entries) {
      if (entry.row.reserve != reserve) continue;
      auto stratum = strata.find(entry.row.stratum);
      if (stratum == strata.end()) {
        return bad(name, entry.number, "the stratum is none of those drawn from", "write it as it was, or draw again");
      }
      if (!reserve && entry.unfit) {
        ++list.use.unfit;
        ++wanted[stratum->second];
      }
      if (entry.unfit || (reserve && wanted[stratum->second] == 0)) continue;
      if (reserve) {
        --wanted[stratum->second];
        ++list.use.replaced;
      }
      list.records.push_back({entry.row.path, entry.child, stratum->second});
    }
  }
  if (list.records.empty()) return bad(name, 0, "holds no record to audit", "draw again with auditor sample");
  return base::Done{};
}

}  // namespace

base::Result<List> read_list(const std::vector<Row>& rows, const std::string& name) {
  std::optional<Columns> columns = rows.empty() ? std::nullopt : columns_of(rows.front());
  if (!columns) {
    return bad(name, 0, "is not the list of a sample: use, order, stratum, path and unfit are its first columns",
               "make one with auditor sample");
  }
  List list;
  Seals seals;
  std::vector<Entry> entries;
  std::map<std::string, std::uint32_t> seen;
  for (auto row = rows.begin() + 1; row != rows.end(); ++row) {
    const std::string use = base::fold_case(trimmed_at(*row, columns->use));
    const std::string stratum = at(*row, columns->stratum), path = at(*row, columns->path);
    if (use == "method" || (use.empty() && path.empty())) continue;
    if (use == "fact") {
      if (take_fact(list.method, seals, stratum, path)) continue;
      return bad(name, row->number, "the fact '" + stratum + "' was changed", "write it as it was, or draw again");
    }
    if (use != "drawn" && use != "reserve") {
      return bad(name, row->number, "use is neither drawn nor reserve", "write it as it was; why not goes under unfit");
    }
    const std::string order = trimmed_at(*row, columns->order);
    std::string_view rest = order;
    std::optional<std::uint64_t> place = number(rest);
    if (!place || path.empty()) {
      return bad(name, row->number, path.empty() ? "has no path" : "has no order", "write it as it was, or draw again");
    }
    if (!seen.emplace(path, row->number).second) {
      return bad(name, row->number, "names the same record as row " + std::to_string(seen[path]),
                 "take one of them out");
    }
    entries.push_back({{*place, use == "reserve", stratum, path},
                       row->number,
                       columns->child == no_column ? "" : at(*row, columns->child),
                       !trimmed_at(*row, columns->unfit).empty()});
  }
  if (list.method.strata.empty() || list.method.day.empty() || seals.list.empty()) {
    return bad(name, 0, "does not say how it was drawn: its rows of facts are missing", "keep the list's last rows");
  }
  std::stable_sort(entries.begin(), entries.end(),
                   [](const Entry& a, const Entry& b) { return a.row.order < b.row.order; });
  std::vector<SummedRow> summed;
  for (const Entry& entry : entries) summed.push_back(entry.row);
  list.use.changed = list_sum(std::move(summed)) != seals.list;
  base::Status chosen = choose(list, entries, name);
  if (!chosen) return chosen.error();
  return list;
}

}  // namespace sampling
