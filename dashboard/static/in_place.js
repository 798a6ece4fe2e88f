// A link with `data-press` presses the button of that key where the page has one, and so opens in place what its
// address would open by loading the page anew. Other clicks (new tab, new window) are the browser's.
(() => {
  if (window.steppeInPlace) return;
  window.steppeInPlace = true;
  document.addEventListener("click", (event) => {
    if (event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const link = event.target instanceof Element && event.target.closest("a[data-press]");
    const button = link && document.querySelector(`.st-key-${CSS.escape(link.dataset.press)} button`);
    if (!button) return;
    event.preventDefault();
    button.click();
  });
})();
