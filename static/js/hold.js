// Tells the server every half minute that this screen is still open, and shows when another person works here.

import { send } from "./saving.js";

const place = document.querySelector("[data-hold]");
const notice = place?.querySelector("[data-hold-notice]");
const seconds = 30;

const fields = (action) => ({ kind: place.dataset.kind, pk: place.dataset.pk, action });

async function renew() {
  const { ok, answer } = await send(place.dataset.url, fields("renew"));
  if (!ok || !answer) return;
  notice.hidden = answer.is_own;
  if (!answer.is_own) notice.querySelector("[data-hold-text]").textContent = answer.message;
}

if (place) {
  // Also at once: the screen may have come out of the browser's memory, without the server.
  window.addEventListener("pageshow", renew);
  setInterval(renew, seconds * 1000);
}
