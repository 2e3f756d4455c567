// The record's text with the quotes in it: marked where they stand, and lettered behind their last word.
#include <algorithm>
#include <array>

#include "reports/html_record_parts.h"
#include "reports/words.h"

namespace reports {
namespace {

// Behind the last word of each quote a link to what it is a quote of, once where several of an item end together.
void labels(Markup& page, const RecordView& view, const Piece& piece) {
  std::vector<std::string> given;
  for (std::size_t index : piece.covering) {
    const Mark& mark = view.marks.marks()[index];
    bool near = mark.kind == MarkKind::near_miss;
    std::string key = view.key(mark);
    if (mark.at.end != piece.at.end || std::find(given.begin(), given.end(), (near ? "~" : "") + key) != given.end())
      continue;
    given.push_back((near ? "~" : "") + key);
    bool flag = mark.kind == MarkKind::flag;
    const std::string& id = flag ? view.outcome.flags[mark.owner].id : view.outcome.items[mark.owner].item;
    evaluation::Rating rating = flag ? evaluation::Rating::not_met : view.outcome.items[mark.owner].rating;
    std::string classes = flag ? "t tf" : near ? "t tn" : "t t" + std::to_string(static_cast<int>(rating));
    page.open("a", classes).attribute("href", "#" + view.target(mark)).attribute("data-k", given.back());
    std::string name = id + (flag ? ", flag" : near ? ", came near" : std::string(", ") + words_for(rating));
    page.attribute("aria-label", name).text(id).close();
  }
}

void marked(Markup& page, const RecordView& view, const Piece& piece, base::Span at) {
  std::string keys;
  std::array<bool, 3> kinds{};
  for (std::size_t index : piece.covering) {
    const Mark& mark = view.marks.marks()[index];
    kinds[static_cast<std::size_t>(mark.kind)] = true;
    std::string key = (mark.kind == MarkKind::near_miss ? "~" : "") + view.key(mark);
    if ((" " + keys + " ").find(" " + key + " ") != std::string::npos) continue;
    if (!keys.empty()) keys += ' ';
    keys += key;
  }
  std::string classes = kinds[0] ? "e" : "";
  if (kinds[2]) classes += classes.empty() ? "f" : " f";
  if (classes.empty()) classes = "n";
  page.open("mark", classes).attribute("data-k", keys);
  if (piece.anchor > 0 && at.begin == piece.at.begin) {
    page.attribute("id", "h" + std::to_string(piece.anchor)).attribute("tabindex", "-1");
  }
  page.text(at.of(view.outcome.document.text)).close();
  if (at.end == piece.at.end) labels(page, view, piece);
}

}  // namespace

void marked_text(Markup& page, const RecordView& view, base::Span at) {
  std::string_view text = view.outcome.document.text;
  const std::vector<Piece>& pieces = view.marks.pieces();
  auto next = std::upper_bound(pieces.begin(), pieces.end(), at.begin,
                               [](std::uint32_t begin, const Piece& p) { return begin < p.at.end; });
  for (; next != pieces.end() && next->at.begin < at.end; ++next) {
    base::Span within{std::max(at.begin, next->at.begin), std::min(at.end, next->at.end)};
    page.text(base::Span{at.begin, within.begin}.of(text));
    marked(page, view, *next, within);
    at.begin = within.end;
  }
  page.text(at.of(text));
}

}  // namespace reports
