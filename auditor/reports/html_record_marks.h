// Where a record's text is highlighted, and with what: the evidence of its items, what came near, its flags. Spans may
// overlap and cross blocks; here they are cut into pieces, each with everything that covers it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "base/span.h"
#include "evaluation/outcome.h"

namespace reports {

enum class MarkKind : std::uint8_t { evidence, near_miss, flag };

// One quote in its place. Its span is that of the quote without white space at its ends, widened to whole words.
struct Mark {
  base::Span at;
  MarkKind kind = MarkKind::evidence;
  std::size_t owner = 0;  // index into Outcome::items, or Outcome::flags
  std::size_t index = 0;  // of the quote within the item; 0 for a flag
};

// A stretch over which the same marks lie. Pieces follow each other in the text and don't overlap.
struct Piece {
  base::Span at;
  std::size_t anchor = 0;             // from 1, in reading order: a mark begins here; 0 where none does
  std::vector<std::size_t> covering;  // indices of marks
};

class Marks {
 public:
  // Quotes whose span isn't in the text (none was kept, or the flag has no place) have no mark.
  explicit Marks(const evaluation::Outcome& outcome);

  const std::vector<Mark>& marks() const { return marks_; }
  const std::vector<Piece>& pieces() const { return pieces_; }
  // The anchor where a quote's mark begins; 0 where it has none.
  std::size_t anchor(MarkKind kind, std::size_t owner, std::size_t index) const;

 private:
  void cut();

  std::vector<Mark> marks_;  // in the order of their begins
  std::vector<Piece> pieces_;
};

}  // namespace reports
