package dev.hitlai.testing.web.pages;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Words of the database as people read them. */
public final class Words {
  private Words() {}

  /** {@code wont_fix} as "Wont fix"; two words that need an apostrophe get it. */
  public static String title(String code) {
    String text = code.equals("wont_fix") ? "won't fix" : code.replace('_', ' ');
    return text.isEmpty()
        ? text
        : text.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + text.substring(1);
  }

  /** The path of an address, with its query. */
  public static String path(@Nullable String url) {
    if (url == null) {
      return "";
    }
    try {
      var uri = URI.create(url);
      String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
      return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
    } catch (IllegalArgumentException e) {
      return url;
    }
  }
}
