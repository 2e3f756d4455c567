#include "cli/options.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include "cli/bad_argument.h"
#include "cli/timeliness_options.h"
#include "reports/csv.h"
#include "reports/reports.h"

namespace cli {
namespace {

constexpr unsigned most_jobs = 256;

std::string did_you_mean(const std::string& word, const std::vector<std::string>& candidates, std::string otherwise) {
  std::string near = nearest(word, candidates);
  return near.empty() ? std::move(otherwise) : "did you mean '" + near + "'?";
}

std::string listed(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : ", ") + word;
  return out;
}

struct Verb {
  const char* name;
  const char* usage;
  const char* summary;
  std::size_t least;  // operands
  std::size_t most;
  const char* wanted;  // what to say where there are too few
  const char* exits = "0 every record was audited, 1 some could not be, 2 nothing was done, 130 interrupted";
};

constexpr std::size_t any_number = static_cast<std::size_t>(-1);

constexpr Verb verbs[] = {
    {"audit", "PATH... | --sample LIST [FOLDER...]", "Audit records, and folders of records, against a checklist.", 0,
     any_number, ""},
    {"sample", "PATH... | --manifest FILE | --store FILE", "Draw by chance what is to be audited.", 0, any_number, "",
     "0 the list was written, 2 nothing was done"},
    {"agree", "RUN [--import FILE... | --allocate N --raters A,B]",
     "Take in people's ratings, and say how far they and the auditor agree.", 1, any_number,
     "name one run, such as audit-report", "0 done, 2 nothing was done: every fault of the files is told"},
    {"report", "RUN", "Make the reports of a run again, without its records.", 1, 1,
     "name the folder of a run, such as audit-report, or a store",
     "0 the reports were made, 2 they were not, 130 interrupted"},
    {"text", "FILE", "Print the text that the audit sees, in reading order.", 1, 1, "name one file"},
    {"show", "FILE", "Show one record's ratings with evidence, reason and place.", 1, 1, "name one file"},
    {"checklist", "list | show NAME | validate FILE | test [FILE]", "List, describe, check and test checklists.", 1, 2,
     "say what to do: list, show, validate or test"},
    {"pack", "RUN --out FILE | --verify FILE", "Make an evidence pack of a run, or check one.", 1, 1,
     "name one run (the folder that audit made, or a store), or one pack with --verify",
     "0 packed, or the pack is as it was made, 1 something was changed, missing or added, or the file is damaged, 2 "
     "nothing was done, 130 interrupted"},
    {"compare", "RUN [RUN]", "Compare teams, kinds of record, months, or two runs: differences, and how sure they are.",
     1, 2, "name one run, or two", "0 compared, 2 nothing was done"},
    {"timeliness", "CENSUS.xml | LIST.csv... | RUN | STORE [--run N]",
     "Count what was done in time, what is open and overdue, and check the days.", 1, any_number,
     "name a census, a list, the folder of a run, or a store", "0 counted, 2 nothing was done"},
    {"runs", "STORE", "List the runs that a store holds.", 1, 1, "name the file that audit --store made",
     "0 they were listed, 2 they could not be"},
    {"purge", "STORE --run N | --case ID | --record PATH", "Remove a run, a case or a record from a store for good.", 1,
     1, "name the file that audit --store made", "0 it is gone, 2 it is not"},
};

base::Status set_formats(Options& options, const std::string& value) {
  std::vector<std::string> built = reports::formats();
  for (std::size_t at = 0; at <= value.size();) {
    std::size_t end = std::min(value.find(',', at), value.size());
    std::string format = value.substr(at, end - at);
    at = end + 1;
    if (std::find(built.begin(), built.end(), format) == built.end()) {
      if (format == "xlsx") {
        return bad("this program was built without Excel workbooks (xlsx)",
                   "install libxlsxwriter-dev and build it again, or choose from " + listed(built));
      }
      return bad("unknown format '" + format + "'", did_you_mean(format, built, "choose from " + listed(built)));
    }
    options.formats.push_back(format);
  }
  return base::Done{};
}

base::Status set_jobs(Options& options, const std::string& value) {
  auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), options.jobs);
  if (error != std::errc() || end != value.data() + value.size() || options.jobs == 0 || options.jobs > most_jobs) {
    return bad("--jobs takes a number from 1 to " + std::to_string(most_jobs), "leave it out for one a core");
  }
  return base::Done{};
}

