// How like the passages that careful readers quote a statement is, item by item: what a second reading goes by. Linear
// in what the program knows of a statement (concepts, section, fields answered, who says what about whom), so that each
// part can be named. The weights are data, trained from rated records (tests/accuracy/second_reading.py says how).
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/xml.h"
#include "checklist/query.h"
#include "lexicon/remembered.h"

namespace checklist {

// The expected points of a rating (0 not met, 1 partly, 2 met), from what the rules said and the likeliest statements:
// a sum that all items share, and four numbers of each item's own that are added to it.
struct Weighing {
  struct Own {
    double base = 0, partly = 0, met = 0;  // always; where the rules say partly; where they say met
    double first = 0;                      // times the likeness of the likeliest statement
  };
  std::vector<Own> own;              // by item
  std::array<double, 3> rule{};      // by the rules' rating: not met, partly, met
  std::array<double, 3> likeness{};  // of the three likeliest statements, best first
  std::array<double, 2> strength{};  // of the two that are likest to quotes of a met rating
  double margin = 0.6;               // how far expected points must lie above rated ones before a rating rises
  double margin_down = 0.6;          // and below, before it falls
  double least = -2.0;               // likeness that the best statement must have before a rating rises
};

class Likeness {
 public:
  // From <second-reading>; mistakes carry the place in `file`. `items` are the checklist's, by id.
  static base::Result<Likeness> read(const base::xml::Element& element, const std::string& file,
                                     const lexicon::Lexicon& lexicon, const std::vector<std::string>& items);

  bool empty() const { return items_.empty(); }
  // Index of an item in scores, or -1 where nothing is known of it.
  int column(std::string_view item) const;
  // Whether the second reading may move this item's rating.
  bool weighs(std::string_view item) const;
  const Weighing& weighing() const { return weighing_; }
  // What having a property ("quoted 0", "words 3") is worth to a place where the quotes of an item are put in order, by
  // column; null where the model knows nothing of it. evaluation/quote_order.cc says which there are.
  using Worth = const std::vector<float>*;
  Worth worth_of(std::string_view property) const;

  // Log odds that a careful reader quotes the statement, and that a met rating is quoted with it, for each column.
  struct Scores {
    std::vector<float> likeness, strength;
  };
  Scores scores(const Record& record, const language::Statement& statement) const;

  // What speaks most for the statement at an item, by name ("concept wish"), the strongest first; at most `most`.
  std::vector<std::string> grounds(const Record& record, const language::Statement& statement, std::string_view item,
                                   std::size_t most) const;

 private:
  struct Active {
    std::uint32_t row;
    float value;
  };
  // Rows of what a statement is said to be, by the value's number; 0: no row.
  struct Traits {
    static constexpr std::size_t most = 32;  // values of one kind
    using Rows = std::array<std::uint32_t, most>;
    Rows frame{}, told_frame{}, source{}, about{}, mood{}, time{}, polarity{}, standing{}, unit{}, length{};
    std::uint32_t main = 0, general = 0, process = 0, content = 0;
  };
  void read_traits();
  std::vector<Active> active(const Record& record, const language::Statement& statement) const;
  std::uint32_t row_named(std::string_view name) const;

  std::vector<std::string> items_;
  std::vector<bool> weighs_;
  Weighing weighing_;
  std::vector<std::string> names_;  // of the rows; row 0 is the base
  std::vector<float> weights_;      // rows x (likeness of each item, strength of each item)
  lexicon::ByText<std::uint32_t> rows_;
  lexicon::ByText<std::vector<float>> order_;  // by property: of each item
  Traits traits_;
  std::vector<std::uint32_t> concept_rows_, family_rows_, under_rows_, section_rows_, field_rows_;  // by id; 0: no row
};

}  // namespace checklist
