#include "base/limit.h"

#include <algorithm>
#include <charconv>
#include <optional>

namespace base {
namespace {

struct LimitRow {
  const char* name;
  std::uint64_t unit;   // what 1 stands for
  const char* word;     // behind the number, with its blank
  std::uint64_t usual;  // in units, as the next two
  std::uint64_t least;
  std::uint64_t most;
  bool is_size;  // memory and time follow it
  const char* meaning;
};

constexpr std::uint64_t mib = 1u << 20;
constexpr std::uint64_t follow_up_to = 8;  // times their usual

// In the order of Limit. Figures marked [E5] are from a survey of about 1,000 real exports (largest part 12.6 MB, ratio
// 79, 733 entries, longest PDF 429 pages). The most are what a large machine can do and lengths in the program can
// hold.
constexpr std::array<LimitRow, limit_count> limit_table{{
    {"file", mib, " MiB", 256, 1, 4'096, true, "a file, and each one in an archive"},                // [E5]
    {"part", mib, " MiB", 64, 1, 2'048, true, "one part of a Word or OpenDocument file, unpacked"},  // [E5]
    {"unpacked", mib, " MiB", 256, 1, 4'096, true, "all parts of such a file, unpacked"},            // [E5]
    {"ratio", 1, "", 200, 10, 1'000'000, false, "how many times its size a part may be unpacked"},   // [E5]
    {"parts", 1, "", 20'000, 1, 1'000'000, false, "parts of such a file, or files in an archive"},   // [E5]
    {"archive", mib, " MiB", 2'048, 1, 1'048'576, false, "all files of an archive, unpacked"},       // a disk
    {"text", mib, " MiB", 60, 1, 240, true, "the text of a document"},                        // 20 million characters
    {"paragraph", mib, " MiB", 8, 1, 240, true, "one paragraph or table cell"},               // whole records have 1
    {"paragraphs", 1, "", 2'000'000, 1, 50'000'000, true, "paragraphs of a document"},        // a long novel has 10,000
    {"cells", 1, "", 1'000'000, 1, 20'000'000, true, "table cells of a document"},            //
    {"repeats", 1, "", 20'000, 1, 1'000'000, false, "table cells that are copies of one"},    // honest tables have few
    {"pages", 1, "", 5'000, 1, 100'000, true, "pages of a PDF"},                              // [E5]
    {"drawing", 1, "", 2'000'000, 1'000, 100'000'000, true, "steps that draw a PDF's page"},  //
    {"structure", 1, "", 1'000'000, 1'000, 20'000'000, true, "parts of a tagged PDF's structure"},
    {"seconds", 1, " seconds", 10, 1, 3'600, false, "processor time for a document, longer texts have more"},
    {"memory", mib, " MiB", 2'048, 512, 65'536, false, "memory for a document"},
    {"ocr-page", 1, " seconds", 20, 1, 3'600, false, "text recognition of a page; dense ones take 3"},
    {"ocr-document", 1, " seconds", 600, 1, 86'400, false, "text recognition of a document"},
}};

constexpr const LimitRow& row_of(Limit which) {
  return limit_table[static_cast<std::size_t>(which)];
}

constexpr std::array<std::uint64_t, limit_count> usual_values() {
  std::array<std::uint64_t, limit_count> values{};
  for (std::size_t i = 0; i < limit_count; ++i) values[i] = limit_table[i].usual * limit_table[i].unit;
  return values;
}

std::string option_of(const LimitRow& row, std::uint64_t units) {
  return "--limit " + std::string(row.name) + "=" + std::to_string(units);
}

std::string limit_names() {
  std::string out;
  for (const LimitRow& row : limit_table) out += (out.empty() ? "" : ", ") + std::string(row.name);
  return out;
}

// What to set: what is needed and a little more, or else twice as much; nothing where that is more than may be.
std::optional<std::uint64_t> raised_to(Limit which, std::uint64_t needed) {
  const LimitRow& row = row_of(which);
  const std::uint64_t now = limit(which) / row.unit;
  if (needed > 0) {
    needed = needed / row.unit + (needed % row.unit > 0 ? 1 : 0);
    if (needed > row.most) return std::nullopt;
    return std::max(needed, now + 1);
  }
  if (now >= row.most) return std::nullopt;
  return std::min(2 * now, row.most);
}

}  // namespace

constinit std::array<std::uint64_t, limit_count> limit_values::in_force = usual_values();

Result<std::pair<Limit, std::uint64_t>> limit_setting(std::string_view typed) {
  const std::size_t equals = std::min(typed.find('='), typed.size());
  const std::string name(typed.substr(0, equals));
  const auto bad = [](std::string message, std::string advice) {
    return Error{ErrorCode::bad_argument, "", 0, 0, std::move(message), std::move(advice)};
  };
  const auto found =
      std::find_if(limit_table.begin(), limit_table.end(), [&](const LimitRow& row) { return name == row.name; });
  if (found == limit_table.end()) return bad("there is no limit '" + name + "'", "choose from " + limit_names());
  std::string_view number = typed.substr(std::min(equals + 1, typed.size()));
  std::uint64_t units = 0;
  const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), units);
  const bool whole = error == std::errc() && end == number.data() + number.size();
  if (!whole || units < found->least || units > found->most) {
    return bad("the limit '" + name + "' takes a whole number from " + std::to_string(found->least) + " to " +
                   std::to_string(found->most) + (*found->word == '\0' ? "" : " of" + std::string(found->word)),
               "usual is " + name + "=" + std::to_string(found->usual));
  }
  return std::pair{static_cast<Limit>(found - limit_table.begin()), units * found->unit};
}

void set_limits(const LimitSettings& settings) {
  auto& values = limit_values::in_force;
  const auto usual = usual_values();
  values = usual;
  bool own_memory = false;
  bool own_seconds = false;
  for (const auto& [which, value] : settings) {
    values[static_cast<std::size_t>(which)] = value;
    own_memory |= which == Limit::memory;
    own_seconds |= which == Limit::seconds;
  }
  std::uint64_t times = 1;
  for (std::size_t i = 0; i < limit_count; ++i) {
    if (limit_table[i].is_size) times = std::max(times, std::min((values[i] + usual[i] - 1) / usual[i], follow_up_to));
  }
  if (!own_memory) values[static_cast<std::size_t>(Limit::memory)] *= times;
  if (!own_seconds) values[static_cast<std::size_t>(Limit::seconds)] *= times;
}

std::uint64_t most(Limit which) {
  return row_of(which).most * row_of(which).unit;
}

std::vector<std::string> unusual_limits() {
  std::vector<std::string> out;
  for (const LimitRow& row : limit_table) {
    const std::uint64_t now = limit(static_cast<Limit>(&row - limit_table.data())) / row.unit;
    if (now != row.usual) out.push_back(std::string(row.name) + "=" + std::to_string(now));
  }
  return out;
}

std::string limit_words(Limit which) {
  const LimitRow& row = row_of(which);
  return std::to_string(limit(which) / row.unit) + row.word;
}

std::string advice_to_raise(Limit which, const std::string& otherwise, std::uint64_t needed) {
  const std::optional<std::uint64_t> units = raised_to(which, needed);
  if (!units) {
    return otherwise + ": this limit can be raised to " + std::to_string(row_of(which).most) + row_of(which).word +
           " and no further";
  }
  return otherwise + ", or raise the limit: " + option_of(row_of(which), *units);
}

std::string cut_at(Limit which, const std::string& note, std::uint64_t needed) {
  const std::optional<std::uint64_t> units = raised_to(which, needed);
  if (!units) return note + " (more cannot be asked for: split it)";
  return note + " (to read more: " + option_of(row_of(which), *units) + ")";
}

std::string limits_help() {
  std::string out =
      "\nLimits, for --limit (name, usual value, most, what it bounds; memory and seconds rise with sizes):\n";
  for (const LimitRow& row : limit_table) {
    std::string line = "  " + std::string(row.name);
    line.resize(std::max<std::size_t>(line.size(), 15), ' ');
    line += std::to_string(row.usual) + row.word;
    line.resize(std::max<std::size_t>(line.size(), 29), ' ');
    line += std::to_string(row.most);
    line.resize(std::max<std::size_t>(line.size(), 40), ' ');
    out += line + row.meaning + "\n";
  }
  return out;
}

}  // namespace base
