// A word with a meaning becomes a button. Its note opens on hover, focus and press, stays while the pointer is on it, and closes with
// Escape or Close (WCAG 1.4.13). Without this script the same meanings are in the list under the question.
const closingDelay = 250;

export function openDefinitions() {
  const terms = document.querySelectorAll(".practice-term[data-definition]");
  if (terms.length === 0) return;

  const note = createNote();
  for (const term of terms) {
    const meaning = document.getElementById(term.dataset.definition);
    if (meaning) note.attach(toButton(term, meaning), meaning);
  }
  document.documentElement.classList.add("practice-js");
}

function toButton(term, meaning) {
  // Not a button element: browsers keep that in one block, and a term of several words must wrap with its sentence.
  term.setAttribute("role", "button");
  term.tabIndex = 0;
  term.setAttribute("aria-expanded", "false");
  term.setAttribute("aria-describedby", meaning.id);
  term.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    term.click();
  });
  return term;
}

function createNote() {
  const box = document.createElement("div");
  box.className = "practice-popover";
  box.hidden = true;
  box.tabIndex = -1; // A press on its words moves the focus to it, and so does not close it.
  const text = document.createElement("div");
  const close = document.createElement("button");
  close.type = "button";
  close.className = "practice-popover__close";
  close.textContent = "Close";
  box.append(text, close);

  let owner = null;
  let pinned = false;
  let timer;

  const hide = () => {
    clearTimeout(timer);
    owner?.setAttribute("aria-expanded", "false");
    owner = null;
    pinned = false;
    box.hidden = true;
  };
  const hideSoon = () => {
    clearTimeout(timer);
    if (!pinned) timer = setTimeout(() => pinned || box.contains(document.activeElement) || hide(), closingDelay);
  };
  const show = (button, meaning) => {
    clearTimeout(timer);
    if (owner === button) return;
    hide();
    owner = button;
    button.setAttribute("aria-expanded", "true");
    text.replaceChildren(...[...meaning.childNodes].map((node) => node.cloneNode(true)));
    // After the legend or heading, not in it: the note must not become part of the question's name.
    (button.closest("legend, h1, h2, p, label") ?? button).after(box);
    box.hidden = false;
    place(box, button);
  };

  box.addEventListener("pointerenter", () => clearTimeout(timer));
  box.addEventListener("pointerleave", hideSoon);
  close.addEventListener("click", () => {
    const button = owner;
    button?.focus({ preventScroll: true });
    hide();
  });
  box.addEventListener("focusout", (event) => box.contains(event.relatedTarget) || event.relatedTarget === owner || hide());
  addEventListener("keydown", (event) => event.key === "Escape" && hide());
  addEventListener("resize", () => owner && place(box, owner));
  document.addEventListener("pointerdown", (event) => {
    if (owner && !box.contains(event.target) && !owner.contains(event.target)) hide();
  });

  return {
    attach(button, meaning) {
      button.addEventListener("pointerenter", (event) => event.pointerType === "mouse" && show(button, meaning));
      button.addEventListener("pointerleave", (event) => event.pointerType === "mouse" && hideSoon());
      button.addEventListener("focus", () => show(button, meaning));
      button.addEventListener("blur", (event) => box.contains(event.relatedTarget) || hide());
      // A press first focuses, which opens the note; so only the press on a note that is already held open closes it.
      button.addEventListener("click", () => {
        if (owner === button && pinned) return hide();
        show(button, meaning);
        pinned = true;
      });
    },
  };
}

function place(box, button) {
  const gap = 6;
  const edge = 12;
  box.style.left = box.style.top = "0";
  const origin = box.getBoundingClientRect();
  const word = button.getBoundingClientRect();
  const left = Math.max(edge, Math.min(word.left, document.documentElement.clientWidth - origin.width - edge));
  box.style.left = `${left - origin.left}px`;
  box.style.top = `${word.bottom + gap - origin.top}px`;
}
