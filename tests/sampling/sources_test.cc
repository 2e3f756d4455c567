#include "sampling/sources.h"

#include <boost/test/unit_test.hpp>

using sampling::Frame;

static std::string dump(const Frame& frame) {
  std::string out;
  for (const sampling::Candidate& one : frame.candidates) {
    out += one.path + ":";
    for (std::size_t i = 0; i < frame.names.size(); ++i) {
      if (!one.values[i].empty()) out += " " + frame.names[i] + " " + one.values[i];
    }
    if (!one.child.empty()) out += " child " + one.child;
    if (!one.last_audited.empty()) out += " audited " + one.last_audited;
    out += "\n";
  }
  for (const sampling::LeftOut& one : frame.left_out) out += std::to_string(one.records) + " " + one.reason + "\n";
  return out;
}

static intake::Found found(const std::vector<std::string>& paths) {
  intake::Found out;
  for (const std::string& path : paths) out.inputs.push_back({path, false});
  return out;
}

static store::Known known(const std::string& path, const std::string& sum, const std::string& audited) {
  store::Known out;
  out.path = path;
  out.sha256 = sum;
  out.team = "North";
  out.type = "core_assessment";
  out.grade = "good";
  out.completed = "2009-10-13";
  out.audited = audited;
  return out;
}

BOOST_AUTO_TEST_CASE(files_tell_their_folder) {
  BOOST_TEST(dump(sampling::frame_of(found({"x/exports/a.doc", "x/exports/north/b.doc", "x/exports/north/deep/c"}))) ==
             "x/exports/a.doc:\n"
             "x/exports/north/b.doc: folder north\n"
             "x/exports/north/deep/c: folder north/deep\n");
  BOOST_TEST(dump(sampling::frame_of(found({"a.doc"}))) == "a.doc:\n");
  BOOST_TEST(dump(sampling::frame_of(found({"north/a.doc", "south/b.doc"}))) ==
             "north/a.doc: folder north\nsouth/b.doc: folder south\n");
  BOOST_TEST(dump(sampling::frame_of(found({"northern/a.doc", "north/b.doc", "/tmp/c.doc"}))) ==
             "northern/a.doc: folder northern\nnorth/b.doc: folder north\n/tmp/c.doc: folder /tmp\n");
}

BOOST_AUTO_TEST_CASE(what_is_no_record_is_left_out_and_counted) {
  intake::Found all = found({"e/a.doc", "e/b.JPG", "e/c.zip", "e/d.xlsx", "e/no.ending/f"});
  all.inputs.push_back({"e/z.csv", true});  // named by the user itself
  BOOST_TEST(dump(sampling::frame_of(all)) ==
             "e/a.doc:\ne/no.ending/f: folder no.ending\ne/z.csv:\n"
             "1 archives, whose records can only be drawn once unpacked\n"
             "2 files that are no records by their names\n");
}

BOOST_AUTO_TEST_CASE(a_store_is_a_frame) {
  store::Known one = known("a.doc", "1", "2026-01-01");
  store::Known seen = known("b.doc", "2", "2026-01-01");
  seen.looked_at = "2025-05-05";
  seen.child = "C7";
  BOOST_TEST(dump(sampling::frame_of(std::vector<store::Known>{one, seen, known("z.zip!/c.doc", "3", "")})) ==
             "a.doc: team North type core_assessment month 2009-10 grade good\n"
             "b.doc: team North type core_assessment month 2009-10 grade good child C7 audited 2025-05-05\n"
             "1 in archives, whose records can only be drawn once unpacked\n");
}

static manifest::Case listed(const std::string& document, const std::string& child, const std::string& team) {
  manifest::Case out;
  out.document = document;
  out.child = child;
  out.team = team;
  out.ethnicity = "WBRI";
  out.completed = "2011-07-28";
  return out;
}

BOOST_AUTO_TEST_CASE(a_list_is_a_frame) {
  BOOST_TEST(dump(sampling::frame_of(std::vector<manifest::Case>{listed("a.doc", "C1", "North"), listed("", "C2", ""),
                                                                 listed("b.doc", "", "")})) ==
             "a.doc: team North month 2011-07 ethnicity WBRI child C1\n"
             "b.doc: month 2011-07 ethnicity WBRI\n"
             "1 on a list without a record\n");
}

BOOST_AUTO_TEST_CASE(a_list_tells_of_files_before_a_store_does) {
  Frame frame = sampling::frame_of(found({"a.doc", "b.doc"}));
  const std::vector<manifest::Case> cases{listed("x", "C9", "South"), listed("a", "C1", "East"),
                                          listed("a", "C2", "West"), listed("", "C3", "")};
  sampling::add_cases(frame, cases, [](const std::string& path) {
    return path == "a.doc" ? std::vector<std::size_t>{1, 2} : std::vector<std::size_t>();
  });
  sampling::add_known(frame, {known("a.doc", "1", "2026-01-01"), known("b.doc", "2", "2025-01-01")},
                      [](const std::string&) { return std::string(); });
  BOOST_TEST(dump(frame) ==
             "a.doc: team East type core_assessment month 2011-07 ethnicity WBRI grade good child C1 audited "
             "2026-01-01\n"
             "b.doc: team North type core_assessment month 2009-10 grade good audited 2025-01-01\n"
             "2 on a list, and no record of theirs is among the files\n");
}

BOOST_AUTO_TEST_CASE(a_store_tells_of_files_by_path_and_by_content) {
  Frame frame = sampling::frame_of(found({"a.doc", "copy.doc", "new.doc"}));
  std::string asked;
  sampling::add_known(frame,
                      {known("a.doc", "1", "2026-01-01"), known("old/b.doc", "2", "2025-01-01"),
                       known("older/b.doc", "2", "2024-01-01")},
                      [&](const std::string& path) {
                        asked += path + " ";
                        return std::string(path == "copy.doc" ? "2" : "");
                      });
  BOOST_TEST(asked == "copy.doc new.doc ");
  BOOST_TEST(dump(frame) ==
             "a.doc: team North type core_assessment month 2009-10 grade good audited 2026-01-01\n"
             "copy.doc: team North type core_assessment month 2009-10 grade good audited 2025-01-01\n"
             "new.doc:\n");
}
