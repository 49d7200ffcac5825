package dev.hitlai.web.view;

import java.util.function.Supplier;

/**
 * The token that forms send back. Its parts are read only when a form is drawn, so that pages
 * without one cost nothing.
 */
public record Csrf(Supplier<String> name, Supplier<String> headerName, Supplier<String> value) {
  public String parameter() {
    return name.get();
  }

  public String token() {
    return value.get();
  }

  /** The {@code hx-headers} value that gives htmx requests the token. */
  public String htmxHeaders() {
    return "{\"" + headerName.get() + "\":\"" + token() + "\"}";
  }
}
