#include "sampling/draw.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <map>
#include <numeric>

#include "base/sha256.h"
#include "base/utf8.h"
#include "sampling/allocate.h"
#include "statistics/bootstrap.h"
#include "statistics/sample_size.h"

namespace sampling {
namespace {

using Places = std::vector<std::size_t>;  // of candidates in the frame

base::Error bad(std::string message, std::string advice) {
  return {base::ErrorCode::bad_argument, "", 0, 0, std::move(message), std::move(advice)};
}

// What a value of the name stands under; of several names, one behind the other.
std::string label(const Frame& frame, const Candidate& candidate, const Places& names) {
  std::string out;
  for (std::size_t name : names) {
    const std::string& value = candidate.values[name];
    out += (out.empty() ? "" : ", ") + frame.names[name] + " " + (value.empty() ? "not known" : value);
  }
  return out.empty() ? "all" : out;
}

base::Result<std::size_t> known(const Frame& frame, const std::string& name) {
  std::size_t place = place_of(frame, name);
  if (place < frame.names.size()) return place;
  std::string names;
  for (const std::string& each : frame.names) names += (names.empty() ? "" : ", ") + each;
  return bad("nothing tells the " + name + " of these records",
             names.empty() ? "give a list of them with --manifest" : "what is known: " + names);
}

base::Result<Places> told(const Frame& frame, const std::vector<std::string>& names) {
  Places out;
  for (const std::string& name : names) {
    base::Result<std::size_t> place = known(frame, name);
    if (!place) return place.error();
    auto tells = [&](const Candidate& candidate) { return !candidate.values[place.value()].empty(); };
    if (std::none_of(frame.candidates.begin(), frame.candidates.end(), tells)) {
      return bad("the " + name + " of none of these records is known", "leave it out, or give a list that tells it");
    }
    out.push_back(place.value());
  }
  return out;
}

std::string words_of(const Only& only) {
  std::string out = only.except ? "their " + only.name + " was excluded" : "their " + only.name + " was not asked for";
  return out;
}

// Leaves out what the plan doesn't want, and counts it.
base::Status narrow(Frame& frame, const Plan& plan) {
  std::vector<Candidate>& all = frame.candidates;
  auto take_out = [&](const std::string& reason, auto unwanted) {
    auto end = std::stable_partition(all.begin(), all.end(), [&](const Candidate& one) { return !unwanted(one); });
    leave_out(frame.left_out, reason, static_cast<std::size_t>(all.end() - end));
    all.erase(end, all.end());
  };
  for (const Only& only : plan.only) {
    base::Result<std::size_t> place = known(frame, only.name);
    if (!place) return place.error();
    auto meant = [&](const Candidate& one) {
      return std::any_of(only.values.begin(), only.values.end(), [&](const std::string& value) {
        return base::fold_case(value) == base::fold_case(one.values[place.value()]);
      });
    };
    take_out(words_of(only), [&](const Candidate& one) { return meant(one) == only.except; });
  }
  if (!plan.audited_before.empty()) {
    take_out("audited on or after " + day_words(plan.audited_before),
             [&](const Candidate& one) { return one.last_audited >= plan.audited_before; });
  }
  if (!all.empty()) return base::Done{};
  std::string why;
  for (const LeftOut& left : frame.left_out) {
    why += (why.empty() ? "" : "; ") + std::to_string(left.records) + " left out: " + left.reason;
  }
  return bad("there is no record to draw from", why);
}

// The candidates by label.
using Groups = std::map<std::string, Places>;

Groups grouped(const Frame& frame, const Places& candidates, const Places& names) {
  Groups out;
  for (std::size_t place : candidates) out[label(frame, frame.candidates[place], names)].push_back(place);
  return out;
}

// One stratum's draw: the first `drawn` of `order` with the weight of each, the others are its reserve.
struct Order {
  Places order;
  std::vector<double> stands_for;
};

Order plain(Places all, std::size_t drawn, statistics::Random& random) {
  const double each = drawn == 0 ? 0 : static_cast<double>(all.size()) / static_cast<double>(drawn);
  random.shuffle(all);
  return {std::move(all), std::vector<double>(drawn, each)};
}

// As many different cells as there are records to draw; where there are more records than cells, each by its size. What
// is left over stays in the order of its chance.
Order spread(const Groups& cells, std::size_t drawn, statistics::Random& random) {
  std::vector<const Places*> all;
  for (const auto& [name, places] : cells) all.push_back(&places);
  std::vector<std::size_t> given;
  const bool few = drawn <= all.size();
  if (few) {
    random.shuffle(all);
    given.assign(all.size(), 0);
    std::fill_n(given.begin(), drawn, 1);
  } else {
    std::vector<std::size_t> sizes;
    for (const Places* cell : all) sizes.push_back(cell->size());
    given = proportional(sizes, drawn);
  }
  Order out;
  Places left;
  for (std::size_t i = 0; i < all.size(); ++i) {
    Order cell = plain(*all[i], given[i], random);
    const auto end = cell.order.begin() + static_cast<std::ptrdiff_t>(given[i]);
    out.order.insert(out.order.end(), cell.order.begin(), end);
    left.insert(left.end(), end, cell.order.end());
    // A cell that was drawn itself stands for those that were not.
    const double cells_each = few ? static_cast<double>(all.size()) / static_cast<double>(drawn) : 1;
    for (double weight : cell.stands_for) out.stands_for.push_back(weight * cells_each);
  }
  random.shuffle(left);
  out.order.insert(out.order.end(), left.begin(), left.end());
  return out;
}

// Of each stratum, in the plan's way; all where it asks for more than there are.
base::Result<std::vector<std::size_t>> allotted(const std::vector<std::size_t>& strata, const Plan& plan,
                                                Method& method) {
  const std::size_t all = method.frame;
  if (plan.quota > 0) {
    method.asked = plan.quota;
    std::vector<std::size_t> out;
    for (std::size_t of : strata) out.push_back(std::min(of, plan.quota));
    return out;
  }
  if (plan.margin > 0) {
    method.asked = statistics::sample_size(all, plan.margin);
  } else if (plan.share > 0) {
    method.asked = static_cast<std::size_t>(std::ceil(plan.share * static_cast<double>(all) - 1e-9));
  } else {
    method.asked = plan.size;
  }
  std::size_t drawn = std::min(method.asked, all);
  if (drawn < strata.size() && plan.size > 0) {
    return bad(std::to_string(plan.size) + " records are fewer than the " + std::to_string(strata.size()) + " strata",
               "ask for one of each at least, or leave a name out of --by");
  }
  drawn = std::max(drawn, strata.size());
  return proportional(strata, drawn);
}

std::string sum_of(const Frame& frame, const std::vector<std::string>& strata) {
  base::Sha256 sum;
  for (std::size_t i = 0; i < strata.size(); ++i) {
    const Candidate& candidate = frame.candidates[i];
    sum.add(candidate.path);
    sum.add(std::string(1, '\0'));
    sum.add(strata[i]);
    sum.add("\n");
  }
  return sum.take();
}

}  // namespace

base::Result<Sample> draw(Frame frame, const Plan& plan) {
  assert((plan.size > 0) + (plan.share > 0) + (plan.margin > 0) + (plan.quota > 0) == 1);
  put_in_order(frame);
  if (base::Status narrowed = narrow(frame, plan); !narrowed) return narrowed.error();
  base::Result<Places> by = told(frame, plan.by);
  if (!by) return by.error();
  base::Result<Places> strata_names = plan.quota > 0 ? told(frame, {plan.quota_of}) : base::Result<Places>(by.value());
  if (!strata_names) return strata_names.error();

  Sample sample;
  Method& method = sample.method;
  method.source = frame.source;
  method.left_out = frame.left_out;
  method.frame = frame.candidates.size();
  method.share = plan.share;
  method.margin = plan.margin;
  method.quota_of = plan.quota_of;
  method.by = plan.by;
  method.dip = plan.dip;
  method.seed = plan.seed;
  method.day = plan.day;

  Places everyone(frame.candidates.size());
  std::iota(everyone.begin(), everyone.end(), std::size_t{0});
  const Groups strata = grouped(frame, everyone, strata_names.value());
  std::vector<std::size_t> sizes;
  std::vector<std::string> labels(frame.candidates.size());
  for (const auto& [name, places] : strata) {
    sizes.push_back(places.size());
    for (std::size_t place : places) labels[place] = name;
  }
  method.frame_sha256 = sum_of(frame, labels);
  base::Result<std::vector<std::size_t>> numbers = allotted(sizes, plan, method);
  if (!numbers) return numbers.error();

  statistics::Random random(plan.seed);
  std::vector<Member> reserve;
  for (const auto& [name, places] : strata) {
    const std::size_t stratum = method.strata.size();
    const std::size_t drawn = numbers.value()[stratum];
    const Order order = plan.quota > 0 && !by.value().empty()
                            ? spread(grouped(frame, places, by.value()), drawn, random)
                            : plain(places, drawn, random);
    const std::size_t kept = std::min(plan.reserve.value_or((drawn + 4) / 5), places.size() - drawn);
    for (std::size_t i = 0; i < drawn + kept; ++i) {
      if (i < drawn) sample.members.push_back({order.order[i], stratum, order.stands_for[i], false});
      if (i >= drawn) reserve.push_back({order.order[i], stratum, 0, true});
    }
    method.strata.push_back({name, places.size(), drawn, kept, 0});
  }
  random.shuffle(sample.members);
  sample.members.insert(sample.members.end(), reserve.begin(), reserve.end());
  sample.frame = std::move(frame);
  return sample;
}

}  // namespace sampling
