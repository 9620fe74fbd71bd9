// Runs a task a while after its last call; `cancel` lets it be.

export function later(task, wait) {
  let timer = 0;
  return Object.assign(
    (...given) => {
      clearTimeout(timer);
      timer = setTimeout(task, wait, ...given);
    },
    { cancel: () => clearTimeout(timer) },
  );
}
