package dev.hitlai.web;

import dev.hitlai.web.view.Area;
import dev.hitlai.web.view.Banner;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the layout shows of the person who is signed in; the principal of the security context
 * implements it.
 */
public interface SignedIn {
  String displayName();

  String email();

  /** The part of the platform this person works in; never {@link Area#PUBLIC}. */
  Area area();

  /** Whether a page of the navigation is for them. */
  default boolean mayGo(String path) {
    return true;
  }

  /** The company that the pages are about; null when they are about none. */
  default @Nullable String place() {
    return null;
  }

  /** What is to be settled about the account. */
  default List<Banner> banners() {
    return List.of();
  }
}
