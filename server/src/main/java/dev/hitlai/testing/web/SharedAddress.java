package dev.hitlai.testing.web;

import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Where a shared report is found, as an address that can be sent to somebody. */
public final class SharedAddress {
  private SharedAddress() {}

  public static String of(String token) {
    return ServletUriComponentsBuilder.fromCurrentContextPath().path("/r/" + token).toUriString();
  }
}
