-- From version 5, which held one run and rated all its documents by one checklist. Its tables have been set aside as
-- old_*; the present ones are there, and empty.
INSERT INTO run
  SELECT 1, 'finished', program_version, started, finished, sandbox, jobs, interrupted, across, text_kept, ocr_library,
         ocr_asked, NULL FROM old_run;
-- A file without that row is of a run that did not finish.
INSERT INTO run
  SELECT 1, 'writing', '', '', '', '', 0, 0, 0, 1, '', 0, NULL WHERE NOT EXISTS (SELECT * FROM old_run);
INSERT INTO run_argument SELECT 1, position, argument FROM old_run_argument;
INSERT INTO checklist SELECT 1, 0, checklist_id, checklist_title, checklist_version, checklist_sha256, '' FROM old_run;
INSERT INTO checklist_dimension
  SELECT 1, checklist_id, position, id, title FROM old_checklist_dimension, old_run;
INSERT INTO checklist_item
  SELECT 1, checklist_id, position, id, dimension, question FROM old_checklist_item, old_run;
INSERT INTO document
  SELECT document, 1, document - 1, path, sha256, bytes, format, standing, type,
         CASE standing WHEN 'audited' THEN coalesce((SELECT checklist_id FROM old_run), '') ELSE '' END,
         words, score, grade, limited_by, title, read_as, team, worker, manager FROM old_document;
INSERT INTO timeliness SELECT * FROM old_timeliness;
INSERT INTO refusal SELECT * FROM old_refusal;
INSERT INTO child SELECT * FROM old_child;
INSERT INTO person SELECT * FROM old_person;
INSERT INTO unknown_section SELECT * FROM old_unknown_section;
INSERT INTO dimension_score SELECT * FROM old_dimension_score;
INSERT INTO item_rating SELECT * FROM old_item_rating;
INSERT INTO looked_in SELECT * FROM old_looked_in;
INSERT INTO evidence SELECT * FROM old_evidence;
INSERT INTO near_miss SELECT * FROM old_near_miss;
INSERT INTO flag SELECT document, position, id, begin_byte, end_byte, quote, reason, twin, 0 FROM old_flag;
INSERT INTO document_text SELECT * FROM old_document_text;
INSERT INTO block SELECT * FROM old_block;
INSERT INTO document_table SELECT * FROM old_document_table;
INSERT INTO note SELECT * FROM old_note;
