// The files that were chosen or dropped: a list with their sizes, from which each can be taken out before they are sent.

const zone = document.querySelector("[data-drop-zone]");
const input = zone?.querySelector("input[type=file]");
const list = zone?.querySelector("[data-chosen-files]");
const trouble = zone?.querySelector("[data-trouble]");
let chosen = [];

const key = (file) => `${file.name}\n${file.size}\n${file.lastModified}`;

const unit = (value, name) =>
  new Intl.NumberFormat(document.documentElement.lang, {
    style: "unit",
    unit: name,
    maximumFractionDigits: value < 10 ? 1 : 0,
  }).format(value);

function size({ size }) {
  if (size < 1024) return unit(size, "byte");
  return size < 1024 ** 2 ? unit(size / 1024, "kilobyte") : unit(size / 1024 ** 2, "megabyte");
}

function text(tag, content, className) {
  const element = document.createElement(tag);
  element.textContent = content;
  if (className) element.className = className;
  return element;
}

function row(file, index) {
  const remove = text("button", "×", "link-button");
  remove.type = "button";
  remove.setAttribute("aria-label", zone.dataset.remove.replace("NAME", () => file.name));
  remove.addEventListener("click", () => take(index));
  const item = document.createElement("li");
  item.append(text("span", file.name), text("span", size(file), "count"), remove);
  if (file.size > Number(zone.dataset.mostBytes)) item.append(text("span", zone.dataset.tooLarge, "error"));
  return item;
}

function show() {
  const files = new DataTransfer();
  chosen.forEach((file) => files.items.add(file));
  input.files = files.files;
  list.replaceChildren(...chosen.map(row));
  trouble.textContent = chosen.length > Number(zone.dataset.mostFiles) ? zone.dataset.tooMany : "";
}

function add(files) {
  const known = new Set(chosen.map(key));
  chosen.push(...[...files].filter((file) => !known.has(key(file))));
  show();
}

function take(index) {
  chosen.splice(index, 1);
  show();
  (list.querySelectorAll("button")[Math.min(index, chosen.length - 1)] ?? input).focus();
}

function drop(event) {
  event.preventDefault();
  delete zone.dataset.over;
  add(event.dataTransfer.files);
}

if (zone) {
  zone.querySelector("[data-drop-hint]").hidden = false;
  input.addEventListener("change", () => add(input.files));
  zone.addEventListener("dragover", (event) => {
    event.preventDefault();
    zone.dataset.over = "";
  });
  zone.addEventListener("dragleave", () => delete zone.dataset.over);
  zone.addEventListener("drop", drop);
  zone.addEventListener("submit", (event) => {
    if (trouble.textContent) event.preventDefault();
  });
  // The browser brings back what was chosen before the page was left.
  if (input.files.length) add(input.files);
}
