#include "manifest/codes.h"

#include <algorithm>
#include <cctype>
#include <filesystem>

#include "base/file.h"
#include "base/limits.h"
#include "base/xml.h"
#include "manifest/headings.h"

namespace manifest {
namespace {

// The parts between the sign, blanks around them left out by plain() or not there.
std::vector<std::string> parted(std::string_view text, char sign) {
  std::vector<std::string> out;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find(sign, at), text.size());
    if (end > at) out.emplace_back(text.substr(at, end - at));
    at = end + 1;
  }
  return out;
}

// Words of letters and figures, folded.
std::vector<std::string> words_of(std::string_view text) {
  std::string apart(text);
  for (char& c : apart) {
    if (std::isalnum(static_cast<unsigned char>(c)) == 0) c = ' ';
  }
  std::vector<std::string> out = parted(apart, ' ');
  for (std::string& word : out) word = plain(word);
  return out;
}

}  // namespace

base::Result<Codes> Codes::load(const std::string& data_folder) {
  const std::filesystem::path folder = std::filesystem::path(data_folder) / "manifests" / "codes";
  const std::string file = (folder / "census.xml").string(), schema_file = (folder / "codes.rng").string();
  base::Result<std::string> schema = base::read_file(schema_file, base::limits::checklist_bytes);
  if (!schema) return schema.error();
  base::Result<std::string> bytes = base::read_file(file, base::limits::checklist_bytes);
  if (!bytes) return bytes.error();
  base::Status valid = base::xml::validate(bytes.value(), file, schema.value(), schema_file);
  if (!valid) return valid.error();
  base::Result<base::xml::Element> root = base::xml::load(bytes.value(), file);
  if (!root) return root.error();
  Codes out;
  for (const base::xml::Element& element : root.value().children) {
    if (element.name == "ethnicity") {
      const std::string code(element.attribute("code"));
      out.titles_[code] = element.attribute("title");
      out.ethnicities_[plain(code)] = code;
      out.ethnicities_[plain(element.attribute("title"))] = code;
      for (const std::string& words : parted(element.text, ';')) out.ethnicities_[plain(words)] = code;
    } else if (element.name == "disability") {
      for (const std::string& words : parted(element.text, ';'))
        out.disabilities_[plain(words)] = element.attribute("means");
    } else if (element.name == "factor") {
      Factor factor{std::string(element.attribute("title")), parted(element.attribute("concepts"), ' ')};
      for (const std::string& code : parted(element.attribute("codes"), ' ')) out.factors_[code] = factor;
    }
  }
  return out;
}

std::string Codes::ethnicity(std::string_view given) const {
  if (auto whole = ethnicities_.find(plain(given)); whole != ethnicities_.end()) return whole->second;
  std::string code;
  for (const std::string& word : words_of(given)) {
    auto found = ethnicities_.find(word);
    if (found == ethnicities_.end() || plain(found->second) != word) continue;
    if (!code.empty() && code != found->second) return "";
    code = found->second;
  }
  return code;
}

const std::string& Codes::ethnicity_title(const std::string& code) const {
  static const std::string none;
  auto found = titles_.find(code);
  return found == titles_.end() ? none : found->second;
}

std::string Codes::disability(std::string_view given) const {
  if (auto whole = disabilities_.find(plain(given)); whole != disabilities_.end()) return whole->second;
  // "AUT LD", "a) Yes"
  std::string out;
  for (const std::string& word : words_of(given)) {
    auto found = disabilities_.find(word);
    if (found == disabilities_.end()) continue;
    if (!out.empty() && out != found->second) return "";
    out = found->second;
  }
  return out;
}

const Codes::Factor* Codes::factor(const std::string& code) const {
  auto found = factors_.find(code);
  return found == factors_.end() ? nullptr : &found->second;
}

}  // namespace manifest
