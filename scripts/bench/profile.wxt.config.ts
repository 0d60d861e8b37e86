import { defineConfig } from 'wxt';
import base from '../../wxt.config';

/** The normal build with its names left as they are: what a profile is read with. */
export default defineConfig({ ...base, vite: () => ({ build: { target: ['chrome123'], minify: false } }) });
