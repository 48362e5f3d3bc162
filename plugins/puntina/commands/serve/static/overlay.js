// What is wrong with the site, over the page: each problem with its place, its line and what to do. Texts are set as
// texts, never as markup. It takes no focus by itself; Escape folds it into a button, which brings it back.

const host = document.createElement("puntina-problems");
const shade = host.attachShadow({ mode: "open" });
const said = make("p", { class: "said", role: "status" }); // heard by screen readers, without moving anybody
const panel = make("section", { role: "dialog", "aria-labelledby": "title", tabindex: "-1" });
const button = make("button", { class: "folded", type: "button" });
const sheet = make("link", { rel: "stylesheet", href: new URL("overlay.css", import.meta.url) });
const HIDDEN = "puntina-hidden";
let styled = false; // before that nothing is shown
let folded = false;
let before = null; // what had the focus, to get it back
let shown = "[]";

// Announces and shows the problems, with the server's words in the editor's language, or goes away where there are none. Warnings alone stay folded.
export function show(problems, words) {
  const now = JSON.stringify([problems, words]);
  if (now === shown) return;
  shown = now;
  if (!problems.length) {
    leave();
    return;
  }
  host.lang = words.lang;
  host.dir = words.dir;
  const failed = problems.some((problem) => problem.severity === "error");
  folded = !failed || wasHidden();
  panel.replaceChildren(...contents(problems, words));
  button.textContent = words.title;
  button.classList.toggle("warning", !failed);
  place();
  said.textContent = folded ? "" : `${words.title}. ${problems[0].place}: ${problems[0].text}`;
}

function contents(problems, words) {
  const hide = make("button", { class: "hide", type: "button" }, words.hide);
  hide.addEventListener("click", fold);
  const head = make("div", { class: "head" }, make("h2", { id: "title" }, words.title), hide);
  const list = make("ol", {}, ...problems.map(item));
  const note = words.more ? [make("p", { class: "more" }, words.more)] : [];
  return [head, list, ...note];
}

function item(problem) {
  const excerpt = problem.source ? [lines(problem.source, problem.caret)] : [];
  return make(
    "li",
    { class: problem.severity },
    make("p", { class: "place" }, make("span", {}, problem.place), " ", make("strong", {}, problem.code)),
    make("p", {}, problem.text),
    ...excerpt,
    make("p", { class: "hint" }, problem.hint),
  );
}

function lines(source, caret) {
  return make("pre", { tabindex: "0" }, `${source}\n${caret.slice(0, -1)}`, make("b", {}, caret.slice(-1)));
}

function make(name, attributes, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

function place() {
  if (!host.isConnected) document.documentElement.append(host);
  panel.hidden = folded || !styled;
  button.hidden = !folded || !styled;
  for (const caret of panel.querySelectorAll("b")) {
    const box = caret.parentElement; // a long line is shown where its fault is
    box.scrollLeft = caret.offsetLeft - box.offsetLeft - box.clientWidth * 0.75;
  }
}

function fold() {
  const inside = shade.activeElement;
  folded = true;
  hideOnOtherPages();
  place();
  if (inside) button.focus();
}

function unfold() {
  folded = false;
  place();
  panel.focus();
}

// What was put away on one page is not put up again on the next. Storage can be switched off.
function hideOnOtherPages() {
  try {
    sessionStorage.setItem(HIDDEN, shown);
  } catch {}
}

function wasHidden() {
  try {
    return sessionStorage.getItem(HIDDEN) === shown;
  } catch {
    return false;
  }
}

function leave() {
  const inside = shade.activeElement;
  said.textContent = "";
  host.remove();
  if (inside) before?.focus({ preventScroll: true });
}

host.addEventListener("focusin", (event) => {
  if (event.relatedTarget && event.relatedTarget !== host) before = event.relatedTarget;
});
button.addEventListener("click", unfold);
addEventListener("keydown", (event) => {
  if (event.key === "Escape" && host.isConnected && !folded) fold();
});
for (const end of ["load", "error"]) {
  sheet.addEventListener(end, () => {
    styled = true;
    place();
  });
}
shade.append(sheet, said, panel, button);
