#include "readers/doc_margins.h"

#include "readers/doc_plc.h"
#include "readers/doc_sprm.h"

namespace readers::doc {
namespace {

constexpr std::size_t kinds =
    6;  // of stories: even header, odd header, even footer, odd footer, first header and footer
constexpr bool is_footer(std::size_t kind) {
  return kind == 2 || kind == 3 || kind == 5;
}

struct Section {
  bool title_page = false;   // the first page has its own
  std::uint8_t present = 0;  // Word 6 and 95: bits of the kinds that there are
};

std::vector<Section> read_sections(const Fib& fib, std::string_view main, std::string_view table) {
  std::vector<Section> sections;
  Plc places(table, fib.place(TableId::sections), 12);
  for (std::size_t i = 0; i < places.size(); ++i) {
    std::size_t at = u32_at(places.record(i), 2);
    Section section;
    if (at != 0xFFFFFFFF) {
      Changes changes(stretch(main, at + 2, u16_at(main, at)), fib.old());
      for (Change change; changes.next(change);) {
        if (change.sprm == Sprm::s_title_page) section.title_page = change.byte() != 0;
        if (change.sprm == Sprm::s_old_margins) section.present = change.byte();
      }
    }
    sections.push_back(section);
  }
  return sections;
}

}  // namespace

std::vector<Margin> read_margins(const Fib& fib, std::string_view main, std::string_view table) {
  const auto story = static_cast<std::uint32_t>(fib.begin(StoryKind::headers));
  const std::uint32_t length = fib.length(StoryKind::headers);
  const Place place = fib.place(TableId::document_properties);
  const std::string_view properties = stretch(table, place.at, place.size);
  const bool facing = (u8_at(properties, 0) & 0x01) != 0;
  const std::uint8_t separators = u8_at(properties, 1);  // Word 6 and 95: which there are
  const std::vector<Section> sections = read_sections(fib, main, table);
  Plc texts(table, fib.place(TableId::header_texts), 0);

  std::vector<Margin> margins;
  std::uint32_t last = 0;
  std::size_t text = 0;
  auto take = [&](std::size_t kind, const Section* section) {
    Margin margin{is_footer(kind), texts.begin(text), std::min(texts.end(text), length)};
    ++text;
    if (margin.begin < last || margin.end <= margin.begin) return;
    last = margin.end;
    bool shown = kind >= 4 ? section == nullptr || section->title_page : facing || kind % 2 == 1;
    if (!shown) return;
    margin.begin += story;
    margin.end += story;
    margins.push_back(margin);
  };
  if (!fib.old()) {
    for (text = kinds; text < texts.size();) {
      std::size_t section = text / kinds - 1;
      take(text % kinds, section < sections.size() ? &sections[section] : nullptr);
    }
    return margins;
  }
  for (std::size_t kind = 0; kind < kinds; ++kind) text += static_cast<std::size_t>((separators >> kind) & 1);
  for (const Section& section : sections) {
    for (std::size_t kind = 0; kind < kinds && text < texts.size(); ++kind) {
      if (((section.present >> kind) & 1) != 0) take(kind, &section);
    }
  }
  return margins;
}

}  // namespace readers::doc
