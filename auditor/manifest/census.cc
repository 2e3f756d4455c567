#include "manifest/census.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "base/utf8.h"
#include "base/xml_stream.h"
#include "manifest/days.h"

namespace manifest {
namespace {

class Descriptor {
 public:
  explicit Descriptor(const std::string& file) : descriptor_(::open(file.c_str(), O_RDONLY | O_CLOEXEC)) {}
  ~Descriptor() {
    if (descriptor_ >= 0) ::close(descriptor_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int get() const { return descriptor_; }

 private:
  int descriptor_;
};

// Children are handed over at their end tags, since what a referral says of its closure may stand before or behind its
// assessments.
class Census : public base::xml::Handler {
 public:
  Census(Source& source, const Use& use) : source_(source), use_(use) {}

  std::uint32_t line = 0;  // of the tag that the parser is at
  base::Status status = base::Done{};
  bool any_child = false;

  bool start(std::string_view, std::string_view name, const std::vector<base::xml::Attribute>&) override {
    text_.clear();
    path_.emplace_back(name);
    if (name == "Child") {
      any_child = true;
      child_ = {};
      cases_.clear();
      ethnicity_.clear();
      disabilities_.clear();
    } else if (name == "CINdetails") {
      referral_ = begun("referral_record");
      works_.clear();
    } else if (name == "Assessments" && inside("CINdetails")) {
      works_.push_back(begun("single_assessment"));
    } else if (name == "Section47" && inside("CINdetails")) {
      works_.push_back(begun("s47_enquiry"));
    }
    return true;
  }

  bool text(std::string_view characters) override {
    constexpr std::size_t longest_value = 1'000;  // no value of the census has more than 30 signs
    if (text_.size() < longest_value) text_ += characters;
    return true;
  }

  bool end(std::string_view, std::string_view name) override {
    const std::string value(base::trimmed(text_));
    text_.clear();
    path_.pop_back();
    const std::string& parent = path_.empty() ? none_ : path_.back();
    if (!value.empty()) take(parent, name, value);
    if (name == "CINdetails") finish_referral();
    return name != "Child" || hand_over();
  }

 private:
  bool inside(std::string_view name) const { return path_.size() > 1 && path_[path_.size() - 2] == name; }

  Case begun(const char* type) const {
    Case one;
    one.type = type;
    one.place = {source_.file, line, 0};
    return one;
  }

  void day(std::string_view name, const std::string& value, std::string& into) {
    ReadDay read = read_day(value);
    if (!read.fault.empty()) {
      source_.remarks.push_back({base::ErrorCode::damaged, source_.file, line, 0,
                                 std::string(name) + ": " + read.fault + "; not used",
                                 "the census has days as 2024-03-31"});
    }
    into = std::move(read.day);
  }

  void take(const std::string& parent, std::string_view name, const std::string& value) {
    if (parent == "ChildIdentifiers") {
      if (name == "LAchildID") child_.child = value;
      if (name == "PersonBirthDate") day(name, value, child_.born);
    } else if (parent == "ChildCharacteristics" && name == "Ethnicity") {
      ethnicity_ = value;
    } else if (parent == "Disabilities" && name == "Disability") {
      disabilities_ += (disabilities_.empty() ? "" : " ") + value;
    } else if (parent == "CINdetails") {
      if (name == "CINreferralDate") day(name, value, referral_.referral);
      if (name == "CINclosureDate") day(name, value, referral_.closed);
    } else if (parent == "Assessments" && !works_.empty()) {
      Case& work = works_.back();
      if (name == "AssessmentActualStartDate") day(name, value, work.start);
      if (name == "AssessmentInternalReviewDate") day(name, value, work.review);
      if (name == "AssessmentAuthorisationDate") day(name, value, work.completed);
    } else if (parent == "FactorsIdentifiedAtAssessment" && name == "AssessmentFactors" && !works_.empty()) {
      works_.back().factors.push_back(value);
    } else if (parent == "Section47" && !works_.empty()) {
      Case& work = works_.back();
      if (name == "S47ActualStartDate") day(name, value, work.start);
      if (name == "DateOfInitialCPC") day(name, value, work.completed);
      if (name == "ICPCnotRequired") work.no_conference = value == "1" || value == "true";
    }
  }

  void finish_referral() {
    // The census numbers no referrals: their place tells two of one child apart.
    const std::string id = "line " + std::to_string(referral_.place.line);
    referral_.referral_id = id;
    for (Case& work : works_) {
      work.referral_id = id;
      work.referral = referral_.referral;
      work.closed = referral_.closed;
    }
    cases_.push_back(std::move(referral_));
    for (Case& work : works_) cases_.push_back(std::move(work));
    works_.clear();
  }

  bool hand_over() {
    if (child_.child.empty()) {
      source_.remarks.push_back({base::ErrorCode::damaged, source_.file, line, 0,
                                 "a child without LAchildID; what follows of it is not used", ""});
      return true;
    }
    for (Case& one : cases_) {
      one.child = child_.child;
      one.born = child_.born;
      one.ethnicity = ethnicity_;
      one.disability = disabilities_;
      ++source_.cases;
      status = use_(std::move(one));
      if (!status) return false;
    }
    return true;
  }

  Source& source_;
  const Use& use_;
  std::vector<std::string> path_;  // element names from the root
  const std::string none_;
  std::string text_;
  Case child_, referral_;
  std::vector<Case> works_, cases_;
  std::string ethnicity_, disabilities_;
};

}  // namespace

base::Status read_census(Source& source, const Use& use) {
  Descriptor descriptor(source.file);
  if (descriptor.get() < 0) {
    return base::Error{
        base::ErrorCode::unreadable, source.file, 0, 0, std::string("cannot be read: ") + std::strerror(errno),
        "look at its rights"};
  }
  Census census(source, use);
  base::Status read = base::xml::parse_descriptor(descriptor.get(), source.file, census, census.line);
  if (!census.status) return census.status;
  if (!read) return read;
  if (!census.any_child) {
    return base::Error{base::ErrorCode::bad_argument,
                       source.file,
                       0,
                       0,
                       "is XML without a <Child>: no census",
                       "give a children in need census, or a CSV list"};
  }
  return base::Done{};
}

}  // namespace manifest
