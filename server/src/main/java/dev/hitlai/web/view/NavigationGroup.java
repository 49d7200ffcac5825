package dev.hitlai.web.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Entries of the navigation that belong together.
 *
 * @param label stands above them; null for those an area begins with
 */
public record NavigationGroup(@Nullable String label, List<NavigationItem> items) {

  /** Where a group begins, by the position of its first possible entry. */
  private static final Map<Area, NavigableMap<Integer, String>> BEGINNINGS =
      Map.of(
          Area.ADMIN,
          new TreeMap<>(
              Map.of(
                  100, "AI under command",
                  300, "Learning",
                  400, "Sessions",
                  500, "Health",
                  600, "Money",
                  700, "Operation",
                  790, "You and others")),
          Area.COMPANY,
          new TreeMap<>(Map.of(100, "Visitors", 690, "Company")),
          Area.TESTER,
          new TreeMap<>(Map.of(300, "You")));

  /**
   * @param items in the order of their positions
   */
  static List<NavigationGroup> of(List<NavigationItem> items) {
    var groups = new ArrayList<NavigationGroup>();
    for (NavigationItem item : items) {
      var beginning =
          BEGINNINGS.getOrDefault(item.area(), new TreeMap<>()).floorEntry(item.position());
      String label = beginning == null ? null : beginning.getValue();
      if (groups.isEmpty() || !Objects.equals(groups.getLast().label, label)) {
        groups.add(new NavigationGroup(label, new ArrayList<>()));
      }
      groups.getLast().items.add(item);
    }
    return groups;
  }
}
