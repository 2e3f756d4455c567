// Writes small PDF files for tests: objects by number, a cross-reference table, and pages of given content.
#pragma once

#include <string>
#include <string_view>
#include <vector>

class PdfMaker {
 public:
  // Adds an object and gives its number, from 1.
  int add(std::string_view object);
  int add_stream(std::string_view entries, std::string_view data);
  void replace(int number, std::string_view object);

  // A page of A4 size with the fonts F1 (Helvetica), F2 (bold) and F3 (italic). `entries` go into its dictionary.
  int add_page(std::string_view content, std::string_view entries = "");
  int page_count() const { return static_cast<int>(pages_.size()); }

  // The file, with what else the catalogue holds: "/StructTreeRoot 7 0 R".
  std::string file(std::string_view catalog_entries = "") const;

 private:
  std::vector<std::string> objects_;
  std::vector<int> pages_;
};

// "BT /F1 11 Tf 72 700 Td (words) Tj ET": one line of text, `up` points above the page's foot.
std::string pdf_line(double left, double up, std::string_view words, std::string_view font = "F1", double size = 11);
