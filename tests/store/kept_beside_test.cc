// What is kept beside a run: people's ratings, samples, what lists say of cases.
#include <boost/test/unit_test.hpp>

#include "store/case_facts.h"
#include "store/content.h"
#include "store/history.h"
#include "store/made.h"
#include "store/person_ratings.h"
#include "store/samples.h"
#include "support/outcomes.h"

using store::CaseFact;
using store::PersonRating;
using store::Sample;
using store::Store;
using store_tests::Folder;

namespace {

Store run_of_two(const Folder& folder) {
  BOOST_REQUIRE(store_tests::made(folder, {support::full_outcome("a"), support::full_outcome("b")})
                    .finish(store_tests::some_facts())
                    .ok());
  auto store = Store::open_to_add(folder.file());
  BOOST_REQUIRE(store.ok());
  return std::move(store).value();
}

PersonRating rating(std::size_t document, const char* item, const char* rater, evaluation::Rating given) {
  return {document,          "assessment",   item, rater, given, "thin", "2026-11-27T09:00:00Z",
          "moderation.xlsx", "Moderation!O3"};
}

std::string dump(const std::vector<PersonRating>& ratings) {
  std::string out;
  for (const PersonRating& r : ratings) {
    out += std::to_string(r.document) + " " + r.checklist + " " + r.item + " " + r.rater + " " +
           evaluation::name_of(r.rating) + " " + r.comment + " " + r.when + " " + r.file + " " + r.cell + "\n";
  }
  return out;
}

bool put(Store& store, const std::vector<CaseFact>& cases) {
  store::Database& database = store.content().database;
  return database.together([&] { return store::put_cases(database, store.run(), cases); });
}

}  // namespace

BOOST_AUTO_TEST_SUITE(store_kept_beside)

BOOST_AUTO_TEST_CASE(last_rating_of_a_person_counts) {
  Folder folder;
  Store store = run_of_two(folder);
  BOOST_REQUIRE(store::add(store, {rating(2, "CV1", "Ann", evaluation::Rating::met),
                                   rating(1, "CV1", "Ben", evaluation::Rating::not_applicable),
                                   rating(1, "CV1", "Ann", evaluation::Rating::partly)})
                    .ok());
  BOOST_REQUIRE(store::add(store, {rating(1, "CV1", "Ann", evaluation::Rating::not_met)}).ok());
  const char* rest = " thin 2026-11-27T09:00:00Z moderation.xlsx Moderation!O3\n";
  auto back = store::person_ratings(Store::open(folder.file()).value());
  BOOST_REQUIRE(back.ok());
  BOOST_TEST(dump(back.value()) == std::string("1 assessment CV1 Ann not_met") + rest + "1 assessment CV1 Ben na" +
                                       rest + "2 assessment CV1 Ann met" + rest);
}

BOOST_AUTO_TEST_CASE(nothing_is_half_added) {
  Folder folder;
  Store store = run_of_two(folder);
  auto status = store::add(
      store, {rating(1, "CV1", "Ann", evaluation::Rating::met), rating(3, "CV1", "Ann", evaluation::Rating::met)});
  BOOST_REQUIRE(!status.ok());
  BOOST_TEST((status.error().code == base::ErrorCode::not_found));
  BOOST_TEST(status.error().message == "the run has no document 3");
  BOOST_TEST(store::person_ratings(store).value().empty());
  CaseFact fact;
  fact.document = 3;
  BOOST_TEST(!put(store, {CaseFact{}, fact}));
  BOOST_TEST(store::case_facts(store).value().empty());
}

BOOST_AUTO_TEST_CASE(reading_alone_does_not_add) {
  Folder folder;
  { run_of_two(folder); }
  Store store = std::move(Store::open(folder.file())).value();
  BOOST_TEST(!store::add(store, {rating(1, "CV1", "Ann", evaluation::Rating::met)}).ok());
}

