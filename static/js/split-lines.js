// The lines of the page on the split screen: which one is the current, which are ticked; and setting them anew.

const marked = "data-marked";

export function makeLines(form) {
  let currentLine = "";

  const rows = () => [...form.querySelectorAll("[data-line]")];
  const rowOf = (line) => document.getElementById(`line-${line}`);
  const boxOf = (row) => row.querySelector("input");
  const offersOf = (row) => row.querySelector(".line-offers");
  // The current line is the last that had the focus.
  const current = () => rowOf(currentLine) ?? form.querySelector("[data-line]");
  const tickedBoxes = () => [...form.querySelectorAll("[data-line] > :checked")];

  // Marks the article of the current line, and brings it into the view of its column, not of the window.
  function showPanel() {
    const article = current()?.dataset.article;
    for (const panel of form.querySelectorAll("[data-panel]")) {
      panel.toggleAttribute("data-here", panel.dataset.panel === article);
    }
    const here = form.querySelector("[data-here]")?.getBoundingClientRect();
    const column = form.querySelector("[data-articles]");
    const { top, bottom } = column.getBoundingClientRect();
    if (here && (here.top < top || here.bottom > bottom)) column.scrollTop += here.top - top;
  }

  form.addEventListener("focusin", ({ target }) => {
    const row = target.closest("[data-line]");
    if (!row || row.dataset.line === currentLine) return;
    currentLine = row.dataset.line;
    showPanel();
  });

  // What is offered for a line closes when the line loses the focus: before the mouse is let go, the line that was
  // pressed would have moved away from under it. So the focus moves with the click, when the box of the line is ticked.
  form.addEventListener("mousedown", (event) => {
    const from = document.activeElement.closest("[data-line]");
    const isToAnother = event.target.closest("[data-line] > label") && !from?.contains(event.target);
    if (isToAnother && from?.querySelector(".line-offers")) event.preventDefault();
  });

  // What is offered for a line comes into view as well, which may be longer than the window has room for.
  function show(row) {
    row.scrollIntoView({ block: "nearest" });
    offersOf(row)?.scrollIntoView({ block: "nearest" });
  }

  // By mouse with the click, not with the focus before it: the line would move away from under it.
  form.addEventListener("click", ({ target }) => target.matches("[data-line] > input") && show(target.parentElement));

  // Whether the focus is on a line, on what is offered for it, or on a tool that was pressed for it.
  const isAt = (row) => row.contains(document.activeElement) || document.activeElement.matches(".split-tools [name=do]");

  return {
    rows,
    rowOf,
    current,
    showPanel,
    // The next line, or the last one, where something is to be decided; after the end comes the beginning.
    nextOpen(way) {
      const all = rows();
      const at = all.indexOf(current());
      const others = [...all.slice(at + 1), ...all.slice(0, at)];
      // Last of all the line itself: where it alone is open, there is nowhere else to go.
      return [...(way > 0 ? others : others.reverse()), all.at(at)].find((row) => row && "open" in row.dataset);
    },
    // The number of the line that a person is at, where nobody has said yet how its sentence goes on; "" for none.
    asking() {
      const row = current();
      return row && offersOf(row) && isAt(row) ? row.dataset.line : "";
    },
    focus(row = current()) {
      if (!row) return;
      boxOf(row).focus({ preventScroll: true });
      show(row);
    },
    tick(row, isTicked) {
      boxOf(row).checked = isTicked;
    },
    // Marks the lines with these numbers, and no others.
    mark(numbers) {
      for (const row of form.querySelectorAll(`[${marked}]`)) row.removeAttribute(marked);
      for (const number of numbers) rowOf(number)?.setAttribute(marked, "");
    },
    untick() {
      for (const box of tickedBoxes()) box.checked = false;
    },
    // The lines that a step is for: those that are ticked, or else the current one.
    chosen() {
      const boxes = tickedBoxes();
      return boxes.length ? boxes.map((box) => box.value) : [current()?.dataset.line ?? ""];
    },
    // The element stays: with another in its place the browser lays the whole list out anew.
    set(line, html) {
      const row = rowOf(line);
      const piece = document.createElement("template");
      piece.innerHTML = html.trim();
      const fresh = piece.content.firstElementChild;
      boxOf(fresh).checked = boxOf(row).checked;
      for (const name of row.getAttributeNames()) if (!fresh.hasAttribute(name) && name !== marked) row.removeAttribute(name);
      for (const { name, value } of fresh.attributes) row.setAttribute(name, value);
      row.replaceChildren(...fresh.childNodes);
    },
  };
}
