#include "readers/pdf_maker.h"

#include <cstdio>

namespace {

// The first two objects are left free for the catalogue and the page tree.
constexpr int first = 3;

std::string number(double value) {
  char text[32];
  std::snprintf(text, sizeof text, "%.2f", value);
  return text;
}

}  // namespace

int PdfMaker::add(std::string_view object) {
  objects_.emplace_back(object);
  return first + static_cast<int>(objects_.size()) - 1;
}

int PdfMaker::add_stream(std::string_view entries, std::string_view data) {
  return add("<</Length " + std::to_string(data.size()) + " " + std::string(entries) + ">>\nstream\n" +
             std::string(data) + "\nendstream");
}

void PdfMaker::replace(int number, std::string_view object) {
  objects_[static_cast<std::size_t>(number - first)] = object;
}

int PdfMaker::add_page(std::string_view content, std::string_view entries) {
  auto font = [](const char* name) {
    return "<</Type /Font /Subtype /Type1 /Encoding /WinAnsiEncoding /BaseFont /" + std::string(name) + ">>";
  };
  int stream = add_stream("", content);
  int page = add("<</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents " + std::to_string(stream) +
                 " 0 R /Resources <</Font <</F1 " + font("Helvetica") + " /F2 " + font("Helvetica-Bold") + " /F3 " +
                 font("Helvetica-Oblique") + ">>>> " + std::string(entries) + ">>");
  pages_.push_back(page);
  return page;
}

std::string PdfMaker::file(std::string_view catalog_entries) const {
  std::string out = "%PDF-1.7\n";
  std::vector<std::size_t> places;
  auto put = [&](int index, const std::string& object) {
    places.push_back(out.size());
    out += std::to_string(index) + " 0 obj\n" + object + "\nendobj\n";
  };
  std::string kids;
  for (int page : pages_) kids += std::to_string(page) + " 0 R ";
  put(1, "<</Type /Catalog /Pages 2 0 R " + std::string(catalog_entries) + ">>");
  put(2, "<</Type /Pages /Count " + std::to_string(pages_.size()) + " /Kids [" + kids + "]>>");
  for (std::size_t i = 0; i < objects_.size(); ++i) put(first + static_cast<int>(i), objects_[i]);
  std::size_t table = out.size();
  out += "xref\n0 " + std::to_string(places.size() + 1) + "\n0000000000 65535 f \n";
  for (std::size_t place : places) {
    char line[32];
    std::snprintf(line, sizeof line, "%010zu 00000 n \n", place);
    out += line;
  }
  out += "trailer\n<</Size " + std::to_string(places.size() + 1) + " /Root 1 0 R>>\nstartxref\n" +
         std::to_string(table) + "\n%%EOF\n";
  return out;
}

std::string pdf_line(double left, double up, std::string_view words, std::string_view font, double size) {
  return "BT /" + std::string(font) + " " + number(size) + " Tf " + number(left) + " " + number(up) + " Td (" +
         std::string(words) + ") Tj ET\n";
}
