// Groups of suggestions -> a list box with its options; which of them is active.

function element(name, className, text = "", attributes = {}) {
  const made = Object.assign(document.createElement(name), { className, textContent: text });
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);
  return made;
}

function option(suggestion, number) {
  const attributes = { id: `suggestion-${number}`, role: "option", "aria-selected": "false", "data-url": suggestion.url };
  const line = element("div", "suggestion", "", attributes);
  if (suggestion.alias) line.append(element("span", "suggestion-alias", suggestion.alias), " → ");
  line.append(element("span", "suggestion-label", suggestion.label));
  if (suggestion.detail) line.append(" ", element("span", "suggestion-detail", suggestion.detail));
  return line;
}

export function createList(label) {
  const list = element("div", "suggestions", "", { id: "suggestions", role: "listbox", "aria-label": label });
  list.hidden = true;
  return list;
}

export function fill(list, groups) {
  let number = 0;
  const parts = groups.map(({ kind, label, suggestions }) => {
    const heading = element("div", "suggestion-heading", label, { id: `suggestions-${kind}`, role: "presentation" });
    const part = element("div", "suggestion-group", "", { role: "group", "aria-labelledby": heading.id });
    part.append(heading, ...suggestions.map((suggestion) => option(suggestion, number++)));
    return part;
  });
  list.replaceChildren(...parts);
  list.scrollTop = 0;
  return number;
}

export const options = (list) => [...list.querySelectorAll("[role=option]")];
export const active = (list) => list.querySelector("[aria-selected=true]");

export function activate(list, line) {
  for (const other of options(list)) other.setAttribute("aria-selected", String(other === line));
  line?.scrollIntoView({ block: "nearest" });
}

// After the last option and before the first comes the box itself, where none is active.
export function neighbour(list, step) {
  const lines = options(list);
  const place = lines.indexOf(active(list));
  return (place < 0 && step < 0 ? lines.at(-1) : lines[place + step]) ?? null;
}
