#include "cli/options.h"

#include <boost/test/unit_test.hpp>

using cli::Options;
using cli::parse;

namespace {

std::string mistake(const std::vector<std::string>& arguments) {
  auto parsed = parse(arguments);
  return parsed ? "none" : parsed.error().one_line();
}

Options good(const std::vector<std::string>& arguments) {
  auto parsed = parse(arguments);
  BOOST_REQUIRE_MESSAGE(parsed.ok(), mistake(arguments));
  return parsed.value();
}

}  // namespace

BOOST_AUTO_TEST_SUITE(cli_options)

BOOST_AUTO_TEST_CASE(defaults_are_the_contract) {
  Options options = good({"audit", "a", "b"});
  BOOST_TEST(options.verb == "audit");
  BOOST_TEST((options.operands == std::vector<std::string>{"a", "b"}));
  BOOST_TEST(options.checklist.empty());
  BOOST_TEST(options.out == "audit-report");
  BOOST_TEST(options.formats.empty());
  BOOST_TEST(options.jobs == 0u);
  BOOST_TEST((!options.quiet && options.keep_text && options.across));
}

BOOST_AUTO_TEST_CASE(options_stand_anywhere_after_the_verb) {
  Options options = good({"audit", "--jobs", "4", "a", "--out=b c", "--format", "csv,jsonl", "--no-text", "--no-across",
                          "--quiet", "--checklist", "mine.xml", "--", "--b"});
  BOOST_TEST(options.jobs == 4u);
  BOOST_TEST(options.out == "b c");
  BOOST_TEST((options.formats == std::vector<std::string>{"csv", "jsonl"}));
  BOOST_TEST((options.quiet && !options.keep_text && !options.across));
  BOOST_TEST(options.checklist == "mine.xml");
  BOOST_TEST((options.operands == std::vector<std::string>{"a", "--b"}));
  BOOST_TEST((good({"text", "f", "--facts"}).view == cli::View::facts));
  BOOST_TEST(good({"show", "f", "--explain", "CV1"}).explain == "CV1");
  BOOST_TEST(good({"audit", "a", "--out", "-"}).out == "-");
  BOOST_TEST(good({"audit", "a", "--pseudonymise", "--key", "k"}).key == "k");
  BOOST_TEST(good({"show", "a", "--pseudonymise"}).pseudonymise);
}

BOOST_AUTO_TEST_CASE(pack_takes_its_documents_one_by_one) {
  Options options = good({"pack", "run", "--out", "a.zip", "--documents", "3-7", "--documents=*,x*", "--key", "k"});
  BOOST_TEST((options.documents == std::vector<std::string>{"3-7", "*,x*"}));
  BOOST_TEST(options.pack == "a.zip");
  BOOST_TEST((!options.verify && !options.with_names));
  BOOST_TEST(options.key == "k");
  BOOST_TEST(good({"pack", "--verify", "a.zip", "--sources", "f"}).verify);
  BOOST_TEST(good({"pack", "--verify", "a.zip"}).operands.at(0) == "a.zip");
}

BOOST_AUTO_TEST_CASE(help_needs_nothing_else) {
  BOOST_TEST(good({"--help"}).help);
  BOOST_TEST(good({"--version"}).version);
  BOOST_TEST(good({"audit", "-h"}).help);
  BOOST_TEST(good({"audit", "-h"}).verb == "audit");
}

