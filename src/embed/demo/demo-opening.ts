/*
 * The one script that stands in the built demo.html, which its policy knows by its hash: loads the others, which stand
 * in a template as in the timeline's own page (app/chunk-loader.ts), one after the other.
 */

document.addEventListener('DOMContentLoaded', () => {
  const template = document.querySelector<HTMLTemplateElement>('template#demo-scripts');
  for (const inert of template?.content.querySelectorAll('script') ?? []) {
    if (!/^\.\/(?:(?:data|lib)\/)?[\w.-]+\.js$/.test(inert.getAttribute('src') ?? '')) continue;
    const script = document.importNode(inert, true);
    script.async = false;
    document.head.append(script);
  }
});
