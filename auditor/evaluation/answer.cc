#include "evaluation/answer.h"

#include <algorithm>

#include "base/utf8.h"

namespace evaluation {
namespace {

using checklist::Candidate;
using checklist::Found;
using checklist::Record;

constexpr std::size_t quotes_shown = 6;
constexpr std::size_t words_in_reason = 24;
constexpr const char* no_record =
    "No child is named and nothing is told of anybody: an empty form, guidance or a list is no record.";

std::string first_words(const std::string& text, std::size_t most) {
  std::size_t words = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == ' ' && ++words == most) return text.substr(0, i) + " \u2026";
  }
  return text;
}

std::vector<Evidence> evidence_of(const std::vector<Candidate>& candidates, const Record& record) {
  std::vector<Evidence> out;
  for (const Candidate& candidate : candidates) {
    if (out.size() == quotes_shown) break;
    if (candidate.at.empty()) continue;
    out.push_back({candidate.at, std::string(candidate.at.of(record.document.text)), place_of(record, candidate.at)});
  }
  return out;
}

// The nearest misses of every rule, each place once, with why it was not taken.
std::vector<NearMiss> near_misses(std::vector<Candidate> near, std::size_t most, const Record& record) {
  checklist::order(near);
  std::vector<NearMiss> out;
  for (const Candidate& candidate : near) {
    if (out.size() == most) break;
    if (candidate.at.empty()) continue;
    out.push_back({candidate.at, std::string(candidate.at.of(record.document.text)), place_of(record, candidate.at),
                   candidate.near_reason()});
  }
  return out;
}

std::vector<std::string> looked_in(const checklist::Item& item, const Record& record) {
  std::vector<std::string> out;
  for (const form::Section& section : record.form.sections) {
    bool wanted = item.look.empty() || std::find(item.look.begin(), item.look.end(), section.kind) != item.look.end();
    if (!wanted || section.heading.empty()) continue;
    std::string heading = base::on_one_line(section.heading.of(record.document.text));
    if (std::find(out.begin(), out.end(), heading) == out.end()) out.push_back(std::move(heading));
    if (out.size() == 12) break;
  }
  if (out.empty()) out.emplace_back("the whole record");
  return out;
}

// Why a rating should be checked first; empty where nothing speaks against it.
std::string unsure_of(const Answer& answer, const Record& record) {
  if (answer.rating == Rating::not_met && record.form.sections.size() > 3) {
    auto known = std::count_if(record.form.sections.begin(), record.form.sections.end(),
                               [](const form::Section& s) { return s.recognised; });
    if (2 * static_cast<std::size_t>(known) < record.form.sections.size()) return "most headings were not recognised";
  }
  return "";
}

}  // namespace

Place place_of(const Record& record, base::Span at) {
  Place place;
  std::int32_t index = record.form.unit_at(at.begin);
  if (index < 0) return place;
  const form::Unit& unit = record.form.units[static_cast<std::size_t>(index)];
  place.page = unit.page;
  if (unit.table >= 0) {
    place.table = unit.table + 1;
    place.row = static_cast<std::int32_t>(unit.row) + 1;
  }
  if (unit.section >= 0) {
    base::Span heading = record.form.sections[static_cast<std::size_t>(unit.section)].heading;
    place.section = base::on_one_line(heading.of(record.document.text));
  }
  return place;
}

std::string reason(const std::string& because, const Found& found, const Record& record) {
  std::string out;
  for (std::size_t i = 0; i < because.size();) {
    std::size_t end = because[i] == '{' ? because.find('}', i) : std::string::npos;
    if (end == std::string::npos) {
      out += because[i++];
      continue;
    }
    std::string name = because.substr(i + 1, end - i - 1);
    if (name == "quote") {
      std::string quote = found.evidence.empty()
                              ? std::string("\u2026")
                              : base::on_one_line(found.evidence.front().at.of(record.document.text));
      out += "\u201C" + first_words(quote, words_in_reason) + "\u201D";
    } else if (auto word = found.words.find(name); word != found.words.end() && !word->second.empty()) {
      out += word->second;
    } else if (name == "name" && !found.evidence.empty() && !found.evidence.front().name.empty()) {
      out += found.evidence.front().name;
    } else {
      out += name == "count" ? std::to_string(found.evidence.size()) : std::string("\u2026");
    }
    i = end + 1;
  }
  return out;
}

Answer answer(const checklist::Item& item, const Record& record) {
  Answer out;
  out.item = item.id;
  std::vector<Candidate> near;
  auto tried = [&](const std::vector<checklist::Rule>& rules, Rating rating) {
    for (const checklist::Rule& rule : rules) {
      Found found = rule.query->find(record, {});
      if (found.holds) {
        out.rating = rating;
        out.reason = reason(rule.because, found, record);
        out.evidence = evidence_of(found.evidence, record);
        if (rating != Rating::met) near.insert(near.end(), found.near.begin(), found.near.end());
        return true;
      }
      near.insert(near.end(), found.near.begin(), found.near.end());
    }
    return false;
  };
  if (!record.facts.about_somebody) {
    out.rating = Rating::not_met;
    out.reason = no_record;
    return out;
  }
  bool decided = tried(item.not_applicable, Rating::not_applicable);
  if (!decided) near.clear();
  decided = decided || tried(item.met, Rating::met) || tried(item.partly, Rating::partly);
  if (!decided) {
    out.rating = Rating::not_met;
    out.reason = item.absent;
    out.looked_in = looked_in(item, record);
  }
  if (out.rating == Rating::not_met || out.rating == Rating::partly) {
    out.near_misses = near_misses(std::move(near), item.nearest, record);
    // What is quoted as evidence is no near miss of the same item.
    std::erase_if(out.near_misses, [&](const NearMiss& miss) {
      return std::any_of(out.evidence.begin(), out.evidence.end(),
                         [&](const Evidence& e) { return e.at.overlaps(miss.at); });
    });
  }
  // A rating above not met must rest on words; a rule that holds by an absence alone points at where it looked.
  if (out.evidence.empty() && (out.rating == Rating::met || out.rating == Rating::partly)) {
    out.rating = Rating::not_met;
    out.reason = item.absent;
    out.looked_in = looked_in(item, record);
  }
  out.unsure = unsure_of(out, record);
  return out;
}

std::vector<Flag> flags(const checklist::Flag& flag, const Record& record) {
  std::vector<Flag> out;
  for (const checklist::Rule& rule : flag.rules) {
    Found found = rule.query->find(record, {});
    if (!found.holds) continue;
    std::sort(found.evidence.begin(), found.evidence.end(),
              [](const Candidate& a, const Candidate& b) { return a.at.begin < b.at.begin; });
    for (const Candidate& candidate : found.evidence) {
      if (out.size() == quotes_shown) break;
      Found one;
      one.evidence = {candidate};
      one.words = found.words;
      if (!candidate.name.empty()) one.words["names"] = std::string(candidate.name);
      out.push_back({flag.id,
                     candidate.at,
                     std::string(candidate.at.of(record.document.text)),
                     reason(rule.because, one, record),
                     {},
                     flag.first});
    }
  }
  return out;
}

}  // namespace evaluation