BOOST_AUTO_TEST_CASE(mistakes_are_told_with_the_way_out) {
  struct Case {
    std::vector<std::string> arguments;
    const char* line;
  };
  const Case cases[] = {
      {{}, "nothing to do; see auditor --help"},
      {{"adit"}, "unknown verb 'adit'; did you mean 'audit'?"},
      {{"zzzzzz"}, "unknown verb 'zzzzzz'; see auditor --help"},
      {{"audit"}, "nothing to do; name the files or folders to audit"},
      {{"audit", "a", "--quite"}, "unknown option '--quite'; did you mean '--quiet'?"},
      {{"audit", "a", "--explain", "x"}, "unknown option '--explain'; see auditor audit --help"},
      {{"audit", "a", "--version"}, "unknown option '--version'; see auditor audit --help"},
      {{"--quiet"}, "unknown option '--quiet'; see auditor --help"},
      {{"audit", "a", "--key", "k"},
       "--key goes with --pseudonymise; without it there are no labels to tell the names of"},
      {{"audit", "a", "--pseudonymise", "--out", "-"},
       "--pseudonymise has to see the whole run before it writes; give --out a folder"},
      {{"show", "a", "--pseudonymise", "--explain", "x"},
       "--explain shows the record's own words; leave out --pseudonymise, or --explain"},
      {{"audit", "a", "--jobs"}, "--jobs takes a value; --jobs N"},
      {{"audit", "a", "--jobs", "0"}, "--jobs takes a number from 1 to 256; leave it out for one a core"},
      {{"audit", "a", "--jobs", "2x"}, "--jobs takes a number from 1 to 256; leave it out for one a core"},
      {{"audit", "a", "--quiet=yes"}, "--quiet takes no value; leave out what follows '='"},
#ifdef AUDITOR_XLSX
      {{"audit", "a", "--format", ""}, "unknown format ''; choose from jsonl, csv, json, html, xlsx"},
#else
      {{"audit", "a", "--format", ""}, "unknown format ''; choose from jsonl, csv, json, html"},
      {{"audit", "a", "--format", "html,xlsx"},
       "this program was built without Excel workbooks (xlsx); install libxlsxwriter-dev and build it again, or choose "
       "from jsonl, csv, json, html"},
#endif
      {{"audit", "a", "--format", "htm"}, "unknown format 'htm'; did you mean 'html'?"},
      {{"audit", "a", "--out="}, "--out takes a folder; name one, or '-' for standard output"},
      {{"audit", "a", "--out", "-", "--format", "csv"},
       "only jsonl can be written to standard output; give --format jsonl, or --out a folder"},
      {{"text", "a", "b"}, "one name too many: 'b'; name one file"},
      {{"text", "a", "--structure", "--facts"}, "only one view can be printed at a time; choose one"},
      {{"pack"}, "nothing to do; name one run (the folder that audit made, or a store), or one pack with --verify"},
      {{"pack", "run"}, "nowhere to pack to; give --out pack.zip"},
      {{"pack", "run", "--sources", "x", "--out", "y"}, "--sources goes with --verify only; add --verify"},
      {{"pack", "p.zip", "--verify", "--out", "y"}, "--verify goes with --sources only; leave the other options out"},
      {{"pack", "run", "--out", "y", "--with-names", "--key", "k"},
       "--key goes with labels, and --with-names has none; leave one of them out"},
      {{"checklist"}, "nothing to do; say what to do: list, show, validate or test"},
  };
  for (const Case& each : cases) BOOST_TEST(mistake(each.arguments) == each.line);
}

BOOST_AUTO_TEST_CASE(nearest_spelling_or_none) {
  const std::vector<std::string> names = {"audit", "text", "show", "checklist"};
  BOOST_TEST(cli::nearest("cheklist", names) == "checklist");
  BOOST_TEST(cli::nearest("check", names) == "checklist");
  BOOST_TEST(cli::nearest("tx", names) == "text");
  BOOST_TEST(cli::nearest("report", names) == "");
  BOOST_TEST(cli::nearest("", names) == "");
}

BOOST_AUTO_TEST_CASE(help_tells_the_options_of_its_verb_alone) {
  std::string audit = cli::help("audit");
  BOOST_TEST(audit.find("--jobs N") != std::string::npos);
  BOOST_TEST(audit.find("--explain") == std::string::npos);
  BOOST_TEST(cli::help("show").find("--explain ITEM") != std::string::npos);
  BOOST_TEST(audit.find("1 some could not be, 2 nothing") != std::string::npos);
  BOOST_TEST(cli::help("pack").find("0 packed, or the pack is as it was made") != std::string::npos);
  for (const char* verb : {"audit", "text", "show", "checklist", "pack"}) {
    BOOST_TEST(cli::help("").find(std::string("auditor ") + verb) != std::string::npos);
  }
}

BOOST_AUTO_TEST_CASE(report_takes_one_run) {
  Options options = good({"report", "audit-report", "--format", "csv"});
  BOOST_TEST((options.verb == "report" && !options.out_given));
  BOOST_TEST(good({"report", "audit-report", "--out", "views"}).out_given);
  BOOST_TEST(mistake({"report"}) == "nothing to do; name the folder of a run, such as audit-report, or a store");
  BOOST_TEST(mistake({"report", "a", "b"}).starts_with("one name too many"));
  BOOST_TEST(mistake({"report", "a", "--jobs", "2"}).starts_with("unknown option"));
}

BOOST_AUTO_TEST_SUITE_END()
