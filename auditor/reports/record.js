// Opens, filters, and gives keys; the page says everything, and its links lead everywhere, without it.
"use strict";
(() => {
  const all = (selector) => Array.from(document.querySelectorAll(selector));
  const one = (id) => document.getElementById(id);
  document.documentElement.classList.add("live");
  const items = all("details.item");
  const flags = all(".flags li");
  const marks = all("mark").map((element) => ({element, keys: element.dataset.k.split(" ")}));
  const labels = all("a.t");
  const begins = marks.filter((mark) => mark.element.id);
  const markOf = new Map(begins.map((mark) => [mark.element.id, mark]));
  const shown = new Set(items.concat(flags).map((owner) => owner.dataset.k));
  let chosen = "";   // data-k of the item or flag at hand
  let here = null;   // the mark last gone to
  let opened = null; // the item that a key opened, to be closed by the next

  const owner = (key) => items.concat(flags).find((one) => one.dataset.k === key);
  const door = (key) => {
    const found = owner(key);
    return found && (found.querySelector("summary") || found);
  };
  const plain = (key) => key.replace("~", "");

  const choose = (key) => {
    chosen = key;
    for (const {element, keys} of marks) {
      element.classList.toggle("on", keys.includes(key));
      element.classList.toggle("came", keys.includes("~" + key) && !keys.includes(key));
    }
    for (const label of labels) label.classList.toggle("on", plain(label.dataset.k) === key);
    for (const each of items.concat(flags)) each.classList.toggle("on", each.dataset.k === key);
  };

  // Marks that hold a quote of what is shown; near misses only of the item at hand.
  const stops = () => begins.filter(({keys}) => keys.some((key) =>
    key[0] === "~" ? key.slice(1) === chosen : shown.has(key)));
  const keyFor = (mark) => {
    if (mark.keys.some((key) => plain(key) === chosen)) return chosen;
    return mark.keys.find((key) => shown.has(key)) || plain(mark.keys[0]);
  };

  const open = (key) => {
    const item = owner(key);
    if (opened && opened !== item) {
      opened.open = false;
      opened = null;
    }
    if (item && item.tagName === "DETAILS" && !item.open) {
      item.open = true;
      opened = item;
    }
  };
  const settle = (mark) => {
    if (here) here.element.classList.remove("here");
    here = mark;
    mark.element.classList.add("here");
  };
  const goTo = (mark) => {
    settle(mark);
    const key = keyFor(mark);
    choose(key);
    open(key);
    const entry = door(key);
    const pane = one("ratings");
    if (entry && pane.scrollHeight > pane.clientHeight) {
      pane.scrollTop += entry.getBoundingClientRect().top - pane.getBoundingClientRect().top - 60;
    }
    mark.element.focus({preventScroll: true});
    mark.element.scrollIntoView({block: "center"});
    const list = stops();
    one("said").textContent = "Highlight " + (list.indexOf(mark) + 1) + " of " + list.length + ": " + key.replace("-", " ");
  };
  const step = (by) => {
    const list = stops();
    if (!list.length) return;
    let at = here ? list.indexOf(here) : -1;
    if (at < 0) {
      const from = here ? here.element.offsetTop : scrollY;
      at = list.findIndex(({element}) => element.getBoundingClientRect().top > 60 || (here && element.offsetTop > from));
      at = by > 0 ? at - 1 : at;
    }
    goTo(list[(at + by + list.length) % list.length]);
  };

  const toItem = (key) => {
    choose(key);
    const item = owner(key);
    if (item && item.tagName === "DETAILS") item.open = true;
    const entry = door(key);
    if (!entry) return;
    entry.focus({preventScroll: true});
    entry.scrollIntoView({block: "nearest"});
  };
  const back = () => {
    const within = document.activeElement.closest(".item, .flags li");
    if (!within) {
      if (here) toItem(keyFor(here));
      return;
    }
    const first = begins.find(({keys}) => keys.includes(within.dataset.k));
    const mark = here && here.keys.some((key) => plain(key) === within.dataset.k) ? here : first;
    if (!mark) return;
    choose(within.dataset.k);
    goTo(mark);
  };

  // Links work by themselves; this marks what they lead to.
  const arrive = () => {
    const id = decodeURIComponent(location.hash.slice(1));
    const mark = markOf.get(id);
    if (mark) settle(mark);
    if (mark && !mark.keys.some((key) => plain(key) === chosen)) choose(keyFor(mark));
    if (id.startsWith("item-")) toItem(id.slice(5));
    if (id.startsWith("flag-")) choose(id);
  };
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#']");
    const summary = event.target.closest("summary");
    if (summary) setTimeout(() => summary.parentElement.open && choose(summary.parentElement.dataset.k));
    if (!link) return;
    const from = link.closest(".item, .flags li");
    if (from) choose(from.dataset.k);
    const mark = link.classList.contains("t") && link.previousElementSibling;
    if (mark) {
      const key = link.dataset.k;
      const first = begins.filter((begin) => begin.keys.includes(key) &&
        begin.element.compareDocumentPosition(link) & Node.DOCUMENT_POSITION_FOLLOWING).pop();
      if (first) settle(first);
    }
    if (link.hash === location.hash) setTimeout(arrive);
  });
  addEventListener("hashchange", arrive);

  const dimension = one("f-dimension"), rating = one("f-rating");
  const filter = () => {
    shown.clear();
    let count = 0;
    for (const item of items) {
      const fits = (!dimension.value || item.dataset.dimension === dimension.value) &&
        (!rating.value || (rating.value === "unsure" ? "unsure" in item.dataset : item.dataset.rating === rating.value));
      item.hidden = !fits;
      if (fits) shown.add(item.dataset.k);
      if (fits) count += 1;
    }
    const whole = !dimension.value && !rating.value;
    for (const section of all(".dimension")) section.hidden = !section.querySelector(".item:not([hidden])");
    for (const section of all(".flags")) section.hidden = !whole;
    if (whole) for (const flag of flags) shown.add(flag.dataset.k);
    for (const {element, keys} of marks) element.classList.toggle("off", !keys.some((key) => shown.has(plain(key))));
    for (const label of labels) label.classList.toggle("off", !shown.has(plain(label.dataset.k)));
    one("f-count").textContent = whole ? "" : count + " of " + items.length + " items";
  };
  dimension.addEventListener("change", filter);
  rating.addEventListener("change", filter);
  one("f-open").addEventListener("click", (event) => {
    const shut = items.some((item) => !item.open && !item.hidden);
    for (const item of items) item.open = shut && !item.hidden;
    event.target.textContent = shut ? "Close all" : "Open all";
  });

  const dialog = one("keys"), keysOn = one("keys-on");
  const remembered = (value) => {
    try {
      if (value !== undefined) localStorage.setItem("auditor-keys", value);
      return localStorage.getItem("auditor-keys");
    } catch {
      return null;
    }
  };
  keysOn.checked = remembered() !== "off";
  keysOn.addEventListener("change", () => remembered(keysOn.checked ? "on" : "off"));
  one("keys-button").addEventListener("click", () => dialog.showModal());
  one("keys-close").addEventListener("click", () => dialog.close());
  const follow = (which) => {
    const link = document.querySelector("a[rel=" + which + "]");
    if (link) link.click();
  };
  const does = {
    n: () => step(1), j: () => step(1), p: () => step(-1), k: () => step(-1), i: back,
    "[": () => follow("prev"), "]": () => follow("next"), "?": () => dialog.showModal(),
    Escape: () => choose(""),
  };
  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || dialog.open) return;
    if (!keysOn.checked || event.target.closest("input, select, textarea") || !Object.hasOwn(does, event.key)) return;
    event.preventDefault();
    does[event.key]();
  });
  addEventListener("beforeprint", () => {
    for (const item of items) item.open = true;
  });

  one("keys-button").hidden = false;
  one("filter").hidden = false;
  if (location.hash) arrive();
})();
