package dev.hitlai.web.view;

/**
 * An entry of the navigation.
 *
 * @param position order within its area, ascending; modules leave gaps of ten
 */
public record NavigationItem(Area area, int position, String label, String href, Icon icon) {

  /** True on the page itself and on the pages below it; an area's home only on itself. */
  public boolean leadsTo(String path) {
    return path.equals(href) || (!href.equals(area.home()) && path.startsWith(href + "/"));
  }
}
