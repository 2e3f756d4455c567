#include "readers/zip.h"

#include "base/limit.h"
#include "readers/zip_entries.h"

namespace readers {
namespace {

using base::Error;
using base::ErrorCode;

zip::Caps caps() {
  return {base::limit(base::Limit::part), base::limit(base::Limit::unpacked)};
}

std::string entry_name(archive_entry* entry) {
  const char* name = archive_entry_pathname_utf8(entry);
  if (name == nullptr) name = archive_entry_pathname(entry);
  return name == nullptr ? std::string() : Package::key_of(name);
}

bool over_limit(zip::Inflation inflation) {
  return inflation == zip::Inflation::part_too_large || inflation == zip::Inflation::all_too_large ||
         inflation == zip::Inflation::too_dense;
}

Error refusal(const std::string& name, zip::Inflation inflation) {
  Error error{ErrorCode::over_limit, name, 0, 0, "", "open it in its program and save it again"};
  if (inflation == zip::Inflation::too_dense) {
    error.message = "inflates to more than " + base::limit_words(base::Limit::ratio) + " times its size";
    error.advice = base::advice_to_raise(base::Limit::ratio, error.advice);
    return error;
  }
  error.message = inflation == zip::Inflation::part_too_large
                      ? "holds a part that is larger than " + base::limit_words(base::Limit::part) + " when inflated"
                      : "is larger than " + base::limit_words(base::Limit::unpacked) + " when inflated";
  const bool part = inflation == zip::Inflation::part_too_large;
  error.advice = base::advice_to_raise(part ? base::Limit::part : base::Limit::unpacked, "split the document");
  return error;
}

}  // namespace

std::string Package::key_of(std::string_view name) {
  while (!name.empty() && (name.front() == '/' || name.front() == '\\')) name.remove_prefix(1);
  std::string key(name);
  for (char& c : key) c = c == '\\' ? '/' : c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return key;
}

base::Result<Package> Package::open(std::string_view bytes, const std::string& name) {
  Package package(bytes, name);
  package.cut_off_ = !zip::has_directory(bytes);
  zip::Archive reader = zip::opened(bytes);
  std::size_t entries = 0;
  std::uint64_t counted = 0;
  while (reader) {
    archive_entry* entry = nullptr;
    int status = archive_read_next_header(reader.get(), &entry);
    if (status == ARCHIVE_EOF) break;
    if (status < ARCHIVE_WARN) {
      package.cut_off_ = true;
      break;
    }
    if (++entries > base::limit(base::Limit::parts)) {
      return Error{ErrorCode::over_limit,
                   name,
                   0,
                   0,
                   "holds more than " + base::limit_words(base::Limit::parts) + " parts",
                   base::advice_to_raise(base::Limit::parts, "split it")};
    }
    package.names_.insert(entry_name(entry));
    // Without a directory the next entry is found only by inflating this one, unless its size was declared.
    if (package.cut_off_ && !archive_entry_size_is_set(entry)) {
      zip::Inflation outcome = zip::inflate(reader.get(), caps(), counted, nullptr);
      if (over_limit(outcome)) return refusal(name, outcome);
    }
  }
  if (entries == 0) {
    return Error{ErrorCode::damaged,
                 name,
                 0,
                 0,
                 "is a ZIP package of which nothing can be read",
                 "export or copy the document again"};
  }
  return package;
}

Package Package::of(std::map<std::string, std::string> parts, const std::string& name, bool cut_off) {
  Package package({}, name);
  package.held_ = std::move(parts);
  for (const auto& [key, content] : package.held_) package.names_.insert(key);
  package.cut_off_ = cut_off;
  return package;
}

base::Result<std::map<std::string, PackagePart>> Package::read(const std::vector<std::string>& parts) {
  std::set<std::string> wanted;
  for (const std::string& part : parts) wanted.insert(key_of(part));
  std::map<std::string, PackagePart> found;
  for (const std::string& key : wanted) {
    if (auto at = held_.find(key); at != held_.end()) found[key].bytes = at->second;
  }
  if (!held_.empty()) return found;
  zip::Archive reader = zip::opened(bytes_);
  std::uint64_t counted = 0;
  while (reader) {
    archive_entry* entry = nullptr;
    int status = archive_read_next_header(reader.get(), &entry);
    if (status == ARCHIVE_EOF || status < ARCHIVE_WARN) break;
    std::string key = entry_name(entry);
    if (wanted.count(key) == 0) {
      if (cut_off_ && !archive_entry_size_is_set(entry)) {
        zip::Inflation outcome = zip::inflate(reader.get(), caps(), counted, nullptr);
        if (over_limit(outcome)) return refusal(name_, outcome);
      }
      continue;
    }
    if (archive_entry_is_data_encrypted(entry) != 0) {
      return Error{ErrorCode::encrypted, name_, 0, 0, "is password-protected", "save it without a password"};
    }
    PackagePart part;
    zip::Inflation outcome = zip::inflate(reader.get(), caps(), inflated_, &part.bytes);
    if (over_limit(outcome)) return refusal(name_, outcome);
    part.whole = outcome == zip::Inflation::whole;
    auto [at, fresh] = found.try_emplace(key, std::move(part));
    if (!fresh && at->second.bytes != part.bytes) {
      return Error{ErrorCode::damaged,
                   name_,
                   0,
                   0,
                   "holds the part " + key + " twice with different content",
                   "open it in its program and save it again"};
    }
  }
  return found;
}

}  // namespace readers
