#include "store/columns.h"

#include "store/names.h"

namespace store {
namespace {

using base::name_of;
using document::name_of;
using evaluation::name_of;

base::Span span(Statement& row) {
  std::uint32_t begin = row.count();
  return {begin, row.count()};
}

evaluation::Place place(Statement& row) {
  evaluation::Place where;
  where.section = row.text();
  where.page = row.count();
  where.table = row.index();
  where.row = row.index();
  return where;
}

enum Mark : unsigned { bold = 1, italic = 2, inferred = 4, header = 8 };

unsigned marks(const document::Block& block) {
  return (block.bold ? bold : 0u) | (block.italic ? italic : 0u) | (block.inferred ? inferred : 0u) |
         (block.header ? header : 0u);
}

// Runs the statement for each value of a list, numbered from 0.
template <typename Values, typename Bind>
bool each_of(const Values& values, const Bind& bind) {
  std::int64_t position = 0;
  for (const auto& value : values) {
    if (!bind(position++, value).run()) return false;
  }
  return true;
}

}  // namespace

OutcomeWriter::OutcomeWriter(const Database& database)
    : database_(database),
      document_(database, "INSERT INTO document VALUES (NULL,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)"),
      timeliness_(database, "INSERT INTO timeliness VALUES (?,?,?,?,?,?)"),
      refusal_(database, "INSERT INTO refusal VALUES (?,?,?,?,?,?,?)"),
      child_(database, "INSERT INTO child VALUES (?,?,?)"),
      person_(database, "INSERT INTO person VALUES (?,?,?,?,?,?,?,?,?)"),
      unknown_section_(database, "INSERT INTO unknown_section VALUES (?,?,?)"),
      dimension_(database, "INSERT INTO dimension_score VALUES (?,?,?,?,?,?,?,?,?)"),
      item_(database, "INSERT INTO item_rating VALUES (?,?,?,?,?,?)"),
      looked_in_(database, "INSERT INTO looked_in VALUES (?,?,?,?)"),
      evidence_(database, "INSERT INTO evidence VALUES (?,?,?,?,?,?,?,?,?,?)"),
      near_miss_(database, "INSERT INTO near_miss VALUES (?,?,?,?,?,?,?,?,?,?,?)"),
      flag_(database, "INSERT INTO flag VALUES (?,?,?,?,?,?,?,?,?)"),
      text_(database, "INSERT INTO document_text VALUES (?,?)"),
      block_(database, "INSERT INTO block VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)"),
      table_(database, "INSERT INTO document_table VALUES (?,?,?,?,?,?)"),
      note_(database, "INSERT INTO note VALUES (?,?,?,?)") {}

bool OutcomeWriter::write(std::int64_t run, std::int64_t place_in_run, const evaluation::Outcome& o, bool keep_text) {
  bool done =
      document_
          .bind(run, place_in_run, o.path, o.sha256, o.bytes, o.format, name_of(o.standing), o.type, o.checklist,
                o.words, o.overall.score, name_of(o.overall.grade), o.overall.limited_by, o.document.title,
                o.document.format, o.particulars.team, o.particulars.worker, o.particulars.manager)
          .run();
  const std::int64_t document = number_ = ::sqlite3_last_insert_rowid(database_.get());
  if (o.standing != evaluation::Standing::audited) {
    const base::Error& e = o.error;
    done = done && refusal_.bind(document, name_of(e.code), e.file, e.line, e.column, e.message, e.advice).run();
  }
  if (o.timeliness) {
    const evaluation::Timeliness& t = *o.timeliness;
    done = done && timeliness_.bind(document, t.clock, t.from, t.completed, t.working_days, t.limit).run();
  }
  done = done && each_of(o.children, [&](auto position, auto& name) -> Statement& {
           return child_.bind(document, position, name);
         });
  std::int64_t in_order = 0;
  for (const evaluation::Person& p : o.people) {
    const std::string forms = lines_of(p.forms);  // what is bound must live until the statement has run
    done =
        done && person_.bind(document, in_order++, p.role, p.name, forms, p.relation, p.agency, p.gender, p.born).run();
  }
  done = done && each_of(o.unknown_sections, [&](auto position, auto& heading) -> Statement& {
           return unknown_section_.bind(document, position, heading);
         });
  done = done && each_of(o.dimensions, [&](auto position, auto& d) -> Statement& {
           return dimension_.bind(document, position, d.id, d.title, d.points, d.possible, name_of(d.grade),
                                  d.limited_by, d.in_overall);
         });
  return done && write_answers(document, o) && write_record(document, o.document, keep_text);
}

bool OutcomeWriter::write_answers(std::int64_t document, const evaluation::Outcome& o) {
  std::int64_t item = 0;
  for (const evaluation::Answer& answer : o.items) {
    bool done = item_.bind(document, item, answer.item, name_of(answer.rating), answer.reason, answer.unsure).run();
    done = done && each_of(answer.looked_in, [&](auto position, auto& heading) -> Statement& {
             return looked_in_.bind(document, item, position, heading);
           });
    done = done && each_of(answer.evidence, [&](auto position, auto& e) -> Statement& {
             return evidence_.bind(document, item, position, e.at.begin, e.at.end, e.quote, e.where.section,
                                   e.where.page, e.where.table, e.where.row);
           });
    done = done && each_of(answer.near_misses, [&](auto position, auto& m) -> Statement& {
             return near_miss_.bind(document, item, position, m.at.begin, m.at.end, m.quote, m.where.section,
                                    m.where.page, m.where.table, m.where.row, m.reason);
           });
    if (!done) return false;
    ++item;
  }
  return write_flags(document, o.flags);
}

bool OutcomeWriter::write_flags(std::int64_t document, const std::vector<evaluation::Flag>& flags) {
  return each_of(flags, [&](auto position, auto& f) -> Statement& {
    return flag_.bind(document, position, f.id, f.at.begin, f.at.end, f.quote, f.reason, f.twin, f.first);
  });
}

bool OutcomeWriter::write_record(std::int64_t document, const document::Document& record, bool keep_text) {
  bool done = each_of(record.notes, [&](auto position, auto& note) -> Statement& {
    return note_.bind(document, position, name_of(note.kind), note.message);
  });
  if (!keep_text) return done;
  if (!record.text.empty()) done = done && text_.bind(document, record.text).run();
  done = done && each_of(record.blocks, [&](auto position, auto& b) -> Statement& {
           return block_.bind(document, position, name_of(b.kind), name_of(b.part), b.at.begin, b.at.end, b.label.begin,
                              b.label.end, b.level, marks(b), b.parent, b.table, b.row, b.column, b.row_span,
                              b.column_span, b.page);
         });
  return done && each_of(record.tables, [&](auto position, auto& t) -> Statement& {
           return table_.bind(document, position, t.parent, t.rows, t.columns, t.inferred);
         });
}

// Column names are written out where the table has more than the reader wants, or in another order.
OutcomeReader::OutcomeReader(const Database& database)
    : documents_(database,
                 "SELECT document, path, sha256, bytes, format, standing, type, checklist, words, score, grade,"
                 " limited_by, title, read_as, team, worker, manager FROM document WHERE run = ? ORDER BY position"),
      timeliness_(database,
                  "SELECT clock, from_day, completed_day, working_days, day_limit FROM timeliness WHERE document = ?"),
      refusal_(database, "SELECT code, file, line, column_number, message, advice FROM refusal WHERE document = ?"),
      child_(database, "SELECT name FROM child WHERE document = ? ORDER BY position"),
      person_(database,
              "SELECT role, name, forms, relation, agency, gender, born FROM person"
              " WHERE document = ? ORDER BY position"),
      unknown_section_(database, "SELECT heading FROM unknown_section WHERE document = ? ORDER BY position"),
      dimension_(database,
                 "SELECT id, title, points, possible, grade, limited_by, in_overall FROM dimension_score"
                 " WHERE document = ? ORDER BY position"),
      item_(database, "SELECT item, rating, reason, unsure FROM item_rating WHERE document = ? ORDER BY position"),
      looked_in_(database,
                 "SELECT item_position, heading FROM looked_in WHERE document = ?"
                 " ORDER BY item_position, position"),
      evidence_(database,
                "SELECT item_position, begin_byte, end_byte, quote, section, page, table_number, row_number"
                " FROM evidence WHERE document = ? ORDER BY item_position, position"),
      near_miss_(database,
                 "SELECT item_position, begin_byte, end_byte, quote, section, page, table_number,"
                 " row_number, reason FROM near_miss WHERE document = ? ORDER BY item_position, position"),
      flag_(database,
            "SELECT id, begin_byte, end_byte, quote, reason, twin, shown_first FROM flag WHERE document = ? ORDER BY "
            "position"),
      text_(database, "SELECT text FROM document_text WHERE document = ?"),
      block_(database,
             "SELECT kind, part, begin_byte, end_byte, label_begin_byte, label_end_byte, level, marks, parent,"
             " table_position, row_number, column_number, row_span, column_span, page FROM block"
             " WHERE document = ? ORDER BY position"),
      table_(database,
             "SELECT parent, row_count, column_count, inferred FROM document_table WHERE document = ?"
             " ORDER BY position"),
      note_(database, "SELECT kind, message FROM note WHERE document = ? ORDER BY position") {}

bool OutcomeReader::each(std::int64_t run, const std::function<base::Status(const evaluation::Outcome&)>& use,
                         base::Status& status) {
  documents_.bind(run);
  while (documents_.next()) {
    evaluation::Outcome o;
    std::int64_t document = documents_.number();
    o.path = documents_.text();
    o.sha256 = documents_.text();
    o.bytes = static_cast<std::uint64_t>(documents_.number());
    o.format = documents_.text();
    o.standing = named(documents_.text(), evaluation::Standing::skipped);
    o.type = documents_.text();
    o.checklist = documents_.text();
    o.words = documents_.count();
    o.overall.score = documents_.real();
    o.overall.grade = named(documents_.text(), evaluation::Grade::outstanding);
    o.overall.limited_by = documents_.text();
    o.document.title = documents_.text();
    o.document.format = documents_.text();
    o.particulars.team = documents_.text();
    o.particulars.worker = documents_.text();
    o.particulars.manager = documents_.text();
    if (!read_lists(document, o) || !read_answers(document, o) || !read_record(document, o.document)) return false;
    status = use(o);
    if (!status) return true;
  }
  return !documents_.failed();
}

bool OutcomeReader::read_lists(std::int64_t document, evaluation::Outcome& o) {
  refusal_.bind(document);
  while (refusal_.next()) {
    o.error.code = named(refusal_.text(), base::ErrorCode::interrupted);
    o.error.file = refusal_.text();
    o.error.line = refusal_.count();
    o.error.column = refusal_.count();
    o.error.message = refusal_.text();
    o.error.advice = refusal_.text();
  }
  timeliness_.bind(document);
  while (timeliness_.next()) {
    evaluation::Timeliness& t = o.timeliness.emplace();
    t.clock = timeliness_.text();
    t.from = timeliness_.text();
    t.completed = timeliness_.text();
    t.working_days = timeliness_.count();
    t.limit = timeliness_.count();
  }
  child_.bind(document);
  while (child_.next()) o.children.push_back(child_.text());
  person_.bind(document);
  while (person_.next()) {
    evaluation::Person& p = o.people.emplace_back();
    p.role = person_.text();
    p.name = person_.text();
    p.forms = values_of(person_.text());
    p.relation = person_.text();
    p.agency = person_.text();
    p.gender = person_.text();
    p.born = person_.text();
  }
  unknown_section_.bind(document);
  while (unknown_section_.next()) o.unknown_sections.push_back(unknown_section_.text());
  dimension_.bind(document);
  while (dimension_.next()) {
    evaluation::DimensionScore& d = o.dimensions.emplace_back();
    d.id = dimension_.text();
    d.title = dimension_.text();
    d.points = dimension_.count();
    d.possible = dimension_.count();
    d.grade = named(dimension_.text(), evaluation::Grade::outstanding);
    d.limited_by = dimension_.text();
    d.in_overall = dimension_.truth();
  }
  return !refusal_.failed() && !timeliness_.failed() && !child_.failed() && !person_.failed() &&
         !unknown_section_.failed() && !dimension_.failed();
}

bool OutcomeReader::read_answers(std::int64_t document, evaluation::Outcome& o) {
  item_.bind(document);
  while (item_.next()) {
    evaluation::Answer& answer = o.items.emplace_back();
    answer.item = item_.text();
    answer.rating = named(item_.text(), evaluation::Rating::not_applicable);
    answer.reason = item_.text();
    answer.unsure = item_.text();
  }
  bool placed = true;
  evaluation::Answer nowhere;  // takes what a damaged file says of an item that is not there
  auto answer_of = [&](Statement& row) {
    auto at = static_cast<std::size_t>(row.number());
    placed = placed && at < o.items.size();
    return at < o.items.size() ? &o.items[at] : &nowhere;
  };
  looked_in_.bind(document);
  while (looked_in_.next()) {
    evaluation::Answer* answer = answer_of(looked_in_);
    answer->looked_in.push_back(looked_in_.text());
  }
  evidence_.bind(document);
  while (evidence_.next()) {
    evaluation::Evidence& e = answer_of(evidence_)->evidence.emplace_back();
    e.at = span(evidence_);
    e.quote = evidence_.text();
    e.where = place(evidence_);
  }
  near_miss_.bind(document);
  while (near_miss_.next()) {
    evaluation::NearMiss& m = answer_of(near_miss_)->near_misses.emplace_back();
    m.at = span(near_miss_);
    m.quote = near_miss_.text();
    m.where = place(near_miss_);
    m.reason = near_miss_.text();
  }
  o.flags = flags(document);
  return placed && !item_.failed() && !looked_in_.failed() && !evidence_.failed() && !near_miss_.failed() &&
         !flag_.failed();
}

std::vector<evaluation::Flag> OutcomeReader::flags(std::int64_t document) {
  std::vector<evaluation::Flag> out;
  flag_.bind(document);
  while (flag_.next()) {
    evaluation::Flag& f = out.emplace_back();
    f.id = flag_.text();
    f.at = span(flag_);
    f.quote = flag_.text();
    f.reason = flag_.text();
    f.twin = flag_.text();
    f.first = flag_.truth();
  }
  return out;
}

bool OutcomeReader::read_record(std::int64_t document, document::Document& record) {
  text_.bind(document);
  while (text_.next()) record.text = text_.text();
  block_.bind(document);
  while (block_.next()) {
    document::Block& b = record.blocks.emplace_back();
    b.kind = named(block_.text(), document::BlockKind::field);
    b.part = named(block_.text(), document::Part::comment);
    b.at = span(block_);
    b.label = span(block_);
    b.level = static_cast<std::uint8_t>(block_.number());
    unsigned set = block_.count();
    b.bold = (set & bold) != 0;
    b.italic = (set & italic) != 0;
    b.inferred = (set & inferred) != 0;
    b.header = (set & header) != 0;
    b.parent = block_.index();
    b.table = block_.index();
    b.row = block_.count();
    b.column = block_.count();
    b.row_span = block_.count();
    b.column_span = block_.count();
    b.page = block_.count();
  }
  table_.bind(document);
  while (table_.next()) {
    document::Table& t = record.tables.emplace_back();
    t.parent = table_.index();
    t.rows = table_.count();
    t.columns = table_.count();
    t.inferred = table_.truth();
  }
  note_.bind(document);
  while (note_.next()) {
    document::Note& n = record.notes.emplace_back();
    n.kind = named(note_.text(), document::NoteKind::recognised);
    n.message = note_.text();
  }
  return !text_.failed() && !block_.failed() && !table_.failed() && !note_.failed();
}

}  // namespace store
