// Hand-made outcomes for tests of the rooms that carry, keep and show them.
#pragma once

#include <string>

#include "evaluation/outcome.h"

namespace support {

// One audited record that uses every field, with values that differ from the defaults.
inline evaluation::Outcome full_outcome(const std::string& path = "records/a \xC3\xA9.docx") {
  evaluation::Outcome outcome;
  outcome.path = path;
  outcome.sha256 = std::string(64, 'b');
  outcome.bytes = 123'456'789'012;
  outcome.format = "docx";
  outcome.type = "core_assessment";
  outcome.checklist = "assessment";
  outcome.children = {"Kian", "Mia"};
  outcome.particulars = {"Duty and Assessment", "Ann Fox", "Femi Ade"};
  outcome.timeliness = {"referral", "2010-03-01", "2010-03-12", 9, 10};
  outcome.overall = {0.615, evaluation::Grade::requires_improvement, "CV"};
  outcome.dimensions = {{"CV", "Child's views", 7, 10, evaluation::Grade::good, "CV1", true},
                        {"XX", "Counts for nothing", 0, 0, evaluation::Grade::outstanding, "", false}};
  outcome.document.text = "Child's views\nShe said she likes school.\tYes\nlast line";
  outcome.document.title = "A title";
  outcome.document.format = "docx";
  document::Block heading;
  heading.kind = document::BlockKind::heading;
  heading.at = {0, 13};
  heading.level = 2;
  heading.bold = true;
  heading.page = 1;
  document::Block cell;
  cell.kind = document::BlockKind::cell;
  cell.part = document::Part::footer;
  cell.at = {14, 44};
  cell.italic = true;
  cell.inferred = true;
  cell.header = true;
  cell.table = 0;
  cell.row = 3;
  cell.column = 2;
  cell.row_span = 4;
  cell.column_span = 5;
  cell.page = 2;
  document::Block field;
  field.kind = document::BlockKind::field;
  field.at = {14, 40};
  field.label = {14, 17};
  field.parent = 1;
  outcome.document.blocks = {heading, cell, field};
  outcome.document.tables = {{-1, 4, 3, true}, {1, 1, 1, false}};
  outcome.document.notes = {{document::NoteKind::cut, "cut at 60 MiB"}, {document::NoteKind::left_out, "hidden text"}};
  evaluation::Answer met{"CV1", evaluation::Rating::met, "she said what she likes", {}, {}, {}, "only one sentence"};
  met.evidence = {{{14, 40}, "She said she likes school.", {"Child's views", 2, 1, 4}},
                  {{0, 5}, "Child", {"", 0, -1, -1}}};
  evaluation::Answer missed{
      "CV2", evaluation::Rating::not_met, "nothing was found", {}, {"Child's views", "Family"}, {}, ""};
  evaluation::NearMiss& near_miss = missed.near_misses.emplace_back();
  near_miss.at = {45, 49};
  near_miss.quote = "last";
  near_miss.where = {"Child's views", 3, -1, -1};
  near_miss.reason = "only intended";
  evaluation::Answer none{"CV3", evaluation::Rating::not_applicable, "one child", {}, {}, {}, ""};
  evaluation::Answer partly{"CV4", evaluation::Rating::partly, "half of it", {{{45, 49}, "last", {}}}, {}, {}, ""};
  outcome.items = {met, missed, none, partly};
  outcome.flags = {{"F1", {45, 49}, "last", "left over from the form"},
                   {"F4", {0, 5}, "Child", "stands again", "b\xFF.doc", true}};
  outcome.people = {{"subject_child", "Kian Dale", {"kian dale", "kian"}, "subject child", "", "male", "2009-05-03"},
                    {"professional", "Mrs Orme", {"orme"}, "", "agency.school", "", ""}};
  outcome.unknown_sections = {"Odds and ends"};
  outcome.words = 9;
  return outcome;
}

inline evaluation::Outcome refused_outcome(const std::string& path = "records/b.doc") {
  evaluation::Outcome outcome;
  outcome.path = path;
  outcome.format = "doc";
  outcome.standing = evaluation::Standing::refused;
  outcome.error = {base::ErrorCode::damaged, path, 12, 34, "is cut off", "export it again"};
  return outcome;
}

}  // namespace support
