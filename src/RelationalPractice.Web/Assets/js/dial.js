// The dial is a picture of the choices under it; people press pictures, so a press on a part of it makes that choice.
export function pressDials() {
  for (const picture of document.querySelectorAll(".practice-dial__picture")) {
    picture.addEventListener("click", (event) => {
      const value = event.target.dataset?.value;
      const choice = value && picture.parentElement.querySelector(`input[value="${CSS.escape(value)}"]`);
      if (!choice) return;
      choice.checked = true;
      choice.focus({ preventScroll: true });
    });
  }
}
