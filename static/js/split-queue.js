// The steps on their way to the server, one after the other. Each stays on this computer until it is answered.

import { send } from "./saving.js";

const retryAfter = 5000;

const read = (key) => {
  try {
    return JSON.parse(localStorage.getItem(key)) ?? [];
  } catch {
    return [];
  }
};

// `seen` gives what the person has seen when a step is sent; `settle` gets an answer and its step, `tell` what waits
// and why.
export function makeQueue(url, key, { seen, settle, tell }) {
  let steps = read(key);
  let isSending = false;
  // What an earlier visit left, and what another person's change is in the way of, is sent when the person says so.
  let isForPerson = steps.length > 0;
  let isStopped = isForPerson;
  let timer = 0;
  let atTheEnd = null;

  const keep = () => {
    try {
      if (steps.length) localStorage.setItem(key, JSON.stringify(steps));
      else localStorage.removeItem(key);
    } catch {
      // A browser without room for it still sends them.
    }
  };

  const body = ({ fields, seen, again }) =>
    new URLSearchParams([...fields, ["seen", seen], ["again", again ? "1" : "0"]]);

  async function sendFirst() {
    const [step] = steps;
    step.seen ??= seen();
    keep();
    const result = await send(url, body(step));
    if (result.ok || result.status === 422) {
      steps = steps.filter((one) => one !== step);
      keep();
      settle(result, step);
      tell(steps.length, null);
    } else if (result.status === 409) {
      isStopped = isForPerson = true;
      settle(result, step);
    } else {
      // Without an answer nobody knows whether the step was taken.
      step.again ||= result.status === 0 || result.status >= 500;
      isStopped = true;
      keep();
      tell(steps.length, result);
      timer = setTimeout(goOn, retryAfter);
    }
  }

  async function run() {
    if (isSending) return;
    isSending = true;
    while (steps.length && !isStopped) await sendFirst();
    isSending = false;
    if (!steps.length && atTheEnd) atTheEnd();
    atTheEnd = steps.length ? atTheEnd : null;
  }

  function goOn() {
    clearTimeout(timer);
    isStopped = isForPerson = false;
    return run();
  }

  return {
    goOn,
    goOnByItself() {
      if (steps.length && !isForPerson) goOn();
    },
    get waiting() {
      return steps.length;
    },
    get isStopped() {
      return isStopped;
    },
    push(fields, isRepeated = false) {
      steps.push({ fields, isRepeated });
      keep();
      run();
    },
    // Sends the step that was not taken once more, with other fields, before all others.
    sendInstead(fields) {
      steps.splice(0, 1, { fields, seen: seen() });
      keep();
      goOn();
    },
    dropFirst() {
      steps.shift();
      keep();
      goOn();
    },
    dropAll() {
      steps = [];
      keep();
      tell(0, null);
      goOn();
    },
    whenEmpty(task) {
      if (steps.length) atTheEnd = task;
      else task();
    },
  };
}
