#include "reports/words.h"

#include <array>
#include <cmath>
#include <cstdio>

namespace reports {

const char* words_for(evaluation::Grade grade) {
  switch (grade) {
    case evaluation::Grade::inadequate:
      return "Inadequate";
    case evaluation::Grade::requires_improvement:
      return "Requires improvement";
    case evaluation::Grade::good:
      return "Good";
    case evaluation::Grade::outstanding:
      return "Outstanding";
  }
  return "";
}

const char* letters_for(evaluation::Grade grade) {
  switch (grade) {
    case evaluation::Grade::inadequate:
      return "I";
    case evaluation::Grade::requires_improvement:
      return "RI";
    case evaluation::Grade::good:
      return "G";
    case evaluation::Grade::outstanding:
      return "O";
  }
  return "";
}

const char* words_for(evaluation::Rating rating) {
  switch (rating) {
    case evaluation::Rating::not_met:
      return "Not met";
    case evaluation::Rating::partly:
      return "Partly met";
    case evaluation::Rating::met:
      return "Met";
    case evaluation::Rating::not_applicable:
      return "Does not apply";
  }
  return "";
}

const char* letters_for(evaluation::Rating rating) {
  switch (rating) {
    case evaluation::Rating::not_met:
      return "N";
    case evaluation::Rating::partly:
      return "P";
    case evaluation::Rating::met:
      return "M";
    case evaluation::Rating::not_applicable:
      return "\u2013";
  }
  return "";
}

const char* symbol_for(evaluation::Rating rating) {
  switch (rating) {
    case evaluation::Rating::not_met:
      return "\u25CB";
    case evaluation::Rating::partly:
      return "\u25D0";
    case evaluation::Rating::met:
      return "\u25CF";
    case evaluation::Rating::not_applicable:
      return "\u2013";
  }
  return "";
}

std::string type_words(const std::string& type) {
  if (type.empty()) return "Type not told";
  std::string out = type;
  for (char& c : out) {
    if (c == '_') c = ' ';
  }
  if (out[0] >= 'a' && out[0] <= 'z') out[0] = static_cast<char>(out[0] - 'a' + 'A');
  return out;
}

std::string place_words(const evaluation::Place& place) {
  std::string out = place.section;
  auto add = [&](const char* what, std::int64_t number) {
    if (!out.empty()) out += ", ";
    out += what + std::to_string(number);
  };
  if (place.page > 0) add("page ", place.page);
  if (place.table > 0) add("table ", place.table);
  if (place.row > 0) add("row ", place.row);
  return out;
}

std::string flag_words(std::string_view id) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 9> flags{{
      {"F1", "Template text left in"},
      {"F2", "Another child\u2019s name"},
      {"F3", "Statements that contradict each other"},
      {"F4", "The same passage in another record"},
      {"F5", "Impossible or doubtful date"},
      {"F6", "Needed field left blank"},
      {"F7", "Text and data return disagree"},
      {"F8", "The same quotation in another record"},
      {"F9", "A child may be in danger now"},
  }};
  for (const auto& [flag, words] : flags) {
    if (flag == id) return std::string(words);
  }
  return "";
}

std::string people_words(std::size_t by_people, std::size_t overruled, std::size_t unscored) {
  if (by_people == 0) return "";
  std::string out = counted(by_people, "rating is a person\u2019s", "ratings are people\u2019s") + ", and " +
                    std::to_string(overruled) + " of them " + (overruled == 1 ? "differs" : "differ") +
                    " from the auditor\u2019s; they count in all figures and grades";
  if (unscored > 0) {
    out += ", but for the grades of " + counted(unscored, "record") +
           ": the run was made before it was kept how it is graded";
  }
  return out + ".";
}

std::string counted(std::size_t count, std::string_view one, std::string_view many) {
  std::string out = std::to_string(count) + " ";
  if (count == 1) return out.append(one);
  return many.empty() ? out.append(one) + "s" : out.append(many);
}

std::string score_words(double score) {
  char buffer[32];
  std::snprintf(buffer, sizeof buffer, "%.2f", std::floor(score * 100 + 1e-9) / 100);
  return buffer;
}

std::vector<std::string> parts_of(const evaluation::Outcome& outcome) {
  std::vector<std::string> out;
  for (const document::Note& note : outcome.document.notes) {
    if (document::tells_of_a_part(note)) out.push_back(note.message);
  }
  return out;
}

std::string reason_of(const base::Error& error) {
  base::Error placeless = error;
  placeless.file.clear();
  return placeless.one_line();
}

std::string time_words(const std::string& utc) {
  static constexpr std::array<const char*, 12> months{"January",   "February", "March",    "April",
                                                      "May",       "June",     "July",     "August",
                                                      "September", "October",  "November", "December"};
  int year = 0, month = 0, day = 0, hour = 0, minute = 0;
  if (std::sscanf(utc.c_str(), "%4d-%2d-%2dT%2d:%2d", &year, &month, &day, &hour, &minute) != 5) return utc;
  if (month < 1 || month > 12) return utc;
  char buffer[80];
  std::snprintf(buffer, sizeof buffer, "%d %s %d, %02d:%02d UTC", day, months[static_cast<std::size_t>(month - 1)],
                year, hour, minute);
  return buffer;
}

}  // namespace reports
