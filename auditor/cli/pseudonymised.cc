#include "cli/pseudonymised.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <utility>
#include <vector>

#include "agreement/overrule.h"
#include "store/person_ratings.h"
#include "store/samples.h"

namespace cli {
namespace {

base::Error unusable(const std::string& path, std::string what, std::string advice) {
  return {base::ErrorCode::bad_argument, path, 0, 0, std::move(what), std::move(advice)};
}

// People's ratings, without who gave them and where. `paths`: of the documents, in order.
base::Status copy_ratings(const store::Store& from, const std::vector<std::string>& paths, const std::string& path,
                          const pseudonyms::Pseudonymiser& names) {
  base::Result<std::vector<store::PersonRating>> ratings = store::person_ratings(from);
  if (!ratings) return ratings.error();
  for (store::PersonRating& rating : ratings.value()) {
    evaluation::Opinion opinion =
        names.renamed(evaluation::Opinion{rating.rater, rating.rating, rating.comment}, paths.at(rating.document - 1));
    rating.rater = std::move(opinion.rater);
    rating.comment = std::move(opinion.comment);
    rating.file.clear();
    rating.cell.clear();
  }
  base::Result<store::Store> to = store::Store::open_to_add(path);
  if (!to) return to.error();
  return store::add(to.value(), ratings.value());
}

}  // namespace

base::Status pseudonymise(const store::Store& from, const store::RunFacts& facts, const std::string& path,
                          pseudonyms::Pseudonymiser& names) {
  base::Result<agreement::Overruling> people = agreement::Overruling::of(from);
  if (!people) return people.error();
  std::vector<std::string> paths;
  base::Status learned = from.each([&](const evaluation::Outcome& outcome) -> base::Status {
    paths.push_back(outcome.path);
    if (!people.value().any(paths.size())) {
      names.learn(outcome);
    } else {
      evaluation::Outcome rated = outcome;
      people.value().attach(rated, paths.size());
      names.learn(rated);
    }
    return base::Done{};
  });
  if (!learned) return learned;
  names.settle();
  base::Result<store::Store> to = store::Store::create(path, facts.text_kept);
  if (!to) return to.error();
  store::RunFacts renamed = names.renamed(facts);
  if (facts.sample != 0) {
    base::Result<store::Sample> sample = store::sample(from, facts.sample);
    if (!sample) return sample.error();
    base::Result<std::int64_t> number = store::add(to.value(), names.renamed(sample.value()));
    if (!number) return number.error();
    renamed.sample = number.value();
  }
  base::Status copied =
      from.each([&](const evaluation::Outcome& outcome) { return to.value().take(names.renamed(outcome)); });
  if (!copied) return copied;
  base::Status finished = to.value().finish(renamed);
  if (!finished || !people.value().any()) return finished;
  return copy_ratings(from, paths, path, names);
}

base::Status check_key(const std::string& key, const std::string& out) {
  std::error_code error;
  if (std::filesystem::exists(std::filesystem::symlink_status(key, error))) {
    return unusable(key, "the key's file is there already", "name a new one, or move the old one away");
  }
  const auto folder = std::filesystem::weakly_canonical(out, error);
  const auto file = std::filesystem::weakly_canonical(key, error);
  const auto within = file.lexically_relative(folder);
  if (!within.empty() && *within.begin() != "..") {
    return unusable(key, "the key may not lie in the folder that it opens", "name a file in another place");
  }
  return base::Done{};
}

base::Status write_key(const std::string& key, const pseudonyms::Pseudonymiser& names) {
  const int file = ::open(key.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (file < 0)
    return unusable(key, std::string("the key cannot be written: ") + std::strerror(errno),
                    "name a file in a folder of your own");
  const std::string text = names.key();
  std::size_t done = 0;
  while (done < text.size()) {
    const ssize_t written = ::write(file, text.data() + done, text.size() - done);
    if (written < 0 && errno != EINTR) break;
    if (written > 0) done += static_cast<std::size_t>(written);
  }
  const bool whole = done == text.size() && ::fsync(file) == 0;
  const int why = errno;
  ::close(file);
  if (!whole)
    return unusable(key, std::string("the key cannot be written: ") + std::strerror(why), "look for room on the disk");
  return base::Done{};
}

}  // namespace cli
