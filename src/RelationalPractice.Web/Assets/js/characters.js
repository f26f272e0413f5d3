// Says how much room is left, but only when it is nearly used up: a counter that runs from the first word feels like a test.
const nearlyFull = 0.8;
const pause = 1000;

export function countCharacters() {
  for (const group of document.querySelectorAll("[data-character-count]")) {
    const limit = Number(group.dataset.characterCount);
    const box = group.querySelector("textarea");
    const shown = group.querySelector(".govuk-character-count__message");
    const spoken = document.createElement("div");
    spoken.className = "govuk-visually-hidden";
    spoken.setAttribute("aria-live", "polite");
    group.append(spoken);

    const hint = shown.textContent;
    let timer;
    const update = () => {
      const left = limit - box.value.length;
      const near = left <= limit * (1 - nearlyFull);
      const text = near ? message(left) : hint;
      shown.textContent = text;
      shown.classList.toggle("govuk-error-message", left < 0);
      clearTimeout(timer);
      if (near) timer = setTimeout(() => (spoken.textContent = text), pause);
    };
    box.addEventListener("input", update);
    update();
  }
}

function message(left) {
  const count = Math.abs(left).toLocaleString("en-GB");
  const noun = Math.abs(left) === 1 ? "character" : "characters";
  return left < 0 ? `You have ${count} ${noun} too many` : `You have ${count} ${noun} left`;
}
