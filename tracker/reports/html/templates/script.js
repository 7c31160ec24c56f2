"use strict";
// Narrows the list of targets; without this every target is shown.
(function () {
  const form = document.querySelector(".filter");
  if (!form) return;
  const rows = Array.from(document.querySelectorAll("tr[data-g]"));
  const told = form.querySelector("output");
  const selects = Array.from(form.querySelectorAll("select"));
  const search = form.querySelector("input");
  function narrow() {
    const wanted = selects.map((each) => each.value).filter(Boolean);
    const text = search.value.trim().toLocaleLowerCase();
    let count = 0;
    for (const row of rows) {
      const groups = row.dataset.g.split(" ");
      const title = row.querySelector("a").textContent.toLocaleLowerCase();
      const fits = wanted.every((each) => groups.includes(each)) && title.includes(text);
      row.hidden = !fits;
      count += fits ? 1 : 0;
    }
    told.textContent = told.dataset.shown + ": " + count + " / " + rows.length;
  }
  form.hidden = false;
  form.addEventListener("input", narrow);
  form.addEventListener("submit", (event) => event.preventDefault());
})();
// Tells the value of the mark that is nearest to the pointer.
(function () {
  const figure = document.querySelector("figure[data-say]");
  if (!figure) return;
  const values = figure.dataset.say.split("\n");
  const told = document.createElement("p");
  told.className = "hover";
  told.hidden = true;
  told.setAttribute("aria-hidden", "true");
  figure.append(told);
  for (const drawing of figure.querySelectorAll("svg")) {
    const marks = drawing.dataset.at.split(" ").filter(Boolean).map((each) => each.split(",").map(Number));
    drawing.addEventListener("pointerleave", () => { told.hidden = true; });
    drawing.addEventListener("pointermove", (event) => {
      const frame = drawing.getBoundingClientRect();
      const scale = frame.width / drawing.viewBox.baseVal.width;
      const x = (event.clientX - frame.left) / scale;
      let nearest = -1;
      marks.forEach((mark, place) => {
        if (nearest < 0 || Math.abs(mark[0] - x) <= Math.abs(marks[nearest][0] - x)) nearest = place;
      });
      told.hidden = nearest < 0 || values.length !== marks.length;
      if (told.hidden) return;
      told.textContent = values[nearest];
      const left = marks[nearest][0] * scale;
      told.style.top = Math.max(marks[nearest][1] * scale - told.offsetHeight - 14, 0) + "px";
      told.style.left = Math.max(Math.min(left - told.offsetWidth / 2, frame.width - told.offsetWidth), 0) + "px";
    });
  }
})();
