#include "sampling/list.h"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <functional>

#include "sampling/frames.h"
#include "support/csv.h"

using sampling::List;
using sampling::Row;

namespace {

sampling::Sample sample_of(const std::string& teams, const sampling::Plan& plan) {
  sampling::Frame frame = frame_of_teams(teams);
  frame.candidates[0].child = "C0001";
  frame.left_out = {{"archives, which hold records that can't be drawn one by one", 2}};
  base::Result<sampling::Sample> sample = sampling::draw(frame, plan);
  BOOST_REQUIRE(sample.ok());
  sample.value().method.program_version = "1.2.3";
  return sample.value();
}

std::vector<Row> rows_of(const sampling::Sample& sample) {
  std::vector<Row> rows;
  for (auto& cells : parse_csv(std::string_view(sampling::list_csv(sample)).substr(3))) {
    rows.push_back({static_cast<std::uint32_t>(rows.size() + 1), std::move(cells)});
  }
  return rows;
}

std::string paths(const List& list) {
  std::string out;
  for (const sampling::Listed& one : list.records) out += (out.empty() ? "" : " ") + one.path.substr(0, 1);
  return out;
}

// The row of the record, or the first row of a use or fact.
Row& row(std::vector<Row>& rows, const std::string& cell) {
  auto found = std::find_if(rows.begin(), rows.end(), [&](const Row& one) {
    return std::find(one.cells.begin(), one.cells.end(), cell) != one.cells.end();
  });
  BOOST_REQUIRE(found != rows.end());
  return *found;
}

sampling::Plan by_team(std::size_t size) {
  sampling::Plan plan = plan_of(size);
  plan.by = {"team"};
  plan.reserve = 1;
  return plan;
}

constexpr std::size_t kUse = 0, kStratum = 2, kPath = 3, kUnfit = 6;

}  // namespace

BOOST_AUTO_TEST_CASE(a_list_is_rows_then_its_method) {
  const std::string csv = sampling::list_csv(sample_of("NNNNNNSSS", by_team(3)));
  BOOST_TEST(csv.substr(3, csv.find("method,") - 3) ==
             "use,order,stratum,path,child,stands_for,unfit,team,last_audited\r\n"
             "drawn,1,team S,h.doc,,3,,S,\r\n"
             "drawn,2,team N,f.doc,,3,,N,\r\n"
             "drawn,3,team N,b.doc,,3,,N,\r\n"
             "reserve,4,team N,a.doc,C0001,,,N,\r\n"
             "reserve,5,team S,i.doc,,,,S,\r\n");
}

