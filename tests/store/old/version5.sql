-- run.db as the program wrote it under schema version 5 (sqlite3 run.db .dump), of four small made-up files.
PRAGMA application_id = 1096107090;
PRAGMA user_version = 5;
PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
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
INSERT INTO run VALUES('0.1.0','contact','Referrals and domestic abuse notifications','1.0','012afad4c720042951899e3b81745c940c1522658b24cca8bc205b489d5479ca','2026-11-27T00:19:43Z','2026-11-27T00:19:43Z','rlimits, seccomp, landlock',2,0,1,1,'Tesseract 5.3.0',0);
CREATE TABLE run_argument (position INTEGER PRIMARY KEY, argument BLOB NOT NULL);
INSERT INTO run_argument VALUES(0,'audit');
INSERT INTO run_argument VALUES(1,'records');
INSERT INTO run_argument VALUES(2,'--checklist');
INSERT INTO run_argument VALUES(3,'contact');
INSERT INTO run_argument VALUES(4,'--out');
INSERT INTO run_argument VALUES(5,'run');
CREATE TABLE checklist_dimension (position INTEGER PRIMARY KEY, id TEXT NOT NULL, title TEXT NOT NULL);
INSERT INTO checklist_dimension VALUES(0,'IN','What happened');
INSERT INTO checklist_dimension VALUES(1,'RK','History, risk and safe contact');
INSERT INTO checklist_dimension VALUES(2,'RF','Referral and consent');
INSERT INTO checklist_dimension VALUES(3,'DE','Decision');
CREATE TABLE checklist_item (
  position INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  dimension TEXT NOT NULL,
  question TEXT NOT NULL
);
INSERT INTO checklist_item VALUES(0,'IN1','IN','What happened, and when?');
INSERT INTO checklist_item VALUES(1,'IN2','IN','Where was each child at the time?');
INSERT INTO checklist_item VALUES(2,'IN3','IN','Was anybody hurt, or a weapon used?');
INSERT INTO checklist_item VALUES(3,'RK1','RK','What is known from before?');
INSERT INTO checklist_item VALUES(4,'RK2','RK','Was the danger graded with a risk tool?');
INSERT INTO checklist_item VALUES(5,'RK3','RK','Where is the alleged abuser now?');
INSERT INTO checklist_item VALUES(6,'RK4','RK','How can the person at risk be reached safely?');
INSERT INTO checklist_item VALUES(7,'RF1','RF','Who referred, and how?');
INSERT INTO checklist_item VALUES(8,'RF2','RF','Is consent recorded, or the reason for going without?');
INSERT INTO checklist_item VALUES(9,'DE1','DE','Was it decided within one working day?');
INSERT INTO checklist_item VALUES(10,'DE2','DE','What was decided, and why?');
INSERT INTO checklist_item VALUES(11,'DE3','DE','Was the referrer told?');
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
INSERT INTO document VALUES(1,'records/a.txt','5b3c483e94130fa6a97215b56583f4e8b36d6a6bb12f3d37670ccb6e812f1451',1130,'text','audited','referral_record',209,0.6875,'requires_improvement','','','text','','','');
INSERT INTO document VALUES(2,'records/b.txt','5b3c483e94130fa6a97215b56583f4e8b36d6a6bb12f3d37670ccb6e812f1451',1130,'text','audited','referral_record',209,0.6875,'requires_improvement','','','text','','','');
INSERT INTO document VALUES(3,'records/c.pdf','cafcfe64bdc138d48572826a441e436f1f382d0a478636667a7ece5e7aff868f',15,'pdf','refused','',0,0.0,'inadequate','','','','','','');
INSERT INTO document VALUES(4,'records/d.png','0f4636c78f65d3639ece5a064b5ae753e3408614a14fb18ab4d7540d2c248543',4,'text','audited','unknown',1,0.0,'inadequate','','','text','','','');
CREATE TABLE timeliness (
  document INTEGER PRIMARY KEY REFERENCES document,
  clock TEXT NOT NULL,                 -- what the count begins with: referral, contact, start, strategy
  from_day TEXT NOT NULL,              -- 2009-10-13
  completed_day TEXT NOT NULL,
  working_days INTEGER NOT NULL,       -- the first day is day 0
  day_limit INTEGER NOT NULL           -- in time where working_days is no more
);
INSERT INTO timeliness VALUES(1,'contact','2024-06-18','2024-06-19',1,1);
INSERT INTO timeliness VALUES(2,'contact','2024-06-18','2024-06-19',1,1);
CREATE TABLE refusal (
  document INTEGER PRIMARY KEY REFERENCES document,
  code TEXT NOT NULL,                  -- damaged, encrypted, ...
  file BLOB NOT NULL,
  line INTEGER NOT NULL,
  column_number INTEGER NOT NULL,
  message TEXT NOT NULL,
  advice TEXT NOT NULL
);
INSERT INTO refusal VALUES(3,'damaged','records/c.pdf',0,0,'is damaged: its table of pages cannot be found','copy or export it again');
CREATE TABLE child (
  document INTEGER NOT NULL REFERENCES document,
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  PRIMARY KEY (document, position)
) WITHOUT ROWID;
INSERT INTO child VALUES(1,0,'Finlay Osgood');
INSERT INTO child VALUES(1,1,'Martha Osgood');
INSERT INTO child VALUES(2,0,'Finlay Osgood');
INSERT INTO child VALUES(2,1,'Martha Osgood');
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
INSERT INTO person VALUES(1,0,'subject_child','Finlay Osgood',replace('finlay osgood\nfinlay\n','\n',char(10)),'subject child','','','');
INSERT INTO person VALUES(1,1,'subject_child','Martha Osgood',replace('martha osgood\nmartha\n','\n',char(10)),'subject child','','','');
INSERT INTO person VALUES(1,2,'parent','Neil Osgood',replace('neil osgood\nneil\nn osgood\n','\n',char(10)),'mother','','female','');
INSERT INTO person VALUES(1,3,'parent','Mr Osgood',replace('osgood\n','\n',char(10)),'father','','male','');
INSERT INTO person VALUES(2,0,'subject_child','Finlay Osgood',replace('finlay osgood\nfinlay\n','\n',char(10)),'subject child','','','');
INSERT INTO person VALUES(2,1,'subject_child','Martha Osgood',replace('martha osgood\nmartha\n','\n',char(10)),'subject child','','','');
INSERT INTO person VALUES(2,2,'parent','Neil Osgood',replace('neil osgood\nneil\nn osgood\n','\n',char(10)),'mother','','female','');
INSERT INTO person VALUES(2,3,'parent','Mr Osgood',replace('osgood\n','\n',char(10)),'father','','male','');
CREATE TABLE unknown_section (
  document INTEGER NOT NULL REFERENCES document,
  position INTEGER NOT NULL,
  heading TEXT NOT NULL,
  PRIMARY KEY (document, position)
) WITHOUT ROWID;
INSERT INTO unknown_section VALUES(1,0,'Contact record');
INSERT INTO unknown_section VALUES(2,0,'Contact record');
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
INSERT INTO dimension_score VALUES(1,0,'IN','What happened',3,6,'requires_improvement','',1);
INSERT INTO dimension_score VALUES(1,1,'RK','History, risk and safe contact',2,8,'inadequate','',1);
INSERT INTO dimension_score VALUES(1,2,'RF','Referral and consent',4,4,'outstanding','',1);
INSERT INTO dimension_score VALUES(1,3,'DE','Decision',6,6,'outstanding','',1);
INSERT INTO dimension_score VALUES(2,0,'IN','What happened',3,6,'requires_improvement','',1);
INSERT INTO dimension_score VALUES(2,1,'RK','History, risk and safe contact',2,8,'inadequate','',1);
INSERT INTO dimension_score VALUES(2,2,'RF','Referral and consent',4,4,'outstanding','',1);
INSERT INTO dimension_score VALUES(2,3,'DE','Decision',6,6,'outstanding','',1);
INSERT INTO dimension_score VALUES(4,0,'IN','What happened',0,6,'inadequate','',1);
INSERT INTO dimension_score VALUES(4,1,'RK','History, risk and safe contact',0,8,'inadequate','',1);
INSERT INTO dimension_score VALUES(4,2,'RF','Referral and consent',0,4,'inadequate','',1);
INSERT INTO dimension_score VALUES(4,3,'DE','Decision',0,6,'inadequate','',1);
CREATE TABLE item_rating (
  document INTEGER NOT NULL REFERENCES document,
  position INTEGER NOT NULL,
  item TEXT NOT NULL,
  rating TEXT NOT NULL,                -- met, partly, not_met, na
  reason TEXT NOT NULL,
  unsure TEXT NOT NULL,                -- why confidence is low; empty where it isn't
  PRIMARY KEY (document, position)
) WITHOUT ROWID;
INSERT INTO item_rating VALUES(1,0,'IN1','partly','what was done without its day, or its day with no more than a label: “A neighbour, who did not give a name, telephoned the out of hours team to say that there is often shouting next door and …”','');
INSERT INTO item_rating VALUES(1,1,'IN2','partly','only of some, or of the children as a group: “Finlay was at his grandfather''s that weekend.”','');
INSERT INTO item_rating VALUES(1,2,'IN3','partly','violence or injuries without more: “She thinks that the father, Neil Osgood, hits the mother.”','');
INSERT INTO item_rating VALUES(1,3,'RK1','met','earlier events with number, time or meaning, or a check that found none: “assessment, since this is the second anonymous call this year.”','');
INSERT INTO item_rating VALUES(1,4,'RK2','not_met','No tool and no grade.','');
INSERT INTO item_rating VALUES(1,5,'RK3','not_met','Nothing says where the alleged abuser is.','');
INSERT INTO item_rating VALUES(1,6,'RK4','not_met','No safe way to reach the person at risk.','');
INSERT INTO item_rating VALUES(1,7,'RF1','met','who and how: “A neighbour, who did not give a name, telephoned the out of hours team to say that there is often shouting next door and …”','');
INSERT INTO item_rating VALUES(1,8,'RF2','met','who agreed to what, or why without: “The parents have not been asked for consent, as speaking to them by telephone might put Ms Osgood at more risk.”','');
INSERT INTO item_rating VALUES(1,9,'DE1','met','within one working day: “Date of contact: 18 June 2024”','');
INSERT INTO item_rating VALUES(1,10,'DE2','met','what was decided, and the reason: “assessment, since this is the second anonymous call this year.”','');
INSERT INTO item_rating VALUES(1,11,'DE3','met','the outcome was given to the referrer: “The caller left no number, so she could not be told.”','');
INSERT INTO item_rating VALUES(2,0,'IN1','partly','what was done without its day, or its day with no more than a label: “A neighbour, who did not give a name, telephoned the out of hours team to say that there is often shouting next door and …”','');
INSERT INTO item_rating VALUES(2,1,'IN2','partly','only of some, or of the children as a group: “Finlay was at his grandfather''s that weekend.”','');
INSERT INTO item_rating VALUES(2,2,'IN3','partly','violence or injuries without more: “She thinks that the father, Neil Osgood, hits the mother.”','');
INSERT INTO item_rating VALUES(2,3,'RK1','met','earlier events with number, time or meaning, or a check that found none: “assessment, since this is the second anonymous call this year.”','');
INSERT INTO item_rating VALUES(2,4,'RK2','not_met','No tool and no grade.','');
INSERT INTO item_rating VALUES(2,5,'RK3','not_met','Nothing says where the alleged abuser is.','');
INSERT INTO item_rating VALUES(2,6,'RK4','not_met','No safe way to reach the person at risk.','');
INSERT INTO item_rating VALUES(2,7,'RF1','met','who and how: “A neighbour, who did not give a name, telephoned the out of hours team to say that there is often shouting next door and …”','');
INSERT INTO item_rating VALUES(2,8,'RF2','met','who agreed to what, or why without: “The parents have not been asked for consent, as speaking to them by telephone might put Ms Osgood at more risk.”','');
INSERT INTO item_rating VALUES(2,9,'DE1','met','within one working day: “Date of contact: 18 June 2024”','');
INSERT INTO item_rating VALUES(2,10,'DE2','met','what was decided, and the reason: “assessment, since this is the second anonymous call this year.”','');
INSERT INTO item_rating VALUES(2,11,'DE3','met','the outcome was given to the referrer: “The caller left no number, so she could not be told.”','');
INSERT INTO item_rating VALUES(4,0,'IN1','not_met','No child is named and nothing is told of anybody: an empty form, guidance or a list is no record.','');
INSERT INTO item_rating VALUES(4,1,'IN2','not_met','No child is named and nothing is told of anybody: an empty form, guidance or a list is no record.','');
INSERT INTO item_rating VALUES(4,2,'IN3','not_met','No child is named and nothing is told of anybody: an empty form, guidance or a list is no record.','');
INSERT INTO item_rating VALUES(4,3,'RK1','not_met','No child is named and nothing is told of anybody: an empty form, guidance or a list is no record.','');
INSERT INTO item_rating VALUES(4,4,'RK2','not_met','No child is named and nothing is told of anybody: an empty form, guidance or a list is no record.','');
INSERT INTO item_rating VALUES(4,5,'RK3','not_met','No child is named and nothing is told of anybody: an empty form, guidance or a list is no record.','');
INSERT INTO item_rating VALUES(4,6,'RK4','not_met','No child is named and nothing is told of anybody: an empty form, guidance or a list is no record.','');
INSERT INTO item_rating VALUES(4,7,'RF1','not_met','No child is named and nothing is told of anybody: an empty form, guidance or a list is no record.','');
INSERT INTO item_rating VALUES(4,8,'RF2','not_met','No child is named and nothing is told of anybody: an empty form, guidance or a list is no record.','');
INSERT INTO item_rating VALUES(4,9,'DE1','not_met','No child is named and nothing is told of anybody: an empty form, guidance or a list is no record.','');
INSERT INTO item_rating VALUES(4,10,'DE2','not_met','No child is named and nothing is told of anybody: an empty form, guidance or a list is no record.','');
INSERT INTO item_rating VALUES(4,11,'DE3','not_met','No child is named and nothing is told of anybody: an empty form, guidance or a list is no record.','');
CREATE TABLE looked_in (
  document INTEGER NOT NULL,
  item_position INTEGER NOT NULL,
  position INTEGER NOT NULL,
  heading TEXT NOT NULL,
  PRIMARY KEY (document, item_position, position),
  FOREIGN KEY (document, item_position) REFERENCES item_rating (document, position)
) WITHOUT ROWID;
INSERT INTO looked_in VALUES(1,4,0,'the whole record');
INSERT INTO looked_in VALUES(1,5,0,'the whole record');
INSERT INTO looked_in VALUES(1,6,0,'the whole record');
INSERT INTO looked_in VALUES(2,4,0,'the whole record');
INSERT INTO looked_in VALUES(2,5,0,'the whole record');
INSERT INTO looked_in VALUES(2,6,0,'the whole record');
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
INSERT INTO evidence VALUES(1,0,0,309,464,'A neighbour, who did not give a name, telephoned the out of hours team to say that there is often shouting next door and that it is usually after football.','Contact record',0,-1,-1);
INSERT INTO evidence VALUES(1,1,0,573,618,'Finlay was at his grandfather''s that weekend.','Contact record',0,-1,-1);
INSERT INTO evidence VALUES(1,1,1,619,649,'Where Martha was is not known.','Contact record',0,-1,-1);
INSERT INTO evidence VALUES(1,2,0,465,522,'She thinks that the father, Neil Osgood, hits the mother.','Contact record',0,-1,-1);
INSERT INTO evidence VALUES(1,3,0,1005,1067,'assessment, since this is the second anonymous call this year.','Decision:',0,-1,-1);
INSERT INTO evidence VALUES(1,7,0,309,464,'A neighbour, who did not give a name, telephoned the out of hours team to say that there is often shouting next door and that it is usually after football.','Contact record',0,-1,-1);
INSERT INTO evidence VALUES(1,8,0,883,994,'The parents have not been asked for consent, as speaking to them by telephone might put Ms Osgood at more risk.','Contact record',0,-1,-1);
INSERT INTO evidence VALUES(1,9,0,97,126,'Date of contact: 18 June 2024','Contact record',0,-1,-1);
INSERT INTO evidence VALUES(1,9,1,127,157,'Date of decision: 19 June 2024','Contact record',0,-1,-1);
INSERT INTO evidence VALUES(1,10,0,1005,1067,'assessment, since this is the second anonymous call this year.','Decision:',0,-1,-1);
INSERT INTO evidence VALUES(1,11,0,1068,1120,'The caller left no number, so she could not be told.','Decision:',0,-1,-1);
INSERT INTO evidence VALUES(2,0,0,309,464,'A neighbour, who did not give a name, telephoned the out of hours team to say that there is often shouting next door and that it is usually after football.','Contact record',0,-1,-1);
INSERT INTO evidence VALUES(2,1,0,573,618,'Finlay was at his grandfather''s that weekend.','Contact record',0,-1,-1);
INSERT INTO evidence VALUES(2,1,1,619,649,'Where Martha was is not known.','Contact record',0,-1,-1);
INSERT INTO evidence VALUES(2,2,0,465,522,'She thinks that the father, Neil Osgood, hits the mother.','Contact record',0,-1,-1);
INSERT INTO evidence VALUES(2,3,0,1005,1067,'assessment, since this is the second anonymous call this year.','Decision:',0,-1,-1);
INSERT INTO evidence VALUES(2,7,0,309,464,'A neighbour, who did not give a name, telephoned the out of hours team to say that there is often shouting next door and that it is usually after football.','Contact record',0,-1,-1);
INSERT INTO evidence VALUES(2,8,0,883,994,'The parents have not been asked for consent, as speaking to them by telephone might put Ms Osgood at more risk.','Contact record',0,-1,-1);
INSERT INTO evidence VALUES(2,9,0,97,126,'Date of contact: 18 June 2024','Contact record',0,-1,-1);
INSERT INTO evidence VALUES(2,9,1,127,157,'Date of decision: 19 June 2024','Contact record',0,-1,-1);
INSERT INTO evidence VALUES(2,10,0,1005,1067,'assessment, since this is the second anonymous call this year.','Decision:',0,-1,-1);
INSERT INTO evidence VALUES(2,11,0,1068,1120,'The caller left no number, so she could not be told.','Decision:',0,-1,-1);
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
INSERT INTO near_miss VALUES(1,0,0,465,522,'She thinks that the father, Neil Osgood, hits the mother.','Contact record',0,-1,-1,'too little that is specific');
INSERT INTO near_miss VALUES(1,2,0,807,882,'Mr Osgood''s brother is in prison for assaulting his own wife with a bottle.','Contact record',0,-1,-1,'of another kind');
INSERT INTO near_miss VALUES(1,4,0,158,275,'It is our policy that a DASH is completed in every domestic abuse contact and that safe contact details are recorded.','Contact record',0,-1,-1,'of another kind');
INSERT INTO near_miss VALUES(1,4,1,276,308,'MARAC hears all high risk cases.','Contact record',0,-1,-1,'of another kind');
INSERT INTO near_miss VALUES(1,5,0,807,882,'Mr Osgood''s brother is in prison for assaulting his own wife with a bottle.','Contact record',0,-1,-1,'of another kind');
INSERT INTO near_miss VALUES(1,5,1,619,649,'Where Martha was is not known.','Contact record',0,-1,-1,'about somebody else');
INSERT INTO near_miss VALUES(1,6,0,158,275,'It is our policy that a DASH is completed in every domestic abuse contact and that safe contact details are recorded.','Contact record',0,-1,-1,'of another kind');
INSERT INTO near_miss VALUES(2,0,0,465,522,'She thinks that the father, Neil Osgood, hits the mother.','Contact record',0,-1,-1,'too little that is specific');
INSERT INTO near_miss VALUES(2,2,0,807,882,'Mr Osgood''s brother is in prison for assaulting his own wife with a bottle.','Contact record',0,-1,-1,'of another kind');
INSERT INTO near_miss VALUES(2,4,0,158,275,'It is our policy that a DASH is completed in every domestic abuse contact and that safe contact details are recorded.','Contact record',0,-1,-1,'of another kind');
INSERT INTO near_miss VALUES(2,4,1,276,308,'MARAC hears all high risk cases.','Contact record',0,-1,-1,'of another kind');
INSERT INTO near_miss VALUES(2,5,0,807,882,'Mr Osgood''s brother is in prison for assaulting his own wife with a bottle.','Contact record',0,-1,-1,'of another kind');
INSERT INTO near_miss VALUES(2,5,1,619,649,'Where Martha was is not known.','Contact record',0,-1,-1,'about somebody else');
INSERT INTO near_miss VALUES(2,6,0,158,275,'It is our policy that a DASH is completed in every domestic abuse contact and that safe contact details are recorded.','Contact record',0,-1,-1,'of another kind');
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
INSERT INTO flag VALUES(1,0,'F4',158,562,replace('It is our policy that a DASH is completed in every domestic abuse contact and that safe contact details are recorded. MARAC hears all high risk cases.\nA neighbour, who did not give a name, telephoned the out of hours team to say that there is often shouting next door and that it is usually after football. She thinks that the father, Neil Osgood, hits the mother. She has not seen this herself and can''t','\n',char(10)),'the whole file is the same as records/b.txt','records/b.txt');
INSERT INTO flag VALUES(2,0,'F4',158,562,replace('It is our policy that a DASH is completed in every domestic abuse contact and that safe contact details are recorded. MARAC hears all high risk cases.\nA neighbour, who did not give a name, telephoned the out of hours team to say that there is often shouting next door and that it is usually after football. She thinks that the father, Neil Osgood, hits the mother. She has not seen this herself and can''t','\n',char(10)),'the whole file is the same as records/a.txt','records/a.txt');
CREATE TABLE document_text (document INTEGER PRIMARY KEY REFERENCES document, text TEXT NOT NULL);
INSERT INTO document_text VALUES(1,replace('Contact record\nChildren: Finlay Osgood (born 21 July 2008) and Martha Osgood (born 3 March 2011)\nDate of contact: 18 June 2024\nDate of decision: 19 June 2024\nIt is our policy that a DASH is completed in every domestic abuse contact and that safe contact details are recorded. MARAC hears all high risk cases.\nA neighbour, who did not give a name, telephoned the out of hours team to say that there is often shouting next door and that it is usually after football. She thinks that the father, Neil Osgood, hits the mother. She has not seen this herself and can''t say when.\nFinlay was at his grandfather''s that weekend. Where Martha was is not known.\nBoth children go to Brook Primary. School has not been contacted. Police will be asked for a history.\nI will ask Ms Osgood for a safe number when I see her.\nMr Osgood''s brother is in prison for assaulting his own wife with a bottle.\nThe parents have not been asked for consent, as speaking to them by telephone might put Ms Osgood at more risk.\nDecision: assessment, since this is the second anonymous call this year. The caller left no number, so she could not be told.','\n',char(10)));
INSERT INTO document_text VALUES(2,replace('Contact record\nChildren: Finlay Osgood (born 21 July 2008) and Martha Osgood (born 3 March 2011)\nDate of contact: 18 June 2024\nDate of decision: 19 June 2024\nIt is our policy that a DASH is completed in every domestic abuse contact and that safe contact details are recorded. MARAC hears all high risk cases.\nA neighbour, who did not give a name, telephoned the out of hours team to say that there is often shouting next door and that it is usually after football. She thinks that the father, Neil Osgood, hits the mother. She has not seen this herself and can''t say when.\nFinlay was at his grandfather''s that weekend. Where Martha was is not known.\nBoth children go to Brook Primary. School has not been contacted. Police will be asked for a history.\nI will ask Ms Osgood for a safe number when I see her.\nMr Osgood''s brother is in prison for assaulting his own wife with a bottle.\nThe parents have not been asked for consent, as speaking to them by telephone might put Ms Osgood at more risk.\nDecision: assessment, since this is the second anonymous call this year. The caller left no number, so she could not be told.','\n',char(10)));
INSERT INTO document_text VALUES(4,'ëPNG');
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
INSERT INTO block VALUES(1,0,'heading','body',0,14,0,0,1,4,-1,-1,0,0,1,1,0);
INSERT INTO block VALUES(1,1,'field','body',15,96,15,24,0,4,-1,-1,0,0,1,1,0);
INSERT INTO block VALUES(1,2,'field','body',97,126,97,113,0,4,-1,-1,0,0,1,1,0);
INSERT INTO block VALUES(1,3,'field','body',127,157,127,144,0,4,-1,-1,0,0,1,1,0);
INSERT INTO block VALUES(1,4,'paragraph','body',158,308,0,0,0,0,-1,-1,0,0,1,1,0);
INSERT INTO block VALUES(1,5,'paragraph','body',309,572,0,0,0,0,-1,-1,0,0,1,1,0);
INSERT INTO block VALUES(1,6,'paragraph','body',573,649,0,0,0,0,-1,-1,0,0,1,1,0);
INSERT INTO block VALUES(1,7,'paragraph','body',650,751,0,0,0,0,-1,-1,0,0,1,1,0);
INSERT INTO block VALUES(1,8,'paragraph','body',752,806,0,0,0,0,-1,-1,0,0,1,1,0);
INSERT INTO block VALUES(1,9,'paragraph','body',807,882,0,0,0,0,-1,-1,0,0,1,1,0);
INSERT INTO block VALUES(1,10,'paragraph','body',883,994,0,0,0,0,-1,-1,0,0,1,1,0);
INSERT INTO block VALUES(1,11,'paragraph','body',995,1120,0,0,0,0,-1,-1,0,0,1,1,0);
INSERT INTO block VALUES(2,0,'heading','body',0,14,0,0,1,4,-1,-1,0,0,1,1,0);
INSERT INTO block VALUES(2,1,'field','body',15,96,15,24,0,4,-1,-1,0,0,1,1,0);
INSERT INTO block VALUES(2,2,'field','body',97,126,97,113,0,4,-1,-1,0,0,1,1,0);
INSERT INTO block VALUES(2,3,'field','body',127,157,127,144,0,4,-1,-1,0,0,1,1,0);
INSERT INTO block VALUES(2,4,'paragraph','body',158,308,0,0,0,0,-1,-1,0,0,1,1,0);
INSERT INTO block VALUES(2,5,'paragraph','body',309,572,0,0,0,0,-1,-1,0,0,1,1,0);
INSERT INTO block VALUES(2,6,'paragraph','body',573,649,0,0,0,0,-1,-1,0,0,1,1,0);
INSERT INTO block VALUES(2,7,'paragraph','body',650,751,0,0,0,0,-1,-1,0,0,1,1,0);
INSERT INTO block VALUES(2,8,'paragraph','body',752,806,0,0,0,0,-1,-1,0,0,1,1,0);
INSERT INTO block VALUES(2,9,'paragraph','body',807,882,0,0,0,0,-1,-1,0,0,1,1,0);
INSERT INTO block VALUES(2,10,'paragraph','body',883,994,0,0,0,0,-1,-1,0,0,1,1,0);
INSERT INTO block VALUES(2,11,'paragraph','body',995,1120,0,0,0,0,-1,-1,0,0,1,1,0);
INSERT INTO block VALUES(4,0,'paragraph','body',0,5,0,0,0,0,-1,-1,0,0,1,1,0);
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
COMMIT;
