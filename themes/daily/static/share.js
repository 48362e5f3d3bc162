// Shows the buttons for what this browser can do, and does it; without this file the page lacks only them.
const ways = {
  copy: navigator.clipboard && ((url) => navigator.clipboard.writeText(url)),
  native: navigator.share && ((url) => navigator.share({ title: document.title, url })),
};
for (const button of document.querySelectorAll("[data-share]")) {
  const { share: name, url } = button.dataset;
  if (!ways[name]) continue;
  const section = button.closest("section");
  const status = section.querySelector("[role=status]");
  section.hidden = button.closest("li").hidden = false;
  button.addEventListener("click", async () => {
    status.textContent = ""; // so that the same words are read out again
    try {
      await ways[name](url);
      status.textContent = status.dataset[name] ?? "";
    } catch (error) {
      // AbortError: the reader closed the share sheet
      if (error.name !== "AbortError") status.textContent = status.dataset.failed;
    }
  });
}
