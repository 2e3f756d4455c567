// The first sheet: what was audited, what came out, how to use the rest.
#include "reports/sample_words.h"
#include "reports/words.h"
#include "reports/workbook_parts.h"
#include "statistics/interval.h"

namespace reports {
namespace {

using evaluation::Grade;
using evaluation::Rating;

constexpr lxw_col_t kLastColumn = 8;
constexpr std::array<double, kLastColumn + 1> kWidths{30, 56, 12, 13, 12, 12, 12, 12, 12};
constexpr double kNoteWidth = 130;  // of all columns, less what a wide font takes
constexpr double kLineHeight = 15;
constexpr std::size_t kWeakest = 10;

// Rows of a sheet that is no table: notes across it, pairs, small tables.
class Rows {
 public:
  Rows(lxw_worksheet* sheet, Book& book) : sheet_(sheet), book_(book) {
    for (std::size_t i = 0; i < kWidths.size(); ++i) {
      auto column = static_cast<lxw_col_t>(i);
      book_.note(worksheet_set_column(sheet_, column, column, kWidths[i], nullptr));
    }
  }

  void heading(const char* words, Look look = Look::subtitle) {
    if (row_ > 0) ++row_;
    book_.note(worksheet_write_string(sheet_, row_++, 0, words, book_.format(look)));
  }

  void note(const std::string& words) {
    book_.note(worksheet_merge_range(sheet_, row_, 0, row_, kLastColumn, words.c_str(), book_.format(Look::note)));
    double height = kLineHeight * static_cast<double>(lines_of(words, kNoteWidth));
    book_.note(worksheet_set_row(sheet_, row_++, height, nullptr));
  }

  void pair(const char* name, std::string_view value, Look look = Look::words) {
    text(0, name, Look::strong);
    text(1, value, look);
    ++row_;
  }

  void text(lxw_col_t column, std::string_view value, Look look = Look::words) {
    CellText cell = cell_text(value, WorkbookLimits{}.characters);
    lxw_format* format = book_.format(look, cell.formula);
    book_.note(worksheet_write_string(sheet_, row_, column, cell.text.c_str(), format));
  }

  void number(lxw_col_t column, double value, Look look = Look::number) {
    book_.note(worksheet_write_number(sheet_, row_, column, value, book_.format(look)));
  }

  void end_row() { ++row_; }
  void end_head() {
    constexpr double lines = 2;
    book_.note(worksheet_set_row(sheet_, row_++, kLineHeight * lines, nullptr));
  }
  lxw_row_t row() const { return row_; }

