// What a tired hand does twice is done once. The second half of a double click, and a key that is held, press no button:
// by then that of another page may stand there. A form that was sent is not sent again while its answer is on the way.

const answerIsDue = 5000;
let sent = new WeakSet();

// The split screen has buttons that go further with each click, and looks after the others itself (split.js).
const isOwn = (element) => element.closest("[data-split]");

function press(event) {
  const button = event.target.closest?.("button");
  if (event.detail > 1 && button?.type === "submit" && button.form?.method === "post" && !isOwn(button)) {
    event.preventDefault();
  }
}

// In a text Enter ends a line, and held it ends several.
function hold(event) {
  const hasControl = event.ctrlKey || event.metaKey;
  if (!event.repeat || (!hasControl && (event.key !== "Enter" || event.target.matches("textarea")))) return;
  if (!["enter", "s"].includes(event.key.toLowerCase())) return;
  event.preventDefault();
  event.stopPropagation();
}

function send(event) {
  const form = event.target;
  if (event.defaultPrevented || form.method !== "post") return;
  if (sent.has(form)) return event.preventDefault();
  sent.add(form);
  setTimeout(() => sent.delete(form), answerIsDue);
}

document.addEventListener("click", press, { capture: true });
document.addEventListener("keydown", hold, { capture: true });
document.addEventListener("submit", send);
window.addEventListener("pageshow", () => {
  sent = new WeakSet();
});
