-- A store: one run (`auditor audit --out DIR` makes DIR/run.db) or many (`auditor audit --store FILE`) in one file.
-- Readable with any SQLite 3:
--   sqlite3 run.db "SELECT item, rating, count(*) FROM item_rating GROUP BY item, rating"
-- What hangs on a run has its number in `run`; what hangs on a document of a run has the document's number, which is
-- one of its own for each document of each run in the file. Positions count from 0 in the order of the reports. Spans
-- (begin_byte, end_byte) are byte offsets into document_text.text, end excluded. Times are UTC, 2026-11-26T10:57:43Z,
-- days 2026-11-26. The application id is 'AUDR' (0x41554452); user_version is this schema's version, and what an older
-- version made is brought up to this one by auditor/store/migrations when it is opened.

-- A sample that was drawn: how, and what was drawn. It need not have been audited.
CREATE TABLE sample (
  sample INTEGER PRIMARY KEY AUTOINCREMENT,
  made TEXT NOT NULL,                  -- when it was drawn
  method TEXT NOT NULL,                -- the statement that every report of this sample carries
  seed INTEGER NOT NULL
);
CREATE TABLE sample_argument (
  sample INTEGER NOT NULL REFERENCES sample,
  position INTEGER NOT NULL,
  argument BLOB NOT NULL,              -- of the command that drew it
  PRIMARY KEY (sample, position)
) WITHOUT ROWID;
CREATE TABLE sample_member (
  sample INTEGER NOT NULL REFERENCES sample,
  position INTEGER NOT NULL,
  path NOT NULL,                       -- as document.path; empty where only the list's case is known
  child TEXT NOT NULL,                 -- the child's ID in the list that it was drawn from; may be empty
  stratum TEXT NOT NULL,               -- the group that it was drawn for; empty in a simple sample
  PRIMARY KEY (sample, position)
) WITHOUT ROWID;

-- One audit. Its row is written first. While its state is `writing`, it has some of its documents, each of them whole,
-- and those that another process has yet to come to again have positions below 0.
CREATE TABLE run (
  run INTEGER PRIMARY KEY AUTOINCREMENT,
  state TEXT NOT NULL,                 -- writing, finished
  program_version TEXT NOT NULL,
  started TEXT NOT NULL,
  finished TEXT NOT NULL,              -- empty until then
  sandbox TEXT NOT NULL,               -- protections that the worker processes were under
  jobs INTEGER NOT NULL,
  interrupted INTEGER NOT NULL,        -- 1: some inputs were not come to
  across INTEGER NOT NULL,             -- 1: the flags that compare documents ran
  text_kept INTEGER NOT NULL,          -- 0: only quotes of the records are in this file
  ocr_library TEXT NOT NULL,           -- text recognition that is built in; empty: none
  ocr_asked INTEGER NOT NULL,          -- 1: scanned pages were read by it
  sample INTEGER REFERENCES sample     -- the sample that was audited; NULL where none was drawn
);
CREATE TABLE run_argument (
  run INTEGER NOT NULL REFERENCES run,
  position INTEGER NOT NULL,
  argument BLOB NOT NULL,
  PRIMARY KEY (run, position)
) WITHOUT ROWID;
CREATE TABLE run_limit (
  run INTEGER NOT NULL REFERENCES run,
  position INTEGER NOT NULL,
  setting TEXT NOT NULL,               -- pages=10000: a limit that was not the usual one
  PRIMARY KEY (run, position)
) WITHOUT ROWID;
-- The checklists that the run's documents were rated by. The same item id in two checklists is two items.
CREATE TABLE checklist (
  run INTEGER NOT NULL REFERENCES run,
  position INTEGER NOT NULL,
  checklist TEXT NOT NULL,             -- its id: assessment, contact, ...
  title TEXT NOT NULL,
  version TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  scoring TEXT NOT NULL,               -- how its ratings become scores and grades; empty in runs of before this was kept
  PRIMARY KEY (run, checklist)
) WITHOUT ROWID;
CREATE TABLE checklist_dimension (
  run INTEGER NOT NULL,
  checklist TEXT NOT NULL,
  position INTEGER NOT NULL,
  id TEXT NOT NULL,
  title TEXT NOT NULL,
  PRIMARY KEY (run, checklist, position),
  FOREIGN KEY (run, checklist) REFERENCES checklist (run, checklist)
) WITHOUT ROWID;
CREATE TABLE checklist_item (
  run INTEGER NOT NULL,
  checklist TEXT NOT NULL,
  position INTEGER NOT NULL,
  id TEXT NOT NULL,
  dimension TEXT NOT NULL,
  question TEXT NOT NULL,
  PRIMARY KEY (run, checklist, position),
  FOREIGN KEY (run, checklist) REFERENCES checklist (run, checklist)
) WITHOUT ROWID;

