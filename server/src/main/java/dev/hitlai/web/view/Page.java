package dev.hitlai.web.view;

import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What is around the content of every page: who looks at it, where they are, what to say once. A
 * template gets it as {@code page} without the controller doing anything; a controller that needs
 * it takes it as an argument.
 *
 * @param assets the prefix of versioned asset addresses, ending in a slash
 * @param unread counts the notices that the viewer has not read, when a layout asks
 */
public record Page(
    Address address,
    Theme theme,
    @Nullable Viewer viewer,
    List<NavigationItem> navigation,
    Csrf csrf,
    @Nullable Flash flash,
    String assets,
    LongSupplier unread) {

  /** A page that nothing waits for. */
  public Page(
      Address address,
      Theme theme,
      @Nullable Viewer viewer,
      List<NavigationItem> navigation,
      Csrf csrf,
      @Nullable Flash flash,
      String assets) {
    this(address, theme, viewer, navigation, csrf, flash, assets, () -> 0);
  }

  /** Where a stylesheet, script or picture is served for ever under its content's version. */
  public String asset(String name) {
    return assets + name;
  }

  public boolean signedIn() {
    return viewer != null;
  }

  /** The part of the platform whose navigation is shown. */
  public Area area() {
    return viewer == null ? Area.PUBLIC : viewer.area();
  }

  /** The entries as they stand together, at least one in each group. */
  public List<NavigationGroup> navigationGroups() {
    return NavigationGroup.of(navigation);
  }

  /** The most specific entry that leads to this page, so that one entry is marked, not two. */
  public @Nullable NavigationItem current() {
    NavigationItem best = null;
    for (NavigationItem item : navigation) {
      if (item.leadsTo(address.path())
          && (best == null || item.href().length() > best.href().length())) {
        best = item;
      }
    }
    return best;
  }
}
