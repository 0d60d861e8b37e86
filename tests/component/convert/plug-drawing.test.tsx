import { render, screen } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { PlugDrawing } from '@/components/convert/plugs/plug-drawing';
import { PLUG_TYPES, plugFace } from '@/components/convert/plugs/plug-faces';

describe('plug drawings', () => {
  test.each(PLUG_TYPES)('%s shows its body and every pin, named by its description', (type) => {
    render(<PlugDrawing type={type} title={`Type ${type}: pins`} />);
    const image = screen.getByRole('img', { name: `Type ${type}: pins` });
    expect(image.children).toHaveLength(1 + plugFace(type).pins.length);
    expect(image.outerHTML).not.toMatch(/NaN|undefined|Infinity/);
  });

  test('the slanted blades of I lean towards each other at the top', () => {
    const { container } = render(<PlugDrawing type="I" title="I" />);
    const turned = [...container.querySelectorAll('rect[transform]')].map((rect) => rect.getAttribute('transform'));
    expect(turned).toEqual(['rotate(30 -6.86 -5.4)', 'rotate(-30 6.86 -5.4)']);
  });
});
