// The notice of the steps that are not with the server yet: how many wait, and since when.

import { tell } from "./saving.js";

export function makeWaiting(notice) {
  const text = notice.querySelector("[data-unsent-text]");
  let shown = "";

  // `since` names the words: steps of an earlier visit wait since "before".
  function show(count, since) {
    shown = since;
    text.textContent = text.dataset[since].replace("COUNT", count);
    notice.hidden = false;
  }

  return {
    show,
    tell(count, result) {
      notice.hidden = !result;
      if (!result) return;
      tell(result);
      show(count, "later");
    },
    // A step is on its way now, or waits behind others: then what those wait for stays said.
    tellSent(queue) {
      if (!queue.isStopped) tell(null);
      else if (!notice.hidden) show(queue.waiting, shown);
    },
  };
}
