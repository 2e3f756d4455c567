#include "manifest/manifest.h"

#include <fcntl.h>
#include <unistd.h>

#include <fstream>

#include "base/file.h"
#include "base/limits.h"
#include "base/utf8.h"
#include "manifest/census.h"
#include "manifest/list.h"

namespace manifest {
namespace {

// XML begins with '<', behind a byte order mark and in whatever width.
bool is_xml(const std::string& file) {
  constexpr std::size_t enough = 64;
  char head[enough];
  std::ifstream in(file, std::ios::binary);
  in.read(head, enough);
  for (std::streamsize i = 0; i < in.gcount(); ++i) {
    const auto c = static_cast<unsigned char>(head[i]);
    if (c == '<') return true;
    if (c > ' ' && c < 0x80) return false;
  }
  return false;
}

}  // namespace

base::Result<Source> read(const std::string& file, const Headings& headings, const Use& use) {
  Source source;
  source.file = file;
  source.census = is_xml(file);
  base::Status status = base::Done{};
  if (source.census) {
    status = read_census(source, use);
  } else {
    base::Result<std::string> bytes = base::read_file(file, base::limits::input_bytes);
    if (!bytes) return bytes.error();
    status = read_list(bytes.value(), headings, source, use);
  }
  if (!status) return status.error();
  return source;
}

base::Result<Manifest> load(const std::vector<std::string>& files, const Headings& headings) {
  Manifest out;
  auto keep = [&](Case&& one) -> base::Status {
    out.cases.push_back(std::move(one));
    return base::Done{};
  };
  for (const std::string& file : files) {
    base::Result<Source> source = read(file, headings, keep);
    if (!source) return source.error();
    out.sources.push_back(std::move(source).value());
  }
  return out;
}

std::vector<std::string> told(const Source& source, std::size_t most) {
  std::vector<std::string> out;
  for (const base::Error& remark : source.remarks) {
    if (out.size() == most) {
      out.push_back(source.file + ": and " + std::to_string(source.remarks.size() - most) + " remarks more");
      break;
    }
    out.push_back(remark.one_line());
  }
  return out;
}

}  // namespace manifest
