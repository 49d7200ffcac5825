package dev.hitlai.web.view;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Something that happened, with an optional second line. */
public record TimelineEntry(Instant at, String title, @Nullable String detail, Tone tone) {}
