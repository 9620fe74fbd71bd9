// Words selected in a report -> a button beside them, and a form over the report with the words filled in.

const link = document.querySelector("[data-report-error]");
const report = link.closest(".report");
const body = report.querySelector(".body");
const longestQuote = 500;

const button = document.createElement("button");
Object.assign(button, { type: "button", className: "report-button", textContent: link.dataset.button, hidden: true });
link.parentElement.before(button);

const dialog = document.createElement("dialog");
dialog.className = "report-dialog";
const heading = document.createElement("h2");
heading.textContent = link.dataset.heading;
heading.id = "report-dialog-heading";
dialog.setAttribute("aria-labelledby", heading.id);
const place = document.createElement("div");
dialog.append(heading, place);
document.body.append(dialog);

// Each block of the body is one element.
function blockOf(node) {
  let element = node;
  while (element && element.parentNode !== body) element = element.parentNode;
  return element ? String([...body.children].indexOf(element)) : "";
}

function readSelection() {
  const selection = document.getSelection();
  if (!selection.rangeCount || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  const quote = selection.toString().trim().slice(0, longestQuote);
  const isInside = report.contains(range.startContainer) && report.contains(range.endContainer);
  return quote && isInside ? { range, quote, block: blockOf(range.startContainer) } : null;
}

function follow() {
  const selected = readSelection();
  button.hidden = !selected;
  if (!selected) return;
  const address = new URL(link.href);
  address.search = new URLSearchParams({ quote: selected.quote, block: selected.block });
  link.href = address;
  const box = selected.range.getBoundingClientRect();
  const around = button.offsetParent?.getBoundingClientRect() ?? { left: 0, top: 0 };
  const left = Math.max(0, Math.min(box.left, document.documentElement.clientWidth - button.offsetWidth - 16));
  button.style.left = `${left - (button.offsetParent === document.body ? -scrollX : around.left)}px`;
  button.style.top = `${box.bottom + 8 - (button.offsetParent === document.body ? -scrollY : around.top)}px`;
}

async function open(event) {
  event.preventDefault();
  button.hidden = true;
  await window.htmx.ajax("GET", link.href, { target: place, swap: "innerHTML" });
  if (!place.firstElementChild) {
    location.assign(link.href);
    return;
  }
  dialog.showModal();
  place.querySelector("[name=note]")?.focus();
}

document.addEventListener("selectionchange", follow);
// The selection, and with it the button, would be gone before the click.
button.addEventListener("mousedown", (event) => event.preventDefault());
button.addEventListener("click", open);
link.addEventListener("click", open);
dialog.addEventListener("click", (event) => {
  if (!event.target.matches("[data-close]")) return;
  event.preventDefault();
  dialog.close();
});
dialog.addEventListener("close", () => place.replaceChildren());
