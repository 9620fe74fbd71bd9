// What is typed into the edit screen is kept as it is typed: first on this computer, then on the server. What the
// server has is not needed here any more.

import { later } from "./later.js";
import { send, tell } from "./saving.js";

const form = document.querySelector("[data-edit]");
// Its buttons are named action: form.action would be one of them.
export const address = form.getAttribute("action");
const keepAfter = 1500;
const storeAfter = 300;
const tryAgainAfter = 15000;

let changes = 0;
let keptChanges = 0;
let underway = Promise.resolve();
let isPaused = false;
let hasFailed = false;

export function fieldsFor(action) {
  const fields = new FormData(form);
  fields.set("action", action);
  return fields;
}

const entryOf = (fields) => [...fields].filter(([name]) => name !== "csrfmiddlewaretoken" && name !== "action");

function store() {
  try {
    localStorage.setItem(form.dataset.key, JSON.stringify(entryOf(new FormData(form))));
  } catch {
    // A browser without room for it still has the server.
  }
}

const forgetStored = () => localStorage.removeItem(form.dataset.key);

async function keep() {
  const upTo = changes;
  underway = send(address, fieldsFor("keep"));
  const result = await underway;
  if (isPaused) return;
  tell(result);
  hasFailed = !result.ok;
  if (hasFailed) {
    store();
    keepAgain();
    return;
  }
  keptChanges = upTo;
  if (upTo === changes) forgetStored();
}

const keepLater = later(keep, keepAfter);
const keepAgain = later(keep, tryAgainAfter);
const storeLater = later(store, storeAfter);

// Notes that something was typed or decided.
export function noteChange() {
  changes += 1;
  storeLater();
  keepLater();
}

// Keeps nothing more while a save is under way, and waits for what was sent before: it must not come after the save.
export async function pauseKeeping() {
  isPaused = true;
  for (const task of [keepLater, keepAgain, storeLater]) task.cancel();
  store();
  await underway;
}

// After a save that did not succeed.
export function resumeKeeping() {
  isPaused = false;
  hasFailed = true;
  keepAgain();
}

// After a save that did, or where the server has all of it: the page is left now.
export function endKeeping() {
  isPaused = true;
  forgetStored();
}

// When the page goes away, the browser still sends this, if it is short enough; the copy here stays until it is asked.
function keepAtLeaving() {
  if (isPaused || keptChanges === changes) return;
  store();
  fetch(address, { method: "POST", body: fieldsFor("keep"), keepalive: true }).catch(() => {});
}

const keepNow = () => hasFailed && !isPaused && keep();

function isWhatIsShown(stored) {
  const sorted = (entry) => JSON.stringify([...entry].sort());
  return sorted(stored) === sorted(entryOf(new FormData(form)));
}

async function restore(stored) {
  const fields = new FormData();
  for (const [name, value] of stored) fields.append(name, value);
  fields.set("action", "keep");
  const result = await send(address, fields);
  if (!result.ok) return tell(result);
  endKeeping();
  location.reload();
}

function offerStored() {
  const notice = document.querySelector("[data-local-notice]");
  const stored = JSON.parse(localStorage.getItem(form.dataset.key) ?? "null");
  if (!stored || isWhatIsShown(stored)) return forgetStored();
  notice.hidden = false;
  notice.querySelector("[data-local-restore]").addEventListener("click", () => restore(stored));
  notice.querySelector("[data-local-discard]").addEventListener("click", () => {
    forgetStored();
    notice.hidden = true;
  });
}

export function startKeeping() {
  offerStored();
  window.addEventListener("pagehide", keepAtLeaving);
  // Back from the login in another tab, or online again.
  window.addEventListener("focus", keepNow);
  window.addEventListener("online", keepNow);
  // Out of the browser's memory comes a form that is older than what the server has.
  window.addEventListener("pageshow", ({ persisted }) => persisted && location.reload());
}
