// A screen of decisions by keys: J and K go from difference to difference, R to the reason, N on; Ctrl+Enter decides.

import { comeAnew } from "./come-anew.js";

const form = document.querySelector("[data-decision]");
const reason = form?.querySelector("[data-reason]");
const marks = [...document.querySelectorAll("[data-differences] :is(del, ins), [data-unused] .original-line")];

// What replaces something stands right behind it: the two are one difference. Lines that nobody used are some too.
const differences = marks.filter((mark) => {
  const before = mark.previousSibling;
  return !(mark.matches("ins") && before?.nodeType === Node.ELEMENT_NODE && before.matches("del"));
});

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

document.addEventListener("keydown", (event) => {
  if (event.isComposing || event.altKey) return;
  if (event.ctrlKey || event.metaKey) {
    if (event.key !== "Enter" || event.shiftKey) return;
    event.preventDefault();
    // In the reason it sends back: who has written one does not mean to publish.
    const isReason = event.target.matches("[data-reason]");
    const button = (isReason && form?.querySelector("[data-with-reason]")) || form?.querySelector("[data-main]");
    button?.click();
    return;
  }
  const key = keys[event.key.toLowerCase()];
  if (!key || event.shiftKey || isTyping(event.target)) return;
  event.preventDefault();
  key();
});

// It stands at one address, whatever was decided: it may have been decided since.
comeAnew(location.pathname, () => reason && reason.value !== reason.defaultValue);
