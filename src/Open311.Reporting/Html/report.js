(function () {
  "use strict";
  var section = document.getElementById("all-findings");
  document.querySelectorAll("pre.curl").forEach(function (pre) {
    if (!navigator.clipboard) return;
    var button = document.createElement("button");
    button.type = "button";
    button.textContent = section.dataset.copy;
    button.addEventListener("click", function () {
      navigator.clipboard.writeText(pre.textContent).then(function () { button.textContent = section.dataset.copied; });
    });
    pre.after(button);
  });

  // A link into a closed part opens it: rows of passing findings are targets, too. What a filter hides is shown again.
  function open() {
    var target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target && target.closest("[hidden]") && reset) reset();
    for (var at = target; at; at = at.parentElement) if (at.tagName === "DETAILS") at.open = true;
    if (target) target.scrollIntoView();
  }
  var reset;
  addEventListener("hashchange", open);
  open();

  var opened = [];
  addEventListener("beforeprint", function () {
    opened = Array.prototype.filter.call(document.querySelectorAll("details"), function (d) { return !d.open; });
    opened.forEach(function (d) { d.open = true; });
  });
  addEventListener("afterprint", function () { opened.forEach(function (d) { d.open = false; }); });

  var bar = document.querySelector(".filter");
  if (!bar) return;
  var items = Array.prototype.map.call(section.querySelectorAll("[data-verdict]"), function (item) {
    return { element: item, verdict: item.dataset.verdict, text: null };
  });
  var input = bar.querySelector("input[type=search]");
  var boxes = Array.prototype.slice.call(bar.querySelectorAll("input[type=checkbox]"));
  var areas = Array.prototype.map.call(section.querySelectorAll(".area"), function (area) {
    return { element: area, others: area.querySelector("details.others") };
  });
  function filter() {
    var words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
    var wanted = {};
    boxes.forEach(function (box) { wanted[box.value] = box.checked; });
    var everything = !words.length && boxes.every(function (box) { return box.checked; });
    var shown = 0;
    items.forEach(function (item) {
      if (words.length && item.text === null) item.text = item.element.textContent.toLowerCase();
      var isShown = wanted[item.verdict] && words.every(function (word) { return item.text.indexOf(word) >= 0; });
      item.element.hidden = !isShown;
      if (isShown) shown++;
    });
    areas.forEach(function (area) {
      var row = area.others && area.others.querySelector(".row:not([hidden])");
      area.element.hidden = !row && !area.element.querySelector(".finding:not([hidden])");
      if (!area.others) return;
      area.others.hidden = !row;
      area.others.open = !everything && !!row;
    });
    bar.querySelector("[role=status]").textContent = everything ? "" : bar.dataset.shown.replace("{shown}", shown).replace("{all}", items.length);
  }
  reset = function () {
    input.value = "";
    boxes.forEach(function (box) { box.checked = true; });
    filter();
  };
  bar.addEventListener("input", filter);
  bar.hidden = false;
})();
