// Faster coding: selected words go into their field with their place, counted in code points, and number keys tick the suggestions.
export function codeFaster() {
  for (const section of document.querySelectorAll("[data-coding]")) {
    const text = section.querySelector("[data-coded-text]");
    const words = section.querySelector("[data-coded-words]");
    const start = section.querySelector("[data-coded-start]");
    const end = section.querySelector("[data-coded-end]");

    const take = () => {
      const selection = getSelection();
      if (!selection.rangeCount || selection.isCollapsed) return;
      const range = selection.getRangeAt(0);
      if (!text.contains(range.startContainer) || !text.contains(range.endContainer)) return;
      const before = document.createRange();
      before.setStart(text, 0);
      before.setEnd(range.startContainer, range.startOffset);
      const selected = range.toString();
      const inner = selected.trim();
      if (inner === "") return;
      const lead = selected.length - selected.trimStart().length;
      const from = [...before.toString()].length + [...selected.slice(0, lead)].length;
      words.value = inner.replace(/\s/g, " ");
      start.value = from;
      end.value = from + [...inner].length;
    };
    document.addEventListener("selectionchange", take);

    // Typed over: the place no longer holds.
    words.addEventListener("input", () => (start.value = end.value = ""));

    section.addEventListener("keydown", (event) => {
      if (event.ctrlKey || event.altKey || event.metaKey || event.target.matches("input[type=text]")) return;
      const box = section.querySelector(`[data-coded-number="${CSS.escape(event.key)}"]`);
      if (!box) return;
      event.preventDefault();
      box.click();
    });
    for (const box of section.querySelectorAll("[data-coded-number]")) {
      const number = document.createElement("kbd");
      number.className = "practice-coding__number";
      number.textContent = box.dataset.codedNumber;
      number.setAttribute("aria-hidden", "true");
      box.labels[0].prepend(number);
    }
  }
}
