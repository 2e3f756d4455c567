// `auditor text --facts`: one fact a line.
#include "base/json.h"
#include "facts/facts.h"

namespace facts {
namespace {

class Lines {
 public:
  explicit Lines(const document::Document& document) : document_(document) {}

  base::JsonWriter& begin(const char* kind, base::Span at) {
    json_ = base::JsonWriter();
    json_.begin_object().key("fact").string(kind);
    span("", at);
    return json_;
  }
  void span(const char* name, base::Span at) {
    std::string prefix = name;
    if (prefix.empty()) {
      json_.key("start")
          .number(static_cast<std::int64_t>(at.begin))
          .key("end")
          .number(static_cast<std::int64_t>(at.end));
      json_.key("text").string(at.of(document_.text));
    } else if (!at.empty()) {
      json_.key(prefix).string(at.of(document_.text));
    }
  }
  void end() {
    json_.end_object();
    out_ += json_.take() + "\n";
  }
  std::string take() { return std::move(out_); }

 private:
  const document::Document& document_;
  base::JsonWriter json_;
  std::string out_;
};

const char* name_of(Aloneness alone) {
  switch (alone) {
    case Aloneness::unsaid:
      return "unsaid";
    case Aloneness::alone:
      return "alone";
    case Aloneness::not_alone:
      return "not_alone";
    case Aloneness::reason_why_not:
      return "reason_why_not";
  }
  return "";
}

const char* name_of(Means means) {
  static const char* const names[] = {"unknown", "telephone", "email",    "letter", "report",
                                      "meeting", "visit",     "referral", "check"};
  return names[static_cast<unsigned>(means)];
}

}  // namespace

std::string facts_jsonl(const Facts& facts, const language::Annotations& annotations,
                        const document::Document& document, const lexicon::Lexicon& lexicon) {
  Lines lines(document);
  auto person = [&](EntityId who) {
    return who < 0 ? std::string() : annotations.people[static_cast<std::size_t>(who)].name;
  };
  auto day = [](base::JsonWriter& json, const char* key, Day value) {
    if (value != language::no_day) json.key(key).string(language::iso_of(value));
  };
  base::JsonWriter& type = lines.begin("type", facts.type_at);
  type.key("type").string(facts.type).key("children").begin_array();
  for (const std::string& child : facts.children) type.string(child);
  type.end_array();
  lines.end();
  for (const auto& [part, at] :
       {std::pair("team", facts.particulars.team), std::pair("worker", facts.particulars.worker),
        std::pair("manager", facts.particulars.manager)}) {
    if (at.empty()) continue;
    lines.begin(part, at);
    lines.end();
  }
  for (const RecordDate& date : facts.dates) {
    base::JsonWriter& json = lines.begin("date", date.at);
    json.key("field").string(lexicon.field_name(date.field)).key("blank").boolean(date.blank);
    json.key("impossible").boolean(date.impossible);
    day(json, "day", date.day);
    lines.end();
  }
  for (const Characteristic& fact : facts.characteristics) {
    base::JsonWriter& json = lines.begin("characteristic", fact.at);
    json.key("field").string(lexicon.field_name(fact.field)).key("child").string(person(fact.child));
    lines.end();
  }
  for (const Seen& fact : facts.seen) {
    base::JsonWriter& json = lines.begin("seen", fact.at);
    json.key("child").string(person(fact.child)).key("seen").boolean(fact.seen).key("dated").boolean(fact.dated);
    json.key("alone").string(name_of(fact.alone));
    day(json, "day", fact.when);
    lines.end();
  }
  for (const Contribution& fact : facts.contributions) {
    base::JsonWriter& json = lines.begin("contribution", fact.at);
    json.key("name").string(fact.name).key("contributed").boolean(fact.contributed).key("gap").boolean(fact.gap);
    json.key("gap_explained").boolean(fact.gap_explained).key("no_concerns").boolean(fact.no_concerns);
    json.key("means").string(name_of(fact.means)).key("says").number(static_cast<std::int64_t>(fact.says.size()));
    day(json, "day", fact.when);
    lines.end();
  }
  for (const Action& fact : facts.actions) {
    base::JsonWriter& json = lines.begin("action", fact.at);
    lines.span("what", fact.what);
    lines.span("owner", fact.owner);
    lines.span("due", fact.due);
    json.key("owned").boolean(fact.owned).key("bounded").boolean(fact.bounded).key("vague").boolean(fact.vague);
    json.key("review").boolean(fact.review).key("tells_referrer").boolean(fact.tells_referrer);
    json.key("content").number(std::int64_t{fact.content});
    lines.end();
  }
  for (const Decision& fact : facts.decisions) {
    base::JsonWriter& json = lines.begin("decision", fact.at);
    lines.span("name", fact.name);
    lines.span("date", fact.date);
    json.key("reasoned").boolean(fact.reasoned);
    lines.end();
  }
  for (const Feedback& fact : facts.feedback) {
    base::JsonWriter& json = lines.begin("feedback", fact.at);
    json.key("told").boolean(fact.told).key("dated").boolean(fact.dated).key("how").boolean(fact.how);
    json.key("why_not").boolean(fact.why_not);
    lines.end();
  }
  return lines.take();
}

}  // namespace facts
