// The tools cover the end of the window: how high they are, so that what is scrolled to ends above them.

const tools = document.querySelector(".split-tools");

export function watchTools() {
  const measure = () => document.documentElement.style.setProperty("--tools-height", `${tools.offsetHeight}px`);
  new ResizeObserver(measure).observe(tools);
}
