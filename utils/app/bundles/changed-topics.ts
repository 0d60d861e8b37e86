import { productsTopic, settingsTopic, shopsTopic, worklogTopic } from '../../platform/settings/change-signal';
import { rulesTopic } from '../../platform/settings/rules-topic';
import { templatesTopic } from '../../platform/settings/templates-topic';
import { archiveTopic } from '../buyers/archive';

/** Topic of imports: those that wait, run, or can be taken back. */
export const importsTopic = 'imports';

/** Everything an import can have changed; buyers are heard of from the store itself. */
export const changedTopics: readonly string[] = [
  importsTopic,
  archiveTopic,
  shopsTopic,
  productsTopic,
  worklogTopic,
  templatesTopic,
  rulesTopic,
  settingsTopic,
];
