#include "sampling/draw.h"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <map>
#include <set>

#include "sampling/frames.h"

using sampling::Sample;

static Sample drawn(const sampling::Frame& frame, const sampling::Plan& plan) {
  base::Result<Sample> sample = sampling::draw(frame, plan);
  BOOST_REQUIRE_MESSAGE(sample.ok(), (sample.ok() ? "" : sample.error().one_line()));
  return sample.value();
}

static std::string refused(const sampling::Frame& frame, const sampling::Plan& plan) {
  base::Result<Sample> sample = sampling::draw(frame, plan);
  return sample.ok() ? "drawn" : sample.error().one_line();
}

// How many were drawn of each stratum: "team N 3/6, team S 1/2".
static std::string strata(const Sample& sample) {
  std::string out;
  for (const sampling::Stratum& one : sample.method.strata) {
    out += (out.empty() ? "" : ", ") + one.name + " " + std::to_string(one.drawn) + "/" + std::to_string(one.of);
  }
  return out;
}

// As an implementation of SplitMix64 and of the shuffle in another language (Python) draws it.
BOOST_AUTO_TEST_CASE(a_draw_is_the_same_on_every_machine) {
  BOOST_TEST(letters(drawn(frame_of_teams("NNNNNNNNNNNNNNNNNNNN"), plan_of(5))) == "q b c p e | s");
}

BOOST_AUTO_TEST_CASE(the_order_in_which_records_were_found_changes_nothing) {
  sampling::Frame frame = frame_of_teams("NNSSSNEENN");
  sampling::Plan plan = plan_of(5);
  plan.by = {"team"};
  const Sample first = drawn(frame, plan);
  std::reverse(frame.candidates.begin(), frame.candidates.end());
  const Sample second = drawn(frame, plan);
  BOOST_TEST(letters(first) == letters(second));
  BOOST_TEST(first.method.frame_sha256 == second.method.frame_sha256);
  plan.seed = 8;
  BOOST_TEST(letters(drawn(frame, plan)) != letters(first));
}

BOOST_AUTO_TEST_CASE(what_is_listed_twice_has_one_chance) {
  sampling::Frame frame = frame_of_teams("NNN");
  frame.candidates.push_back(frame.candidates.front());
  const Sample sample = drawn(frame, plan_of(3));
  BOOST_TEST(sample.method.frame == 3u);
  BOOST_TEST(sample.method.left_out.size() == 1u);
  BOOST_TEST(sample.method.left_out[0].records == 1u);
}

// Over 6,000 seeds each of 20 records is drawn about 1,500 times and stands first about 300 times: chi-squared with 19
// degrees of freedom, the limits that one of 1,000 fair draws passes (43.8; drawn without replacement: 43.8 * 0.75).
BOOST_AUTO_TEST_CASE(every_record_has_the_same_chance) {
  const sampling::Frame frame = frame_of_teams("NNNNNNNNNNNNNNNNNNNN");
  std::map<std::size_t, double> times, first, reserve;
  for (std::uint64_t seed = 0; seed < 6000; ++seed) {
    const Sample sample = drawn(frame, plan_of(5, seed));
    BOOST_REQUIRE(sample.members.size() == 6u);
    for (std::size_t i = 0; i < 5; ++i) ++times[sample.members[i].candidate];
    ++first[sample.members[0].candidate];
    ++reserve[sample.members[5].candidate];
  }
  auto far = [](std::map<std::size_t, double>& counts, double expected) {
    double sum = 0;
    for (std::size_t i = 0; i < 20; ++i) sum += (counts[i] - expected) * (counts[i] - expected) / expected;
    return sum;
  };
  BOOST_TEST(far(times, 1500) < 43.8 * 0.75);
  BOOST_TEST(far(first, 300) < 43.8);
  BOOST_TEST(far(reserve, 300) < 43.8);
}

// Every pair of six as likely as any other: 15 pairs, 14 degrees of freedom, limit 36.1.
BOOST_AUTO_TEST_CASE(every_pair_has_the_same_chance) {
  std::map<std::set<std::size_t>, double> pairs;
  for (std::uint64_t seed = 0; seed < 6000; ++seed) {
    const Sample sample = drawn(frame_of_teams("NNNNNN"), plan_of(2, seed));
    ++pairs[{sample.members[0].candidate, sample.members[1].candidate}];
  }
  BOOST_TEST(pairs.size() == 15u);
  double sum = 0;
  for (const auto& [pair, times] : pairs) sum += (times - 400) * (times - 400) / 400;
  BOOST_TEST(sum < 36.1);
}

BOOST_AUTO_TEST_CASE(strata_give_in_proportion_and_one_at_least) {
  sampling::Plan plan = plan_of(6);
  plan.by = {"team"};
  const Sample sample = drawn(frame_of_teams("NNNNNNNNNNSSSSSE--"), plan);
  BOOST_TEST(strata(sample) == "team E 1/1, team N 3/10, team S 1/5, team not known 1/2");
  double all = 0;
  for (const sampling::Member& member : sample.members) all += member.stands_for;
  BOOST_TEST(all == 18, boost::test_tools::tolerance(1e-9));
}