BOOST_AUTO_TEST_CASE(samples_come_back_equal) {
  Folder folder;
  Store store = run_of_two(folder);
  Sample drawn;
  drawn.made = "2026-11-27T09:00:00Z";
  drawn.method = "30 of 214, by team";
  drawn.seed = 0xFFFF'FFFF'FFFF'FFFEu;
  drawn.arguments = {"sample", "exports", "caf\xE9"};
  drawn.members = {{"exports/b.docx", "C12", "North"}, {"exports/a.docx", "", ""}};
  auto number = store::add(store, drawn);
  BOOST_REQUIRE(number.ok());
  BOOST_TEST(number.value() == 1);
  BOOST_REQUIRE(store::set_sample(store, number.value()).ok());
  BOOST_TEST(store.facts().value().sample == 1);
  auto all = store::samples(store);
  BOOST_REQUIRE(all.ok());
  BOOST_REQUIRE(all.value().size() == 1u);
  const Sample& back = all.value().front();
  BOOST_TEST(back.sample == 1);
  BOOST_TEST(back.made + back.method == drawn.made + drawn.method);
  BOOST_TEST(back.seed == drawn.seed);
  BOOST_TEST((back.arguments == drawn.arguments));
  BOOST_REQUIRE(back.members.size() == 2u);
  BOOST_TEST(back.members[0].path + back.members[0].child + back.members[0].stratum == "exports/b.docxC12North");
  BOOST_TEST(back.members[1].path == "exports/a.docx");
  BOOST_TEST(!store::sample(store, 2).ok());
  BOOST_TEST(!store::set_sample(store, 2).ok());
}

BOOST_AUTO_TEST_CASE(case_facts_come_back_equal) {
  Folder folder;
  Store store = run_of_two(folder);
  CaseFact fact{2,
                "b.docx",
                "C12",
                "R7",
                "North",
                "Ann",
                "Femi",
                "core_assessment",
                "2009-10-01",
                "2009-10-02",
                "2009-10-03",
                "2009-10-04",
                "2009-10-05",
                "2009-10-06",
                "2001-01-02",
                "WBRI",
                "NONE",
                {"3A", "4B"},
                true,
                "list.csv",
                12,
                3};
  BOOST_REQUIRE(put(store, {CaseFact{}}));
  BOOST_REQUIRE(put(store, {fact, CaseFact{}}));  // instead of that one
  auto all = store::case_facts(Store::open(folder.file()).value());
  BOOST_REQUIRE(all.ok());
  BOOST_REQUIRE(all.value().size() == 2u);
  const CaseFact& back = all.value().front();
  BOOST_TEST(back.document == 2u);
  BOOST_TEST(back.record + back.child + back.referral_id + back.team + back.worker + back.manager + back.type ==
             "b.docxC12R7NorthAnnFemicore_assessment");
  BOOST_TEST(back.referral + back.start + back.review + back.child_seen + back.completed + back.closed + back.born ==
             "2009-10-012009-10-022009-10-032009-10-042009-10-052009-10-062001-01-02");
  BOOST_TEST(back.ethnicity + back.disability == "WBRINONE");
  BOOST_TEST((back.factors == fact.factors));
  BOOST_TEST(back.no_conference);
  BOOST_TEST(back.file + std::to_string(back.line) + std::to_string(back.column) == "list.csv123");
  BOOST_TEST(all.value()[1].document == 0u);
  BOOST_TEST(all.value()[1].factors.empty());
}

BOOST_AUTO_TEST_CASE(history_tells_of_each_record_once) {
  Folder folder;
  Store store = run_of_two(folder);
  const std::string day = store_tests::some_facts().finished.substr(0, 10);
  CaseFact fact;
  fact.document = 2;
  fact.child = "C12";
  fact.team = "North";
  BOOST_REQUIRE(put(store, {fact, fact}));
  PersonRating rated = rating(1, "CV1", "Ann", evaluation::Rating::met);
  rated.when = "2031-02-03T09:00:00Z";
  BOOST_REQUIRE(store::add(store, {rated}).ok());
  auto back = store::history(store);
  BOOST_REQUIRE(back.ok());
  BOOST_REQUIRE(back.value().size() == 2u);
  const store::Known& a = back.value()[0];
  const store::Known& b = back.value()[1];
  const evaluation::Outcome full = support::full_outcome("a");
  BOOST_TEST(a.path == "a");
  BOOST_TEST(a.sha256 == full.sha256);
  BOOST_TEST(a.team == full.particulars.team);
  BOOST_TEST(a.grade == evaluation::name_of(full.overall.grade));
  BOOST_TEST(a.audited == day);
  BOOST_TEST(a.looked_at == "2031-02-03");
  BOOST_TEST(b.child == "C12");
  BOOST_TEST(b.team == "North");
  BOOST_TEST(b.worker == full.particulars.worker);
  BOOST_TEST(b.looked_at == "");
  // What is audited as a sample has been looked at.
  auto number = store::add(store, Sample{});
  BOOST_REQUIRE(number.ok());
  BOOST_REQUIRE(store::set_sample(store, number.value()).ok());
  BOOST_TEST(store::history(store).value()[1].looked_at == day);
}

BOOST_AUTO_TEST_SUITE_END()
