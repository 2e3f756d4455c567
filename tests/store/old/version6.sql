-- A store as the program wrote it under schema version 6 (sqlite3 council.db .dump), of two small made-up files and a list.
PRAGMA application_id = 1096107090;
PRAGMA user_version = 6;
PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
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
INSERT INTO run VALUES(1,'finished','0.1.0','2026-11-27T04:52:58Z','2026-11-27T04:52:58Z','rlimits, seccomp, landlock',2,0,1,0,'Tesseract 5.3.0',0,NULL);
CREATE TABLE run_argument (
  run INTEGER NOT NULL REFERENCES run,
  position INTEGER NOT NULL,
  argument BLOB NOT NULL,
  PRIMARY KEY (run, position)
) WITHOUT ROWID;
INSERT INTO run_argument VALUES(1,0,'audit');
INSERT INTO run_argument VALUES(1,1,'records');
INSERT INTO run_argument VALUES(1,2,'--manifest');
INSERT INTO run_argument VALUES(1,3,'list.csv');
INSERT INTO run_argument VALUES(1,4,'--checklist');
INSERT INTO run_argument VALUES(1,5,'contact');
INSERT INTO run_argument VALUES(1,6,'--store');
INSERT INTO run_argument VALUES(1,7,'v6.db');
INSERT INTO run_argument VALUES(1,8,'--no-text');
INSERT INTO run_argument VALUES(1,9,'--quiet');
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
INSERT INTO checklist VALUES(1,0,'contact','Referrals and domestic abuse notifications','1.0','07ea7a605443992254a71be73246e3a75b2a72941edb876489ea8823319bd5ce',replace('cut inadequate 0 1\ncut requires_improvement 2 5\ncut good 7 10\ncut outstanding 9 10\nabove_lowest 1\ndimension IN overall What happened\nitem IN1\nitem IN2\nitem IN3\ndimension RK overall History, risk and safe contact\nitem RK1\nitem RK2\nitem RK3\nitem RK4\ndimension RF overall Referral and consent\nitem RF1\nitem RF2\ndimension DE overall Decision\nitem DE1\nitem DE2\nitem DE3\ngrade_limit IN IN1 not_met requires_improvement\ngrade_limit DE DE2 not_met inadequate\n','\n',char(10)));
CREATE TABLE checklist_dimension (
  run INTEGER NOT NULL,
  checklist TEXT NOT NULL,
  position INTEGER NOT NULL,
  id TEXT NOT NULL,
  title TEXT NOT NULL,
  PRIMARY KEY (run, checklist, position),
  FOREIGN KEY (run, checklist) REFERENCES checklist (run, checklist)
) WITHOUT ROWID;
INSERT INTO checklist_dimension VALUES(1,'contact',0,'IN','What happened');
INSERT INTO checklist_dimension VALUES(1,'contact',1,'RK','History, risk and safe contact');
INSERT INTO checklist_dimension VALUES(1,'contact',2,'RF','Referral and consent');
INSERT INTO checklist_dimension VALUES(1,'contact',3,'DE','Decision');
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
INSERT INTO checklist_item VALUES(1,'contact',0,'IN1','IN','What happened, and when?');
INSERT INTO checklist_item VALUES(1,'contact',1,'IN2','IN','Where was each child at the time?');
INSERT INTO checklist_item VALUES(1,'contact',2,'IN3','IN','Was anybody hurt, or a weapon used?');
INSERT INTO checklist_item VALUES(1,'contact',3,'RK1','RK','What is known from before?');
INSERT INTO checklist_item VALUES(1,'contact',4,'RK2','RK','Was the danger graded with a risk tool?');
INSERT INTO checklist_item VALUES(1,'contact',5,'RK3','RK','Where is the alleged abuser now?');
INSERT INTO checklist_item VALUES(1,'contact',6,'RK4','RK','How can the person at risk be reached safely?');
INSERT INTO checklist_item VALUES(1,'contact',7,'RF1','RF','Who referred, and how?');
INSERT INTO checklist_item VALUES(1,'contact',8,'RF2','RF','Is consent recorded, or the reason for going without?');
INSERT INTO checklist_item VALUES(1,'contact',9,'DE1','DE','Was it decided within one working day?');
INSERT INTO checklist_item VALUES(1,'contact',10,'DE2','DE','What was decided, and why?');
INSERT INTO checklist_item VALUES(1,'contact',11,'DE3','DE','Was the referrer told?');
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
INSERT INTO document VALUES(1,1,0,'records/a.txt','e882b7c65d6e94922904c4be86057c1b78493352aecd15d7a3ac36833a6651c9',97,'text','audited','unknown','contact',19,0.1145833333333333287,'inadequate','','','text','North','','');
INSERT INTO document VALUES(2,1,1,'records/b.txt','e882b7c65d6e94922904c4be86057c1b78493352aecd15d7a3ac36833a6651c9',97,'text','audited','unknown','contact',19,0.1145833333333333287,'inadequate','','','text','','','');
CREATE TABLE timeliness (
  document INTEGER PRIMARY KEY REFERENCES document,
  clock TEXT NOT NULL,                 -- what the count begins with: referral, contact, start, strategy
  from_day TEXT NOT NULL,              -- 2009-10-13
  completed_day TEXT NOT NULL,
  working_days INTEGER NOT NULL,       -- the first day is day 0
  day_limit INTEGER NOT NULL           -- in time where working_days is no more
);
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
INSERT INTO child VALUES(1,0,'Tom Reed');
INSERT INTO child VALUES(2,0,'Tom Reed');
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
INSERT INTO person VALUES(1,0,'subject_child','Tom Reed',replace('tom reed\ntom\n','\n',char(10)),'subject child','','','');
INSERT INTO person VALUES(1,1,'parent','Mr Reed',replace('reed\n','\n',char(10)),'father','','male','');
INSERT INTO person VALUES(1,2,'unknown','Ms Hall',replace('hall\n','\n',char(10)),'','','female','');
INSERT INTO person VALUES(2,0,'subject_child','Tom Reed',replace('tom reed\ntom\n','\n',char(10)),'subject child','','','');
INSERT INTO person VALUES(2,1,'parent','Mr Reed',replace('reed\n','\n',char(10)),'father','','male','');
INSERT INTO person VALUES(2,2,'unknown','Ms Hall',replace('hall\n','\n',char(10)),'','','female','');
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
INSERT INTO dimension_score VALUES(1,0,'IN','What happened',1,6,'inadequate','',1);
INSERT INTO dimension_score VALUES(1,1,'RK','History, risk and safe contact',1,8,'inadequate','',1);
INSERT INTO dimension_score VALUES(1,2,'RF','Referral and consent',0,4,'inadequate','',1);
INSERT INTO dimension_score VALUES(1,3,'DE','Decision',1,6,'inadequate','',1);
INSERT INTO dimension_score VALUES(2,0,'IN','What happened',1,6,'inadequate','',1);
INSERT INTO dimension_score VALUES(2,1,'RK','History, risk and safe contact',1,8,'inadequate','',1);
INSERT INTO dimension_score VALUES(2,2,'RF','Referral and consent',0,4,'inadequate','',1);
INSERT INTO dimension_score VALUES(2,3,'DE','Decision',1,6,'inadequate','',1);
CREATE TABLE item_rating (
  document INTEGER NOT NULL REFERENCES document,
  position INTEGER NOT NULL,
  item TEXT NOT NULL,
  rating TEXT NOT NULL,                -- met, partly, not_met, na
  reason TEXT NOT NULL,
  unsure TEXT NOT NULL,                -- why confidence is low; empty where it isn't
  PRIMARY KEY (document, position)
) WITHOUT ROWID;
INSERT INTO item_rating VALUES(1,0,'IN1','not_met','Nothing says what happened, or there is only a label.','');
INSERT INTO item_rating VALUES(1,1,'IN2','not_met','Nothing says where the children were.','');
INSERT INTO item_rating VALUES(1,2,'IN3','partly','violence or injuries without more: “Mr Reed hit Ms Hall.”','');
INSERT INTO item_rating VALUES(1,3,'RK1','not_met','No earlier event, and no check for one.','');
INSERT INTO item_rating VALUES(1,4,'RK2','partly','a tool without its result, or a grade without a tool: “A DASH was completed.”','');
INSERT INTO item_rating VALUES(1,5,'RK3','not_met','Nothing says where the alleged abuser is.','');
INSERT INTO item_rating VALUES(1,6,'RK4','not_met','No safe way to reach the person at risk.','');
INSERT INTO item_rating VALUES(1,7,'RF1','not_met','Neither who referred nor how.','');
INSERT INTO item_rating VALUES(1,8,'RF2','not_met','Neither consent nor another basis for sharing is recorded.','');
INSERT INTO item_rating VALUES(1,9,'DE1','partly','the day of contact or of decision is missing: “Date of contact: 4 May 2016”','');
INSERT INTO item_rating VALUES(1,10,'DE2','not_met','No decision is recorded.','');
INSERT INTO item_rating VALUES(1,11,'DE3','not_met','Nothing says that the referrer was told the outcome.','');
INSERT INTO item_rating VALUES(2,0,'IN1','not_met','Nothing says what happened, or there is only a label.','');
INSERT INTO item_rating VALUES(2,1,'IN2','not_met','Nothing says where the children were.','');
INSERT INTO item_rating VALUES(2,2,'IN3','partly','violence or injuries without more: “Mr Reed hit Ms Hall.”','');
INSERT INTO item_rating VALUES(2,3,'RK1','not_met','No earlier event, and no check for one.','');
INSERT INTO item_rating VALUES(2,4,'RK2','partly','a tool without its result, or a grade without a tool: “A DASH was completed.”','');
INSERT INTO item_rating VALUES(2,5,'RK3','not_met','Nothing says where the alleged abuser is.','');
INSERT INTO item_rating VALUES(2,6,'RK4','not_met','No safe way to reach the person at risk.','');
INSERT INTO item_rating VALUES(2,7,'RF1','not_met','Neither who referred nor how.','');
INSERT INTO item_rating VALUES(2,8,'RF2','not_met','Neither consent nor another basis for sharing is recorded.','');
INSERT INTO item_rating VALUES(2,9,'DE1','partly','the day of contact or of decision is missing: “Date of contact: 4 May 2016”','');
INSERT INTO item_rating VALUES(2,10,'DE2','not_met','No decision is recorded.','');
INSERT INTO item_rating VALUES(2,11,'DE3','not_met','Nothing says that the referrer was told the outcome.','');
CREATE TABLE looked_in (
  document INTEGER NOT NULL,
  item_position INTEGER NOT NULL,
  position INTEGER NOT NULL,
  heading TEXT NOT NULL,
  PRIMARY KEY (document, item_position, position),
  FOREIGN KEY (document, item_position) REFERENCES item_rating (document, position)
) WITHOUT ROWID;
INSERT INTO looked_in VALUES(1,0,0,'Referral');
INSERT INTO looked_in VALUES(1,1,0,'Referral');
INSERT INTO looked_in VALUES(1,3,0,'the whole record');
INSERT INTO looked_in VALUES(1,5,0,'Referral');
INSERT INTO looked_in VALUES(1,6,0,'Referral');
INSERT INTO looked_in VALUES(1,7,0,'Referral');
INSERT INTO looked_in VALUES(1,8,0,'the whole record');
INSERT INTO looked_in VALUES(1,10,0,'the whole record');
INSERT INTO looked_in VALUES(1,11,0,'the whole record');
INSERT INTO looked_in VALUES(2,0,0,'Referral');
INSERT INTO looked_in VALUES(2,1,0,'Referral');
INSERT INTO looked_in VALUES(2,3,0,'the whole record');
INSERT INTO looked_in VALUES(2,5,0,'Referral');
INSERT INTO looked_in VALUES(2,6,0,'Referral');
INSERT INTO looked_in VALUES(2,7,0,'Referral');
INSERT INTO looked_in VALUES(2,8,0,'the whole record');
INSERT INTO looked_in VALUES(2,10,0,'the whole record');
INSERT INTO looked_in VALUES(2,11,0,'the whole record');
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
INSERT INTO evidence VALUES(1,2,0,53,73,'Mr Reed hit Ms Hall.','Referral',0,-1,-1);
INSERT INTO evidence VALUES(1,4,0,74,95,'A DASH was completed.','Referral',0,-1,-1);
INSERT INTO evidence VALUES(1,9,0,25,52,'Date of contact: 4 May 2016','Referral',0,-1,-1);
INSERT INTO evidence VALUES(2,2,0,53,73,'Mr Reed hit Ms Hall.','Referral',0,-1,-1);
INSERT INTO evidence VALUES(2,4,0,74,95,'A DASH was completed.','Referral',0,-1,-1);
INSERT INTO evidence VALUES(2,9,0,25,52,'Date of contact: 4 May 2016','Referral',0,-1,-1);
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
INSERT INTO near_miss VALUES(1,0,0,53,73,'Mr Reed hit Ms Hall.','Referral',0,-1,-1,'too little that is specific');
INSERT INTO near_miss VALUES(2,0,0,53,73,'Mr Reed hit Ms Hall.','Referral',0,-1,-1,'too little that is specific');
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
INSERT INTO case_fact VALUES(1,1,1,'a.txt','C4001','','North','','','','','','','','','','','','','',0,'list.csv',2,0);
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
DELETE FROM sqlite_sequence;
INSERT INTO sqlite_sequence VALUES('run',1);
CREATE INDEX document_of_run ON document (run, position);
CREATE INDEX document_by_sum ON document (sha256);
CREATE INDEX case_fact_of_run ON case_fact (run);
CREATE INDEX case_fact_by_child ON case_fact (child);
CREATE INDEX case_fact_of_document ON case_fact (document);
COMMIT;