BOOST_AUTO_TEST_CASE(what_is_written_is_read) {
  for (bool weird : {false, true}) {
    sampling::Plan plan = by_team(4);
    if (weird) {
      plan = plan_of(0, 4'000'000'000);
      plan.margin = 0.125;
      plan.dip = true;
    }
    const sampling::Sample sample = sample_of("NNNNNNSSS", plan);
    base::Result<List> list = sampling::read_list(rows_of(sample), "list.csv");
    BOOST_REQUIRE_MESSAGE(list.ok(), (list.ok() ? "" : list.error().one_line()));
    BOOST_TEST(!list.value().use.changed);
    BOOST_TEST(list.value().use.unfit == 0u);
    BOOST_TEST(paths(list.value()) == letters(sample).substr(0, letters(sample).find(" |")));
    // The words say that all is there.
    BOOST_TEST((sampling::statement(list.value().method, {}) == sampling::statement(sample.method, {})));
  }
}

BOOST_AUTO_TEST_CASE(a_quota_is_read) {
  sampling::Plan plan = plan_of(0);
  plan.quota = 2;
  plan.quota_of = "team";
  const sampling::Sample sample = sample_of("NNNNNNSSS-", plan);
  base::Result<List> list = sampling::read_list(rows_of(sample), "list.csv");
  BOOST_REQUIRE(list.ok());
  BOOST_TEST((sampling::statement(list.value().method, {}) == sampling::statement(sample.method, {})));
}

// One of each team is drawn, one is in reserve.
BOOST_AUTO_TEST_CASE(the_unfit_are_replaced_from_their_own_stratum) {
  const sampling::Sample sample = sample_of("NNNSSS", by_team(2));
  std::vector<Row> rows = rows_of(sample);
  const std::string before = letters(sample);  // "s1 n1 | n2 s2" in whatever letters
  auto north = [&](char letter) { return letter < 'd'; };
  for (Row& each : rows) {
    if (each.cells[kUse] == "drawn" && north(each.cells[kPath][0])) each.cells[kUnfit] = "transferred out";
  }
  base::Result<List> list = sampling::read_list(rows, "list.csv");
  BOOST_REQUIRE(list.ok());
  BOOST_TEST(list.value().use.unfit == 1u);
  BOOST_TEST(list.value().use.replaced == 1u);
  BOOST_TEST(!list.value().use.changed);
  BOOST_TEST(list.value().records.size() == 2u);
  BOOST_TEST(
      list.value().records.back().path.substr(0, 1) ==
      std::string(1, *std::find_if(before.begin() + 5, before.end(), [&](char c) { return c >= 'a' && north(c); })));
  // Where the reserve is unfit too there is none to replace it.
  for (Row& each : rows) {
    if (each.cells[kUse] == "reserve") each.cells[kUnfit] = "x";
  }
  list = sampling::read_list(rows, "list.csv");
  BOOST_REQUIRE(list.ok());
  BOOST_TEST(list.value().use.replaced == 0u);
  BOOST_TEST(list.value().records.size() == 1u);
}

BOOST_AUTO_TEST_CASE(a_sorted_list_is_the_same_and_a_changed_one_is_told) {
  const sampling::Sample sample = sample_of("NNNNNNSSS", by_team(4));
  const std::vector<Row> rows = rows_of(sample);
  std::vector<Row> sorted = rows;
  std::reverse(sorted.begin() + 1, sorted.end());
  BOOST_TEST(!sampling::read_list(sorted, "list.csv").value().use.changed);
  BOOST_TEST(paths(sampling::read_list(sorted, "list.csv").value()) ==
             paths(sampling::read_list(rows, "list.csv").value()));

  std::vector<Row> fewer = rows;
  fewer.erase(fewer.begin() + 2);
  BOOST_TEST(sampling::read_list(fewer, "list.csv").value().use.changed);
  std::vector<Row> swapped = rows;
  row(swapped, "reserve").cells[kUse] = "drawn";
  BOOST_TEST(sampling::read_list(swapped, "list.csv").value().use.changed);
}

BOOST_AUTO_TEST_CASE(columns_may_be_moved_and_added) {
  std::vector<Row> rows = rows_of(sample_of("NNNNNNSSS", by_team(4)));
  for (Row& each : rows) {
    std::reverse(each.cells.begin(), each.cells.end());
    each.cells.insert(each.cells.begin(), "note");
  }
  for (std::string& cell : rows[0].cells) {
    if (cell == "unfit") cell = " Unfit ";
  }
  BOOST_TEST(!sampling::read_list(rows, "list.csv").value().use.changed);
}

BOOST_AUTO_TEST_CASE(what_is_no_list_is_refused_with_its_row) {
  const std::vector<Row> rows = rows_of(sample_of("NNNNNNSSS", by_team(4)));
  auto refusal = [&](const std::function<void(std::vector<Row>&)>& change) {
    std::vector<Row> changed = rows;
    change(changed);
    base::Result<List> list = sampling::read_list(changed, "list.csv");
    return list.ok() ? std::string("read") : list.error().one_line();
  };
  BOOST_TEST(refusal([](auto& all) { all.clear(); }).starts_with("list.csv: is not the list of a sample"));
  BOOST_TEST(
      refusal([](auto& all) { all[0].cells[kPath] = "file"; }).starts_with("list.csv: is not the list of a sample"));
  BOOST_TEST(refusal([](auto& all) { all[1].cells[kUse] = "no"; }).starts_with("list.csv:2: use is neither"));
  BOOST_TEST(refusal([](auto& all) { all[2].cells[kPath] = ""; }).starts_with("list.csv:3: has no path"));
  BOOST_TEST(refusal([](auto& all) { all[2].cells[1] = "?"; }).starts_with("list.csv:3: has no order"));
  BOOST_TEST(refusal([](auto& all) {
               all[3].cells[kPath] = all[1].cells[kPath];
             }).starts_with("list.csv:4: names the same record as row 2"));
  BOOST_TEST(
      refusal([](auto& all) { all[1].cells[kStratum] = "team Q"; }).starts_with("list.csv:2: the stratum is none"));
  BOOST_TEST(refusal([](auto& all) {
               row(all, "seed").cells[kPath] = "4.1E+07";
             }).find("the fact 'seed' was changed") != std::string::npos);
  BOOST_TEST(refusal([](auto& all) {
               std::erase_if(all, [](const Row& one) { return one.cells[kUse] == "fact"; });
             }).starts_with("list.csv: does not say how it was drawn"));
  BOOST_TEST(refusal([](auto& all) {
               for (Row& one : all) one.cells[kUnfit] = one.cells[kUse] == "unfit" ? "unfit" : "all of them";
               all[0].cells[kUnfit] = "unfit";
             }) == "list.csv: holds no record to audit; draw again with auditor sample");
}

BOOST_AUTO_TEST_CASE(json_has_the_list_and_the_frame) {
  const std::string json = sampling::list_json(sample_of("NNNNNNSSS", by_team(4)));
  BOOST_TEST(json.find("\"could_be_drawn\":9,\"drawn\":4,\"in_reserve\":2,\"margin\":0.4") != std::string::npos);
  BOOST_TEST(json.find("{\"path\":\"a.doc\",\"child\":\"C0001\",\"team\":\"N\"}") != std::string::npos);
}
