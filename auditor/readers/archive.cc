#include "readers/archive.h"

#include <algorithm>
#include <cctype>
#include <map>
#include <set>

#include "base/limit.h"
#include "base/limits.h"
#include "base/utf8.h"
#include "readers/zip_entries.h"

namespace readers {
namespace {

using base::Error;
using base::ErrorCode;
namespace limits = base::limits;

constexpr const char* unpack_yourself = "unpack the archive and name the folder";

// Characters that command a terminal, end a line, or turn the direction of what surrounds them.
bool commands(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x061C || c == 0x200E || c == 0x200F ||
         (c >= 0x2028 && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

void percent_encoded(std::string_view bytes, std::string& out) {
  static constexpr char digits[] = "0123456789ABCDEF";
  for (char c : bytes) {
    auto byte = static_cast<unsigned char>(c);
    out += '%';
    out += digits[byte >> 4];
    out += digits[byte & 15];
  }
}

// One part of a path, what is not printable in it as %XX. Bytes that are not UTF-8 stay as they are.
void append_step(std::string_view step, std::string& out, bool& renamed) {
  if (!out.empty()) out += '/';
  if (step == "..") {
    renamed = true;
    return percent_encoded(step, out);
  }
  bool utf8 = base::is_utf8(step);
  for (std::size_t i = 0; i < step.size();) {
    std::size_t from = i;
    char32_t c = utf8 ? base::next_code_point(step, i) : static_cast<unsigned char>(step[i++]);
    std::string_view character = step.substr(from, i - from);
    bool bad = utf8 ? commands(c) : c < 0x20 || c == 0x7F;
    renamed = renamed || bad;
    bad ? percent_encoded(character, out) : static_cast<void>(out += character);
  }
}

std::string raw_name(archive_entry* entry) {
  const char* name = archive_entry_pathname(entry);
  if (name == nullptr) name = archive_entry_pathname_utf8(entry);
  return name == nullptr ? std::string() : std::string(name);
}

// Gives each name once, a later one of the same name with ~2, ~3, ...
class Names {
 public:
  std::string unique(const std::string& name, bool& repeated) {
    if (taken_.insert(name).second) return name;
    repeated = true;
    std::size_t& last = last_[name];
    if (last == 0) last = 1;
    std::string numbered;
    do {
      numbered = name + "~" + std::to_string(++last);
    } while (!taken_.insert(numbered).second);
    return numbered;
  }

 private:
  std::set<std::string> taken_;
  std::map<std::string, std::size_t> last_;
};

Error refused(zip::Inflation inflation) {
  switch (inflation) {
    case zip::Inflation::unknown_method:
      return {ErrorCode::unsupported, "", 0, 0, "is packed in a way that isn't read", unpack_yourself};
    case zip::Inflation::too_dense:
      return {ErrorCode::over_limit,
              "",
              0,
              0,
              "inflates to more than " + base::limit_words(base::Limit::ratio) + " times its size",
              base::advice_to_raise(base::Limit::ratio, unpack_yourself)};
    case zip::Inflation::part_too_large:
      return {ErrorCode::over_limit,
              "",
              0,
              0,
              "is larger than " + base::limit_words(base::Limit::file) + " when unpacked",
              base::advice_to_raise(base::Limit::file, "split it or leave it out")};
    default:
      return {ErrorCode::damaged,       "", 0, 0, "is damaged in its archive: nothing of it could be unpacked",
              "copy or export it again"};
  }
}

// The member at hand, with its bytes where they can be had; nothing once there is no room for it.
std::optional<Member> inflated(archive* reader, const Room& room, Member member, std::uint64_t& all,
                               std::string& bytes) {
  zip::Inflation inflation = zip::inflate(reader, {base::limit(base::Limit::file), room.bytes}, all, &bytes);
  if (inflation == zip::Inflation::all_too_large) return std::nullopt;
  member.whole = inflation == zip::Inflation::whole;
  if (member.whole || (inflation == zip::Inflation::broken && !bytes.empty())) return member;
  bytes.clear();
  member.given = false;
  member.error = refused(inflation);
  return member;
}

Error no_more(const std::string& name, base::Limit limit, const char* what) {
  return {ErrorCode::over_limit,
          name,
          0,
          0,
          "holds more than " + base::limit_words(limit) + what,
          base::advice_to_raise(limit, unpack_yourself)};
}

}  // namespace

std::string label_of(std::string_view name, bool& renamed) {
  std::string label;
  std::string slashed(name);
  std::replace(slashed.begin(), slashed.end(), '\\', '/');
  std::string_view rest = slashed;
  bool drive = rest.size() >= 2 && rest[1] == ':' && std::isalpha(static_cast<unsigned char>(rest[0])) != 0;
  if (drive) rest.remove_prefix(2);
  if (drive || rest.starts_with('/')) renamed = true;
  while (!rest.empty()) {
    std::size_t slash = std::min(rest.find('/'), rest.size());
    std::string_view step = rest.substr(0, slash);
    rest.remove_prefix(std::min(slash + 1, rest.size()));
    if (!step.empty() && step != ".") append_step(step, label, renamed);
  }
  if (label.empty()) {
    renamed = true;
    return "unnamed";
  }
  if (label.size() > limits::archive_name_bytes) {
    renamed = true;
    label = label.substr(0, limits::archive_name_bytes);
    while (!label.empty() && (static_cast<unsigned char>(label.back()) & 0xC0) == 0x80) label.pop_back();
    if (!label.empty() && static_cast<unsigned char>(label.back()) >= 0xC0) label.pop_back();
  }
  return label;
}

base::Status unpack(std::string_view bytes, const std::string& name, const Room& room, const Pass& pass,
                    const Take& take) {
  zip::Archive reader = zip::opened(bytes);
  bool damaged = !reader || !zip::has_directory(bytes);
  Names names;
  std::uint64_t all = 0;
  std::size_t entries = 0;
  std::size_t members = 0;
  while (reader) {
    archive_entry* entry = nullptr;
    int status = archive_read_next_header(reader.get(), &entry);
    if (status == ARCHIVE_EOF) break;
    if (status < ARCHIVE_WARN) {
      damaged = true;
      break;
    }
    // Folders are counted here and not below: a million of them must not keep this busy.
    if (++entries > base::limit(base::Limit::parts) || members == room.members) {
      return no_more(name, base::Limit::parts, " files");
    }
    std::string raw = raw_name(entry);
    if (archive_entry_filetype(entry) == AE_IFDIR || raw.ends_with('/')) continue;
    Member member;
    member.name = names.unique(label_of(raw, member.renamed), member.repeated);
    std::string content;
    auto withhold = [&](Error error) {
      member.given = false;
      member.error = std::move(error);
    };
    if (std::optional<Error> passed = pass(member.name)) {
      withhold(*passed);
    } else if (archive_entry_filetype(entry) != AE_IFREG && archive_entry_filetype(entry) != 0) {
      withhold({ErrorCode::not_a_record, "", 0, 0, "is a link in an archive, which is not followed", ""});
    } else if (archive_entry_is_data_encrypted(entry) != 0) {
      withhold({ErrorCode::encrypted, "", 0, 0, "is password-protected in its archive",
                "unpack the archive with its password and name the folder"});
    } else {
      std::optional<Member> read = inflated(reader.get(), room, std::move(member), all, content);
      if (!read) {
        return no_more(name, base::Limit::archive, " when unpacked");
      }
      member = std::move(*read);
    }
    ++members;
    if (!take(member, std::move(content))) return base::Done{};
  }
  if (damaged) {
    return Error{ErrorCode::damaged,
                 name,
                 0,
                 0,
                 members == 0 ? "is a damaged ZIP archive of which nothing can be read" : "is a damaged ZIP archive",
                 "copy or export it again"};
  }
  if (members == 0) {
    return Error{ErrorCode::empty, name, 0, 0, "is a ZIP archive without a file in it", "pack it again"};
  }
  return base::Done{};
}

}  // namespace readers
