// A large run for the browser tests: the records of a stored run over and over, under other names, with their views.
//   repeated_run RUN.db RECORDS FOLDER [TEXT...]
// FOLDER must exist; it gets run.db and the HTML report. Where there are TEXTs, one after the other stands for the
// record's children, team, sections, reasons and flags, as a stranger might have written them.
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

#include "reports/reports.h"
#include "store/store.h"

namespace {

// "exports/team-north/01-dimitrova.docx" -> "exports/team-north/0042/01-dimitrova.docx"
std::string renamed(const std::string& path, std::size_t number) {
  char folder[16];
  std::snprintf(folder, sizeof folder, "%04zu/", number);
  std::size_t name = path.rfind('/') + 1;
  return path.substr(0, name) + folder + path.substr(name);
}

void spoil(evaluation::Outcome& outcome, const std::string& text) {
  outcome.children = {text, "Ella " + text};
  outcome.type = text;
  outcome.particulars = {text, text, text};
  outcome.unknown_sections = {text};
  outcome.document.notes.push_back({document::NoteKind::salvaged, text});
  for (evaluation::Answer& answer : outcome.items) {
    answer.reason = text;
    answer.unsure = text;
    answer.looked_in = {text};
    for (auto& evidence : answer.evidence) evidence.where.section = text;
    for (auto& miss : answer.near_misses) miss.where.section = miss.reason = text;
  }
  for (evaluation::Flag& flag : outcome.flags) flag.reason = text;
}

base::Status repeat(const store::Store& from, std::size_t records, const std::vector<std::string>& texts,
                    store::Store& to) {
  for (std::size_t written = 0, round = 1; written < records; ++round) {
    std::size_t before = written;
    base::Status status = from.each([&](const evaluation::Outcome& outcome) -> base::Status {
      if (written == records || outcome.standing != evaluation::Standing::audited) return base::Done{};
      evaluation::Outcome again = outcome;
      again.path = renamed(outcome.path, round);
      if (!texts.empty()) spoil(again, texts[written % texts.size()]);
      ++written;
      return to.take(again);
    });
    if (!status) return status;
    if (written == before) return base::Error{base::ErrorCode::bad_argument, "", 0, 0, "the run holds no record", ""};
  }
  base::Result<store::RunFacts> facts = from.facts();
  return facts ? to.finish(facts.value()) : base::Status(facts.error());
}

base::Status make(const std::string& run, std::size_t records, const std::string& folder,
                  const std::vector<std::string>& texts) {
  base::Result<store::Store> from = store::Store::open(run);
  if (!from) return from.error();
  std::string path = folder + "/run.db";
  {
    base::Result<store::Store> to = store::Store::create(path, true);
    if (!to) return to.error();
    if (base::Status status = repeat(from.value(), records, texts, to.value()); !status) return status;
  }
  base::Result<store::Store> made = store::Store::open(path);
  return made ? reports::write("html", made.value(), folder) : base::Status(made.error());
}

}  // namespace

int main(int count, char** arguments) {
  if (count < 4) {
    std::fputs("repeated_run RUN.db RECORDS FOLDER [TEXT...]\n", stderr);
    return 2;
  }
  base::Status status = make(arguments[1], std::strtoul(arguments[2], nullptr, 10), arguments[3],
                             std::vector<std::string>(arguments + 4, arguments + count));
  if (!status) std::fprintf(stderr, "%s\n", status.error().one_line().c_str());
  return status ? 0 : 1;
}
