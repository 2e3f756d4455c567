#include "batch/unpacking.h"

#include <algorithm>
#include <utility>

#include "base/limit.h"

namespace batch {

base::Result<std::shared_ptr<Unpacked>> Unpacked::create(const std::string& folder, std::shared_ptr<Yield> yield,
                                                         Kept& kept) {
  base::Result<Spool> spool = Spool::create(folder);
  if (!spool) return spool.error();
  return std::shared_ptr<Unpacked>(new Unpacked(std::move(spool).value(), std::move(yield), kept));
}

Unpacked::Unpacked(Spool spool, std::shared_ptr<Yield> yield, Kept& kept)
    : spool_(std::move(spool)), yield_(std::move(yield)), kept_(kept) {
  ++kept_.archives;
}

Unpacked::~Unpacked() {
  kept_.bytes -= spool_.size();
  --kept_.archives;
}

base::Status Unpacked::add(std::string_view bytes) {
  kept_.bytes += bytes.size();
  return spool_.add(bytes);
}

readers::Room room_after(const Yield& yield) {
  std::uint64_t most = base::limit(base::Limit::parts);
  return {base::limit(base::Limit::archive) - std::min(yield.bytes, base::limit(base::Limit::archive)),
          static_cast<std::uint32_t>(most - std::min(yield.members, most))};
}

std::optional<Unpacking::Whole> Unpacking::begin(readers::Member member, bool wanted) {
  std::optional<Whole> whole = end();
  ++members_;
  ++into_->yield()->members;
  if (wanted) current_ = Whole{std::move(member), into_->size(), 0};
  return whole;
}

base::Status Unpacking::add(std::string_view bytes) {
  Yield& yield = *into_->yield();
  yield.bytes += bytes.size();
  const bool crowded = yield.members > base::limit(base::Limit::parts);
  if (crowded || yield.bytes > base::limit(base::Limit::archive)) {
    const base::Limit met = crowded ? base::Limit::parts : base::Limit::archive;
    return base::Error{base::ErrorCode::over_limit,
                       "",
                       0,
                       0,
                       "holds more than " + base::limit_words(met) + (crowded ? " files" : " when unpacked"),
                       base::advice_to_raise(met, "unpack the archive and name the folder")};
  }
  if (!current_) return base::Done{};
  current_->size += bytes.size();
  return into_->add(bytes);
}

std::optional<Unpacking::Whole> Unpacking::end() {
  return std::exchange(current_, std::nullopt);
}

}  // namespace batch