base::Status set_run(Options& options, const std::string& value) {
  auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), options.run);
  if (error != std::errc() || end != value.data() + value.size() || options.run < 1) {
    return bad("--run takes a run's number", "auditor runs tells them");
  }
  return base::Done{};
}

base::Status set_out(Options& options, const std::string& value) {
  if (value.empty()) return bad("--out takes a folder", "name one, or '-' for standard output");
  options.out = value;
  options.out_given = true;
  return base::Done{};
}

template <bool Options::*Member, bool Value>
base::Status set(Options& options, const std::string&) {
  options.*Member = Value;
  return base::Done{};
}

template <std::string Options::*Member>
base::Status keep(Options& options, const std::string& value) {
  options.*Member = value;
  return base::Done{};
}

base::Status add_documents(Options& options, const std::string& value) {
  options.documents.push_back(value);
  return base::Done{};
}

base::Status add_manifest(Options& options, const std::string& value) {
  if (value.empty()) return bad("--manifest takes a file", "name a CSV list or a census");
  if (std::find(options.manifests.begin(), options.manifests.end(), value) != options.manifests.end()) {
    return bad("the manifest '" + value + "' is named twice", "name each once");
  }
  options.manifests.push_back(value);
  return base::Done{};
}

base::Status add_limit(Options& options, const std::string& value) {
  base::Result<std::pair<base::Limit, std::uint64_t>> setting = base::limit_setting(value);
  if (!setting) return setting.error();
  for (const auto& [which, amount] : options.limit_settings) {
    if (which == setting.value().first) return bad("a limit is set twice: '" + value + "'", "set each once");
  }
  options.limit_settings.push_back(setting.value());
  return base::Done{};
}

template <View Chosen>
base::Status view(Options& options, const std::string&) {
  if (options.view != View::text) return bad("only one view can be printed at a time", "choose one");
  options.view = Chosen;
  return base::Done{};
}

struct Option {
  const char* name;
  const char* value;  // what it takes, or null for a switch
  const char* verbs;  // those that know it, parted by blanks; empty: all
  const char* help;
  base::Status (*set)(Options&, const std::string&);
};

