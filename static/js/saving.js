// Sends a change to the server and tells the page how it went. What could not be saved is the caller's to keep.

const csrfField = "csrfmiddlewaretoken";

const csrfToken = () =>
  document.cookie.match(/(?:^|; )csrftoken=([^;]*)/)?.[1] ?? document.querySelector(`[name=${csrfField}]`)?.value ?? "";

// A login in another tab has made the token worthless that the page came with.
export function renewToken(form) {
  const field = form.querySelector(`[name=${csrfField}]`);
  if (field) field.value = csrfToken();
}

// Posts fields (an object or FormData) to an address of this site. Never throws: `ok` tells whether it was saved,
// `status` is 0 where no server answered, `answer` is the server's JSON or null.
export async function send(url, fields) {
  const body = fields instanceof FormData ? fields : new URLSearchParams(fields);
  body.set(csrfField, csrfToken());
  try {
    const response = await fetch(url, {
      method: "POST",
      body,
      headers: { Accept: "application/json", "X-CSRFToken": csrfToken() },
      redirect: "manual",
    });
    const isJson = response.headers.get("Content-Type")?.startsWith("application/json");
    return { ok: response.ok, status: response.status, answer: isJson ? await response.json() : null };
  } catch {
    return { ok: false, status: 0, answer: null };
  }
}

// Writes into the element [data-save-state], a live region whose data attributes hold the texts: data-saving,
// data-saved, data-unreachable, data-refused. A text of the server's goes before them; a login opens beside the page.
export function tell(result, place = document.querySelector("[data-save-state]")) {
  if (!place) return;
  const text = textFor(result, place.dataset);
  const login = result?.answer?.login ?? "";
  if (place.firstChild?.data === text && (place.querySelector("a")?.getAttribute("href") ?? "") === login) return;
  place.dataset.state = result && !result.ok ? "trouble" : "";
  place.textContent = text;
  if (!login) return;
  const link = document.createElement("a");
  Object.assign(link, { href: login, target: "_blank", textContent: place.dataset.login ?? login });
  place.append(" ", link);
}

function textFor(result, texts) {
  if (!result) return texts.saving;
  if (result.answer?.message) return result.answer.message;
  if (result.ok) return texts.saved;
  return result.status && texts.refused ? texts.refused.replace("NUMBER", result.status) : texts.unreachable;
}
