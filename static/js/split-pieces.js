// The pieces of the split screen, set anew by what the server answers; what was open, typed or had the focus stays so.

const openOnes = "details[open][id]";
const typedIn = "[data-target], [data-reason]";

function keeping(element, set) {
  const open = [...element.querySelectorAll(openOnes)].map(({ id }) => id);
  const texts = [...element.querySelectorAll(typedIn)].map(({ name, value }) => [name, value]);
  set();
  for (const id of open) document.getElementById(id)?.setAttribute("open", "");
  for (const [name, value] of texts) element.querySelector(`[name=${name}]`).value = value;
}

function setPiece(piece, html) {
  keeping(piece, () => {
    piece.innerHTML = html;
  });
}

function read(html) {
  const template = document.createElement("template");
  template.innerHTML = html.trim();
  return template.content.firstElementChild;
}

// Takes articles out that are gone, and makes places for new ones; all others stay, for each that moves costs time.
function setOrder(list, order) {
  const keys = order.map(String);
  for (const panel of [...list.children]) if (!keys.includes(panel.dataset.panel)) panel.remove();
  keys.forEach((key, at) => {
    const there = list.children[at];
    if (there?.dataset.panel === key) return;
    const panel = list.querySelector(`[data-panel="${key}"]`) ?? document.createElement("li");
    panel.dataset.panel = key;
    list.insertBefore(panel, there ?? null);
  });
}

function setPanel(panel, html) {
  keeping(panel, () => panel.replaceWith(read(html)));
}

// Gives an article, or a line of one, another number and colour.
function setMark(element, { number, colour, html }) {
  element.className = element.className.replace(/colour-\d+/, `colour-${colour}`);
  for (const place of element.querySelectorAll(".line-article")) place.innerHTML = html;
  for (const place of element.querySelectorAll(".panel-number")) place.textContent = number;
  for (const button of element.querySelectorAll("[data-place]")) {
    button.value = `order:${element.dataset.panel}:${number + Number(button.dataset.place)}`;
  }
}

export function setPieces(root, lines, { pieces = {}, order = [], panels = {}, marks = {}, rows = {} }) {
  const had = document.activeElement;
  for (const [name, html] of Object.entries(pieces)) setPiece(root.querySelector(`[data-piece=${name}]`), html);
  if (order.length) setOrder(root.querySelector("[data-panels]"), order);
  for (const [key, html] of Object.entries(panels)) setPanel(root.querySelector(`[data-panel="${key}"]`), html);
  for (const element of root.querySelectorAll("[data-panel], [data-article]")) {
    const mark = marks[element.dataset.panel ?? element.dataset.article];
    if (mark) setMark(element, mark);
  }
  for (const [line, html] of Object.entries(rows)) lines.set(line, html);
  if (!had.isConnected) document.getElementById(had.id)?.focus({ preventScroll: true });
  // What had the focus may be gone, or may not be pressed any more.
  if (document.activeElement === document.body) lines.focus();
  lines.showPanel();
}
