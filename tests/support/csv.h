// CSV read back by its book, apart from any reader of the program.
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

// RFC 4180 read back: rows of values; anything malformed throws.
inline std::vector<std::vector<std::string>> parse_csv(std::string_view text) {
  std::vector<std::vector<std::string>> rows;
  for (std::size_t i = 0; i < text.size();) {
    std::vector<std::string> row;
    for (bool more = true; more;) {
      std::string value;
      if (text[i] == '"') {
        for (++i; text.at(i) != '"' || text.at(i + 1) == '"'; ++i) {
          value += text[i];
          if (text[i] == '"') ++i;
        }
        ++i;
      } else {
        while (text.at(i) != ',' && text.at(i) != '\r') value += text[i++];
      }
      row.push_back(value);
      more = text.at(i++) == ',';
    }
    if (text.at(i++) != '\n') throw std::runtime_error("no CRLF");
    rows.push_back(row);
  }
  return rows;
}