constexpr Option options_table[] = {
    {"--sample", "LIST", "audit", "audit what auditor sample drew, of the folders named; every report says how",
     keep<&Options::list>},
    {"--checklist", "NAME-or-FILE", "audit show text",
     "checklist to use for every record (default: the one for its type, else assessment)", keep<&Options::checklist>},
    {"--out", "DIR", "audit report",
     "folder for the reports (default: audit-report, or the run's own); '-': jsonl to the terminal", set_out},
    {"--format", "LIST", "audit report", "formats, parted by commas: html, xlsx, csv, jsonl, json (default: all)",
     set_formats},
    {"--jobs", "N", "audit", "records audited at a time (default: one a core); changes no result", set_jobs},
    {"--manifest", "FILE", "audit", "a list of cases (CSV) or a census (XML) to join and compare; may be repeated",
     add_manifest},
    {"--no-text", nullptr, "audit", "keep quotes only, not the records' text", set<&Options::keep_text, false>},
    {"--no-across", nullptr, "audit", "leave out the flags that compare records", set<&Options::across, false>},
    {"--pseudonymise", nullptr, "audit report show",
     "names, addresses and numbers become labels: Child A, School 1, [phone 1]", set<&Options::pseudonymise, true>},
    {"--key", "FILE", "audit report", "with --pseudonymise: write who is who to FILE, apart from the reports",
     keep<&Options::key>},
    {"--ocr", nullptr, "audit show text", "read scanned PDFs by text recognition (OCR), which takes seconds a page",
     set<&Options::ocr, true>},
    {"--limit", "NAME=N", "audit show text",
     "raise (or lower) a limit, as in pages=10000; may be given again; see below", add_limit},
    {"--quiet", nullptr, "audit report", "no progress bar and no summary", set<&Options::quiet, true>},
    {"--structure", nullptr, "text", "as JSON: blocks with kind, level, section, place", view<View::structure>},
    {"--statements", nullptr, "text", "as JSON Lines: who says what about whom", view<View::statements>},
    {"--concepts", nullptr, "text", "as JSON Lines: the lexicon's concepts found in each statement",
     view<View::concepts>},
    {"--people", nullptr, "text", "as JSON Lines: people and agencies", view<View::people>},
    {"--facts", nullptr, "text", "as JSON Lines: actions, contributions, seeings, dates", view<View::facts>},
    {"--explain", "ITEM", "show", "each rule of the item in order: what was tried, taken and rejected",
     keep<&Options::explain>},
    {"--out", "FILE", "pack", "the pack to write, a ZIP file; only another pack is ever overwritten",
     keep<&Options::pack>},
    {"--documents", "WHICH", "pack",
     "a number, a range as in 3-7, or a path or pattern of paths, as the report lists them; may be given again "
     "(default: all)",
     add_documents},
    {"--with-names", nullptr, "pack", "keep real names instead of labels", set<&Options::with_names, true>},
    {"--key", "FILE", "pack", "write who is who to FILE, apart from the pack", keep<&Options::key>},
    {"--verify", nullptr, "pack", "check a pack: say what was changed, is missing, or was added",
     set<&Options::verify, true>},
    {"--sources", "FOLDER", "pack", "with --verify: compare the source files in this folder too",
     keep<&Options::sources>},
    {"--size", "N", "sample", "how many records to draw: 30, or 5%", set_size},
    {"--margin", "P%", "sample", "as many as it takes for a share to be within so many points of that of all",
     set_margin},
    {"--quota", "NAME=N", "sample", "so many for each: manager=3; with --by, spread over these", set_quota},
    {"--dip", "N", "sample", "a dip sample: a quick look at N records", set_dip},
    {"--by", "NAMES", "sample", "draw within groups: team,type; each by its size, one at least", set_by},
    {"--only", "NAME=VALUES", "sample", "of these alone: team=North,South; may be given again", add_only},
    {"--except", "NAME=VALUES", "sample", "of all but these: worker=Jo Field; may be given again", add_except},
    {"--not-audited-in", "MONTHS", "sample", "leave out what was audited in the last so many months", set_months},
    {"--store", "FILE", "sample", "earlier audits: a run's folder, or its run.db", keep<&Options::history>},
    {"--reserve", "N", "sample", "records in reserve for each group (default: one for five drawn)", set_reserve},
    {"--seed", "N", "sample", "where the draw begins; the same seed draws the same list (default: any)", set_seed},
    {"--on", "DAY", "sample", "the day of the draw: 2026-11-27 (default: today)", set_day},
    {"--out", "FILE", "sample", "the list to write (default: sample.csv)", set_list},
    {"--format", "LIST", "sample", "csv, json or both (default: csv)", set_formats},
    {"--quiet", nullptr, "sample", "write the list and say nothing", set<&Options::quiet, true>},
    {"--by", "NAME", "compare", "groups by: team (default), type, checklist, month, quarter, manager, worker",
     set_by_one},
    {"--period", "NAME", "compare", "what charts go by: month (default) or quarter", set_period},
    {"--against", "N", "compare report", "a run of the same store to compare with", set_against},
    {"--comparators", "FILE", "compare report", "a table of similar councils' published figures",
     [](Options& options, const std::string& value) -> base::Status {
       options.compare.comparators = value;
       return base::Done{};
     }},
    {"--small-numbers", nullptr, "compare", "show figures of groups with fewer than 5 records, too",
     set<&Options::small_numbers, true>},
    {"--out", "DIR", "compare", "folder for comparison.html, .json and .csv; what else it holds stays", set_out},
    {"--format", "LIST", "compare", "with --out: formats, parted by commas: html, csv, json (default: all)",
     set_formats},
    {"--quiet", nullptr, "compare", "print nothing", set<&Options::quiet, true>},
    {"--for", "board", "report", "two printable pages for a board: board.html",
     [](Options& options, const std::string& value) -> base::Status {
       if (value != "board") return bad("--for takes board, not '" + value + "'", "write --for board");
       options.for_board = true;
       return base::Done{};
     }},
    {"--before", "RUN", "report", "with --for board: the run that it is held against",
     [](Options& options, const std::string& value) -> base::Status {
       options.compare.before = value;
       return base::Done{};
     }},
    {"--manifest", "FILE", "sample",
     "a list of cases (CSV) or a census (XML): team, worker, month, ...; may be repeated", add_manifest},
    {"--manifest-map", "FILE", "audit sample timeliness",
     "what the headings of your lists mean, beside those known already", keep<&Options::manifest_map>},
    {"--at", "DAY", "timeliness", "as things stood on that day, 2010-03-31 (default: the latest day in the data)",
     keep<&Options::at>},
    {"--limits", "FILE", "timeliness", "a council's own limits, in the form of checklists/limits.xml",
     keep<&Options::limits>},
    {"--council", "NAME", "timeliness", "a council that the limits name, by name or number: its own go first",
     keep<&Options::council>},
    {"--small-numbers", nullptr, "timeliness", "show figures of teams with fewer than 5, too",
     set<&Options::small_numbers, true>},
    {"--format", "LIST", "timeliness", "with --out: formats, parted by commas: html, csv, json (default: all)",
     set_formats},
    {"--out", "DIR", "timeliness", "folder for timeliness.html, .json and .csv; what else it holds stays", set_out},
    {"--quiet", nullptr, "timeliness", "print nothing", set<&Options::quiet, true>},
    {"--import", "FILE...", "agree", "workbooks or CSV files that people have rated in; all are taken in, or none",
     add_import},
    {"--rater", "NAME", "agree", "with --import: who rated where a row does not say", set_rater},
    {"--allocate", "N", "agree", "draw N records for people to rate unswayed, half of them for two", set_allocate},
    {"--raters", "A,B", "agree", "with --allocate: who rates", set_raters},
    {"--seed", "N", "agree", "with --allocate: the same seed gives the same allocation (default: 1)", set_agree_seed},
    {"--out", "DIR", "agree", "folder for agreement.html, .json, .csv and differences.csv; or for what is to be rated",
     set_out},
    {"--format", "LIST", "agree", "with --out: html, csv, json (default: all); to be rated: xlsx, csv", set_formats},
    {"--quiet", nullptr, "agree", "print nothing", set<&Options::quiet, true>},
    {"--format", "NAME", "runs", "csv or json, instead of lines for people", set_formats},
    {"--store", "FILE", "audit", "add the run to a store of many runs, instead of one of its own in the folder",
     keep<&Options::store>},
    {"--resume", nullptr, "audit", "go on with the same audit where it broke off, by a kill, a crash or an interrupt",
     set<&Options::resume, true>},
    {"--run", "N", "report pack purge compare agree timeliness", "which run of the store (default: the latest)",
     set_run},
    {"--case", "ID", "purge", "the case of the child with this ID in the lists that runs were given, from every run",
     keep<&Options::child>},
    {"--record", "PATH", "purge", "the record of this path or sha256, from every run", keep<&Options::record>},
    {"--help", nullptr, "", "this help", set<&Options::help, true>},
    {"--version", nullptr, "-", "the program's version", set<&Options::version, true>},
};

