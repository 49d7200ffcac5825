/** Runs a test plan: missions as personas over the browser pool, and the report put together. */
@NullMarked
package dev.hitlai.aitester.run;

import org.jspecify.annotations.NullMarked;
