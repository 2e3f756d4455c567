#include "manifest/differences.h"

#include <boost/test/unit_test.hpp>

#include "manifest/cases.h"

namespace {

using evaluation::OwnFact;

const manifest::Codes& codes() {
  static const manifest::Codes loaded =
      std::move(manifest::Codes::load(std::string(AUDITOR_SOURCE_DIR) + "/checklists")).value();
  return loaded;
}

struct Pair {
  evaluation::Outcome record;
  manifest::Case listed;

  Pair() {
    record.own_facts.knows_topics = true;
    listed.place = {"list.csv", 4, 0};
  }
  Pair& says(const std::string& what, const std::string& value, const std::string& child = "") {
    record.own_facts.facts.push_back({what, value, child, {3, 9}, "quoted"});
    if (!value.empty() && value.find('-') != std::string::npos) record.own_facts.days.push_back(value);
    return *this;
  }
  // Reasons without the place, a line each.
  std::string differ() const {
    manifest::Source source;
    source.file = "list.csv";
    std::string out;
    for (const evaluation::Flag& flag : manifest::differences(record, listed, source, codes())) {
      BOOST_TEST(flag.id == "F7");
      BOOST_TEST(flag.reason.ends_with(" (list.csv, line 4)"));
      BOOST_TEST((flag.quote.empty() ? flag.at.empty() : flag.at == base::Span({3, 9})));
      out += flag.reason.substr(0, flag.reason.rfind(" (")) + "\n";
    }
    return out;
  }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(manifest_differences)

BOOST_AUTO_TEST_CASE(a_day_differs_only_where_the_record_nowhere_names_it) {
  Pair pair;
  pair.listed.referral = "2016-03-04";
  BOOST_TEST(pair.differ() == "");  // the record is silent
  pair.says("referral", "2016-03-01");
  BOOST_TEST(pair.differ() ==
             "the record has the referral on 1 March 2016, the list on 4 March 2016, a day that the "
             "record nowhere names\n");
  pair.record.own_facts.days.push_back("--03-04");
  BOOST_TEST(pair.differ() == "");
  Pair undated;
  undated.listed.completed = "2016-03-14";
  BOOST_TEST(
      undated.says("completion", "--03-15").differ() ==
      "the record has the completion on 15 March, the list on 14 March 2016, a day that the record nowhere names\n");
}

BOOST_AUTO_TEST_CASE(seen_against_a_denial_and_against_other_days) {
  Pair pair;
  pair.listed.child_seen = "2016-03-04";
  pair.listed.seen = "yes";
  BOOST_TEST(pair.differ() == "");
  Pair denied = pair;
  BOOST_TEST(denied.says("not_seen", "").differ() ==
             "the list says that the child was seen on 4 March 2016, the record that it was not seen\n");
  BOOST_TEST(denied.says("seen", "").differ() == "");  // it says both
  Pair other = pair;
  BOOST_TEST(
      other.says("seen", "2016-03-09").differ() ==
      "the list says that the child was seen on 4 March 2016; the record has its seeing on other days, and nowhere "
      "names that one\n");
  BOOST_TEST(other.says("seen", "").differ() == "");  // some day that is not told
  Pair unseen;
  unseen.listed.seen = "no";
  BOOST_TEST(unseen.says("seen", "2016-03-09").differ() ==
             "the list says that the child was not seen, the record that it was\n");
}

BOOST_AUTO_TEST_CASE(ethnicity_differs_where_its_words_cannot_mean_the_code) {
  Pair pair;
  pair.says("ethnicity", "WBRI WIRI WIRT WOTH WROM");
  for (const char* same : {"WBRI", "White British", "b) WIRI", "REFU", "NOBT", "", "grey"}) {
    pair.listed.ethnicity = same;
    BOOST_TEST(pair.differ() == "");
  }
  pair.listed.ethnicity = "APKN - Pakistani";
  BOOST_TEST(pair.differ() == "the record gives another ethnicity than the list, which has APKN, Pakistani\n");
  BOOST_TEST(pair.says("ethnicity", "APKN").differ() == "");  // of a brother, perhaps
}

BOOST_AUTO_TEST_CASE(the_birth_date_tells_which_child_of_the_record_is_meant) {
  Pair pair;
  pair.record.children = {"Tom Reed", "Ann Reed"};
  pair.record.people = {{"subject_child", "Tom Reed", {}, "", "", "", "2010-05-04"},
                        {"subject_child", "Ann Reed", {}, "", "", "", "2012-06-05"}};
  pair.says("ethnicity", "WBRI", "Tom Reed").says("ethnicity", "APKN", "Ann Reed");
  pair.listed.ethnicity = "APKN";
  BOOST_TEST(pair.differ() == "");
  pair.listed.born = "2010-05-04";
  BOOST_TEST(pair.differ() == "the record gives another ethnicity than the list, which has APKN, Pakistani\n");
  pair.listed.born = "2012-06-05";
  BOOST_TEST(pair.differ() == "");
}

BOOST_AUTO_TEST_CASE(disability_of_codes_and_of_yes_and_no) {
  Pair none;
  none.says("disability", "no");
  none.listed.disability = "AUT LD";
  BOOST_TEST(none.differ() == "the list has a disability, the record says that there is none\n");
  none.listed.disability = "NONE";
  BOOST_TEST(none.differ() == "");
  Pair some;
  some.says("disability", "yes");
  some.listed.disability = "N";
  BOOST_TEST(some.differ() == "the record has a disability, the list none\n");
}

BOOST_AUTO_TEST_CASE(factors_of_which_nothing_speaks_in_a_record_read_to_its_end) {
  Pair pair;
  pair.listed.factors = {"3A", "3B", "1B", "20", "21", "99Z"};
  pair.record.own_facts.topics = {"factor.alcohol"};
  const std::string abuse = "factor 3A, domestic abuse, is ticked; nothing in the record speaks of it\n";
  BOOST_TEST(pair.differ() == abuse);  // once for both codes of it
  Pair told = pair;
  told.listed.factors = {"16A", "18A"};
  told.record.own_facts.topics = {"factor.domestic-abuse"};  // which speaks of violence too
  BOOST_TEST(told.differ() == "factor 16A, neglect, is ticked; nothing in the record speaks of it\n");
  Pair cut = pair;
  cut.record.document.notes = {{document::NoteKind::cut, "cut"}};
  BOOST_TEST(cut.differ() == "");
  Pair recognised = pair;
  recognised.record.document.notes = {{document::NoteKind::recognised, "OCR"}};
  BOOST_TEST(recognised.differ() == "");
  pair.record.own_facts.knows_topics = false;
  BOOST_TEST(pair.differ() == "");
}

BOOST_AUTO_TEST_SUITE_END()