bool known_to(const Option& option, const std::string& verb) {
  std::string names = option.verbs;
  if (names.empty()) return true;
  if (names == "-") return verb.empty();
  return !verb.empty() && (" " + names + " ").find(" " + verb + " ") != std::string::npos;
}

const Verb* find_verb(const std::string& name) {
  auto found = std::find_if(std::begin(verbs), std::end(verbs), [&](const Verb& verb) { return name == verb.name; });
  return found == std::end(verbs) ? nullptr : found;
}

base::Result<const Option*> find_option(const std::string& name, const std::string& verb) {
  std::vector<std::string> names;
  for (const Option& option : options_table) {
    if (!known_to(option, verb)) continue;
    if (name == option.name) return &option;
    names.emplace_back(option.name);
  }
  std::string help_command = verb.empty() ? "auditor --help" : "auditor " + verb + " --help";
  return bad("unknown option '" + name + "'", did_you_mean(name, names, "see " + help_command));
}

base::Status check_pack(const Options& options) {
  bool packs = !options.pack.empty() || !options.documents.empty() || options.with_names || !options.key.empty();
  if (options.verify && packs) return bad("--verify goes with --sources only", "leave the other options out");
  if (!options.verify && !options.sources.empty()) return bad("--sources goes with --verify only", "add --verify");
  if (!options.verify && options.pack.empty()) return bad("nowhere to pack to", "give --out pack.zip");
  if (options.with_names && !options.key.empty()) {
    return bad("--key goes with labels, and --with-names has none", "leave one of them out");
  }
  return base::Done{};
}

