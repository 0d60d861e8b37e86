import { KatTextarea, KatInput } from './katal-field';
import { KatDropdown, KatDropdownButton, KatStarRating } from './katal-menus';
import { KatAlert, KatButton, KatLabel, KatLink, KatRadiobutton, KatSlot, XFrame } from './katal-parts';
import { configureKatal, type KatalSettings } from './katal-element';

const slotOnly = ['kat-table', 'kat-table-head', 'kat-table-body', 'kat-table-row', 'kat-table-cell', 'kat-tabs', 'kat-tab-header',
  'kat-tooltip', 'kat-box', 'kat-icon', 'kat-spinner', 'kat-file-upload', 'kat-pagination', 'kat-modal', 'kat-checkbox', 'kat-option']; // prettier-ignore

/**
 * Defines the imitation `kat-*` elements; those already in the document are upgraded at once.
 *
 * Text sits in their attributes and inner nodes in open shadow roots, as on the seller pages.
 */
export function defineKatal(settings: KatalSettings): void {
  configureKatal(settings);
  const classes: Record<string, CustomElementConstructor> = {
    'kat-textarea': KatTextarea,
    'kat-input': KatInput,
    'kat-button': KatButton,
    'kat-link': KatLink,
    'kat-label': KatLabel,
    'kat-alert': KatAlert,
    'kat-radiobutton': KatRadiobutton,
    'kat-dropdown': KatDropdown,
    'kat-dropdown-button': KatDropdownButton,
    'kat-star-rating': KatStarRating,
    'x-frame': XFrame,
  };
  for (const name of slotOnly) classes[name] = class extends KatSlot {};
  for (const [name, element] of Object.entries(classes)) {
    if (!customElements.get(name)) customElements.define(name, element);
  }
}
