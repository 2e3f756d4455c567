-- One run in one file, made by `auditor audit --out DIR` as DIR/run.db. Readable with any SQLite 3:
--   sqlite3 run.db "SELECT item, rating, count(*) FROM item_rating GROUP BY item, rating"
-- Positions count from 0 in the order of the reports. Spans (begin_byte, end_byte) are byte offsets into
-- document_text.text, end excluded. The application id is 'AUDR' (0x41554452); user_version is this schema's version.

-- The run's facts; one row, written last. A file without it belongs to a run that did not finish.
CREATE TABLE run (
  program_version TEXT NOT NULL,
  checklist_id TEXT NOT NULL,
  checklist_title TEXT NOT NULL,
  checklist_version TEXT NOT NULL,
  checklist_sha256 TEXT NOT NULL,
  started TEXT NOT NULL,               -- UTC, 2026-11-26T10:57:43Z
  finished TEXT NOT NULL,
  sandbox TEXT NOT NULL,               -- protections that the worker processes were under
  jobs INTEGER NOT NULL,
  interrupted INTEGER NOT NULL,        -- 1: some inputs were not come to
  across INTEGER NOT NULL,             -- 1: the flags that compare documents ran
  text_kept INTEGER NOT NULL,          -- 0: only quotes of the records are in this file
  ocr_library TEXT NOT NULL,           -- text recognition that is built in; empty: none
  ocr_asked INTEGER NOT NULL           -- 1: scanned pages were read by it
);
CREATE TABLE run_argument (position INTEGER PRIMARY KEY, argument BLOB NOT NULL);
CREATE TABLE checklist_dimension (position INTEGER PRIMARY KEY, id TEXT NOT NULL, title TEXT NOT NULL);
CREATE TABLE checklist_item (
  position INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  dimension TEXT NOT NULL,
  question TEXT NOT NULL
);

-- Every input in the order of the reports.
CREATE TABLE document (
  document INTEGER PRIMARY KEY,
  path NOT NULL,                       -- text; a blob where the path is not UTF-8
  sha256 TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  format TEXT NOT NULL,
  standing TEXT NOT NULL,              -- audited, refused, skipped
  type TEXT NOT NULL,                  -- core_assessment, ...
  words INTEGER NOT NULL,
  score REAL NOT NULL,                 -- the mean of the dimensions that count
  grade TEXT NOT NULL,
  limited_by TEXT NOT NULL,            -- the dimension that keeps the grade down; empty where none does
  title TEXT NOT NULL,                 -- from the file's properties
  read_as TEXT NOT NULL,               -- format as the reader named it
  team TEXT NOT NULL,                  -- who made the record, as its form says; empty where it does not
  worker TEXT NOT NULL,
  manager TEXT NOT NULL
);
-- What a document was judged to be in time by. No row where a date is missing or no limit is known for its type.
CREATE TABLE timeliness (
  document INTEGER PRIMARY KEY REFERENCES document,
  clock TEXT NOT NULL,                 -- what the count begins with: referral, contact, start, strategy
  from_day TEXT NOT NULL,              -- 2009-10-13
  completed_day TEXT NOT NULL,
  working_days INTEGER NOT NULL,       -- the first day is day 0
  day_limit INTEGER NOT NULL           -- in time where working_days is no more
);
-- Why a document was refused or skipped.
CREATE TABLE refusal (
  document INTEGER PRIMARY KEY REFERENCES document,
  code TEXT NOT NULL,                  -- damaged, encrypted, ...
  file BLOB NOT NULL,
  line INTEGER NOT NULL,
  column_number INTEGER NOT NULL,
  message TEXT NOT NULL,
  advice TEXT NOT NULL
);
CREATE TABLE child (
  document INTEGER NOT NULL REFERENCES document,
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  PRIMARY KEY (document, position)
) WITHOUT ROWID;
-- Whom the record names: children, relatives, workers and other professionals.
CREATE TABLE person (
  document INTEGER NOT NULL REFERENCES document,
  position INTEGER NOT NULL,
  role TEXT NOT NULL,                  -- subject_child, sibling, parent, relative, worker, manager, professional, ...
  name TEXT NOT NULL,                  -- as first written in full
  forms TEXT NOT NULL,                 -- in small letters, without titles; one a line
  relation TEXT NOT NULL,              -- as written: mother, MGM; may be empty
  agency TEXT NOT NULL,                -- the lexicon's concept; empty where none is told
  gender TEXT NOT NULL,                -- female, male; empty where it isn't known
  born TEXT NOT NULL,                  -- 2002-02-14; empty where the record doesn't say
  PRIMARY KEY (document, position)
) WITHOUT ROWID;
CREATE TABLE unknown_section (
  document INTEGER NOT NULL REFERENCES document,
  position INTEGER NOT NULL,
  heading TEXT NOT NULL,
  PRIMARY KEY (document, position)
) WITHOUT ROWID;
CREATE TABLE dimension_score (
  document INTEGER NOT NULL REFERENCES document,
  position INTEGER NOT NULL,
  id TEXT NOT NULL,
  title TEXT NOT NULL,
  points INTEGER NOT NULL,
  possible INTEGER NOT NULL,           -- 0: no item applied
  grade TEXT NOT NULL,
  limited_by TEXT NOT NULL,
  in_overall INTEGER NOT NULL,
  PRIMARY KEY (document, position)
) WITHOUT ROWID;

