// What is typed into a form of the desk stays on this computer until the server has it: it is there again after the tab
// was closed or the server did not answer. Where the version of the thing is another one by then, it was sent, or the
// thing is not what it was: nothing is brought back.

const typed = (form) => [...form.querySelectorAll("textarea, input:not([type])")];

function keep(form) {
  const { typedKey, typedVersion } = form.dataset;
  const entry = typed(form).map(({ name, value }) => [name, value]);
  try {
    localStorage.setItem(typedKey, JSON.stringify({ version: typedVersion, entry }));
  } catch {
    // A browser without room for it still shows the form.
  }
}

function bringBack(form) {
  const { typedKey, typedVersion } = form.dataset;
  const kept = JSON.parse(localStorage.getItem(typedKey) ?? "null");
  if (kept?.version !== typedVersion) return localStorage.removeItem(typedKey);
  for (const [name, value] of kept.entry) if (form.elements[name]) form.elements[name].value = value;
}

for (const form of document.querySelectorAll("form[data-typed-key]")) {
  bringBack(form);
  form.addEventListener("input", () => keep(form));
}
