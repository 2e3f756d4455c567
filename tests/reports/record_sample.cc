#include "reports/record_sample.h"

#include <stdexcept>

#include "document/builder.h"
#include "reports/demo.h"

namespace reports_tests {
namespace {

using document::BlockKind;
using document::Part;
using evaluation::Outcome;
using evaluation::Rating;

document::Document record() {
  document::Builder builder("docx");
  builder.add(BlockKind::paragraph, "Calderwick Council", {.part = Part::header, .page = 1});
  builder.add(BlockKind::heading, "Core assessment", {.level = 1, .page = 1});
  builder.field("Name", "\u0645\u0631\u064A\u0645 <script>alert(1)</script>", {.page = 1});
  builder.field("Religion", "", {.page = 1});
  builder.add(BlockKind::heading, "Views", {.level = 4, .page = 1});
  builder.add(BlockKind::paragraph,
              "Mina said \"I hate weekends\" \U0001F600. She drew Gran\u2019s house & told me\nwhy it is safe.",
              {.bold = true, .page = 1});
  builder.add(BlockKind::list_item, "1. Gran rings the school", {.level = 1, .page = 2});
  builder.add(BlockKind::list_item, "on Mondays", {.level = 3, .page = 2});
  builder.add(BlockKind::list_item, "2. Dad goes", {.level = 1, .page = 2});
  builder.begin_table({.page = 2});
  builder.begin_row();
  builder.begin_cell({.header = true, .column_span = 3});
  builder.add(BlockKind::paragraph, "Agencies");
  builder.end_cell();
  builder.end_row();
  builder.begin_row();
  builder.begin_cell({.row_span = 2});
  builder.add(BlockKind::paragraph, "School");
  builder.end_cell();
  builder.begin_cell();
  builder.add(BlockKind::paragraph, "missed 14 of 40");
  builder.end_cell();
  builder.begin_cell();
  builder.begin_table();
  builder.begin_row();
  builder.begin_cell();
  builder.add(BlockKind::paragraph, "7 May");
  builder.end_cell();
  builder.begin_cell();
  builder.end_cell();
  builder.end_row();
  builder.end_table();
  builder.end_cell();
  builder.end_row();
  builder.begin_row();
  builder.begin_cell();
  builder.add(BlockKind::paragraph, "sessions");
  builder.end_cell();
  builder.begin_cell();
  builder.end_cell();
  builder.end_row();
  builder.end_table();
  builder.add(BlockKind::paragraph, "Says who?", {.part = Part::comment, .page = 2});
  builder.note(document::NoteKind::cut, "only the first 2 pages were read");
  return builder.take();
}

// The place of those words, which stand in the text once.
base::Span place(const Outcome& outcome, const std::string& words) {
  std::size_t at = outcome.document.text.find(words);
  if (at == std::string::npos) throw std::runtime_error("not in the sample: " + words);
  return {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + words.size())};
}

}  // namespace

evaluation::Outcome record_sample() {
  Outcome out;
  out.path = "team <north>/core & \u05E9\u05DC\u05D5\u05DD.docx";
  out.sha256 = std::string(64, 'a');
  out.format = "docx";
  out.type = "core_assessment";
  out.children = {"\u0645\u0631\u064A\u0645 <script>alert(1)</script>", "Tom \U0001F600"};
  out.document = record();
  out.words = 30;
  out.unknown_sections = {"Box <7>"};
  out.overall = {0.5, evaluation::Grade::requires_improvement, "CV"};
  out.dimensions = {{"CV", "Child\u2019s views", 3, 4, evaluation::Grade::requires_improvement, "CV2", true},
                    {"AC", "Agency contributions", 0, 2, evaluation::Grade::inadequate, "", true},
                    {"TO", "Timeliness and oversight", 0, 0, evaluation::Grade::inadequate, "", false}};
  auto evidence = [&](const std::string& words) {
    return evaluation::Evidence{place(out, words), words, {"Views", 1, -1, -1}};
  };
  evaluation::Answer views{"CV2", Rating::met, "two views of the child", {}, {}, {}, ""};
  views.evidence = {evidence("said \"I hate weekends\" \U0001F600. She drew Gran\u2019s house"), evidence("drew Gran")};
  evaluation::Answer means{
      "CV3", Rating::partly, "a drawing", {}, {}, {}, "Two readings of \u201Cdrew\u201D are possible"};
  means.evidence = {evidence("Gran\u2019s house & told me\nwhy it is safe.\n1. Gran rings")};
  evaluation::Answer told{"AC2", Rating::not_met, "Nothing found", {}, {"Agencies", "Plan"}, {}, ""};
  told.near_misses = {{place(out, "School\tmissed 14 of 40\t7 May"),
                       "School\tmissed 14 of 40\t7 May",
                       {"Views", 2, 1, 2},
                       "nobody is <named>"},
                      {place(out, "hool"), "hool", {"", 0, -1, -1}, "half a word"}};
  evaluation::Answer none{"TO3", Rating::not_applicable, "cannot apply", {}, {}, {}, ""};
  out.items = {views, means, told, none};
  out.flags = {{"F1", place(out, "Gran rings the school"), "Gran rings the school",
                "left over: \u201CGran rings the school\u201D"},
               {"F4", {0, 0}, "", "40 words stand again in b.docx", "b.docx"},
               {"F6", {0, 0}, "", "blank: Religion"}};
  return out;
}

}  // namespace reports_tests
