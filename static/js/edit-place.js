// A save brings the edit screen anew, at its top: who was typing goes on at the same place, and reads there that it is
// saved. Where the screen has more to say than that, it stays at its top.

const form = document.querySelector("[data-edit]");
const state = form.querySelector("[data-save-state]");
const key = `place:${form.dataset.key}`;
const moreToSay = ".notices :is(.notice-error, .notice-warning)";

const topOf = (element) => element.getBoundingClientRect().top;

// Not the buttons: they stand at the window's edge, wherever the screen is scrolled to.
const fieldThatHasTheFocus = () => document.activeElement.closest("input, select, textarea");

export function keepPlace() {
  const field = fieldThatHasTheFocus();
  const { name, value, selectionStart, selectionEnd, scrollTop } = field ?? {};
  const place = { name, value, selectionStart, selectionEnd, scrollTop, top: topOf(field ?? document.body) };
  try {
    sessionStorage.setItem(key, JSON.stringify(place));
  } catch {
    // A browser without room for it shows the screen from its top.
  }
}

function takePlace() {
  const place = JSON.parse(sessionStorage.getItem(key) ?? "null");
  sessionStorage.removeItem(key);
  return place;
}

function find({ name, value }) {
  const named = [...form.elements].filter((one) => one.name === name);
  return named.find((one) => one.type !== "radio" || one.value === value);
}

// Returns whether a field has the focus again.
export function bringBackPlace() {
  const place = takePlace();
  if (!place || document.querySelector(moreToSay)) return false;
  const field = place.name && find(place);
  if (place.name && !field) return false;
  state.textContent = document.querySelector(".notices")?.textContent.trim() ?? "";
  field?.focus({ preventScroll: true });
  if (place.selectionStart !== null) field?.setSelectionRange?.(place.selectionStart, place.selectionEnd);
  if (field) field.scrollTop = place.scrollTop;
  scrollBy({ top: topOf(field ?? document.body) - place.top, behavior: "instant" });
  return Boolean(field);
}
