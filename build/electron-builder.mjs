import { join } from 'node:path';
import { flipFuses, FuseV1Options, FuseVersion } from '@electron/fuses';

/** Every switch of the binary is set by us; one that a new Electron adds stops the packaging. */
export const fuses = /** @type {const} */ ({
  version: FuseVersion.V1,
  strictlyRequireAllFuses: true,
  [FuseV1Options.RunAsNode]: false,
  [FuseV1Options.EnableCookieEncryption]: true,
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
  [FuseV1Options.EnableNodeCliInspectArguments]: false,
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
  [FuseV1Options.OnlyLoadAppFromAsar]: true,
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
  [FuseV1Options.WasmTrapHandlers]: true,
});

const author = 'The Parallax authors';
const executableName = 'parallax';
const icon = 'resources/icons/icon.png';

/** @type {import('electron-builder').Configuration} */
export default {
  appId: 'org.parallax.desktop',
  productName: 'Parallax',
  copyright: `© ${author}`,
  directories: { output: 'dist', buildResources: 'resources' },
  // Everything is bundled into out/: no module folder travels along. The server is for `npm start` alone.
  files: [
    'out/main',
    'out/preload',
    'out/renderer',
    'package.json',
    '!out/main/serve.js',
    '!**/*.map',
    '!node_modules',
  ],
  extraResources: [{ from: 'LICENSE', to: 'LICENSE.txt' }],
  extraMetadata: { homepage: 'https://parallax.invalid' },
  asar: true,
  npmRebuild: false,
  publish: null,
  electronLanguages: ['en-US', 'en-GB', 'ja', 'ko', 'zh-CN', 'zh-TW'],
  // Before the signature, which covers the binary as it then is.
  afterPack: async ({ appOutDir, electronPlatformName, packager }) => {
    await flipFuses(programIn(appOutDir, electronPlatformName, packager), fuses);
  },
  win: { target: [{ target: 'nsis', arch: ['x64', 'arm64'] }], icon },
  nsis: { oneClick: false, perMachine: false, allowToChangeInstallationDirectory: true, license: 'LICENSE' },
  mac: {
    target: [{ target: 'dmg', arch: ['x64', 'arm64'] }],
    icon,
    category: 'public.app-category.education',
    hardenedRuntime: true,
    entitlements: 'build/entitlements.mac.plist',
    entitlementsInherit: 'build/entitlements.mac.plist',
  },
  linux: {
    target: ['AppImage', 'deb'],
    icon,
    category: 'Science',
    executableName,
    maintainer: `${author} <authors@parallax.invalid>`,
    synopsis: 'Code how governments frame a problem, and compare',
  },
};

/**
 * @param {string} folder
 * @param {string} platform
 * @param {import('electron-builder').AfterPackContext['packager']} packager
 */
function programIn(folder, platform, packager) {
  const { productFilename } = packager.appInfo;
  if (platform === 'darwin') return join(folder, `${productFilename}.app`);
  return join(folder, platform === 'win32' ? `${productFilename}.exe` : executableName);
}
