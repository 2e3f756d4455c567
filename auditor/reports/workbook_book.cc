#include "reports/workbook_book.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <utility>

namespace reports {
namespace {

struct Face {
  bool ruled, wraps, bold;
  double size;         // 0: the workbook's
  const char* number;  // format of numbers; null: general
  long ground, ink;    // -1: none
};

constexpr long kNone = -1;
constexpr std::uint8_t kText = 49;  // ECMA-376 18.8.30, numFmt: "@", as people choose it by the name Text

constexpr std::array<Face, looks> kFaces{{
    {true, true, false, 0, nullptr, kNone, kNone},         // words
    {true, true, false, 0, nullptr, kNone, kNone},         // name
    {true, false, false, 0, "0", kNone, kNone},            // number
    {true, false, false, 0, "0.00", kNone, kNone},         // score
    {true, false, false, 0, "0%", kNone, kNone},           // share
    {true, true, false, 0, nullptr, 0xFFF9E0, kNone},      // entry
    {true, false, false, 8, nullptr, 0xF2F2F2, 0x52606D},  // key
    {true, false, false, 0, nullptr, kNone, 0x0B4F8A},     // link
    {true, true, true, 0, nullptr, 0x1B2733, 0xFFFFFF},    // head
    {true, true, true, 0, nullptr, 0xB57600, 0xFFFFFF},    // entry_head
    {false, false, true, 16, nullptr, kNone, kNone},       // title
    {false, false, true, 13, nullptr, kNone, kNone},       // subtitle
    {true, true, true, 0, nullptr, kNone, kNone},          // strong
    {false, true, false, 0, nullptr, kNone, kNone},        // note
}};

constexpr std::array<std::pair<lxw_color_t, lxw_color_t>, colours> kColours{{
    {0xA3330B, 0xFFFFFF},
    {0xFBD78C, 0x432A00},
    {0xA9D0EE, 0x0A2942},
    {0x0B5394, 0xFFFFFF},
}};

void dress(lxw_format* format, const Face& face, Look look, bool text) {
  format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
  if (face.ruled) {
    format_set_border(format, LXW_BORDER_THIN);
    format_set_border_color(format, 0xD9D6CE);
  }
  if (face.wraps) format_set_text_wrap(format);
  if (face.bold) format_set_bold(format);
  if (face.size > 0) format_set_font_size(format, face.size);
  if (look == Look::link) format_set_underline(format, LXW_UNDERLINE_SINGLE);
  if (face.number != nullptr) format_set_num_format(format, face.number);
  if (text) format_set_num_format_index(format, kText);
  if (face.ground != kNone) format_set_bg_color(format, static_cast<lxw_color_t>(face.ground));
  if (face.ink != kNone) format_set_font_color(format, static_cast<lxw_color_t>(face.ink));
}

}  // namespace

void Book::Free::operator()(lxw_workbook* book) const {
  lxw_workbook_free(book);
}

Book::Book(std::string path, std::string folder) : path_(std::move(path)), folder_(std::move(folder)) {
  lxw_workbook_options options{};
  options.constant_memory = LXW_TRUE;
  options.tmpdir = folder_.data();
  book_.reset(workbook_new_opt(path_.c_str(), &options));
  if (!book_) note(LXW_ERROR_MEMORY_MALLOC_FAILED);
}

lxw_worksheet* Book::add(const std::string& name) {
  lxw_worksheet* sheet = book_ ? workbook_add_worksheet(book_.get(), name.c_str()) : nullptr;
  if (sheet == nullptr) {
    note(LXW_ERROR_CREATING_TMPFILE);
  } else {
    sheets_.push_back(sheet);
  }
  return sheet;
}

lxw_format* Book::format(Look look, bool text) {
  lxw_format*& known = formats_[static_cast<std::size_t>(look)][text ? 1 : 0];
  if (known == nullptr && book_) {
    known = workbook_add_format(book_.get());
    if (known == nullptr) {
      note(LXW_ERROR_MEMORY_MALLOC_FAILED);
    } else {
      dress(known, kFaces[static_cast<std::size_t>(look)], look, text);
    }
  }
  return known;
}

lxw_format* Book::colour(std::size_t which) {
  lxw_format*& known = colours_.at(which);
  if (known == nullptr && book_) {
    known = workbook_add_format(book_.get());
    if (known == nullptr) {
      note(LXW_ERROR_MEMORY_MALLOC_FAILED);
    } else {
      format_set_bg_color(known, kColours[which].first);
      format_set_font_color(known, kColours[which].second);
    }
  }
  return known;
}

void Book::describe(const std::string& title, std::time_t created) {
  if (!book_) return;
  std::string own = title;
  lxw_doc_properties properties{};
  properties.title = own.data();
  properties.created = created;
  note(workbook_set_properties(book_.get(), &properties));
}

void Book::note(lxw_error error) {
  if (first_error_ == LXW_NO_ERROR) first_error_ = error;
}

base::Error Book::failed(const std::string& why) const {
  return {base::ErrorCode::unreadable, path_, 0, 0, "cannot be written: " + why, "give another place with --out"};
}

// The library doesn't look whether its temporary files took everything: a full disk would go unnoticed. When it closes
// it copies them, one at a time, before it compresses each.
base::Status Book::check_temporary_files() const {
  std::uintmax_t largest = 0, all = 0;
  for (lxw_worksheet* sheet : sheets_) {
    std::FILE* rows = sheet->optimize_tmpfile;
    if (rows == nullptr) continue;
    if (std::fflush(rows) != 0 || std::ferror(rows) != 0) return failed("the disk is full");
    long size = std::ftell(rows);
    if (size < 0) return failed(std::strerror(errno));
    largest = std::max(largest, static_cast<std::uintmax_t>(size));
    all += static_cast<std::uintmax_t>(size);
  }
  std::error_code error;
  std::filesystem::space_info space = std::filesystem::space(folder_, error);
  constexpr std::uintmax_t margin = 1u << 20;  // for the parts that aren't rows
  if (!error && space.available < largest + all + margin) return failed("the disk is nearly full");
  return base::Done{};
}

base::Status Book::close() {
  if (first_error_ != LXW_NO_ERROR) return failed(lxw_strerror(first_error_));
  if (base::Status room = check_temporary_files(); !room) return room;
  lxw_error error = workbook_close(book_.release());
  if (error != LXW_NO_ERROR) return failed(lxw_strerror(error));
  return base::Done{};
}

}  // namespace reports
