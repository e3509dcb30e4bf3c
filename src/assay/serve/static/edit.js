// @ts-check
// The form and the entry's own text in step: whichever is changed, the server works out the other.

const found = document.getElementById("entry-form");
if (!(found instanceof HTMLFormElement)) throw new Error("this page has no form of an entry");
const form = found;

let round = 0;
let pressed = false;
addEventListener("pointerdown", () => (pressed = true), true);
addEventListener("pointerup", () => setTimeout(() => (pressed = false), 50), true);

/** Wait until no button is held down: what is under the pointer must not be replaced. */
async function released() {
  while (pressed) await new Promise((go) => setTimeout(go, 30));
}

/** @returns {URLSearchParams} the form as it would be sent */
function sent() {
  const pairs = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === "string") pairs.append(name, value);
  return pairs;
}

/** Put the server's answer in the place of an editor's halves, keeping focus, caret and what is unfolded. */
function replace(/** @type {Element} */ old, /** @type {Element} */ fresh) {
  const focused = document.activeElement;
  const id = focused !== null && old.contains(focused) ? focused.id : "";
  const typing = focused instanceof HTMLInputElement || focused instanceof HTMLTextAreaElement;
  const caret = typing ? [focused.selectionStart, focused.selectionEnd] : null;
  const open = [...old.querySelectorAll("details[open]")].map((one) => one.id);
  old.replaceWith(fresh);
  for (const one of open) document.getElementById(one)?.setAttribute("open", "");
  const again = id ? document.getElementById(id) : null;
  again?.focus({ preventScroll: true });
  if (caret !== null && (again instanceof HTMLTextAreaElement || (again instanceof HTMLInputElement && again.type === "text")))
    again.setSelectionRange(caret[0] ?? null, caret[1] ?? null);
}

async function keepInStep() {
  const mine = ++round;
  const before = sent();
  before.set("do", "look");
  const answer = await fetch("/entry", { method: "POST", body: before });
  if (!answer.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  await released();
  const now = sent();
  now.set("do", "look");
  if (mine !== round || now.toString() !== before.toString()) return; // something was typed since: the next round sees it
  for (const old of form.querySelectorAll(".halves")) {
    const fresh = old.id ? page.getElementById(old.id) : null;
    if (fresh !== null) replace(old, document.adoptNode(fresh));
  }
  for (const shown of form.querySelectorAll("input.shown")) {
    const fresh = page.getElementById(shown.id);
    if (shown instanceof HTMLInputElement && fresh instanceof HTMLInputElement) shown.value = fresh.value;
  }
}

form.addEventListener("change", () => void keepInStep());
form.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    const write = form.querySelector('button[value="write"]:not(.implicit)');
    form.requestSubmit(write instanceof HTMLButtonElement ? write : null);
  }
});
