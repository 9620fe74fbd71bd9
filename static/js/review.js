// A screen of decisions by keys: J and K go from difference to difference, R to the reason, N on; Ctrl+Enter decides,
// and with Alt it publishes where a screen can do either.

import { comeAnew } from "./come-anew.js";

const decision = document.querySelector("[data-decision]");
const reason = decision?.querySelector("[data-reason]");
const marks = [...document.querySelectorAll("[data-differences] :is(del, ins), [data-unused] .original-line")];

// What replaces something stands right behind it: the two are one difference. Lines that nobody used are some too.
const differences = marks.filter((mark) => {
  const before = mark.previousSibling;
  return !(mark.matches("ins") && before?.nodeType === Node.ELEMENT_NODE && before.matches("del"));
});

// Side by side one goes down both columns at once.
const height = (mark) => mark.getBoundingClientRect().top;
if (document.querySelector("[data-side-by-side]")) differences.sort((one, other) => height(one) - height(other));

const isTyping = (element) => element.matches("textarea, select, input, [contenteditable]");

let here = -1;

function go(step) {
  if (!differences.length) return;
  here = (here + step + differences.length) % differences.length;
  for (const before of document.querySelectorAll("[data-here]")) before.removeAttribute("data-here");
  const mark = differences[here];
  mark.dataset.here = "";
  mark.tabIndex = -1;
  mark.focus({ preventScroll: true });
  mark.scrollIntoView({ block: "center" });
  showLine(mark);
}

// The original beside it follows to the first of the lines that the piece was printed on.
function showLine(mark) {
  if (mark.matches(".original-line")) return;
  const number = mark.closest(".piece")?.querySelector(".piece-lines a");
  const line = number && document.getElementById(number.hash.slice(1));
  if (!line) return;
  line.dataset.here = "";
  const column = line.closest(".review-original");
  if (getComputedStyle(column).position !== "sticky") return;
  column.scrollTop += line.getBoundingClientRect().top - column.getBoundingClientRect().top - column.clientHeight / 3;
}

const keys = {
  j: () => go(1),
  k: () => go(here < 0 ? 0 : -1),
  r: () => reason?.focus(),
  n: () => document.querySelector("[data-next]")?.click(),
};

// In the reason it sends back: who has written one does not mean to publish.
function findButton({ target, altKey }) {
  const isReason = target.matches("[data-reason]");
  if (altKey) return isReason ? null : decision?.querySelector("[data-publish]");
  return (isReason && decision?.querySelector("[data-with-reason]")) || decision?.querySelector("[data-main]");
}

document.addEventListener("keydown", (event) => {
  if (event.isComposing) return;
  if (event.ctrlKey || event.metaKey) {
    if (event.key !== "Enter" || event.shiftKey) return;
    event.preventDefault();
    findButton(event)?.click();
    return;
  }
  if (event.altKey) return;
  const key = keys[event.key.toLowerCase()];
  if (!key || event.shiftKey || isTyping(event.target)) return;
  event.preventDefault();
  key();
});

// It stands at one address, whatever was decided: it may have been decided since.
comeAnew(decision?.dataset.address ?? location.pathname, () => reason && reason.value !== reason.defaultValue);
