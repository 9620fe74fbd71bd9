// The edit screen: what is typed is kept as it is typed, the preview follows it, and facts are confirmed by keys.

import { send, tell } from "./saving.js";

const form = document.querySelector("[data-edit]");
const keepAfter = 1500;
const previewAfter = 500;
const storeAfter = 300;
const suggestAfter = 200;
const isLeavingAllowed = { keeps: true };

const fieldsFor = (action) => {
  const fields = new FormData(form);
  fields.set("action", action);
  return fields;
};

// Runs a task a while after the last call.
function later(task, wait) {
  let timer = 0;
  return Object.assign(
    (...given) => {
      clearTimeout(timer);
      timer = setTimeout(task, wait, ...given);
    },
    { cancel: () => clearTimeout(timer) },
  );
}

/* Keeping: first on this computer, then on the server; what the server has is not needed here any more. */

let changes = 0;
let keptChanges = 0;

const store = () => {
  try {
    localStorage.setItem(form.dataset.key, JSON.stringify([...new FormData(form)]));
  } catch {
    // A browser without room for it still has the server.
  }
};
const forgetStored = () => localStorage.removeItem(form.dataset.key);

async function keep() {
  const upTo = changes;
  const result = await send(form.action, fieldsFor("keep"));
  if (!isLeavingAllowed.keeps) return;
  tell(result);
  if (result.ok) {
    document.querySelector("[data-save-state]").textContent = result.answer.message;
    keptChanges = upTo;
    if (upTo === changes) forgetStored();
  } else {
    store();
    keepLater();
  }
}

const keepLater = later(keep, keepAfter);
const storeLater = later(store, storeAfter);

// When the page goes away, the browser still sends this, if it is short enough; the copy here stays until it is asked.
function keepAtLeaving() {
  if (!isLeavingAllowed.keeps || keptChanges === changes) return;
  store();
  fetch(form.action, { method: "POST", body: fieldsFor("keep"), keepalive: true }).catch(() => {});
}

function offerStored() {
  const notice = document.querySelector("[data-local-notice]");
  const stored = localStorage.getItem(form.dataset.key);
  if (!stored) return;
  notice.hidden = false;
  notice.querySelector("[data-local-discard]").addEventListener("click", () => {
    forgetStored();
    notice.hidden = true;
  });
  notice.querySelector("[data-local-restore]").addEventListener("click", async () => {
    const fields = new FormData();
    for (const [name, value] of JSON.parse(stored)) fields.set(name, value);
    fields.set("action", "keep");
    const result = await send(form.action, fields);
    if (!result.ok) return tell(result);
    forgetStored();
    isLeavingAllowed.keeps = false;
    location.reload();
  });
}

/* Preview and facts: the server sets them, from what is in the form now. */

let previews = 0;

async function preview() {
  const number = ++previews;
  const { ok, answer } = await send(form.action, fieldsFor("preview"));
  if (!ok || number !== previews) return;
  document.querySelector("[data-preview]").innerHTML = answer.preview;
}

const previewLater = later(preview, previewAfter);

async function refreshFacts(action, focusOn) {
  const result = await send(form.action, fieldsFor(action));
  if (!result.ok) return tell(result);
  document.querySelector("[data-facts]").innerHTML = result.answer.facts;
  if (focusOn) form.querySelector(focusOn)?.focus();
  changed();
}

function changed() {
  changes += 1;
  countUnconfirmed();
  storeLater();
  keepLater();
  previewLater();
}

/* Facts: A confirms, R rejects, Shift+A confirms all. */

const rows = () => [...form.querySelectorAll("[data-fact]")];
const isUnconfirmed = (row) => {
  const box = row.querySelector("[type=checkbox]");
  if (box) return !box.checked && row.querySelector("[data-fact-field]").value !== "";
  return row.querySelector("[value=found]").checked;
};
const rowOf = (element) => element?.closest?.("[data-fact]") ?? null;
const control = (row) => row.querySelector("[type=radio]:checked, [type=checkbox]");

function countUnconfirmed() {
  const place = form.querySelector("[data-unconfirmed-count]");
  const count = rows().filter(isUnconfirmed).length;
  if (place.dataset.count === String(count)) return;
  place.dataset.count = count;
  const { some, none } = form.querySelector("[data-count-texts]").dataset;
  place.textContent = count ? some.replace("0", count) : none;
}

function decide(row, value) {
  const box = row.querySelector("[type=checkbox]");
  if (box) box.checked = value === "confirmed";
  else row.querySelector(`[value=${value}]`).checked = true;
}

function decideAndGoOn(row, value) {
  decide(row, value);
  changed();
  const following = rows();
  const from = following.indexOf(row);
  const next = [...following.slice(from + 1), ...following.slice(0, from)].find(isUnconfirmed);
  control(next ?? row).focus();
}

function confirmAll() {
  for (const row of rows().filter(isUnconfirmed)) decide(row, "confirmed");
  changed();
}

/* The words of a fact are marked in the preview, or else in the page's original text. */

