// Facts of a small record in plain notation, read with the words of the default checklist.
#pragma once

#include <stdexcept>
#include <string>

#include "base/file.h"
#include "base/utf8.h"
#include "base/xml.h"
#include "facts/facts.h"
#include "language/annotate.h"
#include "readers/format.h"

namespace facts_tests {

inline base::xml::Element loaded(const std::string& path) {
  auto bytes = base::read_file(path, std::size_t{1} << 24);
  if (!bytes) throw std::runtime_error("cannot read " + path);
  auto root = base::xml::load(bytes.value(), path);
  if (!root) throw std::runtime_error(root.error().message);
  return std::move(root).value();
}

// The lexicons that the default checklist uses, in its order.
inline const lexicon::Lexicon& words() {
  static const lexicon::Lexicon all = [] {
    const std::string folder = std::string(AUDITOR_SOURCE_DIR) + "/checklists/";
    lexicon::Lexicon fresh;
    for (const base::xml::Element& use : loaded(folder + "assessment.xml").children) {
      if (!use.has_attribute("lexicon")) continue;
      const std::string path = folder + std::string(use.attribute("lexicon"));
      if (!fresh.add(loaded(path), path)) throw std::runtime_error(path + " is no lexicon");
    }
    if (!fresh.finish()) throw std::runtime_error("the lexicons do not fit together");
    return fresh;
  }();
  return all;
}

// A record with everything that its facts point into.
struct Gathered {
  explicit Gathered(const std::string& text)
      : document(readers::read_text(text, "record.txt").value()),
        form(form::read(document, words())),
        language(language::annotate(document, form, words())),
        facts(facts::gather(document, form, language, words())) {}

  std::string quote(base::Span at) const { return base::on_one_line(at.of(document.text)); }

  document::Document document;
  form::Form form;
  language::Annotations language;
  facts::Facts facts;
};

// "word word" of the words that hold; "-" where none does.
inline std::string flags(std::initializer_list<std::pair<bool, const char*>> each) {
  std::string out;
  for (const auto& [holds, word] : each) {
    if (holds) out += (out.empty() ? "" : " ") + std::string(word);
  }
  return out.empty() ? "-" : out;
}

inline const std::string child = "Child: Tom Reed\n\n";

struct Row {
  const char* record;
  const char* expected;
};

}  // namespace facts_tests
