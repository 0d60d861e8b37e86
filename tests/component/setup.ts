import { configure } from '@testing-library/react';
import { patienceMs } from '../patience';

configure({ asyncUtilTimeout: patienceMs });
