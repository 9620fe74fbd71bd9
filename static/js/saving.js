// Sends a change to the server and tells the page how it went. What could not be saved is the caller's to keep.

const csrfToken = () =>
  document.cookie.match(/(?:^|; )csrftoken=([^;]*)/)?.[1] ??
  document.querySelector("[name=csrfmiddlewaretoken]")?.value ??
  "";

// Posts fields (an object or FormData) to an address of this site. Never throws: `ok` tells whether it was saved,
// `status` is 0 where no server answered, `answer` is the server's JSON or null.
export async function send(url, fields) {
  const body = fields instanceof FormData ? fields : new URLSearchParams(fields);
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

// Writes into the element [data-save-state], a live region whose data attributes hold the texts:
// data-saving, data-saved, data-unreachable. A text of the server's goes before them; a login opens beside the page.
export function tell(result) {
  const place = document.querySelector("[data-save-state]");
  if (!place) return;
  place.dataset.state = result && !result.ok ? "trouble" : "";
  if (!result) place.textContent = place.dataset.saving;
  else if (result.ok) place.textContent = place.dataset.saved;
  else place.textContent = result.answer?.message ?? place.dataset.unreachable;
  if (result?.answer?.login) {
    const link = document.createElement("a");
    link.href = result.answer.login;
    link.target = "_blank";
    link.textContent = place.dataset.login ?? result.answer.login;
    place.append(" ", link);
  }
}
