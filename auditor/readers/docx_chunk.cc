#include "readers/docx_chunk.h"

#include <algorithm>
#include <iterator>

#include "base/limits.h"
#include "readers/format.h"
#include "readers/reader.h"

namespace readers::docx {
namespace {

using document::Block;
using document::BlockKind;
using document::Document;
using document::Part;

// A table's rows while its cells come in.
struct Grid {
  struct Placed {
    std::uint32_t column = 0;
    Cell cell;
  };
  std::vector<std::vector<Placed>> rows;
  bool inferred = false;
};

class Blocks {
 public:
  Blocks(const Document& document, Part part) : document_(document), part_(part) {}

  // The blocks of one parent, from `next` on.
  Flow of(std::int32_t parent) {
    Flow flow;
    while (next_ < document_.blocks.size() && document_.blocks[next_].parent == parent) {
      const Block& block = document_.blocks[next_];
      if (block.kind == BlockKind::cell) {
        std::unique_ptr<Table> read = table(block.table, parent);
        if (is_read(block)) flow.emplace_back(std::move(read));
        continue;
      }
      if (is_read(block)) flow.emplace_back(paragraph(block));
      ++next_;
    }
    return flow;
  }

 private:
  // Notes and comments stand with the body.
  bool is_read(const Block& block) const {
    const bool margin = block.part == Part::header || block.part == Part::footer;
    return margin ? block.part == part_ : part_ == Part::body;
  }

  std::string text(base::Span at) const { return std::string(at.of(document_.text)); }

  Paragraph paragraph(const Block& block) const {
    Paragraph made;
    made.kind = block.kind;
    made.level = block.level;
    made.bold = block.bold;
    made.italic = block.italic;
    made.text = text(block.at);
    if (block.kind == BlockKind::field) made.kind = BlockKind::paragraph;
    return made;
  }

  std::unique_ptr<Table> table(std::int32_t index, std::int32_t parent) {
    Grid grid;
    grid.inferred = document_.tables[static_cast<std::size_t>(index)].inferred;
    while (next_ < document_.blocks.size()) {
      const Block& block = document_.blocks[next_];
      if (block.kind != BlockKind::cell || block.table != index || block.parent != parent) break;
      auto number = static_cast<std::int32_t>(next_++);
      bool childless = next_ >= document_.blocks.size() || document_.blocks[next_].parent != number;
      Cell cell;
      cell.column_span = block.column_span;
      cell.content = of(number);
      if (childless && !block.at.empty()) {
        Paragraph only = paragraph(block);
        only.kind = BlockKind::paragraph;
        cell.content.emplace_back(std::move(only));
      }
      place(std::move(cell), block, grid);
    }
    return finished(grid);
  }

  static void place(Cell cell, const Block& block, Grid& grid) {
    std::size_t rows = std::min<std::size_t>(block.row_span, base::limits::table_columns);
    if (grid.rows.size() < block.row + 1) grid.rows.resize(block.row + 1);
    Cell below;
    below.column_span = cell.column_span;
    below.down = Cell::Merge::follow;
    if (block.row_span > 1) cell.down = Cell::Merge::start;
    if (block.header) {
      for (Item& item : cell.content) {
        if (auto* paragraph = std::get_if<Paragraph>(&item)) paragraph->role = Role::table_heading;
      }
    }
    grid.rows[block.row].push_back({block.column, std::move(cell)});
    for (std::size_t row = block.row + 1; row < block.row + rows; ++row) {
      if (grid.rows.size() <= row) grid.rows.resize(row + 1);
      Cell copy;
      copy.column_span = below.column_span;
      copy.down = below.down;
      grid.rows[row].push_back({block.column, std::move(copy)});
    }
  }

  static std::unique_ptr<Table> finished(Grid& grid) {
    auto table = std::make_unique<Table>();
    table->inferred = grid.inferred;
    for (auto& cells : grid.rows) {
      std::stable_sort(cells.begin(), cells.end(), [](const auto& a, const auto& b) { return a.column < b.column; });
      Row row;
      if (!cells.empty()) row.columns_before = cells.front().column;
      for (auto& placed : cells) row.cells.push_back(std::move(placed.cell));
      table->rows.push_back(std::move(row));
    }
    return table;
  }

  const Document& document_;
  Part part_;
  std::size_t next_ = 0;
};

constexpr std::size_t deepest = 3;          // Word documents in one another
constexpr std::size_t bytes_a_block = 100;  // that a block takes beside its text

base::Result<Document> read_chunk(std::string_view bytes, const std::string& part, Nesting& nesting) {
  switch (sniff(bytes, part)) {
    case Type::html:
      return read_html(bytes, part);
    case Type::mhtml:
      return read_mhtml(bytes, part);
    case Type::rtf:
      return read_rtf(bytes, part);
    case Type::text:
      return read_text(bytes, part);
    case Type::odt:
      return read_odt(bytes, part);
    case Type::doc:
      return read_doc(bytes, part);
    case Type::word_xml:
      return read_flat(bytes, part, nesting);
    case Type::docx: {
      base::Result<Package> package = Package::open(bytes, part);
      if (!package) return package.error();
      return read_package(package.value(), part, "docx", nesting);
    }
    default:
      return base::Error{base::ErrorCode::unsupported, part, 0, 0, "is of no format that is read here", ""};
  }
}

}  // namespace

Flow flow_of(const Document& document, Part part) {
  return Blocks(document, part).of(-1);
}

std::optional<Chunk> chunk(std::string_view bytes, const std::string& part, Nesting& nesting) {
  if (bytes.empty()) return Chunk();
  if (nesting.depth >= deepest || bytes.size() >= nesting.left) return std::nullopt;
  nesting.left -= bytes.size();
  const std::size_t before = nesting.left;
  ++nesting.depth;
  base::Result<Document> document = read_chunk(bytes, part, nesting);
  --nesting.depth;
  if (!document) return std::nullopt;
  // What parts in this part cost is paid for already, and what could be read of them is kept.
  const std::size_t whole = document.value().text.size() + document.value().blocks.size() * bytes_a_block;
  const std::size_t own = whole - std::min(whole, before - nesting.left);
  nesting.left -= std::min(nesting.left, own);
  if (own > before) return std::nullopt;
  const Document& read = document.value();
  return Chunk{flow_of(read, Part::body), flow_of(read, Part::header), flow_of(read, Part::footer), read.notes};
}

}  // namespace readers::docx
