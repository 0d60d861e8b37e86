import './no-browser';
import { createBundleJobs } from '@/utils/app/bundles/worker';
import { serveJobs } from '@/utils/app/bundles/job-messages';

serveJobs(globalThis, createBundleJobs);
