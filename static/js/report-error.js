// Words selected in a report -> a button beside them, and a form over the report with the words filled in.

const link = document.querySelector("[data-report-error]");
const report = link.closest(".report");
const body = report.querySelector(".body");
const longestQuote = 500;
const below = 8;

const button = document.createElement("button");
Object.assign(button, { type: "button", className: "report-button", textContent: link.dataset.button, hidden: true });
link.parentElement.before(button);

const dialog = document.createElement("dialog");
const heading = document.createElement("h2");
const place = document.createElement("div");
Object.assign(heading, { id: "report-dialog-heading", textContent: link.dataset.heading });
dialog.className = "report-dialog";
dialog.setAttribute("aria-labelledby", heading.id);
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
  if (dialog.open) return;
  const selected = readSelection();
  button.hidden = !selected;
  const address = new URL(link.href);
  address.search = selected ? new URLSearchParams({ quote: selected.quote, block: selected.block }) : "";
  link.href = address;
  if (!selected) return;
  const [box, frame] = [selected.range, report].map((one) => one.getBoundingClientRect());
  const left = Math.min(box.left - frame.left, frame.width - button.offsetWidth);
  button.style.left = `${Math.max(0, left)}px`;
  button.style.top = `${box.bottom - frame.top + below}px`;
}

async function open(event) {
  event.preventDefault();
  const address = link.href;
  await window.htmx.ajax("GET", address, { target: place, swap: "innerHTML" });
  if (!place.firstElementChild) {
    location.assign(address);
    return;
  }
  dialog.showModal();
  focusFirst();
}

const focusFirst = () => place.querySelector("[aria-invalid], [name=note], [data-close]")?.focus();

// What was typed stays in the form.
function tellTrouble() {
  const form = place.querySelector("form");
  form?.querySelector("[data-trouble]")?.remove();
  const line = document.createElement("p");
  Object.assign(line, { className: "error", role: "alert", textContent: link.dataset.trouble });
  line.dataset.trouble = "";
  form?.prepend(line);
}

document.addEventListener("selectionchange", follow);
// The selection, and with it the button, would be gone before the click.
button.addEventListener("mousedown", (event) => event.preventDefault());
button.addEventListener("click", open);
link.addEventListener("mousedown", (event) => event.preventDefault());
link.addEventListener("click", open);
dialog.addEventListener("click", (event) => {
  if (!event.target.matches("[data-close]")) return;
  event.preventDefault();
  dialog.close();
});
dialog.addEventListener("close", () => place.replaceChildren());
place.addEventListener("htmx:afterSwap", () => dialog.open && focusFirst());
for (const trouble of ["htmx:sendError", "htmx:responseError"]) place.addEventListener(trouble, tellTrouble);
