// What the list can be asked, and which records answer. Nothing here touches the page.
//
// A query is what follows "#records?" in the address, as conditions that must all hold:
//   q=words  grade=good,outstanding  dimension=CV:inadequate  item=CV1:not_met,unsure  team=North  type=section_47
//   checklist=contact
//   flag=F1 (or any)  time=late (in_time, unknown)  days=11-15  limit=10  unsure=yes  part=yes
// and sort=KEY or sort=-KEY: need, path, type, team, days, not_met, flags, unsure, or a dimension. "-" stands for a team or
// type that nothing tells. html_data.cc says the shape of the data.
"use strict";
const gradeNames = ["inadequate", "requires_improvement", "good", "outstanding"];
const ratingNames = ["not_met", "partly", "met", "na"];

const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

// In the order of need, which is the data's.
const recordsOf = (data) => data.records.map((row, need) => {
  const ratings = Array.from(row[10], (c) => {
    const unsure = c >= "a";
    return {rating: c === "-" ? undefined : ratingNames[c.charCodeAt(0) - (unsure ? 97 : 48)], unsure};
  });
  return {
    need, number: row[0], path: row[1], type: row[2], team: row[3], worker: row[4], children: row[5], grade: row[6],
    grades: Array.from(row[8], (c) => (c === "-" ? undefined : Number(c))), scores: row[9], ratings,
    days: row[11], limit: row[12], part: row[13] === 1, flags: row[14], flagWords: row[15],
    checklist: row[16],
    notMet: ratings.filter((item) => item.rating === "not_met").length,
    unsure: ratings.filter((item) => item.unsure).length,
  };
});

// "CV1:not_met,partly" -> ["CV1", ["not_met", "partly"]]
const parted = (value) => {
  const colon = value.lastIndexOf(":");
  return [value.slice(0, colon), value.slice(colon + 1).split(",")];
};

// What a search looks at; made once, since folding is slow.
const heldBy = (data, record) => {
  if (record.held === undefined) {
    const team = record.team < 0 ? "" : data.teams[record.team];
    record.held = fold([record.path, record.children, record.worker, team, record.flagWords].join("\n"));
  }
  return record.held;
};

const conditions = {
  q: (data, value) => {
    const words = fold(value).split(/\s+/).filter(Boolean);
    return (record) => words.every((word) => heldBy(data, record).includes(word));
  },
  grade: (data, value) => {
    const wanted = value.split(",");
    return (record) => wanted.includes(gradeNames[record.grade]);
  },
  dimension: (data, value) => {
    const [id, wanted] = parted(value);
    const at = data.dimensions.indexOf(id);
    return (record) => record.grades[at] !== undefined && wanted.includes(gradeNames[record.grades[at]]);
  },
  item: (data, value) => {
    const [id, wanted] = parted(value);
    const at = data.items.indexOf(id);
    return (record) => {
      const item = record.ratings[at];
      return item !== undefined && (wanted.includes(item.rating) || (item.unsure && wanted.includes("unsure")));
    };
  },
  team: (data, value) => {
    const at = data.teams.indexOf(value);
    return (record) => (value === "-" ? record.team < 0 : at >= 0 && record.team === at);
  },
  type: (data, value) => {
    const at = data.types.indexOf(value === "-" ? "" : value);
    return (record) => record.type === at;
  },
  checklist: (data, value) => (record) => data.checklists[record.checklist] === value,
  flag: (data, value) => {
    const at = data.flags.indexOf(value);
    return (record) => (value === "any" ? record.flags.length > 0 : record.flags.includes(at));
  },
  time: (data, value) => (record) =>
    (record.days < 0 ? value === "unknown" : value === (record.days > record.limit ? "late" : "in_time")),
  days: (data, value) => {
    const [from, to] = value.split("-");
    return (record) => record.days >= Number(from) && record.days >= 0 && (!to || record.days <= Number(to));
  },
  limit: (data, value) => (record) => record.limit === Number(value),
  unsure: () => (record) => record.unsure > 0,
  part: () => (record) => record.part,
};

const compareWords = new Intl.Collator("en-GB", {numeric: true}).compare;
const sortKeys = {
  need: (record) => record.need,
  days: (record) => record.days,
  not_met: (record) => record.notMet,
  flags: (record) => record.flags.length,
  unsure: (record) => record.unsure,
};

const comparison = (data, key) => {
  if (key === "path") return (a, b) => compareWords(a.path, b.path);
  if (key === "type") return (a, b) => compareWords(data.type_words[a.type], data.type_words[b.type]);
  if (key === "team") return (a, b) => compareWords(data.teams[a.team] || "", data.teams[b.team] || "");
  const at = data.dimensions.indexOf(key);
  const number = Object.hasOwn(sortKeys, key) ? sortKeys[key]
    : at >= 0 ? (record) => (record.grades[at] === undefined ? -1 : record.grades[at] * 1000 + record.scores[at])
      : sortKeys.need;
  return (a, b) => number(a) - number(b);
};

// The records that a query (URLSearchParams) asks for, in its order.
const answer = (data, records, query) => {
  const tests = [];
  for (const [key, value] of query) {
    if (Object.hasOwn(conditions, key)) tests.push(conditions[key](data, value));
  }
  const found = records.filter((record) => tests.every((test) => test(record)));
  const sort = query.get("sort") || "need";
  const down = sort.startsWith("-");
  const compare = comparison(data, down ? sort.slice(1) : sort);
  return found.sort((a, b) => (down ? compare(b, a) : compare(a, b)) || a.need - b.need);
};
