// records/<number>.html: one record as read, its evidence highlighted, its ratings beside it. A page needs nothing but
// itself: style and script stand in it, allowed by their hashes. (From file:// Chromium checks neither the integrity
// nor the hash of a file beside the page; a policy could only allow every file of the disk.) It works without its
// script, by links to fragments; the script filters, opens, and gives keys.
//
// Stable for tests and for links from elsewhere:
//   #item-CV1      the item's reason and quotes, within <details class="item" data-k="CV1" data-dimension="CV"
//                  data-rating="met" [data-unsure]>
//   #flag-1        a flag, <li data-k="flag-1">, counted from 1 in the order of Outcome::flags
//   #dimension-CV  the dimension's heading among the ratings
//   #h12           <mark id="h12" data-k="CV1 ~PC2 flag-1">: a quote begins here; data-k names all that cover it, near
//                  misses with "~". Further marks of a quote have no id. Classes: e evidence, f flag, n near miss only.
//   a.t            behind a quote's last word: the link to its item or flag (data-k as above)
//   a.to           within an item: the link to a quote
//   #page-3        where page 3 of the record begins, for formats that have pages
//   a.twin         within a flag: the page of the other record
//   #ratings, #record, #flags, #first (ratings that are unsure), #filter (#f-dimension, #f-rating, #f-count, #f-open),
//   #keys (dialog), #keys-button, #keys-on, #said (what a key did; a status)
//   a[rel=prev], a[rel=next], a[rel=up]  records before and after, and the list
#pragma once

#include <cstddef>
#include <functional>
#include <string>

#include "evaluation/outcome.h"
#include "store/store.h"

namespace reports {

// Where a record stands in its run. Numbers count documents from 1; 0 is none.
struct RecordPlace {
  std::size_t number = 0;
  std::size_t previous = 0, next = 0;                             // records that have pages
  std::size_t position = 0, count = 0;                            // "record 3 of 28": among those that have pages
  std::function<std::size_t(const std::string& path)> number_of;  // of the record at that path; may be empty
  std::string list = "../index.html#records";                     // the address of what lists the records
};

class RecordPages {
 public:
  explicit RecordPages(store::RunFacts facts);

  // The page of an audited record.
  std::string page(const evaluation::Outcome& outcome, const RecordPlace& place) const;

 private:
  store::RunFacts facts_;
};

}  // namespace reports
