// Selecting words of an answer and hiding them, with the mouse or the keyboard. Without this script words are hidden by typing them.
export function hideSelection() {
  const bar = document.querySelector("[data-hide-selection]");
  if (!bar) return;
  document.querySelector("[data-select-hint]").hidden = false;
  for (const box of document.querySelectorAll("[data-redact]")) makeSelectable(box, bar);
  document.addEventListener("selectionchange", () => offer(bar));
}

// An editable box that takes no edits: browsers give it a caret and selection by keyboard, which plain text does not have.
function makeSelectable(box, bar) {
  box.contentEditable = "true";
  box.spellcheck = false;
  box.inputMode = "none";
  box.setAttribute("role", "textbox");
  box.setAttribute("aria-readonly", "true");
  box.setAttribute("aria-multiline", "true");
  box.setAttribute("aria-labelledby", box.dataset.redactLabel);
  for (const edit of ["beforeinput", "paste", "cut", "drop", "dragstart"]) box.addEventListener(edit, (event) => event.preventDefault());
  box.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key.toLowerCase() === "h" && selected()) {
      event.preventDefault();
      // Browsers tell of a selection a moment later; whoever types fast is ahead of them.
      offer(bar);
      bar.querySelector("button").click();
    }
  });
}

function offer(bar) {
  const place = selected();
  // Choosing what the words are moves the selection out of the answer; what was selected last still stands.
  if (!place && bar.contains(document.activeElement)) return;
  bar.hidden = !place;
  if (!place) return;
  bar.elements.QuestionKey.value = place.key;
  bar.elements.Start.value = place.start;
  bar.elements.End.value = place.end;
}

function selected() {
  const selection = getSelection();
  if (!selection || selection.rangeCount === 0 || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  const box = closest(range.startContainer);
  if (!box || box !== closest(range.endContainer)) return null;
  const start = pointsBefore(box, range.startContainer, range.startOffset);
  const end = pointsBefore(box, range.endContainer, range.endOffset);
  return end > start ? { key: box.dataset.redact, start, end } : null;
}

const closest = (node) => (node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement)?.closest("[data-redact]") ?? null;

// In code points, as the server counts; what only screen readers hear is no part of the answer.
function pointsBefore(box, node, offset) {
  const range = document.createRange();
  range.setStart(box, 0);
  range.setEnd(node, offset);
  const before = range.cloneContents();
  for (const aside of before.querySelectorAll("[data-not-text]")) aside.remove();
  return Array.from(before.textContent).length;
}
