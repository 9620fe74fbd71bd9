// The browser's Back may bring a screen as it was, out of the browser's memory or cache: it is asked for anew, by its
// address, for what is shown may be the answer to a form. What is typed stays; when it is sent, the server tells more.

export function comeAnew(address, isTyped) {
  window.addEventListener("pageshow", ({ persisted }) => {
    const [{ type, transferSize }] = performance.getEntriesByType("navigation");
    const isOld = persisted || (type === "back_forward" && transferSize === 0);
    if (isOld && !isTyped()) location.replace(address);
  });
}
