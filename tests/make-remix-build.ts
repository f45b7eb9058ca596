import type {
  ActionFunctionArgs,
  AppLoadContext,
  EntryContext,
  LoaderFunctionArgs,
  ServerBuild,
} from "@remix-run/node";

type Page = {
  path: string;
  loader?: (args: LoaderFunctionArgs) => unknown;
  action?: (args: ActionFunctionArgs) => unknown;
  /** A resource route answers with what its loader or action answers. */
  resource?: boolean;
};

/** A real Remix build of a few hand-made pages, as the bundler would make it; no React, the page is its loaders' data. */
export function makeRemixBuild(pages: Page[], render = renderData): ServerBuild {
  const routes = pages.map(({ path, loader, action, resource }) => {
    const module = resource ? { loader, action } : { default: () => null, loader, action };
    return [path, { id: path, parentId: "root", path: path.slice(1), module }] as const;
  });
  return {
    entry: { module: { default: render, handleError: () => {} } },
    routes: Object.fromEntries([["root", { id: "root", path: "", module: { default: () => null } }], ...routes]),
    assets: { version: "1", url: "", entry: { module: "", imports: [] }, routes: {} },
    publicPath: "/",
    assetsBuildDirectory: "",
    basename: "/",
    mode: "production",
    isSpaMode: false,
    future: {
      v3_fetcherPersist: true,
      v3_relativeSplatPath: true,
      v3_throwAbortReason: true,
      v3_singleFetch: true,
      v3_lazyRouteDiscovery: true,
      v3_routeConfig: true,
      unstable_optimizeDeps: false,
    },
  } as ServerBuild;
}

function renderData(_: Request, status: number, headers: Headers, entry: EntryContext, context: AppLoadContext) {
  const data = JSON.stringify(entry.staticHandlerContext.loaderData);
  headers.set("content-type", "text/html; charset=utf-8");
  return new Response(`<!doctype html><script nonce="${context.nonce}"></script>${data}`, { status, headers });
}
