// A change of many articles: what is ticked or filled in says what is meant, and places are offered while one is typed.

import { later } from "./later.js";

const form = document.querySelector("[data-choosing]");
const place = form?.querySelector("[data-choices]");
const suggestAfter = 200;

// To tick an article is to mean the ticked ones; to fill in a field is to mean its change.
function followTicks({ target }) {
  if (target.name === "article") form.querySelector("[name=scope][value=chosen]").checked = true;
}

function followField({ target }) {
  const kinds = [...form.querySelectorAll(`[data-goes-with="${target.id}"]`)];
  if (kinds.length && target.value && !kinds.some((kind) => kind.checked)) kinds[0].checked = true;
}

async function suggest() {
  const query = new URLSearchParams({ kind: "places", q: place.value });
  const response = await fetch(`${place.dataset.choices}?${query}`, { headers: { Accept: "application/json" } });
  if (!response.ok) return;
  const { choices } = await response.json();
  document.getElementById("places").replaceChildren(...choices.map((name) => new Option(name, name)));
}

if (form) {
  form.addEventListener("change", followTicks);
  form.addEventListener("input", followField);
  place.addEventListener("input", later(suggest, suggestAfter));
}
