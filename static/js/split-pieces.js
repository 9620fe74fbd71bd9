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

function setPanel(panel, html) {
  const template = document.createElement("template");
  template.innerHTML = html;
  keeping(panel, () => panel.replaceWith(template.content));
}

export function setPieces(root, lines, { pieces = {}, rows = {}, panels = {} }) {
  const had = document.activeElement;
  for (const [name, html] of Object.entries(pieces)) setPiece(root.querySelector(`[data-piece=${name}]`), html);
  for (const [key, html] of Object.entries(panels)) setPanel(root.querySelector(`[data-panel="${key}"]`), html);
  for (const [line, html] of Object.entries(rows)) lines.set(line, html);
  if (!had.isConnected) document.getElementById(had.id)?.focus({ preventScroll: true });
  // What had the focus may be gone, or may not be pressed any more.
  if (document.activeElement === document.body) lines.focus();
  lines.showPanel();
}
