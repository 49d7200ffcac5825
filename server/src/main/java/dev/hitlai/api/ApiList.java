package dev.hitlai.api;

import java.util.List;

/**
 * A part of a list: {@code {"success":true,"data":[…],"total":812,"limit":20,"offset":40}}.
 *
 * @param total rows altogether
 */
public record ApiList<T>(boolean success, List<T> data, long total, int limit, int offset) {
  public ApiList {
    data = List.copyOf(data);
  }

  public static <T> ApiList<T> of(List<T> data, long total, PageRequest page) {
    return new ApiList<>(true, data, total, page.limit(), page.offset());
  }
}
