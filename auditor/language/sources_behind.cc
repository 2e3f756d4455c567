// Whose account a paragraph was, where only a remark behind it tells: "He would choose his mum over anybody. (Sinead
// Corrigan, maternal aunt, 3 April.)"
#include <algorithm>

#include "language/statements.h"

namespace language {
namespace {

constexpr std::size_t longest_remark = 16;  // words and marks

// The family member or professional whom a bracketed remark without a verb names; nobody where it is no such remark.
EntityId named_behind(const Scene& scene, const SentenceTokens& sentence) {
  const Words& words = scene.words;
  const bool bracketed = words.is_any(sentence.first, {"(", "[", "—", "–", "-"});
  if (!bracketed || sentence.last - sentence.first > longest_remark) return nobody;
  EntityId who = nobody;
  for (std::size_t i = sentence.first; i < sentence.last; ++i) {
    if (words[i].verbal() && words[i].finite) return nobody;
    const Mention* mention = scene.mentions.at(i);
    if (mention == nullptr || mention->who == nobody || mention->pronoun || who != nobody) continue;
    const Role role = scene.roster[mention->who].role;
    if (role == Role::parent || role == Role::relative || role == Role::other || body(role)) who = mention->who;
  }
  return who;
}

}  // namespace

void give_sources(const Scene& scene, const std::vector<SentenceTokens>& sentences, Annotations& out) {
  for (std::size_t s = 1; s < sentences.size(); ++s) {
    const EntityId who = named_behind(scene, sentences[s]);
    if (who == nobody) continue;
    const Source source = source_of_role(scene.roster[who].role);
    for (std::size_t before = s; before > 0 && sentences[before - 1].unit == sentences[s].unit; --before) {
      if (named_behind(scene, sentences[before - 1]) != nobody) break;
      const Sentence& told = out.sentences[before - 1];
      for (std::uint32_t i = told.statement_begin; i < told.statement_end; ++i) {
        Statement& statement = out.statements[i];
        const bool own = statement.source == Source::worker || (statement.source == Source::child && !statement.told);
        if (!own) continue;
        statement.source = source;
        statement.source_who = who;
      }
    }
  }
}

}  // namespace language
