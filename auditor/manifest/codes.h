// What the codes of a return mean: data, from checklists/manifests/codes/census.xml.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace manifest {

class Codes {
 public:
  static base::Result<Codes> load(const std::string& data_folder);

  // The census's code of an ethnicity as a list gives it ("WBRI", "b) WBRI", "White British"); empty where it isn't
  // known or says nothing (REFU, NOBT).
  std::string ethnicity(std::string_view given) const;
  const std::string& ethnicity_title(const std::string& code) const;

  // "yes", "no", or empty where what is given says neither.
  std::string disability(std::string_view given) const;

  struct Factor {
    std::string title;                  // "domestic abuse"
    std::vector<std::string> concepts;  // of the lexicon's family "factor"
  };
  // Null where records are not looked through for that factor.
  const Factor* factor(const std::string& code) const;

 private:
  std::map<std::string, std::string> titles_;       // of ethnicities, by code
  std::map<std::string, std::string> ethnicities_;  // plain words to code
  std::map<std::string, std::string> disabilities_;
  std::map<std::string, Factor> factors_;
};

}  // namespace manifest
