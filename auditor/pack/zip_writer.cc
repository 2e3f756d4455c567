#include "pack/zip_writer.h"

#include <archive.h>
#include <archive_entry.h>

#include <cassert>
#include <optional>

#include "base/limits.h"
#include "base/sha256.h"
#include "reports/output_file.h"

namespace pack {
namespace {

struct WriterFree {
  void operator()(archive* a) const { archive_write_free(a); }
};
struct EntryFree {
  void operator()(archive_entry* entry) const { archive_entry_free(entry); }
};

}  // namespace

struct ZipWriter::Content {
  Content(reports::OutputFile f, std::filesystem::path t, std::int64_t seconds)
      : file(std::move(f)), target(std::move(t)), time(seconds) {}

  base::Status status(la_ssize_t result) const {
    if (result >= ARCHIVE_OK) return base::Done{};
    if (failed) return *failed;
    return base::Error{base::ErrorCode::unreadable,    target.string(), 0, 0, "cannot be written",
                       "give another place with --out"};
  }

  // libarchive's way to give bytes.
  static la_ssize_t take(archive*, void* content, const void* buffer, std::size_t length) {
    auto& to = *static_cast<Content*>(content);
    std::string_view bytes(static_cast<const char*>(buffer), length);
    if (base::Status status = to.file.write(bytes); !status) {
      if (!to.failed) to.failed = status.error();
      return -1;
    }
    to.sum.add(bytes);
    to.written += length;
    return static_cast<la_ssize_t>(length);
  }

  // Outlive the archive, which writes its last bytes when it is freed.
  reports::OutputFile file;
  std::filesystem::path target;
  std::int64_t time;
  base::Sha256 sum;  // of the ZIP file
  std::uint64_t written = 0;
  std::optional<base::Error> failed;
  std::vector<Listed> listed;
  base::Sha256 member_sum;
  std::uint64_t all = 0;  // bytes of all members
  std::unique_ptr<archive, WriterFree> zip;
};

ZipWriter::ZipWriter(std::unique_ptr<Content> content) : content_(std::move(content)) {}
ZipWriter::ZipWriter(ZipWriter&&) noexcept = default;
ZipWriter::~ZipWriter() = default;

base::Result<ZipWriter> ZipWriter::create(const std::filesystem::path& target, std::int64_t time) {
  base::Result<reports::OutputFile> file = reports::OutputFile::create_nameless(target);
  if (!file) return file.error();
  auto content = std::make_unique<Content>(std::move(file).value(), target, time);
  content->zip.reset(archive_write_new());
  archive* zip = content->zip.get();
  bool ready = zip != nullptr && archive_write_set_format_zip(zip) == ARCHIVE_OK &&
               archive_write_set_format_option(zip, "zip", "compression", "deflate") == ARCHIVE_OK &&
               archive_write_set_format_option(zip, "zip", "zip64", nullptr) == ARCHIVE_OK &&
               archive_write_set_bytes_in_last_block(zip, 1) == ARCHIVE_OK &&
               archive_write_open(zip, content.get(), nullptr, Content::take, nullptr) == ARCHIVE_OK;
  if (!ready) return content->status(ARCHIVE_FATAL).error();
  return ZipWriter(std::move(content));
}

base::Status ZipWriter::begin(const std::string& path) {
  assert(is_safe(path));
  Content& to = *content_;
  if (to.listed.size() == base::limits::pack_files) {
    return base::Error{base::ErrorCode::over_limit,
                       to.target.string(),
                       0,
                       0,
                       "would hold more than " + std::to_string(base::limits::pack_files) + " files",
                       "choose fewer documents with --documents"};
  }
  std::unique_ptr<archive_entry, EntryFree> entry(archive_entry_new());
  archive_entry_set_pathname(entry.get(), path.c_str());
  archive_entry_set_filetype(entry.get(), AE_IFREG);
  archive_entry_set_perm(entry.get(), 0600);
  archive_entry_set_mtime(entry.get(), to.time, 0);
  to.listed.push_back({path, 0, ""});
  return to.status(archive_write_header(to.zip.get(), entry.get()));
}

base::Status ZipWriter::add(std::string_view bytes) {
  Content& to = *content_;
  assert(!to.listed.empty() && to.listed.back().sha256.empty());
  to.all += bytes.size();
  if (to.all > base::limits::pack_bytes) {
    return base::Error{base::ErrorCode::over_limit,
                       to.target.string(),
                       0,
                       0,
                       "would hold more than " + std::to_string(base::limits::pack_bytes >> 20) + " MiB",
                       "choose fewer documents with --documents"};
  }
  to.listed.back().bytes += bytes.size();
  to.member_sum.add(bytes);
  while (!bytes.empty()) {
    la_ssize_t taken = archive_write_data(to.zip.get(), bytes.data(), bytes.size());
    if (taken <= 0) return to.status(ARCHIVE_FATAL);
    bytes.remove_prefix(static_cast<std::size_t>(taken));
  }
  return base::Done{};
}

void ZipWriter::end() {
  content_->listed.back().sha256 = content_->member_sum.take();
}

base::Status ZipWriter::file(const std::string& path, std::string_view bytes) {
  if (base::Status status = begin(path); !status) return status;
  if (base::Status status = add(bytes); !status) return status;
  end();
  return base::Done{};
}

const std::vector<Listed>& ZipWriter::listed() const {
  return content_->listed;
}

base::Result<Listed> ZipWriter::finish() {
  Content& to = *content_;
  if (base::Status status = to.status(archive_write_close(to.zip.get())); !status) return status.error();
  if (base::Status status = to.file.finish(); !status) return status.error();
  return Listed{to.target.string(), to.written, to.sum.take()};
}

}  // namespace pack
