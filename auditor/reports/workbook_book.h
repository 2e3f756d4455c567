// An Excel workbook being written: libxlsxwriter's door. It holds no more than a row of each sheet in memory; what is
// written stands in nameless files of the folder meanwhile.
#pragma once

#include <xlsxwriter.h>

#include <array>
#include <ctime>
#include <memory>
#include <string>
#include <vector>

#include "base/result.h"

namespace reports {

// How a cell looks. Rows of tables are ruled; words in them wrap.
enum class Look {
  words,
  name,
  number,
  score,
  share,
  entry,
  key,
  link,
  head,
  entry_head,
  title,
  subtitle,
  strong,
  note
};
inline constexpr std::size_t looks = 14;

// The colours of a rating or grade, worst first: those of the page, told apart by colour-blind readers too.
inline constexpr std::size_t colours = 4;

class Book {
 public:
  // Writes to the file `path` when closed; `folder` takes the temporary files.
  Book(std::string path, std::string folder);
  Book(const Book&) = delete;
  Book& operator=(const Book&) = delete;

  // A further sheet, or null where it can't be made, which close() then tells. The name is at most 31 characters.
  lxw_worksheet* add(const std::string& name);
  // `text`: the cell holds text whatever it looks like, also after somebody has edited it.
  lxw_format* format(Look look, bool text = false);
  lxw_format* colour(std::size_t which);
  void describe(const std::string& title, std::time_t created);

  // Keeps the first failure of a call.
  void note(lxw_error error);
  // Writes the file. Nothing may be written to the sheets afterwards.
  base::Status close();

 private:
  struct Free {
    void operator()(lxw_workbook* book) const;
  };
  base::Error failed(const std::string& why) const;
  base::Status check_temporary_files() const;

  std::string path_, folder_;
  std::unique_ptr<lxw_workbook, Free> book_;
  std::vector<lxw_worksheet*> sheets_;  // the workbook's
  std::array<std::array<lxw_format*, 2>, looks> formats_{};
  std::array<lxw_format*, colours> colours_{};
  lxw_error first_error_ = LXW_NO_ERROR;
};

}  // namespace reports
