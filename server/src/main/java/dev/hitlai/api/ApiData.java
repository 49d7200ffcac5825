package dev.hitlai.api;

/** The body of an answer that worked: {@code {"success":true,"data":…}}. */
public record ApiData<T>(boolean success, T data) {
  public static <T> ApiData<T> of(T data) {
    return new ApiData<>(true, data);
  }
}
