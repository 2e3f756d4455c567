#include "manifest/headings.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <vector>

#include "base/file.h"
#include "base/limits.h"
#include "base/utf8.h"
#include "base/xml.h"

namespace manifest {
namespace {

namespace fs = std::filesystem;

constexpr std::array<const char*, facts> names = {"document",   "child",     "referral_id",  "team",  "worker",
                                                  "manager",    "type",      "referral",     "start", "review",
                                                  "child_seen", "completed", "closed",       "born",  "ethnicity",
                                                  "disability", "factors",   "no_conference"};

Fact fact_of(std::string_view name) {
  auto found = std::find(names.begin(), names.end(), name);
  return static_cast<Fact>(found - names.begin());  // the schema knows no other
}

// The parts between semicolons.
std::vector<std::string> between_semicolons(const std::string& text) {
  std::vector<std::string> out;
  for (std::size_t at = 0; at <= text.size();) {
    std::size_t end = std::min(text.find(';', at), text.size());
    std::string part(base::trimmed(std::string_view(text).substr(at, end - at)));
    if (!part.empty()) out.push_back(std::move(part));
    at = end + 1;
  }
  return out;
}

// Of values, marks count: "-" and "?" are blank.
std::string folded(std::string_view value) {
  return base::fold_case(base::trimmed(value));
}

}  // namespace

const char* name_of(Fact fact) {
  return names[static_cast<std::size_t>(fact)];
}

std::string plain(std::string_view words) {
  std::string out;
  for (char c : base::fold_case(words)) {
    bool letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
    if (letter) out += c;
  }
  return out;
}

base::Result<Headings> Headings::load(const std::string& data_folder, const std::string& own) {
  const fs::path folder = fs::path(data_folder) / "manifests";
  const std::string schema_file = (folder / "headings.rng").string();
  base::Result<std::string> schema = base::read_file(schema_file, base::limits::checklist_bytes);
  if (!schema) return schema.error();
  std::vector<std::string> files;
  std::error_code error;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder, error)) {
    if (entry.path().extension() == ".xml") files.push_back(entry.path().string());
  }
  std::sort(files.begin(), files.end());
  Headings out;
  for (const std::string& file : files) {
    if (base::Status added = out.add(file, schema.value(), schema_file, false); !added) return added.error();
  }
  if (own.empty()) return out;
  if (base::Status added = out.add(own, schema.value(), schema_file, true); !added) return added.error();
  return out;
}

base::Status Headings::add(const std::string& file, const std::string& schema, const std::string& schema_file,
                           bool own) {
  base::Result<std::string> bytes = base::read_file(file, base::limits::checklist_bytes);
  if (!bytes) return bytes.error();
  if (base::Status valid = base::xml::validate(bytes.value(), file, schema, schema_file); !valid) return valid;
  base::Result<base::xml::Element> root = base::xml::load(bytes.value(), file);
  if (!root) return root.error();
  std::map<std::string, Fact> here;
  for (const base::xml::Element& element : root.value().children) {
    for (const std::string& part : between_semicolons(element.text)) {
      if (element.name == "blank") {
        blanks_.insert(folded(part));
        continue;
      }
      if (element.name == "value") {
        values_.insert_or_assign({fact_of(element.attribute("of")), plain(part)},
                                 std::string(element.attribute("means")));
        continue;
      }
      const std::string heading = plain(part);
      if (element.name == "unused") {
        if (own) meanings_.erase(heading);
        if (!meanings_.contains(heading)) unused_.insert(heading);
        continue;
      }
      const Fact fact = fact_of(element.attribute("name"));
      auto [known, first] = here.emplace(heading, fact);
      if (!first && known->second != fact) {
        return base::Error{base::ErrorCode::bad_checklist,
                           file,
                           element.line,
                           element.column,
                           "the heading '" + part + "' stands for two facts",
                           "leave it with one of them"};
      }
      unused_.erase(heading);
      meanings_.insert_or_assign(heading, Meaning{fact, std::string(element.attribute("type"))});
    }
  }
  return base::Done{};
}

const Headings::Meaning* Headings::meaning(std::string_view heading) const {
  auto found = meanings_.find(plain(heading));
  return found == meanings_.end() ? nullptr : &found->second;
}

bool Headings::unused(std::string_view heading) const {
  return unused_.contains(plain(heading));
}

std::string Headings::value(Fact of, std::string_view value) const {
  auto found = values_.find({of, plain(value)});
  return found == values_.end() ? "" : found->second;
}

bool Headings::blank(std::string_view value) const {
  return base::trimmed(value).empty() || blanks_.contains(folded(value));
}

}  // namespace manifest
