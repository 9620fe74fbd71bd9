// The pieces of the split screen, set anew by what the server answers; what was open, typed or had the focus is so still.

const kept = "details[open][id]";
const typed = "[data-target], [data-reason]";

function setPiece(root, name, html) {
  const piece = root.querySelector(`[data-piece=${name}]`);
  const open = [...piece.querySelectorAll(kept)].map(({ id }) => id);
  const texts = [...piece.querySelectorAll(typed)].map((field) => [field.name, field.value]);
  piece.innerHTML = html;
  for (const id of open) document.getElementById(id)?.setAttribute("open", "");
  for (const [name, value] of texts) piece.querySelector(`[name=${name}]`).value = value;
}

export function setPieces(root, lines, { pieces = {}, rows = {} }) {
  const had = document.activeElement;
  for (const [name, html] of Object.entries(pieces)) setPiece(root, name, html);
  for (const [line, html] of Object.entries(rows)) lines.set(line, html);
  if (!had.isConnected) document.getElementById(had.id)?.focus({ preventScroll: true });
  // What had the focus may be gone, or may not be pressed any more.
  if (document.activeElement === document.body) lines.focus();
  lines.showPanel();
}
