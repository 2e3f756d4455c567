#include "language/open_quotes.h"

#include <algorithm>

namespace language {
namespace {

constexpr std::size_t longest_quotation = 8;  // sentences
constexpr std::size_t near_mark = 6;          // words between a mark and the verb that tells whose words these are

bool is_mark(const Words& words, std::size_t i) {
  return words.is_any(i, {"\"", "“", "”"});
}

bool voiced(const Statement& s) {
  return s.source == Source::child || s.source == Source::parent || s.source == Source::relative ||
         s.source == Source::agency;
}

// Whether a verb of telling stands right before a mark, "and he told me: "", and it is no paper that tells.
bool told_before(const Words& words, std::size_t first, std::size_t mark) {
  bool told = false;
  for (std::size_t k = mark; k > first && mark - k < near_mark; --k) {
    const Word& word = words[k - 1];
    if (words.is_any(k - 1, {"file", "files", "report", "assessment", "letter", "record", "records", "minutes",
                             "summary", "log", "notes", "document", "referral", "it"}))
      return false;
    told = told || word.has(Class::says) || word.has(Class::asks);
    if (word.tag == Tag::quote || words.is(k - 1, ".")) break;
  }
  return told;
}

// The speaker by what the opening sentence says of the words behind its mark; an undecided source where it says
// nothing.
SourceOf speaker_before(const Scene& scene, const Annotations& out, const SentenceTokens& at,
                        const Sentence& sentence) {
  const Words& words = scene.words;
  std::size_t mark = at.first;
  for (std::size_t i = at.first; i < at.last; ++i) mark = is_mark(words, i) ? i : mark;
  const std::uint32_t place = words.scan().tokens[mark].at.begin;
  SourceOf found;
  // The verb may stand in the label: "Tom told me: "I ..."".
  const std::size_t from = std::min(at.first, words.scan().range(scene.form.units[at.unit].at).first);
  if (!told_before(words, from, mark)) return found;
  for (std::uint32_t i = sentence.statement_begin; i < sentence.statement_end; ++i) {
    const Statement& s = out.statements[i];
    const bool behind = s.at.begin >= place && s.at.begin <= place + 3;
    if (voiced(s) && (s.told || mark == at.first) && (s.main || behind)) found = {s.source, s.source_who, true};
  }
  return found;
}

// ""I hate it. I want to go home," said Tom.": by what the closing sentence says behind its mark.
SourceOf speaker_behind(const Words& words, const Annotations& out, const SentenceTokens& at,
                        const Sentence& sentence) {
  std::size_t mark = at.first;
  while (mark < at.last && !is_mark(words, mark)) ++mark;
  bool told = false;
  for (std::size_t i = mark; i < std::min(at.last, mark + near_mark); ++i) told = told || words[i].has(Class::says);
  if (!told || sentence.statement_begin == sentence.statement_end) return {};
  const Statement& main = out.statements[sentence.statement_begin];
  return voiced(main) && main.told ? SourceOf{main.source, main.source_who, true} : SourceOf{};
}

void give(const Words& words, const SentenceTokens& at, const Sentence& sentence, const SourceOf& speaker, bool inside,
          Annotations& out) {
  const auto& tokens = words.scan().tokens;
  std::uint32_t closed = tokens[at.last - 1].at.end;
  for (std::size_t i = at.first; inside && i < at.last; ++i) {
    if (!is_mark(words, i)) continue;
    closed = tokens[i].at.begin;
    break;
  }
  for (std::uint32_t i = sentence.statement_begin; i < sentence.statement_end; ++i) {
    Statement& statement = out.statements[i];
    if (statement.source != Source::worker || statement.at.begin >= closed) continue;
    statement.source = speaker.source;
    statement.source_who = speaker.who;
    statement.quoted = true;
    if (statement.told) continue;
    statement.told = true;
    statement.told_frame = statement.frame;
    statement.frame = Frame::say;
  }
}

}  // namespace

std::vector<std::size_t> opened_before(const Words& words, const std::vector<SentenceTokens>& sentences) {
  std::vector<std::size_t> out(sentences.size(), no_sentence);
  std::size_t opened = no_sentence;
  for (std::size_t s = 0; s < sentences.size(); ++s) {
    const bool another = s == 0 || sentences[s].passage != sentences[s - 1].passage;
    if (opened != no_sentence && (another || s - opened > longest_quotation)) {
      std::fill(out.begin() + static_cast<std::ptrdiff_t>(opened), out.begin() + static_cast<std::ptrdiff_t>(s),
                no_sentence);
      opened = no_sentence;
    }
    out[s] = opened;
    for (std::size_t i = sentences[s].first; i < sentences[s].last; ++i) {
      if (is_mark(words, i)) opened = opened == no_sentence ? s : no_sentence;
    }
  }
  if (opened != no_sentence) std::fill(out.begin() + static_cast<std::ptrdiff_t>(opened), out.end(), no_sentence);
  return out;
}

void give_quotes(const Scene& scene, const std::vector<SentenceTokens>& sentences,
                 const std::vector<std::size_t>& opened, Annotations& out) {
  const Words& words = scene.words;
  for (std::size_t s = 0; s < sentences.size();) {
    if (opened[s] == no_sentence) {
      ++s;
      continue;
    }
    const std::size_t from = opened[s];
    std::size_t last = s;
    while (last + 1 < sentences.size() && opened[last + 1] == from) ++last;
    // What an earlier paper said goes on being an earlier paper's.
    const Sentence& opening = out.sentences[from];
    if (opening.statement_begin != opening.statement_end &&
        out.statements[opening.statement_begin].standing == Standing::superseded) {
      for (std::size_t k = s; k <= last; ++k) {
        for (std::uint32_t i = out.sentences[k].statement_begin; i < out.sentences[k].statement_end; ++i)
          out.statements[i].standing = Standing::superseded;
      }
    }
    SourceOf speaker = speaker_before(scene, out, sentences[from], out.sentences[from]);
    const bool before = speaker.decided;
    if (!before) speaker = speaker_behind(words, out, sentences[last], out.sentences[last]);
    if (speaker.decided) {
      if (!before && is_mark(words, sentences[from].first))
        give(words, sentences[from], out.sentences[from], speaker, false, out);
      for (std::size_t k = s; k <= last; ++k) give(words, sentences[k], out.sentences[k], speaker, true, out);
    }
    s = last + 1;
  }
}

}  // namespace language
