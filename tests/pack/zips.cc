#include "pack/zips.h"

#include <archive.h>
#include <archive_entry.h>
#include <stdlib.h>

#include <boost/test/unit_test.hpp>
#include <fstream>
#include <sstream>

#include "reports/demo.h"

namespace pack_tests {

Folder::Folder() {
  std::string pattern = (std::filesystem::temp_directory_path() / "pack-test-XXXXXX").string();
  BOOST_REQUIRE(::mkdtemp(pattern.data()) != nullptr);
  path = pattern;
}

Folder::~Folder() {
  std::error_code ignored;
  std::filesystem::remove_all(path, ignored);
}

std::string bytes_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::stringstream out;
  out << file.rdbuf();
  return out.str();
}

void write_bytes(const std::string& path, const std::string& bytes) {
  std::ofstream(path, std::ios::binary) << bytes;
}

void write_zip(const std::string& path, const Members& members) {
  archive* zip = archive_write_new();
  archive_write_set_format_zip(zip);
  archive_write_set_format_option(zip, "zip", "compression", "store");
  BOOST_REQUIRE(archive_write_open_filename(zip, path.c_str()) == ARCHIVE_OK);
  for (const auto& [name, bytes] : members) {
    archive_entry* entry = archive_entry_new();
    archive_entry_set_pathname(entry, name.c_str());
    archive_entry_set_filetype(entry, AE_IFREG);
    archive_entry_set_perm(entry, 0600);
    archive_entry_set_size(entry, static_cast<la_int64_t>(bytes.size()));
    BOOST_REQUIRE(archive_write_header(zip, entry) == ARCHIVE_OK);
    archive_write_data(zip, bytes.data(), bytes.size());
    archive_entry_free(entry);
  }
  BOOST_REQUIRE(archive_write_free(zip) == ARCHIVE_OK);
}

Members members_of(const std::string& path) {
  archive* zip = archive_read_new();
  archive_read_support_format_zip(zip);
  BOOST_REQUIRE(archive_read_open_filename(zip, path.c_str(), 1 << 16) == ARCHIVE_OK);
  Members out;
  archive_entry* entry = nullptr;
  while (archive_read_next_header(zip, &entry) == ARCHIVE_OK) {
    out.emplace_back(archive_entry_pathname(entry), "");
    char block[1 << 12];
    for (la_ssize_t n = 0; (n = archive_read_data(zip, block, sizeof block)) > 0;) {
      out.back().second.append(block, static_cast<std::size_t>(n));
    }
  }
  archive_read_free(zip);
  return out;
}

pack::Contents demo_contents() {
  pack::Contents contents;
  contents.run = reports_tests::demo_run();
  contents.choice = pack::choose(contents.run, {}).value();
  contents.checklist = {{"assessment.xml", "<checklist/>\n"}, {"lexicon/agencies.xml", "<lexicon/>\n"}};
  contents.program_version = "9.9.9";
  contents.print = [](const std::string&) -> base::Result<std::string> { return std::string("%PDF-1.4 as if"); };
  return contents;
}

}  // namespace pack_tests
