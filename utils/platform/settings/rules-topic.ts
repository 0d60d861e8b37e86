/**
 * Topic of what a desk decides about the message check; open conversations ask for their rules again. Apart from the other
 * topics, so that the script of the check need not carry what announces them.
 */
export const rulesTopic = 'rules';
