// The files of a run: of hundreds of thousands, each in little more room than its name takes.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace intake {

// One file to audit. Nothing of it has been read yet.
struct Input {
  std::string path;    // as shown and reported: the named path, with '/' between folders
  bool named = false;  // named by the user itself rather than met in a folder: an unknown type is then refused, not
                       // skipped
};

class Inputs {
 public:
  class Iterator {
   public:
    Iterator(const Inputs& of, std::size_t at) : of_(&of), at_(at) {}
    Input operator*() const { return (*of_)[at_]; }
    Iterator& operator++() {
      ++at_;
      return *this;
    }
    bool operator==(const Iterator& other) const { return at_ == other.at_; }

   private:
    const Inputs* of_;
    std::size_t at_;
  };

  std::size_t size() const { return files_.size(); }
  Input operator[](std::size_t at) const;                                      // put together anew each time
  std::string_view name(std::size_t at) const { return name_of(files_[at]); }  // what stands behind the last '/'
  Iterator begin() const { return {*this, 0}; }
  Iterator end() const { return {*this, size()}; }

  void push_back(const Input& input);
  // Bytewise by path.
  void sort();
  // Takes out those of which `out(input)` is true.
  template <typename Out>
  void erase_if(Out out) {
    std::size_t kept = 0;
    for (std::size_t i = 0; i < size(); ++i) {
      if (!out((*this)[i])) files_[kept++] = files_[i];
    }
    files_.resize(kept);
  }

 private:
  struct File {
    std::uint32_t folder = 0;
    std::uint32_t begin = 0;      // of its name
    std::uint32_t size : 31 = 0;  // likewise
    std::uint32_t named : 1 = 0;
  };
  std::string_view folder_of(const File& file) const { return folders_[file.folder]; }
  std::string_view name_of(const File& file) const { return std::string_view(names_).substr(file.begin, file.size); }
  std::string path_of(const File& file) const;
  bool before(const File& a, const File& b) const;

  std::vector<std::string> folders_;  // with the '/' behind; empty of a file that was named without
  std::map<std::string, std::uint32_t, std::less<>> folder_numbers_;
  std::string names_;  // one behind another
  std::vector<File> files_;
};

}  // namespace intake