CREATE TABLE item_rating (
  document INTEGER NOT NULL REFERENCES document,
  position INTEGER NOT NULL,
  item TEXT NOT NULL,
  rating TEXT NOT NULL,                -- met, partly, not_met, na
  reason TEXT NOT NULL,
  unsure TEXT NOT NULL,                -- why confidence is low; empty where it isn't
  PRIMARY KEY (document, position)
) WITHOUT ROWID;
CREATE TABLE looked_in (
  document INTEGER NOT NULL,
  item_position INTEGER NOT NULL,
  position INTEGER NOT NULL,
  heading TEXT NOT NULL,
  PRIMARY KEY (document, item_position, position),
  FOREIGN KEY (document, item_position) REFERENCES item_rating (document, position)
) WITHOUT ROWID;
-- What a rating rests on, and what came close to it and was not taken.
CREATE TABLE evidence (
  document INTEGER NOT NULL,
  item_position INTEGER NOT NULL,
  position INTEGER NOT NULL,
  begin_byte INTEGER NOT NULL,
  end_byte INTEGER NOT NULL,
  quote TEXT NOT NULL,
  section TEXT NOT NULL,
  page INTEGER NOT NULL,               -- 0: the format has no pages
  table_number INTEGER NOT NULL,       -- from 1; -1: not in a table
  row_number INTEGER NOT NULL,
  PRIMARY KEY (document, item_position, position),
  FOREIGN KEY (document, item_position) REFERENCES item_rating (document, position)
) WITHOUT ROWID;
CREATE TABLE near_miss (
  document INTEGER NOT NULL,
  item_position INTEGER NOT NULL,
  position INTEGER NOT NULL,
  begin_byte INTEGER NOT NULL,
  end_byte INTEGER NOT NULL,
  quote TEXT NOT NULL,
  section TEXT NOT NULL,
  page INTEGER NOT NULL,
  table_number INTEGER NOT NULL,
  row_number INTEGER NOT NULL,
  reason TEXT NOT NULL,
  PRIMARY KEY (document, item_position, position),
  FOREIGN KEY (document, item_position) REFERENCES item_rating (document, position)
) WITHOUT ROWID;
CREATE TABLE flag (
  document INTEGER NOT NULL REFERENCES document,
  position INTEGER NOT NULL,
  id TEXT NOT NULL,
  begin_byte INTEGER NOT NULL,
  end_byte INTEGER NOT NULL,
  quote TEXT NOT NULL,
  reason TEXT NOT NULL,
  twin NOT NULL,                       -- path of the other record, as document.path, for flags about two; else empty
  PRIMARY KEY (document, position)
) WITHOUT ROWID;

-- The record as read. Empty tables where the run was made with --no-text, but for the notes.
CREATE TABLE document_text (document INTEGER PRIMARY KEY REFERENCES document, text TEXT NOT NULL);
CREATE TABLE block (
  document INTEGER NOT NULL REFERENCES document,
  position INTEGER NOT NULL,
  kind TEXT NOT NULL,                  -- heading, paragraph, list_item, cell, field
  part TEXT NOT NULL,                  -- body, header, footer, footnote, comment
  begin_byte INTEGER NOT NULL,
  end_byte INTEGER NOT NULL,
  label_begin_byte INTEGER NOT NULL,
  label_end_byte INTEGER NOT NULL,
  level INTEGER NOT NULL,
  marks INTEGER NOT NULL,              -- sum of 1 bold, 2 italic, 4 inferred, 8 header
  parent INTEGER NOT NULL,             -- position of the cell that this stands in, or -1
  table_position INTEGER NOT NULL,     -- cells: position in document_table; -1 otherwise
  row_number INTEGER NOT NULL,         -- cells: from 0
  column_number INTEGER NOT NULL,
  row_span INTEGER NOT NULL,
  column_span INTEGER NOT NULL,
  page INTEGER NOT NULL,
  PRIMARY KEY (document, position)
) WITHOUT ROWID;
CREATE TABLE document_table (
  document INTEGER NOT NULL REFERENCES document,
  position INTEGER NOT NULL,
  parent INTEGER NOT NULL,
  row_count INTEGER NOT NULL,
  column_count INTEGER NOT NULL,
  inferred INTEGER NOT NULL,
  PRIMARY KEY (document, position)
) WITHOUT ROWID;
CREATE TABLE note (
  document INTEGER NOT NULL REFERENCES document,
  position INTEGER NOT NULL,
  kind TEXT NOT NULL,                  -- cut, salvaged, left_out, tidied
  message TEXT NOT NULL,
  PRIMARY KEY (document, position)
) WITHOUT ROWID;
