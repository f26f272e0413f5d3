// Tells the server that the page is left, so that colleagues see at once that nobody has the response open. The form says which opening
// of it is meant: the next page of the same response has claimed it anew by then, and keeps it.
export function leaveReading() {
  const form = document.querySelector("form[data-reading]");
  if (!form) return;

  addEventListener("pagehide", () => {
    const said = new FormData(form);
    said.append("Leaving", "yes");
    navigator.sendBeacon(form.action, said);
  });
}
