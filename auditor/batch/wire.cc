// One list of fields for each struct serves writing, reading and checking, so that the three cannot differ.
#include "batch/wire.h"

#include <bit>
#include <concepts>
#include <optional>
#include <type_traits>
#include <vector>

#include "evaluation/whole.h"

namespace batch::wire {
namespace {

using base::Error;
using base::Span;
using document::Block;
using document::Document;
using document::Note;
using document::Table;
using evaluation::Answer;
using evaluation::DimensionScore;
using evaluation::Evidence;
using evaluation::Flag;
using evaluation::NearMiss;
using evaluation::Outcome;
using evaluation::Overall;
using evaluation::OwnFact;
using evaluation::OwnFacts;
using evaluation::Particulars;
using evaluation::Passage;
using evaluation::Person;
using evaluation::Place;
using evaluation::Timeliness;

// The last value of every enumeration that crosses; a larger one is refused.
constexpr auto last(base::ErrorCode) {
  return base::ErrorCode::interrupted;
}
constexpr auto last(evaluation::Rating) {
  return evaluation::Rating::not_applicable;
}
constexpr auto last(evaluation::Grade) {
  return evaluation::Grade::outstanding;
}
constexpr auto last(evaluation::Standing) {
  return evaluation::Standing::skipped;
}
constexpr auto last(document::BlockKind) {
  return document::BlockKind::field;
}
constexpr auto last(document::Part) {
  return document::Part::comment;
}
constexpr auto last(document::NoteKind) {
  return document::NoteKind::recognised;
}

// T, whether it is being written (const) or read.
template <typename T, typename Struct>
concept Same = std::same_as<std::remove_const_t<T>, Struct>;

template <typename Wire, Same<Span> T>
void fields(Wire& wire, T& span) {
  wire(span.begin, span.end);
}
template <typename Wire, Same<Error> T>
void fields(Wire& wire, T& error) {
  wire(error.code, error.file, error.line, error.column, error.message, error.advice);
}
template <typename Wire, Same<Place> T>
void fields(Wire& wire, T& place) {
  wire(place.section, place.page, place.table, place.row);
}
template <typename Wire, Same<Evidence> T>
void fields(Wire& wire, T& evidence) {
  wire(evidence.at, evidence.quote, evidence.where);
}
template <typename Wire, Same<NearMiss> T>
void fields(Wire& wire, T& miss) {
  wire(miss.at, miss.quote, miss.where, miss.reason);
}
template <typename Wire, Same<Answer> T>
void fields(Wire& wire, T& answer) {
  wire(answer.item, answer.rating, answer.reason, answer.evidence, answer.looked_in, answer.near_misses, answer.unsure);
}
template <typename Wire, Same<Flag> T>
void fields(Wire& wire, T& flag) {
  wire(flag.id, flag.at, flag.quote, flag.reason, flag.twin, flag.first);
}
template <typename Wire, Same<Passage::Word> T>
void fields(Wire& wire, T& word) {
  wire(word.hash, word.begin, word.ordinal);
}
template <typename Wire, Same<Passage> T>
void fields(Wire& wire, T& passage) {
  wire(passage.at, passage.section, passage.history, passage.words);
}
template <typename Wire, Same<Person> T>
void fields(Wire& wire, T& person) {
  wire(person.role, person.name, person.forms, person.relation, person.agency, person.gender, person.born);
}
template <typename Wire, Same<DimensionScore> T>
void fields(Wire& wire, T& score) {
  wire(score.id, score.title, score.points, score.possible, score.grade, score.limited_by, score.in_overall);
}
template <typename Wire, Same<Overall> T>
void fields(Wire& wire, T& overall) {
  wire(overall.score, overall.grade, overall.limited_by);
}
template <typename Wire, Same<Particulars> T>
void fields(Wire& wire, T& particulars) {
  wire(particulars.team, particulars.worker, particulars.manager);
}
template <typename Wire, Same<Timeliness> T>
void fields(Wire& wire, T& timeliness) {
  wire(timeliness.clock, timeliness.from, timeliness.completed, timeliness.working_days, timeliness.limit);
}
template <typename Wire, Same<Block> T>
void fields(Wire& wire, T& block) {
  wire(block.kind, block.part, block.at, block.label, block.level, block.bold, block.italic, block.inferred,
       block.header, block.parent, block.table, block.row, block.column, block.row_span, block.column_span, block.page);
}
template <typename Wire, Same<Table> T>
void fields(Wire& wire, T& table) {
  wire(table.parent, table.rows, table.columns, table.inferred);
}
template <typename Wire, Same<Note> T>
void fields(Wire& wire, T& note) {
  wire(note.kind, note.message);
}
template <typename Wire, Same<Document> T>
void fields(Wire& wire, T& document) {
  wire(document.text, document.blocks, document.tables, document.notes, document.title, document.format);
}
template <typename Wire, Same<OwnFact> T>
void fields(Wire& wire, T& fact) {
  wire(fact.what, fact.value, fact.child, fact.at, fact.quote);
}
template <typename Wire, Same<OwnFacts> T>
void fields(Wire& wire, T& own) {
  wire(own.facts, own.days, own.topics, own.knows_topics);
}
template <typename Wire, Same<Outcome> T>
void fields(Wire& wire, T& outcome) {
  wire(outcome.path, outcome.sha256, outcome.bytes, outcome.format, outcome.standing, outcome.error, outcome.type,
       outcome.checklist, outcome.children, outcome.particulars, outcome.timeliness, outcome.overall,
       outcome.dimensions, outcome.items, outcome.flags, outcome.document, outcome.people, outcome.unknown_sections,
       outcome.words, outcome.passages, outcome.own_facts);
}
template <typename Wire, Same<Task> T>
void fields(Wire& wire, T& task) {
  wire(task.path, task.named, task.from, task.size, task.marks, task.unpack, task.room_bytes, task.room_members);
}
template <typename Wire, Same<readers::Member> T>
void fields(Wire& wire, T& member) {
  wire(member.name, member.renamed, member.repeated, member.whole, member.given, member.error);
}

class Writer {
 public:
  template <typename... Values>
  void operator()(const Values&... values) {
    (put(values), ...);
  }
  std::string take() { return std::move(out_); }

