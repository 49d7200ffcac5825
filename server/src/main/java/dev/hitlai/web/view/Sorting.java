package dev.hitlai.web.view;

import org.jspecify.annotations.Nullable;

/**
 * How a table is sorted, read from and written to the address as {@code sort=key} or {@code
 * sort=-key}.
 */
public record Sorting(Address address, String key, boolean descending) {

  /** Reads the address; {@code fallback} has the same form and applies when there is none. */
  public static Sorting of(Address address, String fallback) {
    String value = address.value("sort");
    String sort = value == null || value.isBlank() ? fallback : value;
    boolean descending = sort.startsWith("-");
    return new Sorting(address, descending ? sort.substring(1) : sort, descending);
  }

  /** The value of {@code aria-sort}, absent for the other columns. */
  public @Nullable String direction(String column) {
    if (!column.equals(key)) {
      return null;
    }
    return descending ? "descending" : "ascending";
  }

  /** Sorts by that column; by the same column again turns the order round. */
  public String href(String column) {
    boolean turn = column.equals(key) && !descending;
    return address.with("sort", turn ? "-" + column : column).without("page").toString();
  }
}
