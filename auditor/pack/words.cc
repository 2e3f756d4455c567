// The sentences of a pack, and its README.txt.
#include "reports/words.h"

#include "pack/contents.h"

namespace pack {
namespace {

// As a shell would take it: quoted where it holds anything but plain characters.
std::string shell_word(const std::string& word) {
  bool plain = !word.empty();
  for (char c : word) {
    bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    plain = plain && (letter || std::string_view("._-/,=:+@%").find(c) != std::string_view::npos);
  }
  if (plain) return word;
  std::string out = "'";
  for (char c : word) out += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return out + "'";
}

}  // namespace

std::string command_words(const store::RunFacts& facts) {
  std::string out = "auditor";
  for (const std::string& argument : facts.arguments) out += " " + shell_word(argument);
  return out;
}

std::string sample_words(const Contents& contents) {
  const Choice& choice = contents.choice;
  std::string given = reports::counted(choice.of, "file") + " given to the audit";
  const bool drawn = !contents.run.sample.method.empty();
  std::string how = choice.all ? "The pack holds all " + given +
                                     (drawn ? ": a sample that was drawn by chance, as is said here."
                                            : "; nobody drew a sample with this program.")
                               : "The pack holds " + reports::counted(choice.numbers.size(), "document") + " of the " +
                                     given + ", chosen by hand (--documents), not at random.";
  if (drawn && !choice.all) {
    how +=
        " The audit itself was of a sample that was drawn by chance: what is said here of it holds for all that was "
        "audited, not for this pack.";
  }
  how += " Of these " + std::to_string(choice.of) + ", " + std::to_string(choice.audited) + " were audited, " +
         std::to_string(choice.refused) + " refused and " + std::to_string(choice.skipped) + " skipped.";
  if (contents.run.facts.interrupted) how += " The run was stopped before its end.";
  return how;
}

std::string readme(const Contents& contents) {
  std::string out =
      "EVIDENCE PACK OF THE ASSESSMENT AUDITOR\n"
      "\n";
  if (!contents.pseudonymised) {
    out +=
        "*** THIS PACK HOLDS REAL NAMES of children, relatives and workers.          ***\n"
        "*** Keep it as safe as the records themselves, and hand it only to those    ***\n"
        "*** who may read them.                                                      ***\n"
        "\n";
  }
  out +=
      "Records of children's social work, each rated by program against a checklist,\n"
      "with the words that every rating rests on. It advises; people judge.\n"
      "\n"
      "Where to begin: open summary.html (or summary.pdf, where it is there).\n"
      "\n"
      "  summary.html     what was audited, how it was chosen, grades, weakest items;\n"
      "                   links to every record\n"
      "  records/         one page a record: its text as read, the evidence marked\n"
      "  findings.csv     one row a record and item, for spreadsheets\n"
      "  findings.jsonl   the same with all quotes, for programs\n"
      "  checklist/       the checklist that the records were rated against, where it\n"
      "                   was at hand\n"
      "  sources.sha256   the sha256 of every source file\n"
      "  pack.json        what the pack holds, with size and sha256 of each file\n"
      "  SHA256SUMS       the sha256 of every file of the pack but itself\n"
      "\n";
  if (contents.pseudonymised) {
    out +=
        "Names of people and places, addresses, numbers and dates of birth are replaced\n"
        "by labels (\"Child A\", \"Worker 3\", \"School 1\"), the same person the same label\n"
        "throughout. A program did this and may have missed some: treat the pack as\n"
        "confidential.\n"
        "\n";
  }
  out +=
      "TO CHECK THAT NOTHING WAS CHANGED\n"
      "\n"
      "  with the program:     auditor pack --verify pack.zip\n"
      "  without it, unpacked: sha256sum -c SHA256SUMS\n"
      "  the source files too: auditor pack --verify pack.zip --sources FOLDER\n"
      "                        or, in the folder that the audit was run in,\n"
      "                        sha256sum -c sources.sha256\n"
      "\n"
      "In sources.sha256, \"a.zip!/b.docx\" is the file b.docx in the archive a.zip";
  out += contents.pseudonymised ? "; file\nnames hold labels too there, so sha256sum will not find them, and --sources "
                                  "compares\nby content.\n"
                                : ".\n";
  out +=
      "\n"
      "Somebody who changes a file could write these lists anew. Only the sha256 of the\n"
      "whole pack rules that out: compare it (sha256sum pack.zip) with the one in the\n"
      "covering letter that came another way.\n";
  return out;
}

}  // namespace pack