base::Status check_purge(const Options& options) {
  const int things = (options.run > 0 ? 1 : 0) + (options.child.empty() ? 0 : 1) + (options.record.empty() ? 0 : 1);
  if (things != 1) return bad("say what is to go", "give one of --run N, --case ID and --record PATH");
  return base::Done{};
}

base::Status check_runs(const Options& options) {
  for (const std::string& format : options.formats) {
    if (format != "csv" && format != "json") return bad("runs has no format '" + format + "'", "choose csv or json");
  }
  if (options.formats.size() > 1) return bad("runs prints one format", "choose csv or json");
  return base::Done{};
}

std::string runs_help() {
  return "\nColumns of --format csv, a row for each run (members of --format json have the same names):\n"
         "  run              its number, for --run\n"
         "  state            finished, interrupted (goes on with audit --resume), unfinished (likewise, or at work)\n"
         "  started          UTC, as 2026-11-26T10:57:43Z\n"
         "  finished         likewise; empty until then\n"
         "  checklists       ids of those that rated its records\n"
         "  audited          records that were rated\n"
         "  refused          records that could not be read\n"
         "  skipped          files that are no records\n"
         "  rated_by_people  records that somebody has rated\n"
         "  sample           the number of the sample that was audited; empty where none was drawn\n"
         "  command          as it was given (json: arguments, a list)\n";
}

base::Status check_kept(const Options& options) {
  if (options.out == "-" && (options.resume || !options.store.empty())) {
    return bad("what goes to standard output is not kept", "leave out --out -, or --store and --resume");
  }
  if (options.pseudonymise && !options.store.empty()) {
    return bad("a store keeps names, by which records, lists and ratings are joined",
               "audit without --pseudonymise, and give it to auditor report or pack");
  }
  if (options.pseudonymise && options.resume) {
    return bad("of a run with --pseudonymise nothing stays that could be resumed", "leave out --resume");
  }
  return base::Done{};
}

base::Status check_whole(const Options& options, const Verb& verb) {
  if (options.operands.size() < verb.least) return bad("nothing to do", verb.wanted);
  if (options.operands.size() > verb.most) {
    return bad("one name too many: '" + options.operands[verb.most] + "'", verb.wanted);
  }
  if (options.verb == "audit" && options.operands.empty() && options.list.empty()) {
    return bad("nothing to do", "name the files or folders to audit");
  }
  if (!options.list.empty() && options.out == "-") {
    return bad("a stream can't say how its sample was drawn", "give --out a folder");
  }
  if (options.verb != "timeliness" && !options.manifest_map.empty() && options.manifests.empty()) {
    return bad("--manifest-map goes with --manifest", "name the list whose headings it explains");
  }
  if (options.verb == "pack") return check_pack(options);
  if (options.verb == "sample") return check_sample(options);
  if (options.verb == "timeliness") return check_timeliness(options);
  if (options.verb == "compare") return check_compare(options);
  if (options.verb == "report") {
    if (base::Status board = check_board(options); !board) return board;
  }
  if (options.verb == "agree") return check_agree(options);
  if (options.verb == "purge") return check_purge(options);
  if (options.verb == "runs") return check_runs(options);
  if (base::Status kept = check_kept(options); !kept) return kept;
  if (options.out == "-" && !(options.formats.empty() || options.formats == std::vector<std::string>{"jsonl"})) {
    return bad("only jsonl can be written to standard output", "give --format jsonl, or --out a folder");
  }
  if (options.pseudonymise && options.out == "-") {
    return bad("--pseudonymise has to see the whole run before it writes", "give --out a folder");
  }
  if (options.pseudonymise && !options.explain.empty()) {
    return bad("--explain shows the record's own words", "leave out --pseudonymise, or --explain");
  }
  if (!options.key.empty() && !options.pseudonymise) {
    return bad("--key goes with --pseudonymise", "without it there are no labels to tell the names of");
  }
  return base::Done{};
}

}  // namespace

