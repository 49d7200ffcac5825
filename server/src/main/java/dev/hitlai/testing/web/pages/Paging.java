package dev.hitlai.testing.web.pages;

/** Page numbers from addresses, which people edit. */
final class Paging {
  private Paging() {}

  /** The page asked for, or the nearest there is. */
  static int number(String asked, long total, int size) {
    int last = (int) Math.max(1, (total + size - 1) / size);
    return asked.matches("\\d{1,6}") ? Math.clamp(Integer.parseInt(asked), 1, last) : 1;
  }
}