 private:
  lxw_worksheet* sheet_;
  Book& book_;
  lxw_row_t row_ = 0;
};

// What is to be read before all else; nothing where there is none.
void look_first(Rows& rows, const Workbook& workbook) {
  const auto first = shown_first(workbook.overview);
  if (first.empty()) return;
  rows.heading("Look at this first");
  rows.note(
      "The first rows of the sheet Flags: " + counted(first.size(), "notice") +
      " that a child may be in danger now. Each is words of a record beside which nothing was found that says what "
      "was done about them. Read the record, and act as your procedures say.");
}

void what_was_audited(Rows& rows, const Workbook& workbook) {
  const Overview& all = workbook.overview;
  const store::RunFacts& facts = workbook.facts;
  rows.heading("What was audited");
  rows.pair("Records audited", std::to_string(all.audited));
  rows.pair("of these read only in part", std::to_string(all.in_part));
  rows.pair("Refused, with reasons", std::to_string(all.refused));
  rows.pair("Skipped: no records", std::to_string(all.skipped));
  for (const auto& [type, count] : all.types) rows.pair(type_words(type).c_str(), std::to_string(count));
  for (const ChecklistTally& checklist : all.checklists) {
    std::string rated = all.checklists.size() > 1 ? ": " + counted(checklist.audited, "record") : "";
    rows.pair("Checklist", checklist.title + " (" + checklist.id + ", version " + checklist.version + ")" + rated);
    rows.pair("SHA-256 of the checklist", checklist.sha256, Look::key);
  }
  if (const std::string joined = joining_words(facts); !joined.empty()) rows.pair("Lists and returns", joined);
  rows.pair("Program version", facts.program_version);
  rows.pair("Run finished", time_words(facts.finished));
  if (facts.interrupted) rows.pair("Interrupted", "Yes: only what was finished by then is here");
  if (!facts.across) rows.pair("Comparison of records", "Not done: flags that compare records did not run");
}

void how_it_was_sampled(Rows& rows, const Workbook& workbook) {
  const auto sample = sample_words(workbook.run);
  if (sample.empty()) return;
  rows.heading("How it was sampled");
  for (const auto& [term, words] : sample) rows.note(term + ": " + words);
}

void grades(Rows& rows, const Workbook& workbook) {
  constexpr std::array<Grade, 4> best_first{Grade::outstanding, Grade::good, Grade::requires_improvement,
                                            Grade::inadequate};
  auto counts = [&](const std::array<std::size_t, 4>& by_grade, std::size_t without) {
    lxw_col_t column = 2;
    for (Grade grade : best_first) {
      rows.number(column++, static_cast<double>(by_grade[static_cast<std::size_t>(grade)]));
    }
    rows.number(column, static_cast<double>(without));
    rows.end_row();
  };
  rows.heading("Grades: how many records");
  rows.text(0, "Dimension", Look::head);
  rows.text(1, "", Look::head);
  lxw_col_t column = 2;
  for (Grade grade : best_first) rows.text(column++, words_for(grade), Look::head);
  rows.text(column, "No item applies", Look::head);
  rows.end_head();
  rows.text(0, "Overall", Look::strong);
  rows.text(1, "");
  counts(workbook.overview.overall, 0);
  for (const DimensionTally& dimension : workbook.overview.dimensions) {
    rows.text(0, dimension.title, Look::strong);
    rows.text(1, dimension.in_overall ? "" : "graded, and not part of the overall grade");
    counts(dimension.grades, dimension.without);
  }
}

void weakest_items(Rows& rows, const Workbook& workbook) {
  rows.heading("The weakest items, by points reached of those possible");
  lxw_col_t column = 0;
  for (const char* head : {"Item", "Question", "Points reached", "Met", "Partly met", "Not met", "Share met",
                           "95% interval from", "95% interval to"}) {
    rows.text(column++, head, Look::head);
  }
  rows.end_head();
  for (const ItemTally& item : weakest(workbook.overview, kWeakest)) {
    auto rated = [&](Rating rating) { return static_cast<double>(item.ratings[static_cast<std::size_t>(rating)]); };
    auto applies = static_cast<double>(item.applies());
    statistics::Interval interval =
        statistics::wilson(item.ratings[static_cast<std::size_t>(Rating::met)], item.applies());
    rows.text(0, item.id, Look::strong);
    rows.text(1, item.question);
    rows.number(2, (2 * rated(Rating::met) + rated(Rating::partly)) / (2 * applies), Look::share);
    rows.number(3, rated(Rating::met));
    rows.number(4, rated(Rating::partly));
    rows.number(5, rated(Rating::not_met));
    rows.number(6, rated(Rating::met) / applies, Look::share);
    rows.number(7, interval.low, Look::share);
    rows.number(8, interval.high, Look::share);
    rows.end_row();
  }
}

void how_to_moderate(Rows& rows) {
  rows.heading("How to moderate");
  rows.note(
      "On the sheet Moderation each row is one question asked of one record, with the auditor\u2019s rating and the "
      "words "
      "it rests on. Filter it to the records and items that you moderate.");
  rows.note(
      "Read the record, then choose your own rating in the column Your rating: Met, Partly met, Not met or Does not "
      "apply. Leave it empty where you have not rated. Put your name on each row that you rate, and say in the comment "
      "why you differ.");
  rows.note(
      "To rate without being swayed, hide the columns E to H before you begin. To share the work, give each person a "
      "copy of the workbook.");
  rows.note(
      "Rows may be sorted, filtered and deleted, and columns added at the end. Leave the headings, the columns No. and "
      "Item, and the grey key columns as they are: by them a filled sheet is matched with the run.");
}

void about_the_workbook(Rows& rows, const LeftOut& left_out) {
  rows.heading("About this workbook");
  rows.note(
      "It quotes records: treat it like the records themselves. It holds no formulas and no macros. The links on the "
      "sheet Documents open a record\u2019s page where the folder records, a part of the HTML report, is beside it.");
  rows.note(
      "An interval of 95% says within what bounds the share would probably lie if all such records were audited, had "
      "these been drawn from them at random (Wilson). It doesn\u2019t allow for wrong ratings.");
  if (left_out.cells_cut > 0) {
    rows.note(counted(left_out.cells_cut, "text was", "texts were") +
              " longer than a cell can hold: each is cut, and says so. findings.jsonl holds the whole.");
  }
  if (left_out.links > 0) {
    rows.note(counted(left_out.links, "link was", "links were") +
              " left out, since a sheet can hold no more. A record\u2019s page is records/No.html.");
  }
  if (left_out.further_sheets) {
    rows.note("There were more rows than a sheet can hold: further ones are on sheets of the same name with a number.");
  }
}

}  // namespace

void summary_sheet(lxw_worksheet* sheet, const Workbook& workbook, const LeftOut& left_out) {
  if (sheet == nullptr) return;
  Rows rows(sheet, workbook.book);
  rows.heading("Audit of assessment records", Look::title);
  rows.note("It advises; people judge. Each rating shows the words that it rests on, so that you can check it.");
  look_first(rows, workbook);
  what_was_audited(rows, workbook);
  how_it_was_sampled(rows, workbook);
  grades(rows, workbook);
  weakest_items(rows, workbook);
  how_to_moderate(rows);
  about_the_workbook(rows, left_out);
  worksheet_set_landscape(sheet);
  worksheet_set_paper(sheet, 9);  // A4
  worksheet_fit_to_pages(sheet, 1, 0);
  worksheet_gridlines(sheet, LXW_HIDE_ALL_GRIDLINES);
  workbook.book.note(worksheet_print_area(sheet, 0, 0, rows.row() - 1, kLastColumn));
  workbook.book.note(worksheet_set_footer(sheet, "&L&A&RPage &P of &N"));
}

}  // namespace reports
