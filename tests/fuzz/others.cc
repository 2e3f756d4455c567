#include "fuzz/others.h"

#include <sys/mman.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cstdlib>
#include <memory>
#include <optional>
#include <vector>

#include "base/utf8.h"
#include "base/xml.h"
#include "batch/channel.h"
#include "batch/wire.h"
#include "checklist/checklist.h"
#include "checklist/program.h"
#include "checklist/source.h"
#include "evaluation/evaluate.h"
#include "evaluation/score.h"
#include "evaluation/whole.h"
#include "language/dates.h"
#include "manifest/days.h"
#include "manifest/manifest.h"
#include "readers/format.h"

namespace fuzz {
namespace {

void must(bool holds) {
  if (!holds) std::abort();
}

// Names that the seeds in fixtures/fuzz/checklist ask for.
const char* const words =
    "<lexicon><concept name='type.plan'><terms>plan</terms></concept>"
    "<concept name='person.child'><terms>tom; child</terms></concept>"
    "<concept name='cue.negation'><terms>not; never</terms></concept>"
    "<concept name='a'><terms>saw~ {person.child}; at ...3 home</terms></concept>"
    "<concept name='b'><terms>school|nursery place</terms><pattern>[0-9]+ May</pattern></concept>"
    "<section name='plan'><headings>plan; what next</headings></section>"
    "<section name='views'><headings>views</headings></section>"
    "<field name='child-name'><labels>child; name</labels></field>"
    "<field name='referral-date'><labels>date of referral</labels></field>"
    "<field name='completion-date'><labels>completed</labels></field></lexicon>";

const char* const around =
    "<checklist id='c' title='C' version='1'><dimension id='D' title='Dim'/>"
    "<item id='D0' dimension='D' asks='Why?'><met because='{quote}'><mark has='a'/></met><not-met because='no'/></item>"
    "</checklist>";

const char* const record =
    "Child: Tom Reed\nDate of referral: 2 March 2016\nCompleted: 27 April 2016\n\n## Views\n\n"
    "I saw Tom at his home on 11 May 2016. He said \"I do not like school\". Mum said that he never sleeps.\n\n"
    "## Plan\n\n| Action | Who | By when |\n| Find a nursery place | Health visitor | 12 May 2016 |\n"
    "\xE2\x98\x92 Child in need \xE2\x98\x90 No further action\n";

// The record, and as many statements as a second reading wants before it moves a rating.
document::Document read_record() {
  std::string text = record;
  text += "\n## Visits\n\n";
  for (int day = 1; day <= 20; ++day) {
    const std::string number = std::to_string(day);
    text += "I saw Tom at school on " + number + " May 2016. Mum told me that she worries about room " + number + ".\n";
  }
  return std::move(readers::read_text(text, "record.txt")).value();
}

checklist::Source source_of(std::string_view bytes, const std::string& kind) {
  auto shared = [](std::string_view text) { return std::make_shared<const std::string>(text); };
  const bool named = kind == "lexicon" || kind == "items" || kind == "calendar";
  checklist::Source source;
  source.files.push_back({"", "c.xml", "c.xml", shared(named ? std::string_view(around) : bytes)});
  source.files.push_back({"lexicon", "words.xml", "words.xml", shared(words)});
  if (named) source.files.push_back({kind, "own.xml", "own.xml", shared(bytes)});
  return source;
}

bool is_day(const std::string& day) {
  return day.empty() || language::iso_day(day) != language::no_day;
}

void look_at_dates(const std::string& text) {
  static const lexicon::Lexicon none = [] {
    lexicon::Lexicon out;
    must(out.finish().ok());
    return out;
  }();
  const language::Day record_day = language::day_of(2010, 4, 20);
  const std::vector<language::WrittenDate> dates = language::written_dates(text, none.scan(text));
  std::uint32_t end = 0;
  language::Day earlier = language::no_day;
  for (const language::WrittenDate& date : dates) {
    must(end <= date.at.begin && date.at.begin < date.at.end && date.at.end <= text.size());
    end = date.at.end;
    for (language::Day of_record : {language::no_day, record_day}) {
      for (language::Reach reach : {language::Reach::before, language::Reach::ahead, language::Reach::around}) {
        const language::Date found = language::resolved(date, of_record, earlier, reach);
        must(!found.impossible || found.day == language::no_day);
        if (found.day == language::no_day) continue;
        must(language::iso_day(language::iso_of(found.day)) == found.day);
        must(found.has_year || of_record != language::no_day || earlier != language::no_day);
        if (of_record != language::no_day) earlier = found.day;
      }
      const language::Day full = language::full_day(date, of_record);
      must(full == language::no_day || language::iso_day(language::iso_of(full)) == full);
    }
  }
}

// A file that has no name, gone with its descriptor.
batch::Descriptor in_memory(std::string_view bytes) {
  batch::Descriptor file(::memfd_create("list", MFD_CLOEXEC));
  must(file.open());
  while (!bytes.empty()) {
    const ssize_t written = ::write(file.get(), bytes.data(), bytes.size());
    must(written > 0);
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return file;
}

// The end of a socket that holds the bytes, and then nothing more.
batch::Descriptor arrived(std::string_view bytes) {
  int ends[2];
  must(::socketpair(AF_UNIX, SOCK_STREAM, 0, ends) == 0);
  batch::Descriptor here(ends[0]), there(ends[1]);
  constexpr std::size_t held = 64u << 10;  // a socket holds that much without a reader
  const std::string_view sent = bytes.substr(0, held);
  must(::send(there.get(), sent.data(), sent.size(), MSG_NOSIGNAL) == static_cast<ssize_t>(sent.size()));
  return here;
}

}  // namespace

base::Result<document::Document> as_checklist(std::string_view bytes, const std::string& name) {
  base::Result<base::xml::Element> root = base::xml::load(bytes, name);
  if (!root) return root.error();
  checklist::Source source = source_of(bytes, root.value().name);
  base::Result<checklist::Checklist> compiled = checklist::compile(source);
  if (!compiled) return compiled.error();
  must(!checklist::describe(compiled.value()).empty());
  // A run keeps the rules of scoring as text.
  const std::string rules = evaluation::text_of(evaluation::scoring_of(*compiled.value().program));
  const std::optional<evaluation::Scoring> kept = evaluation::scoring_from(rules);
  must(kept.has_value() && evaluation::text_of(*kept) == rules);
  compiled.value().lexicon.failed_examples();
  compiled.value().lexicon.doubtful_terms();
  static const document::Document document = read_record();
  must(evaluation::holds_together(evaluation::evaluate(document, compiled.value())));
  source.schema_file = "checklist.rng";
  base::Result<checklist::Checklist> valid = checklist::compile(source);
  if (!valid) return valid.error();
  must(valid.value().sha256 == compiled.value().sha256);
  return document::Document();
}

base::Result<document::Document> as_dates(std::string_view bytes, const std::string&) {
  const std::string text = base::repaired_utf8(bytes);
  look_at_dates(text);
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string_view line = std::string_view(text).substr(at, end - at);
    const manifest::ReadDay day = manifest::read_day(line);
    must(is_day(day.day) && (day.day.empty() || day.fault.empty()));
    const language::Day exact = language::iso_day(line);
    must(exact == language::no_day || language::iso_of(exact) == line);
    at = end + 1;
  }
  return document::Document();
}

base::Result<document::Document> as_manifest(std::string_view bytes, const std::string&) {
  static const manifest::Headings headings =
      std::move(manifest::Headings::load(std::string(AUDITOR_SOURCE_DIR) + "/checklists", "")).value();
  const batch::Descriptor file = in_memory(bytes);
  std::size_t cases = 0;
  auto use = [&](manifest::Case&& one) -> base::Status {
    ++cases;
    must(!one.child.empty() || !one.document.empty());
    for (const std::string* day :
         {&one.referral, &one.start, &one.review, &one.child_seen, &one.completed, &one.closed, &one.born}) {
      must(is_day(*day));
    }
    return base::Done{};
  };
  auto source = manifest::read("/proc/self/fd/" + std::to_string(file.get()), headings, use);
  if (!source) return source.error();
  must(source.value().cases == cases);
  constexpr std::size_t most = 5;
  must(manifest::told(source.value(), most).size() <= most + 1);
  return document::Document();
}

base::Result<document::Document> as_wire(std::string_view bytes, const std::string&) {
  const std::string own = static_cast<char>(batch::wire::version) + std::string(bytes);
  // What is taken is exactly what was sent: no second way to write the same.
  if (auto outcome = batch::wire::decode(own)) must(batch::wire::encode(*outcome) == own);
  if (auto member = batch::wire::decode_member(own)) must(batch::wire::encode(*member) == own);
  batch::Task task;
  if (batch::wire::decode(own, task)) must(batch::wire::encode(task) == own);

  const batch::Descriptor replies = arrived(bytes);
  batch::ReplyReader reader;
  std::size_t taken = 0;
  for (auto state = batch::ReplyReader::State::waiting; state == batch::ReplyReader::State::waiting;) {
    state = reader.read(replies.get());
    while (auto reply = reader.next()) taken += batch::wire::header_bytes + reply->payload.size();
  }
  must(taken <= bytes.size());
  const batch::Descriptor tasks = arrived(bytes);
  while (batch::receive_task(tasks.get())) {
  }
  return document::Document();
}

}  // namespace fuzz
