// Two savers: who writes a text of their own chooses it by that, and what is chosen and written is kept as it is done.

import { later } from "./later.js";
import { send, tell } from "./saving.js";

const form = document.querySelector("[data-conflict]");
const keepAfter = 1000;

// Kept is an entry of the version that the editor had opened: the other's changes are still to be settled.
async function keep() {
  const fields = new FormData(form);
  fields.set("action", "keep");
  fields.set("version", form.dataset.opened);
  tell(await send(form.getAttribute("action"), fields));
}

const keepLater = later(keep, keepAfter);

form.addEventListener("input", ({ target }) => {
  if (target.matches("textarea")) form.elements[target.name.replace("edited:", "choose:")].value = "edited";
  keepLater();
});
form.addEventListener("submit", () => keepLater.cancel());

// The keys that save on the edit screen save what is chosen here.
document.addEventListener("keydown", (event) => {
  if (!(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey || event.isComposing) return;
  if (!["s", "enter"].includes(event.key.toLowerCase())) return;
  event.preventDefault();
  form.querySelector("[value=resolve]").click();
});
