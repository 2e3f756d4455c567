// A PDF file, opened: its pages, structure tree and form, whatever library reads them. Everything is read from bytes in
// memory that must outlive the file.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "readers/ocr.h"
#include "readers/pdf_page.h"
#include "readers/pdf_tree.h"

namespace readers::pdf {

class File {
 public:
  // Fails with `encrypted` where a password is needed, with `damaged` where no page can be found.
  static base::Result<File> open(std::string_view bytes, const std::string& name);
  File(File&&) noexcept;
  File& operator=(File&&) noexcept;
  ~File();

  bool salvaged() const;  // the table of objects was rebuilt by searching the file
  std::size_t pages() const;
  std::string title() const;
  bool attachments() const;  // other files are embedded
  bool scripts() const;
  bool other_form() const;  // it holds a form of another kind (XFA) as well

  Page page(std::size_t index) const;             // from 0; an unreadable page is empty and says so
  ocr::Picture picture(std::size_t index) const;  // of the page, without dots where it can't be drawn
  Tree tree() const;                              // without nodes where the file has none

 private:
  struct Held;
  explicit File(std::unique_ptr<Held> held);
  std::unique_ptr<Held> held_;
};

// Opens for good what the library opens on first use. To be called before files become out of reach.
void warm_up();

}  // namespace readers::pdf
