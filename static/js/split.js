// The split screen: what is pressed, by mouse or key, is sent as a step, and what differs after it is set anew.

import { comeAnew } from "./come-anew.js";
import { tell } from "./saving.js";
import { makeAsking } from "./split-asking.js";
import { watchKeys } from "./split-keys.js";
import { makeLines } from "./split-lines.js";
import { setPieces } from "./split-pieces.js";
import { makeQueue } from "./split-queue.js";
import { watchTools } from "./split-tools.js";
import { makeWaiting } from "./split-waiting.js";

const root = document.querySelector("[data-split]");
const form = document.querySelector("#split");
const keys = root.querySelector("[data-keys]");
const unsent = root.querySelector("[data-unsent]");
const state = root.querySelector("[data-save-state]");
const keysOff = "split-keys-off";

const lines = makeLines(form);
const waiting = makeWaiting(unsent);
const queue = makeQueue(form.action, root.dataset.key, {
  seen: () => form.elements.seen.value,
  settle,
  tell: waiting.tell,
});

/* What is said */

function say(text, isTrouble = false) {
  state.dataset.state = isTrouble ? "trouble" : "";
  state.textContent = text;
}

function settle({ ok, answer }, step) {
  if (answer?.url) return location.assign(answer.url);
  if (!answer) return;
  const before = form.elements.seen.value;
  const asking = lines.asking();
  const isWaiting = answer.line && waitsFor(step);
  setPieces(root, lines, answer);
  if (isWaiting) lines.focus(lines.rowOf((ledBackTo = String(answer.line))));
  if (ok && asking && asking !== lines.asking() && decides(step)) lines.focus(lines.nextOpen(1));
  root.querySelector("[data-open-keys]").hidden = false;
  // A repeated step that found nothing more to do: what the first has done stays said.
  if (step?.isRepeated && form.elements.seen.value === before && !pending()) return;
  if (answer.message) say(ok ? `${answer.message} · ${state.dataset.saved}` : answer.message, !ok);
  if (!ok && answer.pieces) (pending() ?? wrong())?.focus();
}

// What is undone or done again by key leads back to its line: only who is still at the line where the key was pressed, or
// to which the step before led. Who has gone on meanwhile stays there, and so does who pressed a button, to press it again.
let ledBackTo = "";
const waitsFor = (step) => {
  const row = document.activeElement.closest("[data-line]");
  const askedAt = step.fields.find(([name]) => name === "lines")?.[1];
  return Boolean(row) && [askedAt, ledBackTo].includes(row.dataset.line);
};

// Whether a step says how a sentence goes on, or that it does not.
const decides = (step) =>
  step?.fields.some(([name, value]) => name === "do" && /^(join|gap_after|whole)\b/.test(value)) ?? false;

// A step that was not taken: it has to be done or dropped before the next.
const pending = () => root.querySelector("[data-pending]");

// What has to be mended in the page's own data; of a newspaper that is not there yet, the box that adds it.
function wrong() {
  const field = root.querySelector("[aria-invalid]");
  return field?.parentElement.querySelector("[name=add_newspaper]") ?? field;
}

/* Steps */

let sentLines = "";

// Lines are sent in one field: a page may have more of them than a form may have fields. A repeated step is for the
// same lines again, which are not ticked any more.
function send(button, isRepeated = false) {
  if (pending()) return pending().focus();
  if (!isRepeated) sentLines = lines.chosen().join(",");
  const isOther = (name) => name.startsWith("into-") && !button.value.startsWith("merge");
  const fields = [...new FormData(form, button)].filter(
    ([name]) => !["csrfmiddlewaretoken", "line", "seen"].includes(name) && !isOther(name),
  );
  fields.push(["lines", sentLines]);
  for (const name of ["target", "reason"]) form.elements[name].value = "";
  lines.untick();
  queue.push(fields, isRepeated);
  if (!isRepeated) waiting.tellSent(queue);
}

function ask(step) {
  const button = document.createElement("button");
  Object.assign(button, { name: "do", value: step, hidden: true });
  form.append(button);
  send(button);
  button.remove();
}

const offer = (nth) => lines.current()?.querySelectorAll(".line-offers [value^=join]")[nth - 1];

function join(nth) {
  if (offer(nth)) ask(offer(nth).value);
  else say(root.dataset.nothingOffered);
}

// A line that goes on with another already is offered last: where no other is, nothing is decided anew by mistake.
function joinBest() {
  const { offered, follows } = offer(1)?.dataset ?? {};
  if (follows) say(root.dataset.offerTaken.replace("LINE", offered).replace("OTHER", follows));
  else join(1);
}

function give(number) {
  const panel = form.querySelectorAll("[data-panel]")[number - 1];
  if (panel) ask(`give:${panel.dataset.panel}`);
  else say(root.dataset.noArticle.replace("NUMBER", number));
}

