-- From version 7, which did not keep which limits were set for a run.
CREATE TABLE run_limit (
  run INTEGER NOT NULL REFERENCES run,
  position INTEGER NOT NULL,
  setting TEXT NOT NULL,               -- pages=10000: a limit that was not the usual one
  PRIMARY KEY (run, position)
) WITHOUT ROWID;
