// The marks of a report: two buttons, and the keys N and P, go from one to the next. The address names the one that
// the reader is at, so that the browser shows it, with a script or without.

const bar = document.querySelector("[data-marks]");
const keysOff = "mark-keys-off";
const field = "input, textarea, select, dialog";
const steps = { n: 1, p: -1 };

function begin() {
  const marks = [...document.querySelectorAll("mark[id^=mark-]")];
  const count = bar.querySelector(".mark-count");
  const status = bar.querySelector("[role=status]");
  const usesKeys = bar.querySelector("[data-mark-keys]");
  const place = () => marks.findIndex((mark) => `#${mark.id}` === location.hash);

  function tell() {
    const number = place() + 1;
    count.textContent = number ? `${number} / ${marks.length}` : marks.length;
    status.textContent = number ? bar.dataset.at.replace("NUMBER", number).replace("TOTAL", marks.length) : "";
  }

  // Behind the last comes the first. Back leads to the results, not from mark to mark.
  function step(way) {
    const at = place();
    const next = at < 0 ? (way > 0 ? 0 : marks.length - 1) : (at + way + marks.length) % marks.length;
    location.replace(`#${marks[next].id}`);
    return marks[next];
  }

  // Single keys count only where they are shown and can be switched off, which is not so on a touch screen.
  const hasKeys = () => usesKeys.checked && usesKeys.offsetParent !== null;

  function press(event) {
    const way = steps[event.key.toLowerCase()];
    const isMeant = way && hasKeys() && !event.isComposing && !event.target.closest(field);
    if (!isMeant || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    step(way).focus({ preventScroll: true });
  }

  for (const mark of marks) mark.tabIndex = -1;
  for (const button of bar.querySelectorAll("[data-step]")) {
    button.addEventListener("click", () => {
      step(Number(button.dataset.step));
      button.focus({ preventScroll: true }); // going to a mark takes the focus away
    });
  }
  usesKeys.checked = !localStorage.getItem(keysOff);
  usesKeys.addEventListener("change", () => {
    if (usesKeys.checked) localStorage.removeItem(keysOff);
    else localStorage.setItem(keysOff, "yes");
  });
  document.addEventListener("keydown", press);
  window.addEventListener("hashchange", tell);
  bar.querySelector(".mark-places").hidden = true;
  bar.querySelector(".mark-buttons").hidden = false;
  tell();
}

if (bar) begin();
