/** How long operations take: summaries a minute and an hour long. */
@NullMarked
package dev.hitlai.monitoring.internal.measure;

import org.jspecify.annotations.NullMarked;
