// What is typed into the search box -> suggestions under it, chosen by keyboard or pointer. ARIA: a combobox.

import { later } from "./later.js";
import { activate, active, createList, fill, neighbour, options } from "./suggest-list.js";

const wait = 120;

class Suggesting {
  constructor(form) {
    this.form = form;
    this.box = form.elements.q;
    this.list = createList(form.dataset.suggestLabel);
    this.status = Object.assign(document.createElement("p"), { className: "visually-hidden" });
    this.status.setAttribute("role", "status");
    this.asking = new AbortController();
    this.ask = later(() => this.fetch(), wait);
    this.prepare();
  }

  prepare() {
    const attributes = { type: "text", role: "combobox", autocomplete: "off", inputmode: "search" };
    const states = { autocomplete: "list", expanded: "false", haspopup: "listbox", controls: this.list.id };
    for (const [name, value] of Object.entries(attributes)) this.box.setAttribute(name, value);
    for (const [name, value] of Object.entries(states)) this.box.setAttribute(`aria-${name}`, value);
    this.box.removeAttribute("aria-activedescendant");
    this.form.append(this.list, this.status);
    this.listen();
  }

  listen() {
    // While an input method composes, keys and letters are its own.
    this.box.addEventListener("input", (event) => event.isComposing || this.follow());
    this.box.addEventListener("compositionend", () => this.follow());
    this.box.addEventListener("keydown", (event) => {
      if (event.isComposing || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
      if (this.press(event.key)) event.preventDefault();
    });
    this.box.addEventListener("blur", () => this.close());
    this.form.addEventListener("submit", () => this.close());
    // The box keeps the focus when an option is pressed.
    this.list.addEventListener("mousedown", (event) => event.preventDefault());
    this.list.addEventListener("click", ({ target }) => {
      const line = target.closest("[role=option]");
      if (line) this.go(line);
    });
  }

  follow() {
    if (this.box.value.trim()) this.ask();
    else this.close();
  }

  // An answer that comes after the next question, or not at all, changes nothing.
  async fetch() {
    this.asking.abort();
    this.asking = new AbortController();
    const { signal } = this.asking;
    const address = `${this.form.dataset.suggest}?${new URLSearchParams({ q: this.box.value })}`;
    try {
      const response = await fetch(address, { signal });
      const answer = response.ok && !response.redirected ? await response.json() : { groups: [] };
      if (!signal.aborted) this.present(answer.groups);
    } catch {
      if (!signal.aborted) this.show(false);
    }
  }

  present(groups) {
    const { suggestCount, suggestNone } = this.form.dataset;
    const count = fill(this.list, groups);
    this.select(null);
    this.show(count > 0);
    this.status.textContent = count ? suggestCount.replace("COUNT", count) : suggestNone;
  }

  show(isShown) {
    this.list.hidden = !isShown;
    this.box.setAttribute("aria-expanded", String(isShown));
    if (!isShown) this.select(null);
  }

  select(line) {
    activate(this.list, line);
    if (line) this.box.setAttribute("aria-activedescendant", line.id);
    else this.box.removeAttribute("aria-activedescendant");
  }

  close() {
    this.ask.cancel();
    this.asking.abort();
    this.show(false);
    this.status.textContent = "";
  }

  go(line) {
    const { url } = line.dataset;
    this.close();
    location.assign(url);
  }

  move(step) {
    if (!this.list.hidden) this.select(neighbour(this.list, step));
    else this.follow();
  }

  // True where a key was meant for the list.
  press(key) {
    const line = active(this.list);
    if (key === "ArrowDown") this.move(1);
    else if (key === "ArrowUp") this.move(-1);
    else if (this.list.hidden) return false;
    else if (key === "Escape") this.close();
    else if (key === "Enter" && line) this.go(line);
    else if (key === "Home" && line) this.select(options(this.list).at(0));
    else if (key === "End" && line) this.select(options(this.list).at(-1));
    else return false;
    return true;
  }
}

// A page that comes back from the history of htmx has the elements of its first life, without their listeners.
function begin() {
  const form = document.querySelector("[data-suggest]");
  if (!form) return;
  for (const old of form.querySelectorAll("[role=listbox], [role=status]")) old.remove();
  new Suggesting(form);
}

document.addEventListener("htmx:historyRestore", begin);
begin();
