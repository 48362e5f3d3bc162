// Takes buttons out of their data blocks, where this browser can do what they say.
const ways = {
  copy: navigator.clipboard && ((url) => navigator.clipboard.writeText(url)),
  native: navigator.share && ((url) => navigator.share({ title: document.title, url })),
};
for (const block of document.querySelectorAll("[type='text/html']")) block.outerHTML = block.textContent;
for (const button of document.querySelectorAll("[data-share]")) {
  const { share: name, url } = button.dataset;
  const section = button.closest("section");
  const status = section.querySelector("[role=status]");
  if (!ways[name]) button.closest("li").remove();
  section.hidden = !section.querySelector("li");
  button.onclick = async () => {
    status.textContent = ""; // or the same is not read again
    try {
      await ways[name](url);
      status.textContent = status.dataset[name] ?? "";
    } catch (error) {
      if (error.name !== "AbortError") status.textContent = status.dataset.failed; // else it was closed
    }
  };
}
