import type { PlugBody, PlugPin } from '@/utils/catalog/plugs/schema';
import { plugFace, type PlugType } from './plug-faces';
import styles from './plug-drawing.module.css';

/** A plug seen from its pins, true in layout and proportion; drawn in the colour of the text around it. */
export function PlugDrawing(props: { readonly type: PlugType; readonly title: string }) {
  const { view, body, pins } = plugFace(props.type);
  const half = view / 2;
  return (
    <svg
      className={styles.plug}
      viewBox={`${-half} ${-half} ${view} ${view}`}
      role="img"
      aria-label={props.title}
      data-plug={props.type}
    >
      <Body body={body} />
      {pins.map((pin) => (
        <Pin key={`${pin.x} ${pin.y}`} pin={pin} />
      ))}
    </svg>
  );
}

function Body({ body }: { readonly body: PlugBody }) {
  if (body.shape === 'box')
    return (
      <rect
        className={styles.body}
        x={-body.w / 2}
        y={body.y - body.h / 2}
        width={body.w}
        height={body.h}
        rx={body.r}
      />
    );
  if (body.shape === 'hexagon') return <path className={styles.body} d={hexagon(body.w, body.h, body.y)} />;
  if (body.notched) return <path className={styles.body} d={notchedCircle(body.r, body.y)} />;
  return <circle className={styles.body} cy={body.y} r={body.r} />;
}

function Pin({ pin }: { readonly pin: PlugPin }) {
  const look = pin.role === 'earth' ? styles.earth : styles.line;
  switch (pin.shape) {
    case 'round':
      return <circle className={look} cx={pin.x} cy={pin.y} r={pin.d / 2} />;
    case 'hole':
      return <circle className={styles.hole} cx={pin.x} cy={pin.y} r={pin.d / 2} />;
    case 'half':
      return <path className={look} d={halfRound(pin.x, pin.y, pin.d)} />;
    case 'blade':
    case 'clip':
      return (
        <rect
          className={pin.shape === 'clip' ? styles.clip : look}
          x={pin.x - pin.w / 2}
          y={pin.y - pin.h / 2}
          width={pin.w}
          height={pin.h}
          rx={0.4}
          transform={'angle' in pin && pin.angle ? `rotate(${pin.angle} ${pin.x} ${pin.y})` : undefined}
        />
      );
  }
}

/** Flat sides above and below, pointed to the left and right, with softened corners. */
function hexagon(width: number, height: number, y: number): string {
  const [right, low] = [width / 2, height / 2];
  const slope = low * 0.9;
  const soft = 1.6;
  return [
    `M${-right + slope} ${y - low}`,
    `H${right - slope}`,
    `L${right - soft * 0.5} ${y - soft}`,
    `Q${right + 0.2} ${y} ${right - soft * 0.5} ${y + soft}`,
    `L${right - slope} ${y + low}`,
    `H${-right + slope}`,
    `L${-right + soft * 0.5} ${y + soft}`,
    `Q${-right - 0.2} ${y} ${-right + soft * 0.5} ${y - soft}`,
    'Z',
  ].join(' ');
}

/** The guiding notches at both sides of a Schuko plug. */
function notchedCircle(radius: number, y: number): string {
  const [deep, high] = [2.6, 2.7];
  const edge = Math.sqrt(radius * radius - high * high);
  const inner = edge - deep;
  return [
    `M${-edge} ${y - high}`,
    `A${radius} ${radius} 0 0 1 ${edge} ${y - high}`,
    `H${inner} V${y + high} H${edge}`,
    `A${radius} ${radius} 0 0 1 ${-edge} ${y + high}`,
    `H${-inner} V${y - high}`,
    'Z',
  ].join(' ');
}

/** Flat above, round below, as the Danish earth pin. */
function halfRound(x: number, y: number, diameter: number): string {
  const radius = diameter / 2;
  const flat = y - radius * 0.35;
  const wide = radius;
  return `M${x - wide} ${flat} H${x + wide} V${y} A${wide} ${wide} 0 0 1 ${x - wide} ${y} Z`;
}
