#include "readers/compound_maker.h"

#include <algorithm>

namespace readers_test {
namespace {

constexpr std::size_t sector = 512;
constexpr std::size_t small = 64;
constexpr std::uint32_t end_of_chain = 0xFFFFFFFE;
constexpr std::uint32_t none = 0xFFFFFFFF;

std::string padded(std::string bytes, std::size_t to) {
  bytes.resize((bytes.size() + to - 1) / to * to, '\0');
  return bytes;
}

struct Entry {
  std::string name;
  int type = 2;
  std::uint32_t right = none;
  std::uint32_t child = none;
  std::uint32_t first = end_of_chain;
  std::size_t size = 0;
};

std::string directory_entry(const Entry& entry) {
  std::string name;
  for (char c : entry.name) name += std::string{c, '\0'};
  std::size_t length = entry.name.empty() ? 0 : name.size() + 2;
  name.resize(64, '\0');
  return name + le16(static_cast<unsigned>(length)) + static_cast<char>(entry.type) + '\x01' + le32(none) +
         le32(entry.right) + le32(entry.child) + std::string(36, '\0') + le32(entry.first) +
         le32(static_cast<std::uint32_t>(entry.size)) + le32(0);
}

class Sectors {
 public:
  std::uint32_t add(const std::string& bytes) {
    if (bytes.empty()) return end_of_chain;
    auto first = static_cast<std::uint32_t>(next_.size());
    std::size_t count = (bytes.size() + size_ - 1) / size_;
    for (std::size_t i = 0; i < count; ++i) {
      next_.push_back(i + 1 == count ? end_of_chain : first + static_cast<std::uint32_t>(i) + 1);
    }
    bytes_ += padded(bytes, size_);
    return first;
  }
  explicit Sectors(std::size_t size) : size_(size) {}
  std::string bytes_;
  std::vector<std::uint32_t> next_;

