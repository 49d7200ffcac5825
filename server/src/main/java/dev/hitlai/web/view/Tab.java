package dev.hitlai.web.view;

import org.jspecify.annotations.Nullable;

/** A tab that is a link; {@code count} stands behind the label when it is known. */
public record Tab(String label, String href, boolean current, @Nullable Long count) {
  public static Tab of(String label, String href, boolean current) {
    return new Tab(label, href, current, null);
  }
}
