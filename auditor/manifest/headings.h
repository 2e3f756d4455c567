// What the headings and the words of a list mean: data, from checklists/manifests/*.xml and a file of one's own.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>

#include "base/result.h"

namespace manifest {

enum class Fact : std::uint8_t {
  document,
  child,
  referral_id,
  team,
  worker,
  manager,
  type,
  referral,
  start,
  review,
  child_seen,
  completed,
  closed,
  born,
  ethnicity,
  disability,
  factors,
  no_conference
};
inline constexpr std::size_t facts = 18;
const char* name_of(Fact fact);  // "child_seen"

// A heading or value as it is compared: folded, letters and figures only.
std::string plain(std::string_view words);

class Headings {
 public:
  // All files of the folder "manifests" in `data_folder`, then `own`, whose words go before theirs; empty: none. Each
  // is held against headings.rng there. Errors carry line and column.
  static base::Result<Headings> load(const std::string& data_folder, const std::string& own);

  struct Meaning {
    Fact fact = Fact::document;
    std::string type;  // the kind of work that such a heading tells of; empty: any
  };
  // Null where the heading is not known.
  const Meaning* meaning(std::string_view heading) const;
  // Whether it is known and of no use.
  bool unused(std::string_view heading) const;
  // What a column's value means ("Core assessment": "core_assessment"); empty where it isn't known.
  std::string value(Fact of, std::string_view value) const;
  bool blank(std::string_view value) const;

 private:
  base::Status add(const std::string& file, const std::string& schema, const std::string& schema_file, bool own);

  std::map<std::string, Meaning> meanings_;
  std::map<std::pair<Fact, std::string>, std::string> values_;
  std::set<std::string> blanks_, unused_;
};

}  // namespace manifest
