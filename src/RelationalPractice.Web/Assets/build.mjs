// Compiles the styles and scripts into wwwroot/assets. Run by Assets.targets; `npm run build` does the same by hand.
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build, transform } from "esbuild";
import { compileAsync } from "sass";

const here = dirname(fileURLToPath(import.meta.url));
const output = join(here, "../wwwroot/assets");
const styles = ["first-page", "practice", "staff", "print"];
const scripts = ["practice", "staff"];

// Browsers of 2020 and later get the scripts and the newer styles; older ones get plain, working pages.
const target = ["chrome80", "edge80", "firefox78", "safari13"];

async function style(name) {
  const { css } = await compileAsync(join(here, `scss/${name}.scss`), {
    loadPaths: [join(here, "node_modules/govuk-frontend/dist")],
    quietDeps: true,
    charset: false,
  });
  const { code } = await transform(css, { loader: "css", minify: true, target, legalComments: "none" });
  await writeFile(join(output, `${name}.css`), code.trim());
}

await mkdir(output, { recursive: true });
await Promise.all([
  ...styles.map(style),
  build({
    entryPoints: scripts.map((name) => join(here, `js/${name}.js`)),
    outdir: output,
    bundle: true,
    minify: true,
    format: "esm",
    target,
    legalComments: "none",
    logLevel: "warning",
  }),
]);
