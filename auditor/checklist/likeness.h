// How like the passages that careful readers quote a statement is, item by item: what a second reading goes by. It
// reads what the program knows of a statement (concepts, section, fields answered, who says what about whom, whom it
// names, for what the rules quote it, its plain words, what stands before and after it) by way of some aspects
// (aspects.h), and can name what each part adds. The weights are data, trained from rated records
// (tests/accuracy/second_reading.py says how).
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/xml.h"
#include "checklist/aspects.h"
#include "checklist/query.h"
#include "checklist/weighing.h"
#include "lexicon/remembered.h"

namespace checklist {

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

  // Log odds that a statement is evidence to a careful reader (likeness), that it is evidence of a met rating
  // (strength), and that a reader who shows a few quotes shows it (preference).
  class Scores {
   public:
    Scores() = default;
    Scores(std::size_t items, std::size_t places) : items_(items), places_(places), sums_(sorts * items * places) {}
    // Of an item's column, by statement.
    std::span<const float> likeness(std::size_t column) const {
      return std::span(sums_).subspan(column * places_, places_);
    }
    std::span<const float> strength(std::size_t column) const { return likeness(items_ + column); }
    std::span<const float> preference(std::size_t column) const { return likeness(2 * items_ + column); }

   private:
    friend class Likeness;
    std::size_t items_ = 0, places_ = 0;
    std::vector<float> sums_;  // by column, then by place
  };
  // A statement between those nearest to it that don't overlap it; null where there is none. The items, by column,
  // for which the rules quote it.
  struct Place {
    const language::Statement* statement = nullptr;
    const language::Statement* before = nullptr;
    const language::Statement* after = nullptr;
    std::vector<std::size_t> quoted_for = {};
  };
  using WordRows = std::vector<std::uint32_t>;  // by token of the record's scan: which of the known words it is
  WordRows word_rows(const Record& record) const;
  Scores scores(const Record& record, const std::vector<Place>& places, const WordRows& words) const;

  // What speaks most for the statement at an item, by name ("concept wish"), the strongest first; at most `most`.
  std::vector<std::string> grounds(const Record& record, const Place& place, const WordRows& words,
                                   std::string_view item, std::size_t most) const;

 private:
  static constexpr std::size_t sorts = 3;  // likeness, strength, preference
  // The rows that a statement has, each once.
  class Held {
   public:
    explicit Held(std::size_t rows) : rows_(rows + 1), has_(rows) { clear(); }
    void take(std::uint32_t row) {
      rows_[count_] = row;
      count_ += has_[row] == 0 ? 1u : 0u;
      has_[row] = 1;
    }
    void clear() {
      for (std::uint32_t row : rows()) has_[row] = 0;
      count_ = 0;
      take(0);  // the base, which also stands for what has no row
    }
    std::span<const std::uint32_t> rows() const { return std::span(rows_).first(count_); }

   private:
    std::vector<std::uint32_t> rows_;
    std::size_t count_ = 0;
    std::vector<std::uint8_t> has_;  // by row
  };
  static constexpr std::size_t most_values = 32;  // of one kind
  using Rows = std::array<std::uint32_t, most_values>;
  // Rows of what a statement is said to be, by the value's number; 0: no row.
  struct Telling {
    Rows frame{}, source{}, about{}, mood{}, time{};
  };
  struct Traits {
    Telling telling;
    Rows told_frame{}, polarity{}, standing{}, unit{}, length{};
    std::uint32_t main = 0, general = 0, process = 0, content = 0;
    std::array<std::uint32_t, language::role_count> names{}, names_two{};  // by role
  };
  // Rows of what stands beside a statement.
  struct Beside {
    Telling telling;
    std::vector<std::uint32_t> concept_rows;  // by id
  };
  base::Status add(const base::xml::Element& row, const std::string& file);
  base::Status add_aspects(const base::xml::Element& row, const std::string& file);
  base::Status add_order(const base::xml::Element& row, const std::string& name, const std::string& file);
  base::Status add_weights(const base::xml::Element& row, const std::string& name, const std::string& file);
  void read_traits();
  void hold(const Record& record, const Place& place, const WordRows& words, Held& held) const;
  float content_of(const Place& place) const;
  // How much of each aspect what has these rows and this content has.
  void degrees(std::span<const std::uint32_t> rows, float content, std::vector<float>& out) const;
  const std::int16_t* weights_of(std::uint32_t row) const { return weights_.data() + row * stride_; }
  std::uint32_t row_named(std::string_view name) const;

  std::vector<std::string> items_;
  std::vector<bool> weighs_;
  Weighing weighing_;
  std::vector<std::string> names_;  // of the rows; row 0 is the base
  Aspects aspects_;                 // its columns: likeness of each item, then strength, then preference
  std::vector<std::int16_t>
      weights_;  // rows x aspects in steps, each row filled up so that several can be summed at once
  std::size_t stride_ = 0;
  lexicon::ByText<std::uint32_t> rows_, words_;  // by name; of words, by word
  lexicon::ByText<std::vector<float>> order_;    // by property: of each item
  Traits traits_;
  Beside before_, after_;
  std::vector<std::uint32_t> concept_rows_, family_rows_, under_rows_, section_rows_, field_rows_;  // by id; 0: no row
  std::vector<std::uint32_t> quoted_rows_;                                                          // by column
};

}  // namespace checklist
