// The cells of one sheet of an Excel workbook, and the texts that its sheets share, from their XML.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/xml.h"
#include "readers/sheets.h"

namespace readers::sheets {

using Attributes = std::vector<base::xml::Attribute>;

// The attribute's value by its local name; empty where it is not there.
std::string_view value_of(const Attributes& attributes, std::string_view name);

// Texts, with or without runs of their own looks; how a word is spoken (rPh) is no part of it.
class Texts : public base::xml::Handler {
 public:
  std::vector<std::string> all;

  bool start(std::string_view, std::string_view name, const Attributes&) override;
  bool end(std::string_view, std::string_view name) override;
  bool text(std::string_view characters) override;

 private:
  bool within_ = false;
  std::size_t spoken_ = 0;
};

// Of all sheets. A text that many cells share is counted for each of them.
struct Kept {
  std::size_t cells = 0, bytes = 0;
};

class Cells : public base::xml::Handler {
 public:
  Cells(Sheet& sheet, const std::vector<std::string>& shared, const Wanted& wanted, Kept& kept)
      : sheet_(sheet), shared_(shared), wanted_(wanted), kept_(kept) {}

  bool unwanted = false;
  const char* beyond = nullptr;  // what was too large, or is no sheet's

  bool start(std::string_view, std::string_view name, const Attributes& attributes) override;
  bool end(std::string_view, std::string_view name) override;
  bool text(std::string_view characters) override;

 private:
  bool start_row(const Attributes& attributes);
  bool start_cell(const Attributes& attributes);
  bool end_cell();
  bool end_row();
  bool ask();  // once, when the head is there or the sheet ends before

  Sheet& sheet_;
  const std::vector<std::string>& shared_;
  const Wanted& wanted_;
  Kept& kept_;
  SheetRow row_;
  std::uint32_t number_ = 0, column_ = 0;
  std::string type_, value_;
  bool in_cell_ = false, within_ = false, asked_ = false;
  std::size_t spoken_ = 0;
};

}  // namespace readers::sheets