function findWords(words, root) {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const places = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    for (let at = 0; at < node.data.length; at += 1) if (node.data[at].trim()) places.push([node, at]);
  }
  const text = places.map(([node, at]) => node.data[at]).join("");
  const wanted = words.replace(/\s/g, "");
  const start = text.indexOf(wanted);
  if (start < 0) return null;
  const range = new Range();
  range.setStart(...places[start]);
  const [lastNode, lastAt] = places[start + wanted.length - 1];
  range.setEnd(lastNode, lastAt + 1);
  return range;
}

function showWords(row, isAsked) {
  const { words } = row.dataset;
  if (!words || !CSS.highlights) return;
  const original = form.querySelector("[data-original]");
  let range = findWords(words, form.querySelector("[data-preview]"));
  if (!range && original && isAsked) {
    original.open = true;
    range = findWords(words, original);
  }
  CSS.highlights.clear();
  if (!range) return;
  CSS.highlights.set("evidence", new Highlight(range));
  const isBeside = getComputedStyle(form.querySelector(".edit-beside")).position === "sticky";
  if (isAsked || isBeside) range.startContainer.parentElement.scrollIntoView({ block: "nearest" });
}

/* Saving. Where the server does not save, the page stays as it is and says why. */

async function save(button) {
  for (const task of [keepLater, storeLater, previewLater]) task.cancel();
  store();
  tell(null);
  const result = await send(form.action, fieldsFor(button.value));
  if (result.ok && result.answer?.url) {
    forgetStored();
    isLeavingAllowed.keeps = false;
    location.assign(result.answer.url);
  } else if (result.status === 409 || result.status === 422) {
    forgetStored();
    isLeavingAllowed.keeps = false;
    const action = document.createElement("input");
    Object.assign(action, { type: "hidden", name: "action", value: button.value });
    form.append(action);
    form.submit();
  } else {
    tell(result);
    keepLater();
  }
}

/* Choices for what is typed. */

const suggest = later(async (field) => {
  const typed = field.value.split(/[、，,；;]/).at(-1).trim();
  if (!typed || !field.list) return;
  const before = field.value.slice(0, field.value.length - typed.length);
  const address = new URL(form.dataset.choices, location.href);
  address.search = new URLSearchParams({ kind: field.dataset.add, q: typed });
  const response = await fetch(address, { headers: { Accept: "application/json" } }).catch(() => null);
  if (!response?.ok) return;
  const options = (await response.json()).choices.map((name) => {
    const option = document.createElement("option");
    option.value = before + name;
    return option;
  });
  field.list.replaceChildren(...options);
}, suggestAfter);

const press = (action) => form.querySelector(`.edit-bar [value=${action}]`)?.click();

function takeShortcut(event) {
  if ((event.ctrlKey || event.metaKey) && !event.altKey && !event.isComposing) {
    if (event.key.toLowerCase() === "s" && !event.shiftKey) {
      event.preventDefault();
      press("save");
    } else if (event.key === "Enter") {
      event.preventDefault();
      press(event.shiftKey ? "submit" : "save_next");
    }
    return;
  }
  if (event.altKey || event.isComposing) return;
  takeFactKey(event);
}

function takeFactKey(event) {
  const { target, key } = event;
  const row = rowOf(target);
  if (key === "Enter" && target.matches("input:not([type=radio], [type=checkbox]), select")) {
    event.preventDefault();
    if (target.dataset.add) refreshFacts("add", `[data-add=${target.dataset.add}]`);
    else if (row) decideAndGoOn(row, "confirmed");
    return;
  }
  if (target.matches("input:not([type=radio], [type=checkbox]), select, textarea, [contenteditable]")) return;
  const letter = key.toLowerCase();
  if (letter === "a" && event.shiftKey) confirmAll();
  else if (letter === "a" || letter === "r") {
    const chosen = row ?? rows().find(isUnconfirmed);
    if (chosen) decideAndGoOn(chosen, letter === "a" ? "confirmed" : "rejected");
  } else return;
  event.preventDefault();
}

function watch() {
  document.addEventListener("keydown", takeShortcut);
  form.addEventListener("input", ({ target }) => {
    if (target.dataset.add) suggest(target);
    changed();
  });
  form.addEventListener("focusin", ({ target }) => rowOf(target) && showWords(rowOf(target), false));
  form.addEventListener("click", (event) => {
    const { target } = event;
    if (target.matches("[data-show]")) showWords(rowOf(target), true);
    if (target.matches("[data-find]")) {
      event.preventDefault();
      refreshFacts("find", "[data-find]");
    } else if (target.matches("[data-add-button]")) {
      event.preventDefault();
      refreshFacts("add", `[data-add=${target.parentElement.querySelector("[data-add]").dataset.add}]`);
    }
  });
  form.addEventListener("submit", (event) => {
    const button = event.submitter;
    if (button && button.value === "discard") {
      forgetStored();
      isLeavingAllowed.keeps = false;
    } else {
      event.preventDefault();
      if (button?.value === "preview") preview();
      else save(button ?? form.querySelector("[value=save]"));
    }
  });
  window.addEventListener("pagehide", keepAtLeaving);
}

offerStored();
watch();
