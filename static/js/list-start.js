// A list of work opens with the keyboard at the first thing to be done, or at its heading: not behind the whole header. An
// address that leads to a place, and an element that asks for the focus, go before. The page stays at its top.

const first = () => document.querySelector("[data-rows] a") ?? document.querySelector("h1");

function goToStart() {
  if (location.hash || document.querySelector("[autofocus]") || document.activeElement !== document.body) return;
  const start = first();
  if (start.matches("h1")) start.tabIndex = -1;
  start.focus({ preventScroll: true });
}

goToStart();
// Asked once more when all is there: on a busy machine the first time was once in vain.
window.addEventListener("load", goToStart);
