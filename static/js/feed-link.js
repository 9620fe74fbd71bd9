// The head of the page names the feed of the search that is shown: choices swap the results, not the head.

function nameFeed() {
  const shown = document.getElementById("feed-link");
  if (shown) document.getElementById("feed-alternate").href = shown.href;
}

document.addEventListener("htmx:historyRestore", nameFeed);
document.addEventListener("htmx:afterSettle", nameFeed);
