// The words that a fact was found in are marked in the preview, or else in the page's original text.

const root = document.querySelector("[data-edit]");

// Returns where words stand in an element, whatever spaces and line breaks are between them; null where they do not.
function findWords(words, element) {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const places = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    for (let at = 0; at < node.data.length; at += 1) if (node.data[at].trim()) places.push([node, at]);
  }
  const text = places.map(([node, at]) => node.data[at]).join("");
  const wanted = words.replace(/\s/g, "");
  const start = text.indexOf(wanted);
  if (start < 0 || !wanted) return null;
  const range = new Range();
  range.setStart(...places[start]);
  const [lastNode, lastAt] = places[start + wanted.length - 1];
  range.setEnd(lastNode, lastAt + 1);
  return range;
}

// The document stays where it is: what the mouse is pressed on would move away from under it.
function scrollBox(box, range) {
  const { top, bottom } = box.getBoundingClientRect();
  const end = Math.min(bottom, innerHeight);
  const words = range.getBoundingClientRect();
  if (words.top < top) box.scrollTop += words.top - top;
  else if (words.bottom > end) box.scrollTop += words.bottom - end;
}

// Marks a fact's words. Asked for by a person, it opens the original text too and may scroll the page.
export function showWords(row, isAsked) {
  const { words } = row.dataset;
  if (!CSS.highlights) return;
  CSS.highlights.clear();
  if (!words) return;
  const original = root.querySelector("[data-original]");
  let range = findWords(words, root.querySelector("[data-preview]"));
  if (!range && original && (isAsked || original.open)) {
    original.open = true;
    range = findWords(words, original);
  }
  if (!range) return;
  CSS.highlights.set("evidence", new Highlight(range));
  if (isAsked) range.startContainer.parentElement.scrollIntoView({ block: "nearest" });
  else scrollBox(root.querySelector(".edit-beside"), range);
}
