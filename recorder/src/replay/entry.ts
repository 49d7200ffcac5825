import { replay } from './index';

// The core waits for this under the same name.
(globalThis as unknown as Record<string, unknown>)['__hitlaiReplay'] = replay;