 private:
  template <typename T>
  void put(const T& value) {
    if constexpr (std::is_same_v<T, bool>) {
      out_ += value ? '\1' : '\0';
    } else if constexpr (std::is_enum_v<T>) {
      out_ += static_cast<char>(value);
    } else if constexpr (std::is_same_v<T, double>) {
      number(std::bit_cast<std::uint64_t>(value));
    } else if constexpr (std::is_integral_v<T>) {
      number(static_cast<std::make_unsigned_t<T>>(value));
    } else {
      fields(*this, value);
    }
  }
  void put(const std::string& value) {
    number(static_cast<std::uint32_t>(value.size()));
    out_ += value;
  }
  template <typename T>
  void put(const std::vector<T>& values) {
    number(static_cast<std::uint32_t>(values.size()));
    for (const T& value : values) put(value);
  }
  template <typename T>
  void put(const std::optional<T>& value) {
    put(value.has_value());
    if (value) put(*value);
  }
  template <std::unsigned_integral N>
  void number(N value) {
    for (std::size_t i = 0; i < sizeof(N); ++i) out_ += static_cast<char>((value >> (8 * i)) & 0xFF);
  }

  std::string out_;
};

class Reader {
 public:
  explicit Reader(std::string_view bytes) : rest_(bytes) {}

  template <typename... Values>
  void operator()(Values&... values) {
    (get(values), ...);
  }
  bool done() const { return good_ && rest_.empty(); }

 private:
  template <typename T>
  void get(T& value) {
    if constexpr (std::is_same_v<T, bool>) {
      std::uint8_t byte = number<std::uint8_t>();
      good_ = good_ && byte <= 1;
      value = byte == 1;
    } else if constexpr (std::is_enum_v<T>) {
      std::uint8_t byte = number<std::uint8_t>();
      good_ = good_ && byte <= static_cast<std::uint8_t>(last(T{}));
      if (good_) value = static_cast<T>(byte);
    } else if constexpr (std::is_same_v<T, double>) {
      value = std::bit_cast<double>(number<std::uint64_t>());
    } else if constexpr (std::is_integral_v<T>) {
      value = static_cast<T>(number<std::make_unsigned_t<T>>());
    } else {
      fields(*this, value);
    }
  }
  void get(std::string& value) {
    std::size_t size = number<std::uint32_t>();
    if (!enough(size)) return;
    value = rest_.substr(0, size);
    rest_.remove_prefix(size);
  }
  template <typename T>
  void get(std::vector<T>& values) {
    // Every element takes a byte at least; the vector grows as elements arrive, never by the count alone.
    std::size_t count = number<std::uint32_t>();
    if (!enough(count)) return;
    for (std::size_t i = 0; i < count && good_; ++i) get(values.emplace_back());
  }
  template <typename T>
  void get(std::optional<T>& value) {
    bool there = false;
    get(there);
    if (good_ && there) get(value.emplace());
  }
  template <std::unsigned_integral N>
  N number() {
    if (!enough(sizeof(N))) return 0;
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < sizeof(N); ++i) {
      value |= static_cast<std::uint64_t>(static_cast<unsigned char>(rest_[i])) << (8 * i);
    }
    rest_.remove_prefix(sizeof(N));
    return static_cast<N>(value);
  }
  bool enough(std::size_t size) {
    good_ = good_ && size <= rest_.size();
    return good_;
  }

  std::string_view rest_;
  bool good_ = true;
};

}  // namespace

std::string encode(const evaluation::Outcome& outcome) {
  Writer writer;
  writer(version, outcome);
  return writer.take();
}

std::optional<evaluation::Outcome> decode(std::string_view bytes) {
  Reader reader(bytes);
  std::uint8_t found = 0;
  Outcome outcome;
  reader(found);
  if (found != version) return std::nullopt;
  reader(outcome);
  if (!reader.done() || !evaluation::holds_together(outcome)) return std::nullopt;
  return outcome;
}

std::string encode(const Task& task) {
  Writer writer;
  writer(version, task);
  return writer.take();
}

bool decode(std::string_view bytes, Task& task) {
  Reader reader(bytes);
  std::uint8_t found = 0;
  reader(found, task);
  return found == version && reader.done();
}

std::string encode(const readers::Member& member) {
  Writer writer;
  writer(version, member);
  return writer.take();
}

std::optional<readers::Member> decode_member(std::string_view bytes) {
  Reader reader(bytes);
  std::uint8_t found = 0;
  readers::Member member;
  reader(found, member);
  if (found != version || !reader.done() || member.name.empty()) return std::nullopt;
  return member;
}

std::string header(std::uint64_t payload_bytes) {
  std::string out;
  for (std::size_t i = 0; i < header_bytes; ++i) out += static_cast<char>((payload_bytes >> (8 * i)) & 0xFF);
  return out;
}

std::uint64_t payload_bytes(std::string_view header) {
  std::uint64_t value = 0;
  for (std::size_t i = 0; i < header_bytes && i < header.size(); ++i) {
    value |= static_cast<std::uint64_t>(static_cast<unsigned char>(header[i])) << (8 * i);
  }
  return value;
}

}  // namespace batch::wire
