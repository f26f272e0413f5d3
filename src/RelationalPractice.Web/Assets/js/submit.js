// A second press within a few seconds is an accident. After that it is somebody whose connection was lost, trying again.
const accident = 4000;

export function sendOnce() {
  const sentAt = new WeakMap();
  document.addEventListener("submit", (event) => {
    if (event.defaultPrevented) return;
    const previous = sentAt.get(event.target);
    if (previous !== undefined && performance.now() - previous < accident) event.preventDefault();
    else sentAt.set(event.target, performance.now());
  });
  addEventListener("pageshow", (event) => {
    if (event.persisted) location.reload();
  });
}
