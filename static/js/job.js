// A job is asked again every second how far it is. Where no answer comes, what is shown may not be so any more: since
// when is said, until an answer comes.

const place = document.querySelector("[data-no-answer]");
const troubles = ["htmx:sendError", "htmx:responseError", "htmx:timeout"];

let answered = new Date();

const timeOf = (date) => date.toLocaleTimeString(document.documentElement.lang, { hourCycle: "h23" });

function tellTrouble() {
  const text = place.dataset.noAnswer.replace("TIME", timeOf(answered));
  if (place.textContent !== text) place.textContent = text;
  place.classList.add("notice");
}

function tellAnswer() {
  answered = new Date();
  place.textContent = "";
  place.classList.remove("notice");
}

for (const trouble of troubles) document.addEventListener(trouble, tellTrouble);
document.addEventListener("htmx:afterSwap", tellAnswer);
