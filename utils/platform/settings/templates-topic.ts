/**
 * Topic of a desk's own reply templates; open dashboards and conversations read them again. Apart from the other topics, so
 * that nothing else need be loaded to name it.
 */
export const templatesTopic = 'templates';
