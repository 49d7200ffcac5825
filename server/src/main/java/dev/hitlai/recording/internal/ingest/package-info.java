/** From a batch on the wire to rows that are durable. */
@NullMarked
package dev.hitlai.recording.internal.ingest;

import org.jspecify.annotations.NullMarked;
