// Facts are confirmed by keys: A confirms, R rejects, Shift+A confirms all, W shows the words. The letters work only
// in the facts themselves, so that none is confirmed by mistake; F2 leads there from anywhere.

import { showWords } from "./edit-words.js";

const form = document.querySelector("[data-edit]");
const place = form.querySelector("[data-facts]");
const typed = "input:not([type=radio], [type=checkbox]), select, textarea";

const rows = () => [...place.querySelectorAll("[data-fact]")];
const rowOf = (element) => element?.closest?.("[data-fact]") ?? null;
const control = (row) => row.querySelector("[type=radio]:checked, [type=checkbox]");

function isUnconfirmed(row) {
  const box = row.querySelector("[type=checkbox]");
  if (box) return !box.checked && row.querySelector("[data-fact-field]").value !== "";
  return row.querySelector("[value=found]").checked;
}

export function countUnconfirmed() {
  const counter = place.querySelector("[data-unconfirmed-count]");
  const count = rows().filter(isUnconfirmed).length;
  if (counter.dataset.count === String(count)) return;
  counter.dataset.count = count;
  const { some, none } = place.querySelector("[data-count-texts]").dataset;
  counter.textContent = count ? some.replace("0", count) : none;
}

function decide(row, value) {
  const box = row.querySelector("[type=checkbox]");
  if (box) box.checked = value === "confirmed";
  else row.querySelector(`[value=${value}]`).checked = true;
}

// After the last row comes the first again, and so it does where the focus is in no row: `row` is null.
function nextUnconfirmed(row) {
  const all = rows();
  const after = all.indexOf(row) + 1;
  return [...all.slice(after), ...all.slice(0, after)].find(isUnconfirmed);
}

function decideAndGoOn(row, value, changed) {
  decide(row, value);
  changed();
  control(nextUnconfirmed(row) ?? row).focus();
}

function confirmAll(changed) {
  for (const row of rows().filter(isUnconfirmed)) decide(row, "confirmed");
  changed();
}

function takeKey(event, changed) {
  const { target, key } = event;
  const row = rowOf(target);
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || target.dataset.add) return;
  const letter = key === "Enter" && row && target.matches("input, select") ? "a" : key.toLowerCase();
  if (letter.length !== 1 || (target.matches(typed) && key !== "Enter")) return;
  if (letter === "a" && event.shiftKey) confirmAll(changed);
  else if ("ar".includes(letter) && row && event.repeat) event.preventDefault();
  else if (letter === "a" && row) decideAndGoOn(row, "confirmed", changed);
  else if (letter === "r" && row) decideAndGoOn(row, "rejected", changed);
  else if (letter === "w" && row) showWords(row, true);
  else return;
  event.preventDefault();
}

function goToNext(row, options) {
  const next = nextUnconfirmed(row);
  if (next) control(next).focus(options);
}

// Where there is nothing to be read first, the first key confirms the first fact.
export function goToStart() {
  const waits = ".notice-error, .edit-kept, [data-local-notice]:not([hidden]), [data-hold-notice]:not([hidden])";
  const wrong = document.querySelector("[aria-invalid=true]");
  if (wrong) wrong.focus();
  else if (!document.querySelector(waits)) goToNext(null, { preventScroll: true });
}

export function startFacts(changed) {
  place.addEventListener("keydown", (event) => takeKey(event, changed));
  place.addEventListener("focusin", ({ target }) => rowOf(target) && showWords(rowOf(target), false));
  place.addEventListener("click", ({ target }) => target.matches("[data-show]") && showWords(rowOf(target), true));
  document.addEventListener("keydown", (event) => {
    if (event.key !== "F2") return;
    event.preventDefault();
    goToNext(rowOf(event.target));
  });
}
