-- From version 6, which did not keep how documents were joined to lists.
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