 private:
  std::size_t size_;
};

std::string numbers(const std::vector<std::uint32_t>& values) {
  std::string bytes;
  for (std::uint32_t value : values) bytes += le32(value);
  return bytes;
}

}  // namespace

std::string le16(unsigned value) {
  return {static_cast<char>(value & 0xFF), static_cast<char>((value >> 8) & 0xFF)};
}

std::string le32(std::uint32_t value) {
  return le16(value & 0xFFFF) + le16(value >> 16);
}

std::string wide(std::u16string_view text) {
  std::string out;
  for (char16_t unit : text) out += le16(unit);
  return out;
}

std::string sprm(unsigned code, const std::string& operand) {
  return le16(code) + operand;
}

std::string on(unsigned code) {
  return sprm(code, "\x01");
}

std::string compound(const std::vector<std::pair<std::string, std::string>>& streams) {
  Sectors large(sector);
  Sectors little(small);
  std::vector<Entry> entries = {{"Root Entry", 5, none, none, end_of_chain, 0}};
  std::uint32_t storage = 0;
  std::map<std::uint32_t, std::uint32_t> last;  // of a storage's entries
  for (const auto& [name, bytes] : streams) {
    if (name.empty()) {
      storage = 0;
      continue;
    }
    Entry entry;
    entry.name = name;
    auto index = static_cast<std::uint32_t>(entries.size());
    if (name.back() == '/') {
      entry.name.pop_back();
      entry.type = 1;
    } else {
      entry.size = bytes.size();
      entry.first = bytes.size() < 4'096 ? little.add(bytes) : large.add(bytes);
    }
    entries.push_back(entry);
    if (last.count(storage) == 0) {
      entries[storage].child = index;
    } else {
      entries[last[storage]].right = index;
    }
    last[storage] = index;
    if (entry.type == 1) storage = index;
  }
  entries[0].first = large.add(little.bytes_);
  entries[0].size = little.bytes_.size();
  std::uint32_t small_fat = large.add(numbers(little.next_));
  std::string directory;
  for (const Entry& entry : entries) directory += directory_entry(entry);
  std::uint32_t directory_at = large.add(directory);

  const std::size_t fat_sectors = large.next_.size() / (sector / 4 - 1) + 1;
  std::vector<std::uint32_t> fat = large.next_;
  std::vector<std::uint32_t> places(109, none);
  for (std::size_t i = 0; i < fat_sectors && i < places.size(); ++i) {
    places[i] = static_cast<std::uint32_t>(fat.size());
    fat.push_back(0xFFFFFFFD);
  }
  fat.resize(fat_sectors * sector / 4, none);
  std::string header = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + std::string(16, '\0') + le16(0x3E) + le16(3) +
                       le16(0xFFFE) + le16(9) + le16(6) + std::string(6, '\0') + le32(0) +
                       le32(static_cast<std::uint32_t>(fat_sectors)) + le32(directory_at) + le32(0) + le32(4'096) +
                       le32(small_fat) + le32(1) + le32(end_of_chain) + le32(0) + numbers(places);
  return header + large.bytes_ + numbers(fat);
}

WordMaker& WordMaker::run(std::u16string_view text, const std::string& changes) {
  text_ += text;
  lengths_[story_] += static_cast<std::uint32_t>(text.size());
  runs_.push_back({position(), changes});
  return *this;
}

WordMaker& WordMaker::end(const std::string& changes, unsigned style) {
  paragraphs_.push_back({position(), le16(style) + changes});
  return *this;
}

WordMaker& WordMaker::p(std::u16string_view text, const std::string& changes, unsigned style) {
  return run(std::u16string(text) + u'\r').end(changes, style);
}

WordMaker& WordMaker::story(int number) {
  story_ = number;
  return *this;
}

WordMaker& WordMaker::table(int number, const std::string& bytes) {
  tables_[number] = bytes;
  return *this;
}

WordMaker& WordMaker::data(const std::string& bytes) {
  data_ = bytes;
  return *this;
}

WordMaker& WordMaker::one_byte() {
  one_byte_ = true;
  return *this;
}

WordMaker& WordMaker::flags(unsigned flags) {
  flags_ = flags;
  return *this;
}

WordMaker& WordMaker::version(unsigned signature, unsigned version) {
  signature_ = signature;
  version_ = version;
  return *this;
}

WordMaker& WordMaker::language(unsigned language) {
  language_ = language;
  return *this;
}

WordMaker& WordMaker::pieces(const std::vector<Piece>& pieces, const std::vector<std::string>& changes) {
  pieces_ = pieces;
  changes_ = changes;
  return *this;
}

WordMaker& WordMaker::styles(const std::vector<Style>& styles) {
  const bool old = version_ < 0xC0;
  const unsigned base = old ? 8 : 10;
  std::string sheet = le16(18) + le16(static_cast<unsigned>(styles.size())) + le16(base) + std::string(14, '\0');
  for (const Style& style : styles) {
    std::string record = le16(style.number) + le16(style.kind | (style.base << 4)) + le16(style.kind == 1 ? 2 : 1) +
                         std::string(base - 6, '\0');
    if (old) {
      record += static_cast<char>(style.name.size());
      for (char16_t unit : style.name) record += static_cast<char>(unit);
      record += '\0';
    } else {
      record += le16(static_cast<unsigned>(style.name.size())) + wide(style.name) + le16(0);
    }
    auto group = [&](const std::string& changes) {
      if (record.size() % 2 != 0) record += '\0';
      record += le16(static_cast<unsigned>(changes.size())) + changes;
    };
    if (style.kind == 1) group(le16(0) + style.paragraph);
    group(style.characters);
    if (record.size() % 2 != 0) record += '\0';
    sheet += le16(static_cast<unsigned>(record.size())) + record;
  }
  return table(1, sheet);
}

std::vector<std::pair<std::string, std::string>> WordMaker::streams() const {
  constexpr std::uint32_t text_at = 2'048;
  const bool old = version_ < 0xC0;
  const std::uint32_t width = one_byte_ || old ? 1 : 2;
  std::string text;
  for (char16_t unit : text_) text += width == 1 ? std::string(1, static_cast<char>(unit)) : le16(unit);
  std::string main(text_at, '\0');
  main = padded(main + text, sector);

  std::map<int, std::string> tables = tables_;
  auto pages = [&](const std::vector<Stretch>& stretches, bool paragraphs) {
    std::string places = le32(text_at);
    std::string numbers;
    std::uint32_t begin = text_at;
    for (const Stretch& stretch : stretches) {
      std::uint32_t end = text_at + stretch.end * width;
      std::string changes = stretch.changes;
      std::string length(1, static_cast<char>(changes.size()));
      if (paragraphs) {
        if (changes.size() % 2 != 0) changes += '\0';
        length = (old ? std::string() : std::string(1, '\0')) + static_cast<char>(changes.size() / 2);
      }
      std::string page = le32(begin) + le32(end) + std::string(1, '\x40');
      page.resize(0x80, '\0');
      page += length + changes;
      page.resize(sector - 1, '\0');
      page += '\x01';
      auto number = static_cast<std::uint32_t>(main.size() / sector);
      numbers += old ? le16(number) : le32(number);
      main += page;
      places += le32(end);
      begin = end;
    }
    return stretches.empty() ? std::string() : places + numbers;
  };
  tables[12] = pages(runs_, false);
  tables[13] = pages(paragraphs_, true);

  std::vector<Piece> pieces = pieces_;
  if (pieces.empty()) pieces.push_back({0, position(), 0, 0});
  std::string clx;
  for (const std::string& change : changes_) clx += '\x01' + le16(static_cast<unsigned>(change.size())) + change;
  std::string places = le32(pieces[0].begin);
  std::string records;
  for (const Piece& piece : pieces) {
    places += le32(piece.end);
    std::uint32_t at = text_at + piece.from * width;
    records += le16(0) + le32(one_byte_ && !old ? at * 2 | 0x40000000 : at) + le16(piece.change);
  }
  if (tables.count(33) == 0) {
    tables[33] = clx + '\x02' + le32(static_cast<std::uint32_t>(places.size() + records.size())) + places + records;
  }

  if (old) {
    std::string fib(0x1E2, '\0');
    fib.replace(0, 4, le16(signature_) + le16(version_));
    fib.replace(6, 2, le16(language_));
    fib.replace(10, 2, le16(flags_));
    fib.replace(24, 8, le32(text_at) + le32(text_at + static_cast<std::uint32_t>(text.size())));
    for (const auto& [story, length] : lengths_)
      fib.replace(0x34 + static_cast<std::size_t>(story) * 4, 4, le32(length));
    for (const auto& [number, bytes] : tables) {
      std::size_t place = number == 46 ? 0x1D2u : number == 47 ? 0x1DAu : 0x58u + static_cast<std::size_t>(number) * 8;
      fib.replace(place, 8,
                  le32(static_cast<std::uint32_t>(main.size())) + le32(static_cast<std::uint32_t>(bytes.size())));
      main += bytes;
    }
    main.replace(0, fib.size(), fib);
    return {{"WordDocument", padded(main, 4'096)}};
  }

  std::string table_stream(16, '\0');
  std::string fib = le16(signature_) + le16(version_) + std::string(6, '\0') + le16(flags_) + std::string(12, '\0') +
                    le32(text_at) + le32(text_at + static_cast<std::uint32_t>(text.size())) + le16(14) +
                    std::string(28, '\0') + le16(22) + std::string(12, '\0');
  for (int i = 0; i < 8; ++i) fib += le32(lengths_.count(i) > 0 ? lengths_.at(i) : 0);
  fib += std::string(44, '\0') + le16(93);
  for (int i = 0; i < 93; ++i) {
    const std::string& bytes = tables[i];
    fib += le32(static_cast<std::uint32_t>(table_stream.size())) + le32(static_cast<std::uint32_t>(bytes.size()));
    table_stream += bytes;
  }
  main.replace(0, fib.size(), fib);
  std::vector<std::pair<std::string, std::string>> streams = {
      {"WordDocument", main}, {(flags_ & 0x0200) != 0 ? "1Table" : "0Table", table_stream}};
  if (!data_.empty()) streams.emplace_back("Data", data_);
  return streams;
}

}  // namespace readers_test
