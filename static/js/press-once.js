// What a tired hand does twice is done once. The second half of a double click, and a key that is held, press no button:
// by then that of another page may stand there. A form that was sent is not sent again while its answer is on the way.
// And a screen that has just come has not been seen yet: for a moment it does not take the key that decides.

const answerIsDue = 5000;
const isSeenAfter = 1000;
const canDecide = "data-can-decide";
const page = document.documentElement;
let sent = new WeakSet();

// The split screen has buttons that go further with each click, and looks after the others itself (split.js).
const isOwn = (element) => element.closest("[data-split]");

function press(event) {
  const button = event.target.closest?.("button");
  if (event.detail > 1 && button?.type === "submit" && button.form?.method === "post" && !isOwn(button)) {
    event.preventDefault();
  }
}

const hasControl = (event) => event.ctrlKey || event.metaKey;

// In a text Enter ends a line, and held it ends several.
function isHeld(event) {
  if (!event.repeat || (!hasControl(event) && (event.key !== "Enter" || event.target.matches("textarea")))) return false;
  return ["enter", "s"].includes(event.key.toLowerCase());
}

// Pressed for the screen before, a second time.
const isTooSoon = (event) => hasControl(event) && event.key === "Enter" && !page.hasAttribute(canDecide);

function sayTooSoon() {
  const state = document.querySelector("[data-save-state][data-too-soon]");
  if (state) state.textContent = state.dataset.tooSoon;
}

function takeKey(event) {
  const tooSoon = isTooSoon(event);
  if (!tooSoon && !isHeld(event)) return;
  event.preventDefault();
  event.stopPropagation();
  if (tooSoon) sayTooSoon();
}

function send(event) {
  const form = event.target;
  if (event.defaultPrevented || form.method !== "post") return;
  if (sent.has(form)) return event.preventDefault();
  sent.add(form);
  setTimeout(() => sent.delete(form), answerIsDue);
}

document.addEventListener("click", press, { capture: true });
document.addEventListener("keydown", takeKey, { capture: true });
document.addEventListener("submit", send);
// Also of a page that comes out of the browser's memory.
window.addEventListener("pageshow", () => {
  sent = new WeakSet();
  page.removeAttribute(canDecide);
  setTimeout(() => page.setAttribute(canDecide, ""), isSeenAfter);
});
