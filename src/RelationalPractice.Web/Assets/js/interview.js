// Keeps an interview's sheet as it is written. Without the network it goes on trying; nothing is put on the device, only on the page.
const pause = 2000;
const again = 5000;
const patience = 15000;

export function keepInterview() {
  const form = document.querySelector("form[data-keep]");
  if (!form) return;

  const state = form.querySelector("[data-keep-state]");
  const said = form.querySelector("[data-keep-said]");
  const signIn = form.querySelector("[data-keep-sign-in]");
  const conflict = form.querySelector("[data-keep-conflict]");
  let written = 0;
  let kept = 0;
  let keptAt = clock();
  let timer = null;
  let running = null;
  let elsewhere = null;
  let problems = [];
  let pressed = null;

  const unsaved = () => written !== kept;
  const plan = (wait) => (timer ??= setTimeout(save, wait));
  const show = (text, aloud) => {
    state.textContent = text;
    if (aloud && said.textContent !== aloud) said.textContent = aloud;
  };
  show("What you write is saved as you go.");

  function save() {
    clearTimeout(timer);
    timer = null;
    if (elsewhere !== null || !unsaved()) return Promise.resolve();
    return (running ??= post().finally(() => {
      running = null;
      if (unsaved() && elsewhere === null) plan(pause);
    }));
  }

  async function post() {
    const revision = written;
    const stop = new AbortController();
    const limit = setTimeout(() => stop.abort(), patience);
    try {
      const answer = await fetch(form.action, {
        method: "POST",
        body: new URLSearchParams(new FormData(form)),
        headers: { Accept: "application/json" },
        redirect: "manual",
        signal: stop.signal,
      });
      await heard(answer, revision);
    } catch {
      missed("it is kept on this page and saved when the network is back.");
    } finally {
      clearTimeout(limit);
    }
  }

  async function heard(answer, revision) {
    signIn.hidden = answer.type !== "opaqueredirect";
    if (answer.type === "opaqueredirect") return missed("you are signed out. It is kept on this page, and saved once you have signed in in another tab.");
    if (answer.status === 404) return missed("this interview is no longer open. Copy what you need before you close this window.");
    if (!answer.ok && answer.status !== 409) return missed("it is kept on this page, and we go on trying.");

    const known = await answer.json();
    if (answer.status === 409) {
      elsewhere = known.version;
      conflict.hidden = false;
      show("Another window changed these answers. What you write here is kept on this page and not saved.", "Another window changed these answers. Nothing here is saved.");
      return;
    }

    kept = revision;
    keptAt = clock();
    problems = known.problems;
    form.elements.Seen.value = known.version;
    if (problems.length > 0) show(`Saved at ${keptAt}, but for this: ${problems.join(". ")}`, problems.join(". "));
    else show(`Saved at ${keptAt}.`, said.textContent ? "Saved again." : "");
  }

  function missed(why) {
    show(`Not saved since ${keptAt}. Keep writing: ${why}`, `Not saved. Keep writing: ${why}`);
    timer ??= setTimeout(save, again);
  }

  const changed = (event) => {
    if (event.target.type === "hidden") return;
    written++;
    plan(pause);
  };
  form.addEventListener("input", changed);
  form.addEventListener("change", changed);
  form.addEventListener("click", (event) => (pressed = event.target.closest("button[type=submit]") ?? pressed));
  form.addEventListener("submit", async (event) => {
    // A form sent without the network would replace the page, and with it what is written there.
    event.preventDefault();
    const next = pressed?.dataset.keepNext;
    pressed = null;
    if (!unsaved() && !next) return show(`Saved at ${keptAt}.`, "Saved.");
    await save();
    if (unsaved() || elsewhere !== null) return;
    if (problems.length > 0) form.submit();
    else if (next) location.assign(next);
  });
  form.querySelector("[data-keep-mine]").addEventListener("click", () => {
    form.elements.Seen.value = elsewhere;
    elsewhere = null;
    conflict.hidden = true;
    written++;
    save();
  });
  addEventListener("online", save);
  document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && save());
  addEventListener("beforeunload", (event) => {
    if (!unsaved()) return;
    event.preventDefault();
    event.returnValue = "";
  });
}

const clock = () => new Date().toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
