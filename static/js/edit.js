// The edit screen: the preview follows what is typed, facts are found and added, and what is entered is saved.

import { countUnconfirmed, goToStart, startFacts } from "./edit-facts.js";
import { address, endKeeping, fieldsFor, noteChange, pauseKeeping, resumeKeeping, startKeeping } from "./edit-keeping.js";
import { bringBackPlace, keepPlace } from "./edit-place.js";
import { later } from "./later.js";
import { renewToken, send, tell } from "./saving.js";

const form = document.querySelector("[data-edit]");
const facts = form.querySelector("[data-facts]");
const previewAfter = 500;
const suggestAfter = 200;

/* Preview and facts: the server sets them, from what is in the form now. */

let previews = 0;

async function preview() {
  const number = ++previews;
  const { ok, answer } = await send(address, fieldsFor("preview"));
  if (!ok || number !== previews) return;
  form.querySelector("[data-preview]").innerHTML = answer.preview;
}

const previewLater = later(preview, previewAfter);

function changed() {
  countUnconfirmed();
  noteChange();
  previewLater();
}

async function refreshFacts(action, focusOn) {
  const result = await send(address, fieldsFor(action));
  if (!result.ok) return tell(result);
  facts.innerHTML = result.answer.facts;
  form.elements.dateline.value = result.answer.dateline;
  facts.querySelector(focusOn)?.focus();
  changed();
}

const addTyped = (name) => refreshFacts("add", `[data-add=${name}]`);

/* Choices for what is typed: the last of several names is being typed. */

const suggest = later(async (field) => {
  const last = field.value.split(/[、，,；;]/).at(-1).trim();
  if (!last || !field.list) return;
  const before = field.value.slice(0, field.value.length - last.length);
  const choices = new URL(form.dataset.choices, location.href);
  choices.search = new URLSearchParams({ kind: field.dataset.add, q: last });
  const response = await fetch(choices, { headers: { Accept: "application/json" } }).catch(() => null);
  if (!response?.ok) return;
  const options = (await response.json()).choices.map((name) => {
    const option = document.createElement("option");
    option.value = before + name;
    return option;
  });
  field.list.replaceChildren(...options);
}, suggestAfter);

/* Saving. Where the server does not save, the page stays as it is and says why. */

let isSaving = false;

async function save(action) {
  if (isSaving) return;
  isSaving = true;
  previewLater.cancel();
  tell(null);
  await pauseKeeping();
  const result = await send(address, fieldsFor(action));
  if (result.ok) {
    endKeeping();
    if (action === "save") keepPlace();
    location.assign(result.answer.url);
  } else if (result.status === 409 || result.status === 422) {
    endKeeping();
    submitAsIs(action);
  } else {
    isSaving = false;
    tell(result);
    resumeKeeping();
  }
}

// The server answers with a screen: two savers' conflict, or the form with what is wrong in it.
function submitAsIs(action) {
  const field = document.createElement("input");
  Object.assign(field, { type: "hidden", name: "action", value: action });
  form.append(field);
  renewToken(form);
  form.submit();
}

const press = (action) => form.querySelector(`.edit-bar [value=${action}]`)?.click();

function takeShortcut(event) {
  if (!(event.ctrlKey || event.metaKey) || event.isComposing) return;
  const isBare = !event.shiftKey && !event.altKey;
  if (event.key.toLowerCase() === "s" && isBare) press("save");
  else if (event.key !== "Enter") return;
  else if (isBare) press("save_next");
  else press(event.altKey ? "publish" : "submit");
  event.preventDefault();
}

// Enter in a line adds what is typed there, and else does nothing: it must not save by mistake.
function takeEnter(event) {
  const { target } = event;
  if (event.key !== "Enter" || event.defaultPrevented || event.ctrlKey || event.metaKey || event.isComposing) return;
  if (!target.matches("input, select, .one-line")) return;
  event.preventDefault();
  if (target.dataset.add) addTyped(target.dataset.add);
}

function takeClick(event) {
  const { target } = event;
  if (!target.matches("[data-find], [data-add-button]")) return;
  event.preventDefault();
  if (target.matches("[data-find]")) refreshFacts("find", "[data-find]");
  else addTyped(target.parentElement.querySelector("[data-add]").dataset.add);
}

function submit(event) {
  const action = event.submitter?.value ?? "save";
  if (action === "discard") {
    endKeeping();
    renewToken(form);
    return;
  }
  event.preventDefault();
  save(action);
}

document.addEventListener("keydown", takeShortcut);
form.addEventListener("keydown", takeEnter);
form.addEventListener("click", takeClick);
form.addEventListener("submit", submit);
form.addEventListener("input", ({ target }) => {
  if (target.dataset.add) suggest(target);
  changed();
});
form.querySelector("[value=preview]").hidden = true;
startKeeping();
startFacts(changed);
if (!bringBackPlace()) goToStart();
