// `auditor pack`: a run as a ZIP file that can be handed on and checked; and checking one.
#include <algorithm>
#include <cstdlib>
#include <optional>
#include <set>

#include "cli/commands.h"
#include "cli/confined.h"
#include "cli/interrupt.h"
#include "cli/pseudonymised.h"
#include "cli/terminal.h"
#include "intake/walk.h"
#include "pack/print.h"
#include "pack/sources.h"
#include "pack/verify.h"
#include "pack/write.h"
#include "reports/words.h"
#include "store/store.h"

namespace cli {
namespace {

constexpr unsigned print_seconds = 60;

base::Error interrupted_error() {
  return {base::ErrorCode::interrupted, "", 0, 0, "interrupted", ""};
}

// The files of a checklist as the run used it, where they are found: by what the run was told, else by its id. Empty
// where none with the same sum is.
std::vector<checklist::File> files_of(const store::RunFacts& facts, const store::ChecklistFacts& used) {
  std::vector<std::string> names;
  for (std::size_t i = 0; i < facts.arguments.size(); ++i) {
    const std::string& argument = facts.arguments[i];
    if (argument == "--checklist" && i + 1 < facts.arguments.size()) names.push_back(facts.arguments[i + 1]);
    if (argument.starts_with("--checklist=")) names.push_back(argument.substr(argument.find('=') + 1));
  }
  names.push_back(used.id);
  for (const std::string& name : names) {
    base::Result<checklist::Checklist> found = loaded(name);
    if (!found || found.value().sha256 != used.sha256) continue;
    base::Result<std::vector<checklist::File>> files = checklist::files_of(found.value());
    if (files) return std::move(files).value();
  }
  return {};
}

// Of every checklist of the run, what several name once. Empty where one of them isn't at hand.
std::vector<pack::ChecklistFile> checklists_of(const store::RunFacts& facts) {
  std::vector<pack::ChecklistFile> out;
  std::set<std::string> there;
  for (const store::ChecklistFacts& used : facts.checklists()) {
    std::vector<checklist::File> files = files_of(facts, used);
    if (files.empty()) return {};
    for (checklist::File& file : files) {
      if (!pack::is_safe(file.path)) return {};
      if (there.insert(file.path).second) out.push_back({std::move(file.path), std::move(file.bytes)});
    }
  }
  return out;
}

// The run, but that an interrupt ends what goes through it.
reports::Run interruptible(const reports::Run& run, const std::atomic<bool>* stop) {
  auto each = [run, stop](const reports::Use& use) {
    return run.each([&](const evaluation::Outcome& outcome) -> base::Status {
      if (stop->load()) return interrupted_error();
      return use(outcome);
    });
  };
  return reports::Run{run.facts, each, run.numbers, run.sample};
}

int tell(const base::Error& error) {
  int status = fail(error);
  return error.code == base::ErrorCode::interrupted ? interrupted : status;
}

void tell_packed(const pack::Contents& contents, const pack::Written& written) {
  std::string out = "Pack:   " + written.whole.path + ", " + reports::counted(written.files, "file") + ", " +
                    reports::counted(written.audited, "record") + ", " +
                    (contents.pseudonymised ? "names replaced by labels\n" : "WITH REAL NAMES\n");
  if (!written.without_pdf.empty()) out += "        summary.pdf was left out: " + written.without_pdf + "\n";
  out += "SHA256: " + written.whole.sha256 +
         "\n        for the covering letter: who has it can tell whether the pack is this one\n";
  print(out);
}

// Whether the run was made with labels for names.
bool has_labels(const store::RunFacts& facts) {
  return std::find(facts.arguments.begin(), facts.arguments.end(), "--pseudonymise") != facts.arguments.end();
}

// An error where the run, the place of the pack or that of the key don't fit what is asked for.
base::Status check(const Options& options, const store::RunFacts& facts) {
  if (base::Status free = pack::may_replace(options.pack); !free) return free;
  if (has_labels(facts) && (options.with_names || !options.key.empty())) {
    return base::Error{base::ErrorCode::bad_argument,
                       options.operands.front(),
                       0,
                       0,
                       "holds labels for names already, and not the names",
                       options.with_names ? "leave out --with-names" : "its key was written when it was audited"};
  }
  return options.key.empty() ? base::Status(base::Done{}) : check_key(options.key, options.pack);
}

// Learns the names of the whole run, so that a pack of some of its documents has the labels of a pack of all.
base::Status learn(const reports::Run& run, pseudonyms::Pseudonymiser& names) {
  base::Status learned = run.each([&](const evaluation::Outcome& outcome) -> base::Status {
    names.learn(outcome);
    return base::Done{};
  });
  if (learned) names.settle();
  return learned;
}

// The run with labels for names; the names must outlive it.
reports::Run labelled(const reports::Run& run, const pseudonyms::Pseudonymiser& names) {
  auto each = [run, &names](const reports::Use& use) {
    return run.each([&](const evaluation::Outcome& outcome) { return use(names.renamed(outcome)); });
  };
  return reports::Run{names.renamed(run.facts), each, run.numbers, names.renamed(run.sample)};
}

base::Result<std::string> printed(const std::string& html, const std::string& utc, const std::atomic<bool>* stop) {
  pack::Printing printing{pack::browser(), temporary_folder(), print_seconds, [stop] { return stop->load(); }};
  if (printing.browser.empty()) {
    return base::Error{
        base::ErrorCode::not_found, "", 0, 0, "no browser is installed", "install chromium, or print summary.html"};
  }
  return pack::print(html, utc, printing);
}

int make(const Options& options) {
  const std::atomic<bool>* stop = notice_interrupts();
  // A ZIP holds the clock's time of a member: the same run must give the same pack in any time zone.
  ::setenv("TZ", "UTC0", 1);
  base::Result<store::Store> store = opened_run(options.operands.front(), options.run);
  if (!store) return fail(store.error());
  base::Result<reports::Run> stored = reports::stored(store.value());
  if (!stored) return fail(stored.error());
  if (base::Status fits = check(options, stored.value().facts); !fits) return fail(fits.error());
  reports::Run run = interruptible(stored.value(), stop);
  base::Result<pack::Choice> choice = pack::choose(run, options.documents);
  if (!choice) return tell(choice.error());

  pseudonyms::Pseudonymiser names;
  pack::Contents contents;
  contents.choice = choice.value();
  contents.words = options.documents;
  contents.checklist = checklists_of(run.facts);
  contents.pseudonymised = !options.with_names;
  contents.program_version = program_version();
  contents.run = pack::only(run, contents.choice);
  if (contents.pseudonymised && !has_labels(run.facts)) {
    if (base::Status learned = learn(run, names); !learned) return tell(learned.error());
    contents.run = labelled(contents.run, names);
  }
  contents.print = [&](const std::string& html) { return printed(html, run.facts.finished, stop); };
  base::Result<pack::Written> written = pack::write(contents, options.pack);
  if (!written) return tell(written.error());
  if (!options.key.empty()) {
    if (base::Status kept = write_key(options.key, names); !kept) return fail(kept.error());
  }
  tell_packed(contents, written.value());
  return all_audited;
}

// The files of the folder that a pack's sources are compared with.
base::Result<std::vector<pack::Listed>> files_in(const std::string& folder) {
  base::Result<intake::Found> found = intake::walk({folder});
  if (!found) return found.error();
  std::vector<std::string> paths;
  for (const intake::Input& input : found.value().inputs) paths.push_back(input.path);
  for (const intake::Passed& passed : found.value().passed) paths.push_back(passed.path);
  return pack::summed(paths);
}

// What is said of the source files; whether all are the same.
bool compare_sources(const pack::Verdict& verdict, const std::vector<pack::Listed>& files, const Said& said) {
  pack::SourcesVerdict sources = pack::compare(verdict.sources, files, verdict.pseudonymised);
  for (const pack::SourceFault& fault : sources.faults) said.complain(pack::line_of(fault));
  said.out("Sources: " + std::to_string(sources.same) + " of " + reports::counted(verdict.sources.size(), "file") +
           (verdict.sources.size() == 1 ? " is the same\n" : " are the same\n"));
  return sources.faults.empty();
}

// Judges the pack that is open as `descriptor`; `files`, where there are any, are to be held against its sources.
int judge(int descriptor, const std::string& path, const std::optional<std::vector<pack::Listed>>& files,
          const Said& said) {
  base::Result<pack::Archive> archive = pack::read_archive(descriptor, path);
  base::Result<pack::Verdict> judged =
      archive ? pack::judge(archive.value()) : base::Result<pack::Verdict>(archive.error());
  if (!judged) {
    said.complain("auditor: " + judged.error().one_line());
    return judged.error().code == base::ErrorCode::bad_argument ? nothing_done : some_refused;
  }
  const pack::Verdict& verdict = judged.value();
  for (const pack::Fault& fault : verdict.faults) said.complain(pack::line_of(fault));
  bool well = verdict.faults.empty();
  said.out(well ? "OK: " + reports::counted(verdict.files, "file") + ", each as it was packed\n"
                : "NOT AS IT WAS PACKED: " + reports::counted(verdict.faults.size(), "difference") + " in " +
                      reports::counted(verdict.files, "file") + "\n");
  said.out("SHA256: " + verdict.whole.sha256 +
           "\n        compare it with the covering letter: the lists in a pack can be written anew\n");
  if (files && !compare_sources(verdict, *files, said)) well = false;
  return well ? all_audited : some_refused;
}

int verify(const Options& options) {
  const std::string& path = options.operands.front();
  std::optional<std::vector<pack::Listed>> files;
  if (!options.sources.empty()) {
    base::Result<std::vector<pack::Listed>> found = files_in(options.sources);
    if (!found) return fail(found.error());
    files = std::move(found).value();
  }
  base::Result<pack::Descriptor> file = pack::opened(path);
  if (!file) return fail(file.error());
  return confined(path, [&](const Said& said) { return judge(file.value().get(), path, files, said); });
}

}  // namespace

int pack(const Options& options) {
  return options.verify ? verify(options) : make(options);
}

}  // namespace cli
