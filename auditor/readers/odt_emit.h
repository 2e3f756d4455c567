// A flow into a document's builder.
#pragma once

#include <cstddef>
#include <cstdint>

#include "document/builder.h"
#include "readers/odt_flow.h"

namespace readers::odt {

// One for a whole document: repeated rows and cells are counted over all its tables.
class Emitter {
 public:
  explicit Emitter(document::Builder& builder) : builder_(builder) {}

  void write(const Flow& flow, document::Part part) { write(flow, part, false); }

 private:
  // `labelled`: a neighbouring cell says what the controls in this flow are about.
  void write(const Flow& flow, document::Part part, bool labelled);
  void table(const Table& table, document::Part part);
  bool may_repeat(std::uint64_t cells);
  // False where the document holds as many cells as are read.
  bool cell(const Cell& cell, bool header, document::Part part, bool labelled);

  document::Builder& builder_;
  std::size_t cells_ = 0;
  std::uint64_t repeated_ = 0;  // of them, made by repeating one that holds text
};

}  // namespace readers::odt
