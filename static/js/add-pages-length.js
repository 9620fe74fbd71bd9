// The box for a page's text: what would make it longer than a page may be is not pasted, and the box says so.

const box = document.querySelector("[data-most-text-bytes]");
const trouble = box.form.querySelector("[data-trouble]");
const bytes = (text) => new TextEncoder().encode(text.replaceAll("\r\n", "\n")).length;
const grouped = (number) => new Intl.NumberFormat(document.documentElement.lang).format(number);

box.addEventListener("beforeinput", (event) => {
  if (!event.data) return;
  const { value, selectionStart, selectionEnd, dataset } = box;
  const kept = value.slice(0, selectionStart) + value.slice(selectionEnd);
  // A character takes three bytes at most: ordinary typing is not measured.
  if (3 * (kept.length + event.data.length) <= dataset.mostTextBytes) return;
  if (bytes(kept) + bytes(event.data) <= dataset.mostTextBytes) return;
  event.preventDefault();
  trouble.textContent = dataset.tooLong.replace("NUMBER", grouped(event.data.length));
});
box.addEventListener("input", () => {
  trouble.textContent = "";
});
