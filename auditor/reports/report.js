// Filters and sorts; the page says everything without it.
"use strict";
(() => {
  const all = (selector, within = document) => Array.from(within.querySelectorAll(selector));
  const one = (id) => document.getElementById(id);
  const table = one("record-table");
  if (!table) return;

  const rows = all("tbody tr", table);
  const text = one("f-text"), grade = one("f-grade"), type = one("f-type"), count = one("f-count");
  const fold = (value) => value.normalize("NFKD").toLowerCase();

  const filter = () => {
    const wanted = fold(text.value).split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const row of rows) {
      let fits = (!grade.value || row.dataset.grade === grade.value) && (!type.value || row.dataset.type === type.value);
      if (fits && wanted.length) {
        const held = fold(row.textContent);
        fits = wanted.every((word) => held.includes(word));
      }
      row.hidden = !fits;
      if (fits) shown += 1;
    }
    count.textContent = shown + " of " + rows.length + (rows.length === 1 ? " record" : " records");
  };
  let waiting = 0;
  text.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(filter, 150);
  });
  grade.addEventListener("change", filter);
  type.addEventListener("change", filter);

  const compare = new Intl.Collator("en-GB", {numeric: true}).compare;
  const key = (row, column) => {
    const cell = row.cells[column];
    return cell.dataset.k === undefined ? cell.textContent : Number(cell.dataset.k);
  };
  const heads = all("thead th", table);
  const sortBy = (head, column) => {
    const down = head.getAttribute("aria-sort") === "ascending";
    for (const other of heads) other.removeAttribute("aria-sort");
    head.setAttribute("aria-sort", down ? "descending" : "ascending");
    const sorted = rows.map((row) => [key(row, column), row]).sort(([a], [b]) =>
      (typeof a === "number" ? a - b : compare(a, b)) * (down ? -1 : 1));
    const body = table.tBodies[0];
    for (const [, row] of sorted) body.append(row);
  };
  heads.forEach((head, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => sortBy(head, column));
  });

  one("filter").hidden = false;
  filter();
})();
