#include "checklist/choice.h"

#include <algorithm>
#include <filesystem>

namespace checklist {

Choice::Choice(Checklist only) : standard_(std::make_unique<const Checklist>(std::move(only))) {}

base::Result<Choice> Choice::by_type(const std::string& standard_file) {
  namespace fs = std::filesystem;
  Opened opened;
  base::Result<Source> standard = read_source(standard_file, opened);
  if (!standard) return standard.error();
  base::Result<Checklist> loaded = compile(standard.value());
  if (!loaded) return loaded.error();
  Choice out(std::move(loaded).value());
  fs::path folder = fs::path(standard_file).parent_path();
  for (const std::string& file : checklists_in(folder.empty() ? "." : folder.string())) {
    std::error_code error;
    if (fs::equivalent(file, standard_file, error)) continue;
    base::Result<Source> source = read_source(file, opened);
    if (!source) return source.error();
    const std::string id = source.value().id;
    if (source.value().types.empty()) continue;
    for (const std::string& type : source.value().types) {
      const auto& own = out.standard().types;
      bool standards = std::find(own.begin(), own.end(), type) != own.end();
      auto [there, fresh] = out.types_.emplace(type, id);
      if (fresh && !standards) continue;
      return base::Error{
          base::ErrorCode::bad_checklist,
          file,
          0,
          0,
          "is for records of type '" + type + "', and so is '" + (standards ? out.standard().id : there->second) + "'",
          "name the type in one of them, or name a checklist with --checklist"};
    }
    out.others_.emplace(id, std::move(source).value());
  }
  return out;
}

base::Result<const Checklist*> Choice::for_type(const std::string& type) {
  auto other = types_.find(type);
  return other == types_.end() ? standard_.get() : compiled(other->second);
}

base::Result<const Checklist*> Choice::with_id(const std::string& id) {
  return id == standard_->id ? standard_.get() : compiled(id);
}

base::Result<const Checklist*> Choice::compiled(const std::string& id) {
  if (auto there = compiled_.find(id); there != compiled_.end()) return there->second.get();
  auto source = others_.find(id);
  if (source == others_.end()) {
    return base::Error{base::ErrorCode::not_found, "", 0, 0, "there is no checklist '" + id + "'", ""};
  }
  if (compiling) compiling(true);
  base::Result<Checklist> loaded = compile(source->second);
  if (compiling) compiling(false);
  if (!loaded) return loaded.error();
  others_.erase(source);
  auto kept = std::make_unique<const Checklist>(std::move(loaded).value());
  return compiled_.emplace(id, std::move(kept)).first->second.get();
}

}  // namespace checklist
