#include "readers/doc_text.h"

#include <algorithm>
#include <array>
#include <cassert>

#include "readers/little_endian.h"

namespace readers::doc {
namespace {

constexpr std::size_t piece_size = 8;
constexpr std::uint32_t one_byte_flag = 0x40000000;
constexpr std::uint16_t list_flag = 0x0001;  // of a piece's change: an index into the lists

// Windows-1252, where it differs from Latin-1.
constexpr std::array<char16_t, 32> windows_1252 = {0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                                   0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D,   0x017D, 0x8F,
                                                   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                   0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};

char16_t from_windows_1252(std::uint8_t byte) {
  return byte >= 0x80 && byte < 0xA0 ? windows_1252[byte - 0x80] : char16_t{byte};
}

}  // namespace

Text Text::read(const Fib& fib, std::string_view main, std::string_view table) {
  Text text;
  if (!text.read_pieces(fib, table)) text.guess(fib, main);
  text.gather(fib.old(), main);
  return text;
}

bool Text::read_pieces(const Fib& fib, std::string_view table) {
  Place place = fib.place(TableId::pieces);
  if (fib.old() && !fib.fast_saved()) return false;
  std::string_view rest = stretch(table, place.at, place.size);
  while (!rest.empty() && rest[0] == '\x01') {
    std::size_t size = u16_at(rest, 1);
    changes_.push_back(stretch(rest, 3, size));
    rest.remove_prefix(std::min(rest.size(), 3 + size));
  }
  if (rest.size() < 5 || rest[0] != '\x02') return false;
  std::string_view pieces = stretch(rest, 5, u32_at(rest, 1));
  if (pieces.size() < u32_at(rest, 1)) damaged_ = true;
  if (pieces.size() < 4 + 4 + piece_size) return false;
  const std::size_t count = (u32_at(rest, 1) - 4) / (4 + piece_size);
  for (std::size_t i = 0; i < count; ++i) {
    Piece piece;
    piece.begin = u32_at(pieces, i * 4);
    piece.end = u32_at(pieces, i * 4 + 4);
    std::size_t at = (count + 1) * 4 + i * piece_size;
    if (at + piece_size > pieces.size()) break;
    std::uint32_t offset = u32_at(pieces, at + 2);
    piece.change = u16_at(pieces, at + 6);
    piece.wide = !fib.old() && (offset & one_byte_flag) == 0;
    piece.at = fib.old() || piece.wide ? offset : (offset & ~one_byte_flag) / 2;
    if (piece.end < piece.begin || piece.begin != (pieces_.empty() ? 0 : pieces_.back().end)) {
      damaged_ = true;
      break;
    }
    if (piece.end > piece.begin) pieces_.push_back(piece);
  }
  return !pieces_.empty();
}

void Text::guess(const Fib& fib, std::string_view main) {
  std::uint64_t length = fib.begin(StoryKind::header_boxes) + fib.length(StoryKind::header_boxes);
  std::string_view rest = stretch(main, fib.text_begin(), main.size());
  Piece piece;
  piece.at = fib.text_begin();
  if (!fib.old()) {
    damaged_ = true;
    // Latin text of two bytes a character is zeros by half.
    std::string_view sample = rest.substr(0, static_cast<std::size_t>(std::min<std::uint64_t>(length, 2'048)));
    std::size_t zeros = 0;
    for (std::size_t i = 1; i < sample.size(); i += 2) zeros += sample[i] == '\0' ? 1u : 0u;
    piece.wide = zeros * 4 > sample.size();
  }
  std::uint64_t fits = rest.size() / (piece.wide ? 2 : 1);
  if (length > fits) damaged_ = true;
  piece.end = static_cast<std::uint32_t>(std::min(length, fits));
  if (piece.end > 0) pieces_.push_back(piece);
}

void Text::gather(bool old, std::string_view main) {
  // Every character of an honest file has a place of its own in the stream.
  std::size_t most = main.size();
  units_.reserve(pieces_.empty() ? 0 : std::min<std::size_t>(most, pieces_.back().end));
  for (std::size_t i = 0; i < pieces_.size(); ++i) {
    Piece& piece = pieces_[i];
    std::size_t length = piece.end - piece.begin;
    if (units_.size() + length > most) {
      cut_ = true;
      length = most - units_.size();
      piece.end = piece.begin + static_cast<std::uint32_t>(length);
      pieces_.resize(i + 1);
    }
    std::size_t width = piece.wide ? 2 : 1;
    std::string_view bytes = stretch(main, piece.at, length * width);
    if (bytes.size() < length * width) damaged_ = true;
    // What is missing becomes zeros, which show as nothing, so that the positions of what follows stay right.
    for (std::size_t at = 0; at < length; ++at) {
      if (piece.wide) {
        units_ += static_cast<char16_t>(u16_at(bytes, at * 2));
      } else {
        std::uint8_t byte = u8_at(bytes, at);
        units_ += old ? char16_t{byte} : from_windows_1252(byte);
      }
    }
  }
}

const Piece& Text::piece_at(std::uint32_t cp) const {
  assert(cp < units_.size());
  auto after = std::upper_bound(pieces_.begin(), pieces_.end(), cp,
                                [](std::uint32_t position, const Piece& piece) { return position < piece.begin; });
  return *(after - 1);
}

std::string_view Text::long_change(const Piece& piece) const {
  std::size_t index = piece.change >> 1;
  return (piece.change & list_flag) != 0 && index < changes_.size() ? changes_[index] : std::string_view();
}

Change Text::short_change(const Piece& piece, char& operand) const {
  if ((piece.change & list_flag) != 0) return {};
  operand = static_cast<char>(piece.change >> 8);
  return {sprm_of_short_code((piece.change >> 1) & 0x7F), std::string_view(&operand, 1)};
}

}  // namespace readers::doc
