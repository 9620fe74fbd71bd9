// Sends a pasted text or the chosen files: what does not arrive stays in its form, and a text is kept until it has.

import { later } from "./later.js";
import { renewToken, tell } from "./saving.js";

const keepAfter = 300;

// Sends fields and tells how much of them has gone; `status` is 0 where no server answered.
function upload(address, fields, onProgress) {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open("POST", address);
    request.setRequestHeader("Accept", "application/json");
    request.responseType = "json";
    request.upload.addEventListener("progress", ({ loaded, total }) => onProgress(loaded / total));
    request.addEventListener("loadend", () => {
      const { status, response } = request;
      resolve({ ok: status >= 200 && status < 300, status, answer: response });
    });
    request.send(fields);
  });
}

async function send(form, submitter) {
  const place = form.querySelector("[data-save-state]");
  const onProgress = (share) => {
    place.dataset.state = "";
    place.textContent = place.dataset.saving.replace("NUMBER", Math.floor(share * 100));
  };
  onProgress(0);
  renewToken(form);
  // Before the button is put out of action: a form without its button says nothing of what is wanted.
  const fields = new FormData(form, submitter);
  submitter.disabled = true;
  const result = await upload(form.getAttribute("action"), fields, onProgress);
  submitter.disabled = false;
  if (result.ok && result.answer) {
    forget(form);
    location.assign(result.answer.url);
  } else if (result.answer?.fields) {
    tell(result, place);
    showFields(form, result.answer.fields);
  } else if (result.status === 422 && form.dataset.keep) {
    // The screen says at each field what is wrong.
    renewToken(form);
    form.submit();
  } else {
    tell({ ...result, ok: false }, place);
  }
}

// What is wrong is said at the fields, which come anew; the files stay chosen.
function showFields(form, fields) {
  const place = form.querySelector("[data-fields]");
  place.innerHTML = fields;
  place.querySelector("[aria-invalid]").focus();
}

/* Keeping: on this computer, until it is sent. */

const typed = (form) => [...form.querySelectorAll("textarea, input:not([type=hidden], [type=file], [type=checkbox])")];

function keep(form) {
  const entry = typed(form).map(({ name, value }) => [name, value]);
  if (!entry.some(([, value]) => value)) return forget(form);
  try {
    localStorage.setItem(form.dataset.keep, JSON.stringify(entry));
    showKept(form, true);
  } catch {
    // A browser without room for it still shows the form.
  }
}

function forget(form) {
  if (!form.dataset.keep) return;
  localStorage.removeItem(form.dataset.keep);
  showKept(form, false);
}

function showKept(form, isKept) {
  form.querySelector("[data-kept]").hidden = !isKept;
  form.querySelector("[data-forget]").hidden = !isKept;
}

function bringBack(form) {
  if (typed(form).some(({ value }) => value)) return;
  const kept = JSON.parse(localStorage.getItem(form.dataset.keep) ?? "[]");
  for (const [name, value] of kept) form.elements[name].value = value;
  showKept(form, kept.length > 0);
}

function startKeeping(form) {
  let isKept = true;
  const keepNow = () => {
    if (!isKept) keep(form);
    isKept = true;
  };
  const keepLater = later(keepNow, keepAfter);
  form.addEventListener("input", () => {
    isKept = false;
    keepLater();
  });
  // Before it is sent too: nothing is kept after it has arrived.
  form.addEventListener("submit", keepNow);
  window.addEventListener("pagehide", keepNow);
  form.querySelector("[data-forget]").addEventListener("click", () => {
    for (const field of typed(form)) field.value = "";
    forget(form);
    typed(form)[0].focus();
  });
  bringBack(form);
}

for (const form of document.querySelectorAll("[data-send]")) {
  if (form.dataset.keep) startKeeping(form);
  form.addEventListener("submit", (event) => {
    if (event.defaultPrevented) return;
    event.preventDefault();
    send(form, event.submitter ?? form.querySelector("button[name]"));
  });
}
