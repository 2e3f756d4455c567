#include "reports/demo.h"

#include <algorithm>
#include <cstdlib>
#include <stdexcept>

#include "base/file.h"
#include "base/sha256.h"

namespace reports_tests {
namespace {

using evaluation::Answer;
using evaluation::Grade;
using evaluation::Outcome;
using evaluation::Rating;

struct Sample {
  const char* item;
  const char* question;
  const char* section;
  const char* met;  // quote
  const char* met_reason;
  const char* partly;  // quote
  const char* partly_reason;
  const char* miss;  // quote of a near miss
  const char* miss_reason;
};

constexpr Sample kSamples[] = {
    {"CV1", "Was the child seen, when, and alone?", "Child\u2019s views",
     "I saw Ella at school on 3 March 2010, on her own.", "Seen on 3 March 2010, alone",
     "Ella was seen with her mother.", "Seen; no date, and not alone", "Ella will be seen alone next week.",
     "only intended"},
    {"CV2", "What did the child say or show?", "Child\u2019s views",
     "She said she hates weekends at her dad\u2019s because \u201Ceveryone shouts\u201D.",
     "Two specific views of the child", "Ella appeared happy and settled.",
     "Only generic: nothing that she said or showed", "Mum says he is happy at home.", "a parent\u2019s account"},
    {"CV3", "How were the views sought, in a way fit for this child?", "Child\u2019s views",
     "We used the three houses and drew her family together.", "A method is named: three houses, drawing",
     "I talked with Ella.", "A conversation, and nothing about how", "Describe how the child was engaged",
     "the form\u2019s own words"},
    {"CV4", "What did the views change?", "Analysis", "Because Ella wants to stay with Gran, the plan keeps her there.",
     "The plan follows what the child wants", "Her wishes were taken into account.", "Mentioned and not used",
     "The child\u2019s voice is central to our work.", "a claim about the process"},
    {"CV5", "Is each child heard separately?", "Child\u2019s views", "Tom told me apart that he misses school.",
     "Each child has views of their own", "Ella spoke to me; Tom was asleep.", "One of two children",
     "The children are well.", "as a group only"},
    {"DV1", "Are ethnicity, religion, first language and disability recorded?", "Basic details",
     "Ethnicity: White British; Religion: none; First language: English", "Three of the four have a value",
     "Ethnicity: White British", "One of the four has a value", "Religion: N/K", "a placeholder"},
    {"DV2", "Is identity considered?", "Diversity",
     "As the only Polish speaker in her class she feels left out at playtimes.",
     "What her language means for her is said", "The family\u2019s cultural needs are respected.",
     "Formulaic, without meaning", "No diversity issues.", "a bare denial"},
    {"DV3", "Are communication needs settled?", "Diversity", "An interpreter (Mrs Nowak) was booked for each visit.",
     "Interpreter named and used", "Mum needs an interpreter.", "A need, and not how it was met",
     "First language: English", "a field alone"},
    {"DV4", "Does the work respond to identity?", "Plan", "The group is run in Polish so that Mum can take part.",
     "A service fitted to the family\u2019s language", "We will be culturally sensitive.",
     "An intention without content", "N/A", "a placeholder"},
    {"AC1", "Who contributed?", "Agencies", "The health visitor and the class teacher gave information.",
     "Two agencies named as contributors", "Agency checks completed.", "Nobody is named", "GP: Dr Shah, Hill Street",
     "listed as a contact"},
    {"AC2", "What did each say?", "Agencies", "The school says that Ella has missed 14 of 40 sessions.",
     "Specific information from two agencies", "School has no concerns.", "Nothing specific",
     "The school has not been contacted.", "said to be absent"},
    {"AC3", "When and how?", "Agencies", "HV letter of 7 May; telephone call with school on 9 May.",
     "Both contributions are dated", "By telephone.", "No date", "Report to follow", "only intended"},
    {"AC4", "Are the gaps named?", "Agencies", "The GP did not reply; I will write again by 12 May.",
     "A gap, with what follows", "Awaiting health.", "A gap without more",
     "All agencies are committed to working together.", "a claim about the process"},
    {"AC5", "Is it weighed?", "Analysis", "The school\u2019s account agrees with Gran\u2019s and not with Dad\u2019s.",
     "Agencies\u2019 information is compared", "School reports poor attendance.", "Repeated in the analysis, not used",
     "Information was weighed carefully.", "a claim about the process"},
    {"AC6", "Is consent or the basis for sharing recorded?", "Consent",
     "Ms Reid signed consent to contact school and GP on 1 March.", "Who consented, and to what",
     "Consent obtained: Yes", "A bare tick", "Consent form attached", "no content"},
    {"RA1", "Is the harm or worry specified?", "Analysis",
     "Ella has twice been left alone overnight while Dad was drunk.", "What happened, to whom and through whom",
     "Concerns about neglect.", "A label only", "No concerns at this time.", "denied"},
    {"RA2", "Is history used?", "Analysis",
     "This is the third referral since 2008, each after Dad moved back: a pattern.",
     "Earlier events, and what they mean", "The family is known to services.", "Mentioned only",
     "History was borne in mind.", "a claim about the process"},
    {"RA3", "How likely, how serious, what impact?", "Analysis",
     "It is likely to happen again, and Ella\u2019s sleep and schooling already suffer.",
     "Likelihood and impact are reasoned", "Risk: medium", "A bare rating", "What is the level of risk?",
     "the form\u2019s own words"},
    {"RA4", "Are strengths and protective factors weighed?", "Analysis",
     "Gran is reliable, but she cannot keep Dad away at night.", "A strength weighed against the worry",
     "Gran is a protective factor.", "Only listed", "Strengths:", "a heading"},
    {"RA5", "Can the parents change?", "Analysis",
     "Dad has missed four of five appointments and denies that he drinks.",
     "Engagement and insight judged with a reason", "Mum is engaging.", "Mentioned without a reason",
     "Parents will be encouraged to change.", "only intended"},
    {"RA6", "Is there a reasoned judgement?", "Conclusion",
     "Ella is a child in need under s17 because her father\u2019s drinking leaves her without care.",
     "Conclusion with reasons", "Child in need.", "A conclusion without reasons", "Risks were weighed.",
     "a claim about the process"},
    {"PC1", "Are there concrete actions?", "Plan",
     "Ali books Dad onto the Tuesday group; Gran has Ella from Friday to Sunday.", "Two actions that could be checked",
     "Monitor the situation.", "Only vague", "Review conference booked.", "belongs to the review"},
    {"PC2", "Who does each?", "Plan", "Family worker Ali", "All 4 actions name who", "Family worker Ali",
     "2 of 5 actions name who", "All professionals", "nobody in particular"},
    {"PC3", "By when?", "Plan", "by 17 June", "All 4 actions are bounded in time", "by 17 June",
     "2 of 5 actions are bounded in time", "ongoing", "not bounded"},
    {"PC4", "What will be different?", "Plan", "Ella will be in school on at least nine days of ten.",
     "An outcome that could be observed", "Improved parenting.", "A generic outcome", "Outcomes will be agreed.",
     "only intended"},
    {"PC5", "What if it does not work?", "Plan",
     "If Dad is drunk when Ella is there, Gran rings me and we call a strategy meeting.", "A trigger and what follows",
     "Escalate if needed.", "A bare mention", "Contingency plan:", "a heading"},
    {"PC6", "When is it reviewed?", "Plan", "Reviewed at the core group on 15 July.", "Date and forum",
     "To be reviewed.", "Neither date nor forum", "Review date: TBC", "a placeholder"},
    {"TO1", "Was it done in time?", "Basic details", "Started 1 March 2010, completed 9 April 2010",
     "28 working days; the limit is 35", "Completed 9 April 2010", "The start is missing", "Date:", "blank"},
    {"TO2", "Did a manager decide?", "Manager\u2019s comments",
     "J. Okoro, 12 April: agreed, because the pattern has not changed.", "Named, dated and reasoned", "J. Okoro",
     "A name only", "Manager\u2019s decision:", "blank"},
    {"TO3", "Was the referrer told?", "Outcome", "I wrote to the school on 13 April with the outcome.",
     "How and when is said", "Referrer to be informed.", "Only intended", "Has the referrer been told?",
     "the form\u2019s own words"},
};

constexpr std::pair<const char*, const char*> kDimensions[] = {
    {"CV", "Child\u2019s views"}, {"DV", "Diversity"},    {"AC", "Agency contributions"},
    {"RA", "Risk analysis"},      {"PC", "Plan clarity"}, {"TO", "Timeliness and oversight"}};

Grade grade_for(double score) {
  return score >= 0.9   ? Grade::outstanding
         : score >= 0.7 ? Grade::good
         : score >= 0.4 ? Grade::requires_improvement
                        : Grade::inadequate;
}

base::Span append(Outcome& outcome, const std::string& quote) {
  std::string& text = outcome.document.text;
  auto begin = static_cast<std::uint32_t>(text.size());
  text += quote + "\n";
  document::Block block;
  block.at = {begin, begin + static_cast<std::uint32_t>(quote.size())};
  outcome.document.blocks.push_back(block);
  return block.at;
}

Answer answered(Outcome& outcome, const Sample& sample, char rating) {
  Answer answer;
  answer.item = sample.item;
  evaluation::Place where;
  where.section = sample.section;
  where.page = outcome.format == "docx" ? 2 : 0;
  if (sample.section == std::string("Basic details")) where.table = 1, where.row = 4;
  bool met = rating == 'M';
  if (met || rating == 'P') {
    answer.rating = met ? Rating::met : Rating::partly;
    answer.reason = met ? sample.met_reason : sample.partly_reason;
    std::string quote = met ? sample.met : sample.partly;
    answer.evidence.push_back({append(outcome, quote), quote, where});
  } else if (rating == '-') {
    answer.rating = Rating::not_applicable;
    answer.reason = "Cannot apply here";
  } else {
    answer.reason = "Nothing found that says so";
    answer.looked_in = {sample.section, "Conclusion"};
    answer.near_misses.push_back({append(outcome, sample.miss), sample.miss, where, sample.miss_reason});
  }
  return answer;
}

void score(Outcome& outcome) {
  double sum = 0;
  for (const auto& [id, title] : kDimensions) {
    evaluation::DimensionScore dimension;
    dimension.id = id;
    dimension.title = title;
    dimension.in_overall = dimension.id != "TO";
    for (const Answer& answer : outcome.items) {
      if (answer.item.substr(0, 2) != id || answer.rating == Rating::not_applicable) continue;
      dimension.points += static_cast<std::uint32_t>(answer.rating);
      dimension.possible += 2;
      bool limits = answer.rating == Rating::not_met && (answer.item == "CV2" || answer.item == "RA6");
      if (limits) dimension.limited_by = answer.item;
    }
    double share = dimension.possible == 0 ? 0 : double(dimension.points) / dimension.possible;
    dimension.grade = grade_for(share);
    if (dimension.limited_by.empty() || dimension.grade <= Grade::requires_improvement) dimension.limited_by.clear();
    if (!dimension.limited_by.empty()) dimension.grade = Grade::requires_improvement;
    if (dimension.in_overall) sum += share;
    outcome.dimensions.push_back(dimension);
  }
  outcome.overall.score = sum / 5;
  outcome.overall.grade = grade_for(outcome.overall.score);
}

// `ratings` has a letter for each item: M met, P partly, N not met, - does not apply.
Outcome audited(const std::string& path, const std::string& type, std::vector<std::string> children,
                const std::string& ratings) {
  Outcome outcome;
  outcome.path = path;
  outcome.sha256 = base::sha256(path);
  outcome.format = path.substr(path.rfind('.') + 1);
  outcome.type = type;
  outcome.children = std::move(children);
  std::string letters;
  std::copy_if(ratings.begin(), ratings.end(), std::back_inserter(letters), [](char c) { return c != ' '; });
  for (std::size_t i = 0; i < std::size(kSamples); ++i) {
    outcome.items.push_back(answered(outcome, kSamples[i], letters.at(i)));
  }
  score(outcome);
  outcome.words = static_cast<std::uint32_t>(900 + outcome.document.text.size() / 4);
  return outcome;
}

Outcome turned_away(const std::string& path, evaluation::Standing standing, base::ErrorCode code,
                    const std::string& message, const std::string& advice) {
  Outcome outcome;
  outcome.path = path;
  outcome.standing = standing;
  outcome.error = {code, path, 0, 0, message, advice};
  return outcome;
}

void add_flag(Outcome& outcome, const std::string& id, const std::string& quote, const std::string& reason) {
  outcome.flags.push_back({id, append(outcome, quote), quote, reason});
}

}  // namespace

store::RunFacts demo_facts() {
  store::RunFacts facts;
  facts.program_version = "0.1.0";
  facts.checklist_id = "core";
  facts.checklist_title = "Quality of assessments";
  facts.checklist_version = "1";
  facts.checklist_sha256 = base::sha256("core");
  facts.arguments = {"audit", "exports", "--out", "audit-report"};
  facts.started = "2026-11-26T10:57:43Z";
  facts.finished = "2026-11-26T10:57:51Z";
  facts.sandbox = "seccomp, landlock";
  facts.jobs = 2;
  facts.across = true;
  for (const auto& [id, title] : kDimensions) facts.dimensions.emplace_back(id, title);
  for (const Sample& sample : kSamples) {
    facts.items.push_back({sample.item, std::string(sample.item).substr(0, 2), sample.question});
  }
  return facts;
}

std::vector<Outcome> demo_outcomes() {
  std::vector<Outcome> out;
  //                                                                  CV    DV   AC     RA     PC     TO
  out.push_back(audited("exports/a-01.docx", "core_assessment", {"Ella"}, "MMPN- MPNN MMPNNP MPPPPP MPPNNP MPN"));
  out.push_back(audited("exports/a-02.docx", "core_assessment", {"Aisha"}, "MMMM- MMMP MMMMMM MMMMMM MMMMPM MMM"));
  out.push_back(
      audited("exports/a-03.docx", "initial_assessment", {"Ben", "Tom"}, "NNNNN PNNN NNNNNP PNNNNN NNNNNN NNN"));
  out.push_back(audited("exports/a-04.html", "initial_assessment", {"Chloe"}, "MNPN- MPPN MPPNPM MPMPPN PPNPNP MNP"));
  out.push_back(
      audited("exports/a-05.html", "child_and_family_assessment", {"Dev"}, "MMMP- MMPP MMPPPM MMMPMM MMPPNM MMP"));
  out.push_back(audited("exports/a-06.txt", "section_47", {"Evan"}, "PPNN- NNNN PPNNNN MPNNPP PNNNNP PNN"));
  out.push_back(
      audited("exports/b-07.xml", "core_assessment", {"Faith", "Grace"}, "MMMMP MMMM MMPMMM MMMPPM MMMPNM MMP"));
  out.push_back(audited("exports/b-08.txt", "", {}, "PPPN- MNPN PPPNNM PPPPPP PPPNNP NPN"));
  out.push_back(audited(
      "exports/very/long/folder/names/that/go/on/Core_Assessment_2010-03-04_final_FINAL_v2 (copy).docx",
      "core_assessment", {"\u0645\u0631\u064A\u0645", "Zo\u00EB \U0001F600"}, "MMPPP MMMP MMPNPM MMPPPM MPMPPM MM-"));
  Outcome& ben = out[2];
  add_flag(ben, "F1", "[insert name of child]", "A placeholder was left in");
  add_flag(ben, "F2", "Jack is settled at nursery.", "The child is called by a name that is nobody\u2019s here");
  ben.document.notes.push_back({document::NoteKind::salvaged, "The file was damaged; what could be read was audited"});
  ben.unknown_sections = {"Box 7"};
  add_flag(out[0], "F5", "31 February 2010", "There is no such day");
  add_flag(out[5], "F6", "Date of birth:", "A field that every record needs is blank");
  add_flag(out[5], "F1", "XXXX", "A placeholder was left in");
  std::stable_sort(out[5].flags.begin(), out[5].flags.end(), [](const auto& a, const auto& b) { return a.id < b.id; });
  out[3].items[2].unsure = "Two readings of \u201Ctalked\u201D are possible";

  // What strangers write must stay text, whatever it looks like.
  Outcome& strange = out[8];
  strange.items[1].evidence.clear();
  for (const char* quote : {"<script>alert(1)</script> \"he said\" & 'she' said", "=HYPERLINK(\"http://x\")",
                            "\u202Eright to left\u202C \u05E9\u05DC\u05D5\u05DD \U0001F600\nand a second line"}) {
    strange.items[1].evidence.push_back({append(strange, quote), quote, {"</title><b>Views", 1, 2, 3}});
  }
  strange.flags.push_back({"F1", {0, 0}, "<img src=x onerror=alert(1)>", "Markup \u2028 left in"});

  out.push_back(turned_away("exports/c-10.docx", evaluation::Standing::refused, base::ErrorCode::encrypted,
                            "is protected by a password", "remove the password and try again"));
  out.push_back(
      turned_away("exports/c-\xFF"
                  "11.docx",
                  evaluation::Standing::refused, base::ErrorCode::damaged, "is cut off", "export it again"));
  out.push_back(turned_away("exports/logo.png", evaluation::Standing::skipped, base::ErrorCode::not_a_record,
                            "is a picture", ""));
  return out;
}

reports::Run run_of(std::vector<Outcome> outcomes, store::RunFacts facts) {
  return {std::move(facts), [held = std::move(outcomes)](const reports::Use& use) -> base::Status {
            for (const Outcome& outcome : held) {
              if (base::Status status = use(outcome); !status) return status;
            }
            return base::Done{};
          }};
}

std::string written(base::Status (*writer)(const reports::Run&, const reports::Write&), const reports::Run& run) {
  std::string out;
  base::Status status = writer(run, [&out](std::string_view bytes) -> base::Status {
    out += bytes;
    return base::Done{};
  });
  if (!status) throw std::runtime_error(status.error().one_line());
  return out;
}

std::string golden(const std::string& name, const std::string& now) {
  std::string path = std::string(AUDITOR_SOURCE_DIR) + "/fixtures/reports/" + name;
  if (std::getenv("AUDITOR_REWRITE") != nullptr) {
    if (!base::write_file(path, now)) throw std::runtime_error("cannot write " + path);
    return now;
  }
  base::Result<std::string> held = base::read_file(path, 1u << 24);
  return held ? std::move(held).value() : held.error().one_line();
}

}  // namespace reports_tests
