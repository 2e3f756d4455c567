// A record taken through form, language and facts, once, for whoever asks about it.
#pragma once

#include "checklist/checklist.h"
#include "checklist/query.h"
#include "document/document.h"
#include "facts/facts.h"
#include "form/form.h"
#include "language/annotate.h"

namespace evaluation {

// Keeps references to the document and the checklist: both must outlive it.
struct Analysed {
  Analysed(const document::Document& read, const checklist::Checklist& used)
      : document(read),
        checklist(used),
        scans(used.lexicon),
        form(form::read(read, scans)),
        language(language::annotate(read, form, used.lexicon)),
        facts(facts::gather(read, form, language, scans)),
        holding(language, used.lexicon.concept_count()) {}

  checklist::Record record() const {
    return {document, form, language, facts, checklist.lexicon, scans, checklist.calendar, holding, composed};
  }

  const document::Document& document;
  const checklist::Checklist& checklist;
  lexicon::Remembered scans;
  form::Form form;
  language::Annotations language;
  facts::Facts facts;
  checklist::SentencesHolding holding;
  checklist::Composed composed;
};

}  // namespace evaluation
