// What build/page-kit.ts makes.

declare module '*/kit-texts' {
  export const kit: import('./page-kit').PageKit;
}
