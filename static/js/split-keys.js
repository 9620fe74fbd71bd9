// The keys of the split screen: which key asks for which step, and how the focus goes from line to line.

const steps = {
  n: "new",
  t: "split",
  d: "noise",
  delete: "noise",
  u: "unplaced",
  o: "original",
  h: "role:headline",
  y: "role:kicker",
  s: "role:subhead",
  b: "role:byline",
  p: "role:paragraph",
  x: "role:crosshead",
  c: "role:caption",
  l: "role:section",
  "[": "up",
  "]": "down",
  e: "unjoin",
  g: "gap_after",
  "shift+g": "gap_before",
  w: "whole",
  z: "undo",
  "shift+z": "redo",
};
const ways = { j: 1, arrowdown: 1, k: -1, arrowup: -1 };
// In the form of the page's own data every key is that form's, on its box and its button too.
const field = "input:not([type=checkbox]), textarea, select, [data-folio] *";
const pressed = "button, a, summary";

// `screen` is what the keys work on: its lines, the focus, the steps that can be asked for (split.js).
export function watchKeys(screen) {
  let number = ""; // of an article, as far as it is typed: 0 begins one of two digits
  let anchor = null; // where a stretch of ticked lines began

  const between = (rows, one, other) => rows.slice(Math.min(one, other), Math.max(one, other) + 1);

  function move(way, isExtending) {
    const rows = screen.rows();
    const at = rows.indexOf(screen.current());
    const to = Math.min(Math.max(at + way, 0), rows.length - 1);
    anchor = isExtending ? (anchor ?? at) : null;
    if (isExtending) {
      for (const row of between(rows, anchor, at)) screen.tick(row, false);
      for (const row of between(rows, anchor, to)) screen.tick(row, true);
    }
    screen.focus(rows[to]);
  }

  function moveToOpen(way) {
    const next = screen.nextOpen(way);
    if (next) screen.focus(next);
    else screen.say("nothingOpen");
  }

  function tickArticle() {
    const rows = screen.rows();
    const current = screen.current();
    const isSame = (row) => row === current || (row.dataset.article && row.dataset.article === current.dataset.article);
    for (const row of rows.slice(rows.indexOf(current)).filter(isSame)) screen.tick(row, true);
  }

  function takeDigit(digit) {
    number += digit;
    if (number[0] === "0" && number.length < 3) return;
    screen.give(Number(number));
    number = "";
  }

  const others = {
    ".": () => moveToOpen(1),
    ",": () => moveToOpen(-1),
    a: tickArticle,
    enter: () => screen.joinBest(),
    "shift+enter": () => screen.askForLine("join"),
    f: () => screen.askForLine("copy"),
    m: () => screen.askForLine("place"),
    v: () => screen.mergeUp(),
    r: () => screen.read(),
    escape: () => screen.untick(),
    "?": () => screen.showKeys(),
  };

  function actionOf(event) {
    const name = event.key.toLowerCase();
    const digit = event.code.match(/^Digit(\d)$/)?.[1] ?? name.match(/^\d$/)?.[0];
    if (digit) return () => (event.shiftKey ? screen.join(Number(digit)) : takeDigit(digit));
    number = "";
    if (name in ways) return () => move(ways[name], event.shiftKey);
    const key = event.shiftKey && /^([a-z]|enter)$/.test(name) ? `shift+${name}` : name;
    return key in steps ? () => screen.ask(steps[key]) : others[key];
  }

  // With Ctrl, as in other programs; in a field undo is the field's own.
  function actionWithControl(event) {
    const name = event.key.toLowerCase();
    if (name === "enter") return () => screen.finish();
    if (event.target.matches(field)) return undefined;
    if (name === "y" || (name === "z" && event.shiftKey)) return () => screen.ask("redo");
    return name === "z" ? () => screen.ask("undo") : undefined;
  }

  function actionInField(event) {
    if (event.key === "Escape") return () => screen.focus();
    return event.key === "Enter" && event.target.matches("[data-target]") ? () => screen.askWithLine() : undefined;
  }

  function choose(event) {
    if (event.isComposing || event.altKey || event.target.closest("dialog")) return undefined;
    if (event.ctrlKey || event.metaKey) return actionWithControl(event);
    if (event.target.matches(field)) return actionInField(event);
    if (event.key === "Enter" && event.target.matches(pressed)) return undefined;
    return screen.usesKeys() || event.key === "Escape" ? actionOf(event) : undefined;
  }

  // A key that is held goes on from line to line; it asks for one step, whatever it asks for.
  const goesOn = ({ key }) => key.toLowerCase() in ways || [".", ","].includes(key);

  document.addEventListener("keydown", (event) => {
    const action = choose(event);
    if (!action) return;
    event.preventDefault();
    if (!event.repeat || goesOn(event)) action();
  });
}