base::Result<Options> parse(const std::vector<std::string>& arguments) {
  Options options;
  const Verb* verb = nullptr;
  bool only_operands = false;
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const std::string& argument = arguments[i];
    if (!only_operands && argument == "--") {
      only_operands = true;
    } else if (!only_operands && argument.size() > 1 && argument[0] == '-') {
      std::size_t equals = argument.starts_with("--") ? argument.find('=') : std::string::npos;
      std::string name = argument == "-h" ? "--help" : argument.substr(0, equals);
      base::Result<const Option*> option = find_option(name, options.verb);
      if (!option) return option.error();
      bool takes_value = option.value()->value != nullptr;
      std::string value;
      if (equals != std::string::npos) {
        if (!takes_value) return bad(name + " takes no value", "leave out what follows '='");
        value = argument.substr(equals + 1);
      } else if (takes_value) {
        if (i + 1 == arguments.size()) return bad(name + " takes a value", name + " " + option.value()->value);
        value = arguments[++i];
      }
      base::Status status = option.value()->set(options, value);
      if (!status) return status.error();
    } else if (verb == nullptr) {
      verb = find_verb(argument);
      if (verb == nullptr) {
        std::vector<std::string> names;
        for (const Verb& known : verbs) names.emplace_back(known.name);
        return bad("unknown verb '" + argument + "'", did_you_mean(argument, names, "see auditor --help"));
      }
      options.verb = argument;
    } else {
      options.operands.push_back(argument);
    }
  }
  if (options.help || options.version) return options;
  if (verb == nullptr) return bad("nothing to do", "see auditor --help");
  base::Status whole = check_whole(options, *verb);
  if (!whole) return whole.error();
  return options;
}

std::string help(const std::string& name) {
  const Verb* verb = find_verb(name);
  std::string out;
  if (verb == nullptr) {
    out = "Audits children's social care assessments against a checklist.\n\n";
    for (const Verb& each : verbs) {
      out += "  auditor " + std::string(each.name) + " " + each.usage + "\n      " + each.summary + "\n";
    }
    out += "\nEach verb tells its options: auditor VERB --help.\n\nOptions:\n";
  } else {
    out =
        "auditor " + std::string(verb->name) + " " + verb->usage + " [options]\n\n" + verb->summary + "\n\nOptions:\n";
  }
  std::size_t width = 0;
  auto left_column = [](const Option& option) {
    return "  " + std::string(option.name) + (option.value == nullptr ? "" : " " + std::string(option.value));
  };
  for (const Option& option : options_table) {
    if (known_to(option, name)) width = std::max(width, left_column(option).size());
  }
  for (const Option& option : options_table) {
    if (!known_to(option, name)) continue;
    std::string left = left_column(option);
    out += left + std::string(width + 2 - left.size(), ' ') + option.help + "\n";
  }
  if (name == "report") {
    out += "\nColumns of findings.csv, a row for each document and item:\n" + reports::csv_columns();
  }
  if (name == "audit" || name == "show" || name == "text") out += base::limits_help();
  if (name == "runs") out += runs_help();
  if (name == "sample") out += sample_help();
  if (name == "timeliness") out += timeliness_help();
  if (name == "compare") out += compare_help();
  if (name == "agree") out += agree_help();
  out += "\nExit status: " + std::string(verb == nullptr ? verbs[0].exits : verb->exits) + ".\n";
  return out;
}

}  // namespace cli
