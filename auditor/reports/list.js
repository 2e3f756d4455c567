// The list on the page: its controls, its rows, and its state in the address. The page says everything without it.
(() => {
  const one = (id) => document.getElementById(id);
  const table = one("record-table");
  if (!table) return;
  const data = JSON.parse(one("list-data").textContent);
  const records = recordsOf(data);
  const heads = Array.from(table.tHead.rows[0].cells);
  const step = 50;
  let query = new URLSearchParams();
  let found = records;
  let shown = step;

  // Rows
  const element = (name, text, classes) => {
    const made = document.createElement(name);
    if (classes) made.className = classes;
    if (text !== undefined) made.textContent = text;
    return made;
  };
  const foreign = (name, text, classes) => {
    const made = element(name, text, classes);
    made.dir = "auto";
    return made;
  };
  const chip = (grade, words) => element("span", words, "g g" + grade);
  const cell = (content, classes) => {
    const made = element("td", undefined, classes);
    made.append(content);
    return made;
  };
  const rowOf = (record) => {
    const row = element("tr");
    row.dataset.d = record.number;
    const head = element("th");
    head.scope = "row";
    const link = foreign("a", record.path, "path");
    link.href = "records/" + record.number + ".html";
    head.append(link);
    if (record.children) head.append(foreign("small", record.children));
    if (record.part) head.append(element("small", "Read only in part"));
    row.append(head, cell(data.type_words[record.type]));
    if (data.teams.length > 0) row.append(foreign("td", record.team < 0 ? "\u2013" : data.teams[record.team]));
    row.append(cell(chip(record.grade, data.grade_words[record.grade])));
    record.grades.forEach((grade, i) => {
      const classes = i < data.usual_dimensions ? "c" : "c other";
      row.append(cell(grade === undefined ? "\u2013" : chip(grade, data.grade_letters[grade]), classes));
    });
    const late = record.days > record.limit ? " late" : "";
    row.append(cell(record.days < 0 ? "\u2013" : record.days + late, "n nobreak"));
    for (const count of [record.notMet, record.flags.length, record.unsure]) {
      row.append(cell(String(count), count === 0 ? "n zero" : "n"));
    }
    return row;
  };
  const showRows = (from) => {
    const rows = found.slice(from, shown).map(rowOf);
    if (from === 0) table.tBodies[0].replaceChildren(...rows);
    else table.tBodies[0].append(...rows);
    const rest = found.length - shown;
    one("more-line").hidden = rest <= 0;
    one("more").textContent = "Show " + Math.min(step, rest) + " more";
    one("more-all").textContent = "Show all " + found.length;
    one("more-all").hidden = rest <= step;
  };

  // Controls
  const singles = ["q", "grade", "team", "type", "checklist", "flag", "time"];
  const pairs = {dimension: "requires_improvement,inadequate", item: "not_met,partly"};  // what choosing one asks first
  const ticks = ["unsure", "part"];
  const choose = (field, value) => {
    if (field.options && value && !Array.from(field.options).some((option) => option.value === value)) {
      const option = element("option", value.replace(/_/g, " ").replace(/,/g, ", "));
      option.value = value;
      field.append(option);
    }
    if (field.value !== value) field.value = value;
  };
  const control = (key) => one(key === "q" ? "f-text" : "f-" + key);
  const toControls = () => {
    for (const key of singles) if (control(key)) choose(control(key), query.get(key) || "");
    for (const key of Object.keys(pairs)) {
      const [id, values] = query.has(key) ? parted(query.get(key)) : ["", []];
      choose(one("f-" + key), id);
      choose(one("f-" + key + "-value"), values.join(","));
      one("f-" + key + "-value").disabled = !id;
    }
    for (const key of ticks) if (one("f-" + key)) one("f-" + key).checked = query.has(key);
    const also = [];
    if (query.has("limit")) also.push("limit " + query.get("limit") + " days");
    if (query.has("days")) also.push(query.get("days").replace(/-$/, " or more").replace("-", " to ") + " working days");
    one("f-also").textContent = "Only: " + also.join(", ");
    one("f-also").hidden = also.length === 0;
  };
  const fromControls = () => {
    const asked = new URLSearchParams();
    const set = (key, value) => value && asked.set(key, value);
    for (const key of singles) if (control(key)) set(key, control(key).value);
    for (const key of Object.keys(pairs)) {
      const id = one("f-" + key).value;
      if (id) set(key, id + ":" + (one("f-" + key + "-value").value || pairs[key]));
    }
    for (const key of ticks) if (one("f-" + key) && one("f-" + key).checked) set(key, "yes");
    for (const key of ["limit", "days", "sort"]) set(key, query.get(key));
    return asked;
  };

  const address = (asked) => {
    const words = asked.toString().replace(/%3A/g, ":").replace(/%2C/g, ",");
    return "#records" + (words ? "?" + words : "");
  };
  let waiting = 0;
  const remember = () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => history.replaceState(history.state, "", address(query)), 250);
  };
  const show = (asked) => {
    query = asked;
    found = answer(data, records, query);
    shown = step;
    showRows(0);
    toControls();
    one("count").textContent = (found.length === records.length ? "All " : found.length + " of ") + records.length +
      (records.length === 1 ? " record" : " records");
    one("f-clear").hidden = Array.from(query.keys()).every((key) => key === "sort");
    const sort = query.get("sort") || "need";
    for (const head of heads) {
      head.removeAttribute("aria-sort");
      if (sort === head.dataset.sort) head.setAttribute("aria-sort", "ascending");
      if (sort === "-" + head.dataset.sort) head.setAttribute("aria-sort", "descending");
    }
  };
  const change = (asked) => {
    show(asked);
    remember();
  };

  const controls = one("filter");
  controls.addEventListener("input", () => change(fromControls()));
  one("f-clear").addEventListener("click", () => {
    const asked = new URLSearchParams();
    if (query.has("sort")) asked.set("sort", query.get("sort"));
    change(asked);
    one("f-text").focus();
  });
  const more = (count) => {
    const from = shown;
    shown = count;
    showRows(from);
    table.tBodies[0].rows[from].querySelector("a").focus();
  };
  one("more").addEventListener("click", () => more(shown + step));
  one("more-all").addEventListener("click", () => more(found.length));

  // The first click shows what matters most: the lowest grade, the highest count.
  const highFirst = ["days", "not_met", "flags", "unsure"];
  for (const head of heads) {
    const button = element("button");
    button.type = "button";
    button.append(...head.childNodes);
    if (head.title) button.title = head.title;
    head.removeAttribute("title");
    head.append(button);
    button.addEventListener("click", () => {
      const key = head.dataset.sort;
      const now = head.getAttribute("aria-sort");
      const down = now ? now === "ascending" : highFirst.includes(key);
      const asked = new URLSearchParams(query);
      asked.set("sort", (down ? "-" : "") + key);
      change(asked);
    });
  }

  // Figures lead here.
  for (const link of document.querySelectorAll("a[data-list]")) {
    link.href = link.dataset.list ? "#records?" + link.dataset.list : "#records";
  }
  const follow = () => {
    if (location.hash !== "#records" && !location.hash.startsWith("#records?")) return false;
    show(new URLSearchParams(location.hash.slice("#records?".length)));
    return true;
  };
  const arrive = () => {
    one("records").scrollIntoView();
    one("records-h").focus({preventScroll: true});
  };
  addEventListener("hashchange", () => {
    if (follow()) arrive();
  });

  // The first search of many records should not have to wait.
  const prepare = (from) => window.requestIdleCallback?.((idle) => {
    let at = from;
    while (at < records.length && (at === from || idle.timeRemaining() > 2)) heldBy(data, records[at++]);
    if (at < records.length) prepare(at);
  });
  prepare(0);

  controls.hidden = one("found").hidden = false;
  if (one("list-note")) one("list-note").hidden = true;
  if (!follow()) show(query);
  else if (performance.getEntriesByType("navigation").every((entry) => entry.type !== "back_forward")) arrive();
})();
