#include "manifest/census.h"

#include <sys/resource.h>

#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <fstream>

#include "manifest/cases.h"

namespace {

struct File {
  explicit File(const std::string& content) : path(std::filesystem::temp_directory_path() / "auditor-census-test.xml") {
    std::ofstream(path, std::ios::binary) << content;
  }
  ~File() { std::filesystem::remove(path); }
  std::filesystem::path path;
};

std::string read(const std::string& bytes) {
  File file(bytes);
  std::string out;
  auto source = manifest::read(file.path.string(), headings(), [&](manifest::Case&& one) -> base::Status {
    out += dump(one);
    return base::Done{};
  });
  auto brief = [](base::Error error) {
    error.file = "census.xml";
    error.advice.clear();
    return error.one_line() + "\n";
  };
  if (!source) return "error: " + brief(source.error());
  BOOST_TEST(source.value().census);
  for (const base::Error& remark : source.value().remarks) out += brief(remark);
  return out;
}

const std::string child =
    "<Message><Children>\n<Child>\n<ChildIdentifiers><LAchildID>40117</LAchildID>"
    "<PersonBirthDate>2015-05-04</PersonBirthDate></ChildIdentifiers>\n"
    "<ChildCharacteristics><Ethnicity>MWBC</Ethnicity><Disabilities><Disability>AUT</Disability>"
    "<Disability>LD</Disability></Disabilities></ChildCharacteristics>\n";

}  // namespace

BOOST_AUTO_TEST_SUITE(manifest_census)

BOOST_AUTO_TEST_CASE(referrals_assessments_and_enquiries_are_cases) {
  const std::string same = " born=2015-05-04 ethnicity=MWBC disability=AUT LD";
  BOOST_TEST(
      read("<?xml version=\"1.0\"?>\n" + child +
           "<CINdetails><CINreferralDate>2024-03-01</CINreferralDate>\n"
           "<Assessments><AssessmentActualStartDate>2024-03-02</AssessmentActualStartDate>"
           "<AssessmentInternalReviewDate>2024-03-12</AssessmentInternalReviewDate>"
           "<AssessmentAuthorisationDate>2024-04-12</AssessmentAuthorisationDate>"
           "<FactorsIdentifiedAtAssessment><AssessmentFactors>3B</AssessmentFactors>"
           "<AssessmentFactors>4B</AssessmentFactors></FactorsIdentifiedAtAssessment></Assessments>\n"
           "<Section47><S47ActualStartDate>2024-03-05</S47ActualStartDate>"
           "<DateOfInitialCPC>2024-03-20</DateOfInitialCPC><ICPCnotRequired>0</ICPCnotRequired></Section47>\n"
           "<Section47><S47ActualStartDate>2024-06-05</S47ActualStartDate><ICPCnotRequired>true</ICPCnotRequired></"
           "Section47>\n"
           "<DateOfInitialCPC>2024-03-21</DateOfInitialCPC><CINclosureDate>2024-07-01</CINclosureDate></CINdetails>\n"
           "<CINdetails><CINreferralDate>2024-09-01</CINreferralDate></CINdetails>\n"
           "</Child></Children></Message>") ==
      "6 child=40117 referral_id=line 6 type=referral_record referral=2024-03-01 closed=2024-07-01" + same +
          "\n7 child=40117 referral_id=line 6 type=single_assessment referral=2024-03-01 start=2024-03-02 "
          "review=2024-03-12 completed=2024-04-12 closed=2024-07-01" +
          same + " factor=3B factor=4B\n" +
          "8 child=40117 referral_id=line 6 type=s47_enquiry referral=2024-03-01 start=2024-03-05 "
          "completed=2024-03-20 closed=2024-07-01" +
          same + "\n" +
          "9 child=40117 referral_id=line 6 type=s47_enquiry referral=2024-03-01 start=2024-06-05 "
          "closed=2024-07-01" +
          same + " no_conference\n" + "11 child=40117 referral_id=line 11 type=referral_record referral=2024-09-01" +
          same + "\n");
}

BOOST_AUTO_TEST_CASE(faults_are_told_by_line_and_element) {
  BOOST_TEST(read(child + "<CINdetails>\n<CINreferralDate>2024-02-30</CINreferralDate></CINdetails></Child>\n"
                          "<Child><CINdetails/></Child></Children></Message>") ==
             "5 child=40117 referral_id=line 5 type=referral_record born=2015-05-04 ethnicity=MWBC disability=AUT LD\n"
             "census.xml:6: CINreferralDate: no such day; not used\n"
             "census.xml:7: a child without LAchildID; what follows of it is not used\n");
  BOOST_TEST(read("<Message/>") == "error: census.xml: is XML without a <Child>: no census\n");
  BOOST_TEST(read(child + "<CINdetails>").starts_with("error: census.xml:5"));
  BOOST_TEST(read("<!DOCTYPE a [<!ENTITY b \"c\">]>\n" + child).starts_with("error: census.xml: declares entities"));
  BOOST_TEST(read("<Message a=\"" + std::string(70'000, 'x') + "\"/>").find("has a tag of more than 64 KiB") !=
             std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_large_census_takes_little_memory) {
  const std::string one =
      "<Child><ChildIdentifiers><LAchildID>7</LAchildID></ChildIdentifiers><CINdetails><CINreferralDate>2024-03-01"
      "</CINreferralDate><Assessments><AssessmentActualStartDate>2024-03-02</AssessmentActualStartDate></Assessments>"
      "</CINdetails></Child>\n";
  std::string all = "<Message><Children>\n";
  for (int i = 0; i < 100'000; ++i) all += one;
  File file(all + "</Children></Message>\n");
  all = std::string();
  auto peak = [] {
    rusage used{};
    ::getrusage(RUSAGE_SELF, &used);
    return used.ru_maxrss;  // kibibytes
  };
  const long before = peak();
  std::size_t cases = 0;
  auto source = manifest::read(file.path.string(), headings(), [&](manifest::Case&&) -> base::Status {
    ++cases;
    return base::Done{};
  });
  BOOST_REQUIRE(source.ok());
  BOOST_TEST(cases == 200'000u);
  BOOST_TEST(source.value().cases == cases);
#if !defined(__SANITIZE_ADDRESS__)  // which keeps what was given back
  BOOST_TEST(peak() - before < 4'096);
#else
  BOOST_TEST(peak() >= before);
#endif
}

BOOST_AUTO_TEST_SUITE_END()
