/** Counts how often each of many numbers came. */
export interface Counter {
  add(number: number): void;
  /** The numbers that came, in no order that means anything, and how often. */
  counted(): { numbers: number[]; countOf(number: number): number };
}

/** Above so many possible numbers an array of them would cost more than what it saves: four megabytes. */
const mostInArray = 1_000_000;

/** A counter of numbers from 0 to `size` - 1. */
export const createCounter = (size: number): Counter => (size <= mostInArray ? countInArray(size) : countInMap());

function countInArray(size: number): Counter {
  const counts = new Uint32Array(size);
  const numbers: number[] = [];
  return {
    add(number) {
      if (counts[number]!++ === 0) numbers.push(number);
    },
    counted: () => ({ numbers, countOf: (number) => counts[number]! }),
  };
}

function countInMap(): Counter {
  const counts = new Map<number, number>();
  return {
    add: (number) => void counts.set(number, (counts.get(number) ?? 0) + 1),
    counted: () => ({ numbers: [...counts.keys()], countOf: (number) => counts.get(number)! }),
  };
}
