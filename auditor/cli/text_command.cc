// `auditor text`: one file's text, or one of the views of it that the audit works with.
#include "batch/run.h"
#include "cli/commands.h"
#include "cli/terminal.h"
#include "document/dump.h"
#include "facts/facts.h"
#include "form/form.h"
#include "language/annotate.h"

namespace cli {
namespace {

std::string rendered(View view, const document::Document& document, const checklist::Checklist& checklist) {
  form::Form form = form::read(document, checklist.lexicon);
  language::Annotations annotations = language::annotate(document, form, checklist.lexicon);
  switch (view) {
    case View::statements:
      return language::statements_jsonl(annotations, form, document);
    case View::concepts:
      return language::concepts_jsonl(annotations, form, document, checklist.lexicon);
    case View::people:
      return language::people_jsonl(annotations);
    default:
      break;
  }
  facts::Facts facts = facts::gather(document, form, annotations, checklist.lexicon);
  return facts::facts_jsonl(facts, annotations, document, checklist.lexicon);
}

}  // namespace

int text(const Options& options) {
  const std::string& path = options.operands.front();
  base::Status there = check_file(path);
  if (!there) return fail(there.error());
  base::Result<document::Document> document = batch::read(path, temporary_folder(), options.ocr);
  if (!document && document.error().file.empty()) return fail(document.error());
  if (!document) {
    complain("refused: " + document.error().one_line());
    return some_refused;
  }
  for (const document::Note& note : document.value().notes) {
    if (document::tells_of_a_part(note))
      complain(base::Error{{}, path, 0, 0, "read only in part: " + note.message, ""}.one_line());
    if (note.kind == document::NoteKind::recognised) complain(base::Error{{}, path, 0, 0, note.message, ""}.one_line());
  }
  std::string out;
  if (options.view == View::text) {
    out = document.value().text;
    if (!out.ends_with('\n')) out += '\n';
  } else if (options.view == View::structure) {
    out = document::structure_json(document.value());
  } else {
    base::Result<checklist::Checklist> checklist =
        loaded(options.checklist.empty() ? standard_checklist : options.checklist);
    if (!checklist) return fail(checklist.error());
    out = rendered(options.view, document.value(), checklist.value());
  }
  return print(out) ? all_audited : nothing_done;
}

}  // namespace cli
