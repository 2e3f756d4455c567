// HTML, built so that text from records can only ever become text: every value is escaped, and the names of elements
// and attributes can only be literals of this program (a compile-time check).
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace reports {

class Markup {
 public:
  // The name of an element or attribute: letters, digits, '-'.
  class Name {
   public:
    consteval Name(const char* literal) : text_(literal) {
      for (char c : text_) {
        bool fits = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
        if (!fits) throw "not a name";
      }
    }
    std::string_view text() const { return text_; }

   private:
    std::string_view text_;
  };

  // A style sheet or script of the program, for <style> and <script>: neither may hold "</".
  class Asset {
   public:
    template <std::size_t N>
    consteval Asset(const char (&literal)[N]) : text_(literal, N - 1) {
      if (text_.find("</") != std::string_view::npos) throw "would end its element";
    }
    std::string_view text() const { return text_; }

   private:
    std::string_view text_;
  };

  Markup& open(Name element, std::string_view classes = {});
  // Of the element opened last, before anything is put into it (a defect otherwise).
  Markup& attribute(Name name, std::string_view value);
  Markup& attribute(Name name, std::size_t value);
  Markup& attribute(Name name);  // without a value
  Markup& text(std::string_view text);
  Markup& close();
  // An element that has no end tag: meta, input, br.
  Markup& lone(Name element);
  // An element with a text and no more.
  Markup& element(Name element, std::string_view text, std::string_view classes = {});
  // Text that a stranger wrote: isolated, so that its direction can't disturb what surrounds it.
  Markup& foreign(Name element, std::string_view text, std::string_view classes = {});
  Markup& embed(Name element, const Asset& asset);
  // Data for a script: JSON in a <script> that browsers don't run. No string in it can end the element or begin a
  // comment: '<' and '>' stand as escapes.
  Markup& data(std::string_view id, std::string_view json);
  Markup& doctype();

  // Everything since the last drain; what is open stays open.
  std::string drain();

 private:
  void end_tag_head();

  std::string out_;
  std::vector<std::string_view> open_;
  bool in_tag_ = false;
};

}  // namespace reports
