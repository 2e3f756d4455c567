// Renames the strings of one record.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "pseudonyms/edits.h"
#include "pseudonyms/register.h"

namespace pseudonyms {

// Notes into the record and the register whatever the text names. Called for every string of a record, its text first.
void learn_text(std::string_view text, const std::vector<std::uint32_t>& barriers, Known& known, Register& things);

// Offsets that no replacement may reach across.
std::vector<std::uint32_t> barriers_of(const document::Document& document);

// What is to be replaced, in order; the register must be settled.
std::vector<Edit> edits_of(std::string_view text, const std::vector<std::uint32_t>& barriers, const Known& known,
                           const Register& things);
std::string renamed(std::string_view text, const Known& known, const Register& things);

}  // namespace pseudonyms