BOOST_AUTO_TEST_CASE(the_size_follows_from_a_margin_or_a_share) {
  sampling::Plan plan = plan_of(0);
  plan.margin = 0.2;
  BOOST_TEST(drawn(frame_of_teams("NNNNNNNNNNNNNNNNNNNN"), plan).method.drawn() == 12u);  // 24.01 / (1 + 23.01 / 20)
  plan.margin = 0;
  plan.share = 0.1;
  BOOST_TEST(drawn(frame_of_teams("NNNNNNNNNNNNNNNNNNNN"), plan).method.drawn() == 2u);
  BOOST_TEST(drawn(frame_of_teams("NNNNNNNNNNNNNNNNNNNNN"), plan).method.drawn() == 3u);
  plan.by = {"team"};
  BOOST_TEST(strata(drawn(frame_of_teams("NNSSEEWW"), plan)) == "team E 1/2, team N 1/2, team S 1/2, team W 1/2");
}

BOOST_AUTO_TEST_CASE(a_quota_takes_so_many_of_each_or_all) {
  sampling::Plan plan = plan_of(0);
  plan.quota = 3;
  plan.quota_of = "team";
  BOOST_TEST(strata(drawn(frame_of_teams("NNNNNNNNSSS--"), plan)) == "team N 3/8, team S 3/3, team not known 2/2");
}

// Four workers of one manager: three of the quota are of three workers; six give each one at least. Weights add up to
// all records on average over who is drawn.
BOOST_AUTO_TEST_CASE(a_quota_is_spread) {
  sampling::Frame frame = frame_of_teams("NNNNNNNNNN");
  frame.names.push_back("worker");
  const std::string workers = "AAAAABBBCD";
  for (std::size_t i = 0; i < workers.size(); ++i) frame.candidates[i].values.emplace_back(1, workers[i]);
  sampling::Plan plan = plan_of(0);
  plan.quota_of = "team";
  plan.by = {"worker"};
  double weights = 0;
  for (plan.seed = 0; plan.seed < 2000; ++plan.seed) {
    for (std::size_t quota : {3u, 6u}) {
      plan.quota = quota;
      const Sample sample = drawn(frame, plan);
      std::set<std::string> seen;
      std::set<std::size_t> once;
      for (const sampling::Member& member : sample.members) {
        BOOST_REQUIRE(once.insert(member.candidate).second);
        if (!member.reserve) seen.insert(sample.frame.candidates[member.candidate].values[1]);
        if (quota == 3) weights += member.stands_for;
      }
      BOOST_REQUIRE(seen.size() == std::min<std::size_t>(quota, 4));
      BOOST_REQUIRE(!sampling::margin_of(sample.method, false));
    }
  }
  BOOST_TEST(weights / 2000 == 10, boost::test_tools::tolerance(0.02));
}

BOOST_AUTO_TEST_CASE(the_plan_leaves_out_and_counts) {
  sampling::Frame frame = frame_of_teams("NNNNSSEE");
  frame.candidates[0].last_audited = "2026-03-01";
  frame.candidates[1].last_audited = "2025-11-26";
  sampling::Plan plan = plan_of(8);
  plan.only = {{"team", {"n", "S"}, false}, {"team", {"S"}, true}};
  plan.audited_before = "2025-11-27";
  const Sample sample = drawn(frame, plan);
  BOOST_TEST(sample.method.frame == 3u);
  std::string left;
  for (const sampling::LeftOut& one : sample.method.left_out)
    left += std::to_string(one.records) + " " + one.reason + "; ";
  BOOST_TEST(left ==
             "2 their team was not asked for; 2 their team was excluded; 1 audited on or after 27 November 2025; ");
}

BOOST_AUTO_TEST_CASE(the_reserve_is_of_the_same_stratum) {
  sampling::Plan plan = plan_of(4);
  plan.by = {"team"};
  plan.reserve = 2;
  const Sample sample = drawn(frame_of_teams("NNNNNNSSS"), plan);
  std::map<std::string, int> reserve;
  for (const sampling::Member& member : sample.members) {
    const std::string& team = sample.frame.candidates[member.candidate].values[0];
    BOOST_TEST(sample.method.strata[member.stratum].name == "team " + team);
    if (member.reserve) ++reserve[team];
  }
  BOOST_TEST(reserve["N"] == 2);
  BOOST_TEST(reserve["S"] == 2);
}

BOOST_AUTO_TEST_CASE(what_cannot_be_drawn_is_refused_in_one_line) {
  const sampling::Frame frame = frame_of_teams("NNSE");
  sampling::Plan plan = plan_of(2);
  plan.by = {"team"};
  BOOST_TEST(refused(frame, plan) ==
             "2 records are fewer than the 3 strata; ask for one of each at least, or leave a name out of --by");
  plan.by = {"worker"};
  BOOST_TEST(refused(frame, plan) == "nothing tells the worker of these records; what is known: team");
  plan.by = {"team"};
  BOOST_TEST(refused(frame_of_teams("---"), plan) ==
             "the team of none of these records is known; leave it out, or give a list that tells it");
  plan.only = {{"team", {"Q"}, false}};
  BOOST_TEST(refused(frame, plan) == "there is no record to draw from; 4 left out: their team was not asked for");
}

BOOST_AUTO_TEST_CASE(more_than_there_are_takes_all) {
  BOOST_TEST(letters(drawn(frame_of_teams("NNN"), plan_of(50))).size() == 5u);
}