-- Every input in the order of the reports.
CREATE TABLE document (
  document INTEGER PRIMARY KEY,
  run INTEGER NOT NULL REFERENCES run,
  position INTEGER NOT NULL,
  path NOT NULL,                       -- text; a blob where the path is not UTF-8
  sha256 TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  format TEXT NOT NULL,
  standing TEXT NOT NULL,              -- audited, refused, skipped
  type TEXT NOT NULL,                  -- core_assessment, ...
  checklist TEXT NOT NULL,             -- id of the one that rated it; empty where it was not audited
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
CREATE INDEX document_of_run ON document (run, position);
CREATE INDEX document_by_sum ON document (sha256);
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
  shown_first INTEGER NOT NULL,        -- 1: a notice that is shown before all else
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
-- The lists and returns that a run's documents were joined to, and files that say what their headings and codes mean; what
-- came of it (no row until the run is finished); and how each document was joined.
CREATE TABLE manifest_file (
  run INTEGER NOT NULL REFERENCES run,
  position INTEGER NOT NULL,
  file BLOB NOT NULL,                  -- as given
  sha256 TEXT NOT NULL,
  PRIMARY KEY (run, position)
) WITHOUT ROWID;
CREATE TABLE joining_count (
  run INTEGER PRIMARY KEY REFERENCES run,
  records INTEGER NOT NULL,            -- that were to be joined: the sum of the next five
  by_file_name INTEGER NOT NULL,
  by_id_in_name INTEGER NOT NULL,      -- by a child's ID in the file's name
  by_id_in_record INTEGER NOT NULL,
  in_doubt INTEGER NOT NULL,           -- something fits, and it is not sure what
  without_row INTEGER NOT NULL,
  row_count INTEGER NOT NULL,          -- of all lists; each piece of work of a census is one
  rows_without_record INTEGER NOT NULL,
  rows_of_several INTEGER NOT NULL     -- rows that more than one record was joined to
);
CREATE TABLE joining (
  document INTEGER PRIMARY KEY REFERENCES document,
  way TEXT NOT NULL,                   -- file_name, id_in_name, id_in_record; nothing
  cases TEXT NOT NULL,                 -- numbers from 0 among all cases of the lists, one a line
  doubt TEXT NOT NULL                  -- why it has none though something was found; empty otherwise
);
-- What lists and returns say of a piece of work on a child (`--manifest`), joined to a document where one is found.
CREATE TABLE case_fact (
  case_fact INTEGER PRIMARY KEY,
  run INTEGER NOT NULL REFERENCES run,
  document INTEGER REFERENCES document,  -- NULL where no document of the run belongs to it
  record TEXT NOT NULL,                -- path or file name as the list gives it; may be empty, as all that follow
  child TEXT NOT NULL,                 -- the child's ID
  referral_id TEXT NOT NULL,
  team TEXT NOT NULL,
  worker TEXT NOT NULL,
  manager TEXT NOT NULL,
  type TEXT NOT NULL,
  referral_day TEXT NOT NULL,
  start_day TEXT NOT NULL,
  review_day TEXT NOT NULL,
  child_seen_day TEXT NOT NULL,
  completed_day TEXT NOT NULL,
  closed_day TEXT NOT NULL,
  born TEXT NOT NULL,
  ethnicity TEXT NOT NULL,
  disability TEXT NOT NULL,
  factors TEXT NOT NULL,               -- codes, one a line
  no_conference INTEGER NOT NULL,      -- 1: a section 47 enquiry that needs no conference
  file BLOB NOT NULL,                  -- where it stands
  line INTEGER NOT NULL,
  column_number INTEGER NOT NULL
);
CREATE INDEX case_fact_of_run ON case_fact (run);
CREATE INDEX case_fact_by_child ON case_fact (child);
CREATE INDEX case_fact_of_document ON case_fact (document);

-- People's ratings, from the moderation workbook or a list. The last one of a person for an item counts.
CREATE TABLE person_rating (
  document INTEGER NOT NULL REFERENCES document,
  checklist TEXT NOT NULL,
  item TEXT NOT NULL,
  rater TEXT NOT NULL,
  rating TEXT NOT NULL,                -- met, partly, not_met, na
  comment TEXT NOT NULL,
  rated TEXT NOT NULL,                 -- when it came in
  file BLOB NOT NULL,                  -- the workbook or list
  cell TEXT NOT NULL,                  -- Moderation!O12, or "line 12"
  PRIMARY KEY (document, checklist, item, rater)
) WITHOUT ROWID;
