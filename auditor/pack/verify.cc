#include "pack/verify.h"

#include <algorithm>
#include <map>
#include <unordered_set>

namespace pack {
namespace {

using Kind = Fault::Kind;
using Files = std::map<std::string, const Member*>;

// The two lists, and what is told of them.
struct Lists {
  std::string manifest;
  std::unordered_set<std::string> entries, named;  // of pack.json: each as manifest_entry() makes it, and its beginning
  std::map<std::string, std::string> sums;         // path to sum
  bool has_manifest = false, has_sums = false, sums_whole = true, sums_at_fault = false;

  // Whether pack.json names the file, and whether just as it is.
  bool names(const std::string& path) const { return named.count(beginning(manifest_entry({path, 0, ""}))) > 0; }
  bool agrees(const Listed& file) const { return entries.count(manifest_entry(file)) > 0; }

  // What an entry says before the size.
  static std::string beginning(const std::string& entry) { return entry.substr(0, entry.rfind(",\"bytes\":")); }
};

// The entries of the list of files in pack.json. Its text is the program's own or else at fault: it is not read as
// JSON, but parted where an entry ends.
void read_entries(Lists& lists) {
  static constexpr std::string_view begin = ",\"files\":[";
  std::size_t at = lists.manifest.rfind(begin);
  if (at == std::string::npos) return;
  for (at += begin.size(); at < lists.manifest.size() && lists.manifest[at] == '{';) {
    std::size_t end = lists.manifest.find('}', at);
    if (end == std::string::npos) return;
    std::string entry = lists.manifest.substr(at, end + 1 - at);
    lists.named.insert(Lists::beginning(entry));
    lists.entries.insert(std::move(entry));
    at = end + 2;
  }
}

bool lists_the_rest(const std::string& path) {
  return path == manifest_path || path == sums_path;
}

Lists lists_of(const Archive& archive) {
  Lists out;
  auto text = [&](const char* path, bool& has) {
    auto found = archive.texts.find(path);
    has = found != archive.texts.end();
    return has ? found->second : std::string();
  };
  out.manifest = text(manifest_path, out.has_manifest);
  read_entries(out);
  Sums sums = read_sums(text(sums_path, out.has_sums));
  out.sums_whole = sums.whole;
  for (Listed& line : sums.lines) {
    if (!out.sums.emplace(line.path, line.sha256).second) out.sums_whole = false;
  }
  return out;
}

// A file that is there, other than the two lists.
void judge_file(const Member& member, Lists& lists, std::vector<Fault>& faults) {
  const Listed& file = member.file;
  auto sum = lists.sums.find(file.path);
  bool by_sums = sum != lists.sums.end() && sum->second == file.sha256;
  bool by_manifest = lists.agrees(file);
  if (!member.whole) {
    faults.push_back({Kind::changed, file.path, "damaged in the ZIP file"});
  } else if (by_manifest) {
    lists.sums_at_fault = lists.sums_at_fault || (lists.has_sums && !by_sums);
  } else if (by_sums) {
    // pack.json is at fault, and its own sum says so; unless that was written anew.
    if (lists.has_manifest) faults.push_back({Kind::changed, manifest_path, ""});
  } else if (sum == lists.sums.end() && !lists.names(file.path)) {
    faults.push_back({Kind::added, file.path, ""});
  } else {
    faults.push_back({Kind::changed, file.path, ""});
  }
}

// What SHA256SUMS lists and is not there.
void judge_absent(const std::string& path, Lists& lists, std::vector<Fault>& faults) {
  if (lists_the_rest(path)) return;
  if (lists.has_manifest && !lists.names(path)) {
    lists.sums_at_fault = true;
  } else {
    faults.push_back({Kind::missing, path, ""});
  }
}

void judge_manifest(const Files& files, Lists& lists, std::vector<Fault>& faults) {
  if (!lists.has_manifest) {
    faults.push_back({Kind::missing, manifest_path, ""});
    return;
  }
  const Member& member = *files.at(manifest_path);
  if (!member.whole || !lists.manifest.starts_with(manifest_begin)) {
    faults.push_back({Kind::changed, manifest_path, member.whole ? "" : "damaged in the ZIP file"});
    return;
  }
  auto sum = lists.sums.find(manifest_path);
  if (!lists.has_sums) return;
  if (sum == lists.sums.end()) {
    lists.sums_at_fault = true;
  } else if (sum->second != member.file.sha256) {
    faults.push_back({Kind::changed, manifest_path, "or its line in SHA256SUMS"});
  }
}

// Faults that no single file shows.
void judge_lists(const Archive& archive, const Lists& lists, std::vector<Fault>& faults) {
  std::vector<Listed> listed;
  for (const Member& member : archive.members) {
    if (!lists_the_rest(member.file.path)) listed.push_back(member.file);
  }
  if (lists.manifest.find("," + manifest_files(listed) + "}\n") == std::string::npos) {
    faults.push_back({Kind::changed, manifest_path, "it lists other files than there are"});
  }
  for (const Member& member : archive.members) {
    if (member.file.path == manifest_path) listed.push_back(member.file);
  }
  if (archive.texts.at(sums_path) != sums_of(listed)) faults.push_back({Kind::changed, sums_path, ""});
}

void in_order(std::vector<Fault>& faults) {
  auto before = [](const Fault& a, const Fault& b) { return a.path < b.path; };
  std::stable_sort(faults.begin(), faults.end(), before);
  auto same = [](const Fault& a, const Fault& b) { return a.path == b.path; };
  faults.erase(std::unique(faults.begin(), faults.end(), same), faults.end());
}

}  // namespace

base::Result<Verdict> judge(const Archive& archive) {
  Lists lists = lists_of(archive);
  if (!lists.has_manifest && !lists.has_sums) {
    return base::Error{
        base::ErrorCode::bad_argument,         archive.whole.path, 0, 0, "is a ZIP file but no evidence pack",
        "name a file that 'auditor pack' made"};
  }
  Verdict out;
  out.whole = archive.whole;
  out.files = archive.members.size();
  Files files;
  for (const Member& member : archive.members) {
    files.emplace(member.file.path, &member);
    out.bytes += member.file.bytes;
    if (!lists_the_rest(member.file.path)) judge_file(member, lists, out.faults);
  }
  for (const auto& [path, sum] : lists.sums) {
    if (files.count(path) == 0) judge_absent(path, lists, out.faults);
  }
  if (!lists.has_sums) out.faults.push_back({Kind::missing, sums_path, ""});
  if (lists.has_sums && !files.at(sums_path)->whole) {
    out.faults.push_back({Kind::changed, sums_path, "damaged in the ZIP file"});
  }
  judge_manifest(files, lists, out.faults);
  if (!lists.sums_whole || lists.sums_at_fault) out.faults.push_back({Kind::changed, sums_path, ""});
  if (out.faults.empty()) judge_lists(archive, lists, out.faults);
  in_order(out.faults);
  if (auto found = archive.texts.find(sources_path); found != archive.texts.end()) {
    out.sources = read_sums(found->second).lines;
  }
  out.pseudonymised = lists.manifest.find(manifest_pseudonymised) != std::string::npos;
  return out;
}

std::string line_of(const Fault& fault) {
  static constexpr const char* kinds[] = {"changed", "missing", "added"};
  std::string out = std::string(kinds[static_cast<std::size_t>(fault.kind)]) + ": " + fault.path;
  return fault.remark.empty() ? out : out + " (" + fault.remark + ")";
}

}  // namespace pack
