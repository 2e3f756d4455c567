// Whose knowledge or words a sentence gives, and whom its main fact concerns.
#pragma once

#include "language/reading.h"

namespace language {

struct SourceOf {
  Source source = Source::worker;
  EntityId who = nobody;
  bool decided = false;  // by the sentence itself, and not by default
  bool weak = false;     // only by who its subject is: a label or an agency's row knows better
};

struct AboutOf {
  About about = About::unknown;
  EntityId who = nobody;
  bool group = false;
};

bool family(Role role);  // children and grown-ups of the family
bool body(Role role);    // a body, or a professional of one

Source source_of_role(Role role);
About about_of_role(Role role);

SourceOf source_of(const Scene& scene, const Reading& reading, bool general);

// Of a clause; `source` is who speaks, for bodies that speak of somebody else.
AboutOf about_of(const Scene& scene, const Reading& reading, const Group* clause, const SourceOf& source);

// Of a text without clauses: the first person or body that it names; the child where it names nobody.
AboutOf about_of_phrase(const Scene& scene, std::size_t first, std::size_t last);

// The subject child that a unit is about by its label, its first cell, a name that opens it ("Darcey. Seen by herself")
// or the headings above it; nobody where none or several are named there.
EntityId topic_child(const Scene& scene, std::uint32_t unit);

}  // namespace language
