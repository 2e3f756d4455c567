#include "fuzz/formats.h"

#include <algorithm>
#include <cstdlib>

#include "agreement/import.h"
#include "document/dump.h"
#include "fuzz/others.h"
#include "readers/format.h"
#include "readers/package_maker.h"
#include "readers/reader.h"

namespace fuzz {
namespace {

std::string as_word(std::string_view part) {
  return readers_test::package(
      {{"[Content_Types].xml",
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Override "
        "PartName=\"/word/document.xml\" "
        "ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>"},
       {"_rels/.rels",
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" "
        "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" "
        "Target=\"word/document.xml\"/></Relationships>"},
       {"word/document.xml", std::string(part)}},
      true);
}

base::Result<document::Document> by_its_bytes(std::string_view bytes, const std::string& name) {
  return readers::read(bytes, name);
}

std::string as_opendocument(std::string_view part) {
  return readers_test::package(
      {{"mimetype", "application/vnd.oasis.opendocument.text"}, {"content.xml", std::string(part)}}, true);
}

// A run of two records, which the seeds in fixtures/fuzz/ratings are about.
agreement::Audit small_audit() {
  agreement::Audit audit;
  audit.checklists = {{"assessment", std::string(64, 'c')}};
  audit.dimensions = {{"assessment", "CV", "Child's views"}};
  audit.items = {{"assessment", "CV1", "CV", "Was the child seen?"}, {"assessment", "CV2", "CV", "What was said?"}};
  for (std::size_t number : {1U, 2U}) {
    audit.records.push_back({number,
                             std::to_string(number) + ".docx",
                             std::string(64, static_cast<char>('0' + number)),
                             "assessment",
                             {evaluation::Rating::met, std::nullopt}});
  }
  return audit;
}

// Ratings in a workbook or CSV. What is taken in must be of the run, and nothing may be where there are faults.
base::Result<document::Document> as_ratings(std::string_view bytes, const std::string& name) {
  static const agreement::Audit audit = small_audit();
  base::Result<agreement::Imported> imported = agreement::import(bytes, audit, name, "A");
  if (!imported) return imported.error();
  for (const agreement::Given& given : imported.value().given) {
    if (!imported.value().faults.empty() || given.rater.empty()) std::abort();
    if (!audit.records.at(given.record).ratings.at(given.item)) std::abort();
  }
  return document::Document();
}

std::string as_workbook(std::string_view sheet) {
  const std::string relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const std::string package = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";
  return readers_test::package(
      {{"_rels/.rels", package + "<Relationship Id=\"a\" Type=\"" + relations +
                           "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"},
       {"xl/workbook.xml",
        "<workbook xmlns:r=\"" + relations + "\"><sheets><sheet name=\"Moderation\" r:id=\"a\"/></sheets></workbook>"},
       {"xl/_rels/workbook.xml.rels",
        package + "<Relationship Id=\"a\" Type=\"" + relations + "/worksheet\" Target=\"sheet.xml\"/></Relationships>"},
       {"xl/sheet.xml", std::string(sheet)}},
      true);
}

}  // namespace

const std::vector<Format>& formats() {
  static const std::vector<Format> all = {
      {"any", by_its_bytes, nullptr},
      {"checklist", as_checklist, nullptr},
      {"dates", as_dates, nullptr},
      {"doc", readers::read_doc, nullptr},
      {"docx", readers::read_docx, nullptr},
      {"docx_part", readers::read_docx, as_word},
      {"html", readers::read_html, nullptr},
      {"manifest", as_manifest, nullptr},
      {"mhtml", readers::read_mhtml, nullptr},
      {"odt", readers::read_odt, nullptr},
      {"odt_part", readers::read_odt, as_opendocument},
#ifdef AUDITOR_PDF
      {"pdf", readers::read_pdf, nullptr},
#endif
      {"ratings", as_ratings, nullptr},
      {"ratings_sheet", as_ratings, as_workbook},
      {"rtf", readers::read_rtf, nullptr},
      {"text", readers::read_text, nullptr},
      {"wire", as_wire, nullptr},
      {"word_xml", readers::read_word_xml, nullptr},
      {"xml", readers::read_xml, nullptr},
  };
  return all;
}

const Format* find(std::string_view name) {
  auto at = std::find_if(formats().begin(), formats().end(), [&](const Format& f) { return f.name == name; });
  return at == formats().end() ? nullptr : &*at;
}

void read(const Format& format, std::string_view bytes) {
  const std::string wrapped = format.wrap == nullptr ? std::string() : format.wrap(bytes);
  auto document = format.reader(format.wrap == nullptr ? bytes : std::string_view(wrapped), format.name);
  if (!document) return;
  for (const document::Block& block : document.value().blocks) {
    if (block.at.begin > block.at.end || block.at.end > document.value().text.size()) std::abort();
    if (block.parent >= static_cast<std::int32_t>(document.value().blocks.size())) std::abort();
  }
  if (document::dump(document.value()).empty() && !document.value().text.empty()) std::abort();
}

}  // namespace fuzz
