// The number of another line is typed for a step. Until it is, the lines that the step is for stay marked, and what is
// being done with them is said.

const mostNamed = 4;

export function makeAsking(form, lines, { ask, say }) {
  const state = form.querySelector("[data-save-state]");
  const more = () => form.querySelector("#tool-more");
  let step = "";
  let said = "";
  let wasOpen = true;

  function nameLines() {
    const chosen = lines.chosen();
    return chosen.slice(0, mostNamed).join(state.dataset.comma) + (chosen.length > mostNamed ? "…" : "");
  }

  // Enter then asks for the step.
  function askForLine(asked) {
    if (!lines.chosen().length) return;
    step = asked;
    said = form.querySelector(`#tool-${step}`).dataset.asks.replace("LINES", nameLines());
    say(said);
    lines.mark(lines.chosen());
    wasOpen = more().open;
    more().open = true;
    form.elements.target.focus();
  }

  function askWithLine() {
    if (step) ask(step);
    more().open = wasOpen;
    lines.focus();
  }

  // Not when the field loses the focus: it does so for a moment when an answer sets the tools anew.
  document.addEventListener("focusin", ({ target }) => {
    if (target.matches("[data-target]")) return;
    lines.mark([]);
    if (said && state.textContent === said) say("");
  });

  return { askForLine, askWithLine };
}
