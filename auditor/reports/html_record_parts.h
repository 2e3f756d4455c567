// The parts of a record's page, in the order of the page. Each writes one region and closes what it opens.
#pragma once

#include <string>
#include <string_view>

#include "reports/html_record_marks.h"
#include "reports/html_record_page.h"
#include "reports/markup.h"
#include "store/store.h"

namespace reports {

// What every part looks at.
struct RecordView {
  const evaluation::Outcome& outcome;
  const store::RunFacts& facts;
  const RecordPlace& place;
  const Marks& marks;

  // "CV1" or "flag-1": what data-k names.
  std::string key(const Mark& mark) const {
    if (mark.kind == MarkKind::flag) return "flag-" + std::to_string(mark.owner + 1);
    return outcome.items[mark.owner].item;
  }
  // The id of the element that a mark belongs to.
  std::string target(const Mark& mark) const { return mark.kind == MarkKind::flag ? key(mark) : "item-" + key(mark); }
};

// "7 of 8 points, limited by CV2".
std::string points_words(const evaluation::DimensionScore& score);

void record_head(Markup& page, const RecordView& view);
void record_ratings(Markup& page, const RecordView& view);
void record_flags(Markup& page, const RecordView& view);
void record_text(Markup& page, const RecordView& view);
// A stretch of the text with its quotes marked.
void marked_text(Markup& page, const RecordView& view, base::Span at);
void record_keys(Markup& page);

// A quote; a link to its place where it has one.
void record_quote(Markup& page, const std::string& quote, const evaluation::Place& where, std::size_t anchor);

}  // namespace reports
