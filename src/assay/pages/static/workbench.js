// @ts-check
// Keys of every page, and of the views that have their own. Without this file everything can still be done by links.

import { reading } from "./reading.js";

/** @typedef {(event: KeyboardEvent) => boolean} Key - says whether it did something */

const places = new Map();
for (const link of document.querySelectorAll("a[data-go]")) {
  if (link instanceof HTMLAnchorElement) places.set(link.dataset.go, link.href);
}

/** @param {EventTarget | null} target */
function isTyping(target) {
  return target instanceof HTMLElement && target.closest("input:not([type=checkbox]), textarea, select, dialog") !== null;
}

/** @param {HTMLDialogElement} keys */
function showKeys(keys) {
  if (!keys.open) keys.showModal();
}

const keys = document.getElementById("keys");
if (keys instanceof HTMLDialogElement) {
  document.getElementById("show-keys")?.addEventListener("click", () => showKeys(keys));
}

let going = 0;

/** @type {Key} */
function everywhere(event) {
  const recently = Date.now() - going < 1500;
  going = 0;
  if (recently && places.has(event.key)) {
    location.assign(places.get(event.key));
    return true;
  }
  if (event.key === "g") {
    going = Date.now();
    return true;
  }
  if (event.key === "?" && keys instanceof HTMLDialogElement) {
    showKeys(keys);
    return true;
  }
  if (event.key === "/") {
    const sought = document.getElementById("q");
    if (sought instanceof HTMLInputElement) {
      sought.focus();
      sought.select();
      return true;
    }
  }
  return false;
}

/** @type {Key[]} */
const listening = [everywhere];
document.addEventListener("keydown", (event) => {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
  if (listening.some((key) => key(event))) event.preventDefault();
});

/**
 * Go through the links of a list with j and k.
 * @param {string} selector
 * @returns {Key}
 */
function stepping(selector) {
  return (event) => {
    if (event.key !== "j" && event.key !== "k") return false;
    const links = [...document.querySelectorAll(selector)].filter((one) => one instanceof HTMLElement);
    const now = links.findIndex((one) => one === document.activeElement);
    const next = event.key === "j" ? now + 1 : now < 0 ? links.length - 1 : now - 1;
    const link = links[Math.max(0, Math.min(next, links.length - 1))];
    if (!(link instanceof HTMLElement)) return false;
    link.focus();
    return true;
  };
}

if (document.getElementById("text")) {
  listening.push(reading());
} else if (document.querySelector("a.step, .step input")) {
  listening.push(stepping("a.step, .step input"));
}