// Gives the article of the current line to the one before it.
function mergeUp() {
  const panel = form.querySelector("[data-here]");
  const above = panel?.previousElementSibling;
  if (above) ask(`merge:${panel.dataset.panel}:${above.dataset.panel}`);
  else say(root.dataset.nothingAbove);
}

// Opens an article to be read through, or closes it.
async function read(key = lines.current()?.dataset.article) {
  const address = new URL(form.action);
  const was = form.elements.read?.value;
  if (was) address.searchParams.set("was", was);
  if (was !== key) address.searchParams.set("read", key);
  const response = await fetch(address, { headers: { Accept: "application/json" } }).catch(() => null);
  if (!response?.ok) return tell({ ok: false, status: response?.status ?? 0, answer: null });
  settle({ ok: true, answer: await response.json() });
  form.querySelector(`[data-panel="${key}"]`)?.scrollIntoView({ block: "nearest" });
}

const finish = () => (root.querySelector("[data-finish-sure]") ?? root.querySelector("[data-finish]")).click();

/* Keys can be switched off, for who speaks to the computer. */

const usesKeys = () => !localStorage.getItem(keysOff);

function showKeys() {
  keys.querySelector("[data-single-keys]").checked = usesKeys();
  keys.showModal();
}

function switchKeys({ target }) {
  if (target.checked) localStorage.removeItem(keysOff);
  else localStorage.setItem(keysOff, "yes");
}

/* What is pressed */

// Steps that go further with each click. Of any other the second half of a double click asks for nothing: the first
// half has done it, and by now another button may stand there.
const repeatable = ["up", "down", "undo", "redo"];
const pressable = "[name=do], [data-pending-do], [data-read]";
let isRepeated = false;

function submit(event) {
  const { submitter } = event;
  if (submitter?.value !== "finish") {
    event.preventDefault();
    if (submitter) send(submitter, isRepeated);
  } else if (queue.waiting) {
    // The articles are made of what is saved.
    event.preventDefault();
    queue.whenEmpty(() => root.querySelector("[data-finish]").click());
  }
}

// The forms beside the lines: the page's own data, and a step that was not taken.
function submitBeside(event) {
  const fields = [...new FormData(event.target, event.submitter)].filter(
    ([name]) => !["csrfmiddlewaretoken", "seen"].includes(name),
  );
  const isFolio = event.target.matches("[data-folio]");
  const isPending = event.target.matches("[data-pending]") && !fields.some(([, value]) => value === "finish");
  if (!isFolio && !isPending) return;
  event.preventDefault();
  if (isFolio) queue.push(fields);
  else queue.sendInstead(fields);
  waiting.tellSent(queue);
}

function dropPending() {
  root.querySelector("[data-piece=notice]").replaceChildren();
  queue.dropFirst();
  lines.focus();
}

function click(event) {
  const button = event.target.closest(pressable);
  isRepeated = event.detail > 1;
  if (isRepeated && button && !repeatable.includes(button.value)) return event.preventDefault();
  const go = event.target.closest("[data-go]");
  const panel = event.target.closest("[data-read]");
  if (go) lines.focus(lines.rowOf(go.dataset.go));
  else if (panel) read(panel.dataset.read);
  else if (event.target.closest("[data-open-keys]")) showKeys();
  else if (event.target.closest("[data-pending-drop]")) dropPending();
  else return;
  event.preventDefault();
}

/* Coming back */

// Typed and not yet sent: the page's own data, the number of a line, a reason.
const isTyped = () =>
  [...root.querySelectorAll("input:not([type=hidden], [type=checkbox])")].some((one) => one.value !== one.defaultValue);

root.addEventListener("submit", (event) => (event.target === form ? submit(event) : submitBeside(event)));
root.addEventListener("click", click);
unsent.querySelector("[data-unsent-send]").addEventListener("click", () => queue.goOn());
unsent.querySelector("[data-unsent-drop]").addEventListener("click", () => queue.dropAll());
keys.querySelector("[data-single-keys]").addEventListener("change", switchKeys);
window.addEventListener("online", queue.goOnByItself);
comeAnew(form.action, isTyped);
watchTools();
watchKeys({
  ...lines,
  ...makeAsking(form, lines, { ask, say }),
  ...{ ask, join, joinBest, give, mergeUp, read, finish, showKeys, usesKeys },
  say: (what) => say(root.dataset[what]),
});

root.querySelector("[data-open-keys]").hidden = false;
if (queue.waiting) waiting.show(queue.waiting, "before");
if (document.activeElement === document.body) {
  lines.focus(lines.rowOf(location.hash.slice("#line-".length)) ?? lines.current());
}
