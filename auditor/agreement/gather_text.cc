// Ratings across a pipe: each value is its length, a colon, and its bytes.
#include <charconv>

#include "agreement/gather.h"

namespace agreement {
namespace {

void put(std::string& out, std::string_view value) {
  out += std::to_string(value.size()) + ":";
  out += value;
}

void put(std::string& out, std::size_t value) {
  put(out, std::string_view(std::to_string(value)));
}

class Values {
 public:
  explicit Values(std::string_view text) : text_(text) {}

  std::string words() {
    std::size_t size = 0;
    auto [end, error] = std::from_chars(text_.data(), text_.data() + text_.size(), size);
    auto head = static_cast<std::size_t>(end - text_.data());
    if (error != std::errc() || head >= text_.size() || text_[head] != ':' || size > text_.size() - head - 1) {
      well_ = false;
      text_ = {};
      return "";
    }
    std::string out(text_.substr(head + 1, size));
    text_.remove_prefix(head + 1 + size);
    return out;
  }
  // Below `most`; otherwise what follows is not believed either.
  std::size_t number(std::size_t most) {
    const std::string value = words();
    std::size_t out = 0;
    auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), out);
    if (error == std::errc() && end == value.data() + value.size() && out < most) return out;
    well_ = false;
    text_ = {};
    return 0;
  }
  bool well() const { return well_; }
  bool over() const { return text_.empty(); }

 private:
  std::string_view text_;
  bool well_ = true;
};

constexpr std::size_t kAny = static_cast<std::size_t>(-1);

}  // namespace

std::string text_of(const Imported& imported) {
  std::string out;
  put(out, imported.without);
  put(out, imported.only_remark);
  put(out, imported.faults.size());
  for (const Fault& fault : imported.faults) {
    put(out, fault.cell);
    put(out, fault.message);
  }
  for (const Given& given : imported.given) {
    put(out, given.record);
    put(out, given.item);
    put(out, static_cast<std::size_t>(given.rating));
    for (const std::string* value : {&given.rater, &given.comment, &given.file, &given.cell}) put(out, *value);
  }
  return out;
}

base::Result<Imported> imported_from(std::string_view text, const Audit& audit) {
  Values values(text);
  Imported out;
  out.without = values.number(kAny);
  out.only_remark = values.number(kAny);
  const std::size_t faults = values.number(kAny);
  for (std::size_t i = 0; i < faults && values.well(); ++i) {
    std::string cell = values.words();
    out.faults.push_back({std::move(cell), values.words()});
  }
  while (values.well() && !values.over()) {
    Given given;
    given.record = values.number(audit.records.size());
    given.item = values.number(audit.items.size());
    given.rating = static_cast<evaluation::Rating>(values.number(4));
    for (std::string* value : {&given.rater, &given.comment, &given.file, &given.cell}) *value = values.words();
    out.given.push_back(std::move(given));
  }
  if (values.well()) return out;
  return base::Error{base::ErrorCode::damaged, "", 0, 0, "what was read of it came back damaged", "try again"};
}

}  // namespace agreement
