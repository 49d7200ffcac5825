package dev.hitlai.web.view;

import java.util.List;
import java.util.TreeSet;

/**
 * Pages of a list.
 *
 * @param number the page shown, from 1
 * @param size rows on a page
 * @param total rows altogether
 */
public record Pager(Address address, int number, int size, long total) {
  public Pager {
    if (number < 1 || size < 1 || total < 0) {
      throw new IllegalArgumentException("a page starts at 1 and holds at least one row");
    }
  }

  public int last() {
    return (int) Math.max(1, (total + size - 1) / size);
  }

  public boolean hasPrevious() {
    return number > 1;
  }

  public boolean hasNext() {
    return number < last();
  }

  /** First row on this page, from 1; 0 when there are none. */
  public long from() {
    return total == 0 ? 0 : (long) (number - 1) * size + 1;
  }

  public long to() {
    return Math.min(total, (long) number * size);
  }

  public String href(int page) {
    return page == 1 ? address.without("page").toString() : address.with("page", page).toString();
  }

  /** The pages offered: the first, the last and those around this one. A 0 stands for a gap. */
  public List<Integer> offered() {
    var near = new TreeSet<Integer>();
    near.add(1);
    near.add(last());
    for (int page = number - 1; page <= number + 1; page++) {
      if (page >= 1 && page <= last()) {
        near.add(page);
      }
    }
    var offered = new java.util.ArrayList<Integer>();
    for (int page : near) {
      if (!offered.isEmpty() && page > offered.getLast() + 1) {
        offered.add(0);
      }
      offered.add(page);
    }
    return offered;
  }
}
