// Leaving quickly: the button, or Shift three times. The page is emptied first; then the server is told to forget the session, even
// while this page is already gone; then this entry of the history is replaced, so that Back shows no answers.
const presses = 3;
const patience = 5000;

export function leaveQuickly() {
  const form = document.querySelector("form[data-leave]");
  if (!form) return;

  const spoken = document.createElement("div");
  spoken.className = "govuk-visually-hidden";
  spoken.setAttribute("role", "status");
  document.body.append(spoken);

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    leave(form);
  });

  let count = 0;
  let timer;
  let alone = false;
  addEventListener("keydown", (event) => {
    // Shift held for a capital letter is typing, not leaving.
    if (event.key === "Shift") alone = !event.repeat;
    else {
      alone = false;
      count = 0;
    }
  });
  addEventListener("keyup", (event) => {
    if (event.key !== "Shift" || !alone) return;
    alone = false;
    count += 1;
    clearTimeout(timer);
    if (count >= presses) return leave(form);
    spoken.textContent = presses - count === 1 ? "Shift, press 1 more time to leave." : `Shift, press ${presses - count} more times to leave.`;
    timer = setTimeout(() => {
      count = 0;
      spoken.textContent = "Leaving was not started.";
    }, patience);
  });
}

function leave(form) {
  document.title = "Loading";
  document.body.replaceChildren();
  fetch(form.action, { method: "POST", body: new URLSearchParams(), keepalive: true, redirect: "manual" }).catch(() => {});
  location.replace(form.dataset.leave);
}
