package dev.hitlai.identity.web;

import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Makes addresses that can be sent to somebody, and checks those to go on to. */
final class Links {
  private Links() {}

  static String absolute(String path) {
    return ServletUriComponentsBuilder.fromCurrentContextPath().path(path).toUriString();
  }

  /** The page to go on to, if it is one of ours. */
  static String local(String wanted, String otherwise) {
    boolean ours = wanted.matches("/(?![/\\\\])[\\x21-\\x7e&&[^\\\\\"<>^`{|}]]*");
    return ours && !wanted.startsWith("/login") ? wanted : otherwise;
  }
}
