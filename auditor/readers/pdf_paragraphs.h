// Lines of one column put together into paragraphs and list items.
#pragma once

#include <vector>

#include "readers/pdf_layout.h"

namespace readers::pdf {

class Paragraphs {
 public:
  Paragraphs(const Page& page, std::uint32_t number, const Looks& looks, const Joins& joins)
      : page_(page), number_(number), looks_(looks), joins_(joins) {}

  // The lines from top to bottom, `right` being where full lines end.
  std::vector<Laid> of(const std::vector<const Segment*>& lines, double right) const;

 private:
  bool breaks(const Segment& last, const Segment& first, const Segment& line, double right) const;
  Laid paragraph(const std::vector<const Segment*>& lines, double right) const;

  const Page& page_;
  std::uint32_t number_;
  const Looks& looks_;
  const Joins& joins_;
};

}  // namespace readers::pdf
