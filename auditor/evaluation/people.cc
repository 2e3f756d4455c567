#include "evaluation/people.h"

#include <string>

#include "language/calendar.h"
#include "language/names.h"

namespace evaluation {

std::vector<Person> people(const language::Annotations& annotations, const lexicon::Lexicon& lexicon) {
  std::vector<Person> out;
  for (const language::Entity& entity : annotations.people) {
    if (!entity.named) continue;
    Person person;
    person.role = language::name_of(entity.role);
    person.name = entity.name;
    // The roster tries every title before a surname; which of them is right is not known.
    for (const std::string& form : entity.aliases) {
      if (!language::is_title(form.substr(0, form.find(' ')))) person.forms.push_back(form);
    }
    person.relation = entity.relation;
    if (entity.agency != 0) person.agency = lexicon.concept_name(entity.agency);
    if (entity.gender == language::Gender::female) person.gender = "female";
    if (entity.gender == language::Gender::male) person.gender = "male";
    if (entity.born != language::no_day) person.born = language::iso_of(entity.born);
    out.push_back(std::move(person));
  }
  return out;
}

}  // namespace evaluation
