#include "pack/write.h"

#include <ctime>
#include <system_error>

#include "pack/archive.h"
#include "pack/zip_writer.h"
#include "reports/csv.h"
#include "reports/html_pages.h"
#include "reports/jsonl.h"

namespace pack {
namespace {

// "2026-11-26T10:57:43Z" in seconds since 1970; of anything else, the first day that a ZIP can tell.
std::int64_t seconds(const std::string& utc) {
  constexpr std::int64_t first_day = 315'532'800;
  std::tm parts{};
  const char* end = ::strptime(utc.c_str(), "%Y-%m-%dT%H:%M:%SZ", &parts);
  if (end == nullptr || *end != '\0' || parts.tm_year < 80) return first_day;
  return ::timegm(&parts);
}

base::Status add_view(ZipWriter& zip, const std::string& path, const reports::Run& run,
                      base::Status (*view)(const reports::Run&, const reports::Write&)) {
  if (base::Status status = zip.begin(path); !status) return status;
  base::Status status = view(run, [&](std::string_view bytes) { return zip.add(bytes); });
  if (status) zip.end();
  return status;
}

base::Status add_records(ZipWriter& zip, const reports::Run& run) {
  return reports::each_record_page(run, "../summary.html#records", [&](std::size_t number, const std::string& page) {
    return zip.file(reports::page_address(number), page);
  });
}

base::Status add_checklist(ZipWriter& zip, const std::vector<ChecklistFile>& files) {
  for (const ChecklistFile& file : files) {
    if (base::Status status = zip.file("checklist/" + file.path, file.bytes); !status) return status;
  }
  return base::Done{};
}

}  // namespace

base::Result<Written> write(const Contents& contents, const std::filesystem::path& target) {
  if (base::Status status = may_replace(target); !status) return status.error();
  base::Result<reports::Overview> overview = reports::overview(contents.run);
  if (!overview) return overview.error();
  base::Result<Documents> listed = documents(contents);
  if (!listed) return listed.error();
  base::Result<ZipWriter> made = ZipWriter::create(target, seconds(contents.run.facts.finished));
  if (!made) return made.error();
  ZipWriter& zip = made.value();

  if (base::Status status = zip.file("README.txt", readme(contents)); !status) return status.error();
  if (base::Status status = add_view(zip, "findings.jsonl", contents.run, reports::write_jsonl); !status) {
    return status.error();
  }
  if (base::Status status = add_view(zip, "findings.csv", contents.run, reports::write_csv); !status) {
    return status.error();
  }
  if (base::Status status = add_records(zip, contents.run); !status) return status.error();
  if (base::Status status = add_checklist(zip, contents.checklist); !status) return status.error();
  if (base::Status status = zip.file(sources_path, listed.value().sums); !status) return status.error();
  std::string page = summary(contents, overview.value(), zip.listed(), Links::to_records);
  std::string printed = summary(contents, overview.value(), zip.listed(), Links::none);
  if (base::Status status = zip.file("summary.html", page); !status) return status.error();

  Written out;
  if (contents.print) {
    base::Result<std::string> pdf = contents.print(printed);
    if (!pdf && pdf.error().code == base::ErrorCode::interrupted) return pdf.error();
    if (!pdf) {
      out.without_pdf = pdf.error().one_line();
    } else if (base::Status status = zip.file("summary.pdf", pdf.value()); !status) {
      return status.error();
    }
  }
  std::string json = manifest(contents, overview.value(), listed.value(), out.without_pdf, zip.listed());
  if (base::Status status = zip.file(manifest_path, json); !status) return status.error();
  if (base::Status status = zip.file(sums_path, sums_of(zip.listed())); !status) return status.error();
  out.files = zip.listed().size();
  out.audited = overview.value().audited;
  if (base::Status status = may_replace(target); !status) return status.error();
  base::Result<Listed> whole = zip.finish();
  if (!whole) return whole.error();
  out.whole = std::move(whole).value();
  return out;
}

base::Status may_replace(const std::filesystem::path& target) {
  std::error_code error;
  std::filesystem::file_status status = std::filesystem::symlink_status(target, error);
  if (!std::filesystem::exists(status)) return base::Done{};
  if (std::filesystem::is_regular_file(status)) {
    base::Result<bool> pack = is_pack(target.string());
    if (pack && pack.value()) return base::Done{};
  }
  return base::Error{base::ErrorCode::bad_argument,  target.string(), 0, 0, "is there already and is no evidence pack",
                     "give another place with --out"};
}

}  // namespace pack
