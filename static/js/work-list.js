// Choosing articles of a list for one change of all: how many are chosen, and all of the screen at once.

const boxes = (form) => [...form.querySelectorAll("input[name=article]")];

function tell(form) {
  const chosen = boxes(form).filter((box) => box.checked).length;
  form.querySelector("[data-chosen-count]").textContent = chosen ? form.dataset.chosen.replace("COUNT", chosen) : "";
}

function chooseAll(form) {
  const all = boxes(form);
  const isAll = all.every((box) => box.checked);
  for (const box of all) box.checked = !isAll;
  tell(form);
}

function prepare() {
  for (const button of document.querySelectorAll("[data-choose-all]")) {
    button.hidden = false;
    tell(button.form);
  }
}

// The list is changed in place when the fields above it are: listen where it stands.
document.addEventListener("change", ({ target }) => {
  if (target.name === "article" && target.form?.matches("[data-choosing]")) tell(target.form);
});
document.addEventListener("click", ({ target }) => {
  const button = target.closest?.("[data-choose-all]");
  if (button) chooseAll(button.form);
});
document.addEventListener("htmx:afterSettle", prepare);
prepare();
