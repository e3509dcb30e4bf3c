// @ts-check
// Live reload: when the dossier's files change, the page is loaded anew; never while something typed is not written yet.

const FOCUS = "assay-focus";

/** Forms in which something was typed that is not written yet. */
function unsaved() {
  return document.querySelector('form[data-unsaved="yes"]') !== null;
}

let leaving = false;

/** Mark the forms that were typed into before this script was there. */
function markTyped() {
  for (const form of document.forms) {
    if (form.method !== "post") continue;
    for (const field of form.elements) {
      if (
        (field instanceof HTMLTextAreaElement && field.value !== field.defaultValue) ||
        (field instanceof HTMLInputElement &&
          (field.value !== field.defaultValue || field.checked !== field.defaultChecked))
      )
        form.dataset.unsaved = "yes";
    }
  }
}

document.addEventListener("input", (event) => {
  const form = event.target instanceof Element ? event.target.closest("form") : null;
  if (form !== null && form.method === "post") form.dataset.unsaved = "yes"; // what is only asked stands in the address
});
document.addEventListener("submit", () => {
  leaving = true;
});
addEventListener("beforeunload", (event) => {
  if (unsaved() && !leaving) event.preventDefault();
});

function reload() {
  const focused = document.activeElement;
  if (focused !== null && focused.id) sessionStorage.setItem(FOCUS, focused.id);
  leaving = true;
  location.reload();
}

/** Say that the files have changed, above a form that is kept as it is. */
function tell() {
  if (document.getElementById("files-changed") !== null) return;
  const notice = document.createElement("div");
  notice.id = "files-changed";
  notice.className = "notice";
  notice.setAttribute("role", "status");
  const words = document.createElement("p");
  words.textContent = "The files have changed. What you typed is still here; writing it puts both together. ";
  const again = document.createElement("button");
  again.type = "button";
  again.className = "second";
  again.textContent = "Drop it and load the page anew";
  again.addEventListener("click", reload);
  words.append(again);
  notice.append(words);
  document.querySelector("main")?.prepend(notice);
}

function restoreFocus() {
  const id = sessionStorage.getItem(FOCUS);
  sessionStorage.removeItem(FOCUS);
  const element = id === null ? null : document.getElementById(id);
  if (element !== null && document.activeElement === document.body) element.focus({ preventScroll: true });
}

markTyped();
restoreFocus();
const turn = document.body.dataset.turn ?? "";
const events = new EventSource(`/events?since=${encodeURIComponent(turn)}`);
events.addEventListener("changed", () => (unsaved() ? tell() : reload()));
addEventListener("pagehide", () => events.close());
addEventListener("pageshow", (event) => {
  if (event.persisted) location.reload();
});
