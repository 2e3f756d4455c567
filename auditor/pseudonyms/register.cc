#include "pseudonyms/register.h"

#include <algorithm>
#include <array>
#include <numeric>

namespace pseudonyms {
namespace {

// 0 is "A", 25 "Z", 26 "AA".
std::string letters(std::size_t number) {
  std::string out;
  for (++number; number > 0; number = (number - 1) / 26)
    out.insert(out.begin(), static_cast<char>('A' + (number - 1) % 26));
  return out;
}

struct Person {
  std::size_t record = 0, place = 0;
  const Somebody* one = nullptr;
};

bool works(Kind kind) {
  return kind == Kind::worker || kind == Kind::professional;
}

// Which kinds one person may have in two records.
bool compatible(Kind a, Kind b) {
  if (a == b || a == Kind::person || b == Kind::person) return true;
  return (works(a) && works(b)) || (in_family(a) && in_family(b) && (a == Kind::child) == (b == Kind::child));
}

std::string full_name(const Somebody& one) {
  if (one.surname.empty() || one.given.empty() || one.given[0].size() < 2) return "";
  return one.given[0] + " " + one.surname.back();
}

class Merging {
 public:
  explicit Merging(std::vector<Known>& records) {
    for (std::size_t r = 0; r < records.size(); ++r) {
      const auto& people = records[r].circle.people();
      for (std::size_t p = 0; p < people.size(); ++p) people_.push_back({r, p, &people[p]});
    }
    roots_.resize(people_.size());
    std::iota(roots_.begin(), roots_.end(), std::size_t{0});
    std::map<std::string, std::vector<std::size_t>> by_name;
    for (std::size_t i = 0; i < people_.size(); ++i) {
      if (const std::string name = full_name(*people_[i].one); !name.empty()) by_name[name].push_back(i);
      if (in_family(people_[i].one->kind)) {
        if (const std::string name = full_name(*people_[i].one); !name.empty())
          family_names_[people_[i].record].insert(name);
      }
    }
    for (const auto& [name, found] : by_name) {
      for (std::size_t a = 0; a < found.size(); ++a) {
        for (std::size_t b = a + 1; b < found.size(); ++b) {
          if (root(found[a]) != root(found[b]) && same(found[a], found[b], name)) join(found[a], found[b]);
        }
      }
    }
    link_first_names();
  }

  const std::vector<Person>& people() const { return people_; }
  std::size_t root(std::size_t i) {
    while (roots_[i] != i) i = roots_[i] = roots_[roots_[i]];
    return i;
  }

 private:
  void join(std::size_t a, std::size_t b) {
    a = root(a);
    b = root(b);
    roots_[std::max(a, b)] = std::min(a, b);
  }

  bool share_family(std::size_t a, std::size_t b, const std::string& but) const {
    const auto one = family_names_.find(a), other = family_names_.find(b);
    if (one == family_names_.end() || other == family_names_.end()) return false;
    return std::any_of(one->second.begin(), one->second.end(),
                       [&](const std::string& name) { return name != but && other->second.contains(name); });
  }

  bool same(std::size_t a, std::size_t b, const std::string& name) const {
    const Somebody& one = *people_[a].one;
    const Somebody& other = *people_[b].one;
    if (people_[a].record == people_[b].record || !compatible(one.kind, other.kind)) return false;
    if (!one.born.empty() && !other.born.empty()) return one.born == other.born;
    if (works(one.kind) || works(other.kind)) return true;
    return share_family(people_[a].record, people_[b].record, name);
  }

  // In records of one family a first name, a kind and no other holder make one person.
  void link_first_names() {
    std::map<std::string, std::vector<std::size_t>> by_first;
    for (std::size_t i = 0; i < people_.size(); ++i) {
      const Somebody& one = *people_[i].one;
      if (in_family(one.kind) && !one.given.empty()) by_first[one.given[0]].push_back(i);
    }
    for (const auto& [name, found] : by_first) {
      for (std::size_t a = 0; a < found.size(); ++a) {
        for (std::size_t b = a + 1; b < found.size(); ++b) {
          const Somebody& one = *people_[found[a]].one;
          const Somebody& other = *people_[found[b]].one;
          if (!one.surname.empty() && !other.surname.empty()) continue;
          if (people_[found[a]].record == people_[found[b]].record || one.kind != other.kind) continue;
          if (!one.born.empty() && !other.born.empty() && one.born != other.born) continue;
          if (share_family(people_[found[a]].record, people_[found[b]].record, "")) join(found[a], found[b]);
        }
      }
    }
  }

  std::vector<Person> people_;
  std::vector<std::size_t> roots_;
  std::map<std::size_t, std::set<std::string>> family_names_;  // by record
};

}  // namespace

void Register::meet(What what, const std::string& same) {
  const auto [place, made] = numbers_.try_emplace({what, same}, 0);
  if (made) place->second = ++counts_[what];
}

void Register::meet_family(const std::string& surname) {
  families_.try_emplace(surname, families_.size() + 1);
}

std::string Register::label(What what, const std::string& same) const {
  const auto found = numbers_.find({what, same});
  const std::string number = found == numbers_.end() ? "" : " " + std::to_string(found->second);
  return in_brackets(what) ? std::string("[") + name_of(what) + number + "]" : name_of(what) + number;
}

std::string Register::family_label(const std::string& surname) const {
  const auto found = families_.find(surname);
  return found == families_.end() ? "Family" : "Family " + std::to_string(found->second);
}

void Register::settle(std::vector<Known>& records) {
  Merging merging(records);
  const auto& people = merging.people();
  std::map<std::size_t, Kind> kinds;  // by root: the closest to the child that anybody is called
  for (std::size_t i = 0; i < people.size(); ++i) {
    const auto [place, made] = kinds.try_emplace(merging.root(i), people[i].one->kind);
    if (!made) place->second = std::min(place->second, people[i].one->kind);
  }
  std::array<std::size_t, 6> counts{};
  std::map<std::size_t, std::size_t> places;  // by root: in the key
  key_.clear();
  for (Known& known : records) known.labels.assign(known.circle.people().size(), "");
  for (std::size_t i = 0; i < people.size(); ++i) {
    const std::size_t root = merging.root(i);
    const auto [place, made] = places.try_emplace(root, key_.size());
    if (made) {
      const Kind kind = kinds[root];
      const std::size_t number = counts[static_cast<std::size_t>(kind)]++;
      key_.emplace_back(
          std::string(name_of(kind)) + " " + (kind == Kind::child ? letters(number) : std::to_string(number + 1)),
          std::vector<std::string>());
    }
    auto& [label, names] = key_[place->second];
    if (std::find(names.begin(), names.end(), people[i].one->shown) == names.end())
      names.push_back(people[i].one->shown);
    records[people[i].record].labels[people[i].place] = label;
  }
  for (const auto& [surname, number] : families_) key_.push_back({"Family " + std::to_string(number), {surname}});
  for (const auto& [thing, number] : numbers_) key_.push_back({label(thing.first, thing.second), {thing.second}});
}

}  // namespace pseudonyms
